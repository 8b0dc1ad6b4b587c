"""The mail sink keeps what we send, says so, and ends when it is told to."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from escalator.adapters.channels import Outcome, Sending
from escalator.adapters.smtp import SmtpChannel

pytestmark = [pytest.mark.enable_socket, pytest.mark.slow]

MAIL = b"To: sam@desk.example\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\r\n.hello\r\n"
SENDING = Sending("sam@desk.example", MAIL, datetime(2026, 11, 20, 9, tzinfo=UTC), sender="help@desk.example")


@contextmanager
def running_sink(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-W", "error", "-m", "escalator.embedded.mail_sink"]
    arguments = ["--port", str(port), "--folder", str(folder)]
    with subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, text=True) as sink:
        try:
            assert "listening" in sink.stdout.readline()
            yield sink, f"smtp://127.0.0.1:{port}?tls=none"
        finally:
            sink.kill()


def test_each_mail_becomes_a_file_and_a_line(tmp_path: Path) -> None:
    (tmp_path / "0007.eml").write_bytes(b"from an earlier run")
    with running_sink(tmp_path) as (sink, url), closing(SmtpChannel(url)) as channel:
        assert channel.deliver(SENDING).outcome is Outcome.SENT
        assert sink.stdout.readline().startswith("mail: to sam@desk.example: Grüße (")
    assert (tmp_path / "0008.eml").read_bytes() == MAIL


def test_it_ends_cleanly_when_it_is_told_to(tmp_path: Path) -> None:
    with running_sink(tmp_path) as (sink, url), closing(SmtpChannel(url)) as channel:
        channel.deliver(SENDING)
        sink.send_signal(signal.SIGTERM)
        assert sink.wait(timeout=5) == 0
