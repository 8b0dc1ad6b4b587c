"""Workers' code in this very process, with a doorbell that remembers and a clock that is set."""

import importlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import ModuleType

import pytest
from sqlalchemy import Connection

from escalator.bootstrap import Application, build
from tests.servers.crew import ADMIN, hasty_desk, settings_on


@dataclass
class Clock:
    now: datetime = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

    def __call__(self, _: Connection) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class RememberingDoorbell:
    """Takes every task while `works`; `takes` limits how many."""

    works: bool = True
    takes: int = 1_000_000
    rung: list[tuple[str, Sequence[object], Mapping[str, object]]] = field(default_factory=list)
    mailer_rings: int = 0

    def publish(
        self,
        name: str,
        args: Sequence[object] = (),
        kwargs: Mapping[str, object] | None = None,
        argsrepr: str | None = None,
        expires: float | None = None,
    ) -> bool:
        if not self.works or len(self.rung) >= self.takes:
            return False
        self.rung.append((name, args, kwargs or {}))
        return True

    def ring_mailer(self) -> None:
        self.mailer_rings += 1

    def close(self) -> None:
        """Nothing to let go of."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def doorbell() -> RememberingDoorbell:
    return RememberingDoorbell()


@pytest.fixture
def app(database_url: str, clock: Clock, doorbell: RememberingDoorbell) -> Iterator[Application]:
    """The use cases on a desk whose drills break their promise after a second."""
    whole = build(settings_on(database_url), clock=clock)
    whole.desk.apply(ADMIN, hasty_desk())
    yield replace(whole, doorbell=doorbell)  # type: ignore[arg-type] # it rings like the real one
    whole.close()


@pytest.fixture(scope="session")
def sweeping() -> Iterator[ModuleType]:
    """The sweep's tasks; their module reads the environment, as Celery's command line wants it."""
    settings = settings_on("sqlite://")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATABASE_URL", settings.database_url)
        environment.setenv("REDIS_URL", settings.redis_url)
        environment.setenv("SMTP_URL", settings.smtp_url)
        environment.setenv("BASE_URL", settings.base_url)
        environment.setenv("SECRET_KEY", settings.secret_key)
        yield importlib.import_module("workers.sweeping")
