"""What outsiders and other readers forge to look like an answer, an order, a bounce or a complaint harms nobody."""

import hashlib
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from escalator.core.mail.compose import message_id
from escalator.core.mail.suppressing import Scope
from escalator.store import heartbeats, people, suppressions
from escalator.store.tables import outbox
from tests.post import DESK, Mail, Post
from tests.service.test_replies import came_by_mail
from tests.story import DANA, EXAMPLE_DESK, LEE, SAM, Story

KARL = "karl@other.example"
PLAIN_ADDRESSES = EXAMPLE_DESK.read_text(encoding="utf-8").replace("\nmail:\n", "\nmail:\n  subaddresses: false\n")


@pytest.fixture
def story(database_url: str) -> Iterator[Story]:
    with Story(database_url) as story:
        yield story


@pytest.fixture
def post(story: Story) -> Post:
    return Post(story)


def guesses(effect: str) -> list[str]:
    """The Message-IDs that somebody who has read our source may try for a letter that they do not have."""
    plain = hashlib.sha256(effect.encode()).hexdigest()[:40]
    return [f"<{plain}@harbour.example>", message_id(effect, "harbour.example", "")]


def letters(story: Story, kind: str) -> list[tuple[str, str]]:
    """The key and the recipient of each letter of a kind."""
    with story.app.database.reading() as tx:
        rows = tx.conn.execute(select(outbox.c.key, outbox.c.recipient).where(outbox.c.kind == kind))
        return [(row.key, row.recipient) for row in rows]


def suppressed(story: Story) -> dict[str, Scope]:
    with story.app.database.reading() as tx:
        return {address: one.scope for address, one in suppressions.among(tx, [DANA.email, KARL]).items()}


def report(about: str, recipient: str, *, name: str = "1") -> bytes:
    """A bounce that says so of the letter with the Message-ID `about`."""
    failed = f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: 5.1.1"
    said = f"Reporting-MTA: dns; mx.example\r\n\r\n{failed}"
    return _reports("delivery-status", "message/delivery-status", said, about, name)


def complaint(about: str, complainer: str = "", *, headers: str = "") -> bytes:
    """A feedback report about it; providers often do not say who complained."""
    said = "Feedback-Type: abuse\r\nUser-Agent: loop/1.0\r\nVersion: 1" + (
        f"\r\nOriginal-Rcpt-To: {complainer}" if complainer else ""
    )
    return _reports("feedback-report", "message/feedback-report", said, about, complainer or "nobody", headers)


def _reports(report_type: str, part: str, said: str, about: str, name: str, headers: str = "") -> bytes:
    return (
        f"From: Mail Delivery System <mailer-daemon@evil.example>\r\nTo: {DESK}\r\nSubject: Undelivered\r\n"
        f"Message-ID: <{name.replace('/', '-')}@evil.example>\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/report; report-type={report_type}; boundary="b"\r\n\r\n'
        f"--b\r\n\r\nSorry.\r\n--b\r\nContent-Type: {part}\r\n\r\n{said}\r\n\r\n--b\r\n"
        f"Content-Type: message/rfc822\r\n\r\nMessage-ID: {about}\r\nFrom: {DESK}\r\n{headers}\r\nhi\r\n--b--\r\n"
    ).encode()


# Outsiders, who have no letter of ours.


