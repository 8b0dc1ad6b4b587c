"""Moves what runs to the desk in use, when an operator says so: chunk after chunk, repeatable, with a rehearsal.

Until then a ticket stays with the version it was opened with; `Ticket.desk` is that version (sla-semantics.md, 12).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

import structlog

from escalator.core.access import Act, Principal, require
from escalator.core.desk.model import Desk
from escalator.core.dossier import Dossier, World
from escalator.core.sla.terms import home, keeps_the_same_promises
from escalator.core.ticket.events import Event, Kind
from escalator.store import dossiers
from escalator.store.database import Database

from .handling import Command, Handled, Handling
from .impact import Impact, measured
from .walking import Progress, chunks, let_others_in, one_by_one_if_refused

CAUSE = "desk apply"

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
            desks, everything = self._handling.shelf.with_draft(tx, draft), chunks(partial(dossiers.unclosed, tx))
            for handled in self._handling.rehearse(tx, everything, _recalculating(principal), desks):
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
        for done in spread(chunks(self._following)):
            impact += done
            on_progress(impact.tickets, total)
        return impact

    def _following(self, last: int, limit: int) -> list[int]:
        with self._database.reading() as tx:
            return dossiers.unclosed(tx, last, limit)

    def recalculate(self, principal: Principal, ids: Sequence[int]) -> Impact:
        """One chunk, in one transaction unless the database refuses it."""
        return sum(one_by_one_if_refused(partial(self._move, principal), ids, _failed), Impact())

    def _move(self, principal: Principal, ids: Sequence[int]) -> Impact:
        with self._database.transaction() as tx:
            tx.in_passing()
            handled = self._handling.handle(tx, ids, _recalculating(principal))
        let_others_in(self._database)
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


def _failed(number: int, refusal: Exception) -> Impact:
    return _told(Handled({}, {number: refusal}))


def _told(handled: Handled) -> Impact:
    for number, failure in handled.failures.items():
        log.error("not_recalculated", ticket=number, error=type(failure).__name__)
    return measured(handled)
