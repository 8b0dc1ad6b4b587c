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


def test_merging_into_what_is_done_is_refused() -> None:
    done = Case("2026-11-23 09:00").opened().moves(Trigger.RESOLVE)
    with pytest.raises(NotAllowedNow, match="is resolved"):
        Case("2026-11-23 09:00").opened().merges_into(done)
    assert not done.of(Kind.ABSORBED)
