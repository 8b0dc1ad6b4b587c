"""The shapes around the desk document."""

from marshmallow import fields

from api.fields import Shape


class DeskSchema(Shape):
    """The version in use and its document."""

    version = fields.Integer()
    document = fields.String(metadata={"description": "desk.yaml"})


class DeskDocumentSchema(Shape):
    """A desk's text in JSON."""

    document = fields.String(required=True)


class DeskProblemSchema(Shape):
    """Something wrong or doubtful in a desk."""

    path = fields.String()
    line = fields.Integer()
    message = fields.String()
    remedy = fields.String()
    severity = fields.String(metadata={"description": "error or warning"})


class DeskCheckedSchema(Shape):
    """What the linter says; a desk with errors cannot be put into use."""

    ok = fields.Boolean()
    problems = fields.List(fields.Nested(DeskProblemSchema))


class DeskAppliedSchema(Shape):
    """The version that is in use now, and the linter's warnings."""

    version = fields.Integer()
    problems = fields.List(fields.Nested(DeskProblemSchema))
