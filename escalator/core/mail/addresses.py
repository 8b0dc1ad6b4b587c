"""Addresses under our mailbox that prove what a mail belongs to: `help+c-42-3f9a...@harbour.example` (mail.md, 5).

What is signed cannot be guessed and need not be stored. A customer's address names their ticket, a colleague's also
what their words become (a note, or a reply), and holds for them alone and for some weeks (`help+r-42-20807-k3f9...`,
whose third part is its last day); an envelope's names the letter that came back.
"""

import hmac
from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

# 80 bits, in letters that survive a mail system that changes their case.
_SIGNED = 16
_LETTER = 20
# Digits of a ticket's number, and of a day since 1970.
_TICKET, _DAY = 14, 5
_LONGEST_LOCAL_PART = 64
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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
    """The signed addresses under `mailbox`; `secret` is ours alone.

    What was given away under a mailbox that we had `formerly`, or signed with one of `secrets_before`, still holds.
    """

    mailbox: str
    secret: str
    formerly: tuple[str, ...] = ()
    secrets_before: tuple[str, ...] = ()

    def for_customer(self, ticket: int) -> str:
        """Where those on the ticket answer."""
        return self._address(Way.CUSTOMER, str(ticket))

    def for_note(self, ticket: int, person: str, until: datetime) -> str:
        """Where `person` of the desk leaves a note for colleagues, to the end of that day in UTC."""
        return self._address(Way.NOTE, f"{ticket}-{_day(until)}", person)

    def for_reply(self, ticket: int, person: str, until: datetime) -> str:
        """Where `person` of the desk answers the customer, to the end of that day in UTC."""
        return self._address(Way.REPLY, f"{ticket}-{_day(until)}", person)

    def for_bounce(self, letter: str) -> str:
        """The envelope's sender of the letter with the key `letter`: what comes back to it says which one did."""
        return self._address(Way.BOUNCE, mark_of(letter))

    def named(self, address: str, sender: str, now: datetime) -> Named | None:
        """What `address` names, for a mail from `sender` that is read now; None unless we gave it away, and to them.

        One of a colleague whose last day is over names nothing any more.
        """
        local, _, domain = address.strip().casefold().rpartition("@")
        base, plus, tag = local.partition("+")
        if not plus or not self._has(f"{base}@{domain}"):
            return None
        said, _, signed = tag.rpartition("-")
        letter, _, about = said.partition("-")
        if letter not in list(Way):
            return None
        way = Way(letter)
        holder = _holder(way, sender)
        genuine = [
            hmac.compare_digest(signed.encode(), _signature(secret, way, about, holder).encode())
            for secret in (self.secret, *self.secrets_before)
        ]
        return _still_named(way, about, now) if any(genuine) else None

    def envelopes(self, addresses: Iterable[str], now: datetime) -> list[str]:
        """Those of `addresses` that are envelopes of letters of ours, in small letters as they went out."""
        named = ((address, self.named(address, "", now)) for address in addresses)
        return [address.casefold() for address, one in named if one is not None and one.way is Way.BOUNCE]

    def is_ours(self, address: str) -> bool:
        """Whether mail to it comes to us, signed or not."""
        return self._has(base_of(address))

    def is_for_desk(self, address: str) -> bool:
        """Whether it is made like a colleague's, valid or not: what is written to it is not meant for outside."""
        tag = address.partition("@")[0].partition("+")[2].strip().casefold()
        return self.is_ours(address) and tag.startswith((f"{Way.NOTE}-", f"{Way.REPLY}-"))

    def _has(self, mailbox: str) -> bool:
        return mailbox in (known.casefold() for known in (self.mailbox, *self.formerly))

    def _address(self, way: Way, about: str, person: str = "") -> str:
        local, _, domain = self.mailbox.rpartition("@")
        return f"{local}+{way}-{about}-{_signature(self.secret, way, about, person)}@{domain}"


def base_of(address: str) -> str:
    """A mailbox without what stands behind a plus, in small letters."""
    local, _, domain = address.strip().casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _signature(secret: str, way: Way, about: str, person: str) -> str:
    said = f"{way}/{about}/{person.strip().casefold()}"
    digest = hmac.new(secret.encode(), said.encode("utf-8", "surrogatepass"), sha256).digest()
    return b32encode(digest).decode().lower()[:_SIGNED]


def mark_of(letter: str) -> str:
    """How the letter with this key is named in its envelope, where a signature stands behind it."""
    return sha256(letter.encode("utf-8", "surrogatepass")).hexdigest()[:_LETTER]


def has_room(mailbox: str) -> bool:
    """Whether the longest such address is still one (RFC 5321, 4.5.3.1.1)."""
    longest = max(_LETTER, _TICKET + 1 + _DAY)
    return len(mailbox.rpartition("@")[0]) + len("+b-") + longest + 1 + _SIGNED <= _LONGEST_LOCAL_PART


def _holder(way: Way, sender: str) -> str:
    """For whom alone an address of this kind holds; empty: for everybody."""
    return sender if way.is_of_desk else ""


def _still_named(way: Way, about: str, now: datetime) -> Named | None:
    if way is Way.BOUNCE:
        return Named(way, about) if len(about) == _LETTER and about.isalnum() else None
    ticket, _, last_day = about.partition("-")
    if not _is_number(ticket, _TICKET) or way.is_of_desk is not _is_number(last_day, _DAY):
        return None
    return None if way.is_of_desk and int(last_day) < _day(now) else Named(way, ticket)


def _is_number(text: str, digits: int) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= digits


def _day(at: datetime) -> int:
    """Days since 1970, in UTC."""
    return (at - _EPOCH) // timedelta(days=1)
