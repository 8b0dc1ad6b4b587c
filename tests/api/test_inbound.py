"""Mail handed in by HTTP, and what people do with mail that waits for their word."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from werkzeug.test import TestResponse

from escalator.core.access import Role
from tests.api.house import Caller, House, refusal
from tests.post import Mail, Post

MAIL = (
    b"From: Dana Fox <dana@city.example>\r\nTo: support@harbour.example\r\nSubject: A page under our name\r\n"
    b"Message-ID: <1@city.example>\r\nDate: Mon, 16 Nov 2026 09:00:00 +0100\r\n\r\nPlease remove it.\r\n"
)


def hands_in(caller: Caller, mail: bytes = MAIL, kind: str = "message/rfc822", **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return caller.calls("POST", "/v1/inbound/email", data=mail, content_type=kind, headers=named)


def test_a_mail_is_kept_and_known_when_it_comes_again(house: House) -> None:
    first = hands_in(
        house.form, X_Envelope_From="<>", X_Envelope_To="support@harbour.example, support+x@harbour.example"
    )
    assert (first.status_code, first.json) == (202, {"id": first.json["id"], "state": "waiting", "known": False})
    again = hands_in(house.form, MAIL.replace(b"\r\n", b"\n"), "application/octet-stream")
    assert again.json == first.json | {"known": True}

    [kept] = house.mia.gets("/v1/inbound").json["items"]
    assert (kept["door"], kept["state"], kept["mailbox"]) == ("http", "waiting", "support@harbour.example")
    assert kept["envelope_from"] == ""
    assert kept["envelope_to"] == ["support@harbour.example", "support+x@harbour.example"]


def test_the_envelope_may_hold_anything_and_is_kept_as_text(house: House) -> None:
    odd = "d\u00e4na\u0001@city.example".encode().decode("latin-1")
    assert hands_in(house.form, X_Envelope_From=odd).status_code == 202
    [kept] = house.mia.gets("/v1/inbound").json["items"]
    assert (kept["envelope_from"], kept["envelope_to"]) == ("däna?@city.example", [])


@pytest.mark.parametrize("role", [Role.AGENT, Role.LEAD, Role.READ, Role.OPS])
def test_only_doors_and_admins_hand_in_mail(door: House, role: Role) -> None:
    person = {Role.AGENT: "sam@harbour.example", Role.LEAD: "lee@harbour.example"}.get(role)
    assert refusal(hands_in(door.key(role, person))) == (403, "forbidden")
    assert refusal(hands_in(door.passer_by)) == (401, "unauthorized")


def test_what_is_no_mail_is_refused(door: House) -> None:
    assert refusal(hands_in(door.form, kind="text/plain")) == (415, "unsupported_media_type")
    assert refusal(hands_in(door.form, b" \r\n")) == (422, "invalid")


def test_a_mail_may_be_longer_than_other_requests_and_not_without_end(door: House) -> None:
    long = MAIL + b"x" * 2**21
    assert hands_in(door.form, long).status_code == 202
    refused = hands_in(door.form, MAIL + b"x" * 25_000_000)
    assert refusal(refused) == (413, "too_large")
    assert "25,000,000" in refused.json["detail"]
    elsewhere = door.form.calls(
        "POST", "/v1/tickets", data=b'"' + b"x" * 2**21 + b'"', content_type="application/json"
    )
    assert refusal(elsewhere) == (413, "too_large")
    assert "1,048,576" in elsewhere.json["detail"]


@contextmanager
def on_a_socket(house: House) -> Iterator[int]:
    """The API behind a real HTTP server; its port."""
    import threading

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with make_server("127.0.0.1", 0, house.web, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def test_a_body_that_ends_before_its_announced_length_is_not_kept(house: House) -> None:
    with on_a_socket(house) as port, socket.create_connection(("127.0.0.1", port), 10) as line:
        head = (
            f"POST /v1/inbound/email HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {house.form.key}\r\n"
            f"Content-Type: message/rfc822\r\nContent-Length: {len(MAIL) + 100}\r\n\r\n"
        )
        line.sendall(head.encode() + MAIL)
        line.shutdown(socket.SHUT_WR)
        assert b" 400 " in line.makefile("rb").readline()
    assert house.mia.gets("/v1/inbound").json["items"] == []


def test_nothing_is_read_of_a_body_that_says_it_is_too_large(house: House) -> None:
    with on_a_socket(house) as port:
        client = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        client.putrequest("POST", "/v1/inbound/email")
        for name, value in (
            ("Authorization", f"Bearer {house.form.key}"),
            ("Content-Type", "message/rfc822"),
            ("Content-Length", str(10**12)),
        ):
            client.putheader(name, value)
        client.endheaders()
        answer = client.getresponse()
        assert answer.status == 413
        client.close()


def test_a_mail_is_shown_as_text_and_downloaded_as_it_came(house: House) -> None:
    id_ = hands_in(house.form).json["id"]
    shown = house.lee.gets(f"/v1/inbound/{id_}").json
    assert shown["mail"]["id"] == id_
    assert shown["read"]["text"].strip() == "Please remove it."
    assert shown["read"]["sender"] == {"address": "dana@city.example", "name": "Dana Fox"}

    raw = house.lee.gets(f"/v1/inbound/{id_}/raw")
    assert (raw.data, raw.mimetype) == (MAIL, "message/rfc822")
    assert raw.headers["Content-Disposition"] == f'attachment; filename="mail-{id_}.eml"'
    assert raw.headers["X-Content-Type-Options"] == "nosniff"


def test_a_mail_that_is_not_there_or_not_theirs_is_not_found(house: House) -> None:
    id_ = hands_in(house.form).json["id"]
    for path in ("/v1/inbound/999", "/v1/inbound/x", f"/v1/inbound/{'9' * 40}"):
        assert refusal(house.lee.gets(path)) == (404, "not_found")
    assert refusal(house.sam.gets(f"/v1/inbound/{id_}")) == (404, "not_found")
    assert house.sam.gets("/v1/inbound").json["items"] == []
    assert refusal(house.key(Role.OPS).gets("/v1/inbound")) == (403, "forbidden")


def test_pages_of_mails_follow_each_other(house: House) -> None:
    ids = [hands_in(house.form, MAIL.replace(b"<1@", b"<%d@" % number)).json["id"] for number in range(3)]
    page = house.lee.gets("/v1/inbound?limit=2&state=waiting,held").json
    assert [kept["id"] for kept in page["items"]] == ids[:0:-1]
    rest = house.lee.gets(page["next"]).json
    assert ([kept["id"] for kept in rest["items"]], rest["next"]) == (ids[:1], None)
    assert rest["counts"] == {"waiting": 3}
    assert house.lee.gets("/v1/inbound?state=held&kind=human").json["items"] == []
    assert refusal(house.lee.gets("/v1/inbound?state=lost")) == (422, "invalid")


def test_an_agent_finds_their_mails_behind_those_of_others(house: House) -> None:
    house.quarantines(1)
    ref = house.lee.posts("/v1/inbound/1/release", {}).json["ticket"]
    assert house.sam.gets(f"/v1/tickets/{ref}").status_code == 200
    for number in range(2, 5):
        house.quarantines(number)
    found = house.sam.gets("/v1/inbound?limit=1").json
    assert ([kept["id"] for kept in found["items"]], found["next"]) == ([1], None)
    assert house.story.told == ["dana@city.example"]


def test_an_agent_counts_the_mails_that_they_see_and_a_lead_all(house: House) -> None:
    house.quarantines(1)
    house.lee.posts("/v1/inbound/1/release", {})
    house.quarantines(2)
    assert house.sam.gets("/v1/inbound").json["counts"] == {"settled": 1}
    assert house.lee.gets("/v1/inbound").json["counts"] == {"settled": 1, "quarantined": 1}
    assert house.story.told == ["dana@city.example"]


def test_quarantine_is_let_in_as_a_ticket_or_discarded(house: House) -> None:
    first = house.quarantines()
    assert refusal(house.sam.posts(f"/v1/inbound/{first}/release", {})) == (404, "not_found")
    assert house.lee.gets(f"/v1/inbound/{first}").json["mail"]["state"] == "quarantined"
    let_in = house.lee.posts(f"/v1/inbound/{first}/release", {}).json
    assert (let_in["state"], let_in["settled_by"]) == ("settled", "lee@harbour.example")
    assert house.lee.gets(f"/v1/tickets/{let_in['ticket']}").json["subject"] == "many"
    assert refusal(house.lee.posts(f"/v1/inbound/{first}/discard", {"why": "no"})) == (409, "illegal_move")
    assert refusal(house.lee.posts(f"/v1/inbound/{first}/release", {"ticket": "X"}))[0] in (404, 409)


def test_what_is_discarded_stays_and_nothing_follows(house: House) -> None:
    id_ = house.quarantines()
    thrown = house.lee.posts(f"/v1/inbound/{id_}/discard", {"why": "an advertisement"}).json
    assert (thrown["state"], thrown["reason"], thrown["ticket"]) == ("discarded", "an advertisement", None)
    assert house.lee.gets("/v1/tickets").json["items"] == []
    assert refusal(house.lee.posts(f"/v1/inbound/{id_}/discard", {})) == (422, "invalid")


def test_files_of_a_mail_are_listed_and_come_back_as_downloads(house: House) -> None:
    page = b"<script>alert(1)</script>"
    Post(house.story).brings(Mail(files=[('../r\u00e4ch"nung.html', "text/html", page)]))
    [attached] = house.mia.gets("/v1/tickets/T-1/attachments").json["items"]
    assert (attached["mail"], attached["type"], attached["size"]) == (1, "text/html", len(page))
    assert "/" not in attached["name"]
    came = house.mia.gets(f"/v1/tickets/T-1/attachments/{attached['id']}")
    assert came.data == page
    assert came.headers["Content-Type"] == "application/octet-stream"
    assert came.headers["Content-Disposition"].startswith("attachment; ")
    assert came.headers["X-Content-Type-Options"] == "nosniff"
    assert refusal(house.mia.gets("/v1/tickets/T-1/attachments/2")) == (404, "not_found")
    assert house.mia.gets("/v1/tickets/T-1/timeline").json["items"][0]["message"]["mail"] == 1
    assert house.story.told == ["dana@city.example"]
