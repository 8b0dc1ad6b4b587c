"""After a release, users saw other people's data; four days without an answer. Here: silence itself climbs.

Nobody replies, weekend or not, and each ticket reaches a named manager; what touches privacy is at once with those
who own it. (The incident that a burst of them raises: issue 7.)
"""

from datetime import UTC, datetime, timedelta

from escalator.core.ticket.ticket import Requester
from tests.story import KIM, LEE, MIA, NOOR, SAM, Story

FRIDAY_EVENING = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


def test_four_days_of_silence_cannot_happen(story: Story) -> None:
    story.comes(FRIDAY_EVENING)
    crowd = [Requester(f"user{number}@example.net", f"User {number}") for number in range(6)]
    refs = [story.opened("I can see somebody else's letters", by=user, priority="urgent") for user in crowd]

    story.passes(hours=4)

    # Nobody is on shift on a Friday night: the team's step reaches nobody, and named people are woken instead.
    for ref in refs:
        assert story.facts(ref, "step_unreached")[0]["why"] == "nobody can be reached"
        asked = [fact["person"] for fact in story.facts(ref, "step_asked")]
        assert [person for person in asked if person in (LEE, KIM, MIA)][-1] == MIA
        assert story.ticket(ref).assignee == MIA
    assert set(story.told) == {LEE, KIM, MIA}


def test_a_reply_to_a_harmless_question_does_not_answer_the_other_one(story: Story) -> None:
    story.comes(FRIDAY_EVENING)
    harmless = story.opened("the new colours are ugly")
    privacy = story.opened("I can see somebody else's letters", priority="urgent")
    story.replies(harmless, by=SAM)

    story.passes(hours=1)

    assert story.clock_of(harmless, "first_reply").state == "met"
    assert story.ticket(privacy).status == "escalated"
    # Lee is warned; nobody of her team is there, so Lee is asked, and Mia hears of that.
    assert story.told == [LEE, LEE, MIA]


def test_i_have_no_authority_is_a_button_that_hands_the_case_up(story: Story) -> None:
    story.passes(hours=1)
    ref = story.opened("I can see somebody else's letters")
    story.replies(ref, by=SAM, body="I am asking somebody who may decide this")
    story.does(ref, "acknowledge", by=SAM)

    story.does(ref, "escalate", by=SAM)

    ticket = story.ticket(ref)
    assert (ticket.status, ticket.owner, ticket.escalation.reason) == ("escalated", None, "requested")
    assert story.told == [NOOR]
    story.passes(minutes=16)
    assert story.told == [LEE]


def test_words_of_privacy_bring_a_case_at_once_to_those_who_own_them(story: Story) -> None:
    story.comes(FRIDAY_EVENING)
    harmless = story.opened("The new colours are ugly", by=Requester("user1@example.net"))
    privacy = story.opened("After the release", body="Since the release I see other people's private data.")

    ticket = story.ticket(privacy)
    assert (ticket.team, ticket.priority, ticket.status) == ("second-line", "urgent", "escalated")
    assert (ticket.escalation.reason, ticket.escalation.detail) == ("guarded_topic", "privacy")
    assert ticket.escalation.acknowledge_by - FRIDAY_EVENING == timedelta(minutes=5)
    assert story.ticket(harmless).status == "new"
    assert story.told in ([LEE], [KIM])


def test_a_first_line_that_has_a_case_does_not_keep_it_when_it_turns_out_to_be_guarded(story: Story) -> None:
    story.passes(hours=1)
    ref = story.opened("After the release")
    story.does(ref, "acknowledge", by=SAM)
    story.writes(ref, "By the way, we see other customers' orders in our list.")
    ticket = story.ticket(ref)
    assert (ticket.team, ticket.owner, ticket.status) == ("second-line", None, "escalated")
    assert story.told
