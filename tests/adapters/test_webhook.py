"""A webhook is called once, signed, by a checked address, and no receiver keeps us for longer than we allow."""

import resource
import shutil
import socket
import ssl
import subprocess
import time
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from escalator.adapters.channels import Delivery, Outcome, Sending
from escalator.adapters.webhook import WebhookChannel

from .receivers import Behaviour, Receiver, answers, drips, never_ends, says_nothing

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
PAYLOAD = '{"type":"notice.escalation","data":{"text":"Grüße"}}'.encode()


def sending(address: str, secret: str = "") -> Sending:
    now = datetime.fromtimestamp(time.time(), UTC)
    return Sending(address, PAYLOAD, now, "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", secret=secret)


def call(receiver: Receiver, secret: str = "", seconds: float = 5.0) -> Delivery:
    return WebhookChannel(SECRET, {receiver.place}, seconds).deliver(sending(receiver.url, secret))


def test_a_receiver_verifies_what_it_gets_with_the_official_library() -> None:
    with Receiver(answers(204)) as receiver:
        assert call(receiver).outcome is Outcome.SENT
    [got] = receiver.calls
    assert (got.line, got.body) == ("POST /hook HTTP/1.1", PAYLOAD)
    assert got.headers["host"] == receiver.place
    assert got.headers["webhook-id"] == "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W"
    assert Webhook(SECRET).verify(got.body, dict(got.headers))["data"] == {"text": "Grüße"}
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(got.body.replace(b"text", b"test"), dict(got.headers))


def test_the_signature_is_the_one_of_the_standard_s_own_example() -> None:
    known = Sending(
        "", b'{"test": 2432232314}', datetime.fromtimestamp(1614265330, UTC), "msg_p5jXN8AQM9LWM0D4loKWxJek"
    )
    with Receiver(answers(200)) as receiver:
        to_it = Sending(receiver.url, known.payload, known.at, known.message_id)
        WebhookChannel(SECRET, {receiver.place}).deliver(to_it)
    assert receiver.calls[0].headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_webhook_may_have_a_secret_of_its_own() -> None:
    own = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
    with Receiver(answers(200)) as receiver:
        call(receiver, own)
    Webhook(own).verify(receiver.calls[0].body, dict(receiver.calls[0].headers))


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_c2hvcnQ=", "not base64 at all, but long enough"])
def test_without_a_secret_nothing_is_sent_and_the_reason_says_so(secret: str) -> None:
    with Receiver(answers(200)) as receiver:
        delivery = WebhookChannel(secret, {receiver.place}).deliver(sending(receiver.url))
    assert (delivery.outcome, receiver.calls) == (Outcome.REJECTED, [])
    assert "secret" in delivery.said


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        *((code, Outcome.SENT) for code in (200, 201, 202, 204)),
        *((code, Outcome.REJECTED) for code in (400, 401, 403, 404, 405, 410, 413, 422)),
        *((code, Outcome.TEMPORARY) for code in (301, 304, 408, 409, 425, 429, 500, 502, 503, 504)),
    ],
)
def test_the_code_of_the_answer_decides(code: int, outcome: Outcome) -> None:
    with Receiver(answers(code)) as receiver:
        delivery = call(receiver)
    assert (delivery.outcome, delivery.code) == (outcome, code)


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirection_is_followed_nowhere(code: int) -> None:
    with Receiver(answers(200)) as canary, Receiver(answers(code, f"Location: {canary.url}")) as receiver:
        places = {receiver.place, canary.place}
        delivery = WebhookChannel(SECRET, places).deliver(sending(receiver.url))
    assert (delivery.outcome, delivery.code) == (Outcome.TEMPORARY, code)
    assert canary.connections == 0


def test_nobody_listening_is_a_temporary_failure() -> None:
    with Receiver(answers(200)) as receiver:
        pass
    assert call(receiver).outcome is Outcome.TEMPORARY


def _hangs_up(line: object) -> None:
    """Says nothing and leaves."""


@pytest.mark.parametrize(
    "behaviour",
    [_hangs_up, lambda line: line.sendall(b"SSH-2.0-OpenSSH_9.9\r\n"), lambda line: line.sendall(b"\x00" * 100)],
    ids=["hangs up", "ssh", "zeros"],
)
def test_an_answer_that_is_none_is_a_temporary_failure(behaviour: Behaviour) -> None:
    with Receiver(behaviour) as receiver:
        assert call(receiver).outcome is Outcome.TEMPORARY


