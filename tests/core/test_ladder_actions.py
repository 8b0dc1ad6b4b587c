"""Steps that ask nobody: they are done at once, and the ladder goes on with what has become of the case."""

import pytest

from escalator.core.desk.reader import check
from escalator.core.explaining import explain
from escalator.core.ticket.events import Kind
from tests.core.case import DESK, LEE, SAM, Case

CLIMB = DESK[DESK.index("  climb:\n    steps:\n") : DESK.index("escalation:\n")]
STEPS = """  climb:
    steps:
      - {action: raise_priority, to: high}
      - {action: tag, tag: broken promise}
      - {action: assign, whom: {agent: sam@desk.example}, acknowledge_within: 15m}
      - {action: tag, tag: nobody took it, after: 5m}
      - {action: hand_off, whom: {agent: mia@desk.example}, acknowledge_within: 1h}
"""


def breached(steps: str = STEPS) -> Case:
    return Case("2026-11-23 09:00", DESK.replace(CLIMB, steps)).opened().at("2026-11-23 13:00:01")


def test_steps_that_ask_nobody_are_done_at_once_and_the_first_that_asks_is_reached() -> None:
    case = breached()
    assert (case.ticket.priority, case.ticket.tags) == ("high", ("broken promise",))
    assert case.asked == [SAM]
    assert [event.data["action"] for event in case.of(Kind.STEP_DONE)] == ["raise_priority", "tag"]


def test_who_is_assigned_has_the_case_in_its_own_queue() -> None:
    case = breached()
    assert (case.ticket.assignee, case.ticket.team) == (SAM, "first-line")


def test_who_is_assigned_and_works_elsewhere_gets_the_case_there() -> None:
    case = breached(STEPS.replace("assign, whom: {agent: sam", "assign, whom: {agent: mia"))
    assert case.ticket.team == "second-line"


def test_a_step_that_asks_nobody_waits_its_time_after_the_window_before_it() -> None:
    case = breached().at("2026-11-23 13:19")
    assert "nobody took it" not in case.ticket.tags
    case.at("2026-11-23 13:20:05")
    assert "nobody took it" in case.ticket.tags
    assert case.asked == [SAM, "mia@desk.example"]


def test_the_priority_is_never_lowered() -> None:
    case = Case("2026-11-23 09:00", DESK.replace(CLIMB, STEPS)).opened(priority="urgent").at("2026-11-23 10:00:01")
    assert case.ticket.priority == "urgent"
    assert not case.of(Kind.PRIORITY_CHANGED)


def test_a_priority_whose_promise_is_broken_at_once_goes_on_in_the_same_ladder() -> None:
    """Raised to urgent four hours in: the urgent promise of one hour broke long ago."""
    case = breached(STEPS.replace("to: high", "to: urgent"))
    assert case.dossier.run.number == 1
    assert case.asked == [SAM]


def test_a_ladder_that_ends_with_a_step_that_asks_nobody_is_exhausted_after_it() -> None:
    case = breached(STEPS + "      - {action: tag, tag: the end}\n").at("2026-11-23 15:00")
    assert case.dossier.run.state == "exhausted"
    assert "the end" in case.ticket.tags


def test_what_asks_nobody_is_done_after_an_outage_too_and_a_whole_window_follows() -> None:
    case = Case("2026-11-23 09:00", DESK.replace(CLIMB, STEPS)).opened().sleeps_until("2026-11-23 13:40").sweeps()
    assert case.ticket.tags == ("broken promise", "nobody took it")
    assert case.asked == ["mia@desk.example"]
    assert [event.data["rung"] for event in case.of(Kind.STEP_SKIPPED)] == [2]


CALLING = DESK.replace(CLIMB, STEPS.replace("tag, tag: broken promise", "call_back"))


def called_back(desk: str) -> Case:
    return Case("2026-11-23 09:00", desk).opened().at("2026-11-23 13:00:01")


def test_a_call_that_cannot_be_promised_is_left_out_and_the_timeline_says_why() -> None:
    case = called_back(CALLING + "call_backs: {calendar: office, ladder: climb}\n")
    assert [event.data["why"] for event in case.of(Kind.STEP_LEFT_OUT)] == ["no number is known"]
    assert case.asked == [SAM]
    sentences = explain(case.dossier, case.events, case.world.desks, case.now)
    assert [said for said in sentences if "call back" in said] == [
        "2026-11-23 12:00:00 UTC: step 2 (call back) was left out: no number is known"
    ]


def test_a_program_that_is_called_is_not_said_to_know() -> None:
    hook = "webhooks: {ops: https://ops.example/hook}\n"
    case = called_back(DESK.replace(CLIMB, STEPS.replace("tag, tag: broken promise", "webhook, hook: ops")) + hook)
    sentences = explain(case.dossier, case.events, case.world.desks, case.now)
    assert "2026-11-23 12:00:00 UTC: step 2: ops is being told; the outbox says how that went" in sentences


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("{action: raise_priority}", "`raise_priority` needs `to`"),
        ("{action: notify}", "`notify` needs `whom`"),
        ("{action: tag, tag: x, whom: team}", "`tag` has no use for `whom`"),
        ("{action: tag, tag: x, acknowledge_within: 5m}", "`tag` has no use for `acknowledge_within`"),
        ("{action: notify, whom: lead, to: high}", "`notify` has no use for `to`"),
        ("{action: raise_priority, to: sky}", 'there is no priority "sky"'),
        ("{action: raise, to: high}", 'there is no action "raise"'),
    ],
)
def test_a_step_that_does_not_fit_its_action_is_refused_with_its_line(wrong: str, said: str) -> None:
    desk = DESK.replace(CLIMB, STEPS + f"      - {wrong}\n")
    (problem,) = [problem for problem in check(desk)[1] if said in str(problem)]
    line = desk.splitlines().index(f"      - {wrong}") + 1
    assert f"line {line}" in str(problem) or f":{line}" in str(problem)


def test_a_ladder_that_asks_nobody_is_an_error() -> None:
    desk = DESK.replace(CLIMB, "  climb:\n    steps:\n      - {action: tag, tag: alone}\n")
    assert any("asks nobody" in str(problem) for problem in check(desk)[1])


def test_leads_are_still_asked_when_nothing_else_is_said() -> None:
    case = breached("  climb:\n    steps:\n      - {action: notify, whom: lead}\n")
    assert case.asked == [LEE]
