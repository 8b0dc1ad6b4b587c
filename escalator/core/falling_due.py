"""What falls due on a ticket: which deadlines it has, and what each of them brings about."""

from collections.abc import Callable, Iterable, Mapping

from escalator.core import watching
from escalator.core.desk.model import Desk
from escalator.core.desk.versions import Desks
from escalator.core.escalation import asking as asking_deadlines
from escalator.core.escalation import call_backs as call_deadlines
from escalator.core.escalation import deadlines as ladder_deadlines
from escalator.core.escalation import reviews as review_deadlines
from escalator.core.escalation.asking import Silence
from escalator.core.sla import deadlines as clock_deadlines
from escalator.core.sla import lifetime
from escalator.core.sla.deadlines import Due
from escalator.core.sla.terms import home
from escalator.core.ticket.events import Event

from .consequences import Played, caused, play
from .dossier import Dossier, World

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
