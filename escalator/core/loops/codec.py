"""Between a conversation and JSON: instants as ISO text, and nothing at all for what has not happened.

Written out field by field, because it is read and written with every change of a ticket.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from escalator.core.ticket.events import instant, stamp
from escalator.core.ticket.workflow import Status

from .course import START, Course
from .marks import NEVER, Mark, Tally
from .memory import EMPTY, Conversation
from .talk import SILENT, Repeat, Talk, Tried

Stored = dict[str, Any]


def to_json(conversation: Conversation) -> Stored:
    """The conversation as small JSON; `{}` for one in which nothing has happened."""
    stored = {
        "events": conversation.events,
        "talk": {} if conversation.talk is SILENT else _talk_to_json(conversation.talk),
        "course": {} if conversation.course is START else _course_to_json(conversation.course),
    }
    return _said(stored)


def from_json(stored: Mapping[str, Any] | None) -> Conversation:
    """The inverse of `to_json`; nothing stored is a conversation in which nothing has happened."""
    if not stored:
        return EMPTY
    talk, course = stored.get("talk"), stored.get("course")
    return Conversation(
        stored.get("events", 0),
        _talk_from_json(talk) if talk else SILENT,
        _course_from_json(course) if course else START,
    )


def _talk_to_json(talk: Talk) -> Stored:
    return _said(
        {
            "rounds": _tally(talk.rounds),
            "unanswered": _tally(talk.unanswered),
            "asked_at": stamp(talk.asked_at),
            "repeats": [_repeat(repeat) for repeat in talk.repeats],
            "said": {code: _tally(tally) for code, tally in (talk.said or {}).items()},
            "topics": {name: _mark(mark) for name, mark in (talk.topics or {}).items()},
            "machine_turns": _tally(talk.machine_turns),
            "machine": talk.machine,
            "last_word": talk.last_word and _mark(talk.last_word),
            "last_by": talk.last_by,
            "heard": talk.heard,
            "tried": [[tried.name, tried.team, tried.replies, stamp(tried.last_at)] for tried in talk.tried],
        }
    )


def _talk_from_json(row: Stored) -> Talk:
    said, topics = row.get("said"), row.get("topics")
    return Talk(
        rounds=_tally_from(row.get("rounds")),
        unanswered=_tally_from(row.get("unanswered")),
        asked_at=instant(row.get("asked_at")),
        repeats=tuple([_repeat_from(repeat) for repeat in row.get("repeats", ())]),
        said=said and {code: _tally_from(tally) for code, tally in said.items()},
        topics=topics and {name: _mark_from(mark) for name, mark in topics.items()},
        machine_turns=_tally_from(row.get("machine_turns")),
        machine=row.get("machine", ""),
        last_word=_maybe_mark(row.get("last_word")),
        last_by=row.get("last_by", ""),
        heard=row.get("heard", 0),
        tried=tuple(
            [
                Tried(name, team, replies, datetime.fromisoformat(at))
                for name, team, replies, at in row.get("tried", ())
            ]
        ),
    )


def _course_to_json(course: Course) -> Stored:
    return _said(
        {
            "status": "" if course.status is Status.NEW else str(course.status),
            "begun_at": stamp(course.begun_at),
            "moved": course.moved and _mark(course.moved),
            "teams": list(course.teams),
            "hand_overs": _tally(course.hand_overs),
            "returns": _tally(course.returns),
            "reopenings": _tally(course.reopenings),
            "breaches": _tally(course.breaches),
            "paused": course.paused // timedelta(microseconds=1),
            "paused_since": stamp(course.paused_since),
            "paused_unanswered": _tally(course.paused_unanswered),
            "resolved_unanswered": _tally(course.resolved_unanswered),
        }
    )


def _course_from_json(row: Stored) -> Course:
    return Course(
        status=Status(row.get("status", "new")),
        begun_at=instant(row.get("begun_at")),
        moved=_maybe_mark(row.get("moved")),
        teams=tuple(row.get("teams", ())),
        hand_overs=_tally_from(row.get("hand_overs")),
        returns=_tally_from(row.get("returns")),
        reopenings=_tally_from(row.get("reopenings")),
        breaches=_tally_from(row.get("breaches")),
        paused=timedelta(microseconds=row.get("paused", 0)),
        paused_since=instant(row.get("paused_since")),
        paused_unanswered=_tally_from(row.get("paused_unanswered")),
        resolved_unanswered=_tally_from(row.get("resolved_unanswered")),
    )


def _said(row: Stored) -> Stored:
    return {name: value for name, value in row.items() if value}


def _mark(mark: Mark) -> list[Any]:
    when = mark.at.isoformat()
    return [when, mark.event] if mark.message is None else [when, mark.event, mark.message]


def _mark_from(row: list[Any]) -> Mark:
    return Mark(datetime.fromisoformat(row[0]), *row[1:])


def _maybe_mark(row: list[Any] | None) -> Mark | None:
    return _mark_from(row) if row else None


def _repeat(repeat: Repeat) -> list[Any]:
    return [_mark(repeat.again), repeat.answered and _mark(repeat.answered), *repeat.before]


def _repeat_from(row: list[Any]) -> Repeat:
    again, answered, *before = row
    return Repeat(_mark_from(again), _maybe_mark(answered), tuple(before))


def _tally(tally: Tally) -> list[Any] | None:
    return [tally.times, *[_mark(mark) for mark in tally.marks]] if tally.times else None


def _tally_from(row: list[Any] | None) -> Tally:
    return Tally(row[0], tuple([_mark_from(mark) for mark in row[1:]])) if row else NEVER
