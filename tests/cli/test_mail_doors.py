"""`escalator mail ingest` and `mail listen` as real processes: what they thanked for is there, come what may."""

import os
import signal
import smtplib
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import select

from escalator.bootstrap import Application, build
from escalator.embedded.leash import leashed
from escalator.embedded.valkey import free_port
from escalator.store.tables import incoming_mail
from tests.servers.crew import ADMIN, ROOT, hasty_desk, settings_on
from tests.servers.processes import eventually

pytestmark = pytest.mark.slow

MAIL = b"From: dana@city.example\nSubject: hello\nMessage-ID: <1@city.example>\n\nIt is broken.\n"
SUPPORT = "support@harbour.example"
RUN = (sys.executable, "-c", "from escalator.cli import main; main()")


def environment(database_url: str) -> dict[str, str]:
    return os.environ | {
        "DATABASE_URL": database_url,
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "SMTP_URL": "smtp://127.0.0.1:1?tls=none",
        "BASE_URL": "http://127.0.0.1:8000",
        "SECRET_KEY": "a secret of the tests",
        "PYTHONPATH": str(ROOT),
    }


def ingests(database_url: str, mail: bytes = MAIL, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [*RUN, "mail", "ingest", *words]
    return subprocess.run(command, input=mail, env=environment(database_url), capture_output=True, timeout=60)


@pytest.fixture
def app(database_url: str) -> Iterator[Application]:
    app = build(settings_on(database_url))
    app.desk.apply(ADMIN, hasty_desk())
    yield app
    app.close()


def kept(app: Application) -> list[tuple[str, str | None, bytes]]:
    with app.database.reading() as tx:
        rows = tx.conn.execute(select(incoming_mail).order_by(incoming_mail.c.id)).all()
    return [(row.door, row.envelope_from, row.raw) for row in rows]


def test_a_pipe_that_ends_well_has_kept_the_mail(app: Application, database_url: str) -> None:
    for _ in range(2):
        done = ingests(database_url, MAIL, "--from", "", "--to", SUPPORT)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert kept(app) == [("pipe", "", MAIL)]


def test_a_pipe_needs_no_desk_and_minds_no_odd_octets(sqlite_database_url: str) -> None:
    odd = "d\udcffna@city.example"
    assert ingests(sqlite_database_url, b"\xff\x00 no header at all", "--from", odd, "--to", "x").returncode == 0
    app = build(settings_on(sqlite_database_url))
    assert kept(app) == [("pipe", "d?na@city.example", b"\xff\x00 no header at all")]
    app.close()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://nobody@127.0.0.1:1/nothing",
        "sqlite:////nowhere/at/all.db",
        "sqlite:////tmp/../dev/null",
        "",
        "x",
    ],
)
def test_what_may_be_mended_is_a_temporary_failure(url: str) -> None:
    done = ingests(url)
    assert (done.returncode, done.stdout) == (75, b"")
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_database_of_another_release_is_a_temporary_failure(tmp_path: Path) -> None:
    done = ingests(f"sqlite:///{tmp_path / 'empty.db'}")
    assert (done.returncode, b"escalator migrate" in done.stderr) == (75, True)


def test_what_will_never_be_taken_is_said_at_once(sqlite_database_url: str) -> None:
    assert ingests(sqlite_database_url, b"x" * 25_000_001).returncode == 65
    assert ingests(sqlite_database_url, b"\n").returncode == 65


def test_a_pipe_that_is_killed_has_not_said_that_it_went_well(app: Application, database_url: str) -> None:
    process = subprocess.Popen(
        [*RUN, "mail", "ingest"], stdin=subprocess.PIPE, env=environment(database_url), stderr=subprocess.DEVNULL
    )
    assert process.stdin is not None
    process.stdin.write(MAIL)
    process.stdin.flush()
    process.terminate()
    process.stdin.close()
    assert process.wait(10) not in (0, 65)
    assert kept(app) == []


