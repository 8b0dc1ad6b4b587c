"""Set-wise writes say the same on both databases, whatever stands in the values."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from escalator.store import setwise
from escalator.store.database import Database, Transaction
from escalator.store.tables import events, outbox, people, tickets

NOON = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
NASTY = "quote ' double \" brace {a,b} back\\slash NULL ü 漢 \t\n"


@pytest.fixture
def tx(database_url: str) -> Iterator[Transaction]:
    database = Database(database_url)
    with database.transaction() as tx:
        yield tx
    database.close()


def _ticket(number: int) -> dict[str, object]:
    values = {column.name: None for column in tickets.c if column.nullable}
    plain = {"lane": "live", "subject": NASTY, "requester_email": "", "channel": "", "status": "new", "priority": ""}
    lists = {"requester": {"name": NASTY}, "tags": [NASTY, ""], "failed": [], "failed_tiers": [1], "cycles": []}
    more = {"level": 1, "opened_by": "", "replied": False, "ages": 0, "version": 0, "run_number": 0}
    return values | plain | lists | more | {"id": number, "created_at": NOON}


def test_what_is_inserted_is_read_back_to_the_letter(tx: Transaction) -> None:
    setwise.insert(tx, tickets, [_ticket(1), _ticket(2)])
    row = tx.conn.execute(select(tickets).where(tickets.c.id == 2)).one()
    assert (row.subject, row.tags, row.requester) == (NASTY, [NASTY, ""], {"name": NASTY})
    assert (row.created_at, row.waiting_since, row.replied, row.owner) == (NOON, None, False, None)


def test_an_update_touches_only_its_rows_and_columns(tx: Transaction) -> None:
    setwise.insert(tx, tickets, [_ticket(number) for number in (1, 2, 3)])
    changes = [{"id": 1, "owner": "a", "cycles": [{"x": None}]}, {"id": 3, "owner": None, "cycles": []}]
    setwise.update(tx, tickets, ("id",), changes)
    rows = tx.conn.execute(select(tickets.c.owner, tickets.c.cycles, tickets.c.subject).order_by(tickets.c.id)).all()
    assert [tuple(row) for row in rows] == [("a", [{"x": None}], NASTY), (None, [], NASTY), (None, [], NASTY)]


def test_an_upsert_inserts_updates_and_leaves_what_must_stay(tx: Transaction) -> None:
    setwise.upsert(tx, people, ("email",), [{"email": "a", "away_until": NOON}, {"email": "b", "away_until": None}])
    setwise.upsert(tx, people, ("email",), [{"email": "b", "away_until": NOON}])
    rows = tx.conn.execute(select(people.c.email, people.c.away_until).order_by(people.c.email)).all()
    assert [tuple(row) for row in rows] == [("a", NOON), ("b", NOON)]


def test_bytes_arrive_as_they_are(tx: Transaction) -> None:
    setwise.insert(tx, tickets, [_ticket(1)])
    payload = bytes(range(256))
    values = {"kind": "", "channel": "", "sender": "", "recipient": "", "message_id": "", "state": "pending"}
    rows = [{"key": "k", "ticket_id": 1, "run": 0, "turn": 0, "payload": payload, "created_at": NOON} | values]
    setwise.insert(tx, outbox, [row | {"next_try_at": NOON} for row in rows])
    assert tx.conn.execute(select(outbox.c.payload)).scalar_one() == payload


def test_no_rows_are_no_statement(tx: Transaction) -> None:
    for write in (setwise.insert, lambda *args: setwise.update(*args[:2], ("id",), args[2])):
        write(tx, events, [])
