"""Which cases of a log have to be watched together: those that were merged, and those of one customer or firm."""

from collections.abc import Iterator, Sequence

from escalator.core.simulation.timelines import Timeline
from escalator.core.ticket.events import Kind
from escalator.core.ticket.ticket import Requester


def kin(timelines: Sequence[Timeline]) -> list[list[Timeline]]:
    """Every case once, beside its kin; families by their first case, and all within one as they stand in the log."""
    heads: dict[str, str] = {}
    for timeline in timelines:
        for name in _belongs_to(timeline):
            heads[_head(heads, _case(timeline.ticket_id))] = _head(heads, name)
    found: dict[str, list[Timeline]] = {}
    for timeline in timelines:
        found.setdefault(_head(heads, _case(timeline.ticket_id)), []).append(timeline)
    return list(found.values())


def customer_of(timeline: Timeline) -> Requester | None:
    """Whom the log names first as the one who waits."""
    return next((logged.requester for logged in timeline.events if logged.requester), None)


def _belongs_to(timeline: Timeline) -> Iterator[str]:
    customer = customer_of(timeline)
    if customer is not None and customer.email:
        yield f"customer {customer.email.casefold()}"
    if customer is not None and customer.organization:
        yield f"organization {customer.organization.casefold()}"
    for logged in timeline.events:
        if logged.kind is Kind.MERGED and logged.into:
            yield _case(logged.into)


def _case(name: str) -> str:
    return f"case {name}"


def _head(heads: dict[str, str], name: str) -> str:
    """What stands for the family of `name`; the way to it is made shorter for who asks next."""
    while (above := heads.get(name, name)) != name:
        heads[name] = heads.get(above, above)
        name = above
    return name
