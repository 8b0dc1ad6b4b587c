"""The shapes of what operators ask."""

from marshmallow import fields

from api.fields import Shape


class AliveSchema(Shape):
    """The process answers."""

    alive = fields.Boolean()


class ReadySchema(Shape):
    """The service does its work."""

    ready = fields.Boolean()
