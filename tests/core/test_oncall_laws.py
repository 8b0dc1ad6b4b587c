"""Who is on call, against a walk from minute to minute that knows nothing of how it is reckoned."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from escalator.core.calendar import Calendar
from escalator.core.desk.rotations import Rotation, Schedule, Turns
from escalator.core.routing.oncall import Override, on_call

STEP = timedelta(minutes=30)
PEOPLE = ("sam@desk.example", "noor@desk.example", "lee@desk.example", "mia@desk.example")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NIGHTS = {"nights": [("20:00", "08:00")], "office": [("09:00", "17:00")], "always": [("00:00", "24:00")]}

# Days around which clocks change, a leap day, and a change of year.
MOMENTS = {
    "Europe/Berlin": ("2026-03-28", "2026-10-24", "2028-02-28", "2026-12-30"),
    "Australia/Lord_Howe": ("2026-04-04", "2026-10-03", "2028-02-28", "2026-12-30"),
    "UTC": ("2028-02-28", "2026-12-30"),
}

lengths = st.sampled_from(
    [
        Turns(timedelta(days=1), by_the_wall=True),
        Turns(timedelta(days=2), by_the_wall=True),
        Turns(timedelta(hours=5), by_the_wall=False),
        Turns(timedelta(hours=24), by_the_wall=False),
    ]
)


@dataclass(frozen=True)
class Plan:
    schedule: Schedule
    overrides: Sequence[Override]
    away: Mapping[str, datetime]
    calendars: Mapping[str, Calendar]
    begin: datetime


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    tz = draw(st.sampled_from(sorted(MOMENTS)))
    day = datetime.fromisoformat(draw(st.sampled_from(MOMENTS[tz])))
    begin = day.replace(tzinfo=ZoneInfo(tz)).astimezone(UTC)
    instants = st.integers(-20, 160).map(lambda steps: begin + steps * STEP)
    rotations = st.builds(
        Rotation,
        people=st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4).map(tuple),
        every=lengths,
        starts=st.integers(-300, 60).map(lambda steps: day + steps * STEP),
        during=st.sampled_from([None, None, *NIGHTS]),
    )
    ends = draw(st.lists(st.tuples(instants, instants).filter(lambda pair: pair[0] < pair[1]), max_size=3))
    overrides = [Override(number, draw(st.sampled_from(PEOPLE)), *span) for number, span in enumerate(ends)]
    return Plan(
        Schedule("plan", tz, tuple(draw(st.lists(rotations, min_size=1, max_size=2)))),
        overrides,
        draw(st.dictionaries(st.sampled_from(PEOPLE), instants, max_size=4)),
        {name: Calendar(tz, dict.fromkeys(DAYS, hours)) for name, hours in NIGHTS.items()},
        begin,
    )


Holder = tuple[str, str] | None


def walked(plan: Plan, moments: Sequence[datetime]) -> list[Holder]:
    """Who has which turn at each of `moments`, by walking there: every hand-over is met on the way."""
    zone = ZoneInfo(plan.schedule.tz)
    turns = [_hand_overs(rotation, zone, moments[-1]) for rotation in plan.schedule.rotations]
    return [_holder(plan, turns, at) for at in moments]


def _hand_overs(rotation: Rotation, zone: ZoneInfo, last: datetime) -> list[datetime]:
    """The instants of all hand-overs, each found by looking at the wall clock in `zone` around it."""
    found: list[datetime] = []
    wall, elapsed = rotation.starts, _when_the_wall_shows(rotation.starts, zone)
    while not found or found[-1] <= last:
        found.append(_when_the_wall_shows(wall, zone) if rotation.every.by_the_wall else elapsed)
        wall, elapsed = wall + rotation.every.length, elapsed + rotation.every.length
    return found


def _when_the_wall_shows(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first instant, on a walk, at which the clock in `zone` shows that time, or would but for a gap."""
    at = wall.replace(tzinfo=UTC) - timedelta(hours=15)
    shown = at.astimezone(zone).replace(tzinfo=None)
    while shown < wall:
        before, at = shown, at + timedelta(minutes=30)
        shown = at.astimezone(zone).replace(tzinfo=None)
        if before < wall < shown and shown - before > timedelta(minutes=30):
            # The hands jumped over it: as far behind the jump as it lies behind where they left.
            return at - timedelta(minutes=30) + (wall - before)
    return at


def _holder(plan: Plan, turns: Sequence[Sequence[datetime]], at: datetime) -> Holder:
    def there(person: str) -> bool:
        return at >= plan.away.get(person, at)

    for override in reversed(plan.overrides):
        if override.starts_at <= at < override.ends_at and there(override.person):
            return f"override {override.id}", override.person
    for number, (rotation, hand_overs) in enumerate(zip(plan.schedule.rotations, turns, strict=True)):
        if at < hand_overs[0] or not (rotation.during is None or plan.calendars[rotation.during].is_open(at)):
            continue
        turn = bisect_right(hand_overs, at) - 1
        order = [rotation.people[(turn + step) % len(rotation.people)] for step in range(len(rotation.people))]
        present = [person for person in order if there(person)]
        if present:
            return f"layer {number} turn {turn}", present[0]
    return None


@given(plans())
def test_it_is_who_a_walk_finds_with_the_bounds_that_a_walk_finds(plan: Plan) -> None:
    moments = [plan.begin + number * STEP for number in range(-100, 220)]
    holders = walked(plan, moments)
    for index in range(100, 200, 7):
        duty = on_call(plan.schedule, moments[index], plan.overrides, plan.away, plan.calendars)
        now = holders[index]
        assert duty.person == (now[1] if now else None)
        after = next((number for number in range(index, len(holders)) if holders[number] != now), None)
        before = next((number for number in range(index, -1, -1) if holders[number] != now), None)
        if after is not None:
            assert duty.until == moments[after]
            follows = next((number for number in range(after, len(holders)) if holders[number]), None)
            if follows is not None:
                assert (duty.next_at, duty.next_person) == (moments[follows], (holders[follows] or ("", ""))[1])
        if before is not None:
            assert duty.since == moments[before + 1]


@given(plans(), st.integers(0, 160))
def test_what_is_said_of_a_turn_holds_in_all_of_it(plan: Plan, steps: int) -> None:
    at = plan.begin + steps * STEP
    duty = on_call(plan.schedule, at, plan.overrides, plan.away, plan.calendars)
    for other in (duty.since, duty.until and duty.until - timedelta(microseconds=1)):
        if other is not None:
            then = on_call(plan.schedule, other, plan.overrides, plan.away, plan.calendars)
            # Why nobody is there may change from one hour to the next, and is told of the hour that was asked for.
            assert replace(then, why="") == replace(duty, why="")
            assert duty.person is None or then.why == duty.why


@given(plans(), st.integers(0, 160))
def test_nobody_who_is_away_is_on_call(plan: Plan, steps: int) -> None:
    at = plan.begin + steps * STEP
    duty = on_call(plan.schedule, at, plan.overrides, plan.away, plan.calendars)
    assert duty.person is None or plan.away.get(duty.person, at) <= at
