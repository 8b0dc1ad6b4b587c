"""A second pair of eyes: what is held reaches nobody outside, until somebody who did not write it lets it go."""

from datetime import timedelta

import pytest

from escalator.core.access import Principal, Role
from escalator.core.errors import Forbidden, Invalid, NotAllowedNow, NotFound, StaleVersion
from escalator.service.tickets import Filters
from escalator.service.views import SaidView
from tests.story import DANA, KIM, LEE, MIA, NOOR, SAM, Story, principal, text_of

REFUND = "You will get a refund, you fool"


def _writes(story: Story, ref: str, by: str = SAM, body: str = REFUND, hold: bool = False) -> SaidView:
    said, _ = story.app.tickets.say(principal(by), ref, None, body, "public", "agent", hold)
    return said


def _held(story: Story) -> tuple[str, int]:
    """A ticket with a reply of Sam's that a rule holds; Lee has been told."""
    ref = story.opened("where is my money?")
    number = _writes(story, ref).id
    assert story.told == [LEE]
    return ref, number


def _public(story: Story, ref: str) -> list[str]:
    """All that was said to the customer or by them, and all that any page about the ticket shows."""
    timeline = story.app.tickets.timeline(principal(MIA), ref)
    return [event.message.body for event in timeline if event.message and event.message.visibility == "public"]


def test_a_word_of_the_desk_holds_a_reply_and_no_clock_stops(story: Story) -> None:
    ref = story.opened("where is my money?")
    said = _writes(story, ref)
    assert said.visibility == "held"
    assert story.clock_of(ref, "first_reply").state == "running"
    assert "agent_message" not in story.happened(ref)
    (held,) = story.ticket(ref).held
    assert (held.id, held.by, held.why, held.overdue) == (said.id, SAM, 'it says "refund"', False)
    assert held.due_at == story.clock.now + timedelta(hours=2)
    assert story.told == [LEE]


def test_what_is_held_is_in_nothing_that_a_customer_could_see(story: Story) -> None:
    ref, _ = _held(story)
    assert _public(story, ref) == ["where is my money?, please help"]
    assert story.app.tickets.listing(principal(MIA), Filters(q="fool"), 10) == []
    for event in story.app.tickets.timeline(principal(MIA), ref):
        assert "fool" not in str(event.data)
    assert all("fool" not in sentence for sentence in story.app.tickets.explain(principal(MIA), ref))
    assert all(mail["To"].addresses[0].addr_spec != DANA.email for mail in story.channel.mails)


def test_only_who_works_on_the_ticket_reads_what_is_held(story: Story) -> None:
    ref, number = _held(story)
    (view,) = story.app.tickets.held(principal(NOOR), ref)
    assert (view.held.id, view.body) == (number, REFUND)
    for role in (Role.READ, Role.INGEST, Role.OPS):
        with pytest.raises(Forbidden):
            story.app.tickets.held(Principal(role, str(role)), ref)


def test_the_lead_reads_it_in_the_mail_cut_short_and_marked_as_a_quotation(story: Story) -> None:
    ref = story.opened("where is my money?")
    _writes(story, ref, body="refund\n\nTake it:\nhttps://evil.example\n" + "x" * 3000)
    story.drains()
    (mail,) = story.unread
    text = text_of(mail)
    assert mail["Subject"] == f"[{ref}] Please read what Sam Seidel wrote to Dana Fox, by 11:00"
    assert 'waits for a second pair of eyes: it says "refund"' in text
    assert "\n> https://evil.example" in text
    assert "[...]" in text
    assert len(text) < 3000
    assert "/take/" not in text
    assert story.told == [LEE]


