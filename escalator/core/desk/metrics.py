"""The metrics a policy can promise, one entry each: what starts a clock, what stops it, what pauses it.

The table is sla-semantics.md, "Metrics". To add a metric, add an entry to `METRICS`; the clocks, the desk's
schema, the replay of logs and the API read it from there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status

Test = Callable[[Ticket, Event], bool]


@dataclass(frozen=True, slots=True)
class Metric:
    """One promise. `starts` and `stops` see the ticket as it was before the event.

    `since` is the instant from which an open ticket is owed it (None: nothing is owed now); a clock that a change of
    policy brings up is anchored there. `pauses` are the statuses in which the clock stands still unless the policy
    says otherwise; None means that no policy may pause it. `until_resolved` clocks are met when the ticket is
    resolved, the others are cancelled then; after a reopening both go on where they stood if the same thing is owed
    still. An `answer` stands for a question of the customer. `wall_clock` counts every minute since then, whatever
    the calendar and the status.
    """

    name: str
    words: str
    starts: Test
    stops: Test
    since: Callable[[Ticket], datetime | None]
    pauses: tuple[Status, ...] | None
    until_resolved: bool = False
    answer: bool = False
    wall_clock: bool = False


def _customer_spoke(ticket: Ticket, event: Event) -> bool:
    """A question that opens a wait: a later one never moves the anchor (sla-semantics.md, 7)."""
    asked = event.kind is Kind.CUSTOMER_MESSAGE or (event.kind is Kind.CREATED and event.actor.kind == "customer")
    return asked and ticket.waiting_since is None


def _agent_answered(_: Ticket, event: Event) -> bool:
    """A public word of a human agent; notes, moves and machine mail are none (sla-semantics.md, 8 and 9)."""
    return event.kind in (Kind.AGENT_MESSAGE, Kind.CALL_LOGGED) and event.actor.kind == "agent"


def _created(_: Ticket, event: Event) -> bool:
    return event.kind is Kind.CREATED


def _resolved(_: Ticket, event: Event) -> bool:
    return event.kind is Kind.RESOLVED


def _whole_life(name: str, words: str, pauses: tuple[Status, ...] | None, *, wall_clock: bool = False) -> Metric:
    return Metric(
        name,
        words,
        starts=_created,
        stops=_resolved,
        since=lambda ticket: ticket.created_at,
        pauses=pauses,
        until_resolved=True,
        wall_clock=wall_clock,
    )


METRICS: Mapping[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric(
            "first_reply",
            "the first reply",
            starts=lambda ticket, event: not ticket.replied and _customer_spoke(ticket, event),
            stops=_agent_answered,
            since=lambda ticket: None if ticket.replied else ticket.waiting_since,
            pauses=None,
            answer=True,
        ),
        Metric(
            "next_reply",
            "the next reply",
            starts=lambda ticket, event: ticket.replied and _customer_spoke(ticket, event),
            stops=_agent_answered,
            since=lambda ticket: ticket.waiting_since if ticket.replied else None,
            pauses=(),
            answer=True,
        ),
        Metric(
            "update",
            "the next update",
            starts=lambda ticket, event: ticket.is_open and _agent_answered(ticket, event),
            stops=_agent_answered,
            since=lambda ticket: ticket.answered_at,
            pauses=(Status.PENDING,),
        ),
        _whole_life("resolution", "the solution", ()),
        _whole_life("requester_wait", "the customer's wait", (Status.PENDING,)),
        _whole_life("agent_work", "our work", (Status.PENDING, Status.ON_HOLD)),
        _whole_life("age", "the end of the case", None, wall_clock=True),
    )
}
