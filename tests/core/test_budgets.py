"""Which letters may wait, and until when: never what opens a window, never the first about a case."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalator.core.desk.notifying import NEVER_QUIET, Allowance, Quiet
from escalator.core.notify.budgets import PATIENCE, end_of_quiet, held_until, may_wait, next_digest, repeats
from escalator.core.notify.digests import Waited, by_case
from escalator.core.notify.notices import Notice, NoticeKind

BERLIN = "Europe/Berlin"
NIGHT = Quiet(time(21), time(7))
BY_DAY = Allowance(12, timedelta(hours=1), NIGHT, BERLIN)
AT = datetime(2026, 11, 16, 10, 20, tzinfo=UTC)


def notice(kind: NoticeKind, **facts: object) -> Notice:
    known = Notice(
        key="k",
        kind=kind,
        to="mia@harbour.example",
        to_name="Mia",
        at=AT,
        tz=BERLIN,
        ticket="T-1",
        subject="",
        requester="",
        organization="",
        priority="normal",
        team="",
        created_at=AT,
        waiting_since=None,
        reason="breach",
        detail="",
        due_at=None,
        run=2,
    )
    return replace(known, **facts)  # type: ignore[arg-type]


def berlin(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(BERLIN), fold=fold).astimezone(UTC)


def test_every_kind_of_notice_is_decided_with_a_reason() -> None:
    assert set(PATIENCE) == set(NoticeKind)
    assert all(patience.why for patience in PATIENCE.values())


@pytest.mark.parametrize("kind", [NoticeKind.ESCALATION, NoticeKind.CALL_NOW, NoticeKind.REPLY_HELD])
def test_what_opens_a_window_never_waits(kind: NoticeKind) -> None:
    assert not may_wait(notice(kind))


def test_a_warning_waits_unless_somebody_else_is_asked_after_it() -> None:
    assert may_wait(notice(NoticeKind.WARNING))
    assert not may_wait(notice(NoticeKind.WARNING, then="Kim Vogel"))


def test_the_first_letter_about_a_case_is_no_repeat() -> None:
    assert not repeats(notice(NoticeKind.OWNER_TOLD), set())
    assert repeats(notice(NoticeKind.OWNER_TOLD), {("escalation", 1)})


def test_the_last_resort_is_told_at_once_of_each_run() -> None:
    reminder = notice(NoticeKind.LAST_RESORT)
    assert not repeats(reminder, {("escalation", 2), ("last_resort", 1)})
    assert repeats(reminder, {("last_resort", 2)})


def test_by_day_a_budget_is_spent_before_anything_waits() -> None:
    assert held_until(AT, 11, BY_DAY) is None
    assert held_until(AT, 12, BY_DAY) == AT.replace(hour=11, minute=0)
    assert held_until(AT, 0, replace(BY_DAY, budget=0)) == AT.replace(hour=11, minute=0)


def test_at_night_what_may_wait_waits_for_the_morning() -> None:
    assert held_until(berlin("2026-11-16 21:00"), 0, BY_DAY) == berlin("2026-11-17 07:00")
    assert held_until(berlin("2026-11-17 06:59"), 0, BY_DAY) == berlin("2026-11-17 07:00")
    assert held_until(berlin("2026-11-17 07:00"), 0, BY_DAY) is None
    assert held_until(berlin("2026-11-16 20:59"), 0, BY_DAY) is None


def test_a_digest_that_would_come_at_night_comes_in_the_morning() -> None:
    assert next_digest(berlin("2026-11-16 20:30"), BY_DAY) == berlin("2026-11-17 07:00")
    daily = replace(BY_DAY, digest_every=timedelta(days=1))
    assert next_digest(AT, daily) == berlin("2026-11-17 07:00")


@pytest.mark.parametrize(
    ("evening", "hours"), [("2026-03-28 22:00", 8), ("2026-10-24 22:00", 10), ("2026-11-16 22:00", 9)]
)
def test_a_night_in_which_the_clocks_change_is_as_long_as_it_is(evening: str, hours: int) -> None:
    until = end_of_quiet(berlin(evening), BY_DAY)
    assert until is not None
    assert until - berlin(evening) == timedelta(hours=hours)


def test_an_hour_that_comes_twice_is_quiet_once() -> None:
    allowance = replace(BY_DAY, quiet=Quiet(time(22), time(2, 30)))
    assert end_of_quiet(berlin("2026-10-25 02:29"), allowance) == berlin("2026-10-25 02:30")
    assert end_of_quiet(berlin("2026-10-25 02:10", fold=1), allowance) is None


def test_who_wants_no_quiet_hours_has_none() -> None:
    assert all(end_of_quiet(AT + timedelta(hours=n), replace(BY_DAY, quiet=NEVER_QUIET)) is None for n in range(24))


instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
clock_times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(
    now=instants,
    quiet=st.tuples(clock_times, clock_times).map(lambda ends: Quiet(*ends)),
    zone=st.sampled_from([BERLIN, "UTC", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"]),
    every=st.integers(1, 1440).map(lambda minutes: timedelta(minutes=minutes)),
    lately=st.integers(0, 30),
)
def test_nothing_waits_longer_than_a_round_and_a_night(
    now: datetime, quiet: Quiet, zone: str, every: timedelta, lately: int
) -> None:
    allowance = Allowance(12, every, quiet, zone)
    until = held_until(now, lately, allowance)
    if until is None:
        assert lately < 12
        return
    assert now < until <= now + every + quiet.lasts + timedelta(hours=1)
    assert end_of_quiet(until, allowance) is None


def test_a_digest_says_together_what_is_said_about_a_case() -> None:
    first, other, second = (Waited(ticket, AT, said) for ticket, said in (("T-2", "a"), ("T-1", "b"), ("T-2", "c")))
    cases = by_case([first, other, second], {"T-1": "https://x/take/1"})
    assert [(case.ticket, case.said, case.take_url) for case in cases] == [
        ("T-2", (first, second), ""),
        ("T-1", (other,), "https://x/take/1"),
    ]
