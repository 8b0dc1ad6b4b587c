"""The deadlines that a ticket's clocks ask for, and what happens when one of them falls due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from escalator.core.desk.versions import Desks
from escalator.core.ticket.events import Event

from .changes import breached, warned
from .cycle import DEADLINE, RUNNING, Cycle, Cycles
from .terms import terms_of


@dataclass(frozen=True, slots=True)
class Due:
    """A promise with a date. (`kind`, `cycle`) is unique for a ticket for ever, so it can fire only once."""

    kind: str
    cycle: int
    at: datetime


def deadlines(cycles: Cycles) -> Iterator[Due]:
    """A breach and the warnings still to come for every running clock that has not broken its promise."""
    for cycle in cycles:
        if cycle.state == RUNNING and cycle.breached_at is None and cycle.due_at is not None:
            yield Due(f"breach.{cycle.metric}", cycle.number, cycle.due_at)
            for point in cycle.warnings:
                yield Due(f"warning.{cycle.metric}.{point.label}", cycle.number, point.at)


def fire(cycles: Cycles, due: Due, desks: Desks, now: datetime) -> list[Event]:
    """The event of a due warning or breach; none when the clock has left the deadline's scope meanwhile."""
    if due not in set(deadlines(cycles)):
        return []
    kind, metric, *label = due.kind.split(".", 2)
    cycle = _find(cycles, metric, due.cycle)
    if kind == "warning":
        return [warned(cycle, label[0], now)]
    return [breached(metric, cycle.number, terms_of(cycle, desks), due.at, now, DEADLINE)]


def _find(cycles: Cycles, metric: str, number: int) -> Cycle:
    return next(cycle for cycle in cycles if (cycle.metric, cycle.number) == (metric, number))
