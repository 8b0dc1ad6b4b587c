"""Picks the person for a step and says why: reachable, on shift, not someone who failed the case, least loaded."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime

from escalator.core.desk.model import Desk, Whom
from escalator.core.ticket.ticket import Ticket

from .staff import Staff
from .targets import TARGETS, Candidates


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer with its reasons: `verdicts` has one sentence for everybody who was looked at."""

    person: str | None
    why: str
    verdicts: tuple[tuple[str, str], ...] = ()


def choose(whom: Whom, ticket: Ticket, desk: Desk, staff: Staff, now: datetime, here: Container[str]) -> Choice:
    """The person whom a step reaches at `now`, or nobody; equal loads go by the order in the desk.

    `desk` is the version that means the step, `here` are the people who are at the desk today.
    """
    candidates = TARGETS[whom.target](ticket, desk, whom.name)
    if not candidates.people:
        return Choice(None, candidates.why)
    verdicts = {
        email: _verdict(email, candidates, ticket, desk, staff, now) if email in here else "has left the desk"
        for email in candidates.people
    }
    fit = [email for email, objection in verdicts.items() if not objection]
    if not fit:
        return Choice(None, "nobody can be reached", tuple(verdicts.items()))
    person = min(fit, key=lambda email: staff.loads.get(email, 0))
    told = {email: objection or f"{staff.loads.get(email, 0)} open" for email, objection in verdicts.items()}
    return Choice(person, candidates.why, tuple(told.items()))


def _verdict(email: str, candidates: Candidates, ticket: Ticket, desk: Desk, staff: Staff, now: datetime) -> str:
    """Why `email` cannot be asked, or an empty text."""
    if email in ticket.failed:
        return "has already failed this case"
    if staff.is_away(email, now):
        return "is away"
    if email in staff.unreachable:
        return "cannot be reached by mail"
    if candidates.team is None:
        return ""
    if desk.teams[candidates.team].tier in ticket.failed_tiers:
        return f"tier {desk.teams[candidates.team].tier} has already failed this case"
    return "" if _on_shift(email, candidates.team, desk, now) else "is off shift"


def _on_shift(email: str, team: str, desk: Desk, now: datetime) -> bool:
    calendar = desk.agents[email].calendar or desk.teams[team].calendar
    return desk.calendars[calendar].is_open(now)