def test_a_released_reply_goes_out_as_its_authors_word_and_stops_the_clocks_then(story: Story) -> None:
    ref, number = _held(story)
    story.passes(minutes=30)
    released = story.does(ref, "release", by=LEE, reply=number)
    assert (released.status, released.held) == ("open", ())
    assert _public(story, ref)[-1] == REFUND
    spoke = [event for event in story.app.tickets.timeline(principal(MIA), ref) if event.type == "agent_message"]
    assert [(event.actor, event.data["released_by"]) for event in spoke] == [(SAM, LEE)]
    clock = story.clock_of(ref, "first_reply")
    assert (clock.state, clock.met_at) == ("met", story.clock.now)


def test_a_reviewer_may_find_better_words(story: Story) -> None:
    ref, number = _held(story)
    story.does(ref, "release", by=LEE, reply=number, body="You will get your money back on Friday.")
    assert _public(story, ref)[-1] == "You will get your money back on Friday."
    assert story.facts(ref, "reply_released")[0]["edited"] is True


def test_releasing_the_owners_reply_settles_their_lease(story: Story) -> None:
    ref = story.opened("where is my money?")
    story.passes(hours=4, minutes=1)
    story.does(ref, "acknowledge", by=SAM)
    assert story.told
    number = _writes(story, ref).id
    assert "lease_settled" not in story.happened(ref)
    story.does(ref, "release", by=LEE, reply=number)
    assert story.facts(ref, "lease_settled")[0]["person"] == SAM
    assert story.told == [LEE]


def test_a_returned_reply_stays_in_and_its_author_reads_why(story: Story) -> None:
    ref, number = _held(story)
    story.does(ref, "return", by=LEE, reply=number, note="Not in these words, please.")
    story.drains()
    (mail,) = story.unread
    assert mail["Subject"] == f"[{ref}] Lee Brandt returned your reply to Dana Fox"
    assert "> Not in these words, please." in text_of(mail)
    assert REFUND not in text_of(mail)
    assert (story.told, story.ticket(ref).held) == ([SAM], ())
    assert _public(story, ref) == ["where is my money?, please help"]
    notes = [event.message for event in story.app.tickets.timeline(principal(MIA), ref) if event.message]
    assert ("internal", "Not in these words, please.") in [(note.visibility, note.body) for note in notes]
    with pytest.raises(NotFound, match="released or returned"):
        story.does(ref, "release", by=LEE, reply=number)


def test_who_leads_is_not_read_by_rule_but_may_ask_for_it(story: Story) -> None:
    ref = story.opened("where is my money?")
    assert _writes(story, ref, by=LEE).visibility == "public"
    assert _writes(story, ref, by=LEE, body="a kind word", hold=True).visibility == "held"
    (held,) = story.ticket(ref).held
    assert held.why == "its author asked for a second pair of eyes"
    assert story.told == [MIA]  # her manager: Lee does not read for herself


def test_nobody_reads_for_themselves(story: Story) -> None:
    ref = story.opened("where is my money?")
    for person in (LEE, MIA):
        number = _writes(story, ref, by=person, body="a kind word", hold=True).id
        for action, options in (("release", {}), ("return", {"note": "no"})):
            with pytest.raises(Forbidden, match="second person"):
                story.does(ref, action, by=person, reply=number, **options)
    assert len(story.ticket(ref).held) == 2
    assert story.told == [MIA, LEE]


def test_colleagues_and_nameless_keys_release_nothing(story: Story) -> None:
    ref, number = _held(story)
    with pytest.raises(Forbidden, match="lead"):
        story.does(ref, "release", by=NOOR, reply=number)
    nameless, version = Principal(Role.ADMIN, "key esc_1"), story.ticket(ref).version
    with pytest.raises(Invalid, match="named person"):
        story.app.tickets.act(nameless, ref, version, "release", {"reply": number})
    assert _public(story, ref) == ["where is my money?, please help"]
    story.does(ref, "release", by=KIM, reply=number)  # any lead


