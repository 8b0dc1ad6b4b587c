"""The sweep: each deadline once, however many sweep, whatever fails, whoever holds an old claim."""

import re
import threading
from datetime import timedelta

import pytest
from sqlalchemy import event, func, select, text

from escalator.core import falling_due
from escalator.core.dossier import Dossier, World
from escalator.core.errors import StaleVersion
from escalator.service.deadlines import ATTEMPTS_BEFORE_QUARANTINE, LEASE
from escalator.service.working import number_of
from escalator.store.tables import events
from tests.story import EXAMPLE_DESK, LEE, NOOR, SAM, Story, principal


def _overdue(story: Story, tickets: int) -> list[str]:
    """So many tickets whose first warning is due and not fired."""
    refs = [story.opened(f"question {number}") for number in range(tickets)]
    story.sleeps(hours=2, minutes=1)
    return refs


def _count(story: Story, table: str) -> int:
    with story.app.database.reading() as tx:
        return int(tx.conn.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def _fired_events(story: Story) -> int:
    with story.app.database.reading() as tx:
        return int(tx.conn.execute(select(func.count()).where(events.c.deadline_id.is_not(None))).scalar_one())


def test_nothing_is_due_before_its_time_and_everything_after_it(story: Story) -> None:
    story.opened("a question")
    story.sleeps(hours=2)
    assert story.app.deadlines.claim(10).deadlines == ()
    story.sleeps(seconds=1)
    assert [due.kind for due in story.app.deadlines.claim(10).deadlines] == ["warning.first_reply.50%"]


def test_what_one_sweeper_has_claimed_the_next_one_passes_by(story: Story) -> None:
    _overdue(story, 5)
    first, second = story.app.deadlines.claim(3), story.app.deadlines.claim(10)
    assert (len(first.deadlines), len(second.deadlines)) == (3, 2)
    assert not {due.id for due in first.deadlines} & {due.id for due in second.deadlines}
    for claim in (first, second):
        story.app.deadlines.fire(claim.token, [due.id for due in claim.deadlines])
    assert story.told == [LEE] * 5


def test_a_claim_lost_with_its_worker_is_free_after_the_lease(story: Story) -> None:
    _overdue(story, 1)
    lost = story.app.deadlines.claim(10)
    assert story.app.deadlines.claim(10).deadlines == ()
    story.clock.now += LEASE + timedelta(seconds=1)
    again = story.app.deadlines.claim(10)
    assert [due.id for due in again.deadlines] == [due.id for due in lost.deadlines]
    assert again.deadlines[0].attempts == 2
    story.app.deadlines.fire(again.token, [due.id for due in again.deadlines])
    assert story.told == [LEE]


def test_a_zombie_past_its_lease_fires_nothing(story: Story) -> None:
    _overdue(story, 1)
    zombie = story.app.deadlines.claim(10)
    story.clock.now += LEASE + timedelta(seconds=1)
    heir = story.app.deadlines.claim(10)
    story.app.deadlines.fire(heir.token, [due.id for due in heir.deadlines])
    assert story.told == [LEE]

    late = story.app.deadlines.fire(zombie.token, [due.id for due in zombie.deadlines])

    assert (late.tickets, _fired_events(story), story.told) == (0, 1, [])


def test_a_deadline_fired_twice_at_once_fires_once(story: Story) -> None:
    _overdue(story, 20)
    claim = story.app.deadlines.claim(50)
    ids = [due.id for due in claim.deadlines]
    threads = [threading.Thread(target=story.app.deadlines.fire, args=(claim.token, ids)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _fired_events(story) == 20
    assert story.told == [LEE] * 20


def test_a_ticket_that_cannot_be_computed_drops_out_alone(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    refs = _overdue(story, 10)
    poisoned = int(refs[4].removeprefix("T-"))
    real = falling_due.catch_up

    def poison(before: Dossier, world: World) -> object:
        if before.ticket.id == poisoned:
            raise ValueError("poison")
        return real(before, world)

    monkeypatch.setattr("escalator.service.handling.catch_up", poison)
    fired = story.app.deadlines.sweep()
    assert (fired.tickets, fired.failed) == (9, 1)
    assert story.told == [LEE] * 9

    monkeypatch.undo()
    story.sleeps(minutes=1)
    story.app.deadlines.sweep()
    assert story.told == [LEE]


def test_what_keeps_failing_is_quarantined_and_said_so(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    _overdue(story, 1)

    def poison(*_: object) -> object:
        raise ValueError("poison")

    with monkeypatch.context() as patch:
        patch.setattr("escalator.service.handling.catch_up", poison)
        for _ in range(ATTEMPTS_BEFORE_QUARANTINE):
            story.app.deadlines.sweep()
            story.sleeps(minutes=5)
    story.sleeps(minutes=5)

    assert story.app.deadlines.claim(10).deadlines == ()
    assert story.app.health.look().quarantined == 1
    # Whatever is done to the ticket next gives it another try.
    story.notes("T-1", by=SAM)
    assert story.app.health.look().quarantined == 0
    assert story.told == [LEE]


def test_a_chunk_that_the_database_refuses_is_retried_one_by_one(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One ticket's next event has a number that is taken already: the unique key refuses the whole chunk."""
    refs = _overdue(story, 5)
    taken = events.c.seq == (number := story.ticket(refs[2]).version + 1)
    with story.app.database.transaction() as tx:
        row = {"ticket_id": number_of(refs[2]), "seq": number, "at": tx.now, "kind": "x", "data": {}}
        tx.conn.execute(events.insert(), row | {"actor_kind": "x", "actor": "x", "cause": "x"})

    fired = story.app.deadlines.sweep()

    assert (fired.tickets, fired.failed) == (4, 1)
    assert story.told == [LEE] * 4
    with story.app.database.transaction() as tx:
        tx.conn.execute(events.delete().where(taken, events.c.kind == "x"))
    story.sleeps(minutes=1)
    story.app.deadlines.sweep()
    assert story.told == [LEE]


def test_a_chunk_spreads_its_tickets_over_the_least_loaded(story: Story) -> None:
    story.applies(
        EXAMPLE_DESK.read_text()
        .replace("      - action: notify\n        whom: team", "      - action: hand_off\n        whom: team")
        .replace(
            "    warnings: [50%, 10m left]\n    ladders: {breach: climb, warning: heads-up}",
            "    ladders: {breach: climb}",
        )
    )
    refs = [story.opened(f"question {number}", tags=("vip",)) for number in range(6)]
    story.sleeps(hours=1, minutes=1)
    story.app.deadlines.sweep()
    assignees = [story.ticket(ref).assignee for ref in refs]
    assert {name: assignees.count(name) for name in set(assignees)} == {
        "sam@harbour.example": 3,
        "noor@harbour.example": 3,
    }
    assert len(story.told) == 6


def test_the_sweep_says_when_nobody_swept(story: Story) -> None:
    assert story.app.deadlines.silence() is None
    story.app.deadlines.beat()
    story.sleeps(minutes=3)
    assert story.app.deadlines.silence() == timedelta(minutes=3)
    troubles = " ".join(story.app.health.look().troubles)
    assert "no sign of the sweep since" in troubles


def test_what_killed_its_process_is_tried_alone_and_quarantined_in_the_end(story: Story) -> None:
    """The process dies and cannot say why; only the attempts, counted before any work, tell."""
    _overdue(story, 5)
    for _ in range(ATTEMPTS_BEFORE_QUARANTINE):
        claim = story.app.deadlines.claim(10)
        story.clock.now += LEASE + timedelta(seconds=1)
    assert [len(part) for part in claim.parts(10)] == [1] * 5
    assert story.app.deadlines.claim(10).deadlines == ()
    assert "quarantined" in " ".join(story.app.health.look().troubles)
    for number in range(1, 6):
        story.notes(f"T-{number}", by=SAM)
    assert story.told == [LEE] * 5


def test_a_human_can_answer_a_ticket_whose_ladder_cannot_be_computed(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    [ref] = _overdue(story, 1)

    def poison(*_: object) -> object:
        raise ValueError("poison")

    with monkeypatch.context() as patch:
        patch.setattr("escalator.service.handling.catch_up", poison)
        story.replies(ref, by=SAM)
    assert story.clock_of(ref, "first_reply").state == "met"


def test_a_stale_version_does_not_depend_on_how_late_the_sweep_is(story: Story) -> None:
    """The deadline is due and not swept: whoever read the ticket before is told that it has moved on."""
    ref = story.opened("a question")
    version = story.ticket(ref).version
    story.sleeps(hours=4, minutes=1)
    with pytest.raises(StaleVersion):
        story.app.tickets.act(principal(LEE), ref, version, "acknowledge", {})
    assert story.ticket(ref).status == "escalated"
    assert story.told == [SAM]


def test_nobody_is_asked_to_take_what_was_taken_in_the_same_moment(story: Story) -> None:
    ref = story.opened("a question")
    story.sleeps(hours=4, minutes=1)
    story.replies(ref, by=NOOR)
    story.does(ref, "resolve", by=NOOR)
    assert story.told == []


def test_messages_at_once_on_one_ticket_all_arrive(story: Story) -> None:
    ref = story.opened("a question")
    failures = list[Exception]()

    def write() -> None:
        try:
            story.writes(ref)
        except Exception as failure:  # noqa: BLE001
            failures.append(failure)

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert story.happened(ref).count("customer_message") == 8


def test_a_chunk_asks_the_database_for_nothing_twice_and_for_nothing_that_it_need_not_know(story: Story) -> None:
    _overdue(story, 30)
    story.passes(hours=1, minutes=30)
    asked: list[str] = []
    event.listen(story.app.database.engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    story.sleeps(hours=1)
    story.app.deadlines.sweep()
    reads = [said for said in asked if "FROM people" in said or "FROM desks" in said]
    assert len(reads) == len(set(reads)) == 2
    assert not [said for said in asked if re.search("FROM (internal_notes|held_replies)", said)]
    # What the customers wrote stands in the letters; it is read once for all of them.
    assert len([said for said in asked if "FROM messages" in said]) <= 1
    assert len(asked) <= 24 + 4 * story.app.database.on_postgres
    assert story.told
