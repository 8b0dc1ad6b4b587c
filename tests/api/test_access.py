"""Deny by default: who may do what, which tickets an agent sees, and how little a form is told."""

import pytest
from flask import Flask

from api import access
from escalator.core.access import Role
from tests.api.house import A_REQUEST, House, refusal
from tests.story import KIM, SAM


def test_an_outsider_neither_reads_nor_changes_a_ticket(house: House) -> None:
    ticket, kim = house.sam.opens(), house.kim
    path = f"/v1/tickets/{ticket['id']}"
    for answer in (
        kim.gets(path),
        kim.gets(f"{path}/timeline"),
        kim.gets(f"{path}/clocks"),
        kim.gets(f"{path}/explain"),
        kim.calls("PATCH", path, ticket["version"], json={"priority": "low"}),
        kim.calls("PATCH", path, ticket["version"] - 1, json={"priority": "low"}),
        kim.acts(ticket, "acknowledge"),
        kim.posts(f"{path}/messages", {"body": "let me"}),
    ):
        assert refusal(answer) == (403, "foreign_ticket")
    assert kim.gets("/v1/tickets").json["items"] == []


def test_a_ticket_that_was_put_on_ones_desk_is_no_longer_foreign(house: House) -> None:
    ticket = house.sam.opens()
    house.lee.acts(ticket, "assign", assignee=KIM)
    assert house.kim.gets(f"/v1/tickets/{ticket['id']}").status_code == 200


def test_a_form_is_given_a_receipt_and_nothing_more(house: House) -> None:
    answer = house.form.posts("/v1/tickets", A_REQUEST)
    assert (answer.status_code, set(answer.json)) == (201, {"id", "status", "created_at"})
    assert "ETag" not in answer.headers


def test_a_form_adds_what_the_customer_wrote_and_hears_nothing_of_the_desk(house: House) -> None:
    ticket = house.sam.opens()
    path = f"/v1/tickets/{ticket['id']}/messages"
    house.sam.posts(path, {"body": "between us", "visibility": "internal"})
    answer = house.form.posts(path, {"body": "Anybody there?", "author": "customer"})
    assert (answer.status_code, set(answer.json)) == (201, {"id", "at", "ticket"})
    assert "ETag" not in answer.headers
    assert refusal(house.form.posts(path, {"body": "I am Sam"})) == (403, "forbidden")


def test_a_form_cannot_read_anything(house: House) -> None:
    ticket = house.sam.opens()
    for path in ("", f"/{ticket['id']}", f"/{ticket['id']}/timeline", f"/{ticket['id']}/explain"):
        assert refusal(house.form.gets(f"/v1/tickets{path}")) == (403, "forbidden")
    for path in ("/v1/desk", "/v1/agents", "/v1/outbox"):
        assert refusal(house.form.gets(path)) == (403, "forbidden")


def test_who_may_not_is_told_so_before_their_body_is_looked_at(house: House) -> None:
    for method, path in (("PATCH", "/v1/tickets/T-1"), ("PUT", "/v1/desk"), ("POST", "/v1/desk/check")):
        assert refusal(house.form.calls(method, path, data=b"{", content_type="application/pdf")) == (
            403,
            "forbidden",
        )


def test_a_customer_writes_no_internal_notes(house: House) -> None:
    ticket = house.sam.opens()
    note = {"body": "psst", "author": "customer", "visibility": "internal"}
    answer = house.form.posts(f"/v1/tickets/{ticket['id']}/messages", note)
    assert (refusal(answer), list(answer.json["fields"])) == ((422, "invalid"), ["visibility"])


def test_operators_see_the_outbox_and_never_a_conversation(house: House) -> None:
    ops = house.key(Role.OPS)
    assert ops.gets("/v1/outbox").status_code == 200
    assert ops.gets("/v1/agents").status_code == 200
    assert refusal(ops.gets("/v1/tickets")) == (403, "forbidden")


def test_a_reader_reads_and_changes_nothing(house: House) -> None:
    reader, ticket = house.key(Role.READ), house.sam.opens()
    assert reader.gets(f"/v1/tickets/{ticket['id']}").status_code == 200
    assert refusal(reader.acts(ticket, "resolve")) == (403, "forbidden")
    assert refusal(reader.posts("/v1/tickets", A_REQUEST)) == (403, "forbidden")


def test_what_a_colleague_owns_is_not_taken_away(house: House) -> None:
    taken = house.sam.acts(house.sam.opens(), "acknowledge").json
    assert refusal(house.key(Role.AGENT, "noor@harbour.example").acts(taken, "acknowledge")) == (409, "illegal_move")
    assert refusal(house.sam.acts(taken, "acknowledge")) == (409, "illegal_move")
    assert house.lee.acts(taken, "acknowledge").json["owner"] != SAM


def test_a_route_without_a_rule_stops_the_start() -> None:
    web = Flask(__name__, static_folder=None)
    web.add_url_rule("/forgotten", view_func=lambda: "all there is")
    with pytest.raises(RuntimeError, match="/forgotten has no access rule"):
        access.guard(web)
