"""A notice says who waits, why this person is asked and what happens next, and always gets out."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from escalator.adapters.rendering import Rendered, Templates
from escalator.core.notify import samples
from escalator.core.notify.notices import Notice, NoticeKind

AT = datetime(2025, 11, 20, 12, 35, tzinfo=UTC)
URL = "https://desk.example/take/abc"
OFFERS = [kind for kind in NoticeKind if kind.offers_case]
NOTICE = Notice(
    key="T-1042:1:0",
    kind=NoticeKind.ESCALATION,
    to="sam@desk.example",
    to_name="Sam Agent",
    at=AT,
    tz="Europe/Berlin",
    ticket="T-1042",
    subject="A page under our name",
    requester="Dana Fox",
    organization="City of Fairview",
    priority="high",
    team="First line",
    created_at=AT - timedelta(days=2),
    waiting_since=AT - timedelta(hours=5, minutes=12),
    reason="breach",
    detail="first_reply",
    due_at=AT - timedelta(hours=1),
    action="notify",
    why_you="you lead First line",
    answer_by=AT + timedelta(minutes=30),
    then="Lee Lead",
    asked_before=("Kim Field", "Jo Park"),
    also=("loop", "person_requested"),
)


def rendered(notice: Notice = NOTICE) -> Rendered:
    return Templates().render(notice, URL)


def test_an_escalation_says_what_matters_in_its_subject_and_its_first_two_lines() -> None:
    mail = rendered()
    assert mail.subject == "[T-1042] Dana Fox has waited 5 h 12 min: please take it by 14:05"
    assert mail.text.splitlines()[:5] == [
        "Sam Agent, Dana Fox (City of Fairview) has waited 5 h 12 min for an answer.",
        "We ask you because you lead First line; "
        "if nobody takes it by today 14:05 (Europe/Berlin), it goes to Lee Lead.",
        "",
        "Take it:",
        URL,
    ]


def test_the_context_follows_the_link() -> None:
    context = rendered().text.partition(URL)[2]
    for line in (
        'They write about: "A page under our name"',
        "Why it came up: the time for the first reply has passed; due today 12:35 (Europe/Berlin)",
        "Also: the conversation goes in circles; the customer asked to talk to a person",
        "Waiting since: today 08:23 (Europe/Berlin)",
        "Open since: Tue 18 Nov 13:35 (Europe/Berlin)",
        "Priority: high",
        "Team: First line",
        "Asked before you: Kim Field, Jo Park",
    ):
        assert f"\n{line}\n" in context


def test_a_reason_that_is_no_promise_says_when_it_came_up() -> None:
    asked = rendered(replace(NOTICE, reason="person_requested", detail=""))
    assert "Why it came up: the customer asked to talk to a person, today 12:35 (Europe/Berlin)\n" in asked.text


def test_the_last_resort_is_told_what_comes_next() -> None:
    held = replace(NOTICE, kind=NoticeKind.LAST_RESORT, then="this notice comes again until somebody takes it")
    second = rendered(held).text.splitlines()[1]
    assert second.endswith("by today 14:05 (Europe/Berlin), this notice comes again until somebody takes it.")


@pytest.mark.parametrize("kind", OFFERS)
def test_every_kind_of_notice_tells_who_waits_why_you_and_what_follows(kind: NoticeKind, caplog) -> None:
    mail = rendered(replace(NOTICE, kind=kind))
    first, second = mail.text.splitlines()[:2]
    assert mail.subject.startswith("[T-1042] Dana Fox has waited 5 h 12 min")
    assert "Dana Fox (City of Fairview) has waited 5 h 12 min" in first
    assert "you lead First line" in second
    assert second.endswith("Lee Lead.")
    assert mail.text.count("https://") == 1
    assert caplog.messages == []


@pytest.mark.parametrize("kind", OFFERS)
def test_what_is_not_known_leaves_no_hole(kind: NoticeKind, caplog) -> None:
    bare = replace(NOTICE, kind=kind, to_name="", organization="", team="", subject="", why_you="", then="", also=())
    mail = rendered(replace(bare, waiting_since=None, due_at=None, answer_by=None, asked_before=(), detail=""))
    assert caplog.messages == []
    assert mail.text.startswith("Dana Fox has waited 2 days for a solution")
    assert not any(hole in mail.text for hole in ("None", "  ", "()", " ,", " .", ": \n", "\n\n\n"))


def test_a_case_that_was_handed_over_says_so() -> None:
    assert "It was handed to you because you lead First line" in rendered(replace(NOTICE, action="hand_off")).text


@pytest.mark.parametrize("hostile", ["{{ 7*7 }}", "{% for x in range(9**9) %}", "{{ ''.__class__ }}", "{% raw %}"])
def test_what_a_customer_writes_is_never_a_template(hostile: str) -> None:
    mail = rendered(replace(NOTICE, subject=hostile, requester=hostile))
    assert f'They write about: "{hostile}"\n' in mail.text
    assert f"{hostile} has waited" in mail.subject


def test_a_customer_cannot_write_lines_of_ours() -> None:
    forged = "Dana\nTake it: https://evil.example\r\n\u2028x" + "y" * 10_000
    mail = rendered(replace(NOTICE, subject=forged, requester=forged, organization=forged))
    assert [line for line in mail.text.splitlines() if line.startswith(("Take it", "http"))] == ["Take it:", URL]
    assert len(mail.text) < 1500
    assert "\n" not in mail.subject


@pytest.mark.parametrize(
    "broken",
    [
        "x\n{{ take_url }} {{ unknown }}",
        "{% if %}",
        "x\n{{ take_url }} {{ 1/0 }}",
        "x\n{{ take_url }} {{ subject.__class__.__mro__ }}",
        "",
        "a subject without a link\ntext",
        "{% include 'escalation.txt' %}",
    ],
)
def test_a_template_that_fails_still_tells_the_person(broken: str, tmp_path: Path, caplog) -> None:
    (tmp_path / "escalation.txt").write_text(broken)
    mail = Templates(tmp_path).render(replace(NOTICE, subject="private words"), URL)
    assert mail.subject == "[T-1042] Dana Fox is waiting: please take it by 2025-11-20 13:05 UTC"
    assert mail.text.splitlines()[:5] == [
        "Dana Fox has waited 5 h 12 min for us.",
        "We ask you because you lead First line; if nobody takes it by 2025-11-20 13:05 UTC, it goes to Lee Lead.",
        "",
        "Take it:",
        URL,
    ]
    assert "The template escalation.txt failed" in caplog.text
    assert "private words" not in caplog.text


def test_a_person_in_an_unknown_zone_is_told_in_utc(caplog) -> None:
    assert "13:05 UTC" in rendered(replace(NOTICE, tz="Mars/Olympus")).text
    assert "failed" in caplog.text


def test_the_page_of_an_escalation_says_the_same_as_its_text() -> None:
    mail = rendered(replace(NOTICE, said=("09:12: It <b>still</b> fails",), tried=("Kim: 2 replies",)))
    body = mail.html.partition("<h1")[2]
    assert body.index("5 h 12 min for an answer") < body.index("We ask you because") < body.index(URL)
    for words in ("A page under our name", "Kim: 2 replies", "It &lt;b&gt;still&lt;/b&gt; fails", "T-1042"):
        assert words in mail.html
    assert mail.html.count("<a ") == 1


def test_who_may_answer_by_mail_reads_to_which_address() -> None:
    both = rendered(replace(NOTICE, note_to="help+n@desk.example", answer_to="help+a@desk.example")).text
    assert "leave a note for your colleagues; to answer the customer, write to help+a@desk.example." in both
    assert "leave it out of what you forward" in both
    assert "the customer does not see it" in rendered(replace(NOTICE, note_to="help+n@desk.example")).text
    assert "Reply to this mail" not in rendered().text


TEMPLATES = Templates()
HOSTILE = st.text(st.characters(codec=None), max_size=60)
FORGED = "x\x02button\x1fTake it\x1fhttps://evil.example\n\x02lead\x1f<h1>Forged</h1>"
_WORDS = ("subject", "requester", "organization", "why_you", "then", "author", "quote", "detail", "phone", "call")
_LISTS = ("said", "tried", "shown", "asked_before", "linked")


def _tags(html: str) -> list[str]:
    return re.findall(r"</?[a-z!][^>]*>", html)


@settings(max_examples=40, deadline=None)
@given(HOSTILE)
@example("<script>alert(1)</script>")
@example('"><a href="https://evil.example">Take it</a>')
@example(FORGED)
@example("{{ 7*7 }}{% raw %}")
def test_no_word_of_a_stranger_becomes_a_tag_a_link_or_a_mark_of_ours(words: str) -> None:
    for kind in NoticeKind:
        url = URL if kind.offers_case else ""
        full = samples.notice(kind)
        hostile = replace(full, **dict.fromkeys(_WORDS, f"x{words}x"), **dict.fromkeys(_LISTS, (f"x{words}x",)))
        harmless = replace(full, **dict.fromkeys(_WORDS, "x"), **dict.fromkeys(_LISTS, ("x",)))
        mail, expected = TEMPLATES.render(hostile, url), TEMPLATES.render(harmless, url)
        quoted = _without_breaks(mail.html), _without_breaks(expected.html)
        assert _tags(quoted[0]) == _tags(quoted[1])
        assert mail.html.count("<a ") == (1 if url else 0)
        assert "\n" not in mail.subject
        assert not any(mark in mail.text + mail.html for mark in "\x02\x1f")


def _without_breaks(html: str) -> str:
    """A quotation may have more lines than another one."""
    return html.replace("<br>", "")
