"""Acknowledgements and the brakes on all that our machine writes to customers."""

from functools import partial

import pytest
from sqlalchemy import func, select, update

from escalator.core.mail.breakers import AUTOMATIC_AN_HOUR
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Requester
from escalator.service.opening import NewTicket, open_ticket
from escalator.service.working import number_of
from escalator.store.tables import outbox
from tests.post import OURS, Mail, Post
from tests.service.racing import at_once
from tests.story import DANA, EXAMPLE_DESK, SAM, Story, text_of

DESK = EXAMPLE_DESK.read_text(encoding="utf-8").replace("\nmail:\n", "\nmail:\n  brake: 12\n")


def tells(story: Story, ref: str) -> None:
    """A rule tells the customer that somebody has their case."""
    data = {"kind": "taken", "person": SAM, "by": None}
    with story.app.database.transaction() as tx:
        told = Event(Kind.CUSTOMER_TOLD, story.clock.now, data=data)
        story.app.handling.command(tx, number_of(ref), lambda *_: [told])


@pytest.fixture(autouse=True)
def acknowledging(story: Story) -> None:
    story.applies(DESK)


def states(story: Story, kind: str = "customer_acknowledgement") -> dict[str, int]:
    with story.app.database.reading() as tx:
        query = select(outbox.c.state, func.count()).where(outbox.c.kind == kind).group_by(outbox.c.state)
        return dict(tx.conn.execute(query).all())  # type: ignore[arg-type]


def reasons(story: Story) -> set[str]:
    with story.app.database.reading() as tx:
        return set(tx.conn.execute(select(outbox.c.reason).where(outbox.c.state == "superseded")).scalars())


def by_mail(story: Story, subject: str = "a page under our name", by: Requester = DANA) -> str:
    return story.opened(subject, by=by, channel="email", body="Buy <b>cheap</b> pills")


