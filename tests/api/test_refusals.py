"""Each kind of mistake has an answer of its own, which says what to do."""

import re
from typing import Any

import pytest

from api.schemas.tickets import ActionSchema
from escalator.service.actions import ACTIONS
from tests.api.house import A_REQUEST, Caller, House, refusal


def test_no_key_a_foreign_key_and_a_revoked_key_are_asked_for_a_key(house: House) -> None:
    sam = house.sam
    assert sam.key is not None
    house.story.app.keys.revoke(sam.key[:10])
    for caller in (house.passer_by, Caller(house.web, "esc_nonsense"), Caller(house.web, "nonsense"), sam):
        answer = caller.gets("/v1/tickets")
        assert refusal(answer) == (401, "unauthorized")
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="escalator"'


def test_who_has_no_key_learns_nothing_of_the_body_they_sent(door: House) -> None:
    assert refusal(door.passer_by.calls("POST", "/v1/tickets", data=b"{")) == (401, "unauthorized")


def test_what_is_wrong_with_a_body_is_said_field_by_field(door: House) -> None:
    body = {
        "subject": " ",
        "requester": {"email": "dana", "age": 7},
        "priority": "highest",
        "tags": ["ok", "", 4],
        "colour": "red",
    }
    answer = door.sam.posts("/v1/tickets", body)
    assert refusal(answer) == (422, "invalid")
    assert answer.json["fields"] == {
        "subject": ["must have 1 to 300 characters"],
        "body": ["is missing"],
        "requester.email": ["must be an e-mail address like dana@city.example"],
        "requester.age": ["is not known here"],
        "priority": ["must be one of low, normal, high, urgent"],
        "tags[1]": ["must have 1 to 50 characters"],
        "tags[2]": ["must be text"],
        "colour": ["is not known here"],
    }


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"subject": "x" * 301}, "subject"),
        ({"subject": None}, "subject"),
        ({"subject": "two\nlines"}, "subject"),
        ({"subject": "line\u2028separator"}, "subject"),
        ({"body": "x" * 100_001}, "body"),
        ({"body": " \n "}, "body"),
        ({"body": "a NUL \0 inside"}, "body"),
        ({"body": "half a pair \ud800"}, "body"),
        ({"tags": ["x"] * 51}, "tags"),
        ({"tags": ["x" * 51]}, "tags[0]"),
        ({"tags": "pages"}, "tags"),
        ({"requester": "dana@city.example"}, "requester"),
        ({"requester": {}}, "requester.email"),
        ({"requester": {"email": "dana@city.example\r\nBcc: all@city.example"}}, "requester.email"),
        ({"requester": {"email": f"{'d' * 250}@city.example"}}, "requester.email"),
        ({"requester": {"email": "dana@city.example", "name": "D\0"}}, "requester.name"),
        ({"requester": {"email": "dana@city.example", "timezone": "Mars/Olympus"}}, "requester.timezone"),
        ({"requester": {"email": "dana@city.example", "language": "../en"}}, "requester.language"),
        ({"requester": {"email": "dana@city.example", "phone": "hello"}}, "requester.phone"),
        ({"requester": {"email": "dana@city.example", "phone": "+1 5"}}, "requester.phone"),
        ({"requester": {"email": "dana@city.example", "phone": "+1 555 0100\nBcc: x"}}, "requester.phone"),
        ({"channel": "Carrier Pigeon"}, "channel"),
        ({"priority": ["urgent"]}, "priority"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(door: House, change: dict[str, Any], field: str) -> None:
    answer = door.sam.posts("/v1/tickets", A_REQUEST | change)
    assert refusal(answer) == (422, "invalid")
    assert list(answer.json["fields"]) == [field]


def test_the_longest_that_fits_is_taken(house: House) -> None:
    ticket = house.sam.opens(subject="ü" * 300, body="🦊" * 80_000, tags=["t" * 50] * 50)
    assert len(ticket["subject"]) == 300


@pytest.mark.parametrize("body", ["[]", '"text"', "7", "null", "", "[[[[[]]]]]"])
def test_a_body_that_is_no_object_is_refused(door: House, body: str) -> None:
    answer = door.sam.calls("POST", "/v1/tickets", data=body, content_type="application/json")
    assert refusal(answer) == (422, "invalid")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b'{"subject": NaN}',
        b"\xff\xfe{}",
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b"1" * 10_000,
        b'{"limit": ' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_no_json_is_called_malformed(door: House, body: bytes) -> None:
    answer = door.sam.calls("POST", "/v1/tickets", data=body, content_type="application/json")
    assert refusal(answer) == (400, "malformed")


def test_a_body_of_another_kind_is_told_which_kind_is_taken(door: House) -> None:
    answer = door.sam.calls("POST", "/v1/tickets", data=b"subject=help", content_type="text/plain")
    assert refusal(answer) == (415, "unsupported_media_type")
    assert "application/json" in answer.json["detail"]


def test_a_body_that_is_too_large_is_not_read(door: House) -> None:
    answer = door.sam.calls("POST", "/v1/tickets", data=b" " * (2**20 + 1), content_type="application/json")
    assert refusal(answer) == (413, "too_large")


def test_a_caller_who_hangs_up_in_the_middle_changes_nothing(door: House) -> None:
    said = b'{"subject": "A page'
    headers = {"Content-Length": "5000"}
    answer = door.sam.calls("POST", "/v1/tickets", data=said, headers=headers, content_type="application/json")
    assert refusal(answer) == (400, "malformed")


def test_an_address_that_is_not_there_is_not_found(door: House) -> None:
    assert refusal(door.sam.gets("/v1/nothing")) == (404, "not_found")


@pytest.mark.parametrize("ref", ["T-999", "T-0", "T-01", "999", "T-" + "9" * 40, "T-1%00", "T-%D9%A1"])
def test_a_ticket_that_is_not_there_is_not_found(house: House, ref: str) -> None:
    assert refusal(house.sam.gets(f"/v1/tickets/{ref}")) == (404, "not_found")


def test_a_method_that_an_address_does_not_take_is_told_which_it_takes(door: House) -> None:
    answer = door.sam.calls("DELETE", "/v1/tickets/T-1")
    assert refusal(answer) == (405, "method_not_allowed")
    assert {"GET", "PATCH"} <= set(answer.headers["Allow"].split(", "))


def test_what_the_status_does_not_allow_says_what_it_allows(house: House) -> None:
    ticket = house.sam.opens()
    answer = house.sam.acts(ticket, "close")
    assert refusal(answer) == (409, "illegal_move")
    assert "it can: begin, ask, hold" in answer.json["detail"]


def test_an_action_that_is_not_known_is_told_the_known_ones(house: House) -> None:
    ticket = house.sam.opens()
    answer = house.sam.acts(ticket, "explode")
    assert refusal(answer) == (422, "invalid")
    assert {"acknowledge", "merge"} < set(re.findall(r"\w+", answer.json["fields"]["action"][0]))


def test_every_option_of_an_action_is_in_the_shape_of_a_request() -> None:
    options = {option for action in ACTIONS.values() for option in action.options}
    assert set(ActionSchema().fields) == options | {"action"}


@pytest.mark.parametrize(("action", "option"), [("merge", "into"), ("snooze", "until")])
def test_what_an_action_cannot_do_without_is_asked_for(house: House, action: str, option: str) -> None:
    answer = house.sam.acts(house.sam.opens(), action)
    assert refusal(answer) == (422, "invalid")
    assert answer.json["fields"] == {option: [f"is missing: {action} needs it"]}


@pytest.mark.parametrize("until", ["2026-11-16T08:00:00Z", "2028-01-01T08:00:00Z"])
def test_a_time_to_which_nothing_is_snoozed_names_the_field(house: House, until: str) -> None:
    answer = house.sam.acts(house.sam.opens(), "snooze", until=until)
    assert (refusal(answer), list(answer.json["fields"])) == ((422, "invalid"), ["until"])


def test_cases_of_two_customers_stay_two_cases(house: House) -> None:
    theirs = house.sam.opens(requester={"email": "bob@city.example"})
    answer = house.sam.acts(house.sam.opens(), "merge", into=theirs["id"])
    assert refusal(answer) == (409, "illegal_move")
    assert "of different customers" in answer.json["detail"]


def test_whom_to_assign_to_goes_with_assign_only(house: House) -> None:
    ticket = house.sam.opens()
    answer = house.sam.acts(ticket, "resolve", assignee="lee@harbour.example")
    assert (refusal(answer), list(answer.json["fields"])) == ((422, "invalid"), ["assignee"])


def test_assigning_to_a_stranger_names_the_field(house: House) -> None:
    ticket = house.sam.opens()
    answer = house.sam.acts(ticket, "assign", assignee="nobody@harbour.example")
    assert (refusal(answer), list(answer.json["fields"])) == ((422, "invalid"), ["assignee"])


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=101",
        "limit=many",
        "limit=" + "9" * 5000,
        "before=1042",
        "breaching_before=tomorrow",
        "breaching_before=2026-11-20T14:00:00",
        "breaching_before=0001-01-01T00:00:00%2B14:00",
        "status=lost",
        "q=%00",
        "q=",
        "colour=red",
    ],
)
def test_a_query_that_makes_no_sense_is_refused_with_its_name(door: House, query: str) -> None:
    answer = door.sam.gets(f"/v1/tickets?{query}")
    assert refusal(answer) == (422, "invalid")
    assert list(answer.json["fields"]) == [query.partition("=")[0]]


