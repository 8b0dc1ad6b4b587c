"""The head of a job board answered a newcomer with an insult, and it was printed. Here: somebody reads it first.

What is internal stays internal, and the short polite question that was needed is one click.
"""

from tests.story import DANA, LEE, MIA, SAM, Story, principal

INSULT = "I have no time for people like you. Get a lawyer if you do not like it."


def _everything_that_left(story: Story) -> str:
    letters = [mail for mail in story.channel.mails if mail["To"].addresses[0].addr_spec == DANA.email]
    return "\n".join(str(mail) for mail in letters)


def test_the_insult_never_leaves_the_house_and_the_question_that_was_needed_does(story: Story) -> None:
    ref = story.opened("please add me to your list")
    story.replies(ref, by=SAM, body=INSULT)
    assert story.told == [LEE]
    story.passes(minutes=20)

    (held,) = story.ticket(ref).held
    story.does(ref, "return", by=LEE, reply=held.id, note="We do not write like this. We only lack their page.")
    assert story.told == [SAM]
    story.does(ref, "ask", by=SAM, template="which-page")

    assert story.clock_of(ref, "first_reply").state == "met"
    said = [event.message for event in story.app.tickets.timeline(principal(MIA), ref) if event.message]
    public = [message.body for message in said if message.visibility == "public"]
    assert len(public) == 2
    assert not any("people like you" in body or "write like this" in body for body in public)
    assert story.ticket(ref).status == "pending"

    story.passes(hours=3)
    assert story.writes(ref, "It is https://dana.example, sorry!") == ref
    story.replies(ref, by=SAM, body="You are on the list. Welcome!")
    assert story.does(ref, "resolve", by=SAM).status == "resolved"
    assert story.told == []
    assert _everything_that_left(story) == ""


def test_nobody_reads_it_and_it_still_does_not_go_out(story: Story) -> None:
    ref = story.opened("please add me to your list")
    story.replies(ref, by=SAM, body=INSULT)
    story.passes(days=3)

    assert story.facts(ref, "review_overdue")[0]["person"] == MIA
    assert "agent_message" not in story.happened(ref)
    assert story.ticket(ref).status == "escalated"  # whoever waited has not been forgotten over it
    assert {LEE, MIA} <= set(story.told)
    assert "people like you" not in _everything_that_left(story)
