"""A ticket with its clocks and its ladder run, and the one ordered table of what follows from an event.

`play` is the heart of the house: events go in, each is folded into the dossier, the reactions add the events that
follow, and out come the new dossier, the whole timeline of what happened, and the notices that must go out with it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from escalator.core import watching
from escalator.core.desk.model import Desk
from escalator.core.desk.versions import Desks
from escalator.core.escalation import asking as asking_deadlines
from escalator.core.escalation import call_backs as call_deadlines
from escalator.core.escalation import deadlines as ladder_deadlines
from escalator.core.escalation import reactions as ladder_reactions
from escalator.core.escalation import reviews as review_deadlines
from escalator.core.escalation import run as ladder_run
from escalator.core.escalation.asking import Silence
from escalator.core.escalation.reactions import Scene
from escalator.core.escalation.run import Run
from escalator.core.loops import conversation
from escalator.core.loops.conversation import Conversation
from escalator.core.notify.customers import customer_notices
from escalator.core.notify.folding import Told
from escalator.core.notify.notices import Notice
from escalator.core.notify.summary import summarized
from escalator.core.notify.telling import notices
from escalator.core.routing.staff import Staff
from escalator.core.sla import clocks, cycle, lifetime
from escalator.core.sla import deadlines as clock_deadlines
from escalator.core.sla.cycle import Cycles
from escalator.core.sla.deadlines import Due
from escalator.core.sla.inheriting import inherit
from escalator.core.sla.retargeting import retarget
from escalator.core.sla.terms import home
from escalator.core.ticket import asking, call_backs, reviews
from escalator.core.ticket import ticket as tickets
from escalator.core.ticket.asking import Asked
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.reviews import Holds
from escalator.core.ticket.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of one ticket; the fold of its timeline."""

    ticket: Ticket
    cycles: Cycles = ()
    run: Run | None = None
    conversation: Conversation = conversation.EMPTY
    call_back: CallBack | None = None
    held: Holds = ()
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """What a ticket may know of another one of the same matter."""

    conversation: Conversation
    call_back: CallBack | None = None


@dataclass(frozen=True, slots=True)
class World:
    """What a decision may look at: the moment, the desk's versions, the people, and the linked tickets.

    `cases` has for each case (named by its oldest ticket) what is known of its tickets, by their numbers.
    """

    now: datetime
    desks: Desks
    staff: Staff
    cases: Mapping[int, Mapping[int, Linked]] = field(default_factory=dict)

    def case_of(self, dossier: Dossier) -> list[Conversation]:
        """What was said in all tickets of the matter, this one's first."""
        return [dossier.conversation, *(other.conversation for other in self.linked(dossier).values())]

    def linked(self, dossier: Dossier) -> dict[int, Linked]:
        """The other tickets of the matter."""
        number = dossier.ticket.case
        known = self.cases.get(number, {}) if number is not None else {}
        return {ticket: other for ticket, other in known.items() if ticket != dossier.ticket.id}

    def promised_call(self, dossier: Dossier) -> CallBack | None:
        """The call that the customer is promised about the matter, in whichever of its tickets."""
        others = (other.call_back for other in self.linked(dossier).values())
        return next((call for call in (dossier.call_back, *others) if call is not None and call.stands), None)


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
        conversation=conversation.evolve(dossier.conversation, event),
        call_back=call_backs.evolve(dossier.call_back, event),
        held=reviews.evolve(dossier.held, event),
        asked=asking.evolve(dossier.asked, event),
    )


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
        after.ticket, after.run, world.desks, world.staff, world.now, world.promised_call(after), before.run
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
        linked = self.world.linked(self.dossier)
        case = [self.dossier.conversation, *(other.conversation for other in linked.values())]
        return [summarized(notice, self.dossier.ticket, case, linked, self.world.desks.active) for notice in told]

    def happen(self, event: Event) -> None:
        before = self.dossier
        self.dossier = evolve(before, event)
        self.events.append(event)
        self.notices += self._told(event)
        self.notices += customer_notices(self.dossier.ticket, event, self.world.desks.active)
        for reaction in self.reactions:
            for consequence in reaction(before, self.dossier, event, self.world):
                self.happen(caused(consequence, event.cause))


