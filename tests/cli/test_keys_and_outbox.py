"""`escalator key` and `escalator outbox`, and how every command says what is wrong."""

from pathlib import Path

import pytest
import structlog

from escalator.bootstrap import open_office
from escalator.core.access import Role
from escalator.service.keys import KeyService
from tests.core.desk_texts import EXAMPLE
from tests.story import LEE, MIA, SAM, Story

from .conftest import Run


def test_a_key_is_shown_once_and_works(escalator: Run, database_url: str) -> None:
    key = escalator("key", "create", "--role", "ops", "--expires", "90d").stdout.strip()
    office = open_office(database_url)
    try:
        assert office.keys.authenticate(key).role is Role.OPS
        [known] = office.keys.listing()
        assert known.expires_at is not None
        assert (known.expires_at - known.created_at).days == 90
    finally:
        office.close()
    listed = escalator("key", "list").stdout
    assert key[:10] in listed
    assert key not in listed


def test_what_is_logged_meanwhile_is_no_part_of_the_answer(escalator: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    structlog.reset_defaults()
    create = KeyService.create

    def talkative(*args: object) -> str:
        structlog.get_logger().warning("something_else")
        return create(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(KeyService, "create", talkative)
    assert escalator("key", "create", "--role", "ops").stdout.startswith("esc_")


def test_a_revoked_key_is_listed_as_such(escalator: Run) -> None:
    prefix = escalator("key", "create", "--role", "admin").stdout[:10]
    assert escalator("key", "revoke", prefix).stdout == f"{prefix} is revoked.\n"
    again = escalator("key", "revoke", prefix)
    assert (again.exit_code, again.stderr) == (1, f"Error: no valid key starts with {prefix}\n")


def test_the_key_of_a_person_needs_the_person(escalator: Run, tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text(EXAMPLE, encoding="utf-8")
    assert "--agent EMAIL" in escalator("key", "create", "--role", "agent").stderr
    assert "escalator desk apply" in escalator("key", "create", "--role", "agent", "--agent", SAM).stderr
    escalator("desk", "apply", "desk.yaml")
    assert escalator("key", "create", "--role", "agent", "--agent", SAM).exit_code == 0
    assert "is not an agent" in escalator("key", "create", "--role", "agent", "--agent", "x@y").stderr


@pytest.mark.parametrize("span", ["90", "90x", "0d", "-1d"])
def test_a_span_that_is_none_is_a_wrong_usage(escalator: Run, span: str) -> None:
    assert escalator("key", "create", "--role", "admin", "--expires", span).exit_code == 2


def test_mail_is_held_and_released(escalator: Run, database_url: str) -> None:
    assert escalator("outbox", "list").stdout.endswith("no letters yet\n")
    escalator("outbox", "hold", "--reason", "fire drill")
    with Story(database_url) as story:
        story.opened("the page")
        story.passes(hours=7)
        assert story.told == []
        listed = escalator("outbox", "list", "--state", "pending").stdout
        assert "1 pending, 8 superseded" in listed
        assert "Nothing is sent: fire drill." in listed
        counted = escalator("outbox", "release", "--dry-run").stdout
        assert "escalation" in counted
        assert "1 in all.\nMost of it, 1, goes to kim@harbour.example.\n" in counted
        # Nobody is there to say yes.
        asked = escalator("outbox", "release")
        assert (asked.exit_code, "Let it go?" in asked.stdout) == (1, True)
        assert story.told == []
        assert "letters waited" in escalator("outbox", "release", "--yes").stdout
        story.drains()
        assert story.told


def test_only_dead_letters_are_replayed(escalator: Run) -> None:
    assert escalator("outbox", "replay", "1", "2").stdout == "0 of 2 were dead and will be tried again.\n"
    assert escalator("outbox", "replay").exit_code == 2
    assert escalator("outbox", "replay", "1", "--all-dead").exit_code == 2
    assert escalator("outbox", "replay", "1", "--kind", "warning").exit_code == 2
    assert "0 in all." in escalator("outbox", "replay", "--all-dead").stdout


def test_all_dead_letters_of_a_kind_are_counted_and_then_replayed(escalator: Run, database_url: str) -> None:
    with Story(database_url) as story:
        story.opened("the page")
        story.channel.bounces = {LEE}
        story.passes(hours=2, minutes=1)
        assert "1 in all." in escalator("outbox", "replay", "--all-dead", "--dry-run").stdout
        assert "0 in all." in escalator("outbox", "replay", "--all-dead", "--kind", "lost").stdout
        assert escalator("outbox", "replay", "--all-dead", "--kind", "warning").exit_code == 1
        replayed = escalator("outbox", "replay", "--all-dead", "--kind", "warning", "--yes").stdout
        assert replayed.endswith("1 were dead and will be tried again.\n")
        assert "replayed" in escalator("outbox", "list", "--state", "pending").stdout
        assert story.told == [MIA]  # who hears that a step has reached nobody


def test_what_waits_for_a_digest_says_until_when(escalator: Run, database_url: str) -> None:
    with Story(database_url, EXAMPLE.replace("budget: 12", "budget: 0")) as story:
        story.opened("the page")
        story.passes(hours=3, minutes=20)
        assert story.told == [LEE]
        assert "2026-11-16 12:00" in escalator("outbox", "list", "--state", "pending").stdout
        assert "1 more come in digests" in escalator("outbox", "release", "--dry-run").stdout
        story.passes(minutes=39)
        story.sleeps(minutes=2)
        assert story.told == [LEE]


def test_without_a_database_the_sentence_says_how_to_name_one(bare: Run) -> None:
    for words in (["key", "list"], ["outbox", "list"]):
        result = bare(*words)
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: DATABASE_URL is not set; give it in the environment")


def test_beside_a_running_desk_its_database_is_meant(bare: Run, sqlite_database_url: str, tmp_path: Path) -> None:
    (tmp_path / ".escalator").mkdir()
    (tmp_path / ".escalator" / "env").write_text(f"DATABASE_URL={sqlite_database_url}\nBASE_URL=http://x?a=b\n")
    assert bare("key", "create", "--role", "admin").exit_code == 0


def test_a_database_of_another_release_is_refused(bare: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    assert "run `escalator migrate`" in bare("key", "list").stderr


def test_a_database_that_is_not_there_is_said_in_one_sentence(bare: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at/all.db")
    result = bare("outbox", "list")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "Traceback" not in result.output
