"""No outbound request reaches anything but the public internet, however its address is written or resolved (C7)."""

import socket
import threading
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from escalator.adapters.addresses import is_public
from escalator.adapters.channels import Outcome, Sending
from escalator.adapters.webhook import WebhookChannel

from .receivers import Receiver, answers

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
PUBLIC = "93.184.215.14"

# Numbers that are not public, or that hide one that is not.
_NUMBERS = """
    127.0.0.1 127.1.2.3 0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 168.63.129.16 169.254.169.254
    169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1
    198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    :: ::1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:169.254.169.254 ::ffff:93.184.215.14 ::127.0.0.1 ::ffff:0:127.0.0.1
    64:ff9b::a9fe:a9fe 64:ff9b::7f00:1 64:ff9b::5db8:d70e 64:ff9b:1::7f00:1 100::1
    2001::1 2001:0:7f00:1::f5ff:fffe 2001:2::1 2001:10::1 2001:20::1 2001:db8::1
    2002:7f00:1:: 2002:a9fe:a9fe::1 2002:5db8:d70e::1 3fff::1 5f00::1 fc00::1 fd00:: fd00:ec2::254 fe80::1
    fe80::1%eth0 fec0::1 ff02::1 ff0e::1 2a00::5efe:127.0.0.1 2a00::200:5efe:10.0.0.1
"""
HOSTILE = _NUMBERS.split()

# Hosts and whole addresses that some program somewhere reads as one of the above.
WRITTEN = [
    "https://2130706433/",
    "https://017700000001/",
    "https://0x7f000001/",
    "https://0x7f.0.0.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://127.0.1/",
    "https://0/",
    "https://[::]/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[0:0:0:0:0:ffff:7f00:0001]/",
    "https://[64:ff9b::a9fe:a9fe]/",
    "https://[2002:7f00:1::]/",
    "https://[fd00::]/",
    "https://[fe80::1%25lo]/",
    "https://[v1.x]/",
    "https://localhost/",
    "https://LOCALHOST/",
    "https://localhost./",
    "https://localhost.localdomain./",
    "https://127.0.0.1./",
    "https://127.0.0.1.:80/",
    "https://169.254.169.254/latest/meta-data/",
    "https://metadata/",
    "https://redis:6379/",
    "https://127。0。0。1/",
    "https://①②⑦.0.0.1/",
    "https://ⓛocalhost/",
    "https://loc\u00adalhost/",
    "https://a.example@127.0.0.1/",
    "https://a.example:x@127.0.0.1/",
    "https://127.0.0.1#@a.example/",
    "https://127.0.0.1?@a.example/",
    "https://127.0.0.1\\@a.example/",
    "https://a.example\\@127.0.0.1/",
    "https://a.example%40127.0.0.1/",
    "https://127.0.0.1%00.a.example/",
    "https://127.0.0.1\t.a.example/",
    "https://127.0.0.1\r\nHost: a.example/",
    "https:127.0.0.1/",
    "https:///127.0.0.1/",
    "https:/\\127.0.0.1/",
    "//127.0.0.1/",
    "http://a.example/",
    "https://a.example:22/",
    "https://a.example:25/",
    "https://a.example:99999/",
    "https://a.example:/",
    "https://a.example:080:80/",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "file:///etc/passwd",
    "unix:///var/run/docker.sock",
    "ftp://127.0.0.1/",
    "https://" + "a." * 200 + "example/",
    " https://127.0.0.1/",
    "",
]


class Dialed:
    """Remembers what was dialed, and connects nowhere."""

    def __init__(self) -> None:
        self.places: list[tuple[str, int]] = []

    def __call__(self, place: tuple[str, int], seconds: float) -> socket.socket:
        self.places.append(place)
        raise ConnectionRefusedError


def _sending(address: str) -> Sending:
    return Sending(address, b"{}", datetime(2026, 11, 20, tzinfo=UTC), "msg_1")


def test_the_corpus_is_large() -> None:
    assert len({*HOSTILE, *WRITTEN}) >= 100


@pytest.mark.parametrize("number", HOSTILE)
def test_a_number_that_is_not_public_or_hides_another_is_refused(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", [PUBLIC, "1.1.1.1", "172.32.0.1", "2606:4700:4700::1111", "2a00:1450:4001::8a"])
def test_a_public_number_is_not(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("number", HOSTILE)
def test_a_name_that_leads_there_is_refused_even_if_it_leads_elsewhere_too(number: str) -> None:
    dialed = Dialed()
    channel = WebhookChannel(SECRET, resolve=lambda *_: [PUBLIC, number], dial=dialed)
    delivery = channel.deliver(_sending("https://innocent.example/hook"))
    assert (delivery.outcome, dialed.places) == (Outcome.REJECTED, [])
    assert delivery.said == "its name leads to an address that is not public"


@pytest.mark.parametrize("address", WRITTEN)
def test_an_address_that_may_be_read_in_two_ways_is_refused(address: str) -> None:
    """By the system's own resolver, which knows the numbers in all their spellings."""
    dialed = Dialed()
    delivery = WebhookChannel(SECRET, dial=dialed).deliver(_sending(address))
    assert (delivery.outcome, dialed.places) == (Outcome.REJECTED, [])


def test_a_public_name_is_dialed_by_the_address_that_was_checked() -> None:
    dialed = Dialed()
    WebhookChannel(SECRET, resolve=lambda *_: [PUBLIC], dial=dialed).deliver(
        _sending("https://innocent.example:8443/")
    )
    assert dialed.places == [(PUBLIC, 8443)]


def test_a_name_that_changes_its_answer_is_asked_once_and_reaches_no_canary() -> None:
    dialed, asked = Dialed(), list[str]()

    with Receiver(answers(200)) as canary:

        def rebinding(host: str, port: int) -> Sequence[str]:
            asked.append(host)
            return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

        address = f"https://rebinding.example:{canary.port}/"
        WebhookChannel(SECRET, resolve=rebinding, dial=dialed).deliver(_sending(address))
        assert (asked, dialed.places) == (["rebinding.example"], [(PUBLIC, canary.port)])

        delivery = WebhookChannel(SECRET, resolve=rebinding).deliver(_sending(address))
        assert (delivery.outcome, canary.connections) == (Outcome.REJECTED, 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "canary.example"])
def test_a_listener_on_this_machine_is_reached_only_when_it_is_allowed_by_name(host: str) -> None:
    with Receiver(answers(200)) as canary:
        for scheme in ("http", "https"):
            channel = WebhookChannel(SECRET, {"127.0.0.1:1"}, resolve=lambda *_: ["127.0.0.1"])
            assert channel.deliver(_sending(f"{scheme}://{host}:{canary.port}/")).outcome is Outcome.REJECTED
        assert canary.connections == 0


def test_what_is_allowed_by_name_still_reaches_nothing_but_this_machine() -> None:
    dialed = Dialed()
    channel = WebhookChannel(SECRET, {"dev.example:8080"}, resolve=lambda *_: ["10.0.0.7"], dial=dialed)
    assert channel.deliver(_sending("http://dev.example:8080/")).outcome is Outcome.REJECTED
    assert dialed.places == []


def test_a_resolver_that_never_answers_is_not_waited_for() -> None:
    def stuck(host: str, port: int) -> Sequence[str]:
        threading.Event().wait(5)
        return [PUBLIC]

    delivery = WebhookChannel(SECRET, seconds=0.2, resolve=stuck).deliver(_sending("https://slow.example/"))
    assert (delivery.outcome, delivery.said) == (Outcome.TEMPORARY, "it took too long")
