"""Who is on call: turns and hand-overs in a zone, stand-ins, people who are away, and hours of duty."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from escalator.core.calendar import Calendar
from escalator.core.desk.rotations import Rotation, Schedule, Turns
from escalator.core.routing.oncall import Duty, Override, on_call

SAM, NOOR, LEE = "sam@desk.example", "noor@desk.example", "lee@desk.example"
DAILY, WEEKLY = Turns(timedelta(days=1), by_the_wall=True), Turns(timedelta(days=7), by_the_wall=True)
OFFICE = Calendar("Europe/Berlin", {day: [("09:00", "17:00")] for day in ("mon", "tue", "wed", "thu", "fri")})
ALWAYS = Calendar(
    "Europe/Berlin", {day: [("00:00", "24:00")] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
)
CALENDARS = {"office": OFFICE, "always": ALWAYS}
_numbers = count(1)


def rotation(
    *people: str, every: Turns = DAILY, starts: str = "2026-01-05 09:00", during: str | None = None
) -> Rotation:
    return Rotation(people or (SAM, NOOR, LEE), every, datetime.fromisoformat(starts), during)


def schedule(*rotations: Rotation, tz: str = "Europe/Berlin") -> Schedule:
    return Schedule("night", tz, rotations or (rotation(),))


def local(text: str, tz: str = "Europe/Berlin") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(tz)).astimezone(UTC)


def override(person: str, starts: str, ends: str, number: int | None = None) -> Override:
    return Override(number or next(_numbers), person, local(starts), local(ends), "lee@desk.example")


def at(
    moment: str | datetime,
    plan: Schedule | None = None,
    overrides: Sequence[Override] = (),
    away: Mapping[str, datetime] | None = None,
) -> Duty:
    instant = local(moment) if isinstance(moment, str) else moment
    return on_call(plan or schedule(), instant, overrides, away or {}, CALENDARS)


def test_turns_go_round_in_the_order_of_the_desk() -> None:
    assert [at(f"2026-01-0{day} 12:00").person for day in (5, 6, 7, 8)] == [SAM, NOOR, LEE, SAM]


def test_who_is_on_call_is_said_with_since_until_and_who_is_next() -> None:
    duty = at("2026-01-06 12:00")
    assert (duty.person, duty.why) == (NOOR, "in turn")
    assert (duty.since, duty.until) == (local("2026-01-06 09:00"), local("2026-01-07 09:00"))
    assert (duty.next_person, duty.next_at) == (LEE, duty.until)


def test_the_one_who_takes_over_has_it_from_the_very_instant() -> None:
    assert at("2026-01-06 09:00").person == NOOR
    assert at(local("2026-01-06 09:00") - timedelta(microseconds=1)).person == SAM


@pytest.mark.parametrize(("sunday", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_daily_hand_over_stays_at_nine_on_the_wall_when_berlin_changes_its_clocks(sunday: str, hours: int) -> None:
    duty = at(f"{sunday} 05:00")
    assert duty.until == local(f"{sunday} 09:00")
    assert duty.until - duty.since == timedelta(hours=hours)  # type: ignore[operator]


@pytest.mark.parametrize(("sunday", "hours"), [("2026-04-05", 24.5), ("2026-10-04", 23.5)])
def test_lord_howe_moves_its_clocks_by_half_an_hour_and_the_hand_over_with_them(sunday: str, hours: float) -> None:
    howe = schedule(tz="Australia/Lord_Howe")
    duty = at(local(f"{sunday} 05:00", "Australia/Lord_Howe"), howe)
    assert duty.until == local(f"{sunday} 09:00", "Australia/Lord_Howe")
    assert duty.until - duty.since == timedelta(hours=hours)  # type: ignore[operator]


def test_a_hand_over_at_a_time_that_does_not_exist_is_later_by_the_gap() -> None:
    duty = at("2026-03-29 12:00", schedule(rotation(starts="2026-01-05 02:30")))
    assert duty.since == local("2026-03-29 03:30")


def test_a_hand_over_at_a_time_that_exists_twice_is_the_first_of_them() -> None:
    duty = at("2026-10-25 12:00", schedule(rotation(starts="2026-01-05 02:30")))
    assert duty.since == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_turn_in_hours_counts_elapsed_time_and_its_hand_over_moves_with_the_clocks() -> None:
    plan = schedule(rotation(every=Turns(timedelta(hours=24), by_the_wall=False)))
    assert at("2026-03-28 12:00", plan).since == local("2026-03-28 09:00")
    assert at("2026-03-30 12:00", plan).since == local("2026-03-30 10:00")


def test_turns_of_twelve_hours_and_of_three_days() -> None:
    halves = schedule(rotation(SAM, NOOR, every=Turns(timedelta(hours=12), by_the_wall=False)))
    assert [at(f"2026-01-06 {hour}:00", halves).person for hour in ("08", "12", "22")] == [NOOR, SAM, NOOR]
    threes = schedule(rotation(every=Turns(timedelta(days=3), by_the_wall=True)))
    assert at("2026-01-08 10:00", threes).person == NOOR


def test_a_leap_day_is_a_day_and_a_year_ends_like_a_week() -> None:
    plan = schedule(rotation(starts="2028-02-27 09:00"))
    assert [at(f"2028-{day} 10:00", plan).person for day in ("02-28", "02-29", "03-01")] == [NOOR, LEE, SAM]
    weeks = schedule(rotation(every=WEEKLY))
    duty = at("2027-01-01 00:00", weeks)
    assert (duty.since, duty.until) == (local("2026-12-28 09:00"), local("2027-01-04 09:00"))


def test_a_day_that_a_zone_left_out_is_nobodys_turn() -> None:
    plan = schedule(rotation(starts="2011-12-28 09:00"), tz="Pacific/Apia")
    before, after = (at(local(f"2011-12-{day} 12:00", "Pacific/Apia"), plan) for day in (29, 31))
    assert (before.person, before.until, before.next_person) == (NOOR, after.since, SAM)
    assert after.person == SAM


def test_before_its_start_a_schedule_has_nobody_and_says_who_begins() -> None:
    duty = at("2025-12-24 12:00")
    assert (duty.person, duty.since, duty.until) == (None, None, local("2026-01-05 09:00"))
    assert duty.why == "a rotation begins only at 2026-01-05 09:00"
    assert (duty.next_person, duty.next_at) == (SAM, duty.until)


def test_an_override_wins_over_every_turn() -> None:
    stands = override(LEE, "2026-01-06 18:00", "2026-01-06 22:00")
    duty = at("2026-01-06 20:00", overrides=[stands])
    assert (duty.person, duty.why) == (LEE, "by an override of lee@desk.example")
    assert (duty.since, duty.until) == (stands.starts_at, stands.ends_at)
    assert (duty.next_person, duty.next_at) == (NOOR, stands.ends_at)
    assert at("2026-01-06 17:00", overrides=[stands]).until == stands.starts_at
    assert at("2026-01-06 23:00", overrides=[stands]).since == stands.ends_at


def test_of_overrides_that_overlap_the_latest_wins() -> None:
    older = override(LEE, "2026-01-06 10:00", "2026-01-06 20:00", 1)
    newer = override(SAM, "2026-01-06 12:00", "2026-01-06 14:00", 2)
    assert [at(f"2026-01-06 {hour}:30", overrides=[older, newer]).person for hour in (11, 13, 15)] == [LEE, SAM, LEE]
    assert at("2026-01-06 11:30", overrides=[newer, older]).until == newer.starts_at


def test_who_is_away_is_passed_over_and_the_reason_says_so() -> None:
    away = {NOOR: local("2026-01-06 15:00")}
    duty = at("2026-01-06 12:00", away=away)
    assert (duty.person, duty.why) == (LEE, f"in turn, in place of {NOOR} (away)")
    assert (duty.until, duty.next_person) == (away[NOOR], NOOR)
    assert at("2026-01-06 15:00", away=away).since == away[NOOR]


def test_an_override_of_somebody_who_is_away_holds_from_their_return() -> None:
    stands, away = override(LEE, "2026-01-06 10:00", "2026-01-06 20:00"), {LEE: local("2026-01-06 12:00")}
    assert at("2026-01-06 11:00", overrides=[stands], away=away).person == NOOR
    assert at("2026-01-06 13:00", overrides=[stands], away=away).since == away[LEE]


def test_when_everybody_is_away_nobody_is_on_call_and_the_first_to_return_is_next() -> None:
    back = local("2026-01-09 11:00")
    duty = at("2026-01-06 12:00", away={SAM: back, NOOR: back + timedelta(days=1), LEE: back + timedelta(days=2)})
    assert (duty.person, duty.next_person, duty.next_at) == (None, SAM, back)
    assert duty.why == f"everybody is away: {NOOR} and {LEE} and {SAM}"


def test_a_rotation_with_hours_is_on_duty_in_them_only() -> None:
    plan = schedule(rotation(during="office"))
    evening = at("2026-01-09 18:00", plan)
    assert (evening.person, evening.why) == (None, 'a rotation is on duty in the hours of "office" only')
    assert (evening.since, evening.until) == (local("2026-01-09 17:00"), local("2026-01-12 09:00"))
    assert evening.next_person == at("2026-01-12 12:00", plan).person
    noon = at("2026-01-09 12:00", plan)
    assert (noon.until, noon.next_at) == (local("2026-01-09 17:00"), local("2026-01-12 09:00"))


def test_the_first_rotation_with_somebody_on_duty_wins() -> None:
    plan = schedule(rotation(SAM, NOOR, during="office"), rotation(LEE, every=WEEKLY))
    assert [at(f"2026-01-06 {hour}:00", plan).person for hour in ("08", "12", "18")] == [LEE, NOOR, LEE]
    assert at("2026-01-06 18:00", plan).until == local("2026-01-07 09:00")
    assert at("2026-01-06 18:00", plan).since == local("2026-01-06 17:00")


def test_hours_that_never_close_set_no_end() -> None:
    plan = schedule(rotation(every=WEEKLY, during="always"))
    assert at("2026-12-31 12:00", plan) == at("2026-12-31 12:00", schedule(rotation(every=WEEKLY)))


def test_a_question_about_the_far_future_costs_as_little_as_one_about_tomorrow() -> None:
    plan = schedule(rotation(every=Turns(timedelta(hours=1), by_the_wall=False), starts="1990-01-01 00:00"))
    assert at(datetime(2199, 12, 31, 23, 30, tzinfo=UTC), plan).next_at == datetime(2200, 1, 1, tzinfo=UTC)
    edge = at(datetime(2199, 12, 31, 23, 30, tzinfo=UTC), schedule(rotation(during="office")))
    assert (edge.person, edge.next_person) == (None, None)
