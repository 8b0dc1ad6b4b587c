"""The one way in which tickets change: lock, catch up, let the core decide, write everything set-wise.

A command of an agent and a chunk of five hundred due deadlines take the same path; a command is a chunk of one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import structlog

from escalator.core.dossier import Dossier, Played, World, catch_up, deadlines, play
from escalator.core.notify.folding import fold
from escalator.core.notify.notices import Notice
from escalator.core.routing.staff import Staff
from escalator.core.sla.deadlines import Due
from escalator.core.ticket.events import Event, Kind
from escalator.store import deadlines as deadline_rows
from escalator.store import dossiers, outbox, people
from escalator.store.database import Transaction
from escalator.store.deadlines import Armed
from escalator.store.dossiers import Change
from escalator.store.events import Stamped
from escalator.store.people import Workload
from escalator.store.tables import LIVE

from .desk import DeskShelf
from .letters import LetterDesk

Command = Callable[[Dossier, World], Sequence[Event]]

# After these, what was still to be sent about the ticket would only confuse.
_OVERTAKES = {
    Kind.ACKNOWLEDGED,
    Kind.RESOLVED,
    Kind.CLOSED,
    Kind.MERGED,
    Kind.WINDOW_MISSED,
    Kind.STEP_UNREACHED,
    Kind.LADDER_REMINDED,
    Kind.LADDER_ENDED,
}


_OVERTAKEN = "the case moved on"

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Case:
    """One ticket on its way through: what was armed, what happened, what is to be told, and what is so no more."""

    before: Dossier
    after: Dossier
    armed: list[Armed]
    events: list[Stamped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    moot: list[Notice] = field(default_factory=list)
    fired: list[int] = field(default_factory=list)

    def record(self, played: Played, deadline_id: int | None = None) -> None:
        first, *rest = played.events or (None,)
        if first is not None:
            self.events += [Stamped(first, deadline_id), *map(Stamped, rest)]
        if any(event.kind in _OVERTAKES for event in played.events):
            self.moot += self.notices
            self.notices = []
        self.notices += played.notices
        self.after = played.dossier


@dataclass(frozen=True, slots=True)
class Handled:
    """What came of it: the dossiers afterwards, and for each ticket that could not be computed, why."""

    dossiers: Mapping[int, Dossier]
    failures: Mapping[int, Exception]
    letters: int


@dataclass(frozen=True, slots=True)
class Handling:
    """Holds what every unit of work needs: the desk's versions and the desk where letters are written."""

    shelf: DeskShelf
    letter_desk: LetterDesk

    def command(self, tx: Transaction, ticket_id: int, command: Command, lane: str = LIVE) -> Handled:
        """Applies one command to one ticket; what the command refuses is raised, and nothing is changed."""
        handled = self.handle(tx, [ticket_id], command, lane)
        for failure in handled.failures.values():
            raise failure
        return handled

    def handle(
        self, tx: Transaction, ids: Iterable[int], command: Command | None = None, lane: str = LIVE
    ) -> Handled:
        """Catches the tickets up with their deadlines, applies `command` to each, and writes all of it.

        A ticket whose computation fails drops out alone: it is not written, the others are.
        """
        loaded = dossiers.load(tx, ids, lock=True, lane=lane)
        armed = deadline_rows.pending(tx, loaded)
        loads = Workload(tx, lane)
        # Who is away or unreached today says nothing about the days of an imported log.
        staff = people.staff(tx, loads) if lane == LIVE else Staff(loads=loads)
        world = World(tx.now, self.shelf.desks(tx), staff)
        cases, failures = [], {}
        for ticket_id, dossier in loaded.items():
            case = _Case(dossier, dossier, armed.get(ticket_id, []))
            try:
                self._run(tx, case, world, command, lane)
            except Exception as failure:  # noqa: BLE001 - whatever it is, it must not stop the other tickets
                failures[ticket_id] = failure
                continue
            _note_load(loads, case)
            cases.append(case)
        self._write(tx, cases, world, lane)
        after = {case.after.ticket.id: case.after for case in cases}
        return Handled(after, failures, sum(len(case.notices) for case in cases))

    def _run(self, tx: Transaction, case: _Case, world: World, command: Command | None, lane: str) -> None:
        rows = {(row.due.kind, row.due.cycle): row.id for row in case.armed}
        world = _not_before(world, case.before)
        for due, played in _caught_up(case, world, alone=command is None):
            case.record(played, self._fired(tx, case, rows, due, lane))
        if command is not None:
            case.record(play(case.after, command(case.after, world), world))
        case.notices = fold(case.notices)

    def _fired(self, tx: Transaction, case: _Case, rows: Mapping[tuple[str, int], int], due: Due, lane: str) -> int:
        """The row of a deadline that fires: the armed one, or a new one when it was armed in this very unit."""
        row = rows.get((due.kind, due.cycle))
        if row is None:
            return deadline_rows.arm_fired(tx, case.before.ticket.id, due, lane)
        case.fired.append(row)
        return row

    def _write(self, tx: Transaction, cases: Sequence[_Case], world: World, lane: str) -> None:
        changed = [case for case in cases if case.events]
        dossiers.save(tx, [Change(case.before, case.after, case.events) for case in changed])
        deadline_rows.mark_fired(tx, [id_ for case in changed for id_ in case.fired])
        deadline_rows.sync(
            tx,
            {case.after.ticket.id: deadlines(case.after, world.desks) for case in cases},
            {case.after.ticket.id: _standing(case) for case in cases},
            lane,
        )
        overtaken = [case.after.ticket.id for case in changed if _overtakes(case)]
        outbox.supersede(tx, overtaken, _OVERTAKEN)
        desk = world.desks.active
        moot = [(case.after.ticket.id, notice) for case in changed for notice in case.moot]
        self.letter_desk.post(tx, moot, desk, born=_OVERTAKEN)
        told = [(case.after.ticket.id, notice) for case in changed for notice in case.notices]
        self.letter_desk.post(tx, told, desk, born="" if lane == LIVE else "imported")


def _caught_up(case: _Case, world: World, alone: bool) -> Sequence[tuple[Due, Played]]:
    """What fell due. If that cannot be computed, it must not keep a human from answering: the sweep will say so."""
    try:
        return catch_up(case.before, world)
    except Exception as failure:
        if alone:
            raise
        log.error("could_not_catch_up", ticket=case.before.ticket.id, error=type(failure).__name__)
        return ()


def _not_before(world: World, dossier: Dossier) -> World:
    """Time does not run backwards on a ticket.

    Who waited for its lock has read the clock before the one who held it; and a database's clock may be set back.
    """
    last = dossier.ticket.changed_at
    return replace(world, now=last) if last is not None and last > world.now else world


def _standing(case: _Case) -> list[Armed]:
    return [row for row in case.armed if row.id not in set(case.fired)]


def _overtakes(case: _Case) -> bool:
    return any(stamped.event.kind in _OVERTAKES for stamped in case.events)


def _note_load(loads: Workload, case: _Case) -> None:
    """Counts what this ticket changed, so that a chunk does not give all its tickets to the same person."""
    before, after = case.before.ticket, case.after.ticket
    if before.assignee == after.assignee and before.is_open is after.is_open:
        return
    if before.assignee and before.is_open:
        loads.shift(before.assignee, -1)
    if after.assignee and after.is_open:
        loads.shift(after.assignee, +1)
