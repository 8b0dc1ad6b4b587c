"""The ladder against workflow.md: windows, chained due instants, outages, leases, reasons."""

from datetime import timedelta

import pytest

from escalator.core.desk.loops import LoopRules
from escalator.core.notify.notices import NoticeKind
from escalator.core.routing.staff import Staff
from escalator.core.ticket.commands import assign
from escalator.core.ticket.events import Actor, Kind
from escalator.core.ticket.workflow import Trigger
from tests.core.case import DESK, LEE, MIA, SAM, Case, berlin


@pytest.fixture
def breached() -> Case:
    """A ticket of Monday 09:00 whose first reply was due at 13:00; Sam was asked right after."""
    return Case("2026-11-23 09:00").opened().at("2026-11-23 13:01")


def test_a_breach_escalates_the_ticket_and_asks_the_first_person(breached: Case) -> None:
    assert breached.ticket.status == "escalated"
    assert breached.asked == [SAM]
    assert breached.dossier.run.due_at == berlin("2026-11-23 13:15") + timedelta(milliseconds=1)


def test_a_window_that_ends_asks_the_next_one_after_the_step_s_wait(breached: Case) -> None:
    breached.at("2026-11-23 13:20")
    assert breached.asked == [SAM]
    breached.at("2026-11-23 13:26")
    assert breached.asked == [SAM, LEE]
    assert breached.ticket.assignee == LEE


def test_the_next_step_is_due_from_the_previous_due_instant_not_from_when_we_got_round_to_it(breached: Case) -> None:
    breached.sleeps_until("2026-11-23 13:20").sweeps()
    assert breached.dossier.run.due_at == berlin("2026-11-23 13:25") + timedelta(milliseconds=1)


def test_after_an_outage_the_case_goes_where_it_would_stand_and_the_rest_is_marked_late(breached: Case) -> None:
    """13:15 Sam's window ends, 13:25-13:55 is Lee's: by 14:00 it is Mia's, and she gets her whole hour."""
    breached.sleeps_until("2026-11-23 14:00").sweeps()
    assert breached.asked == [SAM, MIA]
    assert [event.data["rung"] for event in breached.of(Kind.STEP_SKIPPED)] == [1]
    assert breached.dossier.run.due_at == berlin("2026-11-23 15:00")


def test_after_a_long_outage_the_last_resort_has_it(breached: Case) -> None:
    breached.sleeps_until("2026-11-24 14:00").sweeps()
    assert breached.dossier.run.state == "exhausted"
    assert breached.ticket.assignee == MIA


def test_a_breach_found_late_starts_where_it_would_stand() -> None:
    case = Case("2026-11-23 09:00").opened().sleeps_until("2026-11-23 13:30").sweeps()
    assert case.asked == [LEE]
    assert case.cycle("first_reply").breached_at == berlin("2026-11-23 13:00")


def test_who_is_away_is_not_reached_and_the_next_is_asked_at_once() -> None:
    case = Case("2026-11-23 09:00").opened()
    case.staff = Staff(away={SAM: berlin("2026-12-01 09:00")})
    case.at("2026-11-23 13:00:01")
    assert case.asked == [LEE]
    assert case.of(Kind.STEP_UNREACHED)[0].data["verdicts"] == [[SAM, "is away"]]


def test_a_public_reply_of_somebody_else_is_no_acknowledge(breached: Case) -> None:
    breached.replies(by=MIA)
    assert breached.cycle("first_reply").state == "met"
    assert (breached.ticket.status, breached.dossier.run.state) == ("escalated", "waiting")


def test_a_public_reply_of_who_was_asked_takes_the_case(breached: Case) -> None:
    breached.replies(by=SAM)
    assert (breached.ticket.status, breached.ticket.owner) == ("open", SAM)
    assert breached.dossier.run.settled_at == breached.now


def test_a_note_of_who_was_asked_takes_nothing(breached: Case) -> None:
    breached.notes(by=SAM)
    assert breached.ticket.owner is None


