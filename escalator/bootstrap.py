"""Wires the concrete parts together: settings in, use cases out."""

from collections.abc import Mapping
from dataclasses import dataclass

from celery import Celery

from escalator.adapters.queue import Doorbell, celery_app
from escalator.adapters.rendering import Templates
from escalator.adapters.smtp import SmtpChannel
from escalator.service.deadlines import DeadlineService
from escalator.service.delivery import Channel, DeliveryService
from escalator.service.desk import DeskService, DeskShelf
from escalator.service.handling import Handling
from escalator.service.health import HealthService
from escalator.service.keys import KeyService
from escalator.service.letters import LetterDesk
from escalator.service.outbox import OutboxService
from escalator.service.people import PeopleService
from escalator.service.taking import TakingService
from escalator.service.tickets import TicketService
from escalator.settings import Settings
from escalator.store.database import Clock, Database


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
    desk: DeskService
    people: PeopleService
    outbox: OutboxService
    keys: KeyService
    health: HealthService

    def close(self) -> None:
        self.doorbell.close()
        self.database.close()


def build(
    settings: Settings, channels: Mapping[str, Channel] | None = None, clock: Clock | None = None
) -> Application:
    """The application on the given settings; stories give a channel that remembers and a clock that they move."""
    database, shelf = Database(settings.database_url, clock), DeskShelf()
    handling = Handling(shelf, LetterDesk(Templates(), settings.base_url))
    doorbell = Doorbell(settings.redis_url)
    return Application(
        database=database,
        handling=handling,
        doorbell=doorbell,
        tickets=TicketService(database, handling, doorbell.ring_mailer),
        taking=TakingService(database, handling),
        deadlines=DeadlineService(database, handling),
        delivery=DeliveryService(database, handling, channels or {"mail": SmtpChannel(settings.smtp_url)}),
        desk=DeskService(database, shelf),
        people=PeopleService(database, shelf),
        outbox=OutboxService(database),
        keys=KeyService(database, shelf),
        health=HealthService(database),
    )


def task_queue(settings: Settings) -> Celery:
    """Celery as the workers, beat and Flower run it; they add the tasks."""
    return celery_app(settings.redis_url)
