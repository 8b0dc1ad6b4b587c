"""Mail that comes in by HTTP, and the mails that wait for a person's word."""

from typing import Any

from flask import Response, request

from escalator.core.access import Act
from escalator.core.errors import NotFound
from escalator.core.mail.limits import MAIL

from . import mail_examples as examples
from .access import caller, services
from .paging import page
from .reading import body, require_kind
from .routes import Routes
from .schemas.inbound import (
    DiscardSchema,
    KeptMailSchema,
    MailPageSchema,
    MailsSchema,
    ReceiptSchema,
    ReleaseSchema,
    ShownMailSchema,
)

routes = Routes("inbound", "Mail that comes in, and what could not be read or is held for somebody.")

_KINDS = ("message/rfc822", "application/octet-stream")
_MAIL = {
    "required": True,
    "content": {"message/rfc822": {"schema": {"type": "string", "format": "binary"}, "example": examples.MAIL}},
}
_ENVELOPE_FROM, _ENVELOPE_TO = "X-Envelope-From", "X-Envelope-To"
# As headers, because addresses in a query end up in the logs of every proxy on the way.
_ENVELOPE = (
    {
        "name": _ENVELOPE_FROM,
        "in": "header",
        "description": "The envelope's sender, if you know it; `<>` is a mail that nobody may answer.",
        "schema": {"type": "string"},
        "example": "dana@city.example",
    },
    {
        "name": _ENVELOPE_TO,
        "in": "header",
        "description": "The envelope's recipients, with commas between them.",
        "schema": {"type": "string"},
        "example": "support@harbour.example",
    },
)


@routes.route(
    "POST",
    "/v1/inbound/email",
    needs=Act.MAIL_RECEIVE,
    answers=ReceiptSchema,
    example=examples.RECEIPT,
    status=202,
    reads=_MAIL,
    hears=_ENVELOPE,
    refuses={400, 413, 415, 422},
)
def receive_mail() -> Any:
    """Hand in a mail as it came, up to 25 MB.

    It is durable when this answers, and read within seconds. Whoever gets no answer sends it again: the same mail is
    kept once. A mail that cannot be read is kept all the same, and shown to people.
    """
    require_kind(*_KINDS)
    receipt = services().receiving.accept(
        caller(), body(MAIL), "http", _heard(_ENVELOPE_FROM), tuple((_heard(_ENVELOPE_TO) or "").split(","))
    )
    return {"id": receipt.id, "state": "waiting", "known": not receipt.is_new}


@routes.route(
    "GET", "/v1/inbound", needs=Act.MAIL_DECIDE, asks=MailPageSchema, answers=MailsSchema, example=examples.MAILS
)
def list_mails(asked: dict[str, Any]) -> Any:
    """List mails that came in, newest first. Agents see those about tickets that they see."""
    incoming, limit = services().incoming, asked["limit"]
    found = incoming.listing(caller(), asked["state"], limit + 1, asked["before"], asked["kind"])
    mails, headers = page(found, limit, "before", lambda kept: kept.id)
    return mails | {"counts": incoming.counts(caller())}, headers


@routes.route(
    "GET", "/v1/inbound/<mail>", needs=Act.MAIL_DECIDE, answers=ShownMailSchema, example=examples.SHOWN_MAIL
)
def show_mail(mail: str) -> Any:
    """Read a mail: its headers and its text, never its HTML."""
    return services().incoming.show(caller(), _number(mail))


@routes.route("GET", "/v1/inbound/<mail>/raw", needs=Act.MAIL_DECIDE, kind="message/rfc822", example=examples.MAIL)
def download_mail(mail: str) -> Response:
    """Download a mail as it came."""
    shown = services().incoming.show(caller(), _number(mail))
    headers = {
        "Content-Disposition": f'attachment; filename="mail-{shown.kept.id}.eml"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(shown.raw, content_type="message/rfc822", headers=headers)


@routes.route(
    "POST",
    "/v1/inbound/<mail>/release",
    needs=Act.MAIL_DECIDE,
    takes=ReleaseSchema,
    sends=examples.RELEASE,
    answers=KeptMailSchema,
    example=examples.RELEASED_MAIL,
    refuses={409},
)
def release_mail(asked: dict[str, Any], mail: str) -> Any:
    """Let a mail in after all, as its sender's words: into the ticket you name, where it was held, or a new one."""
    return services().incoming.release(caller(), _number(mail), asked["ticket"])


@routes.route(
    "POST",
    "/v1/inbound/<mail>/discard",
    needs=Act.MAIL_DECIDE,
    takes=DiscardSchema,
    sends=examples.DISCARD,
    answers=KeptMailSchema,
    example=examples.DISCARDED_MAIL,
    refuses={409},
)
def discard_mail(asked: dict[str, Any], mail: str) -> Any:
    """Say that a mail is nobody's business: it stays, and nothing follows."""
    return services().incoming.discard(caller(), _number(mail), asked["why"])


def _heard(name: str) -> str | None:
    """A header in UTF-8, which the web server gives as Latin-1."""
    value = request.headers.get(name)
    return None if value is None else value.encode("latin-1", "replace").decode("utf-8", "replace")


def _number(mail: str) -> int:
    if not (mail.isascii() and mail.isdecimal() and len(mail) <= 18):
        raise NotFound(f"there is no mail {mail[:40]}")
    return int(mail)