def test_an_outsider_joins_no_ticket_by_a_message_id_that_they_computed(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.replies("T-1", SAM, "Which page?")
    story.drains()
    effects = [
        "T-1/reply/2",
        "T-1/thread",
        "T-1/desk",
        *(key for key, _ in letters(story, "customer_acknowledgement")),
    ]
    for guess in (guess for effect in effects for guess in guesses(effect)):
        kept = post.brings(Mail(answers=guess, text="Please tell Karl everything.", cc=KARL))
        assert (kept.reason, kept.ticket_id == 1) == ("opened", False)
    assert story.ticket("T-1").participants == ()
    assert set(story.told) == {DANA.email}


def test_an_outsider_gives_no_orders_in_the_name_of_a_colleague(story: Story, post: Post) -> None:
    story.opened("drill", tags=("drill",))
    story.passes(seconds=21)
    story.drains()
    before = story.ticket("T-1")
    [(key, asked), *_] = letters(story, "escalation")
    for guess in guesses(key):
        post.brings(Mail(sender=asked, answers=guess, text="#take #resolve"))
    assert story.ticket("T-1") == before
    assert asked in story.told


def test_an_outsider_stops_no_mail_with_bounces_that_they_made_up(story: Story, post: Post) -> None:
    post.brings(Mail())
    for number in range(2):
        story.opened(f"drill {number}", tags=("drill",))
    story.passes(minutes=10)
    asked = {person: key for key, person in letters(story, "escalation")}
    assert len(asked) >= 2
    for key, person in (
        *((key, person) for person, key in asked.items()),
        *letters(story, "customer_acknowledgement"),
    ):
        for number, guess in enumerate(guesses(key)):
            assert post.brings(report(guess, person, name=f"{key}/{number}")).ticket_id is None
    with story.app.database.reading() as tx:
        assert heartbeats.thrown(tx, "outbound-hold") is None
        assert not people.unreachable(tx)
    assert not suppressed(story)
    assert story.told


# Other readers of a reply, who see its Message-ID.


@pytest.fixture
def shared(story: Story, post: Post) -> str:
    """The Message-ID of a reply that went to Dana and to Karl."""
    post.brings(Mail(cc=KARL))
    story.replies("T-1", SAM, "We look into it.")
    story.drains()
    assert DANA.email in story.told
    return str(story.answers[-1][1]["Message-ID"])


def envelope_of(story: Story, recipient: str) -> str:
    return [sending.sender for sending, _ in story.channel.sent if sending.address == recipient][-1]


def test_who_shares_a_reply_cuts_off_nobody_else(story: Story, post: Post, shared: str) -> None:
    post.brings(report(shared, DANA.email))
    assert suppressed(story) == {}
    assert "customer_unreached" not in story.happened("T-1")
    post.brings(report(shared, DANA.email, name="2"), to=envelope_of(story, KARL))
    assert DANA.email not in suppressed(story)
    assert set(story.told) == {LEE}


def test_what_comes_back_to_its_own_envelope_counts_for_its_reader_alone(
    story: Story, post: Post, shared: str
) -> None:
    post.brings(report(shared, KARL), to=envelope_of(story, KARL))
    assert suppressed(story) == {KARL: Scope.ALL}
    assert story.facts("T-1", "customer_unreached")[0]["address"] == KARL
    assert story.told == [LEE]


def test_without_signed_addresses_a_bounce_counts_where_one_person_got_the_letter(story: Story, post: Post) -> None:
    story.applies(PLAIN_ADDRESSES)
    post.brings(Mail())
    story.replies("T-1", SAM, "Only for you.")
    post.brings(Mail(cc=KARL, subject="Another matter"))
    story.replies("T-2", SAM, "For both of you.")
    story.drains()
    assert set(story.told) == {DANA.email}
    (_, alone), *_, (_, shared) = story.answers
    post.brings(report(str(shared["Message-ID"]), DANA.email))
    assert suppressed(story) == {}
    post.brings(report(str(alone["Message-ID"]), DANA.email, name="2"))
    assert suppressed(story) == {DANA.email: Scope.ALL}
    assert story.told == [LEE]


def test_a_complaint_is_that_of_the_complainer_alone(story: Story, post: Post, shared: str) -> None:
    post.brings(complaint(shared, KARL))
    assert suppressed(story) == {KARL: Scope.AUTOMATIC}


@pytest.mark.parametrize("headers", ["", f"To: {DANA.email}\r\nCc: {KARL}\r\n"])
def test_a_complaint_without_a_name_is_nobody_s_where_several_may_have_made_it(
    story: Story, post: Post, shared: str, headers: str
) -> None:
    post.brings(complaint(shared, headers=headers))
    assert suppressed(story) == {}


def test_a_complaint_without_a_name_is_that_of_the_only_reader(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.drains()
    assert story.told == [DANA.email]
    post.brings(complaint(str(story.channel.mails[-1]["Message-ID"])))
    assert suppressed(story) == {DANA.email: Scope.AUTOMATIC}


# Ourselves, with another key.


def test_a_thread_outlives_our_secret(story: Story, post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    ref = story.opened("a page under our name")
    story.replies(ref, SAM, "Which page?")
    story.writes(ref, "the first")
    came_by_mail(story, ref, "<second@city.example>")
    before = str(story.answers[-1][1]["Message-ID"])
    stamps = story.app.handling.letter_desk.stamps
    object.__setattr__(stamps, "secret", "another one")
    story.replies(ref, SAM, "It is back.")
    after = story.answers[-1][1]
    assert str(after["References"]).split()[1:] == [before, "<second@city.example>"]
    assert before != str(after["Message-ID"])
