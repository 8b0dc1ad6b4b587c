"""A step that reaches nobody is a fault of the desk, not of a case: its owner hears, whatever comes of the case."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.story import EXAMPLE_DESK, LEE, MIA, MONDAY, Story

# Half of the time of a warning is over in the evening, when nobody of a team is on shift; who is named is woken.
EXAMPLE = EXAMPLE_DESK.read_text(encoding="utf-8")
NUDGE = "  heads-up:\n    steps:\n"
EVENING = MONDAY + timedelta(hours=11)


@pytest.fixture
def story(database_url: str) -> Iterator[Story]:
    assert EXAMPLE.count(NUDGE) == 1
    with Story(database_url, EXAMPLE.replace(NUDGE, f"{NUDGE}      - {{action: notify, whom: team}}\n")) as story:
        story.clock.now = EVENING
        yield story


def test_a_warning_goes_to_the_next_step_and_the_owner_hears_of_the_fault_once_a_day(story: Story) -> None:
    first = story.opened("at any hour", tags=("vip",))
    story.passes(minutes=31)
    assert sorted(story.told) == [LEE, MIA]
    story.does(first, "resolve", by=LEE)

    second = story.opened("another matter", tags=("vip",))
    story.passes(minutes=31)
    assert story.told == [LEE]
    story.does(second, "resolve", by=LEE)

    story.comes(EVENING + timedelta(days=1))
    third = story.opened("a third thing", tags=("vip",))
    story.passes(minutes=31)
    assert sorted(story.told) == [LEE, MIA]
    story.does(third, "resolve", by=LEE)


def test_the_fault_is_told_though_somebody_has_the_case_before_the_mail_is_out(story: Story) -> None:
    ref = story.opened("at any hour", tags=("vip",))
    story.sleeps(minutes=31)
    story.app.deadlines.sweep()
    story.does(ref, "resolve", by=LEE)
    assert story.told == [MIA]
