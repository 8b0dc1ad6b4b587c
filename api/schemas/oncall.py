"""The shapes of who is on call, and of who stands in."""

from marshmallow import fields

from api.fields import Address, Instant, Shape


class OnCallPageSchema(Shape):
    """Of which moment to tell."""

    at = Instant(load_default=None, metadata={"description": "Any moment; now if it is not given."})


class OnCallSchema(Shape):
    """Who is on call for a schedule."""

    schedule = fields.String()
    zone = fields.String(metadata={"description": "The zone of its hand-overs."})
    person = fields.String(allow_none=True, metadata={"description": "null: nobody is."})
    name = fields.String(allow_none=True)
    since = Instant(allow_none=True, metadata={"description": "When this turn, override or gap began, if it did."})
    until = Instant(allow_none=True, metadata={"description": "When it ends; null: no end is in sight."})
    why = fields.String(metadata={"description": "Whose turn it is, in whose place, or why nobody is there."})
    next_person = fields.String(
        allow_none=True, metadata={"description": "Whose turn is next; it may be theirs again."}
    )
    next_at = Instant(allow_none=True)


class OnCallListSchema(Shape):
    """Every schedule, in the order of the desk, at the moment `at`."""

    at = Instant()
    items = fields.List(fields.Nested(OnCallSchema))


class NewOverrideSchema(Shape):
    """Somebody stands in."""

    person = Address(required=True)
    starts_at = Instant(
        required=True, data_key="from", metadata={"description": "From when on; what has passed stays as it was."}
    )
    ends_at = Instant(required=True, data_key="to", metadata={"description": "Until before when."})


class OverrideSchema(Shape):
    """An override; where two overlap, the one that was made later holds."""

    id = fields.Integer()
    schedule = fields.String()
    person = fields.String()
    starts_at = Instant(data_key="from")
    ends_at = Instant(data_key="to", metadata={"description": "Of one that was withdrawn: when that was."})
    actor = fields.String(metadata={"description": "Who made it."})
    created_at = Instant()


class OverridesSchema(Shape):
    """What is in force or will be, in the order in which it begins."""

    items = fields.List(fields.Nested(OverrideSchema))
