"""The mailer: takes letters from the outbox, sends each, and writes down how it ended, by the other side's answer."""

import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

import structlog

from escalator.adapters.channels import Channel, Delivery, Outcome
from escalator.core.desk.channels import kind_of
from escalator.core.desk.model import Desk
from escalator.core.errors import Unavailable
from escalator.core.notify.retries import CALLS_GIVE_UP_AFTER, GIVE_UP_AFTER, wait_before
from escalator.store import heartbeats, outbox, settling
from escalator.store.database import Database, Transaction
from escalator.store.outbox import Posted
from escalator.store.settling import Claimed

from . import customers_unreached, unreached
from .addressing import addressed
from .handling import Handling
from .mailbag import LEASE, OUTBOUND_HOLD, Mailbag, Turn, carried

# In all, less than what is left of a claim that was renewed in time.
SETTLED_AGAIN_AFTER = tuple(timedelta(seconds=seconds) for seconds in (1, 2, 4, 8, 15))

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

    @property
    def at_once(self) -> int:
        """How many letters to claim: a receiver of calls is often slow, and then it is best to have no other."""
        return 50 if self is Round.MAIL else 1


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
            desk, now = self._handling.shelf.desks(tx).active, tx.now
        with carried(self._database, token, letters) as bag:
            return self._send_all(bag, desk, now)

    def silence(self, round_: Round = Round.MAIL) -> timedelta | None:
        """How long no mailer has looked into the outbox; None if none ever did."""
        with self._database.reading() as tx:
            last = heartbeats.last(tx, round_.beat)
            return None if last is None else tx.now - last

    def _send_all(self, bag: Mailbag, desk: Desk, at: datetime) -> Delivered:
        total, turn = Delivered(), Turn(bag.take(), at)
        while (posted := turn.posted) is not None:
            delivery = self._carry(posted, desk, turn.at)
            if delivery.outcome is not Outcome.SENT:
                _say(posted, delivery)
            settled, turn = self._settle_patiently(bag, posted, delivery)
            total += settled
            if settled.dead:
                self._tell_of_death(posted, delivery)
        if total.sent:
            # Once a round: a line for each letter takes as long as a command of SMTP, and the outbox has them all.
            log.info("letters_sent", letters=total.sent)
        return total

    def _settle_patiently(self, bag: Mailbag, posted: Posted, delivery: Delivery) -> tuple[Delivered, Turn]:
        """A database that is away for a moment must not cost a second copy of what was sent."""
        for wait in SETTLED_AGAIN_AFTER:
            try:
                return self._settle(bag, posted, delivery)
            except Unavailable as outage:
                log.warning("letter_not_settled", letter=posted.id, error=outage.code)
                time.sleep(wait.total_seconds())
        return self._settle(bag, posted, delivery)

    def _settle(self, bag: Mailbag, posted: Posted, delivery: Delivery) -> tuple[Delivered, Turn]:
        """Each letter by itself, so that a crash repeats at most one, and with it a look whether the next may go."""
        if delivery.outcome is Outcome.SENT:
            return Delivered(sent=1), bag.settle_sent(posted)
        with self._database.transaction() as tx:
            return _settle_failed(tx, bag.claimed(posted), posted, delivery), bag.take_wanted(tx)

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

    def _tell_of_death(self, posted: Posted, delivery: Delivery) -> None:
        """The ticket learns whom its letter did not reach; if that fails, the letter is settled all the same."""
        letter = posted.letter
        try:
            with self._database.transaction() as tx:
                if letter.is_for_customer and delivery.outcome is Outcome.UNREACHABLE:
                    customers_unreached.say_so(tx, self._handling, letter, delivery.in_short)
                elif letter.run:
                    unreached.go_on_without(tx, self._handling, letter)
        except Exception as failure:  # noqa: BLE001 - the letter is settled, and the others wait
            log.error("could_not_go_on", ticket=letter.ticket_id, error=type(failure).__name__)


def _say(posted: Posted, delivery: Delivery) -> None:
    log.info(
        "letter_tried",
        letter=posted.id,
        kind=posted.letter.kind,
        channel=posted.letter.channel,
        outcome=str(delivery.outcome),
        stage=delivery.stage,
        code=delivery.code,
    )


def _settle_failed(tx: Transaction, claimed: Claimed, posted: Posted, delivery: Delivery) -> Delivered:
    """By the rules of mail.md, 12."""
    why = delivery.in_short
    if delivery.outcome in (Outcome.UNREACHABLE, Outcome.REJECTED):
        outbox.settle_dead(tx, claimed.token, posted.id, why)
        if delivery.outcome is Outcome.UNREACHABLE:
            unreached.note(tx, posted.letter, why)
        return Delivered(dead=1)
    if delivery.outcome is Outcome.MISCONFIGURED:
        log.error("outbound_mail_held", stage=delivery.stage, code=delivery.code)
        heartbeats.throw(tx, OUTBOUND_HOLD, f"our own configuration is refused: {why}", "mailer")
    if delivery.outcome is Outcome.AMBIGUOUS:
        settling.count_lost_answer(tx, claimed)
    return _try_again(tx, claimed.token, posted, why)


def _try_again(tx: Transaction, token: str, posted: Posted, why: str) -> Delivered:
    end = GIVE_UP_AFTER if posted.letter.is_mail else CALLS_GIVE_UP_AFTER
    if tx.now - posted.created_at > end:
        outbox.settle_dead(tx, token, posted.id, f"given up after {end.days} days; {why}")
        return Delivered(dead=1)
    wait = wait_before(posted.attempts, random.random())  # noqa: S311 - spreads load, guards nothing
    outbox.try_again(tx, token, posted.id, tx.now + wait, why)
    return Delivered(again=1)
