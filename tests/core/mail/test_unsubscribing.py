"""The token in the link that ends what nobody needs: it names one address, and only we can make it."""

from hypothesis import given
from hypothesis import strategies as st

from escalator.core.mail.unsubscribing import address_in, token_for

SECRET = "not a secret in a test"
ADDRESSES = st.text(min_size=1, max_size=60)


@given(ADDRESSES)
def test_a_token_names_its_address_and_can_stand_in_a_link(address: str) -> None:
    token = token_for(address, SECRET)
    assert address_in(token, SECRET) == address.casefold()
    assert token.replace("-", "").replace("_", "").isalnum()
    assert token.isascii()


@given(ADDRESSES, st.integers(0, 200), st.sampled_from("abcXYZ019-_"))
def test_a_token_that_was_changed_names_nobody(address: str, place: int, other: str) -> None:
    token = token_for(address, SECRET)
    place %= len(token)
    forged = token[:place] + other + token[place + 1 :]
    assert forged == token or address_in(forged, SECRET) is None


@given(st.text(max_size=700))
def test_no_text_makes_it_fail(token: str) -> None:
    assert address_in(token, SECRET) is None


def test_another_secret_makes_another_token() -> None:
    token = token_for("dana@city.example", "another")
    assert address_in(token, SECRET) is None
    assert address_in(token_for("dana@city.example", ""), "") is None
