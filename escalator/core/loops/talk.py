"""What was said in public in one ticket, as far as a loop could show in it: a bounded fold of its messages."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.workflow import Status

from .marks import NEVER, Mark, Tally, when

MOST_REPEATS, MOST_TOPICS, MOST_TRIED = 4, 8, 12
_LONGEST_NAME = 200


class Repeat(NamedTuple):
    """A reply that went out nearly the same as before, with the customer's message after it once there is one.

    `before` are the numbers of the earlier reply and of what the customer wrote back to that.
    """

    again: Mark
    answered: Mark | None = None
    before: tuple[int, ...] = ()


class Tried(NamedTuple):
    """Somebody who replied: how often, from which team, and when last."""

    name: str
    team: str
    replies: int
    last_at: datetime


class Talk(NamedTuple):
    """Public words. `rounds` are replies to the customer since the last real change of state, `unanswered` the
    customer's messages since the last reply, `said` and `topics` what their words meant. `asked_at` is the first of
    the unanswered, `heard` the place of the customer's newest message, `machine` who of two machines spoke last.
    """

    rounds: Tally = NEVER
    unanswered: Tally = NEVER
    asked_at: datetime | None = None
    repeats: tuple[Repeat, ...] = ()
    said: Mapping[str, Tally] | None = None
    topics: Mapping[str, Mark] | None = None
    machine_turns: Tally = NEVER
    machine: str = ""
    last_word: Mark | None = None
    last_by: str = ""
    heard: int = 0
    tried: tuple[Tried, ...] = ()


SILENT = Talk()

# To and fro between these two is the talk itself: every question and answer makes the ticket wait and wake.
_SAME_STATE = (Status.OPEN, Status.PENDING)


def after(talk: Talk, event: Event, mark: Mark, team: str) -> Talk:
    """The talk after an event; `team` is who has the ticket."""
    change = _CHANGES.get(event.kind)
    return change(talk, event, mark, team) if change else talk


def _created(talk: Talk, event: Event, mark: Mark, team: str) -> Talk:
    if event.data.get("machine"):
        return _machine_spoke(talk, "customer", mark)
    return _heard(talk, event, mark, team) if event.actor.kind == "customer" else talk


def _heard(talk: Talk, event: Event, mark: Mark, _: str) -> Talk:
    data = event.data
    return talk._replace(
        unanswered=talk.unanswered.plus(mark),
        asked_at=talk.asked_at or mark.at,
        repeats=tuple([repeat if repeat.answered else repeat._replace(answered=mark) for repeat in talk.repeats]),
        said=_with_said(talk.said, data.get("says", ()), mark),
        topics=_with_topics(talk.topics, data.get("topics", ()), mark),
        machine_turns=NEVER,
        machine="",
        last_word=mark,
        last_by="customer",
        heard=mark.place,
    )


def _replied(talk: Talk, event: Event, mark: Mark, team: str) -> Talk:
    """A public reply or a logged call of a human."""
    # The same twice in a row is a slip of the hand; with the customer's words in between it is no answer.
    before = max((place for place in event.data.get("like", ()) if place < talk.heard), default=None)
    again = () if before is None else (Repeat(mark, before=(before, talk.heard)),)
    return talk._replace(
        rounds=talk.rounds.plus(mark) if talk.unanswered.times else talk.rounds,
        unanswered=NEVER,
        asked_at=None,
        repeats=(*talk.repeats, *again)[-MOST_REPEATS:],
        machine_turns=NEVER,
        machine="",
        last_word=mark,
        last_by="agent",
        tried=with_tried(talk.tried, Tried(event.actor.name[:_LONGEST_NAME], team, 1, mark.at)),
    )


def _machine_spoke(talk: Talk, side: str, mark: Mark) -> Talk:
    """Two machines take turns; one that only repeats itself is answered by nobody."""
    if side == talk.machine:
        return talk
    return talk._replace(machine_turns=talk.machine_turns.plus(mark), machine=side)


def _machine_wrote(talk: Talk, event: Event, mark: Mark, _: str) -> Talk:
    return _machine_spoke(talk, event.data["side"], mark)


def _ours_wrote(talk: Talk, _: Event, mark: Mark, __: str) -> Talk:
    """A letter that we send by ourselves: what answers it at once is a machine, and must not get the next one."""
    return _machine_spoke(talk, "agent", mark)


def _moved(talk: Talk, event: Event, _: Mark, __: str) -> Talk:
    return talk if event.data.get("to") in _SAME_STATE else _resolved(talk, event, _, __)


def _resolved(talk: Talk, _: Event, __: Mark, ___: str) -> Talk:
    return talk._replace(rounds=NEVER) if talk.rounds.times else talk


def _with_said(known: Mapping[str, Tally] | None, codes: tuple[str, ...], mark: Mark) -> Mapping[str, Tally] | None:
    if not codes:
        return known
    said = known or {}
    return {**said, **{code: said.get(code, NEVER).plus(mark) for code in codes}}


def _with_topics(known: Mapping[str, Mark] | None, names: tuple[str, ...], mark: Mark) -> Mapping[str, Mark] | None:
    """The first mention of each."""
    if not names:
        return known
    mentioned = {**dict.fromkeys(names, mark), **(known or {})}
    return dict(sorted(mentioned.items(), key=lambda pair: when(pair[1]))[:MOST_TOPICS])


def with_tried(known: tuple[Tried, ...], new: Tried) -> tuple[Tried, ...]:
    """Who spoke last stands last; who has not for the longest time is forgotten first."""
    before = next((tried for tried in known if tried.name == new.name), None)
    if before is not None:
        known = tuple(tried for tried in known if tried is not before)
        new = new._replace(replies=before.replies + new.replies)
    return (*known, new)[-MOST_TRIED:]


_CHANGES: Mapping[Kind, Callable[[Talk, Event, Mark, str], Talk]] = {
    Kind.CREATED: _created,
    Kind.CUSTOMER_MESSAGE: _heard,
    Kind.AGENT_MESSAGE: _replied,
    Kind.CALL_LOGGED: _replied,
    Kind.MACHINE_MESSAGE: _machine_wrote,
    Kind.CUSTOMER_TOLD: _ours_wrote,
    Kind.CUSTOMER_REMINDED: _ours_wrote,
    Kind.CALL_BACK_PROMISED: _ours_wrote,
    Kind.STATE_CHANGED: _moved,
    Kind.RESOLVED: _resolved,
}

TELLING = frozenset(_CHANGES)
"""The kinds of events that say something here."""
