"""What follows from an event: one ordered table, and `play`, which goes through it.

`play` is the heart of the house: events go in, each is folded into the dossier, the reactions add the events that
follow, and out come the new dossier, the whole timeline of what happened, and the notices that must go out with it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from escalator.core import watching
from escalator.core.escalation import call_backs as call_deadlines
from escalator.core.escalation import reactions as ladder_reactions
from escalator.core.escalation.reactions import Scene
from escalator.core.notify.answers import answers
from escalator.core.notify.customers import customer_notices
from escalator.core.notify.folding import Told
from escalator.core.notify.notices import Notice
from escalator.core.notify.summary import summarized
from escalator.core.notify.telling import notices
from escalator.core.sla import clocks
from escalator.core.sla.inheriting import inherit
from escalator.core.sla.retargeting import retarget
from escalator.core.sla.terms import home
from escalator.core.ticket.events import Event, Kind

from .dossier import Dossier, World, evolve


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it: the dossier afterwards, the events in order, and the notices to be sent."""

    dossier: Dossier
    events: tuple[Event, ...] = ()
    notices: tuple[Told, ...] = ()


Reactions = tuple[Callable[[Dossier, Dossier, Event, World], list[Event]], ...]


def _clocks(before: Dossier, after: Dossier, event: Event, world: World) -> list[Event]:
    return clocks.react(after.cycles, before.ticket, after.ticket, event, world.desks)


def _targets(_: Dossier, after: Dossier, event: Event, world: World) -> list[Event]:
    if event.kind is Kind.ABSORBED:
        return inherit(after.cycles, after.ticket, event, world.desks)
    return retarget(after.cycles, after.ticket, event, world.desks)


def _calls(_: Dossier, after: Dossier, event: Event, __: World) -> list[Event]:
    return call_deadlines.react(after.call_back, event)


def _loops(before: Dossier, after: Dossier, event: Event, world: World) -> list[Event]:
    desk = home(after.ticket, after.cycles, world.desks)
    guarded = watching.topics(after.ticket, after.run, before.conversation, event)
    return guarded + watching.react(after.ticket, world.case_of(after), event, desk, world.now)


def _ladder(before: Dossier, after: Dossier, event: Event, world: World) -> list[Event]:
    scene = Scene(
        ticket=after.ticket,
        run=after.run,
        desks=world.desks,
        staff=world.staff,
        now=world.now,
        call_back=world.promised_call(after),
        before=before.run,
        elsewhere=world.holder(after),
    )
    return ladder_reactions.react(scene, event)


def _climb(_: Dossier, after: Dossier, event: Event, world: World) -> list[Event]:
    scene = Scene(after.ticket, after.run, world.desks, world.staff, world.now)
    return ladder_reactions.climb_on(scene, event)


# In this order, each seeing what the one before has done: first what the event does to the clocks, then whether
# other targets hold now, what it means for a promised call, whether the conversation goes in circles, and what all
# of that means for the ladder, which climbs on at the very end.
REACTIONS: Reactions = (_clocks, _targets, _calls, _loops, _ladder, _climb)

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

    def _told(self, event: Event) -> list[Notice]:
        told = notices(self.dossier.ticket, self.dossier.run, event, self.world.desks)
        if not told:
            return []
        linked, call = self.world.linked(self.dossier), self.world.promised_call(self.dossier)
        case = [self.dossier.conversation, *(other.conversation for other in linked.values())]
        return [
            summarized(notice, self.dossier.ticket, case, linked, call, self.world.desks.active) for notice in told
        ]

    def happen(self, event: Event) -> None:
        before = self.dossier
        self.dossier = evolve(before, event)
        self.events.append(event)
        self.notices += self._told(event)
        self.notices += customer_notices(self.dossier.ticket, event, self.world.desks.active)
        self.notices += answers(self.dossier.ticket, event, self.world.desks.active)
        for reaction in self.reactions:
            for consequence in reaction(before, self.dossier, event, self.world):
                if not _is_moot(self.dossier, consequence):
                    self.happen(caused(consequence, event.cause))


def _is_moot(dossier: Dossier, event: Event) -> bool:
    """Whether an earlier consequence has brought it about: a broken promise starts a ladder, which starts clocks."""
    if event.kind not in (Kind.CLOCK_STARTED, Kind.CLOCK_BREACHED):
        return False
    key = (event.data["metric"], event.data["cycle"])
    known = next((cycle for cycle in dossier.cycles if (cycle.metric, cycle.number) == key), None)
    return known is not None and (event.kind is Kind.CLOCK_STARTED or known.breached_at is not None)


def caused(event: Event, cause: str) -> Event:
    """`event` with what led to it, unless it says so itself (guarantees.md, S4)."""
    return replace(event, cause=cause) if cause and not event.cause else event
