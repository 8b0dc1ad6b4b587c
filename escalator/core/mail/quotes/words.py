"""The words of all languages as what a line is compared with: bounded patterns and tables."""

import re
from collections.abc import Callable, Iterable

from escalator.core.mail.quotes.languages import LANGUAGES, Language, Words

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")

# Which headers a copied header block is known by.
SENDER, SENT, TO, COPY, SUBJECT, ANSWER_TO = "sender", "sent", "to", "copy", "subject", "answer_to"


def bare(line: str) -> str:
    """`line` without the quote marks before it, marks that nobody sees, and doubled spaces."""
    seen = line if line.isascii() else _UNSEEN.sub("", line)
    return " ".join(seen.split()).lstrip(">＞ ")


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; those of letters stand as words of their own."""
    return "(?:" + "|".join(_word(word) for word in sorted(set(words), key=len, reverse=True)) + ")"


def all_words(of: Callable[[Language], Words]) -> list[str]:
    """The words of every language that `of` takes from it."""
    return [word for language in LANGUAGES.values() for word in of(language)]


def touches(word: str) -> bool:
    """Whether `word` may touch its neighbours: Thai, Chinese, Japanese and Korean have no spaces around words."""
    return 0x0E00 <= ord(word[0]) < 0x1E00 or ord(word[0]) >= 0x2E00


def _word(word: str) -> str:
    return re.escape(word) if touches(word) else rf"(?<!\w){re.escape(word)}(?!\w)"


HEADER_KINDS: dict[str, set[str]] = {}
for _language in LANGUAGES.values():
    for _kind in (SENDER, SENT, TO, COPY, SUBJECT, ANSWER_TO):
        for _name in getattr(_language, _kind):
            HEADER_KINDS.setdefault(_name, set()).add(_kind)
