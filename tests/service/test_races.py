"""Two do something to the same case at the same moment: nothing is lost, nothing happens twice, nobody is stuck."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest

from escalator.core.errors import NotAllowedNow, StaleVersion
from escalator.core.ticket.ticket import Ticket
from escalator.service import conversation
from escalator.service.following import last_of
from escalator.store.database import Transaction
from tests.core.desk_texts import EXAMPLE
from tests.service.racing import at_once
from tests.story import MIA, SAM, Story, principal


def test_of_two_agents_who_take_a_ticket_at_once_one_wins_and_the_other_is_told(story: Story) -> None:
    ref = story.opened("a question")
    assert sorted(at_once(_doing(story, ref, "acknowledge"), _doing(story, ref, "acknowledge"))) == [
        "done",
        "stale_version",
    ]


def test_two_customers_who_write_to_a_closed_ticket_at_once_get_one_follow_up(story: Story) -> None:
    ref, heard = _closed(story), set[str]()
    assert at_once(*[lambda: heard.add(story.writes(ref))] * 3) == ["done"] * 3
    assert heard == {"T-2"}
    assert story.happened("T-2").count("customer_message") == 2


def test_who_opens_a_follow_up_sees_the_one_that_was_opened_since_they_looked(
    postgres_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Story(postgres_database_url) as story:
        ref, heard = _closed(story), list[str]()
        _once_looked(monkeypatch, lambda: heard.append(story.writes(ref)))
        assert story.writes(ref) == "T-2"
        assert heard == ["T-2"]


def test_the_customer_is_heard_beside_a_merge_of_the_ticket_to_which_they_write(story: Story) -> None:
    heard = set[str]()
    source, survivor = story.opened("a question"), story.opened("the same question")
    written, merged = at_once(lambda: heard.add(story.writes(source)), _doing(story, source, "merge", into=survivor))
    assert (written, merged, heard) in (("done", "done", {survivor}), ("done", "stale_version", {source}))


def test_the_customer_is_heard_in_the_survivor_when_the_merge_was_faster(
    postgres_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Story(postgres_database_url) as story:
        source, survivor = story.opened("a question"), story.opened("the same question")
        _once_looked(monkeypatch, _doing(story, source, "merge", into=survivor))
        assert story.writes(source) == survivor


def test_a_snooze_ends_once_when_it_is_over_and_an_agent_ends_it(story: Story) -> None:
    ref = story.opened("a question")
    story.does(ref, "snooze", by=SAM, until=story.clock.now + timedelta(hours=1))
    wake = _doing(story, ref, "wake")
    story.sleeps(hours=1, seconds=1)
    assert at_once(story.app.deadlines.sweep, wake) == ["done", "stale_version"]
    assert story.happened(ref).count("snooze_ended") == 1


def test_words_that_follow_a_chain_and_merges_along_it_never_wait_for_each_other_in_a_ring(story: Story) -> None:
    first, second, third = (story.opened(f"question {number}") for number in range(3))
    story.does(third, "merge", by=SAM, into=second)
    story.does(second, "merge", by=SAM, into=first)
    merge = _doing(story, first, "merge", into=second)  # It is refused, but it locks both.
    heard = list[str]()
    outcomes = at_once(lambda: heard.extend(story.writes(third) for _ in range(30)), *[lambda: _often(merge)] * 2)
    assert (outcomes, heard) == (["done"] * 3, [first] * 30)


def test_of_two_who_replace_the_same_desk_at_once_one_wins_and_the_other_is_told(story: Story) -> None:
    for days in range(10, 15):
        before = story.app.desk.in_use()
        outcomes = at_once(_replacing(story, before, f"{days}d"), _replacing(story, before, f"{days + 10}d"))
        assert sorted(outcomes) == ["done", "stale_version"]
        assert story.app.desk.in_use() == before + 1


def test_who_apply_the_same_desk_at_once_store_it_once(story: Story) -> None:
    for window in ("8d", "9d", "10d"):
        before = story.app.desk.in_use()
        assert at_once(*[_replacing(story, None, window)] * 3) == ["done"] * 3
        assert story.app.desk.in_use() == before + 1


def _replacing(story: Story, in_place_of: int | None, window: str) -> Callable[[], object]:
    """What Mia is about to put into use: the same desk with another reopen window."""
    text = EXAMPLE.replace("reopen_window: 7d", f"reopen_window: {window}")
    return lambda: story.app.desk.apply(principal(MIA), text, in_place_of)


def _doing(story: Story, ref: str, action: str, **options: object) -> Callable[[], object]:
    """What Sam is about to do to the ticket as he sees it now."""
    version = story.ticket(ref).version
    return lambda: story.app.tickets.act(principal(SAM), ref, version, action, options)


def _often(refused: Callable[[], object]) -> None:
    for _ in range(30):
        with suppress(NotAllowedNow, StaleVersion):
            refused()


def _once_looked(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], object]) -> None:
    """Something happens just after somebody has looked where a conversation goes on, and before they lock it."""
    waiting = [meanwhile]

    def look(tx: Transaction, ticket: Ticket) -> int:
        number = last_of(tx, ticket)
        if waiting:
            waiting.pop()()
        return number

    monkeypatch.setattr(conversation, "last_of", look)


def _closed(story: Story) -> str:
    ref = story.opened("a question")
    story.does(ref, "resolve", by=SAM)
    story.does(ref, "close", by=SAM)
    return ref
