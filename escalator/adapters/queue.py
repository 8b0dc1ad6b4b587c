"""Celery as a doorbell: it tells workers that there is work, and may be lost without losing any (guarantees.md).

Nothing here keeps a promise: no result backend, no ETA, no countdown, no retry. A task's arguments are ids and codes.
"""

import os
import queue
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import kombu.transport.redis  # noqa: F401 - else it is loaded with the first ring, which has a second for all
import structlog
from celery import Celery
from kombu.entity import Exchange, Queue

# Each kind of work has a queue of its own, so that slow mail never stands in the way of a deadline, nor a slow
# receiver of webhooks and pages in the way of mail, nor what customers send in the way of anything.
QUEUES = ("sweep", "mail", "webhook", "inbound")
ROUTES = {
    "sweep.*": {"queue": "sweep"},
    "escalation.*": {"queue": "sweep"},
    "mail.*": {"queue": "mail"},
    "webhook.*": {"queue": "webhook"},
    "inbound.*": {"queue": "inbound"},
}

TASK_SECONDS = 60.0
# A mail server may take a quarter of an hour for one letter; who cuts it short may send the letter twice.
MAIL_TASK_SECONDS = 960.0
# Longer than a look into a mailbox lasts at most (adapters/imap.py).
POLL_TASK_SECONDS = 300.0
# Redis hands a message to somebody else after this time; so it is longer than any task may run.
VISIBILITY_SECONDS = 1200.0

PUBLISH_SECONDS = 1.0
RING_EXPIRES_SECONDS = 5.0

log = structlog.get_logger(__name__)

_WIRE = {
    "visibility_timeout": VISIBILITY_SECONDS,
    # By default what a dead worker held is looked for every 106 seconds.
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    # A connection whose other end is gone without a word is found out.
    "socket_keepalive": True,
    "socket_timeout": 10.0,
    "socket_connect_timeout": 3.0,
    "health_check_interval": 10,
}

_CONFIGURATION = {
    "task_serializer": "json",
    "result_serializer": "json",
    "event_serializer": "json",
    "accept_content": ["json"],
    "task_ignore_result": True,
    "result_expires": None,
    "task_acks_late": True,
    "task_acks_on_failure": True,
    "task_acks_on_timeout": True,
    # True makes a task that kills its worker run again at once, for ever; the claim's lease is enough.
    "task_reject_on_worker_lost": False,
    "task_time_limit": TASK_SECONDS,
    "worker_prefetch_multiplier": 1,
    "worker_hijack_root_logger": False,
    "worker_redirect_stdouts": False,
    "worker_proc_alive_timeout": 30.0,
    "worker_soft_shutdown_timeout": 5.0,
    "broker_connection_retry": True,
    "broker_connection_retry_on_startup": True,
    "broker_connection_max_retries": None,
    "broker_transport_options": _WIRE,
    "worker_send_task_events": True,
    "task_send_sent_event": True,
    "task_create_missing_queues": False,
    "task_default_queue": "sweep",
    "task_queues": [Queue(name, Exchange(name), routing_key=name) for name in QUEUES],  # type: ignore[no-untyped-call]
    "task_routes": ROUTES,
    "task_annotations": {
        "mail.deliver": {"time_limit": MAIL_TASK_SECONDS},
        "inbound.poll": {"time_limit": POLL_TASK_SECONDS},
    },
    # The schedule is these few lines: a beat has nothing to remember, so it keeps no file.
    "beat_scheduler": "celery.beat:Scheduler",
    "beat_max_loop_interval": 1,
    "beat_schedule": {
        "sweep": {"task": "sweep.tick", "schedule": 1.0, "options": {"expires": 1.0}},
        "mail": {"task": "mail.deliver", "schedule": 5.0, "options": {"expires": 5.0}},
        "webhook": {"task": "webhook.deliver", "schedule": 5.0, "options": {"expires": 5.0}},
        "inbound": {"task": "inbound.read", "schedule": 5.0, "options": {"expires": 5.0}},
    },
}
_POLL = {"poll": {"task": "inbound.poll", "schedule": 15.0, "options": {"expires": 15.0}}}


def celery_app(redis_url: str, has_mailbox: bool = False) -> Celery:
    """The Celery application, configured so that a lost, doubled or late message does no harm.

    `has_mailbox`: beat rings for a look into it, too.
    """
    app = Celery("escalator", broker=redis_url, set_as_current=False)
    app.conf.update(_CONFIGURATION)
    app.conf.beat_schedule = app.conf.beat_schedule | (_POLL if has_mailbox else {})
    return app


