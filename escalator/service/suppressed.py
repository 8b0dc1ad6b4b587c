"""What operators do with addresses that we do not write to: look, and lift what does not hold any more."""

from collections.abc import Iterable, Sequence

from escalator.core.access import Act, Principal, require
from escalator.core.mail.suppressing import Cause
from escalator.store import suppressions
from escalator.store.database import Database
from escalator.store.suppressions import Suppression


class SuppressedService:
    """Use cases around suppressed addresses."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listing(self, principal: Principal, limit: int) -> Sequence[Suppression]:
        """The newest first."""
        require(principal, Act.OUTBOX_READ)
        with self._database.reading() as tx:
            return suppressions.listing(tx, limit)

    def lift(self, principal: Principal, address: str, causes: Iterable[Cause] = tuple(Cause)) -> bool:
        """These causes keep nothing from `address` any more; whether one did. What is dead waits for a replay."""
        require(principal, Act.DESK_CHANGE)
        with self._database.transaction() as tx:
            return suppressions.lift(tx, address, causes)
