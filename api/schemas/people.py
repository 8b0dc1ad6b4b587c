"""The shapes of the people of the desk."""

from marshmallow import fields

from api.fields import Instant, Shape


class PersonSchema(Shape):
    """An agent with the facts of the moment."""

    email = fields.String()
    name = fields.String()
    teams = fields.List(fields.String())
    leads = fields.List(fields.String(), metadata={"description": "The teams that they lead."})
    manager = fields.String(allow_none=True)
    away_until = Instant(allow_none=True)
    reachable = fields.Boolean(metadata={"description": "Whether any of their channels reaches them."})
    channels = fields.List(fields.String(), metadata={"description": "Their kinds, never their addresses."})
    open_tickets = fields.Integer()
    skills = fields.List(fields.String())
    on_shift = fields.Boolean(metadata={"description": "Whether these are their hours, by their calendar or team."})
    on_call = fields.List(fields.String(), metadata={"description": "The schedules for which they are on call now."})


class PeopleSchema(Shape):
    """Everybody, in the order of the desk."""

    items = fields.List(fields.Nested(PersonSchema))


class AwaySchema(Shape):
    """Until when a person is away."""

    until = Instant(required=True, allow_none=True, metadata={"description": "null: they are back."})


class TrialSchema(Shape):
    """How a test message went through one channel."""

    channel = fields.String()
    reached = fields.Boolean(metadata={"description": "Whether the channel took it."})
    said = fields.String(metadata={"description": "The same in words, for people."})


class TrialsSchema(Shape):
    """One for each channel, in the order of the desk."""

    items = fields.List(fields.Nested(TrialSchema))