Timed = tuple[
    Callable[[Dossier, Desks], Iterable[Due]],
    Callable[[Due, Dossier, World], list[Event]],
]


def _home(dossier: Dossier, desks: Desks) -> Desk:
    return home(dossier.ticket, dossier.cycles, desks)


def _silence(dossier: Dossier, desks: Desks) -> Silence:
    """A customer to whom we owe a call, or a reply that is held, is not the one who keeps us waiting."""
    owed = bool(dossier.held) or (dossier.call_back is not None and dossier.call_back.owed)
    return Silence(dossier.ticket, dossier.asked, dossier.run, owed, _home(dossier, desks))


def _silences(dossier: Dossier, desks: Desks) -> Iterable[Due]:
    """A customer who is asked politely, and let go in the end, may be silent for as long as that takes."""
    if any(asking_deadlines.deadlines(_silence(dossier, desks))):
        return ()
    return watching.deadlines(dossier.ticket, dossier.run, dossier.conversation, _home(dossier, desks))


# All that falls due: which deadlines a ticket has, and what each brings about; by the first word of their kind.
_LIFE: Timed = (
    lambda dossier, desks: lifetime.deadlines(dossier.ticket, _home(dossier, desks)),
    lambda due, dossier, world: lifetime.fire(due, dossier.ticket, _home(dossier, world.desks), world.now),
)
_CLOCKS: Timed = (
    lambda dossier, _: clock_deadlines.deadlines(dossier.cycles) if dossier.ticket.is_open else (),
    lambda due, dossier, world: clock_deadlines.fire(dossier.cycles, due, world.desks, world.now),
)
_TIMED: Mapping[str, Timed] = {
    **dict.fromkeys(lifetime.KINDS, _LIFE),
    "ladder": (
        lambda dossier, _: ladder_deadlines.deadlines(dossier.ticket, dossier.run),
        lambda due, dossier, world: ladder_deadlines.fire(
            due, dossier.ticket, dossier.run, world.desks, world.staff, world.now
        ),
    ),
    "loop": (
        _silences,
        lambda due, dossier, world: watching.fire(
            due, dossier.ticket, dossier.run, world.case_of(dossier), _home(dossier, world.desks), world.now
        ),
    ),
    "pending": (
        lambda dossier, desks: asking_deadlines.deadlines(_silence(dossier, desks)),
        lambda due, dossier, world: asking_deadlines.fire(due, _silence(dossier, world.desks), world.now),
    ),
    "call_back": (
        lambda dossier, _: call_deadlines.deadlines(dossier.ticket, dossier.call_back),
        lambda due, dossier, world: call_deadlines.fire(
            due, dossier.ticket, dossier.call_back, world.desks, world.staff, world.now
        ),
    ),
    "review": (
        lambda dossier, _: review_deadlines.deadlines(dossier.ticket, dossier.held),
        lambda due, dossier, world: review_deadlines.fire(
            due, dossier.ticket, dossier.held, world.desks, world.staff, world.now
        ),
    ),
}
_ALL_TIMED = tuple(dict.fromkeys((_CLOCKS, *_TIMED.values())))


def deadlines(dossier: Dossier, desks: Desks) -> frozenset[Due]:
    """Every deadline that should be armed for this ticket: a pure function of its state."""
    return frozenset(due for armed, _ in _ALL_TIMED for due in armed(dossier, desks))


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
    _, fall_due = _TIMED.get(due.kind.partition(".")[0], _CLOCKS)
    first = [caused(event, f"deadline:{due.kind}") for event in fall_due(due, dossier, world)]
    return play(dossier, first, world)


def caused(event: Event, cause: str) -> Event:
    """`event` with what led to it, unless it says so itself (guarantees.md, S4)."""
    return replace(event, cause=cause) if cause and not event.cause else event
