"""Spans, instants and reasons are said the way a person would say them."""

from datetime import UTC, datetime, timedelta

import pytest

from escalator.core.desk.metrics import METRICS
from escalator.core.desk.model import Reason
from escalator.core.notify.wording import clock, moment, reason, span

NOW = datetime(2025, 11, 20, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(seconds=-5), "less than a minute"),
        (timedelta(minutes=1, seconds=59), "1 min"),
        (timedelta(hours=3, minutes=20), "3 h 20 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(hours=23, minutes=59), "23 h 59 min"),
        (timedelta(days=1, minutes=5), "1 day"),
        (timedelta(days=2, hours=4, minutes=59), "2 days 4 h"),
        (timedelta(days=730), "730 days"),
    ],
)
def test_a_span_is_said_by_its_two_largest_units(length: timedelta, words: str) -> None:
    assert span(length) == words


@pytest.mark.parametrize(
    ("at", "tz", "words"),
    [
        (datetime(2025, 11, 20, 13, 5, tzinfo=UTC), "Europe/Berlin", "today 14:05 (Europe/Berlin)"),
        (datetime(2025, 11, 24, 8, 0, tzinfo=UTC), "Europe/Berlin", "Mon 24 Nov 09:00 (Europe/Berlin)"),
        (datetime(2025, 11, 20, 23, 30, tzinfo=UTC), "Europe/Berlin", "Fri 21 Nov 00:30 (Europe/Berlin)"),
        (
            datetime(2025, 11, 20, 7, 0, tzinfo=UTC),
            "America/Los_Angeles",
            "Wed 19 Nov 23:00 (America/Los_Angeles)",
        ),
        (datetime(2026, 1, 2, 8, 0, tzinfo=UTC), "UTC", "Fri 2 Jan 2026 08:00 (UTC)"),
    ],
)
def test_an_instant_is_said_in_the_readers_zone(at: datetime, tz: str, words: str) -> None:
    assert moment(at, tz, NOW) == words


def test_today_is_the_readers_today() -> None:
    late = datetime(2025, 11, 20, 23, 30, tzinfo=UTC)
    assert moment(late, "Asia/Tokyo", late).startswith("today 08:30")


@pytest.mark.parametrize(
    ("hour", "words"), [(0, "02:30 CEST"), (1, "02:30 CET"), (2, "03:30")], ids=["first", "second", "after"]
)
def test_the_hour_that_exists_twice_says_which_one_it_is(hour: int, words: str) -> None:
    at = datetime(2025, 10, 26, hour, 30, tzinfo=UTC)
    assert clock(at, "Europe/Berlin", at) == words


def test_a_subject_line_has_room_for_the_time_only() -> None:
    assert clock(datetime(2025, 11, 20, 13, 5, tzinfo=UTC), "Europe/Berlin", NOW) == "14:05"


@pytest.mark.parametrize(
    ("name", "detail", "words"),
    [
        ("breach", "first_reply", "the time for the first reply has passed"),
        ("warning", "resolution", "the time for the solution is almost up"),
        ("person_requested", "", "the customer asked to talk to a person"),
        ("guarded_topic", "data_leak", "it touches privacy, security, safety or the law (data leak)"),
        ("breach", "something_new", "a promised time has passed (something new)"),
        ("not_known_here", "", "not known here"),
    ],
)
def test_a_reason_is_a_clause(name: str, detail: str, words: str) -> None:
    assert reason(name, detail) == words


@pytest.mark.parametrize("known", list(Reason))
@pytest.mark.parametrize("detail", ["", *METRICS])
def test_no_reason_shows_its_code(known: Reason, detail: str) -> None:
    assert "_" not in reason(known, detail)
    assert len(reason(known, detail).split()) > 3
