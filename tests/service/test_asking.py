"""One click asks the customer: the question goes out and the ticket waits, on either database, and ends honestly."""

import pytest

from escalator.core.errors import Invalid, NotAllowedNow
from escalator.core.ticket.ticket import Requester
from tests.story import DANA, LEE, MIA, SAM, Story, principal, text_of

QUESTION = "could you please tell us the number of the invoice?"


@pytest.fixture
def ref(story: Story) -> str:
    return story.opened("the bill")


def asks(story: Story, ref: str, **options: str) -> str:
    return str(story.does(ref, "ask", by=SAM, **options).status)


def words(story: Story, ref: str) -> list[str]:
    return [event.message.body for event in story.app.tickets.timeline(principal(MIA), ref) if event.message]


def test_a_question_of_the_desk_goes_out_with_its_names_and_the_ticket_waits(story: Story, ref: str) -> None:
    assert asks(story, ref, template="invoice-number") == "pending"
    [question] = words(story, ref)[1:]
    assert question.startswith(f"Hello Dana Fox,\n\n{QUESTION}")
    assert question.endswith("Thank you\nSam Seidel\n")
    assert story.happened(ref)[-2:] == ["state_changed", "clock_paused"]
    assert [story.clock_of(ref, metric).state for metric in ("first_reply", "resolution")] == ["met", "paused"]


def test_who_is_not_answered_reminds_twice_and_closes_with_a_way_back(story: Story, ref: str) -> None:
    asks(story, ref, template="invoice-number")
    story.passes(days=5, minutes=1)
    assert story.told == [DANA.email, DANA.email]
    reminder = text_of(story.channel.mails[-1])
    assert f"> {QUESTION}" in reminder
    assert "If we hear nothing by Thursday, 26 November, 09:00 (Europe/Berlin)" in reminder

    story.passes(days=5)

    assert story.told == [DANA.email]
    assert "It is not solved" in text_of(story.channel.mails[-1])
    assert story.ticket(ref).status == "resolved"
    assert story.facts(ref, "resolved")[0]["because"] == "no_answer"

    story.writes(ref, "sorry, it is 4711")
    assert story.ticket(ref).status == "open"
    assert story.facts(ref, "reopened")[0]["failed"] is None


def test_what_comes_too_late_opens_a_follow_up(story: Story, ref: str) -> None:
    asks(story, ref, template="invoice-number")
    story.passes(days=18)
    assert story.told == [DANA.email] * 3
    assert story.ticket(ref).status == "closed"
    assert story.ticket(story.writes(ref, "it is 4711")).follow_up_of == ref


def test_an_answer_in_time_keeps_the_reminder_in_the_drawer(story: Story, ref: str) -> None:
    asks(story, ref, template="invoice-number")
    story.sleeps(days=2, minutes=1)
    story.app.deadlines.sweep()
    story.writes(ref, "it is 4711")
    assert story.told == []  # it was written, but not sent yet


def test_a_question_in_ones_own_words_and_none_at_all(story: Story, ref: str) -> None:
    assert asks(story, ref, body="Which page is it?") == "pending"
    assert words(story, ref)[1:] == ["Which page is it?"]
    other = story.opened("another bill")
    assert asks(story, other) == "pending"
    assert len(words(story, other)) == 1


def test_what_the_desk_does_not_know_is_refused_with_what_it_knows(story: Story, ref: str) -> None:
    with pytest.raises(Invalid) as refused:
        asks(story, ref, template="postcode")
    assert refused.value.fields == {"template": ["must be one of invoice-number, which-page"]}
    with pytest.raises(Invalid, match="one question at a time"):
        asks(story, ref, template="invoice-number", body="and the page?")
    assert story.ticket(ref).status == "new"
    assert len(words(story, ref)) == 1


def test_where_nobody_may_wait_nothing_is_said_either(story: Story, ref: str) -> None:
    story.does(ref, "hold", by=SAM)
    with pytest.raises(NotAllowedNow):
        asks(story, ref, template="invoice-number")
    assert len(words(story, ref)) == 1


def test_the_customers_own_zone_is_that_of_their_letters(story: Story) -> None:
    ref = story.opened("the bill", by=Requester("yuki@tower.example", "Yuki", timezone="Asia/Tokyo"))
    asks(story, ref, template="invoice-number")
    story.passes(days=2, minutes=1)
    assert story.told == ["yuki@tower.example"]
    assert "(Asia/Tokyo)" in text_of(story.channel.mails[-1])


def test_a_question_that_a_second_person_must_read_is_held_and_nobody_waits_for_it(story: Story, ref: str) -> None:
    assert asks(story, ref, body="Would you rather have a refund?") == "new"
    assert len(words(story, ref)) == 1
    assert [held.why for held in story.ticket(ref).held] == ['it says "refund"']
    assert story.told == [LEE]


def test_what_we_owe_ourselves_keeps_the_customer_from_being_let_go(story: Story, ref: str) -> None:
    asks(story, ref, template="invoice-number")
    story.replies(ref, by=SAM, body="About your refund")  # held
    assert story.told == [LEE]
    story.passes(days=4)
    assert DANA.email not in story.told
    story.does(ref, "return", by=LEE, reply=story.ticket(ref).held[0].id, note="not like this")
    story.passes(minutes=1)
    assert DANA.email in story.told
