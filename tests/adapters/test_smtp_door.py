"""The door for mail servers on a real socket: a thank-you for what is durable, and bounds for everybody."""

import asyncio
import smtplib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from escalator.adapters import smtp_door, smtp_room
from escalator.adapters.smtp_door import Address, serve
from escalator.adapters.smtp_room import Crowd
from escalator.core.errors import NotFound, Unavailable
from escalator.embedded.valkey import free_port
from tests.servers.processes import eventually

MAIL = b"From: dana@city.example\r\nSubject: hello\r\n\r\nIt is broken.\r\n"
HELP = "help@harbour.example"


@dataclass
class Shelf:
    """Keeps what it is given; `fails` is raised instead, and `waits` is called before."""

    mails: list[tuple[bytes, str, tuple[str, ...]]] = field(default_factory=list)
    fails: Exception | None = None
    waits: Callable[[], object] = lambda: None

    def takes(self, address: str) -> bool:
        if self.fails is not None:
            raise self.fails
        return address.partition("+")[0].removesuffix("@harbour.example") == "help"

    def keep(self, raw: bytes, sender: str, recipients: tuple[str, ...]) -> int:
        self.waits()
        if self.fails is not None:
            raise self.fails
        self.mails.append((raw, sender, recipients))
        return len(self.mails)


@contextmanager
def opened(shelf: Shelf, lmtp: bool = False) -> Iterator[int]:
    """The port of a door that keeps mail on `shelf`."""
    port, ready = free_port(), threading.Event()
    loop, ended = asyncio.new_event_loop(), asyncio.Event()
    address = Address("127.0.0.1", port, lmtp)
    thread = threading.Thread(target=lambda: loop.run_until_complete(serve(shelf, address, ended, ready.set)))
    thread.start()
    try:
        assert ready.wait(10)
        yield port
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(10)
        _close(loop)
    assert not thread.is_alive()


def _close(loop: asyncio.AbstractEventLoop) -> None:
    """Ends what stayed open, as the end of the process does."""
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0.01))
    loop.close()


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def port(shelf: Shelf) -> Iterator[int]:
    with opened(shelf) as port:
        yield port


@contextmanager
def wire(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), 10) as line:
        yield line


def says(line: socket.socket, words: bytes) -> str:
    """What the door answers to `words`; empty when it hangs up."""
    line.sendall(words)
    return hears(line)


def hears(line: socket.socket) -> str:
    heard = b""
    while not heard.endswith(b"\r\n"):
        piece = line.recv(65536)
        if not piece:
            break
        heard += piece
    return heard.decode()


def test_a_mail_is_kept_as_it_came_with_its_envelope(shelf: Shelf, port: int) -> None:
    with smtplib.SMTP("127.0.0.1", port) as client:
        assert client.ehlo()[0] == 250
        assert set(client.esmtp_features) >= {"size", "8bitmime", "smtputf8", "pipelining"}
        assert client.esmtp_features["size"] == "25000000"
        client.sendmail("dana@city.example", [HELP, "help+c-1-abc@harbour.example"], MAIL)
        client.sendmail("", [HELP], MAIL + b".a line with a dot\r\n")
    assert shelf.mails == [
        (MAIL, "dana@city.example", (HELP, "help+c-1-abc@harbour.example")),
        (MAIL + b".a line with a dot\r\n", "", (HELP,)),
    ]


def test_it_passes_nothing_on(shelf: Shelf, port: int) -> None:
    with smtplib.SMTP("127.0.0.1", port) as client, pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        client.sendmail("dana@city.example", ["anybody@else.example"], MAIL)
    assert refused.value.recipients["anybody@else.example"][0] == 550
    assert shelf.mails == []


@pytest.mark.parametrize("failure", [Unavailable("gone"), NotFound("no desk"), RuntimeError("with Dana's words")])
def test_what_cannot_be_kept_now_stays_with_the_sender(shelf: Shelf, port: int, failure: Exception) -> None:
    shelf.fails = failure
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.ehlo()
        client.mail("dana@city.example")
        code, said = client.rcpt(HELP)
        assert code == 451
        assert b"Dana" not in said
        shelf.fails = None
        client.rcpt(HELP)
        shelf.fails = failure
        assert client.data(MAIL)[0] == 451


