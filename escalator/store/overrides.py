"""Who stands in on call: rows that are added and withdrawn, never changed, so that it can be seen who was on call."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select, update

from escalator.core.routing.oncall import Override

from .database import Transaction
from .tables import overrides

_NAMES = overrides.c


@dataclass(frozen=True, slots=True)
class Stand:
    """An override with the schedule it is for, and when it was made. One that was withdrawn ends at that moment."""

    schedule: str
    override: Override
    created_at: datetime


class Overrides(Mapping[str, Sequence[Override]]):
    """What is in force or will be, by schedule; read when first asked for: most units of work ask for nobody."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._stored: Mapping[str, list[Override]] | None = None

    def _by_schedule(self) -> Mapping[str, list[Override]]:
        if self._stored is None:
            self._stored = by_schedule(self._tx, self._tx.now)
        return self._stored

    def __getitem__(self, schedule: str) -> list[Override]:
        return self._by_schedule()[schedule]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_schedule())

    def __len__(self) -> int:
        return len(self._by_schedule())


def by_schedule(tx: Transaction, since: datetime) -> dict[str, list[Override]]:
    """Those that are in force at some moment after `since`."""
    found = defaultdict[str, list[Override]](list)
    for stand in _read(tx, since):
        found[stand.schedule].append(stand.override)
    return dict(found)


def listing(tx: Transaction, schedule: str) -> list[Stand]:
    """Those of a schedule that are in force or will be, in the order in which they begin."""
    stands = [stand for stand in _read(tx, tx.now) if stand.schedule == schedule]
    return sorted(stands, key=lambda stand: (stand.override.starts_at, stand.override.id))


def add(tx: Transaction, schedule: str, person: str, starts_at: datetime, ends_at: datetime, actor: str) -> Stand:
    row = {"schedule": schedule, "person": person, "starts_at": starts_at, "ends_at": ends_at, "actor": actor}
    number = tx.conn.execute(overrides.insert().returning(_NAMES.id), row | {"created_at": tx.now}).scalar_one()
    return Stand(schedule, Override(number, person, starts_at, ends_at, actor), tx.now)


def withdraw(tx: Transaction, schedule: str, number: int) -> Stand | None:
    """Ends an override now, or takes it back if it has not begun; None if there is none that is not over."""
    running = (
        _NAMES.id == number,
        _NAMES.schedule == schedule,
        _NAMES.cancelled_at.is_(None),
        _NAMES.ends_at > tx.now,
    )
    changed = update(overrides).where(*running).values(cancelled_at=tx.now).returning(overrides)
    row = tx.conn.execute(changed).one_or_none()
    return _stand(row) if row else None


def _read(tx: Transaction, since: datetime) -> Iterator[Stand]:
    """A withdrawn one counts until its withdrawal, if it had begun."""
    held = and_(_NAMES.cancelled_at > _NAMES.starts_at, _NAMES.cancelled_at > since)
    query = select(overrides).where(_NAMES.ends_at > since, or_(_NAMES.cancelled_at.is_(None), held))
    return map(_stand, tx.conn.execute(query.order_by(_NAMES.id)))


def _stand(row: Any) -> Stand:
    ends_at = row.ends_at if row.cancelled_at is None else min(row.ends_at, row.cancelled_at)
    return Stand(row.schedule, Override(row.id, row.person, row.starts_at, ends_at, row.actor), row.created_at)
