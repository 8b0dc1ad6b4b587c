"""The outbox as operators see it: which letters stand where, never what is in them."""

from typing import Any

from escalator.core.access import Act

from . import examples
from .access import caller, services
from .paging import page
from .routes import Routes
from .schemas.outbox import OutboxPageSchema, OutboxSchema

routes = Routes("outbox", "Letters on their way to people.")


@routes.route(
    "GET", "/v1/outbox", needs=Act.OUTBOX_READ, asks=OutboxPageSchema, answers=OutboxSchema, example=examples.OUTBOX
)
def list_outbox(asked: dict[str, Any]) -> Any:
    """List letters, newest first, with counts by state and why nothing is sent, if that is so."""
    outbox, limit = services().outbox, asked["limit"]
    found = outbox.listing(caller(), asked["state"], limit + 1, asked["before"])
    letters, headers = page(found, limit, "before", lambda posted: posted.id)
    state = outbox.state(caller())
    return letters | {"counts": state.counts, "held_because": state.held_because}, headers
