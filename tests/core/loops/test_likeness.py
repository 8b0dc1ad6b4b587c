"""A canned reply is recognized whoever it greets; two tickets of one matter are seen as one case."""

import time
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalator.core.desk.loops import LoopRules
from escalator.core.loops import likeness
from escalator.core.loops.likeness import like
from escalator.core.loops.matter import Matter, same_matter, same_matters
from escalator.core.ticket.ticket import Requester

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

DANA = Requester("dana@city.example", "Dana Fox", "030 5551234", "City")
FIRST = Matter("T-1", DANA, "City", "A page under our name", "Please remove the page we did not open.")


def matter(
    subject: str = "Hello",
    text: str = "Something else entirely.",
    ref: str = "T-2",
    requester: str = DANA.email,
    organization: str = "City",
    case: int | None = None,
) -> Matter:
    return Matter(ref, replace(DANA, email=requester), organization, subject, text, case)


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
        ("Where is order 4711-2298?", "Order 4711/2298 is late", "4711-2298"),
        ("See facebook.com/john.foxman", "it is www.Facebook.com/John.Foxman/.", "facebook.com/john.foxman"),
        ("It says 'Connection refused'.", "Again: 'connection refused'", "connection refused"),
        ("It says 'Can't connect now'", "Still ‘Can't connect now’!", "can't connect now"),
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
        "D-10115 Berlin",
        "Since 20-Nov-2026, or 20261120, and in 2025/2026 too.",
        "We are open 1000-1800 or 10:00-18:00.",
        "It cost 1500-2000 or EUR1500, 250000 € in all, for 100000 users.",
        "Version 22631 or v20240101, build 119000.",
        "and/or St.Pauli/Altona, e.g./i.e.",
        "The users' page, the dogs' food.",
        "Kundennummer: 4482199, Kd.-Nr. 4482199, Vertrag 4482199",
        "Customer no. 4482199 / Account number 5512345 / VAT ID DE123456789",
        "N° de client : 4482199, n° TVA FR12345678901, tél. 01 23 45 67 89",
        "Número de cliente: 4482199, CIF B1234567, móvil 600123456",
        "Número de cliente 4482199, NIF 501234567, telemóvel 912345678",
        "Ring me on 600123456, or (11) 3333-4444.",
        "My phone is 030/5551234, or 305551234.",
        'I write for "City".',
        "dana4711@city.example",
        "One thing.\nBest regards\nDana\nhttps://city.example/contact 4482199",
        "One thing.\n-- \nfacebook.com/city.example",
        "One thing.\nThanks!\nDana Fox\n4482199",
        "One thing.\nDana Fox\nRef. 4482199",
    ],
)
def test_what_is_said_of_oneself_or_of_a_time_and_a_sum_names_no_matter(text: str) -> None:
    assert same_matter(matter(text=text), matter(text=text, ref="T-3"), RULES) is None


@pytest.mark.parametrize(
    "text",
    [
        "Call me about order 4471123.",
        "The phone is broken since order 4471123 came.",
        "Thanks!\nThe order is 4471123, which you know.",
        "Our customer paid invoice INV-4471123.",
    ],
)
def test_a_number_of_a_matter_beside_words_for_people_names_it(text: str) -> None:
    assert same_matter(matter(text=text), matter(text="About 4471123.", ref="T-3"), RULES)


def test_what_hostile_texts_name_is_found_in_bounded_time() -> None:
    bits = ("a.", "1 ", "tel ", "tel n ", "'a", "thanks\n1\n", "a@", "1-", "call me ", "-\n", "a.bc/", "(1", "1,")
    began = time.process_time()
    for bit in bits:
        same_matter(matter(text=bit * 100_000), matter(text=bit * 99_999, ref="T-3"), RULES)
    assert time.process_time() - began < 3


def test_what_a_customer_names_in_every_matter_is_theirs() -> None:
    earlier = [matter(text=f"Thing {word}, 4482199.", ref=f"T-{n}") for n, word in enumerate(("one", "two", "six"))]
    new = matter(text="Another thing, 4482199.", ref="T-9")
    assert same_matters(new, earlier[:2], RULES)
    assert same_matters(new, earlier, RULES) == []
    of_one_case = [replace(other, case=0) for other in earlier]
    assert [other.ref for other, _ in same_matters(new, of_one_case, RULES)] == ["T-0", "T-1", "T-2"]


_POLITE = (
    "how do I change the colour of our letterhead, which was blue since {day}",
    "is the harbour open at Christmas, say from {time} on",
    "our new colleague {name} starts on {day} and needs a badge",
    "the parking place costs {price} now; is that right",
    "may we bring a dog along when we come at {time}",
    "since version {version} the letters on the map are small",
    "could you send the printed programme to {town}, please",
    "it was wonderful on {day}, and we told {name}",
    "we would like to rent the hall for {price}, from {time} to {time}",
    "which trains go to {town} after {time}",
)
_CHANCE = {
    "day": (
        "2026-11-20",
        "20.11.2026",
        "20 Nov 2026",
        "11/20/2026",
        "20-Nov-2026",
        "20261120",
        "the season 2026/2027",
    ),
    "time": ("10:30", "10.30 h", "9am", "1030", "2026-11-20T10:30", "1000-1800"),
    "price": ("1.500,00 €", "EUR 1500", "$1,500.00", "150000 euros", "1500-2000 €", "£99"),
    "version": ("2026.11.4", "v20261120", "10.0.22631", "119"),
    "town": (
        "10115 Berlin",
        "D-10115 Berlin",
        "75001 Paris",
        "1250-096 Lisboa",
        "NY 10001-1234",
        "13010-100 Campinas",
    ),
    "name": ("Eve", "Mr. Smith", "Dr. O'Hara"),
}
_SIGNED = st.sampled_from(
    (
        "Best regards\nDana Fox",
        "Mit freundlichen Grüßen\nDana Fox",
        "Cordialement\nDana",
        "Un saludo,\nDana",
        "Atenciosamente,\nDana Fox",
        "Thanks\nDana",
        "-- \nDana Fox",
        "Dana Fox",
        "",
    )
)
_CARD = st.sampled_from(
    (
        "Tel. +49 30 5551234 / Customer no. 4482199",
        "Tel.: 030/5551234, Fax: 030/5551235, Kundennr. 4482199",
        "Phone (212) 555-0100, mobile 555-0199",
        "N° client 4482199 - Tél. : 01 23 45 67 89",
        "Móvil: 600 123 456 / Cliente nº 4482199 / CIF B12345678",
        "Tel. (11) 3333-4444 / CNPJ 12.345.678/0001-95",
        "www.city.example | dana.fox@city.example | https://city.example/",
        "VAT DE123456789 | IBAN DE89 3704 0044 0532 0130 00",
        "dana@city.example\nAccount: 5512345\n10115 Berlin",
    )
)


@given(st.permutations(_POLITE), _SIGNED, st.lists(_CARD, max_size=3), st.data())
@settings(max_examples=300)
def test_two_polite_letters_of_one_customer_about_nothing_in_common_are_never_one_matter(
    sentences: list[str], closing: str, card: list[str], data: st.DataObject
) -> None:
    chance = {what: data.draw(st.sampled_from(values)) for what, values in _CHANCE.items()}
    signature = "\n".join([closing, *card])
    one, other = (
        f"Hello,\n{first.format(**chance)}? And {second.format(**chance)}.\n\n{signature}"
        for first, second in (sentences[:2], sentences[2:4])
    )
    assert same_matter(matter("A question", one), matter("A question", other, ref="T-3"), RULES) is None


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
