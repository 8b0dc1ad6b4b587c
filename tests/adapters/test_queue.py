"""The doorbell: bounded to a second, silent when Redis ails, one for each process, and never a customer's word."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from escalator.adapters.queue import MAIL_TASK_SECONDS, POLL_TASK_SECONDS, TASK_SECONDS, Doorbell, celery_app
from escalator.embedded.valkey import Valkey
from tests.servers.processes import eventually


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[Valkey]:
    with Valkey(tmp_path / "broker") as server:
        yield server


@pytest.fixture
def doorbell(valkey: Valkey) -> Iterator[Doorbell]:
    bell = Doorbell(valkey.url)
    yield bell
    bell.close()


def queued(valkey: Valkey, queue: str) -> list[dict[str, dict[str, object]]]:
    with redis.Redis.from_url(valkey.url) as client:
        return [json.loads(message) for message in client.lrange(queue, 0, -1)]


def test_what_is_rung_waits_in_its_own_queue_with_readable_arguments(doorbell: Doorbell, valkey: Valkey) -> None:
    assert doorbell.publish("escalation.fire", ("T-1042", "breach.first_reply", 1), {"token": "abc", "deadline": 7})
    doorbell.ring_mailer()
    doorbell.ring_reader()

    [escalation], [mail], [reading] = (queued(valkey, name) for name in ("sweep", "mail", "inbound"))
    assert escalation["headers"]["task"] == "escalation.fire"
    assert escalation["headers"]["argsrepr"] == "('T-1042', 'breach.first_reply', 1)"
    assert escalation["headers"]["eta"] is None
    assert escalation["headers"]["expires"] is None
    assert mail["headers"]["task"] == "mail.deliver"
    assert mail["headers"]["expires"] is not None
    assert reading["headers"]["task"] == "inbound.read"
    assert reading["headers"]["expires"] is not None


def test_a_paused_redis_holds_nobody_for_more_than_a_second(doorbell: Doorbell, valkey: Valkey) -> None:
    assert doorbell.publish("sweep.tick")
    os.kill(valkey.pid, signal.SIGSTOP)
    try:
        first, took_first = timed(doorbell)
        second, took_second = timed(doorbell)
    finally:
        os.kill(valkey.pid, signal.SIGCONT)

    assert (first, second) == (False, False)
    assert 0.9 < took_first < 1.5
    assert took_second < 0.1


def timed(doorbell: Doorbell) -> tuple[bool, float]:
    start = time.monotonic()
    rung = doorbell.publish("sweep.tick")
    return rung, time.monotonic() - start


def test_when_redis_goes_on_the_bell_rings_again(doorbell: Doorbell, valkey: Valkey) -> None:
    os.kill(valkey.pid, signal.SIGSTOP)
    assert not doorbell.publish("sweep.tick")
    os.kill(valkey.pid, signal.SIGCONT)

    assert eventually(lambda: doorbell.publish("sweep.tick"), 15)


def test_a_redis_that_is_not_there_costs_at_most_a_second(valkey: Valkey, doorbell: Doorbell) -> None:
    valkey.stop()

    rung, took = timed(doorbell)

    assert not rung
    assert took < 1.5


def test_after_a_restart_of_redis_it_rings_again(valkey: Valkey, doorbell: Doorbell) -> None:
    assert doorbell.publish("sweep.tick")
    valkey.stop_immediately()
    valkey.start()

    assert eventually(lambda: doorbell.publish("sweep.tick"), 15)


def test_many_threads_ring_at_once(doorbell: Doorbell, valkey: Valkey) -> None:
    ringers = [threading.Thread(target=doorbell.publish, args=("sweep.tick",)) for _ in range(20)]
    for ringer in ringers:
        ringer.start()
    for ringer in ringers:
        ringer.join()

    assert len(queued(valkey, "sweep")) == 20


FORKING = """
import os, sys
from escalator.adapters.queue import Doorbell
bell = Doorbell(sys.argv[1])
assert bell.publish("sweep.tick")
child = os.fork()
if child == 0:
    os._exit(0 if bell.publish("sweep.tick") else 1)
_, status = os.waitpid(child, 0)
assert status == 0, status
assert bell.publish("sweep.tick")
"""


def test_it_rings_in_a_forked_process_too(valkey: Valkey) -> None:
    subprocess.run([sys.executable, "-c", FORKING, valkey.url], check=True, timeout=30)

    assert len(queued(valkey, "sweep")) == 3


def test_no_task_may_run_longer_than_redis_waits_for_it() -> None:
    configuration = celery_app("redis://127.0.0.1:1/0").conf
    patience = configuration.broker_transport_options["visibility_timeout"]
    assert max(configuration.task_time_limit, MAIL_TASK_SECONDS, POLL_TASK_SECONDS, TASK_SECONDS) < patience


def test_a_message_may_be_lost_late_or_doubled_and_is_never_code() -> None:
    configuration = celery_app("redis://127.0.0.1:1/0").conf
    assert configuration.accept_content == ["json"]
    assert configuration.task_serializer == "json"
    assert configuration.task_acks_late
    assert not configuration.task_reject_on_worker_lost
    assert configuration.worker_prefetch_multiplier == 1
    assert configuration.result_backend is None


def test_a_beat_that_was_away_makes_up_for_nothing() -> None:
    schedule = celery_app("redis://127.0.0.1:1/0", has_mailbox=True).conf.beat_schedule
    assert {entry["task"]: entry["schedule"] for entry in schedule.values()} == {
        "sweep.tick": 1.0,
        "mail.deliver": 5.0,
        "webhook.deliver": 5.0,
        "inbound.read": 5.0,
        "inbound.poll": 15.0,
    }
    assert all(entry["options"]["expires"] == entry["schedule"] for entry in schedule.values())
    assert "poll" not in celery_app("redis://127.0.0.1:1/0").conf.beat_schedule
