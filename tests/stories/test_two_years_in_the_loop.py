"""A page in the city's name, an ex-employee's; two years of canned replies. Here: it lands with a named human.

First form: nobody replies, and the case climbs until a manager has it. Loops and call-backs come with issue 4.
"""

from datetime import timedelta

from tests.story import KIM, LEE, MIA, MONDAY, SAM, Story


def test_a_question_that_nobody_answers_climbs_to_a_named_manager(story: Story) -> None:
    ref = story.opened("a page under our name that is not ours")

    story.passes(hours=3, minutes=59)
    assert story.told == [LEE, LEE]  # the warnings at 50 % and 80 %
    assert story.ticket(ref).status == "new"

    story.passes(minutes=2)
    assert story.told == [SAM]
    ticket = story.ticket(ref)
    assert (ticket.status, ticket.escalation.state, ticket.escalation.reason) == ("escalated", "waiting", "breach")
    assert story.clock_of(ref, "first_reply").breached_at == MONDAY + timedelta(hours=4)

    story.passes(minutes=15)
    assert story.told == [LEE]
    assert story.ticket(ref).assignee == LEE

    story.passes(minutes=30)
    assert story.told == [KIM]
    assert (story.ticket(ref).team, story.ticket(ref).level) == ("second-line", 2)

    story.passes(minutes=30)
    assert story.told == [MIA]

    story.does(ref, "acknowledge", by=MIA)
    ticket = story.ticket(ref)
    assert (ticket.status, ticket.owner, ticket.escalation.state) == ("open", MIA, "acknowledged")

    story.replies(ref, by=MIA, body="I read both of your tickets. I will call you at three.")
    assert story.clock_of(ref, "first_reply").state == "breached"
    assert story.clock_of(ref, "first_reply").met_at is not None
    story.does(ref, "resolve", by=MIA)
    assert story.ticket(ref).escalation.state == "ended"


def test_who_took_a_case_and_stayed_silent_loses_it_to_the_next(story: Story) -> None:
    ref = story.opened("a page under our name that is not ours")
    story.passes(hours=4, minutes=1)
    story.does(ref, "acknowledge", by=SAM)
    assert story.told == [LEE, LEE, SAM]

    story.passes(hours=4, minutes=1)

    # Sam: half of the time to solve it is gone, and then his time to answer; Lee has it now.
    assert story.told == [SAM, LEE, SAM]
    ticket = story.ticket(ref)
    assert (ticket.status, ticket.owner, ticket.assignee) == ("escalated", None, LEE)
    assert story.facts(ref, "lease_ended")[0]["person"] == SAM


def test_a_case_that_a_tier_has_failed_never_goes_back_to_that_tier(story: Story) -> None:
    ref = story.opened("a page under our name that is not ours")
    story.passes(hours=4, minutes=1)
    story.does(ref, "acknowledge", by=SAM)
    story.passes(hours=4, minutes=1)
    assert LEE in story.told
    # Nobody takes it any more: the ladder is climbed to its end, through its repeat.
    story.passes(hours=3)

    assert story.ticket(ref).escalation.state == "exhausted"
    assert story.ticket(ref).assignee == MIA
    assert set(story.told) == {KIM, MIA}


def test_the_last_resort_is_told_again_until_a_human_takes_it(story: Story) -> None:
    ref = story.opened("a page under our name that is not ours")
    story.passes(hours=8)
    assert story.ticket(ref).escalation.state == "exhausted"
    assert story.told

    # Monday 17:00. She is reminded every four hours of office time, and on no night.
    story.passes(days=1)
    assert story.told == [MIA, MIA]

    story.does(ref, "acknowledge", by=MIA)
    story.replies(ref, by=MIA)
    story.passes(days=3)
    assert story.told == [MIA]  # once, as the owner: the time to solve it has passed as well


def test_no_case_grows_old_without_landing_on_a_named_desk(story: Story) -> None:
    """Everything was answered, every promise kept or already broken: its age alone brings it up."""
    ref = story.opened("a page under our name that is not ours")
    story.replies(ref, by=SAM)
    story.passes(days=29)
    assert story.told  # the resolution clock had its say
    before = len(story.facts(ref, "age_reached"))

    story.passes(days=2)

    assert before == 0
    assert [fact["number"] for fact in story.facts(ref, "age_reached")] == [1]
    assert story.told
