"""Read a mail: who wrote what, whether a person or a machine, and what it answers. Any bytes give an answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import compat32
from email.utils import parsedate_to_datetime

from .bounce_signs import is_daemon, tells_of_failure
from .bounces import Report, report_of
from .classify import classify
from .compose import MESSAGE_ID, one_line
from .headers import Fields, split, unix_lines
from .incoming import Attachment, IncomingMail, Mailbox, MailClass
from .language import language_of
from .limits import TooMuch, check
from .mailboxes import mailboxes
from .parts import Pieces, take_apart
from .quotes import reply_of
from .seen import TEXT, Seen
from .words import decoded_words, header_text, printable, text_of

REFERENCES = 50
RAW_TEXT = 100_000  # octets of a mail that cannot be taken apart, which stand for its text

# What the standard parsers are known to raise on hostile mail (mail.md, 2).
_BROKEN = (RecursionError, LookupError, ValueError, AttributeError, TypeError, ArithmeticError, AssertionError)


def read(raw: bytes, own: Collection[str] = ()) -> IncomingMail:
    """The mail in `raw`; `own` are our addresses. Never fails: what cannot be taken apart is read simply."""
    try:
        check(raw)
        return _read(raw, own)
    except TooMuch as error:
        return read_simply(raw, own, str(error))
    except _BROKEN as error:
        return read_simply(raw, own, f"The mail could not be taken apart ({type(error).__name__}).")


def read_simply(raw: bytes, own: Collection[str], why: str) -> IncomingMail:
    """Only the header, by its lines, and the body as it stands; the mail itself is attached. `why` is remarked."""
    fields, body = split(raw)
    head = _Head(fields)
    text = printable(text_of(body[:RAW_TEXT])[0])
    seen = _seen(head, Pieces(), text, own)
    kind, because = classify(seen)
    return replace(
        head.mail(),
        kind=kind,
        why=f"{because}; only its header was looked at: {why[:1].lower()}{why[1:].rstrip('.')}",
        text=text,
        reply=text,
        sure=False,
        attachments=(Attachment("original.eml", "message/rfc822", raw),),
        remarks=(f"{why} The text is as it stood in the mail, which is attached.",),
    )


def _read(raw: bytes, own: Collection[str]) -> IncomingMail:
    fields, _ = split(raw)
    head = _Head(fields)
    lines = unix_lines(raw) if b"\n" not in raw else raw
    pieces = take_apart(message_from_bytes(lines.lstrip(b"\r\n"), policy=compat32))
    text = "\n\n".join(pieces.texts).strip("\n")
    seen = _seen(head, pieces, text, own)
    kind, why = classify(seen)
    report = _report(seen, kind, head, pieces)
    reply = reply_of(text)
    mail = head.mail()
    return replace(
        mail,
        references=_nearest_last((*mail.references, *report.returned)),
        language=language_of(reply.text, head.text("content-language")),
        kind=kind,
        why=why,
        text=text,
        reply=reply.text,
        sure=reply.sure,
        attachments=tuple(pieces.attachments),
        bounced=report.bounced,
        complains=report.complains,
        remarks=(*head.remarks(), *dict.fromkeys(pieces.remarks)),
    )


def _report(seen: Seen, kind: MailClass, head: "_Head", pieces: Pieces) -> Report:
    if kind is not MailClass.BOUNCE:
        return Report()
    # A vacation message has an empty envelope sender, too, and may name a colleague who is there.
    text = "\n\n".join(pieces.texts) if is_daemon(seen) or tells_of_failure(seen) else ""
    ours = [box.address for box in (*mailboxes(head.raw("to")), *mailboxes(head.raw("from")))]
    return report_of(pieces, head.text("x-failed-recipients"), text, head.text("subject"), ours)


def _seen(head: "_Head", pieces: Pieces, text: str, own: Collection[str]) -> Seen:
    return Seen(
        headers=head.all(),
        types=frozenset(pieces.types),
        sender=head.sender(),
        subject=head.text("subject"),
        text=text[:TEXT],
        own=frozenset(address.casefold() for address in own),
    )


@dataclass(frozen=True, slots=True)
class _Head:
    """The header of a mail; of two fields with one name the first counts."""

    fields: Fields

    def raw(self, name: str) -> str:
        """As it was sent, as text."""
        return next((text_of(value)[0] for known, value in self.fields if known == name), "")

    def text(self, name: str) -> str:
        """As it is read."""
        return next((header_text(value) for known, value in self.fields if known == name), "")

    def all(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name, value in self.fields:
            found.setdefault(name, []).append(header_text(value))
        return {name: tuple(values) for name, values in found.items()}

    def sender(self) -> Mailbox | None:
        boxes = mailboxes(self.raw("from")) or mailboxes(self.raw("sender"))
        return boxes[0] if boxes else None

    def mail(self) -> IncomingMail:
        """What the header alone says."""
        answered = MESSAGE_ID.findall(f"{self.raw('references')} {self.raw('in-reply-to')}")
        return IncomingMail(
            message_id=_message_id(self.raw("message-id")),
            date=_date(self.raw("date")),
            subject=self.text("subject"),
            sender=self.sender(),
            to=self._everyone("to"),
            cc=self._everyone("cc"),
            references=_nearest_last(answered),
        )

    def remarks(self) -> tuple[str, ...]:
        """What is odd about the header."""
        odd = []
        if len(mailboxes(self.raw("from"))) > 1:
            odd.append("The mail names more than one author; the first one counts.")
        if not self.raw("from"):
            odd.append("The mail does not say who sent it.")
        if self.raw("date") and _date(self.raw("date")) is None:
            odd.append("The mail's date could not be read.")
        return tuple(odd)

    def _everyone(self, name: str) -> tuple[Mailbox, ...]:
        fields = [text_of(value)[0] for known, value in self.fields if known == name]
        return tuple(dict.fromkeys(box for value in fields for box in mailboxes(value)))


def _message_id(said: str) -> str:
    known = MESSAGE_ID.search(said)
    bare = one_line(decoded_words(said), 900).strip("<>")
    return known[0] if known else (f"<{bare}>" if bare and " " not in bare else "")


def _nearest_last(ids: Collection[str]) -> tuple[str, ...]:
    """Each once, where it stands last; of very many the last."""
    return tuple(reversed(dict.fromkeys(reversed(list(ids)))))[-REFERENCES:]


def _date(said: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(said[:100])
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