def test_thanks_are_said_when_the_mail_is_durable_and_not_before(shelf: Shelf, port: int) -> None:
    written = threading.Event()
    shelf.waits = lambda: written.wait(10)
    with wire(port) as line:
        hears(line)
        for words in (b"HELO mx\r\n", b"MAIL FROM:<dana@city.example>\r\n", b"RCPT TO:<help@harbour.example>\r\n"):
            assert says(line, words).startswith("250")
        assert says(line, b"DATA\r\n").startswith("354")
        line.sendall(MAIL + b".\r\n")
        line.settimeout(0.2)
        with pytest.raises(TimeoutError):
            line.recv(100)
        # Meanwhile others are served.
        with smtplib.SMTP("127.0.0.1", port) as other:
            assert other.noop()[0] == 250
        written.set()
        line.settimeout(10)
        assert hears(line) == "250 2.6.0 kept as 1\r\n"


def test_a_mail_that_is_too_large_is_refused_before_it_comes_or_when_it_has_come(
    shelf: Shelf, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with smtplib.SMTP("127.0.0.1", port) as client, pytest.raises(smtplib.SMTPSenderRefused) as refused:
        client.sendmail("dana@city.example", [HELP], b"x" * 25_000_001)
    assert refused.value.smtp_code == 552
    monkeypatch.setattr(smtp_door, "MAIL", 1000)
    with wire(port) as line:
        hears(line)
        for words in (b"HELO mx\r\n", b"MAIL FROM:<dana@city.example>\r\n", b"RCPT TO:<help@harbour.example>\r\n"):
            says(line, words)
        says(line, b"DATA\r\n")
        assert says(line, b"no line end at all " * 1000 + b"\r\n.\r\n").startswith("552")
        assert says(line, b"NOOP\r\n").startswith("250")
    assert shelf.mails == []


def test_a_long_line_is_no_reason_to_lose_a_mail(shelf: Shelf, port: int) -> None:
    long = b"Subject: long\r\n\r\n" + b"x" * 100_000 + b"\r\n"
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.sendmail("dana@city.example", [HELP], long)
    assert shelf.mails[0][0] == long


def test_commands_may_come_all_at_once(shelf: Shelf, port: int) -> None:
    with wire(port) as line:
        hears(line)
        line.sendall(b"EHLO mx\r\nMAIL FROM:<> BODY=8BITMIME SMTPUTF8\r\nRCPT TO:<help@harbour.example>\r\nDATA\r\n")
        heard = ""
        while "354" not in heard:
            heard += hears(line)
        line.sendall("Subject: grüße\r\n\r\nschön\r\n.\r\nQUIT\r\n".encode())
        heard = hears(line)
        while "221" not in heard:
            heard += hears(line)
    assert shelf.mails == [("Subject: grüße\r\n\r\nschön\r\n".encode(), "", (HELP,))]


def test_a_connection_that_breaks_in_the_middle_leaves_nothing(shelf: Shelf, port: int) -> None:
    with wire(port) as line:
        hears(line)
        for words in (b"HELO mx\r\n", b"MAIL FROM:<dana@city.example>\r\n", b"RCPT TO:<help@harbour.example>\r\n"):
            says(line, words)
        says(line, b"DATA\r\n")
        line.sendall(MAIL)
    with smtplib.SMTP("127.0.0.1", port) as client:
        assert client.noop()[0] == 250
    assert shelf.mails == []


def begins(line: socket.socket) -> None:
    """A mail, up to its DATA."""
    hears(line)
    for words in (b"HELO mx\r\n", b"MAIL FROM:<dana@city.example>\r\n", b"RCPT TO:<help@harbour.example>\r\n"):
        assert says(line, words).startswith("250")


def test_there_are_so_many_connections_and_no_more(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp_room, "MOST_CONNECTIONS", 2)
    with wire(port) as first, wire(port) as second:
        begins(first)
        begins(second)
        with wire(port) as third:
            assert hears(third).startswith("421")
        second.close()
        assert eventually(lambda: _greeted(port))


def test_silent_connections_make_room_for_one_that_comes(
    shelf: Shelf, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp_room, "MOST_CONNECTIONS", 3)
    with wire(port) as busy, wire(port) as silent, wire(port) as other:
        begins(busy)
        assert hears(silent).startswith("220")
        assert hears(other).startswith("220")
        with smtplib.SMTP("127.0.0.1", port) as client:
            client.sendmail("dana@city.example", [HELP], MAIL)
        assert hears(silent).startswith("421")
        assert says(other, b"NOOP\r\n").startswith("250")
        assert says(busy, b"DATA\r\n").startswith("354")
    assert len(shelf.mails) == 1


def test_whose_mail_is_being_written_down_is_not_idle(
    shelf: Shelf, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp_room, "MOST_CONNECTIONS", 1)
    writing, written = threading.Event(), threading.Event()

    def takes_its_time() -> None:
        writing.set()
        written.wait(10)

    shelf.waits = takes_its_time
    with wire(port) as line:
        begins(line)
        says(line, b"DATA\r\n")
        line.sendall(MAIL + b".\r\n")
        assert writing.wait(10)
        with wire(port) as other:
            assert hears(other).startswith("421")
        written.set()
        assert hears(line) == "250 2.6.0 kept as 1\r\n"


@dataclass(eq=False)
class Stranger:
    host: str
    is_idle: bool = False

    def turn_away(self) -> None:
        """It goes."""


@pytest.mark.parametrize(("host", "many"), [("192.0.2.1", 5), ("2001:db8::1", 5), ("127.0.0.1", 20), ("::1", 20)])
def test_one_address_has_five_connections_unless_it_is_this_machine(host: str, many: int) -> None:
    crowd = Crowd()
    assert [crowd.lets_in(Stranger(host)) for _ in range(25)].count(True) == many
    assert crowd.lets_in(Stranger("192.0.2.2")) == (many == 5)


def test_who_begins_no_mail_is_cut_off_sooner(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp_door, "IDLE_SECONDS", 0.4)
    with wire(port) as silent, wire(port) as slow:
        begins(slow)
        hears(silent)
        assert hears(silent) == ""
        assert says(slow, b"DATA\r\n").startswith("354")


def test_a_mail_that_finds_no_room_is_sent_again_later(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp_door, "MOST_OCTETS", 1000)
    large = MAIL + b"x" * smtp_room.SMALL + b"\r\n"
    larger = large + b"x" * 1000
    with opened(shelf) as port, smtplib.SMTP("127.0.0.1", port) as client:
        with pytest.raises(smtplib.SMTPDataError) as refused:
            client.sendmail("dana@city.example", [HELP], larger)
        assert refused.value.smtp_code == 452
        client.rset()
        client.mail("dana@city.example")  # without a word about its size
        client.rcpt(HELP)
        assert client.data(larger)[0] == 452
        client.sendmail("dana@city.example", [HELP], large)
    assert shelf.mails == [(large, "dana@city.example", (HELP,))]


def test_a_mail_that_comes_before_it_was_asked_for_is_refused_and_not_lost(shelf: Shelf, port: int) -> None:
    with wire(port) as line:
        begins(line)
        assert says(line, b"DATA\r\n" + MAIL + b".\r\n").startswith("554")
        assert hears(line) == ""
    assert shelf.mails == []


def _greeted(port: int) -> bool:
    with wire(port) as line:
        return hears(line).startswith("220")


def test_whoever_dawdles_is_cut_off(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp_door, "MAIL_SECONDS", 0.3)
    monkeypatch.setattr(smtp_door, "CONNECTION_SECONDS", 1.0)
    with opened(shelf) as port, wire(port) as line, wire(port) as chatty:
        hears(line)
        for words in (b"HELO mx\r\n", b"MAIL FROM:<dana@city.example>\r\n", b"RCPT TO:<help@harbour.example>\r\n"):
            says(line, words)
        says(line, b"DATA\r\n")
        began = time.monotonic()
        assert _drips(line, b"x") < 0.9
        hears(chatty)
        assert eventually(lambda: not _still_says(chatty), 5)
        assert time.monotonic() - began < 3
    assert shelf.mails == []


def _drips(line: socket.socket, octet: bytes) -> float:
    """How long the other side listens to one octet after the other, in seconds."""
    began = time.monotonic()
    line.settimeout(0.02)
    while time.monotonic() - began < 5:
        try:
            line.sendall(octet)
            if not line.recv(100):
                break
        except TimeoutError:
            continue
        except OSError:
            break
    return time.monotonic() - began


def _still_says(line: socket.socket) -> bool:
    try:
        return bool(says(line, b"NOOP\r\n"))
    except OSError:
        return False


def test_by_lmtp_each_recipient_has_an_answer(shelf: Shelf) -> None:
    with opened(shelf, lmtp=True) as port, smtplib.LMTP("127.0.0.1", port) as client:
        client.ehlo("mx")
        client.mail("dana@city.example")
        client.rcpt(HELP)
        client.rcpt("help+x@harbour.example")
        assert client.rcpt("other@harbour.example")[0] == 550
        assert client.docmd("DATA")[0] == 354
        client.send(MAIL + b".\r\n")
        assert [client.getreply()[0], client.getreply()[0]] == [250, 250]
        assert client.noop()[0] == 250
        shelf.fails = Unavailable("gone")
        client.mail("dana@city.example")
        assert client.rcpt(HELP)[0] == 451
    assert len(shelf.mails) == 1


def test_nothing_of_a_mail_is_logged(shelf: Shelf, port: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.sendmail("dana@city.example", [HELP], MAIL)
        client.docmd("NONSENSE from dana")
    assert "dana" not in caplog.text
