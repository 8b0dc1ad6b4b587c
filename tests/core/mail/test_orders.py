"""What a colleague orders on the first line of a mail."""

import pytest

from escalator.core.mail.orders import Orders, orders_in


def test_orders_stand_alone_on_the_first_line() -> None:
    assert orders_in("#take\nI call them now.") == Orders(take=True, words="I call them now.")
    done = orders_in(" #NOTE #Resolve \n\nDone by phone.\n")
    assert done == Orders(note=True, resolve=True, words="Done by phone.")
    assert orders_in("#take") == Orders(take=True)


def test_a_note_may_begin_on_the_line_of_its_order() -> None:
    assert orders_in("#note He is a nuisance.\nPay him.") == Orders(note=True, words="He is a nuisance.\nPay him.")
    for line in ("#note: he is", "#Note  he is", "\ufeff#note he is", "\uff03note he is", "#note\u00a0he is"):
        assert orders_in(line) == Orders(note=True, words="he is")


@pytest.mark.parametrize(
    "line",
    [
        "#Notes",
        "# note",
        "#note,he",
        "#tkae",
        "#take this case please",
        "#take #note he is",
        "#reply",
        "#1 is broken",
    ],
)
def test_a_first_line_like_an_order_that_is_none_is_unclear(line: str) -> None:
    assert orders_in(f"{line}\nHello") == Orders(words=f"{line}\nHello", unclear=line)


@pytest.mark.parametrize("text", ["Hello\n#take", "#take\nHello\n # Note: he is a nuisance", "Hi,\n\u200b#note\nno"])
def test_an_order_below_the_first_line_is_unclear(text: str) -> None:
    found = orders_in(text)
    assert found.unclear
    assert found == Orders(words=text, unclear=found.unclear)


def test_what_is_no_order_is_said() -> None:
    for text in ("Hello", "See #12.", "I take note #note of it\n1. #2", ""):
        assert orders_in(text) == Orders(words=text)
