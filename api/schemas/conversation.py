"""The shapes of messages and of the timeline in which they stand."""

from marshmallow import fields

from api.fields import Instant, Shape, Words, choice, count

LONGEST_BODY = 100_000


class NewMessageSchema(Shape):
    """What somebody wrote. An internal note is never shown to a customer, in no form."""

    body = Words(LONGEST_BODY, required=True)
    visibility = choice(("public", "internal"), load_default="public")
    author = choice(("agent", "customer"), load_default="agent")
    hold = fields.Boolean(
        load_default=False,
        metadata={"description": "A second person reads this public reply before it goes out."},
    )


class MessageSchema(Shape):
    """A message or an internal note."""

    id = fields.Integer()
    at = Instant()
    author = fields.String(
        attribute="author.kind",
        metadata={"description": "customer, agent, or machine: an automatic answer, a bounce; it moves no clock."},
    )
    name = fields.String(attribute="author.name")
    visibility = fields.String(
        metadata={"description": "public, internal, or held: nobody outside sees it until it is released."}
    )
    body = fields.String()
    mail = fields.Integer(
        allow_none=True,
        metadata={"description": "The mail that it came with: /v1/inbound/{mail} has it with all that it quotes."},
    )
    whole = fields.String(
        allow_none=True,
        metadata={
            "description": "The first 20,000 characters of a customer's or machine's mail with what it quotes;"
            " null where there is no more than `body`."
        },
    )


class SaidSchema(MessageSchema):
    """A message that was added, and the ticket in which it stands. The `id` of a held one is its number there."""

    class Meta:
        exclude = ("whole",)

    ticket = fields.String(
        metadata={"description": "Another one than you named when that was merged or closed: its successor."}
    )


class MessageReceiptSchema(Shape):
    """What a key is told that may append messages and not read them."""

    id = fields.Integer()
    at = Instant()
    ticket = fields.String()


class EventSchema(Shape):
    """One line of the timeline. `data` depends on `type`; `message` is what was said, if something was."""

    seq = fields.Integer()
    at = Instant()
    type = fields.String()
    actor = fields.String(
        attribute="actor_kind", metadata={"description": "customer, agent, machine (of somebody else) or system."}
    )
    name = fields.String(attribute="actor")
    cause = fields.String(metadata={"description": "What led to it; empty for the first cause."})
    data = fields.Dict()
    message = fields.Nested(MessageSchema, allow_none=True)


class TimelinePageSchema(Shape):
    """Which part of the timeline, oldest first."""

    after = count(0, 2**31 - 1, load_default=0, metadata={"description": "Only events behind this seq."})
    limit = count(1, 500, load_default=200)


class TimelineSchema(Shape):
    """A page of the timeline, oldest first."""

    items = fields.List(fields.Nested(EventSchema))
    next = fields.String(allow_none=True)
