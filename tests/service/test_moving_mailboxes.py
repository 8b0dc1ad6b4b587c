"""The desk gets another mailbox, or its secret another value: what customers hold in their mail stays good."""

from dataclasses import replace

import pytest

from escalator.bootstrap import build
from escalator.core.errors import NotAllowedNow, NotFound
from escalator.core.mail.unsubscribing import token_for
from tests.post import DESK, OURS, Mail, Post
from tests.story import DANA, EXAMPLE_DESK, SAM, OpenReader, Story, settings

HELP = "help@harbour.example"
MOVED = EXAMPLE_DESK.read_text(encoding="utf-8").replace(DESK, HELP)
SECRET = "not a secret in a test"


@pytest.fixture
def post(story: Story) -> Post:
    return Post(story)


def moves(story: Story) -> None:
    story.applies(MOVED.replace("\nmail:\n", f"\nmail:\n  formerly: {DESK}\n"))


def gets_secret(story: Story, database_url: str, *before: str) -> None:
    """The application is started again with another secret."""
    story.app.close()
    renewed = replace(settings(database_url), secret_key="a new one", secret_keys_before=before)
    channels = {"mail": story.channel}
    story.app = build(renewed, channels, story.clock, ring=lambda: None, reader=OpenReader())


def test_answers_to_letters_of_the_mailbox_before_find_their_ticket(story: Story, post: Post) -> None:
    post.brings(Mail())
    moves(story)
    answer = OURS.for_customer(1)
    assert story.app.receiving.takes(answer)
    assert story.app.receiving.takes(HELP)
    kept = post.brings(Mail(to=answer), to=answer)
    assert (kept.reason, kept.ticket_id) == ("joined", 1)
    assert story.told == [DANA.email]


def test_a_mailbox_that_the_desk_does_not_name_is_nobody_s(story: Story, post: Post) -> None:
    post.brings(Mail())
    story.applies(MOVED)
    assert not story.app.receiving.takes(DESK)
    assert post.brings(Mail(to=OURS.for_customer(1))).ticket_id == 2
    assert story.told


def test_mail_to_the_mailbox_before_brings_nobody_of_us_onto_the_ticket(story: Story, post: Post) -> None:
    moves(story)
    post.brings(Mail(to=DESK, cc=HELP))
    assert not story.ticket("T-1").participants
    with pytest.raises(NotAllowedNow, match="no address that we could write to"):
        story.does("T-1", "add_participant", SAM, email=DESK)
    assert story.told == [DANA.email]


def test_what_comes_from_the_mailbox_before_opens_nothing(story: Story, post: Post) -> None:
    moves(story)
    assert post.brings(Mail(sender=DESK)).ticket_id is None


def test_what_the_secret_before_signed_still_holds(story: Story, post: Post, database_url: str) -> None:
    post.brings(Mail())
    gets_secret(story, database_url, SECRET)
    assert post.brings(Mail(to=OURS.for_customer(1))).reason == "joined"
    assert story.app.unsubscribing.end(token_for(DANA.email, SECRET)).ended
    assert story.told == [DANA.email]


def test_what_a_secret_that_nobody_names_signed_proves_nothing(story: Story, post: Post, database_url: str) -> None:
    post.brings(Mail())
    gets_secret(story, database_url)
    assert post.brings(Mail(to=OURS.for_customer(1))).ticket_id == 2
    with pytest.raises(NotFound):
        story.app.unsubscribing.end(token_for(DANA.email, SECRET))
    assert story.told == [DANA.email]


def test_nothing_new_is_signed_with_the_secret_before(story: Story, post: Post, database_url: str) -> None:
    gets_secret(story, database_url, SECRET)
    post.brings(Mail())
    story.drains()
    [letter] = story.channel.mails
    assert "<support+c-1-" in str(letter["Reply-To"])
    assert OURS.for_customer(1) not in str(letter)
    assert story.told == [DANA.email]
