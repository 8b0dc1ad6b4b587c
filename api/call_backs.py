"""Calls that customers ask for: recorded by a form or an agent, and promised at once."""

from typing import Any

from escalator.core.access import Act

from . import examples
from .access import caller, may, services
from .routes import Routes, Version
from .schemas.call_backs import PromiseSchema, WishSchema
from .versions import etag, version_if_given

routes = Routes("call-backs", "Calls that customers ask for and are promised.")


@routes.route(
    "POST",
    "/v1/tickets/<ref>/call-back",
    needs=Act.MESSAGE_CUSTOMER,
    takes=WishSchema,
    sends=examples.CALL_BACK_WISH,
    answers=PromiseSchema,
    example=examples.CALL_BACK_PROMISED,
    status=201,
    version=Version.WELCOME,
    refuses={429},
)
def ask_for_a_call(wish: dict[str, Any], ref: str) -> Any:
    """Record that the customer wants to be called, and promise it.

    Without a time we promise the next that is in our hours and in the customer's. A second promise replaces the
    first; when the same is wished again, the first stands and nobody is told. Of one ticket's customer at most ten
    are promised in an hour (429). A key with role ingest may record the wish of any ticket's customer; there is no
    ETag for it. The answer is a receipt: the number, and what becomes of the promise, stands in `call_back` of the
    ticket; `log_call` keeps the promise.
    """
    ticket = services().tickets.wish_call(caller(), ref, version_if_given(), wish)
    tagged = etag(ticket) if may(Act.TICKET_READ) else {}
    return ticket.call_back, 201, {"Location": f"/v1/tickets/{ticket.id}", **tagged}
