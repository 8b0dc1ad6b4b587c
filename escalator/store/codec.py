"""Between the core's values and JSON: instants as ISO text, spans as seconds.

Written out field by field: cycles are most of what a ticket costs to load, and a general converter took 1.7 times as
long to read them.
"""

from datetime import datetime, timedelta
from typing import Any

from escalator.core.sla.cycle import Cycle, Cycles, Span, WarningPoint
from escalator.core.ticket.events import instant
from escalator.core.ticket.stays import Stay
from escalator.core.ticket.workflow import Status

Stored = dict[str, Any]


def cycles_to_json(cycles: Cycles) -> list[Stored]:
    return [_cycle_to_json(cycle) for cycle in cycles]


def cycles_from_json(rows: list[Stored]) -> Cycles:
    return tuple([_cycle_from_json(row) for row in rows])


def _cycle_to_json(cycle: Cycle) -> Stored:
    return {
        "metric": cycle.metric,
        "number": cycle.number,
        "policy": cycle.policy,
        "desk": cycle.desk,
        "calendar": cycle.calendar,
        "target": cycle.target.total_seconds(),
        "started_at": cycle.started_at.isoformat(),
        "state": cycle.state,
        "due_at": _text(cycle.due_at),
        "warnings": [{"label": point.label, "at": point.at.isoformat()} for point in cycle.warnings],
        "warned": [{"label": point.label, "at": point.at.isoformat()} for point in cycle.warned],
        "anchor": cycle.anchor,
        "counted": cycle.counted.total_seconds(),
        "rested": cycle.rested.total_seconds(),
        "counted_until": _text(cycle.counted_until),
        "pauses": [[start.isoformat(), end.isoformat()] for start, end in cycle.pauses],
        "paused_at": _text(cycle.paused_at),
        "stopped_at": _text(cycle.stopped_at),
        "breached_at": _text(cycle.breached_at),
        "detected_at": _text(cycle.detected_at),
        "broken_policy": cycle.broken_policy,
        "broken_target": None if cycle.broken_target is None else cycle.broken_target.total_seconds(),
        "cause": cycle.cause,
        "ended": cycle.ended,
    }


def _cycle_from_json(row: Stored) -> Cycle:
    return Cycle(
        metric=row["metric"],
        number=row["number"],
        policy=row["policy"],
        desk=row["desk"],
        calendar=row["calendar"],
        target=timedelta(seconds=row["target"]),
        started_at=datetime.fromisoformat(row["started_at"]),
        state=row["state"],
        due_at=instant(row["due_at"]),
        warnings=tuple([_point(point) for point in row["warnings"]]),
        warned=tuple([_fallen(point, row) for point in row["warned"]]),
        anchor=row["anchor"],
        counted=timedelta(seconds=row["counted"]),
        rested=timedelta(seconds=row.get("rested", 0.0)),
        counted_until=instant(row["counted_until"]),
        pauses=tuple([_span(pair) for pair in row["pauses"]]),
        paused_at=instant(row["paused_at"]),
        stopped_at=instant(row["stopped_at"]),
        breached_at=instant(row["breached_at"]),
        detected_at=instant(row["detected_at"]),
        broken_policy=row.get("broken_policy", ""),
        broken_target=_span_of(row.get("broken_target")),
        cause=row["cause"],
        ended=row["ended"],
    )


def _point(row: Stored) -> WarningPoint:
    return WarningPoint(row["label"], datetime.fromisoformat(row["at"]))


def _fallen(point: Stored | str, row: Stored) -> WarningPoint:
    # The first release kept labels only; the upgrade, which rebuilds rows from timelines, must be able to read it.
    return _point({"label": point, "at": row["started_at"]} if isinstance(point, str) else point)


def _span(pair: list[str]) -> Span:
    start, end = pair
    return datetime.fromisoformat(start), datetime.fromisoformat(end)


def _span_of(seconds: float | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def stays_to_json(stays: tuple[Stay, ...]) -> list[Stored]:
    return [
        {"status": str(stay.status), "since": stay.since.isoformat(), "until": _text(stay.until)} for stay in stays
    ]


def stays_from_json(rows: list[Stored]) -> tuple[Stay, ...]:
    return tuple([_stay_from_json(row) for row in rows])


def _stay_from_json(row: Stored) -> Stay:
    return Stay(Status(row["status"]), datetime.fromisoformat(row["since"]), instant(row["until"]))
