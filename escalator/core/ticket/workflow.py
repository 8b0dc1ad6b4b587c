"""The ticket machine: one transition table, one shared machine, one way in (`fire`)."""

from enum import StrEnum
from typing import TypedDict

from transitions import Machine, MachineError


class Status(StrEnum):
    """Where a ticket stands. `pending` waits for the customer, `on_hold` for someone else."""

    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    ON_HOLD = "on_hold"
    ESCALATED = "escalated"
    RESOLVED = "resolved"
    CLOSED = "closed"


class Trigger(StrEnum):
    """What can happen to a ticket's status; see the table for who may cause it."""

    BEGIN = "begin"
    ASK = "ask"
    HOLD = "hold"
    RESUME = "resume"
    CUSTOMER_REPLIED = "customer_replied"
    ESCALATE = "escalate"
    ACKNOWLEDGE = "acknowledge"
    RESOLVE = "resolve"
    REOPEN = "reopen"
    CLOSE = "close"
    MERGE = "merge"
    SPAM = "spam"


class Transition(TypedDict):
    """One row of the table, in the words of the `transitions` library."""

    trigger: str
    source: str
    dest: str


class IllegalMove(Exception):
    """A trigger that the ticket's status does not allow."""

    def __init__(self, status: str, trigger: str) -> None:
        self.status, self.trigger = str(status), str(trigger)
        self.allowed = allowed(status) if status in _STATUSES else []
        can = ", ".join(self.allowed) or "nothing"
        super().__init__(f"a ticket that is {self.status} cannot {self.trigger}; it can: {can}")


_STATUSES = [str(status) for status in Status]
_WAITING = (Status.PENDING, Status.ON_HOLD)
_FRESH = (Status.NEW, Status.OPEN)
_UNDER_WAY = (*_FRESH, *_WAITING, Status.ESCALATED)

_TABLE: tuple[tuple[Trigger, tuple[Status, ...], Status | None], ...] = (
    (Trigger.BEGIN, (Status.NEW,), Status.OPEN),
    (Trigger.ASK, _FRESH, Status.PENDING),
    (Trigger.HOLD, _FRESH, Status.ON_HOLD),
    (Trigger.RESUME, _WAITING, Status.OPEN),
    (Trigger.CUSTOMER_REPLIED, (*_WAITING, Status.RESOLVED), Status.OPEN),
    (Trigger.CUSTOMER_REPLIED, (*_FRESH, Status.ESCALATED), None),
    (Trigger.ESCALATE, (*_FRESH, *_WAITING), Status.ESCALATED),
    (Trigger.ACKNOWLEDGE, _UNDER_WAY, Status.OPEN),
    (Trigger.RESOLVE, _UNDER_WAY, Status.RESOLVED),
    (Trigger.REOPEN, (Status.RESOLVED,), Status.OPEN),
    (Trigger.CLOSE, (Status.RESOLVED,), Status.CLOSED),
    (Trigger.MERGE, (*_UNDER_WAY, Status.RESOLVED), Status.CLOSED),
    (Trigger.SPAM, _FRESH, Status.CLOSED),
)

TRANSITIONS: list[Transition] = [
    Transition(trigger=str(trigger), source=str(source), dest=str(dest or source))
    for trigger, sources, dest in _TABLE
    for source in sources
]


class _Slot:
    """Carries one status through the shared machine; the machine writes `state` on it."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


# No model, no callbacks, no queue: a move is a look-up that many threads may share (docs/decisions.md).
_MACHINE = Machine(
    model=None,
    states=_STATUSES,
    initial=Status.NEW.value,
    transitions=[dict(transition) for transition in TRANSITIONS],
    auto_transitions=False,
    ignore_invalid_triggers=False,
)


def fire(status: str, trigger: str) -> Status:
    """The status that follows `status` when `trigger` happens; raises `IllegalMove` otherwise."""
    event = _MACHINE.events.get(str(trigger))
    if event is None or status not in _STATUSES:
        raise IllegalMove(status, trigger)
    slot = _Slot(str(status))
    try:
        event.trigger(slot)
    except MachineError:
        raise IllegalMove(status, trigger) from None
    return Status(slot.state)


def allowed(status: str) -> list[str]:
    """The triggers that a ticket in `status` accepts, in the order of the table."""
    return list(dict.fromkeys(row["trigger"] for row in TRANSITIONS if row["source"] == status))


def is_open(status: str) -> bool:
    """Whether somebody still has to do something: neither resolved nor closed."""
    return status not in (Status.RESOLVED, Status.CLOSED)
