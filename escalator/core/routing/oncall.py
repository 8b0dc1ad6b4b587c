"""Who is on call, since when, until when and who is next: reckoned, never walked day by day.

A schedule is a list of sources, strongest first: its overrides, the latest one before the others, then its rotations
from the top. The first that has somebody on duty wins. Whoever is away is passed over, as far as is known now.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from escalator.core.calendar import Calendar
from escalator.core.calendar.local_time import instant
from escalator.core.calendar.rules import LAST_YEAR
from escalator.core.desk.rotations import Rotation, Schedule

_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)

Away = Mapping[str, datetime]
"""When a person is back; before that instant they are away."""


@dataclass(frozen=True, slots=True)
class Override:
    """`person` is on call from `starts_at` to before `ends_at`, whoever's turn it is; a higher `id` is newer."""

    id: int
    person: str
    starts_at: datetime
    ends_at: datetime
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is on call at a moment (None: nobody), and `why`.

    `since` and `until` bound this turn, this override or this gap, as far as it goes without a break; None is for an
    end that cannot be told. `next_person` is on call from `next_at` on: the next turn, which may be their own.
    """

    person: str | None
    since: datetime | None
    until: datetime | None
    why: str
    next_person: str | None = None
    next_at: datetime | None = None


def on_call(
    schedule: Schedule, at: datetime, overrides: Iterable[Override], away: Away, calendars: Mapping[str, Calendar]
) -> Duty:
    """Who is on call at `at`. Overrides need not be of that time; those in force later or before are seen too."""
    sources = _sources(schedule, overrides, away, calendars)
    holds = _strongest(sources, at)
    since, until = _bounds(sources, holds, at)
    next_at = until if until is None or _strongest(sources, until) else _earliest(sources, until)
    follows = _strongest(sources, next_at) if next_at else None
    return Duty(
        person=holds.person_at(at) if holds else None,
        since=since,
        until=until,
        why=holds.why(at) if holds else _why_nobody(sources, at),
        next_person=follows.person_at(next_at) if follows and next_at else None,
        next_at=next_at,
    )


class _Source(Protocol):
    """Something that says who is on call; while it has nobody, the next source is asked."""

    def person_at(self, at: datetime) -> str | None: ...

    def why(self, at: datetime) -> str: ...

    def bounds(self, at: datetime) -> tuple[datetime, datetime]:
        """Since when and until when the same person has the same turn, where there is one."""

    def begins_after(self, at: datetime) -> datetime | None:
        """From when it has somebody, while it has nobody at `at`."""

    def ended_before(self, at: datetime) -> datetime | None:
        """Until when it had somebody, while it has nobody at `at`."""


def _sources(
    schedule: Schedule, overrides: Iterable[Override], away: Away, calendars: Mapping[str, Calendar]
) -> list[_Source]:
    newest_first = sorted(overrides, key=lambda override: override.id, reverse=True)
    zone = ZoneInfo(schedule.tz)
    return [
        *(_Stand(override, away.get(override.person, _BEFORE_ALL)) for override in newest_first),
        *(
            _Layer(rotation, zone, away, calendars[rotation.during] if rotation.during else None)
            for rotation in schedule.rotations
        ),
    ]


def _strongest(sources: Sequence[_Source], at: datetime) -> _Source | None:
    return next((source for source in sources if source.person_at(at) is not None), None)


def _bounds(
    sources: Sequence[_Source], holds: _Source | None, at: datetime
) -> tuple[datetime | None, datetime | None]:
    """How long it stays like this: until the one that holds ends, or a stronger one begins."""
    stronger = sources[: sources.index(holds)] if holds else sources
    own = holds.bounds(at) if holds else None
    before = [ended for source in stronger if (ended := source.ended_before(at)) is not None]
    after = [begins for source in stronger if (begins := source.begins_after(at)) is not None]
    if own is not None:
        before.append(own[0])
        after.append(own[1])
    return max(before, default=None), min(after, default=None)


def _earliest(sources: Sequence[_Source], at: datetime) -> datetime | None:
    """When somebody is on call again after `at`, at which nobody is."""
    return min((begins for source in sources if (begins := source.begins_after(at)) is not None), default=None)


def _why_nobody(sources: Sequence[_Source], at: datetime) -> str:
    said = dict.fromkeys(why for source in sources if (why := source.why(at)))
    return "; ".join(said) or "nobody is on duty"


@dataclass(frozen=True, slots=True)
class _Stand:
    """An override; whoever is away when it starts stands in from when they are back."""

    override: Override
    back: datetime

    @property
    def _starts(self) -> datetime:
        return max(self.override.starts_at, self.back)

    @property
    def _is_void(self) -> bool:
        return self._starts >= self.override.ends_at

    def person_at(self, at: datetime) -> str | None:
        return self.override.person if self._starts <= at < self.override.ends_at else None

    def why(self, at: datetime) -> str:
        if self.person_at(at) is not None:
            return f"by an override of {self.override.actor}" if self.override.actor else "by an override"
        stands = self.override.starts_at <= at < self.override.ends_at
        return f"{self.override.person} would stand in but is away" if stands else ""

    def bounds(self, _: datetime) -> tuple[datetime, datetime]:
        return self._starts, self.override.ends_at

    def begins_after(self, at: datetime) -> datetime | None:
        return self._starts if at < self._starts and not self._is_void else None

    def ended_before(self, at: datetime) -> datetime | None:
        return self.override.ends_at if self.override.ends_at <= at and not self._is_void else None


@dataclass(frozen=True, slots=True)
class _Layer:
    """A rotation: the first in order of turns who is not away, from its start on, in its calendar's open time."""

    rotation: Rotation
    zone: ZoneInfo
    away: Away
    during: Calendar | None

    def person_at(self, at: datetime) -> str | None:
        if not self._is_on(at):
            return None
        return next((person for person in self._in_turn(at) if not self._is_away(person, at)), None)

    def why(self, at: datetime) -> str:
        if at < self._begin:
            return f"a rotation begins only at {self.rotation.starts:%Y-%m-%d %H:%M}"
        if not self._is_on(at):
            return f'a rotation is on duty in the hours of "{self.rotation.during}" only'
        away = _and(self._passed_over(at))
        if self.person_at(at) is None:
            return f"everybody is away: {away}"
        return f"in turn, in place of {away} (away)" if away else "in turn"

    def bounds(self, at: datetime) -> tuple[datetime, datetime]:
        turn, person = self._turn(at), self.person_at(at)
        starts, ends = self._hand_over(turn), self._hand_over(turn + 1)
        opened, closes = self.during.around(at) if self.during else (None, None)
        returns = [self.away[name] for name in self._passed_over(at)]
        came_back = self.away.get(person or "", _BEFORE_ALL)
        return max(starts, came_back, opened or starts), min(ends, closes or ends, *returns, ends)

    def begins_after(self, at: datetime) -> datetime | None:
        first_back = min(self.away.get(person, _BEFORE_ALL) for person in self.rotation.people)
        return self._open_from(max(at, self._begin, first_back))

    def ended_before(self, at: datetime) -> datetime | None:
        """It ends where its calendar closes: from its start on there is a turn, and who is away now was so before."""
        closed = self.during.around(at)[0] if self.during and not self.during.is_open(at) else None
        if closed is None or closed <= self._begin:
            return None
        there = any(self.away.get(person, _BEFORE_ALL) < closed for person in self.rotation.people)
        return closed if there else None

    @property
    def _begin(self) -> datetime:
        return instant(self.rotation.starts, self.zone)

    def _is_on(self, at: datetime) -> bool:
        return at >= self._begin and self._is_open(at)

    def _is_open(self, at: datetime) -> bool:
        return self.during is None or (at.year <= LAST_YEAR and self.during.is_open(at))

    def _is_away(self, person: str, at: datetime) -> bool:
        return at < self.away.get(person, _BEFORE_ALL)

    def _open_from(self, at: datetime) -> datetime | None:
        if self.during is None or self._is_open(at):
            return at
        return self.during.around(at)[1] if at.year <= LAST_YEAR else None

    def _in_turn(self, at: datetime) -> tuple[str, ...]:
        """Everybody, from whose turn it is."""
        people = self.rotation.people
        first = self._turn(at) % len(people)
        return people[first:] + people[:first]

    def _passed_over(self, at: datetime) -> tuple[str, ...]:
        """Those before the one on duty."""
        order = self._in_turn(at)
        there = next((number for number, person in enumerate(order) if not self._is_away(person, at)), len(order))
        return tuple(dict.fromkeys(order[:there]))

    def _turn(self, at: datetime) -> int:
        """The number of the turn at `at`, from 0. Days differ in length, so the local clock gives it within one."""
        every = self.rotation.every
        if every.by_the_wall:
            passed = at.astimezone(self.zone).replace(tzinfo=None) - self.rotation.starts
        else:
            passed = at - self._begin
        turn = passed // every.length
        while self._hand_over(turn + 1) <= at:
            turn += 1
        while self._hand_over(turn) > at:
            turn -= 1
        return turn

    def _hand_over(self, turn: int) -> datetime:
        every = self.rotation.every
        if every.by_the_wall:
            return instant(self.rotation.starts + turn * every.length, self.zone)
        return self._begin + turn * every.length


def _and(people: Sequence[str]) -> str:
    return " and ".join(people)
