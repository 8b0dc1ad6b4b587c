"""Snoozed is out of sight, not out of mind: lists leave it out, its clocks go on."""

from datetime import timedelta

import pytest

from escalator.core.errors import Invalid, NotAllowedNow
from escalator.service.tickets import Filters
from tests.story import MIA, SAM, Story, principal


def test_it_is_left_out_of_lists_until_its_time_and_its_clocks_go_on(story: Story) -> None:
    ref, other = story.opened("a question"), story.opened("another")
    before = story.clock_of(ref, "first_reply")
    snoozed = story.does(ref, "snooze", by=SAM, until=story.clock.now + timedelta(hours=1))
    assert snoozed.snoozed_until == story.clock.now + timedelta(hours=1)
    assert (_listed(story), _listed(story, snoozed=True)) == ([other], [ref])
    assert story.clock_of(ref, "first_reply").due_at == before.due_at
    story.sleeps(hours=1)  # nobody has swept yet
    assert _listed(story) == [other, ref]
    story.passes(seconds=1)
    assert (story.ticket(ref).snoozed_until, story.happened(ref)[-1]) == (None, "snooze_ended")
    assert _listed(story, snoozed=True) == []


def test_a_board_of_what_breaches_next_shows_it_and_so_does_a_search(story: Story) -> None:
    ref = _snoozed(story)
    tonight = story.clock.now + timedelta(hours=12)
    for filters in (Filters(breaching_before=tonight), Filters(q="question"), Filters(snoozed=True, q="question")):
        assert [ticket.id for ticket in story.app.tickets.listing(principal(MIA), filters, 10)] == [ref]
    assert _listed(story) == []


def test_the_customer_wakes_it(story: Story) -> None:
    ref = _snoozed(story)
    story.writes(ref)
    assert _listed(story) == [ref]


def test_what_a_human_must_take_is_in_sight(story: Story) -> None:
    ref = _snoozed(story)
    story.passes(hours=4, minutes=1)
    assert story.told
    assert (_listed(story), story.ticket(ref).status) == ([ref], "escalated")
    with pytest.raises(NotAllowedNow, match="escalated"):
        story.does(ref, "snooze", by=SAM, until=story.clock.now + timedelta(hours=1))


def test_an_agent_wakes_it_before_its_time_and_may_snooze_it_again(story: Story) -> None:
    ref = _snoozed(story)
    story.does(ref, "wake", by=SAM)
    assert _listed(story) == [ref]
    with pytest.raises(NotAllowedNow, match="not snoozed"):
        story.does(ref, "wake", by=SAM)
    for minutes in (30, 60):
        story.does(ref, "snooze", by=SAM, until=story.clock.now + timedelta(minutes=minutes))
    story.passes(minutes=45)
    assert _listed(story) == []
    story.passes(minutes=15, seconds=1)
    assert _listed(story) == [ref]


def test_a_time_that_is_past_or_beyond_a_year_is_refused(story: Story) -> None:
    ref = story.opened("a question")
    for until, why in ((timedelta(0), "is past"), (timedelta(days=366), "within 365 days")):
        with pytest.raises(Invalid) as refused:
            story.does(ref, "snooze", by=SAM, until=story.clock.now + until)
        assert why in refused.value.fields["until"][0]


def _snoozed(story: Story) -> str:
    ref = story.opened("a question")
    story.does(ref, "snooze", by=SAM, until=story.clock.now + timedelta(days=3))
    assert _listed(story) == []
    return ref


def _listed(story: Story, snoozed: bool = False) -> list[str]:
    return [ticket.id for ticket in story.app.tickets.listing(principal(MIA), Filters(snoozed=snoozed), 10)]
