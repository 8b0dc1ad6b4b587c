"""Whether two texts say nearly the same, whoever they greet and whatever number they name.

Greetings, signatures, numbers and dates hide that a reply is canned, so they are left out before texts are compared.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from escalator.core.desk.loops import LoopRules

from .words import QUOTED, plain

MOST_COMPARED = 1_000
"""Characters of a text that are compared."""
MOST_READ = 4 * MOST_COMPARED
"""Characters of a text that are looked at: greetings and quotes stand in them too."""
MOST_EARLIER = 50
"""Earlier texts that are compared, the newest."""
LEAST = 40
"""Characters below which a text says nothing of its own: everybody writes "thank you very much"."""

_GREETING = re.compile(
    r"\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|moin|liebe[rs]?"
    r"|sehr geehrte[rs]?|bonjour|bonsoir|cher|chere|madame|monsieur|hola|buenos dias|buenas tardes|estimad[oa]s?"
    r"|querid[oa]|ola|bom dia|boa tarde|boa noite|prezad[oa]s?|car[oa])\b[^\n]{0,80}(?:\n|$)"
)
_CLOSING = re.compile(
    r"^[ \t]{0,8}(?:--|__|(?:(?:best|kind|warm|many|with kind|with best) regards|regards|best wishes|sincerely"
    r"|yours (?:sincerely|faithfully|truly)|cheers|mit (?:freundlichen|besten|lieben|herzlichen) gru|viele gru"
    r"|(?:beste|freundliche|liebe|herzliche) gru|mfg\b|cordialement|bien (?:cordialement|a vous)|sinceres salutations"
    r"|(?:un |cordial |atento )?saludos?\b|atentamente|atenciosamente|(?:com os )?(?:melhores "
    r")?cumprimentos|abracos?\b"
    r"|sent from my |von meinem .{1,40} gesendet))",
    re.MULTILINE,
)
# Thanks that are a line of their own, and a name below them, end a letter too.
_THANKS = re.compile(
    r"\W*(?:(?:many |vielen |herzlichen |besten |muito |muchas |mil )?(?:thanks|thank you|thx|danke?|merci|gracias|"
    r"obrigad[oa])(?: (?:so much|very much|you|a lot|again|in advance|im voraus|schon|beaucoup|d'avance|de antemano|"
    r"desde ja))?)\W*"
)
_NAME = re.compile(r"[^\W\d_]+(?:[ .'-]{1,2}[^\W\d_]+){0,2}\.?")
_VARIABLE = re.compile(r"[@\d]")
_GAPS = re.compile(r"[\W_]+")


def like(text: str, earlier: Iterable[tuple[int, str]], rules: LoopRules) -> tuple[int, ...]:
    """The ids of the `earlier` texts (oldest first) that say nearly the same as `text`.

    A short text is like no other. At most the newest fifty are compared, and of each the first thousand characters.
    """
    said = core(text)
    if len(said) < LEAST:
        return ()
    others = {id: core(other) for id, other in list(earlier)[-MOST_EARLIER:]}
    alike = process.extract_iter(said, others, scorer=fuzz.ratio, processor=None, score_cutoff=rules.likeness)
    return tuple(id for _, _, id in alike)


def core(text: str) -> str:
    """What a text says of its own: without greeting, signature, quotes, and everything with digits or addresses."""
    return _core(text[:MOST_READ])  # a cache keeps what it is asked with


@lru_cache(2048)
def _core(text: str) -> str:
    own = plain(QUOTED.sub("", text))
    start = _GREETING.match(own)
    own = own[start.end() :] if start else own
    end = _CLOSING.search(own)
    own = own[: end.start()] if end and end.start() else own
    words = " ".join([word for word in own.split() if not _VARIABLE.search(word)])
    return _GAPS.sub(" ", words).strip()[:MOST_COMPARED]


def without_signature(text: str, name: str = "") -> str:
    """What stands above the closing words, or above the `name` of who wrote it where there are none."""
    lines = text.splitlines()
    own = {plain(part) for part in (name, *name.split()) if len(part) > 1}
    said = [plain(line) for line in lines]
    for place in range(1, len(lines)):
        is_name = said[place].strip(" \t-,.") in own
        if _CLOSING.match(said[place]) or is_name or _thanks_end(said, place):
            return "\n".join(lines[:place]) if "".join(lines[:place]).strip() else text
    return text


def _thanks_end(said: Sequence[str], place: int) -> bool:
    """Whether there are thanks in this line and nothing below, or what looks like a name."""
    if _THANKS.fullmatch(said[place]) is None:
        return False
    below = next((said[n].strip() for n in range(place + 1, len(said)) if said[n].strip()), None)
    return below is None or _NAME.fullmatch(below) is not None
