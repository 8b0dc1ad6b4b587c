"""What colleagues mail: doubts keep it inside, an order is done wholly or not, and nobody is left guessing."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from sqlalchemy import select

from escalator.service.letters import LINK_LIFE
from escalator.service.views import EventView
from escalator.store import files, messages, tables
from tests.post import OURS, Mail, Post
from tests.story import KIM, LEE, MIA, MONDAY, NOOR, SAM, Story, principal, text_of

HELLO = "Dear Dana, it is back."
FORM = ("form.pdf", "application/pdf", b"x")


@pytest.fixture
def story(sqlite_database_url: str) -> Iterator[Story]:
    with Story(sqlite_database_url) as story:
        yield story


@pytest.fixture
def post(story: Story) -> Post:
    return Post(story)


def by(person: str, text: str, **more: object) -> Mail:
    """A mail of `person` to the address for replies about T-1."""
    return Mail(sender=person, to=OURS.for_reply(1, person), text=text, **more)  # type: ignore[arg-type]


def timeline(story: Story) -> list[EventView]:
    return story.app.tickets.timeline(principal(MIA), "T-1")


def newest(story: Story) -> tuple[str, str]:
    message = [event.message for event in timeline(story) if event.message is not None][-1]
    return message.visibility, message.body


def asked(story: Story) -> EmailMessage:
    """The letter with which Lee is asked to take T-1."""
    story.opened("drill", tags=("drill",))
    story.passes(seconds=21)
    assert story.told == [LEE]
    return story.channel.mails[-1]


# What would give away what is for the desk alone.


def test_our_letter_quoted_without_any_mark_stays_inside(story: Story, post: Post) -> None:
    letter = text_of(asked(story))
    assert post.brings(by(LEE, f"{HELLO}\n\n{letter}")).reason == "kept_inside"
    one_line = next(line for line in letter.splitlines() if line.startswith("We ask you"))
    assert post.brings(by(LEE, f"{HELLO}\n\n{one_line}")).reason == "kept_inside"
    assert story.told == [LEE, LEE]
    assert not story.answers


@pytest.mark.parametrize(
    "shape", ["<p>{}</p><div>{}</div>", "<p>{}</p><hr>{}", '<p>{}</p><div class="gmail_quote">{}</div>']
)
def test_our_letter_quoted_by_a_program_for_pages_stays_inside(story: Story, post: Post, shape: str) -> None:
    page = asked(story).get_body(("html",))
    assert page is not None
    body = str(page.get_content()).partition("<body")[2].partition(">")[2].partition("</body>")[0]
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Message-ID"] = LEE, OURS.for_reply(1, LEE), "<page@harbour.example>"
    mail.set_content(shape.format(HELLO, body), subtype="html")
    assert post.brings(mail.as_bytes()).reason == "kept_inside"
    assert story.told == [LEE]
    assert not story.answers


@pytest.mark.parametrize(
    "line", ["https://support.harbour.example/take/abc", f"Write to {OURS.for_reply(1, LEE)} again."]
)
def test_a_link_or_an_address_for_the_desk_stays_inside(story: Story, post: Post, line: str) -> None:
    story.opened("the page")
    assert post.brings(by(SAM, f"{HELLO}\n{line}")).reason == "kept_inside"
    assert story.told == [SAM]


def test_a_reply_that_was_held_back_is_not_mailed_past_its_reviewer(story: Story, post: Post) -> None:
    story.opened("the page")
    story.replies(
        "T-1", SAM, "It is a long story. " * 100 + "\nWe never make mistakes, so it must be yours.", hold=True
    )
    assert story.told == [LEE]
    assert "never make mistakes" not in text_of(story.channel.mails[-1])  # a letter quotes the beginning
    assert post.brings(by(SAM, f"{HELLO}\nWe never make mistakes, so it must be yours.")).reason == "kept_inside"
    assert story.told == [SAM]


def test_a_reply_may_repeat_what_the_customer_wrote(story: Story, post: Post) -> None:
    story.opened("drill", tags=("drill",), body="The page of our city has been gone since Monday.")
    story.passes(seconds=21)
    assert story.told == [LEE]
    kept = post.brings(by(LEE, f"{HELLO}\nYou wrote: the page of our city has been gone since Monday."))
    assert kept.reason == "reply"
    assert len(story.answers) == 1


def test_what_was_kept_inside_may_be_written_again_without_the_quote(story: Story, post: Post) -> None:
    story.opened("the page")
    story.notes("T-1", NOOR, "This customer is a nuisance, but pay them.")
    words = "Dear Dana, we have found the page and it is back where it was."
    assert post.brings(by(SAM, f"{words}\nThis customer is a nuisance, but pay them.")).reason == "kept_inside"
    assert post.brings(by(SAM, words)).reason == "reply"
    assert story.told == [SAM]
    assert len(story.answers) == 1


def test_files_are_not_lost_on_the_way_to_a_customer(story: Story, post: Post) -> None:
    story.opened("the page")
    assert post.brings(by(SAM, "Dear Dana, see the form.", files=[FORM])).reason == "kept_inside"
    assert newest(story) == ("internal", "Dear Dana, see the form.")
    assert "files cannot be sent" in str(story.facts("T-1", "mail_refused")[0]["why"])
    with story.app.database.reading() as tx:
        assert [one.name for one in files.of_ticket(tx, 1)] == ["form.pdf"]
    assert story.told == [SAM]


def test_what_a_colleague_quotes_stands_beside_no_public_message(story: Story, post: Post) -> None:
    story.opened("the page")
    quoting = "{}\n\nOn Mon, 16 Nov 2026 at 10:00, Lee wrote:\n> they lie"
    assert post.brings(by(SAM, quoting.format(HELLO))).reason == "reply"
    post.brings(Mail(to=OURS.for_customer(1), text=quoting.format("Thank you.")))
    said = {one.message.author.kind: one.message for one in timeline(story) if one.message is not None}
    assert (said["agent"].body, said["agent"].whole) == (HELLO, None)
    assert (said["customer"].body, said["customer"].whole) == ("Thank you.", quoting.format("Thank you."))
    with story.app.database.reading() as tx:
        numbers = [one.id for one in said.values()]
        assert {one.whole for one in messages.public(tx, numbers).values()} == {None}
        stored = select(tables.messages.c.author_kind, tables.messages.c.whole)
        assert dict(tx.conn.execute(stored.where(tables.messages.c.id.in_(numbers))).all())["agent"] is None
    story.drains()


# Orders.


@pytest.mark.parametrize("text", ["#note: He is a nuisance.", "#note He is a nuisance."])
def test_a_note_may_stand_on_the_line_of_its_order(story: Story, post: Post, text: str) -> None:
    story.opened("the page")
    assert post.brings(by(SAM, text)).reason == "note"
    assert newest(story) == ("internal", "He is a nuisance.")


@pytest.mark.parametrize("line", ["# note", "#Notes", "#take text", "#1 is broken", f"{HELLO}\n#note"])
def test_an_order_that_is_not_understood_keeps_all_inside_and_says_so(story: Story, post: Post, line: str) -> None:
    story.opened("the page")
    assert post.brings(by(SAM, f"{line}\nHe is a nuisance.")).reason == "kept_inside"
    assert newest(story) == ("internal", f"{line}\nHe is a nuisance.")
    assert "is no order" in str(story.facts("T-1", "mail_refused")[0]["why"])
    assert story.ticket("T-1").owner is None
    assert story.told == [SAM]


def test_a_mail_that_only_orders_is_called_so(story: Story, post: Post) -> None:
    story.opened("the page")
    assert post.brings(by(SAM, "#resolve")).reason == "ordered"
    assert story.ticket("T-1").status == "resolved"


# Whose case it is.


def test_nobody_answers_or_ends_the_cases_of_other_teams(story: Story, post: Post) -> None:
    story.opened("the page")
    story.does("T-1", "assign", LEE, team="second-line")
    for text in (HELLO, "#resolve", "#take"):
        assert post.brings(by(SAM, text)).reason == "kept_inside"
    assert post.brings(by(SAM, "#note\nI know them.")).reason == "note"
    assert (story.ticket("T-1").status, story.ticket("T-1").owner) == ("new", None)
    assert story.told == [SAM] * 3
    assert not story.answers


def test_who_is_asked_may_take_it_by_mail_and_then_answer(story: Story, post: Post) -> None:
    asked(story)
    story.passes(hours=1)
    person = next(one for one in reversed(story.told) if one not in (LEE, SAM, NOOR))
    assert post.brings(by(KIM, "#take")).reason == "kept_inside"
    story.drains()
    run = story.ticket("T-1").escalation
    assert run is not None
    assert run.asked == person
    assert post.brings(by(person, f"#take\n{HELLO}")).reason == "reply"
    assert story.ticket("T-1").owner == person
    assert len(story.answers) == 1
    assert story.told


def test_an_address_that_has_ended_makes_no_reply(story: Story, post: Post) -> None:
    story.opened("the page")
    story.clock.now = MONDAY + LINK_LIFE + timedelta(days=1)
    kept = post.brings(by(SAM, HELLO))
    assert kept.ticket_id != 1
    assert [event for event in story.happened("T-1") if event == "agent_message"] == []
    assert story.told is not None


def test_an_order_in_what_a_colleague_forwards_is_not_theirs(story: Story, post: Post) -> None:
    story.opened("the page")
    forwarded = (
        "---------- Forwarded message ---------\nFrom: Dana Fox <dana@city.example>\nDate: Mon, 16 Nov 2026\n"
        "Subject: hello\nTo: sam@harbour.example\n\n#resolve\n"
    )
    for text in (forwarded, "On Mon, 16 Nov 2026 at 10:00, Dana <dana@city.example> wrote:\n#resolve\n"):
        post.brings(Mail(sender=SAM, to=OURS.for_note(1, SAM), text=text))
        assert story.ticket("T-1").status == "new"
    assert set(story.told) == {SAM}
