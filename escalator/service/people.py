"""The people of the desk and what is known of them now: away until when, reached by mail or not, how much to do."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from escalator.core.access import Act, Principal, Role, require
from escalator.core.desk.model import Desk
from escalator.core.errors import Forbidden, Invalid, NotFound
from escalator.core.routing.choosing import is_on_shift
from escalator.core.routing.staff import Staff
from escalator.store import people
from escalator.store.database import Database, Transaction
from escalator.store.people import Workload
from escalator.store.tables import LIVE

from .desk import DeskShelf
from .oncall import duties_of


@dataclass(frozen=True, slots=True)
class Person:
    """An agent with the facts of the moment; of their channels the kinds, never the addresses."""

    email: str
    name: str
    teams: tuple[str, ...]
    leads: tuple[str, ...]
    manager: str | None
    away_until: datetime | None
    reachable: bool
    open_tickets: int
    skills: tuple[str, ...]
    on_shift: bool
    on_call: tuple[str, ...]
    channels: tuple[str, ...]
    mail_comes_back: bool


class PeopleService:
    """Use cases around people."""

    def __init__(self, database: Database, shelf: DeskShelf) -> None:
        self._database, self._shelf = database, shelf

    def listing(self, principal: Principal) -> list[Person]:
        require(principal, Act.AGENTS_READ)
        with self._database.reading() as tx:
            return _people(tx, self._shelf.desks(tx).active)

    def set_away(self, principal: Principal, email: str, until: datetime | None) -> Person:
        """`email` is away until then (None: back); agents say so for themselves, leads and admins for anybody."""
        require(principal, Act.AGENTS_CHANGE)
        if principal.role is Role.AGENT and principal.agent != email:
            raise Forbidden("an agent says for themselves when they are away; ask a lead to say it for others")
        with self._database.transaction() as tx:
            desk = self._shelf.desks(tx).active
            if email not in desk.agents:
                raise NotFound(f"{email} is not an agent of the desk")
            if until is not None and until <= tx.now:
                raise Invalid("the return lies in the past", {"until": ["must be in the future, or null for back"]})
            people.set_away(tx, email, until)
            return _one(tx, desk, email)

    def set_reachable(self, principal: Principal, email: str) -> Person:
        """Somebody has mended the address: `email` is asked by mail again."""
        require(principal, Act.AGENTS_CHANGE)
        with self._database.transaction() as tx:
            desk = self._shelf.desks(tx).active
            if email not in desk.agents:
                raise NotFound(f"{email} is not an agent of the desk")
            people.set_reachable(tx, email)
            return _one(tx, desk, email)


def _one(tx: Transaction, desk: Desk, email: str) -> Person:
    return _people(tx, desk, (email,))[0]


def _people(tx: Transaction, desk: Desk, emails: Iterable[str] | None = None) -> list[Person]:
    """These people, or everybody in the order of the desk."""
    staff, duties = people.staff(tx, Workload(tx, LIVE), desk), duties_of(tx, desk, tx.now)
    on_call = {email: tuple(name for name, duty in duties.items() if duty.person == email) for email in desk.agents}
    bounced = people.unreachable(tx)
    return [_person(email, desk, staff, tx.now, on_call[email], bounced) for email in emails or desk.agents]


def _person(
    email: str, desk: Desk, staff: Staff, now: datetime, on_call: tuple[str, ...], bounced: Collection[str]
) -> Person:
    agent, team = desk.agents[email], desk.team_of(email)
    return Person(
        email=email,
        name=agent.name,
        teams=tuple(team.name for team in desk.teams.values() if email in team.members),
        leads=tuple(team.name for team in desk.teams.values() if team.lead == email),
        manager=agent.manager,
        away_until=staff.away.get(email),
        reachable=email not in staff.unreachable,
        open_tickets=staff.loads.get(email, 0),
        skills=agent.skills,
        on_shift=is_on_shift(email, team.name if team else None, desk, now),
        on_call=on_call,
        channels=tuple(channel.label for channel in agent.channels),
        mail_comes_back=email in bounced,
    )
