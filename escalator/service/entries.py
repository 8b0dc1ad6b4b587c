"""Plays one entry of a foreign log on its ticket: its words and changes first, then each move that is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from escalator.core.desk.model import Desk
from escalator.core.dossier import Dossier, World
from escalator.core.simulation import playing
from escalator.core.simulation.playing import PassedOver
from escalator.core.simulation.timelines import LoggedEvent
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status
from escalator.store import messages
from escalator.store.database import Transaction
from escalator.store.imports import mark

from .handling import Command, Handling

# No status is further from another than this; what follows from a move may add none (workflow.md, the table).
_LONGEST_WAY = 3

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class EntryPlayer:
    """Plays `logged` on ticket `number`. Afterwards `passed_over` says why nothing came of it, or is empty."""

    handling: Handling
    tx: Transaction
    lane: str
    number: int
    logged: LoggedEvent
    into: int | None = None
    passed_over: str = ""

    def play(self) -> None:
        after = self._handle(self._first)
        for _ in range(_LONGEST_WAY):
            if after is None or not self._moves(after.ticket, self.handling.shelf.desks(self.tx).active):
                return
            after = self._handle(self._next)

    def _handle(self, command: Command) -> Dossier | None:
        """The dossier afterwards; None when it could not be computed, which is our fault and not the log's."""
        handled = self.handling.handle(self.tx, [self.number], command, self.lane)
        for failure in handled.failures.values():
            log.error("entry_failed", ticket=self.number, index=self.logged.index, error=type(failure).__name__)
            self.passed_over = f"could not be computed ({type(failure).__name__})"
        return handled.dossiers.get(self.number)

    def _first(self, dossier: Dossier, world: World) -> Sequence[Event]:
        events = self._facts(dossier.ticket, world.desks.active)
        if not events and not self.passed_over:
            events = self._moves(dossier.ticket, world.desks.active)
        if not events and self.logged.kind is not Kind.CREATED:
            events = [playing.aside(dossier.ticket, self.logged)]
        return self._marked(events)

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

    def _marked(self, events: Sequence[Event]) -> list[Event]:
        return [replace(event, cause=mark(self.logged.index)) for event in events]
