"""Two tickets of one matter become one, in one transaction, and nothing that is owed is lost."""

import pytest

from escalator.core.errors import ForeignTicket, NotAllowedNow, NotFound
from escalator.core.ticket.ticket import Requester
from escalator.service.working import number_of
from escalator.store.tables import tickets
from tests.service.racing import at_once
from tests.story import LEE, NOOR, RAVI, SAM, Story, principal


def test_the_source_closes_for_good_and_the_survivor_owes_the_older_answer(story: Story) -> None:
    older = story.opened("a question")
    story.passes(hours=1)
    younger = story.opened("the same question")
    asked = story.ticket(older).created_at
    merged = story.does(older, "merge", by=SAM, into=younger)
    assert (merged.id, merged.status, merged.merged_into) == (older, "closed", younger)
    assert {clock.state for clock in merged.clocks} == {"cancelled"}

    survivor = story.ticket(younger)
    assert (survivor.created_at, survivor.waiting_since) == (asked, asked)
    clock = story.clock_of(younger, "first_reply")
    assert (clock.started_at, clock.due_at) == (asked, story.clock.now.replace(hour=12))
    assert story.happened(younger)[-3:] == ["absorbed", "clock_retargeted", "clock_retargeted"]


def test_a_merged_ticket_never_escalates_and_the_survivor_does_in_its_place(story: Story) -> None:
    older = story.opened("a question")
    story.passes(hours=1)
    younger = story.opened("the same question")
    story.does(older, "merge", by=SAM, into=younger)
    story.passes(hours=3, minutes=1)
    assert story.told
    assert story.ticket(older).escalation is None
    assert story.ticket(younger).status == "escalated"
    assert story.clock_of(younger, "first_reply").breached_at == story.clock_of(younger, "first_reply").due_at


def test_a_promise_that_was_broken_before_the_merge_is_broken_at_its_deadline(story: Story) -> None:
    older = story.opened("a question")
    story.passes(hours=4, minutes=20)
    assert story.told
    broken = story.clock_of(older, "first_reply").breached_at
    younger = story.opened("the same question")
    story.does(older, "merge", by=SAM, into=younger)
    clock = story.clock_of(younger, "first_reply")
    assert (clock.breached_at, clock.detected_at, clock.cause) == (broken, story.clock.now, "deadline")
    assert story.ticket(younger).status == "escalated"
    assert story.told


def test_what_was_asked_for_by_button_goes_on_in_the_survivor(story: Story) -> None:
    source, survivor = story.opened("a question"), story.opened("the same question")
    story.does(source, "escalate", by=SAM)
    story.does(source, "merge", by=SAM, into=survivor)
    escalation = story.ticket(survivor).escalation
    assert escalation is not None
    assert (escalation.reason, story.ticket(survivor).status) == ("requested", "escalated")
    assert story.told


def test_public_words_to_the_merged_ticket_go_to_the_survivor_along_the_chain(story: Story) -> None:
    first, second, third = (story.opened(f"question {number}") for number in range(3))
    story.does(first, "merge", by=SAM, into=second)
    story.does(second, "merge", by=SAM, into=third)
    assert story.writes(first, "hello?") == third
    story.replies(first, by=SAM)
    assert story.clock_of(third, "first_reply").state == "met"
    story.notes(first, by=SAM)
    assert story.happened(first)[-1] == "internal_note"
    explained = story.app.tickets.explain(principal(SAM), first)
    assert explained[1] == f"it was merged into {second}, where the conversation goes on"
    assert not any("nobody has it" in line or "has waited" in line for line in explained)


@pytest.mark.parametrize("state", ["resolve", "close"])
def test_nothing_is_merged_into_what_is_done(story: Story, state: str) -> None:
    source, done = story.opened("a question"), story.opened("another")
    story.does(done, "resolve", by=SAM)
    if state == "close":
        story.does(done, "close", by=SAM)
    before = story.ticket(source)
    with pytest.raises(NotAllowedNow, match="merge into a ticket that is open"):
        story.does(source, "merge", by=SAM, into=done)
    assert story.ticket(source) == before


def test_a_ticket_is_not_merged_into_itself_nor_twice_nor_into_nothing(story: Story) -> None:
    one, other = story.opened("a question"), story.opened("another")
    with pytest.raises(NotAllowedNow, match="into itself"):
        story.does(one, "merge", by=SAM, into=one)
    with pytest.raises(NotFound):
        story.does(one, "merge", by=SAM, into="T-99")
    story.does(one, "merge", by=SAM, into=other)
    with pytest.raises(NotAllowedNow, match="closed cannot merge"):
        story.does(one, "merge", by=SAM, into=other)


def test_who_does_not_see_the_survivor_does_not_merge_into_it(story: Story) -> None:
    source, foreign = story.opened("a question"), story.opened("another")
    story.does(source, "assign", by=LEE, team="second-line")
    with pytest.raises(ForeignTicket):
        story.does(source, "merge", by=RAVI, into=foreign)


