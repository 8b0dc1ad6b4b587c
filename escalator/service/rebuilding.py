"""Makes the rows of tickets what a replay of their timelines gives, and their deadlines what the core wants.

Rows are a cache (sla-semantics.md, 18), and another release folds the same events into other rows; so an upgrade ends
with this. It fires nothing, adds no event and writes no letter.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from sqlalchemy import Row
from sqlalchemy.exc import DBAPIError

from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier, deadlines, evolve
from escalator.core.errors import Busy
from escalator.core.sla.deadlines import Due
from escalator.core.ticket.ticket import Ticket
from escalator.store import deadlines as deadline_rows
from escalator.store import dossiers, events, migrate
from escalator.store.database import Database, Transaction
from escalator.store.deadlines import Armed
from escalator.store.dossiers import Change

from .desk import DeskShelf

# How long agents and the sweep may have to wait for a ticket: a chunk takes a fraction of a second.
CHUNK = 200

# Writers of SQLite do not queue, they ask again every tenth of a second; so that is how long the door stays open.
_GAP_SECONDS = 0.11

# What a chunk may fail with because of one of its rows: the database refuses it, or it cannot even be read.
_REFUSALS = (DBAPIError, Busy, ValueError, TypeError, KeyError)

Progress = Callable[[int, int], None]

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
        alone, rebuilt, last = self.is_owed(), Rebuilt(), 0
        with self._database.reading() as tx:
            total = dossiers.count(tx)
        while chunk := self._next(last):
            rebuilt += self._rebuild(chunk)
            last, _ = chunk[-1]
            on_progress(rebuilt.tickets, total)
            if not alone and not self._database.on_postgres:
                time.sleep(_GAP_SECONDS)
        with self._database.transaction() as tx:
            migrate.rebuilt(tx)
        return rebuilt

    def _next(self, last: int) -> list[tuple[int, str]]:
        with self._database.reading() as tx:
            return dossiers.after(tx, last, CHUNK)

    def _rebuild(self, chunk: Sequence[tuple[int, str]]) -> Rebuilt:
        """One chunk in one transaction; when one of its rows is refused, its tickets are tried one at a time."""
        lanes = sorted({lane for _, lane in chunk})
        try:
            with self._database.transaction() as tx:
                tx.in_passing()
                desks = self._shelf.desks(tx)
                parts = [_mend(tx, [id_ for id_, its in chunk if its == lane], lane, desks) for lane in lanes]
        except _REFUSALS as refusal:
            if len(chunk) == 1:
                return Rebuilt(1, failed=(_told(chunk[0][0], refusal),))
            parts = [self._rebuild([one]) for one in chunk]
        return sum(parts, Rebuilt())


def _mend(tx: Transaction, ids: Sequence[int], lane: str, desks: Desks) -> Rebuilt:
    stored = dossiers.load(tx, ids, lock=True, lane=lane)
    armed, timelines = deadline_rows.pending(tx, stored), events.timelines(tx, stored)
    changes: list[Change] = []
    wanted: dict[int, frozenset[Due]] = {}
    failed: list[int] = []
    for number, before in stored.items():
        try:
            after = _folded(before.ticket, timelines.get(number, ()))
            wanted[number] = deadlines(after, desks)
        except Exception as failure:  # noqa: BLE001 - whatever it is, it must not keep the other tickets old
            failed.append(_told(number, failure))
            continue
        if after != before:
            changes.append(Change(before, after, ()))
    dossiers.save(tx, changes)
    rearmed = _rearmed(tx, wanted, armed, lane)
    return Rebuilt(len(stored), len(rearmed.union(change.after.ticket.id for change in changes)), tuple(failed))


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


def _told(number: int, failure: Exception) -> int:
    log.error("not_rebuilt", ticket=number, error=type(failure).__name__)
    return number
