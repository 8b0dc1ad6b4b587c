"""The folder of `escalator up`: database, broker, mails, logs and keys; one user, one run at a time."""

import fcntl
import os
import secrets
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from escalator.core.errors import EscalatorError
from escalator.settings import SettingsError


class AlreadyRunning(EscalatorError):
    """Another `escalator up` works in the same folder."""

    code = "already_running"


class Home:
    """The state of an embedded desk, in `path`; what is secret can be read by its owner only."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = path / "escalator.sqlite"
        self.broker = path / "broker"
        self.mail = path / "mail"
        self.logs = path / "logs"
        self.first_key = path / "first-api-key"

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Makes the folder, and keeps everybody else out until the end; raises `AlreadyRunning`."""
        os.umask(0o077)  # customers' words stand in the database, the mails and the broker's file
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise SettingsError(f"{self.path} is a file; name a folder with ESCALATOR_HOME") from None
        self.logs.mkdir(exist_ok=True)
        with (self.path / "lock").open("a+") as lock:
            _take(lock, self.path)
            yield

    def secret_key(self) -> str:
        """The key with which links are signed; made at the first start and kept, so that links stay valid."""
        return self._kept("secret-key", secrets.token_hex(32))

    def webhook_secret(self) -> str:
        """What webhooks are signed with, in the form of Standard Webhooks; receivers check them with the same."""
        return self._kept("webhook-secret", f"whsec_{b64encode(secrets.token_bytes(32)).decode()}")

    def _kept(self, name: str, new: str) -> str:
        file = self.path / name
        if not file.exists():
            write_private(file, new)
        return file.read_text().strip()

    def leave_word(self, environment: Mapping[str, str]) -> None:
        """Tells other commands in this folder where the parts of this desk are (`settings.adopt`)."""
        lines = "\n".join(f"{name}={value}" for name, value in sorted(environment.items()))
        write_private(self.path / "env", lines)

    def turn_logs(self) -> None:
        """Every start writes new logs and keeps those of the start before."""
        for log in self.logs.glob("*.log"):
            log.replace(log.with_suffix(".log.1"))


def write_private(file: Path, text: str) -> None:
    """Writes a file that nobody else may read, at no moment."""
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
        handle.write(text + "\n")


def _take(lock: IO[str], folder: Path) -> None:
    """The lock goes with its process, even by kill -9; the number in it is only for the sentence."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        raise AlreadyRunning(
            f"escalator up is running already in {folder} (process {lock.read().strip() or 'unknown'});"
            " stop that one first, or give this one a folder of its own with ESCALATOR_HOME"
        ) from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
