"""No bytes make the reader fail, and none take long."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalator.core.mail.limits import identity
from escalator.core.mail.reading import read

from .mails import multipart, raw_mail

HEAD = b"From: dana@customer.example\n"
DAEMON = b"From: mailer-daemon@x\nSubject: undeliverable\n\nundeliverable\n"

HOSTILE = {
    "a header that recurses": b"From: " + b"(" * 1000 + b"\nTo: " + b"<" * 1000 + b"\n\nx",
    "a quote that does not end": b'From: "' + b'\\"' * 500 + b"\nTo: " + b"a@[[[" * 200 + b"\n\nx",
    "200 kB of headers": b"X: y\n" * 40_000 + b"\nx",
    "10,000 parts": multipart(*["\nx"] * 10_000),
    "10,000 nested parts": HEAD
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(10_000)),
    "10,000 mails in mails": HEAD + b"Content-Type: message/rfc822\n\n" * 10_000,
    "a boundary of 1 MB": HEAD + b'Content-Type: multipart/mixed; boundary="' + b"B" * 1_000_000 + b'"\n\n--B\n',
    "a long boundary, often": HEAD
    + b'Content-Type: multipart/mixed; boundary="'
    + b"B" * 15_000
    + b'"\n\n'
    + (b"--" + b"B" * 15_000 + b"\n\nx\n") * 60,
    "1 MB of blank lines": HEAD + b"\n" + b"\n" * 1_000_000,
    "1 MB of quote marks": HEAD + b"\n" + b">" * 1_000_000,
    "1 MB of spaces": HEAD + b"\n" + b" " * 1_000_000,
    "1 MB of one word": HEAD + b"\n" + b"a" * 1_000_000,
    "1 MB of CR": b"\r" * 1_000_000,
    "files that begin and never end": HEAD + b"\n" + b"begin 644 x\n" * 80_000 + b"end\n",
    "words that are never said": b"Subject: " + b"=?utf-8?q?" * 1_500 + b"\n\nx",
    "parameters without number": HEAD + b"Content-Type: text/plain" + b"; a*0=b" * 2_000 + b"\n\nx",
    "tags without end": HEAD + b"Content-Type: text/html\n\n" + b"<a href=x" * 25_000,
    "comments without end": HEAD + b"Content-Type: text/html\n\n" + b"<!--" * 60_000,
    "tables in links": HEAD + b"Content-Type: text/html\n\n" + (b"<table><a>" * 180 + b"x") * 100,
    "a slow charset": HEAD + b"Content-Type: text/plain; charset=punycode\n\n" + b"a-b" * 300_000,
    "a bounce of one line": DAEMON + b"Failed addresses follow:\n" + b" " * 1_000_000,
    "a bounce of at signs": DAEMON + b"a@" * 500_000,
    "a bounce of addresses": DAEMON + b"a@b.c\n" * 150_000,
    "a bounce of ids": DAEMON + b"message-id: <" * 70_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_mail_is_read_within_a_second(what: str) -> None:
    began = time.process_time()
    mail = read(HOSTILE[what])
    assert time.process_time() - began < 1.0
    assert mail.why


PATTERN = multipart(
    "Content-Type: text/plain; charset=utf-8; format=flowed\n\nGr\u00fc\u00dfe \nDana\n> quoted",
    "Content-Type: text/html; name=\"x.html\"\nContent-Disposition: attachment; filename*0*=utf-8''%C3\n\n<p>",
    "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b\nStatus: 5.1.1\n",
    "Content-Type: message/rfc822\n\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\n\nbegin 644 x\n#0V%T\nend\n",
    return_path="<>",
    subject="=?utf-8?Q?Gr=C3=BC=C3=9Fe?=",
)


@given(st.binary(max_size=2_000))
@settings(max_examples=150)
def test_any_bytes_are_read(raw: bytes) -> None:
    assert read(raw).why
    assert len(identity(raw, datetime(2026, 11, 20, tzinfo=UTC))) == 64


PIECES = [
    b"\r\n",
    b"--B\n",
    b'"',
    b"=?utf-8?B?",
    b"Content-Type: multipart/mixed; boundary=B\n",
    b"\xff",
    b"\0",
    b"(",
]
CHANGE = st.tuples(st.integers(0, len(PATTERN)), st.integers(0, 40), st.binary(max_size=20) | st.sampled_from(PIECES))


@given(st.lists(CHANGE, min_size=1, max_size=8))
@settings(max_examples=200)
def test_any_mutation_of_a_mail_is_read(changes: list[tuple[int, int, bytes]]) -> None:
    raw = PATTERN
    for at, length, instead in changes:
        raw = raw[:at] + instead + raw[at + length :]
    began = time.process_time()
    mail = read(raw, ("help@desk.example",))
    assert time.process_time() - began < 1.0
    for line in (mail.subject, mail.message_id, *(file.name for file in mail.attachments)):
        assert line.isprintable()
    mail.text.encode()


def test_what_the_parser_cannot_take_is_read_simply(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("escalator.core.mail.reading.take_apart", break_down)
    mail = read(raw_mail("Hello", subject="Still here"))
    assert (mail.subject, mail.text, mail.attachments[0].name) == ("Still here", "Hello", "original.eml")
    assert "RecursionError" in mail.remarks[0]
