"""`escalator loops` on small logs: each signal with its evidence, the verdict, and when it was first reached."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from escalator.cli import main
from escalator.embedded.first_run import EXAMPLE_DESK

from .conftest import Run
from .test_clocks import SAM, Entry, berlin, case

CANNED = "Thank you for contacting us. Pages can be reported with the form in our help area. It is closed."
LONGING = case(
    "a",
    ("2026-11-23T09:00", "created", {"actor": "dana", "body": "Please remove the page."}),
    ("2026-11-23T10:00", "agent_message", SAM | {"body": CANNED}),
    ("2026-11-23T11:00", "customer_message", {"body": "That did not help."}),
    ("2026-11-23T12:00", "agent_message", SAM | {"body": f"Hello Dana,\n{CANNED}"}),
    ("2026-11-23T13:00", "customer_message", {"body": "> closed\nMay I speak to a human being?"}),
)
SILENT = case(
    "s",
    ("2026-11-23T09:00", "created", {"actor": "dana", "body": "Is the harbour open?"}),
    ("2026-11-26T09:00", "agent_message", SAM | {"body": "It is."}),
    ("2026-11-26T09:05", "resolved", SAM),
)
QUIET = case(
    "q",
    ("2026-11-23T09:00", "created", {"actor": "dana"}),
    ("2026-11-23T10:00", "agent_message", SAM | {"body": "Here you are."}),
    ("2026-11-23T10:00", "resolved", SAM),
)

Loops = Callable[..., dict[str, Any]]


@pytest.fixture
def typed(bare: Run, tmp_path: Path) -> Callable[..., Result]:
    """Runs the command on a log of these cases."""

    def run(*cases: str, tz: str | None = "Europe/Berlin", words: tuple[str, ...] = ()) -> Result:
        (tmp_path / "log.jsonl").write_text("\n".join(cases), encoding="utf-8")
        return bare("loops", "log.jsonl", *(["--tz", tz] if tz else []), *words)

    return run


@pytest.fixture
def loops(typed: Callable[..., Result]) -> Loops:
    """What the command says of each case, by its name."""

    def run(*cases: str, words: tuple[str, ...] = ()) -> dict[str, Any]:
        result = typed(*cases, words=("--json", "-", *words))
        assert (result.exit_code, result.stderr) == (0, "")
        return {found["ticket_id"]: found for found in json.loads(result.stdout)["cases"]}

    return run


def signals(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {signal["kind"]: signal for signal in found["signals"]}


def test_a_case_says_what_was_found_and_when_the_verdict_was_first_reached(loops: Loops) -> None:
    found = loops(LONGING)["a"]
    reached = berlin("2026-11-23 13:00")
    assert (found["verdict"], found["score"], found["escalate_at"]) == ("escalate", 8, reached)
    assert signals(found)["no_help"] == {
        "kind": "no_help",
        "at": berlin("2026-11-23 11:00"),
        "weight": 1,
        "evidence": [3],
        "why": "the customer says that it did not help",
    }
    assert signals(found)["same_reply"]["evidence"] == [2, 3, 4, 5]
    assert signals(found)["wants_person"]["evidence"] == [5]


def test_a_silence_is_found_at_the_instant_at_which_it_is_too_long(loops: Loops) -> None:
    found = loops(SILENT)["s"]
    assert signals(found)["silence"]["at"] == found["escalate_at"] == berlin("2026-11-24 13:00")
    assert found["ended_at"] == berlin("2026-11-26 09:05")


def test_what_people_do_at_that_instant_comes_first(loops: Loops) -> None:
    assert loops(SILENT.replace("2026-11-26T09:00", "2026-11-24T13:00"))["s"]["verdict"] == ""


def test_the_last_silence_ends_with_the_log(loops: Loops) -> None:
    waits = case("w", ("2026-11-23T09:00", "created", {"actor": "dana", "body": "Hello?"}))
    assert loops(waits)["w"]["verdict"] == ""
    assert loops(waits, LONGING.replace("-23T13:00", "-24T12:59"))["w"]["verdict"] == ""
    assert loops(waits, LONGING.replace("-23T13:00", "-24T13:00"))["w"]["verdict"] == "escalate"


def test_two_open_cases_of_one_customer_on_one_matter_know_of_each_other(loops: Loops) -> None:
    dana = {"requester": "dana@city.example"}
    one = case("one", ("2026-11-23T09:00", "created", {"body": "See INV-20417", **dana}))
    two = case("two", ("2026-11-23T11:00", "created", {"body": "About INV-20417 again.", **dana}))
    other = case("other", ("2026-11-23T12:00", "created", {"body": "Something else entirely.", **dana}))
    found = loops(one, two, other)
    assert (found["two"]["linked"], found["other"]["linked"]) == (["one"], [])
    assert signals(found["two"])["two_tickets"]["at"] == berlin("2026-11-23 11:00")


def test_a_person_reads_with_which_case_one_is_linked(typed: Callable[..., Result]) -> None:
    eve = {"requester": {"email": "eve@city.example", "organization": "City"}}
    dana = {"requester": {"email": "dana@city.example", "organization": "City"}}
    one = case("one", ("2026-11-23T09:00", "created", {"body": "See INV-20417", **dana}))
    two = case("two", ("2026-11-23T11:00", "created", {"body": "About INV-20417.", **dana}))
    colleague = case("colleague", ("2026-11-23T12:00", "created", {"body": "Where is INV-20417?", **eve}))
    told = typed(one, two, colleague).stdout
    assert "two: watch since 2026-11-23 10:00 UTC (score 2), one case with one, colleague\n" in told
    assert "\ncolleague:" not in told


def test_a_merge_keeps_what_was_found(loops: Loops) -> None:
    old = LONGING.replace('"a"', '"old"').removesuffix("]}")
    old += ', {"at": "2026-11-23T15:00", "type": "merged", "into": "young", "actor": "sam"}]}'
    young = case("young", ("2026-11-23T14:00", "created", {"actor": "dana", "body": "Hello?"}))
    found = loops(old, young)["young"]
    assert {"same_reply", "no_help", "wants_person"} <= signals(found).keys()
    assert found["escalate_at"] == berlin("2026-11-23 15:00")


def test_a_case_that_goes_on_after_its_close_came_back(loops: Loops) -> None:
    back: list[Entry] = [("2026-11-23T09:00", "created", {"actor": "dana", "body": "It is broken."})]
    for day in (24, 25):
        back += [
            (f"2026-11-{day}T09:00", "closed", SAM),
            (f"2026-11-{day}T10:00", "customer_message", {"body": "It is not."}),
        ]
    assert signals(loops(case("b", *back))["b"])["reopened"]["weight"] == 2


def test_states_and_teams_alone_are_enough(loops: Loops) -> None:
    moves: list[Entry] = [("2026-11-23T09:00", "created", {"to": "New", "actor": "Opened by 1"})]
    moves += [(f"2026-11-23T{10 + n}:00", "assigned", {"team": team, "actor": "x"}) for n, team in enumerate("abab")]
    found = loops(case("m", *moves))["m"]
    assert signals(found).keys() == {"ping_pong", "handed_on"}
    assert (found["verdict"], signals(found)["ping_pong"]["evidence"]) == ("watch", [4, 5])


def test_what_a_log_tells_of_the_end_is_never_read(loops: Loops) -> None:
    told = SILENT.replace('"events"', '"meta": {"made_sla": true}, "events"')
    assert loops(told) == loops(SILENT)


def test_a_desk_of_ones_own_may_weigh_otherwise(loops: Loops, tmp_path: Path) -> None:
    text = EXAMPLE_DESK.read_text(encoding="utf-8").replace("silence: 12h", "silence: 6h\n  weights: {silence: 2}")
    (tmp_path / "desk.yaml").write_text(text, encoding="utf-8")
    found = loops(SILENT, words=("--desk", "desk.yaml"))["s"]
    assert (found["verdict"], found["watch_at"]) == ("watch", berlin("2026-11-23 15:00"))


def test_a_person_reads_the_cases_and_a_table_over_all(typed: Callable[..., Result]) -> None:
    result = typed(SILENT, QUIET)
    lines = [line.split() for line in result.stdout.splitlines()]
    assert result.stdout.startswith(
        "s: escalate since 2026-11-24 12:00 UTC (score 4)\n    2026-11-24T12:00  silence +4: no"
    )
    assert "q:" not in result.stdout
    assert ["silence", "1", "50.0", "44.1"] in lines
    assert ["escalate", "1", "50.0", "44.1"] in lines
    assert ["2", "cases"] in lines


def test_the_document_may_go_to_a_file_beside_the_table(typed: Callable[..., Result], tmp_path: Path) -> None:
    result = typed(
        SILENT, case("x", ("2026-11-23T09:00", "state_changed", {"to": "Limbo"})), words=("--json", "out.json")
    )
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [found["ticket_id"] for found in said["cases"]] == ["s", "x"]
    assert said["judged"] == 2
    assert "watched" not in said  # that is a verdict, and counted in the totals
    assert {"name": "silence", "cases": 1, "share": 50.0, "hours_before_end": 44.1} in said["totals"]
    assert said["passed_over"] == {'state "Limbo" is not in the desk\'s import.states': 1}
    assert 'state "Limbo"' in result.stdout
    assert "escalate since" not in result.stdout


def test_a_log_may_come_through_a_pipe(bare: Run) -> None:
    piped = CliRunner().invoke(main, ["loops", "-", "--tz", "Europe/Berlin", "--json", "-"], input=SILENT)
    assert json.loads(piped.stdout)["cases"][0]["ticket_id"] == "s"


@pytest.mark.parametrize(
    ("log", "tz", "says"),
    [
        (
            "{",
            "Europe/Berlin",
            "Error: log.jsonl:1 is no JSON; write one case a line: {...ticket_id..., ...events...}\n",
        ),
        (
            SILENT,
            None,
            "Error: log.jsonl:1 has a time without an offset; say in which zone the log was written: "
            "--tz Europe/Berlin\n",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    typed: Callable[..., Result], log: str, tz: str | None, says: str
) -> None:
    result = typed(log, tz=tz)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", says)
