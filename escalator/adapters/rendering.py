"""Turn a notice into the mail a person reads: a subject line and a text, from the template of its kind."""

import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from escalator.core.desk.actions import ACTIONS
from escalator.core.desk.model import Reason
from escalator.core.mail.compose import one_line
from escalator.core.notify import wording
from escalator.core.notify.notices import Notice, NoticeKind
from escalator.core.notify.telling import AGAIN

from .sandbox import Words
from .stationery import NONE, TEMPLATES, Order, Own, Rendered, Stationery

STAFF_LANGUAGE = "en"
LONGEST_QUOTE = 2000
_URGENT = frozenset({NoticeKind.ESCALATION, NoticeKind.LAST_RESORT, NoticeKind.CALL_NOW})
_log = logging.getLogger(__name__)


class Templates:
    """One file for each kind of notice, `<kind>.txt`; `_words` lists what it knows, which is plain text.

    Of a notice, `why_you` is a clause ("you lead Second line"); `then` names who is asked next ("Lee Lead"), and in
    a last resort is a clause ("this notice comes again"). `due_at` is when the reason came about.
    """

    def __init__(self, folder: Path = TEMPLATES) -> None:
        self.stationery = Stationery(folder)

    def render(self, notice: Notice, take_url: str, own: Own = NONE) -> Rendered:
        """The words of `notice`, on the desk's `own` templates where it has them. Never raises."""
        try:
            wanted = order(notice, take_url)
        except Exception as error:  # noqa: BLE001 - a zone that there is none of, say
            _log.error("To word %s has failed (%s): plain words are sent", notice.kind, type(error).__name__)
            return plain_words(notice, take_url)
        return self.stationery.write(wanted, own) or plain_words(notice, take_url)


def order(notice: Notice, take_url: str) -> Order:
    """What is to be written for `notice`."""
    return Order(
        kind=str(notice.kind),
        languages=[(STAFF_LANGUAGE, f"{notice.kind}.txt")],
        words=_words(notice, take_url),
        above=f"{notice.ticket} · priority {notice.priority}",
        urgent=notice.kind in _URGENT,
        must=take_url if notice.kind.offers_case else "",
    )


def plain_words(notice: Notice, take_url: str) -> Rendered:
    """What must be said, without a template, a time zone or anything else that could fail."""
    return _plain_offer(notice, take_url) if notice.kind.offers_case else _plain_request(notice)


def _plain_request(notice: Notice) -> Rendered:
    what = one_line(str(notice.kind)).replace("_", " ")
    by = f" by {notice.answer_by:%Y-%m-%d %H:%M %Z}" if notice.answer_by else ""
    lines = (
        f"Customer: {_requester(notice)} {one_line(notice.phone, 50)}".rstrip(),
        f"Subject: {one_line(notice.subject)}",
        f"Reply: {notice.reply}, {one_line(notice.author, 80)}" if notice.reply else "",
        f"Why: {one_line(notice.why_you)}" if notice.why_you else "",
        "",
        _quoted(notice.quote),
    )
    return Rendered(f"[{one_line(notice.ticket, 40)}] {what}{by}", "\n".join(lines) + "\n")


def _plain_offer(notice: Notice, take_url: str) -> Rendered:
    who, ticket = _requester(notice), one_line(notice.ticket, 40)
    since = notice.waiting_since or notice.created_at
    by = f" by {notice.answer_by:%Y-%m-%d %H:%M %Z}" if notice.answer_by else ""
    then = _then(notice) or "the next one up the ladder"
    lines = (
        f"{who} has waited {wording.span(notice.at - since)} for us.",
        f"We ask you because {_why_you(notice)}; if nobody takes it{by}, it goes to {then}.",
        "",
        "Take it:",
        take_url,
        "",
        f"Subject: {one_line(notice.subject)}",
        f"Why it came up: {one_line(notice.reason)} {one_line(notice.detail)}".rstrip(),
    )
    return Rendered(f"[{ticket}] {who} is waiting: please take it{by}", "\n".join(lines) + "\n")


def _words(notice: Notice, take_url: str) -> Words:
    return _people(notice) | _matter(notice) | _times(notice) | {"take_url": take_url}


def _people(notice: Notice) -> Words:
    name = one_line(notice.to_name, 80)
    return {
        "you": f"{name}, " if name else "",
        "requester": _requester(notice),
        "organization": one_line(notice.organization, 80),
        "why_you": _why_you(notice),
        "handed": notice.action in ACTIONS and ACTIONS[notice.action].moves,
        "then": _then(notice),
        "again": notice.then == AGAIN,
        "asked_before": one_line(", ".join(notice.asked_before), 400),
        "failed": one_line(", ".join(notice.failed), 400),
        "team": one_line(notice.team, 80),
    }


def _matter(notice: Notice) -> Words:
    return {
        "ticket": one_line(notice.ticket, 40),
        "subject": one_line(notice.subject),
        "priority": one_line(notice.priority, 40),
        "what": one_line(wording.reason(notice.reason, notice.detail)),
        "promised": notice.reason in (Reason.BREACH, Reason.WARNING),
        "detail": one_line(notice.detail),
        "phone": one_line(notice.phone, 50),
        "author": one_line(notice.author, 80),
        "reply": str(notice.reply),
        "quoted": _cut(notice.quote).splitlines(),
        "also": one_line("; ".join(wording.reason(reason) for reason in notice.also), 400),
        "linked": one_line(", ".join(notice.linked), 200),
        "call": one_line(notice.call, 200),
        "tried": _lines(notice.tried),
        "shown": _lines(notice.shown),
        "said": _lines(notice.said),
        "note_to": notice.note_to,
        "answer_to": notice.answer_to,
    }


def _lines(said: Sequence[str]) -> list[str]:
    return [one_line(line) for line in said]


def _times(notice: Notice) -> Words:
    return {
        "waited": wording.span(notice.at - (notice.waiting_since or notice.created_at)),
        "waiting": notice.waiting_since is not None,
        "waiting_since": _moment(notice.waiting_since, notice),
        "created_at": _moment(notice.created_at, notice),
        "due": _moment(notice.due_at, notice),
        "due_clock": _clock(notice.due_at, notice),
        "answer_by": _moment(notice.answer_by, notice),
        "answer_by_clock": _clock(notice.answer_by, notice),
        "theirs": wording.moment(notice.answer_by, notice.their_tz, notice.at)
        if notice.answer_by and notice.their_tz
        else "",
    }


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]} [...]"


def _quoted(text: str) -> str:
    """What somebody wrote, marked line by line, so that it cannot pass for our own words."""
    return "\n".join(f"> {line}".rstrip() for line in _cut(text).splitlines())


def _moment(at: datetime | None, notice: Notice) -> str:
    return wording.moment(at, notice.tz, notice.at) if at else ""


def _clock(at: datetime | None, notice: Notice) -> str:
    return wording.clock(at, notice.tz, notice.at) if at else ""


def _requester(notice: Notice) -> str:
    return one_line(notice.requester, 80) or "A customer"


def _why_you(notice: Notice) -> str:
    return one_line(notice.why_you).rstrip(".") or "the ladder names you"


def _then(notice: Notice) -> str:
    return one_line(notice.then).rstrip(".")
