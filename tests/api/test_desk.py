"""The desk, its people and the outbox over HTTP."""

from io import BytesIO

import pytest

from tests.api.house import House, refusal
from tests.story import EXAMPLE_DESK, LEE, SAM

EXAMPLE = EXAMPLE_DESK.read_text(encoding="utf-8")
BROKEN = EXAMPLE.replace("last_resort: mia@harbour.example", "last_resort: nobody@harbour.example")


def test_the_desk_in_use_can_be_read(house: House) -> None:
    assert house.sam.gets("/v1/desk").json == {"version": 1, "document": EXAMPLE}


def test_an_admin_puts_a_new_version_into_use_as_yaml_or_in_json(house: House) -> None:
    renamed = EXAMPLE.replace("Harbour Support", "Harbour Help")
    as_yaml = house.mia.calls("PUT", "/v1/desk", data=renamed.encode(), content_type="application/yaml")
    assert (as_yaml.status_code, as_yaml.json["version"]) == (200, 2)
    in_json = house.mia.calls("PUT", "/v1/desk", json={"document": EXAMPLE})
    assert (in_json.status_code, in_json.json["version"]) == (200, 3)
    assert house.mia.gets("/v1/desk").json["document"] == EXAMPLE


def test_a_broken_desk_is_refused_with_line_and_remedy_and_the_old_one_stays(house: House) -> None:
    answer = house.mia.calls("PUT", "/v1/desk", json={"document": BROKEN})
    assert refusal(answer) == (422, "invalid_desk")
    (sentence,) = answer.json["fields"]["escalation.last_resort"]
    assert sentence.startswith("error: line ")
    assert house.mia.gets("/v1/desk").json["version"] == 1


def test_a_desk_can_be_checked_without_using_it(house: House) -> None:
    fine = house.sam.posts("/v1/desk/check", {"document": EXAMPLE})
    assert (fine.status_code, fine.json) == (200, {"ok": True, "problems": []})
    broken = house.sam.calls("POST", "/v1/desk/check", data=BROKEN.encode(), content_type="text/plain")
    assert broken.json["ok"] is False
    assert set(broken.json["problems"][0]) == {"path", "line", "message", "remedy", "severity"}


def test_only_admins_change_the_desk(house: House) -> None:
    assert refusal(house.lee.calls("PUT", "/v1/desk", json={"document": EXAMPLE})) == (403, "forbidden")


def test_a_desk_that_is_no_text_is_malformed_and_one_of_another_kind_is_refused(house: House) -> None:
    sent = house.mia.calls("PUT", "/v1/desk", data=b"\xff\xfe", content_type="application/yaml")
    assert refusal(sent) == (400, "malformed")
    sent = house.mia.calls("PUT", "/v1/desk", data=b"%PDF", content_type="application/pdf")
    assert refusal(sent) == (415, "unsupported_media_type")


@pytest.mark.parametrize(
    ("announced", "sent", "answered"),
    [
        ({"CONTENT_LENGTH": "99999"}, EXAMPLE, (400, "malformed")),
        ({}, EXAMPLE + "#" * 2**20, (413, "too_large")),
    ],
)
def test_a_desk_that_did_not_arrive_whole_is_not_used(
    house: House, announced: dict[str, str], sent: str, answered: tuple[int, str]
) -> None:
    # Behind gunicorn the stream just ends: when the caller hangs up, and in a chunked body after the most bytes.
    behind_gunicorn = {"wsgi.input": BytesIO(sent.encode()), "wsgi.input_terminated": True, **announced}
    answer = house.mia.calls("PUT", "/v1/desk", content_type="application/yaml", environ_overrides=behind_gunicorn)
    assert refusal(answer) == answered
    assert house.mia.gets("/v1/desk").json["version"] == 1


def test_an_agent_says_for_themselves_that_they_are_away(house: House) -> None:
    away = house.sam.calls("PUT", f"/v1/agents/{SAM}/away", json={"until": "2026-11-18T08:00:00Z"})
    assert (away.status_code, away.json["away_until"]) == (200, "2026-11-18T08:00:00Z")
    people = {person["email"]: person for person in house.lee.gets("/v1/agents").json["items"]}
    assert people[SAM]["away_until"] == "2026-11-18T08:00:00Z"
    assert (people[LEE]["leads"], people[LEE]["reachable"]) == (["first-line"], True)
    back = house.sam.calls("PUT", f"/v1/agents/{SAM}/away", json={"until": None})
    assert back.json["away_until"] is None


def test_being_away_is_said_by_oneself_or_a_lead_about_people_of_the_desk_and_the_future(house: House) -> None:
    tomorrow, yesterday = {"until": "2026-11-17T08:00:00Z"}, {"until": "2026-11-15T08:00:00Z"}
    assert refusal(house.sam.calls("PUT", f"/v1/agents/{LEE}/away", json=tomorrow)) == (403, "forbidden")
    assert house.lee.calls("PUT", f"/v1/agents/{SAM}/away", json=tomorrow).status_code == 200
    assert refusal(house.lee.calls("PUT", "/v1/agents/x@y.example/away", json=tomorrow)) == (404, "not_found")
    late = house.lee.calls("PUT", f"/v1/agents/{SAM}/away", json=yesterday)
    assert (refusal(late), list(late.json["fields"])) == ((422, "invalid"), ["until"])


def test_the_outbox_shows_letters_from_the_outside_only(house: House) -> None:
    ticket = house.sam.opens(body="the customer's own words")
    house.story.passes(hours=4, minutes=1)
    assert house.story.told == [LEE, LEE, SAM]
    answer = house.mia.gets("/v1/outbox?limit=2")
    first, second = answer.json["items"]
    assert (first["recipient"], first["state"], first["ticket"]) == (SAM, "sent", ticket["id"])
    assert answer.json["counts"] == {"sent": 3}
    assert answer.json["held_because"] is None
    assert answer.json["next"] == f"/v1/outbox?limit=2&before={second['id']}"
    assert len(house.mia.gets(answer.json["next"]).json["items"]) == 1
    for hidden in ("payload", "/take/", "A page under our name"):
        assert hidden not in answer.text
