"""How long one more holiday takes 100,000 open cycles, and how late the sweep is meanwhile.

The real command beside beat, workers, PostgreSQL and Valkey. Run as `python -m bench.recalculation`.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from escalator.bootstrap import Application
from escalator.service.opening import NewTicket
from escalator.store.tables import metadata
from tests.servers.crew import ADMIN, DANA, ROOT, Crew, hasty_desk
from tests.story import MovedClock
from tests.workers.record import now

from .lag import P99_GOAL, TARGET, desk, lags_of, open_before

TEMPLATES, COPIES, CYCLES_EACH = 336, 100, 3
GOAL_SECONDS = 60.0
TRICKLE_SECONDS, A_SECOND = 60, 5

# Long enough that nothing falls due by itself, wherever in the week this runs.
PROMISES = "any: {first_reply: 30h, next_reply: 30h, resolution: 90h, requester_wait: 120h}"


def desk_text(holiday: str = "") -> str:
    """The desk of the other benchmark with promises for longer, and one holiday more."""
    promised = "any: {first_reply: 4h, next_reply: 2h, resolution: 16h}"
    text = hasty_desk(f"{TARGET.seconds}s")
    assert promised in text
    more = f"holidays:\n      - {holiday}\n" if holiday else "holidays:\n"
    return text.replace(promised, PROMISES).replace("holidays:\n", more, 1)


def open_templates(crew: Crew, begin: datetime) -> None:
    """Tickets by hand, a second apart: every other one is answered and asks again."""
    clock = MovedClock(begin)
    app = crew.application(clock=clock)
    for number in range(TEMPLATES):
        clock.now += timedelta(seconds=1)
        ticket = app.tickets.create(ADMIN, NewTicket(subject=f"no. {number}", body="help", requester=DANA))
        if number % 2:
            app.tickets.say(ADMIN, ticket.id, None, "which printer?", "public", "agent")
            app.tickets.say(ADMIN, ticket.id, None, "the new one", "public", "customer")
    app.close()


def multiply(app: Application) -> None:
    """Copies the tickets with all that belongs to them: a fold and its events, a promise and its deadline."""
    with app.database.transaction() as tx:
        for name in ("tickets", "messages", "deadlines", "events"):
            own = "id" if name == "tickets" else "ticket_id"
            kept = [column.name for column in metadata.tables[name].c if column.name not in ("id", own)]
            columns = ", ".join(kept)
            tx.conn.execute(
                text(
                    f"INSERT INTO {name} ({own}, {columns}) SELECT {own} + {TEMPLATES} * copy, {columns}"
                    f" FROM {name}, generate_series(1, {COPIES - 1}) AS copy"
                )
            )
        tx.conn.execute(text("SELECT setval(pg_get_serial_sequence('tickets', 'id'), (SELECT max(id) FROM tickets))"))
    with app.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.execute(text("ANALYZE"))


def apply(crew: Crew, document: str) -> tuple[float, float, str]:
    """Runs the command as an operator does: the seconds it took, those that it computed, and what it said."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "desk.yaml"
        file.write_text(document)
        words = [sys.executable, "-c", "from escalator.cli import main; main()", "desk", "apply", "--yes", str(file)]
        start, before = time.monotonic(), _computed()
        environment = os.environ | crew.environment
        done = subprocess.run(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        seconds = time.monotonic() - start
    return seconds, _computed() - before, done.stdout


def _computed() -> float:
    """Processor time of the processes that have ended; PostgreSQL goes on and does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    with desk() as (crew, app):
        app.desk.apply(ADMIN, desk_text())
        open_templates(crew, now(app) - timedelta(hours=1))
        multiply(app)
        print(f"{TEMPLATES * COPIES:,} open tickets with {TEMPLATES * COPIES * CYCLES_EACH:,} open cycles")
        begin = now(app) + timedelta(seconds=30)
        dues = [begin + timedelta(seconds=number / A_SECOND) for number in range(TRICKLE_SECONDS * A_SECOND)]
        open_before(crew, dues)
        time.sleep((begin - now(app)).total_seconds())
        seconds, spent, said = apply(crew, desk_text(next_workday(begin)))
        trickle = lags_of(app, dues)
    print(said)
    cuts = statistics.quantiles(trickle, n=100, method="inclusive")
    print(f"recalculated in {seconds:.1f} s (goal {GOAL_SECONDS:.0f} s), with {spent:.0f} s of processor time")
    print(f"meanwhile, due -> fired: median {cuts[49]:.2f} s, p99 {cuts[98]:.2f} s (goal {P99_GOAL} s)")


def next_workday(moment: datetime) -> str:
    day = moment.date() + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day.isoformat()


if __name__ == "__main__":
    main()
