"""A ticket with its clocks and its ladder run, and the one ordered table of what follows from an event.

`play` is the heart of the house: events go in, each is folded into the dossier, the reactions add the events that
follow, and out come the new dossier, the whole timeline of what happened, and the notices that must go out with it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from escalator.core.desk.versions import Desks
from escalator.core.escalation import deadlines as ladder_deadlines
from escalator.core.escalation import reactions as ladder_reactions
from escalator.core.escalation import run as ladder_run
from escalator.core.escalation.reactions import Scene
from escalator.core.escalation.run import Run
from escalator.core.notify.customers import customer_notices
from escalator.core.notify.folding import Told
from escalator.core.notify.telling import notices
from escalator.core.routing.staff import Staff
from escalator.core.sla import clocks, cycle, lifetime
from escalator.core.sla import deadlines as clock_deadlines
from escalator.core.sla.cycle import Cycles
from escalator.core.sla.deadlines import Due
from escalator.core.sla.inheriting import inherit
from escalator.core.sla.retargeting import retarget
from escalator.core.sla.terms import home
from escalator.core.ticket import ticket as tickets
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of one ticket; the fold of its timeline."""

    ticket: Ticket
    cycles: Cycles = ()
    run: Run | None = None


@dataclass(frozen=True, slots=True)
class World:
    """What a decision may look at: the moment, the desk's versions, and the people."""

    now: datetime
    desks: Desks
    staff: Staff


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it: the dossier afterwards, the events in order, and the notices to be sent."""

    dossier: Dossier
    events: tuple[Event, ...] = ()
    notices: tuple[Told, ...] = ()


Reactions = tuple[Callable[[Dossier, Dossier, Event, World], list[Event]], ...]


def evolve(dossier: Dossier, event: Event) -> Dossier:
    """The dossier after one event. Folding a whole timeline gives the stored row (guarantees.md, S3)."""
    return Dossier(
        ticket=tickets.evolve(dossier.ticket, event),
        cycles=cycle.evolve(dossier.cycles, event),
        run=ladder_run.evolve(dossier.run, event),
    )


def _clocks(before: Dossier, after: Dossier, event: Event, world: World) -> list[Event]:
    return clocks.react(after.cycles, before.ticket, after.ticket, event, world.desks)


def _targets(_: Dossier, after: Dossier, event: Event, world: World) -> list[Event]:
    if event.kind is Kind.ABSORBED:
        return inherit(after.cycles, after.ticket, event, world.desks)
    return retarget(after.cycles, after.ticket, event, world.desks)


def _ladder(_: Dossier, after: Dossier, event: Event, world: World) -> list[Event]:
    scene = Scene(after.ticket, after.run, world.desks, world.staff, world.now)
    return ladder_reactions.react(scene, event)


def _climb(_: Dossier, after: Dossier, event: Event, world: World) -> list[Event]:
    scene = Scene(after.ticket, after.run, world.desks, world.staff, world.now)
    return ladder_reactions.climb_on(scene, event)


# In this order, each seeing what the one before has done: first what the event does to the clocks, then whether
# other targets hold now, then what it means for the ladder, which climbs on when all of that has happened.
REACTIONS: Reactions = (_clocks, _targets, _ladder, _climb)

# For a log that tells what people did: our ladders must not move the tickets in it.
CLOCKS_ONLY: Reactions = (_clocks, _targets)


def play(dossier: Dossier, first: Iterable[Event], world: World, reactions: Reactions = REACTIONS) -> Played:
    """Folds `first` and everything that follows from it; what an event causes happens before the next one."""
    performance = _Performance(dossier, world, reactions)
    for event in first:
        performance.happen(event)
    return Played(performance.dossier, tuple(performance.events), tuple(performance.notices))


@dataclass(slots=True)
class _Performance:
    """The dossier while events happen to it."""

    dossier: Dossier
    world: World
    reactions: Reactions
    events: list[Event] = field(default_factory=list)
    notices: list[Told] = field(default_factory=list)

    def happen(self, event: Event) -> None:
        before = self.dossier
        self.dossier = evolve(before, event)
        self.events.append(event)
        self.notices += notices(self.dossier.ticket, self.dossier.run, event, self.world.desks)
        self.notices += customer_notices(self.dossier.ticket, event, self.world.desks.active)
        for reaction in self.reactions:
            for consequence in reaction(before, self.dossier, event, self.world):
                self.happen(caused(consequence, event.cause))


def deadlines(dossier: Dossier, desks: Desks) -> frozenset[Due]:
    """Every deadline that should be armed for this ticket: a pure function of its state."""
    armed = frozenset(lifetime.deadlines(dossier.ticket, home(dossier.ticket, dossier.cycles, desks)))
    if not dossier.ticket.is_open:
        return armed
    return armed.union(
        clock_deadlines.deadlines(dossier.cycles), ladder_deadlines.deadlines(dossier.ticket, dossier.run)
    )


def catch_up(dossier: Dossier, world: World) -> list[tuple[Due, Played]]:
    """Fires everything that fell due before now, earliest first, until nothing is overdue.

    A command runs this before itself, so that what happens to a ticket does not depend on how late the sweep is.
    """
    fired: list[tuple[Due, Played]] = []
    while overdue := [due for due in deadlines(dossier, world.desks) if due.at < world.now]:
        due = min(overdue, key=lambda due: (due.at, due.kind))
        if any((due.kind, due.cycle) == (before.kind, before.cycle) for before, _ in fired):
            raise RuntimeError(f"{dossier.ticket.ref}: {due} is still due after it fired")
        played = _fire(dossier, due, world)
        fired.append((due, played))
        dossier = played.dossier
    return fired


def _fire(dossier: Dossier, due: Due, world: World) -> Played:
    """What one due deadline brings about."""
    first = [caused(event, f"deadline:{due.kind}") for event in _fallen_due(dossier, due, world)]
    return play(dossier, first, world)


def _fallen_due(dossier: Dossier, due: Due, world: World) -> list[Event]:
    if due.kind in lifetime.KINDS:
        desk = home(dossier.ticket, dossier.cycles, world.desks)
        return lifetime.fire(due, dossier.ticket, desk, world.now)
    if due.kind.startswith("ladder."):
        return ladder_deadlines.fire(due, dossier.ticket, dossier.run, world.desks, world.staff, world.now)
    return clock_deadlines.fire(dossier.cycles, due, world.desks, world.now)


def caused(event: Event, cause: str) -> Event:
    """`event` with what led to it, unless it says so itself (guarantees.md, S4)."""
    return replace(event, cause=cause) if cause and not event.cause else event
