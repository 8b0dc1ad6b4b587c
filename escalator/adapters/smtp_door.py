"""The door for mail servers: SMTP or LMTP on a socket, and a thank-you only for what is durable (mail.md, 1)."""

import asyncio
import logging
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

import structlog
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session, syntax

from escalator.core.errors import EscalatorError, Invalid, NotFound, TooLarge, Unavailable
from escalator.core.mail.limits import MAIL, RECIPIENTS

from .smtp_data import MailData
from .smtp_room import MOST_OCTETS, Crowd, Room

Answer = TypeVar("Answer")

# Until a mail begins, and between its commands.
IDLE_SECONDS = 30.0
COMMAND_SECONDS = 120.0
MAIL_SECONDS = 600.0
CONNECTION_SECONDS = 1800.0
GOODBYE_SECONDS = 5.0
_WRITERS = 4

log = structlog.get_logger(__name__)

_NO_ROOM = "452 4.3.1 too much mail at once; try again"
_TRY_AGAIN = "451 4.3.0 not now; try again"
# In our words and without theirs: what an error says may be about rows.
_REFUSALS: tuple[tuple[type[EscalatorError], str], ...] = (
    (TooLarge, f"552 5.3.4 a mail of more than {MAIL} octets is not taken"),
    (Invalid, "554 5.6.0 an empty mail is not taken"),
    (NotFound, "451 4.3.5 no desk is in use yet; try again"),
    (Unavailable, _TRY_AGAIN),
)


class Keeper(Protocol):
    """Who keeps what comes through the door; both raise an `EscalatorError` when they cannot."""

    def takes(self, address: str) -> bool:
        """Whether mail to this address is ours."""
        ...

    def keep(self, raw: bytes, sender: str, recipients: tuple[str, ...]) -> int:
        """The number under which the mail is durable."""
        ...


