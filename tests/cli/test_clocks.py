"""`escalator clocks` on the worked examples of what each clock means: a desk and a log in, one JSON document out."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from escalator.cli import main
from escalator.core.simulation.moments import AS_THEY_ARE_WRITTEN
from tests.core.case import BERLIN, DESK

from .conftest import Run

# The promises of the worked examples, 16 hours that stand still in pending, and contracts with other hours.
OFFICE = "  - name: standard\n"
MORE = """
  - name: patient
    when: {tags: patient}
    calendar: office
    targets: {any: {resolution: 40h}}
    pauses: {resolution: pending}
    ladders: {breach: climb}
  - name: always
    when: {tags: always}
    calendar: always
    targets: {any: {first_reply: 8h}}
    ladders: {breach: climb}
  - name: quick
    when: {channel: email}
    calendar: office
    targets: {any: {first_reply: 2h}}
    ladders: {breach: climb}
"""
SAM = {"actor": "sam"}

Entry = tuple[str, str] | tuple[str, str, dict[str, object]]
Clocks = Callable[..., dict[str, Any]]


def case(name: str, *entries: Entry) -> str:
    """A case whose entries have local times."""
    events = [{"at": at, "type": type, **(fields[0] if fields else {})} for at, type, *fields in entries]
    return json.dumps({"ticket_id": name, "events": events})


def berlin(text: str) -> str:
    """A time in Berlin as the command prints it."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC).isoformat()


@pytest.fixture
def desk(tmp_path: Path) -> str:
    (tmp_path / "desk.yaml").write_text(DESK.replace(OFFICE, MORE[1:] + OFFICE), encoding="utf-8")
    return "desk.yaml"


@pytest.fixture
def typed(bare: Run, desk: str, tmp_path: Path) -> Callable[..., Result]:
    """Runs the command on a log of these cases."""

    def run(*cases: str, at: str | None = "2026-11-30T12:00", tz: str | None = "Europe/Berlin") -> Result:
        (tmp_path / "log.jsonl").write_text("\n".join(cases), encoding="utf-8")
        moment = ["--at", at] if at else []
        zone = ["--tz", tz] if tz else []
        return bare("clocks", "--desk", desk, "log.jsonl", *moment, *zone)

    return run


@pytest.fixture
def clocks(typed: Callable[..., Result]) -> Clocks:
    """What the command says of each case, by its name."""

    def run(*cases: str, **options: str | None) -> dict[str, Any]:
        result = typed(*cases, **options)
        assert (result.exit_code, result.stderr) == (0, "")
        return {ticket["ticket_id"]: ticket for ticket in json.loads(result.stdout)["tickets"]}

    return run


def clock(ticket: dict[str, Any], metric: str) -> dict[str, Any]:
    """The only cycle of a metric."""
    [cycle] = ticket["clocks"][metric]
    return dict(cycle)


# The worked examples.


def test_created_on_friday_at_three_it_is_due_on_monday_at_eleven(clocks: Clocks) -> None:
    said = clock(clocks(case("a", ("2026-11-20T15:00", "created")))["a"], "first_reply")
    assert said["due_at"] == said["breached_at"] == said["detected_at"] == berlin("2026-11-23 11:00")
    assert said["warned"] == [
        {"label": "50%", "at": berlin("2026-11-20 17:00")},
        {"label": "80%", "at": berlin("2026-11-23 10:12")},
    ]
    assert (said["state"], said["cause"], said["met_at"]) == ("breached", "deadline", None)
    assert said["target_seconds"] == 4 * 3600


@pytest.mark.parametrize(
    ("created", "due"), [("2026-11-21T10:00", "2026-11-23 13:00"), ("2026-11-23T13:00", "2026-11-23 17:00")]
)
def test_a_deadline_may_be_closing_time(clocks: Clocks, created: str, due: str) -> None:
    assert clock(clocks(case("a", (created, "created")))["a"], "first_reply")["due_at"] == berlin(due)


QUESTIONS = case(
    "a",
    ("2026-11-23T09:00", "created", {"actor": "dana"}),
    ("2026-11-23T10:00", "agent_message", SAM),
    ("2026-11-23T10:30", "customer_message"),
    ("2026-11-23T11:00", "customer_message"),
    ("2026-11-23T12:00", "customer_message"),
    ("2026-11-23T12:15", "internal_note", SAM),
    ("2026-11-23T12:20", "agent_message", SAM),
    ("2026-11-23T12:21", "customer_message", {"machine": True}),
)


def test_the_next_reply_is_owed_to_the_oldest_question(clocks: Clocks) -> None:
    said = clock(clocks(QUESTIONS, at="2026-11-23T12:25")["a"], "next_reply")
    assert (said["state"], said["due_at"], said["met_at"]) == (
        "met",
        berlin("2026-11-23 12:30"),
        berlin("2026-11-23 12:20"),
    )
    assert said["elapsed_seconds"] == 110 * 60


