"""What shows that a case goes in circles: one function for each signal and one line in the registry.

A signal looks at a case: what is remembered of a ticket, and of those that are linked to it. It costs no more for a
long case than for a short one, since memory is bounded.

Counts add up over the case when each time is one more of the same (rounds, returns, broken promises, what was said).
What each further ticket has by its nature does not: a first message, a way to the team that has the others, an
automatic receipt. That there are two is a signal of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from escalator.core.calendar import Calendar
from escalator.core.desk.loops import LoopRules
from escalator.core.desk.spans import in_hours

from .marks import NEVER, Mark, Tally
from .memory import OTHERS, OURS, THE_CUSTOMERS, Conversation
from .silence import allowed, due
from .talk import Repeat

_MOST_TIMES = 5
_TURNS = {
    OURS: "while it was our turn",
    OTHERS: "while others were to act",
    THE_CUSTOMERS: "after our last word to the customer",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One signal. `evidence` are numbers of messages; `events` numbers of the ticket's own events without words."""

    kind: str
    at: datetime
    weight: int
    evidence: tuple[int, ...]
    events: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What a signal may look at; `case` holds the ticket itself first, then the linked ones."""

    case: Sequence[Conversation]
    rules: LoopRules
    now: datetime
    calendar: Calendar

    @property
    def own(self) -> Conversation:
        return self.case[0]

    def sum(self, tally_of: Callable[[Conversation], Tally]) -> Tally:
        """What happened in all tickets of the case."""
        total = tally_of(self.own)
        for other in self.case[1:]:
            tally = tally_of(other)
            if tally.times:
                total = total.joined(Tally(tally.times, tuple([_elsewhere(mark) for mark in tally.marks])))
        return total


@dataclass(frozen=True, slots=True)
class Seen:
    """What a signal saw: the marks that show it, a sentence, when if not at the last mark, how often it weighs."""

    marks: Sequence[Mark]
    why: str
    at: datetime | None = None
    weighs: int = 1


Signal = Callable[[Scene], Seen | None]


def signals(case: Sequence[Conversation], rules: LoopRules, now: datetime, calendar: Calendar) -> list[Found]:
    """Every signal that the case gives at `now`, in the order of the registry; those that weigh nothing are off."""
    scene = Scene(case, rules, now, calendar)
    found = []
    for kind, signal in SIGNALS.items():
        weight = rules.weight(kind)
        if weight and (seen := signal(scene)):
            found.append(_found(kind, weight, seen))
    return found


def _found(kind: str, weight: int, seen: Seen) -> Found:
    messages = (mark.message for mark in seen.marks if mark.message is not None)
    events = (mark.event for mark in seen.marks if mark.message is None and mark.event)
    return Found(
        kind=kind,
        at=seen.at or max(mark.at for mark in seen.marks),
        weight=weight * seen.weighs,
        evidence=tuple(dict.fromkeys(messages)),
        events=tuple(dict.fromkeys(events)),
        why=seen.why,
    )


def _elsewhere(mark: Mark) -> Mark:
    """The number of an event says nothing outside its ticket."""
    return mark._replace(event=0)


def _last(known: Conversation) -> tuple[Mark, ...]:
    """The last that was done, or else said, in a ticket."""
    last = known.course.moved or known.talk.last_word
    return (last,) if last else ()


def _silence(scene: Scene) -> Seen | None:
    falls_due = due(scene.own, scene.rules, scene.calendar)
    if falls_due is None or falls_due > scene.now:
        return None
    span = in_hours(allowed(scene.own, scene.rules))
    marks = scene.own.talk.unanswered.marks or _last(scene.own)
    return Seen(marks, f"no word and no progress for {span} of open time, {_TURNS[scene.own.turn]}", falls_due)


def _back_and_forth(scene: Scene) -> Seen | None:
    rounds = scene.sum(lambda known: known.talk.rounds)
    if rounds.times < scene.rules.rounds:
        return None
    return Seen(rounds.marks, f"{rounds.times} replies to the customer, and the case stands where it stood")


def _same_reply(scene: Scene) -> Seen | None:
    repeats = [repeat for known in scene.case for repeat in known.talk.repeats if repeat.answered]
    if not repeats:
        return None
    marks = [mark for repeat in repeats for mark in _told_again(repeat)]
    return Seen(marks, "the customer got nearly the same reply again, and wrote back again")


def _told_again(repeat: Repeat) -> list[Mark]:
    """The reply, what the customer wrote to it, and both once more."""
    # When the first two were is not kept; they show nothing before the third.
    before = [Mark(repeat.again.at, 0, number) for number in repeat.before]
    return [*before, *(mark for mark in (repeat.again, repeat.answered) if mark)]


def _reopened(scene: Scene) -> Seen | None:
    back = scene.sum(lambda known: known.course.reopenings)
    if back.times < scene.rules.reopenings:
        return None
    return Seen(back.marks, f"it came back {back.times} times after it was resolved")


def _ping_pong(scene: Scene) -> Seen | None:
    returns = scene.sum(lambda known: known.course.returns)
    if not returns.times:
        return None
    return Seen(returns.marks, "it went back to a team that had just handed it on")


def _handed_on(scene: Scene) -> Seen | None:
    hand_overs = scene.own.course.hand_overs
    if hand_overs.times < scene.rules.hand_overs:
        return None
    return Seen(hand_overs.marks, f"it was handed from team to team {hand_overs.times} times")


def _unanswered(scene: Scene) -> Seen | None:
    asked = scene.own.talk.unanswered
    if asked.times < scene.rules.unanswered or not scene.own.course.is_open:
        return None
    return Seen(asked.marks, f"the customer wrote {asked.times} times without an answer")


def _two_tickets(scene: Scene) -> Seen | None:
    """One matter may hit several customers; each of them is told one thing by us as long as they have one ticket."""
    theirs = [known.course for known in scene.case if known.customer == scene.own.customer]
    begun = [course.begun_at for course in theirs if course.is_open and course.begun_at]
    if len(begun) < 2:
        return None
    return Seen(_last(scene.own), f"the same customer has {len(begun)} open tickets on this matter", max(begun))


def _breaches(scene: Scene) -> Seen | None:
    broken = scene.sum(lambda known: known.course.breaches)
    if broken.times < scene.rules.breaches:
        return None
    return Seen(broken.marks, f"{broken.times} promises were broken in this case")


def _paused(scene: Scene) -> Seen | None:
    course, rules = scene.own.course, scene.rules
    if course.begun_at is None or not course.is_open:
        return None
    waited = course.paused + (scene.now - course.paused_since if course.paused_since else course.paused * 0)
    share = 100 * waited // max(scene.now - course.begun_at, waited) if waited else 0
    if waited < rules.paused_for or share < rules.paused_share:
        return None
    return Seen(
        _last(scene.own),
        f"it stood still for {waited.days} days, {share}% of its life, waiting for others",
        scene.now,
    )


def _paused_unanswered(scene: Scene) -> Seen | None:
    paused = scene.sum(lambda known: known.course.paused_unanswered)
    return Seen(paused.marks, "it was put aside while the customer waited for an answer") if paused.times else None


def _resolved_unanswered(scene: Scene) -> Seen | None:
    done = scene.sum(lambda known: known.course.resolved_unanswered)
    return Seen(done.marks, "it was resolved while the customer waited for an answer") if done.times else None


def _machines(scene: Scene) -> Seen | None:
    turns = scene.own.talk.machine_turns
    if turns.times < scene.rules.machine_turns:
        return None
    return Seen(turns.marks, f"two machines have answered each other, {turns.times} messages so far")


def _says(code: str, why: str, most: int = 1) -> Signal:
    """The customer said it; `most` is how many times it counts."""

    def seen(scene: Scene) -> Seen | None:
        said = scene.sum(lambda known: (known.talk.said or {}).get(code, NEVER))
        return Seen(said.marks, why, weighs=min(said.times, most)) if said.times else None

    return seen


SIGNALS: Mapping[str, Signal] = {
    "back_and_forth": _back_and_forth,
    "same_reply": _same_reply,
    "reopened": _reopened,
    "ping_pong": _ping_pong,
    "handed_on": _handed_on,
    "unanswered": _unanswered,
    "silence": _silence,
    "two_tickets": _two_tickets,
    "breaches": _breaches,
    "paused": _paused,
    "paused_unanswered": _paused_unanswered,
    "resolved_unanswered": _resolved_unanswered,
    "machines": _machines,
    "wants_person": _says("wants_person", "the customer asks for a human being"),
    "wants_manager": _says("wants_manager", "the customer asks for a manager"),
    "wants_call": _says("wants_call", "the customer asks to be called"),
    "no_help": _says("no_help", "the customer says that it did not help", _MOST_TIMES),
    "complaint": _says("complaint", "the customer complains"),
    "leaving": _says("leaving", "the customer speaks of leaving"),
}