def test_what_is_not_read_in_time_is_told_to_the_leads_manager_and_does_not_go_out(story: Story) -> None:
    ref, number = _held(story)
    story.passes(hours=2)
    assert story.told == []
    story.passes(seconds=1)
    _, mail = story.unread
    assert mail["Subject"] == f"[{ref}] Nobody has read what Sam Seidel wrote to Dana Fox"
    assert f"> {REFUND}" in text_of(mail)
    assert story.told == [LEE, MIA]  # Lee: half of the time for the first reply is gone
    assert [held.overdue for held in story.ticket(ref).held] == [True]
    story.passes(minutes=30)
    assert _public(story, ref) == ["where is my money?, please help"]
    story.does(ref, "release", by=MIA, reply=number)
    assert story.clock_of(ref, "first_reply").state == "met"


def test_a_hold_does_not_keep_a_promise(story: Story) -> None:
    ref, _ = _held(story)
    story.passes(hours=4, minutes=1)
    assert story.clock_of(ref, "first_reply").state == "breached"
    assert SAM in story.told


def test_a_customer_who_writes_again_changes_nothing_for_the_held_reply(story: Story) -> None:
    ref, number = _held(story)
    story.writes(ref)
    assert [held.id for held in story.ticket(ref).held] == [number]


def test_what_should_still_go_out_is_not_forgotten_by_ending_the_case(story: Story) -> None:
    ref, number = _held(story)
    for action in ("resolve", "spam"):
        with pytest.raises(NotAllowedNow, match="release it or return it first"):
            story.does(ref, action, by=LEE)
    story.does(ref, "release", by=LEE, reply=number)
    assert story.does(ref, "resolve", by=LEE).status == "resolved"


def test_merging_carries_what_is_held_to_the_survivor(story: Story) -> None:
    source, number = _held(story)
    survivor = story.opened("again: where is my money?")
    story.does(source, "merge", by=LEE, into=survivor)
    assert [held.id for held in story.ticket(survivor).held] == [number]
    assert story.ticket(source).held == ()
    story.does(survivor, "release", by=LEE, reply=number)
    assert _public(story, survivor)[-1] == REFUND


def test_two_leads_who_release_at_once_send_it_once(story: Story) -> None:
    ref, number = _held(story)
    version = story.ticket(ref).version
    story.app.tickets.act(principal(LEE), ref, version, "release", {"reply": number})
    with pytest.raises(StaleVersion):
        story.app.tickets.act(principal(KIM), ref, version, "release", {"reply": number})
    with pytest.raises(NotFound):
        story.does(ref, "release", by=KIM, reply=number)
    assert _public(story, ref).count(REFUND) == 1


def test_notes_and_customers_words_are_never_held(story: Story) -> None:
    ref = story.opened("where is my money?")
    story.notes(ref, by=SAM, body="give them a refund")
    story.writes(ref, body="I want a refund")
    assert story.ticket(ref).held == ()
    for visibility, author in (("internal", "agent"), ("public", "customer")):
        with pytest.raises(Invalid, match="nothing to hold"):
            story.app.tickets.say(principal(SAM), ref, None, "refund", visibility, author, hold=True)


def test_a_question_that_is_released_is_asked_and_its_ticket_waits_for_the_answer(story: Story) -> None:
    ref = story.opened("where is my money?")
    story.does(ref, "ask", by=SAM, body="Which refund do you mean, please?")
    (held,) = story.ticket(ref).held
    assert story.ticket(ref).status == "new"
    assert story.told == [LEE]
    story.does(ref, "release", by=LEE, reply=held.id)
    assert story.ticket(ref).status == "pending"
    assert story.facts(ref, "state_changed")[-1]["asks"] is True


def test_nobody_is_asked_to_read_their_own_words_even_with_everybody_else_away(story: Story) -> None:
    ref = story.opened("where is my money?")
    until = story.clock.now + timedelta(days=1)
    story.app.people.set_away(principal(MIA), LEE, until)
    _writes(story, ref, by=MIA, hold=True)
    story.passes(hours=3)
    assert story.facts(ref, "reply_held")[0]["reviewer"] == KIM
    assert story.facts(ref, "review_overdue")[0]["person"] == KIM
    assert story.told
