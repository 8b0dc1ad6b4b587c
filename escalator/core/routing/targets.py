"""Whom a step means: each target names its candidates and says in words why they are asked.

To add a target, write one function and one line in `TARGETS` (and its name in `core/desk/model.py`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from escalator.core.desk.model import Desk, Target
from escalator.core.ticket.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Candidates:
    """The people a target means. A named person is asked at any hour, one of `team` only on shift."""

    people: tuple[str, ...]
    why: str
    team: str | None = None


def _agent(_: Ticket, __: Desk, name: str | None) -> Candidates:
    return Candidates((name,) if name else (), "the ladder names you")


def _team(ticket: Ticket, desk: Desk, name: str | None) -> Candidates:
    team = desk.teams.get(name or ticket.team or "")
    if team is None:
        return Candidates((), f"team {name or ticket.team or '(none)'} is not at this desk")
    return Candidates(team.members, f"you are on shift in {team.name} with the fewest open tickets", team.name)


def _lead(ticket: Ticket, desk: Desk, name: str | None) -> Candidates:
    team = desk.teams.get(name or ticket.team or "")
    if team is None:
        return Candidates((), f"team {name or ticket.team or '(none)'} is not at this desk")
    return Candidates((team.lead,), f"you lead {team.name}")


def _manager(ticket: Ticket, desk: Desk, _: str | None) -> Candidates:
    team = desk.teams.get(ticket.team or "")
    below = desk.agents.get(ticket.assignee or "") or desk.agents.get(team.lead if team else "")
    if below is None or below.manager is None:
        return Candidates((), "nobody is named as the manager here")
    return Candidates((below.manager,), f"you are the manager of {below.name}")


TARGETS: Mapping[Target, Callable[[Ticket, Desk, str | None], Candidates]] = {
    Target.AGENT: _agent,
    Target.TEAM: _team,
    Target.LEAD: _lead,
    Target.MANAGER: _manager,
}
