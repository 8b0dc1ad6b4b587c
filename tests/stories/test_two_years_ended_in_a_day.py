"""The same page in the city's name, with the ending it should have had: two tickets are read as one case, the loop is
seen, and a named person phones at a stated time.
"""

import pytest

from escalator.core.ticket.ticket import Requester
from tests.story import KIM, LEE, MIA, NOOR, SAM, Story, text_of

PAGE = "https://network.example/pages/city-of-example"
CANNED = (
    "Dear customer, thank you for your message. Pages are reviewed by our partners. Please use the form on our help "
    "page to request a review of the page in question. Kind regards, {}"
)


@pytest.fixture
def looping(story: Story) -> str:
    """A case in which two agents have sent the same canned reply, with a customer message after each."""
    words = f"An ex-employee opened {PAGE} in the name of our city. Please remove it."
    ref = story.opened("A page under our name", body=words)
    story.passes(hours=1)
    story.replies(ref, by=SAM, body=CANNED.format("Sam"))
    story.passes(hours=2)
    story.writes(ref, "The form asks for a login that only the ex-employee has. The page is still there.")
    story.passes(hours=1)
    story.replies(ref, by=NOOR, body=CANNED.format("Noor"))
    story.passes(hours=1)
    assert story.told == []
    story.writes(ref, "That did not help, it is the answer that we got before.")
    return ref


def test_the_second_canned_reply_is_seen_and_a_lead_gets_the_case_with_a_page_of_what_was_tried(
    story: Story, looping: str
) -> None:
    ticket = story.ticket(looping)
    assert ticket.verdict == "escalate"
    assert {"same_reply", "no_help"} <= set(ticket.signals)
    assert (ticket.status, ticket.assignee, ticket.escalation.reason) == ("escalated", LEE, "loop")
    story.drains()
    page = _mail(story, LEE)
    assert "What was tried:\n- Sam Seidel (first-line): 1 reply, 10:00\n- Noor Haddad (first-line): 1 reply" in page
    assert "the customer got nearly the same reply again, and wrote back again (messages" in page
    assert "Phone: +1 555 0100" in page
    assert "A call is promised: 14:00 to 17:00 (Europe/Berlin), +1 555 0100" in page
    assert "What they wrote:\n> 12:00: The form asks for a login" in page
    assert "> 14:00: That did not help, it is the answer that we got before." in page
    assert "use the form on our help" not in page  # what we wrote they know
    assert sorted(story.told) == ["dana@city.example", LEE]


def test_every_sign_stands_in_the_timeline_with_its_evidence(story: Story, looping: str) -> None:
    same = next(fact for fact in story.facts(looping, "signal_found") if fact["kind"] == "same_reply")
    words = [*story.facts(looping, "agent_message"), *story.facts(looping, "customer_message")]
    assert same["evidence"] == sorted(fact["message"] for fact in words)
    (verdict,) = story.facts(looping, "verdict_reached")
    assert verdict["verdict"] == "escalate"
    assert len(verdict["reasons"]) >= 2
    assert story.told


def test_who_asks_for_a_human_being_gets_one_by_phone_at_a_stated_time(story: Story) -> None:
    ref = story.opened("A page under our name", body="Is there a human being I could talk to about this?")

    ticket = story.ticket(ref)
    assert (ticket.escalation.reason, ticket.assignee) == ("person_requested", LEE)
    assert ticket.call_back is not None
    story.drains()
    assert "between 09:00 and 13:00 (Europe/Berlin)" in _mail(story, "dana@city.example")
    assert sorted(story.told) == ["dana@city.example", LEE]

    story.passes(minutes=10)
    assert story.told == [LEE]  # the window of the call is open
    story.does(ref, "acknowledge", by=LEE)
    story.drains()
    assert "Lee Brandt has your case" in _mail(story, "dana@city.example")
    assert "You have taken this case" in _mail(story, LEE)
    assert sorted(story.told) == ["dana@city.example", LEE]

    story.does(ref, "log_call", by=LEE)
    assert {"lease_settled", "call_back_kept"} <= set(story.happened(ref))
    story.does(ref, "resolve", by=LEE)
    assert story.ticket(ref).verdict == ""
    story.passes(days=2)
    assert story.told == []


