"""The sweep hands out what is due: singly for operators to watch, in chunks in a burst, to nobody without Redis."""

from types import ModuleType

import pytest

from escalator.bootstrap import Application
from tests.servers.crew import open_drills

from .conftest import Clock, RememberingDoorbell
from .record import breached


@pytest.fixture
def tick(sweeping: ModuleType, app: Application, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sweeping, "application", lambda: app)
    return sweeping


def test_at_ordinary_load_every_deadline_is_a_task_that_says_what_it_is(
    tick: ModuleType, app: Application, clock: Clock, doorbell: RememberingDoorbell
) -> None:
    open_drills(app, 2)
    clock.pass_seconds(2)

    tick.tick()

    assert [(name, args) for name, args, _ in doorbell.rung] == [
        ("escalation.fire", ("T-1", "breach.first_reply", 1)),
        ("escalation.fire", ("T-2", "breach.first_reply", 1)),
    ]
    assert breached(app) == set()


def test_such_a_task_fires_its_deadline_once_and_rings_the_mailer(
    tick: ModuleType, app: Application, clock: Clock, doorbell: RememberingDoorbell
) -> None:
    open_drills(app, 1)
    clock.pass_seconds(2)
    tick.tick()
    [(_, args, kwargs)] = doorbell.rung

    tick.fire(*args, **kwargs)
    tick.fire(*args, **kwargs)

    assert breached(app) == {"T-1"}
    assert doorbell.mailer_rings == 1


def test_before_its_time_nothing_is_handed_out(
    tick: ModuleType, app: Application, doorbell: RememberingDoorbell
) -> None:
    open_drills(app, 1)

    tick.tick()

    assert doorbell.rung == []


def test_a_tick_is_a_sign_of_life(tick: ModuleType, app: Application, clock: Clock) -> None:
    tick.tick()
    clock.pass_seconds(7)

    silence = app.deadlines.silence()

    assert silence is not None
    assert silence.total_seconds() == 7


def test_without_redis_what_is_due_is_fired_here_and_now(
    tick: ModuleType, app: Application, clock: Clock, doorbell: RememberingDoorbell
) -> None:
    tickets = open_drills(app, 3)
    clock.pass_seconds(2)
    doorbell.takes = 1

    tick.tick()

    assert breached(app) == set(tickets[1:])
    assert len(doorbell.rung) == 1


def test_in_a_burst_some_chunks_are_given_away_and_the_rest_fired_here(
    tick: ModuleType, app: Application, clock: Clock, doorbell: RememberingDoorbell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tick, "CHUNK", 10)
    tickets = open_drills(app, 65)
    clock.pass_seconds(2)

    tick.tick()
    assert [name for name, _, _ in doorbell.rung] == ["escalation.fire_chunk"] * tick.CHUNKS_GIVEN_AWAY
    assert breached(app) == set(tickets[40:])

    for _, args, kwargs in doorbell.rung:
        tick.fire_chunk(*args, **kwargs)
    assert breached(app) == set(tickets)


def test_a_tick_goes_on_until_nothing_is_due(
    tick: ModuleType, app: Application, clock: Clock, doorbell: RememberingDoorbell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tick, "CLAIM_LIMIT", 4)
    doorbell.works = False
    tickets = open_drills(app, 10)
    clock.pass_seconds(2)

    tick.tick()

    assert breached(app) == set(tickets)
