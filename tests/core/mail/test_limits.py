"""How much of a mail is read is settled on its raw bytes, in time that grows no faster than the mail."""

import time
from contextlib import suppress

import pytest

from escalator.core.mail.limits import TooMuch, check, identity

from .mails import multipart, raw_mail


def nested(levels: int) -> bytes:
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(levels))
    return b"From: dana@customer.example\n" + head + b"\nhello"


def mails_in_mails(levels: int) -> bytes:
    return b"From: dana@customer.example\nContent-Type: message/rfc822\n\n" * levels + b"hello"


TOO_MUCH = {
    "The mail has 25.0 MB": raw_mail("x" * 25_000_000),
    "The header block has": b"X: y\n" * 40_000 + b"\nhello",
    "The header x-long has": raw_mail(x_long="y" * 20_000),
    "The header subject has": b"Subject: a\n" + b" b\n" * 9_000 + b"\nhello",
    "names 101 recipients": raw_mail(cc=", ".join(f"p{n}@x.example" for n in range(100))),
    "more than 200 parts": multipart(*["\nx"] * 201),
    "nested more than 20 deep": nested(21),
    "are nested more than 20": mails_in_mails(22),
}


@pytest.mark.parametrize("sentence", TOO_MUCH)
def test_a_mail_beyond_a_cap_is_refused_with_a_sentence(sentence: str) -> None:
    with pytest.raises(TooMuch, match=sentence):
        check(TOO_MUCH[sentence])


WITHIN = {
    "names with commas are one recipient each": raw_mail(cc=", ".join(f'"P, {n}" <p{n}@x>' for n in range(60))),
    "200 parts": multipart(*["\nx"] * 200),
    "20 levels": nested(20),
    "many side by side": multipart(*["Content-Type: multipart/mixed; boundary=I\n\n--I\n\nx"] * 30),
    "lines of dashes are no parts": raw_mail("-----\n--\n--B\n" * 5_000),
    "a header that somebody quotes is no header": raw_mail("Content-Type: message/rfc822\n\n" * 50),
    "nothing at all": b"",
}


@pytest.mark.parametrize("case", WITHIN)
def test_what_a_person_may_well_send_is_within_the_caps(case: str) -> None:
    check(WITHIN[case])


@pytest.mark.parametrize("raw", [nested(10_000), mails_in_mails(10_000), b"--\n" * 300_000, b"\n" * 1_000_000])
def test_the_caps_are_checked_in_a_blink(raw: bytes) -> None:
    began = time.process_time()
    with suppress(TooMuch):
        check(raw)
    assert time.process_time() - began < 0.5


def test_the_same_mail_is_the_same_by_whatever_way_it_came() -> None:
    mail = raw_mail("Hello\nthere\n")
    with_its_way = (
        b"Return-Path: <dana@customer.example>\r\nReceived: by mx\r\n\twith SMTP\r\nDelivered-To: x\r\n" + mail
    )
    folded = mail.replace(b"From: Dana Tran <", b"From: Dana Tran\r\n <")
    unix = mail.replace(b"\r\n", b"\n")
    mbox = b"From dana Fri Nov 20 14:00:00 2026\n" + unix + b"\n"
    assert {identity(each) for each in (mail, with_its_way, folded, unix, mbox)} == {identity(mail)}


@pytest.mark.parametrize(
    "other",
    [
        raw_mail("Hello!"),
        raw_mail("Hello", message_id="<2@customer.example>"),
        raw_mail("Hello", message_id=""),
        raw_mail("Hello", date="Fri, 20 Nov 2026 14:00:01 +0100"),
        raw_mail("Hello", **{"from": "Kim <kim@customer.example>"}),
        raw_mail("Hello", message_id="<1@customer.example>\r\nDate:"),
    ],
)
def test_two_different_mails_are_never_taken_for_one(other: bytes) -> None:
    assert identity(other) != identity(raw_mail("Hello"))
