"""The test button: a message through each channel of a person, now, and how each went in words."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import structlog

from escalator.adapters.channels import Channel, Outcome, Sending
from escalator.core.access import Act, Principal, Role, require
from escalator.core.desk.channels import MOST, ChannelKind, filled
from escalator.core.desk.channels import Channel as Way
from escalator.core.desk.model import Desk
from escalator.core.errors import Forbidden, NotAllowedNow, NotFound, TooOften
from escalator.core.mail.compose import compose, message_id
from escalator.core.notify.short import ShortText, event, for_pager
from escalator.store import heartbeats
from escalator.store.database import Database, Transaction

from .calls import hook_id
from .desk import DeskShelf
from .mailbag import OUTBOUND_HOLD

AT_MOST_EVERY = timedelta(minutes=1)

_TITLE = "A test of Escalator"
_TEXT = "Somebody tests whether messages reach you. They do; there is nothing to be done."

_WORDS = {
    Outcome.SENT: "it was taken",
    Outcome.TEMPORARY: "it was not taken this time",
    Outcome.UNREACHABLE: "the mail server refuses the address",
    Outcome.MISCONFIGURED: "the mail server refuses us: look at SMTP_URL",
    Outcome.REJECTED: "it was refused for good",
    Outcome.AMBIGUOUS: "whether it was taken is not known",
}

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Trial:
    """How it went through one channel; `said` is for people and names no address."""

    channel: str
    reached: bool
    said: str


class TrialService:
    """`channels` and `settings` are those of the mailer."""

    def __init__(
        self, database: Database, shelf: DeskShelf, channels: Mapping[str, Channel], settings: Mapping[str, str]
    ) -> None:
        self._database, self._shelf, self._channels, self._settings = database, shelf, channels, settings

    def reach(self, principal: Principal, email: str) -> Sequence[Trial]:
        """Tries all channels of `email` at once, at most once a minute; agents do so for themselves only."""
        require(principal, Act.AGENTS_CHANGE)
        if principal.role is Role.AGENT and principal.agent != email:
            raise Forbidden("an agent tests their own channels; ask a lead to test those of others")
        with self._database.transaction() as tx:
            desk = self._shelf.desks(tx).active
            if email not in desk.agents:
                raise NotFound(f"{email} is not an agent of the desk")
            _note(tx, email)
            at = tx.now
        ways = desk.agents[email].channels
        with ThreadPoolExecutor(MOST) as pool:
            return list(pool.map(lambda way: self._through(way, desk, email, at), ways))

    def _through(self, way: Way, desk: Desk, email: str, at: datetime) -> Trial:
        try:
            sending = self._sending(way, desk, email, at)
        except LookupError as missing:
            return Trial(way.label, False, str(missing))
        try:
            delivery = self._channels[way.kind].deliver(sending)
        except Exception as failure:  # noqa: BLE001 - one channel must not hide how the others went
            log.error("trial_failed", channel=way.label, error=type(failure).__name__)
            return Trial(way.label, False, f"it failed here ({type(failure).__name__})")
        answer = delivery.said or delivery.code
        said = _WORDS[delivery.outcome] + (f" ({answer})" if answer else "")
        return Trial(way.label, delivery.outcome is Outcome.SENT, said)

    def _sending(self, way: Way, desk: Desk, email: str, at: datetime) -> Sending:
        key = f"trial/{uuid4().hex}"
        if way.kind is ChannelKind.MAIL:
            # Nobody can guess the key, and it is kept nowhere: whoever answers a test proves nothing by it.
            identity = message_id(key, desk.mail.address.rpartition("@")[2], secret="")
            return Sending(email, _mail(desk, email, identity, at), at, identity, desk.mail.address)
        said = ShortText(_TITLE, _TEXT)
        webhook = event("test", at.isoformat(), {"person": email, "title": said.title, "text": said.text})
        payload = webhook if way.kind is ChannelKind.WEBHOOK else for_pager(said)
        secret = filled(way.secret, self._settings)
        return Sending(filled(way.address, self._settings), payload, at, hook_id(key), secret=secret)


def _note(tx: Transaction, email: str) -> None:
    """Keeps the button from becoming a siren; and what is held stays held."""
    if heartbeats.thrown(tx, OUTBOUND_HOLD) is not None:
        raise NotAllowedNow("outgoing mail is held, and tests with it; let it go with `escalator outbox release`")
    last = heartbeats.last(tx, f"trial:{email}")
    if last is not None and tx.now - last < AT_MOST_EVERY:
        raise TooOften(f"{email} was tested less than a minute ago; wait a little")
    heartbeats.beat(tx, f"trial:{email}")


def _mail(desk: Desk, email: str, identity: str, at: datetime) -> bytes:
    name = desk.agents[email].name
    return compose(sender=desk.mail, to=email, to_name=name, subject=_TITLE, body=_TEXT, message_id=identity, at=at)
