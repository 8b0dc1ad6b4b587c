"""What must hold in any database of Escalator, whatever happened before; every story and service test ends here."""

from datetime import datetime
from email import message_from_bytes, policy

from sqlalchemy import select

from escalator.bootstrap import Application
from escalator.core.dossier import Dossier, evolve
from escalator.core.falling_due import deadlines
from escalator.core.mail.compose import may_be_mailed
from escalator.core.notify.answers import CUSTOMER_REPLY
from escalator.core.notify.thread import reply_key
from escalator.core.ticket.events import Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.ticket import evolve as ticket_evolve
from escalator.core.ticket.workflow import Status, fire
from escalator.store import deadlines as deadline_rows
from escalator.store import dossiers, events
from escalator.store.database import Transaction
from escalator.store.tables import LIVE, outbox, tickets

CANARY = "canary"
"""Stands in what is internal, wherever a story says nothing else."""


def check(app: Application, since: datetime | None = None) -> None:
    """S3: timelines have no gap and fold to the row. D5: armed is what the core wants. N1: the asked are told.

    C1: nothing internal is in a letter to a customer.
    """
    with app.database.reading() as tx:
        desks = app.handling.shelf.desks(tx)
        for row in tx.conn.execute(select(tickets.c.id, tickets.c.lane)).all():
            stored = dossiers.load(tx, [row.id], lane=row.lane)[row.id]
            _check_fold(tx, stored)
            wanted = deadlines(stored, desks)
            armed = {armed.due for armed in deadline_rows.pending(tx, [row.id]).get(row.id, [])}
            assert armed == wanted, f"{stored.ticket.ref}: armed {armed}, wanted {wanted}"
            if stored.ticket.status is not Status.CLOSED:
                assert armed, f"{stored.ticket.ref} is not closed and nothing will ever happen to it"
            _check_told(tx, row.id)
            _check_nothing_internal(tx, row.id)
            if row.lane == LIVE:
                _check_answered(tx, row.id, desks.active.mail.address, since)


def _check_fold(tx: Transaction, stored: Dossier) -> None:
    folded = Dossier(Ticket(id=stored.ticket.id))
    for expected, (seq, event) in enumerate(events.timeline(tx, stored.ticket.id), start=1):
        assert seq == expected, f"{stored.ticket.ref}: the timeline has a gap at {expected}"
        if "from" in event.data and "trigger" in event.data:
            assert event.data["from"] == folded.ticket.status, "S1: a move starts where the ticket stands"
            assert fire(event.data["from"], event.data["trigger"]) == event.data["to"]
        last = folded.ticket.changed_at
        assert last is None or last <= event.at, f"{stored.ticket.ref}: time ran backwards at {seq}"
        folded = evolve(folded, event)
    assert folded == stored


def _check_told(tx: Transaction, ticket_id: int) -> None:
    """Whoever was asked has a letter; a warning may have been folded into something stronger."""
    history = [event for _, event in events.timeline(tx, ticket_id)]
    warnings = {e.data["run"] for e in history if e.kind is Kind.LADDER_STARTED and e.data["reason"] == "warning"}
    asked = [e.data["person"] for e in history if e.kind is Kind.STEP_ASKED and e.data["run"] not in warnings]
    # One for each time that they were asked, however many channels it takes.
    turns = select(outbox.c.run, outbox.c.turn, outbox.c.recipient).distinct()
    letters = tx.conn.execute(turns.where(outbox.c.ticket_id == ticket_id, outbox.c.kind == "escalation"))
    assert sorted(asked) == sorted(letter.recipient for letter in letters)


def _check_answered(tx: Transaction, ticket_id: int, ours: str, since: datetime | None) -> None:
    """N1, C3: what an agent said has a letter to everybody who was on the ticket then, and to nobody else.

    What was said before `since` was said to a release that mailed no replies.
    """
    stored = select(outbox.c.key, outbox.c.recipient).where(
        outbox.c.ticket_id == ticket_id, outbox.c.kind == CUSTOMER_REPLY
    )
    letters = {(row.key, row.recipient) for row in tx.conn.execute(stored)}
    ticket, wanted = Ticket(id=ticket_id), set[tuple[str, str]]()
    for _, event in events.timeline(tx, ticket_id):
        ticket = ticket_evolve(ticket, event)
        mailed = since is None or event.at >= since
        if event.kind is Kind.AGENT_MESSAGE and event.data["message"] is not None and mailed:
            key = reply_key(ticket.ref, event.data["message"])
            people = [one.email for one in ticket.people if may_be_mailed(one.email, ours)]
            wanted |= {(f"{key}/{email.casefold()}", email) for email in people}
    assert letters <= wanted, f"{ticket.ref}: replies went to {letters - wanted}, who are not on it"
    written = {key.rpartition("/")[0] for key, _ in letters}
    assert all(key.rpartition("/")[0] in written for key, _ in wanted), f"{ticket.ref}: a reply has no letter"


def _check_nothing_internal(tx: Transaction, ticket_id: int) -> None:
    stored = select(outbox.c.payload).where(outbox.c.ticket_id == ticket_id, outbox.c.kind.like("customer_%"))
    for payload in tx.conn.execute(stored).scalars():
        mail = message_from_bytes(payload, policy=policy.default)
        words = [str(value) for value in mail.values()]
        words += [str(part.get_content()) for part in mail.walk() if part.get_content_maintype() == "text"]
        assert CANARY not in " ".join(words), f"C1: an internal note of T-{ticket_id} stands in {mail['Subject']}"
