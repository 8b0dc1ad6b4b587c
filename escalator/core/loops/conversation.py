"""Folds a ticket's timeline into what a loop could show in; and keeps that as JSON."""

from dataclasses import replace

from escalator.core.ticket.events import Event, Kind

from . import course as courses
from . import talk as talks
from .codec import from_json, to_json
from .joining import joined
from .marks import Mark
from .memory import EMPTY, Conversation

__all__ = ["EMPTY", "Conversation", "evolve", "from_json", "to_json"]

_TELLING = courses.TELLING | talks.TELLING | {Kind.ABSORBED}


def evolve(conversation: Conversation, event: Event) -> Conversation:
    """The conversation after `event`; most events only move its number on.

    Beside its `message` an event may say what the words mean: `says` and `topics` for a customer's, `like` (the
    numbers of earlier replies that are nearly the same) for ours, `side` for whom a machine speaks. A ticket that a
    `machine` opened asks nothing. A merge says all of the other `conversation`.
    """
    number, talk, course = conversation.events + 1, conversation.talk, conversation.course
    customer = _customer(event) or conversation.customer
    if event.kind not in _TELLING:
        return Conversation(number, talk, course, customer)
    if event.kind is Kind.ABSORBED:
        return joined(replace(conversation, events=number), from_json(event.data.get("conversation")))
    message = event.data.get("message")
    mark = Mark(event.at, number, message if isinstance(message, int) else None)
    moved = courses.after(course, event, mark, bool(talk.unanswered.times))
    said = talks.after(talk, event, mark, moved.team)
    if event.kind is Kind.RESOLVED and not talk.unanswered.times:
        # What they wished for or complained of was served; a word of thanks that reopens the case is no wish.
        said = said._replace(said=None)
    return Conversation(number, said, moved, customer)


def _customer(event: Event) -> str:
    """Who waits, as a ticket says when it begins."""
    return str(event.data.get("requester", {}).get("email", "")) if event.kind is Kind.CREATED else ""
