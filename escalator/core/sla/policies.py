"""Which policy a ticket is under: top-down, the first match wins; a default catches all only when it says so."""

from collections.abc import Sequence
from datetime import timedelta

from escalator.core.desk.model import Conditions, Desk, Policy
from escalator.core.ticket.ticket import Ticket


def policy_for(ticket: Ticket, desk: Desk) -> Policy | None:
    """The first policy whose conditions all hold, else None: the ticket has no clocks (sla-semantics.md, 12)."""
    return next((policy for policy in desk.policies if policy.default or matches(policy.when, ticket)), None)


def matches(when: Conditions, ticket: Ticket) -> bool:
    return (
        _asks(when.priority, ticket.priority)
        and _asks(when.team, ticket.team)
        and _asks(when.channel, ticket.channel)
        and _asks(when.organization, ticket.requester.organization)
        and (not when.tags or bool(set(when.tags) & set(ticket.tags)))
    )


def _asks(wanted: Sequence[str], value: str | None) -> bool:
    return not wanted or value in wanted


def target_of(policy: Policy, metric: str, priority: str) -> timedelta | None:
    """How much open time `policy` promises, or None when it promises nothing for this metric."""
    return policy.targets.get(priority, {}).get(metric)