@pytest.mark.parametrize(
    "behaviour",
    [
        says_nothing,
        drips,
        never_ends(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        never_ends(b"", b"HTTP/1.1 100 C\r\n\r\n"),
    ],
    ids=["silent", "drips", "headers without end", "continues without end"],
)
def test_no_receiver_holds_us_beyond_the_wall(behaviour: Behaviour) -> None:
    with Receiver(behaviour) as receiver:
        started = time.monotonic()
        delivery = call(receiver, seconds=0.6)
        took = time.monotonic() - started
    assert delivery.outcome is Outcome.TEMPORARY
    assert took < 1.5


def test_a_body_without_end_is_left_after_its_code() -> None:
    endless = never_ends(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n", b"x" * 1024)
    with Receiver(endless) as receiver:
        started = time.monotonic()
        assert call(receiver).outcome is Outcome.SENT
    assert time.monotonic() - started < 2
    # What the two ends of the line buffer comes on top of the 64 kB that we took.
    assert endless.volume < 8_000_000  # type: ignore[attr-defined]


def test_a_bomb_is_never_unpacked() -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(300)), packer.flush()])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Receiver(answers(200, "Content-Encoding: gzip", body=bomb)) as receiver:
        assert call(receiver).outcome is Outcome.SENT
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


@pytest.mark.parametrize("header", [b"no colon at all", b" \tfolded", b"\xff\xfe: \x00"])
def test_an_odd_answer_puts_no_address_into_a_log(header: bytes, caplog: pytest.LogCaptureFixture) -> None:
    def odd(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n" + header + b"\r\nX: y\r\n\r\n")

    with caplog.at_level(0), Receiver(odd) as receiver:
        WebhookChannel(SECRET, {receiver.place}).deliver(sending(f"{receiver.url}/Zk3-secret"))
    assert "Zk3" not in caplog.text
    assert receiver.calls


def test_nothing_that_is_kept_of_a_try_quotes_the_address() -> None:
    with Receiver(answers(200)) as receiver:
        pass
    address = f"{receiver.url}/Zk3-secret"
    channel = WebhookChannel(SECRET, {receiver.place})
    for to in (
        address,
        f"https://sam:Zk3-secret@{receiver.place}",
        "http://a.example/Zk3-secret",
        "ftp://Zk3-secret",
    ):
        delivery = channel.deliver(sending(to))
        assert delivery.outcome is not Outcome.SENT
        assert "Zk3" not in repr(delivery)
        assert "Zk3" not in repr(sending(to))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """For `localhost`."""
    openssl = shutil.which("openssl") or pytest.skip("openssl makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    cert, key = folder / "cert.pem", folder / "key.pem"
    request = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    command = [openssl, *request.split(), "-keyout", str(key), "-out", str(cert)]
    subprocess.run(command, check=True, capture_output=True)
    return cert, key


def _by_tls(certificate: tuple[Path, Path], host: str, trusting: bool) -> tuple[Delivery, Receiver]:
    server_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server_side.load_cert_chain(*certificate)
    ours = ssl.create_default_context(cafile=str(certificate[0]) if trusting else None)
    with Receiver(answers(200), server_side) as receiver:
        place = f"{host}:{receiver.port}"
        # The resolver stands for DNS: both names lead to the same checked address.
        channel = WebhookChannel(SECRET, {place}, 5, ours, resolve=lambda *_: ["127.0.0.1"])
        return channel.deliver(sending(f"https://{place}/x")), receiver


def test_tls_is_verified_by_the_name_though_the_address_is_dialed(certificate: tuple[Path, Path]) -> None:
    delivery, receiver = _by_tls(certificate, "localhost", trusting=True)
    assert delivery.outcome is Outcome.SENT
    assert receiver.calls[0].headers["host"] == f"localhost:{receiver.port}"


@pytest.mark.parametrize(("host", "trusting"), [("other.example", True), ("localhost", False)])
def test_a_certificate_that_is_not_theirs_gets_no_word_of_ours(
    certificate: tuple[Path, Path], host: str, trusting: bool
) -> None:
    delivery, receiver = _by_tls(certificate, host, trusting)
    assert (delivery.outcome, receiver.calls) == (Outcome.TEMPORARY, [])
