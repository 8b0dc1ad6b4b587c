"""What it costs to fold one event into a ticket's clocks: `python -m bench.fold`.

The event and all clock events that follow from it are played in the pure core, as `escalator clocks` does: no
ladder, no database. The desk is that of the worked examples, which promises five metrics.
"""

from collections.abc import Callable, Mapping
from time import process_time
from timeit import repeat

from escalator.core.consequences import CLOCKS_ONLY, play
from escalator.core.ticket.events import Event
from escalator.core.ticket.workflow import Trigger
from tests.core.case import Case

from .calendar import line

CALLS, GOAL = 1_000, 50.0


def asked() -> Case:
    """A ticket that was answered, and whose customer has asked again."""
    return answered().at("2026-11-16 10:30").writes()


def answered() -> Case:
    return Case("2026-11-16 09:00").opened().at("2026-11-16 09:30").replies()


def waiting() -> Case:
    return answered().moves(Trigger.ASK)


TYPICAL: Mapping[str, tuple[Callable[[], Case], Callable[[Case], object]]] = {
    "the customer asks": (answered, Case.writes),
    "the customer answers, and pauses end": (waiting, Case.writes),
    "the customer asks once more": (asked, Case.writes),
    "an agent replies": (asked, Case.replies),
    "an agent notes something": (asked, Case.notes),
    "an agent waits for the customer": (answered, lambda case: case.moves(Trigger.ASK)),
    "the priority becomes urgent": (asked, lambda case: case.priority("urgent")),
    "the ticket is resolved": (asked, lambda case: case.moves(Trigger.RESOLVE)),
}


def first_event(case: Case, happens: Callable[[Case], object]) -> Event:
    """The event itself, without what follows from it."""
    known = len(case.events)
    happens(case)
    return case.events[known]


def microseconds(stands: Callable[[], Case], happens: Callable[[Case], object]) -> tuple[float, int]:
    """The best of five runs, in processor time, and how many clock events followed."""
    case = stands().at("2026-11-16 11:00")
    event, dossier, world = first_event(stands().at("2026-11-16 11:00"), happens), case.dossier, case.world

    def fold() -> int:
        return len(play(dossier, [event], world, CLOCKS_ONLY).events) - 1

    return min(repeat(fold, timer=process_time, number=CALLS, repeat=5)) / CALLS * 1e6, fold()


def main() -> None:
    total = folded = 0.0
    for name, (stands, happens) in TYPICAL.items():
        spent, followed = microseconds(stands, happens)
        total, folded = total + spent, folded + 1 + followed
        print(line(f"{name} ({followed} followed)", spent, "us", GOAL))
    print(line("each event of all these, by itself", total / folded, "us", GOAL))


if __name__ == "__main__":
    main()
