"""Readers at the same moment, the same mail at two doors, two people who decide about one mail: each counts once."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text, update

from escalator.core.access import Principal, Role
from escalator.service.tickets import Filters
from escalator.store import dossiers
from escalator.store.incoming import State
from escalator.store.tables import outbox
from tests.post import OURS, Mail, Post
from tests.service.racing import at_once
from tests.service.test_forged_mail import envelope_of, report, suppressed
from tests.story import DANA, LEE, MIA, Story, principal


@pytest.fixture
def story(database_url: str) -> Iterator[Story]:
    with Story(database_url) as story:
        yield story
        _ = story.told  # letters are not the matter here


def _work(story: Story) -> None:
    while story.app.incoming.work(limit=3).tried:
        pass


def test_four_readers_enter_each_mail_once(story: Story) -> None:
    post = Post(story)
    for number in range(24):
        post.leaves(Mail(sender=f"dana-{number}@city-{number}.example", text=f"It is page number {number}."))
    assert at_once(*[lambda: _work(story)] * 4) == ["done"] * 4
    _work(story)
    assert len(story.app.tickets.listing(principal(MIA), Filters(), 100)) == 24
    assert story.app.incoming.counts(principal(MIA)) == {"settled": 24}


def test_readers_of_one_conversation_keep_all_its_words(story: Story) -> None:
    post = Post(story)
    post.brings(Mail())
    for number in range(12):
        post.leaves(Mail(to=OURS.for_customer(1), text=f"answer {number}"))
    assert at_once(*[lambda: _work(story)] * 4) == ["done"] * 4
    story.passes(minutes=11)  # whoever met a busy row tries again later
    _work(story)
    said = [event for event in story.happened("T-1") if event == "customer_message"]
    assert len(said) == 12


def test_the_same_mail_at_two_doors_is_kept_once(story: Story) -> None:
    mail = bytes(Mail())
    door = story.app.receiving.accept
    kept = at_once(*[lambda: door(Principal(Role.INGEST, "post"), mail, "smtp")] * 6)
    assert set(kept) == {"done"}
    assert story.app.incoming.counts(principal(MIA)) == {"waiting": 1}
    _work(story)


def test_two_who_release_a_mail_at_once_enter_it_once(story: Story) -> None:
    post = Post(story)
    post.brings(Mail())
    held = post.brings(Mail(sender="karl@other.example", to=OURS.for_customer(1), text="I know more."))
    assert held.state is State.HELD
    decided = at_once(*[lambda: story.app.incoming.release(principal(LEE), held.id)] * 2)
    assert decided.count("done") == 1
    assert story.happened("T-1").count("customer_message") == 1


_WAITS = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")


def _until_somebody_waits(story: Story) -> None:
    for _ in range(500):
        with story.app.database.reading() as tx:
            if tx.conn.execute(_WAITS).scalar_one():
                return
        time.sleep(0.01)
    raise AssertionError("nobody waits for a lock")


def test_a_bounce_waits_for_the_ticket_before_it_touches_a_letter(postgres_database_url: str) -> None:
    """Every command locks its ticket, then supersedes letters; the other way round both would wait for ever."""
    with Story(postgres_database_url) as story, ThreadPoolExecutor(1) as reader:
        post = Post(story)
        post.brings(Mail())
        story.drains()
        acknowledged = str(story.channel.mails[-1]["Message-ID"])
        assert story.told == [DANA.email]
        post.leaves(report(acknowledged, DANA.email), to=envelope_of(story, DANA.email))
        with story.app.database.transaction() as command:
            dossiers.load(command, [1], lock=True)
            read = reader.submit(_work, story)
            _until_somebody_waits(story)
            command.conn.execute(text("SET LOCAL lock_timeout = '500ms'"))
            command.conn.execute(update(outbox).where(outbox.c.ticket_id == 1).values(headline="seen"))
        read.result(timeout=30)
        assert DANA.email in suppressed(story)
        assert set(story.told) <= {LEE}
