"""Plain words out of a text as people type it: no case, no accents, no quotes of others, and never too many."""

import re
import unicodedata

MOST_READ = 20_000
"""Characters of a text that are looked at: its beginning and, of a longer one, its end."""
STOP = "."
"""Stands between two sentences; a meaning may end with it, and a negation does not reach beyond."""

PAUSE = ","
"""Stands within a sentence: a meaning goes on behind it, a negation does not."""

_TAIL = 4_000
_SIGNS = {",": PAUSE, ":": PAUSE}
QUOTED = re.compile(r"^[ \t]{0,8}>.*", re.MULTILINE)
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ＇"))
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[.!?;…,:]|\n[ \t\r]{0,40}\n")


def words_of(text: str) -> list[str]:
    """The words of a text in order, with STOP and PAUSE between them; lines that quote somebody are left out."""
    said = QUOTED.sub("", _bounded(text))
    return [_SIGNS.get(part, STOP) if not part.isalnum() else part for part in _WORD_OR_SIGN.findall(plain(said))]


def plain(text: str) -> str:
    """Small letters without accents and apostrophes, so that `Don’t` and `dont`, `é` and `e` are the same."""
    small = text.translate(_APOSTROPHES).casefold()
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small)[: 2 * MOST_READ]
    return "".join([char for char in apart if not unicodedata.combining(char)])


def _bounded(text: str) -> str:
    if len(text) <= MOST_READ:
        return text
    return f"{text[: MOST_READ - _TAIL]}\n{text[-_TAIL:]}"
