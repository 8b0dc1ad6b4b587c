"""Picks the person for a step and says why: reachable, on shift, able, not someone who failed the case, least loaded.

What is asked of them yields in this order: first skills, and, where nobody else is left, having failed the case. Who
is away, off shift or cannot be reached is never asked.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from escalator.core.desk.model import Desk, Whom
from escalator.core.ticket.ticket import Ticket

from .rules import skills_for
from .staff import Staff
from .targets import TARGETS, Candidates, Situation

_COMES_BACK = "nobody else is left, so the case comes back"


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer with its reasons: `verdicts` has one sentence for everybody who was looked at.

    `at_last` is for a step that reaches nobody only because they have failed the case: who is asked all the same if
    nobody further up can be (workflow.md, "Having failed the case").
    """

    person: str | None
    why: str
    verdicts: tuple[tuple[str, str], ...] = ()
    at_last: "Choice | None" = None


@dataclass(frozen=True, slots=True)
class _Look:
    """What there is to say against somebody; `lacks` are the skills that they do not have."""

    email: str
    barred: str = ""
    failed: str = ""
    lacks: tuple[str, ...] = ()

    @property
    def objection(self) -> str:
        return self.failed or self.barred


def choose(whom: Whom, ticket: Ticket, desk: Desk, staff: Staff, now: datetime, here: Container[str]) -> Choice:
    """The person whom a step reaches at `now`, or nobody; equal loads go by the order in the desk.

    `desk` is the version that means the step, `here` are the people who are at the desk today.
    """
    case = Situation(ticket, desk, staff, now, here)
    candidates = TARGETS[whom.target](case, whom.name)
    if not candidates.people:
        return Choice(None, candidates.why)
    needed = skills_for(ticket, desk) if candidates.teams else ()
    looks = [_look(email, candidates, case, needed) for email in candidates.people]
    reached = [look for look in looks if not look.barred]
    if unfailing := [look for look in reached if not look.failed]:
        return _pick(unfailing, looks, candidates.why, staff, needed)
    verdicts = tuple((look.email, look.objection) for look in looks)
    at_last = _pick(reached, looks, f"{candidates.why}; {_COMES_BACK}", staff, needed) if reached else None
    why = "all who could be reached have failed this case" if reached else "nobody can be reached"
    return Choice(None, why, verdicts, at_last)


def _pick(fit: Sequence[_Look], looks: Sequence[_Look], why: str, staff: Staff, needed: Sequence[str]) -> Choice:
    """The least loaded of those who can do it, or of those who lack the least."""
    loads = {look.email: staff.loads.get(look.email, 0) for look in fit}
    chosen = min(fit, key=lambda look: (len(look.lacks), loads[look.email]))
    if chosen.lacks:
        why = f"{why}; {_without(needed, chosen.lacks)}"
    # Where failing has yielded, it is not what keeps the others from being asked.
    against = {look.email: look.barred if chosen.failed else look.objection for look in looks}
    told = ((look.email, _told(look, loads) if look in fit else against[look.email]) for look in looks)
    return Choice(chosen.email, why, tuple(told))


def _told(look: _Look, loads: Mapping[str, int]) -> str:
    return f"{loads[look.email]} open" + (f", lacks {' and '.join(look.lacks)}" if look.lacks else "")


def _without(needed: Sequence[str], lacks: Sequence[str]) -> str:
    if len(needed) == 1:
        return f"nobody on shift has the skill {needed[0]}, so you are asked without it"
    return f"nobody on shift has the skills {' and '.join(needed)}, so you are asked without {' and '.join(lacks)}"


def _look(email: str, candidates: Candidates, case: Situation, needed: Sequence[str]) -> _Look:
    if email not in case.here:
        return _Look(email, barred="has left the desk")
    team = candidates.teams.get(email)
    return _Look(
        email,
        barred=_barred(email, team, case),
        failed=_failed(email, team, case),
        lacks=tuple(skill for skill in needed if skill not in case.desk.agents[email].skills),
    )


def _barred(email: str, team: str | None, case: Situation) -> str:
    """Why `email` cannot be asked whatever happens, or an empty text."""
    if case.staff.is_away(email, case.now):
        return "is away"
    if email in case.staff.unreachable:
        return "cannot be reached by mail" if case.desk.agents[email].channels else "has no channel"
    return "is off shift" if team is not None and not is_on_shift(email, team, case.desk, case.now) else ""


def _failed(email: str, team: str | None, case: Situation) -> str:
    """How `email`, or their tier, has failed the case, or an empty text; a tier is shut out as a team only."""
    if email in case.ticket.failed:
        return "has already failed this case"
    tier = case.desk.teams[team].tier if team is not None else None
    return f"tier {tier} has already failed this case" if tier in case.ticket.failed_tiers else ""


def is_on_shift(email: str, team: str | None, desk: Desk, now: datetime) -> bool:
    """Whether these are their own hours, or, for who has none, those of `team`."""
    calendar = desk.agents[email].calendar or (desk.teams[team].calendar if team else None)
    return calendar is not None and desk.calendars[calendar].is_open(now)
