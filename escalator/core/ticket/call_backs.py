"""The call that a customer was promised: the fold of what was promised, withdrawn, kept and missed."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from .events import Event, Kind, stamp


class CallState(StrEnum):
    """Where a promise stands; `merged`: it is kept in the ticket into which this one was merged."""

    PROMISED = "promised"
    OPEN = "open"
    MISSED = "missed"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


_STANDING = (CallState.PROMISED, CallState.OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBack:
    """Somebody calls `phone` from `opens` to `closes`; the customer knows the window in the zone `tz`.

    `number` grows with every promise of a ticket, and is that of its deadlines. `person` will call, if anybody is
    named yet; `desk` is the version under which the call was promised.
    """

    number: int
    opens: datetime
    closes: datetime
    tz: str
    phone: str
    person: str | None
    promised_by: str
    desk: int
    state: CallState = CallState.PROMISED

    @property
    def stands(self) -> bool:
        """Whether the call can still be made in time."""
        return self.state in _STANDING

    @property
    def owed(self) -> bool:
        """Whether somebody still has to call, in time or late."""
        return self.stands or self.state is CallState.MISSED


def evolve(call: CallBack | None, event: Event) -> CallBack | None:
    """The promise after `event`; the last one is kept when it is over."""
    if event.kind is Kind.CALL_BACK_PROMISED:
        return of_data({**event.data, "promised_by": event.actor.name})
    if event.kind is Kind.ABSORBED:
        return _absorbed(call, event)
    change = _CHANGES.get(event.kind)
    return change(call, event) if call is not None and change is not None else call


def of_data(data: Mapping[str, Any]) -> CallBack:
    """A promise as it stands in an event or a row."""
    return CallBack(
        number=data["number"],
        opens=datetime.fromisoformat(data["opens"]),
        closes=datetime.fromisoformat(data["closes"]),
        tz=data["tz"],
        phone=data["phone"],
        person=data["person"],
        promised_by=data["promised_by"],
        desk=data["desk"],
        state=CallState(data.get("state", CallState.PROMISED)),
    )


def to_data(call: CallBack) -> dict[str, Any]:
    """The inverse of `of_data`."""
    return asdict(call) | {"opens": stamp(call.opens), "closes": stamp(call.closes), "state": str(call.state)}


def is_first(call: CallBack, other: CallBack | None) -> bool:
    """Whether of two promises on one matter this is the one to keep: the earlier, since merging buys no time."""
    return call.stands and (other is None or not other.stands or call.closes < other.closes)


def _absorbed(call: CallBack | None, event: Event) -> CallBack | None:
    data = event.data.get("call_back")
    theirs = of_data(data) if data else None
    return theirs if theirs is not None and is_first(theirs, call) else call


def _opened(call: CallBack, event: Event) -> CallBack:
    return replace(call, state=CallState.OPEN, person=event.data["person"] or call.person)


def _merged(call: CallBack, _: Event) -> CallBack:
    return replace(call, state=CallState.MERGED) if call.owed else call


def _undone(call: CallBack, event: Event) -> CallBack:
    """The customer was told of it: a close that is taken back takes nothing back from them."""
    state = event.data["call_back"]
    return replace(call, state=CallState(state)) if state else call


def _becomes(state: CallState) -> Callable[[CallBack, Event], CallBack]:
    return lambda call, _: replace(call, state=state)


_CHANGES: Mapping[Kind, Callable[[CallBack, Event], CallBack]] = {
    Kind.CALL_BACK_OPENED: _opened,
    Kind.CALL_BACK_MISSED: _becomes(CallState.MISSED),
    Kind.CALL_BACK_KEPT: _becomes(CallState.KEPT),
    Kind.CALL_BACK_WITHDRAWN: _becomes(CallState.WITHDRAWN),
    Kind.MERGED: _merged,
    Kind.UNDONE: _undone,
}
