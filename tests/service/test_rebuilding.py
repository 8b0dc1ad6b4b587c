"""Rows are a cache: after an upgrade, or when they are wrong, they are made anew from what happened."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select, update

from escalator.bootstrap import importing, open_office, rebuilding
from escalator.core.errors import Unavailable
from escalator.core.simulation.timelines import read
from escalator.embedded.first_run import migrate
from escalator.service.desk import DeskShelf
from escalator.service.imports import Imported
from escalator.service.rebuilding import RebuildingService, Rebuilt
from escalator.store.database import Database, Transaction
from escalator.store.migrate import upgrade
from escalator.store.tables import LIVE, deadlines, desks, escalation_runs, events, outbox, tickets
from tests import invariants
from tests.servers.databases import Databases
from tests.store.released import NOW, TICKETS, lay_down
from tests.story import LEE, SAM, Story


@pytest.fixture
def released(databases: Databases) -> str:
    """A database as the first release left it."""
    url = databases.blank()
    lay_down(url)
    return url


@pytest.fixture
def upgraded(released: str) -> Iterator[Story]:
    migrate(released, None)
    with at_work(released) as story:
        yield story


@contextmanager
def at_work(url: str) -> Iterator[Story]:
    """The old desk at work when the upgrade has come; what it finds to do at once may be told."""
    with opened(url) as tx:
        document = tx.conn.execute(select(desks.c.document).order_by(desks.c.version.desc()).limit(1)).scalar_one()
    with Story(url, document) as story:
        story.clock.now = story.mails_since = NOW
        yield story
        assert story.told is not None


def rebuilt(url: str) -> Rebuilt:
    with rebuilding(url) as service:
        return service.run(lambda *_: None)


# An upgrade.


def test_an_upgrade_makes_the_rows_of_the_first_release_those_of_this_one(released: str) -> None:
    before = _written(released)
    done = migrate(released, None)
    assert done is not None
    assert (done.tickets, done.failed) == (24, ())
    assert done.mended > len(TICKETS) // 2
    with at_work(released) as story:
        invariants.check(story.app, NOW)
        # No letter, and what has fired has fired; of events only that from now on somebody looks.
        watched = sum(len(story.facts(ref, "watched")) for ref in TICKETS.values())
        assert _written(released) == [before[0] + watched, *before[1:]]
    assert rebuilt(released) == Rebuilt(24, mended=0)
    assert migrate(released, None) is None


def test_after_it_work_goes_on(upgraded: Story) -> None:
    ref = TICKETS
    upgraded.replies(ref["breached"], LEE)
    upgraded.writes(ref["resolved"])
    upgraded.writes(ref["pending"])
    upgraded.does(ref["on_hold"], "resume", by=SAM)
    upgraded.does(ref["reopened"], "resolve", by=SAM)
    assert [upgraded.ticket(ref[name]).status for name in ("resolved", "pending", "on_hold", "reopened")] == [
        *["open"] * 3,
        "resolved",
    ]
    invariants.check(upgraded.app, NOW)
    upgraded.sleeps(days=8)
    upgraded.app.deadlines.sweep()
    assert upgraded.happened(ref["fresh"]).count("clock_breached") == 2


def test_an_age_that_was_brought_up_before_is_not_brought_up_again(upgraded: Story) -> None:
    ages = []
    for days in (0, 6, 1):
        upgraded.sleeps(days=days, minutes=1)
        upgraded.app.deadlines.sweep()
        ages.append([fact["number"] for fact in upgraded.facts(TICKETS["aged"], "age_reached")])
    assert ages == [[1, 3], [1, 3], [1, 3, 4]]


def test_what_was_resolved_before_there_was_a_window_closes_when_it_is_over(upgraded: Story) -> None:
    upgraded.passes(seconds=1)
    closed = {name for name in ("done_long_ago", "resolved") if upgraded.ticket(TICKETS[name]).status == "closed"}
    assert closed == {"done_long_ago"}
    assert upgraded.told == []


def test_the_silence_of_before_the_upgrade_is_not_told_at_once_but_counts_from_then(released: str) -> None:
    later = NOW + timedelta(days=9)
    _upgraded_at(released, later)
    with at_work(released) as story:
        story.clock.now = later
        unwatched = [ref for ref in TICKETS.values() if not story.facts(ref, "watched")]
        assert {story.ticket(ref).status for ref in unwatched} <= {"resolved", "closed"}
        assert {len(story.facts(ref, "watched")) for ref in TICKETS.values()} == {0, 1}
        before = _too_silent(story)
        story.passes(hours=2)
        assert _too_silent(story) == before == []
        story.passes(days=7)
        assert TICKETS["recalled"] in _too_silent(story)  # the others are asked for by ladders meanwhile
        invariants.check(story.app, NOW)
    assert rebuilt(released).mended == 0


def test_only_the_first_upgrade_to_a_release_that_watches_begins_to_watch(released: str) -> None:
    _upgraded_at(released, NOW)
    before = _written(released)
    with opened(released) as tx:
        tx.conn.execute(update(tickets).where(tickets.c.id == 1).values(priority="low"))
    _upgraded_at(released, NOW + timedelta(days=1))
    assert _written(released) == before
    with opened(released) as tx:
        lanes = (
            select(tickets.c.lane).join(events, events.c.ticket_id == tickets.c.id).where(events.c.kind == "watched")
        )
        assert set(tx.conn.execute(lanes).scalars()) == {LIVE}


def test_a_clock_that_was_cancelled_while_it_stood_still_keeps_that_as_a_pause(released: str) -> None:
    assert _clock(released, TICKETS["cancelled"])["pauses"] == []
    migrate(released, None)
    clock = _clock(released, TICKETS["cancelled"])
    assert (clock["state"], clock["ended"], len(clock["pauses"])) == ("cancelled", "resolved_unanswered", 1)


def test_an_upgrade_that_was_killed_is_finished_before_anybody_works(released: str) -> None:
    def killed(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        migrate(released, None, killed)
    with pytest.raises(Unavailable, match="escalator migrate"):
        open_office(released)
    assert migrate(released, None) is not None
    open_office(released).close()


def test_an_import_of_the_first_release_goes_on_where_it_stopped(released: str) -> None:
    migrate(released, None)
    with opened(released) as tx:
        lane = tx.conn.execute(select(tickets.c.lane).where(tickets.c.lane != LIVE).limit(1)).scalar_one()
    begun = datetime(2026, 3, 2, 11, tzinfo=UTC)
    entries = [
        {"at": (begun + timedelta(hours=hours)).isoformat(), "type": kind, "to": to, "actor": "Updated by 9"}
        for hours, kind, to in (
            (0, "created", "New"),
            (1, "state_changed", "Awaiting User Info"),
            (20, "resolved", ""),
        )
    ]
    log = read([json.dumps({"ticket_id": "INC4", "events": entries})], "log")
    with importing(released) as service:
        assert service.play(log, lane, lambda *_: None) == Imported(cases_known=1, entries=1)
    assert rebuilt(released).mended == 0


# At any time.


@pytest.fixture
def case(story: Story) -> int:
    """A ticket of which something fired, something is armed, and whose ladder is climbed."""
    ref = story.opened("nobody answers")
    story.passes(hours=4, minutes=5)
    assert story.told
    story.writes(ref)
    return int(ref.removeprefix("T-"))


@pytest.fixture
def url(story: Story) -> str:
    return story.app.database.engine.url.render_as_string(hide_password=False)


def test_rows_that_are_right_stay(url: str, case: int) -> None:
    assert rebuilt(url) == Rebuilt(1, mended=0)


@pytest.mark.parametrize(
    "wrong",
    [
        update(tickets).values(priority="low", stays=[], waiting_since=None),
        update(tickets).values(cycles=[]),
        update(escalation_runs).values(turn=99, due_at=None),
        update(deadlines).where(deadlines.c.state == "pending").values(due_at=NOW + timedelta(days=99)),
        update(deadlines).where(deadlines.c.state == "pending").values(state="cancelled"),
        update(deadlines).where(deadlines.c.state == "pending").values(state="quarantined"),
        insert(deadlines).values(ticket_id=1, kind="age", cycle=7, due_at=NOW, lane=LIVE, state="pending"),
    ],
)
def test_what_is_wrong_is_mended(story: Story, url: str, case: int, wrong: Any) -> None:
    fired = _written(url)
    with story.app.database.transaction() as tx:
        tx.conn.execute(wrong)
    with pytest.raises(AssertionError):
        invariants.check(story.app, NOW)
    assert rebuilt(url) == Rebuilt(1, mended=1)
    invariants.check(story.app, NOW)
    assert _written(url) == fired


def test_beside_people_at_work_it_finds_nothing_to_mend_and_loses_nothing(story: Story, url: str, case: int) -> None:
    done, over = [], threading.Event()

    def rebuild_again_and_again() -> None:
        while not over.is_set():
            done.append(rebuilt(url))

    beside = threading.Thread(target=rebuild_again_and_again)
    beside.start()
    try:
        for number in range(10):
            story.writes(f"T-{case}", f"no. {number}")
            story.replies(f"T-{case}", LEE)
    finally:
        over.set()
        beside.join()
    assert done
    assert [each.mended for each in done] == [0] * len(done)
    assert story.happened(f"T-{case}").count("agent_message") == 10


def test_every_lane_is_rebuilt_in_its_own_lane(released: str) -> None:
    migrate(released, None)
    with opened(released) as tx:
        before = set(tx.conn.execute(_LANES).all())
        tx.conn.execute(delete(deadlines).where(deadlines.c.lane != LIVE, deadlines.c.state == "pending"))
    assert {lane for _, lane in before} > {LIVE}
    assert rebuilt(released).mended == len({number for number, lane in before if lane != LIVE})
    with opened(released) as tx:
        assert set(tx.conn.execute(_LANES).all()) == before


_LANES = select(deadlines.c.ticket_id, deadlines.c.lane).where(deadlines.c.state == "pending").distinct()


@pytest.mark.parametrize(
    "broken",
    [
        delete(events).where(events.c.ticket_id == 1, events.c.seq == 2),
        delete(events).where(events.c.ticket_id == 1, events.c.seq > 1),
        delete(events).where(events.c.ticket_id == 1),
        update(events).where(events.c.ticket_id == 1, events.c.kind == "created").values(kind="of another world"),
        update(tickets).where(tickets.c.id == 1).values(status="lost"),
    ],
)
def test_what_cannot_be_folded_is_named_and_left_alone_and_the_others_are_mended(
    database_url: str, broken: Any
) -> None:
    story = Story(database_url)
    story.opened("one")
    story.opened("two")
    with opened(database_url) as tx:
        tx.conn.execute(broken)
        tx.conn.execute(update(tickets).where(tickets.c.id == 2).values(priority="low"))
        before = tx.conn.execute(select(tickets).where(tickets.c.id == 1)).one()
    assert rebuilt(database_url) == Rebuilt(2, mended=1, failed=(1,))
    assert story.ticket("T-2").priority == "normal"
    with opened(database_url) as tx:
        assert tx.conn.execute(select(tickets).where(tickets.c.id == 1)).one() == before
    story.app.close()


@contextmanager
def opened(url: str) -> Iterator[Transaction]:
    """Someone writes into the tables, past all that we know."""
    database = Database(url)
    try:
        with database.transaction() as tx:
            yield tx
    finally:
        database.close()


def _written(url: str) -> list[Any]:
    """What a rebuilding must not touch: events, letters, and what has fired."""
    fired = select(deadlines).where(deadlines.c.state == "fired").order_by(deadlines.c.id)
    with opened(url) as tx:
        counts = [tx.conn.execute(select(func.count()).select_from(table)).scalar_one() for table in (events, outbox)]
        return [*counts, *tx.conn.execute(fired).all()]


def _upgraded_at(url: str, moment: datetime) -> None:
    upgrade(url)
    database = Database(url, lambda _: moment)
    try:
        RebuildingService(database, DeskShelf()).run(lambda *_: None)
    finally:
        database.close()


def _too_silent(story: Story) -> list[str]:
    return [
        ref for ref in TICKETS.values() if any(fact["kind"] == "silence" for fact in story.facts(ref, "signal_found"))
    ]


def _clock(url: str, ref: str) -> Any:
    """The newest cycle of the next reply, as the row has it."""
    with opened(url) as tx:
        number = int(ref.removeprefix("T-"))
        cycles = tx.conn.execute(select(tickets.c.cycles).where(tickets.c.id == number)).scalar_one()
    return [cycle for cycle in cycles if cycle["metric"] == "next_reply"][-1]