class Listener:
    """One `escalator mail listen`; `start` again after a kill, on the same port."""

    def __init__(self, database_url: str, log: Path, more: Mapping[str, str]) -> None:
        self.port, self.log = free_port(), log
        self._environment = environment(database_url) | more

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                leashed([*RUN, "mail", "listen", "--port", str(self.port)]),
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        assert eventually(self._listens, 60), self.log.read_text()

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def hears(self, mail: bytes = MAIL) -> None:
        with smtplib.SMTP("127.0.0.1", self.port, timeout=20) as client:
            client.sendmail("dana@city.example", [SUPPORT], mail.replace(b"\n", b"\r\n"))


@contextmanager
def listening(database_url: str, log: Path, **more: str) -> Iterator[Listener]:
    listener = Listener(database_url, log, more)
    listener.start()
    try:
        yield listener
    finally:
        listener.process.kill()
        listener.process.wait()


def test_a_mail_by_smtp_is_kept_and_the_listener_ends_when_told(
    app: Application, database_url: str, tmp_path: Path
) -> None:
    with listening(database_url, tmp_path / "log") as listener:
        listener.hears()
        with (
            pytest.raises(smtplib.SMTPRecipientsRefused) as refused,
            smtplib.SMTP("127.0.0.1", listener.port) as client,
        ):
            client.sendmail("dana@city.example", ["lee@harbour.example"], MAIL)
        assert refused.value.recipients["lee@harbour.example"][0] == 550
        listener.process.terminate()
        assert listener.process.wait(10) == 0
    assert kept(app) == [("smtp", "dana@city.example", MAIL.replace(b"\n", b"\r\n"))]
    assert "dana@" not in listener.log.read_text()
    assert "Traceback" not in listener.log.read_text()


def test_without_a_desk_or_with_a_broken_schema_the_sender_keeps_the_mail(
    sqlite_database_url: str, tmp_path: Path
) -> None:
    with listening(sqlite_database_url, tmp_path / "log") as listener:
        with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
            listener.hears()
        assert refused.value.recipients[SUPPORT][0] == 451
        app = build(settings_on(sqlite_database_url))
        with app.database.transaction() as tx:
            tx.conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        app.close()
        assert eventually(lambda: listener.process.poll() is not None, 20)
        assert listener.process.returncode == 1
        assert "escalator migrate" in listener.log.read_text()


def test_a_listener_killed_before_its_answer_loses_nothing_and_doubles_nothing(
    app: Application, database_url: str, tmp_path: Path
) -> None:
    with listening(database_url, tmp_path / "log") as listener:
        with socket.create_connection(("127.0.0.1", listener.port), 10) as line:
            answers = line.makefile("rb")
            answers.readline()
            for words in f"HELO mx\r\nMAIL FROM:<d@x.example>\r\nRCPT TO:<{SUPPORT}>\r\nDATA\r\n".splitlines(True):
                line.sendall(words.encode())
                answers.readline()
            line.sendall(MAIL.replace(b"\n", b"\r\n") + b".\r\n")
            until = monotonic() + 10
            while not kept(app) and monotonic() < until:
                pass
            # The row is there; the answer may be on its way or never be.
            os.kill(listener.process.pid, signal.SIGKILL)
            listener.process.wait()
            answers.close()
        listener.start()
        listener.hears()
    assert [door for door, _, _ in kept(app)] == ["smtp"]


def test_mail_survives_any_number_of_kills_in_the_middle(app: Application, database_url: str, tmp_path: Path) -> None:
    numbers = range(40)
    with listening(database_url, tmp_path / "log") as listener:
        for number in numbers:
            mail = MAIL.replace(b"<1@", b"<%d@" % number)
            if number % 13 == 5:
                listener.process.kill()
                listener.process.wait()
                with pytest.raises(ConnectionRefusedError):
                    listener.hears(mail)
                listener.start()
            listener.hears(mail)
            listener.hears(mail)
    assert len(kept(app)) == len(numbers)
