"""What can happen to a ticket, as it stands in the timeline: append-only, gap-free, JSON-shaped."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """The types of events. The first block is the neutral timeline format; the rest is ours."""

    CREATED = "created"
    CUSTOMER_MESSAGE = "customer_message"
    AGENT_MESSAGE = "agent_message"
    INTERNAL_NOTE = "internal_note"
    CALL_LOGGED = "call_logged"
    ASSIGNED = "assigned"
    STATE_CHANGED = "state_changed"
    PRIORITY_CHANGED = "priority_changed"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    CLOSED = "closed"
    MERGED = "merged"

    MACHINE_MESSAGE = "machine_message"
    UNDONE = "undone"
    ABSORBED = "absorbed"
    SNOOZED = "snoozed"
    SNOOZE_ENDED = "snooze_ended"
    DESK_CHANGED = "desk_changed"
    EDITED = "edited"
    ACKNOWLEDGED = "acknowledged"
    AGE_REACHED = "age_reached"

    CLOCK_STARTED = "clock_started"
    CLOCK_PAUSED = "clock_paused"
    CLOCK_RESUMED = "clock_resumed"
    CLOCK_RETARGETED = "clock_retargeted"
    CLOCK_WARNED = "clock_warned"
    CLOCK_MET = "clock_met"
    CLOCK_BREACHED = "clock_breached"
    CLOCK_CANCELLED = "clock_cancelled"

    WATCHED = "watched"
    SIGNAL_FOUND = "signal_found"
    VERDICT_REACHED = "verdict_reached"
    TOPIC_FOUND = "topic_found"
    LINKED = "linked"
    UNLINKED = "unlinked"
    CUSTOMER_TOLD = "customer_told"
    CUSTOMER_REMINDED = "customer_reminded"
    CUSTOMER_UNREACHED = "customer_unreached"
    PARTICIPANT_ADDED = "participant_added"
    PARTICIPANT_REMOVED = "participant_removed"
    MAIL_HELD = "mail_held"
    MAIL_REFUSED = "mail_refused"

    CALL_BACK_PROMISED = "call_back_promised"
    CALL_BACK_WITHDRAWN = "call_back_withdrawn"
    CALL_BACK_OPENED = "call_back_opened"
    CALL_BACK_KEPT = "call_back_kept"
    CALL_BACK_MISSED = "call_back_missed"
    REPLY_HELD = "reply_held"
    REPLY_RELEASED = "reply_released"
    REPLY_RETURNED = "reply_returned"
    REVIEW_OVERDUE = "review_overdue"

    LADDER_STARTED = "ladder_started"
    LADDER_REPINNED = "ladder_repinned"
    STEP_ASKED = "step_asked"
    STEP_DONE = "step_done"
    STEP_LEFT_OUT = "step_left_out"
    STEP_UNREACHED = "step_unreached"
    STEP_SKIPPED = "step_skipped"
    WINDOW_MISSED = "window_missed"
    REASON_ADDED = "reason_added"
    OWNER_TOLD = "owner_told"
    LEASE_SETTLED = "lease_settled"
    LEASE_ENDED = "lease_ended"
    LADDER_EXHAUSTED = "ladder_exhausted"
    LADDER_REMINDED = "ladder_reminded"
    LADDER_ENDED = "ladder_ended"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who caused an event: `customer`, `agent`, `machine` or `system`, and the e-mail address or part that acted.

    A `machine` is somebody else's: it answers for a person, or tells that mail came back.
    """

    kind: str
    name: str

    @property
    def is_human(self) -> bool:
        return self.kind in ("customer", "agent")


SYSTEM = Actor("system", "escalator")


def machine(sender: str) -> Actor:
    """Somebody else's machine at this address: who writes its messages too, so that they are never the customer's."""
    return Actor("machine", sender)


@dataclass(frozen=True, slots=True)
class Event:
    """One fact of a ticket's life.

    `at` is aware UTC. `data` holds JSON values only (instants as ISO 8601 text, spans as seconds), so that a
    replay of stored events gives the same state. `cause` names what led to it: a request, a deadline, a rule.
    """

    kind: Kind
    at: datetime
    actor: Actor = SYSTEM
    cause: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def stamp(instant: datetime | None) -> str | None:
    """An instant as it stands in an event's data: ISO 8601 in UTC."""
    return None if instant is None else instant.astimezone(UTC).isoformat()


def instant(text: str | None) -> datetime | None:
    """The inverse of `stamp`."""
    return None if text is None else datetime.fromisoformat(text)