def test_pending_stops_the_clock_of_a_policy_that_says_so(clocks: Clocks) -> None:
    waits = case(
        "a",
        ("2026-11-24T09:00", "created", {"tags": ["patient"]}),
        ("2026-11-24T10:00", "state_changed", {"to": "Pending", **SAM}),
        ("2026-11-26T10:00", "state_changed", {"to": "open", **SAM}),
    )
    said = clock(clocks(waits, at="2026-11-26T12:00")["a"], "resolution")
    assert (said["paused_seconds"], said["elapsed_seconds"]) == (16 * 3600, 3 * 3600)
    still = clock(clocks(waits, at="2026-11-25T12:00")["a"], "resolution")
    assert (still["state"], still["due_at"]) == ("paused", None)


def test_a_target_cut_below_what_has_elapsed_is_broken_then_and_once(clocks: Clocks) -> None:
    hurried = case(
        "a",
        ("2026-11-23T09:00", "created"),
        ("2026-11-23T15:00", "priority_changed", {"to": "urgent", **SAM}),
        ("2026-11-23T16:00", "priority_changed", {"to": "normal", **SAM}),
    )
    ticket = clocks(hurried)["a"]
    said = clock(ticket, "resolution")
    assert (said["breached_at"], said["cause"]) == (berlin("2026-11-23 15:00"), "target_changed")
    assert (ticket["priority"], said["target_seconds"]) == ("normal", 4 * 3600)  # the promise that was broken


def test_a_night_in_which_the_clocks_go_forward_is_an_hour_shorter(clocks: Clocks) -> None:
    night = case("a", ("2026-03-28T22:00", "created", {"tags": ["always"]}))
    assert clock(clocks(night)["a"], "first_reply")["due_at"] == berlin("2026-03-29 07:00")


def test_open_hours_are_real_hours_when_the_clocks_go_forward(clocks: Clocks) -> None:
    weekend = case("a", ("2026-03-27T16:00", "created", {"channel": "email"}))
    assert clock(clocks(weekend)["a"], "first_reply")["due_at"] == berlin("2026-03-30 10:00")


# What becomes of a case.


def test_a_reopened_case_goes_on_where_it_stood(clocks: Clocks) -> None:
    back = case(
        "a",
        ("2026-11-23T09:00", "created"),
        ("2026-11-23T10:00", "resolved", SAM),
        ("2026-11-23T15:00", "reopened", SAM),
    )
    ticket = clocks(back, at="2026-11-23T16:00")["a"]
    said = clock(ticket, "resolution")
    assert (ticket["status"], said["elapsed_seconds"], said["paused_seconds"]) == ("open", 2 * 3600, 5 * 3600)


def test_a_resolved_case_whose_question_was_never_answered_says_so(clocks: Clocks) -> None:
    shut = case("a", ("2026-11-23T09:00", "created"), ("2026-11-23T10:00", "resolved", SAM))
    said = clock(clocks(shut)["a"], "first_reply")
    assert (said["state"], said["cause"]) == ("cancelled", "resolved_unanswered")


def test_a_merge_gives_the_survivor_the_oldest_question(clocks: Clocks) -> None:
    old = case("old", ("2026-11-23T09:00", "created"), ("2026-11-23T10:30", "merged", {"into": "young", **SAM}))
    young = case("young", ("2026-11-23T09:30", "created"), ("2026-11-23T10:00", "agent_message", SAM))
    said = clocks(old, young, at="2026-11-23T10:45")
    assert (said["old"]["status"], said["old"]["merged_into"]) == ("closed", "young")
    assert clock(said["old"], "resolution")["cause"] == "merged"
    assert clock(said["young"], "next_reply")["due_at"] == berlin("2026-11-23 11:00")
    assert clock(said["young"], "resolution")["started_at"] == berlin("2026-11-23 09:00")


def test_what_comes_after_the_close_is_a_follow_up(clocks: Clocks) -> None:
    shut = case(
        "a",
        ("2026-11-02T09:00", "created"),
        ("2026-11-02T10:00", "resolved", SAM),
        ("2026-11-23T10:00", "customer_message"),
    )
    said = clocks(shut, at="2026-11-23T11:00")
    assert (said["a"]["status"], said["a"]["follow_up_of"]) == ("closed", None)
    assert (said["a+1"]["follow_up_of"], said["a+1"]["policy"]) == ("a", "standard")
    assert clock(said["a+1"], "first_reply")["due_at"] == berlin("2026-11-23 14:00")


def test_a_case_that_staff_opened_owes_no_reply(clocks: Clocks) -> None:
    called = case("a", ("2026-11-23T09:00", "created", {"actor": "ben", "requester": "dana@city.example"}))
    said = clocks(called, QUESTIONS.replace('"a"', '"b"'))
    assert said["a"]["clocks"].keys() == {"resolution", "requester_wait"}
    assert [said[name]["opened_by"] for name in ("a", "b")] == ["agent", "customer"]


def test_nobody_opened_what_only_a_machine_wrote(clocks: Clocks) -> None:
    assert clocks(case("a", ("2026-11-23T09:00", "created", {"machine": True})))["a"]["opened_by"] is None


# The moment.


