"""Decide by the kinds of the lines which of them are the reply."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from escalator.core.mail.quotes.lines import EMPTY, HEADER, MARKER, QUOTE, TEXT, kinds_of

SHORT_TAIL = 7  # fewer lines of text than this below a quote, with text above it, are a signature or a footer
GREETING = 40  # characters
_MARKED = re.compile("[bh][bheds]*")


@dataclass(frozen=True, slots=True)
class Cut:
    """The lines that remain. `top` says that they are the beginning of the mail, up to a clear cut or the end."""

    lines: Sequence[str]
    top: bool


def cut(text: str) -> Cut:
    """The reply in `text`; the whole when nothing would remain."""
    lines = text.strip("\n").split("\n")
    kinds = "".join(kinds_of(lines))
    kept, top = _kept(lines, kinds)
    remaining = _without_blank_ends(kept)
    return Cut(remaining, top) if remaining else Cut(_without_blank_ends(lines), top=not text.strip())


def _kept(lines: Sequence[str], kinds: str) -> tuple[Sequence[str], bool]:
    first = kinds.find(TEXT)
    if first < 0:
        return (), False
    end = _before_rule(kinds)
    if _is_forward(kinds[:first]):
        return lines[kinds.rfind(HEADER, 0, first) + 1 :], False
    if _answers_below(kinds, first, end):
        return _said(lines, kinds, first, end), False
    marker = _marker_to_cut_at(kinds, first, end)
    if marker is None:
        return _above_quote(lines, kinds, end, top=True)
    below = _answer_below(kinds, marker, end)
    if below is not None and _only_greets(lines, kinds, marker):
        return [*_said(lines, kinds, 0, marker), *_said(lines, kinds, below, end)], False
    return _above_quote(lines, kinds, marker, top=below is None)


def _above_quote(lines: Sequence[str], kinds: str, end: int, top: bool) -> tuple[Sequence[str], bool]:
    end = len(kinds[:end].rstrip("qebhds"))
    return _said(lines, kinds, 0, end), top and not re.search("[qbhds]", kinds[:end])


def _said(lines: Sequence[str], kinds: str, start: int, end: int) -> Sequence[str]:
    """The lines in between but for announcements, rules and what a telephone adds."""
    return list(compress(lines[start:end], map("teq".__contains__, kinds[start:end])))


def _answer_below(kinds: str, marker: int, end: int) -> int | None:
    """Where text follows the quote that `marker` announces."""
    said = len(kinds[:end].rstrip("es"))
    quoted = max(kinds.rfind(QUOTE, marker, said), marker)
    below = kinds.find(TEXT, quoted, said)
    return below if kinds.find(QUOTE, marker, said) >= 0 and below >= 0 else None


def _before_rule(kinds: str) -> int:
    """Where the reply ends by a rule below its first line of text."""
    rule = kinds.find("d", kinds.find(TEXT))
    return len(kinds) if rule < 0 else rule


def _is_forward(above: str) -> bool:
    return HEADER in above and QUOTE not in above


def _answers_below(kinds: str, first: int, end: int) -> bool:
    """Whether a quote stands at the top, announced, and everything below it is the answer."""
    above = kinds[:first]
    announced = above.find(MARKER)
    return announced >= 0 and QUOTE in above[announced:] and not kinds[first:end].strip("tes")


def _marker_to_cut_at(kinds: str, first: int, end: int) -> int | None:
    """The first announcement, with text above it, below which nothing of the writer's follows."""
    last_quoted = max(kinds.rfind(kind, 0, end) for kind in (QUOTE, MARKER, HEADER))
    text_between = kinds.rfind(TEXT, 0, max(last_quoted, 0))
    for match in _MARKED.finditer(kinds, first, end):
        if kinds[match.end() : match.end() + 1] != QUOTE or match.end() >= end:
            return match.start()
        if match.start() > text_between and kinds.count(TEXT, last_quoted, end) < SHORT_TAIL:
            return match.start()
    return None


def _only_greets(lines: Sequence[str], kinds: str, marker: int) -> bool:
    """Whether only "Dear Sam," stands above the quote: then the answer is below it."""
    said = [lines[at].strip() for at in range(min(marker, 10)) if kinds[at] != EMPTY]
    return marker < 10 and len(said) == 1 and len(said[0]) <= GREETING and said[0].endswith((",", "，", "、"))


def _without_blank_ends(lines: Sequence[str]) -> Sequence[str]:
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    last = next((at for at in range(len(lines) - 1, first, -1) if lines[at].strip()), first)
    return lines[first : last + 1]
