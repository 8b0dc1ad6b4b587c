"""Which policy a ticket is under: top-down, the first match wins; a default catches all only when it says so."""

from escalator.core.desk.matching import holds
from escalator.core.desk.model import Desk, Policy
from escalator.core.ticket.ticket import Ticket


def policy_for(ticket: Ticket, desk: Desk) -> Policy | None:
    """The first policy whose conditions all hold, else None: the ticket has no clocks (sla-semantics.md, 12)."""
    firm = desk.organization_of(ticket.requester)
    return next((policy for policy in desk.policies if policy.default or holds(policy.when, ticket, firm)), None)
