"""Clocks that jump: an hour, half an hour, at midnight, or over a whole day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from escalator.core.calendar import Calendar

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NINE_TO_FIVE = {day: [("09:00", "17:00")] for day in DAYS[:5]}


def daily(*hours: tuple[str, str]) -> dict[str, list[tuple[str, str]]]:
    return {day: list(hours) for day in DAYS}


def local(tz: str, text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(tz), fold=fold)


def open_on(calendar: Calendar, day: date) -> timedelta:
    """Open time on a local date, midnight to midnight."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(calendar.tz))
    return calendar.within(midnight, midnight + timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "opens", "closes", "minutes"),
    [
        (date(2026, 3, 29), "02:30", "05:00", 90),  # 02:30 is 03:30
        (date(2026, 3, 29), "02:00", "05:00", 120),
        (date(2026, 3, 29), "01:00", "02:30", 90),
        (date(2026, 3, 29), "02:10", "02:50", 40),  # both ends move
        (date(2026, 3, 29), "02:30", "03:10", 0),  # the beginning moves past the end
        (date(2026, 3, 29), "02:01", "03:00", 0),  # by one minute only: it is 03:01 to 03:00
        (date(2026, 3, 29), "00:00", "24:00", 23 * 60),
        (date(2026, 10, 25), "02:30", "05:00", 210),  # from the first 02:30
        (date(2026, 10, 25), "01:00", "02:30", 90),  # to the first 02:30
        (date(2026, 10, 25), "02:00", "03:00", 120),
        (date(2026, 10, 25), "00:00", "24:00", 25 * 60),
    ],
)
def test_each_boundary_is_one_instant_when_berlin_changes_its_clocks(
    day: date, opens: str, closes: str, minutes: int
) -> None:
    calendar = Calendar("Europe/Berlin", daily((opens, closes)))
    assert open_on(calendar, day) == timedelta(minutes=minutes)


def test_a_break_whose_beginning_moves_past_its_end_takes_nothing_off() -> None:
    day = date(2026, 3, 29)
    always = Calendar("Europe/Berlin", daily(("00:00", "24:00")), breaks={day: [("02:01", "03:00")]})
    assert open_on(always, day) == timedelta(hours=23)


def test_around_the_clock_eight_hours_of_saturday_night_end_at_seven() -> None:
    always = Calendar("Europe/Berlin", daily(("00:00", "24:00")))
    due = always.add(local("Europe/Berlin", "2026-03-28T22:00"), timedelta(hours=8))
    assert due == local("Europe/Berlin", "2026-03-29T07:00")


def test_two_hours_of_friday_afternoon_end_on_monday_although_the_clocks_went_forward() -> None:
    office = Calendar("Europe/Berlin", NINE_TO_FIVE)
    due = office.add(local("Europe/Berlin", "2026-03-27T16:00"), timedelta(hours=2))
    assert due == local("Europe/Berlin", "2026-03-30T10:00")


def test_a_night_shift_works_seven_hours_in_spring_and_nine_in_autumn() -> None:
    night = Calendar("Europe/Berlin", {"sat": [("22:00", "06:00")]})
    for day, hours in (("2026-03-28", 7), ("2026-10-24", 9), ("2026-06-06", 8)):
        noon = local("Europe/Berlin", f"{day}T12:00")
        assert night.within(noon, noon + timedelta(days=1)) == timedelta(hours=hours)


def test_both_halves_of_a_repeated_hour_are_told_apart() -> None:
    early = Calendar("Europe/Berlin", daily(("00:00", "02:30")))
    assert early.is_open(local("Europe/Berlin", "2026-10-25T02:15"))
    assert not early.is_open(local("Europe/Berlin", "2026-10-25T02:15", fold=1))


def test_apia_has_no_friday_and_its_hours_do_not_move_to_the_weekend() -> None:
    office = Calendar("Pacific/Apia", NINE_TO_FIVE)
    due = office.add(local("Pacific/Apia", "2011-12-29T16:00"), timedelta(hours=2))
    assert due == local("Pacific/Apia", "2012-01-02T10:00")
    assert not office.is_open(local("Pacific/Apia", "2011-12-31T12:00"))


def test_around_the_clock_in_apia_the_missing_day_takes_no_time() -> None:
    always = Calendar("Pacific/Apia", daily(("00:00", "24:00")))
    due = always.add(local("Pacific/Apia", "2011-12-29T23:00"), timedelta(hours=2))
    assert due == local("Pacific/Apia", "2011-12-31T01:00")


def test_a_night_into_apias_missing_day_ends_on_the_morning_after() -> None:
    night = Calendar("Pacific/Apia", {"thu": [("22:00", "06:00")]})
    due = night.add(local("Pacific/Apia", "2011-12-29T21:00"), timedelta(hours=8))
    assert due == local("Pacific/Apia", "2011-12-31T06:00")


def test_a_day_without_midnight_begins_at_one_in_sao_paulo() -> None:
    tz, day = "America/Sao_Paulo", date(2018, 11, 4)
    assert open_on(Calendar(tz, daily(("00:00", "08:00"))), day) == timedelta(hours=7)
    always = Calendar(tz, daily(("00:00", "24:00")))
    due = always.add(local(tz, "2018-11-03T23:30"), timedelta(hours=1))
    assert due == local(tz, "2018-11-04T01:30")


def test_an_evening_in_sao_paulo_that_happens_twice_is_worked_through_to_midnight() -> None:
    tz = "America/Sao_Paulo"
    evening = Calendar(tz, {"sat": [("20:00", "24:00")]})
    due = evening.add(local(tz, "2018-02-17T12:00"), timedelta(hours=5))
    assert due == local(tz, "2018-02-18T00:00")


@pytest.mark.parametrize(("day", "minutes"), [(date(2026, 10, 4), 90), (date(2026, 4, 5), 150)])
def test_lord_howe_moves_by_half_an_hour(day: date, minutes: int) -> None:
    early = Calendar("Australia/Lord_Howe", daily(("01:00", "03:00")))
    assert open_on(early, day) == timedelta(minutes=minutes)


def test_a_missing_quarter_past_two_moves_by_lord_howes_half_hour() -> None:
    early = Calendar("Australia/Lord_Howe", daily(("02:15", "03:00")))
    assert open_on(early, date(2026, 10, 4)) == timedelta(minutes=15)
