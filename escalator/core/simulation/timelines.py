"""Reads neutral timelines: the logs of other helpdesks as JSON lines, one case a line.

What it does not know it ignores and counts; what it cannot read it names by file and line. `meta` is never looked
at: in the logs that are around, it tells how the case ended.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from escalator.core.errors import Invalid
from escalator.core.ticket.events import Kind
from escalator.core.ticket.ticket import Requester

from . import fields
from .moments import AS_THEY_ARE_WRITTEN, NoOffset, moment, zone

KINDS = (
    *(Kind.CREATED, Kind.CUSTOMER_MESSAGE, Kind.AGENT_MESSAGE, Kind.INTERNAL_NOTE, Kind.CALL_LOGGED, Kind.ASSIGNED),
    *(Kind.STATE_CHANGED, Kind.PRIORITY_CHANGED, Kind.RESOLVED, Kind.REOPENED, Kind.CLOSED, Kind.MERGED),
)
_TEXTS = {"from": "before", "to": "to", "team": "team", "actor": "actor", "body": "body", "subject": "subject"}
_TEXTS |= {"into": "into", "detail": "detail", "priority": "priority"}
_FIELDS = {"at", "type", "requester", "machine", "tags", "channel", *_TEXTS}
_LONGEST_KEY = 200
_Entry = tuple[datetime, dict[str, Any]]


class UnreadableTimeline(Invalid):
    """A line that cannot be read; the sentence names file, line and remedy."""

    code = "unreadable_timeline"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedEvent:
    """One entry of a log in its own words. `index` is its place in the case, by time, then by place in the file.

    `said_at` is when the log has it: for a creation that may be after it must have been, for the mail of a machine
    before its case was there.
    """

    index: int
    at: datetime
    kind: Kind
    said_at: datetime | None = None
    before: str = ""
    to: str = ""
    team: str = ""
    actor: str = ""
    body: str = ""
    subject: str = ""
    into: str = ""
    detail: str = ""
    priority: str = ""
    channel: str = ""
    tags: tuple[str, ...] = ()
    requester: Requester | None = None
    machine: bool = False

    @property
    def known_at(self) -> datetime:
        return self.said_at or self.at

    @property
    def by_machine(self) -> bool:
        """Mail that no human wrote, a system's own answer to the customer among it (sla-semantics.md, 8 and 9)."""
        return self.machine or (self.kind is Kind.AGENT_MESSAGE and self.actor.strip().lower() == "system")


@dataclass(frozen=True, slots=True)
class Timeline:
    """One case: the name it had where it comes from, and what happened to it, its creation first, then by time."""

    ticket_id: str
    events: tuple[LoggedEvent, ...]

    @property
    def telling(self) -> tuple[LoggedEvent, ...]:
        """What tells who is who and how the case began; what machines did later tells nothing."""
        return tuple(logged for logged in self.events if not logged.by_machine or logged.kind is Kind.CREATED)

    def until(self, at: datetime) -> "Timeline":
        """What could be known of the case at `at`."""
        return replace(self, events=tuple(logged for logged in self.events if logged.known_at <= at))


@dataclass(frozen=True, slots=True)
class Log:
    """What was read. `ignored` counts what was left out, by a phrase like `events of type "vip_flag"`."""

    timelines: tuple[Timeline, ...] = ()
    ignored: Mapping[str, int] = field(default_factory=dict)


def read(lines: Iterable[str | bytes], name: str, tz: str | None = None) -> Log:
    """The cases in `lines` of the file `name`; times without an offset are local to `tz`.

    Raises `UnreadableTimeline` for a line that is no case and for a local time when no zone is given.
    """
    reader = _Reader(name, zone(tz) if tz else None)
    return Log(tuple(reader.timelines(lines)), dict(reader.ignored))


def joined(logs: Iterable[Log]) -> Log:
    """Several files as one log; a case that stands in more than one is taken from the first."""
    cases: dict[str, Timeline] = {}
    ignored: Counter[str] = Counter()
    for log in logs:
        ignored.update(log.ignored)
        for timeline in log.timelines:
            if cases.setdefault(timeline.ticket_id, timeline) is not timeline:
                ignored["cases that stand in the files twice"] += 1
    return Log(tuple(cases.values()), dict(ignored))


