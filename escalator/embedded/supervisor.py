"""Keeps programs running: starts them on a leash, starts again what dies, and ends them all, leaving nothing."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from .leash import leashed

FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 30.0
# Whoever lived so long was well: its next end is a new story.
WELL_AFTER_SECONDS = 60.0
STOP_SECONDS = 7.0


@dataclass(frozen=True, slots=True)
class Program:
    """Something to keep running. `stops_last` is for what the others talk to until their end."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    stops_last: bool = False


class Kept:
    """One program with its process and its past."""

    def __init__(self, program: Program, log: Path) -> None:
        self.program, self.log = program, log
        self.failures = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._started = self._again_at = 0.0

    def start(self) -> None:
        """Starts it in a process group of its own: Ctrl-C is for us, and its children can be ended with it."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603
                leashed(self.program.command),
                env=os.environ | self.program.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._started = time.monotonic()

    def look(self, say: Callable[[str], None]) -> None:
        """Notices an end, and starts it again when its wait is over."""
        if self._process is not None and (code := self._process.poll()) is not None:
            self._kill_group()
            self._process = None
            wait = self._wait()
            self._again_at = time.monotonic() + wait
            say(f"{self.program.name} ended ({_described(code)}); starting it again in {wait:.0f} s; see {self.log}")
        if self._process is None and time.monotonic() >= self._again_at:
            self.start()

    def _wait(self) -> float:
        was_well = time.monotonic() - self._started > WELL_AFTER_SECONDS
        self.failures = 1 if was_well else self.failures + 1
        return min(FIRST_WAIT_SECONDS * 2.0 ** (self.failures - 1), LONGEST_WAIT_SECONDS)

    def ask_to_stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)

    def stop(self, until: float) -> None:
        """Waits for its end; after the instant `until` it is not asked any more, nor is what it has left."""
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(max(until - time.monotonic(), 0))
        self._kill_group()
        self._process.wait()
        self._process = None

    def _kill_group(self) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError, PermissionError):  # macOS: the group is there, all in it are dead
                os.killpg(self._process.pid, signal.SIGKILL)


class Supervisor:
    """Keeps `programs` running; `say` gets a sentence when one has ended. Use it from the main thread only."""

    def __init__(self, programs: Sequence[Program], logs: Path, say: Callable[[str], None]) -> None:
        self._kept = [Kept(program, logs / f"{program.name}.log") for program in programs]
        self._say = say

    def start(self) -> None:
        for kept in self._kept:
            kept.start()

    def look(self) -> None:
        for kept in self._kept:
            kept.look(self._say)

    def stop(self) -> None:
        """Ends all at once, then what they talk to."""
        until = time.monotonic() + STOP_SECONDS
        for last in (False, True):
            group = [kept for kept in self._kept if kept.program.stops_last is last]
            for kept in group:
                kept.ask_to_stop()
            for kept in group:
                kept.stop(until if not last else until + 1)


def _described(code: int) -> str:
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
