"""An IMAP server that hangs, drips, lies, drops or is somebody else: a visit ends in time, and with little memory."""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from escalator.adapters import imap
from escalator.adapters.imap import ImapServer, Listed, MailboxUnavailable

CAME = datetime(2026, 11, 9, 7, 3, 5, tzinfo=UTC)
MAIL = b"From: dana@city.example\r\n\r\nIt is broken.\r\n"
Answer = bytes | Callable[[socket.socket], None]

ANSWERS: dict[bytes, Answer] = {
    b"": b"* OK [CAPABILITY IMAP4rev1] hello\r\n",
    b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n%s OK done\r\n",
    b"LOGIN": b"%s OK done\r\n",
    b"EXAMINE": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n%s OK done\r\n",
    b"SIZE": b'* 1 FETCH (UID 5 INTERNALDATE " 9-Nov-2026 08:03:05 +0100" RFC822.SIZE 44)\r\n%s OK done\r\n',
    b"BODY": b"* 1 FETCH (UID 5 BODY[]<0> {%d}\r\n%b)\r\n%%s OK done\r\n" % (len(MAIL), MAIL),
    b"LOGOUT": b"* BYE\r\n%s OK done\r\n",
}


@contextmanager
def server(answers: Mapping[bytes, Answer] = {}, context: ssl.SSLContext | None = None) -> Iterator[ImapServer]:
    """Gives the address of a server that answers as `answers` say, and else as it should."""
    told, done = ANSWERS | dict(answers), threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError, ssl.SSLError):
            line, _ = listener.accept()
            with context.wrap_socket(line, server_side=True) if context else line as line:
                _converse(line, told, done)

    thread = threading.Thread(target=serve)
    thread.start()
    tls = "implicit" if context else "none"
    try:
        yield ImapServer("localhost" if context else "127.0.0.1", listener.getsockname()[1], tls, "sam", "secret")
    finally:
        done.set()
        listener.close()
        thread.join(30)
    assert not thread.is_alive()


def _converse(line: socket.socket, told: Mapping[bytes, Answer], done: threading.Event) -> None:
    _say(line, told[b""], b"")
    with line.makefile("rb") as commands:
        for command in commands:
            tag, rest = command.split(b" ", 1)
            word = next(word for word in (b"SIZE", b"BODY", *told) if word and word in rest.upper())
            _say(line, told[word], tag)
            if done.is_set():
                return


def _say(line: socket.socket, answer: Answer, tag: bytes) -> None:
    if callable(answer):
        answer(line)
        # So the other side hears the end of it.
        line.shutdown(socket.SHUT_RDWR)
        return
    line.sendall(answer.replace(b"%s", tag))


def hangs(line: socket.socket) -> None:
    line.recv(1)


def drips(line: socket.socket) -> None:
    with suppress(OSError):
        while True:
            line.sendall(b"*")
            time.sleep(0.05)


def drops_in_the_middle(line: socket.socket) -> None:
    line.sendall(b"* 1 FETCH (UID 5 BODY[]<0> {1000}\r\nFrom: da")


def lies_about_its_length(line: socket.socket) -> None:
    line.sendall(b"* 1 FETCH (UID 5 BODY[]<0> {99999999999}\r\n")
    hangs(line)


def never_ends(line: socket.socket) -> None:
    with suppress(OSError):
        while True:
            line.sendall(b"* 1 FETCH (FLAGS ())\r\n" * 1000)


def one_endless_line(line: socket.socket) -> None:
    with suppress(OSError):
        while True:
            line.sendall(b"x" * 10000)


def visits(where: ImapServer) -> bytes | None:
    with where.opened() as folder:
        assert folder.uidvalidity == 7
        assert folder.listed_after(4) == {5: Listed(44, CAME)}
        assert folder.listed_after(5) == {}
        return folder.mail(5)


def test_a_server_that_behaves_is_understood() -> None:
    with server() as where:
        assert visits(where) == MAIL


@pytest.mark.parametrize(
    "oddly",
    [
        b"* 2 FETCH (FLAGS (\\Recent))\r\n* 1 FETCH (BODY[]<0> {%d}\r\n%b UID 5)\r\n%%s OK done\r\n"
        % (len(MAIL), MAIL),
        b"* 1 FETCH (UID 5 body[] {%d}\r\n%b)\r\n* 9 EXISTS\r\n%%s OK done\r\n" % (len(MAIL), MAIL),
    ],
)
def test_a_server_may_say_it_in_another_order(oddly: bytes) -> None:
    with server({b"BODY": oddly}) as where:
        assert visits(where) == MAIL


@pytest.mark.parametrize("said", [b"", b'INTERNALDATE "yesterday" ', b'INTERNALDATE "\xff" ', b"INTERNALDATE NIL "])
def test_a_mail_without_a_sensible_date_is_listed_all_the_same(said: bytes) -> None:
    line = b"* 1 FETCH (UID 5 %bRFC822.SIZE 44)\r\n%%s OK done\r\n" % said
    with server({b"SIZE": line}) as where, where.opened() as folder:
        assert folder.listed_after(0) == {5: Listed(44, None)}