def test_an_acknowledge_is_a_lease_that_a_public_reply_settles(breached: Case) -> None:
    breached.takes(LEE)
    assert breached.dossier.run.due_at == breached.now + timedelta(hours=4)
    breached.passes(hours=1).replies(by=LEE).passes(hours=4)
    assert (breached.ticket.owner, breached.dossier.run.state) == (LEE, "acknowledged")


def test_a_lease_that_ends_marks_the_owner_and_goes_on(breached: Case) -> None:
    breached.takes(SAM).passes(hours=4, minutes=11)
    assert (breached.ticket.failed, breached.ticket.failed_tiers) == ((SAM,), (1,))
    assert breached.asked == [SAM, LEE]


def test_a_missed_window_is_not_failing(breached: Case) -> None:
    breached.at("2026-11-23 13:26")
    assert breached.ticket.failed == ()


def test_resolving_ends_the_run_and_reopening_marks_who_resolved_it(breached: Case) -> None:
    breached.takes(SAM).moves(Trigger.RESOLVE)
    assert breached.dossier.run.state == "ended"
    breached.moves(Trigger.REOPEN, by=MIA)
    assert breached.ticket.failed == (SAM,)


def test_a_new_breach_on_a_case_at_work_is_told_to_the_owner_and_their_lead_and_starts_nothing(
    breached: Case,
) -> None:
    breached.takes(SAM).replies(by=SAM).passes(hours=1)
    breached.priority("urgent")
    told = [notice.to for notice in breached.notices if notice.kind is NoticeKind.OWNER_TOLD]
    assert told == [SAM, LEE]
    assert breached.dossier.run.number == 1


def test_after_the_desk_s_quiet_time_a_new_breach_starts_a_new_run(breached: Case) -> None:
    breached.takes(SAM).replies(by=SAM).passes(hours=4, minutes=1).priority("urgent")
    assert (breached.dossier.run.number, breached.ticket.status) == (2, "escalated")


def test_a_second_breach_is_added_to_the_notice_of_the_run_that_climbs(breached: Case) -> None:
    breached.priority("urgent")
    assert breached.dossier.run.also == ("breach",)
    assert breached.dossier.run.number == 1
    breached.at("2026-11-23 13:26")
    assert [notice.also for notice in breached.notices if notice.to == LEE][-1] == ("breach",)


def test_the_button_is_weaker_than_a_breach_but_hands_up_what_somebody_has(breached: Case) -> None:
    breached.takes(SAM).replies(by=SAM).moves(Trigger.ESCALATE, by=SAM).passes(minutes=11)
    assert breached.asked == [SAM, LEE]
    assert breached.ticket.owner is None


def test_who_is_handed_a_case_must_take_it_too(breached: Case) -> None:
    breached.takes(SAM).assigned(to=LEE, by=SAM)
    assert (breached.ticket.status, breached.ticket.owner, breached.asked) == ("escalated", None, [SAM, LEE])


def test_a_warning_without_a_ladder_is_told_to_the_lead_while_nobody_has_the_ticket() -> None:
    case = Case("2026-11-23 09:00").opened().at("2026-11-23 11:30")
    assert [(notice.kind, notice.to) for notice in case.notices] == [(NoticeKind.WARNING, LEE)]
    assert (case.ticket.status, case.dossier.run) == ("new", None)


def test_a_warning_with_a_ladder_warns_and_is_over() -> None:
    ladder = "  nudge:\n    steps:\n      - {action: notify, whom: lead, acknowledge_within: 10m}\nescalation:"
    desk = DESK.replace("{breach: climb}", "{breach: climb, warning: nudge}").replace("escalation:", ladder, 1)
    case = Case("2026-11-23 09:00", desk).opened().at("2026-11-23 11:30")
    assert case.asked == [LEE]
    assert (case.ticket.status, case.dossier.run.state) == ("new", "ended")
    assert [(notice.kind, notice.due_at) for notice in case.notices] == [
        (NoticeKind.WARNING, berlin("2026-11-23 13:00"))
    ]


