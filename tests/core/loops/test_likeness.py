"""A canned reply is recognized whoever it greets; two tickets of one matter are seen as one case."""

import time
import tracemalloc

import pytest

from escalator.core.desk.loops import LoopRules
from escalator.core.loops import likeness
from escalator.core.loops.likeness import like
from escalator.core.loops.matter import Matter, same_matter

RULES = LoopRules()
BODY = "Thank you for reaching out. We have reviewed your report and found no violation of our standards."
CANNED = f"Hi Dana,\n\n{BODY}\n\nBest regards,\nSam\n"
SMALL_TALK = "Thank you very much for your patience!"

AGAIN = {
    "another name": f"Dear Ms Dahl,\n\n{BODY}\n\nKind regards\nNoor Haddad\nHarbour Support",
    "no greeting": BODY,
    "a ticket number": f"Hello,\n{BODY} (T-1042)\n-- \nSam",
    "a date": f"Good morning Dana,\n{BODY} 2026-11-23\nCheers, Sam",
    "a word more": f"Hi,\n{BODY} Sorry.\nRegards",
    "upper case and spaces": f"HI DANA,\n\n   {BODY.upper()}  \n",
    "the customer's words below": f"Hi Dana,\n{BODY}\n\n> please help\n> me",
    "an address": f"Hello dana@city.example,\n{BODY}\nBest wishes, support@harbour.example",
    "German letters around it": f"Sehr geehrte Frau Dahl,\n{BODY}\nMit freundlichen Grüßen\nSam",
    "French letters around it": f"Bonjour Madame,\n{BODY}\nCordialement, Sam",
    "Spanish letters around it": f"Estimada Dana:\n{BODY}\nUn saludo, Sam",
    "Portuguese letters around it": f"Olá Dana,\n{BODY}\nAtenciosamente, Sam",
}


@pytest.mark.parametrize("how", AGAIN)
def test_a_canned_reply_is_the_same_with(how: str) -> None:
    assert like(AGAIN[how], [(7, CANNED)], RULES) == (7,)


def test_another_answer_is_not_the_same() -> None:
    other = "Hi Dana,\n\nThe page is gone since this morning; its new owner is the city. Best regards,\nSam"
    assert like(other, [(7, CANNED)], RULES) == ()


def test_polite_words_are_no_text_of_their_own() -> None:
    assert like(SMALL_TALK, [(7, SMALL_TALK)], RULES) == ()
    assert like("Thanks!", [(7, "Thanks!")], RULES) == ()
    assert like("", [(7, "")], RULES) == ()


def test_all_that_are_alike_are_named_oldest_first() -> None:
    earlier = [(3, CANNED), (5, "We are looking into the matter and will come back to you by tomorrow."), (8, BODY)]
    assert like(CANNED, earlier, RULES) == (3, 8)


def test_the_desk_says_how_like_is_the_same() -> None:
    half = BODY[: len(BODY) // 2] + " but this time somebody will look at it again, by hand and soon."
    assert like(half, [(7, BODY)], RULES) == ()
    assert like(half, [(7, BODY)], LoopRules(likeness=50)) == (7,)


def test_hostile_texts_are_compared_in_bounded_time() -> None:
    texts = ["a" * 1_000_000, "a " * 500_000, "\n" * 1_000_000, "@1" * 500_000, "hi " * 300_000, "--\n" * 300_000]
    began = time.process_time()
    for text in texts:
        like(text, [(number, text[number:]) for number in range(5)], RULES)
    assert time.process_time() - began < 1


# One matter.

FIRST = Matter("T-1", "dana@city.example", "City", "A page under our name", "Please remove the page we did not open.")


def matter(subject: str = "Hello", text: str = "Something else entirely.", **fields: str) -> Matter:
    known = {"ref": "T-2", "requester": "dana@city.example", "organization": "City"} | fields
    return Matter(subject=subject, text=text, **known)


def test_a_ticket_that_names_another_is_about_the_same() -> None:
    assert (
        same_matter(FIRST, matter(text="Nobody answers in T-1."), RULES) == "the same customer names the other ticket"
    )
    assert same_matter(FIRST, matter(text="Nobody answers in T-12."), RULES) is None


def test_the_same_story_told_again_is_the_same_matter() -> None:
    again = matter("The page under our name", "We did not open the page. Please remove it, please.")
    assert same_matter(FIRST, again, LoopRules(likeness=75)) == "the same customer wrote nearly the same in both"
    assert same_matter(FIRST, matter(FIRST.subject, FIRST.text), RULES)


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        ("Order #4711-22 is late", "Where is order 4711-22?", None),
        ("Order #471122 is late", "Where is 471122?", "471122"),
        ("Invoice INV-20417", "About INV-20417 again", "20417"),
        (
            "See https://pages.example/city-hall?x=1",
            "https://www.pages.example/City-Hall/",
            "pages.example/city-hall",
        ),
        ('The page "City Hall Online"', "It is called “City Hall Online”", "city hall online"),
        ("It is @cityhall", "@CityHall again", "cityhall"),
    ],
)
def test_a_thing_that_both_name_makes_them_one_matter(one: str, other: str, named: str | None) -> None:
    why = same_matter(matter(text=one), matter(text=other, ref="T-3"), RULES)
    assert why == (named and f"the same customer names {named} in both")


@pytest.mark.parametrize(
    "text",
    [
        "Since 2026-11-20 12:30 nothing works.",
        "Call me: +49 171 2345678 or 01712345678.",
        "https://city.example/",
        "12345 Berlin",
    ],
)
def test_dates_phones_homepages_and_towns_name_no_matter(text: str) -> None:
    assert same_matter(matter(text=text), matter(text=text, ref="T-3"), RULES) is None


def test_a_colleague_of_the_same_organization_may_have_told_it() -> None:
    colleague = matter(FIRST.subject, FIRST.text, requester="eve@city.example")
    assert same_matter(FIRST, colleague, RULES) == "the same organization wrote nearly the same in both"


def test_strangers_who_say_the_same_are_not_one_case() -> None:
    stranger = matter(FIRST.subject, FIRST.text, requester="eve@other.example", organization="")
    assert same_matter(FIRST, stranger, RULES) is None
    nobody = matter(FIRST.subject, FIRST.text, requester="", organization="")
    assert same_matter(nobody, nobody, RULES) is None


def test_long_texts_are_not_kept_in_memory() -> None:
    likeness._core.cache_clear()
    tracemalloc.start()
    try:
        for number in range(50):
            like(BODY, [(1, f"{CANNED} number {number} " + "x" * 100_000)], RULES)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 1_000_000
