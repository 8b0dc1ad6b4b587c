"""A desk can be well formed and still leave a case with nobody: the linter says so."""

import pytest

from .desk_texts import SMALL, line_of, only_problem, problems, small_desk

SOMEBODY = "  mia@harbour.example: {name: Mia, calendar: office}\n"


def test_an_empty_team_is_an_error() -> None:
    problem = only_problem(
        small_desk("members: [sam@harbour.example]", "members: []")
        .replace("Sam,", "Sam, calendar: office,")
        .replace("{agent: mia", "{agent: sam")
    )
    assert (problem.path, problem.severity) == ("teams.first-line.members", "error")
    assert problem.message == 'the team "first-line" is empty, so a step that asks it reaches nobody'


def test_a_ladder_that_ends_at_a_team_is_an_error() -> None:
    problem = only_problem(small_desk("whom: lead}", "whom: team}"))
    assert (problem.path, problem.severity) == ("ladders.heads-up.steps[0].whom", "error")
    assert "ends at a team" in problem.message


def test_a_ladder_may_end_at_the_manager_when_everybody_has_one() -> None:
    assert problems(small_desk("whom: lead}", "whom: manager}")) == ()


def test_the_last_resort_needs_no_manager() -> None:
    text = small_desk("whom: lead}", "whom: manager}")
    assert problems(text.replace("[sam@harbour.example]", "[sam@harbour.example, mia@harbour.example]")) == ()


def test_a_ladder_that_ends_at_a_manager_some_do_not_have_is_an_error() -> None:
    text = small_desk("whom: lead}", "whom: manager}").replace(
        "{name: Sam, manager: lee@harbour.example}", "{name: Sam}"
    )
    problem = only_problem(text)
    assert problem.severity == "error"
    assert problem.message == 'the ladder "heads-up" ends at a manager, but Sam has none'


def test_asking_the_manager_where_nobody_has_one_reaches_nobody() -> None:
    text = small_desk("whom: team,", "whom: manager,").replace(", manager: lee@harbour.example", "")
    problem = only_problem(text.replace(", manager: mia@harbour.example", ""))
    assert (problem.path, problem.severity) == ("ladders.climb.steps[0].whom", "error")
    assert problem.message == 'step 1 of "climb" reaches nobody: no agent has a manager'


def test_a_warning_that_would_hand_the_case_off_is_an_error() -> None:
    problem, unused = problems(small_desk("warning: heads-up", "warning: climb"))
    assert (problem.path, problem.severity) == ("sla[1].ladders.warning", "error")
    assert (
        problem.message
        == 'a warning only notifies, but step 2 of "climb" moves the case to somebody, their team and its level'
    )
    assert unused.message == 'nothing ever starts the ladder "heads-up"'


@pytest.mark.parametrize(
    "step", ["{action: tag, tag: late}", "{action: raise_priority, to: high}", "{action: call_back}"]
)
def test_a_warning_that_would_do_more_than_notify_is_an_error(step: str) -> None:
    text = small_desk(
        "      - {action: notify, whom: lead}\n", f"      - {{action: notify, whom: lead}}\n      - {step}\n"
    )
    problem = only_problem(text + "call_backs: {calendar: office, ladder: climb}\n")
    assert (problem.path, problem.severity) == ("sla[1].ladders.warning", "error")
    assert problem.message.startswith('a warning only notifies, but step 2 of "heads-up" ')


def test_a_step_that_promises_calls_at_a_desk_that_promises_none_is_an_error() -> None:
    steps = "  climb:\n    steps:\n"
    text = small_desk(steps, f"{steps}      - {{action: call_back}}\n")
    problem = only_problem(text)
    assert (problem.path, problem.severity) == ("ladders.climb.steps[0].action", "error")
    assert (problem.line, problem.message) == (
        line_of(text, "call_back"),
        "this desk promises no calls, so the step is always left out",
    )
    assert "`call_backs:`" in problem.remedy
    assert problems(text + "call_backs: {calendar: office, ladder: climb}\n") == ()


def test_managers_in_a_circle_are_warned_about_once() -> None:
    problem = only_problem(small_desk("{name: Mia,", "{name: Mia, manager: sam@harbour.example,"))
    assert (problem.path, problem.severity) == ("agents.sam@harbour.example.manager", "warning")
    assert problem.message == "the managers go in a circle: Sam, Lee, Mia, Sam"
    alone = only_problem(small_desk("{name: Mia,", "{name: Mia, manager: mia@harbour.example,"))
    assert alone.message == "the managers go in a circle: Mia, Mia"


def test_a_policy_below_the_default_is_never_reached() -> None:
    before, rest = SMALL.split("  - name: loud\n")
    loud, after = rest.split("  - name: standard\n")
    standard, ladders = after.split("ladders:\n  climb", 1)
    swapped = f"{before}  - name: standard\n{standard}  - name: loud\n{loud}ladders:\n  climb{ladders}"
    problem = only_problem(swapped)
    assert (problem.path, problem.severity) == ("sla[1]", "warning")
    assert problem.message == 'the policy "loud" is never reached: "standard" above it takes its tickets'


def test_a_second_default_is_never_reached() -> None:
    second = _second_policy("{channel: mail}").replace("    when: {channel: mail}", "    default: true")
    problem = only_problem(second)
    assert problem.message == 'the policy "standard" is never reached: "second" above it takes its tickets'


def _second_policy(when: str) -> str:
    policy = f"""\
  - name: second
    when: {when}
    calendar: office
    targets: {{any: {{resolution: 8h}}}}
    ladders: {{breach: climb}}
"""
    return small_desk("  - name: standard\n", policy + "  - name: standard\n")


