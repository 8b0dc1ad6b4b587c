"""What the documentation shows is what the example desk does: its case is played, and looks like that."""

import json
import re
from datetime import datetime
from typing import Any

import pytest

from api import examples
from tests.api.house import House
from tests.story import BLINK, LEE


@pytest.fixture
def ref(house: House) -> str:
    """The ticket of the documentation, two hours after Dana wrote."""
    house.story.clock.now = datetime.fromisoformat(examples.TICKET["created_at"])
    opened = house.form.posts("/v1/tickets", examples.NEW_TICKET).json
    house.story.passes(hours=2)
    house.story.comes(house.story.clock.now + BLINK * 2)
    assert house.story.told == [LEE]
    found: str = opened["id"]
    return found


def test_the_ticket_its_clocks_and_its_ladder_are_as_shown(house: House, ref: str) -> None:
    seen = _seen(house, f"/v1/tickets/{ref}", ref)
    assert seen | {"version": 0} == examples.TICKET | {"version": 0}
    assert _seen(house, f"/v1/tickets/{ref}/clocks", ref) == examples.CLOCKS


def test_the_explanation_is_as_shown(house: House, ref: str) -> None:
    assert _seen(house, f"/v1/tickets/{ref}/explain", ref) == examples.EXPLANATION


def test_the_timeline_begins_as_shown(house: House, ref: str) -> None:
    (begun,) = _seen(house, f"/v1/tickets/{ref}/timeline?limit=1", ref)["items"]
    (shown,) = examples.TIMELINE["items"]
    assert begun | {"cause": ""} == shown | {"cause": ""}


def _seen(house: House, path: str, ref: str) -> Any:
    """What the API says, with the name that the ticket has in the documentation and times in whole seconds."""
    text = house.mia.gets(path).text.replace(f'"{ref}', f'"{examples.TICKET["id"]}')
    return json.loads(re.sub(r"\.\d+Z", "Z", text))
