"""What the desk says of questions to customers: how they are put, when we remind of them, when we stop waiting."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from string import Formatter
from typing import Any

from marshmallow import ValidationError, post_load, validates_schema

from . import kinds
from .kinds import Named, Section, Several, Written, at_most
from .problems import Finding

PLACEHOLDERS = ("requester", "ticket", "agent")
"""What may stand in braces in a question: the customer's name, the ticket's number, the name of who asks."""

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class AskingRules:
    """The desk's ready-made questions by name, and what follows when the customer does not answer one.

    A reminder goes out at each of `remind_after`, and at `close_after` the ticket is resolved (None: never): all
    counted from the question, in open time of `calendar` (None: wall clock).
    """

    templates: Mapping[str, str] = field(default_factory=dict)
    remind_after: tuple[timedelta, ...] = ()
    close_after: timedelta | None = None
    calendar: str | None = None


def _question(text: str) -> str:
    if not text.strip() or len(text) > _LONGEST:
        raise ValueError(f"a question has from 1 to {_LONGEST} characters")
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise ValueError("a brace stands here alone") from None
    for _, name, form, conversion in parts:
        if name is not None and (name not in PLACEHOLDERS or form or conversion):
            raise ValueError(f"nobody knows what to put in for {{{name}}}")
    return text


class AskingSection(Section):
    templates = Named(
        kinds.name(),
        Written(_question, "Only {requester}, {ticket} and {agent} are filled in; write {{ to mean a brace."),
        most=100,
    )
    remind_after = Several(kinds.span(), validate=at_most(20), post_load=tuple)
    close_after = kinds.span()
    calendar = kinds.name()

    @validates_schema
    def refuse_disorder(self, said: Mapping[str, Any], **_: Any) -> None:
        if found := [*_disorder(said.get("remind_after", ()), said.get("close_after"))]:
            raise ValidationError(found)

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> AskingRules:
        return AskingRules(**said)


def _disorder(reminders: tuple[timedelta, ...], close_after: timedelta | None) -> Iterator[Finding]:
    """Nobody gets two reminders at once, nor a close before the last of them."""
    for number, (before, after) in enumerate(pairwise(reminders), start=1):
        if after <= before:
            message = "this reminder does not come after the one before it"
            yield Finding(("remind_after", number), message, "Sort them; all are counted from the question.")
    if close_after is not None and reminders and close_after <= reminders[-1]:
        message = "the ticket would be closed before the last reminder could be answered"
        yield Finding(("close_after",), message, "Make it longer than the last of `remind_after`.")
