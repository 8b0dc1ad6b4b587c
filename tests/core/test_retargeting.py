"""Other priorities, policies and desks: anchor, elapsed time and pauses are kept, whatever holds from now on."""

from datetime import timedelta

from escalator.core.desk.reader import read
from escalator.core.falling_due import deadlines
from escalator.core.sla.lifetime import AGE
from escalator.core.sla.reading import read as read_clock
from escalator.core.sla.terms import keeps_the_same_promises
from escalator.core.ticket.events import Kind
from escalator.core.ticket.workflow import Trigger
from tests.core.case import DESK, SAM, Case, berlin

HOUR = timedelta(hours=1)

# The urgent are promised a solution and updates, everybody else only replies.
FEW = DESK.replace(
    "any: {first_reply: 4h, next_reply: 2h, resolution: 16h, requester_wait: 16h, update: 8h}",
    "any: {first_reply: 4h, next_reply: 2h}",
).replace("    warnings:", "    pauses: {resolution: pending}\n    warnings:")

# Nothing at all is promised to the low.
NONE_FOR_LOW = DESK.replace("default: true", "when: {priority: [normal, high, urgent]}").replace(
    "ladders:\n  climb",
    "  - {name: rest, default: true, calendar: office, targets: {any: {agent_work: 99h}}, "
    "ladders: {breach: climb}}\nladders:\n  climb",
)


def test_a_promise_that_the_old_policy_did_not_make_counts_from_the_creation() -> None:
    case = Case("2026-11-23 09:00", FEW).opened().at("2026-11-23 11:00").priority("urgent")
    cycle = case.cycle("resolution")
    assert (cycle.started_at, case.elapsed("resolution")) == (berlin("2026-11-23 09:00"), 2 * HOUR)
    assert (cycle.due_at, cycle.breached_at) == (berlin("2026-11-23 13:00"), None)


def test_it_leaves_out_what_would_have_been_a_pause_and_the_resolved_time() -> None:
    case = Case("2026-11-23 09:00", FEW).opened().replies().at("2026-11-23 10:00").moves(Trigger.ASK)
    case.at("2026-11-23 12:00").writes().at("2026-11-23 13:00").replies().moves(Trigger.RESOLVE)
    case.at("2026-11-24 09:00").moves(Trigger.REOPEN).at("2026-11-24 10:00").priority("urgent")
    cycle = case.cycle("resolution")
    assert case.elapsed("resolution") == 3 * HOUR  # Mon 9-10 and 12-13, Tue 9-10
    assert cycle.paused(case.now, case.calendar(cycle)) == 6 * HOUR
    assert cycle.due_at == berlin("2026-11-24 11:00")


def test_a_promise_that_is_over_when_it_is_made_is_broken_at_that_moment() -> None:
    case = Case("2026-11-23 09:00", FEW).opened().replies().at("2026-11-23 15:00").priority("urgent")
    cycle = case.cycle("resolution")
    assert (cycle.breached_at, cycle.cause) == (berlin("2026-11-23 15:00"), "target_changed")


def test_a_promise_of_updates_counts_from_the_last_public_word() -> None:
    case = Case("2026-11-23 09:00", FEW).opened().at("2026-11-23 10:00").replies().at("2026-11-23 11:00")
    assert case.priority("urgent").cycle("update").started_at == berlin("2026-11-23 10:00")


def test_a_clock_that_begins_late_in_a_pausing_status_stands_still_at_once() -> None:
    case = Case("2026-11-23 09:00", FEW).opened().replies().at("2026-11-23 10:00").moves(Trigger.ASK)
    case.at("2026-11-23 12:00").priority("urgent")
    assert (case.cycle("resolution").state, case.elapsed("resolution")) == ("paused", HOUR)
    case.at("2026-11-23 13:00").writes()
    assert case.cycle("resolution").due_at == berlin("2026-11-23 16:00")


