"""What becomes of mail that comes in: proven, in doubt, from colleagues, from machines, hostile, twice, too much."""

from collections.abc import Iterator
from datetime import timedelta
from email.utils import parseaddr

import pytest

from escalator.bootstrap import build
from escalator.core.access import Principal, Role
from escalator.core.errors import NotAllowedNow, NotFound
from escalator.core.mail import floods
from escalator.core.mail.limits import TooSlow
from escalator.service.tickets import Filters
from escalator.store import files
from escalator.store.incoming import State
from tests.post import DESK, OURS, Mail, Post
from tests.story import (
    DANA,
    EXAMPLE_DESK,
    KIM,
    LEE,
    MIA,
    NOOR,
    SAM,
    MovedClock,
    OpenReader,
    RememberingChannel,
    Story,
    principal,
    settings,
    text_of,
)

KARL = "Karl Outside <karl@other.example>"


@pytest.fixture
def story(database_url: str) -> Iterator[Story]:
    with Story(database_url) as story:
        yield story


@pytest.fixture
def post(story: Story) -> Post:
    return Post(story)


def bodies(story: Story, ref: str = "T-1") -> list[tuple[str, str]]:
    timeline = story.app.tickets.timeline(principal(MIA), ref)
    return [(event.type, event.message.body) for event in timeline if event.message is not None]


# Threads.


def test_a_mail_opens_a_ticket_for_its_sender(story: Story, post: Post) -> None:
    mail = Mail(text="Our page is gone.\n\n-- \nDana Fox")
    kept = post.brings(mail)
    assert (kept.state, kept.reason, kept.ticket_id) == (State.SETTLED, "opened", 1)
    ticket = story.ticket("T-1")
    assert (ticket.subject, ticket.channel) == ("The page is gone", "email")
    assert (ticket.requester.email, ticket.requester.name) == (DANA.email, DANA.name)
    assert bodies(story) == [("created", "Our page is gone.")]
    assert story.told == [DANA.email]  # the acknowledgement
    assert story.channel.mails[-1]["In-Reply-To"] == mail.message_id


