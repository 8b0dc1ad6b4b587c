"""To whom we do not write any more, and what: addresses that come back, complain, or want less of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, or_, select

from escalator.core.mail.suppressing import COMPLAINT, Scope

from . import setwise
from .database import Transaction
from .tables import suppressions


@dataclass(frozen=True, slots=True)
class Suppression:
    """`address` is in small letters; `why` is a clause for people."""

    address: str
    scope: Scope
    why: str
    since: datetime


def suppress(tx: Transaction, address: str, scope: Scope | str, why: str) -> None:
    """From now on `address` gets nothing of `scope`; what is said already for a wider one stays."""
    known = among(tx, [address]).get(address.casefold())
    if known is None or not known.scope.covers(Scope(scope)):
        row = {"address": address.casefold(), "scope": str(scope), "why": why, "since": tx.now}
        setwise.upsert(tx, suppressions, ("address",), [row])


def among(tx: Transaction, addresses: Iterable[str]) -> dict[str, Suppression]:
    """What holds for those of `addresses` that are suppressed, by address in small letters."""
    wanted = sorted({address.casefold() for address in addresses})
    if not wanted:
        return {}
    rows = tx.conn.execute(select(suppressions).where(suppressions.c.address.in_(wanted)))
    return {row.address: Suppression(row.address, Scope(row.scope), row.why, row.since) for row in rows}


def listing(tx: Transaction, limit: int) -> list[Suppression]:
    """The newest first."""
    newest = select(suppressions).order_by(suppressions.c.since.desc(), suppressions.c.address).limit(limit)
    return [Suppression(row.address, Scope(row.scope), row.why, row.since) for row in tx.conn.execute(newest)]


def lift(tx: Transaction, address: str) -> bool:
    """Everything goes to `address` again; whether anything was kept from it."""
    gone = delete(suppressions).where(suppressions.c.address == address.casefold())
    return tx.conn.execute(gone).rowcount == 1


def lift_by_mail(tx: Transaction, address: str) -> None:
    """A human has written from `address`: it exists, and no machine has it. What they wished stays as they wished."""
    by_bounce = suppressions.c.scope == str(Scope.ALL)
    by_machine = and_(suppressions.c.scope == str(Scope.AUTOMATIC), suppressions.c.why != COMPLAINT)
    theirs = suppressions.c.address == address.casefold()
    tx.conn.execute(delete(suppressions).where(theirs, or_(by_bounce, by_machine)))


def lift_optional(tx: Transaction, address: str) -> None:
    """They want again what they had wished to end."""
    theirs = (suppressions.c.address == address.casefold(), suppressions.c.scope == str(Scope.OPTIONAL))
    tx.conn.execute(delete(suppressions).where(*theirs))
