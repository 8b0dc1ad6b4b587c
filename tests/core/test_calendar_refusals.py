"""A calendar that makes no sense is refused with the place and a remedy, never guessed at."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from escalator.core.calendar import Calendar, CalendarError

NINE_TO_FIVE = {day: [("09:00", "17:00")] for day in ("mon", "tue", "wed", "thu", "fri")}
OFFICE = Calendar("UTC", NINE_TO_FIVE)
MONDAY = datetime(2026, 6, 8, 10, tzinfo=UTC)
DAY = date(2026, 6, 8)


@pytest.mark.parametrize("tz", ["", "Europe", "Europe/Berln", "../etc/passwd", "tzdata.zi", "\0", None, 5])
def test_an_unknown_zone_is_refused(tz: Any) -> None:
    with pytest.raises(CalendarError, match="not a known time zone; use a name of the IANA database"):
        Calendar(tz, NINE_TO_FIVE)


@pytest.mark.parametrize(
    ("week", "message"),
    [
        ({"mo": [("09:00", "17:00")]}, "weekly_hours: 'mo' is not a weekday; use mon, tue"),
        ({"mon": [("9:00", "17:00")]}, "weekly_hours.mon[0]: '9:00' is not a time of day; write"),
        ({"mon": [("09:00", "24:01")]}, "weekly_hours.mon[0]: '24:01' is not a time of day"),
        ({"mon": [("09:00", "17:60")]}, "weekly_hours.mon[0]: '17:60' is not a time of day"),
        ({"mon": [("09:00", "١٧:٠٠")]}, "is not a time of day"),
        ({"mon": [("09:00", 1020)]}, "weekly_hours.mon[0]: 1020 is not a time of day"),
        ({"mon": [("01:00", "02:00"), ("09:00",)]}, "weekly_hours.mon[1]: ('09:00',) is not an interval"),
        ({"mon": [900]}, "weekly_hours.mon[0]: 900 is not an interval; write"),
        ({"mon": [("09:00", "09:00")]}, "weekly_hours.mon[0]: 09:00-09:00 is empty; write 00:00-24:00"),
        ({"mon": [("24:00", "06:00")]}, "weekly_hours.mon[0]: 24:00 can only close; write it as 00:00"),
        (
            {"mon": [("12:00", "17:00"), ("09:00", "12:01")]},
            "weekly_hours.mon: 09:00-12:01 and 12:00-17:00 overlap; make them one",
        ),
        (
            {"mon": [("22:00", "06:00"), ("23:00", "24:00")]},
            "weekly_hours.mon: 22:00-06:00 and 23:00-24:00 overlap",
        ),
        (
            {"mon": [("22:00", "06:00")], "tue": [("05:00", "09:00")]},
            "weekly_hours.mon: 22:00-06:00 and tue 05:00-09:00 overlap",
        ),
        (
            {"sun": [("22:00", "06:00")], "mon": [("05:59", "09:00")]},
            "weekly_hours.sun: 22:00-06:00 and mon 05:59-09:00 overlap",
        ),
    ],
)
def test_weekly_hours_that_make_no_sense_are_refused_where_they_stand(week: Any, message: str) -> None:
    with pytest.raises(CalendarError) as refusal:
        Calendar("UTC", week)
    assert message in str(refusal.value)


def test_intervals_that_only_touch_are_welcome() -> None:
    week = {"mon": [("09:00", "12:00"), ("12:00", "17:00"), ("22:00", "06:00")], "tue": [("06:00", "07:00")]}
    assert Calendar("UTC", week).add(MONDAY, timedelta(hours=7 + 9)) == datetime(2026, 6, 9, 7, tzinfo=UTC)


@pytest.mark.parametrize("argument", ["breaks", "date_overrides"])
def test_dated_hours_that_overlap_are_refused_with_their_date(argument: str) -> None:
    hours: Any = {argument: {DAY: [("09:00", "11:00"), ("10:00", "12:00")]}}
    with pytest.raises(CalendarError, match=rf"{argument}\.2026-06-08: 09:00-11:00 and 10:00-12:00 overlap"):
        Calendar("UTC", NINE_TO_FIVE, **hours)


@pytest.mark.parametrize("day", ["2026-12-25", MONDAY, 20261225, None])
def test_what_is_not_a_date_is_no_holiday(day: Any) -> None:
    with pytest.raises(CalendarError, match=r"holidays: .* is not a date; give a date"):
        Calendar("UTC", NINE_TO_FIVE, holidays=[day])


def test_a_mistyped_year_is_refused() -> None:
    with pytest.raises(CalendarError, match="breaks: 0206-06-08 is out of reach; use the years 1900 to 2199"):
        Calendar("UTC", NINE_TO_FIVE, breaks={date(206, 6, 8): [("12:00", "13:00")]})


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"weekly_hours": {"mon": []}},
        {"date_overrides": {DAY: []}},
        {"date_overrides": {DAY: [("09:00", "10:00")]}, "breaks": {DAY: [("08:00", "11:00")]}},
    ],
)
def test_a_calendar_without_open_time_is_refused(parts: Any) -> None:
    with pytest.raises(CalendarError, match="there is no open time; open at least one interval"):
        Calendar("UTC", **{"weekly_hours": {}, **parts})


@pytest.mark.parametrize(
    "amount", [timedelta(hours=8 * 5 * 53 * 10), -timedelta(days=3000), timedelta.max, timedelta.min]
)
def test_an_amount_that_does_not_fit_in_ten_years_is_refused(amount: timedelta) -> None:
    with pytest.raises(CalendarError, match=r"amount: .* does not fit in ten years from 2026-06-08; ask"):
        OFFICE.add(MONDAY, amount)


@pytest.mark.parametrize("amount", [timedelta(0), timedelta(hours=1)])
def test_an_opening_that_never_comes_is_refused_and_not_looked_for_without_end(amount: timedelta) -> None:
    once = Calendar("UTC", {}, date_overrides={DAY: [("09:00", "10:00")]})
    with pytest.raises(CalendarError, match="does not fit in ten years"):
        once.add(MONDAY, amount)
    with pytest.raises(CalendarError, match="does not fit in ten years"):
        once.add(MONDAY, timedelta(hours=-2))


def test_ten_years_are_counted_from_the_start_and_not_by_what_is_already_reckoned() -> None:
    rare = Calendar("UTC", {}, date_overrides={date(y, 6, 8): [("09:00", "12:00")] for y in (2026, 2037)})
    assert rare.within(MONDAY, datetime(2038, 1, 1, tzinfo=UTC)) == timedelta(hours=5)
    with pytest.raises(CalendarError, match="does not fit in ten years"):
        rare.add(MONDAY, timedelta(hours=3))


def test_ten_years_of_all_hours_fit_exactly() -> None:
    always = Calendar("UTC", {day: [("00:00", "24:00")] for day in (*NINE_TO_FIVE, "sat", "sun")})
    ten_years = timedelta(days=3653)
    assert always.add(MONDAY, ten_years) == MONDAY + ten_years
    assert always.add(MONDAY, -ten_years) == MONDAY - ten_years
    with pytest.raises(CalendarError):
        always.add(MONDAY, ten_years + timedelta.resolution)


@pytest.mark.parametrize("question", ["start", "a", "b", "at"])
def test_a_naive_datetime_is_refused_by_name(question: str) -> None:
    naive = MONDAY.replace(tzinfo=None)
    ask = {
        "start": lambda: OFFICE.add(naive, timedelta(hours=1)),
        "a": lambda: OFFICE.within(naive, MONDAY),
        "b": lambda: OFFICE.within(MONDAY, naive),
        "at": lambda: OFFICE.is_open(naive),
    }[question]
    with pytest.raises(CalendarError, match=f"^{question}: .* has no time zone; pass an aware datetime"):
        ask()


@pytest.mark.parametrize("zone", [UTC, *(timezone(timedelta(hours=h)) for h in (-12, 14))])
@pytest.mark.parametrize("edge", ["0001-01-01", "9999-12-31T23:59:59.999999", "1899-12-30", "2201-01-01"])
def test_the_edges_of_time_are_refused_in_words(edge: str, zone: timezone) -> None:
    moment = datetime.fromisoformat(edge).replace(tzinfo=zone)
    for ask in (
        OFFICE.is_open,
        lambda at: OFFICE.add(at, timedelta(0)),
        lambda at: OFFICE.within(MONDAY, at),
    ):
        with pytest.raises(CalendarError, match="check the date"):
            ask(moment)


def test_an_error_says_where_in_a_form_that_a_program_can_read() -> None:
    with pytest.raises(ValueError, match="weekly_hours") as refusal:
        Calendar("UTC", {"mon": [("09:00", "09:00")]})
    assert isinstance(refusal.value, CalendarError)
    assert refusal.value.place == "weekly_hours.mon[0]"
    assert refusal.value.remedy == "write 00:00-24:00 for a whole day"
