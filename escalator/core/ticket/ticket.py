"""A ticket as the fold of its events: every field here is what the timeline says it is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from . import participants
from .events import Event, Kind, instant
from .participants import Participant, Participants
from .stays import Stay, stays_after, stays_again
from .workflow import Status, Trigger, is_open

T = TypeVar("T")

SPAM = "spam"
"""The tag of what a human has closed as spam."""

PRIORITIES = ("low", "normal", "high", "urgent")


@dataclass(frozen=True, slots=True)
class Requester:
    """The customer who waits. `timezone` (IANA) and `language` (like `de`) are theirs; empty: as the desk has it."""

    email: str
    name: str = ""
    phone: str = ""
    organization: str = ""
    timezone: str = ""
    language: str = ""

    @property
    def domain(self) -> str:
        """Where their mail comes from, in small letters."""
        return self.email.lower().rpartition("@")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What is known of a ticket. `id` is the number in T-1042; `version` the sequence of its last event.

    `assignee` is where routing put it, `owner` the human who acknowledged it. `failed` and `failed_tiers` say
    who has already failed this case. `waiting_since` is the oldest customer message without an answer,
    `answered_at` the last public word of an agent, `changed_at` the time of the last event. `stays` are the spans
    in which it waited for somebody else or was resolved, oldest first. `ages` counts how often it was brought up
    because of its age, `aged_at` is the last such age; `resolves` and `snoozes` count those moves. `desk` is the
    version of the desk by which its promises are kept: that of its opening until a recalculation moves it. `case`
    is the oldest ticket of the matter that it is linked to (its own number if it is that); `verdict` (`watch` or
    `escalate`) says what the conversation looks like until somebody resolves it, `signals` what has shown so far.
    `silences` counts those that were too long, `silent_at` is when the last of them was. `participants` get the
    public replies too; `dismissed` are the addresses that somebody took off the ticket.
    """

    id: int
    subject: str = ""
    requester: Requester = Requester("")
    channel: str = "api"
    status: Status = Status.NEW
    priority: str = "normal"
    team: str | None = None
    level: int = 1
    assignee: str | None = None
    owner: str | None = None
    tags: tuple[str, ...] = ()
    created_at: datetime | None = None
    opened_by: str = "customer"
    replied: bool = False
    waiting_since: datetime | None = None
    answered_at: datetime | None = None
    stays: tuple[Stay, ...] = ()
    resolves: int = 0
    resolved_at: datetime | None = None
    resolved_by: str | None = None
    failed: tuple[str, ...] = ()
    failed_tiers: tuple[int, ...] = ()
    ages: int = 0
    aged_at: datetime | None = None
    snoozes: int = 0
    snoozed_until: datetime | None = None
    changed_at: datetime | None = None
    merged_into: int | None = None
    follow_up_of: int | None = None
    desk: int = 0
    case: int | None = None
    verdict: str = ""
    signals: tuple[str, ...] = ()
    silences: int = 0
    silent_at: datetime | None = None
    participants: Participants = ()
    dismissed: tuple[str, ...] = ()
    version: int = 0

    @property
    def ref(self) -> str:
        return f"T-{self.id}"

    @property
    def is_open(self) -> bool:
        return is_open(self.status)

    @property
    def people(self) -> Participants:
        """All outside the desk who get the public replies, the requester first."""
        return (Participant(self.requester.email, self.requester.name), *self.participants)

    @property
    def correspondents(self) -> frozenset[str]:
        """Their addresses, in small letters."""
        return frozenset(one.email.casefold() for one in self.people)


def evolve(ticket: Ticket, event: Event) -> Ticket:
    """The ticket after `event`; events that say nothing about the ticket itself only raise its version."""
    change = _CHANGES.get(event.kind)
    fields = change(ticket, event) if change else {}
    status = fields.get("status", ticket.status)
    if status is not ticket.status:
        fields = _moving(ticket, status, event.at) | fields
    return replace(ticket, version=ticket.version + 1, changed_at=event.at, **fields)


_IN_SIGHT = (Status.ESCALATED, Status.RESOLVED, Status.CLOSED)


def _moving(ticket: Ticket, to: Status, at: datetime) -> dict[str, Any]:
    """A change of status ends one stay and may begin another; what must be seen is not snoozed any more."""
    moved: dict[str, Any] = {"stays": stays_after(ticket.stays, to, at)}
    return moved | {"snoozed_until": None} if to in _IN_SIGHT else moved


