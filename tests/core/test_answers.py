"""What an agent says, on its way out: to whom, under which name, and in which thread."""

from dataclasses import replace

import pytest

from escalator.core.desk.reader import read
from escalator.core.mail.breakers import AUTOMATIC_AN_HOUR, Brake
from escalator.core.notify.answers import answers
from escalator.core.notify.thread import Part, references
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.participants import Participant
from tests.core.case import DESK, SAM, Case

ERIN = Participant("erin@city.example", "Erin")


@pytest.fixture
def case() -> Case:
    return Case("2026-11-23 12:00").opened()


def spoken(case: Case, kind: Kind = Kind.AGENT_MESSAGE, message: int | None = 7, by: str = SAM) -> Event:
    return Event(kind, case.now, Actor("agent", by), data={"message": message})


def test_it_goes_to_the_requester_first_and_to_everybody_else(case: Case) -> None:
    ticket = replace(case.ticket, participants=(ERIN,))
    [answer] = answers(ticket, spoken(case), case.desk)
    assert [one.email for one in answer.people] == [case.ticket.requester.email, ERIN.email]
    assert (answer.message, answer.person) == (7, "Sam")


def test_whoever_left_the_desk_has_no_name(case: Case) -> None:
    assert answers(case.ticket, spoken(case, by="ex@desk.example"), case.desk)[0].person == ""


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.AGENT_MESSAGE])
def test_no_other_event_is_ever_an_answer(case: Case, kind: Kind) -> None:
    """C1: a note, a held reply, a logged call have numbers too, and none of them leads to a letter."""
    assert answers(case.ticket, spoken(case, kind), case.desk) == []


def test_what_has_no_words_is_no_answer(case: Case) -> None:
    assert answers(case.ticket, spoken(case, message=None), case.desk) == []


def test_a_reply_answers_what_was_said_before_it() -> None:
    parts = [Part(1, "<1@city.example>"), Part(2, "<2@desk.example>", ours=True), Part(5, "<5@city.example>")]
    ids = references("T-1", parts, "desk.example", before=5)
    assert ids == ["<1@city.example>", "<2@desk.example>"]


def test_a_brake_lets_through_what_it_says_and_counts_no_more() -> None:
    brake = Brake(limit=1000)
    tries = range(AUTOMATIC_AN_HOUR + 5)
    let_through = [not brake.why_not("dana@city.example", ticket, False, False) for ticket in tries]
    assert let_through == [True] * AUTOMATIC_AN_HOUR + [False] * 5
    assert brake.lately["dana@city.example"].in_hour == AUTOMATIC_AN_HOUR
    assert not brake.held_all


def test_a_ticket_has_a_brake_of_its_own_whoever_its_mail_goes_to() -> None:
    brake = Brake(limit=1000, about={1: AUTOMATIC_AN_HOUR - 1})
    let_through = [not brake.why_not(f"{name}@city.example", 1, False, False) for name in ("dana", "erin")]
    assert let_through == [True, False]
    assert not brake.why_not("erin@city.example", 2, False, False)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("brake: 0", "0 is no number of mails an hour"),
        ("subaddresses: perhaps", "subaddresses"),
        ("formerly: help", '"help" is not an e-mail address'),
        ("formerly: [old@desk.example, desk+x@desk.example]", "desk\\+x@desk.example is the mailbox of today"),
    ],
)
def test_the_desk_refuses_what_makes_no_sense(said: str, line: str) -> None:
    with pytest.raises(Exception, match=line):
        read(DESK.replace("mail: {from", f"mail: {{{said}, from"), 1)


def test_a_mailbox_that_is_too_long_for_signed_addresses_is_found_before_a_letter_is_written() -> None:
    long = DESK.replace("desk@desk.example>", f"{'d' * 40}@desk.example>")
    with pytest.raises(Exception, match="too long for the addresses under it"):
        read(long, 1)
    assert not read(long.replace("mail: {from", "mail: {subaddresses: false, from"), 1).mailing.subaddresses
