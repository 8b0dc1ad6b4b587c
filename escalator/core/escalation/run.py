"""The ladder run: one machine (`climbing, waiting, acknowledged, exhausted, ended`) and the fold of its events."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from transitions import Machine

from escalator.core.desk.model import Reason
from escalator.core.ticket.events import Event, Kind, instant


class RunState(StrEnum):
    """Where a run stands; only `ended` is final (workflow.md, "Ladder run")."""

    CLIMBING = "climbing"
    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    EXHAUSTED = "exhausted"
    ENDED = "ended"


_C, _W, _A, _X, _E = (str(state) for state in RunState)

_MACHINE = Machine(
    model=None,
    states=[_C, _W, _A, _X, _E],
    initial=_C,
    transitions=[
        ["ask", _C, _W],
        ["ask", _A, _W],
        ["go_on", [_C, _W, _A, _X], _C],
        ["take", [_C, _W, _A, _X], _A],
        ["exhaust", [_C, _X], _X],
        ["end", [_C, _W, _A, _X], _E],
    ],
    auto_transitions=False,
    ignore_invalid_triggers=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One climb of a ladder for a ticket.

    `rung` counts steps through all repeats (-1: none asked yet); `turn` numbers the run's deadlines and goes on
    counting over all runs of a ticket. `due_at` is when the next move falls due: the next step, the end of the
    acknowledge window, of the lease, or the next reminder, as `state` says. `since` is when the promise
    broke; for a warning, when it will.
    """

    number: int
    ladder: str
    reason: Reason
    detail: str
    since: datetime
    desk: int
    started_at: datetime
    state: RunState = RunState.CLIMBING
    rung: int = -1
    turn: int = 0
    due_at: datetime | None = None
    asked: str | None = None
    lease: timedelta = timedelta(hours=4)
    settled_at: datetime | None = None
    missed: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    ended_because: str = ""

    @property
    def is_active(self) -> bool:
        return self.state is not RunState.ENDED

    @property
    def seeks(self) -> bool:
        """Whether it still looks for somebody who takes the case."""
        return self.is_active and self.state is not RunState.ACKNOWLEDGED

    @property
    def lease_runs(self) -> bool:
        return self.state is RunState.ACKNOWLEDGED and self.settled_at is None


def evolve(run: Run | None, event: Event) -> Run | None:
    """The run after `event`; raises `transitions.MachineError` for a move that the machine does not know."""
    if event.kind is Kind.LADDER_STARTED:
        return _started(run, event)
    change = _CHANGES.get(event.kind)
    if run is None or not run.is_active or change is None or event.data.get("run", run.number) != run.number:
        return run
    trigger, fields = change(run, event)
    return replace(run, state=_move(run.state, trigger) if trigger else run.state, **fields)


def _move(state: RunState, trigger: str) -> RunState:
    slot = _Slot(str(state))
    _MACHINE.events[trigger].trigger(slot)
    return RunState(slot.state)


class _Slot:
    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


def _started(before: Run | None, event: Event) -> Run:
    data = event.data
    return Run(
        number=data["run"],
        ladder=data["ladder"],
        reason=Reason(data["reason"]),
        detail=data["detail"],
        since=datetime.fromisoformat(data["since"]),
        desk=data["desk"],
        started_at=event.at,
        turn=before.turn + 1 if before else 1,
        due_at=instant(data["next_at"]),
    )


Change = tuple[str | None, dict[str, Any]]


def _next_at(run: Run, event: Event) -> dict[str, Any]:
    return {"due_at": instant(event.data["next_at"]), "turn": run.turn + 1}


def _asked(run: Run, event: Event) -> Change:
    data = event.data
    fields = {"rung": data["rung"], "asked": data["person"], "lease": timedelta(seconds=data["lease"])}
    return "ask", fields | {"settled_at": None} | _next_at(run, event)


def _passed_over(run: Run, event: Event) -> Change:
    trigger = "go_on" if run.state in (RunState.WAITING, RunState.ACKNOWLEDGED) else None
    return trigger, {"rung": event.data["rung"], "asked": None} | _next_at(run, event)


def _window_missed(run: Run, event: Event) -> Change:
    return "go_on", {"asked": None, "missed": (*run.missed, event.data["person"])} | _next_at(run, event)


def _taken(run: Run, event: Event) -> Change:
    fields = {"asked": None, "settled_at": None, "turn": run.turn + 1, "due_at": event.at + run.lease}
    return "take", fields


def _settled(_: Run, event: Event) -> Change:
    return None, {"settled_at": event.at, "due_at": None}


def _lease_ended(run: Run, event: Event) -> Change:
    return "go_on", {"settled_at": None} | _next_at(run, event)


def _reason_added(run: Run, event: Event) -> Change:
    also = {"also": (*run.also, event.data["reason"])}
    if event.data["next_at"] is None:
        return None, also
    return "go_on", {"settled_at": None} | also | _next_at(run, event)


def _exhausted(run: Run, event: Event) -> Change:
    return "exhaust", {"asked": event.data["holder"]} | _next_at(run, event)


def _reminded(run: Run, event: Event) -> Change:
    return "exhaust", {"asked": event.data["holder"]} | _next_at(run, event)


def _ended(_: Run, event: Event) -> Change:
    return "end", {"due_at": None, "asked": None, "ended_because": event.data["why"]}


_CHANGES: Mapping[Kind, Callable[[Run, Event], Change]] = {
    Kind.STEP_ASKED: _asked,
    Kind.STEP_DONE: _passed_over,
    Kind.STEP_UNREACHED: _passed_over,
    Kind.STEP_SKIPPED: _passed_over,
    Kind.WINDOW_MISSED: _window_missed,
    Kind.ACKNOWLEDGED: _taken,
    Kind.LEASE_SETTLED: _settled,
    Kind.LEASE_ENDED: _lease_ended,
    Kind.REASON_ADDED: _reason_added,
    Kind.LADDER_REPINNED: lambda _, event: (None, {"desk": event.data["desk"]}),
    Kind.LADDER_EXHAUSTED: _exhausted,
    Kind.LADDER_REMINDED: _reminded,
    Kind.LADDER_ENDED: _ended,
}
