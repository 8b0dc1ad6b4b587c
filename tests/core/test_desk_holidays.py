"""A calendar knows the public holidays of where it is, and a stored desk keeps those it was stored with."""

from datetime import UTC, date, datetime, timedelta

import pytest
from holidays import list_supported_countries

from escalator.core.desk import read
from escalator.core.desk.holidays import FIRST_YEAR, LAST_YEAR
from escalator.core.desk.model import Desk

from .desk_texts import EXAMPLE, line_of, only_problem, problems, small_desk

DAY = timedelta(days=1)
# Days that are no weekend, when the small desk would be open.
WOMENS_DAY, CORPUS_CHRISTI, REPENTANCE, EVE = (
    date(2027, 3, 8),
    date(2026, 6, 4),
    date(2026, 11, 18),
    date(2026, 12, 24),
)


def with_holidays(said: str) -> str:
    """The small desk whose office has `said` for holidays, on one line."""
    return small_desk("agents:\n", f"    holidays: {said}\nagents:\n")


def closed(desk: Desk, *days: date) -> list[date]:
    """Those of `days` on which the office is closed."""
    starts = {day: datetime(day.year, day.month, day.day, tzinfo=UTC) for day in days}
    office = desk.calendars["office"]
    return [day for day, start in starts.items() if not office.within(start, start + DAY)]


def test_a_region_brings_its_public_holidays() -> None:
    berlin = read(with_holidays("{country: DE, subdivision: BE}"))
    assert closed(berlin, WOMENS_DAY, CORPUS_CHRISTI, date(2040, 12, 25)) == [WOMENS_DAY, date(2040, 12, 25)]
    germany = read(with_holidays("{country: DE}"))
    assert closed(germany, WOMENS_DAY, date(2026, 5, 1)) == [date(2026, 5, 1)]


def test_an_old_log_meets_the_holidays_of_its_time() -> None:
    assert closed(read(with_holidays("{country: FR}")), date(1971, 7, 14), date(1998, 7, 14)) == [
        date(1971, 7, 14),
        date(1998, 7, 14),
    ]


def test_regions_and_dates_may_be_mixed() -> None:
    desk = read(with_holidays("[{country: DE, subdivision: BE}, 2026-12-24, {country: DE, subdivision: BY}]"))
    assert closed(desk, WOMENS_DAY, CORPUS_CHRISTI, EVE) == [WOMENS_DAY, CORPUS_CHRISTI, EVE]


def test_a_region_can_have_more_days_and_exceptions() -> None:
    saxony = "country: DE, subdivision: SN"
    assert closed(read(with_holidays(f"{{{saxony}}}")), REPENTANCE, EVE) == [REPENTANCE]
    own = read(with_holidays(f"{{{saxony}, dates: [2026-12-24], except: [2026-11-18]}}"))
    assert closed(own, REPENTANCE, EVE) == [EVE]


def test_an_exception_of_one_region_stays_a_holiday_of_another() -> None:
    text = with_holidays("[{country: DE, subdivision: SN, except: 2026-12-25}, {country: DE, subdivision: BE}]")
    assert closed(read(text), date(2026, 12, 25)) == [date(2026, 12, 25)]


def test_a_holiday_on_a_weekend_is_kept_on_the_day_it_moves_to() -> None:
    """4 July 2026 is a Saturday; the United States stay at home on the Friday."""
    assert closed(read(with_holidays("{country: US}")), date(2026, 7, 3)) == [date(2026, 7, 3)]


def test_an_override_opens_on_a_public_holiday() -> None:
    text = with_holidays('{country: DE}\n    date_overrides: {2026-12-25: "10:00-12:00"}')
    assert closed(read(text), date(2026, 12, 25)) == []


