"""The page for whoever gets a case that goes in circles: what was tried by whom, what shows it, whom to phone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from escalator.core.desk.model import Desk, Reason
from escalator.core.loops.conversation import Conversation
from escalator.core.loops.signals import Found, signals
from escalator.core.loops.talk import Tried
from escalator.core.loops.verdict import verdict
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.ticket import Ticket
from escalator.core.watching import counting

from . import wording
from .notices import Notice, NoticeKind

_HANDS_OVER = (NoticeKind.ESCALATION, NoticeKind.LAST_RESORT, NoticeKind.OWNER_TOLD, NoticeKind.YOURS)
_NEEDS_A_PAGE = (Reason.GUARDED_TOPIC, Reason.PERSON_REQUESTED, Reason.LOOP, Reason.MAX_AGE, Reason.REQUESTED)
_MOST = 8


def summarized(
    notice: Notice,
    ticket: Ticket,
    case: Sequence[Conversation],
    linked: Iterable[int],
    call: CallBack | None,
    desk: Desk,
) -> Notice:
    """The notice with what its reader must know of the conversation; a broken promise needs no more than its words.

    `case` begins with the ticket's own; `call` is the one that the customer is promised about the matter.
    """
    if notice.kind not in _HANDS_OVER:
        return notice
    if not (ticket.verdict or notice.reason in _NEEDS_A_PAGE):
        waiting = [mark.message for mark in case[0].talk.unanswered.marks]
        return replace(notice, words=tuple(number for number in waiting if number is not None)[-_MOST:])
    shown = verdict(signals(case, desk.loops, notice.at, counting(desk)), desk.loops).signals
    tried = [attempt for conversation in case for attempt in conversation.talk.tried]
    return replace(
        notice,
        phone=ticket.requester.phone,
        call=_promised(call, notice) if call is not None else "",
        linked=tuple(f"T-{number}" for number in sorted(linked)[-_MOST:]),
        tried=tuple(_tried(attempt, notice, desk) for attempt in tried[:_MOST]),
        shown=tuple(_shown(found) for found in shown[:_MOST]),
        words=tuple(sorted({number for found in shown for number in found.evidence})[-_MOST:]),
    )


def _promised(call: CallBack, notice: Notice) -> str:
    opens, closes = (wording.clock(at, notice.tz, notice.at) for at in (call.opens, call.closes))
    return f"{opens} to {closes} ({notice.tz}), {call.phone}"


def _tried(attempt: Tried, notice: Notice, desk: Desk) -> str:
    name = desk.agents[attempt.name].name if attempt.name in desk.agents else attempt.name
    team = f" ({attempt.team})" if attempt.team else ""
    last = wording.clock(attempt.last_at, notice.tz, notice.at)
    said = "1 reply," if attempt.replies == 1 else f"{attempt.replies} replies, the last"
    return f"{name}{team}: {said} {last}"


def _shown(found: Found) -> str:
    if not found.evidence:
        return found.why
    numbers = ", ".join(str(number) for number in found.evidence)
    return f"{found.why} ({'message' if len(found.evidence) == 1 else 'messages'} {numbers})"
