"""What operators do with the outbox: look, hold everything, release it, give dead letters another life."""

from collections.abc import Sequence
from dataclasses import dataclass

from escalator.core.access import Act, Principal, require
from escalator.store import heartbeats, outbox, standing
from escalator.store.database import Database
from escalator.store.outbox import Posted
from escalator.store.standing import Standing as Standing

from .mailbag import OUTBOUND_HOLD


@dataclass(frozen=True, slots=True)
class OutboxState:
    """How many letters stand where, and why nothing is sent at the moment (None: it is)."""

    counts: dict[str, int]
    held_because: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What goes out once nothing holds it: `letters` alone, `digested` in digests; `busiest` gets most of it."""

    letters: list[Standing]
    digested: list[Standing]
    busiest: tuple[str, int] | None

    @property
    def count(self) -> int:
        return sum(one.letters for one in self.letters)


class OutboxService:
    """Use cases around the outbox."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listing(self, principal: Principal, state: str | None, limit: int, before: int | None = None) -> list[Posted]:
        """Letters, newest first, from ids under `before`."""
        require(principal, Act.OUTBOX_READ)
        with self._database.reading() as tx:
            return outbox.listing(tx, state, limit, before)

    def state(self, principal: Principal) -> OutboxState:
        require(principal, Act.OUTBOX_READ)
        with self._database.reading() as tx:
            return OutboxState(outbox.counts(tx), heartbeats.thrown(tx, OUTBOUND_HOLD))

    def hold(self, reason: str, actor: str) -> None:
        """Nothing is sent until `release`; tickets, clocks and ladders go on (guarantees.md, O2)."""
        with self._database.transaction() as tx:
            heartbeats.throw(tx, OUTBOUND_HOLD, reason, actor)

    def waiting(self) -> Waiting:
        """What `release` would let go; what was overtaken meanwhile is none of it."""
        with self._database.reading() as tx:
            digested = standing.standing(tx, "pending", in_digests=True)
            return Waiting(standing.standing(tx, "pending"), digested, standing.busiest(tx))

    def release(self) -> int:
        """Lets mail go out again; gives how many letters were waiting."""
        with self._database.transaction() as tx:
            heartbeats.release(tx, OUTBOUND_HOLD)
            return outbox.counts(tx).get("pending", 0)

    def dead(self, kind: str | None = None) -> list[Standing]:
        """The dead letters, of all kinds or one."""
        with self._database.reading() as tx:
            return standing.standing(tx, "dead", kind)

    def replay_all(self, kind: str | None = None) -> int:
        """Tries all dead letters again, of all kinds or one; gives how many there were."""
        with self._database.transaction() as tx:
            return outbox.replay(tx, standing.dead(tx, kind))

    def replay(self, ids: Sequence[int]) -> int:
        """Tries dead letters again; gives how many of `ids` were dead."""
        with self._database.transaction() as tx:
            return outbox.replay(tx, ids)
