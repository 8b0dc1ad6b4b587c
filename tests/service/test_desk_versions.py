"""What a desk took from outside is stored with its version, so that an upgrade of a library changes no promise."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import null, update

from escalator.core.desk import holidays
from escalator.service.desk import DeskShelf
from escalator.store.tables import desks
from tests.core.desk_texts import SMALL, small_desk
from tests.story import Story

IN_BERLIN = small_desk("agents:\n", "    holidays: {country: DE, subdivision: BE}\nagents:\n")
UNITY, NEWLY_KNOWN = date(2027, 10, 3), date(2027, 6, 1)


@pytest.fixture
def story(database_url: str) -> Iterator[Story]:
    with Story(database_url, IN_BERLIN) as story:
        yield story


@pytest.fixture
def upgrade_the_library(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """From then on it knows one holiday, which nobody knew before."""

    def upgrade() -> None:
        monkeypatch.setattr(holidays, "country_holidays", lambda *_, **__: [NEWLY_KNOWN])
        holidays._asked.cache_clear()

    yield upgrade
    holidays._asked.cache_clear()


def known_days(story: Story) -> tuple[date, ...]:
    """The holidays in use, as a process reads them that has just started."""
    with story.app.database.reading() as tx:
        return DeskShelf().desks(tx).active.public_holidays["DE-BE"]


def test_an_upgrade_of_the_library_changes_no_stored_desk(
    story: Story, upgrade_the_library: Callable[[], None]
) -> None:
    before = known_days(story)
    assert UNITY in before
    upgrade_the_library()
    assert known_days(story) == before


def test_the_same_desk_applied_after_an_upgrade_is_a_new_version(
    story: Story, upgrade_the_library: Callable[[], None]
) -> None:
    assert story.applies(IN_BERLIN) == 1
    upgrade_the_library()
    assert [story.applies(IN_BERLIN), story.applies(IN_BERLIN)] == [2, 2]
    assert known_days(story) == (NEWLY_KNOWN,)


def test_a_desk_without_public_holidays_is_no_new_version_after_an_upgrade(
    story: Story, upgrade_the_library: Callable[[], None]
) -> None:
    assert story.applies(SMALL) == 2
    upgrade_the_library()
    assert story.applies(SMALL) == 2


def test_a_desk_from_before_holidays_were_stored_asks_the_library(story: Story) -> None:
    with story.app.database.transaction() as tx:
        tx.conn.execute(update(desks).values(holidays=null()))
    assert UNITY in known_days(story)
