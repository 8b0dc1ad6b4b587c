"""A page goes out by a child of ours: bounded in time, silent about the address, and to public places only."""

import time
from datetime import UTC, datetime

import pytest

from escalator.adapters.channels import Delivery, Outcome, Sending
from escalator.adapters.pager import PagerChannel

from .receivers import Receiver, answers, drips, never_ends

PAYLOAD = b'{"title": "T-1042: a page under our name", "text": "Why: the time has passed\\nBy: 14:05"}'


def sending(address: str) -> Sending:
    return Sending(address, PAYLOAD, datetime(2026, 11, 20, tzinfo=UTC), "msg_1")


def page(receiver: Receiver, *allow: str, seconds: float = 10.0) -> Delivery:
    """Through ntfy, which is one of the services that may stand on a host of one's own."""
    return PagerChannel(allow, seconds).deliver(sending(f"ntfy://{receiver.place}/Zk3-secret"))


def test_a_page_says_its_title_and_its_text() -> None:
    with Receiver(answers(200, body=b"{}")) as receiver:
        assert page(receiver, receiver.place).outcome is Outcome.SENT
    [call] = receiver.calls
    assert b"Why: the time has passed" in call.body
    assert b"T-1042" in call.body


@pytest.mark.parametrize("code", [403, 500])
def test_a_service_that_does_not_take_it_is_asked_again_later(code: int) -> None:
    with Receiver(answers(code)) as receiver:
        delivery = page(receiver, receiver.place)
    assert (delivery.outcome, delivery.said) == (Outcome.TEMPORARY, "the service did not take it")


@pytest.mark.parametrize("address", ["tgram://", "slack://x", "nonsense", "", "discord://"])
def test_an_address_that_its_service_does_not_understand_is_dead(address: str) -> None:
    delivery = PagerChannel().deliver(sending(address))
    assert (delivery.outcome, delivery.stage) == (Outcome.REJECTED, "address")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0.0.0.0"])
def test_a_host_that_is_not_public_gets_no_packet(host: str) -> None:
    with Receiver(answers(200, body=b"{}")) as canary:
        delivery = PagerChannel().deliver(sending(f"ntfy://{host}:{canary.port}/topic"))
    assert delivery.outcome is not Outcome.SENT
    assert canary.connections == 0


def test_nobody_is_sent_on_to_a_host_that_is_not_public() -> None:
    with Receiver(answers(200)) as canary, Receiver(answers(307, f"Location: {canary.url}")) as receiver:
        delivery = page(receiver, receiver.place)
    assert (delivery.outcome, delivery.said) == (Outcome.REJECTED, "it leads to an address that is not public")
    assert (receiver.connections, canary.connections) == (1, 0)


def test_no_service_holds_us_beyond_the_wall() -> None:
    with Receiver(drips) as receiver:
        started = time.monotonic()
        delivery = page(receiver, receiver.place, seconds=2.0)
        took = time.monotonic() - started
    assert (delivery.outcome, delivery.said) == (Outcome.TEMPORARY, "it took too long")
    assert 1.9 < took < 3.5


def test_an_answer_without_end_costs_no_more_than_the_child_may_have() -> None:
    endless = never_ends(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 1_000_000)
    with Receiver(endless) as receiver:
        delivery = page(receiver, receiver.place, seconds=20.0)
    assert (delivery.outcome, delivery.said) == (Outcome.TEMPORARY, "the service did not take it")
    assert endless.volume < 1 << 29  # type: ignore[attr-defined]


def test_nothing_of_the_address_is_printed_or_kept(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(0), Receiver(answers(500, body=b"Zk3")) as receiver:
        delivery = page(receiver, receiver.place)
    seen = capfd.readouterr()
    assert "Zk3" not in seen.out + seen.err + caplog.text + repr(delivery)
