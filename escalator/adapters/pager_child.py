"""The child that pages: it reads one order from its standard input, and its exit code says how it went."""

import json
import logging
import resource
import sys
from collections.abc import Collection
from typing import Any

from apprise import Apprise

from .addresses import is_loopback, is_public
from .pager import FAILED, NOT_PUBLIC, NOT_UNDERSTOOD, SENT

_SECONDS, _BYTES = 20, 1 << 29
_STARTS_PROGRAMS = ("os.exec", "os.fork", "os.posix_spawn", "os.system", "subprocess.Popen")
_REACHES_OUT = ("socket.connect", "socket.sendmsg", "socket.sendto")


class Guard:
    """Hears of every connection before it is made, whoever makes it, and with the very address that it goes to."""

    def __init__(self, allow: Collection[str]) -> None:
        self._allow = allow
        self.refused = False

    def __call__(self, event: str, about: tuple[Any, ...]) -> None:
        if event in _STARTS_PROGRAMS or (event in _REACHES_OUT and not self._may_reach(about[-1])):
            self.refused = True
            raise PermissionError("not there")

    def _may_reach(self, place: object) -> bool:
        if place is None:
            return True  # it was connected before
        if not isinstance(place, tuple) or not isinstance(place[0], str):
            return False
        address, port = place[:2]
        return is_public(address) or (f"{address}:{port}" in self._allow and is_loopback(address))


def page(address: str, title: str, text: str, allow: Collection[str]) -> int:
    """Sends one page; gives the exit code."""
    service = Apprise.instantiate(address, suppress_exceptions=True)
    if service is None:
        return NOT_UNDERSTOOD
    guard = Guard(allow)
    sys.addaudithook(guard)
    if service.notify(body=text, title=title):
        return SENT
    return NOT_PUBLIC if guard.refused else FAILED


def main() -> int:
    logging.disable(logging.CRITICAL)
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    order = json.load(sys.stdin)
    return page(order["address"], order["title"], order["text"], order["allow"])


if __name__ == "__main__":
    sys.exit(main())
