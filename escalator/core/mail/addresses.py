"""Addresses under our mailbox that prove what a mail belongs to: `help+c-42-3f9a...@harbour.example` (mail.md, 5).

What is signed cannot be guessed and need not be stored. A customer's address names their ticket, a colleague's also
what their words become (a note, or a reply), and holds for them alone; an envelope's names the letter that came back.
"""

import hmac
from base64 import b32encode
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

# 80 bits, in letters that survive a mail system that changes their case.
_SIGNED = 16
_LETTER = 20
_LONGEST_LOCAL_PART = 64


class Way(StrEnum):
    """What becomes of a mail to such an address."""

    CUSTOMER = "c"
    NOTE = "n"
    REPLY = "r"
    BOUNCE = "b"

    @property
    def is_of_desk(self) -> bool:
        """Whether it was given to a colleague."""
        return self in (Way.NOTE, Way.REPLY)


@dataclass(frozen=True, slots=True)
class Named:
    """What an address that we gave away names: a ticket's number, or in an envelope the mark of a letter."""

    way: Way
    about: str

    @property
    def ticket(self) -> int:
        return int(self.about)


@dataclass(frozen=True, slots=True)
class OwnAddresses:
    """The signed addresses under `mailbox`; `secret` is ours alone."""

    mailbox: str
    secret: str

    def for_customer(self, ticket: int) -> str:
        """Where those on the ticket answer."""
        return self._address(Way.CUSTOMER, str(ticket))

    def for_note(self, ticket: int, person: str) -> str:
        """Where `person` of the desk leaves a note for colleagues."""
        return self._address(Way.NOTE, str(ticket), person)

    def for_reply(self, ticket: int, person: str) -> str:
        """Where `person` of the desk answers the customer."""
        return self._address(Way.REPLY, str(ticket), person)

    def for_bounce(self, letter: str) -> str:
        """The envelope's sender of the letter with the key `letter`: what comes back to it says which one did."""
        return self._address(Way.BOUNCE, mark_of(letter))

    def named(self, address: str, sender: str) -> Named | None:
        """What `address` names, for a mail from `sender`; None unless we gave it away, and to them."""
        local, _, domain = address.strip().casefold().rpartition("@")
        base, plus, tag = local.partition("+")
        own_local, _, own_domain = self.mailbox.casefold().rpartition("@")
        parts = tag.split("-")
        if not plus or (base, domain) != (own_local, own_domain) or len(parts) != 3:
            return None
        way, about, signed = parts
        if way not in list(Way) or not _may_be_named(Way(way), about):
            return None
        person = sender if Way(way).is_of_desk else ""
        genuine = hmac.compare_digest(signed.encode(), self._signature(Way(way), about, person).encode())
        return Named(Way(way), about) if genuine else None

    def is_ours(self, address: str) -> bool:
        """Whether mail to it comes to us, signed or not."""
        return base_of(address) == self.mailbox.casefold()

    def _address(self, way: Way, about: str, person: str = "") -> str:
        local, _, domain = self.mailbox.rpartition("@")
        return f"{local}+{way}-{about}-{self._signature(way, about, person)}@{domain}"

    def _signature(self, way: Way, about: str, person: str) -> str:
        said = f"{way}/{about}/{person.strip().casefold()}"
        digest = hmac.new(self.secret.encode(), said.encode("utf-8", "surrogatepass"), sha256).digest()
        return b32encode(digest).decode().lower()[:_SIGNED]


def base_of(address: str) -> str:
    """A mailbox without what stands behind a plus, in small letters."""
    local, _, domain = address.strip().casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def mark_of(letter: str) -> str:
    """How the letter with this key is named in its envelope; the same as its Message-ID begins with."""
    return sha256(letter.encode("utf-8", "surrogatepass")).hexdigest()[:_LETTER]


def has_room(mailbox: str) -> bool:
    """Whether the longest such address is still one (RFC 5321, 4.5.3.1.1)."""
    longest = 1 + len(f"{Way.BOUNCE}-") + _LETTER + 1 + _SIGNED
    return len(mailbox.rpartition("@")[0]) + longest <= _LONGEST_LOCAL_PART


def _may_be_named(way: Way, about: str) -> bool:
    if way is Way.BOUNCE:
        return len(about) == _LETTER and about.isalnum() and about.isascii()
    return about.isascii() and about.isdecimal() and len(about) <= 18
