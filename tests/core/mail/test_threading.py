"""Where a mail belongs is a matter of proof; without one it opens a ticket, and in doubt an agent decides."""

from dataclasses import replace

import pytest

from escalator.core.mail.addresses import Named, Way
from escalator.core.mail.incoming import Bounced, IncomingMail, Mailbox, MailClass
from escalator.core.mail.threading import Answered, Clues, Course, Place, may_belong_to, place_of

DANA, KIM, SAM = "dana@city.example", "kim@other.example", "sam@harbour.example"
ON_TICKET = {42: frozenset({DANA})}
BY_ADDRESS = Clues(Named(Way.CUSTOMER, "42"), (), ON_TICKET)
BY_LETTER = Clues(None, (Answered(42, DANA, to_desk=False),), ON_TICKET)


def mail(sender: str = DANA, kind: MailClass = MailClass.HUMAN, subject: str = "hello") -> IncomingMail:
    return IncomingMail(sender=Mailbox(sender), kind=kind, subject=subject)


@pytest.mark.parametrize("clues", [BY_ADDRESS, BY_LETTER])
def test_who_is_on_the_ticket_and_proves_it_joins(clues: Clues) -> None:
    assert place_of(mail("Dana@City.example"), clues) == Place(Course.JOINED, 42)


@pytest.mark.parametrize("clues", [BY_ADDRESS, BY_LETTER])
def test_a_stranger_with_proof_is_held_for_an_agent(clues: Clues) -> None:
    place = place_of(mail(KIM), clues)
    assert (place.course, place.ticket) == (Course.HELD, 42)
    assert KIM in place.why


def test_a_tag_or_a_name_proves_nothing() -> None:
    assert place_of(mail(subject="Re: help [T-42]"), Clues()).course is Course.OPENED
    assert may_belong_to("Re: help [T-42]") == 42
    assert may_belong_to("Re: help [T-042]") is may_belong_to("T-42") is None


def test_the_address_counts_before_the_letters_and_the_nearest_letter_before_the_others() -> None:
    both = Clues(Named(Way.CUSTOMER, "42"), (Answered(7, DANA, to_desk=False),), {**ON_TICKET, 7: frozenset({DANA})})
    assert place_of(mail(), both).ticket == 42
    letters = (Answered(42, DANA, to_desk=False), Answered(7, DANA, to_desk=False))
    assert place_of(mail(), Clues(None, letters, {42: {DANA}, 7: {DANA}})).ticket == 7


def test_a_colleague_writes_a_note_or_a_reply_as_their_address_says() -> None:
    assert place_of(mail(SAM), Clues(Named(Way.NOTE, "42"))) == Place(Course.NOTE, 42, signed=True)
    assert place_of(mail(SAM), Clues(Named(Way.REPLY, "42"))) == Place(Course.REPLY, 42, signed=True)


def test_a_colleague_who_answers_our_letter_without_its_address_leaves_a_note() -> None:
    clues = Clues(None, (Answered(42, SAM, to_desk=True),), ON_TICKET)
    assert place_of(mail(SAM), clues) == Place(Course.NOTE, 42)
    assert place_of(mail(KIM), clues).course is Course.HELD


def test_a_machine_is_noted_where_it_answers_a_customer_s_letter_and_else_laid_aside() -> None:
    machine = mail(kind=MailClass.AUTOMATED)
    assert place_of(machine, BY_ADDRESS) == Place(Course.NOTED, 42)
    assert place_of(machine, Clues()) == Place(Course.SET_ASIDE)
    strange = mail("robot@other.example", kind=MailClass.AUTOMATED)
    assert place_of(strange, BY_ADDRESS) == Place(Course.SET_ASIDE)
    assert place_of(strange, replace(BY_LETTER, by_envelope=True)) == Place(Course.NOTED, 42)
    assert place_of(machine, Clues(None, (Answered(42, SAM, to_desk=True),))) == Place(Course.SET_ASIDE)


def test_an_answer_with_an_empty_envelope_that_reports_nobody_is_a_machine_s() -> None:
    assert place_of(mail(kind=MailClass.BOUNCE), BY_ADDRESS) == Place(Course.NOTED, 42)
    assert place_of(mail(kind=MailClass.BOUNCE), Clues()) == Place(Course.SET_ASIDE)


def test_bounces_complaints_and_our_own_mail_belong_to_no_ticket_whatever_they_prove() -> None:
    report = replace(mail(kind=MailClass.BOUNCE), bounced=(Bounced(DANA, "5.1.1", permanent=True),))
    assert place_of(report, BY_ADDRESS) == Place(Course.BOUNCED)
    assert place_of(replace(mail(kind=MailClass.BOUNCE), complains=True), BY_ADDRESS) == Place(Course.BOUNCED)
    assert place_of(mail(kind=MailClass.OWN), BY_ADDRESS) == Place(Course.DROPPED)
