"""The people of the desk and what is known of them now: away until when, reached by mail or not, how much to do."""

from dataclasses import dataclass
from datetime import datetime

from escalator.core.access import Act, Principal, Role, require
from escalator.core.desk.model import Desk
from escalator.core.errors import Forbidden, Invalid, NotFound
from escalator.core.routing.staff import Staff
from escalator.store import people
from escalator.store.database import Database, Transaction
from escalator.store.people import Workload
from escalator.store.tables import LIVE

from .desk import DeskShelf


@dataclass(frozen=True, slots=True)
class Person:
    """An agent with the facts of the moment."""

    email: str
    name: str
    teams: tuple[str, ...]
    leads: tuple[str, ...]
    manager: str | None
    away_until: datetime | None
    reachable: bool
    open_tickets: int


class PeopleService:
    """Use cases around people."""

    def __init__(self, database: Database, shelf: DeskShelf) -> None:
        self._database, self._shelf = database, shelf

    def listing(self, principal: Principal) -> list[Person]:
        require(principal, Act.AGENTS_READ)
        with self._database.reading() as tx:
            desk, staff = self._shelf.desks(tx).active, _staff(tx)
            return [_person(email, desk, staff) for email in desk.agents]

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
            return _person(email, desk, _staff(tx))

    def set_reachable(self, principal: Principal, email: str) -> Person:
        """Somebody has mended the address: `email` is asked by mail again."""
        require(principal, Act.AGENTS_CHANGE)
        with self._database.transaction() as tx:
            desk = self._shelf.desks(tx).active
            if email not in desk.agents:
                raise NotFound(f"{email} is not an agent of the desk")
            people.set_reachable(tx, email)
            return _person(email, desk, _staff(tx))


def _staff(tx: Transaction) -> Staff:
    return people.staff(tx, Workload(tx, LIVE))


def _person(email: str, desk: Desk, staff: Staff) -> Person:
    return Person(
        email=email,
        name=desk.agents[email].name,
        teams=tuple(team.name for team in desk.teams.values() if email in team.members),
        leads=tuple(team.name for team in desk.teams.values() if team.lead == email),
        manager=desk.agents[email].manager,
        away_until=staff.away.get(email),
        reachable=email not in staff.unreachable,
        open_tickets=staff.loads.get(email, 0),
    )
