"""Mail that came in, as rows: kept as it came, claimed by whoever reads it, and settled once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from zlib import crc32

from sqlalchemy import ColumnElement, Select, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from . import claims
from .database import Transaction
from .tables import incoming_mail, tickets

# Advisory locks of senders are apart from those of linking (store/cases.py) and all others.
_SENDERS = 1 << 41
_GIANT = 1_000_000  # octets


class State(StrEnum):
    """How a mail stands: `held` waits for an agent's word, `quarantined` could not be read.

    `aside` is a machine's mail that is about nothing of ours; `discarded` is what a person thought so.
    """

    WAITING = "waiting"
    SETTLED = "settled"
    HELD = "held"
    ASIDE = "aside"
    QUARANTINED = "quarantined"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A mail at the door. `mailbox` is who it came to, `identity` says which mail it is, however it was fetched.

    `door` is by what it came (`http`, `pipe`, `smtp`, `lmtp`, `imap`); `envelope_from` is None where no envelope was
    seen, and empty for a mail that must not be answered.
    """

    mailbox: str
    identity: str
    door: str
    raw: bytes
    envelope_from: str | None = None
    envelope_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A mail as it is kept, without its bytes. `kind` to `message_id` are known once it was read."""

    id: int
    mailbox: str
    door: str
    received_at: datetime
    envelope_from: str | None
    envelope_to: tuple[str, ...]
    size: int
    state: State
    reason: str
    kind: str
    why: str
    sender: str
    subject: str
    message_id: str
    ticket_id: int | None
    attempts: int
    settled_at: datetime | None
    settled_by: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A mail that somebody is reading."""

    kept: Kept
    raw: bytes


_SHOWN = [incoming_mail.c[name] for name in Kept.__slots__]


def keep(tx: Transaction, arrived: Arrived) -> tuple[int, bool]:
    """Keeps the mail; gives its number, and whether it is new (the same mail is kept once a mailbox)."""
    row = {
        "mailbox": arrived.mailbox,
        "identity": arrived.identity,
        "door": arrived.door,
        "envelope_from": arrived.envelope_from,
        "envelope_to": list(arrived.envelope_to),
        "raw": arrived.raw,
        "size": len(arrived.raw),
        "state": str(State.WAITING),
        "received_at": tx.now,
        "next_try_at": tx.now,
    }
    dialect = postgresql if tx.on_postgres else sqlite
    once = dialect.insert(incoming_mail).on_conflict_do_nothing(index_elements=["mailbox", "identity"])
    new = tx.conn.execute(once.values(row).returning(incoming_mail.c.id)).scalar_one_or_none()
    if new is not None:
        return int(new), True
    same = (incoming_mail.c.mailbox == arrived.mailbox, incoming_mail.c.identity == arrived.identity)
    return int(tx.conn.execute(select(incoming_mail.c.id).where(*same)).scalar_one()), False


def claim(tx: Transaction, token: str, limit: int, lease: timedelta) -> list[Claimed]:
    """Takes up to `limit` mails that wait for `lease`: what was never tried first, giants after those, then by age.

    Whoever sends what takes long is not to keep others waiting.
    """
    is_giant = incoming_mail.c.size > _GIANT
    due = (
        select(incoming_mail.c.id)
        .where(incoming_mail.c.state == "waiting", incoming_mail.c.next_try_at <= tx.now)
        .where(claims.is_free(tx, incoming_mail))
        .order_by(incoming_mail.c.attempts, is_giant, incoming_mail.c.next_try_at, incoming_mail.c.id)
        .limit(limit)
    )
    taken = [Claimed(_kept(row), row.raw) for row in claims.take(tx, incoming_mail, due, token, lease)]
    return sorted(taken, key=_turn)


def _turn(claimed: Claimed) -> tuple[int, bool, int]:
    return claimed.kept.attempts, claimed.kept.size > _GIANT, claimed.kept.id


def describe(tx: Transaction, id_: int, **facts: str) -> None:
    """Writes what a mail says of itself, now that it was read."""
    tx.conn.execute(update(incoming_mail).where(incoming_mail.c.id == id_).values(**facts))


def settle(tx: Transaction, id_: int, token: str, **facts: Any) -> bool:
    """Writes what became of a claimed mail; False when the claim is another's by now, and then nothing may follow."""
    mine = update(incoming_mail).where(
        incoming_mail.c.id == id_, incoming_mail.c.claim == token, incoming_mail.c.state == "waiting"
    )
    return tx.conn.execute(mine.values(**facts, claim=None, claimed_until=None, settled_at=tx.now)).rowcount == 1


def try_again(tx: Transaction, id_: int, token: str, at: datetime, reason: str, *, counts: bool) -> None:
    """It could not be read or entered: again at `at`. What is not its own fault does not count as a try."""
    mine = update(incoming_mail).where(incoming_mail.c.id == id_, incoming_mail.c.claim == token)
    tries = {} if counts else {"attempts": incoming_mail.c.attempts - 1}
    tx.conn.execute(mine.values(next_try_at=at, reason=reason, claim=None, claimed_until=None, **tries))


