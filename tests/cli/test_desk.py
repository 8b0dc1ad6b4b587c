"""`escalator desk`: a desk is checked anywhere, and put into use where the database is."""

from pathlib import Path

import pytest

from tests.core.desk_texts import EXAMPLE

from .conftest import Run


@pytest.fixture
def sound(tmp_path: Path) -> str:
    return written(tmp_path / "desk.yaml", EXAMPLE)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    return written(tmp_path / "desk.yaml", EXAMPLE.replace("lead: lee@", "lead: lea@"))


def written(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    return file.name


def test_a_sound_desk_is_checked_without_any_settings(bare: Run, sound: str) -> None:
    result = bare("desk", "check", sound)
    assert (result.exit_code, result.stdout) == (0, "desk.yaml: nothing is wrong\n")


def test_a_problem_is_named_by_file_line_and_path(bare: Run, broken: str) -> None:
    result = bare("desk", "check", broken)
    line = 1 + EXAMPLE[: EXAMPLE.index("lead: lee@")].count("\n")
    assert result.exit_code == 1
    said = 'there is no agent "lea@harbour.example". Did you mean "lee@harbour.example"?'
    assert f"desk.yaml:{line} teams.first-line.lead: {said}" in result.stdout.splitlines()


def test_a_doubt_is_said_and_does_not_fail(bare: Run, tmp_path: Path) -> None:
    doubtful = EXAMPLE.replace(
        "members: [sam@harbour.example,", "members: [sam@harbour.example, sam@harbour.example,"
    )
    result = bare("desk", "check", written(tmp_path / "desk.yaml", doubtful))
    assert result.exit_code == 0
    assert "warning: sam@harbour.example is listed 2 times" in result.stdout


def test_what_does_not_fit_comes_first_and_may_hide_more(bare: Run, tmp_path: Path) -> None:
    unfit = EXAMPLE.replace("lead: lee@", "lead: lea@").replace("tier: 1", "tier: one")
    first = bare("desk", "check", written(tmp_path / "desk.yaml", unfit))
    assert (first.exit_code, first.stderr) == (1, "There may be more once these are mended.\n")
    assert ["lea@" in line for line in first.stdout.splitlines()] == [False]
    second = bare("desk", "check", written(tmp_path / "desk.yaml", unfit.replace("tier: one", "tier: 1")))
    assert (second.exit_code, second.stderr) == (1, "")
    assert "lea@" in second.stdout


def test_what_is_no_text_is_said_to_be_none(bare: Run, tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_bytes(b"\xff\xfe\x00")
    for command in ("check", "diagram"):
        result = bare("desk", command, "desk.yaml")
        assert (result.exit_code, "Traceback" in result.output) == (1, False)


def test_a_missing_file_is_a_wrong_usage(bare: Run) -> None:
    assert bare("desk", "check", "nowhere.yaml").exit_code == 2


def test_the_ladders_are_drawn(bare: Run, sound: str) -> None:
    assert bare("desk", "diagram", sound).stdout.startswith("flowchart TD\n")


def test_applying_prints_the_version_and_the_same_again_is_no_new_one(escalator: Run, sound: str) -> None:
    assert escalator("desk", "apply", sound).stdout == "desk.yaml is in use as version 1.\n"
    assert escalator("desk", "apply", sound).stdout == "desk.yaml is in use as version 1.\n"
    with Path(sound).open("a") as desk:
        desk.write("# changed\n")
    assert escalator("desk", "apply", sound).stdout == "desk.yaml is in use as version 2.\n"


def test_a_desk_that_is_in_use_can_be_left_alone(escalator: Run, sound: str) -> None:
    assert escalator("desk", "apply", "--if-none", sound).stdout == "desk.yaml is in use as version 1.\n"
    kept = escalator("desk", "apply", "--if-none", sound)
    assert (kept.exit_code, kept.stdout) == (0, "A desk is in use already, version 1; nothing is changed.\n")


def test_a_broken_desk_is_not_applied(escalator: Run, broken: str) -> None:
    result = escalator("desk", "apply", broken)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "teams.first-line.lead" in result.stderr
    assert escalator("desk", "apply", "--if-none", broken).exit_code == 1