def _created(_: Ticket, event: Event) -> dict[str, Any]:
    data = event.data
    by_customer = event.actor.kind == "customer"
    return {
        "subject": data["subject"],
        "requester": Requester(**data["requester"]),
        "channel": data["channel"],
        "priority": data["priority"],
        "team": data["team"],
        "level": data["level"],
        "tags": tuple(data["tags"]),
        "created_at": event.at,
        "opened_by": event.actor.kind,
        "waiting_since": event.at if by_customer else None,
        "follow_up_of": data.get("follow_up_of"),
        "case": data.get("case"),
        "desk": data.get("desk", 0),
        "failed": tuple(data.get("failed", ())),
        "failed_tiers": tuple(data.get("failed_tiers", ())),
        "participants": participants.of_data(data.get("participants", ())),
        "dismissed": participants.dismissed_of(data.get("participants", ())),
    }


def _customer_spoke(ticket: Ticket, event: Event) -> dict[str, Any]:
    return {"waiting_since": ticket.waiting_since or event.at, "snoozed_until": None}


def _agent_spoke(ticket: Ticket, event: Event) -> dict[str, Any]:
    # An agent who speaks before the customer ever did has not answered anything (sla-semantics.md, 7).
    replied = ticket.replied or ticket.waiting_since is not None
    return {"replied": replied, "waiting_since": None, "answered_at": event.at}


def _assigned(ticket: Ticket, event: Event) -> dict[str, Any]:
    data = event.data
    handed_on = ticket.owner is not None and data["assignee"] != ticket.owner
    return {
        "team": data["team"],
        "assignee": data["assignee"],
        "level": data["level"],
        "owner": None if handed_on else ticket.owner,
    }


def _moved(ticket: Ticket, event: Event) -> dict[str, Any]:
    status = Status(event.data["to"])
    # To be escalated means that a human must take it: whoever owned it does no longer.
    return {"status": status, "owner": None if status is Status.ESCALATED else ticket.owner}


def _acknowledged(_: Ticket, event: Event) -> dict[str, Any]:
    data = event.data
    taken = {"status": Status(data["to"]), "owner": data["owner"], "assignee": data["owner"]}
    return taken | {"team": data["team"], "level": data["level"]}


def _resolved(ticket: Ticket, event: Event) -> dict[str, Any]:
    return {
        "status": Status.RESOLVED,
        "owner": None,
        "verdict": "",
        "resolves": ticket.resolves + 1,
        "resolved_at": event.at,
        # Whom a rule resolved for nobody can fail it.
        "resolved_by": event.actor.name if event.actor.is_human else None,
    }


def _reopened(ticket: Ticket, event: Event) -> dict[str, Any]:
    # A reopening after one's own resolve counts as having failed the case (workflow.md).
    return {"status": Status.OPEN, "resolved_at": None, "resolved_by": None} | _failing(
        ticket, event.data["failed"], event.data["failed_tier"]
    )


def _closed(ticket: Ticket, event: Event) -> dict[str, Any]:
    """Spam can be told from what was solved, by whoever looks for it."""
    moved = _moved(ticket, event)
    is_spam = event.data.get("trigger") == Trigger.SPAM
    return moved | {"tags": _with(ticket.tags, SPAM)} if is_spam else moved


def _undone(ticket: Ticket, event: Event) -> dict[str, Any]:
    """What was resolved before it was closed has been so all the while."""
    to, since = Status(event.data["to"]), ticket.resolved_at
    if to is not Status.RESOLVED or since is None:
        return {"status": to, "tags": tuple(tag for tag in ticket.tags if tag != SPAM)}
    return {"status": to, "stays": stays_again(ticket.stays, to, since)}


def _lease_ended(ticket: Ticket, event: Event) -> dict[str, Any]:
    return {"owner": None} | _failing(ticket, event.data["person"], event.data["tier"])


def _failing(ticket: Ticket, person: str | None, tier: int | None) -> dict[str, Any]:
    return {"failed": _with(ticket.failed, person), "failed_tiers": _with(ticket.failed_tiers, tier)}


def _with(known: tuple[T, ...], new: T | None) -> tuple[T, ...]:
    return known if new is None or new in known else (*known, new)


def _edited(_: Ticket, event: Event) -> dict[str, Any]:
    data = dict(event.data)
    if "tags" in data:
        data["tags"] = tuple(data["tags"])
    return data


def _snoozed(ticket: Ticket, event: Event) -> dict[str, Any]:
    return {"snoozes": ticket.snoozes + 1, "snoozed_until": instant(event.data["until"])}


def _aged(_: Ticket, event: Event) -> dict[str, Any]:
    # The first events of this kind did not say which age; they came soon after it.
    return {"ages": event.data["number"], "aged_at": instant(event.data.get("age")) or event.at}


