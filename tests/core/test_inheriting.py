"""Merging buys no time: the survivor takes over the oldest unanswered message and the oldest creation (rule 16)."""

from datetime import timedelta

import pytest

from escalator.core.errors import NotAllowedNow
from escalator.core.ticket.events import Actor, Kind
from escalator.core.ticket.workflow import Trigger
from tests.core.case import DESK, LEE, SAM, Case, berlin

HOUR = timedelta(hours=1)


def test_both_unanswered_the_older_one_counts() -> None:
    older, younger = Case("2026-11-23 09:00").opened(), Case("2026-11-23 11:00").opened()
    older.at("2026-11-23 11:30").merges_into(younger)
    assert {(cycle.state, cycle.ended) for cycle in older.dossier.cycles} == {("cancelled", "merged")}
    for metric, due in (("first_reply", "2026-11-23 13:00"), ("resolution", "2026-11-24 17:00")):
        cycle = younger.cycle(metric)
        assert (cycle.started_at, cycle.due_at) == (berlin("2026-11-23 09:00"), berlin(due))
    assert younger.ticket.created_at == berlin("2026-11-23 09:00")


def test_a_younger_one_changes_nothing() -> None:
    older, younger = Case("2026-11-23 09:00").opened(), Case("2026-11-23 11:00").opened()
    before = older.at("2026-11-23 11:30").dossier.cycles
    younger.at("2026-11-23 11:30").merges_into(older)
    assert older.dossier.cycles == before


def test_an_open_question_becomes_the_next_reply_of_a_survivor_that_was_answered() -> None:
    survivor = Case("2026-11-23 09:00").opened().replies()
    source = Case("2026-11-23 10:00").opened().at("2026-11-23 11:00").merges_into(survivor)
    cycle = survivor.cycle("next_reply")
    assert (cycle.started_at, cycle.due_at) == (berlin("2026-11-23 10:00"), berlin("2026-11-23 12:00"))
    assert survivor.elapsed("next_reply") == HOUR
    assert not source.ticket.is_open


def test_a_source_that_was_answered_leaves_no_question() -> None:
    survivor = Case("2026-11-23 11:00").opened().replies()
    Case("2026-11-23 09:00").opened().at("2026-11-23 11:30").replies().merges_into(survivor)
    assert survivor.ticket.waiting_since is None
    assert [cycle.metric for cycle in survivor.dossier.cycles if cycle.is_live and "reply" in cycle.metric] == []


def test_a_first_question_is_not_answered_by_what_was_said_in_the_source() -> None:
    survivor = Case("2026-11-23 09:00").opened()
    Case("2026-11-23 09:30").opened().replies().at("2026-11-23 10:00").merges_into(survivor)
    assert [(c.metric, c.due_at) for c in survivor.dossier.cycles if c.is_live and "reply" in c.metric] == [
        ("first_reply", berlin("2026-11-23 13:00"))
    ]


def test_an_older_question_keeps_its_shorter_promise_beside_the_survivors_own() -> None:
    source = Case("2026-11-23 09:00").opened().replies().at("2026-11-23 10:00").writes()
    survivor = Case("2026-11-23 10:30").opened()
    source.at("2026-11-23 11:00").merges_into(survivor)
    assert survivor.cycle("next_reply").due_at == berlin("2026-11-23 12:00")
    assert survivor.cycle("first_reply").due_at == berlin("2026-11-23 14:30")
    survivor.at("2026-11-23 11:30").replies()
    assert {survivor.cycle(metric).state for metric in ("first_reply", "next_reply")} == {"met"}


def test_time_that_did_not_count_in_the_source_does_not_count_now_but_no_less_than_the_survivors_own() -> None:
    desk = DESK.replace("    warnings:", "    pauses: {resolution: pending}\n    warnings:")
    source = Case("2026-11-23 09:00", desk).opened().replies().at("2026-11-23 10:00").moves(Trigger.ASK)
    survivor = Case("2026-11-24 09:00", desk).opened().at("2026-11-24 12:00")
    source.at("2026-11-24 12:00").merges_into(survivor)
    assert survivor.elapsed("resolution") == 3 * HOUR
    assert survivor.cycle("resolution").started_at == berlin("2026-11-23 09:00")


