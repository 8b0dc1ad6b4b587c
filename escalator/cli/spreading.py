"""Spreads a recalculation over processes, because one of them uses one core only."""

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context

import click

from escalator import logs
from escalator.bootstrap import Office, open_office
from escalator.service.impact import Impact
from escalator.service.recalculation import RecalculationService, Spread
from escalator.settings import read_secret_key

from .office import OPERATOR, database_url

# Below it, a second process would need longer to start than to help.
FEW = 2_000

_ours: list[RecalculationService] = []


@contextmanager
def spread(opened: Office, base_url: str, jobs: int) -> Iterator[Spread | None]:
    """Gives what hands chunks out to `jobs` processes; nothing when this one does as well.

    SQLite has one writer at a time, so that more of them would only wait for each other.
    """
    if jobs == 1 or not opened.database.on_postgres or opened.recalculation().tickets() < FEW:
        yield None
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (database_url(), base_url)) as pool:
        try:
            yield partial(pool.map, _recalculate)
        except BrokenProcessPool:
            raise click.ClickException("a process was killed; apply the same file again to finish") from None
        finally:
            pool.shutdown(cancel_futures=True)


def _begin(url: str, base_url: str) -> None:
    """In a process of the pool: connections of its own, and an interrupted chunk is brought to its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logs.configure("WARNING")
    _ours.append(open_office(url).recalculation(base_url, read_secret_key()))


def _recalculate(ids: Sequence[int]) -> Impact:
    return _ours[0].recalculate(OPERATOR, ids)