def test_the_document_says_when_it_holds_and_what_it_left_out(typed: Callable[..., Result]) -> None:
    odd = case(
        "a", ("2026-11-23T09:00", "created", {"mood": "bad"}), ("2026-11-23T09:00", "state_changed", {"to": "Limbo"})
    )
    said = json.loads(typed(odd, QUESTIONS.replace('"a"', '"b"')).stdout)
    assert said["at"] == berlin("2026-11-30 12:00")
    assert said["ignored"] == {'fields "mood"': 1}
    assert said["passed_over"] == {
        'state "Limbo" is not in the desk\'s import.states': 1,
        "machine mail, which triggers nothing": 1,
    }


def test_what_happened_later_has_not_happened_yet(clocks: Clocks) -> None:
    assert clock(clocks(QUESTIONS, at="2026-11-23T11:30")["a"], "next_reply")["state"] == "running"
    assert clocks(QUESTIONS, at="2026-11-22T11:30") == {}


def test_a_moment_may_have_an_offset_of_its_own(clocks: Clocks) -> None:
    early = clocks(QUESTIONS, at="2026-11-23T09:30:00+01:00")
    assert early == clocks(QUESTIONS, at="2026-11-23T08:30:00Z")
    assert early == clocks(QUESTIONS, at="2026-11-23T09:30")


def test_without_a_moment_it_is_now_but_never_before_the_end_of_the_log(typed: Callable[..., Result]) -> None:
    future = case("a", ("2150-01-05T09:00", "created"), ("2150-01-05T10:00", "agent_message", SAM))
    said = json.loads(typed(future, at=None).stdout)
    assert said["at"] == "2150-01-05T09:00:00+00:00"
    assert said["tickets"][0]["clocks"]["first_reply"][0]["state"] == "met"
    past = case("a", ("2020-01-06T09:00", "created"))
    assert json.loads(typed(past, at=None).stdout)["at"] > "2026"


def test_parts_of_a_second_are_kept(clocks: Clocks) -> None:
    brief = case("a", ("2026-11-23T09:00", "created"), ("2026-11-23T09:00:00.5", "agent_message", SAM))
    said = clock(clocks(brief)["a"], "first_reply")
    assert (said["elapsed_seconds"], type(said["target_seconds"])) == (0.5, int)


def test_a_name_that_is_no_text_is_printed_as_far_as_it_is(clocks: Clocks) -> None:
    assert list(clocks(case("\ud800ü", ("2026-11-23T09:00", "created")))) == ["\ufffdü"]


def test_a_log_may_come_through_a_pipe(bare: Run, desk: str) -> None:
    words = ["clocks", "--desk", desk, "-", "--tz", "Europe/Berlin", "--at", "2026-11-23T12:25"]
    piped = CliRunner().invoke(main, words, input=QUESTIONS)
    assert json.loads(piped.stdout)["tickets"][0]["ticket_id"] == "a"


# What cannot be.


@pytest.mark.parametrize(
    ("log", "options", "says"),
    [
        ("{", {}, "Error: log.jsonl:1 is no JSON; write one case a line: {...ticket_id..., ...events...}\n"),
        (QUESTIONS + "\n[1]", {}, "Error: log.jsonl:2 is no case; write an object with ticket_id and events\n"),
        (
            QUESTIONS,
            {"tz": None, "at": "2026-11-23T12:25Z"},
            "Error: log.jsonl:1 has a time without an offset; say in which zone the log was written: "
            "--tz Europe/Berlin\n",
        ),
        (QUESTIONS, {"tz": "Europe/Berlim"}, "Error: 'Europe/Berlim' is no time zone; give one like Europe/Berlin\n"),
        (
            QUESTIONS,
            {"at": "yesterday"},
            f"Error: 'yesterday' is no time; {AS_THEY_ARE_WRITTEN}\n",
        ),
        (
            QUESTIONS,
            {"at": "2026-11-23T12:25", "tz": None},
            "Error: '2026-11-23T12:25' has no offset; say in which zone it is: --tz Europe/Berlin\n",
        ),
        (
            QUESTIONS,
            {"at": "9999-12-31T00:00"},
            f"Error: '9999-12-31T00:00' is no time; {AS_THEY_ARE_WRITTEN}\n",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    typed: Callable[..., Result], log: str, options: dict[str, Any], says: str
) -> None:
    result = typed(log, **options)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", says)


def test_a_broken_desk_is_named_by_line(typed: Callable[..., Result], tmp_path: Path, desk: str) -> None:
    text = (tmp_path / desk).read_text()
    (tmp_path / desk).write_text(text.replace("routing: {team: first-line}", "routing: {team: second}"))
    result = typed(QUESTIONS)
    line = 1 + text[: text.index("routing:")].count("\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f'desk.yaml:{line} routing.team: there is no team "second"')


def test_the_same_case_twice_is_taken_once_and_counted(typed: Callable[..., Result]) -> None:
    said = json.loads(typed(QUESTIONS, QUESTIONS).stdout)
    assert (len(said["tickets"]), said["ignored"]) == (1, {"cases that stand in the files twice": 1})
