"""The watch does without beat and Redis what they should have rung for, and only then."""

import threading
from collections.abc import Iterator

import pytest

from escalator.adapters.channels import Delivery, Outcome, Sending
from escalator.bootstrap import Application, build
from tests.servers.crew import ADMIN, hasty_desk, open_drills, settings_on
from tests.servers.processes import eventually
from workers.watch import (
    Watch,
    deliver_when_silent,
    read_when_silent,
    stop_on_foreign_schema,
    sweep_when_silent,
    watches,
)

from .conftest import Clock, RememberingDoorbell
from .record import breached


def test_when_no_tick_has_ever_come_it_sweeps(app: Application, clock: Clock, doorbell: RememberingDoorbell) -> None:
    open_drills(app, 1)
    clock.pass_seconds(2)

    sweep_when_silent(app)

    assert breached(app) == {"T-1"}
    assert doorbell.mailer_rings == 1


def test_while_ticks_come_it_leaves_the_work_to_them(app: Application, clock: Clock) -> None:
    open_drills(app, 1)
    clock.pass_seconds(2)
    app.deadlines.beat()
    clock.pass_seconds(3)

    sweep_when_silent(app)

    assert breached(app) == set()


def test_after_three_seconds_of_silence_it_sweeps_and_the_others_see_it(app: Application, clock: Clock) -> None:
    open_drills(app, 1)
    app.deadlines.beat()
    clock.pass_seconds(3.001)

    sweep_when_silent(app)

    silence = app.deadlines.silence()
    assert breached(app) == {"T-1"}
    assert silence is not None
    assert silence.total_seconds() == 0


class Postman:
    def __init__(self) -> None:
        self.carried: list[str] = []

    def deliver(self, sending: Sending) -> Delivery:
        self.carried.append(sending.address)
        return Delivery(Outcome.SENT, "after_dot", 250, "")


@pytest.fixture
def postman() -> Postman:
    return Postman()


@pytest.fixture
def mailing(database_url: str, clock: Clock, postman: Postman) -> Iterator[Application]:
    app = build(settings_on(database_url), channels={"mail": postman}, clock=clock)
    app.desk.apply(ADMIN, hasty_desk())
    yield app
    app.close()


def test_when_nobody_delivers_it_empties_the_outbox(mailing: Application, clock: Clock, postman: Postman) -> None:
    open_drills(mailing, 3)
    clock.pass_seconds(2)
    mailing.deadlines.sweep()

    deliver_when_silent(mailing)

    assert postman.carried == ["lee@harbour.example"] * 3


def test_while_somebody_delivers_it_waits(mailing: Application, clock: Clock, postman: Postman) -> None:
    mailing.delivery.deliver()
    open_drills(mailing, 1)
    clock.pass_seconds(8)
    mailing.deadlines.sweep()

    deliver_when_silent(mailing)
    assert postman.carried == []

    clock.pass_seconds(0.001)
    deliver_when_silent(mailing)
    assert postman.carried == ["lee@harbour.example"]


MAIL = b"From: dana@city.example\r\nSubject: hello\r\nMessage-ID: <1@city.example>\r\n\r\nIt is broken.\r\n"


def _inbox(app: Application) -> dict[str, int]:
    return app.incoming.counts(ADMIN)


def test_when_nobody_reads_it_reads_what_has_come_in(app: Application, clock: Clock) -> None:
    app.receiving.accept(ADMIN, MAIL, "http")
    read_when_silent(app)
    assert _inbox(app) == {"settled": 1}


def test_while_somebody_reads_mail_waits_for_them(app: Application, clock: Clock) -> None:
    app.incoming.work()
    app.receiving.accept(ADMIN, MAIL, "http")
    clock.pass_seconds(8)

    read_when_silent(app)
    assert _inbox(app) == {"waiting": 1}

    clock.pass_seconds(0.001)
    read_when_silent(app)
    assert _inbox(app) == {"settled": 1}


def test_a_worker_stops_itself_when_the_schema_is_another(app: Application) -> None:
    stops: list[str] = []

    stop_on_foreign_schema(app, lambda: stops.append("stop"))
    assert stops == []

    with app.database.transaction() as tx:
        tx.conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    try:
        stop_on_foreign_schema(app, lambda: stops.append("stop"))
    finally:
        _put_schema_back(app)
    assert stops == ["stop"]


def _put_schema_back(app: Application) -> None:
    from escalator.store.migrate import head

    with app.database.transaction() as tx:
        tx.conn.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{head()}'")


def test_a_look_that_fails_is_followed_by_the_next() -> None:
    looks: list[int] = []
    seen = threading.Event()

    def look() -> None:
        looks.append(1)
        if len(looks) < 3:
            raise ConnectionError("the database is away")
        seen.set()

    watch = Watch("test", look, seconds=0.001)
    watch.start()

    assert seen.wait(10)
    watch.end()
    assert eventually(lambda: not watch.is_alive())


@pytest.mark.parametrize(
    ("queues", "names"),
    [
        (("sweep",), ["watch-sweep", "watch-schema"]),
        (("mail",), ["watch-mail", "watch-schema"]),
        (("webhook",), ["watch-webhook", "watch-schema"]),
        (("inbound",), ["watch-inbound", "watch-mailbox", "watch-schema"]),
        (("sweep", "mail"), ["watch-sweep", "watch-mail", "watch-schema"]),
    ],
)
def test_each_worker_watches_over_what_its_queues_are_for(
    app: Application, queues: tuple[str, ...], names: list[str]
) -> None:
    assert [watch.name for watch in watches(app, queues, lambda: None)] == names
