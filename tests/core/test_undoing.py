"""An undo takes a close back: the ticket is as it was, and nobody gains or loses time by it (workflow.md, "Undo")."""

from dataclasses import replace
from datetime import timedelta

import pytest

from escalator.core.errors import NotAllowedNow
from escalator.core.falling_due import deadlines
from escalator.core.sla.lifetime import CLOSE
from escalator.core.ticket.commands import merge
from escalator.core.ticket.events import Kind
from escalator.core.ticket.workflow import Status, Trigger
from tests.core.case import LEE, MIA, SAM, Case, agent, berlin

MONDAY = "2026-11-23 09:00"


def spam(case: Case) -> Case:
    return case.moves(Trigger.SPAM)


def as_seen(case: Case) -> tuple[object, ...]:
    """All but what says that something happened: numbers of events, and when a clock was counted last."""
    ticket = replace(case.ticket, version=0, changed_at=None)
    clocks = [(c.metric, c.number, c.state, c.due_at, c.breached_at, c.warned, c.pauses) for c in case.dossier.cycles]
    return ticket, clocks, deadlines(case.dossier, case.world.desks) - set(silences(case))


def silences(case: Case) -> list[object]:
    """That somebody did something ends a silence, whatever it was."""
    return [due for due in deadlines(case.dossier, case.world.desks) if due.kind == "loop.silence"]


@pytest.mark.parametrize("begun", [True, False])
def test_what_was_no_spam_is_as_if_it_had_never_been_closed(begun: bool) -> None:
    marked, never = (Case(MONDAY).opened().passes(minutes=30) for _ in range(2))
    if begun:
        marked.replies().passes(minutes=5).writes()
        never.replies().passes(minutes=5).writes()
    spam(marked).passes(minutes=20).undoes(by=SAM)
    never.passes(minutes=20)
    assert as_seen(marked) == as_seen(never)
    assert marked.ticket.status == ("open" if begun else "new")
    assert marked.elapsed("resolution") == never.elapsed("resolution")


def test_a_promise_that_was_broken_meanwhile_was_broken_at_its_deadline() -> None:
    case = spam(Case(MONDAY).opened()).at("2026-11-23 15:00")
    assert case.asked == []
    case.undoes(by=SAM).passes(seconds=1)
    clock = case.cycle("first_reply")
    assert (clock.breached_at, clock.detected_at) == (berlin("2026-11-23 13:00"), berlin("2026-11-23 15:00"))
    # Like after an outage: it goes to where it would stand by now, and the steps before are said to be late.
    assert (case.ticket.status, case.dossier.run.asked) == (Status.ESCALATED, MIA)
    assert len(case.of(Kind.STEP_SKIPPED)) > 0


def test_a_warning_that_would_have_come_meanwhile_comes_now() -> None:
    case = spam(Case(MONDAY).opened()).at("2026-11-23 11:30").undoes(by=SAM).passes(minutes=1)
    assert case.warned_at("first_reply") == [berlin("2026-11-23 11:30")]
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 13:00")


def test_what_somebody_had_to_take_and_gave_no_word_on_is_brought_up_anew() -> None:
    case = Case(MONDAY).opened().moves(Trigger.ESCALATE).takes(LEE)
    spam(case).passes(minutes=10)
    assert case.dossier.run.ended_because == "closed"
    case.undoes(by=SAM)
    run = case.dossier.run
    assert (run.number, run.reason, run.is_active) == (2, "requested", True)
    assert (case.ticket.status, case.ticket.owner) == ("escalated", None)


def test_what_its_owner_had_answered_stays_theirs() -> None:
    case = Case(MONDAY).opened().moves(Trigger.ESCALATE).takes(LEE).passes(minutes=5).replies(by=LEE)
    spam(case).passes(minutes=10).undoes(by=SAM)
    assert (case.ticket.status, case.ticket.owner, case.dossier.run.is_active) == ("open", LEE, False)


def closed(case: Case) -> Case:
    return case.replies().moves(Trigger.RESOLVE).passes(hours=1).moves(Trigger.CLOSE)


def test_a_close_that_is_undone_leaves_the_ticket_resolved_since_then_and_it_closes_when_it_would_have() -> None:
    case = closed(Case(MONDAY).opened())
    case.passes(hours=20).undoes()
    assert (case.ticket.status, case.ticket.resolved_at) == ("resolved", berlin(MONDAY))
    assert [stay.until for stay in case.ticket.stays] == [None]
    [due] = [due for due in deadlines(case.dossier, case.world.desks) if due.kind == CLOSE]
    assert due.at == berlin(MONDAY) + case.desk.tickets.reopen_window
    assert case.passes(days=10).ticket.status == "closed"


def test_the_time_in_which_it_was_closed_counts_no_more_than_that_in_which_it_was_resolved() -> None:
    reopened, shut = Case(MONDAY).opened().passes(hours=2), Case(MONDAY).opened().passes(hours=2)
    reopened.replies().moves(Trigger.RESOLVE).passes(hours=23).writes()
    closed(shut).passes(hours=22).undoes().writes()
    assert as_seen(reopened) == as_seen(shut)
    assert shut.elapsed("resolution") == timedelta(hours=2)


def test_who_lives_through_it_twice_is_still_owed_the_same() -> None:
    case = spam(Case(MONDAY).opened()).passes(minutes=10).undoes(by=SAM).passes(minutes=10)
    spam(case).passes(minutes=10).undoes(by=SAM)
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 13:00")
    assert case.elapsed("first_reply") == timedelta(minutes=30)


def test_another_priority_that_was_given_meanwhile_holds_then() -> None:
    case = spam(Case(MONDAY).opened()).priority("urgent").passes(minutes=10).undoes(by=SAM)
    assert case.cycle("first_reply").due_at == berlin("2026-11-23 10:00")


# Refusals.


def refused(case: Case, by: str, why: str) -> None:
    before = list(case.events)
    with pytest.raises(NotAllowedNow, match=why):
        case.undoes(by=by)
    assert case.events == before


def test_only_what_closed_a_ticket_is_undone() -> None:
    refused(Case(MONDAY).opened(), LEE, "T-1 is new; only what closed a ticket can be undone")
    refused(Case(MONDAY).opened().replies().moves(Trigger.RESOLVE), LEE, "T-1 is resolved")


def test_a_close_is_undone_by_a_lead() -> None:
    refused(closed(Case(MONDAY).opened()), SAM, "only a lead can undo that T-1 was closed")


@pytest.mark.parametrize("close", [spam, closed])
def test_nothing_is_undone_after_a_day(close: object) -> None:
    assert callable(close)
    case = close(Case(MONDAY).opened()).passes(days=1, seconds=1)
    refused(case, MIA, "more than a day ago")


def test_what_closed_when_its_time_was_over_stays_closed() -> None:
    case = Case(MONDAY).opened().replies().moves(Trigger.RESOLVE).passes(days=7, hours=1)
    assert (case.ticket.status, case.of(Kind.CLOSED)[0].actor.kind) == ("closed", "system")
    refused(case, LEE, "the time in which T-1 could come back is over")


def test_a_merge_is_not_undone() -> None:
    case = Case(MONDAY).opened()
    case.happens(merge(case.ticket, 7, agent(LEE), case.now))
    refused(case, LEE, "merged into T-7, which has taken over what was owed")
