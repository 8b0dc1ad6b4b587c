"""Readers at the same moment, the same mail at two doors, two people who decide about one mail: each counts once."""

from collections.abc import Iterator

import pytest

from escalator.core.access import Principal, Role
from escalator.service.tickets import Filters
from escalator.store.incoming import State
from tests.post import OURS, Mail, Post
from tests.service.racing import at_once
from tests.story import LEE, MIA, Story, principal


@pytest.fixture
def story(database_url: str) -> Iterator[Story]:
    with Story(database_url) as story:
        yield story
        assert story.told is not None  # letters are not the matter here


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
