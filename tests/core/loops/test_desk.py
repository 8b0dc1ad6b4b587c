"""The desk's own loop rules and topics: what they become, and what is refused or doubted."""

from datetime import timedelta

import pytest

from escalator.core.desk.loops import LoopRules, Topic
from escalator.core.desk.reader import read
from tests.core.desk_texts import EXAMPLE, SMALL, only_problem, problems


def desk(part: str) -> str:
    return f"{SMALL}{part}\n"


def test_a_desk_that_says_nothing_has_the_shipped_rules_and_guards_nothing() -> None:
    small = read(SMALL)
    assert (small.loops, small.topics) == (LoopRules(), ())


def test_what_the_desk_says_holds() -> None:
    rules = read(
        desk("loops: {silence: 6h, weights: {no_help: 2, ping_pong: 0}, phrases: {no_help: still stuck}}")
    ).loops
    assert (rules.silence, rules.weight("no_help"), rules.weight("ping_pong"), rules.weight("silence")) == (
        timedelta(hours=6),
        2,
        0,
        4,
    )
    assert rules.phrases == {"no_help": ("still stuck",)}


def test_topics_keep_their_order_and_their_words() -> None:
    part = "topics: {legal: {ladder: climb}, berths: {words: [no berth], team: first-line, shipped_words: false}}"
    assert read(desk(part)).topics == (
        Topic("legal", ladder="climb"),
        Topic("berths", words=("no berth",), team="first-line", shipped_words=False),
    )


def test_the_example_desk_guards_what_is_nobodys_to_sit_on() -> None:
    assert [topic.name for topic in read(EXAMPLE).topics] == ["privacy", "security", "safety", "legal"]


@pytest.mark.parametrize(
    ("part", "path", "says"),
    [
        ("loops: {calendar: offce}", "loops.calendar", 'there is no calendar "offce"'),
        ("loops: {silence: 3000d}", "loops.silence", "take more than ten years"),
        ("loops: {weights: {silense: 2}}", "loops.weights.silense", 'there is no signal "silense"'),
        ("loops: {phrases: {angry: [grr]}}", "loops.phrases.angry", "there is no such meaning of words"),
        ("loops: {phrases: {leaving: ['!!']}}", "loops.phrases.leaving[0]", '"!!" has no word in it'),
        ("topics: {legal: {ladder: clim}}", "topics.legal.ladder", 'there is no ladder "clim"'),
        ("topics: {legal: {team: lawyers}}", "topics.legal.team", 'there is no team "lawyers"'),
        ("topics: {berths: {ladder: climb}}", "topics.berths", "so no ticket is ever about it"),
        ("topics: {legal: {shipped_words: false}}", "topics.legal", "so no ticket is ever about it"),
    ],
)
def test_what_cannot_hold_is_refused(part: str, path: str, says: str) -> None:
    [problem] = [problem for problem in problems(desk(part)) if problem.severity == "error"]
    assert problem.path == path
    assert says in problem.message


@pytest.mark.parametrize(
    ("part", "path", "says"),
    [
        ("loops: {watch: 4}", "loops.escalate", "so none is watched"),
        ("loops: {silence: 17h}", "loops.silence", "longer than those for whom we wait"),
        ("loops: {escalate: 100}", "loops.weights", "no case is ever escalated as a loop"),
    ],
)
def test_what_is_odd_is_doubted(part: str, path: str, says: str) -> None:
    problem = only_problem(desk(part))
    assert (problem.severity, problem.path) == ("warning", path)
    assert says in problem.message


def test_a_ladder_that_only_a_topic_starts_is_used() -> None:
    lawyers = "  lawyers:\n    steps: [{action: notify, whom: {agent: mia@harbour.example}}]\nescalation:"
    text = desk("topics: {legal: {ladder: lawyers}}").replace("escalation:", lawyers, 1)
    assert read(text).topics[0].ladder == "lawyers"
    assert "lawyers" not in str(problems(text))
