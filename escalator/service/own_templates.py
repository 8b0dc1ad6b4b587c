"""A desk is sound when its own templates work too: the core reads them as text and knows nothing of templates."""

from collections.abc import Iterator

from escalator.adapters.rendering import STAFF_LANGUAGE
from escalator.adapters.stationery import Stationery
from escalator.adapters.template_trial import CUSTOMER_KINDS, STAFF_KINDS, complaints
from escalator.core.desk import reader
from escalator.core.desk.model import Desk
from escalator.core.desk.problems import DeskProblems, Finding, did_you_mean, short
from escalator.core.desk.reader import Examined


def examine(text: str | bytes) -> Examined:
    """All that can be said about `text` at once, its templates as well; raises on no input."""
    return reader.examine(text, look=faults)


def read_new(text: str) -> Desk:
    """The desk in `text`, which nobody uses yet; raises DeskProblems when it has an error."""
    examined = examine(text)
    if examined.desk is None:
        raise DeskProblems(examined.problems)
    return examined.desk


def faults(desk: Desk) -> Iterator[Finding]:
    """The templates of a desk that are for no letter, or do not work."""
    if not desk.own_templates:
        return
    stationery = Stationery()
    for language, templates in desk.own_templates.items():
        for kind, source in templates.items():
            path = ("mail", "templates", language, kind)
            if kind not in STAFF_KINDS | CUSTOMER_KINDS:
                known = did_you_mean(kind, STAFF_KINDS | CUSTOMER_KINDS)
                yield Finding(path, f'there is no letter "{short(kind)}"', known)
            elif kind in STAFF_KINDS and language != STAFF_LANGUAGE:
                message = f'letters to colleagues are in English, so "{kind}" is never used here'
                yield Finding(path, message, f"Move it under `{STAFF_LANGUAGE}`.")
            else:
                yield from (Finding(path, *complaint) for complaint in complaints(stationery, kind, source))
