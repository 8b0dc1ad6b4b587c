"""Raw mails for tests: as few lines as a mail needs."""

from collections.abc import Mapping

DESK = "help@desk.example"


def raw_mail(text: str | bytes = "Is the harbour open?", *, to: str = DESK, **fields: str) -> bytes:
    """A mail from Dana; `fields` by name, `_` for `-`; an empty one is left out."""
    head: Mapping[str, str] = {
        "From": "Dana Tran <dana@customer.example>",
        "To": to,
        "Subject": "A question",
        "Date": "Fri, 20 Nov 2026 14:00:00 +0100",
        "Message-Id": "<1@customer.example>",
        **{name.replace("_", "-").title(): value for name, value in fields.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items() if value)
    body = text if isinstance(text, bytes) else text.replace("\n", "\r\n").encode()
    return lines.encode("utf-8", "surrogateescape") + b"\r\n" + body


def multipart(*parts: str | bytes, kind: str = "mixed", **fields: str) -> bytes:
    """A mail of several parts, each with its own fields and an empty line before its content."""
    octets = [part if isinstance(part, bytes) else part.encode() for part in parts]
    body = b"".join(b"--B\n" + part + b"\n" for part in octets) + b"--B--\n"
    return raw_mail(body, content_type=f'multipart/{kind}; boundary="B"', **fields)
