"""What every clock of a ticket must say by the rules in sla-semantics.md, reckoned slowly from minutes.

Nothing here is shared with `escalator`: it reads the desk as written, counts open minutes one by one, and asks
after each event anew which clocks should stand. Choices where the rules leave room are marked "Choice".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.proof.minutes import DAY, Walk, count, earliest, utc
from tests.proof.promises import PAUSES, Promise, Promises

WINDOW = 7 * DAY  # a resolved ticket can be reopened for that long, the last instant included

REPLIES = ("first_reply", "next_reply")

Event = Mapping[str, Any]


@dataclass(frozen=True)
class Stretch:
    """Minutes in which nothing about the ticket changed."""

    first: int
    last: int
    status: str
    priority: str


@dataclass
class Cycle:
    """One promise being kept. `anchor` is the event that it waits from; it counts up to the minute `counted`."""

    anchor: int
    started: int
    counted: int
    promise: Promise
    elapsed: int = 0
    stood_still: int = 0
    standing: str = "starting"
    due: int | None = None
    met: int | None = None
    breached: int | None = None
    breach: str | None = None
    cancelled: str | None = None
    warned: dict[str, int] = field(default_factory=dict)
    warns: dict[str, int | None] = field(default_factory=dict)

    @property
    def active(self) -> bool:
        return self.standing in ("running", "paused")


@dataclass
class Facts:
    """What the events say about the ticket; an anchor is the number of an event and its minute."""

    created: tuple[int, int]
    status: str = "open"
    priority: str = "normal"
    question: tuple[int, int] | None = None
    replied: bool = False
    update: tuple[int, int] | None = None
    resolved: int = 0


class Ticket:
    """Goes through the events of one ticket in order."""

    def __init__(self, promises: Promises, created: Event) -> None:
        self._promises = promises
        self.now = promises.walk.minute(utc(created["at"]))
        self.facts = Facts(created=(0, self.now))
        self.cycles: dict[str, list[Cycle]] = {metric: [] for metric in PAUSES}
        self._history: list[Stretch] = []
        if "actor" not in created:  # by the customer; staff who open a ticket for one are named
            self.facts.question = (0, self.now)
        self._settle()

    # Time.

    def passes(self, to: int) -> None:
        """Moves to a minute: what became due before it happened; what is due at it may still be met (rule 3)."""
        self._history.append(Stretch(self.now, to, self.facts.status, self.facts.priority))
        for metric, cycle in self._active():
            self._count(metric, cycle, to)
            if cycle.standing == "running":
                _strike(cycle, to)
        self.now = to
        if self.facts.status == "resolved" and to > self.facts.resolved + WINDOW:
            self.facts.status = "closed"

    def _active(self) -> Iterator[tuple[str, Cycle]]:
        for metric, cycles in self.cycles.items():
            if cycles and cycles[-1].active:
                yield metric, cycles[-1]

    def _count(self, metric: str, cycle: Cycle, to: int, stopped_by: Promise | None = None) -> None:
        """Counts the open minutes since it last counted, by the promise that held in each stretch.

        Choices: where none held, the one that holds now, because the clock has the time it would have had. While a
        ticket was resolved nothing was promised anew: that time goes by the promise with which the clock stopped, or
        with which it begins if it had not begun.
        """
        for stretch in self._history:
            first, last = max(stretch.first, cycle.counted), min(stretch.last, to)
            if first < last:
                promise = self._promises.of(metric, stretch.priority) or cycle.promise
                if _pauses(metric, promise, stretch.status):
                    cycle.stood_still += count((stopped_by or promise).openness, first, last)
                else:
                    cycle.elapsed += count(promise.openness, first, last)
        cycle.counted = to

    # Events.

    def happens(self, number: int, event: Event) -> None:
        self.passes(self._promises.walk.minute(utc(event["at"])))
        if self.facts.status != "closed" and not event.get("machine"):
            change = getattr(self, f"_{event['type']}", None)
            if change:
                change((number, self.now), event)
                self._settle()

    def _customer_message(self, anchor: tuple[int, int], _: Event) -> None:
        self.facts.question = self.facts.question or anchor
        self.facts.status = "open"

    def _agent_message(self, anchor: tuple[int, int], _: Event) -> None:
        """Choice: whoever of the desk speaks before the customer does has replied to nothing."""
        self.facts.replied = self.facts.replied or self.facts.question is not None
        self.facts.question, self.facts.update = None, anchor

    _call_logged = _agent_message

    def _state_changed(self, _: tuple[int, int], event: Event) -> None:
        """Choice: a state that a resolved ticket gets reopens it."""
        self.facts.status = event["to"]

    def _reopened(self, *_: object) -> None:
        self.facts.status = "open"

    def _priority_changed(self, _: tuple[int, int], event: Event) -> None:
        self.facts.priority = event["to"]

    def _resolved(self, *_: object) -> None:
        if self.facts.status != "resolved":
            self.facts.status, self.facts.resolved = "resolved", self.now

    def _closed(self, *_: object) -> None:
        """Choice: closing what is not resolved resolves it on the way."""
        self._resolved()
        self._settle()
        self.facts.status = "closed"

    # Clocks.

    def _settle(self) -> None:
        """Brings every clock to where the facts want it."""
        for metric, cycles in self.cycles.items():
            anchor = self._anchor(metric)
            number = anchor[0] if anchor else None
            if cycles and cycles[-1].active and cycles[-1].anchor != number:
                self._ends(metric, cycles[-1])
            if anchor:
                self._goes_on(metric, cycles, anchor)

    def _anchor(self, metric: str) -> tuple[int, int] | None:
        """The event from which this clock should be running or paused now."""
        facts = self.facts
        if facts.status in ("resolved", "closed"):
            return None
        if metric in REPLIES:
            return facts.question if facts.replied == (metric == "next_reply") else None
        return facts.update if metric == "update" else facts.created

    def _ends(self, metric: str, cycle: Cycle) -> None:
        resolved = self.facts.status == "resolved"
        if metric in REPLIES and self.facts.question:
            cycle.standing, cycle.cancelled = "cancelled", "resolved_unanswered"
        elif metric == "update" and resolved:
            cycle.standing, cycle.cancelled = "cancelled", "resolved"
        else:
            cycle.standing, cycle.met = "met", self.now

    def _goes_on(self, metric: str, cycles: list[Cycle], anchor: tuple[int, int]) -> None:
        promise = self._promises.of(metric, self.facts.priority)
        same = bool(cycles) and cycles[-1].anchor == anchor[0]
        if promise is None:
            if same and cycles[-1].cancelled != "no_policy":
                self._given_up(metric, cycles[-1])
            return
        if not same:
            cycles.append(Cycle(*anchor, counted=anchor[1], promise=promise))
        self._stands(metric, cycles[-1], promise)

    def _given_up(self, metric: str, cycle: Cycle) -> None:
        """Choice: what nobody promises any more when the ticket is reopened is owed again, and given up at once."""
        self._count(metric, cycle, self.now)
        cycle.standing, cycle.met, cycle.cancelled = "cancelled", None, "no_policy"

    def _stands(self, metric: str, cycle: Cycle, promise: Promise) -> None:
        """Runs or pauses the clock under `promise`, and aims it anew if anything about that changed."""
        before, was = cycle.promise, cycle.cancelled or cycle.standing
        cycle.promise, cycle.met, cycle.cancelled = promise, None, None
        stood = was in ("starting", "met", "resolved", "resolved_unanswered")
        self._count(metric, cycle, self.now, before if stood else None)
        cycle.standing = "paused" if _pauses(metric, promise, self.facts.status) else "running"
        changed = promise != before or was in ("starting", "no_policy")
        if changed or cycle.standing != was:
            _aim(cycle, self.now, changed=changed)


def _pauses(metric: str, promise: Promise, status: str) -> bool:
    return status in promise.pauses or (status in ("resolved", "closed") and metric != "age")


def _aim(cycle: Cycle, now: int, *, changed: bool) -> None:
    """When the clock will strike if it runs on from now. Over a changed target already: breached now (rule 11).

    Choices: what was used up exactly at a closing time that is past is over. An age that ran over while the ticket
    was resolved is due when that is reopened. What is consumed already is reached now, be the desk open or not.
    """
    promise = cycle.promise
    over = cycle.elapsed > promise.target or (cycle.elapsed == promise.target and not promise.openness[now - 1])
    if over and changed and cycle.breached is None:
        cycle.breached, cycle.breach = now, "target_changed"
    cycle.due, cycle.warns = None, {}
    if cycle.standing == "paused" or cycle.breached is not None:
        return
    cycle.due = now if over else _reached(promise, promise.target, cycle.elapsed, now)
    for label, consumed in () if over else promise.warnings.items():
        if label not in cycle.warned:
            cycle.warns[label] = _reached(promise, consumed, cycle.elapsed, now)


def _reached(promise: Promise, amount: int, elapsed: int, now: int) -> int | None:
    return earliest(promise.openness, now, amount - elapsed) if amount > elapsed else now


def _strike(cycle: Cycle, to: int) -> None:
    """What fell due before `to`; a breach is dated when it was due, whenever anybody looks (rule 13).

    Choice: no warning comes at the instant of the breach or later.
    """
    if cycle.breached is not None:
        return
    for label, at in cycle.warns.items():
        if at is not None and at < to and label not in cycle.warned and (cycle.due is None or at < cycle.due):
            cycle.warned[label] = at
    if cycle.due is not None and cycle.due < to:
        cycle.breached, cycle.breach = cycle.due, "deadline"


# What is reported.


def expected(promises: Promises, events: Sequence[Event], at: datetime) -> dict[str, Any]:
    """The status and every cycle of every metric as they stand at `at`, after what happened then."""
    walk, ticket = promises.walk, Ticket(promises, events[0])
    for number, event in enumerate(events[1:], start=1):
        if utc(event["at"]) <= at:
            ticket.happens(number, event)
    ticket.passes(walk.minute(at))
    clocks = {metric: [_shown(cycle, walk) for cycle in cycles] for metric, cycles in ticket.cycles.items() if cycles}
    return {"status": ticket.facts.status, "clocks": clocks}


def _shown(cycle: Cycle, walk: Walk) -> dict[str, Any]:
    state = "breached" if cycle.breached is not None else cycle.standing

    def instant(minute: int | None) -> datetime | None:
        return None if minute is None else walk.at(minute)

    return {
        "started_at": instant(cycle.started),
        "due_at": instant(cycle.due) if state == "running" else None,
        "met_at": instant(cycle.met),
        "breached_at": instant(cycle.breached),
        "cause": cycle.breach or cycle.cancelled,
        "elapsed_seconds": cycle.elapsed * 60,
        "paused_seconds": cycle.stood_still * 60,
        "state": state,
        "warned": {label: walk.at(minute) for label, minute in cycle.warned.items()},
    }
