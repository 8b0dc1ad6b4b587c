"""What a calendar promises in the words of an operator: hours, nights, holidays, breaks, overrides."""

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from escalator.core.calendar import Calendar

BERLIN = ZoneInfo("Europe/Berlin")
NINE_TO_FIVE = {day: [("09:00", "17:00")] for day in ("mon", "tue", "wed", "thu", "fri")}
AROUND_THE_CLOCK = {day: [("00:00", "24:00")] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
OFFICE = Calendar("Europe/Berlin", NINE_TO_FIVE)


def hours(amount: float) -> timedelta:
    return timedelta(hours=amount)


def berlin(text: str) -> datetime:
    """A moment of the week from Friday 5 to Monday 15 June 2026, or a whole ISO date and time."""
    days = {"fri": 5, "sat": 6, "sun": 7, "mon": 8, "tue": 9, "wed": 10, "thu": 11}
    if text[:3] in days:
        text = f"2026-06-{days[text[:3]]:02}T{text[4:]}"
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("start", "amount", "due"),
    [
        ("fri 15:00", 4, "mon 11:00"),
        ("fri 15:00", 2, "fri 17:00"),
        ("fri 15:00", 3.2, "mon 10:12"),
        ("sat 10:00", 4, "mon 13:00"),
        ("mon 13:00", 4, "mon 17:00"),
        ("mon 10:30", 2, "mon 12:30"),
        ("mon 09:00", 0, "mon 09:00"),
        ("mon 12:00", 0, "mon 12:00"),
        ("fri 17:00", 0, "mon 09:00"),
        ("sat 10:00", 0, "mon 09:00"),
    ],
)
def test_a_promise_falls_due_when_its_open_time_is_consumed(start: str, amount: float, due: str) -> None:
    assert OFFICE.add(berlin(start), hours(amount)) == berlin(due)


@pytest.mark.parametrize(
    ("start", "amount", "from_"),
    [
        ("mon 11:00", -4, "fri 15:00"),
        ("mon 11:00", -2, "mon 09:00"),
        ("sun 11:00", -8, "fri 09:00"),
        ("mon 09:00", -1, "fri 16:00"),
        ("2026-01-02T10:00", -1, "2026-01-02T09:00"),
        ("2026-01-01T08:00", -8, "2025-12-31T09:00"),
    ],
)
def test_a_negative_amount_goes_back_the_same_way(start: str, amount: float, from_: str) -> None:
    assert OFFICE.add(berlin(start), hours(amount)) == berlin(from_)


def test_the_pause_from_tuesday_to_thursday_is_sixteen_business_hours() -> None:
    assert OFFICE.within(berlin("tue 10:00"), berlin("thu 10:00")) == hours(16)


def test_measuring_backwards_is_the_negative_of_measuring_forwards() -> None:
    assert OFFICE.within(berlin("thu 10:00"), berlin("tue 10:00")) == hours(-16)
    assert OFFICE.within(berlin("tue 10:00"), berlin("tue 10:00")) == hours(0)


def test_the_door_is_open_at_opening_and_shut_at_closing() -> None:
    instant = timedelta(microseconds=1)
    assert OFFICE.is_open(berlin("mon 09:00"))
    assert not OFFICE.is_open(berlin("mon 09:00") - instant)
    assert OFFICE.is_open(berlin("mon 17:00") - instant)
    assert not OFFICE.is_open(berlin("mon 17:00"))


def test_a_microsecond_is_neither_lost_nor_won() -> None:
    start = berlin("fri 16:59:59.999999")
    assert OFFICE.add(start, timedelta(microseconds=2)) == berlin("mon 09:00:00.000001")
    assert OFFICE.within(start, berlin("mon 09:00:00.000001")) == timedelta(microseconds=2)


def test_answers_are_in_utc_whatever_the_zone_of_the_question() -> None:
    tokyo = berlin("mon 10:00").astimezone(ZoneInfo("Asia/Tokyo"))
    assert OFFICE.add(tokyo, hours(1)).tzinfo is UTC
    assert OFFICE.add(tokyo, hours(1)) == berlin("mon 11:00")
    assert OFFICE.add(tokyo, hours(0)).tzinfo is UTC


def test_a_lunch_between_two_intervals_is_not_worked() -> None:
    split = Calendar("Europe/Berlin", {"mon": [("13:00", "17:00"), ("09:00", "12:00")]})
    assert split.add(berlin("mon 11:00"), hours(2)) == berlin("mon 14:00")
    assert split.add(berlin("mon 11:00"), hours(1)) == berlin("mon 12:00")


