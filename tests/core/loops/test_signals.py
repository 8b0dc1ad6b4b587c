"""Every sign of a case that goes in circles, and what does not count as one."""

import pytest

from escalator.core.desk.loops import WEIGHTS, LoopRules
from escalator.core.loops.signals import SIGNALS
from escalator.core.ticket.events import SYSTEM, Actor, Kind
from tests.core.case import DANA, LEE, SAM, berlin

from .told import Told

CANNED = "Thank you for your message. Please use the form on our help page, where you can report a page."
FIRST, SECOND = "first-line", "second-line"


def test_every_signal_has_a_weight() -> None:
    assert SIGNALS.keys() == WEIGHTS.keys()


def test_replies_back_and_forth_that_lead_nowhere_are_a_loop() -> None:
    case = Told().opened()
    for _ in range(4):
        case.replies("What exactly is the page?").becomes("pending").writes("As I said.").becomes("open")
    assert "back_and_forth" not in case.found
    case.replies("Which page?")
    assert case.found["back_and_forth"].why == "5 replies to the customer, and the case stands where it stood"
    assert case.found["back_and_forth"].evidence == (2, 4, 6, 8, 10)


@pytest.mark.parametrize("status", ["on_hold", "escalated"])
def test_a_real_change_of_state_begins_the_count_anew(status: str) -> None:
    case = Told(rounds=2).opened().replies().writes().becomes(status).becomes("open").replies()
    assert "back_and_forth" not in case.found
    assert "back_and_forth" in case.writes().replies().found


def test_several_replies_in_a_row_are_one_round() -> None:
    assert "back_and_forth" not in Told(rounds=2).opened().replies().replies().replies().found


def test_the_same_reply_twice_with_a_message_after_each_is_a_loop() -> None:
    case = Told().opened().replies(f"Hi Dana,\n{CANNED}\nBest regards\nSam").writes("I did that.")
    case.replies(f"Hello Ms Dahl,\n{CANNED} [T-1042]\nKind regards,\nNoor", by="noor@desk.example")
    assert "same_reply" not in case.found
    assert case.writes("I did that too.").found["same_reply"].evidence == (2, 3, 4, 5)


def test_the_same_reply_twice_in_a_row_is_a_slip_of_the_hand() -> None:
    assert "same_reply" not in Told().opened().replies(CANNED).replies(CANNED).writes().found


def test_a_case_that_came_back_twice_is_a_loop() -> None:
    case = Told().opened().replies().resolved().reopened().writes().replies().resolved()
    assert "reopened" not in case.found
    assert case.reopened().found["reopened"].why == "it came back 2 times after it was resolved"


def test_a_follow_up_is_the_old_case_that_came_back() -> None:
    old = Told().opened().resolved().reopened().resolved()
    new = Told().happens(Kind.CREATED, DANA, team=FIRST, follow_up_of=7)
    assert "reopened" not in new.found
    new.linked.append(old)
    assert "reopened" in new.found


def test_a_case_that_goes_back_to_where_it_came_from_is_a_loop() -> None:
    case = Told().opened().goes_to(SECOND, "third-line")
    assert "ping_pong" not in case.found
    found = case.goes_to(SECOND).found["ping_pong"]
    assert (found.evidence, found.events) == ((), (4,))


def test_a_case_that_comes_back_over_a_third_team_was_handed_on_but_not_back() -> None:
    found = Told().opened().goes_to(SECOND, "third-line", FIRST).found
    assert "ping_pong" not in found
    assert found["handed_on"].events == (2, 3, 4)


def test_to_give_a_case_to_the_team_that_has_it_is_no_hand_over() -> None:
    assert Told().opened().goes_to(FIRST, FIRST, FIRST).found.keys().isdisjoint({"ping_pong", "handed_on"})


def test_what_a_ladder_hands_on_is_no_ping_pong() -> None:
    case = Told().opened().goes_to(SECOND, FIRST, SECOND, FIRST, by=SYSTEM)
    assert case.found.keys().isdisjoint({"ping_pong", "handed_on"})


def test_a_case_that_is_handed_on_and_on_is_a_loop() -> None:
    case = Told().opened_by_staff(team="").goes_to("a", "b", "c")
    assert "handed_on" not in case.found  # that it came to the first team is no hand-over
    assert case.goes_to("d").found["handed_on"].why == "it was handed from team to team 3 times"


def test_questions_in_a_row_without_an_answer_are_a_loop() -> None:
    case = Told().opened().writes().notes()
    assert "unanswered" not in case.found
    assert case.writes().found["unanswered"].evidence == (1, 2, 4)


