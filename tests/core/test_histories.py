"""Whatever people do in whatever order: an open ticket always has a deadline, and the timeline folds to the state."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from escalator.core.dossier import Dossier, evolve
from escalator.core.errors import NotAllowedNow
from escalator.core.falling_due import deadlines
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import IllegalMove, Trigger, fire
from tests.core.case import DESK, LEE, MIA, SAM, Case
from tests.core.test_ladder import NUDGE

# Other targets, another calendar, other pauses; `update` is promised to the urgent only, `age` to everybody.
OTHER = DESK.replace(
    "any: {first_reply: 4h, next_reply: 2h, resolution: 16h, requester_wait: 16h, update: 8h}",
    "any: {first_reply: 1h, resolution: 30h, age: 3d}",
).replace("    calendar: office\n    targets", "    calendar: always\n    pauses: {resolution: pending}\n    targets")

OTHER += "topics: {privacy: {team: second-line, ladder: climb}}\nloops: {silence: 2h, escalate: 3}\n"

PEOPLE = st.sampled_from([SAM, LEE, MIA])
DEEDS = st.one_of(
    st.tuples(st.just("passes"), st.integers(1, 60 * 24 * 3)),
    st.tuples(st.just("sleeps"), st.integers(1, 60 * 24 * 3)),
    st.tuples(st.just("writes"), st.none()),
    st.tuples(st.just("machine_writes"), st.none()),
    st.tuples(st.just("says"), st.sampled_from(["wants_person", "no_help", "leaving"])),
    st.tuples(st.just("touches"), st.sampled_from(["privacy", "nobody's"])),
    st.tuples(st.sampled_from(["replies", "notes", "takes", "undoes"]), PEOPLE),
    st.tuples(
        st.just("moves"), st.sampled_from([t for t in Trigger if t not in (Trigger.CUSTOMER_REPLIED, Trigger.MERGE)])
    ),
    st.tuples(st.just("priority"), st.sampled_from(["normal", "urgent"])),
    st.tuples(st.just("snoozes"), st.integers(1, 60 * 24 * 3)),
    st.tuples(st.just("absorbs"), st.integers(1, 60 * 24 * 3)),
    st.tuples(st.just("applies"), st.sampled_from([DESK, NUDGE, OTHER])),
    st.tuples(st.just("assigned"), PEOPLE),
)


@given(st.sampled_from([DESK, NUDGE, OTHER]), st.lists(DEEDS, max_size=14))
def test_no_history_leaves_a_ticket_that_is_not_closed_without_a_next_deadline(
    desk: str, deeds: list[tuple[str, Any]]
) -> None:
    """And none leaves an escalated one without somebody who is or will be asked."""
    case = Case("2026-11-23 09:00", desk).opened()
    for deed, what in deeds:
        _do(case, deed, what)
        armed = deadlines(case.dossier, case.world.desks)
        assert bool(armed) is (case.ticket.status != "closed")
        if case.ticket.status == "escalated":
            assert case.dossier.run.is_active
            assert any(due.kind.startswith("ladder.") for due in armed)
        keys = [(due.kind, due.cycle) for due in armed]
        assert len(keys) == len(set(keys))

    folded = Dossier(Ticket(id=1))
    for event in case.events:
        if "trigger" in event.data:
            assert event.data["from"] == folded.ticket.status
            assert fire(event.data["from"], event.data["trigger"]) == event.data["to"]
        folded = evolve(folded, event)
    assert folded == case.dossier
    assert folded.ticket.version == len(case.events)


@given(st.lists(DEEDS, max_size=14))
def test_no_promise_is_broken_twice(deeds: list[tuple[str, Any]]) -> None:
    case = Case("2026-11-23 09:00").opened()
    for deed, what in deeds:
        _do(case, deed, what)
    broken = [(e.data["metric"], e.data["cycle"]) for e in case.events if e.kind == "clock_breached"]
    assert len(broken) == len(set(broken))


def test_what_a_ladder_has_brought_about_does_not_happen_again() -> None:
    """Reopened under another desk with a promise already broken: its ladder starts the clocks that were to follow."""
    case = Case("2026-11-23 09:00").opened().moves(Trigger.RESOLVE).absorbs(1801)
    case.applies(OTHER)
    case.recalculates().writes()
    for kind in ("clock_started", "clock_breached"):
        seen = [(e.data["metric"], e.data["cycle"]) for e in case.events if e.kind == kind]
        assert len(seen) == len(set(seen)) > 1


# Two machines that answer each other are a loop, which climbs; here nothing but the mail itself is looked at.
NO_TALK = "loops: {weights: {machines: 0}}\n"
DEAF = [DESK + NO_TALK, NUDGE + NO_TALK, OTHER.replace("escalate: 3}", "escalate: 3, weights: {machines: 0}}")]


@given(st.sampled_from(DEAF), st.lists(DEEDS, max_size=14))
def test_a_history_without_its_machine_mail_ends_the_same(desk: str, deeds: list[tuple[str, Any]]) -> None:
    """Every clock, the ladder, the deadlines and the ticket itself, but for its version (sla-semantics.md, 9)."""
    told, without = Case("2026-11-23 09:00", desk).opened(), Case("2026-11-23 09:00", desk).opened()
    for deed, what in deeds:
        if deed == "applies":
            continue
        _do(told, deed, what)
        if deed != "machine_writes":
            _do(without, deed, what)
    assert _seen(told) == _seen(without)


def _seen(case: Case) -> tuple[object, ...]:
    ticket = replace(case.ticket, version=0, changed_at=None)
    due = deadlines(case.dossier, case.world.desks)
    return ticket, case.dossier.cycles, case.dossier.run, due, len(case.notices)


def _do(case: Case, deed: str, what: Any) -> None:
    """Does it, or finds that it is refused; a refusal changes nothing."""
    if deed == "applies":
        case.applies(what)
        case.recalculates()
    elif deed == "passes":
        case.passes(minutes=what)
    elif deed == "sleeps":
        case.now += timedelta(minutes=what)
        case.sweeps()
    else:
        with suppress(IllegalMove, NotAllowedNow):
            _try(case, deed, what)


def _try(case: Case, deed: str, what: Any) -> None:
    if deed == "assigned":
        case.assigned(to=what, by=LEE)
    else:
        getattr(case, deed)(*([] if what is None else [what]))