class Doorway:
    """What all connections share: who keeps the mail, room, threads in which that may take its time, who is busy."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper
        self.crowd, self.room = Crowd(), Room(MOST_OCTETS)
        self.busy = 0
        self._threads = ThreadPoolExecutor(_WRITERS, thread_name_prefix="door")

    async def in_thread(self, work: Callable[..., Answer], *args: Any) -> Answer:
        self.busy += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work, *args)
        finally:
            self.busy -= 1

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name, as are those below
        self, _: SMTP, session: Session, __: Envelope, name: str, says: list[str]
    ) -> list[str]:
        session.host_name = name
        return [*says[:-1], "250-PIPELINING", says[-1]]

    async def handle_RCPT(  # noqa: N802
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        """Only what is ours: nothing is passed on."""
        if len(envelope.rcpt_tos) >= RECIPIENTS:
            return f"452 4.5.3 no more than {RECIPIENTS} recipients"
        if not await self.in_thread(self.keeper.takes, address):
            return "550 5.1.1 nobody here has this address, and mail is not passed on"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_exception(self, error: Exception) -> str:
        for kind, refusal in _REFUSALS:
            if isinstance(error, kind):
                return refusal
        log.error("mail_not_kept", error=type(error).__name__)
        return _TRY_AGAIN


class Door(SMTP):
    """One connection. aiosmtpd speaks; the mail itself is read here, since it keeps an object for each line."""

    def __init__(self, doorway: Doorway) -> None:
        super().__init__(
            doorway,
            data_size_limit=MAIL,
            enable_SMTPUTF8=True,
            hostname=socket.gethostname(),
            ident="Escalator",
            timeout=COMMAND_SECONDS,
        )
        self._doorway = doorway
        self.host = ""
        self._data: MailData | None = None
        self._ended: asyncio.Future[None] | None = None
        self._bound: asyncio.TimerHandle | None = None

    @property
    def is_idle(self) -> bool:
        """Whether no mail has begun."""
        return self.envelope is None or self.envelope.mail_from is None

    def turn_away(self) -> None:
        """Makes room for others."""
        transport = cast(asyncio.WriteTransport, self.transport)
        transport.write(b"421 4.3.2 too many connections; try again\r\n")
        transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.host = (transport.get_extra_info("peername") or [""])[0]
        self._bound = self.loop.call_later(CONNECTION_SECONDS, transport.close)
        self.transport = transport
        if not self._doorway.crowd.lets_in(self):
            self.turn_away()
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self._doorway.crowd.leaves(self)
        if self._bound is not None:
            self._bound.cancel()
        super().connection_lost(error)

    def _reset_timeout(self, duration: float | None = None) -> None:
        super()._reset_timeout(duration or (IDLE_SECONDS if self.is_idle else COMMAND_SECONDS))

    def data_received(self, data: bytes) -> None:
        if self._data is None:
            super().data_received(data)
            return
        rest = self._data.feed(data)
        if rest is None or self._ended is None:
            return
        self._data = None
        if not self._ended.done():
            self._ended.set_result(None)
        if rest:
            super().data_received(rest)

    @syntax("DATA")
    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802
        if await self.check_helo_needed():
            return
        envelope = self.envelope
        if arg or envelope is None or not envelope.rcpt_tos:
            await self.push("501 Syntax: DATA" if arg else "503 Error: need RCPT command")
            return
        if self._reader._buffer:  # type: ignore[attr-defined]
            # What comes behind DATA before it is answered would be lost, or taken for commands (RFC 2920, 3.1).
            await self.push("554 5.5.0 the mail came before it was asked for")
            cast(asyncio.WriteTransport, self.transport).close()
            return
        if not self._doorway.room.has(_announced(envelope)):
            await self.push(_NO_ROOM)
            return
        self._reset_timeout(MAIL_SECONDS)
        data = self._data = MailData(MAIL, self._doorway.room)
        try:
            await self._hears(data, envelope)
        finally:
            data.drop()
        self._doorway.crowd.is_done(self)
        self._reset_timeout()

    async def _hears(self, data: MailData, envelope: Envelope) -> None:
        ended = self._ended = self.loop.create_future()
        await self.push("354 End data with <CR><LF>.<CR><LF>")
        await ended
        for line in self._answers(await self._kept(data, envelope), len(envelope.rcpt_tos)):
            await self.push(line)
        # Not before: whose mail is being written down is not idle.
        self._set_post_data_state()  # type: ignore[no-untyped-call]

    async def _kept(self, data: MailData, envelope: Envelope) -> str:
        """The answer to the final dot; a good one when the mail is durable."""
        try:
            if data.is_too_large:
                raise TooLarge
            if data.is_crowded_out:
                return _NO_ROOM
            sender = (envelope.mail_from or "").strip("<>")
            id_ = await self._doorway.in_thread(
                self._doorway.keeper.keep, data.mail(), sender, tuple(envelope.rcpt_tos)
            )
        except Exception as error:  # noqa: BLE001 - each has its answer, and the mail is still the sender's
            return await self._doorway.handle_exception(error)
        return f"250 2.6.0 kept as {id_}"

    def _answers(self, answer: str, _: int) -> list[str]:
        return [answer]


def _announced(envelope: Envelope) -> int:
    """How large the mail is to be; 0 when that was not said."""
    sizes = (option.partition("=")[2] for option in envelope.mail_options if option.upper().startswith("SIZE="))
    return next((int(size) for size in sizes if size.isdecimal()), 0)


class LmtpDoor(Door, LMTP):
    """The same for a mail server that wants an answer for each recipient (RFC 2033)."""

    def _answers(self, answer: str, recipients: int) -> list[str]:
        return [answer] * recipients


@dataclass(frozen=True, slots=True)
class Address:
    """Where a door is: `lmtp` is which language is spoken there."""

    host: str
    port: int
    lmtp: bool = False

    @property
    def language(self) -> str:
        return "lmtp" if self.lmtp else "smtp"


async def serve(keeper: Keeper, address: Address, ended: asyncio.Event, ready: Callable[[], None]) -> None:
    """Takes mail until `ended` is set; then lets those finish whose mail is being written down."""
    # It logs every command, and with them addresses (guarantees.md, C5).
    logging.getLogger("mail.log").disabled = True
    loop, doorway = asyncio.get_running_loop(), Doorway(keeper)
    kind = LmtpDoor if address.lmtp else Door
    server = await loop.create_server(lambda: kind(doorway), address.host, address.port)
    ready()
    await ended.wait()
    server.close()
    with suppress(TimeoutError):
        async with asyncio.timeout(GOODBYE_SECONDS):
            while doorway.busy:
                await asyncio.sleep(0.02)
