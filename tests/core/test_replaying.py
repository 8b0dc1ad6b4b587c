"""A log is played through the clocks alone: nothing in it stops the replay, every entry is played or counted."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalator.core.desk.reader import read as read_desk
from escalator.core.reports.clocks import clocks_of
from escalator.core.simulation.cases import LoggedCase
from escalator.core.simulation.families import families
from escalator.core.simulation.replaying import Replay
from escalator.core.simulation.timelines import read
from escalator.core.sla.cycle import Cycle
from tests.core.case import DESK, berlin
from tests.core.random_logs import DAYS, START, log_of, logs
from tests.core.test_timelines import line

THE_DESK = read_desk(DESK)
SAM = {"actor": "sam"}


def on(moment: str, type: str, **fields: object) -> dict[str, object]:
    """An entry at a time in Berlin, in November 2026: `23 10:30` is that Monday."""
    return {"at": berlin(f"2026-11-{moment}").isoformat(), "type": type, **fields}


class Played:
    """A log that was played until a moment in Berlin."""

    def __init__(self, until: str, **cases: Sequence[dict[str, object]]) -> None:
        lines = [line(*entries, ticket_id=name) for name, entries in cases.items()]
        self.replay = Replay(read(lines, "log").timelines, THE_DESK, berlin(f"2026-11-{until}"))
        self.cases = {case.name: case for case in self.replay.cases()}

    def __getitem__(self, name: str) -> LoggedCase:
        return self.cases[name]

    def clocks(self, name: str, metric: str) -> list[Cycle]:
        return [cycle for cycle in self.cases[name].dossier.cycles if cycle.metric == metric]

    def clock(self, name: str, metric: str) -> Cycle:
        [cycle] = self.clocks(name, metric)
        return cycle


def test_a_promise_is_broken_at_its_deadline_and_noticed_then() -> None:
    clock = Played("25 12:00", a=[on("20 15:00", "created")]).clock("a", "first_reply")
    assert clock.breached_at == clock.detected_at == berlin("2026-11-23 11:00")


def test_warnings_fall_at_their_very_instants() -> None:
    clock = Played("25 12:00", a=[on("20 15:00", "created")]).clock("a", "first_reply")
    assert [(point.label, point.at) for point in clock.warned] == [
        ("50%", berlin("2026-11-20 17:00")),
        ("80%", berlin("2026-11-23 10:12")),
    ]


def test_what_comes_at_the_very_deadline_is_in_time() -> None:
    case = [on("23 13:00", "created"), on("23 17:00", "agent_message", **SAM)]
    assert Played("25 12:00", a=case).clock("a", "first_reply").state == "met"


def test_what_happened_later_has_not_happened_yet() -> None:
    case = [on("23 09:00", "created"), on("23 10:00", "agent_message", **SAM), on("23 11:00", "resolved", **SAM)]
    assert Played("23 10:30", a=case)["a"].ticket.status == "open"
    assert Played("23 08:59", a=case).cases == {}


def test_no_ladder_moves_a_case_of_the_log() -> None:
    case = Played("30 12:00", a=[on("02 09:00", "created", team="Group 70")])["a"]
    assert (case.ticket.status, case.ticket.team, case.dossier.run) == ("new", "Group 70", None)


def test_machine_mail_begins_nothing() -> None:
    mail = on("23 09:00", "created", machine=True)
    alone = Played("25 12:00", a=[mail])
    assert (alone["a"].dossier.cycles, alone.replay.passed_over.total()) == ((), 1)
    taken_up = Played("25 12:00", a=[mail, on("23 11:00", "internal_note", **SAM)])
    assert taken_up.clocks("a", "first_reply") == []
    assert taken_up.clock("a", "resolution").started_at == berlin("2026-11-23 11:00")


def test_a_case_closes_by_itself_when_nobody_comes_back() -> None:
    case = [on("02 09:00", "created"), on("02 10:00", "resolved", **SAM)]
    assert Played("09 10:00", a=case)["a"].ticket.status == "resolved"
    assert Played("09 10:01", a=case)["a"].ticket.status == "closed"


CLOSED = [on("02 09:00", "created", team="second-line", priority="urgent"), on("02 10:00", "closed", **SAM)]


def test_a_message_to_a_closed_case_opens_a_follow_up_in_which_the_case_goes_on() -> None:
    back = [on("23 10:00", "customer_message"), on("23 10:20", "agent_message", **SAM)]
    log = Played("23 12:00", a=[*CLOSED, *back])
    follow_up = log["a+1"]
    assert follow_up.follow_up_of is log["a"]
    assert (follow_up.ticket.team, follow_up.ticket.priority) == ("second-line", "urgent")
    assert log.clock("a+1", "first_reply").stopped_at == berlin("2026-11-23 10:20")
    assert log.replay.passed_over == {}


def test_the_next_message_goes_to_the_newest_follow_up_and_opens_another_when_that_is_closed() -> None:
    back = [on("23 10:00", "customer_message"), on("23 11:00", "customer_message"), on("24 10:00", "closed", **SAM)]
    again = [on("25 10:00", "customer_message")]
    log = Played("25 12:00", a=[*CLOSED, *back, *again])
    assert list(log.cases) == ["a", "a+1", "a+2"]
    assert log["a+2"].follow_up_of is log["a+1"]


def test_a_follow_up_takes_no_name_of_the_log() -> None:
    log = Played(
        "25 12:00", **{"a": [*CLOSED, on("23 10:00", "customer_message")], "a+1": [on("02 09:00", "created")]}
    )
    assert list(log.cases) == ["a", "a+2", "a+1"]


def test_a_reopening_of_a_closed_case_is_a_follow_up_of_who_reopened_it() -> None:
    by_staff, by_customer = (
        Played("25 12:00", a=[*CLOSED, on("23 10:00", "reopened", **who)]) for who in ({"actor": "agent"}, {})
    )
    assert by_staff["a+1"].ticket.status == by_customer["a+1"].ticket.status == "open"
    assert by_staff.clocks("a+1", "first_reply") == []
    assert len(by_customer.clocks("a+1", "first_reply")) == 1


@pytest.mark.parametrize(("state", "status"), [("open", "open"), ("Pending", "pending"), ("New", "new")])
def test_a_log_of_states_reopens_a_closed_case_by_a_state_that_is_under_way(state: str, status: str) -> None:
    for closing in ("closed", "resolved"):  # three weeks ago, so that it has closed by itself
        shut = [on("02 09:00", "created", team="second-line"), on("02 10:00", closing, **SAM)]
        back = on("23 10:00", "state_changed", to=state, **{"from": closing})
        log = Played("23 11:00", a=[*shut, back, on("23 10:30", "state_changed", to="on hold")])
        assert (log["a"].ticket.status, log["a+1"].ticket.status) == ("closed", "on_hold")
        assert Played("23 10:15", a=[*shut, back])["a+1"].ticket.status == status
        assert log.replay.passed_over == {}


@pytest.mark.parametrize("states", [{"to": "closed"}, {"to": "resolved"}, {"to": "pending", "from": "open"}])
def test_a_state_that_only_ends_or_goes_on_opens_no_follow_up(states: dict[str, str]) -> None:
    log = Played("25 12:00", a=[*CLOSED, on("23 10:00", "state_changed", **states)])
    assert (list(log.cases), log.replay.passed_over.total()) == (["a"], 1)


def test_other_news_of_a_closed_case_is_counted() -> None:
    log = Played(
        "25 12:00", a=[*CLOSED, on("23 10:00", "agent_message", **SAM), on("23 10:00", "assigned", team="x")]
    )
    assert list(log.cases) == ["a"]
    assert log.replay.passed_over == {"came after the ticket was closed, and closed stays closed": 2}


OLD = [on("23 09:00", "created"), on("23 10:30", "merged", into="b", **SAM)]
YOUNG = [on("23 09:30", "created"), on("23 10:00", "agent_message", **SAM)]


def test_merging_buys_no_time() -> None:
    log = Played("23 10:31", a=OLD, b=YOUNG)
    assert {cycle.ended for cycle in log["a"].dossier.cycles} == {"merged"}
    assert (log["a"].ticket.status, log["a"].merged_into) == ("closed", log["b"])
    assert log["b"].ticket.created_at == log["b"].ticket.waiting_since == berlin("2026-11-23 09:00")
    assert log.clock("b", "next_reply").due_at == berlin("2026-11-23 11:00")


def test_a_resolved_case_inherits_too_and_owes_it_when_it_comes_back() -> None:
    solved = [*YOUNG, on("23 10:15", "resolved", **SAM)]
    quiet = Played("23 11:00", a=OLD, b=solved)
    assert (quiet["a"].merged_into, quiet["b"].ticket.status) == (quiet["b"], "resolved")
    assert quiet["b"].ticket.created_at == quiet["b"].ticket.waiting_since == berlin("2026-11-23 09:00")
    assert quiet.replay.passed_over == {}
    back = Played("23 12:00", a=OLD, b=[*solved, on("23 11:30", "reopened", **SAM)])
    assert back.clock("b", "next_reply").started_at == berlin("2026-11-23 09:00")
    assert back.clocks("b", "resolution")[-1].started_at == berlin("2026-11-23 09:00")
    assert back["b"].ticket.status == "open"


def test_replies_to_a_merged_case_are_heard_where_it_went() -> None:
    answered = [*OLD, on("23 10:45", "agent_message", **SAM), on("24 10:00", "customer_message")]
    log = Played("24 11:00", a=answered, b=YOUNG)
    first, second = log.clocks("b", "next_reply")
    assert (first.state, second.started_at) == ("met", berlin("2026-11-24 10:00"))
    assert list(log.cases) == ["a", "b"]


def test_a_chain_of_merges_is_followed_and_ends_in_a_follow_up_when_all_is_closed() -> None:
    middle = [*YOUNG, on("23 10:40", "merged", into="c", **SAM)]
    last = [on("23 09:45", "created"), on("23 11:00", "closed", **SAM)]
    log = Played("25 12:00", a=[*OLD, on("24 10:00", "customer_message")], b=middle, c=last)
    assert list(log.cases) == ["a", "b", "c", "c+1"]
    assert log.clock("c+1", "first_reply").started_at == berlin("2026-11-24 10:00")


def test_a_merge_into_a_closed_case_or_none_only_closes() -> None:
    shut = [on("23 09:30", "created"), on("23 10:00", "closed", **SAM)]
    for others in ({}, {"b": shut}, {"b": [on("24 09:00", "created")]}):
        log = Played("23 10:31", a=OLD, **others)
        assert (log["a"].ticket.status, log["a"].merged_into) == ("closed", log.cases.get("b"))
        assert log.replay.passed_over == {"merged into a case that is closed or not there, which inherits nothing": 1}
    assert Played("23 10:31", a=[OLD[0], on("23 10:30", "merged")])["a"].merged_into is None


def test_a_case_that_has_not_begun_takes_nothing_over_and_hears_nothing() -> None:
    later = {"b": [on("23 08:00", "created", machine=True), on("24 09:00", "created")]}
    log = Played("25 12:00", a=[*OLD, on("24 10:00", "customer_message")], **later)
    assert log["a"].merged_into is None
    assert log.clock("a+1", "first_reply").started_at == berlin("2026-11-24 10:00")


def test_what_is_no_word_stays_with_the_case_though_its_follow_up_was_merged() -> None:
    merged = [*CLOSED, on("23 10:00", "customer_message"), on("23 10:30", "merged", into="b", **SAM)]
    log = Played("25 12:00", a=[*merged, on("23 10:30", "closed", **SAM)], b=YOUNG)
    assert (log["a+1"].merged_into, log["b"].ticket.status) == (log["b"], "open")


def test_a_machine_merges_nothing() -> None:
    log = Played("25 12:00", a=[OLD[0], {**OLD[1], "machine": True}], b=YOUNG)
    assert log["a"].ticket.is_open


def test_a_merge_that_cannot_be_reckoned_changes_neither_case() -> None:
    """The survivor would owe an answer beyond the last year; the other, which is urgent, could end."""
    slow = read_desk(DESK.replace("next_reply: 2h, resolution: 16h", "next_reply: 40h, resolution: 16h"))
    urgent = {"at": "2199-12-31T12:30:00+01:00", "type": "created", "priority": "urgent"}
    merged = {"at": "2199-12-31T12:45:00+01:00", "type": "merged", "into": "b", **SAM}
    answered = [{"at": "2199-12-30T09:00:00+01:00", "type": type} for type in ("created", "agent_message")]
    timelines = read([line(urgent, merged, ticket_id="a"), line(*answered, ticket_id="b")], "log").timelines
    replay = Replay(timelines, slow, timelines[0].events[-1].at)
    a, b = replay.cases()
    assert replay.passed_over == {"its clocks would fall due beyond what a calendar reckons with": 1}
    assert (a.merged_into, a.ticket.status, b.ticket.created_at) == (None, "new", timelines[1].events[0].at)


def test_a_ring_of_merges_leaves_one_case_open() -> None:
    log = Played("25 12:00", a=OLD, b=[*YOUNG, on("23 10:50", "merged", into="a", **SAM)])
    assert (log["a"].ticket.status, log["b"].ticket.status) == ("closed", "open")
    own = Played("25 12:00", a=[on("23 09:00", "created"), on("23 09:05", "merged", into="a")])
    assert own["a"].ticket.is_open
    assert log.replay.passed_over == own.replay.passed_over == {"merged into itself": 1}


def test_a_promise_beyond_all_calendars_is_counted_and_stops_nothing() -> None:
    far = [{"at": "2199-12-31T16:00:00Z", "type": "created"}, {"at": "2199-12-31T17:00:00Z", "type": "resolved"}]
    timelines = read([line(*far)], "log").timelines
    replay = Replay(timelines, THE_DESK, timelines[0].events[-1].at)
    assert [case.ticket.created_at for case in replay.cases()] == [None]
    assert replay.passed_over == {"its clocks would fall due beyond what a calendar reckons with": 2}


def test_cases_that_were_merged_are_a_family() -> None:
    merged = [line(on("23 09:00", "merged", into=into), ticket_id=name) for name, into in ("ac", "bb", "cd", "ef")]
    log = read([*merged, line(on("23 09:00", "created"), ticket_id="d")], "log")
    assert [[case.ticket_id for case in family] for family in families(log.timelines)] == [
        ["a", "c", "d"],
        ["b"],
        ["e"],
    ]


@given(logs("escalated"), st.integers(0, 60 * 24 * 30))
def test_whatever_a_log_says_it_is_played_and_reads_as_it_should(log: dict[str, Any], until: int) -> None:
    timelines = log_of(log).timelines
    at = START + timedelta(minutes=until)
    replay = Replay(timelines, THE_DESK, at)
    cases = list(replay.cases())
    begun = [case.ticket_id for case in timelines if case.until(at).events]
    assert [case.name for case in cases if case.follow_up_of is None] == begun
    # An opening may be counted beside its entry: for a priority that nobody knows.
    assert replay.passed_over.total() <= len(begun) + sum(len(case.events) for case in timelines)
    for case in cases:
        _holds_together(case, clocks_of(case, replay.desks, at), at)


@given(logs("escalated"))
def test_no_clock_notices_that_the_mail_of_machines_is_left_out(log: dict[str, Any]) -> None:
    people = {name: [said for said in entries if not _is_mail_of_machine(said)] for name, entries in log.items()}
    at = START + timedelta(days=DAYS)
    with_mail, without = _read_at(log, at)[0], _read_at(people, at)[0]
    assert [said for said in with_mail if said["opened_by"]] == [said for said in without if said["opened_by"]]


def _is_mail_of_machine(said: dict[str, Any]) -> bool:
    mail = said["type"] in ("customer_message", "agent_message")
    return mail and (said.get("machine", False) or (said["type"], said.get("actor")) == ("agent_message", "system"))


def test_machine_mail_before_a_case_was_created_does_not_move_its_creation() -> None:
    case = Played("25 12:00", a=[on("23 09:00", "customer_message", machine=True), on("23 10:00", "created")])
    assert case.clock("a", "first_reply").due_at == berlin("2026-11-23 14:00")


def test_who_waits_and_how_urgently_is_not_read_from_machine_mail() -> None:
    robot = {"machine": True, "actor": "sam", "priority": "urgent", "requester": "robot@city.example"}
    case = Played("25 12:00", a=[on("23 09:00", "customer_message", **robot), on("23 10:00", "internal_note", **SAM)])
    ticket = case["a"].ticket
    assert (ticket.opened_by, ticket.priority, ticket.requester.email) == ("agent", "normal", "a@import.invalid")


@given(logs("escalated"), st.integers(0, 60 * 24 * DAYS))
def test_nobody_looks_into_the_future(log: dict[str, Any], until: int) -> None:
    """What a log says at a moment is what it said when it ended there."""
    ended = {name: [said for said in entries if said["minutes"] <= until] for name, entries in log.items()}
    at = START + timedelta(minutes=until)
    assert _read_at(log, at) == _read_at(ended, at)


def _read_at(log: dict[str, Any], at: datetime) -> tuple[list[dict[str, Any]], dict[str, int]]:
    replay = Replay(log_of(log).timelines, THE_DESK, at)
    return [clocks_of(case, replay.desks, at) for case in replay.cases()], dict(replay.passed_over)


def test_who_opened_a_case_is_judged_by_what_was_known_then() -> None:
    case = [on("23 09:00", "created", actor="u1"), on("23 10:00", "internal_note", actor="u1")]
    assert len(Played("23 09:59", a=case).clocks("a", "first_reply")) == 1
    assert Played("23 10:00", a=case).clocks("a", "first_reply") == []


def test_a_creation_that_was_written_down_late_is_known_late() -> None:
    case = [on("23 09:00", "assigned", team="second-line"), on("23 10:00", "created", priority="urgent")]
    early, late = Played("23 09:30", a=case)["a"].ticket, Played("23 10:00", a=case)["a"].ticket
    assert (early.priority, late.priority) == ("normal", "urgent")
    assert early.created_at == late.created_at == berlin("2026-11-23 09:00")


def _holds_together(case: LoggedCase, said: dict[str, Any], at: datetime) -> None:
    changed = case.ticket.changed_at
    assert changed is None or changed <= at
    for cycles in said["clocks"].values():
        assert [cycle["cycle"] for cycle in cycles] == list(range(1, len(cycles) + 1))
        for cycle in cycles:
            assert cycle["elapsed_seconds"] >= 0
            assert cycle["paused_seconds"] >= 0
            assert case.ticket.is_open or cycle["state"] not in ("running", "paused")
            assert cycle["breached_at"] is None or cycle["state"] == "breached"
            assert all(warning["at"] <= at.isoformat() for warning in cycle["warned"])


@pytest.mark.parametrize("name", ["uci498", "bpic2013"])
def test_real_logs_are_replayed(shared_data: Any, name: str) -> None:
    with (shared_data / "timelines" / f"{name}.sample300.jsonl").open() as lines:
        timelines = read(lines, name, "Europe/Berlin").timelines[:60]
    replay = Replay(timelines, THE_DESK, timelines[0].events[-1].at)
    assert all(clocks_of(case, replay.desks, timelines[0].events[-1].at) for case in replay.cases())
