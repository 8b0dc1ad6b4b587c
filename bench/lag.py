"""How late deadlines fire: real beat, worker processes, PostgreSQL and Valkey. Run as `python -m bench.lag`."""

import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from escalator.bootstrap import Application
from escalator.embedded.valkey import Valkey
from escalator.store.migrate import upgrade
from tests.servers.crew import ADMIN, Crew, all_ready, hasty_desk, open_drills
from tests.servers.postgres import Postgres
from tests.story import MovedClock
from tests.workers.record import lateness, now

ORDINARY, ORDINARY_SECONDS = 150, 30.0
BURST = 1_000
TARGET = timedelta(seconds=20)
MEDIAN_GOAL, P99_GOAL = 1.2, 2.0


@contextmanager
def desk() -> Iterator[tuple[Crew, Application]]:
    """A desk at work: beat and two worker processes."""
    with tempfile.TemporaryDirectory() as folder, Postgres() as postgres, Valkey(Path(folder) / "broker") as valkey:
        upgrade(postgres.url)
        with Crew(Path(folder) / "crew", postgres.url, valkey.url) as crew:
            app = crew.application()
            app.desk.apply(ADMIN, hasty_desk(f"{TARGET.seconds}s"))
            worker, _ = crew.worker(processes=2), crew.beat()
            if not all_ready(crew, worker):
                sys.exit(crew.said(worker))
            yield crew, app
            app.close()


def lags(crew: Crew, app: Application, dues: Sequence[datetime]) -> list[float]:
    """Seconds from due to the transaction that fired, for tickets that fall due at `dues`; shortest first."""
    open_before(crew, dues)
    if now(app) > min(dues):
        sys.exit("This machine opens tickets too slowly for this benchmark.")
    return lags_of(app, dues)


def open_before(crew: Crew, dues: Sequence[datetime]) -> None:
    """Opens the tickets that fall due at `dues`."""
    clock = MovedClock()
    opener = crew.application(clock=clock)
    for due, many in Counter(dues).items():
        clock.now = due - TARGET
        open_drills(opener, many)
    opener.close()


def lags_of(app: Application, dues: Sequence[datetime]) -> list[float]:
    """Waits until all of them have fired."""
    while len(late := lateness(app, min(dues))) < len(dues):
        time.sleep(0.5)
    return sorted(late)


def main() -> None:
    with desk() as (crew, app):
        start = now(app) + timedelta(seconds=15)
        step = timedelta(seconds=ORDINARY_SECONDS / ORDINARY)
        ordinary = lags(crew, app, [start + number * step for number in range(ORDINARY)])
        burst = lags(crew, app, [now(app) + timedelta(seconds=60)] * BURST)
    cuts = statistics.quantiles(ordinary, n=100, method="inclusive")
    print(f"{'due -> fired':34} {'median':>8} {'p90':>8} {'p99':>8} {'max':>8}")
    row = (statistics.median(ordinary), cuts[89], cuts[98], ordinary[-1])
    rate = f"{ORDINARY / ORDINARY_SECONDS:.0f} a second, for {ORDINARY_SECONDS:.0f} s"
    print(f"{rate:34} " + " ".join(f"{value:6.2f} s" for value in row))
    print(f"{f'{BURST:,} at once':34} drained in {burst[-1]:.1f} s")
    print(f"{'goal at ordinary load':34} {MEDIAN_GOAL:6.2f} s {'':8} {P99_GOAL:6.2f} s")


if __name__ == "__main__":
    main()
