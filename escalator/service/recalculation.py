"""Moves what runs to the desk in use, when an operator says so: chunk after chunk, repeatable, with a rehearsal.

A cycle stays with the desk version in which it started until then (sla-semantics.md, 12).
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import structlog
from sqlalchemy.exc import DBAPIError

from escalator.core.access import Act, Principal, require
from escalator.core.desk.model import Desk
from escalator.core.dossier import Dossier, World
from escalator.core.errors import Busy
from escalator.core.sla.terms import home, keeps_the_same_promises
from escalator.core.ticket.events import Event, Kind
from escalator.store import dossiers
from escalator.store.database import Database, Transaction

from .handling import Command, Handled, Handling
from .impact import Impact, measured

# How long agents and the sweep may have to wait for a ticket: a chunk takes a fraction of a second.
CHUNK = 200

# Writers of SQLite do not queue, they ask again every tenth of a second; so that is how long the door stays open.
_GAP_SECONDS = 0.11

CAUSE = "desk apply"

Progress = Callable[[int, int], None]
Spread = Callable[[Iterable[Sequence[int]]], Iterable[Impact]]

log = structlog.get_logger(__name__)


class RecalculationService:
    """The recalculation of all live tickets that are not closed, in the order of their numbers."""

    def __init__(self, database: Database, handling: Handling) -> None:
        self._database, self._handling = database, handling

    def tickets(self) -> int:
        """How many tickets there are to look at."""
        with self._database.reading() as tx:
            return dossiers.count_unclosed(tx)

    def rehearse(self, principal: Principal, draft: Desk, on_progress: Progress) -> Impact:
        """What `run` would come to at this moment if `draft` were in use; changes nothing."""
        require(principal, Act.DESK_CHANGE)
        impact = Impact()
        with self._database.reading() as tx:
            total = dossiers.count_unclosed(tx)
            desks = self._handling.shelf.with_draft(tx, draft)
            for handled in self._handling.rehearse(tx, _chunks(tx), _recalculating(principal), desks):
                impact += _told(handled)
                on_progress(impact.tickets, total)
        return impact

    def run(self, principal: Principal, on_progress: Progress, spread: Spread | None = None) -> Impact:
        """Moves every open cycle to the version in use, and makes the deadlines what that version wants.

        Interrupted, it is finished by another run: what is done is not done again. When a newer version is applied
        meanwhile, the tickets that are still to come go on by that. `spread` gives the chunks to other processes,
        which call `recalculate`.
        """
        require(principal, Act.DESK_CHANGE)
        spread = spread or partial(map, partial(self.recalculate, principal))
        impact, total = Impact(), self.tickets()
        for done in spread(self._chunks()):
            impact += done
            on_progress(impact.tickets, total)
        return impact

    def _chunks(self) -> Iterator[list[int]]:
        last = 0
        while ids := self._next(last):
            yield ids
            last = ids[-1]

    def _next(self, last: int) -> list[int]:
        with self._database.reading() as tx:
            return dossiers.unclosed(tx, last, CHUNK)

    def recalculate(self, principal: Principal, ids: Sequence[int]) -> Impact:
        """One chunk in one transaction; when the database refuses it, its tickets are tried one at a time."""
        try:
            with self._database.transaction() as tx:
                tx.in_passing()
                handled = self._handling.handle(tx, ids, _recalculating(principal))
        except (DBAPIError, Busy) as refusal:
            if len(ids) == 1:
                return _told(Handled({}, {ids[0]: refusal}))
            return sum((self.recalculate(principal, [id_]) for id_ in ids), Impact())
        if not self._database.on_postgres:
            time.sleep(_GAP_SECONDS)
        return _told(handled)


def _recalculating(principal: Principal) -> Command:
    """Moves a ticket to the desk in use; one that would not notice the difference keeps its version."""
    same: dict[tuple[int, int], bool] = {}

    def command(dossier: Dossier, world: World) -> list[Event]:
        active, own = world.desks.active, home(dossier.ticket, dossier.cycles, world.desks)
        versions = (own.version, active.version)
        if versions not in same:
            same[versions] = keeps_the_same_promises(own, active)
        changed = Event(Kind.DESK_CHANGED, world.now, principal.actor, CAUSE, {"desk": active.version})
        return [] if same[versions] else [changed]

    return command


def _chunks(tx: Transaction) -> Iterator[list[int]]:
    last = 0
    while ids := dossiers.unclosed(tx, last, CHUNK):
        yield ids
        last = ids[-1]


def _told(handled: Handled) -> Impact:
    for number, failure in handled.failures.items():
        log.error("not_recalculated", ticket=number, error=type(failure).__name__)
    return measured(handled)
