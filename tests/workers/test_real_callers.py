"""The caller as a real process: it calls webhooks apart from mail, and says nothing of where."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from standardwebhooks import Webhook

from escalator.bootstrap import Application
from escalator.store.tables import outbox
from tests.adapters.receivers import Behaviour, Receiver, answers
from tests.servers.crew import ADMIN, Crew, all_ready, hasty_desk, open_drills
from tests.servers.processes import eventually

pytestmark = pytest.mark.slow

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
DRILLS = 3


@pytest.fixture
def crew(tmp_path: Path, sqlite_database_url: str, empty_valkey_url: str) -> Iterator[Crew]:
    with Crew(tmp_path / "crew", sqlite_database_url, empty_valkey_url) as crew:
        yield crew


def _started(crew: Crew, receiver: Receiver) -> tuple[Application, list[str]]:
    """Everything runs, and Lee has a webhook beside mail."""
    crew.environment |= {"ESCALATOR_WEBHOOK_SECRET": SECRET, "ESCALATOR_WEBHOOK_ALLOW": receiver.place}
    app = crew.application()
    hook = f'channels: [mail, {{webhook: "{receiver.url}/Zk3-secret"}}]'
    app.desk.apply(ADMIN, hasty_desk().replace("name: Lee Brandt\n", f"name: Lee Brandt\n    {hook}\n"))
    names = [crew.worker(1), crew.mailer(), crew.caller()]
    crew.mail_sink()
    assert all_ready(crew, *names)
    return app, [*names, crew.beat()]


def _calls(app: Application) -> list[str]:
    with app.database.reading() as tx:
        return list(tx.conn.execute(select(outbox.c.state).where(outbox.c.channel == "webhook")).scalars())


def _silent(seconds: float) -> Behaviour:
    return lambda _: time.sleep(seconds)


def test_a_call_arrives_signed_and_no_program_says_where_it_went(crew: Crew) -> None:
    with Receiver(answers(200)) as receiver:
        app, names = _started(crew, receiver)
        open_drills(app, DRILLS)
        assert eventually(lambda: _calls(app) == ["sent"] * DRILLS, 30)
        assert eventually(lambda: len(crew.mails()) == DRILLS, 20)
    events = [Webhook(SECRET).verify(call.body, dict(call.headers)) for call in receiver.calls]
    assert {event["data"]["ticket"] for event in events} == {"T-1", "T-2", "T-3"}
    assert not any("Zk3" in crew.said(name) for name in names)


def test_a_receiver_that_says_nothing_keeps_no_mail_waiting(crew: Crew) -> None:
    with Receiver(_silent(30)) as receiver:
        app, _ = _started(crew, receiver)
        open_drills(app, DRILLS)
        assert eventually(lambda: len(crew.mails()) == DRILLS, 20)
        # Mail may be done before the first call begins, which then waits for its answer or has just been put off.
        assert eventually(lambda: receiver.connections >= 1, 20)
        assert _calls(app) == ["pending"] * DRILLS
