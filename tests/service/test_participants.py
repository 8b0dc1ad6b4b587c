"""Everyone on a ticket: who is brought in and by whom, what they get, and who cannot be."""

import pytest

from escalator.core.errors import NotAllowedNow
from escalator.core.ticket.participants import MOST
from tests.story import DANA, LEE, NOOR, SAM, Story

ERIN = "erin@city.example"


def brings(story: Story, ref: str, email: str, by: str = SAM) -> None:
    story.does(ref, "add_participant", by=by, email=email, name="Erin Vale")


def test_a_participant_gets_every_reply_from_then_on(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.replies(ref, by=SAM, body="We look at it.")
    brings(story, ref, ERIN)
    story.replies(ref, by=SAM, body="It is gone.")
    assert [address for address, _ in story.answers] == [DANA.email, DANA.email, ERIN]
    assert [(one.email, one.name) for one in story.ticket(ref).participants] == [(ERIN, "Erin Vale")]
    first, last, copy = (mail for _, mail in story.answers)
    assert first["Cc"] is None
    assert str(last["To"]) == "Dana Fox <dana@city.example>"
    assert str(last["Cc"]) == "Erin Vale <erin@city.example>"
    assert last.as_bytes() == copy.as_bytes()


def test_who_is_taken_off_the_ticket_gets_nothing_more(story: Story) -> None:
    ref = story.opened("a page under our name")
    brings(story, ref, ERIN)
    story.does(ref, "remove_participant", by=LEE, email=ERIN.upper())
    story.replies(ref, by=SAM)
    assert [address for address, _ in story.answers] == [DANA.email]
    assert story.facts(ref, "participant_removed") == [{"email": ERIN.upper()}]
    with pytest.raises(NotAllowedNow, match="no participant"):
        story.does(ref, "remove_participant", by=LEE, email=ERIN)


@pytest.mark.parametrize(
    ("email", "why"),
    [
        (DANA.email.upper(), "on T-1 already"),
        (NOOR, "one of the desk"),
        ("support@harbour.example", "no address that we could write to"),
        ("Support+c-1-aaaa@harbour.example", "no address that we could write to"),
        ("no-reply@shop.example", "read by nobody"),
        ("do_not_reply@shop.example", "read by nobody"),
        ("Mailer-Daemon@shop.example", "read by nobody"),
        ("nicht-antworten@bank.example", "read by nobody"),
        ("somebody@nowhere.invalid", "no address that we could write to"),
    ],
)
def test_nobody_is_brought_in_who_reads_no_replies(story: Story, email: str, why: str) -> None:
    ref = story.opened("a page under our name")
    with pytest.raises(NotAllowedNow, match=why):
        brings(story, ref, email)


def test_a_ticket_is_no_mailing_list(story: Story) -> None:
    ref = story.opened("a page under our name")
    for number in range(MOST):
        brings(story, ref, f"erin{number}@city.example")
    with pytest.raises(NotAllowedNow, match="which is the most"):
        brings(story, ref, ERIN)


def test_a_follow_up_and_a_survivor_keep_everybody(story: Story) -> None:
    old, other = story.opened("a page under our name"), story.opened("the same page")
    brings(story, old, ERIN)
    brings(story, other, "frank@city.example")
    story.does(old, "merge", by=LEE, into=other)
    assert [one.email for one in story.ticket(other).participants] == ["frank@city.example", ERIN]
    story.does(other, "resolve", by=SAM)
    story.does(other, "close", by=SAM)
    after = story.writes(other, "it is back")
    assert [one.email for one in story.ticket(after).participants] == ["frank@city.example", ERIN]
