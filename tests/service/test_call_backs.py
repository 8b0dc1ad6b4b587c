"""A promised call has a window: somebody is told when it opens, a call keeps it, and silence breaks it."""

from datetime import datetime, timedelta

import pytest

from escalator.core.access import Principal, Role
from escalator.core.errors import Forbidden, Invalid, NotAllowedNow, TooOften
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.ticket import Requester
from tests.story import DANA, KIM, LEE, MIA, MONDAY, NOOR, SAM, Story, principal, text_of

FORM = Principal(Role.INGEST, "form")
TEN, NOON = MONDAY + timedelta(hours=1), MONDAY + timedelta(hours=3)


def _answered(story: Story, about: str = "please call me") -> str:
    """A ticket that waits for nobody, so that only the call is on our mind."""
    ref = story.opened(about)
    story.replies(ref, by=SAM, body="gladly, when?")
    return ref


def _promised(
    story: Story, by: str = SAM, opens: datetime = TEN, closes: datetime = NOON, about: str = "please call me"
) -> str:
    ref = _answered(story, about)
    story.does(ref, "call_back", by=by, **{"from": opens, "to": closes})
    assert story.told == [DANA.email]
    return ref


def _call(story: Story, ref: str) -> CallBack:
    call = story.ticket(ref).call_back
    assert call is not None
    return call


def test_a_form_hands_on_the_wish_and_the_customer_is_told_when(story: Story) -> None:
    ref = _answered(story)
    wish = {"timezone": "America/New_York"}
    call = story.app.tickets.wish_call(FORM, ref, None, wish).call_back
    assert call is not None
    # Nine in the morning there is three in the afternoon here, and the office closes at five.
    assert (call.opens, call.closes) == (MONDAY + timedelta(hours=6), MONDAY + timedelta(hours=8))
    assert (call.state, call.phone, call.promised_by) == ("promised", DANA.phone, DANA.email)
    story.drains()
    (letter,) = story.unread
    assert "09:00" in text_of(letter)
    assert DANA.phone in text_of(letter)
    assert "replaces" not in text_of(letter)
    assert story.told == [DANA.email]


@pytest.mark.parametrize(
    "again", [{}, {"timezone": "Asia/Tokyo"}, {"from": TEN}, {"from": TEN, "to": NOON, "phone": DANA.phone}]
)
def test_what_stands_already_is_not_promised_and_not_told_again(story: Story, again: dict[str, object]) -> None:
    ref = _answered(story)
    story.does(ref, "call_back", by=SAM, timezone="Asia/Tokyo", **{"from": TEN, "to": NOON})
    assert story.told == [DANA.email]
    before, happened = _call(story, ref), story.happened(ref)
    story.passes(minutes=5)
    assert story.app.tickets.wish_call(FORM, ref, None, again).call_back == before
    assert story.does(ref, "call_back", by=SAM, **again).call_back == before
    assert (story.happened(ref), story.told) == (happened, [])


@pytest.mark.parametrize("other", [{"phone": "+1 555 0199"}, {"to": NOON + timedelta(minutes=30)}])
def test_another_window_or_number_is_another_promise(story: Story, other: dict[str, object]) -> None:
    ref = _promised(story)
    before = _call(story, ref)
    assert story.app.tickets.wish_call(FORM, ref, None, other).call_back != before
    assert DANA.email in story.told


def test_nobody_is_promised_more_than_ten_calls_in_an_hour(story: Story) -> None:
    ref = _answered(story)
    for number in range(10):
        story.app.tickets.wish_call(FORM, ref, None, {"phone": f"+1 555 010{number}"})
    with pytest.raises(TooOften, match="10 times within an hour"):
        story.app.tickets.wish_call(FORM, ref, None, {"phone": "+1 555 0199"})
    with pytest.raises(TooOften):
        story.does(ref, "call_back", by=SAM, phone="+1 555 0199")
    last = _call(story, ref)
    assert (last.phone, story.happened(ref).count("call_back_promised")) == ("+1 555 0109", 10)
    assert story.app.tickets.wish_call(FORM, ref, None, {}).call_back == last
    story.passes(hours=1, minutes=1)
    assert DANA.email in story.told
    story.app.tickets.wish_call(FORM, ref, None, {"phone": "+1 555 0199"})
    assert story.told == [DANA.email]


