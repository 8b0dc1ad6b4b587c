"""What a customer's words say: that they want a person, a call or a manager, that it did not help, that they leave.

A phrase counts where it stands in words of the customer's own, and is not denied in the same breath.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from escalator.core.desk.loops import SAYS, LoopRules, Topic

from . import languages
from .phrases import Phrasebook

# These say no themselves: a "not" before them makes them no friendlier.
_CERTAIN = ("no_help", "complaint")
_MOST_DESKS = 16


@dataclass(frozen=True, slots=True)
class Reading:
    """`says` are codes, in the order of SAYS."""

    says: tuple[str, ...] = ()


def read(text: str, rules: LoopRules) -> Reading:
    """What a customer's message says, by the shipped phrases and the desk's own."""
    said = _phrasebook(tuple((code, tuple(phrases)) for code, phrases in rules.phrases.items())).meanings(text)
    return Reading(tuple(code for code in SAYS if code in said))


def topics_of(text: str, topics: Sequence[Topic]) -> tuple[str, ...]:
    """The names of the desk's topics that the text is about, in the desk's order."""
    if not topics:
        return ()
    about = _topic_book(tuple((topic.name, topic.words, topic.shipped_words) for topic in topics)).meanings(text)
    return tuple(topic.name for topic in topics if topic.name in about)


@lru_cache(_MOST_DESKS)
def _phrasebook(own: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrasebook:
    return Phrasebook({code: languages.says(code) for code in SAYS}, dict(own), languages.NEGATIONS, _CERTAIN)


@lru_cache(_MOST_DESKS)
def _topic_book(topics: tuple[tuple[str, tuple[str, ...], bool], ...]) -> Phrasebook:
    shipped = {name: languages.words_for(name) for name, _, with_shipped in topics if with_shipped}
    return Phrasebook(shipped, {name: words for name, words, _ in topics}, languages.NEGATIONS)
