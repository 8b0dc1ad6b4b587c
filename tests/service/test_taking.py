"""The button in a mail: it takes the case, unless its step has passed; then it says who has the case."""

import re

import pytest

from escalator.core.errors import NotFound
from tests.story import LEE, SAM, Story, text_of


def _link(story: Story) -> str:
    """The token in the newest mail."""
    text = text_of(story.channel.mails[-1])
    found = re.search(r"/take/(\S+)", text)
    assert found
    return found[1]


@pytest.fixture
def asked(story: Story) -> tuple[str, str]:
    """A ticket that Sam was asked to take, and the token of his mail."""
    ref = story.opened("a question")
    story.passes(hours=4, minutes=1)
    assert story.told == [LEE, LEE, SAM]
    return ref, _link(story)


def test_looking_changes_nothing(story: Story, asked: tuple[str, str]) -> None:
    ref, token = asked
    offer = story.app.taking.look(token)
    assert (offer.can_take, offer.person, offer.standing) == (True, SAM, "Nobody has this case yet.")
    assert story.ticket(ref).owner is None


def test_pressing_takes_the_case_and_pressing_twice_changes_nothing_more(
    story: Story, asked: tuple[str, str]
) -> None:
    ref, token = asked
    assert story.app.taking.take(token).standing.startswith("You have this case.")
    version = story.ticket(ref).version
    assert story.app.taking.take(token).standing.startswith("You have this case.")
    assert (story.ticket(ref).owner, story.ticket(ref).version) == (SAM, version)


def test_the_button_of_a_step_that_has_passed_says_who_is_asked_now(story: Story, asked: tuple[str, str]) -> None:
    ref, token = asked
    story.passes(minutes=16)
    offer = story.app.taking.take(token)
    assert (offer.can_take, offer.standing) == (False, "This step has passed; Lee Brandt is asked now.")
    assert story.ticket(ref).owner is None
    assert story.told == [LEE]


def test_the_button_pressed_just_after_the_window_finds_that_it_has_passed(
    story: Story, asked: tuple[str, str]
) -> None:
    """The sweep has not run yet: what was due is settled first, so that the answer never depends on its lag."""
    ref, token = asked
    story.sleeps(minutes=20)
    assert not story.app.taking.take(token).can_take
    assert story.ticket(ref).owner is None
    assert story.told == [LEE]


def test_the_button_says_who_took_the_case(story: Story, asked: tuple[str, str]) -> None:
    ref, token = asked
    story.does(ref, "acknowledge", by=LEE)
    assert story.app.taking.take(token).standing == "Lee Brandt has this case now."


def test_the_button_of_a_warning_works_while_nobody_else_is_asked(story: Story) -> None:
    ref = story.opened("a question")
    story.passes(hours=3)
    assert story.told == [LEE]
    story.app.taking.take(_link(story))
    assert story.ticket(ref).owner == LEE


def test_an_unknown_or_old_link_is_not_found(story: Story, asked: tuple[str, str]) -> None:
    with pytest.raises(NotFound):
        story.app.taking.look("guess")
    story.sleeps(days=31)
    with pytest.raises(NotFound):
        story.app.taking.look(asked[1])
    story.app.deadlines.sweep()
    assert story.told


def test_an_old_button_takes_nothing_from_a_case_that_came_back(story: Story, asked: tuple[str, str]) -> None:
    ref, token = asked
    story.does(ref, "acknowledge", by=LEE)
    story.does(ref, "resolve", by=LEE)
    story.writes(ref)
    assert not story.app.taking.take(token).can_take
    assert story.ticket(ref).owner is None
