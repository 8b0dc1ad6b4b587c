"""To whom we do not write any more, and what: addresses that come back, complain, or want less of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from escalator.core.mail.suppressing import Cause, Scope

from . import setwise
from .database import Transaction
from .tables import suppressions


@dataclass(frozen=True, slots=True)
class Suppression:
    """`address` is in small letters; `why` is a clause for people."""

    address: str
    cause: Cause
    why: str
    since: datetime

    @property
    def scope(self) -> Scope:
        return self.cause.scope


def suppress(tx: Transaction, address: str, cause: Cause, why: str) -> None:
    """From now on `address` gets nothing of the cause's scope; what holds for the same cause already stays."""
    theirs = (suppressions.c.address == address.casefold(), suppressions.c.cause == str(cause))
    if tx.conn.execute(select(suppressions.c.since).where(*theirs)).first() is None:
        row = {"address": address.casefold(), "cause": str(cause), "why": why, "since": tx.now}
        setwise.upsert(tx, suppressions, ("address", "cause"), [row])


def among(tx: Transaction, addresses: Iterable[str]) -> dict[str, Suppression]:
    """What keeps most from those of `addresses` that are suppressed, by address in small letters."""
    wanted = sorted({address.casefold() for address in addresses})
    if not wanted:
        return {}
    found = map(_suppression, tx.conn.execute(select(suppressions).where(suppressions.c.address.in_(wanted))))
    order = list(Cause)
    narrowest_first = sorted(found, key=lambda one: order.index(one.cause), reverse=True)
    return {one.address: one for one in narrowest_first}


def listing(tx: Transaction, limit: int) -> list[Suppression]:
    """The newest first."""
    by = (suppressions.c.since.desc(), suppressions.c.address, suppressions.c.cause)
    return [_suppression(row) for row in tx.conn.execute(select(suppressions).order_by(*by).limit(limit))]


def lift(tx: Transaction, address: str, causes: Iterable[Cause] = tuple(Cause)) -> bool:
    """`address` gets again what these causes kept from it; whether they kept anything."""
    theirs = (suppressions.c.address == address.casefold(), suppressions.c.cause.in_([str(one) for one in causes]))
    return tx.conn.execute(delete(suppressions).where(*theirs)).rowcount > 0


def lift_by_mail(tx: Transaction, address: str) -> None:
    """A human has written from `address`: it exists, and no machine has it. What they wished stays as they wished."""
    lift(tx, address, [cause for cause in Cause if cause.is_disproved_by_mail])


def _suppression(row: Any) -> Suppression:
    return Suppression(row.address, Cause(row.cause), row.why, row.since)
