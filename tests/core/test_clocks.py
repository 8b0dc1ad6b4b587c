"""The clocks against the rules and worked examples of sla-semantics.md."""

from datetime import timedelta

from escalator.core.ticket.commands import agent_speaks, edit
from escalator.core.ticket.events import Actor, Kind
from escalator.core.ticket.workflow import Trigger
from tests.core.case import DESK, LEE, SAM, Case, berlin

HOUR = timedelta(hours=1)

# 20 November 2026 is a Friday.


def test_a_ticket_of_friday_afternoon_is_due_on_monday_and_warned_twice() -> None:
    case = Case("2026-11-20 15:00").opened()
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 11:00")
    case.at("2026-11-23 10:59")
    assert case.warned_at("first_reply") == [berlin("2026-11-20 17:00"), berlin("2026-11-23 10:12")]


def test_a_ticket_of_saturday_starts_to_count_on_monday() -> None:
    assert Case("2026-11-21 10:00").opened().cycle("first_reply").due_at == berlin("2026-11-23 13:00")


def test_a_deadline_may_be_closing_time() -> None:
    assert Case("2026-11-23 13:00").opened().cycle("first_reply").due_at == berlin("2026-11-23 17:00")


def test_the_next_reply_is_due_from_the_oldest_unanswered_message() -> None:
    case = Case("2026-11-23 09:00").opened().at("2026-11-23 10:00").replies()
    for moment in ("10:30", "11:00", "12:00"):
        case.at(f"2026-11-23 {moment}").writes()
    assert case.cycle("next_reply").due_at == berlin("2026-11-23 12:30")

    case.at("2026-11-23 12:15").notes()
    assert case.cycle("next_reply").state == "running"

    case.at("2026-11-23 12:20").replies()
    cycle = case.cycle("next_reply")
    assert (cycle.state, cycle.number, case.elapsed("next_reply")) == ("met", 1, timedelta(hours=1, minutes=50))


def test_every_question_has_a_cycle_of_its_own() -> None:
    case = Case("2026-11-23 09:00").opened().replies()
    for hour in (10, 11, 12):
        case.at(f"2026-11-23 {hour}:00").writes().passes(minutes=10).replies()
    cycles = [cycle for cycle in case.dossier.cycles if cycle.metric == "next_reply"]
    assert [(cycle.number, cycle.state) for cycle in cycles] == [(1, "met"), (2, "met"), (3, "met")]


def test_an_answer_at_the_very_instant_of_the_deadline_keeps_the_promise() -> None:
    case = Case("2026-11-23 09:00").opened().at("2026-11-23 13:00").replies()
    assert (case.cycle("first_reply").state, case.cycle("first_reply").breached_at) == ("met", None)


def test_an_answer_a_moment_later_breaks_it_whoever_was_faster_the_sweep_or_the_agent() -> None:
    case = Case("2026-11-23 09:00").opened().sleeps_until("2026-11-23 13:00:01").replies()
    cycle = case.cycle("first_reply")
    assert (cycle.state, cycle.breached_at) == ("met", berlin("2026-11-23 13:00"))
    assert cycle.detected_at == berlin("2026-11-23 13:00:01")


def test_pending_time_does_not_count_where_the_policy_pauses() -> None:
    """Tue 10-17, Wed 9-17 and Thu 9-10 are 16 business hours that do not count."""
    desk = DESK.replace("    warnings:", "    pauses: {resolution: pending}\n    warnings:")
    case = Case("2026-11-24 09:00", desk).opened().replies().at("2026-11-24 10:00").moves(Trigger.ASK)
    assert case.cycle("resolution").state == "paused"
    case.at("2026-11-26 10:00").writes()
    cycle = case.cycle("resolution")
    assert cycle.paused(case.now, case.calendar(cycle)) == 16 * HOUR
    assert case.elapsed("resolution") == HOUR
    assert cycle.due_at == berlin("2026-11-27 17:00")


def test_the_first_reply_never_pauses() -> None:
    case = Case("2026-11-24 09:00").opened().moves(Trigger.HOLD)
    assert case.cycle("first_reply").state == "running"


def test_a_higher_priority_over_its_target_breaches_at_that_moment_and_once() -> None:
    case = Case("2026-11-23 09:00").opened().replies().at("2026-11-23 15:00").priority("urgent")
    cycle = case.cycle("resolution")
    assert (cycle.breached_at, cycle.cause, cycle.target) == (berlin("2026-11-23 15:00"), "target_changed", 4 * HOUR)
    case.priority("normal").at("2026-11-30 12:00")
    breaches = [event for event in case.of(Kind.CLOCK_BREACHED) if event.data["metric"] == "resolution"]
    assert len(breaches) == 1


def test_a_higher_priority_keeps_anchor_and_elapsed_time() -> None:
    case = Case("2026-11-23 09:00").opened().replies().at("2026-11-23 11:00").priority("urgent")
    assert case.elapsed("resolution") == 2 * HOUR
    assert case.cycle("resolution").due_at == berlin("2026-11-23 13:00")


def test_a_lower_priority_gives_back_the_time() -> None:
    case = Case("2026-11-23 09:00").opened(priority="urgent").replies().at("2026-11-23 11:00").priority("normal")
    assert case.cycle("resolution").due_at == berlin("2026-11-24 17:00")