def test_what_no_policy_promised_for_a_while_goes_on_as_the_same_promise() -> None:
    case = Case("2026-11-23 09:00", NONE_FOR_LOW).opened().at("2026-11-23 10:00").priority("low")
    assert case.cycle("resolution").ended == "no_policy"
    case.at("2026-11-23 12:00").priority("normal")
    cycle = case.cycle("resolution")
    assert (cycle.number, cycle.state, case.elapsed("resolution")) == (1, "running", 3 * HOUR)
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 13:00")


def test_a_promise_broken_before_it_was_given_up_is_not_broken_again() -> None:
    case = Case("2026-11-23 09:00", NONE_FOR_LOW).opened().at("2026-11-23 14:00").priority("low").priority("normal")
    case.at("2026-11-24 12:00")
    assert case.cycle("first_reply").breached_at == berlin("2026-11-23 13:00")
    broken = [event for event in case.of(Kind.CLOCK_BREACHED) if event.data["metric"] == "first_reply"]
    assert len(broken) == 1


def test_what_is_used_up_exactly_is_kept_while_open_and_broken_once_closing_time_is_past() -> None:
    """Four hours are over at 13:00; an answer at that instant would be in time, so the promise still stands."""
    at_noon = Case("2026-11-23 09:00").opened(priority="low").replies().at("2026-11-23 13:00").priority("urgent")
    assert (at_noon.cycle("resolution").breached_at, at_noon.cycle("resolution").due_at) == (
        None,
        berlin("2026-11-23 13:00"),
    )
    evening = Case("2026-11-23 13:00").opened(priority="low").replies().at("2026-11-23 18:00").priority("urgent")
    assert evening.cycle("resolution").breached_at == berlin("2026-11-23 18:00")
    closing = Case("2026-11-23 13:00").opened(priority="low").replies().at("2026-11-23 17:00").priority("urgent")
    assert closing.cycle("resolution").due_at == berlin("2026-11-23 17:00")


def test_a_share_that_is_used_already_warns_at_once_in_closed_hours_too() -> None:
    case = Case("2026-11-23 14:00").opened(priority="low").replies().at("2026-11-23 18:00").priority("urgent")
    assert {(point.label, point.at) for point in case.cycle("resolution").warnings} == {
        ("50%", berlin("2026-11-23 18:00")),
        ("80%", berlin("2026-11-24 09:12")),
    }


def test_a_breach_stays_the_breach_of_the_promise_that_was_broken() -> None:
    case = Case("2026-11-23 09:00").opened(priority="urgent").at("2026-11-23 10:30").priority("normal")
    reading = read_clock(case.cycle("first_reply"), case.now, case.calendar(case.cycle("first_reply")), "open")
    assert (reading.target, reading.due_at) == (HOUR, berlin("2026-11-23 10:00"))
    assert reading.why == (
        "the first reply was promised within 1h of office time by policy standard; broken at 2026-11-23 09:00:00 UTC"
    )


# A new version of the desk.


def test_a_new_desk_moves_a_clock_when_it_is_recalculated_and_keeps_what_has_elapsed() -> None:
    case = Case("2026-11-23 09:00").opened().at("2026-11-23 11:00")
    case.applies(DESK.replace("first_reply: 4h", "first_reply: 3h"))
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 13:00")
    case.recalculates()
    cycle = case.cycle("first_reply")
    assert (cycle.due_at, cycle.desk, case.elapsed("first_reply")) == (berlin("2026-11-23 12:00"), 2, 2 * HOUR)


def test_a_holiday_that_was_forgotten_moves_what_is_due_on_it() -> None:
    case = Case("2026-11-23 15:00").opened()
    case.applies(DESK.replace('"09:00-17:00"}}', '"09:00-17:00"}, holidays: [2026-11-24]}'))
    case.recalculates()
    assert case.cycle("first_reply").due_at == berlin("2026-11-25 11:00")


def test_a_desk_that_changes_nothing_for_a_clock_leaves_it_alone() -> None:
    case = Case("2026-11-23 09:00").opened()
    case.applies(DESK.replace("first_reply: 1h", "first_reply: 2h"))  # what the urgent are promised
    case.recalculates()
    assert [event.kind for event in case.events][-1] is Kind.DESK_CHANGED