@pytest.mark.parametrize("after", ["-1", "2147483648"])
def test_numbers_that_the_database_cannot_take_are_refused(door: House, after: str) -> None:
    assert refusal(door.sam.gets(f"/v1/tickets/T-1/timeline?after={after}")) == (422, "invalid")


def test_what_nobody_foresaw_is_answered_with_an_id_and_nothing_else(
    door: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("the row says: dana's secret")

    monkeypatch.setattr(type(door.story.app.tickets), "get", fail)
    answer = door.sam.gets("/v1/tickets/T-1")
    assert refusal(answer) == (500, "internal")
    assert set(answer.json) == {"type", "title", "status", "code", "detail", "request_id"}
    assert "secret" not in answer.text
    logged = "".join(capsys.readouterr())
    assert answer.json["request_id"] in logged
    assert "secret" not in logged


def test_a_request_keeps_a_sane_id_and_loses_another(door: House) -> None:
    kept = door.passer_by.gets("/healthz", headers={"X-Request-ID": "trace-7.a_b"})
    assert kept.headers["X-Request-ID"] == "trace-7.a_b"
    lost = door.passer_by.gets("/healthz", headers={"X-Request-ID": "x" * 65})
    assert lost.headers["X-Request-ID"] != "x" * 65


def test_neither_keys_nor_bodies_nor_links_are_logged(door: House, capsys: pytest.CaptureFixture[str]) -> None:
    sam = door.sam
    sam.opens(body="the customer's own words")
    door.passer_by.gets("/take/a-secret-token")
    logged = "".join(capsys.readouterr())
    assert "/take/<token>" in logged
    for secret in (str(sam.key), "own words", "dana@city.example", "a-secret-token"):
        assert secret not in logged