def test_an_exhausted_ladder_reminds_on_the_desk_s_interval_until_somebody_takes_it(breached: Case) -> None:
    breached.at("2026-11-23 18:30")
    reminders = [notice.at for notice in breached.notices if notice.kind is NoticeKind.LAST_RESORT]
    assert len(reminders) == 4
    assert {notice.to for notice in breached.notices if notice.kind is NoticeKind.LAST_RESORT} == {MIA}
    breached.takes(MIA)
    assert breached.dossier.run.state == "acknowledged"


def test_age_alone_brings_a_case_up() -> None:
    unheard = LoopRules(weights={"silence": 0})
    case = Case("2026-11-23 09:00", policies=(), loops=unheard).opened().passes(days=366)
    assert case.dossier.run.reason == "max_age"
    assert case.ticket.status == "escalated"


def test_a_running_ladder_keeps_the_desk_with_which_it_started(breached: Case) -> None:
    breached.applies(DESK.replace("acknowledge_within: 15m", "acknowledge_within: 3h"))
    breached.at("2026-11-23 13:26")
    assert breached.asked == [SAM, LEE]


def test_a_ladder_that_today_s_desk_has_renamed_still_starts() -> None:
    case = Case("2026-11-23 09:00").opened()
    case.applies(DESK.replace("climb", "stairs"))
    case.at("2026-11-23 13:01")
    assert case.dossier.run.ladder == "climb"
    assert case.asked == [SAM]


def test_who_has_left_the_desk_is_asked_no_more(breached: Case) -> None:
    breached.applies(
        DESK.replace("lee@desk.example", "nia@desk.example").replace("last_resort: mia", "last_resort: nia")
    )
    breached.at("2026-11-23 13:30")
    assert breached.asked == [SAM, MIA]
    assert breached.of(Kind.STEP_UNREACHED)[0].data["verdicts"] == [[LEE, "has left the desk"]]


def test_the_whole_is_climbed_again_as_often_as_the_desk_says() -> None:
    desk = DESK.replace("escalation:", "    repeat: 1\nescalation:", 1)
    case = Case("2026-11-23 09:00", desk).opened().at("2026-11-23 16:59")
    assert case.asked == [SAM, LEE, MIA] * 2
    assert case.dossier.run.state == "exhausted"


def test_who_failed_the_case_is_not_asked_again(breached: Case) -> None:
    breached.takes(SAM).passes(hours=4, minutes=1)
    again = breached.at("2026-11-24 12:00")
    assert SAM not in again.asked[1:]
    reopened = Case("2026-11-23 09:00").opened().moves(Trigger.RESOLVE).moves(Trigger.REOPEN, by=MIA)
    reopened.at("2026-11-23 13:01")
    assert reopened.asked == [LEE]
    assert reopened.of(Kind.STEP_UNREACHED)[0].data["verdicts"] == [[SAM, "has already failed this case"]]


def test_a_tier_that_failed_the_case_is_passed_over_whole() -> None:
    desk = DESK.replace("whom: {agent: sam@desk.example}", "whom: {team: first-line}").replace(
        "members: [sam@desk.example]", "members: [sam@desk.example, mia@desk.example]"
    )
    case = Case("2026-11-23 09:00", desk).opened().takes(SAM).moves(Trigger.RESOLVE).moves(Trigger.REOPEN, by=LEE)
    case.at("2026-11-23 13:01")
    assert ["mia@desk.example", "tier 1 has already failed this case"] in case.of(Kind.STEP_UNREACHED)[0].data[
        "verdicts"
    ]
    assert case.asked == [LEE]


TEAM_FIRST = DESK.replace("whom: {agent: sam@desk.example}", "whom: team").replace(
    "members: [sam@desk.example]", "members: [sam@desk.example, mia@desk.example]"
)