@pytest.mark.parametrize(
    ("said", "path", "message", "remedy"),
    [
        ("{country: DEX}", "holidays.country", 'no country "DEX"', 'Did you mean "DE"?'),
        ("[2026-12-24, {country: de}]", "holidays[1].country", 'no country "de"', 'Did you mean "DE"?'),
        ("{country: germany}", "holidays.country", 'no country "germany"', 'Did you mean "DE"?'),
        ("{country: South Africa}", "holidays.country", 'no country "South Africa"', 'Did you mean "ZA"?'),
        ("{country: 7}", "holidays.country", 'no country "7"', "ISO 3166"),
        ("{country: __doc__}", "holidays.country", 'no country "__doc__"', "ISO 3166"),
        ("{country: [DE]}", "holidays.country", "must be one line", "Write"),
        (
            "[{country: DE, subdivision: by}]",
            "holidays[0].subdivision",
            '"DE" has no subdivision "by"',
            'Did you mean "BY"',
        ),
        ("{country: DE, subdivision: XX}", "holidays.subdivision", '"DE" has no subdivision "XX"', "BB, BE"),
        ("{country: VA, subdivision: XX}", "holidays.subdivision", '"VA" has no subdivision', "Leave it out"),
        ("{subdivision: BE}", "holidays.country", "this is missing", "Add it"),
        ("{country: DE, region: BE}", "holidays.region", '"region" is not known here', "Known are"),
        ("{country: DE, except: 2026-12-24}", "holidays.except[0]", "no public holiday there", "mend the date"),
        ("{country: DE, dates: [24.12.]}", "holidays.dates[0]", "is not a day", "like 2026-12-24"),
        ("[[2026-12-24]]", "holidays[0]", "must be text", "like 2026-12-24"),
        ("25.12.2026", "holidays[0]", "is not a day", "like 2026-12-24"),
    ],
)
def test_a_holiday_that_nobody_has_is_refused(said: str, path: str, message: str, remedy: str) -> None:
    text = with_holidays(said)
    problem = only_problem(text)
    assert (problem.path, problem.severity) == (f"calendars.office.{path}", "error")
    assert message in problem.message
    assert remedy in problem.remedy
    assert problem.line == line_of(text, "    holidays:")


def test_more_regions_than_a_desk_could_have_are_refused() -> None:
    codes = list(list_supported_countries(include_aliases=False))[:60]
    found = problems(with_holidays(f"[{', '.join(f'{{country: {code}}}' for code in codes)}]"))
    assert len(found) == 10
    assert found[0].message == "more than 50 regions are too many"


def test_a_desk_carries_the_holidays_it_was_read_with() -> None:
    known = read(with_holidays("[{country: DE, subdivision: BE}, {country: FR}]")).public_holidays
    assert list(known) == ["DE-BE", "FR"]
    assert date(2026, 7, 14) in known["FR"]
    years = {day.year for day in known["FR"]}
    assert (min(years), max(years)) == (FIRST_YEAR, LAST_YEAR)
    assert list(known["FR"]) == sorted(known["FR"])


def test_what_was_stored_with_a_desk_holds_whatever_is_known_by_now() -> None:
    text = with_holidays("[{country: DE, subdivision: BE}, {country: FR}]")
    remembered: dict[str, tuple[date, ...]] = {"DE-BE": (EVE,)}
    desk = read(text, 3, remembered)
    assert closed(desk, WOMENS_DAY, EVE, date(2026, 7, 14)) == [EVE, date(2026, 7, 14)]
    assert desk.public_holidays["DE-BE"] == (EVE,)


def test_a_region_that_is_no_longer_known_can_still_be_read_where_it_was_stored() -> None:
    assert closed(read(with_holidays("{country: DDR}"), 3, {"DDR": (EVE,)}), EVE) == [EVE]


def test_the_example_keeps_the_holidays_of_berlin() -> None:
    kept = days("2026-01-01 2026-03-08 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03")
    kept |= days("2026-12-25 2026-12-26 2027-01-01 2027-03-08 2027-03-26 2027-03-29 2027-05-01 2027-05-06")
    kept |= days("2027-05-17 2027-10-03 2027-12-25 2027-12-26")
    known = read(EXAMPLE).public_holidays["DE-BE"]
    assert {day for day in known if day.year in (2026, 2027)} == kept


def days(text: str) -> set[date]:
    return {date.fromisoformat(day) for day in text.split()}
