"""What every clock of a case says, as plain values: the clocks of a log, and what the API says of a ticket's."""

from datetime import datetime, timedelta
from typing import Any

from escalator.core.desk.metrics import METRICS
from escalator.core.desk.versions import Desks
from escalator.core.simulation.cases import LoggedCase
from escalator.core.sla.cycle import Cycle
from escalator.core.sla.policies import policy_for
from escalator.core.sla.reading import read
from escalator.core.sla.terms import counting
from escalator.core.ticket.events import stamp


def clocks_of(case: LoggedCase, desks: Desks, at: datetime) -> dict[str, Any]:
    """The case as it stands at `at`, with every cycle of every metric: times in UTC, spans in seconds."""
    ticket, cycles = case.ticket, case.dossier.cycles
    policy = policy_for(ticket, desks.active)
    return {
        "ticket_id": case.name,
        "status": str(ticket.status),
        "priority": ticket.priority,
        "policy": policy.name if policy else None,
        "opened_by": ticket.opened_by if case.has_begun else None,
        "follow_up_of": case.follow_up_of.name if case.follow_up_of else None,
        "merged_into": case.merged_into.name if case.merged_into else None,
        "clocks": {
            metric: [_cycle(cycle, case, desks, at) for cycle in cycles if cycle.metric == metric]
            for metric in METRICS
            if any(cycle.metric == metric for cycle in cycles)
        },
    }


def _cycle(cycle: Cycle, case: LoggedCase, desks: Desks, at: datetime) -> dict[str, Any]:
    """One run of a clock. `cause` says why it was breached, else why it was cancelled."""
    reading = read(cycle, at, counting(cycle, desks), case.ticket.status)
    return {
        "cycle": reading.cycle,
        "state": reading.state,
        "started_at": stamp(reading.started_at),
        "due_at": stamp(reading.due_at),
        "met_at": stamp(reading.met_at),
        "breached_at": stamp(reading.breached_at),
        "detected_at": stamp(reading.detected_at),
        "cause": reading.cause,
        "elapsed_seconds": _seconds(reading.elapsed),
        "paused_seconds": _seconds(reading.paused),
        "target_seconds": _seconds(reading.target),
        "warned": [{"label": point.label, "at": stamp(point.at)} for point in reading.warned],
        "why": reading.why,
    }


def _seconds(span: timedelta) -> int | float:
    whole, rest = divmod(span, timedelta(seconds=1))
    return span.total_seconds() if rest else whole
