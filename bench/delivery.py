"""How fast letters leave the outbox, beside bare smtplib: `python -m bench.delivery`.

The real mailer and smtplib hand the same bytes in turn to the same aiosmtpd in a process of its own, each on one
kept connection. The mailer also claims and settles each letter in the database; its log goes nowhere. PostgreSQL
here does not wait for its disk (tests/servers/postgres.py), SQLite does.
"""

import asyncio
import logging
import multiprocessing
import smtplib
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from escalator import logs
from escalator.bootstrap import Application, build
from escalator.core.desk.model import MailIdentity
from escalator.core.mail.compose import compose, message_id
from escalator.service.delivery import Round
from escalator.store import outbox
from escalator.store.migrate import upgrade
from escalator.store.outbox import Letter
from tests.servers.crew import ADMIN, hasty_desk, open_drills, settings_on
from tests.servers.postgres import Postgres
from tests.story import MONDAY

from .calendar import line

LETTERS, TURNS, GOAL = 300, 5, 0.5
BODY = "Dana Fox has waited 4 h 15 min for a first answer, and nobody has taken the case yet.\n" * 30


class Sink:
    """Takes every mail and forgets it."""

    async def handle_DATA(self, _: SMTP, __: Session, ___: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        return "250 taken"


def serve(tell: Connection) -> None:
    """The other process: listens on a port of its own and tells which."""

    async def listen() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(Sink(), loop=loop), "127.0.0.1", 0)
        tell.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(listen())


@contextmanager
def sink() -> Iterator[int]:
    """The port of the sink."""
    told, tell = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(tell,), daemon=True)
    process.start()
    try:
        yield told.recv()
    finally:
        process.kill()
        process.join()


@contextmanager
def desk(database_url: str, port: int) -> Iterator[tuple[Application, int]]:
    """A desk with one ticket, and that ticket's number."""
    upgrade(database_url)
    app = build(settings_on(database_url, smtp_url=f"smtp://127.0.0.1:{port}?tls=none"), ring=lambda: None)
    app.desk.apply(ADMIN, hasty_desk())
    ref = open_drills(app, 1)[0]
    try:
        yield app, int(ref.removeprefix("T-"))
    finally:
        app.close()


def letters(ticket_id: int, turn: int) -> list[Letter]:
    return [_letter(ticket_id, f"{turn}/{number}") for number in range(LETTERS)]


def _letter(ticket_id: int, key: str) -> Letter:
    sender, to, identity = (
        MailIdentity("help@desk.example", "City Help"),
        "sam@desk.example",
        message_id(key, "x.example", "no secret"),
    )
    payload = compose(
        sender=sender, to=to, to_name="Sam", subject="Who waits", body=BODY, message_id=identity, at=MONDAY
    )
    return Letter(
        key=key,
        kind="escalation",
        channel="mail",
        sender=sender.address,
        recipient=to,
        ticket_id=ticket_id,
        run=0,
        turn=0,
        message_id=identity,
        payload=payload,
    )


def by_the_mailer(app: Application, waiting: list[Letter]) -> float:
    """Letters a second."""
    with app.database.transaction() as tx:
        outbox.post(tx, waiting)
    started, sent = time.perf_counter(), 0
    while delivered := app.delivery.deliver(Round.MAIL.at_once, Round.MAIL).sent:
        sent += delivered
    assert sent == len(waiting)
    return sent / (time.perf_counter() - started)


def by_smtplib(client: smtplib.SMTP, waiting: list[Letter]) -> float:
    started = time.perf_counter()
    for letter in waiting:
        client.sendmail(letter.sender, [letter.recipient], letter.payload)
    return len(waiting) / (time.perf_counter() - started)


def compare(kind: str, database_url: str, port: int) -> None:
    ours, bare = list[float](), list[float]()
    with desk(database_url, port) as (app, ticket_id), smtplib.SMTP("127.0.0.1", port) as client:
        client.ehlo()
        for turn in range(TURNS + 1):
            waiting = letters(ticket_id, turn)
            ours.append(by_the_mailer(app, waiting))
            bare.append(by_smtplib(client, waiting))
    # The first turn warms both up.
    rates = statistics.median(ours[1:]), statistics.median(bare[1:])
    ratio = statistics.median(our / their for our, their in zip(ours[1:], bare[1:], strict=True))
    print(f"{f'{kind}: mailer, smtplib':<48} {rates[0]:9.0f} {rates[1]:9.0f} letters a second")
    print(line(f"{kind}: mailer / smtplib", ratio, "", GOAL, at_least=True))


def main() -> None:
    logs.configure("INFO")
    logging.getLogger().handlers = [logging.NullHandler()]
    with sink() as port, tempfile.TemporaryDirectory() as folder, Postgres() as postgres:
        compare("PostgreSQL", postgres.url, port)
        compare("SQLite", f"sqlite:///{Path(folder) / 'desk.sqlite'}", port)


if __name__ == "__main__":
    main()
