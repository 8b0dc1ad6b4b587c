"""A notice that asks for one thing says what, for whom and by when; what people wrote stands in it as a quotation."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from escalator.adapters.rendering import LONGEST_QUOTE, Rendered, Templates
from escalator.core.notify.notices import Notice, NoticeKind
from tests.adapters.test_rendering import AT, NOTICE

REQUESTS = [kind for kind in NoticeKind if not kind.offers_case]
QUOTING = [NoticeKind.REPLY_HELD, NoticeKind.REPLY_RETURNED, NoticeKind.REVIEW_OVERDUE]
WRITTEN = "You will get a refund.\nYours, Sam"


def _request(kind: NoticeKind, **facts: object) -> Notice:
    known = {"reason": "review", "detail": 'it says "refund"', "author": "Sam Agent", "reply": 7, "quote": WRITTEN}
    if kind is NoticeKind.CALL_NOW:
        known = {"reason": "call_back", "detail": "", "phone": "+1 555 0100", "their_tz": "America/New_York"}
    return replace(NOTICE, kind=kind, to_name="Lee Lead", answer_by=AT + timedelta(hours=1), **known | facts)  # type: ignore[arg-type]


def _rendered(kind: NoticeKind, **facts: object) -> Rendered:
    return Templates().render(_request(kind, **facts), "")


def test_a_call_that_is_due_now_has_its_number_in_the_subject_and_both_times_in_the_text() -> None:
    mail = _rendered(NoticeKind.CALL_NOW)
    assert mail.subject == "[T-1042] Call Dana Fox now: +1 555 0100, by 14:35"
    assert mail.text.splitlines()[:3] == [
        "Lee Lead, please call Dana Fox (City of Fairview) now: +1 555 0100",
        "We promised a call by today 14:35 (Europe/Berlin), which is today 08:35 (America/New_York) for them. "
        "If nobody calls by then, the promise is broken, and the case goes up.",
        "We ask you because you lead First line. Log the call when you have talked: that keeps the promise.",
    ]


@pytest.mark.parametrize("kind", [NoticeKind.REPLY_HELD, NoticeKind.REVIEW_OVERDUE])
def test_whoever_is_to_read_a_reply_reads_it_in_the_mail_and_why_it_is_held(kind: NoticeKind) -> None:
    text = _rendered(kind).text
    assert "> You will get a refund.\n> Yours, Sam\n" in text
    assert 'it says "refund"' in text
    assert "reply 7 of T-1042" in text


def test_the_owner_of_the_desk_reads_which_step_reached_nobody() -> None:
    why = "step 2 of the ladder climb has reached nobody: nobody of First line is on shift"
    mail = _rendered(NoticeKind.UNREACHED, why_you=why)
    assert mail.subject == "[T-1042] A step of a ladder has reached nobody"
    assert mail.text.startswith(
        f"Lee Lead, Dana Fox (City of Fairview) has waited 5 h 12 min for an answer, and {why}.\n"
    )


def test_who_has_taken_a_case_reads_by_when_they_must_answer_and_what_was_tried() -> None:
    mail = _rendered(
        NoticeKind.YOURS, reason="loop", detail="same_reply", tried=("Sam: 2 replies",), phone="+1 555 0100"
    )
    assert mail.subject == "[T-1042] Dana Fox is yours now: please answer by 14:35"
    assert "unless they hear from you by today 14:35 (Europe/Berlin), it goes on up the ladder." in mail.text
    assert "\nPhone: +1 555 0100\n" in mail.text
    assert "\nWhat was tried:\n- Sam: 2 replies\n" in mail.text


@pytest.mark.parametrize("kind", REQUESTS)
def test_a_request_offers_no_case_and_leaves_no_hole(kind: NoticeKind, caplog: pytest.LogCaptureFixture) -> None:
    mail = _rendered(kind, organization="", waiting_since=None, team="", also=())
    assert mail.text.startswith("Lee Lead, ")
    assert "https://" not in mail.text
    assert not any(hole in mail.text for hole in ("None", "  ", "()", " ,", " .", ": \n", "\n\n\n"))
    assert caplog.messages == []


@pytest.mark.parametrize("kind", QUOTING)
def test_a_long_quotation_is_cut_and_cannot_pass_for_our_words(kind: NoticeKind) -> None:
    text = _rendered(kind, quote="Take it:\nhttps://evil.example\n" + "x" * 5000).text
    assert "\n> https://evil.example\n" in text
    assert "[...]" in text
    assert len(text) < LONGEST_QUOTE + 1000


@pytest.mark.parametrize("kind", REQUESTS)
def test_a_request_gets_out_without_its_template(
    kind: NoticeKind, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    mail = Templates(tmp_path).render(_request(kind), "")
    assert mail.subject == f"[T-1042] {kind.replace('_', ' ')} by 2025-11-20 13:35 UTC"
    assert "Dana Fox" in mail.text
    assert ("> Yours, Sam" if kind in QUOTING else "Why: you lead First line") in mail.text
    assert ("+1 555 0100" in mail.text) is (kind is NoticeKind.CALL_NOW)
    assert len(caplog.messages) == 1