def test_a_night_belongs_to_the_day_on_which_it_starts() -> None:
    night = Calendar("Europe/Berlin", {"mon": [("22:00", "06:00")]})
    assert night.is_open(berlin("tue 05:59"))
    assert not night.is_open(berlin("tue 06:00"))
    assert not night.is_open(berlin("mon 05:00"))
    assert night.within(berlin("mon 00:00"), berlin("thu 00:00")) == hours(8)


def test_an_evening_may_end_at_midnight_in_both_spellings() -> None:
    assert Calendar("UTC", {"mon": [("18:00", "24:00")]}) == Calendar("UTC", {"mon": [("18:00", "00:00")]})


def test_the_night_before_a_holiday_is_worked_to_its_end() -> None:
    night = {day: [("22:00", "06:00")] for day in ("mon", "tue", "wed")}
    calendar = Calendar("Europe/Berlin", night, holidays=[date(2026, 6, 9)])
    assert calendar.is_open(berlin("tue 05:00"))
    assert not calendar.is_open(berlin("tue 23:00"))
    assert not calendar.is_open(berlin("wed 05:00"))


def test_a_holiday_has_no_hours() -> None:
    calendar = Calendar("Europe/Berlin", NINE_TO_FIVE, holidays=[date(2026, 6, 8)])
    assert calendar.add(berlin("fri 16:00"), hours(2)) == berlin("tue 10:00")


def test_an_override_replaces_the_date_holiday_or_not() -> None:
    monday, saturday, tuesday = date(2026, 6, 8), date(2026, 6, 6), date(2026, 6, 9)
    overrides = {monday: [("10:00", "11:00")], saturday: [("10:00", "12:00")], tuesday: []}
    calendar = Calendar("Europe/Berlin", NINE_TO_FIVE, [monday], date_overrides=overrides)
    assert calendar.within(berlin("mon 00:00"), berlin("tue 00:00")) == hours(1)
    assert calendar.within(berlin("sat 00:00"), berlin("sun 00:00")) == hours(2)
    assert calendar.within(berlin("tue 00:00"), berlin("wed 00:00")) == hours(0)


def test_an_override_that_meets_the_night_before_counts_every_hour_once() -> None:
    night, tuesday = {"mon": [("22:00", "06:00")]}, date(2026, 6, 9)
    calendar = Calendar("Europe/Berlin", night, date_overrides={tuesday: [("05:00", "09:00")]})
    assert calendar.within(berlin("mon 12:00"), berlin("wed 00:00")) == hours(11)
    assert calendar.add(berlin("tue 05:30"), hours(1)) == berlin("tue 06:30")


def test_breaks_are_taken_off_last_even_from_an_override_and_from_the_night_before() -> None:
    tuesday = date(2026, 6, 9)
    calendar = Calendar(
        "Europe/Berlin",
        {"mon": [("22:00", "06:00")]},
        breaks={tuesday: [("00:00", "01:00"), ("12:00", "12:30")]},
        date_overrides={tuesday: [("10:00", "14:00")]},
    )
    assert not calendar.is_open(berlin("tue 00:30"))
    assert calendar.within(berlin("mon 12:00"), berlin("tue 09:00")) == hours(7)
    assert calendar.within(berlin("tue 09:00"), berlin("wed 00:00")) == hours(3.5)


def test_around_the_clock_a_year_is_a_year() -> None:
    always = Calendar("Europe/Berlin", AROUND_THE_CLOCK)
    start = berlin("2026-06-08T03:17:00.123456")
    assert always.add(start, timedelta(days=365)) - start == timedelta(days=365)
    assert always.is_open(berlin("mon 00:00"))
    assert always.add(start, -timedelta(days=365)) == start.astimezone(UTC) - timedelta(days=365)


def test_a_desk_that_only_opens_on_two_dates_is_open_on_those() -> None:
    dates = {date(2026, 6, 8): [("09:00", "12:00")], date(2029, 6, 8): [("09:00", "12:00")]}
    rare = Calendar("Europe/Berlin", {}, date_overrides=dates)
    assert rare.add(berlin("mon 13:00"), hours(0)) == berlin("2029-06-08T09:00")
    assert rare.add(berlin("mon 11:00"), hours(2)) == berlin("2029-06-08T10:00")
    assert rare.add(berlin("2029-06-08T10:00"), hours(-2)) == berlin("mon 11:00")


def test_far_away_years_are_measured_exactly() -> None:
    calendar = Calendar("UTC", {"wed": [("10:00", "11:00")]})
    first, last = datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
    wednesdays = sum((first + timedelta(days=n)).weekday() == 2 for n in range((last - first).days))
    assert calendar.within(first, last) == hours(wednesdays)
    assert calendar.add(last, hours(1)) == datetime(2100, 1, 6, 11, tzinfo=UTC)


