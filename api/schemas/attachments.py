"""The shapes of files that came along with mails."""

from marshmallow import fields

from api.fields import Shape


class AttachmentSchema(Shape):
    """One file of a ticket."""

    id = fields.Integer()
    mail = fields.Integer(metadata={"description": "The mail that it came with; see /v1/inbound/{mail}."})
    name = fields.String(metadata={"description": "As its sender called it, without a path."})
    type = fields.String(metadata={"description": "What its sender says it is; nobody has looked."})
    size = fields.Integer(metadata={"description": "In octets."})
    hash = fields.String(metadata={"description": "SHA-256 of the octets."})


class AttachmentsSchema(Shape):
    """The files of a ticket."""

    items = fields.List(fields.Nested(AttachmentSchema))
