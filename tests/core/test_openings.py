"""How a case of a foreign log begins: who waits, who wrote it down, and what is known at once."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from escalator.core.desk.model import Conditions, RoutingRule
from escalator.core.desk.reader import read
from escalator.core.opening import Opening, created
from escalator.core.simulation.openings import LoggedOpening, opening
from escalator.core.simulation.timelines import LoggedEvent, Timeline
from escalator.core.ticket.events import Actor, Kind
from escalator.core.ticket.following import inherited
from escalator.core.ticket.ticket import Requester, Ticket
from tests.core.desk_texts import EXAMPLE

DESK = replace(read(EXAMPLE), import_priorities={"P1": "urgent"})
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DANA = Requester("dana@city.example", "Dana Doe")
LATER = ("customer_message", "dana"), ("agent_message", "sam"), ("closed", "robot")


def case(*entries: tuple[str, str], **first: object) -> LoggedOpening:
    """How a case begins whose entries are these, as (type, actor)."""
    told = [LoggedEvent(index=i, at=NOON, kind=Kind(kind), actor=actor) for i, (kind, actor) in enumerate(entries)]
    told[0] = replace(told[0], **first)
    return opening(Timeline("INC 0/1", tuple(told)), DESK)


@pytest.mark.parametrize("actor", ["", "customer", "End-User", "end user", "system", "dana", "somebody new", "robot"])
def test_a_customer_opened_it(actor: str) -> None:
    assert case(("created", actor), *LATER).author.kind == "customer"


@pytest.mark.parametrize(
    "way_in", ["web form", "E-Mail", "portal", "API", "Phone", "chat", " widget ", "system", "Unknown", "end user"]
)
def test_a_word_for_the_customer_or_for_the_way_they_came_is_nobody_of_the_desk(way_in: str) -> None:
    begins = case(("created", way_in), ("agent_message", way_in), requester=DANA)
    assert begins.author == Actor("customer", DANA.email)
    assert case(("created", way_in)).requester == Requester("INC-0-1@import.invalid")


@pytest.mark.parametrize("actor", ["agent", "Support", "sam", "sam@harbour.example", "Kim@Harbour.example"])
def test_somebody_of_the_desk_opened_it(actor: str) -> None:
    assert case(("created", actor), *LATER).author == Actor("agent", actor)


@pytest.mark.parametrize("actor", ["Sam@Harbour.example", "SAM", "sam seidel", " Sam Seidel "])
def test_agents_are_known_by_address_or_name_without_having_done_anything(actor: str) -> None:
    assert case(("created", actor)).author == Actor("agent", actor)
    assert case(("created", actor), ("customer_message", actor)).author.kind == "customer"


@pytest.mark.parametrize("work", ["agent_message", "internal_note", "call_logged", "assigned"])
def test_who_works_on_the_case_is_of_the_desk(work: str) -> None:
    assert case(("created", "ben"), (work, "Ben")).author.kind == "agent"
    assert case(("created", "ben"), (work, "ben"), ("customer_message", "ben")).author.kind == "customer"


@pytest.mark.parametrize("move", ["state_changed", "resolved", "closed", "priority_changed", "reopened", "merged"])
def test_customers_too_move_their_cases(move: str) -> None:
    assert case(("created", "ben"), (move, "ben")).author.kind == "customer"


@pytest.mark.parametrize("actor", ["", "DANA DOE", "Dana@city.example", "dana", "doe"])
def test_the_requester_is_known_by_any_name(actor: str) -> None:
    assert case(("created", actor), requester=DANA).author == Actor("customer", DANA.email)
    assert case(("created", actor), ("internal_note", actor), requester=DANA).author.kind == "customer"


def test_where_the_requester_is_named_everybody_else_writes_for_them() -> None:
    assert case(("created", "ben"), requester=DANA).author == Actor("agent", "ben")
    assert case(("created", "city"), requester=DANA).author == Actor("agent", "city")
    assert case(("created", "ben"), ("customer_message", "ben"), requester=DANA).author.kind == "customer"


def test_a_case_without_a_creation_is_opened_by_who_comes_first() -> None:
    assert case(("customer_message", "dana"), ("agent_message", "sam")).author.kind == "customer"
    assert case(("agent_message", "sam"), ("customer_message", "dana")).author == Actor("agent", "sam")


def test_the_requester_is_who_is_named_or_who_wrote() -> None:
    assert case(("created", ""), requester=DANA).requester == DANA
    assert case(("created", "dana@city.example")).requester == Requester("dana@city.example")
    assert case(("created", "Dana")).requester == Requester("INC-0-1@import.invalid", "Dana")


def test_a_log_without_customers_gets_one_for_each_case() -> None:
    for actor in ("", "customer", "agent"):
        assert case(("created", actor)).requester == Requester("INC-0-1@import.invalid")


def test_what_the_log_knows_at_once_is_kept() -> None:
    begins = case(
        ("created", ""), priority="p1", team="second-line", tags=("vip",), channel="email", subject="a page"
    )
    assert (begins.priority, begins.tags, begins.channel, begins.subject) == ("urgent", ("vip",), "email", "a page")
    event = created(begins, begins.author, NOON, DESK)
    assert (event.data["team"], event.data["level"]) == ("second-line", 2)


def test_a_log_that_knows_little_leaves_the_rest_to_the_desk() -> None:
    begins = case(("created", ""))
    assert (begins.priority, begins.channel, begins.subject) == ("normal", "import", "Imported case INC 0/1")
    assert created(begins, begins.author, NOON, DESK).data["team"] == "first-line"


def test_a_case_may_begin_in_a_queue_that_is_not_of_the_desk() -> None:
    begins = case(("created", ""), team="Group 70")
    event = created(begins, begins.author, NOON, DESK)
    assert (event.data["team"], event.data["level"]) == ("Group 70", 1)


def test_every_ticket_knows_by_which_desk_it_began() -> None:
    begins = case(("created", ""))
    assert created(begins, begins.author, NOON, replace(DESK, version=7)).data["desk"] == 7


@pytest.mark.parametrize(
    ("team", "queue"), [("second-line", ("second-line", 3)), ("gone", ("first-line", 1)), (None, ("first-line", 1))]
)
def test_a_follow_up_begins_where_the_closed_ticket_was_if_that_is_still_there(
    team: str | None, queue: tuple[str, int]
) -> None:
    closed = Ticket(id=4, subject="a page", priority="high", team=team, level=3, failed=("sam",), failed_tiers=(1,))
    new = Opening(subject=closed.subject, requester=DANA, channel="email")
    facts = created(new, Actor("customer", DANA.email), NOON, DESK, inherited=inherited(closed)).data
    assert (facts["team"], facts["level"]) == queue
    assert (facts["subject"], facts["priority"], facts["channel"]) == ("Re: a page", "high", "email")
    assert (facts["follow_up_of"], facts["failed"], facts["failed_tiers"]) == (4, ["sam"], [1])


def test_a_priority_that_nobody_knows_is_said() -> None:
    begins = case(("created", ""), priority="odd")
    assert (begins.priority, begins.passed_over.split(";")[0][:14]) == ("normal", 'priority "odd"')


RULES = (
    RoutingRule(Conditions(priority=("urgent",)), skills=("nerves",)),
    RoutingRule(Conditions(tags=("billing",), requester=("@city.example",)), "second-line"),
    RoutingRule(Conditions(tags=("billing",)), "first-line"),
)


@pytest.mark.parametrize(
    ("sender", "tags", "team", "queue"),
    [
        ("dana@city.example", ("billing",), None, ("second-line", 2)),
        ("dana@mail.city.example", ("billing",), None, ("second-line", 2)),
        ("kim@else.example", ("billing",), None, ("first-line", 1)),
        ("dana@city.example", (), None, ("first-line", 1)),
        ("dana@city.example", ("billing",), "first-line", ("first-line", 1)),
    ],
)
def test_a_new_ticket_begins_in_the_queue_of_the_first_rule_that_fits_and_names_one(
    sender: str, tags: tuple[str, ...], team: str | None, queue: tuple[str, int]
) -> None:
    new = Opening(
        subject="a bill", requester=Requester(sender), channel="api", tags=tags, team=team, priority="urgent"
    )
    facts = created(new, Actor("customer", sender), NOON, replace(DESK, routing_rules=RULES)).data
    assert (facts["team"], facts["level"]) == queue
