"""Watching processes: whether one is gone, and waiting for what happens soon, with a bound."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path


def eventually(happened: Callable[[], bool], seconds: float = 10) -> bool:
    """Whether it happened in time; asks fifty times a second."""
    patience = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > patience:
            return False
        time.sleep(0.02)
    return True


def is_gone(pid: int) -> bool:
    """Whether the process has ended, even when nobody has collected it yet."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"


def ends_by_itself(pid: int) -> bool:
    """Whether the process ends soon; one that does not is killed, so that a failing test leaves nothing."""
    ended = eventually(lambda: is_gone(pid))
    if not ended:
        os.kill(pid, signal.SIGKILL)
    return ended
