"""The Procfile as it stands, on PostgreSQL and a real broker: all of it comes up, and an escalation mail arrives."""

import json
import os
import shlex
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from escalator.embedded.leash import leashed
from escalator.embedded.valkey import free_port
from tests.servers.crew import ROOT, Crew, hasty_desk, open_drills
from tests.servers.databases import Databases
from tests.servers.processes import eventually

PROCESSES = ("web", "worker", "mailer", "caller", "reader", "beat", "flower")


def lines() -> dict[str, str]:
    text = (ROOT / "Procfile").read_text()
    pairs = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: command.strip() for name, _, command in pairs}


def test_it_names_every_kind_of_process_and_the_release() -> None:
    assert set(lines()) == {"release", *PROCESSES}


def test_flower_is_for_this_machine_only_and_can_change_nothing() -> None:
    words = shlex.split(lines()["flower"])
    assert "--address=127.0.0.1" in words
    assert "--read-only" in words


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with the commands that an installation has, and `escalator` as it is in this folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "escalator"
    command.write_text(f"#!{sys.executable}\nfrom escalator.cli import main\nmain()\n")
    command.chmod(0o755)
    return folder


@pytest.fixture
def crew(tmp_path: Path, postgres_databases: Databases, empty_valkey_url: str) -> Iterator[Crew]:
    with Crew(tmp_path / "crew", postgres_databases.blank(), empty_valkey_url) as crew:
        yield crew


@pytest.mark.slow
def test_started_as_it_stands_it_escalates_and_mails(crew: Crew, programs: Path, tmp_path: Path) -> None:
    desk_file = tmp_path / "desk.yaml"
    desk_file.write_text(hasty_desk())
    port = free_port()
    environment = os.environ | crew.environment
    environment |= {
        "DESK_FILE": str(desk_file),
        "PORT": str(port),
        "FLOWER_PORT": str(crew.flower_port),
        "WEB_CONCURRENCY": "1",
        "WORKER_CONCURRENCY": "1",
        "MAILER_CONCURRENCY": "1",
        "READER_CONCURRENCY": "1",
        "PATH": f"{programs}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    crew.mail_sink()
    with (tmp_path / "honcho.log").open("wb") as log:
        honcho = subprocess.Popen(
            leashed([sys.executable, "-m", "honcho", "start", "-p", str(port)]),
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        assert eventually(lambda: answers(f"http://127.0.0.1:{port}/readyz"), 40), (
            tmp_path / "honcho.log"
        ).read_text()
        app = crew.application()
        open_drills(app, 1)
        app.close()
        assert eventually(lambda: len(crew.mails()) == 1, 20), (tmp_path / "honcho.log").read_text()
        assert eventually(lambda: fired(crew), 10)
    finally:
        honcho.terminate()
        honcho.wait(20)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def fired(crew: Crew) -> bool:
    return "escalation.fire" in {task["name"] for task in json.loads(crew.flower_json("/api/tasks")).values()}