def decide(tx: Transaction, id_: int, by: str, **facts: Any) -> None:
    """Writes what a person decided about a mail that they have locked."""
    decided = update(incoming_mail).where(incoming_mail.c.id == id_)
    tx.conn.execute(decided.values(**facts, settled_at=tx.now, settled_by=by))


def find(tx: Transaction, id_: int, *, lock: bool = False) -> Claimed | None:
    """A mail with its bytes; `lock` keeps whoever else would decide about it waiting until the transaction ends."""
    query = select(incoming_mail).where(incoming_mail.c.id == id_)
    row = tx.conn.execute(query.with_for_update() if lock and tx.on_postgres else query).one_or_none()
    return None if row is None else Claimed(_kept(row), row.raw)


@dataclass(frozen=True, slots=True)
class Theirs:
    """Whose mails: about tickets of these teams, or of this person."""

    teams: tuple[str, ...]
    person: str | None


def listing(
    tx: Transaction,
    states: Sequence[State],
    limit: int,
    before: int | None = None,
    kind: str | None = None,
    theirs: Theirs | None = None,
) -> list[Kept]:
    """Mails that stand so, newest first, with numbers under `before`; no states: all of them."""
    query = select(*_SHOWN).order_by(incoming_mail.c.id.desc()).limit(limit)
    if states:
        query = query.where(incoming_mail.c.state.in_([str(state) for state in states]))
    if before is not None:
        query = query.where(incoming_mail.c.id < before)
    if kind is not None:
        query = query.where(incoming_mail.c.kind == kind)
    return [_kept(row) for row in tx.conn.execute(_seen_by(theirs, query))]


def counts(tx: Transaction, theirs: Theirs | None = None) -> dict[str, int]:
    """How many mails stand where."""
    query = select(incoming_mail.c.state, func.count().label("mails")).group_by(incoming_mail.c.state)
    return {row.state: row.mails for row in tx.conn.execute(_seen_by(theirs, query))}


def _seen_by(theirs: Theirs | None, query: Select[Any]) -> Select[Any]:
    """What of it they see; None: all."""
    if theirs is None:
        return query
    mine = [tickets.c[name] == theirs.person for name in ("assignee", "owner") if theirs.person]
    seen = or_(tickets.c.team.in_(theirs.teams), *mine)
    return query.join(tickets, tickets.c.id == incoming_mail.c.ticket_id).where(seen)


def due_since(tx: Transaction) -> datetime | None:
    """Since when a mail should be read. One that was put off is not due before its time: anybody may send such."""
    oldest: datetime | None = tx.conn.execute(
        select(func.min(incoming_mail.c.next_try_at)).where(incoming_mail.c.state == "waiting")
    ).scalar_one()
    return oldest


def _kept(row: Any) -> Kept:
    shown = {name: getattr(row, name) for name in Kept.__slots__}
    return Kept(**shown | {"state": State(row.state), "envelope_to": tuple(row.envelope_to)})


def alone(tx: Transaction, sender: str) -> None:
    """Waits until nobody else enters mail of this sender, so that what is counted then stands."""
    tx.alone(_SENDERS + crc32(sender.encode("utf-8", "surrogatepass")))


def tickets_of(tx: Transaction, sender: str, since: datetime) -> list[int]:
    """The tickets that mails of `sender` (in small letters) have become part of since then."""
    theirs = (incoming_mail.c.sender == sender, incoming_mail.c.received_at > since)
    query = select(incoming_mail.c.ticket_id).where(*theirs, incoming_mail.c.ticket_id.is_not(None)).distinct()
    return list(tx.conn.execute(query).scalars())


def ticket_of(tx: Transaction, message_ids: Sequence[str], sender: str) -> int | None:
    """The newest ticket that a mail of `sender` (in small letters) with one of these Message-IDs became part of."""
    theirs = (incoming_mail.c.message_id.in_(message_ids), incoming_mail.c.sender == sender)
    query = select(func.max(incoming_mail.c.ticket_id)).where(*theirs, incoming_mail.c.message_id != "")
    newest: int | None = tx.conn.execute(query).scalar_one() if message_ids else None
    return newest


def opened_by(tx: Transaction, sender: str, since: datetime) -> int:
    """How many tickets mails of `sender` (in small letters) have opened since then."""
    return _count(tx, incoming_mail.c.sender == sender, incoming_mail.c.reason == "opened", since)


def became(tx: Transaction, ticket_id: int, course: str, since: datetime) -> int:
    """How many mails have become part of a ticket by this course since then."""
    return _count(tx, incoming_mail.c.ticket_id == ticket_id, incoming_mail.c.reason == course, since)


def held_on(tx: Transaction, ticket_id: int, since: datetime) -> int:
    """How many mails since then wait for a word about this ticket."""
    return _count(tx, incoming_mail.c.ticket_id == ticket_id, incoming_mail.c.state == str(State.HELD), since)


def _count(tx: Transaction, whose: ColumnElement[bool], became: ColumnElement[bool], since: datetime) -> int:
    query = select(func.count()).select_from(incoming_mail).where(whose, became, incoming_mail.c.received_at > since)
    return int(tx.conn.execute(query).scalar_one())
