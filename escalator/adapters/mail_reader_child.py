"""The child that reads mails: one after another from its standard input, each within limits, until that ends."""

import json
import logging
import math
import resource
import sys
from typing import BinaryIO

from escalator.core.mail.reading import read

from .mail_wire import LENGTH, to_wire

CPU_SECONDS, MEMORY = 10, 1 << 30
_STACK = 400  # frames: deep enough for 20 nested parts, far from what the interpreter itself can bear


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answers each mail with what it says."""
    while (own := _frame(questions)) is not None and (raw := _frame(questions)) is not None:
        _allow_some_seconds_more()
        answer = to_wire(read(raw, json.loads(own)))
        answers.write(LENGTH.pack(len(answer)))
        answers.write(answer)
        answers.flush()


def _frame(questions: BinaryIO) -> bytes | None:
    """A length and as many octets; None when nobody asks any more."""
    length = questions.read(LENGTH.size)
    return questions.read(LENGTH.unpack(length)[0]) if len(length) == LENGTH.size else None


def _allow_some_seconds_more() -> None:
    """The kernel ends this process when a single mail uses more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime) + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def main() -> int:
    logging.disable(logging.CRITICAL)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(_STACK)
    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
