"""`escalator up`: ready within seconds, one for each folder, nothing left behind, everything kept."""

import json
import os
import re
import signal
import smtplib
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from escalator.embedded.home import AlreadyRunning, Home
from escalator.embedded.leash import leashed
from escalator.embedded.ports import PortTaken, require_free
from escalator.embedded.valkey import free_port
from tests.servers.crew import ROOT, hasty_desk
from tests.servers.processes import eventually, is_gone

RUN = "from escalator.cli import main; main()"


class Up:
    """One `escalator up` in `folder`, as a newcomer starts it, on ports that are free."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.web, self.flower, self.mail, self.inbox = free_port(), free_port(), free_port(), free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Up":
        ours = ("DATABASE_URL", "REDIS_URL", "SMTP_URL", "BASE_URL", "SECRET_KEY")
        environment = {name: value for name, value in os.environ.items() if name not in ours}
        environment |= {
            "PYTHONPATH": str(ROOT),
            "ESCALATOR_WEB_PORT": str(self.web),
            "ESCALATOR_FLOWER_PORT": str(self.flower),
            "ESCALATOR_MAIL_PORT": str(self.mail),
            "ESCALATOR_INBOX_PORT": str(self.inbox),
            "DESK_FILE": str(self._hasty_desk()),
        }
        with (self.folder / "said").open("ab") as said:
            self._process = subprocess.Popen(
                leashed([sys.executable, "-u", "-c", RUN, "up"]),
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        return self

    def _hasty_desk(self) -> Path:
        """The example desk, whose fire drill takes a second instead of twenty."""
        file = self.folder / "desk.yaml"
        file.write_text(hasty_desk())
        return file

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        assert self._process is not None
        return self._process

    def said(self) -> str:
        return (self.folder / "said").read_text()

    def is_ready(self, times: int = 1) -> bool:
        return eventually(lambda: self.said().count("Escalator is ready") == times, 40)

    def family(self) -> list[int]:
        """All processes that it has started, and those that they have."""
        found, todo = [], [self.process.pid]
        while todo:
            for task in Path(f"/proc/{todo.pop()}/task").glob("*/children"):
                children = [int(child) for child in task.read_text().split()]
                found += children
                todo += children
        return found

    def call(self, path: str, sent: dict[str, Any] | None = None) -> dict[str, Any]:
        key = (self.folder / ".escalator" / "first-api-key").read_text().strip()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.web}{path}",
            json.dumps(sent).encode() if sent else None,
            {"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            body: dict[str, Any] = json.load(answer)
            return body

    def mails(self) -> list[Path]:
        return list((self.folder / ".escalator" / "mail").glob("*.eml"))

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(15)


@pytest.fixture
def up(tmp_path: Path) -> Iterator[Up]:
    one = Up(tmp_path)
    yield one
    one.stop()


DRILL = {
    "subject": "Fire drill",
    "body": "The light is out.",
    "requester": {"email": "dana@city.example"},
    "tags": ["drill"],
}

MAIL = b"From: kim@city.example\r\nSubject: Out of paper\r\nMessage-ID: <1@city.example>\r\n\r\nPlease help.\r\n"


@pytest.mark.slow
def test_a_fire_drill_ends_in_a_mail_and_a_restart_keeps_the_ticket(up: Up) -> None:
    assert up.start().is_ready(), up.said()
    ticket = up.call("/v1/tickets", DRILL)
    family = up.family()
    assert eventually(up.mails, 30)
    with smtplib.SMTP("127.0.0.1", up.inbox) as client:
        client.sendmail("kim@city.example", ["support@harbour.example"], MAIL)
    assert eventually(lambda: "Out of paper" in {each["subject"] for each in up.call("/v1/tickets")["items"]}, 30)

    up.process.send_signal(signal.SIGINT)

    up.process.wait(10)
    assert [pid for pid in family if not is_gone(pid)] == []
    assert "Stopped." in up.said()

    assert up.start().is_ready(times=2), up.said()
    kept = up.call(f"/v1/tickets/{ticket['id']}")
    assert (kept["subject"], kept["status"]) == ("Fire drill", "escalated")
    keys = set(re.findall(r"esc_[\w-]{20,}", up.said()))
    assert len(keys) == 1


@pytest.mark.slow
def test_killing_it_leaves_no_process_and_what_dies_is_started_again(up: Up) -> None:
    assert up.start().is_ready(), up.said()
    beat = next(pid for pid in up.family() if b"beat\0" in Path(f"/proc/{pid}/cmdline").read_bytes())

    os.kill(beat, signal.SIGKILL)
    assert eventually(lambda: "beat ended (killed by SIGKILL); starting it again in 1 s" in up.said())
    assert eventually(lambda: any(b"beat\0" in _command(pid) for pid in up.family() if pid != beat))

    family = up.family()
    assert len(family) >= 13
    up.process.kill()
    up.process.wait()
    assert eventually(lambda: all(is_gone(pid) for pid in family), 10)


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def test_a_second_one_in_the_same_folder_says_so(tmp_path: Path) -> None:
    says_so = pytest.raises(AlreadyRunning, match=rf"running already in .*\(process {os.getpid()}\)")
    with Home(tmp_path).entered(), says_so, Home(tmp_path).entered():
        pass

    with Home(tmp_path).entered():
        pass


def test_a_busy_port_is_named_with_the_variable_that_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("escalator.embedded.ports.PATIENCE_SECONDS", 0.1)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]

        with pytest.raises(PortTaken, match=rf"port {port} .* is taken .* ESCALATOR_WEB_PORT={port + 1}"):
            require_free({"ESCALATOR_WEB_PORT": port})

    require_free({"ESCALATOR_WEB_PORT": port})


def test_the_secret_key_is_made_once_and_is_nobody_elses_business(tmp_path: Path) -> None:
    home = Home(tmp_path)

    key = home.secret_key()

    assert len(key) == 64
    assert home.secret_key() == key
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_the_logs_of_the_start_before_are_kept(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.logs.mkdir()
    (home.logs / "web.log").write_text("yesterday")

    home.turn_logs()

    assert (home.logs / "web.log.1").read_text() == "yesterday"
    assert not (home.logs / "web.log").exists()
