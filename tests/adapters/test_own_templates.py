"""A desk's own words stand in place of ours, and can neither run for ever nor keep anybody from being told."""

from dataclasses import replace

import pytest
from jinja2 import TemplateSyntaxError

from escalator.adapters.customer_rendering import CustomerTemplates
from escalator.adapters.own_templates import LONGEST_MADE, OwnTemplates
from escalator.adapters.rendering import Templates
from escalator.adapters.sandbox import Room
from escalator.adapters.stationery import TEMPLATES, Own
from escalator.core.notify import samples
from escalator.core.notify.customers import CustomerNoticeKind
from escalator.core.notify.notices import NoticeKind

TAKEN = samples.letter(CustomerNoticeKind.TAKEN)
OURS = CustomerTemplates().render(TAKEN, "Harbour")
WORDS = {"name": "Dana", "lines": ["a", "b"], "many": ["x"] * 60}


def taken(own: Own, language: str = "en") -> tuple[str, str]:
    said = CustomerTemplates().render(replace(TAKEN, language=language), "Harbour", own=own)
    return said.subject, said.text


def made(source: str) -> str:
    return OwnTemplates(Room(TEMPLATES)).fill(source, WORDS)


def test_the_desks_own_words_stand_in_place_of_ours() -> None:
    own = {"en": {"customer_taken": "On it\nDear {{ name }},\n\n{{ person }} is on it.\n{{ small(ticket) }}"}}
    assert taken(own) == ("On it [T-1042]", "Dear Dana Fox,\n\nSam Seidel is on it.\nT-1042\n")


def test_the_reader_s_language_comes_before_the_desks_own_words_in_another() -> None:
    own = {"en": {"customer_taken": "On it\nHello"}, "de-at": {"customer_taken": "Servus\nGriaß di"}}
    assert taken(own, "de-AT")[1] == "Griaß di\n"
    assert taken(own, "de")[1].startswith("Guten Tag")
    assert taken(own, "fr")[1] == "Hello\n"


def test_a_template_may_use_our_words_for_days_and_our_greeting() -> None:
    source = (
        'On it\n{% from "de/_words.txt" import instant %}\n{% include "de/_greeting.txt" %}\nbis {{ instant(by) }}'
    )
    assert taken({"de": {"customer_taken": source}}, "de")[1] == (
        "Guten Tag Dana Fox,\nbis Montag, 1. März, 18:35 Uhr (Europe/Berlin)\n"
    )


@pytest.mark.parametrize(
    "broken",
    [
        "{% if %}",
        "{{ nobody }}",
        "only a subject",
        "",
        "\n\n",
        "x\n{{ name.upper() }}",
        "x\n{{ 1/0 }}",
        "(" * 5000,
        "{{" + "(" * 5000,
    ],
)
def test_one_that_fails_gives_way_to_ours(broken: str, caplog: pytest.LogCaptureFixture) -> None:
    assert CustomerTemplates().render(TAKEN, "Harbour", own={"en": {"customer_taken": broken}}) == OURS
    assert "en/customer_taken of the desk failed" in caplog.text


def test_one_that_offers_a_case_without_its_link_gives_way_to_ours() -> None:
    notice, url = samples.notice(NoticeKind.ESCALATION), samples.TAKE_URL
    own = {"en": {"escalation": "Take it\nsomehow"}}
    assert Templates().render(notice, url, own) == Templates().render(notice, url)


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(9999999) %}x{% endfor %}",
        "{% for a in many %}{% for b in many %}{% for c in many %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in [[1, 2], [3]] recursive %}{{ loop(a) }}{% endfor %}",
        "{% for a in many|first %}x{% endfor %}",
        "{% set x = 'xx' %}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{% call lead('x') %}{% endcall %}",
        "{% with x = 1 %}{% endwith %}",
        "{{ 'x' * 999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x'.center(999999999) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ 'x'|center(999999999) }}",
        "{{ 'ab'|replace('a', 'aaaaaaaa')|replace('a', 'aaaaaaaa') }}",
        "{{ name|map('upper')|list }}",
        "{{ name.__class__.__mro__ }}",
        "{{ lead.__globals__ }}",
        "{{ lead(text='x') }}",
        "{{ lead(*many) }}",
        "{{ cycler(1, 2) }}",
        "{% include name %}",
        "{% include '/etc/passwd' %}",
        "{% include '../rendering.py' %}",
        "{% import 'en/_words.txt' as words %}",
        "{% extends 'escalation.txt' %}",
        "{% block x %}{% endblock %}",
        "{{ name is sameas(name) }}",
        "{{ 1 + 1 }}",
    ],
)
def test_what_could_grow_or_reach_out_cannot_be_written(source: str) -> None:
    with pytest.raises((TemplateSyntaxError, Exception)) as raised:
        made(source)
    assert type(raised.value).__name__ in ("TemplateSyntaxError", "SecurityError", "UndefinedError")


@pytest.mark.parametrize("source", ["{{ 9**99999999 }}", '{{ "a" * 4000000000 }}', "{{ [name] * 999999999 }}"])
def test_a_template_is_judged_before_anything_in_it_is_worked_out(source: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="has no"):
        OwnTemplates(Room(TEMPLATES)).unknown_words(source, WORDS)


def test_marks_in_marks_do_not_double() -> None:
    assert len(made("{{ " + "quote(" * 40 + "name" + ")" * 40 + " }}")) < 1000


def test_what_makes_too_much_is_stopped() -> None:
    loops = "{% for a in many %}{% for b in many %}" + "x" * 1000 + "{% endfor %}{% endfor %}"
    with pytest.raises(ValueError, match=str(LONGEST_MADE)):
        made(loops)


def test_what_a_letter_needs_can_be_written() -> None:
    source = (
        "{% if name and lines %}{% for line in lines %}{{ loop.index }} {{ line|upper }} {% endfor %}{% endif %}"
        "{{ nothing|default('none') }} {{ lines[0] ~ lines|last }} {{ 'yes' if name == 'Dana' else 'no' }}"
    )
    assert made(source) == "1 A 2 B none ab yes"


def test_a_template_is_read_once() -> None:
    own = OwnTemplates(Room(TEMPLATES))
    assert [own.fill("{{ name }}", {"name": name}) for name in ("Dana", "Kim")] == ["Dana", "Kim"]
    assert len(own._ready) == 1
