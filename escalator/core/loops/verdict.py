"""What the signals of a case come to: nothing, a case to watch, or one that a named person must take."""

from collections.abc import Sequence
from dataclasses import dataclass

from escalator.core.desk.loops import LoopRules

from .signals import Found

NOTHING, WATCH, ESCALATE = "", "watch", "escalate"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`word` is empty, `watch` or `escalate`; `score` the weight of all signals; `reasons` come heaviest first."""

    word: str
    score: int
    reasons: tuple[str, ...]


def verdict(found: Sequence[Found], rules: LoopRules) -> Verdict:
    """The weights of the signals add up; the desk says from what score on it acts."""
    score = sum(signal.weight for signal in found)
    word = ESCALATE if score >= rules.escalate else WATCH if score >= rules.watch else NOTHING
    heaviest = sorted(found, key=lambda signal: -signal.weight)
    return Verdict(word, score, tuple(signal.why for signal in heaviest))
