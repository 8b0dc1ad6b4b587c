"""The shapes of the outbox: what about a letter may be seen; what stands in it never."""

from marshmallow import fields

from api.fields import Instant, Shape, choice, count


class LetterSchema(Shape):
    """A letter, from the outside."""

    id = fields.Integer()
    ticket = fields.Function(lambda posted: f"T-{posted.letter.ticket_id}", metadata={"type": "string"})
    kind = fields.String(attribute="letter.kind")
    channel = fields.String(attribute="letter.channel")
    recipient = fields.String(attribute="letter.recipient")
    message_id = fields.String(attribute="letter.message_id")
    state = fields.String(attribute="letter.state", metadata={"description": "pending, sent, superseded or dead."})
    reason = fields.String(attribute="letter.reason")
    attempts = fields.Integer()
    lost_answers = fields.Integer(
        attribute="ambiguous",
        metadata={"description": "Tries whose answer was lost: the reader may have the same letter twice."},
    )
    created_at = Instant()
    held_until = Instant(
        allow_none=True, metadata={"description": "When the digest comes for which it waits; null: for none."}
    )
    settled_at = Instant(allow_none=True)


class OutboxPageSchema(Shape):
    """Which letters, newest first."""

    state = choice(("pending", "sent", "superseded", "dead"), load_default=None)
    before = count(1, 2**63 - 1, load_default=None, metadata={"description": "Only letters older than this id."})
    limit = count(1, 100, load_default=50)


class OutboxSchema(Shape):
    """A page of letters, and how the outbox stands."""

    items = fields.List(fields.Nested(LetterSchema))
    next = fields.String(allow_none=True)
    counts = fields.Dict(keys=fields.String(), values=fields.Integer())
    held_because = fields.String(allow_none=True, metadata={"description": "Why nothing is sent; null: it is."})
