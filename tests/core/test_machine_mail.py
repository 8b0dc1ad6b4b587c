"""What a machine writes to a ticket is noted and moves nothing (sla-semantics.md, 8, 9); a talk of two is a loop."""

from dataclasses import replace

import pytest

from escalator.core.falling_due import deadlines
from escalator.core.ticket.events import Actor, Kind
from escalator.core.ticket.workflow import Status, Trigger
from tests.core.case import DANA, DESK, SAM, Case, berlin
from tests.core.test_asking import asked

MONDAY = "2026-11-23 09:00"


def assert_only_noted(case: Case) -> None:
    """One more line in the timeline, and nothing else is any different."""
    before, notices, number = case.dossier, list(case.notices), len(case.events)
    due = deadlines(before, case.world.desks)
    case.machine_writes()
    [noted] = case.events[number:]
    assert (noted.kind, noted.actor) == (Kind.MACHINE_MESSAGE, Actor("machine", DANA.name))
    assert noted.data == {"message": 1, "from": DANA.name, "side": "customer"}
    ticket = replace(case.ticket, version=before.ticket.version, changed_at=before.ticket.changed_at)
    assert (ticket, case.dossier.cycles, case.dossier.run) == (before.ticket, before.cycles, before.run)
    assert (case.dossier.asked, case.notices) == (before.asked, notices)
    assert deadlines(case.dossier, case.world.desks) == due


def test_an_out_of_office_after_the_reply_starts_no_clock() -> None:
    """The worked example: met at 12:20, and what comes at 12:21 starts nothing."""
    case = Case(MONDAY).opened().at("2026-11-23 10:00").replies()
    case.at("2026-11-23 10:30").writes().at("2026-11-23 12:20").replies().at("2026-11-23 12:21")
    assert_only_noted(case)
    assert case.cycle("next_reply").state == "met"


def test_an_automatic_answer_stops_no_clock() -> None:
    case = Case(MONDAY).opened().passes(minutes=1)
    assert_only_noted(case)
    assert (case.cycle("first_reply").state, case.ticket.replied) == ("running", False)


@pytest.mark.parametrize("trigger", [Trigger.ASK, Trigger.HOLD])
def test_it_wakes_no_ticket_that_waits(trigger: Trigger) -> None:
    case = Case(MONDAY).opened().passes(minutes=5).moves(trigger).passes(hours=1)
    assert_only_noted(case)
    assert case.cycle("requester_wait").state == ("paused" if trigger is Trigger.ASK else "running")


def test_it_reopens_no_ticket_and_keeps_none_from_closing() -> None:
    case = Case(MONDAY).opened().replies().moves(Trigger.RESOLVE).passes(hours=1)
    assert_only_noted(case)
    assert case.passes(days=30).ticket.status is Status.CLOSED
    assert_only_noted(case)


def test_it_ends_no_snooze() -> None:
    case = Case(MONDAY).opened().snoozes(90).passes(minutes=10)
    assert_only_noted(case)
    assert case.ticket.snoozed_until == berlin("2026-11-23 10:30")


def test_it_settles_no_lease_and_takes_no_window_away() -> None:
    case = Case(MONDAY).opened().at("2026-11-23 13:01")
    assert case.asked == [SAM]
    assert_only_noted(case)
    case.takes(SAM)
    assert_only_noted(case)
    assert case.dossier.run.lease_runs


def test_it_is_no_sign_of_life() -> None:
    silent, disturbed = (Case(MONDAY, DESK + "loops: {silence: 2h}\n").opened().replies() for _ in range(2))
    silent.writes().passes(hours=3)
    disturbed.writes().passes(hours=1).machine_writes().passes(hours=2)
    assert [event.at for event in silent.of(Kind.SIGNAL_FOUND)] == [e.at for e in disturbed.of(Kind.SIGNAL_FOUND)]
    assert silent.ticket.silences == disturbed.ticket.silences == 1


# An auto-responder that answers our own letters.


def reminded_and_answered(case: Case, times: int) -> Case:
    """Our reminders go out after two and five days, and her machine answers each of them an hour later."""
    for day in ("25", "28")[:times]:
        case.at(f"2026-11-{day} 10:00").machine_writes()
    return case


def test_a_machine_that_answers_our_letters_is_found() -> None:
    case = reminded_and_answered(asked(), 1)
    assert (len(case.of(Kind.CUSTOMER_REMINDED)), case.of(Kind.SIGNAL_FOUND)) == (1, [])
    case.at("2026-11-28 10:00")
    assert case.of(Kind.SIGNAL_FOUND) == []
    case.machine_writes()
    [found] = case.of(Kind.SIGNAL_FOUND)
    letters = [number for number, event in enumerate(case.events, start=1) if event.kind is Kind.CUSTOMER_REMINDED]
    assert (found.data["kind"], found.data["events"]) == ("machines", letters)
    assert (case.ticket.verdict, case.ticket.status) == ("escalate", "escalated")


def test_a_word_of_a_human_in_between_ends_the_talk_of_machines() -> None:
    case = reminded_and_answered(asked(), 1).at("2026-11-26 10:00").replies()
    case.at("2026-11-28 10:00").machine_writes()
    assert case.of(Kind.SIGNAL_FOUND) == []


def test_a_machine_that_nobody_answers_is_no_loop() -> None:
    case = Case(MONDAY).opened().passes(minutes=1)
    for _ in range(9):
        assert_only_noted(case)
