"""Writes mails as people and machines write them, hands them in by the front door, and has them read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from itertools import count

from escalator.core.access import Principal, Role
from escalator.core.mail.addresses import OwnAddresses
from escalator.service.letters import LINK_LIFE
from escalator.service.receiving import Receipt
from escalator.store.incoming import Kept
from tests.story import DANA, MIA, MONDAY, Story, principal

DESK = "support@harbour.example"
_OWN = OwnAddresses(DESK, "not a secret in a test")
_NUMBERS = count(1)


class Ours:
    """The addresses under the desk's mailbox; those of colleagues hold as long as letters of a story's first day."""

    def for_customer(self, ticket: int) -> str:
        return _OWN.for_customer(ticket)

    def for_bounce(self, letter: str) -> str:
        return _OWN.for_bounce(letter)

    def for_note(self, ticket: int, person: str, until: datetime = MONDAY + LINK_LIFE) -> str:
        return _OWN.for_note(ticket, person, until)

    def for_reply(self, ticket: int, person: str, until: datetime = MONDAY + LINK_LIFE) -> str:
        return _OWN.for_reply(ticket, person, until)


OURS = Ours()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail; `headers` are those beside the usual, `files` are (name, type, content)."""

    text: str = "Please help."
    sender: str = f"{DANA.name} <{DANA.email}>"
    to: str = DESK
    cc: str = ""
    subject: str = "The page is gone"
    answers: str = ""
    headers: Sequence[tuple[str, str]] = ()
    files: Sequence[tuple[str, str, bytes]] = ()
    message_id: str = field(default_factory=lambda: f"<{next(_NUMBERS)}@city.example>")

    def __bytes__(self) -> bytes:
        mail = EmailMessage(policy=SMTP)
        said = {"From": self.sender, "To": self.to, "Cc": self.cc, "Subject": self.subject}
        for name, value in (said | {"Message-ID": self.message_id, "In-Reply-To": self.answers}).items():
            if value:
                mail[name] = value
        for name, value in self.headers:
            mail[name] = value
        mail.set_content(self.text)
        for name, kind, content in self.files:
            major, _, minor = kind.partition("/")
            mail.add_attachment(content, maintype=major, subtype=minor, filename=name)
        return mail.as_bytes()


@dataclass(slots=True)
class Post:
    """The postman of a story."""

    story: Story

    def brings(self, mail: Mail | bytes, to: str = "", sender: str | None = None) -> Kept:
        """Hands a mail in and has it read; `to` and `sender` are its envelope. Gives what became of it."""
        receipt = self.leaves(mail, to, sender)
        while self.story.app.incoming.work().tried:
            pass
        return self.kept(receipt.id)

    def leaves(self, mail: Mail | bytes, to: str = "", sender: str | None = None) -> Receipt:
        """Hands a mail in, and goes."""
        envelope = (to,) if to else ()
        return self.story.app.receiving.accept(Principal(Role.INGEST, "post"), bytes(mail), "http", sender, envelope)

    def kept(self, number: int) -> Kept:
        return self.story.app.incoming.show(principal(MIA), number).kept
