"""The detectors on the log of another helpdesk: what they would have found in each case, and when.

At every moment they know what had happened until then, and nothing else.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from escalator.core.calendar import CalendarError
from escalator.core.desk.model import Desk
from escalator.core.loops.conversation import EMPTY, Conversation, evolve, to_json
from escalator.core.loops.likeness import like
from escalator.core.loops.matter import Matter, same_matter
from escalator.core.loops.reading import read, topics_of
from escalator.core.loops.signals import SIGNALS, Found, signals
from escalator.core.loops.silence import due
from escalator.core.loops.verdict import ESCALATE, WATCH, verdict
from escalator.core.simulation.openings import is_customer
from escalator.core.simulation.playing import INTO_ITSELF, is_public
from escalator.core.simulation.timelines import LoggedEvent, Timeline
from escalator.core.ticket.events import SYSTEM, Event, Kind, stamp
from escalator.core.ticket.ticket import Requester
from escalator.core.ticket.workflow import Status

from .loop_entries import NotUnderstood, events_of
from .loop_kin import customer_of, kin

_MOST_LINKED = 20
_SPOKEN = (Kind.CREATED, Kind.CUSTOMER_MESSAGE)
OUT_OF_REACH = "its silence would end beyond what a calendar reckons with"
NOWHERE = "merged into a case that is not there"


@dataclass(slots=True, eq=False)
class WatchedCase:
    """A case of the log as far as it has come.

    `found` has each signal as it was first found, with the evidence that came later; `reached` says when each verdict
    was, `ended_at` when the case was done for the last time. `entries` has for each event the entry it came from.
    """

    name: str
    conversation: Conversation = EMPTY
    found: dict[str, Found] = field(default_factory=dict)
    reached: dict[str, datetime] = field(default_factory=dict)
    score: int = 0
    ended_at: datetime | None = None
    linked: list["WatchedCase"] = field(default_factory=list)
    is_merged: bool = False
    matter: Matter | None = None
    replies: list[tuple[int, str]] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)

    @property
    def verdict(self) -> str:
        return ESCALATE if ESCALATE in self.reached else WATCH if WATCH in self.reached else ""


class LoopWatch:
    """One run of a log by the loop rules of a desk, to its last event or `until` a moment after it.

    Once all `cases` were taken, `passed_over` counts the entries that came to nothing, by their reason.
    """

    def __init__(self, timelines: Sequence[Timeline], desk: Desk, until: datetime | None = None) -> None:
        self._timelines, self._desk = timelines, desk
        self._calendar = desk.calendars[desk.loops.calendar or desk.teams[desk.default_team].calendar]
        times = (logged.at for timeline in timelines for logged in timeline.events)
        self._end = max(times, default=None) if until is None else until
        # Where nobody ever speaks, a log knows states only: that a case was created asks no question.
        self._has_words = any(is_public(logged) for timeline in timelines for logged in timeline.events)
        self.passed_over: Counter[str] = Counter()

    def cases(self) -> Iterator[WatchedCase]:
        """Every case in which something happened, beside those that may have to do with it."""
        for family in kin(self._timelines):
            cases = {timeline.ticket_id: _begin(timeline) for timeline in family if timeline.events}
            entries = [(timeline, logged) for timeline in family for logged in timeline.events]
            if len(family) > 1:
                entries.sort(key=lambda entry: entry[1].at)
            for timeline, logged in entries:
                self._happen(cases, timeline, logged)
            for case in cases.values():
                if self._end is not None:
                    # What falls due with the last event has fallen due.
                    self._pass_time(case, self._end + timedelta.resolution)
            yield from cases.values()

    def _happen(self, cases: Mapping[str, WatchedCase], timeline: Timeline, logged: LoggedEvent) -> None:
        case = cases[timeline.ticket_id]
        self._pass_time(case, logged.at)
        try:
            if logged.kind is Kind.MERGED:
                self._merge(case, cases.get(logged.into), logged)
                return
            for event in events_of(logged, case.conversation, self._desk, self._words(case, timeline, logged)):
                _fold(case, event, logged)
        except NotUnderstood as why:
            self.passed_over[str(why)] += 1
        if logged.kind is Kind.CREATED:
            self._link(case, cases, timeline, logged)
        self._look(case, logged.at)

    def _pass_time(self, case: WatchedCase, until: datetime) -> None:
        """A silence that becomes too long is found at that very instant."""
        if ESCALATE in case.reached and "silence" in case.found:
            return
        try:
            at = due(case.conversation, self._desk.loops, self._calendar)
        except CalendarError:
            self.passed_over[OUT_OF_REACH] += 1
            return
        if at is not None and at < until:
            self._look(case, at)

    def _look(self, case: WatchedCase, now: datetime) -> None:
        if case.conversation.course.status is Status.CLOSED:
            return
        known = [case.conversation, *[other.conversation for other in case.linked if not other.is_merged]]
        found, rules = signals(known, self._desk.loops, now, self._calendar), self._desk.loops
        for signal in found:
            first = case.found.get(signal.kind, signal)
            case.found[signal.kind] = replace(signal, at=min(first.at, signal.at))
        reached = verdict(found, rules)
        if reached.word and ESCALATE not in case.reached:
            case.reached.setdefault(reached.word, now)
        case.score = max(case.score, reached.score)

    def _words(self, case: WatchedCase, timeline: Timeline, logged: LoggedEvent) -> dict[str, Any]:
        """What the text of an entry says, as the data of its event; the number of the words is that of the entry."""
        words: dict[str, Any] = {"message": logged.index + 1} if is_public(logged) else {}
        if logged.kind is Kind.CREATED:
            words["by_customer"] = self._has_words and is_customer(logged.actor, timeline, self._desk)
        text = f"{logged.subject}\n\n{logged.body}" if logged.subject else logged.body
        if logged.by_machine:
            words["machine"] = True  # what a machine opened asks nothing
        elif text and logged.kind in _SPOKEN:
            words["says"] = read(text, self._desk.loops).says
            words["topics"] = topics_of(text, self._desk.topics)
        elif text and logged.kind is Kind.AGENT_MESSAGE:
            words["like"] = like(text, case.replies, self._desk.loops)
            case.replies.append((logged.index + 1, text))
        return words

    def _merge(self, case: WatchedCase, survivor: WatchedCase | None, logged: LoggedEvent) -> None:
        """The survivor takes over all that is known of the case, which ends."""
        if survivor is case:
            self.passed_over[INTO_ITSELF] += 1
            return
        _fold(case, Event(Kind.MERGED, logged.at, SYSTEM, data={"to": str(Status.CLOSED)}), logged)
        case.is_merged = True
        if survivor is None or survivor.is_merged:
            self.passed_over[NOWHERE] += 1
            return
        estate = {"conversation": to_json(case.conversation)}
        _fold(survivor, Event(Kind.ABSORBED, logged.at, SYSTEM, data=estate), logged)
        self._look(survivor, logged.at)

    def _link(
        self, case: WatchedCase, cases: Mapping[str, WatchedCase], timeline: Timeline, logged: LoggedEvent
    ) -> None:
        """Cases of one matter know of each other from the moment at which the second begins."""
        customer = customer_of(timeline)
        if customer is None or len(cases) < 2:
            return
        case.matter = _matter(case.name, customer, logged)
        others = [other for other in cases.values() if other.matter and other is not case]
        for other in others[-_MOST_LINKED:]:
            if other.matter and same_matter(case.matter, other.matter, self._desk.loops):
                case.linked.append(other)
                other.linked.append(case)


def _begin(timeline: Timeline) -> WatchedCase:
    customer = customer_of(timeline)
    return WatchedCase(timeline.ticket_id, Conversation(customer=customer.email if customer else timeline.ticket_id))


def _matter(name: str, customer: Requester, logged: LoggedEvent) -> Matter:
    return Matter(name, customer, customer.organization, logged.subject, logged.body)


def _fold(case: WatchedCase, event: Event, logged: LoggedEvent) -> None:
    was_open = case.conversation.course.is_open
    case.conversation = evolve(case.conversation, event)
    case.entries.append(logged.index + 1)
    if was_open and not case.conversation.course.is_open:
        case.ended_at = event.at


def case_of(case: WatchedCase) -> dict[str, Any]:
    """What was found in a case, as plain values; evidence counts the entries of the case from 1."""
    return {
        "ticket_id": case.name,
        "verdict": case.verdict,
        "score": case.score,
        "watch_at": stamp(case.reached.get(WATCH)),
        "escalate_at": stamp(case.reached.get(ESCALATE)),
        "ended_at": stamp(case.ended_at),
        "linked": [other.name for other in case.linked],
        "signals": [_signal(case, found) for found in case.found.values()],
    }


def _signal(case: WatchedCase, found: Found) -> dict[str, Any]:
    entries = {*found.evidence, *(case.entries[event - 1] for event in found.events)}
    return {
        "kind": found.kind,
        "at": stamp(found.at),
        "weight": found.weight,
        "evidence": sorted(entries),
        "why": found.why,
    }


@dataclass(slots=True)
class LoopTotals:
    """Counts over all cases: by signal, and by the gravest verdict; `leads` are hours from a verdict to the end."""

    cases: int = 0
    signals: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    leads: dict[str, list[float]] = field(default_factory=dict)

    def add(self, case: WatchedCase) -> None:
        self.cases += 1
        self.signals.update(case.found.keys())
        self.verdicts[case.verdict] += 1
        for kind, at in (*((kind, found.at) for kind, found in case.found.items()), *case.reached.items()):
            if case.ended_at is not None:
                self.leads.setdefault(kind, []).append((case.ended_at - at).total_seconds() / 3600)

    def rows(self) -> Iterator[tuple[str, int, float, float | None]]:
        """For each signal and verdict: its name, the cases, their share in percent, the median hours to the end."""
        counts = {kind: self.signals[kind] for kind in SIGNALS} | {
            word: self.verdicts[word] for word in (WATCH, ESCALATE)
        }
        for name, count in counts.items():
            lead = round(median(self.leads[name]), 1) if self.leads.get(name) else None
            yield name, count, round(100 * count / max(1, self.cases), 1), lead
