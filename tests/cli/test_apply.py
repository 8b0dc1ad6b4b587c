"""`escalator desk apply`: says what a new desk does to what is open, asks when that is much, and does it."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from escalator.bootstrap import Application, build
from escalator.cli import applying, spreading
from escalator.core.access import Role
from escalator.service import handling, walking
from escalator.service.opening import NewTicket
from escalator.store.database import database_clock
from escalator.store.tables import outbox
from tests import invariants
from tests.core.desk_texts import EXAMPLE
from tests.story import DANA, LEE, MIA, NOOR, principal, settings

from .conftest import Run

# Counted around the clock, with somebody on shift, so that these hold whenever the tests run.
SHIFT = "    tier: 1\n    calendar: office\n"
assert EXAMPLE.count(SHIFT) == 1
DESK = EXAMPLE.replace(SHIFT, "    tier: 1\n    calendar: always\n")
PROMISES = "any: {first_reply: 1h, next_reply: 1h, resolution: 24h}"
LONG, SHORT = (f"any: {{first_reply: {first}, next_reply: 1h, resolution: 48h}}" for first in ("30h", "90m"))
assert DESK.count(PROMISES) == 1

SAYS = """\
Tickets that are open or can come back: 3, of which 3 change.
Clocks: 3 go on by the new desk, 0 begin, 0 end.
Deadlines: 0 move later, 0 earlier; 3 are new, 12 go.
Promises that break at once: 3 (3 first_reply).
Mails that go out at once: 3, to 2 people.
"""


def _two_hours_ago(conn: Connection) -> object:
    return database_clock(conn) - timedelta(hours=2)


@pytest.fixture
def app(database_url: str, escalator: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """A desk where three people have waited for two hours; `short.yaml` promises an answer in less."""
    monkeypatch.setenv("BASE_URL", "https://support.harbour.example")
    for name, promises in (("long", LONG), ("short", SHORT)):
        Path(f"{name}.yaml").write_text(DESK.replace(PROMISES, promises), encoding="utf-8")
    assert escalator("desk", "apply", "long.yaml").exit_code == 0
    app = build(settings(database_url), clock=_two_hours_ago, ring=lambda: None)  # type: ignore[arg-type]
    for number in range(3):
        app.tickets.create(
            principal(MIA), NewTicket(subject=f"no. {number}", body="?", requester=DANA, tags=("vip",))
        )
    yield app
    invariants.check(app)
    app.close()


def letters(app: Application) -> int:
    with app.database.reading() as tx:
        return int(tx.conn.execute(select(func.count()).select_from(outbox)).scalar_one())


def version(app: Application) -> int:
    return app.desk.current(principal(MIA))[0]


def test_a_dry_run_says_what_would_happen_and_changes_nothing(app: Application, escalator: Run) -> None:
    result = escalator("desk", "apply", "--dry-run", "short.yaml")
    assert (result.exit_code, result.stdout) == (0, SAYS + "This was a dry run: nothing is changed.\n")
    assert (version(app), letters(app)) == (1, 0)


def test_applying_does_what_the_dry_run_said_and_once(app: Application, escalator: Run) -> None:
    result = escalator("desk", "apply", "short.yaml")
    assert (result.exit_code, result.stdout) == (0, "short.yaml is in use as version 2.\n" + SAYS)
    assert (version(app), letters(app)) == (2, 3)
    again = escalator("desk", "apply", "short.yaml")
    assert "of which 0 change" in again.stdout
    assert (version(app), letters(app)) == (2, 3)


def test_a_script_gets_numbers(app: Application, escalator: Run) -> None:
    dry = json.loads(escalator("desk", "apply", "--dry-run", "--json", "short.yaml").stdout)
    done = json.loads(escalator("desk", "apply", "--json", "short.yaml").stdout)
    assert (dry.pop("version"), done.pop("version")) == (2, 2)
    assert (dry.pop("dry_run"), done.pop("dry_run")) == (True, False)
    assert dry == done
    assert (done["keys_without_person"], done["tickets_without_place"]) == ([], 0)
    assert (done["broken"], done["mails"], done["people"]) == ({"first_reply": 3}, 3, 2)


@pytest.mark.parametrize(
    ("limits", "too_much"),
    [(("2", "50"), "more than 2 promises break or end, or tickets close"), (("20", "2"), "more than 2 mails go out")],
)
def test_too_much_without_anybody_to_ask_is_refused(
    app: Application, escalator: Run, limits: tuple[str, str], too_much: str
) -> None:
    result = escalator("desk", "apply", "--ask-above", *limits, "short.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert SAYS in result.stderr
    assert f"Error: {too_much}; nothing is changed." in result.stderr
    assert (version(app), letters(app)) == (1, 0)


def test_promises_that_are_made_no_more_are_asked_about(app: Application, escalator: Run) -> None:
    Path("silent.yaml").write_text(DESK.replace(PROMISES, "any: {first_reply: 30h}"), encoding="utf-8")
    result = escalator("desk", "apply", "--ask-above", "2", "50", "silent.yaml")
    assert "0 begin, 3 end." in result.stderr
    assert "more than 2 promises break or end, or tickets close; nothing is changed." in result.stderr
    assert escalator("desk", "apply", "--ask-above", "3", "50", "silent.yaml").exit_code == 0


def test_tickets_that_close_are_asked_about(app: Application, escalator: Run) -> None:
    for ref in ("T-1", "T-2", "T-3"):
        app.tickets.act(principal(MIA), ref, app.tickets.get(principal(MIA), ref).version, "resolve", {})
    hasty = Path("long.yaml").read_text(encoding="utf-8").replace("reopen_window: 7d", "reopen_window: 1h")
    Path("hasty.yaml").write_text(hasty, encoding="utf-8")
    result = escalator("desk", "apply", "--ask-above", "2", "50", "hasty.yaml")
    assert "closed: 3." in result.stderr
    assert "more than 2 promises break or end, or tickets close; nothing is changed." in result.stderr
    assert escalator("desk", "apply", "--ask-above", "3", "50", "hasty.yaml").exit_code == 0


@pytest.mark.parametrize(("answer", "code", "in_use"), [("y", 0, 2), ("n", 1, 1)])
def test_too_much_is_asked_about(
    app: Application, escalator: Run, monkeypatch: pytest.MonkeyPatch, answer: str, code: int, in_use: int
) -> None:
    monkeypatch.setattr(applying, "somebody_is_there", lambda: True)
    monkeypatch.setattr("click.confirm", lambda *_, **__: answer == "y")
    assert escalator("desk", "apply", "--ask-above", "2", "2", "short.yaml").exit_code == code
    assert version(app) == in_use


def test_what_was_weighed_is_what_is_applied(
    app: Application, escalator: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def while_another_comes_into_use(*_: object, **__: object) -> bool:
        app.desk.apply(principal(MIA), DESK)
        return True

    monkeypatch.setattr(applying, "somebody_is_there", lambda: True)
    monkeypatch.setattr("click.confirm", while_another_comes_into_use)
    result = escalator("desk", "apply", "--ask-above", "2", "2", "short.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        "Error: somebody else has put version 2 of the desk into use meanwhile; nothing is changed. Run it again\n"
        in result.stderr
    )
    assert app.desk.current(principal(MIA)) == (2, DESK)
    assert letters(app) == 0


def test_who_says_yes_is_not_asked(app: Application, escalator: Run) -> None:
    assert escalator("desk", "apply", "--yes", "--ask-above", "0", "0", "short.yaml").exit_code == 0
    assert (version(app), letters(app)) == (2, 3)


def test_two_processes_do_what_one_does(app: Application, escalator: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "FEW", 0)
    monkeypatch.setattr(walking, "CHUNK", 1)
    result = escalator("desk", "apply", "--jobs", "2", "short.yaml")
    assert (result.exit_code, result.stdout) == (0, "short.yaml is in use as version 2.\n" + SAYS)
    assert letters(app) == 3


def test_what_cannot_be_computed_is_said_and_done_by_the_next_run(
    app: Application, escalator: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = handling.play

    def poisoned(dossier: object, *rest: object) -> object:
        if dossier.ticket.ref == "T-2":  # type: ignore[attr-defined]
            raise ZeroDivisionError
        return real(dossier, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(handling, "play", poisoned)
        result = escalator("desk", "apply", "short.yaml")
    assert result.exit_code == 1
    assert "Tickets that cannot be computed: 1 (T-2).\n" in result.stdout
    assert "apply short.yaml again" in result.stderr
    again = escalator("desk", "apply", "short.yaml")
    assert (again.exit_code, letters(app)) == (0, 3)


@pytest.fixture
def orphaned(app: Application) -> str:
    """A key of Lee's, a ticket that Noor has, and `renamed.yaml`: a desk without the first line, Lee and Noor."""
    ticket = app.tickets.get(principal(LEE), "T-1")
    app.tickets.act(principal(LEE), "T-1", ticket.version, "assign", {"assignee": NOOR})
    text = Path("long.yaml").read_text(encoding="utf-8").replace("first-line", "front")
    Path("renamed.yaml").write_text(text.replace("lee@", "leonie@").replace("noor@", "nora@"), encoding="utf-8")
    for lifetime in (None, timedelta(minutes=1)):
        app.keys.create(Role.LEAD, LEE, lifetime)
    app.keys.revoke(app.keys.listing()[0].prefix)
    return app.keys.create(Role.LEAD, LEE)


