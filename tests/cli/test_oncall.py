"""`escalator oncall`: who is on call, by the desk in use or by a file, and who stands in."""

from pathlib import Path

from tests.core.desk_texts import EXAMPLE, SMALL
from tests.story import EXAMPLE_DESK, KIM, LEE, RAVI, Story

from .conftest import Run

AT = ("--at", "2199-11-20T15:00:00", "--tz", "Europe/Berlin")


def test_a_file_says_who_would_be_on_call_and_needs_no_database(bare: Run) -> None:
    said = bare("oncall", "--desk", str(EXAMPLE_DESK), "--at", "2026-11-20T15:00:00+01:00").stdout
    night = f"night {KIM} 2026-11-16 09:00 CET 2026-11-23 09:00 CET in turn {LEE} 2026-11-23 09:00 CET"
    assert " ".join(said.split()).endswith(night)


def test_a_desk_without_schedules_says_how_to_get_some(bare: Run, tmp_path: Path) -> None:
    file = tmp_path / "desk.yaml"
    file.write_text(SMALL)
    assert "write them under `schedules:`" in bare("oncall", "--desk", str(file)).stdout


def test_who_stands_in_is_on_call(escalator: Run, database_url: str) -> None:
    with Story(database_url, EXAMPLE):
        made = escalator("oncall", "override", "night", RAVI, "2199-11-20T08:00:00Z", "2199-11-21T08:00:00Z")
        assert made.stdout == (
            f"{RAVI} is on call for night from 2199-11-20 08:00 to 2199-11-21 08:00 UTC (override 1).\n"
        )
        assert f"{RAVI}   2199-11-20 09:00 CET" in escalator("oncall", *AT).stdout
        listed = " ".join(escalator("oncall", "overrides", "night").stdout.split())
        assert listed.endswith(f"1 {RAVI} 2199-11-20 08:00 UTC 2199-11-21 08:00 UTC command line")
        assert escalator("oncall", "withdraw", "night", "1").stdout.endswith("is withdrawn.\n")
        assert RAVI not in escalator("oncall", *AT).stdout
        assert escalator("oncall", "overrides", "night").stdout == "Nobody stands in on night.\n"


def test_what_cannot_be_is_said_in_a_sentence(escalator: Run, database_url: str) -> None:
    with Story(database_url, EXAMPLE):
        late = escalator("oncall", "override", "night", RAVI, "2020-01-01T08:00:00Z", "2020-01-02T08:00:00Z")
        assert (late.exit_code, "lies in the past" in late.stderr) == (1, True)
        unknown = escalator("oncall", "withdraw", "night", "7")
        assert "escalator oncall overrides night" in unknown.stderr
        assert 'no schedule "day"' in escalator("oncall", "overrides", "day").stderr
        assert "is no time" in escalator("oncall", "--at", "soon").stderr
        assert "has no offset" in escalator("oncall", "--at", "2026-11-20T15:00:00").stderr
