"""The real processes around a database and a broker: workers, mailer, beat, Flower and a mail sink."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

from escalator.bootstrap import Application, build
from escalator.core.access import Principal, Role
from escalator.core.ticket.ticket import Requester
from escalator.embedded.leash import leashed
from escalator.embedded.valkey import free_port
from escalator.service.opening import NewTicket
from escalator.settings import Settings
from escalator.store.database import Clock

from .processes import eventually

ROOT = Path(__file__).parents[2]
ADMIN = Principal(Role.ADMIN, "admin", "mia@harbour.example")
DANA = Requester("dana@city.example", "Dana Fox")

# Workers that greet no other workers start a second earlier.
LONELY = ("--without-mingle", "--without-gossip")

STOP_SECONDS = 8.0


class Crew:
    """Starts programs by name and ends them all; their words are kept in `folder`, their mails in `folder/mail`."""

    def __init__(self, folder: Path, database_url: str, redis_url: str) -> None:
        self.folder = folder
        self.flower_port, self.mail_port = free_port(), free_port()
        self.environment = {
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "SMTP_URL": f"smtp://127.0.0.1:{self.mail_port}?tls=none",
            "BASE_URL": "http://127.0.0.1:8000",
            "SECRET_KEY": "a secret of the tests",
            "REMAP_SIGTERM": "SIGQUIT",
            "FLOWER_UNAUTHENTICATED_API": "true",
            "PYTHONPATH": str(ROOT),
        }
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._names = 0

    def application(self, clock: Clock | None = None) -> Application:
        """The use cases on the same database, in this very process."""
        given = self.environment
        settings = settings_on(given["DATABASE_URL"], given["REDIS_URL"], given["SMTP_URL"])
        return build(settings, clock=clock)

    def worker(self, processes: int = 2) -> str:
        return self._celery(
            "worker", "worker", *LONELY, "-Q", "sweep", "-c", str(processes), "-n", f"sweep{self._names}@test"
        )

    def mailer(self) -> str:
        return self._celery("mailer", "worker", *LONELY, "-Q", "mail", "-c", "1", "-n", f"mail{self._names}@test")

    def caller(self) -> str:
        return self._celery("caller", "worker", *LONELY, "-Q", "webhook", "-c", "1", "-n", f"call{self._names}@test")

    def beat(self) -> str:
        return self._celery("beat", "beat", "--pidfile=")

    def flower(self) -> str:
        options = ("--address=127.0.0.1", f"--port={self.flower_port}", "--read-only")
        return self._celery("flower", "flower", *options)

    def mail_sink(self) -> str:
        options = ("--port", str(self.mail_port), "--folder", str(self.folder / "mail"))
        return self._start("mail_sink", "escalator.embedded.mail_sink", *options)

    def mails(self) -> list[Path]:
        return sorted((self.folder / "mail").glob("*.eml"))

    def pid(self, name: str) -> int:
        return self._running[name].pid

    def said(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def is_ready(self, name: str) -> bool:
        """Whether a worker has said that it takes tasks."""
        return "ready." in self.said(name)

    def kill(self, name: str) -> None:
        """As the kernel does when memory is short: the parent is gone, and nobody was asked."""
        self._running[name].kill()
        self._running[name].wait()

    def ask_to_stop(self, name: str) -> None:
        self._running[name].terminate()

    def ended(self, name: str) -> bool:
        return self._running[name].poll() is not None

    def children(self, name: str) -> list[int]:
        """The processes that a program has forked."""
        pid = self.pid(name)
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def flower_json(self, path: str, posted: bytes | None = None) -> bytes:
        """Flower's answer; with `posted` to a POST."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.flower_port}{path}", posted, timeout=5) as answer:
            body: bytes = answer.read()
            return body

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._running.values():
            process.send_signal(signal.SIGTERM)
        patience = time.monotonic() + STOP_SECONDS
        for process in self._running.values():
            try:
                process.wait(max(patience - time.monotonic(), 0))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def _celery(self, name: str, *words: str) -> str:
        app = "workers.app" if words[0] == "worker" else "workers.bell"
        return self._start(name, "celery", "--quiet", "-A", app, *words)

    def _start(self, name: str, module: str, *words: str) -> str:
        self._names += 1
        unique = f"{name}-{self._names}"
        with (self.folder / f"{unique}.log").open("wb") as log:
            self._running[unique] = subprocess.Popen(
                leashed([sys.executable, "-m", module, *words]),
                cwd=ROOT,
                env=os.environ | self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        return unique


def settings_on(
    database_url: str, redis_url: str = "redis://127.0.0.1:1/0", smtp_url: str = "smtp://127.0.0.1:1?tls=none"
) -> Settings:
    """Settings for use cases in this very process; nobody listens on port 1."""
    return Settings(database_url, redis_url, smtp_url, "http://127.0.0.1:8000", "a secret of the tests", None, "INFO")


def hasty_desk(first_reply: str = "1s") -> str:
    """The example desk, where a drill breaks its promise in no time, and Lee is asked at any hour and has an hour."""
    text = (ROOT / "escalator" / "example" / "desk.yaml").read_text()
    hasty = text.replace("{first_reply: 20s}", f"{{first_reply: {first_reply}}}")
    asked = "whom: lead\n        acknowledge_within: 30s"
    assert asked in hasty
    return hasty.replace(asked, "whom: {agent: lee@harbour.example}\n        acknowledge_within: 1h")


def open_drills(app: Application, count: int) -> list[str]:
    """Opens tickets whose promise is about to break."""
    new = NewTicket(subject="the printer burns", body="it really does", requester=DANA, tags=("drill",))
    return [app.tickets.create(ADMIN, new).id for _ in range(count)]


def all_ready(crew: Crew, *names: str) -> bool:
    return eventually(lambda: all(crew.is_ready(name) for name in names), 30)
