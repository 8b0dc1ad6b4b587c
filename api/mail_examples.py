"""What the documentation shows of mail that comes in: the first words of the case in `examples`, sent as a mail."""

from collections.abc import Mapping
from typing import Any

Example = Mapping[str, Any]

_CAME = "2026-11-20T14:00:00Z"
_TEXT = "An ex-employee opened a page in our name. Please remove it."

MAIL = """From: Dana Fox <dana@city.example>
To: support@harbour.example
Subject: A page under our name
Date: Fri, 20 Nov 2026 15:00:00 +0100
Message-ID: <9f3a@city.example>

An ex-employee opened a page in our name. Please remove it.
"""
RECEIPT: Example = {"id": 7, "state": "waiting", "known": False}
_KEPT_MAIL: Example = {
    "id": 7,
    "mailbox": "support@harbour.example",
    "door": "http",
    "received_at": _CAME,
    "envelope_from": "dana@city.example",
    "envelope_to": ["support@harbour.example"],
    "size": 259,
    "state": "settled",
    "reason": "opened",
    "kind": "human",
    "why": "",
    "sender": "dana@city.example",
    "subject": "A page under our name",
    "message_id": "<9f3a@city.example>",
    "ticket": "T-1042",
    "attempts": 1,
    "settled_at": "2026-11-20T14:00:01Z",
    "settled_by": "",
}
ATTACHMENTS: Example = {
    "items": [{"id": 3, "mail": 7, "name": "page.png", "type": "image/png", "size": 48211, "hash": "e3b0c442"}]
}
FILE = "(octets)"
MAILS: Example = {"items": [_KEPT_MAIL], "next": None, "counts": {"settled": 7}}
SHOWN_MAIL: Example = {
    "mail": _KEPT_MAIL,
    "read": {
        "date": _CAME,
        "sender": {"address": "dana@city.example", "name": "Dana Fox"},
        "to": [{"address": "support@harbour.example", "name": ""}],
        "cc": [],
        "subject": "A page under our name",
        "references": [],
        "language": "en",
        "text": _TEXT,
        "reply": _TEXT,
        "attachments": [],
        "remarks": [],
    },
}
RELEASE: Example = {"ticket": None}
RELEASED_MAIL: Example = {**_KEPT_MAIL, "settled_by": "sam@harbour.example"}
DISCARD: Example = {"why": "an advertisement"}
DISCARDED_MAIL: Example = {**RELEASED_MAIL, "state": "discarded", "reason": "an advertisement", "ticket": None}
