"""The way that one ticket took, as far as a loop could show in it: a bounded fold of its moves."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.workflow import Status, is_open

from .marks import NEVER, Mark, Tally

MOST_TEAMS = 12
_WAITING = (Status.PENDING, Status.ON_HOLD)


class Course(NamedTuple):
    """Where a ticket stands and how it came there.

    `teams` are those that had it, in order; `hand_overs` and `returns` (A-B-A) only what people did, since a ladder
    climbs on purpose. `moved` is the last progress that a human made: a move, a hand-over, a call; or that an
    upgrade put the ticket under watch, since nobody could tell of the silence before. `paused` is how long it waited
    for others before `paused_since`, wall clock.
    """

    status: Status = Status.NEW
    begun_at: datetime | None = None
    moved: Mark | None = None
    teams: tuple[str, ...] = ()
    hand_overs: Tally = NEVER
    returns: Tally = NEVER
    reopenings: Tally = NEVER
    breaches: Tally = NEVER
    paused: timedelta = timedelta(0)
    paused_since: datetime | None = None
    paused_unanswered: Tally = NEVER
    resolved_unanswered: Tally = NEVER

    @property
    def team(self) -> str:
        return self.teams[-1] if self.teams else ""

    @property
    def is_open(self) -> bool:
        return is_open(self.status)

    @property
    def waits(self) -> bool:
        """Whether it waits for somebody who is not us."""
        return self.status in _WAITING


START = Course()


def after(course: Course, event: Event, mark: Mark, asked: bool) -> Course:
    """The course after an event; `asked` says whether the customer waits for an answer."""
    change = _CHANGES.get(event.kind)
    return change(course, event, mark, asked) if change else course


def _created(course: Course, event: Event, mark: Mark, _: bool) -> Course:
    team = event.data.get("team")
    # Closed stays closed, but for the customer a follow-up is the old case that came back.
    comes_back = event.data.get("follow_up_of") is not None
    return course._replace(
        begun_at=mark.at,
        teams=(team,) if team else (),
        reopenings=course.reopenings.plus(mark) if comes_back else course.reopenings,
    )


def _handed_on(course: Course, event: Event, mark: Mark, _: bool) -> Course:
    by_human, before, team = event.actor.is_human, course.teams, event.data.get("team")
    moved = mark if by_human else course.moved
    if not team or team == course.team:
        return course._replace(moved=moved)
    counts = by_human and bool(before)
    returns = counts and before[-2:-1] == (team,)
    return course._replace(
        moved=moved,
        teams=(*before[1 - MOST_TEAMS :], team),
        hand_overs=course.hand_overs.plus(mark) if counts else course.hand_overs,
        returns=course.returns.plus(mark) if returns else course.returns,
    )


def _moved(course: Course, event: Event, mark: Mark, asked: bool) -> Course:
    to, since = Status(event.data["to"]), course.paused_since
    waits = to in _WAITING
    return course._replace(
        status=to,
        moved=mark if event.actor.is_human else course.moved,
        paused=course.paused if since is None else course.paused + (mark.at - since),
        paused_since=mark.at if waits else None,
        paused_unanswered=course.paused_unanswered.plus(mark) if waits and asked else course.paused_unanswered,
    )


def _taken(course: Course, event: Event, mark: Mark, asked: bool) -> Course:
    return _moved(_handed_on(course, event, mark, asked), event, mark, asked)


def _resolved(course: Course, event: Event, mark: Mark, asked: bool) -> Course:
    done = _moved(course, event, mark, asked)
    return done._replace(resolved_unanswered=done.resolved_unanswered.plus(mark)) if asked else done


def _reopened(course: Course, event: Event, mark: Mark, asked: bool) -> Course:
    return _moved(course, event, mark, asked)._replace(reopenings=course.reopenings.plus(mark))


def _touched(course: Course, event: Event, mark: Mark, _: bool) -> Course:
    return course._replace(moved=mark) if event.actor.is_human else course


def _watched(course: Course, _: Event, mark: Mark, __: bool) -> Course:
    return course._replace(moved=mark)


def _breached(course: Course, _: Event, mark: Mark, __: bool) -> Course:
    return course._replace(breaches=course.breaches.plus(mark))


_CHANGES: Mapping[Kind, Callable[[Course, Event, Mark, bool], Course]] = {
    Kind.CREATED: _created,
    Kind.ASSIGNED: _handed_on,
    Kind.ACKNOWLEDGED: _taken,
    Kind.STATE_CHANGED: _moved,
    Kind.RESOLVED: _resolved,
    Kind.REOPENED: _reopened,
    Kind.CLOSED: _moved,
    Kind.UNDONE: _moved,
    Kind.MERGED: _moved,
    Kind.PRIORITY_CHANGED: _touched,
    Kind.CALL_LOGGED: _touched,
    Kind.CLOCK_BREACHED: _breached,
    Kind.WATCHED: _watched,
}

TELLING = frozenset(_CHANGES)
"""The kinds of events that say something here."""