def test_a_short_mail_in_quotes_and_one_that_is_gone() -> None:
    with server({b"BODY": b'* 1 FETCH (UID 5 BODY[]<0> "say \\"hi\\"")\r\n%s OK done\r\n'}) as where:
        assert visits(where) == b'say "hi"'
    with server({b"BODY": b"%s OK gone\r\n"}) as where:
        assert visits(where) is None


@pytest.mark.parametrize(
    "answer",
    [
        b"* 1 FETCH (UID 5 BODY[]<0> NIL)\r\n%s OK done\r\n",
        b"* 1 FETCH (FLAGS (\\Seen))\r\n%s OK done\r\n",
        b"%s NO [SERVERBUG] not this one\r\n",
    ],
)
def test_a_mail_that_is_not_given_is_told_from_one_that_is_gone(answer: bytes) -> None:
    with server({b"BODY": answer}) as where, where.opened() as folder:
        assert folder.mail(5) is None
        assert folder.lists(5)
        assert not folder.lists(6)


@pytest.mark.parametrize("next_uid", [b"* OK [UIDNEXT 6] next\r\n", b""])
def test_a_uid_of_the_future_is_not_believed(next_uid: bytes) -> None:
    selected = b"* 2 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n" + next_uid + b"%s OK done\r\n"
    line = b"* %d FETCH (UID %d RFC822.SIZE 44)\r\n"
    listed = line % (1, 5) + line % (2, 4294967295) + b"%s OK done\r\n"
    with server({b"EXAMINE": selected, b"SIZE": listed}) as where, where.opened() as folder:
        assert list(folder.listed_after(4)) == [5]


@pytest.mark.parametrize("stage", list(ANSWERS))
@pytest.mark.parametrize("misbehaves", [hangs, drips, one_endless_line, never_ends])
def test_whatever_it_does_a_visit_ends_in_time(
    stage: bytes, misbehaves: Callable[[socket.socket], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "VISIT_SECONDS", 0.6)
    monkeypatch.setattr(imap, "_LIST_OCTETS", 100_000)
    monkeypatch.setattr(imap, "MAIL", 100_000)
    began = time.monotonic()
    with server({stage: misbehaves}) as where:
        if stage == b"LOGOUT":
            assert visits(where) == MAIL
        else:
            with pytest.raises(MailboxUnavailable):
                visits(where)
    assert time.monotonic() - began < 15


def test_a_server_that_says_nothing_is_left_before_the_visit_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap, "READ_SECONDS", 0.2)
    began = time.monotonic()
    with server({b"SIZE": hangs}) as where, pytest.raises(MailboxUnavailable):
        visits(where)
    assert time.monotonic() - began < 15


@pytest.mark.parametrize("misbehaves", [drops_in_the_middle, lies_about_its_length])
def test_a_mail_that_does_not_come_whole_has_not_come(misbehaves: Callable[[socket.socket], None]) -> None:
    with server({b"BODY": misbehaves}) as where, pytest.raises(MailboxUnavailable):
        visits(where)


@pytest.mark.parametrize(
    ("stage", "answer"),
    [
        (b"", b"* BYE go away\r\n"),
        (b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        (b"LOGIN", b"%s NO [AUTHENTICATIONFAILED] secret is wrong\r\n"),
        (b"EXAMINE", b"%s NO no such folder\r\n"),
        (b"EXAMINE", b"* OK [UIDVALIDITY soon] ok\r\n%s OK done\r\n"),
        (b"SIZE", b"%s BAD what?\r\n"),
    ],
)
def test_a_refusal_is_told_without_its_words(stage: bytes, answer: bytes) -> None:
    with server({stage: answer}) as where, pytest.raises(MailboxUnavailable) as failure:
        visits(where)
    assert "secret" not in str(failure.value)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    openssl = shutil.which("openssl") or pytest.skip("openssl makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    request = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    subprocess.run(
        [openssl, *request.split(), "-keyout", str(key), "-out", str(cert)], check=True, capture_output=True
    )
    return cert, key


def test_only_a_server_that_proves_its_name_gets_the_password(certificate: tuple[Path, Path]) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    with server(context=context) as where:
        trusted = replace(where, verify=ssl.create_default_context(cafile=str(certificate[0])))
        assert visits(trusted) == MAIL
    with server(context=context) as where, pytest.raises(MailboxUnavailable):
        visits(where)


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("imaps://sam:p%40ss@mx.example", ImapServer("mx.example", 993, "implicit", "sam", "p@ss")),
        (
            "imap://sam:p%40ss@mx.example/Support%20desk",
            ImapServer("mx.example", 143, "starttls", "sam", "p@ss", "Support desk"),
        ),
        ("imap://sam:p%40ss@[::1]:1143/a/b?tls=none", ImapServer("::1", 1143, "none", "sam", "p@ss", "a/b")),
    ],
)
def test_an_address_says_where_and_how(url: str, meant: ImapServer) -> None:
    assert ImapServer.from_url(url) == meant
    assert "p@ss" not in repr(meant)
    assert "p@ss" not in meant.name


@pytest.mark.parametrize(
    "url",
    ["", "pop3://sam:x@mx.example", "imap://mx.example", "imap://sam:p%40ss@mx?tls=maybe", "imaps://s:x@m/a%0d%0ab"],
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="IMAP_URL"):
        ImapServer.from_url(url)
