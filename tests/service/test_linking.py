"""Tickets of one matter are a case; people put together what no rule has seen, and part what is not one matter."""

import pytest

from escalator.core.errors import ForeignTicket, NotAllowedNow
from escalator.core.loops.references import MOST_READ
from escalator.core.ticket.ticket import Requester
from escalator.store import cases
from tests.story import DANA, EXAMPLE_DESK, LEE, MONDAY, NOOR, RAVI, Story, principal

PAGE = "https://network.example/pages/city-of-example"
EVE = Requester("eve@city.example", "Eve", organization="City of Example")
SIGNATURE = "\nBest regards\nDana Fox\nTel. +49 30 5551234 / Customer no. 4482199"


def _on_the_page(story: Story, times: int) -> list[str]:
    return [story.opened(f"Question {n}", body=f"What about {PAGE}, {'abc'[n]}?") for n in range(times)]


def test_a_polite_customer_with_three_questions_and_one_signature_has_three_matters(story: Story) -> None:
    questions = ("the colour of our letterhead", "the opening hours at Christmas", "a badge for a new colleague")
    refs = [story.opened(f"About {asked}", body=f"Hello, I ask for {asked}.{SIGNATURE}") for asked in questions]
    assert {story.ticket(ref).case for ref in refs} == {None}
    assert {story.ticket(ref).signals for ref in refs} == {()}


def test_what_the_system_links_is_its_own_doing_and_what_a_person_links_is_theirs(story: Story) -> None:
    first, _ = _on_the_page(story, 2)
    assert _linked_by(story, first) == ["escalator"]
    other = story.opened("The colours of our letterhead")
    story.does(other, "link", by=LEE, ticket=first)
    assert _linked_by(story, other) == [LEE]
    assert "two_tickets" in story.ticket(first).signals


def test_a_ticket_that_is_taken_out_of_a_case_is_a_matter_of_its_own(story: Story) -> None:
    first, second, third = _on_the_page(story, 3)
    signals = story.ticket(second).signals
    after = story.does(second, "unlink", by=NOOR)
    assert (after.case, after.signals) == (None, signals)
    assert story.happened(second)[-1] == "unlinked"
    assert story.facts(second, "unlinked") == [{"case": 1, "with": [first, third]}]
    assert story.ticket(first).case == story.ticket(third).case == first
    says = story.app.tickets.explain(principal(LEE), second)
    assert f"Noor Haddad says that it is another matter than {first} and {third}" in says


def test_a_case_without_its_oldest_ticket_is_named_by_the_next(story: Story) -> None:
    first, second, third = _on_the_page(story, 3)
    story.does(first, "unlink", by=LEE)
    assert [story.ticket(ref).case for ref in (first, second, third)] == [None, second, second]
    story.does(first, "link", by=LEE, ticket=third)
    assert {story.ticket(ref).case for ref in (first, second, third)} == {first}


def test_a_ticket_that_is_left_alone_is_no_case(story: Story) -> None:
    first, second = _on_the_page(story, 2)
    story.does(second, "unlink", by=LEE)
    assert (story.ticket(first).case, story.ticket(second).case) == (None, None)
    assert story.happened(first)[-1] == "unlinked"
    with pytest.raises(NotAllowedNow, match="is linked with no other ticket"):
        story.does(second, "unlink", by=LEE)


def test_who_does_not_see_a_ticket_does_not_take_it_out_of_its_case(story: Story) -> None:
    _, second = _on_the_page(story, 2)
    with pytest.raises(ForeignTicket):
        story.does(second, "unlink", by=RAVI)


def test_one_matter_may_hit_two_customers_who_have_one_ticket_each(story: Story) -> None:
    mine = story.opened("A page under our name")
    theirs = story.opened("The colours of our letterhead", by=EVE)
    story.does(mine, "link", by=LEE, ticket=theirs)
    assert story.ticket(mine).case == story.ticket(theirs).case == mine
    assert not {*story.ticket(mine).signals, *story.ticket(theirs).signals}
    with pytest.raises(NotAllowedNow, match="of different customers"):
        story.does(mine, "merge", by=LEE, into=theirs)


def test_colleagues_of_a_firm_that_the_desk_knows_by_its_domain_have_one_matter(database_url: str) -> None:
    firm = "\norganizations:\n  City of Example: {domains: [city.example, mayor.example]}\n"
    text = EXAMPLE_DESK.read_text(encoding="utf-8").replace("\norganizations:\n", firm)
    assert firm in text
    with Story(database_url, text) as story:
        kim, eve, max_ = (
            Requester(address) for address in ("kim@mayor.example", "eve@city.example", "max@north.city.example")
        )
        first = story.opened("A page", by=kim, body=f"Please remove {PAGE}.")
        stranger = story.opened("A page", by=Requester("kim@elsewhere.example"), body=f"I like {PAGE}.")
        named = story.opened("Our name", by=DANA, body=f"Do you know {PAGE}?")
        others = [story.opened("Our page", by=who, body=f"Who wrote {PAGE}?") for who in (eve, max_)]
        assert [story.ticket(ref).case for ref in (first, named, *others)] == [first] * 4
        assert story.ticket(stranger).case is None
        assert "the same organization names" in str(story.facts(named, "created")[0]["why"])


def _linked_by(story: Story, ref: str) -> list[str]:
    events = story.app.tickets.timeline(principal(LEE), ref)
    return [event.actor for event in events if event.type == "linked"]


def test_of_long_words_only_the_beginning_is_compared(story: Story) -> None:
    story.opened("A page", body="x" * MOST_READ + PAGE)
    with story.app.database.reading() as tx:
        [near] = cases.neighbours(tx, DANA, None, 2, MONDAY)
    assert near.body == "x" * MOST_READ


def test_a_call_that_is_promised_to_one_customer_is_no_call_for_another(story: Story) -> None:
    """Their tickets are linked by hand; each is called, and on nobody's page stands the other's number."""
    max_ = Requester("max@elsewhere.example", "Max", "+49 30 987654")
    hers, his = story.opened("The light on the pier"), story.opened("It is dark", by=max_)
    story.does(hers, "link", by=LEE, ticket=his)
    story.does(hers, "call_back", by=LEE)
    story.writes(his, "I want to talk to a human being.")
    call = story.ticket(his).call_back
    assert call is not None
    assert call.phone == max_.phone
    story.drains()
    assert all(DANA.phone not in str(mail) for mail in story.unread if f"[{his}]" in mail["Subject"])
    assert story.told
