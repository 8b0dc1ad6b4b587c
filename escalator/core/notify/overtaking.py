"""Which letters an event overtakes: what was still to be sent, and would only confuse whoever reads it now."""

from collections.abc import Iterable, Mapping

from escalator.core.desk.model import Reason
from escalator.core.escalation.ladder import STEPS_DONE
from escalator.core.ticket.events import Event, Kind

from .customers import CustomerNoticeKind
from .notices import NoticeKind

Kinds = frozenset[str]

_TO_STAFF: Kinds = frozenset(kind for kind in NoticeKind if kind.offers_case) | {NoticeKind.YOURS}
_WARNING: Kinds = frozenset({NoticeKind.WARNING})
_CALL_NOW: Kinds = frozenset({NoticeKind.CALL_NOW})
_TAKEN, _REMINDER = frozenset({CustomerNoticeKind.TAKEN}), frozenset({CustomerNoticeKind.REMINDER})
_CALL, _CLOSE = frozenset({CustomerNoticeKind.CALL_BACK}), frozenset({CustomerNoticeKind.UNANSWERED_CLOSE})

_END_OF_RUN = (Kind.WINDOW_MISSED, Kind.STEP_UNREACHED, Kind.LADDER_ENDED)

# What the same unit of work posts is newer than what it overtakes: it is never its own victim.
_OVERTAKEN: Mapping[Kind, Kinds] = {
    Kind.ACKNOWLEDGED: _TO_STAFF | _TAKEN | _REMINDER,
    Kind.RESOLVED: _TO_STAFF | _TAKEN | _REMINDER,
    Kind.CLOSED: _TO_STAFF | _TAKEN | _REMINDER,
    Kind.MERGED: _TO_STAFF | _TAKEN | _REMINDER,
    Kind.WINDOW_MISSED: _TO_STAFF,
    Kind.STEP_UNREACHED: _TO_STAFF,
    Kind.LADDER_REMINDED: _TO_STAFF,
    Kind.LADDER_ENDED: _TO_STAFF,
    # Whoever was named to the customer has the case no more, or has spoken.
    Kind.LEASE_ENDED: _TAKEN,
    Kind.ASSIGNED: _TAKEN,
    Kind.AGENT_MESSAGE: _TAKEN | _REMINDER,
    Kind.CALL_LOGGED: _TAKEN | _REMINDER,
    # The customer has answered, which moves the ticket, or we do not wait for them any more.
    Kind.STATE_CHANGED: _REMINDER,
    Kind.REOPENED: _CLOSE,
    Kind.CALL_BACK_PROMISED: _CALL | _CALL_NOW,
    Kind.CALL_BACK_WITHDRAWN: _CALL | _CALL_NOW,
    Kind.CALL_BACK_KEPT: _CALL | _CALL_NOW,
    Kind.CALL_BACK_MISSED: _CALL | _CALL_NOW,
}


def overtaken(events: Iterable[Event]) -> Kinds:
    """The kinds of letters about a ticket that need not be sent any more after `events`."""
    happened = list(events)
    warned = any(event.kind is Kind.LADDER_ENDED and event.data["why"] == STEPS_DONE for event in happened)
    return frozenset().union(*(_by(event, warned) for event in happened))


def _by(event: Event, warned: bool) -> Kinds:
    """A last warning outlives its run, since it may wait for a digest: what it says holds until its promise breaks.

    `warned` says that a run of warnings has come to its end.
    """
    if event.kind is Kind.LADDER_STARTED and event.data["reason"] != Reason.WARNING:
        return _WARNING
    kinds = _OVERTAKEN.get(event.kind, frozenset())
    return kinds - _WARNING if warned and event.kind in _END_OF_RUN else kinds
