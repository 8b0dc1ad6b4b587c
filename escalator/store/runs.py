"""Ladder runs as rows; each ticket has at most one that is active."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row

from escalator.core.desk.model import Reason
from escalator.core.escalation.run import Run, RunState

from . import setwise
from .database import Transaction
from .tables import escalation_runs

# As they stand beside the columns of a ticket.
COLUMNS = [
    column.label(f"run_{column.name}") for column in escalation_runs.c if column.name not in ("ticket_id", "number")
]


def run_of(row: Row[Any]) -> Run:
    """The run in a row of a ticket that has one."""
    return Run(
        number=row.run_number,
        ladder=row.run_ladder,
        reason=Reason(row.run_reason),
        detail=row.run_detail,
        since=row.run_since,
        desk=row.run_desk,
        started_at=row.run_started_at,
        state=RunState(row.run_state),
        rung=row.run_rung,
        turn=row.run_turn,
        due_at=row.run_due_at,
        asked=row.run_asked,
        lease=timedelta(seconds=row.run_lease),
        settled_at=row.run_settled_at,
        missed=tuple(row.run_missed),
        also=tuple(row.run_also),
        ended_because=row.run_ended_because,
    )


def save(tx: Transaction, moved: Sequence[tuple[int, Run]]) -> None:
    """Writes (ticket number, run) pairs: those that ended before those that started, as only one may be active."""
    for over in (True, False):
        rows = [_row(ticket_id, run) for ticket_id, run in moved if run.is_active is not over]
        setwise.upsert(tx, escalation_runs, ("ticket_id", "number"), rows)


def _row(ticket_id: int, run: Run) -> dict[str, Any]:
    return {
        "ticket_id": ticket_id,
        "number": run.number,
        "ladder": run.ladder,
        "reason": str(run.reason),
        "detail": run.detail,
        "since": run.since,
        "desk": run.desk,
        "started_at": run.started_at,
        "state": str(run.state),
        "rung": run.rung,
        "turn": run.turn,
        "due_at": run.due_at,
        "asked": run.asked,
        "lease": int(run.lease.total_seconds()),
        "settled_at": run.settled_at,
        "missed": list(run.missed),
        "also": list(run.also),
        "ended_because": run.ended_because,
    }
