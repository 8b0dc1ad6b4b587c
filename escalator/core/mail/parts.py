"""Take a parsed mail apart: which parts are its text, which came along as files, and which report on another mail."""

import re
from binascii import Error, a2b_uu
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.generator import BytesGenerator
from email.message import Message
from email.policy import compat32
from functools import cached_property
from io import BytesIO
from posixpath import basename

from .compose import one_line
from .incoming import Attachment
from .limits import HEADER
from .parameters import bare_value, parameters
from .plain import is_too_big, plain
from .words import known_charset, printable, text_of

NAME_LENGTH = 120
UU_FILES = 50
TEXT_LENGTH = 500_000
_UU_BEGIN = re.compile(r"^begin [0-7]{3,4} (\S[^\n]{0,200})\n", re.MULTILINE)
_UNSAFE_IN_NAME = re.compile(r'[<>:"|?*\x00-\x1f]')
_SUFFIXES = {"text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "message/rfc822": ".eml"}
_SUFFIXES |= {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "application/pdf": ".pdf"}


class Part:
    """One part of a mail with what its fields say, read without the standard library's own header parsers."""

    def __init__(self, message: "Message[str, str]") -> None:
        self.message = message

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """The Content- fields as they stand; of two with one name the first counts."""
        found: dict[str, str] = {}
        for name, value in self.message.raw_items():
            if name.lower().startswith("content-"):
                found.setdefault(name.lower(), "".join(str(value).splitlines()))
        return found

    @cached_property
    def type(self) -> str:
        """Like `text/plain`, which is also what an unknown spelling means."""
        said = bare_value(self.fields.get("content-type", ""))
        return said if said.count("/") == 1 and not said.startswith("/") else "text/plain"

    @cached_property
    def parameters(self) -> Mapping[str, str]:
        """Of Content-Type."""
        return parameters(self.fields.get("content-type", ""))

    @cached_property
    def name(self) -> str:
        """The file name that the sender gave; empty when there is none."""
        disposition = parameters(self.fields.get("content-disposition", ""))
        return disposition.get("filename") or self.parameters.get("name", "")

    @property
    def is_attached(self) -> bool:
        """Whether the sender calls it a file rather than a piece of the text."""
        return bare_value(self.fields.get("content-disposition", "")) == "attachment" or bool(self.name)

    @property
    def children(self) -> list["Part"]:
        """The parts of a multipart; none when its boundary was never found."""
        payload = self.message.get_payload()
        return [Part(child) for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []

    def content(self) -> bytes:
        """Its octets, decoded. A mail in the mail is the octets of that mail."""
        if self.message.is_multipart():
            return b"\n".join(_octets(child.message) for child in self.children)
        payload = self.message.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""


def _octets(message: "Message[str, str]") -> bytes:
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, policy=compat32).flatten(message)
    return out.getvalue()


@dataclass(slots=True)
class Pieces:
    """What a mail was found to consist of."""

    texts: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    reports: list[Part] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)


_REPORTS = ("message/delivery-status", "message/global-delivery-status", "message/feedback-report")
_RETURNED = ("message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers")


def take_apart(message: "Message[str, str]") -> Pieces:
    """The pieces of a mail, in their order."""
    pieces = Pieces()
    _take(Part(message), pieces)
    return pieces


def _take(part: Part, pieces: Pieces) -> None:
    pieces.types.add(part.type)
    children = part.children
    if part.type == "multipart/alternative" and children:
        _take_best(children, pieces)
    elif children and not part.type.startswith("message/"):
        for child in children:
            _take(child, pieces)
    elif part.type in (*_REPORTS, *_RETURNED) or part.type.startswith("message/"):
        pieces.reports.append(part)
        pieces.attachments.append(_file(part, len(pieces.attachments)))
    elif part.is_attached or not _is_text(part):
        pieces.attachments.append(_file(part, len(pieces.attachments)))
    else:
        _take_text(part, pieces)


def _is_text(part: Part) -> bool:
    # A multipart without its boundary is what stands there.
    return part.type in ("text/plain", "text/html") or part.type.startswith(("multipart/", "text/enriched"))


