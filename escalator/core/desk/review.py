"""What the desk says of replies that a second person reads before they go out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from marshmallow import ValidationError, fields, post_load, validates_schema

from . import kinds
from .kinds import Section, Several, at_most
from .problems import Finding


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """Which replies are held; an empty tuple asks nothing, and all that is asked must hold.

    `words` stand in the reply, `topics` are what it touches, `agents` are the addresses of who wrote it.
    """

    words: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """A reply that any of `rules` takes is held, to be read `within` open time of `calendar` (None: wall clock)."""

    rules: tuple[ReviewRule, ...] = ()
    within: timedelta = timedelta(hours=2)
    calendar: str | None = None


class ReviewRuleSection(Section):
    words = Several(kinds.line(), validate=at_most(200), post_load=tuple)
    topics = Several(kinds.name(), validate=at_most(50), post_load=tuple)
    agents = Several(kinds.address(), validate=at_most(500), post_load=tuple)

    @validates_schema
    def refuse_empty(self, said: Mapping[str, Any], **_: Any) -> None:
        if not any(said.values()):
            remedy = "Give it words, topics or agents; a rule without any would hold every reply."
            raise ValidationError([Finding((), "this rule does not say which replies it holds", remedy)])

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> ReviewRule:
        return ReviewRule(**said)


class ReviewSection(Section):
    rules = fields.List(fields.Nested(ReviewRuleSection), validate=at_most(50), post_load=tuple)
    within = kinds.span()
    calendar = kinds.name()

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> ReviewRules:
        return ReviewRules(**said)
