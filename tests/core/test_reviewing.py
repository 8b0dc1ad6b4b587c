"""Which replies are held: by whole words whatever their case and accents, by topic, and by who wrote them."""

from dataclasses import replace

import pytest

from escalator.core.desk.model import Desk
from escalator.core.desk.problems import DeskProblems
from escalator.core.desk.reader import read
from escalator.core.desk.review import ReviewRule, ReviewRules
from escalator.core.reviewing import why_held
from tests.core.case import DESK, LEE, SAM

PLAIN = read(DESK, 1)


def _desk(*rules: ReviewRule) -> Desk:
    return replace(PLAIN, review=ReviewRules(rules))


def _why(body: str, *rules: ReviewRule, author: str = SAM, topics: tuple[str, ...] = ()) -> str:
    return why_held(body, author, topics, _desk(*rules))


def test_a_desk_without_rules_holds_nothing() -> None:
    assert _why("we refund you, says my lawyer") == ""


@pytest.mark.parametrize("body", ["A Refund!", "no\nREFUND", "(refund)", "réfund", "re-fund is no word, refund is"])
def test_a_word_is_found_whatever_stands_around_it(body: str) -> None:
    assert _why(body, ReviewRule(words=("refund",))) == 'it says "refund"'


@pytest.mark.parametrize("body", ["refunds", "a prerefund", "refund_id", "", "re fund"])
def test_a_part_of_a_word_is_not_the_word(body: str) -> None:
    assert _why(body, ReviewRule(words=("refund",))) == ""


def test_words_in_a_row_are_found_as_such_over_a_line_break() -> None:
    rule = ReviewRule(words=("our Straße is",))
    assert _why("OUR\nSTRASSE   is closed", rule)
    assert _why("is our STRASSE closed", rule) == ""


def test_one_word_of_several_is_enough_and_is_the_one_named() -> None:
    assert _why("see a lawyer", ReviewRule(words=("refund", "lawyer"))) == 'it says "lawyer"'


def test_who_is_in_training_is_read_whatever_they_write() -> None:
    rule = ReviewRule(agents=(SAM,))
    assert _why("good morning", rule) == "a second person reads what Sam writes"
    assert _why("good morning", rule, author=LEE) == ""


def test_a_topic_holds_a_reply() -> None:
    rule = ReviewRule(topics=("legal",))
    assert _why("good morning", rule, topics=("privacy", "legal")) == "it is about legal"
    assert _why("good morning", rule, topics=("privacy",)) == ""


def test_all_that_a_rule_asks_must_hold_and_any_rule_is_enough() -> None:
    both = ReviewRule(words=("refund",), agents=(SAM,))
    assert _why("a refund", both) == 'it says "refund" and a second person reads what Sam writes'
    assert _why("a refund", both, author=LEE) == _why("good morning", both) == ""
    assert _why("a refund", both, ReviewRule(words=("refund",)), author=LEE) == 'it says "refund"'


def test_a_long_reply_and_many_words_cost_little() -> None:
    words = tuple(f"word{number} and more" for number in range(200))
    rules = [ReviewRule(words=words) for _ in range(50)]
    assert _why("word and no more " * 6000, *rules) == ""


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("review: {rules: [{}]}", "does not say which replies"),
        ("review: {rules: [{words: ['...']}]}", "has no word in it"),
        ("review: {rules: [{agents: [kim@desk.example]}]}", "there is no agent"),
        ("review: {rules: [{topics: [legal]}]}", "there is no topic"),
        ("review: {calendar: night}", "there is no calendar"),
        ("call_backs: {calendar: night, ladder: climb}", "there is no calendar"),
        ("call_backs: {calendar: office, ladder: rope}", "there is no ladder"),
        ("call_backs: {calendar: office}", "this is missing"),
        ('call_backs: {calendar: office, ladder: climb, customer_hours: "9-25"}', "not an interval"),
        ('call_backs: {calendar: office, ladder: climb, customer_hours: "09:00-09:00"}', "is empty"),
    ],
)
def test_what_a_desk_cannot_mean_is_said_with_its_place(section: str, said: str) -> None:
    with pytest.raises(DeskProblems, match=said):
        read(DESK + section)
