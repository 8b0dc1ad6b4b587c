"""The outbox: what must be told, written with its cause, delivered at least once, never deleted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select, update

from escalator.core.desk.channels import LABELS, MAIL
from escalator.core.notify.answers import CUSTOMER_REPLY
from escalator.core.notify.customers import CustomerNoticeKind

from . import claims, setwise, to_customers
from .database import Transaction
from .tables import outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message as it will be sent, on every try the same bytes.

    With `digest_at` it is not sent alone: then it goes into a digest, which says of it what `headline` says.
    `counted_as` is the mailbox that it counts for, if our machine wrote it to a customer (`core.mail.breakers`).
    """

    key: str
    kind: str
    channel: str
    sender: str
    recipient: str
    ticket_id: int
    run: int
    turn: int
    message_id: str
    payload: bytes
    state: str = "pending"
    reason: str = ""
    headline: str = ""
    digest_at: datetime | None = None
    counted_as: str | None = None

    @property
    def is_for_customer(self) -> bool:
        return self.kind in (*CustomerNoticeKind, CUSTOMER_REPLY)

    @property
    def is_mail(self) -> bool:
        return self.channel == MAIL.label

    @property
    def siblings(self) -> tuple[str, ...]:
        """The keys that this notice may have in the outbox, through all channels of its person."""
        base = self.key if self.is_mail else self.key.removesuffix(f"/{self.channel}")
        return tuple(key_through(label, base) for label in LABELS)


