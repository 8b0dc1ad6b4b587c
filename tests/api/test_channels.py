"""Channels at the API: the test button, and addresses that only admins read."""

from tests.api.house import House
from tests.service.test_channels import LEES, SECRET, desk
from tests.story import LEE, SAM


def test_a_person_tests_their_own_channels_and_a_lead_those_of_others(house: House) -> None:
    answer = house.sam.posts(f"/v1/agents/{SAM}/test")
    assert (answer.status_code, answer.json) == (
        200,
        {"items": [{"channel": "mail", "reached": True, "said": "it was taken (250)"}]},
    )
    assert house.sam.posts(f"/v1/agents/{LEE}/test").status_code == 403
    assert house.lee.posts(f"/v1/agents/{LEE}/test").status_code == 200
    assert house.story.told == [SAM, LEE]


def test_twice_within_a_minute_is_too_often(house: House) -> None:
    assert house.sam.posts(f"/v1/agents/{SAM}/test").status_code == 200
    refused = house.lee.posts(f"/v1/agents/{SAM}/test")
    assert (refused.status_code, refused.json["code"]) == (429, "too_often")
    house.story.passes(minutes=1)
    assert house.lee.posts(f"/v1/agents/{SAM}/test").status_code == 200
    assert house.story.told == [SAM, SAM]


def test_nobody_but_an_admin_reads_an_address(house: House) -> None:
    house.story.applies(desk({LEE: LEES}))
    house.sam.opens()
    house.story.passes(hours=4, minutes=16)
    assert house.story.told
    assert SECRET in house.mia.gets("/v1/desk").text
    for path in ("/v1/desk", "/v1/agents"):
        assert SECRET not in house.sam.gets(path).text
    letters = house.mia.gets("/v1/outbox").json["items"]
    assert {(letter["channel"], letter["recipient"]) for letter in letters} >= {("webhook", LEE), ("apprise", LEE)}
    assert SECRET not in str(letters)
    lee = next(person for person in house.sam.gets("/v1/agents").json["items"] if person["email"] == LEE)
    assert lee["channels"] == ["mail", "apprise", "webhook"]
