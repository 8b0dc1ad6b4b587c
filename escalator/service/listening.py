"""Keeps a door for mail servers open: SMTP or LMTP, until somebody says that it is enough."""

import asyncio
import signal
from collections.abc import Callable

import structlog

from escalator.adapters.smtp_door import Address as Address
from escalator.adapters.smtp_door import serve
from escalator.core.access import Principal, Role
from escalator.core.errors import EscalatorError, Unavailable

from .health import HealthService
from .receiving import ReceivingService

SCHEMA_LOOK_SECONDS = 10.0

log = structlog.get_logger(__name__)


class DoorKeeper:
    """What the door asks: is this ours, and keep it."""

    def __init__(self, receiving: ReceivingService, door: str) -> None:
        self._receiving, self._door = receiving, door
        self._principal = Principal(Role.INGEST, door)

    def takes(self, address: str) -> bool:
        return self._receiving.takes(address)

    def keep(self, raw: bytes, sender: str, recipients: tuple[str, ...]) -> int:
        receipt = self._receiving.accept(self._principal, raw, self._door, sender, recipients)
        log.info("mail_kept", mail=receipt.id, is_new=receipt.is_new, size=len(raw))
        return receipt.id


def listen(receiving: ReceivingService, health: HealthService, address: Address, ready: Callable[[], None]) -> None:
    """Listens until SIGTERM or SIGINT; raises `Unavailable` when the schema is, or becomes, another (O4).

    Raises OSError when the address cannot be listened at.
    """
    asyncio.run(_listen(DoorKeeper(receiving, address.language), health, address, ready))


async def _listen(keeper: DoorKeeper, health: HealthService, address: Address, ready: Callable[[], None]) -> None:
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    looking = asyncio.create_task(_look_at_schema(health, ended))
    await serve(keeper, address, ended, ready)
    if looking.done():
        raise Unavailable("the database does not have the schema of this release; run `escalator migrate`")
    looking.cancel()


async def _look_at_schema(health: HealthService, ended: asyncio.Event) -> None:
    """Returns when the schema is another; a database that does not answer says nothing about that."""
    while True:
        try:
            if not await asyncio.to_thread(health.schema_is_current):
                ended.set()
                return
        except EscalatorError as failure:
            log.warning("schema_not_seen", error=failure.code)
        await asyncio.sleep(SCHEMA_LOOK_SECONDS)