def test_two_who_merge_each_into_the_other_at_once_do_not_lose_the_case(story: Story) -> None:
    one, other = story.opened("a question"), story.opened("the same question")
    version = story.ticket(one).version
    assert version == story.ticket(other).version
    outcomes = at_once(
        lambda: story.app.tickets.act(principal(SAM), one, version, "merge", {"into": other}),
        lambda: story.app.tickets.act(principal(SAM), other, version, "merge", {"into": one}),
    )
    assert sorted(outcomes) in (["done", "illegal_move"], ["done", "stale_version"])
    assert sorted(story.ticket(ref).status for ref in (one, other)) == ["closed", "new"]


def test_cases_of_different_customers_are_not_merged(story: Story) -> None:
    ours, theirs = story.opened("a question"), story.opened("the same question", by=Requester("bob@city.example"))
    with pytest.raises(NotAllowedNow, match=r"of different customers.*name each in an internal note"):
        story.does(ours, "merge", by=LEE, into=theirs)
    shouting = story.opened("the same question", by=Requester("DANA@City.example"))
    assert story.does(ours, "merge", by=SAM, into=shouting).merged_into == shouting


def test_what_somebody_owns_is_merged_away_by_them_or_a_lead_only(story: Story) -> None:
    owned, survivor = story.opened("a question"), story.opened("the same question")
    story.does(owned, "acknowledge", by=SAM)
    with pytest.raises(NotAllowedNow, match=f"{SAM} has {owned}; only they or a lead can hand it on"):
        story.does(owned, "merge", by=NOOR, into=survivor)
    assert story.does(owned, "merge", by=LEE, into=survivor).status == "closed"


def test_who_does_not_see_the_survivor_hands_on_the_customers_words_and_adds_none_of_their_own(story: Story) -> None:
    source, survivor = story.opened("a question"), story.opened("the same question")
    story.does(source, "merge", by=SAM, into=survivor)
    story.does(survivor, "assign", by=LEE, team="second-line")
    said, ticket = story.app.tickets.say(principal(SAM), source, None, "they called me", "public", "customer")
    assert (said.ticket, ticket) == (survivor, None)
    assert len(story.facts(survivor, "customer_message")) == 1
    with pytest.raises(ForeignTicket) as refused:
        story.replies(source, by=SAM)
    assert str(refused.value) == f"{source} goes on in {survivor}, which you do not see; ask a lead to answer there"
    story.replies(source, by=LEE)


def test_a_ring_of_merges_which_only_foreign_records_could_hold_does_not_turn_for_ever(story: Story) -> None:
    refs = [story.opened("a question"), story.opened("the same question")]
    for ref in refs:
        story.does(ref, "resolve", by=SAM)
        story.does(ref, "close", by=SAM)
    _merged_into(story, {refs[0]: refs[1], refs[1]: refs[0]})
    follow_up = story.writes(refs[0])
    assert story.ticket(follow_up).follow_up_of == refs[1]
    _merged_into(story, {refs[0]: None, refs[1]: None})


def _merged_into(story: Story, targets: dict[str, str | None]) -> None:
    with story.app.database.transaction() as tx:
        for source, target in targets.items():
            row = tickets.update().where(tickets.c.id == number_of(source))
            tx.conn.execute(row.values(merged_into=target and number_of(target)))


def _linked(story: Story, *refs: str) -> None:
    for ref in refs[1:]:
        story.does(ref, "link", by=LEE, ticket=refs[0])


def test_a_merge_of_two_cases_makes_them_one(story: Story) -> None:
    refs = [story.opened(f"question {number}") for number in range(4)]
    first, source, third, survivor = refs
    _linked(story, first, source)
    _linked(story, third, survivor)
    merged = story.does(source, "merge", by=LEE, into=survivor)
    assert (merged.status, merged.case) == ("closed", first)
    assert {story.ticket(ref).case for ref in refs} == {first}
    moved = [story.facts(ref, "linked")[-1] for ref in (third, survivor)]
    assert moved == [
        {"case": 1, "with": with_, "why": f"{source} was merged into {survivor}"} for with_ in (["T-2"], ["T-2"])
    ]
    assert len(story.facts(first, "linked")) == 1
    with pytest.raises(NotAllowedNow, match="linked already"):
        story.does(third, "link", by=LEE, ticket=first)


def test_a_case_is_named_by_its_oldest_ticket_after_a_merge_too(story: Story) -> None:
    survivor, second, source = [story.opened(f"question {number}") for number in range(3)]
    _linked(story, second, source)
    story.does(source, "merge", by=LEE, into=survivor)
    assert {story.ticket(ref).case for ref in (survivor, second, source)} == {survivor}


def test_a_merge_of_tickets_that_are_no_case_makes_none(story: Story) -> None:
    survivor, source = story.opened("question 1"), story.opened("question 2")
    story.does(source, "merge", by=LEE, into=survivor)
    assert (story.ticket(survivor).case, story.happened(survivor).count("linked")) == (None, 0)