def test_when_the_window_opens_who_has_the_case_is_told_to_call_now(story: Story) -> None:
    ref = _promised(story)
    story.does(ref, "acknowledge", by=NOOR)
    story.comes(TEN)
    assert story.told == []
    story.comes(TEN + timedelta(seconds=1))
    (mail,) = story.unread
    assert mail["Subject"] == f"[{ref}] Call Dana Fox now: +1 555 0100, by 12:00"
    assert "you own this case" in text_of(mail)
    assert "/take/" not in text_of(mail)
    assert (story.told, _call(story, ref).state, _call(story, ref).person) == ([NOOR], "open", NOOR)


def test_the_customer_reads_the_window_in_their_zone_and_so_does_who_calls(story: Story) -> None:
    ref = _answered(story)
    story.does(ref, "call_back", by=SAM, timezone="Asia/Tokyo", **{"from": MONDAY, "to": NOON})
    story.passes(seconds=1)
    letter, mail = story.unread
    assert "20:00" in text_of(letter)
    assert "which is today 20:00 (Asia/Tokyo) for them" in text_of(mail)
    assert story.told == [DANA.email, SAM]


def test_whom_the_customer_was_told_calls_even_if_another_has_the_case_by_then(story: Story) -> None:
    ref = _answered(story)
    story.does(ref, "acknowledge", by=SAM)
    story.does(ref, "call_back", by=SAM, **{"from": TEN, "to": NOON})
    story.does(ref, "assign", by=SAM, assignee=NOOR)
    assert story.told == [DANA.email]
    story.comes(TEN + timedelta(seconds=1))
    assert story.told == [SAM]


def test_who_is_away_is_not_told_to_call(story: Story) -> None:
    ref = _answered(story)
    story.does(ref, "acknowledge", by=SAM)
    story.does(ref, "call_back", by=SAM, **{"from": TEN, "to": NOON})
    story.app.people.set_away(principal(SAM), SAM, MONDAY + timedelta(days=3))
    story.comes(TEN + timedelta(seconds=1))
    assert story.told == [DANA.email, NOOR]


def test_a_logged_call_keeps_the_promise(story: Story) -> None:
    ref = _promised(story)
    story.comes(TEN + timedelta(minutes=5))
    story.does(ref, "log_call", by=NOOR)
    assert story.facts(ref, "call_back_kept") == [{"number": _call(story, ref).number, "late": False}]
    story.comes(NOON + timedelta(minutes=1))
    assert (_call(story, ref).state, story.facts(ref, "call_back_missed")) == ("kept", [])
    assert story.told == [SAM]  # at ten


def test_a_call_before_the_window_keeps_it_too_and_nobody_is_told_to_call_again(story: Story) -> None:
    ref = _promised(story)
    story.does(ref, "log_call", by=SAM)
    story.comes(NOON)
    assert (_call(story, ref).state, story.told) == ("kept", [])


def test_a_window_that_closes_without_a_call_is_a_broken_promise_and_climbs(story: Story) -> None:
    ref = _promised(story)
    story.comes(NOON + timedelta(seconds=1))
    ticket = story.ticket(ref)
    assert (ticket.status, _call(story, ref).state) == ("escalated", "missed")
    assert ticket.escalation is not None
    assert (ticket.escalation.reason, ticket.escalation.detail) == ("breach", "call_back")
    mail = story.unread[-1]
    assert "the time for the promised call has passed" in text_of(mail)
    assert len(story.told) == 2


def test_a_late_call_settles_what_was_missed(story: Story) -> None:
    ref = _promised(story)
    story.comes(NOON + timedelta(minutes=1))
    story.does(ref, "log_call", by=SAM)
    assert story.facts(ref, "call_back_kept")[0]["late"] is True
    assert (_call(story, ref).state, len(story.told)) == ("kept", 2)


