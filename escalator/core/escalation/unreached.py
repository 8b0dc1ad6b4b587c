"""A notice that came back: its person was not reached, so the ladder goes on at once (workflow.md, "Reached")."""

from datetime import datetime

from escalator.core.desk.versions import Desks
from escalator.core.routing.staff import Staff
from escalator.core.ticket.events import Event, Kind, stamp
from escalator.core.ticket.ticket import Ticket

from .ladder import Climb, go_on
from .run import Run, RunState


def unreached(
    ticket: Ticket, run: Run | None, turn: int, person: str, desks: Desks, staff: Staff, now: datetime
) -> list[Event]:
    """The next step, if the run still waits for `person` on `turn`; nothing when it has moved on meanwhile."""
    if run is None or run.state is not RunState.WAITING or (run.turn, run.asked) != (turn, person):
        return []
    data = {
        "run": run.number,
        "rung": run.rung,
        "next_at": stamp(now),
        "why": "the notice could not be delivered",
        "verdicts": [[person, "cannot be reached"]],
    }
    climb = Climb.of(run, ticket, desks, staff, now)
    return [Event(Kind.STEP_UNREACHED, now, data=data), *go_on(climb, run.rung + 1, now)]