def _take_best(children: list[Part], pieces: Pieces) -> None:
    """Of the forms in which one thing was sent the plain one, if there is anything in it; files from all of them."""
    found = [Pieces() for _ in children]
    for child, its in zip(children, found, strict=True):
        _take(child, its)
    written = [(child, its) for child, its in zip(children, found, strict=True) if "".join(its.texts).strip()]
    best = min(written, key=lambda each: "text/html" in each[1].types, default=None)
    for child, its in zip(children, found, strict=True):
        chosen = best is not None and child is best[0]
        pieces.texts.extend(its.texts if chosen else [])
        pieces.remarks.extend(its.remarks if chosen else [])
        pieces.attachments.extend(its.attachments)
        pieces.reports.extend(its.reports)
        pieces.types |= its.types


def _take_text(part: Part, pieces: Pieces) -> None:
    charset = part.parameters.get("charset", "")
    text, right = text_of(part.content(), charset)
    if not right and charset:
        said = one_line(charset, 40)
        why = "is not what it is written in" if known_charset(charset) else "is unknown"
        pieces.remarks.append(f"The charset {said} {why}; the text was read as well as it could be.")
    if part.type == "text/html":
        _take_html(part, printable(text), pieces)
        return
    if len(text) > TEXT_LENGTH:
        pieces.remarks.append(f"Of the text the first {TEXT_LENGTH:,} characters are shown; the whole is attached.")
        pieces.attachments.append(_file(part, len(pieces.attachments)))
    text = printable(text[:TEXT_LENGTH])
    if part.parameters.get("format", "").lower() == "flowed":
        text = unflowed(text, part.parameters.get("delsp", "").lower() == "yes")
    text = _without_uuencoded(text, pieces)
    if text.strip():
        pieces.texts.append(text)


def _take_html(part: Part, html: str, pieces: Pieces) -> None:
    if is_too_big(html):
        pieces.remarks.append("The HTML text is too long or too deep to be shown; it is attached.")
        pieces.attachments.append(_file(part, len(pieces.attachments)))
    elif text := plain(html):
        pieces.texts.append(text)


def unflowed(text: str, delsp: bool) -> str:
    """Puts lines together that were only wrapped on their way (RFC 3676)."""
    lines: list[str] = []
    flows, depth = False, 0
    for line in text.split("\n"):
        bare = line.lstrip(">")
        quotes, said = len(line) - len(bare), bare.removeprefix(" ")
        if flows and quotes == depth and said != "-- ":
            lines.append(said)
        else:
            lines.append(("\n" if lines else "") + (">" * quotes + " " if quotes else "") + said)
        flows, depth = said.endswith(" ") and said != "-- ", quotes
        if flows and delsp:
            lines[-1] = lines[-1][:-1]
    return "".join(lines)


def _without_uuencoded(text: str, pieces: Pieces) -> str:
    """Takes the files out that stand in the text itself, as they did before MIME."""
    kept: list[str] = []
    at = 0
    while (
        len(kept) < UU_FILES
        and (begin := _UU_BEGIN.search(text, at))
        and (end := text.find("\nend", begin.end() - 1)) >= 0
    ):
        content = _uudecoded(text[begin.end() : end])
        if content is None:
            kept.append(text[at : begin.end()])
            at = begin.end()
            continue
        name = safe_name(begin[1]) or "file"
        pieces.attachments.append(Attachment(name, "application/octet-stream", content))
        kept.append(text[at : begin.start()])
        at = end + 4
    return "".join([*kept, text[at:]])


def _uudecoded(lines: str) -> bytes | None:
    try:
        return b"".join(a2b_uu(line.encode("ascii")) for line in lines.split("\n") if line.strip())
    except (Error, UnicodeError):
        return None


def safe_name(name: str) -> str:
    """A file name that is no path, is printable, and fits: from `..\\\\x\\ny.exe` remains `y.exe`."""
    last = basename(one_line(name, HEADER).replace("\\", "/").rstrip("/"))
    clean = _UNSAFE_IN_NAME.sub("_", last).strip(". ")
    if len(clean) <= NAME_LENGTH:
        return clean
    stem, dot, suffix = clean.rpartition(".")
    if not dot or len(suffix) > 10:
        return clean[:NAME_LENGTH]
    return f"{stem[: NAME_LENGTH - len(suffix) - 1]}.{suffix}"


def _file(part: Part, number: int) -> Attachment:
    fallback = f"attachment-{number + 1}{_SUFFIXES.get(part.type, '')}"
    return Attachment(safe_name(part.name) or fallback, one_line(part.type, 100), part.content())


def returned(pieces: Pieces) -> Iterator[bytes]:
    """The mails (or only their headers) that came back in a report."""
    for part in pieces.reports:
        if part.type in _RETURNED:
            yield part.content()
