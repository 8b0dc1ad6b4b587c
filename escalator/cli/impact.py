"""The impact of a new desk on what is open, in words for people and in JSON for scripts."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from escalator.service.impact import Impact


def words(impact: Impact) -> Iterator[str]:
    """One line for each thing that an operator wants to know."""
    if not impact.tickets:
        yield "No ticket is open: nothing moves."
        return
    clocks, ways = impact.happened, impact.deadlines
    yield f"Tickets that are open or can come back: {impact.tickets:,}, of which {impact.changed:,} change."
    yield f"Clocks: {clocks['moved']:,} go on by the new desk, {clocks['started']:,} begin, {clocks['ended']:,} end."
    yield (
        f"Deadlines: {ways['later']:,} move later, {ways['earlier']:,} earlier;"
        f" {ways['new']:,} are new, {ways['gone']:,} go."
    )
    yield f"Promises that break at once: {_split(impact.broken)}."
    if clocks["aged"] or clocks["closed"]:
        yield f"Tickets brought up for their age: {clocks['aged']:,}; closed: {clocks['closed']:,}."
    people = "1 person" if len(impact.mails) == 1 else f"{len(impact.mails):,} people"
    yield f"Mails that go out at once: {impact.mails.total():,}, to {people}."
    if impact.warned:
        yield f"Tickets for which a warning is due now: {impact.warned:,}."
    if impact.failed:
        yield f"Tickets that cannot be computed: {_some(impact.failed)}."


def _split(counts: Counter[str]) -> str:
    parts = ", ".join(f"{count:,} {name}" for name, count in counts.most_common())
    return f"{counts.total():,} ({parts})" if parts else "none"


def _some(numbers: tuple[int, ...], most: int = 10) -> str:
    named = ", ".join(f"T-{number}" for number in numbers[:most])
    return f"{len(numbers):,} ({named}{', ...' if len(numbers) > most else ''})"


def as_json(impact: Impact) -> dict[str, Any]:
    return {
        "tickets": impact.tickets,
        "changed": impact.changed,
        "clocks": {name: impact.happened[name] for name in ("moved", "started", "ended")},
        "deadlines": {name: impact.deadlines[name] for name in ("later", "earlier", "new", "gone")},
        "broken": dict(impact.broken),
        "aged": impact.happened["aged"],
        "closed": impact.happened["closed"],
        "mails": impact.mails.total(),
        "people": len(impact.mails),
        "warned": impact.warned,
        "failed": [f"T-{number}" for number in impact.failed],
    }
