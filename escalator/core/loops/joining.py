"""Two conversations become one: what was said and done in a merged ticket adds up in the one that goes on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from .course import Course
from .marks import NEVER, Mark, Tally, when
from .memory import Conversation
from .talk import MOST_REPEATS, MOST_TOPICS, Talk, Tried, with_tried


def joined(mine: Conversation, other: Conversation) -> Conversation:
    """`mine`, which goes on, with all of `other`. Its events have no number here: they point to the merge."""
    return replace(
        mine,
        talk=_talk(mine.talk, other.talk, mine.events),
        course=_course(mine.course, other.course, mine.events),
    )


def _talk(mine: Talk, other: Talk, merge: int) -> Talk:
    both = sorted((*mine.tried, *other.tried), key=lambda tried: tried.last_at)
    theirs = [repeat._replace(again=_here(repeat.again, merge)) for repeat in other.repeats]
    last = max(filter(None, (mine.last_word, other.last_word)), key=when, default=None)
    return mine._replace(
        rounds=_sum(mine.rounds, other.rounds, merge),
        unanswered=_sum(mine.unanswered, other.unanswered, merge),
        asked_at=_earlier(mine.asked_at, other.asked_at),
        repeats=tuple(sorted((*mine.repeats, *theirs), key=lambda repeat: when(repeat.again))[-MOST_REPEATS:]),
        said=_said(mine.said, other.said, merge),
        topics=_topics(mine.topics, other.topics, merge),
        machine_turns=_sum(mine.machine_turns, other.machine_turns, merge),
        last_word=last,
        last_by=mine.last_by if last is mine.last_word else other.last_by,
        heard=max(mine.heard, other.heard),
        tried=_tried(both),
    )


def _course(mine: Course, other: Course, merge: int) -> Course:
    """Its own status and team; two tickets that waited at the same time waited once."""
    return mine._replace(
        begun_at=_earlier(mine.begun_at, other.begun_at),
        hand_overs=_sum(mine.hand_overs, other.hand_overs, merge),
        returns=_sum(mine.returns, other.returns, merge),
        reopenings=_sum(mine.reopenings, other.reopenings, merge),
        breaches=_sum(mine.breaches, other.breaches, merge),
        paused=max(mine.paused, other.paused),
        paused_unanswered=_sum(mine.paused_unanswered, other.paused_unanswered, merge),
        resolved_unanswered=_sum(mine.resolved_unanswered, other.resolved_unanswered, merge),
    )


def _here(mark: Mark, merge: int) -> Mark:
    return mark._replace(event=merge)


def _sum(mine: Tally, other: Tally, merge: int) -> Tally:
    return mine.joined(Tally(other.times, tuple([_here(mark, merge) for mark in other.marks])))


def _said(
    mine: Mapping[str, Tally] | None, other: Mapping[str, Tally] | None, merge: int
) -> Mapping[str, Tally] | None:
    said = dict(mine or {})
    for code, tally in (other or {}).items():
        said[code] = _sum(said.get(code, NEVER), tally, merge)
    return said or None


def _topics(
    mine: Mapping[str, Mark] | None, other: Mapping[str, Mark] | None, merge: int
) -> Mapping[str, Mark] | None:
    theirs = {name: _here(mark, merge) for name, mark in (other or {}).items()}
    both = theirs | dict(mine or {})
    first = {name: min(mark, theirs.get(name, mark), key=when) for name, mark in both.items()}
    return dict(sorted(first.items(), key=lambda pair: when(pair[1]))[:MOST_TOPICS]) or None


def _tried(spoke: list[Tried]) -> tuple[Tried, ...]:
    known: tuple[Tried, ...] = ()
    for tried in spoke:
        known = with_tried(known, tried)
    return known


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min(filter(None, (one, other)), default=None)
