"""A customer who was asked is reminded, and in the end let go honestly; but never while the next word is ours."""

from dataclasses import replace
from datetime import timedelta
from functools import reduce

import pytest

from escalator.core.desk.problems import Problem
from escalator.core.desk.reader import check
from escalator.core.dossier import Dossier, evolve
from escalator.core.notify.customers import CustomerNotice, CustomerNoticeKind
from escalator.core.ticket import asking, commands
from escalator.core.ticket.asking import Asked
from escalator.core.ticket.events import Event, Kind, instant
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status, Trigger
from tests.core.case import DESK, LEE, SAM, Case, agent, berlin

ASKING = """
asking:
  templates: {invoice: "{requester}, which invoice?"}
  remind_after: [2d, 5d]
  close_after: 10d
"""
# No promise in the way: what is measured here is only how long the customer is silent.
QUIET = DESK.replace(", next_reply: 2h, resolution: 16h, requester_wait: 16h, update: 8h}", "}")
QUIET = QUIET.replace(", next_reply: 1h, resolution: 4h, update: 8h}", "}")
QUIET += "loops: {silence: 2000h, silence_of_others: 2000h, silence_of_customer: 2000h, paused_for: 365d}\n"
MONDAY = "2026-11-23 09:00"


def asked(desk: str = QUIET + ASKING) -> Case:
    """On Monday at nine the customer wrote and was asked back at once."""
    return asks(Case(MONDAY, desk).opened().replies())


def asks(case: Case, question: int | None = 7) -> Case:
    return case.happens(commands.ask(case.ticket, agent(SAM), case.now, question))


def reminded(case: Case) -> list[str]:
    return [_day(event) for event in case.of(Kind.CUSTOMER_REMINDED)]


def closed(case: Case) -> list[str]:
    return [_day(event) for event in case.of(Kind.RESOLVED)]


def _day(event: Event) -> str:
    return f"{event.at.astimezone(berlin(MONDAY).tzinfo):%d %H:%M}"


def told(case: Case) -> list[str]:
    return [notice.kind.removeprefix("customer_") for notice in case.notices if isinstance(notice, CustomerNotice)]


def test_a_silent_customer_is_reminded_twice_and_then_let_go_with_a_letter_for_each() -> None:
    case = asked().passes(days=11)
    assert reminded(case) == ["25 08:00", "28 08:00"]
    assert closed(case) == ["03 08:00"]
    assert told(case) == ["reminder", "reminder", "unanswered_close"]
    assert case.ticket.status is Status.RESOLVED


def test_each_reminder_says_when_we_stop_waiting_and_repeats_the_question() -> None:
    case = asked().passes(days=6)
    letters = [notice for notice in case.notices if isinstance(notice, CustomerNotice)]
    assert {letter.by.replace(microsecond=0) for letter in letters if letter.by} == {berlin("2026-12-03 09:00")}
    assert {letter.question for letter in letters} == {7}


def test_an_answer_ends_it() -> None:
    case = asked().passes(days=3).writes().passes(days=20)
    assert len(reminded(case)) == 1
    assert closed(case) == []


def test_reminders_wait_for_the_open_time_that_the_desk_names() -> None:
    case = asked(QUIET + ASKING.replace("[2d, 5d]", "8h").replace("10d", "16h") + "  calendar: office\n")
    case.passes(days=3)
    assert reminded(case) == ["23 16:00"]
    assert closed(case) == ["24 16:00"]


def test_a_desk_that_says_nothing_reminds_nobody() -> None:
    assert told(asked(QUIET).passes(days=40)) == []


def test_one_that_only_closes_closes_without_reminders() -> None:
    case = asked(QUIET + "asking: {close_after: 10d}\n").passes(days=11)
    assert (reminded(case), closed(case)) == ([], ["03 08:00"])


def test_what_somebody_owns_is_neither_reminded_nor_closed() -> None:
    case = Case(MONDAY, QUIET + ASKING).opened().takes(SAM).replies()
    asks(case).passes(days=40)
    assert case.ticket.owner == SAM
    assert told(case) == []


def test_whoever_is_free_again_gets_one_reminder_now_and_the_rest_in_its_time() -> None:
    """Twenty days in somebody's hands: both reminders and the close are overdue, and must not come at once."""
    case = asks(Case(MONDAY, QUIET + ASKING).opened().takes(SAM).replies()).passes(days=20)
    case.happens(*commands.assign(case.ticket, agent(LEE), case.now, "first-line", None, 1))
    case.passes(days=20)
    assert reminded(case) == ["13 08:00", "16 08:00"]
    assert closed(case) == ["21 08:00"]


def test_a_word_of_ours_puts_the_next_reminder_off() -> None:
    case = asked().passes(days=1, hours=23).replies().passes(days=20)
    assert reminded(case)[0] == "27 07:00"


def test_who_was_never_told_anything_is_not_reminded_of_it() -> None:
    unanswered = asks(Case(MONDAY, QUIET + ASKING).opened())
    silent = asks(Case(MONDAY, QUIET + ASKING).opened(by=agent(SAM)))
    assert told(unanswered.passes(days=40)) == told(silent.passes(days=40)) == []


def test_whose_last_word_is_not_answered_is_not_let_go() -> None:
    case = asks(Case(MONDAY, QUIET + ASKING).opened().replies().passes(hours=1).writes()).passes(days=40)
    assert case.ticket.status is Status.PENDING
    assert told(case) == []


@pytest.mark.parametrize("trouble", [Trigger.ESCALATE, Trigger.RESUME])
def test_a_case_that_moved_on_is_not_closed(trouble: Trigger) -> None:
    case = asked().moves(trouble).passes(days=20)
    assert told(case) == []