@dataclass(frozen=True, slots=True)
class _Ring:
    """A task on its way to Redis. Without `expires` (seconds) it waits for a worker as long as it must."""

    name: str
    args: Sequence[object]
    kwargs: Mapping[str, object]
    argsrepr: str | None
    expires: float | None


class Doorbell:
    """Publishes tasks within a bounded time and never raises: the database knows what there is to do."""

    def __init__(self, redis_url: str) -> None:
        self._redis_url = redis_url
        self._lock = threading.Lock()
        self._ringer: _Ringer | None = None

    def publish(
        self,
        name: str,
        args: Sequence[object] = (),
        kwargs: Mapping[str, object] | None = None,
        argsrepr: str | None = None,
        expires: float | None = None,
    ) -> bool:
        """Whether Redis took the task within a second; `argsrepr` is what operators see of many arguments."""
        return self._ringer_of_this_process().ring(_Ring(name, args, kwargs or {}, argsrepr, expires))

    def ring_reader(self) -> None:
        """Tells the readers that mail has come in."""
        self.publish("inbound.read", expires=RING_EXPIRES_SECONDS)

    def ring_mailer(self) -> None:
        """Tells the mailers that letters wait: the one for mail, and the one for all that is none."""
        for task in ("mail.deliver", "webhook.deliver"):
            self.publish(task, expires=RING_EXPIRES_SECONDS)

    def close(self) -> None:
        """Lets go of connections."""
        with self._lock:
            if self._ringer is not None and self._ringer.pid == os.getpid():
                self._ringer.stop()
            self._ringer = None

    def _ringer_of_this_process(self) -> "_Ringer":
        """Threads and connections do not survive a fork, so each process gets its own when it first rings."""
        with self._lock:
            if self._ringer is None or self._ringer.pid != os.getpid():
                self._ringer = _Ringer(self._redis_url)
            return self._ringer


class _Ringer:
    """The one thread of a process that talks to Redis, where a paused Redis may hold it without holding anybody."""

    def __init__(self, redis_url: str) -> None:
        self.pid = os.getpid()
        self._celery = celery_app(redis_url)
        self._wire: _Wire | None = None
        self._waiting: queue.SimpleQueue[tuple[_Ring, Future[bool]] | None] = queue.SimpleQueue()
        self._held_by: Future[bool] | None = None
        threading.Thread(target=self._work, name="doorbell", daemon=True).start()

    def ring(self, ring: _Ring) -> bool:
        if self._held_by is not None and not self._held_by.done():
            return False
        answer: Future[bool] = Future()
        self._waiting.put((ring, answer))
        try:
            return answer.result(PUBLISH_SECONDS)
        except TimeoutError:
            log.warning("doorbell_stuck", task=ring.name)
            if not answer.cancel():
                self._held_by = answer
            return False

    def stop(self) -> None:
        self._waiting.put(None)

    def _work(self) -> None:
        while (order := self._waiting.get()) is not None:
            ring, answer = order
            if answer.set_running_or_notify_cancel():
                answer.set_result(self._publish(ring))
        self._hang_up()

    def _publish(self, ring: _Ring) -> bool:
        try:
            self._wire = self._wire or _Wire(self._celery)
            self._wire.send(ring)
        except Exception as failure:  # noqa: BLE001 - whatever ails Redis, it must not reach whoever rang
            log.warning("doorbell_failed", task=ring.name, error=type(failure).__name__)
            self._hang_up()
            return False
        return True

    def _hang_up(self) -> None:
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()


class _Wire:
    """A connection to Redis of our own: Celery's pools are shared by all threads and cross forks."""

    def __init__(self, app: Celery) -> None:
        self._app = app
        self._connection = app.connection_for_write()
        self._producer: Any = app.amqp.Producer(self._connection, auto_declare=False)

    def send(self, ring: _Ring) -> None:
        self._app.send_task(
            ring.name,
            args=tuple(ring.args),
            kwargs=dict(ring.kwargs),
            argsrepr=ring.argsrepr,
            expires=ring.expires,
            producer=self._producer,
            retry=False,
            ignore_result=True,
            add_to_parent=False,
        )

    def close(self) -> None:
        with suppress(Exception):  # it is being dropped because it is broken
            self._connection.close()
