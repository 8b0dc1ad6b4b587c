"""What a policy promises a clock: the target, the calendar that counts it, and the instants that follow from both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from escalator.core.calendar import Calendar
from escalator.core.desk.metrics import METRICS, Metric
from escalator.core.desk.model import Desk, Ladder, Policy, Reason
from escalator.core.desk.versions import Desks
from escalator.core.ticket.events import stamp
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status

from .cycle import Cycle, Cycles, WarningPoint
from .policies import policy_for

# No calendar of a desk can be called so: their names start with a letter or digit.
WALL_CLOCK = "(wall clock)"
_EVERY_MINUTE = Calendar(
    "UTC", {day: [("00:00", "24:00")] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
)
_NONE = timedelta(0)
_LEAST = timedelta(microseconds=1)


def home(ticket: Ticket, cycles: Cycles, desks: Desks) -> Desk:
    """The desk version by which a ticket's promises are kept, until a recalculation moves it to another (rule 12).

    One that was opened before versions were kept goes by that of its newest clock.
    """
    if ticket.desk:
        return desks.at(ticket.desk)
    return desks.at(max(cycle.desk for cycle in cycles)) if cycles else desks.active


def keeps_the_same_promises(one: Desk, other: Desk) -> bool:
    """Whether no clock and no deadline of any ticket would notice the difference between two desks."""
    return _promises(one) == _promises(other)


def _promises(desk: Desk) -> tuple[object, ...]:
    rules = (desk.policies, desk.organizations, desk.calendars, desk.ladders)
    return (*rules, desk.tickets, desk.asking, desk.escalation.max_age, desk.loops, desk.default_team)


def calendar_of(desk: Desk, name: str) -> Calendar:
    """The calendar of the desk, or the one that is always open."""
    return _EVERY_MINUTE if name == WALL_CLOCK else desk.calendars[name]


def counting(cycle: Cycle, desks: Desks) -> Calendar:
    """The calendar that counts the time of `cycle`."""
    return calendar_of(desks.at(cycle.desk), cycle.calendar)


@dataclass(frozen=True, slots=True)
class Terms:
    """What one metric of a ticket runs by: a policy with its target, in one version of the desk."""

    metric: Metric
    policy: Policy
    target: timedelta
    desk: Desk

    @property
    def calendar_name(self) -> str:
        return WALL_CLOCK if self.metric.wall_clock else self.policy.calendar

    @property
    def calendar(self) -> Calendar:
        return calendar_of(self.desk, self.calendar_name)

    def stands_still_in(self, status: Status) -> bool:
        default = self.metric.pauses
        return default is not None and status in self.policy.pauses.get(self.metric.name, default)

    def data(self) -> dict[str, Any]:
        """The terms as they stand in an event."""
        return {
            "policy": self.policy.name,
            "desk": self.desk.version,
            "calendar": self.calendar_name,
            "target": self.target.total_seconds(),
        }

    def is_over(self, elapsed: timedelta, at: datetime) -> bool:
        """Whether a clock that has counted `elapsed` by `at` is past its deadline.

        What was used up exactly at closing time is over as soon as closing time is past.
        """
        if elapsed != self.target:
            return elapsed > self.target
        calendar = self.calendar
        return calendar.add(calendar.add(at, -_LEAST), _LEAST) < at

    def moments(
        self,
        elapsed: timedelta,
        at: datetime,
        warned: Sequence[WarningPoint] = (),
        over_since: datetime | None = None,
    ) -> dict[str, Any]:
        """When a clock that has counted `elapsed` by `at` will be due, and when its warnings fall (rule 14).

        One that is over has been due since `over_since`; if nobody promised it then, since now.
        """
        if self.is_over(elapsed, at):
            return {"due_at": stamp(over_since or at), "warnings": []}
        target, fallen = self.target, {point.label for point in warned}
        warnings = []
        for warning in self.policy.warnings:
            amount = target * warning.share if warning.share is not None else target - (warning.remaining or target)
            if warning.label not in fallen and amount > _NONE:
                warnings.append([warning.label, stamp(self._reached(amount, elapsed, at))])
        return {"due_at": stamp(self._reached(target, elapsed, at)), "warnings": warnings}

    def _reached(self, amount: timedelta, elapsed: timedelta, at: datetime) -> datetime:
        """When `amount` has been counted; what has been already is reached now, be the desk open or not."""
        return self.calendar.add(at, amount - elapsed) if amount > elapsed else at

    def differs(self, other: "Terms") -> bool:
        """Whether a clock would notice: another policy or target, or in another desk what the same policy says."""
        if (self.policy.name, self.target) != (other.policy.name, other.target):
            return True
        if self.desk.version == other.desk.version:
            return False
        return not self.promises_as(other) or self._ladders() != other._ladders()

    def promises_as(self, other: "Terms") -> bool:
        """Whether the customer is promised the same, whatever the policy is called and whoever hears of it."""
        return self._promise() == other._promise()

    def _promise(self) -> tuple[object, ...]:
        pauses = [self.stands_still_in(status) for status in Status]
        return self.target, self.calendar, self.policy.warnings, pauses

    def _ladders(self) -> dict[Reason, Ladder]:
        return {reason: self.desk.ladders[name] for reason, name in self.policy.ladders.items()}


def promises(ticket: Ticket, desk: Desk) -> Mapping[str, Terms]:
    """What `desk` promises the ticket, by metric; nothing for a metric that its policy does not name."""
    policy = policy_for(ticket, desk)
    if policy is None:
        return {}
    targets = policy.targets.get(ticket.priority, {})
    return {name: Terms(METRICS[name], policy, target, desk) for name, target in targets.items()}


def terms_of(cycle: Cycle, desks: Desks) -> Terms:
    """What the cycle runs by, in the desk version to which it is pinned."""
    desk = desks.at(cycle.desk)
    return Terms(METRICS[cycle.metric], desk.policy(cycle.policy), cycle.target, desk)
