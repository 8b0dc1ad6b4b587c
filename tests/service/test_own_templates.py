"""`desk check` tries a desk's own templates: what is wrong with one is said where it stands."""

from pathlib import Path
from textwrap import dedent, indent

import pytest

from escalator.adapters.template_trial import sample_orders
from escalator.core.desk.problems import DeskProblems, Problem
from escalator.core.desk.reader import read
from escalator.service.own_templates import examine, read_new
from escalator.service.previewing import KINDS, preview
from tests.core.desk_texts import SMALL, line_of


def desk(language: str, kind: str, *lines: str) -> str:
    templates = f"  templates:\n    {language}:\n      {kind}: |\n" + "".join(f"        {line}\n" for line in lines)
    return SMALL.replace("import:\n", f"{templates}import:\n")


def only_problem(text: str) -> Problem:
    (problem,) = examine(text).problems
    return problem


def test_a_desk_with_templates_that_work_is_sound_and_keeps_them() -> None:
    text = desk("de", "customer_taken", "Betreff", "Hallo {{ name }}")
    assert examine(text).problems == ()
    assert read(text).own_templates == {"de": {"customer_taken": "Betreff\nHallo {{ name }}\n"}}


def test_whoever_reads_the_previews_words_reads_the_desks() -> None:
    text = desk("de", "customer_taken", "Betreff", "Hallo {{ name }}")
    assert preview("customer_taken", "de-AT", read(text)).text == "Hallo Dana Fox\n"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_preview(kind: str) -> None:
    assert preview(kind).text


@pytest.mark.parametrize(
    ("language", "kind", "lines", "said"),
    [
        ("en", "customer_takn", ("a", "b"), 'there is no letter "customer_takn". Did you mean "customer_taken"?'),
        ("de", "escalation", ("a", "b"), 'are in English, so "escalation" is never used here. Move it under `en`.'),
        ("en", "customer_taken", ("a", "{{ nmae }}"), 'this letter knows no "nmae". Did you mean "name"?'),
        ("en", "customer_taken", ("a", "b", "{% if by %}"), "line 3 of this template: Unexpected end of template"),
        ("en", "customer_taken", ("a", "{{ by.date }}"), "this template fails: 'None' has no attribute 'date'"),
        ("en", "customer_taken", ("only a subject",), "a template needs a subject in its first line, a text"),
        ("en", "escalation", ("a", "b"), "and the link where there is one"),
        (
            "en",
            "customer_taken",
            ("a", "{% set a = 1 %}"),
            "line 2 of this template: a template of a desk has",
        ),
        ("en", "customer_acknowledgement", ("a", "{{ name }}"), 'this letter knows no "name"'),
    ],
)
def test_what_is_wrong_with_a_template_is_said_where_it_stands(
    language: str, kind: str, lines: tuple[str, ...], said: str
) -> None:
    text = desk(language, kind, *lines)
    problem = only_problem(text)
    assert said in str(problem)
    assert problem.path == f"mail.templates.{language}.{kind}"
    assert problem.line == line_of(text, f"      {kind}: |")
    assert examine(text).desk is None


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("Deutsch", "x", '"Deutsch" is not a language'),
        ("en", "x" * 10_001, "10001 characters is too long"),
        ("en", '"a\\u0002lead"', "control characters"),
    ],
)
def test_what_is_no_template_at_all_is_refused_by_the_core(language: str, text: str, said: str) -> None:
    templates = f"  templates: {{{language}: {{customer_taken: {text}}}}}\n"
    assert said in str(only_problem(SMALL.replace("import:\n", f"{templates}import:\n")))


def test_a_desk_whose_template_fails_is_not_taken_into_use_but_an_old_one_is_still_read() -> None:
    text = desk("en", "customer_taken", "a", "{{ nmae }}")
    with pytest.raises(DeskProblems):
        read_new(text)
    assert read(text, version=3).version == 3


REFERENCE = (Path(__file__).parents[2] / "docs" / "desk.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_the_reference_names_all_that_a_letter_knows(kind: str) -> None:
    known = (word for order in sample_orders(kind) for word in order.words)
    assert [word for word in known if f"`{word}`" not in REFERENCE] == []


def test_the_template_in_the_reference_works() -> None:
    start = REFERENCE.index("      templates:\n        de:\n")
    shown = dedent(REFERENCE[start : REFERENCE.index("\nThe language", start)])
    text = SMALL.replace("import:\n", f"{indent(shown, '  ')}import:\n")
    assert examine(text).problems == ()
    assert preview("customer_taken", "de", read(text)).text.startswith(
        "Moin Dana Fox,\n\nSam Seidel hat T-1042 jetzt"
    )
