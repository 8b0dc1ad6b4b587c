"""The shapes of mail that came in: its receipt, how it stands, what it says, and what people decide about it."""

from typing import Any

from marshmallow import fields
from webargs.fields import DelimitedList

from api.fields import Instant, Line, Shape, choice, count
from escalator.core.mail.incoming import MailClass

STATES = ("waiting", "settled", "held", "aside", "quarantined", "discarded")


def _ticket(kept: Any) -> str | None:
    return None if kept.ticket_id is None else f"T-{kept.ticket_id}"


class ReceiptSchema(Shape):
    """The mail is durable. Whoever sends it again, because this answer was lost, gets the same number."""

    id = fields.Integer()
    state = fields.String(metadata={"description": "waiting: it is read within seconds, or was when it is known."})
    known = fields.Boolean(metadata={"description": "Whether the same mail had come before; it is kept once."})


class KeptMailSchema(Shape):
    """A mail from the outside. What stands in kind to message_id is known once it was read."""

    id = fields.Integer()
    mailbox = fields.String()
    door = fields.String(metadata={"description": "By what it came: http, pipe, smtp, lmtp or imap."})
    received_at = Instant()
    envelope_from = fields.String(allow_none=True, metadata={"description": "Null: no envelope was seen."})
    envelope_to = fields.List(fields.String())
    size = fields.Integer(metadata={"description": "In octets."})
    state = fields.String(metadata={"description": ", ".join(STATES)})
    reason = fields.String(metadata={"description": "What became of it, or why it waits for somebody."})
    kind = fields.String(metadata={"description": ", ".join(MailClass)})
    why = fields.String(metadata={"description": "The rule by which it is of this kind."})
    sender = fields.String()
    subject = fields.String()
    message_id = fields.String()
    ticket = fields.Function(_ticket, metadata={"type": ["string", "null"]})
    attempts = fields.Integer()
    settled_at = Instant(allow_none=True)
    settled_by = fields.String(metadata={"description": "Who decided, if somebody did."})


class MailPageSchema(Shape):
    """Which mails, newest first."""

    state = DelimitedList(
        choice(STATES), load_default=(), metadata={"description": "One or more, with commas; all if not given."}
    )
    kind = choice(MailClass, load_default=None)
    before = count(1, 2**63 - 1, load_default=None, metadata={"description": "Only mails older than this id."})
    limit = count(1, 100, load_default=50)


class MailsSchema(Shape):
    """A page of mails, and how many there are."""

    items = fields.List(fields.Nested(KeptMailSchema))
    next = fields.String(allow_none=True)
    counts = fields.Dict(keys=fields.String(), values=fields.Integer())


class MailboxSchema(Shape):
    """An address, and the name that stood beside it."""

    address = fields.String()
    name = fields.String()


class EnclosedSchema(Shape):
    """What came along."""

    name = fields.String()
    type = fields.String(metadata={"description": "What the sender calls it."})
    size = fields.Integer(metadata={"description": "In octets."})


class ReadMailSchema(Shape):
    """A mail as it was read: text and no HTML, headers without control characters."""

    date = Instant(allow_none=True)
    sender = fields.Nested(MailboxSchema, allow_none=True)
    to = fields.List(fields.Nested(MailboxSchema))
    cc = fields.List(fields.Nested(MailboxSchema))
    subject = fields.String()
    references = fields.List(fields.String())
    language = fields.String()
    text = fields.String(metadata={"description": "All of it."})
    reply = fields.String(metadata={"description": "Without what it quotes and without its signature."})
    attachments = fields.List(fields.Nested(EnclosedSchema))
    remarks = fields.List(fields.String(), metadata={"description": "What was odd about it."})


class ShownMailSchema(Shape):
    """A mail, and what it says; `read` is null when it cannot be read. `/raw` has it as it came."""

    mail = fields.Nested(KeptMailSchema, attribute="kept")
    read = fields.Nested(ReadMailSchema, allow_none=True)


class ReleaseSchema(Shape):
    """Where a mail belongs."""

    ticket = Line(
        21,
        load_default=None,
        allow_none=True,
        metadata={"description": "Without it: where it was held, else a new one."},
    )


class DiscardSchema(Shape):
    """Why a mail is nobody's business."""

    why = Line(300, required=True)
