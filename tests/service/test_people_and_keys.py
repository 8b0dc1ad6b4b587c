"""People who are away, and keys that open, expire and end."""

from datetime import timedelta

import pytest

from escalator.core.access import Role
from escalator.core.errors import Forbidden, Invalid, NotFound, Unauthorized
from tests.story import LEE, NOOR, SAM, Story, principal


def test_who_is_away_is_not_asked_until_they_are_back(story: Story) -> None:
    story.app.people.set_away(principal(SAM), SAM, story.clock.now + timedelta(hours=6))
    first = story.opened("a question")
    story.passes(hours=4, minutes=1)
    assert story.told == [LEE, LEE, NOOR]
    assert ["sam@harbour.example", "is away"] in story.facts(first, "step_asked")[-1]["verdicts"]
    story.app.people.set_away(principal(SAM), SAM, None)
    assert story.app.people.listing(principal(LEE))[0].away_until is None


def test_an_agent_says_so_for_themselves_and_a_lead_for_others(story: Story) -> None:
    with pytest.raises(Forbidden):
        story.app.people.set_away(principal(SAM), NOOR, None)
    with pytest.raises(NotFound):
        story.app.people.set_away(principal(LEE), "who@else.example", None)
    with pytest.raises(Invalid):
        story.app.people.set_away(principal(LEE), NOOR, story.clock.now)


def test_a_key_opens_for_its_role_and_person(story: Story) -> None:
    key = story.app.keys.create(Role.AGENT, SAM)
    caller = story.app.keys.authenticate(key)
    assert (caller.role, caller.agent) == (Role.AGENT, SAM)
    assert key not in str(story.app.keys.listing())


def test_unknown_revoked_and_expired_keys_open_nothing(story: Story) -> None:
    revoked, short = story.app.keys.create(Role.OPS), story.app.keys.create(Role.OPS, lifetime=timedelta(days=1))
    story.app.keys.revoke(revoked[:10])
    story.sleeps(days=1)
    for key in (None, "", "esc_guess", "Basic x", revoked, short):
        with pytest.raises(Unauthorized):
            story.app.keys.authenticate(key)


def test_a_key_of_an_agent_names_somebody_of_the_desk(story: Story) -> None:
    with pytest.raises(Invalid, match="name one with --agent"):
        story.app.keys.create(Role.AGENT)
    with pytest.raises(Invalid, match="not an agent of the desk"):
        story.app.keys.create(Role.AGENT, "who@else.example")


def test_a_key_or_link_of_somebody_who_left_the_desk_opens_nothing(story: Story) -> None:
    key = story.app.keys.create(Role.LEAD, NOOR)
    document = story.app.desk.current(principal(LEE))[1]
    story.applies(document.replace("noor@harbour.example", "nia@harbour.example"))
    with pytest.raises(Unauthorized, match="not at the desk; make another with `escalator key create --role lead"):
        story.app.keys.authenticate(key)