def test_an_answer_to_our_reply_joins_the_ticket_and_its_quotes_are_cut(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.replies("T-1", SAM, "Which page?")
    story.drains()
    _, reply = story.answers[-1]
    text = "The one of the city.\n\nOn Mon, 16 Nov 2026 at 10:00, Sam wrote:\n> Which page?\n"
    kept = post.brings(Mail(text=text, subject="Re: something else", answers=str(reply["Message-ID"])))
    assert (kept.reason, kept.ticket_id) == ("joined", 1)
    assert bodies(story)[-1] == ("customer_message", "The one of the city.")
    by_address = post.brings(Mail(text="And quickly, please.", to=parseaddr(str(reply["Reply-To"]))[1]))
    assert (by_address.reason, by_address.ticket_id) == ("joined", 1)
    assert DANA.email in story.told


def test_a_tag_in_the_subject_is_no_proof_and_opens_a_ticket_that_says_so(story: Story, post: Post) -> None:
    post.brings(Mail())
    kept = post.brings(Mail(subject="Re: The page is gone [T-1]", text="More.", sender=KARL))
    assert (kept.reason, kept.ticket_id) == ("opened", 2)
    assert story.facts("T-2", "created")[0]["may_belong_to"] == "T-1"
    assert any("may belong to T-1" in line for line in story.app.tickets.explain(principal(MIA), "T-2"))
    assert set(story.told) == {DANA.email, "karl@other.example"}


def test_who_answers_their_own_mail_opens_a_ticket_that_says_where_it_may_belong(story: Story, post: Post) -> None:
    first = Mail()
    post.brings(first)
    kept = post.brings(Mail(answers=first.message_id, subject="Re: The page is gone", text="I forgot: page 7."))
    assert kept.ticket_id == 2
    assert story.facts("T-2", "created")[0]["may_belong_to"] == "T-1"
    forged = post.brings(Mail(sender=KARL, answers=first.message_id, text="Me too."))
    assert "may_belong_to" not in story.facts(f"T-{forged.ticket_id}", "created")[0]
    assert set(story.told) == {DANA.email, "karl@other.example"}


def test_spam_is_marked_and_the_mark_goes_with_an_undo(story: Story, post: Post) -> None:
    post.brings(Mail())
    assert "spam" in story.does("T-1", "spam", SAM).tags
    assert "spam" not in story.does("T-1", "undo", SAM).tags
    story.drains()
    assert story.told == [DANA.email]


def test_a_stranger_on_a_thread_is_held_until_somebody_lets_them_in(story: Story, post: Post) -> None:
    post.brings(Mail())
    kept = post.brings(Mail(sender=KARL, to=OURS.for_customer(1), text="I know more."))
    assert (kept.state, kept.ticket_id) == (State.HELD, 1)
    assert len(bodies(story)) == 1
    assert story.told == [DANA.email, LEE]  # an acknowledgement, and whoever leads the queue
    released = story.app.incoming.release(principal(LEE), kept.id)
    assert (released.state, released.ticket_id, released.settled_by) == (State.SETTLED, 1, LEE)
    assert bodies(story)[-1] == ("customer_message", "I know more.")
    with pytest.raises(NotAllowedNow):
        story.app.incoming.release(principal(LEE), kept.id)
    assert post.brings(Mail(sender=KARL, to=OURS.for_customer(1), text="And more.")).reason == "joined"


def test_who_is_in_cc_is_on_the_ticket_and_may_write_to_it(story: Story, post: Post) -> None:
    post.brings(Mail(cc=f"{KARL}, {DESK}, {SAM}"))
    assert [one.email for one in story.ticket("T-1").participants] == ["karl@other.example"]
    assert post.brings(Mail(sender=KARL, to=OURS.for_customer(1), text="Me too.")).reason == "joined"
    story.replies("T-1", SAM, "We look into it.")
    story.drains()
    assert DANA.email in story.told
    assert {str(answer["Cc"]) for _, answer in story.answers} == {KARL}


def test_mail_to_a_closed_ticket_opens_its_follow_up(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.does("T-1", "resolve", SAM)
    story.does("T-1", "close", SAM)
    kept = post.brings(Mail(to=OURS.for_customer(1), text="It is gone again."))
    assert (kept.reason, kept.ticket_id) == ("joined", 2)
    assert story.facts("T-2", "created")[0]["follow_up_of"] == 1
    assert bodies(story, "T-2") == [("created", "It is gone again.")]
    story.drains()
    assert DANA.email in story.told


# Twice, late, and never lost.


def test_a_mail_that_is_fetched_twice_is_one_mail(story: Story, post: Post) -> None:
    mail = bytes(Mail())
    first = post.brings(mail)
    again = b"Received: from another.example by harbour.example; Mon, 16 Nov 2026 09:00:00 +0100\r\n" + mail
    receipt = post.leaves(again.replace(b"\r\n", b"\n"))
    assert (receipt.id, receipt.is_new) == (first.id, False)
    assert story.app.incoming.work().tried == 0
    assert story.told == [DANA.email]


def test_the_customer_waits_since_their_mail_came_not_since_it_was_read(story: Story, post: Post) -> None:
    came = story.clock.now
    post.leaves(Mail())
    story.sleeps(hours=3)
    story.app.incoming.work()
    ticket = story.ticket("T-1")
    assert ticket.created_at == ticket.waiting_since == came
    assert story.clock_of("T-1", "first_reply").started_at == came
    assert DANA.email in story.told


def test_what_cannot_be_entered_is_tried_again_and_then_shown_to_people(
    story: Story, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("a bug of ours")

    with monkeypatch.context() as broken:
        broken.setattr("escalator.service.entering.opened", fails)
        kept = post.brings(Mail())
        assert (kept.state, kept.attempts) == (State.WAITING, 1)
        for _ in range(4):
            story.passes(minutes=11)
            story.app.incoming.work()
    kept = post.kept(kept.id)
    assert (kept.state, kept.reason) == (State.QUARANTINED, "it could not be entered (RuntimeError)")
    released = story.app.incoming.release(principal(MIA), kept.id)
    assert (released.state, released.ticket_id) == (State.SETTLED, 1)
    assert DANA.email in story.told


def test_a_mail_that_takes_too_long_is_given_a_second_chance_and_no_third(
    story: Story, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dawdles(*_: object) -> None:
        raise TooSlow("it took too long.")

    monkeypatch.setattr(story.app.incoming._reader, "read", dawdles)
    kept = post.brings(Mail())
    assert (kept.state, kept.attempts) == (State.WAITING, 1)
    story.passes(minutes=11)
    story.app.incoming.work()
    kept = post.kept(kept.id)
    assert (kept.state, kept.attempts, kept.reason) == (State.QUARANTINED, 2, "it took too long.")


def test_fresh_mail_is_read_before_giants_and_those_before_what_failed(
    story: Story, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise TooSlow("it took too long.")

    with monkeypatch.context() as broken:
        broken.setattr(story.app.incoming._reader, "read", fails)
        failed = post.brings(Mail()).id
    giant = post.leaves(Mail(text="x" * 60 + "\n" + "filler\n" * 200_000)).id
    story.passes(minutes=11)
    fresh = post.leaves(Mail(sender=KARL)).id
    read = []
    while story.app.incoming.work(limit=1).tried:
        read.append(next(number for number in (failed, giant, fresh) if number not in read and settled(post, number)))
    assert read == [fresh, giant, failed]


def settled(post: Post, number: int) -> bool:
    return post.kept(number).state is State.SETTLED


def test_a_mail_beyond_the_caps_is_quarantined_at_once_and_can_be_released(story: Story, post: Post) -> None:
    kept = post.brings(bytes(Mail()).replace(b"\r\n\r\n", b"\r\nX-Much: " + b"a" * 70_000 + b"\r\n\r\n", 1))
    assert kept.state is State.QUARANTINED
    assert story.app.incoming.counts(principal(MIA)) == {"quarantined": 1}
    released = story.app.incoming.release(principal(MIA), kept.id)
    assert released.state is State.SETTLED
    with story.app.database.reading() as tx:
        assert [one.name for one in files.of_ticket(tx, 1)] == ["original.eml"]
    assert set(story.told) <= {DANA.email}


def test_a_mail_without_a_sender_is_kept_where_people_see_it(story: Story, post: Post) -> None:
    kept = post.brings(b"Subject: hello\r\n\r\nWho am I?\r\n")
    assert (kept.state, kept.ticket_id) == (State.QUARANTINED, None)
    discarded = story.app.incoming.discard(principal(MIA), kept.id, "nobody wrote it")
    assert (discarded.state, discarded.reason, discarded.settled_by) == (State.DISCARDED, "nobody wrote it", MIA)


def test_files_are_kept_once_and_by_their_hash(story: Story, post: Post) -> None:
    image = ("screen.png", "image/png", b"\x89PNG" * 100)
    post.brings(Mail(files=[image, ("copy.png", "image/png", image[2])]))
    post.brings(Mail(files=[image], to=OURS.for_customer(1), text="again"))
    with story.app.database.reading() as tx:
        found = files.of_ticket(tx, 1)
    assert [(one.name, one.size) for one in found] == [("screen.png", 400), ("copy.png", 400), ("screen.png", 400)]
    assert len({one.hash for one in found}) == 1
    assert story.told == [DANA.email]


# Colleagues.


def test_a_colleague_answers_the_mail_that_asked_them_and_it_stays_inside(story: Story, post: Post) -> None:
    story.opened("the page")
    kept = post.brings(Mail(sender=f"Sam <{SAM}>", to=OURS.for_note(1, SAM), text="Known fault, see the wiki."))
    assert (kept.reason, kept.ticket_id) == ("note", 1)
    assert bodies(story)[-1] == ("internal_note", "Known fault, see the wiki.")
    assert not story.answers


def test_a_colleague_writes_to_the_customer_by_the_address_for_that(story: Story, post: Post) -> None:
    story.opened("the page")
    assert post.brings(Mail(sender=SAM, to=OURS.for_reply(1, SAM), text="Dear Dana, it is back.")).reason == "reply"
    assert bodies(story)[-1] == ("agent_message", "Dear Dana, it is back.")
    story.drains()
    assert len(story.answers) == 1


def test_a_reply_that_may_quote_our_notes_stays_inside_and_its_writer_hears_why(story: Story, post: Post) -> None:
    story.opened("the page")
    text = "He is right.\n> canary: what we think of them\nSo we pay.\n"
    assert post.brings(Mail(sender=SAM, to=OURS.for_reply(1, SAM), text=text)).reason == "kept_inside"
    assert [kind for kind, _ in bodies(story)] == ["created", "internal_note"]
    assert story.told == [SAM]
    assert not story.answers


def test_a_note_that_is_quoted_without_a_sign_stays_inside(story: Story, post: Post) -> None:
    story.opened("the page")
    story.notes("T-1", LEE, "canary: this customer is a nuisance.\nBut pay them.")
    text = "Dear Dana, we will pay.\n\ncanary: this customer is a nuisance.\n"
    assert post.brings(Mail(sender=SAM, to=OURS.for_reply(1, SAM), text=text)).reason == "kept_inside"
    assert story.told == [SAM]
    assert not story.answers


def test_a_colleague_takes_notes_and_resolves_by_mail(story: Story, post: Post) -> None:
    story.opened("the page")
    post.brings(Mail(sender=SAM, to=OURS.for_reply(1, SAM), text="#take\nDear Dana, I look into it."))
    assert story.ticket("T-1").owner == SAM
    post.brings(Mail(sender=SAM, to=OURS.for_reply(1, SAM), text="#note\nIt was the cache."))
    assert bodies(story)[-1] == ("internal_note", "It was the cache.")
    post.brings(Mail(sender=SAM, to=OURS.for_note(1, SAM), text="#resolve"))
    assert story.ticket("T-1").status == "resolved"
    story.drains()
    assert len(story.answers) == 1


def test_an_order_that_cannot_be_done_leaves_nothing_half_done(story: Story, post: Post) -> None:
    story.opened("the page")
    story.does("T-1", "acknowledge", NOOR)
    kept = post.brings(Mail(sender=SAM, to=OURS.for_reply(1, SAM), text="#take\nDear Dana, it is mine."))
    assert kept.reason == "kept_inside"
    assert story.ticket("T-1").owner == NOOR
    assert bodies(story)[-1] == ("internal_note", "#take\nDear Dana, it is mine.")
    assert story.told == [SAM]
    assert not story.answers


def test_an_address_of_a_colleague_is_worth_nothing_in_other_hands(story: Story, post: Post) -> None:
    story.opened("the page")
    stranger = post.brings(Mail(sender=KARL, to=OURS.for_reply(1, SAM), text="Dear Dana, go away."))
    colleague = post.brings(Mail(sender=KIM, to=OURS.for_reply(1, SAM), text="Dear Dana, go away."))
    assert (stranger.reason, stranger.ticket_id) == ("opened", 2)
    assert (colleague.state, colleague.ticket_id) == (State.HELD, None)
    assert len(bodies(story)) == 1
    assert story.told == ["karl@other.example"]


def test_who_has_left_the_desk_writes_to_nobody(story: Story, post: Post) -> None:
    story.opened("the page")
    gone = "gone@harbour.example"
    kept = post.brings(Mail(sender=gone, to=OURS.for_reply(1, gone), text="Dear Dana, I quit."))
    assert (kept.state, kept.ticket_id) == (State.HELD, 1)
    assert story.told == [LEE]


# Machines.


def test_a_machine_is_noted_and_moves_nothing(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.replies("T-1", SAM, "Solved.")
    story.does("T-1", "resolve", SAM)
    before = story.ticket("T-1")
    absent = Mail(text="I am away.", to=OURS.for_customer(1), headers=[("Auto-Submitted", "auto-replied")])
    kept = post.brings(absent)
    assert (kept.kind, kept.reason) == ("automated", "machine")
    after = story.ticket("T-1")
    assert (after.status, after.clocks) == (before.status, before.clocks)
    assert bodies(story)[-1] == ("machine_message", "I am away.")
    assert story.told == [DANA.email]


def test_an_empty_envelope_is_the_sign_of_a_machine(story: Story, post: Post) -> None:
    post.brings(Mail())
    kept = post.brings(Mail(text="I am away."), to=OURS.for_customer(1), sender="")
    assert (kept.kind, kept.reason, kept.ticket_id) == ("bounce", "machine", 1)
    answered = post.brings(Mail(text="Away, too."), to=OURS.for_bounce("T-1/key"), sender=DANA.email)
    assert (answered.kind, answered.state) == ("automated", State.ASIDE)
    assert story.told == [DANA.email]


def test_a_machine_that_answers_nothing_of_ours_is_laid_aside(story: Story, post: Post) -> None:
    kept = post.brings(Mail(headers=[("Precedence", "bulk"), ("List-Id", "news.example")]))
    assert (kept.state, kept.reason) == (State.ASIDE, "set_aside")
    released = story.app.incoming.release(principal(MIA), kept.id)
    assert released.ticket_id == 1
    story.passes(minutes=1)
    assert not story.told  # nobody answers a machine, whoever let it in


def test_our_own_mail_comes_back_and_is_dropped(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.drains()
    ours, _ = story.channel.sent[-1]
    kept = post.brings(ours.payload)
    assert (kept.kind, kept.state, kept.reason) == ("own", State.SETTLED, "own")
    assert len(story.app.tickets.listing(principal(MIA), Filters(), 10)) == 1
    assert story.told == [DANA.email]


@pytest.mark.parametrize(
    "like_ours", [Mail(headers=[("X-Loop", DESK)]), Mail(message_id=f"<{'0a' * 20}@harbour.example>")]
)
def test_what_only_looks_like_ours_is_laid_where_people_see_it(story: Story, post: Post, like_ours: Mail) -> None:
    kept = post.brings(like_ours)
    assert (kept.kind, kept.state, kept.reason) == ("own", State.ASIDE, "set_aside")
    assert story.app.incoming.release(principal(MIA), kept.id).ticket_id == 1


def _report(recipient: str, about: str, status: str = "5.1.1") -> bytes:
    return (
        f"From: Mail Delivery System <mailer-daemon@mx.example>\r\nTo: {DESK}\r\nSubject: Undelivered\r\n"
        f"Message-ID: <{status}.{recipient}>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\n\r\nSorry.\r\n--b\r\n"
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: {status}\r\n\r\n--b\r\n"
        f"Content-Type: message/rfc822\r\n\r\nMessage-ID: {about}\r\nFrom: {DESK}\r\n\r\nhi\r\n--b--\r\n"
    ).encode()


def envelope_of(story: Story) -> str:
    """Under which the newest letter went out."""
    return story.channel.sent[-1][0].sender


def test_a_colleague_whose_mail_comes_back_is_gone_past_by_the_ladder(story: Story, post: Post) -> None:
    story.opened("drill", tags=("drill",))
    story.passes(seconds=21)
    assert story.told == [LEE]
    asked = story.channel.mails[-1]
    kept = post.brings(_report(LEE, str(asked["Message-ID"])))
    assert (kept.kind, kept.reason, kept.ticket_id) == ("bounce", "bounce", 1)
    assert story.happened("T-1").count("step_unreached") == 1
    assert MIA in story.told


def test_a_customer_whose_mail_comes_back_is_not_written_to_again(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.drains()
    acknowledged = story.channel.mails[-1]
    assert story.told == [DANA.email]
    post.brings(_report(DANA.email, str(acknowledged["Message-ID"])), to=envelope_of(story))
    assert story.happened("T-1").count("customer_unreached") == 1
    assert story.told == [LEE]  # whoever has the ticket, for nobody else knows
    story.replies("T-1", SAM, "Hello?")
    story.drains()
    assert not story.answers
    post.brings(Mail(to=OURS.for_customer(1), text="I am here."))
    story.replies("T-1", SAM, "Hello!")
    story.drains()
    assert len(story.answers) == 1


@pytest.mark.parametrize("about", ["<0@nowhere.example>", "<of-a-stranger@city.example>"])
def test_a_bounce_of_what_we_never_wrote_harms_nobody(story: Story, post: Post, about: str) -> None:
    post.brings(Mail())
    kept = post.brings(_report(DANA.email, about))
    assert (kept.state, kept.reason, kept.ticket_id) == (State.SETTLED, "bounce", None)
    story.replies("T-1", SAM, "Hello!")
    story.drains()
    assert len(story.answers) == 1
    assert story.told == [DANA.email]


def test_a_delay_is_no_failure(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.drains()
    post.brings(_report(DANA.email, str(story.channel.mails[-1]["Message-ID"]), status="4.4.1"))
    assert "customer_unreached" not in story.happened("T-1")
    assert story.told == [DANA.email]


# Too much.


def test_a_flood_of_one_sender_fills_one_ticket(story: Story, post: Post) -> None:
    kept = [post.brings(Mail(text=f"mail number {number}", subject=f"about {number}")) for number in range(25)]
    tickets = [one.ticket_id for one in kept]
    assert len(set(tickets)) == floods.TICKETS + 1
    flood = story.ticket(f"T-{tickets[-1]}")
    assert floods.FLOOD_TAG in flood.tags
    assert tickets.count(tickets[-1]) == 5
    assert story.told == [DANA.email]  # one acknowledgement, whatever they send
    story.passes(hours=1, minutes=1)
    assert post.brings(Mail(subject="later", text="something new")).ticket_id not in tickets


def test_mail_brings_a_ticket_back_five_times_a_day_and_then_an_agent_decides(story: Story, post: Post) -> None:
    post.brings(Mail())
    for number in range(floods.REOPENINGS):
        story.does("T-1", "resolve", SAM)
        assert post.brings(Mail(to=OURS.for_customer(1), text=f"no {number}")).reason == "reopened"
    story.does("T-1", "resolve", SAM)
    assert post.brings(Mail(to=OURS.for_customer(1), text="no again")).state is State.HELD
    assert story.ticket("T-1").status == "resolved"
    story.clock.now += timedelta(days=1, minutes=1)
    assert post.brings(Mail(to=OURS.for_customer(1), text="a day later")).reason == "reopened"
    story.drains()
    assert story.told


# Who sees it.


def test_an_agent_decides_about_tickets_that_they_see_and_no_others(story: Story, post: Post) -> None:
    post.brings(Mail())
    mine = post.brings(Mail(sender=KARL, to=OURS.for_customer(1)))
    aside = post.brings(Mail(headers=[("Precedence", "bulk")], text="buy this"))
    seen = [kept.id for kept in story.app.incoming.listing(principal(SAM))]
    assert mine.id in seen
    assert aside.id not in seen
    with pytest.raises(NotFound):
        story.app.incoming.show(principal(SAM), aside.id)
    story.does("T-1", "assign", LEE, team="second-line")
    with pytest.raises(NotFound):
        story.app.incoming.discard(principal(SAM), mine.id, "not mine to judge")
    assert set(story.told) == {DANA.email, LEE}


# What was let in, what answers everybody, what kills its reader.


def test_a_machine_that_is_let_in_is_not_answered_where_it_opens_a_follow_up(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.does("T-1", "resolve", SAM)
    story.does("T-1", "close", SAM)
    assert story.told == [DANA.email]
    story.passes(days=2)  # whatever was said yesterday, they could be acknowledged again
    absent = post.brings(Mail(text="I am away.", headers=[("Auto-Submitted", "auto-replied")]))
    released = story.app.incoming.release(principal(MIA), absent.id, "T-1")
    assert released.ticket_id == 2
    story.drains()
    assert DANA.email not in story.told


def test_what_a_colleague_wrote_stays_inside_whoever_lets_it_in(story: Story, post: Post) -> None:
    story.opened("the page")
    gone = "gone@harbour.example"
    kept = post.brings(Mail(sender=gone, to=OURS.for_note(1, gone), text="canary: between us"))
    assert kept.state is State.HELD
    assert story.app.incoming.release(principal(LEE), kept.id).reason == "note"
    assert bodies(story)[-1] == ("internal_note", "gone@harbour.example wrote by mail:\n\ncanary: between us")
    assert not story.ticket("T-1").participants
    assert story.told == [LEE]


def test_a_colleague_who_answers_all_is_no_customer(story: Story, post: Post) -> None:
    first = Mail(cc=SAM)
    post.brings(first)
    kept = post.brings(Mail(sender=SAM, to=f"{DANA.email}, {DESK}", answers=first.message_id, text="canary: hm"))
    assert (kept.state, kept.ticket_id) == (State.HELD, None)
    assert story.told == [DANA.email]
    assert len(story.app.tickets.listing(principal(MIA), Filters(), 10)) == 1


def test_a_mail_that_kills_its_reader_is_not_read_for_ever(
    story: Story, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """As when the process is gone: nothing is written down."""

    def dies(*_: object, **__: object) -> None:
        raise Killed

    kept = post.kept(post.leaves(Mail()).id)
    with monkeypatch.context() as broken:
        broken.setattr("escalator.service.entering.opened", dies)
        for _ in range(5):
            with pytest.raises(Killed):
                story.app.incoming.work()
            story.clock.now += timedelta(minutes=3)
    story.app.incoming.work()
    assert post.kept(kept.id).state is State.QUARANTINED


def test_an_empty_line_or_a_line_of_a_mailbox_file_hides_no_header(story: Story, post: Post) -> None:
    absent = bytes(Mail(text="I am away.", subject="Away"))
    for raw in (b"From daemon Mon Nov 16 09:00:00 2026\r\n" + absent, b"\r\n\r\n" + absent.replace(b"away", b"gone")):
        assert post.brings(raw, DESK, sender="").kind == "bounce"
    assert not story.told


def test_files_belong_to_words_and_a_bounce_has_none(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.drains()
    post.brings(_report(DANA.email, str(story.channel.mails[-1]["Message-ID"])))
    with story.app.database.reading() as tx:
        assert files.of_ticket(tx, 1) == []
    form = ("form.pdf", "application/pdf", b"%PDF")
    story.does("T-1", "acknowledge", NOOR)
    post.brings(Mail(sender=SAM, to=OURS.for_note(1, SAM), text="#take", files=[form]))
    with story.app.database.reading() as tx:
        assert [one.name for one in files.of_ticket(tx, 1)] == ["form.pdf"]
    assert SAM in story.told


# Floods by other ways.


def test_a_flood_is_one_however_its_sender_is_written(story: Story, post: Post) -> None:
    names = ["Dana@city.example", "dANA@city.example", "danA@CITY.example"]
    kept = [
        post.brings(Mail(sender=names[number % 3], text=f"mail number {number}", subject=f"about {number}"))
        for number in range(26)
    ]
    assert len({one.ticket_id for one in kept}) == floods.TICKETS + 1
    assert story.told


def test_a_merged_ticket_does_not_come_back_more_often_than_others(story: Story, post: Post) -> None:
    post.brings(Mail())
    post.brings(Mail(subject="The same", text="It is still gone."))
    story.does("T-2", "merge", LEE, into="T-1")
    for number in range(floods.REOPENINGS):
        story.does("T-1", "resolve", SAM)
        assert post.brings(Mail(to=OURS.for_customer(2), text=f"no {number}")).reason == "reopened"
    story.does("T-1", "resolve", SAM)
    assert post.brings(Mail(to=OURS.for_customer(2), text="no again")).state is State.HELD
    assert story.told


def test_strangers_and_machines_do_not_fill_a_ticket(story: Story, post: Post) -> None:
    post.brings(Mail())
    for number in range(floods.HELD + 5):
        post.brings(Mail(sender=f"k{number}@other.example", to=OURS.for_customer(1), text=f"I know {number}."))
    assert story.happened("T-1").count("mail_held") == floods.HELD
    away = [("Auto-Submitted", "auto-replied")]
    for number in range(floods.NOTED + 5):
        post.brings(Mail(to=OURS.for_customer(1), text=f"away {number}", headers=away))
    assert story.happened("T-1").count("machine_message") == floods.NOTED
    assert story.told


# Who has the case.


def test_who_has_the_case_gets_what_the_customer_mails(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.does("T-1", "acknowledge", SAM)
    story.drains()
    assert DANA.email in story.told
    post.brings(Mail(to=OURS.for_customer(1), text="It is page 7."))
    assert story.told == [SAM]
    letter = story.channel.mails[-1]
    assert "It is page 7." in text_of(letter)
    address = parseaddr(str(letter["Reply-To"]))[1]
    assert post.brings(Mail(sender=SAM, to=address, text="I see.")).reason == "note"


def test_the_sender_of_what_is_beyond_the_caps_is_known_before_anybody_lets_it_in(story: Story, post: Post) -> None:
    kept = post.brings(bytes(Mail()).replace(b"\r\n\r\n", b"\r\nX-Much: " + b"a" * 70_000 + b"\r\n\r\n", 1))
    assert (kept.state, kept.sender, kept.subject) == (State.QUARANTINED, DANA.email, "The page is gone")


@pytest.mark.parametrize("sender", ["wrong", "@", "undisclosed-recipients:;"])
def test_who_cannot_be_answered_opens_nothing(story: Story, post: Post, sender: str) -> None:
    raw = bytes(Mail()).replace(b"From: Dana Fox <dana@city.example>", f"From: {sender}".encode())
    assert post.brings(raw).state is State.QUARANTINED


def test_what_is_for_colleagues_and_the_customer_stays_inside(story: Story, post: Post) -> None:
    story.opened("the page")
    both = f"{OURS.for_reply(1, SAM, story.clock.now)}, {OURS.for_note(1, SAM, story.clock.now)}"
    assert post.brings(Mail(sender=SAM, to=both, text="canary: pay them")).reason == "note"
    assert not story.answers


def test_a_colleague_who_is_away_opens_no_tickets(story: Story, post: Post) -> None:
    for number in range(3):
        assert post.brings(Mail(sender=LEE, subject="Away", text=f"Until Monday. {number}")).state is State.HELD
    assert not story.app.tickets.listing(principal(MIA), Filters(), 10)


def test_what_was_written_long_ago_is_not_thanked_for(story: Story, post: Post) -> None:
    post.brings(Mail(headers=[("Date", "Fri, 13 Nov 2026 09:00:00 +0100")]))
    assert story.ticket("T-1").status == "new"
    story.drains()
    assert not story.told


def test_mail_that_comes_before_a_desk_waits_for_it(database_url: str) -> None:
    clock = MovedClock()
    app = build(settings(database_url), {"mail": RememberingChannel()}, clock, ring=lambda: None, reader=OpenReader())
    try:
        app.receiving.accept(Principal(Role.INGEST, "post"), bytes(Mail()), "smtp", DANA.email, (DESK,))
        for _ in range(8):
            assert app.incoming.work().tried == 0
            clock.now += timedelta(minutes=11)
        app.desk.apply(principal(MIA), EXAMPLE_DESK.read_text(encoding="utf-8"))
        assert app.incoming.work().entered == 1
        assert app.tickets.get(principal(MIA), "T-1").requester.email == DANA.email
    finally:
        app.close()
