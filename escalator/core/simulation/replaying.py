"""Plays a foreign log through the clocks alone: what people did, and what became of every promise.

No ladder runs here: a log tells what people did without us, so nobody is asked and nothing is moved for them. Every
warning and breach falls at its very instant, and what people do at that instant comes first.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import count

from escalator.core.calendar import CalendarError
from escalator.core.consequences import CLOCKS_ONLY, Played, play
from escalator.core.desk.model import Desk
from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier, World
from escalator.core.merging import merging
from escalator.core.opening import Opening, created
from escalator.core.routing.staff import Staff
from escalator.core.sla import deadlines as clock_deadlines
from escalator.core.sla import lifetime
from escalator.core.sla.deadlines import Due
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.following import inherited
from escalator.core.ticket.ticket import Ticket

from . import playing
from .cases import LoggedCase
from .families import families
from .openings import opening, returning
from .playing import BY_MACHINE, CLOSED, INTO_ITSELF, OUT_OF_REACH, PassedOver, brings_back, merges
from .timelines import LoggedEvent, Timeline


class Replay:
    """One run of a log until `at`; what happened later has not happened yet, and nobody knows who will have been who.

    Once all `cases` were taken, `passed_over` counts the entries that came to nothing, by their reason.
    """

    def __init__(self, timelines: Sequence[Timeline], desk: Desk, at: datetime) -> None:
        known = (timeline.until(at) for timeline in timelines)
        self._timelines = [timeline for timeline in known if timeline.events]
        self.desks, self._at = Desks(desk, {desk.version: desk}), at
        self.passed_over: Counter[str] = Counter()

    def cases(self) -> Iterator[LoggedCase]:
        """The cases that had begun, as they stand in the log, each with what follows it behind it."""
        names = {timeline.ticket_id for timeline in self._timelines}
        by_first = {family[0].ticket_id: family for family in families(self._timelines)}
        played: dict[str, LoggedCase] = {}
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
        self._names, self._desks, self._passed_over = set(names), desks, passed_over
        self._cases: dict[str, LoggedCase] = {}
        self._follow_ups: list[LoggedCase] = []
        self._numbers = count(1)

    def play(self, timelines: Iterable[Timeline], until: datetime) -> dict[str, LoggedCase]:
        """The cases as they stood at `until`, by their names in the log."""
        entries = [(timeline, logged) for timeline in timelines for logged in timeline.events]
        entries.sort(key=lambda entry: entry[1].at)
        for timeline, logged in entries:
            try:
                self._happen(timeline, logged)
            except PassedOver as why:
                self._passed_over[str(why)] += 1
            except CalendarError:
                self._passed_over[OUT_OF_REACH] += 1
        for case in (*self._cases.values(), *self._follow_ups):
            self._pass_time(case, until)
        return self._cases

    def _happen(self, timeline: Timeline, logged: LoggedEvent) -> None:
        case = self._heard_in(self._begun(timeline, logged), logged.at, follows_merges=playing.is_public(logged))
        if case.is_closed and brings_back(logged, self._desks.active):
            case = self._follow_up(case, timeline, logged)
            if logged.kind is Kind.CUSTOMER_MESSAGE:
                return
        if merges(case.ticket, logged):
            self._merge(case, logged)
            return
        desk = self._desks.active
        self._play(case, playing.facts(case.ticket, logged, desk, None, None), logged.at)
        while move := playing.move(case.ticket, logged, desk):
            self._play(case, [move], logged.at)

    def _begun(self, timeline: Timeline, logged: LoggedEvent) -> LoggedCase:
        """The case of an entry; it begins with the first thing that a human did."""
        name, desk = timeline.ticket_id, self._desks.active
        case = self._cases.get(name) or self._blank(name)
        self._cases[name] = case
        if case.has_begun:
            return case
        if logged.by_machine:
            raise PassedOver(BY_MACHINE)
        begins = opening(timeline, desk)
        self._play(case, [created(begins, begins.author, logged.at, desk)], logged.at)
        if begins.passed_over:
            self._passed_over[begins.passed_over] += 1
        return case

    def _blank(self, name: str) -> LoggedCase:
        return LoggedCase(name, Dossier(Ticket(id=next(self._numbers))))

    def _heard_in(self, case: LoggedCase, at: datetime, *, follows_merges: bool) -> LoggedCase:
        """Where it goes on: words follow a merge to the survivor, and what comes after a close a follow-up.

        There is no ring: nothing is merged into where it goes on itself.
        """
        self._pass_time(case, at)
        while after := (case.merged_into if follows_merges else None) or case.follow_up:
            case = after
            self._pass_time(case, at)
        return case

    def _follow_up(self, closed: LoggedCase, timeline: Timeline, logged: LoggedEvent) -> LoggedCase:
        """Closed stays closed: a new case that knows the old one (sla-semantics.md, 15)."""
        ticket, desk, case = closed.ticket, self._desks.active, self._blank(self._name_after(closed))
        new = Opening(subject=ticket.subject, requester=ticket.requester, channel=ticket.channel)
        author = returning(logged, timeline, ticket, desk)
        self._play(case, [created(new, author, logged.at, desk, inherited=inherited(ticket))], logged.at)
        case.follow_up_of, closed.follow_up = closed, case
        self._follow_ups.append(case)
        return case

    def _name_after(self, closed: LoggedCase) -> str:
        """`INC1+1` after INC1, `INC1+2` after that; but no name of a case of the log."""
        number = 1
        while closed.follow_up_of is not None:
            closed, number = closed.follow_up_of, number + 1
        while f"{closed.name}+{number}" in self._names:
            number += 1
        name = f"{closed.name}+{number}"
        self._names.add(name)
        return name

    def _merge(self, case: LoggedCase, logged: LoggedEvent) -> None:
        """The survivor inherits what is owed; where there is none, the case only ends (sla-semantics.md, 16)."""
        named = self._cases.get(logged.into)
        if named is None or not named.has_begun:
            self._only_end(case, None, logged)
            return
        survivor = self._heard_in(named, logged.at, follows_merges=True)
        if survivor is case:
            raise PassedOver(INTO_ITSELF)
        if survivor.is_closed:
            self._only_end(case, named, logged)
            return
        actor = playing.speaker(case.ticket, logged)
        ends, estate = merging(case.dossier, survivor.dossier, actor, logged.at, self._desks)
        # Either both change or, where one cannot be computed, neither.
        ended, inherits = self._played(case, ends, logged.at), self._played(survivor, estate, logged.at)
        case.dossier = ended.dossier
        survivor.dossier = inherits.dossier
        case.merged_into = survivor

    def _only_end(self, case: LoggedCase, named: LoggedCase | None, logged: LoggedEvent) -> None:
        number = named.ticket.id if named else None
        self._play(case, playing.facts(case.ticket, logged, self._desks.active, None, number), logged.at)
        case.merged_into = named
        self._passed_over[CLOSED] += 1

    def _pass_time(self, case: LoggedCase, moment: datetime) -> None:
        """What falls due before `moment`, each at its own instant."""
        while (due := self._next_due(case)) is not None and due.at < moment:
            if due.kind == lifetime.CLOSE:
                events = lifetime.fire(due, case.ticket, self._desks.active, due.at)
            else:
                events = clock_deadlines.fire(case.dossier.cycles, due, self._desks, due.at)
            self._play(case, events, due.at)

    def _next_due(self, case: LoggedCase) -> Due | None:
        closes = (due for due in lifetime.deadlines(case.ticket, self._desks.active) if due.kind == lifetime.CLOSE)
        dues = [*clock_deadlines.deadlines(case.dossier.cycles), *closes]
        return min(dues, key=lambda due: (due.at, due.kind), default=None)

    def _play(self, case: LoggedCase, events: Iterable[Event], at: datetime) -> None:
        case.dossier = self._played(case, events, at).dossier

    def _played(self, case: LoggedCase, events: Iterable[Event], at: datetime) -> Played:
        return play(case.dossier, events, World(at, self._desks, Staff()), CLOCKS_ONLY)
