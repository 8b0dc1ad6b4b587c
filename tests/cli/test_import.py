"""`escalator import` as somebody types it: files in, tables out, twice the same, errors by file and line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.desk_texts import EXAMPLE

from .conftest import Run

ROOT = Path(__file__).parents[2]
CASE = {
    "ticket_id": "INC1",
    "events": [
        {"at": "2026-03-02T09:00:00", "type": "created", "to": "New", "mood": "bad"},
        {"at": "2026-03-03T09:00:00", "type": "resolved", "to": "Resolved"},
    ],
}


@pytest.fixture
def log(escalator: Run, tmp_path: Path) -> str:
    (tmp_path / "desk.yaml").write_text(EXAMPLE, encoding="utf-8")
    assert escalator("desk", "apply", "desk.yaml").exit_code == 0
    (tmp_path / "log.jsonl").write_text(json.dumps(CASE), encoding="utf-8")
    return "log.jsonl"


def typed(*words: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, since an import says where its log lines go."""
    command = [sys.executable, "-c", "from escalator.cli import main; main()", "import", *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.slow
def test_an_import_prints_what_came_of_it_and_does_nothing_twice(log: str) -> None:
    first = typed(log, "--tz", "Europe/Berlin")
    assert (first.returncode, first.stderr) == (0, "")
    shown = [line.split() for line in first.stdout.splitlines()]
    assert ["entries", "played", "2"] in shown
    assert ["ignored:", "fields", '"mood"', "1"] in shown
    assert ["resolution", "1", "0", "0", "0"] in shown
    assert "Ladder runs" in first.stdout
    second = [line.split() for line in typed(log, "--tz", "Europe/Berlin").stdout.splitlines()]
    assert ["entries", "played", "0"] in second
    assert ["cases", "that", "were", "here", "before", "1"] in second
    assert ["resolution", "1", "0", "0", "0"] in second


@pytest.mark.slow
def test_a_log_that_cannot_be_read_is_named_by_file_and_line(log: str) -> None:
    refused = typed(log)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        "Error: log.jsonl:1 has a time without an offset; say in which zone the log was written: --tz Europe/Berlin\n"
    )
