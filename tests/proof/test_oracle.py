"""The oracle of the clocks, held against the worked examples of the rules, so that it may judge."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.proof.minutes import Walk, count, earliest, open_minutes
from tests.proof.oracle import expected
from tests.proof.promises import Promises

BERLIN = ZoneInfo("Europe/Berlin")
WALK = Walk(datetime(2026, 3, 1, tzinfo=UTC), 50 * 24 * 60)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
OFFICE = {"tz": "Europe/Berlin", "weekly_hours": {day: ["09:00-17:00"] for day in WEEKDAYS}}
ALWAYS = {"tz": "Europe/Berlin", "weekly_hours": {day: ["00:00-24:00"] for day in (*WEEKDAYS, "sat", "sun")}}
TARGETS = {"first_reply": "240m", "next_reply": "120m", "resolution": "960m"}


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def desk(**policy: Any) -> dict[str, Any]:
    standard = {"default": True, "calendar": "office", "targets": {"any": TARGETS}, "warnings": ["50%", "80%"]}
    return {"calendars": {"office": OFFICE}, "sla": [standard | policy]}


def event(at: str, kind: str = "created", **facts: Any) -> dict[str, Any]:
    return {"at": berlin(at).isoformat(), "type": kind} | facts


def cycles(metric: str, *events: Mapping[str, Any], at: str, **policy: Any) -> list[dict[str, Any]]:
    reported = expected(Promises(desk(**policy), WALK), events, berlin(at))
    found: list[dict[str, Any]] = reported["clocks"].get(metric, [])
    return found


def test_created_on_friday_afternoon_is_due_on_monday_and_warned_twice() -> None:
    created = event("2026-03-06 15:00")
    (running,) = cycles("first_reply", created, at="2026-03-06 16:00")
    assert running["due_at"] == berlin("2026-03-09 11:00")
    (late,) = cycles("first_reply", created, at="2026-03-09 11:01")
    assert late["warned"] == {"50%": berlin("2026-03-06 17:00"), "80%": berlin("2026-03-09 10:12")}
    assert (late["breached_at"], late["cause"]) == (berlin("2026-03-09 11:00"), "deadline")


def test_created_on_saturday_is_due_on_monday_at_one() -> None:
    (running,) = cycles("first_reply", event("2026-03-07 10:00"), at="2026-03-07 10:00")
    assert running["due_at"] == berlin("2026-03-09 13:00")


def test_a_deadline_may_equal_closing_time() -> None:
    (running,) = cycles("first_reply", event("2026-03-09 13:00"), at="2026-03-09 13:00")
    assert running["due_at"] == berlin("2026-03-09 17:00")


def test_a_reply_at_the_deadline_meets_it_and_a_minute_later_does_not() -> None:
    created = event("2026-03-09 13:00")
    (met,) = cycles("first_reply", created, event("2026-03-09 17:00", "agent_message"), at="2026-03-10 12:00")
    assert (met["state"], met["breached_at"], met["elapsed_seconds"]) == ("met", None, 4 * 3600)
    (late,) = cycles("first_reply", created, event("2026-03-09 17:01", "agent_message"), at="2026-03-10 12:00")
    assert (late["state"], late["breached_at"]) == ("breached", berlin("2026-03-09 17:00"))
    assert late["met_at"] == berlin("2026-03-09 17:01")


def test_the_oldest_unanswered_message_is_the_anchor_of_the_next_reply() -> None:
    told = [
        event("2026-03-09 09:00"),
        event("2026-03-09 10:00", "agent_message"),
        *(event(f"2026-03-09 {at}", "customer_message") for at in ("10:30", "11:00", "12:00")),
        event("2026-03-09 12:15", "internal_note"),
        event("2026-03-09 12:20", "agent_message"),
        event("2026-03-09 12:21", "customer_message", machine=True),
    ]
    (open_question,) = cycles("next_reply", *told[:-2], at="2026-03-09 12:18")
    assert open_question["due_at"] == berlin("2026-03-09 12:30")
    (met,) = cycles("next_reply", *told, at="2026-03-09 15:00")
    assert (met["met_at"], met["elapsed_seconds"]) == (berlin("2026-03-09 12:20"), 110 * 60)


def test_two_days_of_waiting_for_the_customer_are_sixteen_hours_that_do_not_count() -> None:
    told = [
        event("2026-03-10 09:00"),
        event("2026-03-10 10:00", "state_changed", to="pending"),
        event("2026-03-12 10:00", "state_changed", to="open"),
    ]
    (running,) = cycles("resolution", *told, at="2026-03-12 11:00", pauses={"resolution": ["pending"]})
    assert (running["paused_seconds"], running["elapsed_seconds"]) == (16 * 3600, 2 * 3600)
    assert running["due_at"] == berlin("2026-03-13 17:00")


def test_an_urgent_priority_breaches_at_that_moment_and_once() -> None:
    told = [
        event("2026-03-09 09:00"),
        event("2026-03-09 15:00", "priority_changed", to="urgent"),
        event("2026-03-09 15:30", "priority_changed", to="normal"),
        event("2026-03-09 16:00", "priority_changed", to="urgent"),
    ]
    targets = {"any": TARGETS, "urgent": TARGETS | {"resolution": "240m"}}
    for many in (2, 3, 4):
        (late,) = cycles("resolution", *told[:many], at="2026-03-09 16:30", targets=targets)
        assert (late["breached_at"], late["cause"]) == (berlin("2026-03-09 15:00"), "target_changed")


def test_a_day_of_twenty_three_hours_is_counted_as_such() -> None:
    always = open_minutes(ALWAYS, WALK)
    saturday = WALK.minute(berlin("2026-03-28 22:00"))
    assert earliest(always, saturday, 8 * 60) == WALK.minute(berlin("2026-03-29 07:00"))
    friday = WALK.minute(berlin("2026-03-27 16:00"))
    assert earliest(open_minutes(OFFICE, WALK), friday, 120) == WALK.minute(berlin("2026-03-30 10:00"))


def test_a_boundary_that_does_not_exist_moves_forward_by_the_gap() -> None:
    early = OFFICE | {"date_overrides": {"2026-03-29": ["02:30-05:00"]}}
    night = [WALK.minute(berlin(at)) for at in ("2026-03-29 00:00", "2026-03-29 12:00")]
    assert count(open_minutes(early, WALK), *night) == 90


def test_a_reopening_resumes_with_the_resolved_time_as_a_pause() -> None:
    told = [
        event("2026-03-09 09:00"),
        event("2026-03-09 10:00", "resolved"),
        event("2026-03-09 12:00", "customer_message"),
    ]
    (question,) = cycles("first_reply", *told[:2], at="2026-03-09 11:00")
    assert (question["state"], question["cause"]) == ("cancelled", "resolved_unanswered")
    (question,) = cycles("first_reply", *told, at="2026-03-09 13:00")
    assert (question["state"], question["due_at"]) == ("running", berlin("2026-03-09 15:00"))
    (resolution,) = cycles("resolution", *told, at="2026-03-09 13:00")
    assert (resolution["elapsed_seconds"], resolution["paused_seconds"]) == (2 * 3600, 2 * 3600)


def test_a_promise_that_comes_late_has_the_time_it_would_have_had() -> None:
    targets = {"normal": {"first_reply": "240m"}, "urgent": {"resolution": "480m", "update": "60m"}}
    told = [
        event("2026-03-09 09:00"),
        event("2026-03-09 10:00", "agent_message"),
        event("2026-03-09 12:00", "priority_changed", to="urgent"),
        event("2026-03-09 13:00", "priority_changed", to="normal"),
        event("2026-03-09 14:00", "priority_changed", to="urgent"),
    ]
    (running,) = cycles("resolution", *told[:3], at="2026-03-09 12:30", targets=targets)
    assert (running["started_at"], running["due_at"]) == (berlin("2026-03-09 09:00"), berlin("2026-03-09 17:00"))
    (gone,) = cycles("resolution", *told[:4], at="2026-03-09 13:30", targets=targets)
    assert (gone["state"], gone["cause"]) == ("cancelled", "no_policy")
    (again,) = cycles("resolution", *told, at="2026-03-09 14:30", targets=targets)
    assert (again["state"], again["elapsed_seconds"]) == ("running", 330 * 60)
    (late,) = cycles("update", *told[:3], at="2026-03-09 12:00", targets=targets)
    assert (late["breached_at"], late["cause"]) == (berlin("2026-03-09 12:00"), "target_changed")


def test_age_runs_by_the_clock_on_the_wall_and_through_resolved_time() -> None:
    told = [event("2026-03-06 15:00"), event("2026-03-06 16:00", "resolved"), event("2026-03-09 16:00", "reopened")]
    targets = {"any": {"age": "7200m"}}
    (stopped,) = cycles("age", *told[:2], at="2026-03-08 12:00", targets=targets)
    assert (stopped["state"], stopped["elapsed_seconds"]) == ("met", 3600)
    (again,) = cycles("age", *told, at="2026-03-09 17:00", targets=targets)
    assert (again["elapsed_seconds"], again["due_at"]) == (74 * 3600, berlin("2026-03-11 15:00"))


def test_after_the_window_the_ticket_stays_closed() -> None:
    told = [event("2026-03-09 09:00"), event("2026-03-09 10:00", "resolved")]
    for reopened, status in (("2026-03-16 10:00", "open"), ("2026-03-16 10:01", "closed")):
        events = [*told, event(reopened, "reopened")]
        assert expected(Promises(desk(), WALK), events, berlin("2026-03-17 10:00"))["status"] == status
