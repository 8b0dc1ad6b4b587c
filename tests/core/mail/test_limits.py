"""How much of a mail is read is settled on its raw bytes, in time that grows no faster than the mail."""

import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from escalator.core.mail.limits import MAIL, TooMuch, check, identity

from .mails import multipart, raw_mail

TODAY = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


def nested(levels: int) -> bytes:
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(levels))
    return b"From: dana@customer.example\n" + head + b"\nhello"


def mails_in_mails(levels: int) -> bytes:
    return b"From: dana@customer.example\nContent-Type: message/rfc822\n\n" * levels + b"hello"


TOO_MUCH = {
    "The mail has 25.0 MB": raw_mail("x" * 25_002_000),
    "The header block has": b"X: y\n" * 40_000 + b"\nhello",
    "The header x-long has": raw_mail(x_long="y" * 20_000),
    "The header subject has": b"Subject: a\n" + b" b\n" * 9_000 + b"\nhello",
    "names 101 recipients": raw_mail(cc=", ".join(f"p{n}@x.example" for n in range(100))),
    "more than 200 parts": multipart(*["\nx"] * 201),
    "nested more than 20 deep": nested(21),
    "has more than 1,000,000 lines": raw_mail(b"x" + b"\r\n" * 12_000_000),
    "more than 1,000,000 lines": raw_mail(b"x\r" * 8_000_000),
    "are nested more than 20": mails_in_mails(22),
}


@pytest.mark.parametrize("sentence", TOO_MUCH)
def test_a_mail_beyond_a_cap_is_refused_with_a_sentence(sentence: str) -> None:
    with pytest.raises(TooMuch, match=sentence):
        check(TOO_MUCH[sentence])


FULL = raw_mail()[:-1].ljust(MAIL, b"x")
WITHIN = {
    "names with commas are one recipient each": raw_mail(cc=", ".join(f'"P, {n}" <p{n}@x>' for n in range(60))),
    "200 parts": multipart(*["\nx"] * 200),
    "20 levels": nested(20),
    "many side by side": multipart(*["Content-Type: multipart/mixed; boundary=I\n\n--I\n\nx"] * 30),
    "lines of dashes are no parts": raw_mail("-----\n--\n--B\n" * 5_000),
    "a header that somebody quotes is no header": raw_mail("Content-Type: message/rfc822\n\n" * 50),
    "nothing at all": b"",
    "the most that a door takes, behind our Return-Path": b"Return-Path: <" + b"a" * 320 + b">\r\n" + FULL,
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
    assert {identity(each, TODAY) for each in (mail, with_its_way, folded, unix, mbox)} == {identity(mail, TODAY)}
    assert identity(mail, TODAY + timedelta(days=40)) == identity(mail, TODAY)


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
    assert identity(other, TODAY) != identity(raw_mail("Hello"), TODAY)


@pytest.mark.parametrize("field", ["subject", "to", "cc", "in_reply_to", "references"])
def test_mails_without_message_id_and_date_are_told_apart_by_what_their_senders_wrote(field: str) -> None:
    bare = {"message_id": "", "date": ""}
    one, other = (raw_mail("Please call me", **bare | {field: f"<{word}@x.example>"}) for word in ("one", "two"))
    assert identity(one, TODAY) != identity(other, TODAY)


def test_a_mail_without_message_id_is_another_one_on_another_day_and_the_same_within_one() -> None:
    mail = raw_mail("Please call me", message_id="", date="")
    assert identity(mail, TODAY) == identity(mail, TODAY + timedelta(hours=9))
    assert identity(mail, TODAY) != identity(mail, TODAY + timedelta(days=30))
