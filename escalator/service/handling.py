"""The one way in which tickets change: lock, catch up, let the core decide, write everything set-wise.

A command of an agent and a chunk of five hundred due deadlines take the same path; a command is a chunk of one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import structlog

from escalator.core.consequences import Played, play
from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier, World
from escalator.core.escalation.run import RunState
from escalator.core.falling_due import catch_up, deadlines
from escalator.core.notify.folding import Told, fold
from escalator.core.notify.overtaking import Kinds, overtaken
from escalator.core.routing.staff import Staff
from escalator.core.sla.deadlines import Due
from escalator.core.ticket import commands
from escalator.core.ticket.events import Event
from escalator.store import deadlines as deadline_rows
from escalator.store import dossiers, outbox, people
from escalator.store.cases import LinkedCases
from escalator.store.database import Transaction
from escalator.store.deadlines import Armed
from escalator.store.dossiers import Change
from escalator.store.events import Stamped
from escalator.store.people import Workload
from escalator.store.tables import LIVE

from .calls import HookCall, calls
from .customer_letters import Unreached
from .desk import DeskShelf
from .letters import LetterDesk

Command = Callable[[Dossier, World], Sequence[Event]]

_OVERTAKEN = "the case moved on"

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Case:
    """One ticket on its way through: what was armed, what happened, what is to be told, and what is so no more.

    `steps` are what fell due, each with its deadline, and then what the command did. `wanted` are the deadlines that
    must be armed afterwards.
    """

    before: Dossier
    after: Dossier
    armed: list[Armed]
    wanted: frozenset[Due] = frozenset()
    steps: list[tuple[Due | None, Played]] = field(default_factory=list)
    notices: list[Told] = field(default_factory=list)
    moot: list[Told] = field(default_factory=list)

    def record(self, played: Played, due: Due | None = None) -> None:
        self.steps.append((due, played))
        gone = overtaken(played.events)
        self.moot += [notice for notice in self.notices if notice.kind in gone]
        self.notices = [notice for notice in self.notices if notice.kind not in gone] + [*played.notices]
        self.after = played.dossier

    @property
    def events(self) -> list[Event]:
        return [event for _, played in self.steps for event in played.events]

    @property
    def calls(self) -> list[HookCall]:
        """What programs of the desk are told."""
        return calls(self.after.ticket, self.after.run, self.events)

    @property
    def fired(self) -> list[Armed]:
        """The armed deadlines that fired, each with the instant at which it was due in the end."""
        dues = [due for due, _ in self.steps if due is not None]
        rows = {(row.due.kind, row.due.cycle): row.id for row in self.armed} if dues else {}
        return [Armed(rows[due.kind, due.cycle], due) for due in dues if (due.kind, due.cycle) in rows]

    @property
    def standing(self) -> list[Armed]:
        """The armed deadlines that did not fire."""
        fired = {row.id for row in self.fired}
        return [row for row in self.armed if row.id not in fired]


@dataclass(frozen=True, slots=True)
class Handled:
    """What came of it: the tickets by number, and for each one that could not be computed, why.

    `beside` counts the letters about other tickets that came of the same.
    """

    cases: Mapping[int, Case]
    failures: Mapping[int, Exception]
    beside: int = 0

    @property
    def dossiers(self) -> dict[int, Dossier]:
        """The dossiers afterwards."""
        return {number: case.after for number, case in self.cases.items()}

    @property
    def letters(self) -> int:
        return self.beside + sum(len(case.notices) for case in self.cases.values())


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
        loads = Workload(tx, lane)
        # Who is away or unreached today says nothing about the days of an imported log.
        desks = self.shelf.desks(tx)
        staff = people.staff(tx, loads, desks.active) if lane == LIVE else Staff(loads=loads)
        linked = LinkedCases(tx)
        world = World(tx.now, desks, staff, linked)
        handled = _computed(tx, loaded, world, loads, linked, command)
        if unreached := self._write(tx, list(handled.cases.values()), world, lane):
            self._say_unreached(tx, handled, unreached)
        return handled

    def _say_unreached(self, tx: Transaction, handled: Handled, unreached: Sequence[Unreached]) -> None:
        """Whom their letter cannot reach is known when it is written, and stands in the timeline behind its cause."""

        def say(dossier: Dossier, world: World) -> list[Event]:
            gone = [one for one in unreached if one.ticket == dossier.ticket.id]
            return [commands.customer_unreached(dossier.ticket, one.address, one.why, world.now) for one in gone]

        for number, case in self.handle(tx, sorted({one.ticket for one in unreached}), say).cases.items():
            handled.cases[number].after = case.after

    def rehearse(
        self, tx: Transaction, chunks: Iterable[Sequence[int]], command: Command, desks: Desks
    ) -> Iterator[Handled]:
        """What `handle` would come to, chunk after chunk, if these were the desks; locks and writes nothing."""
        loads = Workload(tx, LIVE)
        linked = LinkedCases(tx)
        world = World(tx.now, desks, people.staff(tx, loads, desks.active), linked)
        for ids in chunks:
            yield _computed(tx, dossiers.load(tx, ids), world, loads, linked, command)

    def _write(self, tx: Transaction, cases: Sequence[Case], world: World, lane: str) -> Sequence[Unreached]:
        """Gives the customers whom their letters cannot reach."""
        changed = [case for case in cases if case.events]
        dossiers.save(tx, [Change(case.before, case.after, _stamped(tx, case, lane)) for case in changed])
        deadline_rows.mark_fired(tx, [row for case in changed for row in case.fired])
        deadline_rows.sync(
            tx,
            {case.after.ticket.id: case.wanted for case in cases},
            {case.after.ticket.id: case.standing for case in cases},
            lane,
        )
        for kinds, numbers in _overtaken(changed).items():
            outbox.supersede(tx, numbers, kinds, _OVERTAKEN)
        desk, bounced = world.desks.active, world.staff.bounced
        moot = [(case.after.ticket.id, notice) for case in changed for notice in case.moot]
        self.letter_desk.post(tx, moot, desk, bounced, born=_OVERTAKEN)
        told = [(case.after.ticket.id, notice) for case in changed for notice in case.notices]
        unreached = self.letter_desk.post(tx, told, desk, bounced, born="" if lane == LIVE else "imported")
        if lane == LIVE:
            self.letter_desk.call(tx, [(case.after.ticket.id, call) for case in changed for call in case.calls])
        return unreached


def _computed(
    tx: Transaction,
    loaded: Mapping[int, Dossier],
    world: World,
    loads: Workload,
    linked: LinkedCases,
    command: Command | None,
) -> Handled:
    armed = deadline_rows.pending(tx, loaded)
    cases: dict[int, Case] = {}
    failures: dict[int, Exception] = {}
    for number, dossier in loaded.items():
        case = Case(dossier, dossier, armed.get(number, []))
        try:
            _run(case, _not_before(world, dossier), command)
        except Exception as failure:  # noqa: BLE001 - whatever it is, it must not stop the other tickets
            failures[number] = failure
            continue
        _note_load(loads, case)
        linked.change(case.after)
        cases[number] = case
    return Handled(cases, failures)


def _run(case: Case, world: World, command: Command | None) -> None:
    _catch_up(case, world, alone=command is None)
    if command is not None:
        case.record(play(case.after, command(case.after, world), world))
        # Another desk may have moved deadlines into the past: they are told with all that it does.
        _catch_up(case, world, alone=False)
    case.notices = fold(case.notices)
    case.wanted = deadlines(case.after, world.desks)


def _stamped(tx: Transaction, case: Case, lane: str) -> list[Stamped]:
    """The events as they are written: the first that a deadline brought about bears its number."""
    rows = {(row.due.kind, row.due.cycle): row.id for row in case.fired}
    stamped: list[Stamped] = []
    for due, played in case.steps:
        row = None
        if due is not None:
            row = rows.get((due.kind, due.cycle)) or _armed_late(tx, case, due, lane)
        stamped += [Stamped(event, None if number else row) for number, event in enumerate(played.events)]
    return stamped


def _armed_late(tx: Transaction, case: Case, due: Due, lane: str) -> int:
    """The row of a deadline that fired in the very unit in which it came up."""
    return deadline_rows.arm_fired(tx, case.before.ticket.id, due, lane)


def _catch_up(case: Case, world: World, alone: bool) -> None:
    """What fell due. If that cannot be computed, it must not keep a human from answering: the sweep will say so."""
    try:
        for due, played in catch_up(case.after, world):
            case.record(played, due)
    except Exception as failure:
        if alone:
            raise
        log.error("could_not_catch_up", ticket=case.before.ticket.id, error=type(failure).__name__)


def _not_before(world: World, dossier: Dossier) -> World:
    """Time does not run backwards on a ticket.

    Who waited for its lock has read the clock before the one who held it; and a database's clock may be set back.
    """
    last = dossier.ticket.changed_at
    return replace(world, now=last) if last is not None and last > world.now else world


def _overtaken(changed: Sequence[Case]) -> dict[Kinds, list[int]]:
    """The tickets by the kinds of their letters that need not be sent any more."""
    tickets: dict[Kinds, list[int]] = {}
    for case in changed:
        tickets.setdefault(overtaken(case.events), []).append(case.after.ticket.id)
    return {kinds: numbers for kinds, numbers in tickets.items() if kinds}


def _note_load(loads: Workload, case: Case) -> None:
    """Counts what this ticket changed, so that a chunk does not give all its tickets to the same person."""
    before, after = _on_the_desks_of(case.before), _on_the_desks_of(case.after)
    for person in before - after:
        loads.shift(person, -1)
    for person in after - before:
        loads.shift(person, +1)


def _on_the_desks_of(dossier: Dossier) -> set[str]:
    """Who has the ticket, and who is asked to take it."""
    ticket, run = dossier.ticket, dossier.run
    asked = run.asked if run is not None and run.state is RunState.WAITING else None
    return {person for person in (ticket.assignee, asked) if person is not None} if ticket.is_open else set()
