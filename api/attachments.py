"""What came along with mails to a ticket: listed, and sent back as downloads, never shown (mail.md, 7)."""

from typing import Any
from urllib.parse import quote

from flask import Response

from escalator.core.access import Act
from escalator.core.errors import NotFound

from . import mail_examples as examples
from .access import caller, services
from .routes import Routes
from .schemas.attachments import AttachmentsSchema

routes = Routes("attachments", "Files that came along with mails.")

_OCTETS = "application/octet-stream"


@routes.route(
    "GET",
    "/v1/tickets/<ref>/attachments",
    needs=Act.TICKET_READ,
    answers=AttachmentsSchema,
    example=examples.ATTACHMENTS,
)
def list_attachments(ref: str) -> Any:
    """List the files that came with the mails of a ticket, oldest first."""
    return {"items": services().attachments.listing(caller(), ref)}


@routes.route(
    "GET", "/v1/tickets/<ref>/attachments/<attachment>", needs=Act.TICKET_READ, kind=_OCTETS, example=examples.FILE
)
def download_attachment(ref: str, attachment: str) -> Response:
    """Download a file as it came: as octets, whatever its sender calls it, for saving and not for showing."""
    if not (attachment.isascii() and attachment.isdecimal() and len(attachment) <= 18):
        raise NotFound(f"there is no attachment {attachment[:40]}")
    attached, content = services().attachments.content(caller(), ref, int(attachment))
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(attached.name, safe='')}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, content_type=_OCTETS, headers=headers)