def test_who_would_lose_their_key_or_their_team_is_named(app: Application, escalator: Run, orphaned: str) -> None:
    result = escalator("desk", "apply", "--dry-run", "renamed.yaml")
    tickets, key, dry = result.stdout.splitlines()[-3:]
    assert tickets == (
        "Open tickets whose team, assignee or owner is not at this desk: 3 (3 first-line, 1 noor@harbour.example);"
        " assign them to a team or a person that is."
    )
    assert key == (
        f"The API key {orphaned[:10]}… of lee@harbour.example: its person is not at this desk;"
        " make another with `escalator key create --role lead --agent EMAIL`."
    )
    assert dry == "This was a dry run: nothing is changed."
    told = json.loads(escalator("desk", "apply", "--dry-run", "--json", "renamed.yaml").stdout)
    assert told["keys_without_person"] == [{"prefix": orphaned[:10], "role": "lead", "agent": LEE}]
    assert told["tickets_without_place"] == 3


def test_a_desk_that_leaves_a_key_or_a_ticket_behind_is_asked_about(
    app: Application, escalator: Run, orphaned: str
) -> None:
    result = escalator("desk", "apply", "renamed.yaml")
    assert (result.exit_code, version(app)) == (1, 1)
    said = "API keys lose their person, open tickets lose their team or their people; nothing is changed."
    assert said in result.stderr
    assert f"The API key {orphaned[:10]}" in result.stderr
    done = escalator("desk", "apply", "--yes", "renamed.yaml")
    assert (done.exit_code, f"The API key {orphaned[:10]}" in done.stdout) == (0, True)
    again = escalator("desk", "apply", "renamed.yaml")
    assert (again.exit_code, "The API key" in again.output) == (0, False)


def test_letters_need_an_address_to_lead_to(
    app: Application, escalator: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BASE_URL")
    result = escalator("desk", "apply", "short.yaml")
    assert result.exit_code == 1
    assert "BASE_URL is not set" in result.stderr
    assert version(app) == 1


def test_with_nothing_open_a_dry_run_is_short(escalator: Run) -> None:
    Path("desk.yaml").write_text(DESK, encoding="utf-8")
    result = escalator("desk", "apply", "--dry-run", "desk.yaml")
    assert result.stdout == "No ticket is open: nothing moves.\nThis was a dry run: nothing is changed.\n"
    assert escalator("desk", "apply", "desk.yaml").stdout == "desk.yaml is in use as version 1.\n"
