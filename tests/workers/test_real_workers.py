"""Real workers, beat, mailer and Flower on a real broker: killed or cut off, they lose and double nothing."""

import json
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest

from escalator.bootstrap import Application
from escalator.embedded.valkey import Valkey
from tests.servers.crew import ADMIN, Crew, all_ready, hasty_desk, open_drills
from tests.servers.processes import eventually, is_gone

from .record import breached, breaches, claimed, end_all_leases, letters, now

pytestmark = pytest.mark.slow


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[Valkey]:
    with Valkey(tmp_path / "broker") as server:
        yield server


def ready(crew: Crew, first_reply: str = "1s") -> Application:
    app = crew.application()
    app.desk.apply(ADMIN, hasty_desk(first_reply))
    return app


@pytest.fixture
def crew(tmp_path: Path, sqlite_database_url: str, valkey: Valkey) -> Iterator[Crew]:
    with Crew(tmp_path / "crew", sqlite_database_url, valkey.url) as crew:
        yield crew


def flower_tasks(crew: Crew) -> list[tuple[str, str, str]]:
    tasks = json.loads(crew.flower_json("/api/tasks"))
    return [(task["name"], task["args"], task["state"]) for task in tasks.values()]


def answers(ask: Callable[[], object]) -> bool:
    try:
        return bool(ask())
    except OSError:
        return False


def test_flower_shows_each_escalation_with_readable_arguments(crew: Crew) -> None:
    app = ready(crew)
    worker, _, _ = crew.worker(1), crew.flower(), crew.beat()
    assert all_ready(crew, worker)
    assert eventually(lambda: answers(lambda: crew.flower_json("/api/tasks")), 20)

    open_drills(app, 1)

    shown = ("escalation.fire", "('T-1', 'breach.first_reply', 1)", "SUCCESS")
    assert eventually(lambda: shown in flower_tasks(crew), 15), flower_tasks(crew)
    assert "sweep0@test" in json.loads(crew.flower_json("/api/workers?refresh=true"))
    with pytest.raises(HTTPError, match="403"):
        crew.flower_json("/api/task/async-apply/mail.deliver", b"{}")
    app.close()


def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(
    tmp_path: Path, database_url: str, valkey: Valkey
) -> None:
    with Crew(tmp_path / "crew", database_url, valkey.url) as crew:
        app = ready(crew)
        start = now(app)
        frozen = crew.application(clock=lambda _: start)
        worker, _ = crew.worker(), crew.beat()
        assert all_ready(crew, worker)
        open_drills(frozen, 200)

        assert eventually(lambda: claimed(app) > 0, 10)
        crew.kill(worker)
        fired_before = len(breached(app))
        assert fired_before < 200

        end_all_leases(app)
        crew.worker()
        assert eventually(lambda: len(breached(app)) == 200, 20)
        assert set(breaches(app).values()) == {1}
        assert set(letters(app).values()) == {1}
        assert len(letters(app)) == 200
        frozen.close()
        app.close()


def pause(valkey: Valkey) -> None:
    os.kill(valkey.pid, signal.SIGSTOP)


@pytest.mark.parametrize("fault", [pause, Valkey.stop_immediately], ids=["paused", "dead"])
def test_without_redis_what_is_due_fires_and_is_mailed(
    crew: Crew, valkey: Valkey, fault: Callable[[Valkey], None]
) -> None:
    app = ready(crew)
    worker, mailer, _, _ = crew.worker(1), crew.mailer(), crew.beat(), crew.mail_sink()
    assert all_ready(crew, worker, mailer)

    fault(valkey)
    tickets = open_drills(app, 3)

    assert eventually(lambda: breached(app) == set(tickets), 15)
    assert eventually(lambda: len(crew.mails()) == 3, 20)
    app.close()
    if fault is pause:
        os.kill(valkey.pid, signal.SIGCONT)


def test_a_worker_that_is_told_to_end_does_not_wait_for_a_paused_redis(crew: Crew, valkey: Valkey) -> None:
    ready(crew).close()
    worker = crew.worker(1)
    assert all_ready(crew, worker)
    pause(valkey)

    crew.ask_to_stop(worker)

    assert eventually(lambda: crew.ended(worker), 12)
    os.kill(valkey.pid, signal.SIGCONT)


def test_killing_a_busy_mailer_leaves_no_process(crew: Crew) -> None:
    app = ready(crew)
    mailer = crew.mailer()
    assert all_ready(crew, mailer)
    assert eventually(
        lambda: app.delivery.silence() is not None
    )  # so its watch has looked, and leaves it to the task
    with socket.create_server(("127.0.0.1", crew.mail_port)) as server_that_never_speaks:
        open_drills(app, 1)
        assert eventually(lambda: app.deadlines.sweep().letters == 1)
        app.doorbell.ring_mailer()
        server_that_never_speaks.settimeout(15)
        talk, _ = server_that_never_speaks.accept()
        children = crew.children(mailer)

        crew.kill(mailer)

        assert eventually(lambda: all(is_gone(child) for child in children), 5)
        talk.close()
    app.close()


def test_a_worker_of_another_release_than_the_database_does_not_start(crew: Crew) -> None:
    app = ready(crew)
    with app.database.transaction() as tx:
        tx.conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    worker = crew.worker(1)

    assert eventually(lambda: crew.ended(worker), 20)
    assert "run `escalator migrate`" in crew.said(worker)
    app.close()


def test_a_worker_stops_when_the_database_moves_on(crew: Crew) -> None:
    app = ready(crew)
    worker = crew.worker(1)
    assert all_ready(crew, worker)

    with app.database.transaction() as tx:
        tx.conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    assert eventually(lambda: crew.ended(worker), 20)
    assert "foreign_schema" in crew.said(worker)
    app.close()
