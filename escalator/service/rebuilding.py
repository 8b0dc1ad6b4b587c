"""Makes the rows of tickets what a replay of their timelines gives, and their deadlines what the core wants.

Rows are a cache (sla-semantics.md, 18), and another release folds the same events into other rows; so an upgrade ends
with this. It fires nothing and writes no letter; the one event that it may add says since when a ticket is watched.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Row

from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier, evolve
from escalator.core.falling_due import deadlines
from escalator.core.sla.deadlines import Due
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.store import deadlines as deadline_rows
from escalator.store import dossiers, events, migrate
from escalator.store.database import Database, Transaction
from escalator.store.deadlines import Armed
from escalator.store.dossiers import Change
from escalator.store.events import Stamped
from escalator.store.tables import LIVE

from .desk import DeskShelf
from .walking import Progress, chunks, let_others_in, one_by_one_if_refused

log = structlog.get_logger(__name__)


class Torn(Exception):
    """A timeline that lacks its beginning, its end or something between: no fold of it can be trusted."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many tickets were looked at, how many were mended, and which had to be left as they were."""

    tickets: int = 0
    mended: int = 0
    failed: tuple[int, ...] = ()

    def __add__(self, more: "Rebuilt") -> "Rebuilt":
        return Rebuilt(self.tickets + more.tickets, self.mended + more.mended, self.failed + more.failed)


class RebuildingService:
    """The rebuilding of all tickets of all lanes, in the order of their numbers; it may be repeated at any time."""

    def __init__(self, database: Database, shelf: DeskShelf) -> None:
        self._database, self._shelf = database, shelf

    def is_owed(self) -> bool:
        """Whether rows of another release are still to be rebuilt; until then nobody works."""
        with self._database.reading() as tx:
            return migrate.owes_rebuild(tx)

    def run(self, on_progress: Progress) -> Rebuilt:
        """Rebuilds what differs, and lets work begin; interrupted, another run does it all again."""
        alone, rebuilt = self.is_owed(), Rebuilt()
        with self._database.reading() as tx:
            total = dossiers.count(tx)
        for ids in chunks(self._following):
            rebuilt = sum(one_by_one_if_refused(self._rebuild, ids, _failed), rebuilt)
            on_progress(rebuilt.tickets, total)
            if not alone:
                let_others_in(self._database)
        with self._database.transaction() as tx:
            migrate.rebuilt(tx)
        return rebuilt

    def _following(self, last: int, limit: int) -> list[int]:
        with self._database.reading() as tx:
            return dossiers.after(tx, last, limit)

    def _rebuild(self, ids: Sequence[int]) -> Rebuilt:
        with self._database.transaction() as tx:
            tx.in_passing()
            desks = self._shelf.desks(tx)
            return sum((_mend(tx, its, lane, desks) for lane, its in dossiers.lanes(tx, ids).items()), Rebuilt())


def _mend(tx: Transaction, ids: Sequence[int], lane: str, desks: Desks) -> Rebuilt:
    stored = dossiers.load(tx, ids, lock=True, lane=lane)
    armed, timelines = deadline_rows.pending(tx, stored), events.timelines(tx, stored)
    changes: list[Change] = []
    begun: list[tuple[int, int, list[Stamped]]] = []
    wanted: dict[int, frozenset[Due]] = {}
    failed: list[int] = []
    for number, before in stored.items():
        try:
            after = folded = _folded(before.ticket, timelines.get(number, ()))
            if lane == LIVE and not _is_watched(before) and folded.ticket.is_open:
                watched = _watched_from(folded.ticket, tx.now)
                after = evolve(folded, watched)
                begun.append((number, folded.ticket.version, [Stamped(watched)]))
            wanted[number] = deadlines(after, desks)
        except Exception as failure:  # noqa: BLE001 - whatever it is, it must not keep the other tickets old
            failed.append(_told(number, failure))
            continue
        if after != before:
            changes.append(Change(before, after, ()))
    dossiers.save(tx, changes)
    events.append(tx, begun)
    rearmed = _rearmed(tx, wanted, armed, lane)
    return Rebuilt(len(stored), len(rearmed.union(change.after.ticket.id for change in changes)), tuple(failed))


def _is_watched(stored: Dossier) -> bool:
    """Whether its row was written by a release that looks for loops: it knows how the conversation began."""
    return stored.conversation.course.begun_at is not None


def _watched_from(ticket: Ticket, now: datetime) -> Event:
    """A silence of which nobody could know is not told at once after the upgrade, for all tickets together."""
    return Event(Kind.WATCHED, max(filter(None, (now, ticket.changed_at))), cause="upgrade")


def _folded(stored: Ticket, timeline: Iterable[Row[Any]]) -> Dossier:
    dossier = Dossier(Ticket(id=stored.id))
    for seq, event in map(events.event_of, timeline):
        if seq != dossier.ticket.version + 1:
            raise Torn
        dossier = evolve(dossier, event)
    if dossier.ticket.created_at is None or dossier.ticket.version < stored.version:
        raise Torn
    return dossier


def _rearmed(
    tx: Transaction, wanted: dict[int, frozenset[Due]], armed: dict[int, list[Armed]], lane: str
) -> set[int]:
    """Arms what is wanted; gives the tickets for which that made a difference. What has fired stays fired."""
    differing = [number for number, dues in wanted.items() if dues != {row.due for row in armed.get(number, ())}]
    deadline_rows.sync(tx, {number: wanted[number] for number in differing}, armed, lane)
    now = deadline_rows.pending(tx, differing)
    return {number for number in differing if set(now.get(number, ())) != set(armed.get(number, ()))}


def _failed(number: int, refusal: Exception) -> Rebuilt:
    return Rebuilt(1, failed=(_told(number, refusal),))


def _told(number: int, failure: Exception) -> int:
    log.error("not_rebuilt", ticket=number, error=type(failure).__name__)
    return number
