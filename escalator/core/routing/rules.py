"""The routing rules of the desk: into which queue a new ticket goes, and which skills it needs."""

from collections.abc import Iterator

from escalator.core.desk.matching import Matter, holds
from escalator.core.desk.model import Desk, RoutingRule


def queue_of(new: Matter, desk: Desk) -> str:
    """The team of the first rule that fits and names one, else the desk's first."""
    return next((rule.team for rule in _fitting(new, desk) if rule.team), desk.default_team)


def skills_for(matter: Matter, desk: Desk) -> tuple[str, ...]:
    """What somebody who is chosen from a team should be able to do: the skills of all rules that fit."""
    return tuple(dict.fromkeys(skill for rule in _fitting(matter, desk) for skill in rule.skills))


def _fitting(matter: Matter, desk: Desk) -> Iterator[RoutingRule]:
    if desk.routing_rules:
        firm = desk.organization_of(matter.requester)
        yield from (rule for rule in desk.routing_rules if holds(rule.when, matter, firm))
