"""Whatever a mail is made of, twice the length takes twice the time."""

from collections.abc import Callable
from time import process_time

import pytest

from escalator.core.mail.quotes import reply_of

SMALL, LARGE = 8 * 1024, 1024 * 1024
BOUND = 0.2  # seconds of CPU


def _of(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece))


HOSTILE: dict[str, Callable[[int], str]] = {
    "blank lines": _of("\n"),
    "lines of one space": _of(" \n"),
    "spaces": _of(" "),
    "quote marks": _of(">"),
    "lines of quote marks": _of(">\n"),
    "dashes": _of("-"),
    "lines of two dashes": _of("--\n"),
    "one line": _of("a"),
    "an announcement that never ends": lambda size: "On " * (size // 3) + "wrote:",
}

SLOWER: dict[str, Callable[[int], str]] = {
    "lines that are all different": lambda size: "\n".join(f"line {at} 12:30 <a{at}@b>:" for at in range(size // 24)),
    "openings of announcements": _of("On 3 May 2019 \n"),
    "announcements": _of("Yes.\nOn 3 May 2019, Sam <sam@example.com> wrote:\n"),
    "endings of announcements": _of("On 3 May 2019 we\nwrote:\n"),
    "brackets": _of("<"),
    "addresses": _of("a@b "),
    "colons": _of(":\n"),
    "headers": _of("From: a@b\nTo: c\nSubject: d\n"),
    "alternating quotes": _of("a\n> b\n"),
    "fences": _of("```\n"),
    "rules": _of("a line of text\n\n-----\n"),
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_a_hostile_mail_of_any_size_is_read_at_once(shape: str) -> None:
    assert _seconds(HOSTILE[shape](SMALL)) < BOUND
    assert _seconds(HOSTILE[shape](LARGE)) < BOUND


@pytest.mark.parametrize("shape", [*HOSTILE, *SLOWER])
def test_the_time_grows_with_the_length_and_not_with_its_square(shape: str) -> None:
    build = {**HOSTILE, **SLOWER}[shape]
    # Eight times the length: a quadratic reader would take 64 times as long. Below a millisecond noise is measured.
    small, large = _seconds(build(LARGE // 8)), _seconds(build(LARGE))
    assert large < 20 * max(small, 0.001)


def _seconds(text: str) -> float:
    """The best of three: other processes of the machine only ever make it slower."""
    return min(_once(text) for _ in range(3))


def _once(text: str) -> float:
    start = process_time()
    reply_of(text)
    return process_time() - start