def test_a_policy_under_a_wider_one_is_never_reached() -> None:
    problem = only_problem(_second_policy("{priority: urgent, team: first-line, channel: mail}"))
    assert problem.message == 'the policy "second" is never reached: "loud" above it takes its tickets'


def test_a_policy_that_asks_less_than_the_one_above_it_is_reached() -> None:
    assert problems(_second_policy("{priority: urgent}")) == ()
    assert problems(_second_policy("{priority: [urgent, high], team: first-line}")) == ()


def test_a_person_whom_no_rule_ever_asks_is_warned_about() -> None:
    problem = only_problem(
        small_desk(SOMEBODY, f"{SOMEBODY}{SOMEBODY}".replace("mia@", "kim@", 1).replace("Mia", "Kim", 1))
    )
    assert (problem.path, problem.severity) == ("agents.kim@harbour.example", "warning")
    assert problem.message == "Kim is in no team and no rule ever asks them"


def test_warnings_that_nobody_hears_are_warned_about() -> None:
    first, unused = problems(small_desk(", warning: heads-up", ""))
    assert (first.path, first.severity) == ("sla[1].warnings", "warning")
    assert first.message == 'nobody hears the warnings of the policy "standard"'
    assert unused.severity == "warning"


def test_a_ladder_for_warnings_that_are_never_given_is_warned_about() -> None:
    problem = only_problem(small_desk("    warnings: [80%, 30m left]\n", ""))
    assert problem.message == 'the policy "standard" has a ladder for warnings but gives none'


def test_a_warning_as_long_as_the_target_is_warned_about() -> None:
    problem = only_problem(small_desk("30m left", "2h left"))
    assert (problem.path, problem.severity) == ("sla[1].warnings[1]", "warning")
    assert "so it warns at the start" in problem.message


def test_what_is_listed_twice_is_warned_about() -> None:
    assert only_problem(small_desk("[80%,", "[80%, 80%,")).message == '"80%" is listed twice'
    member = "members: [sam@harbour.example]"
    twice = only_problem(small_desk(member, "members: [sam@harbour.example, sam@harbour.example]"))
    assert (twice.message, twice.severity) == ("sam@harbour.example is listed 2 times", "warning")


def test_a_priority_that_is_promised_less_than_any_is_warned_about() -> None:
    text = small_desk("{any: {first_reply: 4h}, high", "{any: {first_reply: 4h, resolution: 8h}, high")
    problem = only_problem(text)
    assert (problem.path, problem.severity) == ("sla[1].targets.high", "warning")
    said = "high is promised no resolution, though any is: a ticket that becomes high loses that clock"
    assert (problem.message, problem.line) == (said, line_of(text, "targets: {any"))
    assert problem.remedy == "Add `resolution:` to high; a priority that is named takes nothing from `any`."


def test_a_priority_that_is_promised_less_than_another_is_warned_about() -> None:
    problem = only_problem(
        small_desk("{urgent: {first_reply: 1h}}", "{urgent: {age: 1h}, low: {age: 1h, update: 1h}}")
    )
    assert problem.message.startswith("urgent is promised no update, though low is: ")


def test_a_priority_that_is_promised_more_than_any_is_no_oversight() -> None:
    assert problems(small_desk("high: {first_reply: 2h}", "high: {first_reply: 2h, resolution: 8h}")) == ()


def _closed(holidays: str, overrides: str = "{}") -> str:
    return small_desk("agents:\n", f"    holidays: {holidays}\n    date_overrides: {overrides}\nagents:\n")


def _days(month: str, first: int, last: int) -> str:
    return ", ".join(f"{month}-{day:02}" for day in range(first, last + 1))


def test_a_calendar_that_stays_closed_for_more_than_three_weeks_is_warned_about() -> None:
    """From Monday the 3rd to Friday the 21st, with the weekends before and after."""
    problem = only_problem(_closed(f"[{_days('2026-08', 3, 21)}]"))
    assert (problem.path, problem.line, problem.severity) == ("calendars.office", 3, "warning")
    assert problem.message == '"office" stays closed for 23 days, from 2026-08-01 to 2026-08-23'


def test_a_calendar_that_opens_once_in_three_weeks_is_not() -> None:
    month = f"[{_days('2026-08', 3, 28)}]"
    assert problems(_closed(month, '{2026-08-12: "09:00-10:00"}')) == ()
    assert len(problems(_closed(month, "{2026-08-31: closed}"))) == 1
    assert problems(_closed(f"[{_days('2026-08', 3, 14)}, {_days('2026-08', 18, 28)}]")) == ()


def test_two_long_closures_are_two_warnings() -> None:
    found = problems(_closed(f"[{_days('2026-08', 1, 30)}, {_days('2027-08', 1, 30)}]"))
    assert [problem.message.partition("from ")[2] for problem in found] == [
        "2026-08-01 to 2026-08-30",
        "2027-07-31 to 2027-08-30",
    ]


def test_a_calendar_that_opens_on_some_dates_only_is_meant_to_be_closed() -> None:
    hours = 'mon-thu: ["09:00-12:00", "13:00-17:00"]\n      fri: "09:00-15:00"'
    text = small_desk(hours, "mon: closed").replace(
        "agents:\n", "    date_overrides: {2026-06-01: '00:00-24:00'}\nagents:\n"
    )
    assert not [problem for problem in problems(text) if "stays closed" in problem.message]


def test_a_region_whose_holidays_are_not_known_for_long_is_warned_about() -> None:
    problem = only_problem(_closed("{country: LK}"))
    assert (problem.path, problem.severity) == ("calendars", "warning")
    assert problem.message.startswith("no public holidays of LK are known after 20")
    assert only_problem(_closed("{country: BV}")).message == "no public holidays of BV are known"
