"""A desk that is in order is read as it was meant."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from escalator.core.desk import DeskProblems, check, read
from escalator.core.desk.model import (
    Agent,
    Conditions,
    MailIdentity,
    Reason,
    Step,
    Target,
    Team,
    TicketRules,
    Warning,
    Whom,
)
from escalator.core.errors import Invalid
from escalator.core.ticket.ticket import PRIORITIES
from escalator.core.ticket.workflow import Status

from .desk_texts import EXAMPLE, SMALL, small_desk

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def test_the_example_desk_passes_its_own_check_without_a_warning() -> None:
    desk, problems = check(EXAMPLE)
    assert problems == ()
    assert desk is not None


def test_the_example_desk_promises_what_the_worked_examples_say() -> None:
    standard = read(EXAMPLE).policies[-1]
    assert standard.default
    assert standard.targets["normal"] == {
        "first_reply": 4 * HOUR,
        "next_reply": 2 * HOUR,
        "resolution": 16 * HOUR,
    }
    assert [warning.share for warning in standard.warnings] == [0.5, 0.8]


def test_the_office_is_closed_on_easter_monday_and_open_the_day_after() -> None:
    office = read(EXAMPLE).calendars["office"]
    assert not office.is_open(datetime(2026, 4, 6, 10, tzinfo=UTC))
    assert office.is_open(datetime(2026, 4, 7, 10, tzinfo=UTC))


def test_people_and_teams_are_read_with_their_names() -> None:
    desk = read(SMALL)
    assert desk.agents["sam@harbour.example"] == Agent("sam@harbour.example", "Sam", "lee@harbour.example")
    assert desk.agents["mia@harbour.example"].calendar == "office"
    assert desk.teams["first-line"] == Team(
        "first-line", 1, "lee@harbour.example", ("sam@harbour.example",), "office"
    )
    assert desk.default_team == "first-line"
    assert desk.mail == MailIdentity("help@harbour.example", "Small desk")
    assert desk.import_states == {"Active": Status.OPEN}


def test_a_resolved_ticket_can_come_back_for_a_week_unless_the_desk_says_otherwise() -> None:
    assert read(SMALL).tickets == TicketRules(timedelta(days=7))
    assert read(f"{SMALL}tickets: {{reopen_window: 2w}}\n").tickets.reopen_window == timedelta(days=14)


def test_the_priorities_of_other_systems_are_read() -> None:
    assert read(SMALL).import_priorities == {}
    known = read(EXAMPLE).import_priorities
    assert (known["1 - Critical"], known["3 - Moderate"], known["Medium"]) == ("urgent", "normal", "normal")


def test_a_policy_is_read_with_its_conditions_pauses_warnings_and_ladders() -> None:
    loud, standard = read(SMALL).policies
    assert loud.when == Conditions(priority=("urgent",), team=("first-line",))
    assert standard.pauses == {"resolution": (Status.PENDING,)}
    assert standard.warnings == (Warning("80%", share=0.8), Warning("30m left", remaining=30 * MINUTE))
    assert standard.ladders == {Reason.BREACH: "climb", Reason.WARNING: "heads-up"}


def test_any_stands_for_the_priorities_that_are_not_named() -> None:
    targets = read(SMALL).policies[-1].targets
    assert tuple(targets) == PRIORITIES
    hours = {priority: targets[priority]["first_reply"] / HOUR for priority in targets}
    assert hours == {"low": 4, "normal": 4, "high": 2, "urgent": 4}


def test_a_ladder_is_read_step_by_step() -> None:
    climb = read(SMALL).ladders["climb"]
    assert climb.repeat == 1
    assert climb.steps == (
        Step("notify", Whom(Target.TEAM), window=15 * MINUTE),
        Step("hand_off", Whom(Target.LEAD, "first-line"), 5 * MINUTE, lease=2 * HOUR, calendar="office"),
        Step("notify", Whom(Target.AGENT, "mia@harbour.example")),
    )


def test_a_range_of_days_opens_each_of_them() -> None:
    office = read(SMALL).calendars["office"]
    week = office.within(datetime(2026, 6, 8, tzinfo=UTC), datetime(2026, 6, 15, tzinfo=UTC))
    assert week == (4 * 7 + 6) * HOUR


def test_an_override_replaces_a_holiday_closed_closes_and_a_break_is_taken_off() -> None:
    dated = """\
    holidays: [2026-06-09, 2026-06-10]
    date_overrides: {2026-06-08: closed, 2026-06-09: "10:00-12:00"}
    breaks: {2026-06-11: "09:00-10:00"}
agents:
"""
    office = read(small_desk("agents:\n", dated)).calendars["office"]
    days = [datetime(2026, 6, day, tzinfo=UTC) for day in range(8, 13)]
    open_time = [office.within(day, day + timedelta(days=1)) / HOUR for day in days]
    assert open_time == [0, 2, 0, 6, 6]


def test_a_desk_takes_the_number_of_its_version() -> None:
    assert read(SMALL).version == 0
    assert read(SMALL, version=7).version == 7


def test_what_yaml_would_misread_stays_what_was_written() -> None:
    """YAML 1.1 reads NO as false, 17:00 as 1020 and 1_0 as 10."""
    desk = read(small_desk("{Active: open}", "{NO: open, 17:00: pending, 1_0: on_hold, 'null': new}"))
    assert list(desk.import_states) == ["NO", "17:00", "1_0", "null"]


def test_null_is_nothing_but_in_quotes_it_is_a_word() -> None:
    assert read(small_desk("name: Small desk", 'name: "null"')).name == "null"
    with pytest.raises(DeskProblems, match="nothing stands here"):
        read(small_desk("name: Small desk", "name: null"))


def test_a_desk_may_come_as_bytes_with_a_byte_order_mark() -> None:
    assert read("\ufeff".encode() + SMALL.encode()) == read(SMALL)


def test_an_error_is_raised_with_every_problem_and_a_warning_is_not() -> None:
    with pytest.raises(DeskProblems) as raised:
        read(small_desk("calendar: office\n    lead", "calendar: offic\n    lead").replace("repeat: 1", "repeat: x"))
    assert isinstance(raised.value, Invalid)
    assert [problem.path for problem in raised.value.problems] == ["ladders.climb.repeat"]
    assert list(raised.value.fields) == ["ladders.climb.repeat"]
    assert "line 39, ladders.climb.repeat: this must be a whole number" in str(raised.value)
    assert read(small_desk("[sam@harbour.example]", "[sam@harbour.example, sam@harbour.example]")).teams


def test_the_example_desk_knows_every_state_of_the_sample_logs(shared_data: Path) -> None:
    known = read(EXAMPLE).import_states
    states = set()
    for log in sorted((shared_data / "timelines").glob("*.jsonl")):
        for ticket in map(json.loads, log.read_text().splitlines()):
            moves = [event for event in ticket["events"] if event["type"] not in ("assigned", "priority_changed")]
            states |= {event[end] for event in moves for end in ("from", "to") if event.get(end)}
    assert states
    assert states <= set(known)
