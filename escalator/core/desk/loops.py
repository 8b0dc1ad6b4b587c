"""What the desk says of loops: when a case goes in circles, what words mean, and who owns which topic."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from marshmallow import fields, post_load, validate

from . import kinds
from .kinds import Choice, Named, Section, Several, at_most

SAYS = ("wants_person", "wants_call", "wants_manager", "leaving", "no_help", "complaint")
"""What a customer's words can say, beyond what they are about."""

GUARDED = ("privacy", "security", "safety", "legal", "payment")
"""The topics for which words in five languages are shipped."""

WEIGHTS: Mapping[str, int] = MappingProxyType(
    {
        "silence": 4,
        "wants_person": 4,
        "wants_manager": 4,
        "machines": 4,
        "same_reply": 3,
        "back_and_forth": 2,
        "reopened": 2,
        "ping_pong": 2,
        "unanswered": 2,
        "two_tickets": 2,
        "breaches": 2,
        "wants_call": 2,
        "complaint": 2,
        "leaving": 2,
        "handed_on": 1,
        "paused": 1,
        "paused_unanswered": 1,
        "resolved_unanswered": 1,
        "no_help": 1,
    }
)
"""What each signal weighs unless the desk says otherwise; 0 switches it off. `no_help` weighs this each time."""


@dataclass(frozen=True, slots=True)
class LoopRules:
    """When a case goes in circles. The three silences are open time of `calendar` (None: that of the routing team):
    while it is our turn, while somebody else has to act, and once the customer was told or asked something.

    A score from `watch` on is watched, from `escalate` on it starts a ladder. `weights` are what the desk sets
    apart from WEIGHTS. `likeness` is how like two texts must be, in percent, to count as the same.
    """

    calendar: str | None = None
    silence: timedelta = timedelta(hours=12)
    silence_of_others: timedelta = timedelta(hours=16)
    silence_of_customer: timedelta = timedelta(hours=40)
    rounds: int = 5
    reopenings: int = 2
    hand_overs: int = 3
    unanswered: int = 3
    breaches: int = 2
    machine_turns: int = 4
    paused_for: timedelta = timedelta(days=3)
    paused_share: int = 50
    likeness: int = 90
    watch: int = 2
    escalate: int = 4
    weights: Mapping[str, int] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def weight(self, kind: str) -> int:
        return self.weights.get(kind, WEIGHTS[kind])


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that bring a case at once to those who own the topic: its `ladder` is started, its `team` gets the case.

    `words` are the desk's own; those that are shipped for the name count too, if `shipped_words`.
    """

    name: str
    words: tuple[str, ...] = ()
    ladder: str | None = None
    team: str | None = None
    shipped_words: bool = True


def _phrases(**settings: Any) -> Several:
    return Several(kinds.line(), validate=at_most(200), post_load=tuple, **settings)


def _count(least: int, most: int) -> fields.Integer:
    return fields.Integer(validate=validate.Range(least, most))


class LoopsSection(Section):
    calendar = kinds.name()
    silence = kinds.span()
    silence_of_others = kinds.span()
    silence_of_customer = kinds.span()
    rounds = _count(2, 50)
    reopenings = _count(1, 8)
    hand_overs = _count(1, 50)
    unanswered = _count(2, 50)
    breaches = _count(1, 50)
    machine_turns = _count(2, 50)
    paused_for = kinds.span()
    paused_share = _count(1, 100)
    likeness = _count(50, 100)
    watch = _count(1, 100)
    escalate = _count(1, 100)
    weights = Named(Choice("signal", WEIGHTS, str), _count(0, 100))
    phrases = Named(Choice("such meaning of words", SAYS, str), _phrases())

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> LoopRules:
        return LoopRules(**said)


class TopicSection(Section):
    words = _phrases()
    ladder = kinds.name()
    team = kinds.name()
    shipped_words = fields.Boolean()
