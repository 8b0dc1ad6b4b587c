"""Tickets: opened, listed, read, changed, answered, and why each is where it is."""

from typing import Any

from flask import jsonify

from escalator.core.access import Act
from escalator.service.opening import NewTicket
from escalator.service.tickets import Filters
from escalator.service.views import TicketView

from . import examples
from .access import caller, may, services
from .paging import page
from .routes import Routes, Version
from .schemas.conversation import (
    MessageReceiptSchema,
    NewMessageSchema,
    SaidSchema,
    TimelinePageSchema,
    TimelineSchema,
)
from .schemas.tickets import (
    ActionSchema,
    ClocksSchema,
    ExplanationSchema,
    FiltersSchema,
    NewTicketSchema,
    ReceiptSchema,
    TicketChangesSchema,
    TicketSchema,
    TicketsSchema,
)
from .versions import etag, unless_known, version_if_given, version_read, versioned

routes = Routes("tickets", "Tickets, their conversation, their clocks, and why each is where it is.")


@routes.route(
    "POST",
    "/v1/tickets",
    needs=Act.TICKET_CREATE,
    takes=NewTicketSchema,
    sends=examples.NEW_TICKET,
    answers=TicketSchema,
    example=examples.TICKET,
    status=201,
    version=Version.GIVEN,
)
def open_ticket(new: NewTicket) -> Any:
    """Open a ticket for a customer; its clocks start at once.

    A key with role ingest gets a receipt: id, status and created_at, and no ETag.
    """
    ticket = services().tickets.create(caller(), new)
    return _as_seen(ticket), 201, {"Location": f"/v1/tickets/{ticket.id}", **etag(ticket)}


def _as_seen(ticket: TicketView) -> Any:
    """Who may not read tickets is told what they need to ask about this one, and no more."""
    return ticket if may(Act.TICKET_READ) else jsonify(ReceiptSchema().dump(ticket))


@routes.route(
    "GET",
    "/v1/tickets",
    needs=Act.TICKET_READ,
    asks=FiltersSchema,
    answers=TicketsSchema,
    example=examples.TICKETS,
)
def list_tickets(asked: tuple[Filters, str | None, int]) -> Any:
    """List the tickets that you see, newest first.

    Agents see the tickets of their teams and their own; all other roles see every ticket. Snoozed tickets are left
    out, unless you ask for them, for what breaches next, or for words. `verdict=watch` lists what shows signs of a
    loop and climbs no ladder for it yet. A page that is not the last has the address
    of the next one in `next` and in the header Link.
    """
    filters, before, limit = asked
    found = services().tickets.listing(caller(), filters, limit + 1, before)
    return page(found, limit, "before", lambda ticket: ticket.id)


@routes.route(
    "GET",
    "/v1/tickets/<ref>",
    needs=Act.TICKET_READ,
    answers=TicketSchema,
    example=examples.TICKET,
    version=Version.COMPARED,
)
def read_ticket(ref: str) -> Any:
    """Read a ticket with its clocks and its ladder."""
    return unless_known(services().tickets.get(caller(), ref))


@routes.route(
    "PATCH",
    "/v1/tickets/<ref>",
    needs=Act.TICKET_CHANGE,
    takes=TicketChangesSchema,
    sends=examples.CHANGES,
    answers=TicketSchema,
    example=examples.TICKET,
    version=Version.NEEDED,
)
def change_ticket(changes: dict[str, Any], ref: str) -> Any:
    """Change subject, tags or priority. A new priority keeps what has elapsed and asks the new target from now on."""
    return versioned(services().tickets.change(caller(), ref, version_read(), changes))


@routes.route(
    "POST",
    "/v1/tickets/<ref>/messages",
    needs=Act.MESSAGE_CUSTOMER,
    takes=NewMessageSchema,
    sends=examples.NEW_MESSAGE,
    answers=SaidSchema,
    example=examples.MESSAGE,
    status=201,
    version=Version.WELCOME,
)
def add_message(new: dict[str, Any], ref: str) -> Any:
    """Add a public reply, an internal note, or what the customer wrote.

    A public reply stops the reply clock and is mailed to the requester and all participants; an internal note stops
    nothing and is mailed to nobody. A public reply that the desk wants read by a second person, or that says `hold`,
    is held: its visibility is `held`, it stops nothing, it is not mailed, and its id is the number that the actions
    `release` and `return` take. Public words to a merged ticket go to the one in which its matter goes on; what the
    customer says to a closed one opens a follow-up. To reply there yourself you must see it; what the customer wrote
    is taken in any case, and there is no ETag if you do not.
    A key with role ingest adds messages of the customer only, and gets a receipt: id, at and ticket. With If-Match
    the message is refused when somebody was faster; without it, it is added.
    """
    said, ticket = services().tickets.say(
        caller(), ref, version_if_given(), new["body"], new["visibility"], new["author"], new["hold"]
    )
    shown = said if may(Act.TICKET_READ) else jsonify(MessageReceiptSchema().dump(said))
    tagged = etag(ticket) if ticket is not None else {}
    return shown, 201, {"Location": f"/v1/tickets/{said.ticket}/timeline", **tagged}


@routes.route(
    "POST",
    "/v1/tickets/<ref>/actions",
    needs=Act.TICKET_CHANGE,
    takes=ActionSchema,
    sends=examples.ACTION,
    answers=TicketSchema,
    example=examples.TICKET,
    version=Version.NEEDED,
    refuses={429},
)
def act(asked: dict[str, Any], ref: str) -> Any:
    """Do something to a ticket: take it (acknowledge), escalate it, put it on hold, resolve it and so on.

    A merged ticket closes for good; the other one, which must be of the same customer, takes over the older
    promises, so that merging buys no time. A snoozed one is out of sight until then or until the customer writes;
    its clocks go on. `undo` takes back spam, or for a lead a close, within a day: the ticket is as it was, and its
    promises count as if nothing had been.
    What the ticket's status does not allow is refused with 409 and the list of what it allows, and more than ten
    promised calls in an hour with 429.
    """
    action = asked.pop("action")
    return versioned(services().tickets.act(caller(), ref, version_read(), action, asked))


@routes.route(
    "GET",
    "/v1/tickets/<ref>/timeline",
    needs=Act.TICKET_READ,
    asks=TimelinePageSchema,
    answers=TimelineSchema,
    example=examples.TIMELINE,
)
def read_timeline(asked: dict[str, int], ref: str) -> Any:
    """Read what happened to a ticket, oldest first, with what was said, internal notes included."""
    limit = asked["limit"]
    found = services().tickets.timeline(caller(), ref, asked["after"], limit + 1)
    return page(found, limit, "after", lambda event: event.seq)


@routes.route(
    "GET",
    "/v1/tickets/<ref>/clocks",
    needs=Act.TICKET_READ,
    answers=ClocksSchema,
    example=examples.CLOCKS,
)
def read_clocks(ref: str) -> Any:
    """Read what every clock of a ticket says, and why."""
    return {"items": services().tickets.clocks(caller(), ref)}


@routes.route(
    "GET",
    "/v1/tickets/<ref>/explain",
    needs=Act.TICKET_READ,
    answers=ExplanationSchema,
    example=examples.EXPLANATION,
)
def explain(ref: str) -> Any:
    """Read why a ticket is where it is, in sentences."""
    return {"sentences": services().tickets.explain(caller(), ref)}
