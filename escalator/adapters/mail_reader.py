"""Read mails in a child that is kept between them, and that can neither hang, nor eat the machine, nor fall on us."""

import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Collection
from contextlib import suppress
from typing import IO

from escalator.core.mail.incoming import IncomingMail
from escalator.core.mail.limits import TooMuch, TooSlow, Unreadable, check

from .mail_wire import LENGTH, asked, mail_from

WALL_SECONDS = 20.0
_CHILD = (sys.executable, "-P", "-m", "escalator.adapters.mail_reader_child")
_CHUNK = 1 << 16


class MailReader:
    """Reads one mail after another; may be used by several threads.

    `own` are our addresses, unless a mail is read with others. The child starts with the first mail, and anew
    after each failure.
    """

    def __init__(self, own: Collection[str] = (), seconds: float = WALL_SECONDS) -> None:
        self._own, self._seconds = sorted(own), seconds
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._started_by = 0

    def read(self, raw: bytes, own: Collection[str] = ()) -> IncomingMail:
        """The mail in `raw`.

        Raises `TooMuch` when it is beyond the caps or takes all the time that the child may work, `TooSlow` when it
        takes too long by the clock, and `Unreadable` when the child failed over it in another way.
        """
        check(raw)
        question = asked(raw, sorted(own) or self._own)
        with self._lock:
            # Whatever earlier mails left in a kept child is not to be this one's fault: it gets a fresh one, once.
            was_kept = self._has_a_child_of_its_own()
            for _ in range(1 + was_kept):
                try:
                    return self._ask(question)
                except EOFError:
                    if self._stop() == -signal.SIGXCPU:
                        raise TooMuch("The mail could not be read: it takes more work than a mail may.") from None
            raise Unreadable("The mail could not be read: it takes more memory than a mail may.")

    def close(self) -> None:
        """Ends the child; the next mail starts another one."""
        with self._lock:
            self._stop()

    def _has_a_child_of_its_own(self) -> bool:
        """After a fork the child is the other process's; two must not talk to it."""
        if self._started_by != os.getpid():
            self._child = None
        return self._child is not None

    def _ask(self, question: bytes) -> IncomingMail:
        if self._child is None:
            self._child, self._started_by = _start(), os.getpid()
        child = self._child
        until = time.monotonic() + self._seconds
        try:
            answer = _Talk(child, until).ask(question)
        except TimeoutError as error:
            self._stop()
            raise TooSlow("The mail could not be read: it took too long.") from error
        return mail_from(answer)

    def _stop(self) -> int | None:
        """Gives how the child ended; it may have done so by itself."""
        child, self._child = self._child, None
        if child is None:
            return None
        child.kill()
        for pipe in (child.stdin, child.stdout):
            _close(pipe)
        return child.wait()


def _close(pipe: IO[bytes] | None) -> None:
    # What it had not taken is of no use to anybody.
    with suppress(BrokenPipeError):
        if pipe is not None:
            pipe.close()


def _start() -> "subprocess.Popen[bytes]":
    child = subprocess.Popen(  # noqa: S603 - our own module; the mail goes by its standard input
        _CHILD,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        # None of our secrets.
        env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "LANG": "C.UTF-8"},
    )
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            os.set_blocking(pipe.fileno(), False)
    return child


class _Talk:
    """One question and its answer, each in frames of a length and as many octets; late is `TimeoutError`."""

    def __init__(self, child: "subprocess.Popen[bytes]", until: float) -> None:
        if child.stdin is None or child.stdout is None:
            raise EOFError
        self._into, self._out_of, self._until = child.stdin.fileno(), child.stdout.fileno(), until

    def ask(self, question: bytes) -> bytes:
        """The answer. `EOFError` when the child is gone."""
        self._write(memoryview(question))
        size = LENGTH.unpack(self._take(LENGTH.size))[0]
        return self._take(size)

    def _write(self, rest: memoryview) -> None:
        while rest:
            self._wait(self._into, selectors.EVENT_WRITE)
            try:
                rest = rest[os.write(self._into, rest[:_CHUNK]) :]
            except BrokenPipeError as error:
                raise EOFError from error

    def _take(self, size: int) -> bytes:
        taken = bytearray()
        while len(taken) < size:
            self._wait(self._out_of, selectors.EVENT_READ)
            chunk = os.read(self._out_of, min(_CHUNK, size - len(taken)))
            if not chunk:
                raise EOFError
            taken += chunk
        return bytes(taken)

    def _wait(self, pipe: int, event: int) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, event)
            if not selector.select(max(0.0, self._until - time.monotonic())):
                raise TimeoutError
