"""Who is on call and who stands in, as the API says it and takes it."""

from datetime import timedelta
from typing import Any

import pytest

from escalator.core.access import Role
from tests.api.house import House, refusal
from tests.story import KIM, LEE, RAVI, SAM

NIGHT = "/v1/oncall/night/overrides"


def stand_in(house: House, begins: int = 1, ends: int = 3, person: str = RAVI) -> dict[str, Any]:
    """An override as it is sent, from and to in hours from now."""
    start, end = (house.story.clock.now + timedelta(hours=hours) for hours in (begins, ends))
    return {"person": person, "from": start.isoformat(), "to": end.isoformat()}


def test_who_is_on_call_now_and_next(house: House) -> None:
    assert house.sam.gets("/v1/oncall").json == {
        "at": "2026-11-16T08:00:00Z",
        "items": [
            {
                "schedule": "night",
                "zone": "Europe/Berlin",
                "person": KIM,
                "name": "Kim Vogel",
                "since": "2026-11-16T08:00:00Z",
                "until": "2026-11-23T08:00:00Z",
                "why": "in turn",
                "next_person": LEE,
                "next_at": "2026-11-23T08:00:00Z",
            }
        ],
    }


def test_who_is_on_call_at_a_moment_in_any_zone(house: House) -> None:
    answer = house.sam.gets("/v1/oncall?at=2026-11-23T09:00:00%2B01:00").json
    assert (answer["at"], answer["items"][0]["person"]) == ("2026-11-23T08:00:00Z", LEE)


@pytest.mark.parametrize("at", ["tomorrow", "2026-11-23T09:00:00", "9999-01-01T00:00:00Z", ""])
def test_a_moment_that_is_none_is_refused(house: House, at: str) -> None:
    answer = house.sam.gets(f"/v1/oncall?at={at}")
    assert (refusal(answer), list(answer.json["fields"])) == ((422, "invalid"), ["at"])


def test_an_override_is_made_listed_and_withdrawn(house: House) -> None:
    made = house.lee.posts(NIGHT, stand_in(house))
    assert (made.status_code, made.headers["Location"]) == (201, f"{NIGHT}/1")
    assert (made.json["person"], made.json["from"]) == (RAVI, "2026-11-16T09:00:00Z")
    assert house.sam.gets(NIGHT).json == {"items": [made.json]}
    assert house.sam.gets("/v1/oncall").json["items"][0]["next_person"] == RAVI
    assert house.lee.calls("DELETE", made.headers["Location"]).status_code == 200
    assert house.sam.gets(NIGHT).json == {"items": []}
    assert refusal(house.lee.calls("DELETE", made.headers["Location"])) == (404, "not_found")


def test_overrides_are_for_leads_and_admins(house: House) -> None:
    for caller in (house.sam, house.form, house.key(Role.READ), house.key(Role.OPS)):
        assert refusal(caller.posts(NIGHT, stand_in(house))) == (403, "forbidden")
        assert refusal(caller.calls("DELETE", f"{NIGHT}/1")) == (403, "forbidden")
    assert house.mia.posts(NIGHT, stand_in(house)).status_code == 201
    assert house.key(Role.READ).gets("/v1/oncall").status_code == 200


def test_an_override_that_cannot_be_is_refused_with_a_sentence(house: House) -> None:
    for begins, ends, sentence in ((3, 1, "ends before it begins"), (-3, -1, "lies in the past")):
        answer = house.lee.posts(NIGHT, stand_in(house, begins, ends))
        assert (refusal(answer), list(answer.json["fields"])) == ((422, "invalid"), ["to"])
        assert sentence in answer.json["detail"]
    assert refusal(house.lee.posts(NIGHT, stand_in(house, person="who@else.example"))) == (422, "invalid")
    assert refusal(house.lee.posts("/v1/oncall/day/overrides", stand_in(house))) == (404, "not_found")
    for strange in ("0", "x", "9" * 40, "²"):
        assert refusal(house.lee.calls("DELETE", f"{NIGHT}/{strange}")) == (404, "not_found")


def test_the_people_of_the_desk_are_listed_with_skills_shift_and_schedules(house: House) -> None:
    people = {person["email"]: person for person in house.sam.gets("/v1/agents").json["items"]}
    shown = {key: people[KIM][key] for key in ("skills", "on_shift", "on_call")}
    assert shown == {"skills": [], "on_shift": True, "on_call": ["night"]}
    assert people[SAM]["skills"] == ["billing"]
