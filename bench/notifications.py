"""How many mails a day people get, by what they are allowed: `python -m bench.notifications DATABASE_URL`.

The database is one into which a log was imported (`escalator import`), so its letters were never sent: here they are
dealt out as if they were, by several rules. What is overtaken while it waits is counted as told all the same.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, select

from escalator.bootstrap import open_office
from escalator.core.desk.model import Desk
from escalator.core.desk.notifying import Allowance
from escalator.core.notify.budgets import PATIENCE, PERIOD, held_until
from escalator.core.notify.notices import NoticeKind
from escalator.store.tables import outbox

# Budget an hour, and hours between digests; the first is what a desk has that says nothing.
RULES = ((12, 1), (4, 1), (4, 4), (2, 1), (0, 1), (0, 4), (0, 24))


@dataclass(slots=True)
class Reader:
    """One person's mails as they would have come: alone at `alone`, in digests at the keys of `digests`."""

    allowance: Allowance
    known: dict[int, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    alone: list[datetime] = field(default_factory=list)
    digests: Counter[datetime] = field(default_factory=Counter)

    def gets(self, letter: Row[Any]) -> None:
        about, at = self.known[letter.ticket_id], letter.created_at
        until = held_until(at, self._lately(at), self.allowance) if _may_wait(letter, about) else None
        about.add((letter.kind, letter.run))
        if until is None:
            self.alone.append(at)
        else:
            self.digests[until] += 1

    def _lately(self, now: datetime) -> int:
        return sum(now - PERIOD < at <= now for at in (*self.alone[-99:], *self.digests))


def _may_wait(letter: Row[Any], about: set[tuple[str, int]]) -> bool:
    """No row knows whether a warning opened a window: on the example desk none does."""
    kind = NoticeKind(letter.kind)
    known = (letter.kind, letter.run) in about if kind is NoticeKind.LAST_RESORT else bool(about)
    return PATIENCE[kind].may_wait and known


def days(moments: Iterable[datetime], zone: ZoneInfo) -> Counter[date]:
    return Counter(at.astimezone(zone).date() for at in moments)


def report(person: str, letters: list[Row[Any]], desk: Desk) -> Iterator[str]:
    own, zone = desk.allowance_of(person), ZoneInfo(desk.zone_of(person))
    yield f"{person}\n  {'all at once':24} {_line(days((letter.created_at for letter in letters), zone))}"
    for budget, hours in RULES:
        reader = Reader(replace(own, budget=budget, digest_every=timedelta(hours=hours)))
        for letter in letters:
            reader.gets(letter)
        mails = days((*reader.alone, *reader.digests), zone)
        folded = f"{len(reader.digests)} digests of {reader.digests.total()}"
        yield f"  {f'budget {budget}, every {hours}h':24} {_line(mails)}, {folded}"


def _line(mails: Counter[date]) -> str:
    usual, most = median(mails.values()), max(mails.values())
    return f"{mails.total()} mails on {len(mails)} days, {usual:g} a day, {most} at most"


def main(url: str) -> None:
    office = open_office(url)
    by_person: dict[str, list[Row[Any]]] = defaultdict(list)
    with office.database.reading() as tx:
        desk = office.shelf.desks(tx).active
        mails = select(outbox).where(outbox.c.reason == "imported", outbox.c.recipient.in_(desk.agents))
        for row in tx.conn.execute(mails.order_by(outbox.c.created_at, outbox.c.id)):
            by_person[row.recipient].append(row)
    for person, letters in by_person.items():
        print("\n".join(report(person, letters, desk)))
    office.close()


if __name__ == "__main__":
    main(sys.argv[1])
