"""Runs a program on a leash: it ends when the thread that started it ends, even by kill -9.

The starter puts `leashed(...)` before the command. What runs first is this very file, as a script: it asks
the kernel for a signal at the parent's death and then becomes the program, so the process id stays the same.
A script, because `preexec_fn` may hang a starter that has threads. Only Linux has such a leash; elsewhere the
program runs without one.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1


def leashed(
    command: Sequence[str], last_word: signal.Signals = signal.SIGTERM, as_user: tuple[int, int] | None = None
) -> list[str]:
    """The command line that runs `command` until its starter is gone; the signal `last_word` tells it so.

    `as_user` (uid, gid) gives up the rights of root on the way: the kernel forgets the leash when the user
    changes, so this must happen before it is put on.
    """
    uid, gid = as_user or (os.getuid(), os.getgid())
    knot = [str(number) for number in (os.getpid(), int(last_word), uid, gid)]
    return [sys.executable, "-I", "-S", os.path.abspath(__file__), *knot, *command]


def _become(uid: int, gid: int) -> None:
    if (os.getuid(), os.getgid()) != (uid, gid):
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)


def _die_with(parent: int, last_word: int) -> None:
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, last_word)
    if os.getppid() != parent:  # it died before the leash was on
        sys.exit(f"{sys.argv[5]}: the starter is gone")


def _main(parent: str, last_word: str, uid: str, gid: str, *command: str) -> None:
    _become(int(uid), int(gid))
    _die_with(int(parent), int(last_word))
    os.execvp(command[0], command)  # noqa: S606 - becoming the program is the point


if __name__ == "__main__":
    _main(*sys.argv[1:])
