"""`escalator clocks` and `escalator import` read the same log alike, wherever no ladder has a reason to run."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from hypothesis import given, settings
from sqlalchemy import select

from escalator.bootstrap import importing
from escalator.core.desk.loops import WEIGHTS
from escalator.core.dossier import Dossier
from escalator.core.simulation.replaying import Replay
from escalator.core.simulation.timelines import Log
from escalator.store import imports as rows
from escalator.store.tables import tickets
from tests.core.case import DESK
from tests.core.random_logs import log_of, logs
from tests.servers.databases import Databases
from tests.story import Story

# Nothing is ever late here, and nothing shows a loop, so no ladder runs, and nobody has to take a ticket.
PATIENT = DESK.replace("{first_reply: 4h, next_reply: 2h, resolution: 16h, requester_wait: 16h, update: 8h}", "ALL")
PATIENT = PATIENT.replace("{first_reply: 1h, next_reply: 1h, resolution: 4h, update: 8h}", "ALL")
PATIENT = PATIENT.replace(
    "ALL", "{first_reply: 1000h, next_reply: 1000h, resolution: 1000h, requester_wait: 1000h, update: 1000h}"
)
PATIENT += f"loops: {{weights: {{{', '.join(f'{signal}: 0' for signal in WEIGHTS)}}}}}\n"

Read = tuple[dict[str, dict[str, Any]], dict[str, int]]


@given(logs())
@settings(max_examples=30)
def test_a_replay_and_an_import_say_the_same(sqlite_databases: Databases, cases: dict[str, Any]) -> None:
    log = log_of(cases)
    with Story(url := sqlite_databases.fresh(), PATIENT) as live:
        assert replayed(log, live) == imported(log, live, url)


def replayed(log: Log, live: Story) -> Read:
    """Every case that began by its name, and what came to nothing."""
    with live.app.database.reading() as tx:
        desk = live.app.handling.shelf.desks(tx).active
    end = max((logged.known_at for timeline in log.timelines for logged in timeline.events), default=live.clock.now)
    replay = Replay(log.timelines, desk, end)
    begun = [case for case in replay.cases() if case.has_begun]
    said = {
        case.name: plain(
            case.dossier, case.merged_into and case.merged_into.name, case.follow_up_of and case.follow_up_of.name
        )
        for case in begun
    }
    return said, dict(replay.passed_over)


def imported(log: Log, live: Story, url: str) -> Read:
    with importing(url) as service:
        run = service.play(log, "import:parity", lambda *_: None)
    assert run.failed == 0
    with live.app.database.reading() as tx:
        keys = {row.id: row.import_key for row in tx.conn.execute(select(tickets.c.id, tickets.c.import_key))}
        names = dict(_named(keys, found := list(rows.dossiers(tx, "import:parity"))))
    said = {
        names[dossier.ticket.id]: plain(
            dossier, names.get(dossier.ticket.merged_into or 0), names.get(dossier.ticket.follow_up_of or 0)
        )
        for dossier in found
    }
    return said, dict(run.passed_over)


def _named(keys: dict[int, str | None], found: list[Dossier]) -> Iterator[tuple[int, str]]:
    """The tickets by number with the names that a replay gives them: `a+1`, `a+2` for what follows `a`."""
    before = {dossier.ticket.id: dossier.ticket.follow_up_of for dossier in found}
    for number in before:
        first, follows = number, 0
        while (closed := before[first]) is not None:
            first, follows = closed, follows + 1
        yield number, f"{keys[first]}+{follows}" if follows else str(keys[first])


def plain(dossier: Dossier, merged_into: str | None, follow_up_of: str | None) -> dict[str, Any]:
    """The whole dossier but for what is numbered or swept: versions, and a close just after its time."""
    said = asdict(dossier.ticket) | {"merged_into": merged_into, "follow_up_of": follow_up_of}
    for name in ("id", "version", "changed_at", "stays"):
        del said[name]
    return said | {"cycles": dossier.cycles}
