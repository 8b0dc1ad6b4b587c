"""Letters about a case that never was: for a look at a template, and to find out whether one works."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from .customers import CustomerNotice, CustomerNoticeKind
from .digests import Digest, DigestCase, Waited
from .notices import Notice, NoticeKind

AT = datetime(2027, 3, 1, 13, 35, tzinfo=UTC)
TAKE_URL = "https://desk.example/take/a-link-of-their-own"
QUESTION = "Which page is it?\nThe address is enough."
ANSWER = "Hello Dana,\n\nthe page is gone since this morning; I have checked it from outside.\n\nBest regards\nSam"

_NOTICE = Notice(
    key="sample",
    kind=NoticeKind.ESCALATION,
    to="sam@desk.example",
    to_name="Sam Seidel",
    at=AT,
    tz="Europe/Berlin",
    ticket="T-1042",
    subject="A page under our name that is not ours",
    requester="Dana Fox",
    organization="City of Fairview",
    priority="high",
    team="First line",
    created_at=AT - timedelta(days=2, hours=3),
    waiting_since=AT - timedelta(hours=5, minutes=12),
    reason="breach",
    detail="first_reply",
    due_at=AT - timedelta(hours=1),
    run=1,
    action="notify",
    why_you="you lead First line",
    answer_by=AT + timedelta(minutes=30),
    then="Lee Lindholm",
    asked_before=("Kim Field", "Jo Park"),
    failed=("Max Moreno",),
    also=("loop", "person_requested"),
    linked=("T-1017", "T-1033"),
    tried=("Kim Field: 2 replies", "Jo Park: 1 reply"),
    shown=("the same answer was given twice", "the customer has said four times that it does not help"),
    call="today 16:00 to 17:00, by Sam Seidel",
    said=(
        "Sun 28 Feb 18:20: The page is still there, and my neighbours begin to ask.",
        "11:02: You have sent me this link before. It does not help. Can I talk to a person?",
    ),
    phone="+1 555 0100",
    their_tz="America/New_York",
    author="Kim Field",
    reply=7,
    quote="Dear Ms Fox,\nyou will get a refund by Friday.\nYours, Kim Field",
    note_to="help+note@desk.example",
    answer_to="help+answer@desk.example",
)
_OF_A_KIND: Mapping[NoticeKind, Mapping[str, Any]] = {
    NoticeKind.CALL_NOW: {"reason": "call_back", "detail": ""},
    NoticeKind.WARNING: {"reason": "warning", "due_at": AT + timedelta(minutes=40), "then": "Lee Lindholm"},
    NoticeKind.LAST_RESORT: {
        "why_you": "the ladder is climbed to its end, and you are the desk's last resort",
        "then": "this notice comes again until somebody takes it",
    },
    NoticeKind.UNREACHED: {"why_you": "step 2 of the ladder climb has reached nobody: nobody is on shift"},
    NoticeKind.YOURS: {"reason": "loop", "detail": "same_reply", "also": (), "why_you": "you have taken this case"},
    NoticeKind.LOST: {"why_you": "your time to answer the customer has passed"},
    NoticeKind.REPLY_HELD: {"reason": "review", "detail": 'it says "refund"'},
    NoticeKind.REVIEW_OVERDUE: {"reason": "review", "detail": 'it says "refund"'},
    NoticeKind.REPLY_RETURNED: {"reason": "review", "detail": "", "quote": "We cannot promise that before Monday."},
    NoticeKind.MAIL_HELD: {
        "reason": "mail",
        "detail": "they are not on this ticket",
        "author": "kim@elsewhere.example",
        "why_you": "you have this ticket or lead its team",
    },
    NoticeKind.ANSWERED: {"reason": "mail", "detail": "", "why_you": "you have this case"},
    NoticeKind.UNDELIVERED: {
        "reason": "mail",
        "detail": "came back: 5.1.1",
        "author": "dana@city.example",
        "why_you": "you have this ticket or lead its team",
    },
    NoticeKind.MAIL_REFUSED: {
        "reason": "mail",
        "detail": "a colleague has the case",
        "why_you": "you wrote that mail",
    },
}
_LISTS = ("asked_before", "failed", "also", "linked", "tried", "shown", "said")
_TEXTS = (
    *("to_name", "organization", "team", "subject", "why_you", "then", "call", "quote", "phone", "their_tz"),
    *("author", "note_to", "answer_to", "detail"),
)
_TIMES = ("waiting_since", "due_at", "answer_by")
_TO_CUSTOMER = CustomerNotice(
    key="sample",
    kind=CustomerNoticeKind.TAKEN,
    to="dana@city.example",
    to_name="Dana Fox",
    at=AT,
    tz="Europe/Berlin",
    language="en",
    ticket="T-1042",
    subject=_NOTICE.subject,
    person="Sam Seidel",
    by=AT + timedelta(hours=4),
    opens=AT + timedelta(hours=20),
    closes=AT + timedelta(hours=22),
    phone="+1 555 0100",
    replaces=True,
    asked_at=AT - timedelta(days=2),
    question=3,
    back_until=AT + timedelta(days=60),
)


def notice(kind: NoticeKind) -> Notice:
    """One that says all that its kind can say."""
    return replace(_NOTICE, kind=kind, **_OF_A_KIND.get(kind, {}))


def bare_notice(kind: NoticeKind) -> Notice:
    """One of which next to nothing is known."""
    nothing: dict[str, Any] = dict.fromkeys(_LISTS, ()) | dict.fromkeys(_TEXTS, "") | dict.fromkeys(_TIMES)
    return replace(notice(kind), **nothing)


def digest() -> Digest:
    """Two cases, one of which is offered."""
    waited = Waited("T-1042", AT - timedelta(hours=2), "[T-1042] Dana Fox has waited 3 h: due 15:15")
    later = replace(waited, at=AT - timedelta(hours=1), headline="[T-1042] Dana Fox has waited 4 h: due 15:15")
    other = Waited("T-1017", AT - timedelta(minutes=30), "[T-1017] Kim Field returned your reply to Max Moreno")
    cases = (DigestCase("T-1042", (waited, later), TAKE_URL), DigestCase("T-1017", (other,)))
    return Digest(to=_NOTICE.to, to_name=_NOTICE.to_name, at=AT, tz=_NOTICE.tz, cases=cases)


def bare_digest() -> Digest:
    """One case that is not offered, for somebody without a name."""
    whole = digest()
    return replace(whole, to_name="", cases=whole.cases[1:])


def letter(kind: CustomerNoticeKind, language: str = "en") -> CustomerNotice:
    """One that says all that its kind can say."""
    return replace(_TO_CUSTOMER, kind=kind, language=language)


def bare_letter(kind: CustomerNoticeKind, language: str = "en") -> CustomerNotice:
    """One of which next to nothing is known: no names, no number, and no instant but those that its kind needs."""
    return replace(letter(kind, language), to_name="", person="", phone="", subject="", replaces=False, by=None)
