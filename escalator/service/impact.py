"""What a recalculation does to the tickets it looks at, in numbers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from escalator.core.sla.cycle import TARGET_CHANGED
from escalator.core.ticket.events import Event, Kind

from .handling import Case, Handled

# What may follow from a new desk, by the word under which it is counted.
_COUNTED = {
    Kind.CLOCK_RETARGETED: "moved",
    Kind.CLOCK_STARTED: "started",
    Kind.CLOCK_CANCELLED: "ended",
    Kind.AGE_REACHED: "aged",
    Kind.CLOSED: "closed",
}


@dataclass(frozen=True, slots=True)
class Impact:
    """Counts, which add up over chunks.

    `tickets` were looked at; `changed` of them have something new in their timeline. `happened` counts clocks that
    are `moved` to the new version, `started` or `ended` by it, and tickets that are `aged` (brought up for it) or
    `closed`. `deadlines` are moved to `earlier` or `later`, are `new` or `gone`; `broken` are promises that break at
    once, by metric; `letters` go out at once, each to whom by its key, since nothing is told twice. `warned` tickets
    are so far on their way that a warning is due now: up to as many mails are about to follow. `failed` are the
    tickets that cannot be computed.
    """

    tickets: int = 0
    changed: int = 0
    happened: Counter[str] = field(default_factory=Counter)
    deadlines: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    letters: Mapping[str, str] = field(default_factory=dict)
    warned: int = 0
    failed: tuple[int, ...] = ()

    @property
    def mails(self) -> Counter[str]:
        """How many letters go out at once, by recipient."""
        return Counter(self.letters.values())

    @property
    def ends(self) -> int:
        """Promises that break or are made no more, and tickets that close: what another desk does not bring back."""
        return self.broken.total() + self.happened["ended"] + self.happened["closed"]

    def __add__(self, other: "Impact") -> "Impact":
        return Impact(
            self.tickets + other.tickets,
            self.changed + other.changed,
            self.happened + other.happened,
            self.deadlines + other.deadlines,
            self.broken + other.broken,
            {**self.letters, **other.letters},
            self.warned + other.warned,
            self.failed + other.failed,
        )


def measured(handled: Handled) -> Impact:
    """The impact of what came of one chunk."""
    cases = handled.cases.values()
    events = [event for case in cases for event in case.events]
    return Impact(
        tickets=len(cases) + len(handled.failures),
        changed=sum(bool(case.events) for case in cases),
        happened=Counter(_COUNTED[event.kind] for event in events if event.kind in _COUNTED),
        deadlines=Counter(way for case in cases for way in _ways(case)),
        broken=Counter(event.data["metric"] for event in events if _breaks_now(event)),
        letters={notice.key: notice.to for case in cases for notice in case.notices},
        warned=sum(any(due.at == case.after.ticket.changed_at for due in case.wanted) for case in cases),
        failed=tuple(handled.failures),
    )


def _breaks_now(event: Event) -> bool:
    """What had passed its deadline anyway is not the new desk's doing."""
    return event.kind is Kind.CLOCK_BREACHED and event.data["cause"] == TARGET_CHANGED


def _ways(case: Case) -> Iterator[str]:
    """How the deadlines of a ticket move."""
    before = {(row.due.kind, row.due.cycle): row.due.at for row in case.standing}
    after = {(due.kind, due.cycle): due.at for due in case.wanted}
    for key, at in after.items():
        if key not in before:
            yield "new"
        elif at != before[key]:
            yield "earlier" if at < before[key] else "later"
    yield from ("gone" for key in before if key not in after)
