"""A mail that came in, as it was read: who wrote what, whether a person or a machine, and what it answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MailClass(StrEnum):
    """Who speaks, as `classify` finds it; the first that fits (mail.md, 3)."""

    OWN = "own"
    BOUNCE = "bounce"
    AUTOMATED = "automated"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address as its owner writes it, with the name beside it (empty: none); control characters are gone."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came along: `name` is shown and never a path, `type` is what the sender calls it."""

    name: str
    type: str
    content: bytes

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content)


@dataclass(frozen=True, slots=True)
class Bounced:
    """One recipient whom a mail of ours did not reach. `status` is like `5.1.1`; empty when the report names none.

    `permanent` is a failure that would be the same tomorrow.
    """

    recipient: str
    status: str
    permanent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMail:
    """One mail as it was read. Text is Unicode with `\\n`; times are aware UTC; Message-IDs stand with their `<>`.

    `kind` is its class and `why` the rule by which. `text` is the whole text, `reply` what remains without quotes and
    signature; `sure` says that the cut between the two is beyond doubt. `references` are the Message-IDs that it
    answers, nearest last (In-Reply-To, References, and in a bounce the mail that came back). `language` is a code
    like `de`, empty when it cannot be told. `complains` is a recipient's complaint (a feedback report).
    `remarks` say what was odd and how it was read all the same.
    """

    message_id: str = ""
    date: datetime | None = None
    subject: str = ""
    sender: Mailbox | None = None
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    references: tuple[str, ...] = ()
    language: str = ""
    kind: MailClass = MailClass.HUMAN
    why: str = ""
    text: str = ""
    reply: str = ""
    sure: bool = True
    attachments: tuple[Attachment, ...] = ()
    bounced: tuple[Bounced, ...] = ()
    complains: bool = False
    remarks: tuple[str, ...] = ()
