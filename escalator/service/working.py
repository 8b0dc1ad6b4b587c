"""How people work on tickets: on those they see, caught up with the clock, one transaction and then the doorbell."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from escalator.core.access import Principal, Role, require_ticket, sees
from escalator.core.consequences import caused
from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier, World
from escalator.core.errors import NotAllowedNow, NotFound, StaleVersion
from escalator.core.falling_due import deadlines
from escalator.core.ticket.events import Event
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import IllegalMove
from escalator.store import dossiers
from escalator.store.database import Database, Transaction

from .handling import Command, Handled, Handling
from .views import TicketView, ticket_view


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where people work: the rows, the way in which tickets change, and the bell that wakes the mailer."""

    database: Database
    handling: Handling
    ring: Callable[[], None]

    @contextmanager
    def unit(self, principal: Principal) -> Iterator["Unit"]:
        """One transaction of `principal`; after its commit the bell is rung if there are letters.

        Whoever is refused as stale is refused after the commit: what fell due before stays settled, so that whether
        a version is stale does not depend on how late the sweep is, and the next reading shows what was not seen.
        """
        stale: StaleVersion | None = None
        with self.database.transaction() as tx:
            unit = self._unit(tx, principal)
            try:
                yield unit
            except IllegalMove as illegal:
                raise NotAllowedNow(str(illegal)) from illegal
            except StaleVersion as refused:
                stale = refused
        if unit.letters:
            self.ring()
        if stale is not None:
            raise stale

    @contextmanager
    def reading(self, principal: Principal) -> Iterator["Unit"]:
        """A look at one state of the database."""
        with self.database.reading() as tx:
            yield self._unit(tx, principal)

    def _unit(self, tx: Transaction, principal: Principal) -> "Unit":
        return Unit(tx, self.handling, principal, self.handling.shelf.desks(tx))


@dataclass(slots=True)
class Unit:
    """What `principal` does in one transaction; `letters` counts what it leaves for the mailer.

    `because` names what led to it, where that is no request.
    """

    tx: Transaction
    handling: Handling
    principal: Principal
    desks: Desks
    letters: int = 0
    because: str = ""

    @property
    def cause(self) -> str:
        return self.because or f"request:{self.principal.name}"

    def find(self, ref: str, lock: bool = False) -> Dossier:
        """The dossier, if it exists and the caller may know it."""
        found = dossiers.load(self.tx, [number_of(ref)], lock=lock)
        if not found:
            raise NotFound(f"there is no ticket {ref}")
        dossier = next(iter(found.values()))
        if self.principal.role is not Role.INGEST:
            require_ticket(self.principal, dossier.ticket, self.desks.active)
        return dossier

    def sees(self, ticket: Ticket) -> bool:
        return sees(self.principal, ticket, self.desks.active)

    def take_up(self, ref: str, version: int | None) -> Ticket:
        """The ticket as the caller is about to change it: locked, caught up, and of the version that they have read.

        Raises `StaleVersion` when somebody was faster; nothing but the catching up may be written before.
        """
        ticket = self.settled(self.find(ref, lock=True)).ticket
        self.require_version(ticket, version)
        return ticket

    def settled(self, dossier: Dossier) -> Dossier:
        """One that is locked, after everything that fell due on it; as it is when that cannot be computed."""
        if not any(due.at < self.tx.now for due in deadlines(dossier, self.desks)):
            return dossier
        handled = self.noted(self.handling.handle(self.tx, [dossier.ticket.id]))
        return handled.dossiers.get(dossier.ticket.id, dossier)

    def require_version(self, ticket: Ticket, version: int | None) -> None:
        if version not in (None, ticket.version):
            raise StaleVersion(
                f"{ticket.ref} has changed: you read version {version}, it is at {ticket.version}; read it again"
            )

    def apply(self, ticket: Ticket, command: Command) -> Dossier:
        """The dossier after the command; raises what the command refuses."""

        def caused_by_request(dossier: Dossier, world: World) -> list[Event]:
            return [caused(event, self.cause) for event in command(dossier, world)]

        return self.noted(self.handling.command(self.tx, ticket.id, caused_by_request)).dossiers[ticket.id]

    def noted(self, handled: Handled) -> Handled:
        """Keeps count of the letters that came of it."""
        self.letters += handled.letters
        return handled

    def view(self, dossier: Dossier) -> TicketView:
        return ticket_view(dossier, self.desks, self.tx.now)


def number_of(ref: str) -> int:
    """1042 for T-1042; raises `NotFound` for anything that cannot be a ticket's name."""
    match = re.fullmatch(r"T-([1-9]\d{0,17})", ref, re.ASCII)
    if match is None:
        raise NotFound(f"there is no ticket {ref[:40]}; tickets are called T-1, T-2 and so on")
    return int(match[1])
