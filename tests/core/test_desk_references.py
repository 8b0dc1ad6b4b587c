"""Whatever the desk names must be there; whatever it promises must have an end."""

import pytest

from .desk_texts import line_of, only_problem, problems, small_desk

NAMES = [
    ("Sam, manager: lee", "Sam, manager: leo", "agents.sam@harbour.example.manager", "agent"),
    ("Mia, calendar: office", "Mia, calendar: offices", "agents.mia@harbour.example.calendar", "calendar"),
    ("lead: lee@harbour.example", "lead: led@harbour.example", "teams.first-line.lead", "agent"),
    ("office\n    lead", "offices\n    lead", "teams.first-line.calendar", "calendar"),
    ("team: first-line\nsla", "team: firstline\nsla", "routing.team", "team"),
    ("team: first-line}", "team: firstline}", "sla[0].when.team[0]", "team"),
    ("{breach: climb}", "{breach: climbs}", "sla[0].ladders.breach", "ladder"),
    ("{lead: first-line}", "{lead: firstline}", "ladders.climb.steps[1].whom.lead", "team"),
    ("{agent: mia@", "{agent: mias@", "ladders.climb.steps[2].whom.agent", "agent"),
    (
        "lease: 2h, calendar: office",
        "lease: 2h, calendar: offices",
        "ladders.climb.steps[1].calendar",
        "calendar",
    ),
    ("last_resort: mia@", "last_resort: mias@", "escalation.last_resort", "agent"),
    ("max_age: climb", "max_age: climbs", "escalation.ladders.max_age", "ladder"),
]


@pytest.mark.parametrize(("old", "new", "path", "kind"), NAMES, ids=lambda part: part[:30])
def test_a_name_that_is_not_there_is_an_error_with_the_one_that_was_meant(
    old: str, new: str, path: str, kind: str
) -> None:
    text = small_desk(old, new)
    found = [problem for problem in problems(text) if problem.severity == "error"]
    (problem,) = (problem for problem in found if problem.path == path)
    assert problem.message.startswith(f"there is no {kind} ")
    assert problem.remedy.startswith("Did you mean ")
    start = text.index(new)
    assert line_of(text, new) <= problem.line <= text[: start + len(new)].count("\n") + 1


@pytest.mark.parametrize("reason", ["requested", "max_age"])
def test_asking_for_help_and_growing_old_need_a_ladder(reason: str) -> None:
    other = {"requested": "max_age", "max_age": "requested"}[reason]
    problem = only_problem(small_desk("{requested: climb, max_age: climb}", f"{{{other}: climb}}"))
    assert (problem.path, problem.severity) == ("escalation.ladders", "error")
    assert f"`{reason}:`" in problem.remedy


def test_every_desk_lets_tickets_grow_old() -> None:
    problem = only_problem(small_desk("{requested: climb, max_age: climb}", "{requested: climb}"))
    said = "a ticket that has grown old (every desk has a `max_age`: 30d, unless it says another) finds no ladder"
    assert problem.message == said


def test_what_stands_under_any_is_told_once_and_where_it_stands() -> None:
    text = small_desk("{any: {first_reply: 4h}, high", "\n      any: {first_reply: 4h, resolution: 200w}\n      high")
    text = text.replace("high: {first_reply: 2h}}", "high: {first_reply: 2h, resolution: 8h}")
    problem = only_problem(text)
    assert (problem.path, problem.line) == ("sla[1].targets.any.resolution", line_of(text, "any:"))


def test_a_policy_without_a_ladder_for_its_breach_is_an_error() -> None:
    problem = only_problem(small_desk("    ladders: {breach: climb}\n", ""))
    assert problem.message == 'nothing happens when the policy "loud" is breached'
    assert (problem.path, problem.severity) == ("sla[0].ladders", "error")


def test_a_priority_without_a_target_is_an_error_and_no_silent_fallback() -> None:
    problem = only_problem(small_desk("{any: {first_reply: 4h}, high", "{normal: {first_reply: 4h}, high"))
    assert problem.message == 'the policy "standard" promises nothing for the priority low and urgent'
    assert "`any:`" in problem.remedy
    assert problem.path == "sla[1].targets"


def test_a_policy_for_one_priority_needs_a_target_for_that_one_only() -> None:
    assert problems(small_desk("{urgent: {first_reply: 1h}}", "{urgent: {resolution: 1h}}")) == ()
    problem = only_problem(small_desk("{urgent: {first_reply: 1h}}", "{urgent: {}}"))
    assert problem.message == 'the policy "loud" promises nothing for the priority urgent'


def test_a_target_that_takes_more_than_ten_years_of_office_hours_is_an_error() -> None:
    problem = only_problem(small_desk("first_reply: 1h", "first_reply: 200w"))
    assert problem.path == "sla[0].targets.urgent.first_reply"
    assert problem.message == '33600h of open time of "office" take more than ten years'


def test_an_age_is_counted_by_the_clock_on_the_wall_and_may_take_years() -> None:
    assert problems(small_desk("{urgent: {first_reply: 1h}}", "{urgent: {age: 500w}}")) == ()
    assert only_problem(small_desk("{urgent: {first_reply: 1h}}", "{urgent: {age: 600w}}")).line == 24


def test_a_step_that_takes_more_than_ten_years_of_office_hours_is_an_error() -> None:
    problem = only_problem(small_desk("after: 5m", "after: 200w"))
    assert problem.path == "ladders.climb.steps[1].after"
    window = only_problem(small_desk("after: 5m", "acknowledge_within: 200w"))
    assert window.path == "ladders.climb.steps[1].acknowledge_within"


def test_two_policies_of_one_name_are_an_error_at_both() -> None:
    both = problems(small_desk("name: loud", "name: standard"))
    assert [(problem.path, problem.message) for problem in both] == [
        ("sla[0].name", '2 policies are named "standard"'),
        ("sla[1].name", '2 policies are named "standard"'),
    ]


def test_a_desk_without_a_default_policy_is_an_error() -> None:
    text = small_desk("default: true", "when: {channel: mail}")
    assert only_problem(text).message == "no policy is the default, so a ticket that fits none would have no clock"


def test_a_policy_with_neither_condition_nor_default_is_an_error() -> None:
    problem = only_problem(
        small_desk("    when: {priority: urgent, team: first-line}\n", "").replace("{urgent:", "{any:")
    )
    assert problem.message == 'the policy "loud" does not say which tickets it is for'


def test_a_default_with_a_condition_is_an_error() -> None:
    problem = only_problem(small_desk("default: true", "default: true\n    when: {channel: mail}"))
    assert problem.message == 'the policy "standard" is the default, so its `when` is never asked'


def test_a_person_without_a_team_needs_hours_of_their_own() -> None:
    problem = only_problem(small_desk("{name: Mia, calendar: office}", "{name: Mia}"))
    assert problem.path == "agents.mia@harbour.example"
    assert "nobody knows their hours" in problem.message
