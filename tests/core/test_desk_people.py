"""On-call schedules, skills and routing rules in a desk: how they are written, and what is wrong with some."""

from datetime import datetime, timedelta

import pytest

from escalator.core.desk.model import Conditions, RoutingRule
from escalator.core.desk.reader import read
from escalator.core.desk.rotations import Rotation, Turns
from tests.core.desk_texts import line_of, only_problem, problems, small_desk

SAM, MIA = "sam@harbour.example", "mia@harbour.example"
NIGHT = f"""schedules:
  night:
    tz: Europe/Berlin
    rotations:
      - people: [{SAM}, {MIA}]
        every: weekly
        starts: 2026-01-05 09:00
routing:
"""


def with_schedule(old: str = "weekly", new: str = "weekly") -> str:
    assert NIGHT.count(old) == 1
    return small_desk("routing:\n", NIGHT.replace(old, new))


def with_rules(*rules: str) -> str:
    written = "".join(f"    - {rule}\n" for rule in rules)
    return small_desk("routing:\n  team: first-line\n", f"routing:\n  team: first-line\n  rules:\n{written}")


def test_a_schedule_is_read_as_it_is_written() -> None:
    schedule = read(with_schedule()).schedules["night"]
    weekly = Turns(timedelta(days=7), by_the_wall=True)
    starts = datetime(2026, 1, 5, 9)  # noqa: DTZ001 - a local time
    assert (schedule.tz, schedule.rotations) == ("Europe/Berlin", (Rotation((SAM, MIA), weekly, starts),))


@pytest.mark.parametrize(
    ("written", "length", "by_the_wall"),
    [
        ("daily", timedelta(days=1), True),
        ("3d", timedelta(days=3), True),
        ("2w", timedelta(weeks=2), True),
        ("24h", timedelta(days=1), False),
        ("1d12h", timedelta(hours=36), False),
    ],
)
def test_whole_days_go_by_the_wall_and_hours_by_what_has_elapsed(
    written: str, length: timedelta, by_the_wall: bool
) -> None:
    (rotation,) = read(with_schedule("weekly", written)).schedules["night"].rotations
    assert rotation.every == Turns(length, by_the_wall)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("weekly", "30m", '"30m" is too short or too long for a turn'),
        ("weekly", "2y", '"2y" is not a span of time'),
        ("2026-01-05 09:00", "monday", '"monday" is not a day with a time'),
        ("2026-01-05 09:00", "2026-02-30 09:00", 'there is no "2026-02-30 09:00"'),
        (MIA, "nia@harbour.example", 'there is no agent "nia@harbour.example"'),
        (f"[{SAM}, {MIA}]", "[]", "this rotation is empty, so it is nobody's turn"),
        ("weekly", "weekly\n        during: nights", 'there is no calendar "nights"'),
        ("Europe/Berlin", "Europe/Barlin", 'there is no time zone "Europe/Barlin"'),
    ],
)
def test_what_is_wrong_with_a_schedule_is_said_where_it_stands(old: str, new: str, sentence: str) -> None:
    text = with_schedule(old, new)
    problem = only_problem(text)
    assert (problem.severity, problem.message) == ("error", sentence)
    assert problem.path.startswith("schedules.night")
    assert problem.line in range(line_of(text, "night:"), line_of(text, "routing:"))


def test_hours_in_which_nobody_is_on_call_are_found_in_an_ordinary_year() -> None:
    problem = only_problem(with_schedule("weekly", "weekly\n        during: office"))
    assert problem.severity == "warning"
    assert problem.message.startswith('nobody is on call for "night" from Fri 2027-01-01 00:00 to Fri 09:00, and at ')


def test_a_last_rotation_without_hours_leaves_no_gap() -> None:
    rest = f"      - {{people: {MIA}, every: daily, starts: 2026-01-05 09:00}}\nrouting:\n"
    text = with_schedule("routing:\n", rest)
    assert not problems(text.replace("every: weekly", "every: weekly\n        during: office"))


def test_calendars_that_take_turns_leave_no_gap() -> None:
    closed = """  closed:
    tz: Europe/Berlin
    weekly_hours:
      mon-thu: ["12:00-13:00", "17:00-09:00"]
      fri: "15:00-24:00"
      sat: "00:00-24:00"
      sun: "00:00-24:00"
agents:
"""
    late = f"      - {{people: {MIA}, every: daily, starts: 2026-01-05 09:00, during: closed}}\nrouting:\n"
    text = with_schedule("routing:\n", late).replace("every: weekly\n", "every: weekly\n        during: office\n")
    found = problems(text.replace("agents:\n", closed, 1))
    assert [problem.message for problem in found] == [
        'nobody is on call for "night" from Mon 2027-01-04 00:00 to Mon 09:00, and at 51 more times in 2027'
    ]


def test_who_is_only_on_call_is_not_forgotten() -> None:
    agent = "  nia@harbour.example: {name: Nia, calendar: office}\nteams:\n"
    assert not problems(with_schedule(MIA, "nia@harbour.example").replace("teams:\n", agent))


def test_a_step_may_ask_who_is_on_call_or_the_tier_above() -> None:
    text = with_schedule().replace("whom: team,", "whom: {on_call: night},")
    assert not problems(text)
    problem = only_problem(text.replace("{on_call: night}", "{on_call: nigth}"))
    assert (problem.message, problem.remedy) == ('there is no schedule "nigth"', 'Did you mean "night"?')
    assert not problems(text.replace("{on_call: night}", "tier_above"))


def test_a_ladder_does_not_end_at_a_tier() -> None:
    ended = small_desk(
        "- {action: notify, whom: {agent: mia@harbour.example}}", "- {action: notify, whom: tier_above}"
    )
    assert "ends at a team" in only_problem(ended).message


def test_a_rule_gives_a_queue_and_asks_for_skills() -> None:
    desk = read(
        with_rules("{when: {tags: billing}, team: first-line, skills: [billing, german]}").replace(
            "{name: Sam,", "{name: Sam, skills: [billing, german],"
        )
    )
    rule = RoutingRule(Conditions(tags=("billing",)), "first-line", ("billing", "german"))
    assert (desk.routing_rules, desk.agents[SAM].skills) == ((rule,), ("billing", "german"))


@pytest.mark.parametrize(
    ("rule", "sentence", "severity"),
    [
        ("{when: {tags: billing}, team: second-line}", 'there is no team "second-line"', "error"),
        ("{when: {team: lost}, team: first-line}", 'there is no team "lost"', "error"),
        ("{when: {}, team: first-line}", "this rule does not say which tickets it is for", "error"),
        ("{when: {tags: billing}}", "this rule does nothing", "error"),
        (
            "{when: {tags: billing}, skills: billing}",
            'nobody has the skill "billing", so all are asked without it',
            "warning",
        ),
    ],
)
def test_what_is_wrong_with_a_rule_is_said(rule: str, sentence: str, severity: str) -> None:
    problem = only_problem(with_rules(rule))
    assert (problem.message, problem.severity) == (sentence, severity)
    assert problem.path.startswith("routing.rules[0]")


def test_a_queue_that_a_wider_rule_above_takes_is_never_reached() -> None:
    wide, narrow = (
        "{when: {tags: billing}, team: first-line}",
        "{when: {tags: billing, priority: urgent}, team: first-line}",
    )
    problem = only_problem(with_rules(wide, narrow))
    assert (problem.path, problem.severity) == ("routing.rules[1].team", "warning")
    assert not problems(with_rules(narrow, wide))
