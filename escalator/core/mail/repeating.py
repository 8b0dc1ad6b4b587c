"""Whether words that are to go out give away what the desk wrote for itself alone (guarantees.md, C1)."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from .addresses import base_of

A_RUN = 24
"""Letters in a row, whatever stands between them, that nobody writes twice by chance: about five words."""
A_LINE = 16
"""Letters of a whole line, or of two in a row, of which the same is true."""
_NO_LETTERS = re.compile(r"[\W_]+")


def repeats(words: str, inside: Iterable[str], said: Iterable[str]) -> bool:
    """Whether a passage of `words` stands in one of the texts `inside` and in none that was `said` outside before.

    It is found however a program wrapped, indented or marked its lines.
    """
    mine = set(_passages(words))
    for text in said:
        mine.difference_update(_passages(text))
    return any(passage in mine for text in inside for passage in _passages(text))


def gives_away(words: str, base_url: str, mailbox: str) -> bool:
    """Whether a link to take a case stands in it, or an address under the desk's mailbox that proves something.

    Links are found also as gateways rewrite them, in the query of another.
    """
    shown = unquote(unquote(words)).casefold()
    link = f"{base_url.casefold().partition('://')[2]}/take/"
    local, _, domain = base_of(mailbox).partition("@")
    own = re.compile(rf"{re.escape(local)}\+[^\s@]{{1,80}}@{re.escape(domain)}")
    return link in shown or own.search(shown) is not None


def _passages(text: str) -> Iterator[str]:
    """Its runs of letters, its lines, and its lines two by two."""
    lines = [letters for line in text.split("\n") if (letters := _letters(line))]
    together = "".join(lines)
    for start in range(len(together) - A_RUN + 1):
        yield together[start : start + A_RUN]
    before = ""
    for line in lines:
        yield from (one for one in (line, before + line) if len(one) >= A_LINE)
        before = line


def _letters(line: str) -> str:
    return _NO_LETTERS.sub("", line.casefold())
