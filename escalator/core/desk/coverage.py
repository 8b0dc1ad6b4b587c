"""Whether somebody is there for what the desk says: on call at every hour, and able to do what a rule asks for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from escalator.core.calendar import Calendar
from escalator.core.calendar.local_time import instant
from escalator.core.calendar.rules import LAST_YEAR
from escalator.core.calendar.spans import Span

from .model import Desk, RoutingRule
from .problems import Finding, Path
from .rotations import Schedule


def coverage(desk: Desk) -> Iterator[Finding]:
    """Schedules with nobody on duty, rules that ask nothing or for what nobody can; dangling names are skipped."""
    for schedule in desk.schedules.values():
        yield from _empty(schedule)
        yield from _gap(schedule, desk.calendars)
    for number, rule in enumerate(desk.routing_rules):
        yield from _rule(desk, rule, ("routing", "rules", number))


def _empty(schedule: Schedule) -> Iterator[Finding]:
    for number, rotation in enumerate(schedule.rotations):
        if not rotation.people:
            path = ("schedules", schedule.name, "rotations", number, "people")
            yield Finding(path, "this rotation is empty, so it is nobody's turn", "Add people, or remove it.")


def _gap(schedule: Schedule, calendars: Mapping[str, Calendar]) -> Iterator[Finding]:
    hours = [calendars.get(rotation.during) if rotation.during else None for rotation in schedule.rotations]
    limited = [calendar for calendar in hours if calendar is not None]
    if len(limited) < len(hours):
        return  # One of them is on duty at any hour, or its calendar is not known and that is said already.
    zone = ZoneInfo(schedule.tz)
    year = min(max(rotation.starts.year for rotation in schedule.rotations) + 1, LAST_YEAR)
    gaps = list(_uncovered(limited, _new_year(year, zone), _new_year(year + 1, zone)))
    if gaps:
        starts, ends = (end.astimezone(zone) for end in gaps[0])
        more = f", and at {len(gaps) - 1} more times in {year}" if len(gaps) > 1 else ""
        message = f'nobody is on call for "{schedule.name}" from {starts:%a %Y-%m-%d %H:%M} to {ends:%a %H:%M}{more}'
        remedy = "Add a last rotation without `during`; if it is meant, know that a step passes it by then."
        yield Finding(("schedules", schedule.name), message, remedy, "warning")


def _new_year(year: int, zone: ZoneInfo) -> datetime:
    return instant(datetime(year, 1, 1), zone)  # noqa: DTZ001 - a local time


def _uncovered(calendars: Sequence[Calendar], start: datetime, end: datetime) -> Iterator[Span]:
    """The spans of a year in which none of `calendars` is open, from closing to opening."""
    at = start
    while at < end:
        is_open = any(calendar.is_open(at) for calendar in calendars)
        turns = [calendar.around(at)[1] for calendar in calendars if calendar.is_open(at) is is_open]
        changes = [turn for turn in turns if turn is not None]
        if is_open:
            # One that never closes covers the rest.
            at = max(changes) if len(changes) == len(turns) else end
        else:
            opens = min(changes, default=end)
            yield at, min(opens, end)
            at = opens


def _rule(desk: Desk, rule: RoutingRule, path: Path) -> Iterator[Finding]:
    if not any(getattr(rule.when, asked) for asked in rule.when.__slots__):
        message = "this rule does not say which tickets it is for"
        yield Finding((*path, "when"), message, "Add a condition; where all others go is `team:` under `routing:`.")
    if rule.team is None and not rule.skills:
        yield Finding(path, "this rule does nothing", "Add `team:` or `skills:`, or remove the rule.")
    team = desk.teams.get(rule.team or "")
    people = [desk.agents[email] for email in team.members if email in desk.agents] if team else desk.agents.values()
    for number, skill in enumerate(rule.skills):
        if not any(skill in person.skills for person in people):
            who = f"nobody in {team.name}" if team else "nobody"
            message = f'{who} has the skill "{skill}", so all are asked without it'
            remedy = "Add it to the `skills` of those who have it."
            yield Finding((*path, "skills", number), message, remedy, "warning")
