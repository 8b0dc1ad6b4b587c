"""What became of a letter, and whether the next may go: for one that went well, both in a single statement.

A mailer's speed is in its statements: on PostgreSQL each is a journey as long as a command of SMTP, and to build one
from its parts takes longer than to send the mail. So they are built once.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, UpdateBase, bindparam, select, update

from .database import Statement, Transaction
from .tables import outbox, switches


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter as the holder of `token` has it; `hold` is the switch that keeps all letters back."""

    token: str
    id: int
    hold: str


@dataclass(frozen=True, slots=True)
class Settled:
    """When a letter was settled, and whether the one after it may go then."""

    at: datetime
    next_may_go: bool


# An alias: within an update of the outbox it is another row.
_after = outbox.alias("after")
_HELD = select(switches.c.name).where(switches.c.name == bindparam("hold")).exists()
_IS_OURS = (_after.c.claim == bindparam("token"), _after.c.state == "pending")
_MAY_GO = select(_after.c.id).where(_after.c.id == bindparam("next_id"), *_IS_OURS, ~_HELD)
_MINE = update(outbox).where(outbox.c.id == bindparam("letter_id"), outbox.c.claim == bindparam("token"))
_LOST_ANSWER = _MINE.values(ambiguous=outbox.c.ambiguous + 1)


@cache
def _sent_at(now: ColumnElement[Any]) -> UpdateBase:
    sent = _MINE.values(state="sent", reason="", settled_at=now, claim=None)
    return sent.returning(outbox.c.settled_at, _MAY_GO.scalar_subquery().label("following"))


def sent(one: Statement, letter: Claimed, following: Claimed | None) -> Settled | None:
    """The letter is with the server, even if it was superseded on its way. None: somebody else has it by now."""
    next_id = following.id if following else None
    known = {"letter_id": letter.id, "token": letter.token, "hold": letter.hold, "next_id": next_id}
    row = one.conn.execute(_sent_at(one.now), {**known, **one.known}).first()
    return None if row is None else Settled(row.settled_at, row.following is not None)


def may_go(tx: Transaction, letter: Claimed) -> bool:
    """Whether the letter was not overtaken since its claim, nobody else has it, and not all are held."""
    known = {"next_id": letter.id, "token": letter.token, "hold": letter.hold}
    return tx.conn.execute(_MAY_GO, known).first() is not None


def count_lost_answer(tx: Transaction, letter: Claimed) -> None:
    """The server may have the letter, for its answer was lost: there may be one copy more than was confirmed."""
    tx.conn.execute(_LOST_ANSWER, {"letter_id": letter.id, "token": letter.token})
