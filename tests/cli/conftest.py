"""Commands are tried in this very process, on a migrated database that the environment names."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from escalator import logs
from escalator.cli import main

Run = Callable[..., Result]
SETTINGS = ("DATABASE_URL", "REDIS_URL", "SMTP_URL", "BASE_URL", "SECRET_KEY", "DESK_FILE", "ESCALATOR_HOME")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in an empty folder with no settings at all."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    # The process is that of all tests: what others expect in the log must not depend on who came before.
    monkeypatch.setattr(logs, "configure", lambda _: None)

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, words)

    return run


@pytest.fixture
def escalator(bare: Run, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command with nothing but a database."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    return bare
