"""Whatever text comes, the check answers with problems, in bounded time, and raises nothing."""

from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escalator.core.desk import Problem, check

from .desk_texts import EXAMPLE, SMALL, only_problem, problems, small_desk

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the desk is empty"),
        ("# nothing but a comment\n", 1, "the desk is empty"),
        (BOMB, 1, "anchors (&) and aliases (*) are not used in a desk"),
        (f"{SMALL}more: *alias\n", 50, "anchors (&) and aliases (*) are not used in a desk"),
        ("name: !!python/object/apply:os.system [ls]\n", 1, "tags (!) are not used in a desk"),
        ("name: x\n---\nname: y\n", 2, "a second document begins here"),
        ("name: x\nsla:\n\t- name: y\n", 3, "this is not YAML: found character that cannot start any token"),
        ("name: x\n[a, b]: c\n", 2, "a name must be text, not a list or a mapping"),
        ("[" * 100_000, 1, "this is nested too deeply"),
        ("- " * 100_000, 1, "this is nested too deeply"),
        ("x" * 1_000_001, 1, "the desk is larger than 1 MB"),
        ("ü" * 600_000, 1, "the desk is larger than 1 MB"),
        (b"\x00" * 10_000_000, 1, "the desk is larger than 1 MB"),
        (b"\xff\xfe\x00binary", 1, "this is not text in UTF-8"),
        ("\ud800", 1, "this is not text in UTF-8"),
    ],
    ids=lambda part: repr(part)[:30],
)
def test_what_is_no_desk_is_refused_in_one_sentence(text: str | bytes, line: int, message: str) -> None:
    problem = only_problem(text)
    assert (problem.path, problem.line, problem.severity) == ("", line, "error")
    assert problem.message == message
    assert problem.remedy.endswith(".")


@pytest.mark.parametrize("text", ["just text", "- a list", "null", "42"])
def test_a_document_of_another_kind_is_refused(text: str) -> None:
    assert only_problem(text).message == "this must be a group of lines, each `name: value`"


def test_a_tab_is_answered_with_spaces() -> None:
    assert "Indent with spaces, not tabs" in only_problem("a:\n\tb: c\n").remedy


def test_a_name_that_is_written_twice_is_refused_with_both_lines() -> None:
    text = small_desk("  lee@harbour.example: {name: Lee", "  sam@harbour.example: {name: Lee")
    problem = only_problem(text)
    assert (problem.path, problem.line) == ("agents.sam@harbour.example", 10)
    assert problem.message == '"sam@harbour.example" is written twice: on line 9 and on line 10'


def test_a_quoted_star_is_only_text() -> None:
    assert problems(small_desk("name: Small desk", 'name: "*** & !Small desk"')) == ()


def _many(line: str, count: int) -> str:
    return "".join(f"  {line.format(number)}\n" for number in range(count))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"agent{number}: x" for number in range(50_000)),
        SMALL.replace("[sam@harbour.example]", f"[{'sam@harbour.example, ' * 40_000}]"),
        SMALL.replace("{Active: open}", "{" + "a" * 900_000 + ": open}"),
        SMALL.replace("tier: 1", f"tier: {'9' * 900_000}"),
        SMALL.replace("{first_reply: 1h}", f"{{first_reply: {'1' * 900_000}h}}"),
        SMALL.replace("Small desk <", "a" * 900_000 + " <"),
        SMALL.replace("tz: Europe/Berlin", f"tz: {'a' * 900_000}"),
        SMALL.replace("80%", "8" + " " * 900_000 + "%"),
        f"{SMALL}policies:\n" + "- {}\n" * 100_000,
        SMALL.replace("sla:\n", "sla:\n" + "  - {name: x}\n" * 40_000),
        SMALL.replace("teams:\n", _many("a{}@x.example: {{name: x}}", 4_900) + "teams:\n"),
        SMALL.replace("teams:\n", _many("a{}@x.example: {{name: x, manager: b@x.example}}", 4_900) + "teams:\n"),
        SMALL.replace("agents:\n", _many("c{}: {{tz: UTC, weekly_hours: {{mon: 00-24}}}}", 15_000) + "agents:\n"),
        SMALL.replace("sla:\n", "sla:\n" + "  - {name: x, calendar: c, targets: {}, when: {tags: v}}\n" * 15_000),
    ],
    ids=range(14),
)
def test_a_megabyte_of_anything_is_answered_within_seconds(text: str) -> None:
    began = process_time()
    found = problems(text)
    assert process_time() - began < 10  # of processor time, whatever else the machine does
    assert len(found) <= 400
    assert all(len(str(problem)) < 2_000 for problem in found)


def _sane(found: tuple[Problem, ...], text: str) -> bool:
    lines = max(1, len(text.splitlines()))
    return all(1 <= problem.line <= lines and problem.message and problem.remedy for problem in found)


def test_the_line_of_an_unfinished_text_is_its_last() -> None:
    problem = only_problem("a: b\nc: [d")
    assert (problem.line, problem.message[:16]) == (2, "this is not YAML")


@given(st.text())
@example("? ")
@example("{a: }")
@example("a: |2")
def test_any_text_is_answered(text: str) -> None:
    desk, found = check(text)
    assert desk is None
    assert found
    assert _sane(found, text)


@given(st.binary())
def test_any_bytes_are_answered(junk: bytes) -> None:
    desk, found = check(junk)
    assert desk is None
    assert found


PIECES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [
            "",
            "\n",
            "  ",
            "- ",
            ": ",
            "{}",
            "[]",
            "null",
            "~",
            "&a ",
            "*a",
            "!!int ",
            "0",
            "-1",
            "1e9",
            "99999w",
            "'",
            '"',
            "#",
            "|",
            ">",
            "? ",
            "<<",
            "---\n",
            "24:00",
            "00:00-00:00",
            "2026-02-30",
            "any",
            "_schema",
            "\x00",
            "\ud800",
        ]
    ),
)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A good desk in which a few stretches are replaced by something else."""
    text = draw(st.sampled_from([SMALL, EXAMPLE]))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(PIECES) + text[start + draw(st.integers(0, 40)) :]
    return text


@given(spoiled())
def test_a_spoiled_desk_is_answered(text: str) -> None:
    desk, found = check(text)
    assert (desk is None) == any(problem.severity == "error" for problem in found)
    assert _sane(found, text)


@st.composite
def spoiled_by_word(draw: st.DrawFn) -> str:
    """A good desk in which one word is replaced by another of the same desk: well formed and wrong."""
    lines = SMALL.split("\n")
    words = SMALL.replace("{", " ").replace("}", " ").replace(",", " ").replace("[", " ").replace("]", " ").split()
    number = draw(st.integers(0, len(lines) - 1))
    old, new = draw(st.sampled_from(words)), draw(st.sampled_from(words))
    lines[number] = lines[number].replace(old.strip(":"), new.strip(":"))
    return "\n".join(lines)


@given(spoiled_by_word())
def test_a_desk_with_words_in_the_wrong_place_is_answered(text: str) -> None:
    desk, found = check(text)
    assert (desk is None) == any(problem.severity == "error" for problem in found)
    assert _sane(found, text)
