"""`escalator up`: a whole support desk on this machine, with everything that the environment does not give."""

import signal
import threading
import time
from collections.abc import Iterator

from escalator.settings import EmbeddedSettings, fill_in, read_embedded_settings, read_settings

from . import programs
from .answering import let_flower_look, still_silent
from .first_run import Say, mailbox, prepare
from .greeting import Places, greeting
from .home import Home
from .ports import HOST, require_free
from .supervisor import Program, Supervisor
from .valkey import Valkey

LOOK_SECONDS = 0.2
# A first start on a slow machine takes some seconds; after this somebody should look at the logs.
LONG_SECONDS = 30.0


def up(say: Say) -> None:
    """Runs until it is told to end (Ctrl-C, SIGTERM, a closed terminal); `say` gets what a person should read."""
    ended = _ended_by_signals()
    settings = read_embedded_settings()
    home = Home(settings.home)
    with home.entered():
        require_free(
            {
                "ESCALATOR_WEB_PORT": settings.web_port,
                "ESCALATOR_FLOWER_PORT": settings.flower_port,
                "ESCALATOR_MAIL_PORT": settings.mail_port,
                "ESCALATOR_INBOX_PORT": settings.inbox_port,
            }
        )
        say(f"Starting Escalator; what it knows is kept in {home.path} ...")
        home.turn_logs()
        _run(home, settings, ended, say)


def _run(home: Home, settings: EmbeddedSettings, ended: threading.Event, say: Say) -> None:
    embedded = list(_embedded(home, settings))
    given = read_settings()
    key = prepare(given.database_url, given.desk_file, home.first_key, say)
    supervisor = Supervisor([*embedded, *programs.own_programs(settings)], home.logs, say)
    try:
        supervisor.start()
        _welcome(supervisor, settings, home, key, ended, say)
        while not ended.wait(LOOK_SECONDS):
            supervisor.look()
    finally:
        say("Stopping ...")
        supervisor.stop()
        say("Stopped.")


def _ended_by_signals() -> threading.Event:
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: ended.set())
    return ended


def _embedded(home: Home, settings: EmbeddedSettings) -> Iterator[Program]:
    """Fills in what the environment does not say, and gives the programs that stand in for it."""
    valkey = Valkey(home.broker)
    ours = {
        "DATABASE_URL": f"sqlite:///{home.database.resolve()}",
        "REDIS_URL": valkey.url,
        "SMTP_URL": f"smtp://{HOST}:{settings.mail_port}?tls=none",
        "BASE_URL": f"http://{HOST}:{settings.web_port}",
        "SECRET_KEY": home.secret_key(),
        "ESCALATOR_WEBHOOK_SECRET": home.webhook_secret(),
    }
    missing = fill_in(ours)
    home.leave_word({name: ours[name] for name in missing})
    if "REDIS_URL" in missing:
        home.broker.mkdir(exist_ok=True)
        yield programs.broker(valkey)
    if "SMTP_URL" in missing:
        yield programs.mail_sink(home, settings.mail_port)


def _welcome(
    supervisor: Supervisor, settings: EmbeddedSettings, home: Home, key: str, ended: threading.Event, say: Say
) -> None:
    """Waits until everything answers, and says so; says what does not after a while."""
    places = _places(settings, home)
    addresses = {"web": f"{places.web}/readyz", "flower": f"{places.flower}/healthcheck"}
    long = time.monotonic() + LONG_SECONDS
    while silent := still_silent(addresses):
        supervisor.look()
        if ended.wait(LOOK_SECONDS):
            return
        if time.monotonic() > long:
            say(f"Still waiting for {' and '.join(silent)}; the reason may stand in {home.logs}")
            long += LONG_SECONDS
    say(greeting(places, key, home))
    let_flower_look(places.flower)


def _places(settings: EmbeddedSettings, home: Home) -> Places:
    return Places(
        web=f"http://{HOST}:{settings.web_port}",
        flower=f"http://{HOST}:{settings.flower_port}",
        mail=f"{home.mail}/*.eml",
        inbox=f"{HOST}:{settings.inbox_port}",
        mailbox=mailbox(read_settings().database_url),
    )
