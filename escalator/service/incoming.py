"""Mail that came in and was kept: read by a limited child, entered once, and shown to people when in doubt."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Protocol
from uuid import uuid4

import structlog

from escalator.core.access import Act, Principal, Role, require, require_ticket, teams_of
from escalator.core.errors import Forbidden, NotAllowedNow, NotFound, Unavailable
from escalator.core.mail.compose import one_line
from escalator.core.mail.incoming import IncomingMail, Mailbox
from escalator.core.mail.limits import TooMuch, TooSlow, Unreadable
from escalator.core.mail.reading import read_simply
from escalator.store import desks, dossiers, heartbeats, incoming
from escalator.store.database import Database, Transaction
from escalator.store.incoming import Claimed, Theirs
from escalator.store.incoming import Kept as Kept
from escalator.store.incoming import State as State

from . import colleagues, entering, releasing
from .conversation import MovedOn
from .handling import Handling
from .mailroom import Entered, Mailroom
from .working import number_of

HEARTBEAT = "reader"
# A mail takes seconds at most; those of a dead reader are free two minutes later.
LEASE = timedelta(minutes=2)
# Whatever keeps a mail from being entered: again after so long, and after so many tries a person looks at it.
WAITS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600))
MOST_TRIES = len(WAITS) + 1

Entering = Callable[[Mailroom, Kept, IncomingMail], Entered]

log = structlog.get_logger(__name__)


class Reader(Protocol):
    """Reads raw mails; raises `Unreadable`."""

    def read(self, raw: bytes, own: Collection[str] = ()) -> IncomingMail: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Worked:
    """What a round of reading came to: how many mails were entered, and how many could not be."""

    entered: int = 0
    failed: int = 0

    @property
    def tried(self) -> int:
        return self.entered + self.failed


@dataclass(frozen=True, slots=True)
class Shown:
    """A mail for a person's eyes: as it is kept, as it was read (None: it cannot be), and as it came."""

    kept: Kept
    read: IncomingMail | None
    raw: bytes


