"""What agents write reaches everybody on the ticket, in its thread, unchanged; what is internal reaches nobody."""

from email.message import EmailMessage

import pytest
from sqlalchemy import select

from escalator.core.mail.addresses import OwnAddresses, Way
from escalator.service.working import number_of
from escalator.store.tables import incoming_mail, messages, outbox
from tests.story import DANA, EXAMPLE_DESK, LEE, MIA, SAM, Requester, Story, principal, text_of

ERIN = "erin@city.example"
DESK = EXAMPLE_DESK.read_text(encoding="utf-8")
OWN = OwnAddresses("support@harbour.example", "not a secret in a test")


def came_by_mail(story: Story, ref: str, message_id: str) -> None:
    """The newest public message of the ticket was the mail with this Message-ID."""
    with story.app.database.transaction() as tx:
        mail = {"mailbox": "support@harbour.example", "identity": message_id, "door": "pipe", "raw": b"", "size": 0}
        mail |= {"received_at": tx.now, "next_try_at": tx.now, "envelope_to": [], "state": "settled"}
        number = tx.conn.execute(
            incoming_mail.insert().returning(incoming_mail.c.id), mail | {"message_id": message_id}
        ).scalar_one()
        newest = select(messages.c.id).where(messages.c.ticket_id == number_of(ref)).order_by(messages.c.id.desc())
        one = tx.conn.execute(newest.limit(1)).scalar_one()
        tx.conn.execute(messages.update().where(messages.c.id == one).values(mail_id=number))


def only(story: Story) -> EmailMessage:
    [(_, mail)] = story.answers
    return mail


def test_a_reply_is_the_agents_own_words_under_their_name(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.replies(ref, by=SAM, body="The page is gone.\n\nIt took them an hour.")
    mail = only(story)
    assert str(mail["From"]) == '"Sam Seidel, Harbour Support" <support@harbour.example>'
    assert (str(mail["To"]), mail["Subject"]) == (
        "Dana Fox <dana@city.example>",
        "Re: a page under our name [T-1]",
    )
    assert text_of(mail).startswith("The page is gone.\n\nIt took them an hour.\n")
    assert SAM not in mail.as_string()


def test_a_reply_bears_no_mark_of_a_machine(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.replies(ref, by=SAM)
    marks = ("Auto-Submitted", "X-Auto-Response-Suppress", "X-Loop", "Precedence", "List-Unsubscribe")
    assert [only(story)[mark] for mark in marks] == [None] * len(marks)


def test_an_answer_to_a_reply_proves_its_ticket_and_a_bounce_its_letter(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.replies(ref, by=SAM)
    named = OWN.named(only(story)["Reply-To"].addresses[0].addr_spec, "anybody@else.example", story.clock.now)
    assert named is not None
    assert (named.way, named.ticket) == (Way.CUSTOMER, 1)
    with story.app.database.reading() as tx:
        [letter] = tx.conn.execute(select(outbox).where(outbox.c.kind == "customer_reply"))
    assert letter.sender == OWN.for_bounce(letter.key)


def test_a_server_that_drops_what_stands_behind_a_plus_gets_no_signed_addresses(story: Story) -> None:
    story.applies(DESK.replace("\nmail:\n", "\nmail:\n  subaddresses: false\n"))
    ref = story.opened("a page under our name")
    story.replies(ref, by=SAM)
    assert only(story)["Reply-To"] is None
    with story.app.database.reading() as tx:
        assert set(tx.conn.execute(select(outbox.c.sender)).scalars()) == {"support@harbour.example"}


def test_the_thread_holds_over_three_turns(story: Story) -> None:
    ref = story.opened("a page under our name")
    came_by_mail(story, ref, "<first@city.example>")
    story.replies(ref, by=SAM, body="We look at it.")
    story.writes(ref, "it is still there")
    came_by_mail(story, ref, "<second@city.example>")
    story.replies(ref, by=SAM, body="Now it is gone.")
    story.replies(ref, by=SAM, body="And it stays away.")
    one, two, three = (mail for _, mail in story.answers)
    assert (one["In-Reply-To"], one["References"]) == ("<first@city.example>", "<first@city.example>")
    assert two["References"] == f"<first@city.example> {one['Message-ID']} <second@city.example>"
    assert two["In-Reply-To"] == "<second@city.example>"
    assert three["References"] == f"{two['References']} {two['Message-ID']}"


def test_a_long_thread_keeps_its_root_and_what_is_near(story: Story) -> None:
    ref = story.opened("a page under our name")
    came_by_mail(story, ref, "<first@city.example>")
    for turn in range(30):
        story.replies(ref, by=SAM, body=f"turn {turn}")
    known = [mail["Message-ID"] for _, mail in story.answers]
    assert story.answers[-1][1]["References"].split() == ["<first@city.example>", *known[10:-1]]


def test_all_letters_about_a_ticket_that_came_by_no_mail_share_a_root(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.replies(ref, by=SAM)
    story.replies(ref, by=SAM)
    story.does(ref, "call_back", by=SAM, phone="+49 30 1")
    story.drains()
    one, two = (mail for _, mail in story.answers)
    [call] = story.channel.mails
    assert story.told == [DANA.email]
    assert one["References"] == two["References"].split()[0] == call["References"].split()[0]
    assert call["In-Reply-To"] == two["Message-ID"]
    assert call["Reply-To"].addresses[0].addr_spec == one["Reply-To"].addresses[0].addr_spec


def test_a_held_reply_goes_out_when_it_is_released_as_its_authors_word(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.replies(ref, by=SAM, body="You should have told us.", hold=True)
    assert story.answers == []
    assert story.told == [LEE]
    [held] = story.app.tickets.held(principal(LEE), ref)
    story.does(ref, "release", by=LEE, reply=held.held.id, body="Thank you for telling us.")
    mail = only(story)
    assert "Sam Seidel" in str(mail["From"])
    assert "Thank you for telling us." in text_of(mail)
    assert "should have" not in mail.as_string()


def test_a_question_is_mailed_and_so_is_what_an_agent_without_a_name_writes(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.does(ref, "ask", by=SAM, body="Which page is it?")
    assert "Which page is it?" in text_of(only(story))


@pytest.mark.parametrize("address", ["dana@nowhere.invalid", "support@harbour.example"])
def test_who_cannot_be_mailed_is_not(story: Story, address: str) -> None:
    ref = story.opened("a page under our name", by=Requester(address, "Dana"))
    story.replies(ref, by=SAM)
    assert story.answers == []


def test_what_an_agent_types_for_the_customer_is_not_mailed_to_them(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.app.tickets.say(principal(SAM), ref, None, "she said so on the phone", "public", "customer")
    assert story.answers == []


def test_a_reply_is_never_overtaken(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.replies(ref, by=SAM, body="It is gone.")
    story.does(ref, "resolve", by=SAM)
    story.does(ref, "close", by=MIA)
    assert "It is gone." in text_of(only(story))


def test_the_next_letter_waits_for_no_refused_one(story: Story) -> None:
    """One recipient a transaction: Dana's server refuses her, and Erin has the reply all the same."""
    ref = story.opened("a page under our name")
    story.does(ref, "add_participant", by=SAM, email=ERIN)
    story.channel.bounces.add(DANA.email)
    story.replies(ref, by=SAM)
    assert [address for address, _ in story.answers] == [ERIN]
    assert story.told == [LEE]  # whoever leads the queue hears of it
