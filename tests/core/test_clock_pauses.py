"""Pauses of several clocks at once, each counted once, and kept when a clock ends."""

from datetime import timedelta

from escalator.core.sla.reading import read
from escalator.core.ticket.events import Kind
from escalator.core.ticket.workflow import Trigger
from tests.core.case import DESK, Case

HOUR = timedelta(hours=1)
# Urgent tickets are promised a first and a next reply only.
FEWER = DESK.replace("next_reply: 1h, resolution: 4h, update: 8h}", "next_reply: 1h}")
# Urgent tickets count by the clock on the wall.
NIGHT = DESK.replace(
    "sla:\n",
    "sla:\n  - name: night\n    when: {priority: urgent}\n    calendar: always\n"
    "    targets: {urgent: {first_reply: 4h, requester_wait: 24h}}\n    ladders: {breach: climb}\n",
)


def paused(case: Case, metric: str) -> timedelta:
    cycle = case.cycle(metric)
    return read(cycle, case.now, case.calendar(cycle), case.ticket.status).paused


def test_two_clocks_that_go_on_together_each_have_one_pause() -> None:
    case = Case("2026-11-16 09:00").opened().replies()
    case.at("2026-11-16 10:00").moves(Trigger.ASK).at("2026-11-16 12:00").moves(Trigger.RESUME)
    assert len(case.of(Kind.CLOCK_PAUSED)) == len(case.of(Kind.CLOCK_RESUMED)) == 2
    case.at("2026-11-16 13:00")
    for metric in ("update", "requester_wait"):
        assert (case.elapsed(metric), paused(case, metric)) == (2 * HOUR, 2 * HOUR)


def test_a_clock_that_is_given_up_while_it_stands_still_keeps_its_pause() -> None:
    case = Case("2026-11-16 09:00", FEWER).opened().replies()
    case.at("2026-11-16 10:00").moves(Trigger.ASK).at("2026-11-16 12:00").priority("urgent")
    case.at("2026-11-16 15:00")
    assert case.cycle("requester_wait").ended == "no_policy"
    assert (case.elapsed("requester_wait"), paused(case, "requester_wait")) == (HOUR, 2 * HOUR)


def test_an_update_that_nobody_owes_any_more_keeps_its_pause() -> None:
    case = Case("2026-11-16 09:00").opened().replies()
    case.at("2026-11-16 10:00").moves(Trigger.ASK).at("2026-11-16 12:00").moves(Trigger.RESOLVE)
    assert (case.elapsed("update"), paused(case, "update")) == (HOUR, 2 * HOUR)
    case.at("2026-11-16 13:00").moves(Trigger.REOPEN).at("2026-11-16 14:00")
    assert (case.elapsed("update"), paused(case, "update")) == (2 * HOUR, 3 * HOUR)


def test_another_calendar_leaves_the_pauses_that_were_as_long_as_they_were() -> None:
    case = (
        Case("2026-11-20 16:00", NIGHT)
        .opened()
        .replies()
        .moves(Trigger.ASK)
        .at("2026-11-23 10:00")
        .priority("urgent")
    )
    assert paused(case, "requester_wait") == 2 * HOUR
    case.at("2026-11-23 13:00")
    assert paused(case, "requester_wait") == 5 * HOUR


def test_a_paused_clock_says_what_it_waits_for_and_a_changed_one_since_when_it_runs_so() -> None:
    case = Case("2026-11-23 09:00").opened().replies().moves(Trigger.ASK).at("2026-11-23 11:00").priority("high")
    cycle = case.cycle("requester_wait")
    assert read(cycle, case.now, case.calendar(cycle), case.ticket.status).why == (
        "the customer's wait was promised within 16h of office time by policy standard; "
        "the clock stands still while the ticket is pending"
    )
    case.priority("urgent")
    cycle = case.cycle("resolution")
    assert read(cycle, case.now, case.calendar(cycle), case.ticket.status).why == (
        "the solution was promised within 4h of office time by policy standard "
        "(since 2026-11-23 10:00:00 UTC, when 2h had been counted); the clock runs"
    )