class IncomingService:
    """Use cases around mail that came in. `ring` is called after a commit that left letters for the mailer."""

    def __init__(self, database: Database, handling: Handling, reader: Reader, ring: Callable[[], None]) -> None:
        self._database, self._handling, self._reader = database, handling, reader
        self._ring = ring

    def close(self) -> None:
        """Lets go of what reads."""
        self._reader.close()

    # What readers do.

    def work(self, limit: int = 5) -> Worked:
        """One round: claims up to `limit` mails, reads each, and enters each in a transaction of its own.

        Mail may come before a desk is in use: it waits for one, and that counts as no try.
        """
        token = uuid4().hex
        with self._database.transaction() as tx:
            heartbeats.beat(tx, HEARTBEAT)
            has_desk = desks.active_version(tx) is not None
            claimed = incoming.claim(tx, token, limit, LEASE) if has_desk else []
        done = [self._work_on(token, mail) for mail in claimed]
        return Worked(done.count(True), done.count(False))

    def silence(self) -> timedelta | None:
        """How long no reader has looked for mail; None if none ever did."""
        with self._database.reading() as tx:
            last = heartbeats.last(tx, HEARTBEAT)
            return None if last is None else tx.now - last

    def _work_on(self, token: str, claimed: Claimed) -> bool:
        kept = claimed.kept
        if kept.attempts > MOST_TRIES:
            # Whoever reads it does not live to say that it failed.
            self._give_up(token, kept, "its reader has died of it, again and again")
            return False
        try:
            mail = self._reader.read(_with_envelope(claimed), self._own())
            entered = self._entered(token, kept, mail)
        except Exception as failure:  # noqa: BLE001 - whatever is wrong with one mail must not keep the others
            self._put_off(token, kept, claimed.raw, failure)
            return False
        # Not the reason: of what is held it names the sender (guarantees.md, C5).
        log.info("mail_entered", mail=kept.id, kind=mail.kind, state=entered.state)
        return True

    def _own(self) -> tuple[str, ...]:
        with self._database.reading() as tx:
            return self._handling.shelf.desks(tx).active.mailboxes

    def _entered(self, token: str, kept: Kept, mail: IncomingMail) -> Entered:
        while True:
            try:
                return self._enter_once(token, kept, mail)
            except MovedOn:
                continue

    def _enter_once(self, token: str, kept: Kept, mail: IncomingMail) -> Entered:
        try:
            return self._in_one(token, kept, mail, entering.enter)
        except colleagues.Refused as refused:
            why = str(refused)
            return self._in_one(token, kept, mail, partial(entering.refuse, why=why))

    def _in_one(self, token: str, kept: Kept, mail: IncomingMail, do: Entering) -> Entered:
        """Everything that follows from a mail, and that it is done with, in one transaction (guarantees.md, I2)."""
        with self._database.transaction() as tx:
            room = Mailroom(tx, self._handling)
            mail = entering.classified(room, kept, mail)
            # Known at once: what answers it answers its Message-ID.
            incoming.describe(tx, kept.id, **_facts(mail))
            entered = do(room, kept, mail)
            if not incoming.settle(tx, kept.id, token, **_facts(mail), **_outcome(entered)):
                raise NotAllowedNow("another reader has this mail by now")
        if room.letters:
            self._ring()
        return entered

    def _put_off(self, token: str, kept: Kept, raw: bytes, failure: Exception) -> None:
        """Again after a while, if that can help; else it is kept where people see it."""
        log.warning("mail_not_entered", mail=kept.id, error=type(failure).__name__, tries=kept.attempts)
        known = isinstance(failure, Unreadable)
        sentence = str(failure) if known else f"it could not be entered ({type(failure).__name__})"
        ours = isinstance(failure, Unavailable)
        if kept.attempts >= _most_tries(failure) and not ours:
            self._give_up(token, kept, sentence, **_facts(read_simply(raw, self._own(), sentence)))
            return
        wait = WAITS[min(kept.attempts, len(WAITS)) - 1]
        with suppress(Unavailable), self._database.transaction() as tx:
            incoming.try_again(tx, kept.id, token, tx.now + wait, sentence, counts=not ours)

    def _give_up(self, token: str, kept: Kept, because: str, **facts: str) -> None:
        """People see it in quarantine; if the database is away, its claim ends by itself, and it is tried again."""
        with suppress(Unavailable), self._database.transaction() as tx:
            incoming.settle(tx, kept.id, token, **facts, state=str(State.QUARANTINED), reason=because)

    # What people do.

    def listing(
        self,
        principal: Principal,
        states: Sequence[State] = (),
        limit: int = 50,
        before: int | None = None,
        kind: str | None = None,
    ) -> list[Kept]:
        """Mails that the caller may see, newest first; an agent those about tickets that they see."""
        require(principal, Act.MAIL_DECIDE)
        with self._database.reading() as tx:
            return incoming.listing(tx, states, limit, before, kind, self._theirs(tx, principal))

    def counts(self, principal: Principal) -> dict[str, int]:
        """How many of the mails that the caller may see stand where."""
        require(principal, Act.MAIL_DECIDE)
        with self._database.reading() as tx:
            return incoming.counts(tx, self._theirs(tx, principal))

    def _theirs(self, tx: Transaction, principal: Principal) -> Theirs | None:
        """None: they see all."""
        if principal.role is not Role.AGENT:
            return None
        return Theirs(teams_of(principal, self._handling.shelf.desks(tx).active), principal.agent)

    def show(self, principal: Principal, id_: int) -> Shown:
        require(principal, Act.MAIL_DECIDE)
        with self._database.reading() as tx:
            claimed = self._find(tx, principal, id_)
        return Shown(claimed.kept, self._readable(claimed), claimed.raw)

    def release(self, principal: Principal, id_: int, ticket: str | None = None) -> Kept:
        """Enters a mail after all, as its sender's words: into `ticket`, else where it was held, else a new one."""
        require(principal, Act.MAIL_DECIDE)
        with self._database.reading() as tx:
            claimed = self._find(tx, principal, id_)
            own = self._handling.shelf.desks(tx).active.mailboxes
        mail = self._readable(claimed) or read_simply(claimed.raw, own, "It was released from quarantine.")
        if mail.sender is None and claimed.kept.envelope_from:
            mail = replace(mail, sender=Mailbox(claimed.kept.envelope_from))
        number = number_of(ticket) if ticket else claimed.kept.ticket_id
        while True:
            try:
                return self._released(principal, id_, mail, number)
            except MovedOn:
                continue

    def discard(self, principal: Principal, id_: int, why: str) -> Kept:
        """It is nobody's business; it stays, and nothing follows."""
        require(principal, Act.MAIL_DECIDE)
        with self._database.transaction() as tx:
            self._undecided(tx, principal, id_)
            incoming.decide(tx, id_, principal.actor.name, state=str(State.DISCARDED), reason=why)
            return self._find(tx, principal, id_).kept

    def _released(self, principal: Principal, id_: int, mail: IncomingMail, ticket: int | None) -> Kept:
        with self._database.transaction() as tx:
            kept = self._undecided(tx, principal, id_)
            room = Mailroom(tx, self._handling)
            if ticket is not None:
                self._require_seen(tx, principal, ticket)
            entered = releasing.release(room, kept, mail, ticket, principal)
            incoming.decide(tx, id_, principal.actor.name, **_facts(mail), **_outcome(entered))
            shown = self._find(tx, principal, id_).kept
        if room.letters:
            self._ring()
        return shown

    def _undecided(self, tx: Transaction, principal: Principal, id_: int) -> Kept:
        """The mail, locked, if there is something to decide about it."""
        kept = self._find(tx, principal, id_, lock=True).kept
        if kept.state not in _UNDECIDED:
            raise NotAllowedNow(f"mail {id_} is {kept.state}: there is nothing to decide about it")
        return kept

    def _find(self, tx: Transaction, principal: Principal, id_: int, *, lock: bool = False) -> Claimed:
        claimed = incoming.find(tx, id_, lock=lock)
        if claimed is None or not self._sees(tx, principal, claimed.kept):
            raise NotFound(f"there is no mail {id_} that you may see")
        return claimed

    def _sees(self, tx: Transaction, principal: Principal, kept: Kept) -> bool:
        if principal.role is not Role.AGENT:
            return True
        try:
            self._require_seen(tx, principal, kept.ticket_id)
        except (Forbidden, NotFound):
            return False
        return True

    def _require_seen(self, tx: Transaction, principal: Principal, ticket: int | None) -> None:
        found = dossiers.load(tx, [ticket]) if ticket is not None else {}
        if ticket is None or ticket not in found:
            raise NotFound("there is no such ticket")
        require_ticket(principal, found[ticket].ticket, self._handling.shelf.desks(tx).active)

    def _readable(self, claimed: Claimed) -> IncomingMail | None:
        try:
            return self._reader.read(_with_envelope(claimed), self._own())
        except Unreadable:
            return None


