"""What is open moves to a new desk when an operator says so: rehearsed, in chunks, once, and never by halves."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from escalator.core.dossier import Dossier
from escalator.core.errors import Busy, EscalatorError, Forbidden
from escalator.service import handling, walking
from escalator.service.impact import Impact
from escalator.service.recalculation import RecalculationService
from escalator.store import dossiers
from escalator.store.database import Transaction
from escalator.store.dossiers import Change
from escalator.store.tables import deadlines, metadata, tickets
from tests.core.desk_texts import EXAMPLE
from tests.story import LEE, MIA, MONDAY, SAM, Story, principal

HOLIDAY = ("    holidays:\n", "    holidays:\n      - 2026-11-17 # our outing\n")
OFFICE_PROMISES = "any: {first_reply: 4h, next_reply: 2h, resolution: 16h}"
SHORTER = (OFFICE_PROMISES, "any: {first_reply: 1h, next_reply: 1h, resolution: 16h}")


def desk(*changes: tuple[str, str]) -> str:
    """The example desk with some places changed; each must be there, exactly once."""
    text = EXAMPLE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in the office in Berlin."""
    return MONDAY + timedelta(days=day - 16, hours=hour - 9, minutes=minute)


def service(story: Story) -> RecalculationService:
    return RecalculationService(story.app.database, story.app.handling)


def rehearsed(story: Story, text: str) -> Impact:
    return service(story).rehearse(principal(MIA), story.app.desk.draft(text), lambda *_: None)


def recalculated(story: Story, on_progress: Callable[[int, int], None] = lambda *_: None) -> Impact:
    return service(story).run(principal(MIA), on_progress)


def applied(story: Story, text: str) -> Impact:
    story.applies(text)
    return recalculated(story)


def everything(story: Story) -> dict[str, list[Any]]:
    """Every row of every table."""
    with story.app.database.reading() as tx:
        return {name: sorted(map(repr, tx.conn.execute(select(table)))) for name, table in metadata.tables.items()}


def due(story: Story, ref: str) -> dict[str, datetime]:
    """What is armed for a ticket, and when."""
    query = select(deadlines.c.kind, deadlines.c.due_at).where(
        deadlines.c.ticket_id == int(ref.removeprefix("T-")), deadlines.c.state == "pending"
    )
    with story.app.database.reading() as tx:
        return {row.kind: row.due_at for row in tx.conn.execute(query)}


def small_chunks(monkeypatch: pytest.MonkeyPatch, size: int = 1) -> None:
    monkeypatch.setattr(walking, "CHUNK", size)
    monkeypatch.setattr(walking, "_GAP_SECONDS", 0.01)


def test_until_somebody_says_so_a_new_desk_moves_nothing(story: Story) -> None:
    ref = story.opened("page")
    before = due(story, ref)
    story.applies(desk(HOLIDAY))
    assert due(story, ref) == before


def test_a_holiday_tomorrow_moves_what_is_due_and_its_warnings_by_a_day(story: Story) -> None:
    ref = story.opened("page")
    assert due(story, ref)["breach.resolution"] == at(17, 17)
    impact = applied(story, desk(HOLIDAY))
    assert story.clock_of(ref, "resolution").due_at == at(18, 17)
    moved = due(story, ref)
    assert (moved["breach.resolution"], moved["warning.resolution.80%"]) == (at(18, 17), at(18, 13, 48))
    assert moved["breach.first_reply"] == at(16, 13)
    assert moved["loop.silence"] == at(18, 13)
    assert impact == Impact(1, 1, Counter(moved=2), Counter(later=3))
    assert story.happened(ref)[-3:] == ["desk_changed", "clock_retargeted", "clock_retargeted"]


def test_a_rehearsal_changes_nothing_and_its_numbers_are_those_of_the_run(story: Story) -> None:
    story.opened("page")
    story.passes(hours=2, minutes=1)
    assert story.told == [LEE]
    story.opened("invoice", priority="urgent")
    story.opened("quiet", tags=("vip",))
    answered = story.opened("answered")
    story.replies(answered, SAM)
    story.writes(answered)
    done = story.opened("done")
    story.does(done, "resolve", SAM)
    story.passes(minutes=25)
    assert story.told == [LEE]
    text = desk(HOLIDAY, SHORTER, ("max_age: 30d", "max_age: 1h"), ("reopen_window: 7d", "reopen_window: 10m"))

    before = everything(story)
    expected = rehearsed(story, text)
    assert everything(story) == before

    assert applied(story, text) == expected
    assert expected.tickets == 5
    assert expected.broken == {"first_reply": 1}
    assert (expected.happened["aged"], expected.happened["closed"]) == (1, 1)
    assert Counter(story.told) == expected.mails


