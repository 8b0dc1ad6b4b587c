"""The shapes of a customer's wish to be called, and of the promise that answers it."""

from typing import Any

from marshmallow import fields, post_load

from api.fields import Instant, Line, Phone, Shape


def wishes() -> dict[str, Any]:
    """What may be said of a call that is to be promised."""
    return {
        "from": Instant(
            metadata={"description": "From when on to call; with no `to`, the next time that suits both."}
        ),
        "to": Instant(metadata={"description": "Until when; with no `from`, the last time by then that suits both."}),
        "timezone": Line(60, metadata={"description": "The customer's zone, like Europe/Berlin; theirs if known."}),
        "phone": Phone(metadata={"description": "The number to call; the requester's if it is not given."}),
    }


class _Wish(Shape):
    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return dict(data)


WishSchema = _Wish.from_dict(wishes(), name="CallBackWish")
WishSchema.__doc__ = (
    "When and where a customer wants to be called. Without a time, we propose the next that suits both; "
    "who names both ends is called then, if that is in our hours."
)


class PromiseSchema(Shape):
    """The window of the call that was promised, as a receipt for who may not know the customer's number."""

    opens = Instant(metadata={"description": "The window in which we call begins."})
    closes = Instant(metadata={"description": "It ends; a call that was not made by then is a broken promise."})
    timezone = fields.String(attribute="tz", metadata={"description": "The zone in which the customer reads times."})


class CallBackSchema(PromiseSchema):
    """The last call that was promised to the customer, and what has become of it."""

    phone = fields.String()
    person = fields.String(allow_none=True, metadata={"description": "Who will call, if anybody is named yet."})
    state = fields.String(metadata={"description": "promised, open (now), missed, kept, withdrawn or merged."})
