"""The shapes of what operators ask."""

from marshmallow import fields

from api.fields import Shape


class AliveSchema(Shape):
    """The process answers."""

    alive = fields.Boolean()


class ReadySchema(Shape):
    """The service does its work. Mails that wait for a person are no reason why it should not: anybody sends some."""

    ready = fields.Boolean()
    held_mails = fields.Integer(metadata={"description": "Mails that wait for somebody's word."})
    quarantined_mails = fields.Integer(metadata={"description": "Mails that could not be read."})
