"""The shapes of replies that wait for a second pair of eyes."""

from marshmallow import fields

from api.fields import Instant, Shape


class HeldSchema(Shape):
    """A public reply that nobody outside has seen; a lead or an admin who did not write it releases or returns it."""

    reply = fields.Integer(attribute="id", metadata={"description": "Its number, for release and return."})
    author = fields.String(attribute="by")
    at = Instant()
    why = fields.String(metadata={"description": "What held it."})
    due_at = Instant(metadata={"description": "By when somebody should have read it."})
    overdue = fields.Boolean()


class HeldReplySchema(Shape):
    """A held reply with its words."""

    reply = fields.Integer(attribute="held.id", metadata={"description": "Its number, for release and return."})
    author = fields.String(attribute="held.by")
    at = Instant(attribute="held.at")
    why = fields.String(attribute="held.why", metadata={"description": "What held it."})
    due_at = Instant(attribute="held.due_at", metadata={"description": "By when somebody should have read it."})
    overdue = fields.Boolean(attribute="held.overdue")
    body = fields.String()


class HeldRepliesSchema(Shape):
    """The replies that a ticket holds, oldest first."""

    items = fields.List(fields.Nested(HeldReplySchema))
