"""What the signals of a case come to: nothing, a case to watch, or one that a named person must take."""

from collections.abc import Sequence
from dataclasses import dataclass

from escalator.core.desk.loops import LoopRules

from .signals import Found

NOTHING, WATCH, ESCALATE = "", "watch", "escalate"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`word` is empty, `watch` or `escalate`; `score` the weight of all `signals`, which come heaviest first."""

    word: str
    score: int
    signals: tuple[Found, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in sentences."""
        return tuple(signal.why for signal in self.signals)


def verdict(found: Sequence[Found], rules: LoopRules) -> Verdict:
    """The weights of the signals add up; the desk says from what score on it acts."""
    score = sum(signal.weight for signal in found)
    word = ESCALATE if score >= rules.escalate else WATCH if score >= rules.watch else NOTHING
    return Verdict(word, score, tuple(sorted(found, key=lambda signal: -signal.weight)))
