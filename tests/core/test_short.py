"""The short text of a notice fits a locked screen, says what is needed, and tells nothing that is not its own."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalator.core.desk.channels import MAIL, Channel, ChannelKind
from escalator.core.notify.channels import channels_for
from escalator.core.notify.notices import Notice, NoticeKind
from escalator.core.notify.short import LONGEST, for_pager, for_webhook, short

NOON = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
TAKE = "https://support.harbour.example/take/Zk3TfBbMZc2yQ0m5v7Wf9xJ1kLpR8sNd"
NOTICE = Notice(
    key="T-7/run-1/turn-2/sam@harbour.example",
    kind=NoticeKind.ESCALATION,
    to="sam@harbour.example",
    to_name="Sam Seidel",
    at=NOON,
    tz="Europe/Berlin",
    ticket="T-7",
    subject="A page under our name",
    requester="Dana Fox",
    organization="City of Example",
    priority="urgent",
    team="first-line",
    created_at=NOON - timedelta(hours=2),
    waiting_since=NOON - timedelta(hours=2),
    reason="breach",
    detail="first_reply",
    due_at=NOON,
    answer_by=NOON + timedelta(minutes=30),
)


def test_it_says_which_case_why_by_when_and_where() -> None:
    said = short(NOTICE, TAKE)
    assert said.title == "T-7: A page under our name"
    assert said.text.splitlines() == [
        "Why: the time for the first reply has passed",
        "By: today 12:30 (Europe/Berlin)",
        f"Take it: {TAKE}",
    ]


def test_a_long_subject_is_cut_to_sixty_characters() -> None:
    title = short(replace(NOTICE, subject="x" * 500), TAKE).title
    assert title == f"T-7: {'x' * 59}…"


def test_what_was_said_in_detail_stays_inside() -> None:
    """An agent's reason for asking for help may be a note."""
    said = short(
        replace(NOTICE, reason="requested", detail="he is rude, do not tell him", quote="a held reply"), TAKE
    )
    assert "rude" not in said.title + said.text
    assert "Why: a colleague asked for help with it" in said.text
    assert "reply" not in said.text


@given(
    subject=st.text(max_size=300),
    detail=st.text(max_size=300),
    reason=st.text(max_size=300),
    path=st.integers(0, 190),
)
def test_it_is_never_longer_than_it_may_be_and_its_link_is_whole(
    subject: str, detail: str, reason: str, path: int
) -> None:
    link = f"https://h.example/{'x' * path}"
    said = short(replace(NOTICE, subject=subject, detail=detail, reason=reason), link)
    whole = f"{said.title}\n{said.text}"
    assert len(whole) <= LONGEST
    assert whole.splitlines()[-1] == f"Take it: {link}"
    assert len(whole.splitlines()) == 4


def test_where_nothing_is_to_be_taken_there_is_no_link() -> None:
    assert "Take it" not in short(NOTICE, "").text


def test_a_pager_gets_title_and_text_and_a_program_the_parts_as_well() -> None:
    said = short(NOTICE, TAKE)
    assert json.loads(for_pager(said)) == {"title": said.title, "text": said.text}
    event = json.loads(for_webhook(NOTICE, said, TAKE))
    assert (event["type"], event["version"], event["timestamp"]) == ("notice.escalation", 1, NOON.isoformat())
    assert event["data"]["take_url"] == TAKE
    assert event["data"]["ticket"] == "T-7"


HOOK, PAGER = Channel(ChannelKind.WEBHOOK, "https://a.example"), Channel(ChannelKind.APPRISE, "ntfy://x")


@pytest.mark.parametrize("kind", NoticeKind)
def test_what_asks_for_somebody_takes_every_channel_and_all_else_the_quiet_one(kind: NoticeKind) -> None:
    is_call = kind in ("escalation", "last_resort", "call_now")
    assert channels_for(kind, [HOOK, MAIL, PAGER], False) == ((HOOK, MAIL, PAGER) if is_call else (MAIL,))
    assert channels_for(kind, [PAGER, HOOK], False) == ((PAGER, HOOK) if is_call else (PAGER,))
    assert channels_for(kind, [], False) == ()


@pytest.mark.parametrize("kind", [NoticeKind.ESCALATION, NoticeKind.WARNING])
def test_mail_that_comes_back_is_left_out_while_there_is_something_else(kind: NoticeKind) -> None:
    assert channels_for(kind, [MAIL, PAGER], True) == (PAGER,)
    assert channels_for(kind, [MAIL], True) == (MAIL,)
