"""Who is on call: now or at any moment, who is next, and who stands in for them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from escalator.core.access import Act, Principal, require
from escalator.core.desk.model import Desk
from escalator.core.desk.rotations import Schedule
from escalator.core.errors import Invalid, NotFound
from escalator.core.routing.oncall import Duty, Override, on_call
from escalator.store import overrides, people
from escalator.store.database import Database, Transaction
from escalator.store.overrides import Stand
from escalator.store.people import Workload
from escalator.store.tables import LIVE

from .desk import DeskShelf

# As long as a turn may be: what ended before that has nothing to do with who is on call.
_LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class OnCall:
    """Who is on call for a schedule at a moment, by the desk that is in use; `zone` is where its hand-overs are."""

    schedule: str
    zone: str
    person: str | None
    name: str | None
    since: datetime | None
    until: datetime | None
    why: str
    next_person: str | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class StandIn:
    """An override as people see it; `actor` made it."""

    id: int
    schedule: str
    person: str
    starts_at: datetime
    ends_at: datetime
    actor: str
    created_at: datetime


class OnCallService:
    """Use cases around on-call schedules."""

    def __init__(self, database: Database, shelf: DeskShelf) -> None:
        self._database, self._shelf = database, shelf

    def listing(self, principal: Principal, at: datetime | None = None) -> tuple[datetime, list[OnCall]]:
        """The moment that was asked for (now, if none) and who is on call then, for every schedule of the desk."""
        require(principal, Act.AGENTS_READ)
        with self._database.reading() as tx:
            desk, moment = self._shelf.desks(tx).active, at or tx.now
            duties = duties_of(tx, desk, moment)
            return moment, [seen(schedule, duties[name], desk) for name, schedule in desk.schedules.items()]

    def overrides(self, principal: Principal, schedule: str) -> list[StandIn]:
        require(principal, Act.AGENTS_READ)
        with self._database.reading() as tx:
            _require_schedule(self._shelf.desks(tx).active, schedule)
            return [_stand_in(stand) for stand in overrides.listing(tx, schedule)]

    def stand_in(
        self, principal: Principal, schedule: str, person: str, starts_at: datetime, ends_at: datetime
    ) -> StandIn:
        """`person` is on call from `starts_at` to before `ends_at`; what has passed already stays as it was."""
        require(principal, Act.ONCALL_CHANGE)
        with self._database.transaction() as tx:
            desk = self._shelf.desks(tx).active
            _require_schedule(desk, schedule)
            if person not in desk.agents:
                raise Invalid(f"{person} is not an agent of the desk", {"person": ["must be an agent of the desk"]})
            _require_span(starts_at, ends_at, tx.now)
            stand = overrides.add(tx, schedule, person, max(starts_at, tx.now), ends_at, principal.actor.name)
            return _stand_in(stand)

    def withdraw(self, principal: Principal, schedule: str, number: str) -> StandIn:
        """The override ends now, or never begins."""
        require(principal, Act.ONCALL_CHANGE)
        with self._database.transaction() as tx:
            _require_schedule(self._shelf.desks(tx).active, schedule)
            known = number.isascii() and number.isdecimal() and len(number) < 19
            stand = overrides.withdraw(tx, schedule, int(number)) if known else None
            if stand is None:
                which = f"`escalator oncall overrides {schedule}` lists those that it has"
                raise NotFound(f"{schedule} has no override {number[:40]} that is not over; {which}")
            return _stand_in(stand)


def duties_of(tx: Transaction, desk: Desk, at: datetime) -> dict[str, Duty]:
    """Who is on call at `at`, by schedule."""
    stands = overrides.by_schedule(tx, at - _LONGEST)
    away = people.staff(tx, Workload(tx, LIVE), desk).away
    return {
        name: on_call(schedule, at, _of_the_desk(desk, stands.get(name, [])), away, desk.calendars)
        for name, schedule in desk.schedules.items()
    }


def seen(schedule: Schedule, duty: Duty, desk: Desk) -> OnCall:
    return OnCall(
        schedule=schedule.name,
        zone=schedule.tz,
        person=duty.person,
        name=desk.agents[duty.person].name if duty.person else None,
        since=duty.since,
        until=duty.until,
        why=duty.why,
        next_person=duty.next_person,
        next_at=duty.next_at,
    )


def _of_the_desk(desk: Desk, stands: list[Override]) -> list[Override]:
    """Who has left the desk stands in for nobody."""
    return [stand for stand in stands if stand.person in desk.agents]


def _require_schedule(desk: Desk, schedule: str) -> None:
    if schedule not in desk.schedules:
        known = ", ".join(desk.schedules) or "none"
        raise NotFound(f'the desk has no schedule "{schedule[:60]}"; it has: {known}')


def _require_span(starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    if ends_at <= starts_at:
        raise Invalid("the override ends before it begins", {"to": ["must be later than from"]})
    if ends_at <= now:
        raise Invalid(
            "the override lies in the past; who was on call then stays as it was", {"to": ["must be in the future"]}
        )
    if ends_at - max(starts_at, now) > _LONGEST:
        raise Invalid(
            "the override is longer than a year; change the desk", {"to": ["must be within 366 days of from"]}
        )


def _stand_in(stand: Stand) -> StandIn:
    override = stand.override
    return StandIn(
        id=override.id,
        schedule=stand.schedule,
        person=override.person,
        starts_at=override.starts_at,
        ends_at=override.ends_at,
        actor=override.actor,
        created_at=stand.created_at,
    )