def test_a_broken_promise_is_inherited_with_its_date() -> None:
    source = Case("2026-11-23 09:00").opened().at("2026-11-23 14:00")
    survivor = Case("2026-11-23 13:30").opened().at("2026-11-23 15:00")
    source.at("2026-11-23 15:00").merges_into(survivor)
    cycle = survivor.cycle("first_reply")
    assert (cycle.breached_at, cycle.detected_at) == (berlin("2026-11-23 13:00"), berlin("2026-11-23 15:00"))
    assert cycle.due_at == cycle.breached_at
    assert survivor.dossier.run.reason == "breach"


def test_who_has_failed_the_source_has_failed_the_case() -> None:
    source = Case("2026-11-23 09:00").opened().replies().moves(Trigger.RESOLVE, by=SAM).writes()
    survivor = Case("2026-11-23 10:00").opened()
    source.merges_into(survivor)
    assert survivor.ticket.failed == (SAM,)


def test_a_case_that_somebody_was_asked_to_take_is_asked_for_in_the_survivor() -> None:
    source = Case("2026-11-23 09:00").opened().moves(Trigger.ESCALATE)
    survivor = Case("2026-11-23 10:00").opened()
    source.at("2026-11-23 10:05").merges_into(survivor)
    assert (survivor.ticket.status, survivor.dossier.run.reason) == ("escalated", "requested")
    assert source.dossier.run.ended_because == "closed"


def test_a_case_that_somebody_has_taken_asks_for_nobody_else() -> None:
    source = Case("2026-11-23 09:00").opened().moves(Trigger.ESCALATE).takes(LEE)
    survivor = Case("2026-11-23 10:00").opened()
    source.at("2026-11-23 10:05").merges_into(survivor)
    assert survivor.dossier.run is None


def test_a_source_without_any_promise_still_leaves_its_creation_and_its_question() -> None:
    source = Case("2026-11-23 09:00", policies=()).opened()
    survivor = Case("2026-11-23 11:00").opened(by=Actor("agent", SAM))
    source.at("2026-11-23 12:00").merges_into(survivor)
    assert survivor.cycle("first_reply").started_at == berlin("2026-11-23 09:00")
    assert (survivor.elapsed("first_reply"), survivor.elapsed("resolution")) == (3 * HOUR, 3 * HOUR)


def test_the_resolved_time_of_the_source_does_not_count_in_the_survivor() -> None:
    source = Case("2026-11-23 09:00").opened().at("2026-11-23 10:00").replies().at("2026-11-23 11:00")
    source.moves(Trigger.RESOLVE).at("2026-11-27 10:00")
    survivor = Case("2026-11-27 09:00").opened()
    source.merges_into(survivor)
    assert {metric: survivor.elapsed(metric) for metric in ("resolution", "requester_wait", "first_reply")} == {
        "resolution": 2 * HOUR,
        "requester_wait": 2 * HOUR,
        "first_reply": HOUR,
    }
    assert not [cycle for cycle in survivor.dossier.cycles if cycle.breached_at or cycle.metric == "update"]


def test_a_question_that_was_resolved_unanswered_is_owed_an_answer_again() -> None:
    source = Case("2026-11-23 09:00").opened().at("2026-11-23 11:00").moves(Trigger.RESOLVE)
    survivor = Case("2026-11-24 09:00").opened().replies().at("2026-11-24 10:00")
    source.at("2026-11-24 10:00").merges_into(survivor)
    assert survivor.cycle("next_reply").started_at == berlin("2026-11-23 09:00")


