"""What became of a mail is decided by the server's code and the stage of the conversation, in bounded time."""

import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from escalator.adapters.channels import Delivery, Outcome, Sending
from escalator.adapters.smtp import SmtpChannel, SmtpServer
from escalator.adapters.smtp_dialog import Timeouts, dotted
from escalator.core.desk.model import MailIdentity
from escalator.core.mail.compose import compose

from .scripted_server import DRIP, DROP, GONE, HANG, ScriptedServer

pytestmark = pytest.mark.enable_socket

SHORT = Timeouts(connect=2, command=0.4, after_dot=0.4, wall=5)
MAIL = b"Subject: hello\r\n\r\n.a line with a dot\r\n..two\r\n.\r\nend\r\n"
DESK, DANA, SAM = "help@desk.example", "dana@customer.example", "sam@desk.example"


def deliver(
    url: str,
    recipient: str = DANA,
    payload: bytes = MAIL,
    timeouts: Timeouts = SHORT,
    trusted: ssl.SSLContext | None = None,
) -> Delivery:
    with closing(SmtpChannel(url, timeouts, trusted)) as channel:
        return channel.deliver(mail(recipient, payload))


def mail(recipient: str, payload: bytes = MAIL) -> Sending:
    return Sending(recipient, payload, datetime(2026, 11, 20, 9, tzinfo=UTC), sender=DESK)


def signed_in(url: str) -> str:
    return url.replace("//", "//sam:secret@")


