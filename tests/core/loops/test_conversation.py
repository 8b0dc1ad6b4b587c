"""What is remembered of a ticket: the same after every way through the database, and never without bound."""

import json
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from escalator.core.loops.conversation import EMPTY, evolve, from_json, to_json
from escalator.core.ticket.events import Event, Kind
from tests.core.case import DANA, LEE, SAM, agent

from .told import Told

CANNED = "Thank you for your message. Please use the form on our help page, where you can report a page."

ACTS: list[Callable[[Told], object]] = [
    lambda case: case.writes("That did not help. I want a manager, or my lawyer writes to you."),
    lambda case: case.writes(),
    lambda case: case.replies(CANNED),
    lambda case: case.replies(by=LEE),
    lambda case: case.calls(),
    lambda case: case.notes(),
    lambda case: case.machine_of_ours(),
    lambda case: case.machine_of_the_customer(),
    lambda case: case.goes_to("second-line"),
    lambda case: case.goes_to("first-line"),
    lambda case: case.becomes("pending"),
    lambda case: case.becomes("open"),
    lambda case: case.resolved().reopened(),
    lambda case: case.breaches("next_reply"),
    lambda case: case.passes(hours=7),
    lambda case: case.absorbs(Told(message=500).opened().writes().goes_to("a", "b", "a")),
    lambda case: case.happens(Kind.ACKNOWLEDGED, agent(LEE), owner=LEE, team="second-line", to="open", level=2),
    lambda case: case.happens(Kind.PRIORITY_CHANGED, agent(SAM), to="high"),
]


@given(st.lists(st.sampled_from(ACTS), max_size=40))
def test_what_is_stored_is_what_was_folded(acts: list[Callable[[Told], object]]) -> None:
    case = Told().opened()
    for act in acts:
        act(case)
        case.known = case.stored
    again = Told().opened()
    for act in acts:
        act(again)
    assert case.known == again.known
    assert case.found == again.found


def test_a_ticket_in_which_nothing_happened_costs_nothing() -> None:
    assert to_json(EMPTY) == {}
    assert from_json({}) == from_json(None) == EMPTY


def test_a_short_ticket_costs_little() -> None:
    short = Told().opened().replies().writes("Thanks!").resolved()
    assert len(json.dumps(to_json(short.known))) < 800


def test_a_long_ticket_costs_no_more_than_a_busy_one() -> None:
    case = Told()
    sizes = []
    for round_ in range(200):
        for act in ACTS:
            act(case)
        case.goes_to(f"team {round_}").replies(by=f"agent{round_}@desk.example")
        sizes.append(len(json.dumps(to_json(case.known))))
    assert max(sizes) < 12_000
    assert sizes[-1] < 1.2 * sizes[20]


def test_events_that_say_nothing_only_move_the_number_on() -> None:
    case = Told().opened()
    after = evolve(case.known, Event(Kind.CLOCK_MET, case.now))
    assert (after.events, after.talk, after.course) == (2, case.known.talk, case.known.course)


def test_a_wish_that_was_served_is_over_and_one_that_was_not_is_remembered() -> None:
    """A word of thanks that reopens a case is no wish for a person."""
    served = Told().opened("I want to speak to your manager.").replies(by=LEE).resolved().reopened().writes("Thanks!")
    assert "wants_manager" not in served.found
    ignored = Told().opened("I want to speak to your manager.").resolved().reopened()
    assert "wants_manager" in ignored.found


def test_words_without_a_number_are_known_by_their_event() -> None:
    case = Told().opened().happens(Kind.CUSTOMER_MESSAGE, DANA, message=None)
    case.happens(Kind.CUSTOMER_MESSAGE, DANA)
    assert (case.found["unanswered"].evidence, case.found["unanswered"].events) == ((1,), (2, 3))


# Merging.


def test_a_merge_keeps_everything_that_was_said_and_done() -> None:
    mine = Told().opened().replies(by=SAM)
    other = Told(message=100).passes(hours=1).opened()
    other.writes("This is about a data breach.").goes_to("a", "first-line").breaches("first_reply").breaches("age")
    other.replies(by=LEE).resolved().reopened().writes("That did not help.").resolved().reopened()
    other.writes("I want to speak to your manager.")
    mine.passes(hours=3).absorbs(other)
    assert set(other.found) <= set(mine.found)
    assert mine.found["wants_manager"].evidence == (105,)
    assert mine.known.talk.topics == {"privacy": mine.known.talk.topics["privacy"]}  # type: ignore[index]
    assert {tried.name for tried in mine.known.talk.tried} == {SAM, LEE}
    assert (mine.known.course.team, mine.known.course.status) == ("first-line", "new")


def test_a_merge_buys_no_silence() -> None:
    other = Told().opened()
    mine = Told().passes(hours=6).opened().replies().absorbs(other)
    assert mine.silent_at == other.silent_at


def test_two_tickets_that_waited_at_the_same_time_waited_once() -> None:
    other = Told().opened().replies().becomes("pending").passes(days=4).becomes("open")
    mine = Told().opened().passes(days=5).absorbs(other)
    assert mine.found["paused"].why == "it stood still for 4 days, 79% of its life, waiting for others"


def test_what_had_no_words_points_to_the_merge() -> None:
    other = Told().opened().goes_to("a", "first-line")
    mine = Told().opened().notes().absorbs(other)
    assert mine.found["ping_pong"].events == (3,)


def test_a_merge_without_a_conversation_changes_nothing() -> None:
    case = Told().opened()
    assert case.happens(Kind.ABSORBED, agent(LEE)).known.talk == Told().opened().known.talk


def test_words_with_and_without_a_number_may_stand_at_one_moment() -> None:
    mine, other = (
        Told().opened(),
        Told().happens(Kind.CREATED, DANA, team="first-line", message=None, says=["no_help"]),
    )
    other.absorbs(Told().opened("That did not help."))
    mine.absorbs(other).absorbs(other)
    assert mine.found["no_help"].weight == 4
    assert mine.stored == mine.known