def test_a_logged_call_is_an_answer() -> None:
    assert "unanswered" not in Told().opened().writes().calls().writes().found


def test_our_silence_is_counted_from_the_first_question_in_open_hours() -> None:
    case = Told("2026-11-27 15:00").opened()
    assert case.silent_at == berlin("2026-12-01 11:00")
    case.at("2026-11-30 16:00").writes("Hello?").notes()
    assert case.silent_at == berlin("2026-12-01 11:00")
    assert "silence" not in case.at("2026-12-01 10:59").found
    found = case.at("2026-12-01 11:00").found["silence"]
    assert (found.at, found.evidence) == (berlin("2026-12-01 11:00"), (1, 2))
    assert found.why == "no word and no progress for 12h of open time, while it was our turn"


def test_a_word_of_ours_or_progress_ends_the_silence() -> None:
    assert Told().opened().at("2026-11-24 09:00").replies().silent_at == berlin("2026-11-30 17:00")
    assert Told().opened().at("2026-11-24 09:00").becomes("escalated").silent_at == berlin("2026-11-25 13:00")


def test_while_others_are_to_act_silence_may_last_longer() -> None:
    waits = Told().opened_by_staff().becomes("on_hold")
    assert waits.silent_at == berlin("2026-11-25 09:01")
    told = Told().opened().replies().becomes("pending")
    assert told.silent_at == berlin("2026-11-30 09:02")
    assert told.becomes("on_hold").silent_at == berlin("2026-11-25 09:03")


def test_a_question_that_is_put_aside_is_still_our_turn() -> None:
    case = Told().opened().becomes("pending")
    assert case.silent_at == berlin("2026-11-24 13:01")
    assert case.found["paused_unanswered"].why == "it was put aside while the customer waited for an answer"


def test_nobody_has_to_say_anything_in_a_case_that_is_done() -> None:
    assert Told().opened().replies().resolved().silent_at is None


def test_two_open_tickets_on_one_matter_are_a_loop() -> None:
    one, other = Told().opened(), Told().opened()
    one.linked.append(other)
    assert one.found["two_tickets"].why == "the same customer has 2 open tickets on this matter"
    other.resolved()
    assert "two_tickets" not in one.found


def test_a_ticket_of_a_colleague_on_the_same_matter_is_no_second_one_of_the_customer() -> None:
    eve = Actor("customer", "eve@city.example")
    one, other, third = Told().opened(), Told(by=eve).opened(), Told(by=eve).opened()
    one.linked += [other, third]
    assert "two_tickets" not in one.found
    other.linked += [one, third]
    assert other.found["two_tickets"].why == "the same customer has 2 open tickets on this matter"


def test_broken_promises_add_up_over_linked_tickets() -> None:
    one, other = Told().opened().breaches("first_reply"), Told().opened().breaches("first_reply").resolved()
    assert "breaches" not in one.found
    one.linked.append(other)
    assert one.found["breaches"].why == "2 promises were broken in this case"


def test_the_first_message_of_another_ticket_is_no_question_asked_again() -> None:
    one = Told().opened()
    one.linked += [Told(message=100).opened(), Told(message=200).opened().writes()]
    assert list(one.found) == ["two_tickets"]
    assert one.writes().writes().found["unanswered"].evidence == (1, 2, 3)
    assert "unanswered" not in one.resolved().found


def test_tickets_that_each_go_to_the_team_that_has_the_others_are_not_handed_on_and_on() -> None:
    one = Told().opened().goes_to(SECOND)
    one.linked += [Told().opened().goes_to(SECOND), Told().opened().goes_to(SECOND)]
    assert "handed_on" not in one.found


def test_receipts_of_machines_in_several_tickets_are_no_talk_of_machines() -> None:
    one, other = (Told().opened().machine_of_ours().machine_of_the_customer() for _ in range(2))
    one.linked.append(other)
    assert "machines" not in one.found


def test_the_number_of_an_event_says_nothing_outside_its_ticket() -> None:
    one, other = Told().opened(), Told().opened().goes_to(SECOND, FIRST)
    one.linked.append(other)
    assert (one.found["ping_pong"].evidence, one.found["ping_pong"].events) == ((), ())


def test_a_case_that_mostly_stood_still_says_so() -> None:
    case = Told().opened().replies().becomes("pending").passes(days=2, hours=23)
    assert "paused" not in case.found
    assert (
        case.passes(hours=1).found["paused"].why == "it stood still for 3 days, 99% of its life, waiting for others"
    )
    assert "paused" not in case.becomes("open").passes(days=4).found


