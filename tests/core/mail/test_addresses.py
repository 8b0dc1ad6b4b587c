"""What a signed address proves, and what it does not."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalator.core.mail.addresses import Named, OwnAddresses, Way, has_room, mark_of

OURS = OwnAddresses("help@harbour.example", "a secret")
SAM, KIM = "sam@harbour.example", "kim@harbour.example"
NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
NOTE, REPLY = OURS.for_note(42, SAM, LATER), OURS.for_reply(42, SAM, LATER)


def named(address: str, sender: str = "", now: datetime = NOW) -> Named | None:
    return OURS.named(address, sender, now)


def test_a_customer_s_address_names_its_ticket_whoever_writes_to_it_and_whenever() -> None:
    given_away = OURS.for_customer(42)
    assert named(given_away, "dana@city.example") == Named(Way.CUSTOMER, "42")
    assert named(given_away.upper(), now=NOW + timedelta(days=3000)) == Named(Way.CUSTOMER, "42")


def test_a_colleague_s_address_holds_for_them_alone() -> None:
    for way, given_away in ((Way.NOTE, NOTE), (Way.REPLY, REPLY)):
        assert named(given_away, "Sam@Harbour.example") == Named(way, "42")
        assert named(given_away.upper(), SAM) == Named(way, "42")
        assert named(given_away, KIM) is None
        assert named(given_away) is None


def test_a_colleague_s_address_holds_for_its_days_and_no_longer() -> None:
    midnight = datetime(2026, 12, 17, tzinfo=UTC)
    for given_away in (NOTE, REPLY):
        assert named(given_away, SAM, midnight - timedelta(seconds=1)) is not None
        assert named(given_away, SAM, midnight) is None
        prolonged = given_away.replace("-20803-", "-20804-")
        assert prolonged != given_away
        assert named(prolonged, SAM) is None


def test_what_is_made_like_a_colleague_s_address_is_for_the_desk_whether_it_holds_or_not() -> None:
    assert OURS.is_for_desk(NOTE)
    assert OURS.is_for_desk("help+r-42-1-x@harbour.example")
    assert not OURS.is_for_desk(OURS.for_customer(42))
    assert not OURS.is_for_desk(NOTE.replace("harbour", "other"))


def test_a_note_cannot_be_turned_into_a_reply() -> None:
    assert named(NOTE.replace("+n-", "+r-"), SAM) is None
    assert named(NOTE.replace("+n-", "+c-"), SAM) is None
    assert named(NOTE.replace("-20803", ""), SAM) is None
    assert named(OURS.for_customer(42).replace("-42-", "-43-"), SAM) is None


def test_an_envelope_names_its_letter() -> None:
    assert named(OURS.for_bounce("T-1/key")) == Named(Way.BOUNCE, mark_of("T-1/key"))


def test_what_another_desk_signed_proves_nothing() -> None:
    assert named(OwnAddresses(OURS.mailbox, "another").for_customer(42)) is None
    assert named(OwnAddresses("help@other.example", "a secret").for_customer(42)) is None


def test_what_was_given_away_under_another_mailbox_or_secret_holds_if_it_was_ours() -> None:
    moved = OwnAddresses("desk@port.example", "a new secret", ("Help@harbour.example",), ("a secret",))
    assert moved.named(OURS.for_customer(42), "", NOW) == Named(Way.CUSTOMER, "42")
    assert moved.named(NOTE, SAM, NOW) == Named(Way.NOTE, "42")
    assert moved.named(NOTE, KIM, NOW) is None
    assert moved.is_ours("help+anything@harbour.example")
    assert moved.is_ours("desk@port.example")
    assert moved.for_customer(42) == OwnAddresses("desk@port.example", "a new secret").for_customer(42)


def test_mail_to_any_address_under_the_mailbox_is_ours() -> None:
    assert OURS.is_ours("Help@harbour.example")
    assert OURS.is_ours("help+anything@harbour.example")
    assert not OURS.is_ours("helpdesk@harbour.example")
    assert not OURS.is_ours("help@harbour.example.evil.example")


@pytest.mark.parametrize("tag", ["", "+", "+c-٤٢-x", "+z-1-x", "+c-1", "+c--x", "+c-1-x-y"])
def test_what_is_no_such_address_names_nothing(tag: str) -> None:
    assert named(f"help{tag}@harbour.example") is None


@given(st.text(max_size=80), st.text(max_size=20))
def test_no_text_is_an_address_that_we_gave_away(tag: str, sender: str) -> None:
    assert named(f"help+{tag}@harbour.example", sender) is None


def test_the_longest_fits_a_local_part() -> None:
    mailbox = f"{'a' * 24}@harbour.example"
    assert has_room(mailbox)
    assert not has_room(f"a{mailbox}")
    desk = OwnAddresses(mailbox, "a secret")
    for given_away in (desk.for_bounce("k"), desk.for_reply(10**14 - 1, SAM, LATER)):
        assert len(given_away.rpartition("@")[0]) == 64
        assert desk.named(given_away, SAM, NOW) is not None
