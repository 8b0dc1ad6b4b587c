"""What a colleague orders by mail, on the first line of what they write: `#take`, `#note`, `#resolve`."""

from dataclasses import dataclass

TAKE, NOTE, RESOLVE = "#take", "#note", "#resolve"
_KNOWN = (TAKE, NOTE, RESOLVE)


@dataclass(frozen=True, slots=True)
class Orders:
    """`take` and `resolve` are done to the ticket, `note` keeps the words inside; `words` is what is left to say."""

    take: bool = False
    note: bool = False
    resolve: bool = False
    words: str = ""


def orders_in(text: str) -> Orders:
    """The orders of a first line that holds nothing else; any other first line is something that somebody says."""
    first, _, rest = text.strip().partition("\n")
    given = first.casefold().split()
    if not given or any(word not in _KNOWN for word in given):
        return Orders(words=text.strip())
    return Orders(take=TAKE in given, note=NOTE in given, resolve=RESOLVE in given, words=rest.strip())
