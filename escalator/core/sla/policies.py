"""Which policy a ticket is under: top-down, the first match wins; a default catches all only when it says so."""

from collections.abc import Collection, Iterable

from escalator.core.desk.model import Conditions, Desk, Organization, Policy, is_of
from escalator.core.ticket.ticket import Requester, Ticket


def policy_for(ticket: Ticket, desk: Desk) -> Policy | None:
    """The first policy whose conditions all hold, else None: the ticket has no clocks (sla-semantics.md, 12)."""
    firm = desk.organization_of(ticket.requester)
    return next((policy for policy in desk.policies if policy.default or _holds(policy.when, ticket, firm)), None)


def _holds(when: Conditions, ticket: Ticket, firm: Organization | None) -> bool:
    return (
        _asks(when.priority, [ticket.priority])
        and _asks(when.team, [ticket.team])
        and _asks(when.channel, [ticket.channel])
        and _asks([name.casefold() for name in when.organization], _names(ticket.requester, firm))
        and _asks(when.organization_tier, [firm.tier if firm else None])
        and (not when.requester or any(_is_from(ticket.requester.email, wanted) for wanted in when.requester))
        and _asks(when.tags, ticket.tags)
    )


def _asks(wanted: Collection[str], values: Iterable[str | None]) -> bool:
    """Whether nothing is asked, or one of the ticket's values is among what is."""
    return not wanted or any(value in wanted for value in values)


def _names(requester: Requester, firm: Organization | None) -> list[str]:
    """What the customer's firm is called: by themselves, and by the desk (whose name it is that a domain gives)."""
    return [requester.organization.casefold(), *([firm.name.casefold()] if firm else [])]


def _is_from(email: str, wanted: str) -> bool:
    return is_of(email, wanted[1:]) if wanted.startswith("@") else email.lower() == wanted