def test_a_shorter_promise_breaks_at_once_with_one_mail(story: Story) -> None:
    ref = story.opened("page")
    story.passes(hours=1, minutes=30)
    shorter = (OFFICE_PROMISES, "any: {first_reply: 1h, next_reply: 1h, resolution: 1h}")
    impact = applied(story, desk(shorter))
    assert impact.broken == {"first_reply": 1, "resolution": 1}
    reading = story.clock_of(ref, "first_reply")
    assert (reading.breached_at, reading.cause) == (at(16, 10, 30), "target_changed")
    assert story.told == [SAM]
    assert impact.mails == {SAM: 1}

    assert recalculated(story).broken == {}
    longer = (OFFICE_PROMISES, "any: {first_reply: 8h, next_reply: 8h, resolution: 40h}")
    assert applied(story, desk(longer)).deadlines == {}
    assert len(story.facts(ref, "clock_breached")) == 2


def test_a_second_run_does_nothing(story: Story) -> None:
    for subject in ("page", "invoice"):
        story.opened(subject)
    applied(story, desk(HOLIDAY))
    before = everything(story)
    assert recalculated(story) == Impact(tickets=2)
    assert everything(story) == before


def test_a_desk_that_promises_the_same_leaves_no_trace_on_tickets(story: Story) -> None:
    story.opened("page")
    before = everything(story)["events"]
    assert applied(story, desk(("name: Harbour Support", "name: Harbour Help"))) == Impact(tickets=1)
    assert everything(story)["events"] == before


def test_clocks_that_do_not_notice_run_on_as_they_were(story: Story) -> None:
    ref = story.opened("at any hour", tags=("vip",))
    before = due(story, ref)
    assert applied(story, desk(HOLIDAY)) == Impact(tickets=1, changed=1, deadlines=Counter(later=1))
    assert story.happened(ref)[-1] == "desk_changed"
    # Only our silence is counted in office time.
    assert due(story, ref) == before | {"loop.silence": at(18, 13)}


def test_a_warning_that_a_shorter_promise_makes_due_is_counted(story: Story) -> None:
    story.opened("page")
    story.passes(hours=1, minutes=30)
    impact = applied(story, desk((OFFICE_PROMISES, "any: {first_reply: 2h, next_reply: 2h, resolution: 16h}")))
    assert (impact.warned, impact.mails) == (1, {})
    story.passes(seconds=1)
    assert story.told == [LEE]