def test_to_resolve_an_open_question_is_a_sign() -> None:
    case = Told().opened().replies().writes().resolved()
    assert case.found["resolved_unanswered"].weight == 1
    assert "resolved_unanswered" not in Told().opened().replies().resolved().found


def test_two_machines_that_answer_each_other_are_a_loop() -> None:
    case = Told().opened().machine_of_ours().machine_of_the_customer().machine_of_ours()
    assert "machines" not in case.found
    assert case.machine_of_the_customer().found["machines"].evidence == (2, 3, 4, 5)
    assert "machines" not in case.replies().found


def test_a_ticket_that_a_machine_opened_asks_nothing_and_is_the_first_word_of_two_machines() -> None:
    case = Told().happens(Kind.CREATED, DANA, team="first-line", machine=True)
    assert case.known.talk.unanswered.times == 0
    case.machine_of_ours().machine_of_the_customer()
    assert "machines" not in case.found
    assert "machines" in case.machine_of_ours().found


@pytest.mark.parametrize("letter", [Kind.CUSTOMER_TOLD, Kind.CUSTOMER_REMINDED, Kind.CALL_BACK_PROMISED])
def test_our_own_letters_are_words_of_a_machine(letter: Kind) -> None:
    case = Told().opened()
    for _ in range(2):
        assert "machines" not in case.found
        case.happens(letter, SYSTEM).machine_of_the_customer()
    assert "machines" in case.found


def test_a_machine_that_talks_to_itself_is_answered_by_nobody() -> None:
    case = Told().opened()
    for _ in range(9):
        case.machine_of_ours()
    assert "machines" not in case.found


def test_machine_mail_answers_nothing_asks_nothing_and_ends_no_silence() -> None:
    case = Told().opened().writes().passes(hours=5).machine_of_ours().machine_of_the_customer()
    assert case.known.talk.unanswered.times == 2
    assert case.silent_at == berlin("2026-11-24 13:00")


@pytest.mark.parametrize(
    ("words", "kind", "weight"),
    [
        ("Can I talk to a human being?", "wants_person", 4),
        ("I want to speak to your manager.", "wants_manager", 4),
        ("Please call me back.", "wants_call", 2),
        ("This is unacceptable.", "complaint", 2),
        ("We will cancel our contract.", "leaving", 2),
        ("That did not help.", "no_help", 1),
    ],
)
def test_what_the_customer_says_counts(words: str, kind: str, weight: int) -> None:
    found = Told().opened().writes(words).found[kind]
    assert (found.weight, found.evidence) == (weight, (2,))


def test_each_complaint_that_it_did_not_help_counts_but_not_for_ever() -> None:
    case = Told().opened()
    scores = [case.replies(f"Try {n} then.").writes("That did not help.").found["no_help"].weight for n in range(7)]
    assert scores == [1, 2, 3, 4, 5, 5, 5]


def test_the_desk_weighs_the_signals_and_may_switch_one_off() -> None:
    words = "That did not help."
    assert Told(weights={"no_help": 2}).opened().writes(words).found["no_help"].weight == 2
    assert "no_help" not in Told(weights={"no_help": 0}).opened().writes(words).found
    assert Told(weights={"silence": 0}).opened().silent_at is None


def test_the_weights_add_up_to_a_verdict_with_its_reasons() -> None:
    case = Told().opened().replies()
    assert (case.verdict.word, case.verdict.score) == ("", 0)
    case.writes("That did not help.").replies("Try this.").writes("That did not help either.")
    assert (case.verdict.word, case.verdict.score) == ("watch", 2)
    case.writes("This is unacceptable.")
    assert (case.verdict.word, case.verdict.score) == ("escalate", 4)
    assert case.verdict.reasons == ("the customer says that it did not help", "the customer complains")


def test_a_lead_may_want_to_be_told_sooner() -> None:
    rules = LoopRules(watch=1, escalate=2)
    assert Told(rules=rules).opened().writes("That did not help.").verdict.word == "watch"
    assert Told(rules=rules).opened().writes("Please call me back.").verdict.word == "escalate"


def test_who_tried_what_is_remembered() -> None:
    case = Told().opened().replies().writes().goes_to(SECOND).replies(by=LEE).writes().replies("Again.", by=LEE)
    assert [(tried.name, tried.team, tried.replies) for tried in case.known.talk.tried] == [
        (SAM, FIRST, 1),
        (LEE, SECOND, 2),
    ]