def test_from_then_on_the_ticket_goes_by_the_new_desk_whatever_policy_comes_to_hold() -> None:
    case = Case("2026-11-23 09:00").opened()
    case.applies(DESK.replace("first_reply: 1h", "first_reply: 2h"))
    case.recalculates().priority("urgent")
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 11:00")


def test_a_ticket_that_is_not_recalculated_keeps_its_desk_for_new_clocks_too() -> None:
    case = Case("2026-11-23 09:00").opened().replies()
    case.applies(DESK.replace("next_reply: 2h", "next_reply: 1h"))
    assert case.writes().cycle("next_reply").due_at == berlin("2026-11-23 11:00")


def test_a_resolved_ticket_that_was_recalculated_comes_back_by_the_new_desk() -> None:
    case = Case("2026-11-23 09:00").opened().replies().at("2026-11-23 10:00").moves(Trigger.RESOLVE)
    case.applies(DESK.replace("resolution: 16h", "resolution: 2h"))
    case.recalculates().at("2026-11-24 09:00").moves(Trigger.REOPEN)
    assert (case.cycle("resolution").due_at, case.cycle("resolution").desk) == (berlin("2026-11-24 10:00"), 2)


def test_only_what_a_promise_depends_on_makes_a_recalculation_worth_it() -> None:
    desk = read(DESK)
    assert keeps_the_same_promises(desk, read(DESK.replace("name: Worked examples", "name: Another name")))
    for change in (("resolution: 4h", "resolution: 5h"), ("max_age: 365d", "max_age: 30d"), ("mon-fri", "mon-sat")):
        assert not keeps_the_same_promises(desk, read(DESK.replace(*change)))


def test_a_new_ladder_is_taken_up_by_clocks_and_not_by_what_climbs() -> None:
    longer = DESK.replace("acknowledge_within: 15m", "acknowledge_within: 45m")
    climbing = Case("2026-11-23 09:00").opened().at("2026-11-23 13:01")
    waiting = Case("2026-11-23 09:00").opened()
    for case in (climbing, waiting):
        case.applies(longer)
        case.recalculates()
    assert (climbing.dossier.run.desk, climbing.dossier.run.due_at < berlin("2026-11-23 13:16")) == (1, True)
    assert waiting.at("2026-11-23 13:01").dossier.run.due_at > berlin("2026-11-23 13:44")


def test_a_metric_that_a_new_desk_promises_begins_and_one_that_it_drops_ends() -> None:
    case = Case("2026-11-23 09:00").opened().at("2026-11-23 10:00")
    case.applies(DESK.replace("requester_wait: 16h", "agent_work: 16h"))
    case.recalculates()
    assert (case.cycle("requester_wait").state, case.cycle("requester_wait").ended) == ("cancelled", "no_policy")
    assert (case.cycle("agent_work").started_at, case.elapsed("agent_work")) == (berlin("2026-11-23 09:00"), HOUR)


def test_other_pauses_hold_at_once() -> None:
    case = Case("2026-11-23 09:00").opened().replies().moves(Trigger.ASK).at("2026-11-23 11:00")
    assert case.cycle("resolution").state == "running"
    case.applies(DESK.replace("    warnings:", "    pauses: {resolution: pending}\n    warnings:"))
    case.recalculates()
    assert (case.cycle("resolution").state, case.elapsed("resolution")) == ("paused", 2 * HOUR)


# Age.

AGED = DESK.replace("any: {first_reply: 4h", "any: {age: 48h, first_reply: 4h")


def test_age_runs_by_the_wall_clock_and_nothing_pauses_it() -> None:
    case = Case("2026-11-20 16:00", AGED).opened().replies().moves(Trigger.ASK)
    assert case.cycle("age").due_at == berlin("2026-11-22 16:00")
    case.at("2026-11-21 16:00")
    assert (case.cycle("age").state, case.elapsed("age")) == ("running", 24 * HOUR)


def test_a_calendar_that_is_called_so_is_not_the_clock_on_the_wall() -> None:
    desk = AGED.replace("  office:", "  wall clock:").replace("calendar: office", "calendar: wall clock")
    case = Case("2026-11-20 16:00", desk).opened()
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 12:00")
    assert case.cycle("age").due_at == berlin("2026-11-22 16:00")