def _created_first(events: Sequence[LoggedEvent]) -> Sequence[LoggedEvent]:
    """What people did before a case was created shows that it was there then; the mail of a machine shows nothing."""
    if not events or events[0].kind is not Kind.CREATED:
        return events
    first, *others = events
    begun = min(logged.at for logged in events if logged is first or not logged.by_machine)
    return [replace(first, at=begun), *(replace(logged, at=max(logged.at, begun)) for logged in others)]


class _Reader:
    """Goes through one file and remembers on which line it is and what it left out."""

    def __init__(self, name: str, zone: ZoneInfo | None) -> None:
        self._name, self._zone, self._line = name, zone, 0
        self.ignored: Counter[str] = Counter()

    def timelines(self, lines: Iterable[str | bytes]) -> Iterator[Timeline]:
        for self._line, line in enumerate(lines, start=1):
            if line.strip():
                yield self._timeline(self._parsed(line))

    def _parsed(self, line: str | bytes) -> dict[str, Any]:
        try:
            case = json.loads(line)
        except (ValueError, RecursionError):
            raise self._unreadable("is no JSON", "write one case a line: {...ticket_id..., ...events...}") from None
        if not isinstance(case, dict):
            raise self._unreadable("is no case", "write an object with ticket_id and events")
        return case

    def _timeline(self, case: dict[str, Any]) -> Timeline:
        ticket_id, entries = fields.text(case.get("ticket_id")), case.get("events")
        if not 0 < len(ticket_id) <= _LONGEST_KEY:
            remedy = f'give each case a name of up to {_LONGEST_KEY} characters, in quotes, like "7"'
            raise self._unreadable("has no ticket_id", remedy)
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise self._unreadable("has no events", "give a list of objects, each with at and type")
        self._count("fields", case.keys() - {"ticket_id", "events", "meta"})
        known = [(self._at(entry), entry) for entry in entries if self._is_known(entry)]
        known.sort(key=lambda pair: pair[0])
        events = [self._event(index, at, entry) for index, (at, entry) in enumerate(self._begun(known))]
        if not events:
            self.ignored["cases in which nothing happened"] += 1
        return Timeline(ticket_id, tuple(_created_first(events)))

    def _begun(self, entries: list[_Entry]) -> list[_Entry]:
        """A case is created once, and nothing happened to it before: what says otherwise is taken to mean that."""
        creations = [pair for pair in entries if pair[1]["type"] == Kind.CREATED]
        if not creations:
            return entries
        if creations[0][0] > entries[0][0]:
            self.ignored["times of creation after something had happened"] += 1
        if creations[1:]:
            self.ignored["creations of a case that was there"] += len(creations) - 1
        others = [pair for pair in entries if pair[1]["type"] != Kind.CREATED]
        return [creations[0], *others]

    def _is_known(self, entry: dict[str, Any]) -> bool:
        known = entry.get("type") in KINDS
        if not known:
            self._count("events of type", [entry.get("type")])
        return known

    def _event(self, index: int, at: datetime, entry: dict[str, Any]) -> LoggedEvent:
        known = {name: value for name, value in entry.items() if name in _FIELDS}
        self._count("fields", (name for name in entry if name not in known))
        self._count("values of", (name for name, value in known.items() if not fields.is_understood(name, value)))
        texts = {name: fields.text(entry.get(field)) for field, name in _TEXTS.items()}
        return LoggedEvent(
            index=index,
            at=at,
            said_at=at,
            kind=Kind(entry["type"]),
            channel=fields.channel(entry.get("channel")),
            tags=fields.texts(entry.get("tags")),
            requester=fields.requester(entry.get("requester")),
            machine=entry.get("machine") is True,
            **texts,
        )

    def _at(self, entry: dict[str, Any]) -> datetime:
        try:
            return moment(entry.get("at"), self._zone)
        except ValueError:
            said = str(entry.get("at"))[:40]
            raise self._unreadable(f"has a time {said!r}", AS_THEY_ARE_WRITTEN) from None
        except NoOffset:
            remedy = "say in which zone the log was written: --tz Europe/Berlin"
            raise self._unreadable("has a time without an offset", remedy) from None

    def _count(self, what: str, names: Iterable[object]) -> None:
        for name in names:
            self.ignored[f'{what} "{fields.text(str(name))[:40]}"'] += 1

    def _unreadable(self, what: str, remedy: str) -> UnreadableTimeline:
        return UnreadableTimeline(f"{self._name}:{self._line} {what}; {remedy}")