def test_updates_count_from_the_last_public_word_of_both() -> None:
    source = Case("2026-11-23 09:00").opened().replies()
    survivor = Case("2026-11-23 09:00").opened().at("2026-11-23 12:00").replies()
    source.at("2026-11-23 14:00").merges_into(survivor.at("2026-11-23 14:00"))
    assert (survivor.cycle("update").started_at, survivor.elapsed("update")) == (
        berlin("2026-11-23 12:00"),
        2 * HOUR,
    )


def test_a_broken_promise_keeps_its_date_whatever_was_a_pause_later() -> None:
    source = Case("2026-11-23 09:00").opened().replies().at("2026-11-25 09:00").takes(SAM)
    source.moves(Trigger.ASK)
    broken = source.cycle("requester_wait").breached_at
    survivor = Case("2026-11-27 09:00").opened()
    source.at("2026-11-27 10:00").merges_into(survivor)
    assert broken == survivor.cycle("requester_wait").breached_at == berlin("2026-11-24 17:00")


def test_an_age_that_was_brought_up_in_the_source_is_not_brought_up_again() -> None:
    desk = DESK.replace("max_age: 365d", "max_age: 2d")
    source = Case("2026-11-23 09:00", desk).opened().replies().at("2026-11-25 10:00")
    survivor = Case("2026-11-25 09:00", desk).opened().at("2026-11-25 10:00")
    source.merges_into(survivor).at("2026-11-25 11:00")
    survivor.at("2026-11-25 11:00")
    assert (survivor.ticket.ages, len(survivor.of(Kind.AGE_REACHED))) == (1, 0)


def test_a_question_merged_into_a_ticket_that_waits_for_the_customer_makes_it_our_turn() -> None:
    survivor = Case("2026-11-23 09:00").opened().replies().moves(Trigger.ASK)
    Case("2026-11-23 10:00").opened().at("2026-11-23 10:30").merges_into(survivor)
    assert survivor.ticket.status == "open"
    sleeping = Case("2026-11-23 09:00").opened().replies().snoozes(minutes=600)
    Case("2026-11-23 10:00").opened().at("2026-11-23 10:30").merges_into(sleeping)
    assert sleeping.ticket.snoozed_until is None


def test_what_only_the_survivors_terms_break_is_broken_by_the_merge() -> None:
    """Nobody had promised the source four hours, so nothing was broken before (rule 11)."""
    source = Case("2026-11-23 09:00").opened().replies()
    survivor = Case("2026-11-23 14:00").opened(priority="urgent").replies()
    source.at("2026-11-23 15:00").merges_into(survivor.at("2026-11-23 15:00"))
    cycle = survivor.cycle("resolution")
    assert (cycle.started_at, cycle.breached_at, cycle.cause) == (
        berlin("2026-11-23 09:00"),
        berlin("2026-11-23 15:00"),
        "target_changed",
    )


def test_a_resolved_survivor_owes_what_it_inherited_once_it_is_reopened() -> None:
    """People are not let do that; a foreign log may tell of it."""
    survivor = Case("2026-11-23 10:00").opened().replies().at("2026-11-23 11:00").moves(Trigger.RESOLVE)
    source = Case("2026-11-23 09:00").opened().moves(Trigger.ESCALATE).at("2026-11-23 12:00")
    source.merges_into(survivor)
    assert not [cycle for cycle in survivor.dossier.cycles if cycle.is_live]
    assert survivor.ticket.status == "resolved"
    survivor.at("2026-11-23 13:00").moves(Trigger.REOPEN)
    assert survivor.cycle("next_reply").started_at == berlin("2026-11-23 09:00")
    assert survivor.cycle("resolution").started_at == berlin("2026-11-23 09:00")


def test_nothing_is_merged_into_a_closed_ticket() -> None:
    done = Case("2026-11-23 09:00").opened().moves(Trigger.RESOLVE).moves(Trigger.CLOSE)
    with pytest.raises(NotAllowedNow, match="is closed"):
        Case("2026-11-23 09:00").opened().merges_into(done)
    assert not done.of(Kind.ABSORBED)
