"""A calendar against a slow walk through every minute, and the laws that hold for any calendar.

The walk shares no code with the calendar: it scans UTC minute by minute, asks the zone what its clocks show,
and never uses `fold`, bisection or spans.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from escalator.core.calendar import Calendar, CalendarError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY, MINUTE, ZERO = timedelta(days=1), timedelta(minutes=1), timedelta(0)

# A week around a change of the clocks, or around nothing, or around New Year.
WEEKS = (
    ("UTC", date(2026, 12, 31)),
    ("Asia/Kolkata", date(2026, 6, 8)),
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("Europe/Berlin", date(2027, 1, 1)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/Sao_Paulo", date(2018, 2, 18)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Africa/Casablanca", date(2026, 2, 15)),
)


@dataclass(frozen=True)
class Case:
    """A calendar as written, with the date around which it is looked at."""

    tz: str
    middle: date
    week: dict[str, list[tuple[str, str]]]
    holidays: list[date]
    breaks: dict[date, list[tuple[str, str]]]
    overrides: dict[date, list[tuple[str, str]]]

    def calendar(self) -> Calendar:
        return Calendar(self.tz, self.week, self.holidays, self.breaks, self.overrides)

    def hours_on(self, day: date) -> list[tuple[str, str]]:
        holiday = [] if day in self.holidays else self.week.get(DAYS[day.weekday()], [])
        return self.overrides.get(day, holiday)

    @property
    def first(self) -> datetime:
        """The first minute of the walk."""
        return datetime(self.middle.year, self.middle.month, self.middle.day, tzinfo=UTC) - 4 * DAY


WALKED = 8 * 24 * 60

half_as_many = settings(max_examples=settings().max_examples // 2)  # the walk is slow


@lru_cache(maxsize=len(WEEKS))
def clock_faces(tz: str, first: datetime) -> list[datetime]:
    """What a clock on the wall shows in each minute of the walk and a day either side."""
    zone = ZoneInfo(tz)
    minutes = range(-1440, WALKED + 1440)
    return [(first + n * MINUTE).astimezone(zone).replace(tzinfo=None, fold=0) for n in minutes]


@lru_cache(maxsize=len(WEEKS))
def first_shown(tz: str, first: datetime) -> dict[datetime, int]:
    shown: dict[datetime, int] = {}
    for minute, face in enumerate(clock_faces(tz, first), start=-1440):
        shown.setdefault(face, minute)
    return shown


def minute_of(case: Case, face: datetime) -> int | None:
    """The first minute in which the clock shows `face`, or `face` plus the jump that skipped it."""
    shown = first_shown(case.tz, case.first)
    if face in shown:
        return shown[face]
    for before, after in zip(faces := clock_faces(case.tz, case.first), faces[1:], strict=False):
        if before < face < after:
            return shown[face + (after - before - MINUTE)]
    return None  # outside the walk


def walk(case: Case) -> list[int]:
    """Every open minute, found one by one."""
    days_shown = {face.date() for face in clock_faces(case.tz, case.first)}

    def minutes(day: date, hours: list[tuple[str, str]]) -> set[int]:
        midnight, found = datetime(day.year, day.month, day.day), set()  # noqa: DTZ001 (a clock face)
        for opens, closes in hours if day in days_shown else []:
            length = [int(text[:2]) * 60 + int(text[3:]) for text in (opens, closes)]
            overnight = 1440 if length[1] <= length[0] else 0
            ends = [minute_of(case, midnight + n * MINUTE) for n in (length[0], length[1] + overnight)]
            if ends[0] is not None and ends[1] is not None:
                found |= set(range(ends[0], ends[1]))
        return found

    near = sorted(days_shown | set(case.breaks))
    open_minutes = set().union(*(minutes(day, case.hours_on(day)) for day in near))
    open_minutes -= set().union(*(minutes(day, case.breaks.get(day, [])) for day in near))
    return sorted(minute for minute in open_minutes if 0 <= minute < WALKED)


@st.composite
def day_hours(draw: st.DrawFn, most: int = 2) -> list[tuple[str, str]]:
    """Disjoint intervals of one date; the last may run overnight. Many boundaries fall near clock changes."""
    minute = st.integers(0, 23 * 60 + 59) | st.integers(0, 24).map(lambda n: n * 10) | st.integers(1380, 1439)
    edges = sorted(draw(st.sets(minute, max_size=2 * most)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    if len(edges) % 2 and edges:
        pairs.append((edges[-1], draw(st.integers(0, edges[0] - 1)) if edges[0] else 1440))
    return [(clock(opens), clock(closes)) for opens, closes in pairs]


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def cases(draw: st.DrawFn) -> Case:
    tz, middle = draw(st.sampled_from(WEEKS))
    near = st.integers(-3, 3).map(lambda n: middle + n * DAY)
    return Case(
        tz,
        middle,
        week=draw(st.dictionaries(st.sampled_from(DAYS), day_hours(), min_size=4)),
        holidays=draw(st.lists(near, max_size=2)),
        breaks=draw(st.dictionaries(near, day_hours(most=1), max_size=2)),
        overrides=draw(st.dictionaries(near, day_hours(), max_size=2)),
    )


def calendar_of(case: Case) -> Calendar:
    try:
        return case.calendar()
    except CalendarError:
        assume(False)
        raise


moments = st.integers(0, WALKED)


@half_as_many
@given(cases(), moments, moments)
def test_measuring_is_counting_the_open_minutes(case: Case, a: int, b: int) -> None:
    calendar, walked = calendar_of(case), walk(case)
    counted = bisect_left(walked, b) - bisect_left(walked, a)
    assert calendar.within(case.first + a * MINUTE, case.first + b * MINUTE) == counted * MINUTE


@half_as_many
@given(cases(), moments, st.integers(-3000, 3000))
def test_adding_is_walking_until_the_minutes_are_consumed(case: Case, start: int, amount: int) -> None:
    calendar, walked = calendar_of(case), walk(case)
    at = bisect_left(walked, start)
    last = at + (amount - 1 if amount > 0 else amount)
    assume(0 <= last < len(walked))
    due = walked[last] + (1 if amount > 0 else 0)
    assert calendar.add(case.first + start * MINUTE, amount * MINUTE) == case.first + due * MINUTE


@half_as_many
@given(cases(), moments)
def test_open_is_what_the_walk_finds_open(case: Case, minute: int) -> None:
    calendar, walked = calendar_of(case), walk(case)
    for near in (minute, minute + 1, *walked[:1], *(last + 1 for last in walked[-1:])):
        if near < WALKED:
            assert calendar.is_open(case.first + near * MINUTE) == (near in walked)


@st.composite
def questions(draw: st.DrawFn, instants: int) -> tuple[Any, ...]:
    """A calendar that is open at least on Wednesdays, with moments in the half years around its clock change."""
    case = draw(cases())
    case = replace(case, week=case.week | {"tue": [], "wed": [("06:00", "20:00")]})
    offsets = st.timedeltas(-180 * DAY, 180 * DAY)
    return calendar_of(case), *(case.first + draw(offsets) for _ in range(instants))


amounts = st.timedeltas(-15 * DAY, 15 * DAY)


@half_as_many
@given(questions(instants=1), amounts)
def test_measuring_what_was_added_gives_it_back(question: Any, amount: timedelta) -> None:
    calendar, start = question
    assert calendar.within(start, calendar.add(start, amount)) == amount


@half_as_many
@given(questions(instants=1), amounts, st.floats(0, 0.99))
def test_adding_in_two_parts_is_adding_at_once(question: Any, amount: timedelta, share: float) -> None:
    calendar, start = question
    assume(amount != amount * share)
    part = amount * share
    assert calendar.add(calendar.add(start, part), amount - part) == calendar.add(start, amount)


@half_as_many
@given(questions(instants=2), amounts, amounts)
def test_later_starts_and_larger_amounts_are_never_due_earlier(
    question: Any, small: timedelta, large: timedelta
) -> None:
    calendar, *instants = question
    earlier, later = sorted(instants)
    less, more = sorted((small, large))
    assert calendar.add(earlier, less) <= calendar.add(later, less)
    assert calendar.add(earlier, less) <= calendar.add(earlier, more)


@half_as_many
@given(questions(instants=3))
def test_measuring_in_two_parts_is_measuring_at_once(question: Any) -> None:
    calendar, a, b, c = question
    assert calendar.within(a, b) + calendar.within(b, c) == calendar.within(a, c)
    assert calendar.within(a, b) == -calendar.within(b, a)


@half_as_many
@given(questions(instants=1), amounts)
def test_nothing_is_due_while_closed_except_at_the_instant_of_closing(question: Any, amount: timedelta) -> None:
    calendar, start = question
    due = calendar.add(start, amount)
    just_before = due - timedelta.resolution
    assert calendar.is_open(just_before if amount > ZERO else due)
    if amount > ZERO:
        assert calendar.within(start, just_before) < amount
