"""The letters that a mailer has claimed: kept for it while it lives, given back when one of them takes long."""

import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from escalator.core.errors import Unavailable
from escalator.store import heartbeats, outbox, settling
from escalator.store.database import Database, Line, Transaction
from escalator.store.outbox import Posted
from escalator.store.settling import Claimed

# A claim is renewed while its mailer lives, so it may be short: letters of a dead mailer are free a minute later.
LEASE = timedelta(seconds=60)
RENEW_EVERY = timedelta(seconds=20)
# A letter may take a quarter of an hour, and those behind it must not wait so long while other mailers are idle.
GIVE_BACK_AFTER = timedelta(seconds=5)
OUTBOUND_HOLD = "outbound-hold"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is (None: nobody's), and when."""

    posted: Posted | None
    at: datetime


class Mailbag:
    """The letters claimed with `token` that were not tried yet. Each is taken out by one thread only."""

    def __init__(self, database: Database, line: Line, token: str, letters: Sequence[Posted]) -> None:
        self._database, self._line, self._token = database, line, token
        self._untried = deque(letters)

    def claimed(self, posted: Posted) -> Claimed:
        return Claimed(self._token, posted.id, OUTBOUND_HOLD)

    def take(self) -> Posted | None:
        """Whatever comes next, overtaken or not."""
        try:
            return self._untried.popleft()
        except IndexError:
            return None

    def take_wanted(self, tx: Transaction) -> Turn:
        """The next that may go: what was overtaken since the claim is passed over; a hold holds all from here on."""
        while (posted := self.take()) is not None:
            if settling.may_go(tx, self.claimed(posted)):
                break
            if heartbeats.thrown(tx, OUTBOUND_HOLD) is not None:
                self._untried.appendleft(posted)
                return Turn(None, tx.now)
        return Turn(posted, tx.now)

    def settle_sent(self, posted: Posted) -> Turn:
        """Notes that a letter is with the server, and looks at the next: mostly one statement for both."""
        following = self.take()
        try:
            with self._line.statement() as one:
                settled = settling.sent(one, self.claimed(posted), self.claimed(following) if following else None)
        except BaseException:
            self._put_back(following)
            raise
        if settled is not None and (following is None or settled.next_may_go):
            return Turn(following, settled.at)
        self._put_back(following)
        with self._database.transaction() as tx:
            return self.take_wanted(tx)

    def give_back(self) -> None:
        """What is untried is free for everybody, as if it had not been claimed."""
        untried = list(iter(self.take, None))
        if not untried:
            return
        try:
            with self._database.transaction() as tx:
                outbox.give_back(tx, self._token, [posted.id for posted in untried])
        except BaseException:
            self._untried.extend(untried)
            raise

    def keep(self, done: threading.Event) -> None:
        """Until `done`: gives back what is untried when that takes long, and renews the claim of what is tried."""
        wait = GIVE_BACK_AFTER
        while not done.wait(wait.total_seconds()):
            try:
                self.give_back()
                with self._database.transaction() as tx:
                    outbox.keep_claim(tx, self._token, LEASE)
                wait = RENEW_EVERY
            except Unavailable as outage:
                log.warning("claim_not_renewed", error=outage.code)  # the next look may find the database again

    def _put_back(self, posted: Posted | None) -> None:
        if posted is not None:
            self._untried.appendleft(posted)


@contextmanager
def carried(database: Database, token: str, letters: Sequence[Posted]) -> Iterator[Mailbag]:
    """The letters while they are being sent; in the end what is left untried is given back.

    A letter that was tried and could not be settled keeps its claim: nobody sends it again at once.
    """
    with database.line() as line:
        bag, done = Mailbag(database, line, token, letters), threading.Event()
        keeper = threading.Thread(target=bag.keep, args=(done,), daemon=True)
        keeper.start()
        try:
            yield bag
        finally:
            done.set()
            keeper.join()
            bag.give_back()
