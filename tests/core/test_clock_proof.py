"""The clocks against an oracle that walks through the minutes, and the laws that hold for any clock.

A question is a desk, a timeline and a moment. To see one that failed by itself, ask `expected` and `reported`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.proof.adapter import desk_of, reported
from tests.proof.minutes import MINUTE, count, earliest
from tests.proof.oracle import expected
from tests.proof.promises import PAUSES
from tests.proof.questions import DANA, DATES, GAPS, SAM, Question, questions

# Place by place, because Hypothesis remembers every example of a test while it runs.
EXAMPLES = {"proof": 100_000}.get(settings.get_current_profile_name(), 500)

a_while = st.sampled_from(GAPS).map(lambda minutes: minutes * MINUTE)
by_few = settings(max_examples=settings().max_examples // 2)  # each example asks several times


@pytest.mark.parametrize("place", DATES, ids=lambda place: f"{place[0]}-{place[1]}")
@settings(max_examples=EXAMPLES // len(DATES))
@given(st.data())
def test_every_clock_says_what_the_minutes_say(place: tuple[str, date], data: st.DataObject) -> None:
    question = data.draw(questions(place))
    counted = expected(question.promises, question.events, question.at)
    assert _as_far_as_told(reported(question), counted, question) == counted


def _as_far_as_told(said: dict[str, Any], counted: dict[str, Any], question: Question) -> dict[str, Any]:
    """In the oracle's words: it knows no status `new`, no deadline of what does not run, and none after the walk."""
    end = question.walk.at(question.walk.length)

    def told(cycle: dict[str, Any]) -> dict[str, Any]:
        due = cycle["due_at"] if cycle["state"] == "running" else None
        return cycle | {"due_at": due if due is None or due <= end else None}

    clocks = {metric: [told(cycle) for cycle in cycles] for metric, cycles in said["clocks"].items()}
    return {"status": "open" if said["status"] == "new" else said["status"], "clocks": clocks}


# Laws, for which no oracle is needed.


def each(said: dict[str, Any]) -> Iterator[tuple[tuple[str, int], dict[str, Any]]]:
    """The cycles by metric and number."""
    for metric, cycles in said["clocks"].items():
        for number, cycle in enumerate(cycles, start=1):
            yield (metric, number), cycle


def asked_again(question: Question, *later: timedelta) -> list[dict[str, dict[str, Any]]]:
    """What is said at the moment of the question and at each later one."""
    desk, moments = desk_of(question), [question.at]
    for span in later:
        moments.append(moments[-1] + span)
    return [dict(each(reported(question.asked_at(at), desk))) for at in moments]


@by_few
@given(questions(), a_while)
def test_no_clock_goes_back_and_no_later_event_moves_a_breach(question: Question, later: timedelta) -> None:
    before, after = asked_again(question, later)
    for key, cycle in before.items():
        assert after[key]["elapsed_seconds"] >= cycle["elapsed_seconds"]
        assert after[key]["started_at"] == cycle["started_at"]
        if cycle["breached_at"] is not None:
            assert (after[key]["breached_at"], after[key]["cause"]) == (cycle["breached_at"], cycle["cause"])
        assert after[key]["warned"].items() >= cycle["warned"].items()


@by_few
@given(questions())
def test_what_happens_later_is_not_known_yet(question: Question) -> None:
    so_far = [event for event in question.events if datetime.fromisoformat(event["at"]) <= question.at]
    assert reported(question) == reported(question.told(*so_far))


@by_few
@given(questions(), a_while, a_while)
def test_a_span_counts_as_much_as_its_two_parts(question: Question, first: timedelta, second: timedelta) -> None:
    """A note in the middle changes nothing, and what each part adds is its open time."""
    middle, end = question.at + first, question.at + first + second
    before = [event for event in _calm(question).events if datetime.fromisoformat(event["at"]) <= question.at]
    note = {"at": middle.isoformat(), "type": "internal_note", "actor": SAM}
    whole, parts = (replace(question, events=events, at=end) for events in (before, [*before, note]))
    assert reported(whole) == reported(parts)
    assume(not _closes_by(whole))
    _, at_middle, at_end = (dict(each(reported(whole.asked_at(at)))) for at in (question.at, middle, end))
    for key, cycle in at_middle.items():
        if cycle["met_at"] is None and cycle["state"] in ("running", "paused"):
            grown = _all_seconds(at_end[key]) - _all_seconds(cycle)
            assert grown == 60 * _open_between(whole, key[0], middle, end)


def _calm(question: Question) -> Question:
    """The same without changes of priority, so that one promise holds for each clock."""
    return question.told(*(event for event in question.events if event["type"] != "priority_changed"))


def _closes_by(question: Question) -> bool:
    return reported(question)["status"] in ("resolved", "closed")


def _all_seconds(cycle: dict[str, Any]) -> int:
    total: int = cycle["elapsed_seconds"] + cycle["paused_seconds"]
    return total


def _open_between(question: Question, metric: str, first: datetime, last: datetime) -> int:
    promise = question.promises.of(metric, "normal")
    assert promise is not None
    return count(promise.openness, question.walk.minute(first), question.walk.minute(last))


@by_few
@given(questions(), st.sampled_from([metric for metric in PAUSES if metric != "next_reply"]), a_while, a_while)
def test_a_pause_of_some_open_time_moves_the_deadline_by_just_that(
    question: Question, metric: str, before: timedelta, waiting: timedelta
) -> None:
    began = datetime.fromisoformat(question.events[0]["at"])
    asked, answered = began + before, began + before + waiting
    promise = question.promises.of(metric, "normal")
    assume(promise is not None and _comes_before(asked, earliest(*_run(question, metric, began)), question))
    assert promise is not None
    stood_still = _open_between(question, metric, asked, answered) if "pending" in promise.pauses else 0
    moved = earliest(*_run(question, metric, began, more=stood_still))
    assume(_comes_before(answered, moved, question))
    told = question.told(
        {"at": began.isoformat(), "type": "created", "requester": DANA},
        *([{"at": began.isoformat(), "type": "agent_message", "actor": SAM}] if metric == "update" else []),
        {"at": asked.isoformat(), "type": "state_changed", "to": "pending", "actor": SAM},
        {"at": answered.isoformat(), "type": "state_changed", "to": "open", "actor": SAM},
    )
    cycle = dict(each(reported(told.asked_at(answered))))[metric, 1]
    assert moved is not None
    assert cycle["due_at"] == question.walk.at(moved)


def _run(question: Question, metric: str, began: datetime, more: int = 0) -> tuple[bytes, int, int]:
    """The minutes of a clock that began then, where to begin, and how many it has with so many `more`."""
    promise = question.promises.of(metric, "normal")
    assert promise is not None
    return promise.openness, question.walk.minute(began), promise.target + more


def _comes_before(at: datetime, minute: int | None, question: Question) -> bool:
    return minute is not None and at < question.walk.at(minute)


@by_few
@given(questions())
def test_nothing_falls_due_while_closed_and_nothing_runs_once_resolved(question: Question) -> None:
    question = _calm(question)
    said = reported(question)
    for (metric, _), cycle in each(said):
        assert said["status"] not in ("resolved", "closed") or cycle["state"] not in ("running", "paused")
        promise = question.promises.of(metric, "normal")
        if cycle["state"] == "running" and promise is not None:
            used_up = cycle["elapsed_seconds"] == 60 * promise.target
            minute = question.walk.minute(cycle["due_at"])
            assert used_up or minute > question.walk.length or promise.openness[minute - 1]
