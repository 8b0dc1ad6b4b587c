"""An agent's public words on their way to everyone on the ticket: theirs, unchanged, and never an internal note."""

from dataclasses import dataclass
from datetime import datetime

from escalator.core.desk.model import Desk
from escalator.core.mail.compose import may_be_mailed
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.participants import Participants
from escalator.core.ticket.ticket import Ticket

from .thread import reply_key

CUSTOMER_REPLY = "customer_reply"
"""The kind of such letters: no machine wrote them, and nothing overtakes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Public message number `message` of a ticket, for `people`: the requester first, if they can be written to.

    It has no room for words: those are read from the public messages of agents alone when the letter is written, so
    that a note or a held reply cannot get into one (C1). `person` is the agent's name, empty for who has none.
    """

    key: str
    ticket: str
    subject: str
    message: int
    people: Participants
    person: str
    language: str
    at: datetime

    @property
    def kind(self) -> str:
        return CUSTOMER_REPLY

    @property
    def to(self) -> str:
        """In whose To it stands."""
        return self.people[0].email


def answers(ticket: Ticket, event: Event, desk: Desk) -> list[Answer]:
    """What `event` says to those on the ticket, as it stands after it."""
    message = event.data.get("message") if event.kind is Kind.AGENT_MESSAGE else None
    if message is None:
        return []
    people = tuple(one for one in ticket.people if may_be_mailed(one.email, desk.mail.address))
    agent = desk.agents.get(event.actor.name)
    answer = Answer(
        key=reply_key(ticket.ref, message),
        ticket=ticket.ref,
        subject=ticket.subject,
        message=message,
        people=people,
        person=agent.name if agent else "",
        language=ticket.requester.language,
        at=event.at,
    )
    return [answer] if people else []
