"""Plays the log of another helpdesk through the same rows, sweep and outbox as live tickets, on a clock of its own.

Each set of files has a lane: the live sweep never sees its deadlines, and no letter of it is sent. Every entry of
the log leaves its mark in the timeline, so that a second run goes on where the first one stopped, or does nothing.
Who opened a case is judged by all that the file has of it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from escalator.core.calendar import CalendarError
from escalator.core.reports.imports import ImportReport, summarize
from escalator.core.simulation.openings import opening
from escalator.core.simulation.playing import BY_MACHINE, OUT_OF_REACH
from escalator.core.simulation.timelines import Log, LoggedEvent, Timeline
from escalator.core.ticket.events import Kind
from escalator.store import imports as rows
from escalator.store import tickets
from escalator.store.database import Database, Transaction

from .deadlines import DeadlineService
from .entries import EntryPlayer
from .handling import Handling
from .opening import NewTicket, open_ticket
from .walking import Progress

# A deadline is met by what happens at its very instant, so it fires just after it.
JUST_AFTER = timedelta(microseconds=1)
_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)
_KEYS_AT_ONCE = 1000
_CHUNK = 500


def lane_of(files: Iterable[bytes]) -> str:
    """The lane of a set of files, by what is in them: the same files in any order have the same one."""
    digests = sorted(hashlib.sha256(content).digest() for content in files)
    return f"import:{hashlib.sha256(b''.join(digests)).hexdigest()[:12]}"


@dataclass(slots=True)
class MovingClock:
    """The time as the log has it; it never goes back."""

    now: datetime = _BEFORE_ALL

    def __call__(self, _: object) -> datetime:
        return self.now

    def move_to(self, moment: datetime) -> None:
        self.now = max(self.now, moment)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log with the case it belongs to."""

    case: Timeline
    logged: LoggedEvent


@dataclass(slots=True)
class Imported:
    """What a run did: cases that were known before, entries played, and how many came to nothing and why."""

    cases_known: int = 0
    entries: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    failed: int = 0


class ImportService:
    """The use case of `escalator import`. `database` must run on `clock`, and nobody else may use either."""

    def __init__(self, database: Database, clock: MovingClock, handling: Handling) -> None:
        self._database, self._clock, self._handling = database, clock, handling

    def play(self, imported: Log, lane: str, on_progress: Progress) -> Imported:
        """Plays what was not played yet, all cases in the order of time; calls `on_progress(done, total)`."""
        run = Imported()
        numbers, entries = self._still_to_play(imported, lane, run)
        sweep = DeadlineService(self._database, self._handling, lane)
        for done, entry in enumerate(entries):
            on_progress(done, len(entries))
            self._sweep_before(entry.logged.at, sweep, lane, run)
            self._play(entry, lane, numbers, run)
        on_progress(len(entries), len(entries))
        return run

    def report(self, lane: str) -> ImportReport:
        """What came of a lane, from its rows: the same whoever asks, and whenever."""
        with self._database.reading() as tx:
            desk = self._handling.shelf.desks(tx).active
            return summarize(
                rows.dossiers(tx, lane),
                rows.runs(tx, lane),
                [(asked.ladder, asked.rung, asked.action) for asked in rows.asked(tx, lane)],
                rows.letters(tx, lane),
                {name: len(ladder.steps) for name, ladder in desk.ladders.items()},
            )

    def _still_to_play(self, imported: Log, lane: str, run: Imported) -> tuple[dict[str, int], list[Entry]]:
        """The numbers of the cases that this lane has already, and what is left of the log, oldest first."""
        cases = [timeline for timeline in imported.timelines if timeline.events]
        with self._database.transaction() as tx:
            self._handling.shelf.desks(tx)
            rows.release(tx, lane)
            reached = rows.standing(tx, lane)
            known = _known(tx, [timeline.ticket_id for timeline in cases])
        run.cases_known = len(known)
        entries = [
            Entry(timeline, logged)
            for timeline in cases
            if timeline.ticket_id in reached or timeline.ticket_id not in known
            for logged in timeline.events
            if logged.index > reached.get(timeline.ticket_id, (0, -1))[1]
        ]
        entries.sort(key=lambda entry: entry.logged.at)
        return {name: number for name, (number, _) in reached.items()}, entries

    def _sweep_before(self, moment: datetime, sweep: DeadlineService, lane: str, run: Imported) -> None:
        """Fires what falls due before `moment`, each deadline at its own time."""
        while (due := self._next_due(lane)) is not None and due < moment:
            self._clock.move_to(due + JUST_AFTER)
            claim = sweep.claim(_CHUNK)
            run.failed += sweep.fire(claim.token, [deadline.id for deadline in claim.deadlines]).failed
        self._clock.move_to(moment)

    def _next_due(self, lane: str) -> datetime | None:
        with self._database.reading() as tx:
            return rows.next_due(tx, lane)

    def _play(self, entry: Entry, lane: str, numbers: dict[str, int], run: Imported) -> None:
        """One entry in one transaction, unless its clocks cannot be computed."""
        case, logged = entry.case.ticket_id, entry.logged
        run.entries += 1
        if case not in numbers and logged.by_machine:
            run.passed_over[BY_MACHINE] += 1
            return
        try:
            with self._database.transaction() as tx:
                number = numbers[case] if case in numbers else self._open(tx, entry, lane, run)
                into = number if logged.into == case else numbers.get(logged.into)
                player = EntryPlayer(self._handling, tx, lane, number, entry.case, logged, into)
                player.play()
        except CalendarError:
            run.passed_over[OUT_OF_REACH] += 1
            return
        numbers[case] = number
        if player.passed_over:
            run.passed_over[player.passed_over] += 1

    def _open(self, tx: Transaction, entry: Entry, lane: str, run: Imported) -> int:
        begins = opening(entry.case, self._handling.shelf.desks(tx).active)
        new = NewTicket(
            subject=begins.subject,
            body=entry.logged.body if entry.logged.kind is Kind.CREATED else "",
            requester=begins.requester,
            priority=begins.priority,
            tags=begins.tags,
            channel=begins.channel,
            team=begins.team,
        )
        handled = open_ticket(tx, self._handling, new, begins.author, lane, entry.case.ticket_id)
        if begins.passed_over:
            run.passed_over[begins.passed_over] += 1
        return next(iter(handled.dossiers))


def _known(tx: Transaction, keys: Sequence[str]) -> dict[str, int]:
    """The cases that were imported before, in this lane or, from other files, in another."""
    known: dict[str, int] = {}
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        known |= tickets.imported(tx, keys[start : start + _KEYS_AT_ONCE])
    return known
