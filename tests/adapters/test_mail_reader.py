"""Mails are read in a child that is kept; one that eats time or memory ends that child, and the next mail is read."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from escalator.adapters import mail_reader, mail_wire
from escalator.adapters.mail_reader import MailReader
from escalator.core.mail.incoming import Attachment, IncomingMail, MailClass
from escalator.core.mail.limits import TooMuch, TooSlow, Unreadable
from escalator.core.mail.reading import read
from tests.core.mail.mails import DESK, multipart, raw_mail

# A child that, for certain mails, does what no reader of ours should.
_WAYWARD = """
import sys, time
from escalator.adapters import mail_reader_child as child
from escalator.core.mail.reading import read
def misread(raw, own):
    if b"eat time" in raw:
        while True: pass
    if b"eat memory" in raw:
        held = [bytes(1 << 20) for _ in range(4096)]
    if b"sleep" in raw:
        time.sleep(60)
    if b"recurse" in raw:
        misread(raw, own)
    if b"once" in raw and len(seen) > 1:
        raise SystemExit(3)
    seen.append(raw)
    return read(raw, own)
seen = []
child.read, child.CPU_SECONDS = misread, 1
sys.exit(child.main())
"""


@pytest.fixture
def reader() -> Iterator[MailReader]:
    made = MailReader((DESK,))
    yield made
    made.close()


@pytest.fixture
def wayward(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailReader]:
    monkeypatch.setattr(mail_reader, "_CHILD", (mail_reader.sys.executable, "-P", "-c", _WAYWARD))
    made = MailReader((DESK,), seconds=4)
    yield made
    made.close()


def test_a_mail_is_read_as_without_the_child(reader: MailReader) -> None:
    raw = multipart(
        "Content-Type: text/plain\n\nHello",
        b"Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: 8bit\n\n\x00\xff",
        message_id=f"<{'0a' * 20}@desk.example>",
        cc="Lee <lee@x.example>",
    )
    assert reader.read(raw) == read(raw, (DESK,))
    assert reader.read(raw).kind is MailClass.OWN
    assert reader.read(raw, ("help@other.example",)).kind is MailClass.HUMAN


def test_all_that_a_mail_says_comes_back_over_the_wire() -> None:
    for raw in (
        raw_mail("Hi", date=""),
        raw_mail("<lee@x.example>:\n550 5.1.1 unknown", **{"from": "mailer-daemon@x"}),
        multipart(
            "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: a@b", kind="report"
        ),
        b"",
    ):
        assert mail_wire.mail_from(mail_wire.to_wire(read(raw))) == read(raw)
    files = IncomingMail(attachments=(Attachment("a", "b/c", b""), Attachment("d", "e/f", b"\0" * 100_000)))
    assert mail_wire.mail_from(mail_wire.to_wire(files)) == files


@pytest.mark.parametrize("misdeed", ["eat time", "eat memory", "sleep", "recurse"])
def test_a_mail_that_eats_the_child_is_unreadable_and_the_next_one_is_read(wayward: MailReader, misdeed: str) -> None:
    began = time.monotonic()
    with pytest.raises(Unreadable, match="could not be read"):
        wayward.read(raw_mail(misdeed))
    assert time.monotonic() - began < 10
    assert wayward.read(raw_mail("Good morning")).text == "Good morning"


def test_a_mail_that_takes_too_much_work_is_never_tried_again_and_a_slow_one_may_be(wayward: MailReader) -> None:
    with pytest.raises(TooMuch, match="more work"):
        wayward.read(raw_mail("eat time"))
    with pytest.raises(TooSlow):
        wayward.read(raw_mail("sleep"))


def test_what_earlier_mails_left_in_the_child_is_not_the_next_one_s_fault(wayward: MailReader) -> None:
    for text in ("one", "two", "once"):
        assert wayward.read(raw_mail(text)).text == text


def test_the_caps_are_checked_before_any_child_starts(reader: MailReader) -> None:
    with pytest.raises(TooMuch):
        reader.read(raw_mail(x="y" * 20_000))
    assert reader._child is None


def test_the_child_knows_none_of_our_secrets(reader: MailReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hush")
    reader.read(raw_mail())
    assert reader._child is not None
    assert b"hush" not in Path(f"/proc/{reader._child.pid}/environ").read_bytes()


def test_the_child_ends_when_nobody_asks_any_more(reader: MailReader) -> None:
    reader.read(raw_mail())
    child = reader._child
    assert child is not None
    assert child.stdin is not None
    child.stdin.close()
    assert child.wait(timeout=10) == 0


def test_several_threads_may_read_at_once(reader: MailReader) -> None:
    said: dict[int, str] = {}

    def read_one(number: int) -> None:
        said[number] = reader.read(raw_mail(f"Mail {number}")).text

    threads = [threading.Thread(target=read_one, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert said == {number: f"Mail {number}" for number in range(20)}


def test_a_mail_of_many_megabytes_goes_through(reader: MailReader) -> None:
    raw = multipart(b"Content-Type: application/zip; name=a.zip\n\n" + b"0123456789abcdef\n" * 600_000)
    assert reader.read(raw).attachments[0].size > 10_000_000


def work_of(reader: MailReader) -> float:
    """Seconds of CPU that we and the child have spent; what others do on the machine is not counted."""
    assert reader._child is not None
    words = Path(f"/proc/{reader._child.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return time.process_time() + (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def test_a_hundred_ordinary_mails_take_less_than_a_second(reader: MailReader) -> None:
    raw = multipart(
        "Content-Type: text/plain\n\n" + "Good morning\n" * 50, "Content-Type: image/png; name=a.png\n\nxx"
    )
    reader.read(raw)
    before = work_of(reader)
    for _ in range(100):
        reader.read(raw)
    assert work_of(reader) - before < 1.0
