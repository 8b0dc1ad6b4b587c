"""Wires the concrete parts together: settings in, use cases out."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from escalator.adapters.channels import Channel
from escalator.adapters.customer_rendering import CustomerTemplates
from escalator.adapters.digest_rendering import DigestTemplates
from escalator.adapters.mail_reader import MailReader
from escalator.adapters.pager import PagerChannel
from escalator.adapters.queue import Doorbell
from escalator.adapters.rendering import Templates
from escalator.adapters.smtp import SmtpChannel
from escalator.adapters.webhook import WebhookChannel
from escalator.core.desk.channels import ChannelKind
from escalator.service.attachments import AttachmentService
from escalator.service.customer_letters import CustomerLetters
from escalator.service.deadlines import DeadlineService
from escalator.service.delivery import DeliveryService
from escalator.service.desk import DeskService, DeskShelf
from escalator.service.digests import DigestService
from escalator.service.doorstep import current
from escalator.service.handling import Handling
from escalator.service.health import HealthService
from escalator.service.imports import ImportService, MovingClock
from escalator.service.incoming import IncomingService, Reader
from escalator.service.keys import KeyService
from escalator.service.letters import LetterDesk
from escalator.service.mailboxes import MailboxService
from escalator.service.oncall import OnCallService
from escalator.service.outbox import OutboxService
from escalator.service.people import PeopleService
from escalator.service.rebuilding import RebuildingService
from escalator.service.recalculation import RecalculationService
from escalator.service.receiving import ReceivingService
from escalator.service.stamps import Stamps
from escalator.service.suppressed import SuppressedService
from escalator.service.taking import TakingService
from escalator.service.tickets import TicketService
from escalator.service.trials import TrialService
from escalator.service.unsubscribing import UnsubscribingService
from escalator.service.working import Workplace
from escalator.settings import Settings
from escalator.store.database import Clock, Database
from escalator.store.database import host_clock as host_clock
from escalator.store.imports import commit_lightly


@dataclass(frozen=True, slots=True)
class Application:
    """Every use case, ready to be called by the API, the workers and the command line."""

    database: Database
    handling: Handling
    doorbell: Doorbell
    tickets: TicketService
    taking: TakingService
    deadlines: DeadlineService
    delivery: DeliveryService
    digests: DigestService
    desk: DeskService
    people: PeopleService
    oncall: OnCallService
    outbox: OutboxService
    keys: KeyService
    health: HealthService
    trials: TrialService
    unsubscribing: UnsubscribingService
    receiving: ReceivingService
    incoming: IncomingService
    attachments: AttachmentService
    mailbox: MailboxService

    def close(self) -> None:
        self.incoming.close()
        self.doorbell.close()
        self.database.close()


def build(
    settings: Settings,
    channels: Mapping[str, Channel] | None = None,
    clock: Clock | None = None,
    ring: Callable[[], None] | None = None,
    reader: Reader | None = None,
) -> Application:
    """The application on the given settings.

    Stories give a channel that remembers, a clock that they move, a bell that nobody has to answer, and read mail in
    their own process.
    """
    database, shelf = Database(settings.database_url, clock), DeskShelf()
    channels = channels or _channels(settings)
    stamps = Stamps(settings.base_url, settings.secret_key, settings.secret_keys_before)
    handling = Handling(shelf, _letter_desk(stamps))
    doorbell = Doorbell(settings.redis_url)
    ring_reader = doorbell.ring_reader if ring is None else ring
    ring = doorbell.ring_mailer if ring is None else ring
    receiving = ReceivingService(database, lambda tx: shelf.desks(tx).active.mailboxes, ring_reader)
    mailbox = MailboxService(database, settings.imap_url, ring_reader)
    return Application(
        database=database,
        handling=handling,
        doorbell=doorbell,
        tickets=TicketService(database, handling, ring),
        taking=TakingService(database, handling, ring),
        deadlines=DeadlineService(database, handling),
        delivery=DeliveryService(database, handling, channels, settings.channel_settings),
        digests=DigestService(database, shelf, DigestTemplates(), handling.letter_desk.stamps),
        desk=DeskService(database, shelf),
        people=PeopleService(database, shelf),
        oncall=OnCallService(database, shelf),
        outbox=OutboxService(database),
        keys=KeyService(database, shelf),
        health=HealthService(database, mailbox.name),
        unsubscribing=UnsubscribingService(database, (settings.secret_key, *settings.secret_keys_before)),
        trials=TrialService(database, shelf, channels, settings.channel_settings),
        receiving=receiving,
        attachments=AttachmentService(Workplace(database, handling, ring)),
        incoming=IncomingService(database, handling, reader or MailReader(), ring),
        mailbox=mailbox,
    )


def _channels(settings: Settings) -> dict[str, Channel]:
    """What carries letters, by kind: a new one is a file in `adapters`, a kind in the desk, and a line here."""
    return {
        ChannelKind.MAIL: SmtpChannel(settings.smtp_url),
        ChannelKind.WEBHOOK: WebhookChannel(settings.webhook_secret, settings.webhook_allow),
        ChannelKind.APPRISE: PagerChannel(settings.webhook_allow),
    }


@dataclass(frozen=True, slots=True)
class Office:
    """The use cases that need nothing but the database, for the command line."""

    database: Database
    shelf: DeskShelf
    desk: DeskService
    outbox: OutboxService
    people: PeopleService
    oncall: OnCallService
    keys: KeyService
    suppressed: SuppressedService

    def recalculation(self, base_url: str = "", secret_key: str = "") -> RecalculationService:
        """`base_url` is where links in letters lead, `secret_key` signs addresses; a rehearsal writes no letters."""
        return RecalculationService(self.database, Handling(self.shelf, _letter_desk(Stamps(base_url, secret_key))))

    def close(self) -> None:
        self.database.close()


def open_office(database_url: str) -> Office:
    """Raises `Unavailable` when the database does not have the schema of this release."""
    database, shelf = current(Database(database_url)), DeskShelf()
    return Office(
        database=database,
        shelf=shelf,
        desk=DeskService(database, shelf),
        outbox=OutboxService(database),
        people=PeopleService(database, shelf),
        oncall=OnCallService(database, shelf),
        keys=KeyService(database, shelf),
        suppressed=SuppressedService(database),
    )


def _letter_desk(stamps: Stamps) -> LetterDesk:
    return LetterDesk(Templates(), CustomerLetters(CustomerTemplates(), stamps), stamps)


@contextmanager
def importing(database_url: str) -> Iterator[ImportService]:
    """The import, with a clock and connections of its own; the links in letters that are never sent lead nowhere."""
    clock = MovingClock()
    database = Database(database_url, clock)
    commit_lightly(database)
    try:
        handling = Handling(DeskShelf(), _letter_desk(Stamps("https://import.invalid", "")))
        yield ImportService(current(database), clock, handling)
    finally:
        database.close()


@contextmanager
def rebuilding(database_url: str) -> Iterator[RebuildingService]:
    """What makes a database current after its schema is; so it does not ask whether it is."""
    database = Database(database_url)
    try:
        yield RebuildingService(database, DeskShelf())
    finally:
        database.close()
