"""What a colleague orders by mail, on the first line of what they write: `#take`, `#note`, `#resolve`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import category, normalize

TAKE, NOTE, RESOLVE = "#take", "#note", "#resolve"
_KNOWN = (TAKE, NOTE, RESOLVE)
_PUNCTUATION = ".:;,!-\u2013\u2014"
# Below the first line nothing is an order; whoever begins a line like this meant one, or nearly.
_LIKE_AN_ORDER = re.compile(r"\s*#\s*(?:take|note|resolve)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Orders:
    """`take` and `resolve` are done to the ticket, `note` keeps the words inside; `words` is what is left to say.

    `unclear` is the line that may be an order and is none that we know; then there is no order, and `words` is all.
    """

    take: bool = False
    note: bool = False
    resolve: bool = False
    words: str = ""
    unclear: str = ""


def orders_in(text: str) -> Orders:
    """The orders of a first line that holds nothing else, or `#note` and words; what begins like one is no speech."""
    said = text.strip()
    first, *below = said.split("\n")
    given, behind = _taken_apart(_plain(first))
    known = bool(given) and (not behind or given == [NOTE])
    unclear = first if _plain(first).startswith("#") and not known else _first_like_an_order(below)
    if unclear or not known:
        return Orders(words=said, unclear=unclear.strip())
    words = "\n".join((behind, *below)).strip()
    return Orders(take=TAKE in given, note=NOTE in given, resolve=RESOLVE in given, words=words)


def _first_like_an_order(lines: Iterable[str]) -> str:
    return next((line for line in lines if _LIKE_AN_ORDER.match(_plain(line))), "")


def _taken_apart(line: str) -> tuple[list[str], str]:
    """The orders at the beginning of a line, and the words behind them."""
    given: list[str] = []
    behind = line
    while behind:
        word, _, others = behind.partition(" ")
        order = word.casefold().rstrip(_PUNCTUATION)
        if order not in _KNOWN:
            break
        given.append(order)
        behind = others.strip()
    return given, behind


def _plain(line: str) -> str:
    """The line as it looks: no invisible characters, one kind of space, and of `#`."""
    seen = "".join(char for char in normalize("NFKC", line) if category(char) != "Cf")
    return " ".join(seen.split())
