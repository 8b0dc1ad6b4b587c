"""A mail on its way to the child that reads it and back: JSON, and the octets behind it as they are."""

import json
import struct
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from escalator.core.mail.incoming import Attachment, Bounced, IncomingMail, Mailbox, MailClass

LENGTH = struct.Struct(">I")


def asked(raw: bytes, own: Sequence[str]) -> bytes:
    """The question what is in `raw`; `own` are our addresses."""
    head = json.dumps(list(own)).encode()
    return b"".join([LENGTH.pack(len(head)), head, LENGTH.pack(len(raw)), raw])


def to_wire(mail: IncomingMail) -> bytes:
    """`mail` as octets."""
    told = {
        "message_id": mail.message_id,
        "date": mail.date.isoformat() if mail.date else None,
        "subject": mail.subject,
        "sender": _pair(mail.sender) if mail.sender else None,
        "to": [_pair(box) for box in mail.to],
        "cc": [_pair(box) for box in mail.cc],
        "references": list(mail.references),
        "language": mail.language,
        "kind": mail.kind.value,
        "why": mail.why,
        "text": mail.text,
        "reply": mail.reply,
        "sure": mail.sure,
        "attachments": [[file.name, file.type, file.size] for file in mail.attachments],
        "bounced": [[one.recipient, one.status, one.permanent] for one in mail.bounced],
        "complains": mail.complains,
        "remarks": list(mail.remarks),
    }
    head = json.dumps(told).encode()
    return b"".join([LENGTH.pack(len(head)), head, *(file.content for file in mail.attachments)])


def mail_from(octets: bytes) -> IncomingMail:
    """The mail that `to_wire` wrote."""
    start = LENGTH.size + LENGTH.unpack_from(octets)[0]
    told: dict[str, Any] = json.loads(octets[LENGTH.size : start])
    files = []
    for name, kind, size in told["attachments"]:
        files.append(Attachment(name, kind, octets[start : start + size]))
        start += size
    known = {
        "date": datetime.fromisoformat(told["date"]) if told["date"] else None,
        "sender": Mailbox(*told["sender"]) if told["sender"] else None,
        "to": tuple(Mailbox(*pair) for pair in told["to"]),
        "cc": tuple(Mailbox(*pair) for pair in told["cc"]),
        "references": tuple(told["references"]),
        "kind": MailClass(told["kind"]),
        "attachments": tuple(files),
        "bounced": tuple(Bounced(*one) for one in told["bounced"]),
        "remarks": tuple(told["remarks"]),
    }
    return IncomingMail(**{**told, **known})


def _pair(box: Mailbox) -> list[str]:
    return [box.address, box.name]
