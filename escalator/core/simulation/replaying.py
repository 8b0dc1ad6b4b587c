"""Plays a foreign log through the clocks alone: what people did, and what became of every promise.

No ladder runs here: a log tells what people did without us, so nobody is asked and nothing is moved for them. Every
warning and breach falls at its very instant, and what people do at that instant comes first.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from escalator.core.calendar import CalendarError
from escalator.core.desk.model import Desk
from escalator.core.desk.versions import Desks
from escalator.core.dossier import CLOCKS_ONLY, Dossier, World, play
from escalator.core.errors import NotAllowedNow
from escalator.core.merging import merging
from escalator.core.routing.staff import Staff
from escalator.core.sla import deadlines as clocks
from escalator.core.sla import lifetime
from escalator.core.sla.deadlines import Due
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.following import inherited
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status

from . import playing
from .families import families
from .openings import opening, returning
from .playing import BY_MACHINE, INTO_ITSELF, NOT_OPEN, PassedOver, brings_back
from .timelines import LoggedEvent, Timeline

OUT_OF_REACH = "its clocks would fall due beyond what a calendar reckons with"


@dataclass(slots=True, eq=False)
class Case:
    """A case as far as it has come. `warned` has the labels and instants of the warnings of each metric and cycle."""

    name: str
    dossier: Dossier
    follow_up_of: "Case | None" = None
    follow_up: "Case | None" = None
    merged_into: str | None = None
    warned: dict[tuple[str, int], list[tuple[str, datetime]]] = field(default_factory=dict)

    @property
    def ticket(self) -> Ticket:
        return self.dossier.ticket

    @property
    def is_closed(self) -> bool:
        return self.ticket.status is Status.CLOSED


class Replay:
    """One run of a log until `at`; what happened later has not happened yet.

    Once all `cases` were taken, `passed_over` counts the entries that came to nothing, by their reason.
    """

    def __init__(self, timelines: Sequence[Timeline], desk: Desk, at: datetime) -> None:
        self._timelines, self.desks, self._at = timelines, Desks(desk, {desk.version: desk}), at
        self.passed_over: Counter[str] = Counter()

    def cases(self) -> Iterator[Case]:
        """The cases that had begun, as they stand in the log, each with what follows it behind it."""
        names = {timeline.ticket_id for timeline in self._timelines}
        by_first = {family[0].ticket_id: family for family in families(self._timelines)}
        played: dict[str, Case] = {}
        for timeline in self._timelines:
            if family := by_first.pop(timeline.ticket_id, None):
                played |= _Family(names, self.desks, self.passed_over).play(family, self._at)
            case = played.pop(timeline.ticket_id, None)
            while case is not None:
                yield case
                case = case.follow_up


class _Family:
    """Cases that have to do with each other and their follow-ups, while time goes on for all of them."""

    def __init__(self, names: Collection[str], desks: Desks, passed_over: Counter[str]) -> None:
        self._names, self._desks, self._passed_over = names, desks, passed_over
        self._cases: dict[str, Case] = {}
        self._numbers: dict[str, int] = {}

    def play(self, timelines: Iterable[Timeline], until: datetime) -> dict[str, Case]:
        """The cases as they stood at `until`, by their names in the log."""
        entries = [(timeline, logged) for timeline in timelines for logged in timeline.events if logged.at <= until]
        entries.sort(key=lambda entry: entry[1].at)
        for timeline, logged in entries:
            try:
                self._happen(timeline, logged)
            except PassedOver as why:
                self._passed_over[str(why)] += 1
            except CalendarError:
                self._passed_over[OUT_OF_REACH] += 1
        for case in self._cases.values():
            self._pass_time(case, until)
        return {name: case for name, case in self._cases.items() if name in self._names}

    def _happen(self, timeline: Timeline, logged: LoggedEvent) -> None:
        case = self._heard_in(self._begun(timeline, logged), logged.at, follows_merges=playing.is_public(logged))
        if case.is_closed and brings_back(logged):
            case = self._follow_up(case, timeline, logged)
        if logged.kind is Kind.MERGED and not case.is_closed:
            self._merge(case, logged)
            return
        desk = self._desks.active
        self._play(case, playing.facts(case.ticket, logged, desk, None, None), logged.at)
        while move := playing.move(case.ticket, logged, desk):
            self._play(case, [move], logged.at)

    def _begun(self, timeline: Timeline, logged: LoggedEvent) -> Case:
        """The case of an entry; it begins with the first thing that a human did."""
        name, desk = timeline.ticket_id, self._desks.active
        case = self._cases.get(name) or self._blank(name)
        if case.ticket.created_at is not None:
            return case
        if logged.by_machine:
            raise PassedOver(BY_MACHINE)
        begins = opening(timeline, desk)
        self._play(case, [begins.event(logged.at, desk)], logged.at)
        if begins.passed_over:
            self._passed_over[begins.passed_over] += 1
        return case

    def _blank(self, name: str) -> Case:
        case = self._cases[name] = Case(name, Dossier(Ticket(id=self._number(name))))
        return case

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers) + 1)

    def _heard_in(self, case: Case, at: datetime, *, follows_merges: bool) -> Case:
        """Where it goes on: words follow a merge to the survivor, and what comes after a close a follow-up."""
        seen = set()
        while case.name not in seen:
            seen.add(case.name)
            self._pass_time(case, at)
            if case.merged_into is not None:
                case = self._cases.get(case.merged_into, case) if follows_merges else case
            elif case.is_closed and case.follow_up is not None:
                case = case.follow_up
        return case

    def _follow_up(self, closed: Case, timeline: Timeline, logged: LoggedEvent) -> Case:
        """Closed stays closed: a new case that knows the old one (sla-semantics.md, 15)."""
        ticket, case = closed.ticket, self._blank(self._name_after(closed))
        facts = {"requester": asdict(ticket.requester), "channel": ticket.channel, "message": None}
        author = returning(logged, timeline, ticket, self._desks.active)
        self._play(case, [Event(Kind.CREATED, logged.at, author, data={**inherited(ticket), **facts})], logged.at)
        case.follow_up_of, closed.follow_up = closed, case
        return case

    def _name_after(self, closed: Case) -> str:
        """`INC1+1` after INC1, `INC1+2` after that; but no name of a case of the log."""
        number = 1
        while closed.follow_up_of is not None:
            closed, number = closed.follow_up_of, number + 1
        while f"{closed.name}+{number}" in self._names or f"{closed.name}+{number}" in self._cases:
            number += 1
        return f"{closed.name}+{number}"

    def _merge(self, case: Case, logged: LoggedEvent) -> None:
        """The survivor inherits what is owed; where there is none, the case only ends (sla-semantics.md, 16)."""
        survivor = self._cases.get(logged.into)
        if survivor is not None:
            survivor = self._heard_in(survivor, logged.at, follows_merges=True)
        if survivor is case or logged.into == case.name:
            raise PassedOver(INTO_ITSELF)
        if survivor is None or not self._inherits(survivor, case, logged):
            self._passed_over[NOT_OPEN] += 1
            number = self._number(logged.into)
            self._play(case, playing.facts(case.ticket, logged, self._desks.active, None, number), logged.at)
        case.merged_into = survivor.name if survivor else logged.into or None

    def _inherits(self, survivor: Case, case: Case, logged: LoggedEvent) -> bool:
        actor = playing.speaker(case.ticket, logged)
        try:
            ends, estate = merging(case.dossier, survivor.dossier, actor, logged.at, self._desks)
        except NotAllowedNow:
            return False
        self._play(case, ends, logged.at)
        self._play(survivor, estate, logged.at)
        return True

    def _pass_time(self, case: Case, moment: datetime) -> None:
        """What falls due before `moment`, each at its own instant."""
        while (due := self._next_due(case)) is not None and due.at < moment:
            if due.kind == lifetime.CLOSE:
                events = lifetime.fire(due, case.ticket, self._desks.active, due.at)
            else:
                events = clocks.fire(case.dossier.cycles, due, self._desks, due.at)
            self._play(case, events, due.at)

    def _next_due(self, case: Case) -> Due | None:
        closes = (due for due in lifetime.deadlines(case.ticket, self._desks.active) if due.kind == lifetime.CLOSE)
        dues = [*clocks.deadlines(case.dossier.cycles), *closes]
        return min(dues, key=lambda due: (due.at, due.kind), default=None)

    def _play(self, case: Case, events: Iterable[Event], at: datetime) -> None:
        played = play(case.dossier, events, World(at, self._desks, Staff()), CLOCKS_ONLY)
        case.dossier = played.dossier
        for event in played.events:
            if event.kind is Kind.CLOCK_WARNED:
                cycle = (event.data["metric"], event.data["cycle"])
                case.warned.setdefault(cycle, []).append((event.data["label"], event.at))
