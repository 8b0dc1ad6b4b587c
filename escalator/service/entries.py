"""Plays one entry of a foreign log where it is heard: its words and changes first, then each move that is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from escalator.core.calendar import CalendarError
from escalator.core.desk.model import Desk
from escalator.core.dossier import Dossier, World
from escalator.core.simulation import playing
from escalator.core.simulation.openings import returning
from escalator.core.simulation.playing import PassedOver, merges
from escalator.core.simulation.timelines import LoggedEvent, Timeline
from escalator.core.ticket.events import Event, Kind, machine
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status
from escalator.store import dossiers, messages
from escalator.store.database import Transaction
from escalator.store.imports import mark
from escalator.store.tickets import newest_follow_up

from .following import open_follow_up, successor
from .handling import Command, Handling
from .merging import merge

# No status is further from another than this; what follows from a move may add none (workflow.md, the table).
_LONGEST_WAY = 3

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class EntryPlayer:
    """Plays `logged` of `case`, which is ticket `number`, in that ticket or in what it has become.

    Afterwards `passed_over` says why nothing came of it, or is empty.
    """

    handling: Handling
    tx: Transaction
    lane: str
    number: int
    case: Timeline
    logged: LoggedEvent
    into: int | None = None
    passed_over: str = ""

    def play(self) -> None:
        """What fell due before has fired, so that a ticket is closed here if it was closed then."""
        ticket = self._heard_in(self._ticket(self.number))
        self.number = ticket.id
        if ticket.status is Status.CLOSED and playing.brings_back(self.logged, self._desk):
            self._come_back(ticket)
        elif merges(ticket, self.logged):
            self._merge(ticket)
        else:
            self._happen()

    def _heard_in(self, ticket: Ticket) -> Ticket:
        """Words go where the case was merged into; all else stays with the case, in its newest follow-up."""
        if playing.is_public(self.logged):
            return successor(self.tx, ticket, self.lane)
        while ticket.status is Status.CLOSED and (number := newest_follow_up(self.tx, ticket.id)) is not None:
            ticket = self._ticket(number)
        return ticket

    def _ticket(self, number: int) -> Ticket:
        return dossiers.load(self.tx, [number], lock=True, lane=self.lane)[number].ticket

    def _come_back(self, closed: Ticket) -> None:
        """Closed stays closed: a follow-up begins, with the words of the customer or where the log has it."""
        author = returning(self.logged, self.case, closed, self._desk)
        body = self.logged.body if self.logged.kind is Kind.CUSTOMER_MESSAGE else ""
        opened = open_follow_up(self.tx, self.handling, closed, author, body, self._mark, self.lane)
        self.number = next(iter(opened.dossiers))
        if self.logged.kind is not Kind.CUSTOMER_MESSAGE:
            self._happen()

    def _merge(self, ticket: Ticket) -> None:
        """The survivor inherits what is owed; where there is none, the case only ends."""
        survivor = successor(self.tx, self._ticket(self.into), self.lane) if self.into is not None else None
        if survivor is not None and survivor.id == ticket.id:
            self.passed_over = playing.INTO_ITSELF
            self._handle(self._aside)
        elif survivor is not None and survivor.status is not Status.CLOSED:
            actor = playing.speaker(ticket, self.logged)
            merge(self.tx, self.handling, ticket.id, survivor.id, actor, self._mark, self.lane)
        else:
            self._happen()
            self.passed_over = playing.CLOSED

    def _happen(self) -> None:
        after = self._handle(self._first)
        for _ in range(_LONGEST_WAY):
            if after is None or not self._moves(after.ticket, self._desk):
                return
            after = self._handle(self._next)

    def _handle(self, command: Command) -> Dossier | None:
        """The dossier afterwards; None when it could not be computed."""
        handled = self.handling.handle(self.tx, [self.number], command, self.lane)
        for failure in handled.failures.values():
            self.passed_over = self._why(failure)
        return handled.dossiers.get(self.number)

    def _why(self, failure: Exception) -> str:
        if isinstance(failure, CalendarError):
            return playing.OUT_OF_REACH
        # Our fault and not the log's.
        log.error("entry_failed", ticket=self.number, index=self.logged.index, error=type(failure).__name__)
        return f"could not be computed ({type(failure).__name__})"

    def _first(self, dossier: Dossier, world: World) -> Sequence[Event]:
        events = self._facts(dossier.ticket, world.desks.active)
        if not events and not self.passed_over:
            events = self._moves(dossier.ticket, world.desks.active)
        if not events and self.logged.kind is not Kind.CREATED:
            return self._aside(dossier, world)
        return self._marked(events)

    def _aside(self, dossier: Dossier, _: World) -> Sequence[Event]:
        return self._marked([playing.aside(dossier.ticket, self.logged, self._said_by_machine(dossier.ticket))])

    def _next(self, dossier: Dossier, world: World) -> Sequence[Event]:
        return self._marked(self._moves(dossier.ticket, world.desks.active))

    def _facts(self, ticket: Ticket, desk: Desk) -> list[Event]:
        try:
            return playing.facts(ticket, self.logged, desk, self._message(ticket), self.into)
        except PassedOver as why:
            self.passed_over = str(why)
            return []

    def _moves(self, ticket: Ticket, desk: Desk) -> list[Event]:
        try:
            move = playing.move(ticket, self.logged, desk)
        except PassedOver as why:
            self.passed_over = str(why)
            return []
        return [move] if move else []

    def _message(self, ticket: Ticket) -> int | None:
        """Keeps the words, where the log has them: notes apart from what the customer may read."""
        body, author = self.logged.body, playing.speaker(ticket, self.logged)
        if not body:
            return None
        if self.logged.kind is Kind.INTERNAL_NOTE:
            return messages.add_note(self.tx, self.number, author, body)
        if playing.is_public(self.logged) and ticket.status is not Status.CLOSED:
            return messages.add_public(self.tx, self.number, author, body)
        return None

    def _said_by_machine(self, ticket: Ticket) -> int | None:
        """Keeps the words of a machine under a name that no query takes for the customer's."""
        if not self.logged.body or not playing.is_machine_message(self.logged):
            return None
        author = machine(playing.speaker(ticket, self.logged).name)
        return messages.add_public(self.tx, self.number, author, self.logged.body)

    @property
    def _desk(self) -> Desk:
        return self.handling.shelf.desks(self.tx).active

    @property
    def _mark(self) -> str:
        return mark(self.logged.index, self.case.ticket_id)

    def _marked(self, events: Sequence[Event]) -> list[Event]:
        return [replace(event, cause=self._mark) for event in events]
