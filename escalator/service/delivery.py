"""The mailer: takes letters from the outbox, sends each, and writes down how it ended, by the other side's answer."""

import random
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

import structlog

from escalator.adapters.channels import Channel, Delivery, Outcome
from escalator.core.desk.channels import kind_of
from escalator.core.desk.model import Desk
from escalator.core.dossier import Dossier, World
from escalator.core.errors import Unavailable
from escalator.core.escalation.unreached import unreached
from escalator.core.notify.retries import CALLS_GIVE_UP_AFTER, GIVE_UP_AFTER, wait_before
from escalator.core.ticket.events import Event
from escalator.store import heartbeats, outbox, people
from escalator.store.database import Database, Transaction
from escalator.store.outbox import Posted

from .addressing import addressed
from .handling import Handling

# A claim is renewed while its mailer lives, so it may be short: letters of a dead mailer are free a minute later.
LEASE = timedelta(seconds=60)
RENEW_EVERY = timedelta(seconds=20)
OUTBOUND_HOLD = "outbound-hold"
# So many colleagues do not lose their mailboxes in an hour: it is our relay that refuses.
REFUSALS_THAT_HOLD, REFUSALS_WITHIN = 3, timedelta(hours=1)

log = structlog.get_logger(__name__)


class Round(StrEnum):
    """What a mailer goes round with, each for itself: a slow receiver of calls must not keep mail waiting.

    Each has a queue of its name; `beat` is its sign of life.
    """

    MAIL = "mail"
    CALLS = "webhook"

    @property
    def beat(self) -> str:
        return "mailer" if self is Round.MAIL else "caller"


