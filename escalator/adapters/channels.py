"""What every channel is to the mailer: it takes one sending and says what became of it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    """What became of a sending, and so what has to follow."""

    SENT = "sent"
    TEMPORARY = "temporary"
    UNREACHABLE = "unreachable"
    MISCONFIGURED = "misconfigured"
    REJECTED = "rejected"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One try: `stage` and `code` (None: no answer came) decide the outcome, `detail` is for people.

    `said` is our own sentence, which may be written down; `detail` may quote the other side and may not.
    """

    outcome: Outcome
    stage: str
    code: int | None
    detail: str
    said: str = ""

    @property
    def in_short(self) -> str:
        """What may be kept: how it ended, where, and with which answer."""
        answer = self.code or self.said
        return f"{self.outcome} at {self.stage}" + (f": {answer}" if answer else "")


@dataclass(frozen=True, slots=True)
class Sending:
    """The frozen `payload` on its way at `at`, to `address`: a mailbox, or what only its channel may read.

    `sender` is whom a mail is from; `secret` what a webhook is signed with (empty: the desk's own).
    """

    address: str = field(repr=False)
    payload: bytes = field(repr=False)
    at: datetime
    message_id: str = ""
    sender: str = ""
    secret: str = field(default="", repr=False)


class Channel(Protocol):
    """Something that carries a sending to a person and says how it went; it never raises for what others do."""

    def deliver(self, sending: Sending) -> Delivery: ...
