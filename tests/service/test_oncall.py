"""Who is on call: by the desk, by overrides, by who is away; and whom a ladder reaches at night."""

from datetime import datetime, timedelta

import pytest

from escalator.core.errors import Forbidden, Invalid, NotFound
from escalator.service.oncall import OnCall, StandIn
from tests.story import EXAMPLE_DESK, KIM, LEE, MIA, MONDAY, RAVI, SAM, Story, principal

# The story begins on Monday the 16th at 09:00, when Kim takes over from Lee for a week.
WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)


def on_call(story: Story, at: datetime | None = None) -> OnCall:
    (duty,) = story.app.oncall.listing(principal(MIA), at)[1]
    return duty


def stands_in(story: Story, person: str, begins: int, ends: int, by: str = LEE) -> StandIn:
    """From and to in hours from now."""
    now = story.clock.now
    return story.app.oncall.stand_in(principal(by), "night", person, now + begins * HOUR, now + ends * HOUR)


def test_the_desk_says_who_is_on_call_and_who_is_next(story: Story) -> None:
    duty = on_call(story)
    assert (duty.person, duty.name, duty.why) == (KIM, "Kim Vogel", "in turn")
    assert (duty.since, duty.until) == (MONDAY, MONDAY + WEEK)
    assert (duty.next_person, duty.next_at) == (LEE, MONDAY + WEEK)
    assert on_call(story, MONDAY + WEEK).person == LEE


def test_an_override_holds_from_its_beginning_to_before_its_end(story: Story) -> None:
    made = stands_in(story, RAVI, 1, 3)
    assert [on_call(story, MONDAY + hours * HOUR).person for hours in (0, 1, 2, 3)] == [KIM, RAVI, RAVI, KIM]
    assert on_call(story, made.starts_at).why == f"by an override of {LEE}"
    assert on_call(story, MONDAY).next_person == RAVI
    assert on_call(story, made.ends_at).since == made.ends_at


def test_the_override_that_was_made_later_wins(story: Story) -> None:
    stands_in(story, RAVI, 1, 5)
    stands_in(story, SAM, 2, 3)
    assert [on_call(story, MONDAY + hours * HOUR).person for hours in (1, 2, 3)] == [RAVI, SAM, RAVI]


def test_a_withdrawn_override_ends_at_once_and_what_was_stays(story: Story) -> None:
    made = stands_in(story, RAVI, 0, 8)
    story.passes(hours=2)
    ended = story.app.oncall.withdraw(principal(KIM), "night", str(made.id))
    assert (ended.ends_at, on_call(story).person) == (story.clock.now, KIM)
    assert on_call(story, MONDAY + HOUR).person == RAVI
    assert story.app.oncall.overrides(principal(LEE), "night") == []
    with pytest.raises(NotFound, match="has no override 1 that is not over"):
        story.app.oncall.withdraw(principal(KIM), "night", str(made.id))


def test_an_override_that_is_withdrawn_before_it_begins_never_was(story: Story) -> None:
    made = stands_in(story, RAVI, 1, 8)
    story.app.oncall.withdraw(principal(KIM), "night", str(made.id))
    assert on_call(story, MONDAY + 2 * HOUR).person == KIM


def test_the_overrides_of_a_schedule_are_listed_until_they_are_over(story: Story) -> None:
    later, sooner = stands_in(story, RAVI, 5, 6), stands_in(story, SAM, 1, 2)
    assert story.app.oncall.overrides(principal(SAM), "night") == [sooner, later]
    story.passes(hours=2)
    assert story.app.oncall.overrides(principal(SAM), "night") == [later]


def test_what_has_passed_of_an_override_stays_as_it_was(story: Story) -> None:
    story.passes(hours=3)
    made = stands_in(story, RAVI, -2, 2)
    assert made.starts_at == story.clock.now
    assert on_call(story, MONDAY + 2 * HOUR).person == KIM


@pytest.mark.parametrize(
    ("begins", "ends", "sentence"),
    [
        (3, 1, "the override ends before it begins"),
        (1, 1, "the override ends before it begins"),
        (-5, -1, "the override lies in the past"),
        (0, 24 * 367, "the override is longer than a year"),
    ],
)
def test_an_override_that_cannot_be_is_refused(story: Story, begins: int, ends: int, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        stands_in(story, RAVI, begins, ends)


def test_only_people_and_schedules_of_the_desk_are_taken_and_only_from_leads(story: Story) -> None:
    with pytest.raises(Invalid, match="is not an agent of the desk"):
        stands_in(story, "who@else.example", 0, 1)
    with pytest.raises(NotFound, match='no schedule "day"; it has: night'):
        story.app.oncall.overrides(principal(LEE), "day")
    with pytest.raises(Forbidden):
        stands_in(story, SAM, 0, 1, by=SAM)


def test_who_is_away_is_passed_over_until_they_are_back(story: Story) -> None:
    back = MONDAY + 5 * HOUR
    story.app.people.set_away(principal(KIM), KIM, back)
    duty = on_call(story)
    assert (duty.person, duty.until, duty.next_person) == (LEE, back, KIM)
    assert duty.why == f"in turn, in place of {KIM} (away)"


def test_who_left_the_desk_stands_in_for_nobody(story: Story) -> None:
    stands_in(story, RAVI, 0, 5)
    text = EXAMPLE_DESK.read_text(encoding="utf-8")
    story.applies(text.replace("ravi@", "nia@"))
    assert on_call(story).person == KIM


def test_people_are_listed_with_what_they_can_whether_it_is_their_shift_and_what_they_are_on_call_for(
    story: Story,
) -> None:
    def seen() -> dict[str, tuple[tuple[str, ...], bool, tuple[str, ...]]]:
        listed = story.app.people.listing(principal(MIA))
        return {person.email: (person.skills, person.on_shift, person.on_call) for person in listed}

    assert (seen()[KIM], seen()[SAM]) == (((), True, ("night",)), (("billing",), True, ()))
    story.passes(hours=12)
    stands_in(story, SAM, 0, 5)
    assert (seen()[KIM], seen()[SAM]) == (((), False, ()), (("billing",), False, ("night",)))


def test_at_night_a_step_reaches_who_is_on_call_and_the_timeline_says_why(database_url: str) -> None:
    text = EXAMPLE_DESK.read_text(encoding="utf-8")
    with Story(database_url, text.replace("whom: team\n", "whom: {on_call: night}\n", 1)) as story:
        story.passes(hours=12)
        stands_in(story, RAVI, 0, 8, by=KIM)
        ref = story.opened("the page is down", priority="urgent")
        story.passes(minutes=31)
        asked = story.facts(ref, "step_asked")[-1]
        assert asked["person"] == RAVI
        assert asked["why"] == f"you are on call for night (by an override of {KIM})"
        assert RAVI in story.told


def test_a_ticket_about_an_invoice_goes_to_who_can_read_it(story: Story) -> None:
    ref = story.opened("a wrong invoice", tags=("billing",))
    assert story.ticket(ref).team == "second-line"
    story.passes(hours=4, minutes=1)
    asked = story.facts(ref, "step_asked")[-1]
    assert asked["person"] == RAVI
    assert [KIM, "0 open, lacks billing"] in asked["verdicts"]  # type: ignore[operator]
    assert story.told