def _merged(_: Ticket, event: Event) -> dict[str, Any]:
    return {"status": Status.CLOSED, "owner": None, "merged_into": event.data["into"]}


def _absorbed(ticket: Ticket, event: Event) -> dict[str, Any]:
    """Merging buys no time: the oldest creation and the oldest unanswered message count (sla-semantics.md, 16)."""
    data = event.data
    created, waiting = instant(data["created_at"]), instant(data["waiting_since"])
    return {
        "created_at": _earlier(ticket.created_at, created),
        "waiting_since": _earlier(ticket.waiting_since, waiting),
        "replied": ticket.replied or (data["replied"] and not _asked_before(ticket, waiting)),
        "answered_at": max(filter(None, (ticket.answered_at, instant(data["answered_at"]))), default=None),
        "snoozed_until": None if waiting else ticket.snoozed_until,
        "ages": max(ticket.ages, data["ages"]),
        "aged_at": max(filter(None, (ticket.aged_at, instant(data["aged_at"]))), default=None),
        "case": ticket.case if ticket.case is not None else data.get("case"),
        "failed": _all(ticket.failed, data["failed"]),
        "failed_tiers": _all(ticket.failed_tiers, data["failed_tiers"]),
        "participants": participants.with_all(ticket.participants, _newcomers(ticket, data)),
    }


def _newcomers(ticket: Ticket, data: Mapping[str, Any]) -> list[Participant]:
    """Who was on the other ticket and is welcome on this one."""
    said = participants.of_data(data.get("participants", ()))
    return [one for one in said if one.email.casefold() not in (ticket.requester.email.casefold(), *ticket.dismissed)]


def _asked_before(ticket: Ticket, waiting: datetime | None) -> bool:
    """Whether the ticket's own first question is the oldest one: its first reply is still owed."""
    own = ticket.waiting_since
    return own is not None and (waiting is None or own <= waiting)


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min(filter(None, (one, other)), default=None)


def _all(known: tuple[T, ...], more: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*known, *more)))


def _joined_by(ticket: Ticket, event: Event) -> dict[str, Any]:
    one = Participant(event.data["email"], event.data["name"])
    back = tuple(email for email in ticket.dismissed if email != one.email.casefold())
    return {"participants": participants.with_all(ticket.participants, [one]), "dismissed": back}


def _left_by(ticket: Ticket, event: Event) -> dict[str, Any]:
    email = event.data["email"]
    left = participants.without(ticket.participants, email)
    return {"participants": left, "dismissed": _with(ticket.dismissed, email.casefold())}


def _signalled(ticket: Ticket, event: Event) -> dict[str, Any]:
    kind = event.data["kind"]
    shown = {"signals": _with(ticket.signals, kind)}
    if kind != "silence":
        return shown
    return shown | {"silences": ticket.silences + 1, "silent_at": instant(event.data["since"])}


_CHANGES: Mapping[Kind, Callable[[Ticket, Event], dict[str, Any]]] = {
    Kind.CREATED: _created,
    Kind.CUSTOMER_MESSAGE: _customer_spoke,
    Kind.AGENT_MESSAGE: _agent_spoke,
    Kind.CALL_LOGGED: _agent_spoke,
    Kind.ASSIGNED: _assigned,
    Kind.STATE_CHANGED: _moved,
    Kind.ACKNOWLEDGED: _acknowledged,
    Kind.PRIORITY_CHANGED: lambda _, event: {"priority": event.data["to"]},
    Kind.RESOLVED: _resolved,
    Kind.REOPENED: _reopened,
    Kind.CLOSED: _closed,
    Kind.UNDONE: _undone,
    Kind.MERGED: _merged,
    Kind.ABSORBED: _absorbed,
    Kind.EDITED: _edited,
    Kind.SNOOZED: _snoozed,
    Kind.SNOOZE_ENDED: lambda _, __: {"snoozed_until": None},
    Kind.AGE_REACHED: _aged,
    Kind.DESK_CHANGED: lambda _, event: {"desk": event.data["desk"]},
    Kind.LEASE_ENDED: _lease_ended,
    Kind.SIGNAL_FOUND: _signalled,
    Kind.VERDICT_REACHED: lambda _, event: {"verdict": event.data["verdict"]},
    Kind.LINKED: lambda _, event: {"case": event.data["case"]},
    Kind.UNLINKED: lambda _, __: {"case": None},
    Kind.PARTICIPANT_ADDED: _joined_by,
    Kind.PARTICIPANT_REMOVED: _left_by,
}