def test_after_an_outage_over_the_whole_window_nobody_is_told_to_call_in_it(story: Story) -> None:
    ref = _promised(story)
    story.sleeps(hours=5)
    story.passes(seconds=1)
    assert story.facts(ref, "call_back_opened")[0]["person"] is None
    assert _call(story, ref).state == "missed"
    assert len(story.told) == 1  # the first step of the ladder


def test_a_second_promise_replaces_the_first(story: Story) -> None:
    ref = _promised(story)
    first = _call(story, ref).number
    story.does(ref, "call_back", by=SAM, **{"from": NOON, "to": NOON + timedelta(hours=1)})
    assert [fact["replaces"] for fact in story.facts(ref, "call_back_promised")] == [None, first]
    story.drains()
    (letter,) = story.unread
    assert "This replaces the call that we promised you before." in text_of(letter)
    assert story.told == [DANA.email]
    story.comes(NOON)
    assert (story.told, _call(story, ref).state) == ([], "promised")
    story.does(ref, "log_call", by=SAM)


def test_a_promise_can_be_taken_back_once(story: Story) -> None:
    ref = _promised(story)
    story.does(ref, "withdraw_call_back", by=SAM)
    story.comes(NOON + timedelta(minutes=1))
    assert (_call(story, ref).state, story.told) == ("withdrawn", [])
    with pytest.raises(NotAllowedNow, match="no call is promised"):
        story.does(ref, "withdraw_call_back", by=SAM)


def test_resolving_the_ticket_takes_the_promise_back_and_says_so(story: Story) -> None:
    ref = _promised(story)
    story.does(ref, "resolve", by=SAM)
    assert story.facts(ref, "call_back_withdrawn")[0]["why"] == "the ticket was resolved"
    story.comes(NOON + timedelta(minutes=1))
    assert (_call(story, ref).state, story.told) == ("withdrawn", [])
    with pytest.raises(NotAllowedNow, match="reopen it"):
        story.does(ref, "call_back", by=SAM)


def test_merging_carries_the_promise_to_the_survivor(story: Story) -> None:
    source, survivor = _promised(story), _answered(story)
    story.does(source, "merge", by=LEE, into=survivor)
    carried = _call(story, survivor)
    assert (carried.state, carried.opens, carried.closes) == ("promised", TEN, NOON)
    assert _call(story, source).state == "merged"
    story.comes(NOON + timedelta(seconds=1))
    assert _call(story, survivor).state == "missed"
    assert story.facts(source, "call_back_missed") == []
    assert story.told


def test_of_two_promises_that_meet_in_a_merge_the_earlier_is_kept(story: Story) -> None:
    # Of three matters, so that nobody sees a customer who goes in circles.
    later = _promised(story, opens=NOON, closes=NOON + timedelta(hours=1), about="the invoice")
    earlier = _promised(story)
    story.does(later, "merge", by=LEE, into=earlier)
    assert _call(story, earlier).closes == NOON
    latest = _promised(story, opens=NOON, closes=NOON + timedelta(hours=2), about="the sign at the quay")
    story.does(earlier, "merge", by=LEE, into=latest)
    assert _call(story, latest).closes == NOON
    story.does(latest, "log_call", by=SAM)


def test_without_a_number_there_is_no_promise(story: Story) -> None:
    ref = story.opened("please call me", by=Requester("ann@city.example"))
    with pytest.raises(Invalid) as refused:
        story.does(ref, "call_back", by=SAM)
    assert list(refused.value.fields) == ["phone"]
    assert story.does(ref, "call_back", by=SAM, phone="+49 30 1").call_back is not None
    assert story.told == ["ann@city.example"]


def test_a_form_withdraws_nothing(story: Story) -> None:
    ref = _promised(story)
    with pytest.raises(Forbidden):
        story.app.tickets.act(FORM, ref, story.ticket(ref).version, "withdraw_call_back", {})


def test_why_it_is_where_it_is_names_the_call(story: Story) -> None:
    ref = _promised(story)
    sentences = story.app.tickets.explain(principal(MIA), ref)
    assert "a call to +1 555 0100 is promised from 2026-11-16 09:00:00 UTC to 2026-11-16 11:00:00 UTC" in sentences
    assert "next: the window of the promised call opens at 2026-11-16 09:00:00 UTC" in sentences
    assert KIM not in story.told