def test_a_case_that_goes_in_circles_is_not_closed() -> None:
    case = asked()
    case.dossier = replace(case.dossier, ticket=replace(case.ticket, verdict="escalate"))
    assert told(case.passes(days=20)) == []
    case.dossier = replace(case.dossier, ticket=replace(case.ticket, verdict="watch"))
    assert told(case.passes(days=1)) == ["reminder"]


def test_a_ladder_that_climbs_keeps_the_case_from_being_closed_and_a_warning_does_not() -> None:
    climbs = asked(QUIET.replace("any: {first_reply: 4h}", "any: {first_reply: 4h, resolution: 80h}") + ASKING)
    assert closed(climbs.passes(days=40)) == ["03 08:00"]  # warned on the way, and closed before the promise broke
    breaks = asked(QUIET.replace("any: {first_reply: 4h}", "any: {first_reply: 4h, resolution: 8h}") + ASKING)
    assert closed(breaks.passes(days=40)) == []


def test_an_answer_brings_it_back_and_nobody_has_failed_it() -> None:
    case = asked().passes(days=11).writes()
    assert case.ticket.status is Status.OPEN
    assert (case.ticket.failed, case.ticket.failed_tiers) == ((), ())


def test_the_customers_silence_is_no_alarm_while_they_are_asked_politely() -> None:
    """They may be silent for as long as the desk waits; what has no end in sight is still brought up."""
    loud = QUIET.replace("silence_of_customer: 2000h", "silence_of_customer: 8h")
    assert asked(loud + ASKING).passes(days=11).of(Kind.SIGNAL_FOUND) == []
    endless = asked(loud + ASKING.replace("  close_after: 10d\n", "")).passes(days=11)
    assert [event.data["kind"] for event in endless.of(Kind.SIGNAL_FOUND)][:1] == ["silence"]


def test_a_second_question_starts_anew_with_numbers_of_its_own() -> None:
    case = asked().passes(days=3).writes().passes(hours=1).replies()
    asks(case, question=9).passes(days=11)
    assert [event.data["question"] for event in case.of(Kind.CUSTOMER_REMINDED)] == [7, 9, 9]
    assert case.dossier.asked == Asked(
        number=2,
        since=berlin("2026-11-26 10:00"),
        question=9,
        heard_at=case.of(Kind.CUSTOMER_REMINDED)[-1].at,
        reminded=2,
        reminders=3,
        waits=False,
    )


def test_pending_in_a_foreign_log_is_no_question_of_ours() -> None:
    case = Case(MONDAY, QUIET + ASKING).opened().replies().moves(Trigger.ASK).passes(days=40)
    assert case.ticket.status is Status.PENDING
    assert case.dossier.asked is None
    assert told(case) == []


def test_nobody_is_closed_who_cannot_be_told() -> None:
    case = Case(MONDAY, QUIET + ASKING)
    case.opened()
    created = case.events[0]
    gone = {**created.data, "requester": {"email": "case-1@import.invalid"}}
    case.dossier = evolve(Dossier(Ticket(id=1)), Event(Kind.CREATED, created.at, created.actor, data=gone))
    assert closed(asks(case.replies()).passes(days=40)) == []


def test_a_shorter_wait_holds_when_the_ticket_is_moved_to_the_new_desk() -> None:
    case = asked()
    case.applies(QUIET + ASKING.replace("[2d, 5d]", "1d"))
    case.recalculates().passes(days=3)
    assert reminded(case) == ["24 08:00"]


def test_what_is_known_of_a_question_survives_the_row_and_the_replay() -> None:
    case = asked().passes(days=3)
    known = case.dossier.asked
    assert known is not None
    assert asking.of_data(asking.to_data(known)) == known
    assert reduce(evolve, case.events, Dossier(Ticket(id=1))).asked == known


def test_the_close_says_until_when_an_answer_brings_it_back() -> None:
    case = asked().passes(days=11)
    [resolved] = case.of(Kind.RESOLVED)
    letter = next(notice for notice in case.notices if notice.kind is CustomerNoticeKind.UNANSWERED_CLOSE)
    assert letter.back_until == instant(resolved.data["back_until"]) == resolved.at + timedelta(days=7)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("templates: {a: '{customer}?'}", "nobody knows what to put in for {customer}"),
        ("templates: {a: '{requester.email}?'}", "nobody knows what to put in for {requester.email}"),
        ("templates: {a: '{requester!r}?'}", "nobody knows what to put in for {requester}"),
        ("templates: {a: 'which } one'}", "a brace stands here alone"),
        ("templates: {a: ' '}", "a question has from 1 to 2000 characters"),
        ("remind_after: [5d, 2d]", "this reminder does not come after the one before it"),
        ("remind_after: [2d]\n  close_after: 2d", "the ticket would be closed before the last reminder"),
        ("calendar: sundays", 'there is no calendar "sundays"'),
        ("remind_after: [3650d]\n  calendar: office", "take more than ten years"),
    ],
)
def test_the_desk_check_says_what_cannot_be_asked(lines: str, said: str) -> None:
    [problem] = _errors(f"{DESK}asking:\n  {lines}\n")
    assert said in problem.message
    assert problem.path.startswith("asking.")
    assert problem.line > len(DESK.splitlines())


def test_the_agents_name_the_number_and_the_customer_may_stand_in_a_question() -> None:
    assert _errors(DESK + "asking:\n  templates: {a: '{requester}, {ticket}: {{which}} one? {agent}'}\n") == []


def _errors(desk: str) -> list[Problem]:
    return [problem for problem in check(desk)[1] if problem.severity == "error"]