def test_two_tickets_about_one_page_are_one_case(story: Story, looping: str) -> None:
    second = story.opened("The false page of our city", body=f"We wrote about {PAGE} before. Nobody reads it.")
    assert story.ticket(looping).case == story.ticket(second).case == looping
    (why,) = story.facts(second, "created")
    assert "network.example/pages/city-of-example" in str(why["why"])
    # What was said in the first counts in the second: it starts where the first one stands.
    assert {"two_tickets", "same_reply"} <= set(story.ticket(second).signals)
    story.drains()
    assert f"One matter with: {looping}\n" in _mail(story, LEE)
    # One case climbs once: who is asked because of the first has the second as well.
    assert (story.ticket(second).assignee, story.ticket(second).escalation) == (LEE, None)
    # They are called once about it, not once for each ticket.
    assert story.ticket(looping).call_back is not None
    assert story.ticket(second).call_back is None
    assert story.told


def test_tickets_of_two_customers_about_one_page_are_two_cases(story: Story) -> None:
    story.opened("A page under our name", body=f"Please remove {PAGE}.")
    other = story.opened("A page", by=Requester("kim@elsewhere.example"), body=f"I like {PAGE}.")
    assert story.ticket(other).case is None


def test_a_follow_up_of_a_closed_ticket_is_the_same_case(story: Story) -> None:
    ref = story.opened("A page under our name")
    story.replies(ref, by=SAM)
    story.does(ref, "resolve", by=SAM)
    story.passes(days=8)
    follow_up = story.writes(ref, "it is there again")
    assert story.ticket(follow_up).case == story.ticket(ref).case == ref


def test_a_lead_may_link_what_no_rule_has_seen(story: Story) -> None:
    one, other = story.opened("A page under our name"), story.opened("The colours of our new letterhead")
    story.does(other, "link", by=LEE, ticket=one)
    assert story.ticket(one).case == story.ticket(other).case == one


def test_a_silence_of_days_alone_brings_a_case_up(story: Story) -> None:
    """Everybody is polite, nobody does anything: 12 open hours after the customer's last word it is Lee's."""
    ref = story.opened("A page under our name", tags=("no promise",))
    story.replies(ref, by=SAM, body="we will look into it")
    story.does(ref, "hold", by=SAM)
    story.passes(days=4)
    assert "silence" in story.ticket(ref).signals
    assert story.ticket(ref).escalation is not None
    assert story.told


def test_what_is_merged_brings_all_that_was_said_along(story: Story, looping: str) -> None:
    second = story.opened("The colours of our letterhead")
    story.does(looping, "merge", by=LEE, into=second)
    assert {"same_reply", "no_help"} <= set(story.ticket(second).signals)
    assert story.ticket(second).verdict == "escalate"
    assert story.told


def test_a_manager_who_is_named_in_thanks_starts_nothing(story: Story) -> None:
    ref = story.opened("Thank you", body="Your colleague was very kind, my manager will be happy. Have a nice day!")
    assert (story.ticket(ref).verdict, story.ticket(ref).escalation) == ("", None)


def test_an_owner_at_work_is_told_of_a_loop_and_keeps_the_case(story: Story, looping: str) -> None:
    story.does(looping, "acknowledge", by=KIM)
    story.replies(looping, by=KIM, body="I have read all of it and call you this afternoon.")
    assert story.told
    story.writes(looping, "I want to speak to your manager!")
    ticket = story.ticket(looping)
    assert (ticket.owner, ticket.status) == (KIM, "open")
    assert KIM in story.told
    assert [fact["reason"] for fact in story.facts(looping, "owner_told")][-1] in ("loop", "person_requested")
    assert MIA not in story.told


def _mail(story: Story, to: str) -> str:
    """What somebody was told last and has not been asked for yet."""
    mine = [mail for mail in story.unread if mail["To"].addresses[0].addr_spec == to]
    return text_of(mine[-1])