def test_new_year_is_no_seam() -> None:
    night = Calendar("UTC", {"thu": [("22:00", "06:00")]})
    eve = datetime(2026, 12, 31, 23, tzinfo=UTC)
    assert night.add(eve, hours(1)) == datetime(2027, 1, 1, tzinfo=UTC)
    assert night.is_open(datetime(2027, 1, 1, tzinfo=UTC))
    assert night.add(eve, hours(2)) == datetime(2027, 1, 1, 1, tzinfo=UTC)
    assert night.add(datetime(2027, 1, 1, 1, tzinfo=UTC), hours(-1)) == datetime(2027, 1, 1, tzinfo=UTC)


def test_calendars_with_the_same_rules_are_equal_however_they_were_written() -> None:
    one = Calendar("UTC", {"mon": [("09:00", "12:00"), ("13:00", "17:00")], "tue": []}, [date(2026, 1, 1)])
    other = Calendar("UTC", {"mon": [("13:00", "17:00"), ["09:00", "12:00"]]}, {date(2026, 1, 1)}, {}, {})
    assert one == other
    assert len({one, other}) == 1
    assert one != Calendar("UTC", {"mon": [("09:00", "12:00")]})
    assert one != "UTC"
    assert repr(one) == repr(other)


def test_a_calendar_cannot_be_changed_and_can_be_copied() -> None:
    with pytest.raises(AttributeError):
        OFFICE.tz = "UTC"  # type: ignore[misc]
    assert copy.deepcopy(OFFICE) == OFFICE == pickle.loads(pickle.dumps(OFFICE))
    assert OFFICE.tz == "Europe/Berlin"


def test_changing_the_lists_it_was_made_from_changes_nothing() -> None:
    week, overrides = {"mon": [("09:00", "17:00")]}, {date(2026, 6, 9): [("09:00", "10:00")]}
    calendar = Calendar("Europe/Berlin", week, date_overrides=overrides)
    week["mon"].clear()
    overrides.clear()
    assert calendar.within(berlin("mon 00:00"), berlin("wed 00:00")) == hours(9)


def test_threads_that_ask_for_different_years_at_once_all_get_the_truth() -> None:
    calendar = Calendar("UTC", {"mon": [("09:00", "17:00")]}, holidays=[date(1990, 1, 1)])
    starts = [datetime(year, 6, 1, tzinfo=UTC) for year in range(1990, 2020)] * 3
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda start: calendar.add(start, hours(500)), starts))
    alone = Calendar("UTC", {"mon": [("09:00", "17:00")]}, holidays=[date(1990, 1, 1)])
    assert answers == [alone.add(start, hours(500)) for start in starts]


def test_a_night_belongs_to_the_date_on_which_it_begins() -> None:
    nights = Calendar("Europe/Berlin", {"mon": [("22:00", "06:00")]}, holidays=[date(2026, 6, 15)])
    assert [nights.opens_on(date(2026, 6, day)) for day in (8, 9, 15)] == [True, False, False]


def test_a_long_closure_is_found_from_the_first_to_the_last_date_without_hours() -> None:
    weeks = [date(2026, 6, 8) + timedelta(days=days) for days in (0, 1, 2, 3, 4, 7, 8)]
    closed = Calendar("Europe/Berlin", NINE_TO_FIVE, holidays=weeks)
    whole = (date(2026, 6, 6), date(2026, 6, 16))
    assert list(closed.closures(longer_than=10)) == [whole]
    assert list(closed.closures(longer_than=11)) == []
    assert list(OFFICE.closures(longer_than=1)) == []


def test_an_opening_is_told_with_both_its_ends_and_so_is_what_lies_between_two() -> None:
    assert OFFICE.around(berlin("2026-11-20 12:00")) == (berlin("2026-11-20 09:00"), berlin("2026-11-20 17:00"))
    assert OFFICE.around(berlin("2026-11-20 17:00")) == (berlin("2026-11-20 17:00"), berlin("2026-11-23 09:00"))


def test_what_never_closes_has_no_ends_and_new_year_is_none() -> None:
    always = Calendar("UTC", {day: [("00:00", "24:00")] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")})
    assert always.around(berlin("2026-12-31 12:00")) == (None, None)
    night = Calendar("UTC", {"thu": [("20:00", "08:00")]})
    midnight = datetime(2027, 1, 1, tzinfo=UTC)
    assert night.around(midnight) == (midnight - hours(4), midnight + hours(8))


def test_an_opening_that_is_years_away_is_found_and_one_that_was_the_last_has_none_after_it() -> None:
    once = Calendar("UTC", {}, date_overrides={date(2030, 5, 1): [("09:00", "10:00")]})
    opens = datetime(2030, 5, 1, 9, tzinfo=UTC)
    assert once.around(datetime(2026, 1, 1, tzinfo=UTC)) == (None, opens)
    assert once.around(opens + hours(2)) == (opens + hours(1), None)
