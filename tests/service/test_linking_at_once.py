"""What happens to cases at the same moment, years later, and when one of them cannot be computed."""

import pytest

from escalator.core import falling_due
from escalator.core.dossier import Dossier
from tests.service.racing import at_once
from tests.story import LEE, Story

PAGE = "https://network.example/pages/city-of-example"


def _about_the_page(story: Story, n: int) -> str:
    return story.opened(f"Question {n}", body=f"What about {PAGE}, {'abcdef'[n]}?")


def test_what_is_still_open_is_one_matter_with_a_new_ticket_however_old_it_is(story: Story) -> None:
    """Two years in the loop began with a ticket that nobody closed."""
    old = _about_the_page(story, 0)
    story.replies(old, by=LEE)
    story.sleeps(days=700)
    new = _about_the_page(story, 1)
    assert story.ticket(new).case == old
    story.app.deadlines.sweep()
    assert story.told


def test_what_is_closed_is_another_matter(story: Story) -> None:
    old = _about_the_page(story, 0)
    story.does(old, "resolve", by=LEE)
    assert story.ticket(_about_the_page(story, 1)).case == old
    third = story.opened("Another page", body="What about https://network.example/pages/harbour?")
    story.does(third, "resolve", by=LEE)
    story.passes(days=8)
    fourth = story.opened("Once more", body="What about https://network.example/pages/harbour, please?")
    assert story.ticket(fourth).case is None
    assert story.told


def test_two_tickets_of_one_matter_that_are_opened_at_once_are_linked(postgres_database_url: str) -> None:
    with Story(postgres_database_url) as story:
        for _ in range(5):
            deeds = [lambda n=n: _about_the_page(story, n) for n in range(3)]
            assert at_once(*deeds) == ["done"] * 3
        assert {story.ticket(f"T-{number}").case for number in range(1, 16)} == {"T-1"}
        assert isinstance(story.told, list)  # whoever was told of so many tickets of one matter


def test_a_relative_that_cannot_be_computed_stays_where_its_timeline_has_it(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _about_the_page(story, 0)
    story.sleeps(hours=3)
    monkeypatch.setattr("escalator.service.handling.deadlines", _only_for(first))
    second = _about_the_page(story, 1)
    monkeypatch.undo()
    assert (story.ticket(first).case, story.ticket(second).case) == (None, first)
    story.app.deadlines.sweep()
    assert story.told is not None


def _only_for(ref: str) -> object:
    def deadlines(dossier: Dossier, desks: object) -> object:
        if dossier.ticket.ref == ref:
            raise ValueError("poison")
        return falling_due.deadlines(dossier, desks)  # type: ignore[arg-type]

    return deadlines
