"""Whom a step means: each target names its candidates and says in words why they are asked.

To add a target, write one function and one line in `TARGETS` (and its name in `core/desk/model.py`).
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from escalator.core.desk.model import Desk, Target
from escalator.core.ticket.ticket import Ticket

from .oncall import on_call
from .staff import Staff

_FOR_GOOD = datetime(2200, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Situation:
    """What a target may look at. `desk` is the version that means the step, `here` who is at the desk today."""

    ticket: Ticket
    desk: Desk
    staff: Staff
    now: datetime
    here: Container[str]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The people a target means. One for whom `teams` has a team is asked on shift only, all others at any hour."""

    people: tuple[str, ...]
    why: str
    teams: Mapping[str, str] = field(default_factory=dict)


Naming = Callable[[Situation, str | None], Candidates]


def _agent(_: Situation, name: str | None) -> Candidates:
    return Candidates((name,) if name else (), "the ladder names you")


def _team(case: Situation, name: str | None) -> Candidates:
    team = case.desk.teams.get(name or case.ticket.team or "")
    if team is None:
        return _no_team(case, name)
    why = f"you are on shift in {team.name} with the fewest open tickets"
    return Candidates(team.members, why, dict.fromkeys(team.members, team.name))


def _lead(case: Situation, name: str | None) -> Candidates:
    team = case.desk.teams.get(name or case.ticket.team or "")
    return Candidates((team.lead,), f"you lead {team.name}") if team else _no_team(case, name)


def _no_team(case: Situation, name: str | None) -> Candidates:
    return Candidates((), f"team {name or case.ticket.team or '(none)'} is not at this desk")


def _manager(case: Situation, _: str | None) -> Candidates:
    """Of whoever is nearest to the case: its owner, else its assignee, else the lead of its team."""
    ticket, desk = case.ticket, case.desk
    team = desk.teams.get(ticket.team or "")
    nearest = (ticket.owner, ticket.assignee, team.lead if team else None)
    below = next((desk.agents[email] for email in nearest if email and email in desk.agents), None)
    if below is None or below.manager is None:
        return Candidates((), "nobody is named as the manager here")
    return Candidates((below.manager,), f"you are the manager of {below.name}")


def _on_call(case: Situation, name: str | None) -> Candidates:
    """Who has left the desk since this version stands in for nobody, and is passed over in their turn."""
    schedule = case.desk.schedules.get(name or "")
    if schedule is None:
        return Candidates((), f"schedule {name} is not at this desk")
    overrides = [each for each in case.staff.overrides.get(schedule.name, ()) if each.person in case.here]
    left = dict.fromkeys((person for person in schedule.people if person not in case.here), _FOR_GOOD)
    duty = on_call(schedule, case.now, overrides, {**case.staff.away, **left}, case.desk.calendars)
    if duty.person is None:
        return Candidates((), f"nobody is on call for {schedule.name}: {duty.why}")
    return Candidates((duty.person,), f"you are on call for {schedule.name} ({duty.why})")


def _tier_above(case: Situation, _: str | None) -> Candidates:
    level = case.ticket.level
    tier = min((team.tier for team in case.desk.teams.values() if team.tier > level), default=None)
    if tier is None:
        return Candidates((), f"there is no tier above {level}")
    teams = {member: team.name for team in case.desk.teams.values() if team.tier == tier for member in team.members}
    return Candidates(tuple(teams), f"you are on shift in tier {tier} with the fewest open tickets", teams)


TARGETS: Mapping[Target, Naming] = {
    Target.AGENT: _agent,
    Target.TEAM: _team,
    Target.LEAD: _lead,
    Target.MANAGER: _manager,
    Target.ONCALL: _on_call,
    Target.TIER_ABOVE: _tier_above,
}
