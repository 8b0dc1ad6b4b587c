"""What a signed address proves, and what it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalator.core.mail.addresses import Named, OwnAddresses, Way, has_room, mark_of

OURS = OwnAddresses("help@harbour.example", "a secret")
SAM, KIM = "sam@harbour.example", "kim@harbour.example"


def test_a_customer_s_address_names_its_ticket_whoever_writes_to_it() -> None:
    given_away = OURS.for_customer(42)
    assert OURS.named(given_away, "dana@city.example") == Named(Way.CUSTOMER, "42")
    assert OURS.named(given_away.upper(), "") == Named(Way.CUSTOMER, "42")


def test_a_colleague_s_address_holds_for_them_alone() -> None:
    for way, given_away in ((Way.NOTE, OURS.for_note(42, SAM)), (Way.REPLY, OURS.for_reply(42, SAM))):
        assert OURS.named(given_away, "Sam@Harbour.example") == Named(way, "42")
        assert OURS.named(given_away, KIM) is None
        assert OURS.named(given_away, "") is None


def test_a_note_cannot_be_turned_into_a_reply() -> None:
    assert OURS.named(OURS.for_note(42, SAM).replace("+n-", "+r-"), SAM) is None
    assert OURS.named(OURS.for_note(42, SAM).replace("+n-", "+c-"), SAM) is None
    assert OURS.named(OURS.for_customer(42).replace("-42-", "-43-"), SAM) is None


def test_an_envelope_names_its_letter() -> None:
    assert OURS.named(OURS.for_bounce("T-1/key"), "") == Named(Way.BOUNCE, mark_of("T-1/key"))


def test_what_another_desk_signed_proves_nothing() -> None:
    assert OURS.named(OwnAddresses(OURS.mailbox, "another").for_customer(42), "") is None
    assert OURS.named(OwnAddresses("help@other.example", "a secret").for_customer(42), "") is None


def test_mail_to_any_address_under_the_mailbox_is_ours() -> None:
    assert OURS.is_ours("Help@harbour.example")
    assert OURS.is_ours("help+anything@harbour.example")
    assert not OURS.is_ours("helpdesk@harbour.example")
    assert not OURS.is_ours("help@harbour.example.evil.example")


@pytest.mark.parametrize("tag", ["", "+", "+c-٤٢-x", "+z-1-x", "+c-1", "+c--x", "+c-1-x-y"])
def test_what_is_no_such_address_names_nothing(tag: str) -> None:
    assert OURS.named(f"help{tag}@harbour.example", "") is None


@given(st.text(max_size=80), st.text(max_size=20))
def test_no_text_is_an_address_that_we_gave_away(tag: str, sender: str) -> None:
    assert OURS.named(f"help+{tag}@harbour.example", sender) is None


def test_the_longest_fits_a_local_part() -> None:
    assert len(OURS.for_bounce("k").rpartition("@")[0]) <= 64
    assert has_room("a" * 22 + "@harbour.example")
    assert not has_room("a" * 30 + "@harbour.example")