class Remembering:
    """The handler of a good server: keeps what was delivered."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []
        self.sessions: set[Session] = set()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        self.sessions.add(session)
        return "250 kept"


@contextmanager
def good_server(**options: object) -> Iterator[tuple[Controller, Remembering]]:
    handler = Remembering()
    controller = Controller(handler, hostname="localhost", port=free_port(), **options)
    controller.start()
    try:
        yield controller, handler
    finally:
        controller.stop()


def free_port() -> int:
    with socket.create_server(("localhost", 0)) as probe:
        return probe.getsockname()[1]


def plain(server: Controller) -> str:
    return f"smtp://localhost:{server.port}?tls=none"


def test_a_mail_arrives_unchanged_for_one_recipient() -> None:
    with good_server() as (server, inbox):
        delivery = deliver(plain(server))
    assert delivery == Delivery(Outcome.SENT, "after_dot", 250, "kept")
    (envelope,) = inbox.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == (DESK, [DANA])
    assert envelope.original_content == MAIL


def test_a_composed_mail_arrives_byte_for_byte() -> None:
    payload = compose(
        sender=MailIdentity(DESK, "City Help"),
        to=SAM,
        to_name="Sam",
        subject="Grüße 😀",
        body=".dot\n" + "ä" * 3000,
        message_id="<a@desk.example>",
        at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    )
    with good_server() as (server, inbox):
        deliver(plain(server), SAM, payload)
    assert inbox.envelopes[0].original_content == payload


def test_mails_share_a_connection() -> None:
    with good_server() as (server, inbox), closing(SmtpChannel(plain(server))) as channel:
        outcomes = [channel.deliver(mail(recipient)).outcome for recipient in (DANA, SAM, DANA)]
    assert outcomes == [Outcome.SENT] * 3
    assert len(inbox.sessions) == 1


def test_an_address_beyond_ascii_goes_to_a_server_that_takes_it() -> None:
    with good_server(enable_SMTPUTF8=True) as (server, inbox):
        delivery = deliver(plain(server), "jürgen@bücher.example")
    assert delivery.outcome is Outcome.SENT
    assert inbox.envelopes[0].rcpt_tos == ["jürgen@xn--bcher-kva.example"]


def test_an_address_beyond_ascii_is_unreachable_through_a_server_that_does_not() -> None:
    with ScriptedServer() as server:
        delivery = deliver(server.url, "jürgen@bücher.example")
    assert delivery.outcome is Outcome.UNREACHABLE


def test_a_domain_beyond_ascii_needs_nothing_of_the_server() -> None:
    with ScriptedServer() as server:
        delivery = deliver(server.url, "dana@bücher.example")
        assert delivery.outcome is Outcome.SENT
        assert "RCPT TO:<dana@xn--bcher-kva.example>" in server.heard


def test_an_address_cannot_smuggle_a_command() -> None:
    with ScriptedServer() as server:
        delivery = deliver(server.url, "dana@x.example>\r\nRCPT TO:<kim@x.example")
        assert delivery.outcome is Outcome.UNREACHABLE
        assert not any("kim" in line for line in server.heard)


@pytest.mark.parametrize("payload", [b"a\n.\r\nb\r\n", b"a\r.\r\nb\r\n", b"a\n.\nb", b".\r\n", b""])
def test_no_line_of_a_mail_ends_it_early(payload: bytes) -> None:
    on_the_wire = dotted(payload)
    assert b"\r\n.\r\n" not in b"\r\n" + on_the_wire
    assert on_the_wire.endswith(b"\r\n")


BEFORE_THE_RECIPIENT = ["banner", "EHLO", "AUTH", "MAIL"]


@pytest.mark.parametrize("command", [*BEFORE_THE_RECIPIENT, "RCPT", "DATA", "."])
@pytest.mark.parametrize("answer", ["421 4.3.2 later", "450-not\r\n450 now", DROP, HANG])
def test_a_refusal_for_now_or_a_silence_is_tried_again(command: str, answer: str) -> None:
    with ScriptedServer({command: answer}) as server:
        delivery = deliver(signed_in(server.url))
    lost_after_the_dot = command == "." and answer in (DROP, HANG)
    assert delivery.outcome is (Outcome.AMBIGUOUS if lost_after_the_dot else Outcome.TEMPORARY)
    assert delivery.code == (int(answer[:3]) if answer[:1] == "4" else None)
    assert delivery.stage == {".": "after_dot"}.get(command, command.lower())


@pytest.mark.parametrize(
    ("command", "outcome"),
    [(command, Outcome.MISCONFIGURED) for command in BEFORE_THE_RECIPIENT]
    + [("RCPT", Outcome.UNREACHABLE), ("DATA", Outcome.REJECTED), (".", Outcome.REJECTED)],
)
def test_a_refusal_for_good_means_what_its_stage_says(command: str, outcome: Outcome) -> None:
    with ScriptedServer({command: "550 5.1.1 no"}) as server:
        delivery = deliver(signed_in(server.url))
    assert (delivery.outcome, delivery.code, delivery.detail) == (outcome, 550, "5.1.1 no")


@pytest.mark.parametrize("answer", ["hello there", "150 wait", "250 fine, no need", "99999", "250" + "-" * 9000])
def test_an_answer_that_makes_no_sense_is_tried_again(answer: str) -> None:
    with ScriptedServer({"DATA": answer}) as server:
        delivery = deliver(server.url)
    assert (delivery.outcome, delivery.code) == (Outcome.TEMPORARY, None)


def test_nobody_at_the_port_is_tried_again() -> None:
    with ScriptedServer() as server:
        url = server.url
    delivery = deliver(url)
    assert (delivery.outcome, delivery.stage, delivery.code) == (Outcome.TEMPORARY, "connect", None)


def test_a_connection_lost_before_the_final_dot_leaves_no_doubt() -> None:
    with ScriptedServer({"DATA": GONE}) as server:
        delivery = deliver(server.url, payload=(b"x" * 70 + b"\r\n") * 200_000)
    assert (delivery.outcome, delivery.stage) == (Outcome.TEMPORARY, "data")


def test_a_refusal_while_the_mail_is_still_going_out_counts() -> None:
    with ScriptedServer({"DATA": "354 go on\r\n552 too big"}) as server:
        delivery = deliver(server.url)
    assert (delivery.outcome, delivery.stage, delivery.code) == (Outcome.REJECTED, "data", 552)


@pytest.mark.parametrize("place", ["banner", "MAIL", "."])
def test_a_server_that_drips_is_left_when_the_time_is_up(place: str) -> None:
    with ScriptedServer({place: DRIP}) as server:
        started = time.monotonic()
        delivery = deliver(server.url, timeouts=Timeouts(connect=5, command=5, after_dot=5, wall=1))
        took = time.monotonic() - started
    assert delivery.outcome is (Outcome.AMBIGUOUS if place == "." else Outcome.TEMPORARY)
    assert 0.8 < took < 1.5


def test_a_kept_connection_that_died_idle_is_no_failure() -> None:
    with ScriptedServer() as server, closing(SmtpChannel(server.url, SHORT)) as channel:
        assert channel.deliver(mail(DANA)).outcome is Outcome.SENT
        server.drop_idle()
        assert channel.deliver(mail(SAM)).outcome is Outcome.SENT
        assert len(server.connections) == 2


@pytest.mark.parametrize("answer", ["421 too long idle", "452 enough for one connection", "503 what?", DROP, HANG])
def test_a_kept_connection_that_will_not_go_on_is_replaced(answer: str) -> None:
    script = {"MAIL": ["250 ok", answer, "250 ok"]}
    with ScriptedServer(script) as server, closing(SmtpChannel(server.url, SHORT)) as channel:
        outcomes = [channel.deliver(mail(recipient)).outcome for recipient in (DANA, SAM)]
        assert outcomes == [Outcome.SENT, Outcome.SENT]
        assert len(server.connections) == 2


def test_what_a_new_connection_answers_counts() -> None:
    script = {"MAIL": ["250 ok", "421 too long idle", "550 who are you?"]}
    with ScriptedServer(script) as server, closing(SmtpChannel(server.url, SHORT)) as channel:
        channel.deliver(mail(DANA))
        delivery = channel.deliver(mail(SAM))
    assert (delivery.outcome, delivery.stage, delivery.code) == (Outcome.MISCONFIGURED, "mail", 550)


def test_many_small_mails_do_not_wait_for_each_other() -> None:
    """Without TCP_NODELAY each would take 40 ms more: its final dot would wait for a receipt of what went before."""
    with good_server() as (server, _), closing(SmtpChannel(plain(server), SHORT)) as channel:
        started = time.monotonic()
        for _ in range(100):
            assert channel.deliver(mail(DANA)).outcome is Outcome.SENT
        assert time.monotonic() - started < 3


def test_after_an_error_the_next_mail_gets_a_new_connection() -> None:
    with ScriptedServer({"RCPT": "550 no"}) as server, closing(SmtpChannel(server.url, SHORT)) as channel:
        channel.deliver(mail(DANA))
        server.answers["RCPT"] = "250 ok"
        assert channel.deliver(mail(SAM)).outcome is Outcome.SENT
        assert len(server.connections) == 2


def test_the_detail_is_one_short_line_without_the_mail_or_the_password() -> None:
    with ScriptedServer({"RCPT": "550-\x1b[31mno\r\n550 " + "such user " * 100}) as server:
        detail = deliver(signed_in(server.url)).detail
    assert detail.startswith("[31mno such user")
    assert len(detail) <= 200
    assert detail.isprintable()
    assert "hello" not in detail
    assert "secret" not in detail


def test_a_server_that_offers_no_sign_in_is_our_mistake() -> None:
    with ScriptedServer({"EHLO": "250 desk.example"}) as server:
        delivery = deliver(signed_in(server.url))
    assert (delivery.outcome, delivery.stage) == (Outcome.MISCONFIGURED, "auth")


def test_a_server_without_starttls_gets_neither_mail_nor_password() -> None:
    with ScriptedServer() as server:
        delivery = deliver(f"smtp://sam:secret@127.0.0.1:{server.port}")
    assert (delivery.outcome, delivery.stage) == (Outcome.MISCONFIGURED, "tls")
    assert [line[:4] for line in server.heard] == ["EHLO"]


def test_words_sent_before_tls_began_are_not_believed() -> None:
    ehlo = "250-desk.example\r\n250 STARTTLS"
    with ScriptedServer({"EHLO": ehlo, "STARTTLS": "220 go\r\n250 AUTH PLAIN"}) as server:
        delivery = deliver(f"smtp://127.0.0.1:{server.port}")
    assert (delivery.outcome, delivery.stage) == (Outcome.TEMPORARY, "tls")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    openssl = shutil.which("openssl") or pytest.skip("openssl makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    request = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    command = [openssl, *request.split(), "-keyout", str(key), "-out", str(cert)]
    subprocess.run(command, check=True, capture_output=True)
    return cert, key


def server_side(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    return context


def our_side(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate[0]))


def only_sam(server: SMTP, session: Session, envelope: Envelope, way: str, given: LoginPassword) -> AuthResult:
    known = given == LoginPassword(b"sam", "gehéim".encode())
    return AuthResult(success=known, handled=False)


def strict_server(certificate: tuple[Path, Path], **options: object) -> AbstractContextManager:
    return good_server(
        tls_context=server_side(certificate),
        require_starttls=True,
        authenticator=only_sam,
        auth_required=True,
        **options,
    )


@pytest.mark.parametrize("unknown_way", ["LOGIN", "PLAIN"])
def test_a_mail_goes_signed_in_and_encrypted(certificate: tuple[Path, Path], unknown_way: str) -> None:
    with strict_server(certificate, auth_exclude_mechanism=[unknown_way]) as (server, inbox):
        url = f"smtp://sam:geh%C3%A9im@localhost:{server.port}"
        delivery = deliver(url, trusted=our_side(certificate))
    assert delivery.outcome is Outcome.SENT
    assert inbox.envelopes[0].original_content == MAIL


def test_a_wrong_password_holds_the_channel(certificate: tuple[Path, Path]) -> None:
    with strict_server(certificate) as (server, _):
        delivery = deliver(f"smtp://sam:no@localhost:{server.port}", trusted=our_side(certificate))
    assert (delivery.outcome, delivery.stage, delivery.code) == (Outcome.MISCONFIGURED, "auth", 535)


def test_encryption_can_begin_with_the_first_byte(certificate: tuple[Path, Path]) -> None:
    with good_server(ssl_context=server_side(certificate)) as (server, inbox):
        delivery = deliver(f"smtps://localhost:{server.port}", trusted=our_side(certificate))
    assert delivery.outcome is Outcome.SENT
    assert inbox.envelopes[0].original_content == MAIL


def test_a_certificate_that_nobody_vouches_for_gets_no_mail(certificate: tuple[Path, Path]) -> None:
    with good_server(tls_context=server_side(certificate)) as (server, inbox):
        delivery = deliver(f"smtp://localhost:{server.port}")
    assert (delivery.outcome, delivery.stage, delivery.code) == (Outcome.MISCONFIGURED, "tls", None)
    assert inbox.envelopes == []


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example", SmtpServer("mail.example", 587, "starttls")),
        ("smtp://mail.example?tls=none", SmtpServer("mail.example", 25, "none")),
        ("smtps://a%40b:c%2Fd@mail.example", SmtpServer("mail.example", 465, "implicit", "a@b", "c/d")),
        ("smtp://[::1]:1025?tls=none", SmtpServer("::1", 1025, "none")),
    ],
)
def test_the_address_says_how_mail_is_handed_in(url: str, server: SmtpServer) -> None:
    assert SmtpServer.from_url(url) == server


@pytest.mark.parametrize(
    "url",
    ["http://x", "smtp://x?tls=maybe", "smtp://x?verify=no", "smtp://", "smtp://sam:secret@:25", "mail"],
)
def test_an_address_that_is_none_is_refused_without_repeating_the_password(url: str) -> None:
    with pytest.raises(ValueError, match="SMTP address") as refusal:
        SmtpServer.from_url(url)
    assert "secret" not in str(refusal.value)
