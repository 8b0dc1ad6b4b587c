"""What a customer is told, and when: a letter for each thing they must not have to ask for, nothing internal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from escalator.core.desk.calling import zone_of
from escalator.core.desk.model import Desk
from escalator.core.mail.compose import Automatic, may_be_mailed
from escalator.core.ticket.asking import NO_ANSWER
from escalator.core.ticket.events import SYSTEM, Event, Kind, instant
from escalator.core.ticket.ticket import Ticket


class CustomerNoticeKind(StrEnum):
    """Each kind has a template of its name in the folder of every language; no letter to the desk is called so.

    A machine writes them all.
    """

    ACKNOWLEDGEMENT = "customer_acknowledgement"
    TAKEN = "customer_taken"
    CALL_BACK = "customer_call_back"
    REMINDER = "customer_reminder"
    UNANSWERED_CLOSE = "customer_unanswered_close"

    @property
    def acknowledges(self) -> bool:
        return self is CustomerNoticeKind.ACKNOWLEDGEMENT

    @property
    def is_optional(self) -> bool:
        """Whether a customer who does not get it misses nothing that they rely on: it can be unsubscribed."""
        return self in (CustomerNoticeKind.ACKNOWLEDGEMENT, CustomerNoticeKind.REMINDER)

    @property
    def automatic(self) -> Automatic:
        """What it says of how it came about (RFC 3834, 5)."""
        return "auto-replied" if self.acknowledges else "auto-generated"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerNotice:
    """One message to the customer of one ticket: never a reason, a note, a ladder, or an agent's address (C1).

    `key` is unique per intended effect. Instants are aware UTC; the customer reads them in the zone `tz`. `person` is
    who has the case or will call, by the name that the desk shows; empty when nobody is named. `by` is when the
    customer hears of us, or when we close for want of an answer; `opens` and `closes` are the window of a call to
    `phone`, which `replaces` one that was promised before; `asked_at` is when we asked, and `question` the number of
    the message in which; `back_until` is until when an answer brings the ticket back.
    """

    key: str
    kind: CustomerNoticeKind
    to: str
    to_name: str
    at: datetime
    tz: str
    language: str
    ticket: str
    subject: str
    person: str = ""
    by: datetime | None = None
    opens: datetime | None = None
    closes: datetime | None = None
    phone: str = ""
    replaces: bool = False
    asked_at: datetime | None = None
    question: int | None = None
    back_until: datetime | None = None


Facts = dict[str, Any]
Telling = Callable[[Ticket, Event, Desk], Facts | None]


def customer_notices(ticket: Ticket, event: Event, desk: Desk) -> list[CustomerNotice]:
    """What `event` makes us tell the customer; `ticket` is as it stands after it."""
    telling = _TELLING.get(event.kind)
    facts = telling(ticket, event, desk) if telling else None
    if facts is None or not may_be_mailed(ticket.requester.email, desk.mail.address):
        return []
    return [_notice(ticket, event, desk, facts)]


def _received(ticket: Ticket, event: Event, desk: Desk) -> Facts | None:
    """Constant words and our own number: nothing that they wrote, so that nobody is bombed by us (C3).

    Whoever did not write is not thanked for writing: a participant's words may open what follows a closed ticket.
    Nor is a machine, or what was written long ago (`old`) and comes only now.
    """
    said_by = event.actor.name.casefold() if event.actor.kind == "customer" else None
    just_now = not (event.data.get("machine") or event.data.get("old"))
    by_them = said_by == ticket.requester.email.casefold() and just_now
    if not by_them or ticket.channel not in desk.mailing.acknowledge:
        return None
    return {"kind": CustomerNoticeKind.ACKNOWLEDGEMENT, "to_name": "", "subject": ""}


def _taken(_: Ticket, event: Event, desk: Desk) -> Facts | None:
    """Somebody has the case: who, and by when the customer hears of them."""
    data = event.data
    if data["kind"] != "taken":
        return None
    return {"kind": CustomerNoticeKind.TAKEN, "person": _shown(data["person"], desk), "by": instant(data["by"])}


def _call_promised(_: Ticket, event: Event, desk: Desk) -> Facts:
    data = event.data
    return {
        "kind": CustomerNoticeKind.CALL_BACK,
        "person": _shown(data.get("person"), desk),
        "opens": instant(data["opens"]),
        "closes": instant(data["closes"]),
        "tz": data["tz"],
        "phone": data["phone"],
        "replaces": data.get("replaces") is not None,
    }


def _reminded(_: Ticket, event: Event, __: Desk) -> Facts:
    data = event.data
    return {
        "kind": CustomerNoticeKind.REMINDER,
        "asked_at": instant(data["asked_at"]),
        "question": data["question"],
        "by": instant(data["closes_at"]),
    }


def _resolved(_: Ticket, event: Event, __: Desk) -> Facts | None:
    """A rule that closes for want of an answer says so; what a human resolves, they say themselves."""
    data = event.data
    if event.actor != SYSTEM or data.get("because") != NO_ANSWER:
        return None
    return {
        "kind": CustomerNoticeKind.UNANSWERED_CLOSE,
        "asked_at": instant(data["asked_at"]),
        "question": data["question"],
        "back_until": instant(data["back_until"]),
    }


def _shown(person: str | None, desk: Desk) -> str:
    """The name under which the customer knows an agent; whoever left the desk has none."""
    agent = desk.agents.get(person or "")
    return agent.name if agent else ""


def _notice(ticket: Ticket, event: Event, desk: Desk, facts: Facts) -> CustomerNotice:
    common: Facts = {
        "key": f"{ticket.ref}/customer/{ticket.version}/{facts['kind']}",
        "to": ticket.requester.email,
        "to_name": ticket.requester.name,
        "at": event.at,
        "tz": zone_of(ticket, desk),
        "language": ticket.requester.language,
        "ticket": ticket.ref,
        "subject": ticket.subject,
    }
    return CustomerNotice(**common | facts)


_TELLING: Mapping[Kind, Telling] = {
    Kind.CREATED: _received,
    Kind.CUSTOMER_TOLD: _taken,
    Kind.CALL_BACK_PROMISED: _call_promised,
    Kind.CUSTOMER_REMINDED: _reminded,
    Kind.RESOLVED: _resolved,
}
