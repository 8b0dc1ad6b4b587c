"""Letters to customers in the outbox: what they carry, what overtakes them, and what a bounce of one does not do."""

from email.message import EmailMessage

import pytest
from sqlalchemy import select

from escalator.core.notify.answers import CUSTOMER_REPLY
from escalator.core.ticket.events import Event, Kind, stamp
from escalator.service.working import number_of
from escalator.store import people
from escalator.store.tables import outbox
from tests.story import DANA, LEE, MIA, SAM, Story, principal, text_of


def taken(story: Story, ref: str, by: str = SAM) -> None:
    """`by` takes the ticket, and the customer is told."""
    story.does(ref, "acknowledge", by=by)
    _told(story, ref, Kind.CUSTOMER_TOLD, kind="taken", person=by, by=stamp(story.clock.now))


def _told(story: Story, ref: str, event: Kind, **data: object) -> None:
    with story.app.database.transaction() as tx:
        happened = Event(event, story.clock.now, data=data)
        story.app.handling.command(tx, number_of(ref), lambda *_: [happened])


def letters(story: Story) -> list[tuple[str, str]]:
    """What our machine wrote to Dana, and how it stands."""
    of_machine = (outbox.c.recipient == DANA.email, outbox.c.kind != CUSTOMER_REPLY)
    with story.app.database.reading() as tx:
        query = select(outbox.c.kind, outbox.c.state).where(*of_machine).order_by(outbox.c.id)
        return [tuple(row) for row in tx.conn.execute(query)]


def mail(story: Story) -> EmailMessage:
    story.drains()
    return story.unread[-1]


def test_the_customer_gets_automatic_mail_with_the_number_and_without_links(story: Story) -> None:
    ref = story.opened("a page under our name")
    taken(story, ref)
    letter = mail(story)
    assert story.told == [DANA.email]
    assert letter["Subject"] == f"Re: a page under our name [{ref}]"
    assert (letter["Auto-Submitted"], letter["X-Auto-Response-Suppress"]) == ("auto-generated", "All")
    text = text_of(letter)
    assert "Sam Seidel has your case now" in text
    assert "harbour.example" not in text
    assert "http" not in text


@pytest.mark.parametrize(
    ("deed", "state"),
    [
        (lambda story, ref: story.does(ref, "resolve", by=SAM), "superseded"),
        (lambda story, ref: story.replies(ref, by=SAM), "superseded"),
        (lambda story, ref: story.does(ref, "assign", by=LEE, assignee=LEE), "superseded"),
        (lambda story, ref: story.notes(ref, by=SAM), "pending"),
        (lambda story, ref: story.writes(ref, "one more page of it"), "pending"),
    ],
)
def test_what_the_customer_was_to_be_told_is_not_sent_when_it_is_so_no_more(story: Story, deed, state: str) -> None:
    ref = story.opened("a page under our name")
    taken(story, ref)
    deed(story, ref)
    assert letters(story) == [("customer_taken", state)]
    assert story.told == ([] if state == "superseded" else [DANA.email])


def test_who_takes_a_case_from_another_does_not_take_the_customers_letter_with_it(story: Story) -> None:
    """What the desk was to be told is overtaken by the take; what the customer hears of it is not."""
    ref = story.opened("a page under our name")
    story.sleeps(hours=4, minutes=1)
    story.app.deadlines.sweep()
    story.does(ref, "call_back", by=LEE, phone="+49 30 1")
    taken(story, ref)
    assert [state for _, state in letters(story)] == ["pending", "pending"]
    assert story.told == [DANA.email, DANA.email]


def test_a_customer_whose_mail_bounces_is_no_colleague_who_cannot_be_reached(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.does(ref, "escalate", by=SAM)
    assert story.told == [SAM]
    before = story.ticket(ref).escalation
    _told(story, ref, Kind.CUSTOMER_TOLD, kind="taken", person=SAM, by=None)
    story.channel.bounces.add(DANA.email)

    story.drains()

    [dead] = story.app.outbox.listing(principal(MIA), "dead", 10)
    assert (dead.letter.kind, dead.letter.reason) == ("customer_taken", "unreachable at rcpt: 550")
    assert story.ticket(ref).escalation == before
    with story.app.database.reading() as tx:
        assert people.unreachable(tx) == []
    assert story.told == [LEE]  # whoever leads the queue, for nobody has the case
