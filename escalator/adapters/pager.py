"""Reach a person by chat, SMS or pager through the apprise library, in a child that cannot hang, leak or wander."""

import json
import os
import subprocess
import sys
from collections.abc import Collection

from .channels import Delivery, Outcome, Sending

# How the child ends.
SENT, FAILED, NOT_UNDERSTOOD, NOT_PUBLIC = 0, 1, 64, 65

WALL_SECONDS = 20.0
_CHILD = (sys.executable, "-P", "-m", "escalator.adapters.pager_child")

_ENDED = {
    SENT: Delivery(Outcome.SENT, "pager", None, ""),
    NOT_UNDERSTOOD: Delivery(Outcome.REJECTED, "address", None, "", said="the address is not one of its service"),
    NOT_PUBLIC: Delivery(Outcome.REJECTED, "address", None, "", said="it leads to an address that is not public"),
}
_FAILED = Delivery(Outcome.TEMPORARY, "pager", None, "", said="the service did not take it")
_LATE = Delivery(Outcome.TEMPORARY, "pager", None, "", said="it took too long")


class PagerChannel:
    """Delivers payloads like `{"title": "...", "text": "..."}`; `allow` names places as for webhooks.

    The library has no guard of its own for where an address leads, and no bound for how long that takes.
    """

    def __init__(self, allow: Collection[str] = (), seconds: float = WALL_SECONDS) -> None:
        self._allow, self._seconds = sorted(allow), seconds

    def deliver(self, sending: Sending) -> Delivery:
        """Pages once. What the library says stays in the child: it may quote the address."""
        said = json.loads(sending.payload)
        order = {"address": sending.address, "title": said["title"], "text": said["text"], "allow": self._allow}
        try:
            child = subprocess.run(  # noqa: S603 - our own module; the address goes by its standard input
                _CHILD,
                input=json.dumps(order).encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                # None of our secrets, and no proxy.
                env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "LANG": "C.UTF-8"},
                timeout=self._seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return _LATE
        return _ENDED.get(child.returncode, _FAILED)
