"""Replies that wait for a second pair of eyes, for those who work on the ticket."""

from typing import Any

from escalator.core.access import Act

from . import examples
from .access import caller, services
from .routes import Routes
from .schemas.reviews import HeldRepliesSchema

routes = Routes("reviews", "Replies that a second person reads before they go out.")


@routes.route(
    "GET",
    "/v1/tickets/<ref>/held",
    needs=Act.TICKET_CHANGE,
    answers=HeldRepliesSchema,
    example=examples.HELD_REPLIES,
)
def read_held_replies(ref: str) -> Any:
    """Read the replies that a ticket holds. The actions `release` and `return` take their numbers."""
    return {"items": services().tickets.held(caller(), ref)}
