"""What became of a letter, and whether the next may go: for one that went well, both in a single statement.

A mailer's speed is in the number of its statements: on PostgreSQL each is a journey as long as a command of SMTP.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, null, select, update

from .database import Statement, Transaction
from .tables import outbox, switches


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter as the holder of `token` has it; `hold` is the switch that keeps all letters back."""

    token: str
    id: int
    hold: str

    def may_go(self) -> Select[tuple[int]]:
        """Finds the letter unless it was overtaken since its claim, or another has it, or all are held."""
        held = select(switches.c.name).where(switches.c.name == self.hold).exists()
        # An alias: within an update of the outbox it is another row.
        letter = outbox.alias()
        return select(letter.c.id).where(
            letter.c.id == self.id, letter.c.claim == self.token, letter.c.state == "pending", ~held
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """When a letter was settled, and whether the one after it may go then."""

    at: datetime
    next_may_go: bool


def sent(one: Statement, letter: Claimed, following: Claimed | None) -> Settled | None:
    """The letter is with the server, even if it was superseded on its way. None: somebody else has it by now."""
    after: ColumnElement[Any] = following.may_go().scalar_subquery() if following else null()
    mine = update(outbox).where(outbox.c.id == letter.id, outbox.c.claim == letter.token)
    settled = mine.values(state="sent", reason="", settled_at=one.now, claim=None)
    row = one.conn.execute(settled.returning(outbox.c.settled_at, after.label("following"))).first()
    return None if row is None else Settled(row.settled_at, row.following is not None)


def may_go(tx: Transaction, letter: Claimed) -> bool:
    return tx.conn.execute(letter.may_go()).first() is not None


def count_lost_answer(tx: Transaction, letter: Claimed) -> None:
    """The server may have the letter, for its answer was lost: there may be one copy more than was confirmed."""
    mine = update(outbox).where(outbox.c.id == letter.id, outbox.c.claim == letter.token)
    tx.conn.execute(mine.values(ambiguous=outbox.c.ambiguous + 1))
