"""The fixed cast at their keyboards: everybody calls the API with a key of their own."""

from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from api.app import create_app
from escalator.core.access import Role
from tests.story import KIM, LEE, MIA, SAM, Story

A_REQUEST: dict[str, Any] = {
    "subject": "A page under our name",
    "body": "An ex-employee opened it. Please remove it.",
    "requester": {"email": "dana@city.example", "name": "Dana Fox"},
}


@dataclass(slots=True)
class Caller:
    """Somebody with a key, or without one."""

    web: Flask
    key: str | None = None

    def calls(self, method: str, path: str, version: int | str | None = None, **request: Any) -> TestResponse:
        """`version` goes into If-Match: a number as an ETag, a text as it is."""
        headers = dict(request.pop("headers", {}))
        if self.key is not None:
            headers["Authorization"] = f"Bearer {self.key}"
        if version is not None:
            headers["If-Match"] = f'"{version}"' if isinstance(version, int) else version
        return self.web.test_client().open(path, method=method, headers=headers, **request)

    def gets(self, path: str, **request: Any) -> TestResponse:
        return self.calls("GET", path, **request)

    def posts(self, path: str, body: object = None, **request: Any) -> TestResponse:
        return self.calls("POST", path, json=body, **request)

    def opens(self, **details: Any) -> dict[str, Any]:
        """A new ticket, as the answer shows it."""
        answer = self.posts("/v1/tickets", A_REQUEST | details)
        assert answer.status_code == 201, answer.text
        opened: dict[str, Any] = answer.json
        return opened

    def acts(self, ticket: dict[str, Any], action: str, **options: Any) -> TestResponse:
        """Does something to the ticket as it was last seen."""
        body = {"action": action, **options}
        return self.posts(f"/v1/tickets/{ticket['id']}/actions", body, version=ticket["version"])


# More parts than are read, so that it is for a person to say what becomes of it.
HOPELESS_MAIL = (
    b"From: dana@city.example\r\nSubject: many\r\nMessage-ID: <%d@city.example>\r\n"
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\npart\r\n" * 300 + b"--x--\r\n"
)

MAIL_WITH_FILE = (
    b"From: dana@city.example\r\nTo: support@harbour.example\r\nSubject: with a file\r\n"
    b"Message-ID: <file@city.example>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\n\r\nSee below.\r\n--x\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nthe file\r\n--x--\r\n"
)


@dataclass(slots=True)
class House:
    """The API on a real database. Kim is no lead here: to the first line's tickets she is an outsider."""

    story: Story
    web: Flask = field(init=False)

    def __post_init__(self) -> None:
        self.web = create_app(self.story.app)

    def key(self, role: Role, person: str | None = None) -> Caller:
        return Caller(self.web, self.story.app.keys.create(role, person))

    @property
    def sam(self) -> Caller:
        return self.key(Role.AGENT, SAM)

    @property
    def lee(self) -> Caller:
        return self.key(Role.LEAD, LEE)

    @property
    def kim(self) -> Caller:
        return self.key(Role.AGENT, KIM)

    @property
    def mia(self) -> Caller:
        return self.key(Role.ADMIN, MIA)

    @property
    def form(self) -> Caller:
        return self.key(Role.INGEST)

    def quarantines(self, number: int = 1) -> int:
        """A mail that waits for a person's word; the same `number` gives the same mail."""
        mail = HOPELESS_MAIL % number
        answer = self.form.calls("POST", "/v1/inbound/email", data=mail, content_type="message/rfc822")
        while self.story.app.incoming.work().tried:
            pass
        id_: int = answer.json["id"]
        return id_

    def gets_a_file(self) -> tuple[str, int]:
        """A ticket that came as a mail with a file, and the file's number."""
        self.form.calls("POST", "/v1/inbound/email", data=MAIL_WITH_FILE, content_type="message/rfc822")
        while self.story.app.incoming.work().tried:
            pass
        ref: str = self.mia.gets("/v1/tickets").json["items"][0]["id"]
        [attached] = self.mia.gets(f"/v1/tickets/{ref}/attachments").json["items"]
        return ref, attached["id"]

    @property
    def passer_by(self) -> Caller:
        return Caller(self.web)


def refusal(answer: TestResponse) -> tuple[int, str]:
    """The status and the code of a problem, after looking whether it is a proper one."""
    assert answer.content_type == "application/problem+json", answer.text
    problem = answer.json
    assert problem["status"] == answer.status_code
    assert problem["type"] == "about:blank"
    assert problem["title"]
    assert problem["detail"]
    assert problem["request_id"] == answer.headers["X-Request-ID"]
    return answer.status_code, problem["code"]
