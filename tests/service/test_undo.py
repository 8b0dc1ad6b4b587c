"""What somebody closed by mistake comes back as it was; the customer loses nothing by it, and wins nothing."""

from datetime import timedelta

import pytest

from escalator.core.errors import ForeignTicket, NotAllowedNow
from escalator.core.ticket.ticket import Requester
from tests.story import DANA, KIM, LEE, NOOR, RAVI, SAM, Story

BEN = Requester("ben@city.example", "Ben")


def test_what_was_no_spam_is_owed_an_answer_since_the_customer_wrote(story: Story) -> None:
    ref = story.opened("You have won")
    owed = story.clock_of(ref, "first_reply")
    story.passes(minutes=20)
    assert story.does(ref, "spam", by=SAM).status == "closed"
    story.passes(minutes=40)
    assert story.clock_of(ref, "first_reply").state == "cancelled"
    undone = story.does(ref, "undo", by=NOOR)
    again = story.clock_of(ref, "first_reply")
    assert (undone.status, again.state, again.due_at) == ("new", "running", owed.due_at)
    assert (again.cycle, again.elapsed) == (owed.cycle, timedelta(hours=1))
    [fact] = story.facts(ref, "undone")
    assert (fact["undoes"], fact["from"], fact["to"]) == ("spam", "closed", "new")


def test_the_deadlines_are_armed_again_and_fall_due_as_if_nothing_had_been(story: Story) -> None:
    ref = story.opened("You have won")
    story.does(ref, "spam", by=SAM)
    story.passes(hours=1)
    story.does(ref, "undo", by=SAM)
    story.passes(hours=3, minutes=1)
    assert LEE in story.told
    assert story.ticket(ref).status == "escalated"


def test_a_promise_that_was_broken_meanwhile_starts_its_ladder_at_once(story: Story) -> None:
    ref = story.opened("You have won")
    due_at = story.clock_of(ref, "first_reply").due_at
    story.does(ref, "spam", by=SAM)
    story.passes(hours=5)
    assert story.told == []
    undone = story.does(ref, "undo", by=SAM)
    assert (undone.status, story.clock_of(ref, "first_reply").breached_at) == ("escalated", due_at)
    assert story.told != []


def test_the_conversation_goes_on_in_the_ticket(story: Story) -> None:
    ref = story.opened("You have won")
    story.does(ref, "spam", by=SAM)
    story.does(ref, "undo", by=SAM)
    assert story.writes(ref) == ref
    story.replies(ref, by=SAM)
    assert story.clock_of(ref, "first_reply").state == "met"


def test_it_can_be_spam_again(story: Story) -> None:
    ref = story.opened("You have won")
    for action in ("spam", "undo", "spam"):
        story.does(ref, action, by=SAM)
    assert story.ticket(ref).status == "closed"


def test_a_promised_call_is_promised_still(story: Story) -> None:
    ref = story.opened("Call me")
    closes = story.clock.now + timedelta(hours=3)
    promised = story.does(ref, "call_back", by=SAM, to=closes).call_back
    story.does(ref, "spam", by=SAM)
    undone = story.does(ref, "undo", by=SAM)
    assert undone.call_back == promised
    story.passes(hours=3, minutes=1)
    assert "call_back_missed" in story.happened(ref)
    assert story.told != []


def test_where_the_customer_has_written_since_the_case_goes_on_there(story: Story) -> None:
    ref = story.opened("You have won")
    story.does(ref, "spam", by=SAM)
    follow_up = story.writes(ref, "I have not; my page is gone")
    with pytest.raises(NotAllowedNow, match=f"{ref} goes on in {follow_up}"):
        story.does(ref, "undo", by=SAM)
    assert story.ticket(ref).status == "closed"


def test_who_does_not_see_the_ticket_undoes_nothing(story: Story) -> None:
    ref = story.opened("You have won")
    story.does(ref, "spam", by=SAM)
    with pytest.raises(ForeignTicket):
        story.does(ref, "undo", by=RAVI)


def test_a_close_is_undone_by_a_lead_within_a_day_and_the_ticket_waits_for_its_close_again(story: Story) -> None:
    ref = story.opened("a question")
    story.replies(ref, by=SAM)
    story.does(ref, "resolve", by=SAM)
    story.passes(hours=2)
    story.does(ref, "close", by=SAM)
    with pytest.raises(NotAllowedNow, match="only a lead"):
        story.does(ref, "undo", by=SAM)
    story.passes(hours=20)
    assert story.does(ref, "undo", by=KIM).status == "resolved"
    assert story.writes(ref) == ref
    assert story.ticket(ref).status == "open"
    assert {*story.told} <= {DANA.email}  # Sam's reply


def test_a_day_later_it_is_too_late(story: Story) -> None:
    ref = story.opened("You have won")
    story.does(ref, "spam", by=SAM)
    story.passes(days=1, seconds=1)
    with pytest.raises(NotAllowedNow, match="more than a day ago"):
        story.does(ref, "undo", by=LEE)


def test_a_merge_stays_a_merge(story: Story) -> None:
    ref, other = story.opened("My page is gone"), story.opened("Parking permits")
    story.does(ref, "merge", by=LEE, into=other)
    with pytest.raises(NotAllowedNow, match=f"{ref} was merged into {other}"):
        story.does(ref, "undo", by=LEE)


def test_spam_teaches_nothing(story: Story) -> None:
    """Neither for what the sender wrote before nor for what they write after, nor for anybody else."""
    before, bens = story.opened("Parking permits"), story.opened("Library card", by=BEN)
    spam = story.opened("You have won")
    known = [story.ticket(ref) for ref in (before, bens)]
    story.does(spam, "spam", by=SAM)
    assert [story.ticket(ref) for ref in (before, bens)] == known
    after, of_ben = story.opened("You have won again"), story.opened("You have won", by=BEN)
    for ref in (after, of_ben):
        ticket = story.ticket(ref)
        assert (ticket.status, ticket.team, ticket.priority) == ("new", known[0].team, "normal")
        assert story.clock_of(ref, "first_reply").state == "running"
