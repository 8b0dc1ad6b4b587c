"""The shape of every answer that says no (RFC 9457)."""

from marshmallow import fields

from api.fields import Shape


class ProblemSchema(Shape):
    """Problem details. `code` is stable and for programs, `detail` is for people."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    code = fields.String(required=True)
    detail = fields.String(required=True, metadata={"description": "What is wrong and what to do, in a sentence."})
    fields_ = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        data_key="fields",
        metadata={"description": "With 422: paths like requester.email or tags[3], each with sentences."},
    )
    troubles = fields.List(fields.String(), metadata={"description": "With /readyz: what keeps us from working."})
    request_id = fields.String(required=True, metadata={"description": "Tell this to the operator."})