def test_a_case_comes_back_to_those_who_failed_it_when_nobody_else_is_left() -> None:
    case = Case("2026-11-23 09:00", TEAM_FIRST).opened().takes(SAM).moves(Trigger.RESOLVE)
    case.moves(Trigger.REOPEN, by=LEE)
    back = berlin("2026-11-25 09:00")
    case.staff = Staff(away={LEE: back, MIA: back})
    case.at("2026-11-23 13:01")
    assert case.asked == [SAM]
    (asked,) = case.of(Kind.STEP_ASKED)
    assert asked.data["why"].endswith("; nobody else is left, so the case comes back")
    assert asked.data["verdicts"] == [[SAM, "0 open"], [MIA, "is away"]]


def test_while_a_later_step_reaches_somebody_the_case_never_comes_back_to_the_tier_that_failed_it() -> None:
    case = Case("2026-11-23 09:00", TEAM_FIRST).opened().takes(SAM).moves(Trigger.RESOLVE)
    case.moves(Trigger.REOPEN, by=LEE)
    case.staff = Staff(away={LEE: berlin("2026-11-25 09:00")})
    case.at("2026-11-23 13:01")
    assert case.asked == [MIA]
    assert len(case.of(Kind.STEP_UNREACHED)) == 2


NUDGE = DESK.replace("{breach: climb}", "{breach: climb, warning: nudge}").replace(
    "escalation:",
    "  nudge:\n    steps:\n      - {action: notify, whom: lead, acknowledge_within: 10m}\nescalation:",
    1,
)


def test_a_warning_never_takes_a_case_from_its_owner() -> None:
    case = Case("2026-11-23 09:00", NUDGE).opened().at("2026-11-23 13:01").takes(LEE).replies(by=LEE)
    case.at("2026-11-24 12:00")  # a warning of the update clock came long after the quiet time
    assert case.warned_at("update")[-1] > berlin("2026-11-24 11:00")
    assert (case.ticket.status, case.ticket.owner) == ("open", LEE)


def test_who_took_a_case_from_a_warning_and_stayed_silent_hands_it_to_the_last_resort() -> None:
    case = Case("2026-11-23 09:00", NUDGE).opened().at("2026-11-23 11:01").takes(SAM).at("2026-11-23 15:12")
    assert (case.ticket.status, case.dossier.run.state, case.ticket.assignee) == ("escalated", "exhausted", MIA)


def test_a_case_handed_to_a_team_is_asked_of_somebody_in_it(breached: Case) -> None:
    breached.takes(SAM)
    breached.happens(*assign(breached.ticket, Actor("agent", SAM), breached.now, "second-line", None, 2))
    assert (breached.ticket.status, breached.asked) == ("escalated", [SAM, LEE])


def test_every_event_says_what_led_to_it(breached: Case) -> None:
    assert {event.cause for event in breached.events if event.at > berlin("2026-11-23 13:00")} == {
        "deadline:breach.first_reply"
    }


def test_the_reply_that_shows_a_loop_is_not_the_reply_that_takes_the_case() -> None:
    """Sam's second reply without a change of state starts a ladder that asks Sam: that reply has taken nothing."""
    case = Case("2026-11-23 09:00", loops=LoopRules(rounds=2, weights={"back_and_forth": 4})).opened()
    case.passes(minutes=5).replies().passes(minutes=5).writes().passes(minutes=5).replies()
    assert (case.asked, case.ticket.owner, case.dossier.run.reason) == ([SAM], None, "loop")
    case.passes(minutes=5).replies()
    assert case.ticket.owner == SAM


def test_who_takes_a_case_by_replying_has_been_heard_and_is_not_announced() -> None:
    case = Case("2026-11-23 09:00").opened().says("wants_person")
    assert case.asked == [SAM]
    case.passes(minutes=5).replies()
    assert case.ticket.owner == SAM
    assert not case.of(Kind.CUSTOMER_TOLD)


def test_a_customer_who_asked_for_a_person_is_told_by_name_who_has_taken_the_case() -> None:
    case = Case("2026-11-23 09:00").opened().says("wants_person").passes(minutes=5).takes(LEE)
    (told,) = case.of(Kind.CUSTOMER_TOLD)
    assert (told.data["person"], told.data["by"]) == (LEE, "2026-11-23T12:05:00+00:00")
