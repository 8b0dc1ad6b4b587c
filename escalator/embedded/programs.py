"""The programs of an embedded desk: those of the Procfile on small numbers, a broker, a mail sink and a mail door."""

import sys
from collections.abc import Iterator

from escalator.settings import EmbeddedSettings

from .home import Home
from .ports import HOST
from .supervisor import Program
from .valkey import Valkey

# SIGTERM lets a worker finish what it is doing within its soft shutdown, instead of for as long as that takes.
_SOFT = {"REMAP_SIGTERM": "SIGQUIT"}
_WORKER = ("worker", "--without-mingle", "--without-gossip")


def broker(valkey: Valkey) -> Program:
    return Program("broker", valkey.command(), stops_last=True)


def mail_sink(home: Home, port: int) -> Program:
    command = _python("escalator.embedded.mail_sink", "--port", str(port), "--folder", str(home.mail))
    return Program("mail", command, stops_last=True)


def own_programs(settings: EmbeddedSettings) -> Iterator[Program]:
    """Web, worker, mailer, caller, reader, the door for mail, beat and Flower.

    One web process, because SQLite has one writer at a time.

    gunicorn keeps no access log: addresses of signed links are secrets, and the API logs each request without them.
    """
    address = f"{HOST}:{settings.web_port}"
    options = ("--bind", address, "--threads", "8", "--graceful-timeout", "5")
    yield Program("web", _python("gunicorn", "--no-control-socket", *options, "api.app:create_app()"))
    yield Program("worker", _celery("workers.app", *_WORKER, "-Q", "sweep", "-c", "2", "-n", "sweep@%h"), _SOFT)
    yield Program("mailer", _celery("workers.app", *_WORKER, "-Q", "mail", "-c", "1", "-n", "mail@%h"), _SOFT)
    yield Program("caller", _celery("workers.app", *_WORKER, "-Q", "webhook", "-c", "1", "-n", "webhook@%h"), _SOFT)
    yield Program("reader", _celery("workers.app", *_WORKER, "-Q", "inbound", "-c", "1", "-n", "read@%h"), _SOFT)
    yield Program("inbox", _python("escalator", "mail", "listen", "--port", str(settings.inbox_port)))
    yield Program("beat", _celery("workers.bell", "beat", "--pidfile="))
    flower = ("flower", f"--address={HOST}", f"--port={settings.flower_port}", "--read-only")
    columns = "--tasks-columns=name,args,kwargs,state,received,started,runtime,worker,uuid"
    yield Program("flower", _celery("workers.bell", *flower, columns), {"FLOWER_UNAUTHENTICATED_API": "true"})


def _celery(app: str, *words: str) -> list[str]:
    return _python("celery", "--quiet", "-A", app, *words)


def _python(module: str, *words: str) -> list[str]:
    return [sys.executable, "-m", module, *words]
