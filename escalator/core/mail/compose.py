"""Write one mail: the same inputs give the same bytes, whatever people put into names and subjects."""

import hashlib
import hmac
import re
from binascii import b2a_qp
from collections.abc import Sequence
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import Literal

from escalator.core.desk.model import MailIdentity
from escalator.core.errors import Invalid

from .incoming import Mailbox

Automatic = Literal["auto-generated", "auto-replied", ""]
"""What `Auto-Submitted` says (RFC 3834); empty for what a human wrote, which has no header of a machine."""

SUBJECT_LENGTH = 200  # characters: even four-byte ones then fit a line of 998 octets
NAME_LENGTH = 80
REFERENCES = 20
LINE_LENGTH = 78

# C0, C1, line and paragraph separators, lone surrogates, and the marks that turn the reading around.
_UNPRINTABLE = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_UNPRINTABLE_IN_BODY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LINE_END = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,900}>")
_WEB_ADDRESS = re.compile(r"https?://[!#-;=?-~]{1,900}")
_NOT_IN_ADDRESS = re.compile(r"[ <>()\[\],;:\\\"]")


class _Wire(EmailPolicy):
    """Headers stand in the mail as they were given, folded at their spaces and nowhere else.

    The standard folding decodes an encoded word that somebody typed into a name (with the line break in it),
    loses the quotes of a long name, and breaks a long Message-ID: each lets a stranger write our headers.
    """

    def header_max_count(self, name: str) -> int:  # noqa: ARG002
        return 1

    def header_store_parse(self, name: str, value: str) -> tuple[str, str]:
        if not value.isprintable():
            raise ValueError(f"The header {name} has a control character.")
        return name, value

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002
        return value

    def fold_binary(self, name: str, value: str) -> bytes:
        lines = [f"{name}:"]
        for word in value.split(" "):
            if len(lines[-1]) + len(word) >= LINE_LENGTH and lines[-1] != f"{name}:":
                lines.append("")
            lines[-1] += f" {word}"
        return (self.linesep.join(lines) + self.linesep).encode()


# Seven-bit: no server has to be asked whether it takes more. Only an address may need UTF-8 (SMTPUTF8).
_POLICY = _Wire(linesep="\r\n", cte_type="7bit", utf8=True)


def compose(
    *,
    sender: MailIdentity,
    to: str,
    to_name: str,
    cc: Sequence[Mailbox] = (),
    subject: str,
    body: str,
    html: str = "",
    message_id: str,
    at: datetime,
    references: Sequence[str] = (),
    reply_to: str = "",
    automatic: Automatic = "auto-generated",
    unsubscribe: str = "",
) -> bytes:
    """The mail as it goes over the wire: CRLF, UTF-8, seven-bit unless an address needs SMTPUTF8.

    With `html` the text has it as its alternative. `references` are the Message-IDs that this answers, the nearest
    last; `reply_to` is an address of ours, `unsubscribe` a web address of ours that takes a POST (RFC 8058). Raises
    `Invalid` for one that cannot be such. In `cc`, which is only shown, what cannot be an address is left out.
    """
    ours = wire_address(sender.address)
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = _mailbox(sender.name, ours)
    mail["To"] = _mailbox(to_name, wire_address(to))
    _say_who_else_reads(mail, cc)
    mail["Subject"] = _encoded(one_line(subject, SUBJECT_LENGTH))
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = message_id
    if reply_to:
        mail["Reply-To"] = _mailbox(sender.name, wire_address(reply_to))
    _say_what_it_answers(mail, references)
    if automatic:
        mail["Auto-Submitted"] = automatic
        mail["X-Auto-Response-Suppress"] = "All"
        mail["X-Loop"] = ours
    if unsubscribe:
        _say_how_to_end_it(mail, unsubscribe)
    return _written(mail, _clean(body), _clean(html), message_id)