HEARTBEAT = Round.MAIL.beat


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a round of the mailer came to, by how each letter stands now."""

    sent: int = 0
    again: int = 0
    dead: int = 0

    @property
    def tried(self) -> int:
        return self.sent + self.again + self.dead

    def __add__(self, other: "Delivered") -> "Delivered":
        return Delivered(self.sent + other.sent, self.again + other.again, self.dead + other.dead)


class DeliveryService:
    """Use cases of the mailer. `channels` has one entry for each value of a letter's `channel`."""

    def __init__(
        self,
        database: Database,
        handling: Handling,
        channels: Mapping[str, Channel],
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self._database, self._handling, self._channels = database, handling, channels
        self._settings = settings or {}

    def deliver(self, limit: int = 50, round_: Round = Round.MAIL) -> Delivered:
        """One round: claims up to `limit` letters, sends them one by one, and settles each by itself."""
        token = uuid4().hex
        with self._database.transaction() as tx:
            heartbeats.beat(tx, round_.beat)
            held = heartbeats.thrown(tx, OUTBOUND_HOLD) is not None
            letters = [] if held else outbox.claim(tx, token, limit, LEASE, mail=round_ is Round.MAIL)
            if not letters:
                return Delivered()
            desk = self._handling.shelf.desks(tx).active
        with self._claim_kept(token, letters):
            return self._send_all(token, letters, desk)

    def silence(self, round_: Round = Round.MAIL) -> timedelta | None:
        """How long no mailer has looked into the outbox; None if none ever did."""
        with self._database.reading() as tx:
            last = heartbeats.last(tx, round_.beat)
            return None if last is None else tx.now - last

    def _send_all(self, token: str, untried: list[Posted], desk: Desk) -> Delivered:
        """Takes each letter out of `untried` before it is tried."""
        total = Delivered()
        while untried:
            posted = untried.pop(0)
            delivery = self._carry(posted, desk, self._now())
            settled = self._settle(token, posted, delivery)
            total += settled
            if settled.dead and posted.letter.run:
                self._go_on_without(posted)
            if delivery.outcome is Outcome.MISCONFIGURED:
                break
        return total

    def _now(self) -> datetime:
        """Each letter has a time of its own: those before it may have been slow, and what is signed must be fresh."""
        with self._database.reading() as tx:
            return tx.now

    def _settle(self, token: str, posted: Posted, delivery: Delivery) -> Delivered:
        """By the rules of mail.md, 12; one transaction for each letter, so that a crash repeats at most one."""
        log.info(
            "letter_tried",
            letter=posted.id,
            kind=posted.letter.kind,
            channel=posted.letter.channel,
            outcome=str(delivery.outcome),
            stage=delivery.stage,
            code=delivery.code,
        )
        why = delivery.in_short
        with self._database.transaction() as tx:
            if delivery.outcome is Outcome.SENT:
                outbox.settle_sent(tx, token, posted.id)
                return Delivered(sent=1)
            if delivery.outcome in (Outcome.UNREACHABLE, Outcome.REJECTED):
                # A customer whose mail bounces is nobody of the desk, though they may share an address with one.
                if delivery.outcome is Outcome.UNREACHABLE and not posted.letter.is_for_customer:
                    _mark_unreachable(tx, posted.letter.recipient, why)
                outbox.settle_dead(tx, token, posted.id, why)
                return Delivered(dead=1)
            if delivery.outcome is Outcome.MISCONFIGURED:
                log.error("outbound_mail_held", stage=delivery.stage, code=delivery.code)
                heartbeats.throw(tx, OUTBOUND_HOLD, f"our own configuration is refused: {why}", "mailer")
            return self._try_again(tx, token, posted, why)

    def _try_again(self, tx: Transaction, token: str, posted: Posted, why: str) -> Delivered:
        end = GIVE_UP_AFTER if posted.letter.is_mail else CALLS_GIVE_UP_AFTER
        if tx.now - posted.created_at > end:
            outbox.settle_dead(tx, token, posted.id, f"given up after {end.days} days; {why}")
            return Delivered(dead=1)
        wait = wait_before(posted.attempts, random.random())  # noqa: S311 - spreads load, guards nothing
        outbox.try_again(tx, token, posted.id, tx.now + wait, why)
        return Delivered(again=1)

    def _carry(self, posted: Posted, desk: Desk, at: datetime) -> Delivery:
        letter = posted.letter
        try:
            sending = addressed(letter, desk, self._settings, at)
        except LookupError as gone:
            return Delivery(Outcome.REJECTED, "address", None, "", said=str(gone))
        try:
            return self._channels[kind_of(letter.channel)].deliver(sending)
        except Exception as failure:  # noqa: BLE001 - one letter must not keep the others from going out
            log.error("channel_failed", letter=posted.id, channel=letter.channel, error=type(failure).__name__)
            return Delivery(Outcome.TEMPORARY, "channel", None, type(failure).__name__)

    def _go_on_without(self, posted: Posted) -> None:
        """When no channel reached the person, the ladder goes on at once; if not, the end of the window does it."""
        letter = posted.letter

        def go_on(dossier: Dossier, world: World) -> list[Event]:
            return unreached(
                dossier.ticket, dossier.run, letter.turn, letter.recipient, world.desks, world.staff, world.now
            )

        try:
            with self._database.transaction() as tx:
                if outbox.states(tx, letter.siblings) == {"dead"}:
                    self._handling.command(tx, letter.ticket_id, go_on)
        except Exception as failure:  # noqa: BLE001 - the letter is settled, and the others wait
            log.error("could_not_go_on", ticket=letter.ticket_id, error=type(failure).__name__)

    @contextmanager
    def _claim_kept(self, token: str, untried: list[Posted]) -> Iterator[None]:
        """Renews the claim while letters are being sent, and gives back what is left untried.

        A letter that was tried and could not be settled keeps its claim: nobody sends it again at once.
        """
        if not untried:
            yield
            return
        done = threading.Event()
        keeper = threading.Thread(target=self._keep_claim, args=(token, done), daemon=True)
        keeper.start()
        try:
            yield
        finally:
            done.set()
            keeper.join()
            if untried:
                with self._database.transaction() as tx:
                    outbox.give_back(tx, token, [posted.id for posted in untried])

    def _keep_claim(self, token: str, done: threading.Event) -> None:
        while not done.wait(RENEW_EVERY.total_seconds()):
            try:
                with self._database.transaction() as tx:
                    outbox.keep_claim(tx, token, LEASE)
            except Unavailable as outage:
                log.warning("claim_not_renewed", error=outage.code)  # the next look may find the database again


def _mark_unreachable(tx: Transaction, person: str, why: str) -> None:
    """Nothing reaches this person: they are not asked again until somebody says that it does."""
    people.set_unreachable(tx, person, why)
    refused = people.unreachable(tx, tx.now - REFUSALS_WITHIN)
    if len(refused) >= REFUSALS_THAT_HOLD:
        heartbeats.throw(tx, OUTBOUND_HOLD, f"the mail server refuses {len(refused)} people", "mailer")
