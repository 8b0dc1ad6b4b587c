"""Whether conditions of the desk hold for a ticket: for a policy, and for where a new ticket goes."""

from collections.abc import Collection, Iterable
from typing import Protocol

from escalator.core.ticket.ticket import Requester

from .model import Conditions, Organization, is_of


class Matter(Protocol):
    """What conditions ask of: a ticket, or one that is about to be opened."""

    @property
    def priority(self) -> str: ...
    @property
    def team(self) -> str | None: ...
    @property
    def channel(self) -> str: ...
    @property
    def requester(self) -> Requester: ...
    @property
    def tags(self) -> tuple[str, ...]: ...


def holds(when: Conditions, matter: Matter, firm: Organization | None) -> bool:
    """Whether all that is asked holds; of a list, one value is enough. `firm` is the requester's, by the desk."""
    return (
        _asks(when.priority, [matter.priority])
        and _asks(when.team, [matter.team])
        and _asks(when.channel, [matter.channel])
        and _asks([name.casefold() for name in when.organization], _names(matter.requester, firm))
        and _asks(when.organization_tier, [firm.tier if firm else None])
        and (not when.requester or any(_is_from(matter.requester.email, wanted) for wanted in when.requester))
        and _asks(when.tags, matter.tags)
    )


def _asks(wanted: Collection[str], values: Iterable[str | None]) -> bool:
    """Whether nothing is asked, or one of the ticket's values is among what is."""
    return not wanted or any(value in wanted for value in values)


def _names(requester: Requester, firm: Organization | None) -> list[str]:
    """What the customer's firm is called: by themselves, and by the desk (whose name it is that a domain gives)."""
    return [requester.organization.casefold(), *([firm.name.casefold()] if firm else [])]


def _is_from(email: str, wanted: str) -> bool:
    return is_of(email, wanted[1:]) if wanted.startswith("@") else email.lower() == wanted
