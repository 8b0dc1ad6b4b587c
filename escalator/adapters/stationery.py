"""Write a letter on the best template that works: a desk's own before ours, the reader's language before English."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from escalator.core.mail.compose import one_line
from escalator.core.mail.dress import as_html, as_text
from escalator.core.mail.marks import read
from escalator.core.mail.paper import Look

from .own_templates import OwnTemplates
from .sandbox import Room, Words

TEMPLATES = Path(__file__).parent / "templates"
Own = Mapping[str, Mapping[str, str]]
"""The templates of a desk: by language, by the kind of letter."""
NONE: Own = {}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a letter says, as plain text and as a page of HTML (empty: plain text only)."""

    subject: str
    text: str
    html: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One letter to be written: what its templates know, and how it is to look.

    `languages` are those of its reader, best first, each with the file of our template. `must` has to stand in the
    text; `finish` makes a subject of the template's first line.
    """

    kind: str
    languages: Sequence[tuple[str, str]]
    words: Words
    above: str = ""
    urgent: bool = False
    must: str = ""
    finish: Callable[[str], str] = one_line


class Stationery:
    """A template's first line is the subject, the rest the text with its marks (`core/mail/marks.py`)."""

    def __init__(self, folder: Path = TEMPLATES) -> None:
        self._room = Room(folder)
        self._own = OwnTemplates(self._room)

    def write(self, order: Order, own: Own = NONE) -> Rendered | None:
        """The letter; None when no template works. Never raises: no template keeps a person from being told."""
        for name, language, fill in self._templates(order, own):
            try:
                return _rendered(fill(), order, language)
            except Exception as error:  # noqa: BLE001 - a template can fail in any way
                # The message of the error may quote the ticket: its class is what the log may know.
                _log.error("The template %s failed (%s): the next best is used", name, type(error).__name__)
        _log.error("No template of %s works: plain words are sent", order.kind)
        return None

    def try_own(self, source: str, order: Order) -> None:
        """Raises what is wrong with a desk's template for this letter."""
        _rendered(self._own.fill(source, order.words), order, "")

    def unknown_words(self, source: str, order: Order) -> list[str]:
        """The names in a desk's template that this letter does not know."""
        return self._own.unknown_words(source, order.words)

    def _templates(self, order: Order, own: Own) -> Iterator[tuple[str, str, Callable[[], str]]]:
        for language, file in order.languages:
            source = own.get(language, {}).get(order.kind)
            if source is not None:
                yield f"{language}/{order.kind} of the desk", language, partial(self._own.fill, source, order.words)
            if file in self._room.files:
                yield file, language, partial(self._ours, file, order.words)

    def _ours(self, file: str, words: Words) -> str:
        return self._room.get_template(file).render(words)


def _rendered(source: str, order: Order, language: str) -> Rendered:
    first, _, rest = source.strip(" \n").partition("\n")
    said = list(read(rest))
    subject, text = order.finish(first), as_text(said)
    if not one_line(first) or not text.strip() or order.must not in text:
        raise ValueError("a template needs a subject in its first line, a text, and the link where there is one")
    look = Look(subject=subject, above=order.above, language=language, urgent=order.urgent)
    return Rendered(subject, text, as_html(said, look))
