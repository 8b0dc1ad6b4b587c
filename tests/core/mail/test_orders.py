"""What a colleague orders on the first line of a mail."""

from escalator.core.mail.orders import Orders, orders_in


def test_orders_stand_alone_on_the_first_line() -> None:
    assert orders_in("#take\nI call them now.") == Orders(take=True, words="I call them now.")
    done = orders_in(" #NOTE #Resolve \n\nDone by phone.\n")
    assert done == Orders(note=True, resolve=True, words="Done by phone.")
    assert orders_in("#take") == Orders(take=True)


def test_what_is_no_order_is_said() -> None:
    for text in ("#take this case please", "Hello\n#take", "#reply\nHello", "#1 is broken", ""):
        assert orders_in(text) == Orders(words=text)