def _most_tries(failure: Exception) -> int:
    """How often a mail is tried that failed so: what it has too much of it has the next time, too."""
    if isinstance(failure, TooMuch):
        return 1
    return 2 if isinstance(failure, TooSlow) else MOST_TRIES


_UNDECIDED = (State.HELD, State.QUARANTINED, State.ASIDE, State.DISCARDED)


def _with_envelope(claimed: Claimed) -> bytes:
    """The mail as a server lays it into a mailbox: that nobody sent it stands in no header of its own."""
    sender, raw = claimed.kept.envelope_from, claimed.raw
    if sender is None:
        return raw
    raw = raw.lstrip(b"\r\n")
    if raw.startswith(b"From "):
        raw = raw.partition(b"\n")[2]  # as mailboxes in files have it, before the header
    return f"Return-Path: <{one_line(sender, 320)}>\r\n".encode() + raw


def _facts(mail: IncomingMail) -> dict[str, str]:
    """What is shown of it in lists."""
    return {
        "kind": str(mail.kind),
        "why": mail.why,
        "sender": mail.sender.address.casefold() if mail.sender else "",
        "subject": mail.subject,
        "message_id": mail.message_id,
    }


def _outcome(entered: Entered) -> dict[str, object]:
    return {"state": str(entered.state), "reason": entered.reason, "ticket_id": entered.ticket}