def test_what_staff_opened_has_no_reply_clock_until_the_customer_speaks() -> None:
    case = Case("2026-11-23 09:00").opened(by=Actor("agent", SAM)).replies()
    assert not any("reply" in cycle.metric for cycle in case.dossier.cycles)
    case.at("2026-11-23 10:00").writes()
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 14:00")


def test_a_logged_call_answers() -> None:
    case = Case("2026-11-23 09:00").opened()
    case.happens(*agent_speaks(case.ticket, Kind.CALL_LOGGED, Actor("agent", SAM), case.now, None))
    assert case.cycle("first_reply").state == "met"


def test_resolving_an_unanswered_question_cancels_its_clock_and_reopening_restores_it() -> None:
    case = Case("2026-11-23 09:00").opened().at("2026-11-23 11:00").moves(Trigger.RESOLVE)
    cycle = case.cycle("first_reply")
    assert (cycle.state, cycle.ended) == ("cancelled", "resolved_unanswered")
    case.at("2026-11-24 09:00").moves(Trigger.REOPEN)
    cycle = case.cycle("first_reply")
    assert (cycle.state, cycle.number, cycle.due_at) == ("running", 1, berlin("2026-11-24 11:00"))


def test_the_closed_time_of_a_reopened_ticket_does_not_count() -> None:
    case = Case("2026-11-23 09:00").opened().replies().at("2026-11-23 12:00").moves(Trigger.RESOLVE)
    case.at("2026-11-26 09:00").writes()
    assert case.ticket.status == "open"
    assert case.elapsed("resolution") == 3 * HOUR
    assert case.cycle("resolution").due_at == berlin("2026-11-27 14:00")
    assert case.cycle("next_reply").started_at == berlin("2026-11-26 09:00")


def test_the_promise_of_regular_updates_starts_anew_with_every_reply() -> None:
    case = Case("2026-11-23 09:00").opened().replies().at("2026-11-23 15:00").replies()
    updates = [(cycle.state, cycle.due_at) for cycle in case.dossier.cycles if cycle.metric == "update"]
    assert updates == [("met", berlin("2026-11-23 17:00")), ("running", berlin("2026-11-24 15:00"))]


def test_no_policy_means_no_clocks_and_losing_it_cancels_them_visibly() -> None:
    assert Case("2026-11-23 09:00", policies=()).opened().dossier.cycles == ()

    desk = DESK.replace("default: true", "when: {priority: [low, normal, high]}").replace(
        "ladders:\n  climb",
        "  - {name: rest, default: true, calendar: office, targets: {any: {update: 8h}}, "
        "ladders: {breach: climb}}\nladders:\n  climb",
    )
    case = Case("2026-11-23 09:00", desk).opened()
    case.priority("urgent")
    assert {(cycle.state, cycle.ended) for cycle in case.dossier.cycles} == {("cancelled", "no_policy")}
    assert case.ticket.is_open


def test_a_clock_that_was_paused_is_warned_later() -> None:
    case = Case("2026-11-23 09:00").opened().replies(by=LEE).moves(Trigger.ASK).at("2026-11-24 09:00").writes()
    case.at("2026-11-26 16:59")
    assert case.warned_at("requester_wait") == [berlin("2026-11-24 17:00"), berlin("2026-11-25 13:48")]


TWO_CALENDARS = DESK.replace(
    "sla:\n",
    "sla:\n  - name: night\n    when: {priority: urgent}\n    calendar: always\n"
    "    targets: {urgent: {first_reply: 4h, next_reply: 1h, resolution: 24h}}\n    ladders: {breach: climb}\n",
)


def test_another_calendar_measures_only_what_comes_after_the_change() -> None:
    case = Case("2026-11-20 16:00", TWO_CALENDARS).opened().replies().at("2026-11-23 10:00").priority("urgent")
    assert case.elapsed("resolution") == 2 * HOUR
    assert case.cycle("resolution").due_at == berlin("2026-11-24 08:00")
    case.at("2026-11-23 23:00")
    assert case.elapsed("resolution") == 15 * HOUR


def test_a_new_desk_moves_no_clock_that_runs() -> None:
    case = Case("2026-11-23 09:00").opened().at("2026-11-23 10:00")
    case.applies(DESK.replace("first_reply: 4h", "first_reply: 30m"))
    case.happens(*edit(case.ticket, Actor("agent", SAM), case.now, {"tags": ("x",)}))
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 13:00")
    assert case.cycle("first_reply").breached_at is None


def test_only_the_question_that_is_still_open_comes_back() -> None:
    case = Case("2026-11-23 09:00").opened().moves(Trigger.RESOLVE).replies().at("2026-11-23 10:00").writes()
    case.at("2026-11-23 10:30").moves(Trigger.RESOLVE).at("2026-11-23 11:00").writes()
    live = [
        (cycle.metric, cycle.number) for cycle in case.dossier.cycles if cycle.is_live and "reply" in cycle.metric
    ]
    assert live == [("next_reply", 1)]


def test_a_clock_that_starts_in_a_pausing_status_stands_still_at_once() -> None:
    case = Case("2026-11-23 09:00").opened().moves(Trigger.ASK).replies()
    assert case.cycle("update").state == "paused"
