"""A network cut off thousands of users by mistake; what saved it was a senior person on the phone five minutes later,
at half past midnight. Here: the top tier has five minutes each, at any hour. (One incident for all of them: issue 7.)
"""

from datetime import UTC, datetime, timedelta

from escalator.core.ticket.ticket import Requester
from tests.story import KIM, LEE, MIA, Story

HALF_PAST_MIDNIGHT = datetime(2026, 11, 17, 23, 30, tzinfo=UTC)
HACKED = "Our page was hacked and all of our users are locked out."


def test_at_half_past_midnight_somebody_senior_is_asked_every_five_minutes_until_one_takes_it(story: Story) -> None:
    story.comes(HALF_PAST_MIDNIGHT)
    ref = story.opened("All of our users are locked out", body=HACKED)
    ticket = story.ticket(ref)
    assert (ticket.status, ticket.priority, ticket.team) == ("escalated", "urgent", "second-line")
    assert (ticket.escalation.reason, ticket.escalation.detail) == ("guarded_topic", "security")
    first = ticket.escalation.asked
    assert first in (LEE, KIM)  # whoever is on call this week
    assert ticket.escalation.acknowledge_by == HALF_PAST_MIDNIGHT + timedelta(minutes=5)

    story.passes(minutes=5, seconds=1)
    assert story.told[:2] == [first, KIM]
    story.passes(minutes=5)
    assert MIA in story.told

    story.does(ref, "acknowledge", by=MIA)
    story.replies(ref, by=MIA, body="It was our mistake, your accounts are open again. I call you in five minutes.")
    assert story.ticket(ref).owner == MIA
    assert story.told == []


def test_each_of_those_who_are_hit_is_in_a_thread_of_their_own(story: Story) -> None:
    crowd = [Requester(f"user{number}@example.net", f"User {number}") for number in range(3)]
    refs = [story.opened("My account was closed", by=user) for user in crowd]
    assert [story.ticket(ref).case for ref in refs] == [None, None, None]
    for ref in refs:
        story.replies(ref, by=LEE, body="Your account is open again.")
        assert story.clock_of(ref, "first_reply").state == "met"
