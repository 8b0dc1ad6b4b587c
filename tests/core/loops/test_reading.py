"""A customer who asks for a person, says that it did not help, or touches what is guarded is understood."""

import re
import time

import pytest

from escalator.core.desk.loops import GUARDED, SAYS, LoopRules, Topic
from escalator.core.loops import languages
from escalator.core.loops.reading import read, topics_of

from .customers import TOUCHED, WANTED
from .harmless import HARMLESS
from .spoken import ABOUT, MEANT, ONLY_LOOKS_LIKE_IT
from .told import TOPICS

RULES = LoopRules()


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in MEANT.items() for text in texts])
def test_what_a_customer_means_is_understood_in_five_languages(code: str, text: str) -> None:
    assert code in read(text, RULES).says


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in ABOUT.items() for text in texts])
def test_a_guarded_topic_is_recognized_in_five_languages(name: str, text: str) -> None:
    assert topics_of(text, TOPICS) == (name,)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in WANTED.items() for text in texts])
def test_customers_are_understood_in_words_of_their_own(code: str, text: str) -> None:
    assert code in read(text, RULES).says


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in TOUCHED.items() for text in texts])
def test_what_is_guarded_is_recognized_in_words_of_their_own(name: str, text: str) -> None:
    assert name in topics_of(text, TOPICS)


def test_at_most_two_in_a_hundred_harmless_mails_mean_anything() -> None:
    wrong = [text for text in HARMLESS if read(text, RULES).says or topics_of(text, TOPICS)]
    assert len(wrong) <= 0.02 * len(HARMLESS), wrong


@pytest.mark.parametrize("text", ONLY_LOOKS_LIKE_IT)
def test_what_only_looks_like_it_means_nothing(text: str) -> None:
    assert (read(text, RULES).says, topics_of(text, TOPICS)) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "CAN I SPEAK TO A REAL PERSON",
        "can i speak\nto a real\r\nperson?",
        "Can I speak -- to a real, person?",
        "can I   speak to a real\tperson",
        "Hello\n> Kind regards\nCan I speak to a real person?",
    ],
)
def test_case_spaces_and_line_breaks_make_no_difference(text: str) -> None:
    assert read(text, RULES).says == ("wants_person",)


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "`", "´", "ʼ"])
def test_every_apostrophe_is_one(apostrophe: str) -> None:
    assert read(f"That didn{apostrophe}t help.", RULES).says == ("no_help",)


def test_accents_may_be_left_out_or_be_characters_of_their_own() -> None:
    for text in ("Le probleme persiste", "Le problème persiste", "Le proble\u0300me persiste"):
        assert read(text, RULES).says == ("no_help",)


def test_what_is_quoted_of_us_is_not_said_by_the_customer() -> None:
    assert read("> Would you like to speak to a real person?\n\nNo, thanks.", RULES).says == ()


def test_a_phrase_does_not_reach_from_one_sentence_into_the_next() -> None:
    assert read("I can hardly speak. To a person like me it matters.", RULES).says == ()


def test_a_no_does_not_deny_what_comes_in_the_next_sentence() -> None:
    assert read("I don't need a mail. Please call me back.", RULES).says == ("wants_call",)


@pytest.mark.parametrize(
    "text",
    [
        "I don't need a mail, please call me back.",
        "I do not want another mail but please call me back.",
        "Ich brauche keine Mail, aber rufen Sie mich bitte zurück.",
        "Pas besoin de mail : merci de me rappeler.",
    ],
)
def test_a_no_does_not_deny_what_comes_after_a_comma_or_a_but(text: str) -> None:
    assert read(text, RULES).says == ("wants_call",)


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to talk to a bot any longer.",
        "Ich möchte nicht mehr mit einem Roboter schreiben.",
        "Je ne veux plus parler à un robot.",
        "No quiero hablar con una máquina.",
        "Não quero falar com um robô.",
    ],
)
def test_who_refuses_a_machine_asks_for_a_person(text: str) -> None:
    assert read(text, RULES).says == ("wants_person",)


def test_words_between_that_say_no_turn_a_sentence_round() -> None:
    assert read("I need a very quick phone call.", RULES).says == ("wants_call",)
    assert read("I need you, not a phone call.", RULES).says == ()


def test_shipped_phrases_are_well_formed() -> None:
    phrases = [phrase for code in SAYS for phrase in languages.says(code)]
    phrases += [phrase for topic in GUARDED for phrase in languages.words_for(topic)]
    beyond_choices = [re.sub(r"\([^()?~]*\)\??|~", "", phrase) for phrase in (*phrases, *languages.NEGATIONS)]
    assert [rest for rest in beyond_choices if re.search(r"[^\w\s.']", rest)] == []


def test_several_things_may_be_said_at_once() -> None:
    text = "This did not help. I want to speak to your manager, or we will cancel our contract."
    assert read(text, RULES).says == ("wants_manager", "leaving", "no_help")


def test_the_desk_adds_its_own_words() -> None:
    rules = LoopRules(phrases={"no_help": ("Still stuck in the harbour!",)})
    assert read("we are STILL stuck in the harbour", rules).says == ("no_help",)
    assert read("we are still stuck in the harbour", RULES).says == ()
    assert read("That did not help", rules).says == ("no_help",)


def test_brackets_in_the_desks_own_words_are_taken_as_they_stand() -> None:
    rules = LoopRules(phrases={"no_help": ("(a|b)" * 40,)})
    assert read("a b " * 40, rules).says == ("no_help",)
    assert read("a " * 40, rules).says == ()


def test_only_topics_of_the_desk_count() -> None:
    text = "You will hear from my lawyer about this data breach."
    assert topics_of(text, ()) == ()
    assert topics_of(text, (Topic("legal"),)) == ("legal",)
    assert topics_of(text, TOPICS) == ("privacy", "legal")


def test_a_topic_may_have_words_of_its_own_beside_those_that_are_shipped_or_instead() -> None:
    more, only = Topic("legal", words=("harbour law",)), Topic("legal", words=("harbour law",), shipped_words=False)
    for text, found_by_more, found_by_only in (("By Harbour Law!", True, True), ("I ask my lawyer.", True, False)):
        assert bool(topics_of(text, (more,))) is found_by_more
        assert bool(topics_of(text, (only,))) is found_by_only


def test_every_meaning_has_words_to_be_found_by() -> None:
    assert set(MEANT) == set(SAYS)


def test_the_end_of_a_long_text_is_read_too() -> None:
    assert read("log line\n" * 100_000 + "Please call me back.", RULES).says == ("wants_call",)


HOSTILE = {
    "one word": "a" * 1_000_000,
    "spaces": " " * 1_000_000,
    "lines": "\n" * 1_000_000,
    "lines and spaces": "\n \t" * 300_000,
    "quotes": "> " * 500_000,
    "the beginning of a phrase": "speak to a real " * 60_000,
    "negations": "no need " * 120_000,
    "commas": "call" + ", " * 500_000,
    "full stops": ". " * 500_000,
    "the word that begins most phrases": "a " * 500_000,
    "ligatures": "ﷺ" * 1_000_000,
    "accents": "e\u0301\u0301\u0301" * 250_000,
    "no letters": "_-" * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_takes_no_longer_than_a_long_one(name: str) -> None:
    read("warm", RULES)
    began = time.process_time()
    read(HOSTILE[name], RULES)
    topics_of(HOSTILE[name], TOPICS)
    assert time.process_time() - began < 0.5
