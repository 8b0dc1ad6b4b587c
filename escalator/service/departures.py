"""Who loses somebody by a new desk: API keys whose person it lacks, open tickets whose team or people it lacks."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from escalator.core.desk.model import Desk
from escalator.store import dossiers, keys
from escalator.store.database import Transaction
from escalator.store.keys import Key


@dataclass(frozen=True, slots=True)
class Departures:
    """`keys` are those that work now and will not; `tickets` are open, and `by` is how many each name has of them."""

    keys: tuple[Key, ...] = ()
    tickets: int = 0
    by: Counter[str] = field(default_factory=Counter)


def departures(tx: Transaction, active: Desk, draft: Desk) -> Departures:
    """What loses a team or a person when `draft` follows the `active` desk."""
    people, teams = active.agents.keys() - draft.agents.keys(), active.teams.keys() - draft.teams.keys()
    tickets, by = 0, Counter[str]()
    for place in dossiers.places(tx):
        gone = (people | teams).intersection((place.team, place.assignee, place.owner))
        tickets += place.tickets if gone else 0
        by.update(dict.fromkeys(gone, place.tickets))
    return Departures(_keys_of(tx, people), tickets, by)


def _keys_of(tx: Transaction, people: Collection[str]) -> tuple[Key, ...]:
    return tuple(
        key
        for key in keys.listing(tx)
        if key.agent in people and key.revoked_at is None and (key.expires_at is None or key.expires_at > tx.now)
    )