def test_a_ticket_that_came_by_mail_is_acknowledged_with_nothing_that_its_sender_wrote(story: Story) -> None:
    by_mail(story, "Cheap pills at http://pills.example", Requester("victim@third.example", "Buy pills"))
    assert story.told == ["victim@third.example"]
    mail = story.channel.mails[-1]
    assert "T-1" in mail["Subject"]
    assert "pills" not in mail.as_string().lower()
    assert "http://" not in text_of(mail)
    assert (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"]) == ("auto-replied", "All")
    assert str(mail["To"]) == "victim@third.example"


def test_it_moves_no_clock(story: Story) -> None:
    ref = by_mail(story)
    story.drains()
    assert story.ticket(ref).waiting_since == story.clock.now
    assert story.happened(ref) == [kind for kind in story.happened(ref) if "message" not in kind]
    assert story.told == [DANA.email]


def test_what_came_otherwise_is_not_acknowledged(story: Story) -> None:
    story.opened("a page under our name", channel="web")
    assert story.told == []


def test_a_machine_is_not_acknowledged(story: Story) -> None:
    with story.app.database.transaction() as tx:
        new = NewTicket(subject="Out of office", body="I am away", requester=DANA, channel="email")
        facts = {"machine": True}
        open_ticket(tx, story.app.handling, new, Actor("customer", DANA.email), inherited=facts)
    assert states(story) == {}


def test_who_did_not_write_is_not_thanked_for_the_words_of_another(story: Story) -> None:
    """Karl answers a closed ticket of Dana's: what follows it is hers, and she has said nothing."""
    post, karl = Post(story), "Karl Outside <karl@other.example>"
    post.brings(Mail(cc=karl))
    assert story.told == [DANA.email]
    story.does("T-1", "resolve", by=SAM)
    story.does("T-1", "close", by=SAM)
    story.sleeps(hours=25)
    kept = post.brings(Mail(sender=karl, to=OURS.for_customer(1), text="It is gone again."))
    assert (kept.ticket_id, story.ticket("T-2").requester.email) == (2, DANA.email)
    assert states(story) == {"sent": 1}


def test_an_address_is_acknowledged_once_a_day_however_it_is_written(story: Story) -> None:
    for email in (DANA.email, "Dana@City.Example", DANA.email):
        by_mail(story, by=Requester(email))
    assert states(story) == {"pending": 1, "superseded": 2}
    assert reasons(story) == {"brake: they had an acknowledgement in the last 24 hours"}
    assert story.told == [DANA.email]
    story.sleeps(hours=24, minutes=1)
    by_mail(story)
    assert story.told == [DANA.email]


def test_addresses_that_differ_behind_a_plus_are_one_mailbox(story: Story) -> None:
    for number in range(5):
        by_mail(story, by=Requester(f"victim+{number}@third.example"))
    assert story.told == ["victim+0@third.example"]
    for number in range(AUTOMATIC_AN_HOUR):
        tells(story, f"T-{number % 5 + 1}")
    assert len(story.told) == AUTOMATIC_AN_HOUR - 1
    by_mail(story, by=Requester("victim@third.example.org"))
    assert story.told == ["victim@third.example.org"]


def test_mails_of_one_mailbox_that_come_at_once_are_acknowledged_once(postgres_database_url: str) -> None:
    with Story(postgres_database_url, DESK) as story:
        senders = [Requester(f"victim+{number}@third.example") for number in range(4)]
        assert at_once(*(partial(by_mail, story, by=sender) for sender in senders)) == ["done"] * 4
        assert states(story) == {"pending": 1, "superseded": 3}
        assert len(story.told) == 1


def test_a_ticket_has_ten_an_hour_whoever_they_were_for(story: Story) -> None:
    ref = by_mail(story)
    for _ in range(AUTOMATIC_AN_HOUR - 1):
        tells(story, ref)
    with story.app.database.transaction() as tx:
        tx.conn.execute(update(outbox).values(counted_as="erin@city.example"))
    tells(story, ref)
    assert reasons(story) == {
        f"brake: customers had {AUTOMATIC_AN_HOUR} automatic mails about this ticket in an hour"
    }
    assert len(story.told) == AUTOMATIC_AN_HOUR
    story.sleeps(hours=1, minutes=1)
    tells(story, ref)
    assert story.told == [DANA.email]


def test_a_tenth_automatic_mail_in_an_hour_is_the_last(story: Story) -> None:
    ref = by_mail(story)
    for _ in range(AUTOMATIC_AN_HOUR + 3):
        tells(story, ref)
    assert len(story.told) == AUTOMATIC_AN_HOUR
    assert f"brake: they had {AUTOMATIC_AN_HOUR} automatic mails in an hour" in reasons(story)


def test_what_agents_write_and_what_the_desk_is_told_has_no_brake(story: Story) -> None:
    ref = by_mail(story)
    for number in range(AUTOMATIC_AN_HOUR + 3):
        story.replies(ref, by=SAM, body=f"word {number}")
    assert len(story.answers) == AUTOMATIC_AN_HOUR + 3
    assert story.told == [DANA.email]


def test_the_brake_on_all_of_them_holds_back_what_may_stay_away_and_is_seen(story: Story) -> None:
    for number in range(14):
        by_mail(story, by=Requester(f"victim{number}@third.example"))
    assert states(story) == {"pending": 12, "superseded": 2}
    assert len(story.told) == 12
    assert any("held back" in trouble for trouble in story.app.health.look().troubles)
    # A promise is kept all the same.
    story.does("T-14", "call_back", by=SAM, phone="+49 30 1")
    assert story.told == ["victim13@third.example"]
    story.sleeps(hours=1, minutes=1)
    assert not any("held back" in trouble for trouble in story.app.health.look().troubles)


def test_what_was_held_back_does_not_count_so_a_flood_holds_nobody_for_ever(story: Story) -> None:
    for _ in range(5):
        by_mail(story)
        story.sleeps(hours=8)
    assert states(story)["pending"] == 2
    assert [person for person in story.told if person == DANA.email] == [DANA.email] * 2
