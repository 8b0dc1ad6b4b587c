"""Walks through many tickets chunk after chunk, in the order of their numbers, while people go on working."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from escalator.core.errors import Busy
from escalator.store.database import Database

# How long agents and the sweep may have to wait for a ticket: a chunk takes a fraction of a second.
CHUNK = 200

# Writers of SQLite do not queue, they ask again every tenth of a second; so that is how long the door stays open.
_GAP_SECONDS = 0.11

# What a chunk may fail with because of one of its rows: the database refuses it, or it cannot even be read.
_REFUSALS = (DBAPIError, Busy, ValueError, TypeError, KeyError)

Progress = Callable[[int, int], None]
Done = TypeVar("Done")


def chunks(following: Callable[[int, int], list[int]]) -> Iterator[list[int]]:
    """All tickets; `following` gives the next ones after a number, so many at most."""
    last = 0
    while ids := following(last, CHUNK):
        yield ids
        last = ids[-1]


def one_by_one_if_refused(
    work: Callable[[Sequence[int]], Done], ids: Sequence[int], failed: Callable[[int, Exception], Done]
) -> list[Done]:
    """What `work` made of the whole chunk, or else of each ticket; `failed` speaks for what is refused alone."""
    try:
        return [work(ids)]
    except _REFUSALS as refusal:
        if len(ids) == 1:
            return [failed(ids[0], refusal)]
    return [done for id_ in ids for done in one_by_one_if_refused(work, [id_], failed)]


def let_others_in(database: Database) -> None:
    """After each chunk: on PostgreSQL they need not wait for it, on SQLite this is when they come to write."""
    if not database.on_postgres:
        time.sleep(_GAP_SECONDS)
