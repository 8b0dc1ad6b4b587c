"""Who was not reached, whether for good, and which mail came back: by the fields of a report, else by its words."""

import pytest

from escalator.core.mail.incoming import Bounced
from escalator.core.mail.reading import read

from .mails import multipart, raw_mail

OURS = "<0123@desk.example>"
BACK = f"Content-Type: message/rfc822\n\nMessage-ID: {OURS}\nTo: lee@x.example\nSubject: Hello\n\nHello"


def status(*groups: str) -> str:
    return "Content-Type: message/delivery-status\n\n" + "\n".join(("Reporting-MTA: dns; mx\n", *groups))


def told(text: str, **fields: str) -> tuple[Bounced, ...]:
    return read(raw_mail(text, **{"from": "MAILER-DAEMON@mx.example", "subject": "failure notice", **fields})).bounced


def test_a_report_names_each_recipient_with_its_status() -> None:
    mail = read(
        multipart(
            "\nSorry.",
            status(
                "Original-Recipient: rfc822;lee@x.example\nFinal-Recipient: rfc822;l7@in.x.example\nAction: failed\n"
                "Status: 5.1.1\n",
                "Final-Recipient: RFC822; kim@x.example\nAction: delayed\nStatus: 4.4.1\n",
                "Final-Recipient: rfc822; jo@x.example\nAction: delivered\nStatus: 2.0.0\n",
            ),
            BACK,
            kind="report",
        )
    )
    assert mail.bounced == (Bounced("lee@x.example", "5.1.1", True), Bounced("kim@x.example", "4.4.1", False))
    assert mail.references[-1] == OURS


@pytest.mark.parametrize(
    ("code", "said", "permanent"),
    [
        ("5.1.1", "550 user unknown", True),
        ("5.0.0", "550 5.1.1 no such user here", True),
        ("5.0.0", "550 mailbox is full", False),
        ("5.2.2", "552 over quota", False),
        ("5.7.1", "554 blocked by our policy", False),
        ("5.4.6", "554 too many hops", False),
        ("4.4.7", "delivery time expired", False),
    ],
)
def test_only_an_address_that_does_not_exist_has_failed_for_good(code: str, said: str, permanent: bool) -> None:
    group = f"Final-Recipient: rfc822; lee@x.example\nAction: failed\nStatus: {code}\nDiagnostic-Code: smtp; {said}\n"
    [bounced] = read(multipart("\nSorry.", status(group), kind="report")).bounced
    assert bounced.permanent is permanent


NOTICES = {
    "qmail": "Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver.\n\n<lee@x.example>:\n"
    "Remote host said: 550 5.1.1 user unknown\n\n--- Below this line is a copy of it.\n\nTo: kim@x.example\n",
    "exim": "This message was created automatically by mail delivery software.\n\n  lee@x.example\n    SMTP error "
    "from remote mail server after RCPT TO:<lee@x.example>:\n    host mx [192.0.2.1]: 550 5.1.1 unknown user\n\n"
    "------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <kim@x.example>\n",
    "Domino": "Your message\n\n  Subject: Hello\n\nwas not delivered to:\n\n  lee@x.example\n\nbecause:\n\n"
    "  550 5.1.1 not listed\n",
    "in a sentence": "The message to your recipient lee@x.example failed: 550 5.1.1 unknown user.",
    "behind a word": "Unknown user: lee@x.example\n550 5.1.1\n\nOriginal message follows.\n\nTo: kim@x.example",
}


@pytest.mark.parametrize("program", NOTICES)
def test_the_words_of_mail_servers_are_understood_of(program: str) -> None:
    assert told(NOTICES[program]) == (Bounced("lee@x.example", "5.1.1", True),)


def test_a_field_tells_who_when_the_text_tells_why() -> None:
    text = "Delivery failed.\n\n  kim@x.example\n  lee@x.example\n  550 5.1.1 unknown user"
    assert told(text, x_failed_recipients="lee@x.example") == (Bounced("lee@x.example", "5.1.1", True),)


def test_a_warning_is_no_failure() -> None:
    text = "Could not send message for past 4 hours\n\n<lee@x.example>\n421 4.4.1 timed out\nIt will be retried."
    assert told(text, subject="Warning: could not send message") == (Bounced("lee@x.example", "4.4.1", False),)


def test_a_mail_that_came_back_to_one_address_tells_it() -> None:
    text = "Transcript of session follows\n421 Deferred\n\n  --- Unsent message follows ---\nTo: lee@x.example\n"
    assert [one.recipient for one in told(text)] == ["lee@x.example"]


def test_the_message_id_in_a_quoted_mail_is_what_it_answers() -> None:
    text = f"Not delivered.\n<lee@x.example>:\n550\n\n--- Below this line is a copy\nMessage-ID: {OURS}\n"
    assert read(raw_mail(text, **{"from": "mailer-daemon@mx"})).references == (OURS,)


def test_an_away_message_with_an_empty_sender_reports_nobody() -> None:
    text = "I am away until Monday. Write to\n\nkim@customer.example"
    assert read(raw_mail(text, return_path="<>", auto_submitted="auto-replied")).bounced == ()


def test_a_complaint_is_told_apart_and_names_who_complains() -> None:
    report = "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: lee@x.example\n"
    mail = read(multipart("\nabuse", report, BACK, kind="report"))
    assert (mail.complains, mail.bounced) == (True, (Bounced("lee@x.example", "", False),))
    assert not read(multipart("\nok", report.replace("abuse", "not-spam"), kind="report")).complains
