"""Read from a bounce who was not reached, whether for good, and which mail came back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.message import Message

from .bounce_text import (
    first_status,
    is_about_the_address,
    is_delay,
    original_recipient,
    recipients_in,
    returned_ids,
    said_about,
)
from .compose import one_line
from .headers import Fields, split
from .incoming import Bounced, Mailbox
from .mailboxes import mailboxes
from .parts import Part, Pieces, returned
from .words import header_text

RECIPIENTS = 100
# Statuses that say nothing of the address itself (RFC 3463): full, too long, a loop, the message, the policy.
_MAY_PASS = (
    "5.2.2",
    "5.2.3",
    "5.3.",
    "5.4.1",
    "5.4.3",
    "5.4.5",
    "5.4.6",
    "5.4.7",
    "5.5.",
    "5.6.",
    "5.7.",
    "5.1.7",
    "5.1.8",
)
_COMPLAINTS = ("", "abuse", "fraud", "opt-out", "opt-out-list", "complaint", "virus", "other")
_REACHED = ("delivered", "relayed", "expanded")


@dataclass(frozen=True, slots=True)
class Report:
    """What a bounce or a complaint says. `returned` are the Message-IDs of the mail it is about."""

    bounced: tuple[Bounced, ...] = ()
    returned: tuple[str, ...] = ()
    complains: bool = False


def report_of(pieces: Pieces, failed_recipients: str, text: str, subject: str, not_these: Iterable[str]) -> Report:
    """What is known, by the best witness: the report's own fields, X-Failed-Recipients, then the text.

    `not_these` are addresses that the text may name but that are never the ones in question: who was written to.
    """
    blocks = [block for part in pieces.reports for block in _blocks(part)]
    complaints = [block for block in blocks if _complaint(block)]
    came_back = [split(octets)[0] for octets in returned(pieces)]
    found = _complained(complaints, came_back) if complaints else _failures(blocks)
    if not found:
        found = _told(text, subject, failed_recipients, {address.casefold() for address in not_these})
    if not found and not any("feedback-type" in block for block in blocks):
        found = _addressed(came_back, f"{subject}\n{text}")
    ids = [_text(fields, "message-id") for fields in came_back]
    ids += [block["original-message-id"] for block in blocks if "original-message-id" in block]
    return Report(
        found[:RECIPIENTS], returned_ids(" ".join(ids)) or returned_ids(text, fielded=True), bool(complaints)
    )


def permanent(status: str, said: str) -> bool:
    """Whether it would be the same tomorrow, and for every mail: the address does not exist or is closed."""
    if not status.startswith("5") or status.startswith(_MAY_PASS):
        return False
    return status.startswith("5.1.") or is_about_the_address(said)


def _blocks(part: Part) -> list[dict[str, str]]:
    """The groups of fields in a delivery status or feedback report, names in small letters."""
    if part.type not in ("message/delivery-status", "message/global-delivery-status", "message/feedback-report"):
        return []
    payload = part.message.get_payload()
    groups = [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []
    blocks: list[dict[str, str]] = []
    for group in groups[: 2 * RECIPIENTS]:
        blocks += [dict(_plain(fields)) for fields in _split_groups(group)]
    return [block for block in blocks if block]


def _split_groups(group: "Message[str, str]") -> list[Fields]:
    """A feedback report is parsed as a mail in a mail, a group behind an empty line as its text."""
    raw = "".join(f"{name}: {value}\n" for name, value in group.raw_items()).encode("utf-8", "surrogateescape")
    body = group.get_payload(decode=True)
    rest = [split(piece)[0] for piece in (body if isinstance(body, bytes) else b"").split(b"\n\n")[:RECIPIENTS]]
    return [split(raw)[0], *rest]


def _plain(fields: Fields) -> list[tuple[str, str]]:
    return [(name, header_text(value)) for name, value in reversed(fields)]


def _failures(blocks: Sequence[dict[str, str]]) -> tuple[Bounced, ...]:
    found: dict[str, Bounced] = {}
    for block in blocks:
        recipient = _recipient(block)
        action = block.get("action", "failed").split(" ")[0].lower()
        if not recipient or action in _REACHED:
            continue
        said = block.get("diagnostic-code", "")
        status = _best_status(block.get("status", ""), said)
        lasting = action != "delayed" and permanent(status or "5.0.0", said)
        found.setdefault(recipient.casefold(), Bounced(recipient, status, lasting))
    return tuple(found.values())


def _best_status(reported: str, said: str) -> str:
    """The server's own words are more precise than a `5.0.0` that the reporter made of them."""
    status = first_status(reported)
    precise = first_status(said)
    vague = status in ("", "5.0.0", "4.0.0") or status.startswith("5.0.")
    return precise if vague and precise and precise[0] == (status or precise)[0] else status


def _recipient(block: dict[str, str]) -> str:
    """The address we wrote to, if it is said; else the one that it became."""
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        value = block.get(name, "")
        said = value.partition(";")[2] or value
        if address := _address(said):
            return address
    return ""


def _address(said: str) -> str:
    known = mailboxes(said)
    return known[0].address if known and "@" in known[0].address else ""


def _complaint(block: dict[str, str]) -> bool:
    return "feedback-type" in block and block["feedback-type"].lower() in _COMPLAINTS


def _complained(complaints: Sequence[dict[str, str]], came_back: Sequence[Fields]) -> tuple[Bounced, ...]:
    named = [block.get("original-rcpt-to") or block.get("removal-recipient", "") for block in complaints]
    addresses = [address for said in named if (address := _address(said))]
    addresses = addresses or [box.address for fields in came_back for box in _only_reader(fields)]
    return tuple(Bounced(address, "", False) for address in dict.fromkeys(addresses))


def _only_reader(fields: Fields) -> list[Mailbox]:
    """Whom a mail went to; nobody if it went to several: any of them may have complained."""
    readers = [box for name in ("to", "cc") for box in mailboxes(_text(fields, name))]
    return readers if len(readers) == 1 else []


def _told(text: str, subject: str, failed_recipients: str, not_these: set[str]) -> tuple[Bounced, ...]:
    named = [box.address for box in mailboxes(failed_recipients) if "@" in box.address]
    told = [(address, said_about(text, address)) for address in named]
    told = told or [each for each in recipients_in(f"{text}\n{subject}") if each[0].casefold() not in not_these]
    if not told and (address := original_recipient(text)):
        told = [(address, "")]
    found: dict[str, Bounced] = {}
    for recipient, said in told:
        found.setdefault(recipient.casefold(), _judged(recipient, said, f"{subject}\n{text}"))
    return tuple(found.values())


def _judged(recipient: str, said: str, everything: str) -> Bounced:
    status = first_status(said) or first_status(everything)
    if is_delay(everything):
        return Bounced(recipient, status if status.startswith("4") else "", False)
    return Bounced(recipient, status, permanent(status or "5.0.0", f"{said}\n{everything}"))


def _addressed(came_back: Sequence[Fields], said: str) -> tuple[Bounced, ...]:
    """Nobody is named, but the mail that came back went to one address: it is that one."""
    for fields in came_back:
        to = mailboxes(_text(fields, "to"))
        if len(to) == 1 and "@" in to[0].address:
            return (_judged(to[0].address, "", said),)
    return ()


def _text(fields: Fields, name: str) -> str:
    return next((one_line(value.decode("utf-8", "replace"), 998) for known, value in fields if known == name), "")