def test_an_interrupted_run_is_finished_by_the_next_one(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    small_chunks(monkeypatch)
    refs = [story.opened(f"page {number}") for number in range(4)]

    def power_cut(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    story.applies(desk(HOLIDAY))
    with pytest.raises(KeyboardInterrupt):
        recalculated(story, power_cut)
    assert [story.clock_of(ref, "resolution").due_at == at(18, 17) for ref in refs] == [True, True, False, False]

    story.applies(desk(HOLIDAY))
    assert recalculated(story) == Impact(4, 2, Counter(moved=4), Counter(later=6))
    assert {story.clock_of(ref, "resolution").due_at for ref in refs} == {at(18, 17)}


def test_a_newer_desk_that_comes_meanwhile_wins(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    small_chunks(monkeypatch)
    refs = [story.opened(f"page {number}") for number in range(2)]

    def somebody_else(done: int, _: int) -> None:
        if done == 1:
            story.applies(desk(SHORTER))

    story.applies(desk(HOLIDAY))
    recalculated(story, somebody_else)
    assert [story.clock_of(ref, "first_reply").due_at for ref in refs] == [at(16, 13), at(16, 10)]
    recalculated(story)
    assert {story.clock_of(ref, "resolution").due_at for ref in refs} == {at(17, 17)}


def test_a_ladder_that_is_climbed_keeps_its_version(story: Story) -> None:
    ref = story.opened("page")
    story.passes(hours=4, minutes=1)
    assert story.told == [LEE, LEE, SAM]
    patient = ("acknowledge_within: 15m", "acknowledge_within: 3h")
    applied(story, desk(patient, HOLIDAY))
    story.passes(minutes=15)
    assert story.told == [LEE]
    assert len(story.facts(ref, "desk_changed")) == 1


def test_a_promise_that_is_made_no_more_ends_in_sight(story: Story) -> None:
    ref = story.opened("page")
    impact = applied(story, desk((OFFICE_PROMISES, "any: {first_reply: 4h}")))
    assert (impact.happened, impact.deadlines) == ({"ended": 1}, {"gone": 3})
    assert [fact["cause"] for fact in story.facts(ref, "clock_cancelled")] == ["no_policy"]
    assert story.clock_of(ref, "resolution").state == "cancelled"


def test_what_is_resolved_can_come_back_for_as_long_as_the_new_desk_says(story: Story) -> None:
    ref = story.opened("page")
    story.does(ref, "resolve", SAM)
    impact = applied(story, desk(("reopen_window: 7d", "reopen_window: 14d")))
    assert impact == Impact(1, 1, deadlines=Counter(later=1))
    assert due(story, ref) == {"close": at(30, 9)}


def test_a_case_that_is_too_old_by_the_new_desk_comes_up_now_and_never_early(story: Story) -> None:
    ref = story.opened("page", tags=("nothing is promised",))
    story.sleeps(hours=1)
    impact = applied(story, desk(("max_age: 30d", "max_age: 30m")))
    assert (impact.happened, impact.mails.total()) == ({"aged": 1}, 1)
    assert due(story, ref)["age"] == at(16, 10, 30)
    with story.app.database.reading() as tx:
        fired = tx.conn.execute(select(deadlines).where(deadlines.c.state == "fired")).one()
    assert (fired.due_at, fired.fired_at) == (at(16, 9, 30), at(16, 10))
    assert len(story.told) == 1


def test_a_ticket_that_cannot_be_computed_does_not_stop_the_rest(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    refs = [story.opened(f"page {number}") for number in range(3)]
    real = handling.play

    def poisoned(dossier: Dossier, *rest: Any) -> Any:
        if dossier.ticket.ref == refs[1]:
            raise ZeroDivisionError
        return real(dossier, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(handling, "play", poisoned)
        assert rehearsed(story, desk(HOLIDAY)).failed == (2,)
        impact = applied(story, desk(HOLIDAY))
    assert (impact.tickets, impact.changed, impact.failed) == (3, 2, (2,))
    assert [story.clock_of(ref, "resolution").due_at == at(18, 17) for ref in refs] == [True, False, True]
    assert recalculated(story).changed == 1


@pytest.mark.parametrize("refusal", [Busy("a lock was not to be had"), ValueError("a row makes no sense")])
def test_a_chunk_that_is_refused_is_tried_one_by_one(
    story: Story, monkeypatch: pytest.MonkeyPatch, refusal: Exception
) -> None:
    small_chunks(monkeypatch, 3)
    refs = [story.opened(f"page {number}") for number in range(3)]
    real = dossiers.save

    def refusing(tx: Transaction, changes: list[Change]) -> None:
        if any(change.after.ticket.ref == refs[1] for change in changes):
            raise refusal
        real(tx, changes)

    monkeypatch.setattr(dossiers, "save", refusing)
    impact = applied(story, desk(HOLIDAY))
    assert (impact.tickets, impact.changed, impact.failed) == (3, 2, (2,))


def test_what_somebody_holds_up_is_passed_by_within_seconds(postgres_database_url: str) -> None:
    with Story(postgres_database_url) as story:
        refs = [story.opened(f"page {number}") for number in range(3)]
        with story.app.database.transaction() as tx:
            dossiers.load(tx, [2], lock=True)
            begun = time.monotonic()
            impact = applied(story, desk(HOLIDAY))
            assert time.monotonic() - begun < 4
        assert (impact.changed, impact.failed) == (2, (2,))
        assert [story.clock_of(ref, "resolution").due_at == at(18, 17) for ref in refs] == [True, False, True]
        assert recalculated(story).changed == 1


def test_an_import_is_left_alone(story: Story) -> None:
    story.opened("page")
    with story.app.database.transaction() as tx:
        tx.conn.execute(update(tickets).values(lane="import"))
        tx.conn.execute(update(deadlines).values(lane="import"))
    assert service(story).tickets() == 0
    assert rehearsed(story, desk(HOLIDAY)) == Impact()
    assert applied(story, desk(HOLIDAY)) == Impact()


def test_agents_go_on_working_meanwhile(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    small_chunks(monkeypatch, 4)
    refs = [story.opened(f"page {number}") for number in range(24)]
    failures: list[EscalatorError] = []

    def answer(mine: list[str]) -> None:
        try:
            for ref in mine:
                story.replies(ref, SAM)
        except EscalatorError as failure:
            failures.append(failure)

    story.applies(desk(HOLIDAY))
    agents = [threading.Thread(target=answer, args=(refs[start::3],)) for start in range(3)]
    for agent in agents:
        agent.start()
    impact = recalculated(story)
    for agent in agents:
        agent.join()
    assert (failures, impact.failed, impact.changed) == ([], (), 24)
    for ref in refs:
        assert story.clock_of(ref, "resolution").due_at == at(18, 17)
        assert story.clock_of(ref, "first_reply").state == "met"


def test_only_an_admin_moves_what_is_open(story: Story) -> None:
    for attempt in (
        service(story).run,
        lambda *args: service(story).rehearse(args[0], story.app.desk.draft(EXAMPLE), args[1]),
    ):
        with pytest.raises(Forbidden):
            attempt(principal(LEE), lambda *_: None)