def test_age_counts_the_resolved_time_of_a_reopened_ticket() -> None:
    case = Case("2026-11-23 09:00", AGED).opened().replies().at("2026-11-23 10:00").moves(Trigger.RESOLVE)
    assert case.cycle("age").state == "met"
    case.at("2026-11-24 09:00").moves(Trigger.REOPEN)
    assert (case.elapsed("age"), case.cycle("age").due_at) == (24 * HOUR, berlin("2026-11-25 09:00"))


def test_age_that_was_reached_while_resolved_is_reached_at_the_reopening() -> None:
    case = Case("2026-11-23 09:00", AGED).opened().replies().moves(Trigger.RESOLVE)
    case.at("2026-11-27 09:00").moves(Trigger.REOPEN).passes(minutes=1)
    assert case.cycle("age").breached_at == berlin("2026-11-27 09:00")


def test_an_age_reached_while_resolved_is_reached_by_time_also_when_another_policy_holds_by_then() -> None:
    twin = AGED.replace(
        "sla:\n",
        "sla:\n  - {name: twin, when: {priority: high}, calendar: office, targets: {high: {age: 48h}}, "
        "warnings: [50%, 80%], ladders: {breach: climb}}\n",
    )
    case = Case("2026-11-23 09:00", twin).opened().replies().moves(Trigger.RESOLVE).priority("high")
    case.at("2026-11-27 09:00").moves(Trigger.REOPEN).passes(minutes=1)
    assert (case.cycle("age").policy, case.cycle("age").cause) == ("twin", "deadline")


def test_another_greatest_age_counts_from_the_last_one() -> None:
    month = DESK.replace("max_age: 365d", "max_age: 30d")
    case = Case("2026-06-01 09:00", month).opened().replies().at("2026-07-05 09:00")
    assert case.ticket.ages == 1
    case.applies(DESK.replace("max_age: 365d", "max_age: 90d"))
    case.recalculates()
    assert _next_age(case) == berlin("2026-09-29 09:00")
    case.applies(DESK.replace("max_age: 365d", "max_age: 2d"))
    case.recalculates()
    case.at("2026-07-06 09:00")
    assert [event.data["number"] for event in case.of(Kind.AGE_REACHED)] == [
        1,
        2,
    ]  # those of the 3rd and the 5th of July at once
    assert _next_age(case) == berlin("2026-07-07 09:00")


def _next_age(case: Case) -> object:
    return next(due.at for due in deadlines(case.dossier, case.world.desks) if due.kind == AGE)


def test_an_update_promised_before_the_resolve_is_promised_again_after_the_reopening() -> None:
    case = Case("2026-11-23 09:00").opened().at("2026-11-23 10:00").replies(by=SAM).at("2026-11-23 12:00")
    case.moves(Trigger.RESOLVE)
    assert case.cycle("update").ended == "resolved"
    case.at("2026-11-24 09:00").moves(Trigger.REOPEN)
    assert (case.cycle("update").number, case.elapsed("update")) == (1, 2 * HOUR)


def test_an_update_owed_for_words_after_the_resolve_has_all_its_time_at_the_reopening() -> None:
    twin = DESK.replace(
        "sla:\n",
        "sla:\n  - {name: twin, when: {priority: high}, calendar: always, targets: {high: {update: 8h}}, "
        "warnings: [], ladders: {breach: climb}}\n",
    )
    case = Case("2026-11-23 09:00", twin).opened().moves(Trigger.RESOLVE).at("2026-11-23 17:00").replies()
    case.priority("high").at("2026-11-24 08:00").moves(Trigger.REOPEN)
    cycle = case.cycle("update")
    assert (cycle.started_at, case.elapsed("update")) == (berlin("2026-11-23 17:00"), timedelta(0))
    assert cycle.paused(case.now, case.calendar(cycle)) == 15 * HOUR  # by the calendar of what holds now
    assert cycle.due_at == berlin("2026-11-24 16:00")