def key_through(label: str, key: str) -> str:
    """The key of a notice on one of its channels; that of mail is the notice's own."""
    return key if label == MAIL.label else f"{key}/{label}"


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter in the outbox. `ambiguous` counts tries whose answer after the final dot was lost."""

    id: int
    letter: Letter
    created_at: datetime
    attempts: int
    settled_at: datetime | None
    ambiguous: int = 0

    @property
    def held_until(self) -> datetime | None:
        """When the digest comes for which the letter waits; None if it waits for none."""
        return self.letter.digest_at if self.letter.state == "pending" else None


def post(tx: Transaction, letters: Sequence[Letter]) -> None:
    """Puts letters in; what its unique key has told already is not told again."""
    rows = [
        {name: getattr(letter, name) for name in letter.__slots__}
        | {"created_at": tx.now, "next_try_at": letter.digest_at or tx.now}
        for letter in letters
    ]
    setwise.insert(tx, outbox, rows, once="key")


def supersede(tx: Transaction, ticket_ids: Sequence[int], kinds: Iterable[str], reason: str) -> None:
    """What still waits to be sent about these tickets, and is of these kinds, is not sent any more."""
    waiting = update(outbox).where(outbox.c.ticket_id.in_(ticket_ids), outbox.c.state == "pending")
    of_kind = waiting.where(outbox.c.kind.in_([str(kind) for kind in kinds]))
    tx.conn.execute(of_kind.values(state="superseded", reason=reason, settled_at=tx.now))


def claim(tx: Transaction, token: str, limit: int, lease: timedelta, mail: bool) -> list[Posted]:
    """Takes up to `limit` letters whose time has come, oldest first, for `lease`: mail, or all that is none."""
    due = (
        select(outbox.c.id)
        .where(outbox.c.state == "pending", outbox.c.next_try_at <= tx.now, claims.is_free(tx, outbox))
        .where(outbox.c.digest_at.is_(None))
        .where(outbox.c.channel == MAIL.label if mail else outbox.c.channel != MAIL.label)
        .order_by(outbox.c.next_try_at)
        .limit(limit)
    )
    claimed = (posted(row) for row in claims.take(tx, outbox, due, token, lease))
    return sorted(claimed, key=lambda letter: letter.id)


def posted(row: Any) -> Posted:
    """A row of the outbox as a letter."""
    letter = Letter(**{name: getattr(row, name) for name in Letter.__slots__})
    return Posted(row.id, letter, row.created_at, row.attempts, row.settled_at, row.ambiguous)


def keep_claim(tx: Transaction, token: str, lease: timedelta) -> None:
    """Says that the holder of `token` is still at work on its letters."""
    held = update(outbox).where(outbox.c.claim == token, outbox.c.state == "pending")
    tx.conn.execute(held.values(claimed_until=tx.now + lease))


def give_back(tx: Transaction, token: str, ids: Sequence[int]) -> None:
    """Lets go of letters that were claimed with `token` and not tried."""
    held = update(outbox).where(outbox.c.id.in_(ids), outbox.c.claim == token, outbox.c.state == "pending")
    tx.conn.execute(held.values(claim=None, claimed_until=None, attempts=outbox.c.attempts - 1))


def settle_dead(tx: Transaction, token: str, id_: int, reason: str) -> None:
    """The letter cannot be sent, and is not tried again."""
    _if_still_wanted(tx, token, id_, state="dead", reason=reason, settled_at=tx.now, claim=None)


def try_again(tx: Transaction, token: str, id_: int, at: datetime, reason: str) -> None:
    """A temporary failure: the same bytes again at `at`."""
    _if_still_wanted(tx, token, id_, next_try_at=at, reason=reason, claim=None, claimed_until=None)


def _if_still_wanted(tx: Transaction, token: str, id_: int, **values: Any) -> None:
    """What was superseded meanwhile stays so."""
    mine = update(outbox).where(outbox.c.id == id_, outbox.c.claim == token, outbox.c.state == "pending")
    tx.conn.execute(mine.values(**values))


def listing(tx: Transaction, state: str | None, limit: int, before: int | None = None) -> list[Posted]:
    """Letters, newest first."""
    query = select(outbox).order_by(outbox.c.id.desc()).limit(limit)
    if state is not None:
        query = query.where(outbox.c.state == state)
    if before is not None:
        query = query.where(outbox.c.id < before)
    return [posted(row) for row in tx.conn.execute(query)]


def replay(tx: Transaction, ids: Sequence[int]) -> int:
    """Dead letters get another life, but for those to whom they are not written any more; gives how many did."""
    again = update(outbox).where(outbox.c.id.in_(list(ids)), outbox.c.state == "dead", ~to_customers.unwelcome())
    # Their five days begin anew.
    values = {
        "state": "pending",
        "created_at": tx.now,
        "next_try_at": tx.now,
        "attempts": 0,
        "claimed_until": None,
        "reason": "replayed",
    }
    return tx.conn.execute(again.values(**values)).rowcount


def of_messages(tx: Transaction, message_ids: Sequence[str]) -> dict[str, list[Letter]]:
    """The letters with these Message-IDs; one that went to several people is several letters."""
    found: dict[str, list[Letter]] = {}
    if message_ids:
        for row in tx.conn.execute(select(outbox).where(outbox.c.message_id.in_(message_ids))):
            found.setdefault(row.message_id, []).append(posted(row).letter)
    return found


def of_envelope(tx: Transaction, sender: str) -> list[Letter]:
    """The letters that went out under this envelope sender."""
    return [posted(row).letter for row in tx.conn.execute(select(outbox).where(outbox.c.sender == sender))]


def came_back(tx: Transaction, key: str, reason: str) -> None:
    """A letter that some server had taken did not reach its reader."""
    returned = update(outbox).where(outbox.c.key == key, outbox.c.state == "sent")
    tx.conn.execute(returned.values(state="dead", reason=reason))


def states(tx: Transaction, keys: Sequence[str]) -> set[str]:
    """How the letters with these keys stand."""
    return set(tx.conn.execute(select(outbox.c.state).where(outbox.c.key.in_(keys))).scalars())


def counts(tx: Transaction) -> dict[str, int]:
    rows = tx.conn.execute(select(outbox.c.state, func.count().label("letters")).group_by(outbox.c.state))
    return {row.state: row.letters for row in rows}


def oldest_pending(tx: Transaction) -> datetime | None:
    """Since when a mail waits, or a call that nobody has tried: a receiver that is away is its owner's trouble.

    What goes into a digest waits since the digest was due, which may be an instant to come.
    """
    untried = or_(outbox.c.channel == MAIL.label, outbox.c.attempts == 0)
    since = func.coalesce(outbox.c.digest_at, outbox.c.created_at)
    query = select(func.min(since)).where(outbox.c.state == "pending", untried)
    oldest: datetime | None = tx.conn.execute(query).scalar_one()
    return oldest
