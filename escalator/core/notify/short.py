"""The short text of a notice, for telephones and chats: which case, why, by when, and where to take it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from escalator.core.desk.metrics import METRICS
from escalator.core.mail.compose import one_line

from . import wording
from .notices import Notice

LONGEST = 300
SUBJECT, SHORTEST_WHY = 60, 10


@dataclass(frozen=True, slots=True)
class ShortText:
    """A title and lines; together with the line break between them at most 300 characters."""

    title: str
    text: str


def short(notice: Notice, take_url: str) -> ShortText:
    """What may stand on a locked screen: no word of a message or a note. All yields to the link, which is whole."""
    title = f"{notice.ticket}: {one_line(notice.subject, SUBJECT)}"
    by = f"By: {wording.moment(notice.answer_by, notice.tz, notice.at)}" if notice.answer_by else ""
    last = [line for line in (by, f"Take it: {take_url}" if take_url else "") if line]
    left = LONGEST - len("\n".join([title, "Why: ", *last]))
    if left < SHORTEST_WHY:
        title, left = notice.ticket, left + len(title) - len(notice.ticket)
    # Only the name of a promise: what else is said in detail may be somebody's own words.
    detail = notice.detail if notice.detail in METRICS else ""
    why = one_line(wording.reason(notice.reason, detail), max(left, SHORTEST_WHY))
    return ShortText(title, "\n".join([f"Why: {why}", *last]))


def for_pager(said: ShortText) -> bytes:
    """The payload of a chat, SMS or pager."""
    return json.dumps({"title": said.title, "text": said.text}).encode()


def for_webhook(notice: Notice, said: ShortText, take_url: str) -> bytes:
    """The payload of a person's webhook: the short text, and its parts for a program."""
    data = {
        "ticket": notice.ticket,
        "priority": notice.priority,
        "person": notice.to,
        "reason": notice.reason,
        "answer_by": notice.answer_by.isoformat() if notice.answer_by else None,
        "take_url": take_url or None,
        "title": said.title,
        "text": said.text,
    }
    return event(f"notice.{notice.kind}", notice.at.isoformat(), data)


def event(type_: str, timestamp: str, data: Mapping[str, str | int | None]) -> bytes:
    """What every webhook of ours says, by Standard Webhooks: what happened and when; `version` is that of `data`."""
    return json.dumps({"type": type_, "timestamp": timestamp, "version": 1, "data": data}).encode()