def message_id(key: str, domain: str, secret: str) -> str:
    """The Message-ID of the effect `key`: the same for the same effect, and silent about what it is.

    Who answers it proves that they have the letter, so nobody can compute it without our `secret`.
    """
    digest = hmac.new(secret.encode(), key.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
    return f"<{digest[:40]}@{_ascii_domain(domain)}>"


def root_id(thread: str, domain: str) -> str:
    """The Message-ID of a letter that was never sent, under which readers gather a thread; it proves nothing."""
    digest = hashlib.sha256(thread.encode("utf-8", "surrogatepass")).hexdigest()
    return f"<{digest[:40]}@{_ascii_domain(domain)}>"


def one_line(text: str, length: int = SUBJECT_LENGTH) -> str:
    """`text` on one line of at most `length` characters: what is unprintable becomes a space."""
    line = _UNPRINTABLE.sub(" ", text[: 4 * length]).strip()
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def wire_address(address: str) -> str:
    """`address` as servers want it: its domain in ASCII. Raises `Invalid` when it cannot be an address."""
    local, at, domain = address.rpartition("@")
    odd = _NOT_IN_ADDRESS.search(address) or not address.isprintable()
    if not (local and at and domain) or odd or len(address) > 254:
        raise Invalid("This is not an e-mail address that can be written to.")
    return f"{local}@{_ascii_domain(domain)}"


def is_address(address: str) -> bool:
    """Whether `wire_address` takes it."""
    try:
        wire_address(address)
    except Invalid:
        return False
    return True


def may_be_mailed(address: str, ours: str) -> bool:
    """Whether an automatic letter may go to a customer's `address`: one that exists, and is not `ours`."""
    if not is_address(address):
        return False
    known = wire_address(address).casefold()
    return not known.endswith((".invalid", "@invalid")) and known != ours.casefold()


def _say_who_else_reads(mail: EmailMessage, cc: Sequence[Mailbox]) -> None:
    shown = [_mailbox(one.name, wire_address(one.address)) for one in cc if is_address(one.address)]
    if shown:
        mail["Cc"] = ", ".join(shown)


def _say_what_it_answers(mail: EmailMessage, references: Sequence[str]) -> None:
    known = [reference for reference in references if MESSAGE_ID.fullmatch(reference)]
    if known:
        mail["In-Reply-To"] = known[-1]
        # The first one roots the thread in every reader; of the rest the latest matter.
        mail["References"] = " ".join(known if len(known) <= REFERENCES else [known[0], *known[1 - REFERENCES :]])


def _say_how_to_end_it(mail: EmailMessage, address: str) -> None:
    if not _WEB_ADDRESS.fullmatch(address):
        raise Invalid("This is not a web address at which mail can be ended.")
    mail["List-Unsubscribe"] = f"<{address}>"
    # One click is only offered where nobody on the way can read or change it (RFC 8058, 3.1).
    if address.startswith("https:"):
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def _written(mail: EmailMessage, text: str, html: str, message_id: str) -> bytes:
    """The whole mail; the boundary between its two parts is always the same for the same mail.

    The standard library's generator takes four times as long, and this stands between a deadline and its notice.
    """
    boundary = f"=_{hashlib.sha256(message_id.encode()).hexdigest()[:32]}"
    mail["MIME-Version"] = "1.0"
    if not html:
        return _part(mail, "plain", text, boundary)
    mail["Content-Type"] = f'multipart/alternative; boundary="{boundary}"'
    parts = [_part(EmailMessage(policy=_POLICY), *one, boundary) for one in (("plain", text), ("html", html))]
    line = f"--{boundary}".encode()
    return b"\r\n".join([_headers(mail) + line, parts[0] + b"\r\n" + line, parts[1] + b"\r\n" + line + b"--\r\n"])


def _part(holder: EmailMessage, subtype: str, text: str, boundary: str) -> bytes:
    """Sent as it stands, a link can be copied even from the raw mail; lines end at 998 (RFC 5322, 2.1.1).

    Who can guess the boundary could end a part with it. In quoted-printable it cannot occur: `=` stands as `=3D`.
    """
    plain = text.isascii() and boundary not in text and all(len(line) <= 998 for line in text.split("\n"))
    ended = text if text.endswith("\n") else f"{text}\n"
    wire = ended.replace("\n", "\r\n").encode()
    holder["Content-Type"] = f'text/{subtype}; charset="utf-8"'
    holder["Content-Transfer-Encoding"] = "7bit" if plain else "quoted-printable"
    return _headers(holder) + (wire if plain else b2a_qp(wire))


def _headers(mail: EmailMessage) -> bytes:
    return b"".join(_POLICY.fold_binary(name, value) for name, value in mail.items()) + b"\r\n"


def _mailbox(name: str, address: str) -> str:
    shown, (local, _, domain) = one_line(name, NAME_LENGTH), address.rpartition("@")
    if _is_plain(shown):
        return str(Address(shown, local, domain))
    return f"{_encoded(shown)} <{Address('', local, domain)}>"


def _encoded(line: str) -> str:
    if _is_plain(line):
        return line
    return " ".join(Header(line, "utf-8", header_name="Subject").encode().split())


def _is_plain(line: str) -> bool:
    # What looks like an encoded word is encoded itself, so that it is read as it was typed.
    return line.isascii() and "=?" not in line


def _ascii_domain(domain: str) -> str:
    try:
        return domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise Invalid("The domain of this e-mail address cannot be written in ASCII.") from error


def _clean(body: str) -> str:
    if body.replace("\n", "").isprintable():
        return body
    return _UNPRINTABLE_IN_BODY.sub("�", _LINE_END.sub("\n", body.replace("\r\n", "\n")))
