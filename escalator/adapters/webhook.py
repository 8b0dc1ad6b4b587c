"""Call a webhook as Standard Webhooks says, at a public address and nowhere else, within ten seconds."""

import base64
import binascii
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException

from standardwebhooks import Webhook
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from escalator.core.desk.urls import Url, read_url

from .addresses import Resolver, is_loopback, is_public, resolved, resolved_within
from .channels import Delivery, Outcome, Sending

WALL_SECONDS = 10.0
MOST_BYTES = 64 * 1024
SHORTEST_SECRET = 24

# Its warnings about odd answers quote the address.
logging.getLogger("urllib3.connection").setLevel(logging.CRITICAL)

# Answers of 400 and more that may be others the next time.
_NOT_FOR_GOOD = (408, 409, 425, 429)

Dialer = Callable[[tuple[str, int], float], socket.socket]


class Refused(Exception):
    """We do not call there; the message says why and does not quote the address, which is a secret."""


class WebhookChannel:
    """Delivers to `https://` addresses. `allow` names places like `127.0.0.1:8080`, where a developer listens.

    `resolve` is asked once for each try, every address that it gives is checked, and one of them is dialed.
    """

    def __init__(
        self,
        secret: str,
        allow: Collection[str] = (),
        seconds: float = WALL_SECONDS,
        tls_context: ssl.SSLContext | None = None,
        resolve: Resolver = resolved,
        dial: Dialer = socket.create_connection,
    ) -> None:
        self._secret, self._allow, self._seconds = secret, frozenset(allow), seconds
        self._tls_context = tls_context or ssl.create_default_context()
        self._resolve, self._dial = resolve, dial

    def deliver(self, sending: Sending) -> Delivery:
        """Posts the payload once. Never raises for what a receiver does."""
        wall = _Wall(self._seconds)
        try:
            url = self._read(sending.address)
            headers = _headers(sending, sending.secret or self._secret)
            with self._connected(url, wall) as connection:
                code = _post(connection, url, headers, sending.payload, wall)
        except Refused as refusal:
            return Delivery(Outcome.REJECTED, "address", None, "", said=str(refusal))
        except (OSError, HTTPException, HTTPError) as failure:
            late = "it took too long" if wall.is_reached else "nobody answered as the web does"
            return Delivery(Outcome.TEMPORARY, "call", None, type(failure).__name__, said=late)
        return Delivery(outcome_of(code), "answer", code, "")

    def _read(self, address: str) -> Url:
        try:
            url = read_url(address)
        except ValueError as objection:
            raise Refused(str(objection)) from None
        if not url.tls and url.place not in self._allow:
            unless = f"; ESCALATOR_WEBHOOK_ALLOW of this process does not name {url.place}" if url.is_here else ""
            raise Refused(f"a webhook is called by https:// only{unless}")
        return url

    @contextmanager
    def _connected(self, url: Url, wall: "_Wall") -> Iterator[HTTPConnection]:
        line = self._dialed(url, wall)
        try:
            with wall.watching(line):
                connection = _made(url, line, self._tls_context)
                try:
                    yield connection
                finally:
                    connection.close()
        finally:
            line.close()

    def _dialed(self, url: Url, wall: "_Wall") -> socket.socket:
        addresses = resolved_within(wall.left, self._resolve, url.host, url.port)
        if not all(self._may_reach(address, url) for address in addresses):
            raise Refused("its name leads to an address that is not public")
        failure: OSError = ConnectionError("the name has no address")
        for address in addresses:
            try:
                return self._dial((address, url.port), wall.left)
            except OSError as failed:
                failure = failed
        raise failure

    def _may_reach(self, address: str, url: Url) -> bool:
        return is_public(address) or (url.place in self._allow and is_loopback(address))


def outcome_of(code: int) -> Outcome:
    """What an answer means; a redirection is followed nowhere and may be mended by the next time."""
    if 200 <= code < 300:
        return Outcome.SENT
    if 400 <= code < 500 and code not in _NOT_FOR_GOOD:
        return Outcome.REJECTED
    return Outcome.TEMPORARY


def _headers(sending: Sending, secret: str) -> dict[str, str]:
    signature = _signing(secret).sign(sending.message_id, sending.at, sending.payload.decode())
    return {
        "Content-Type": "application/json",
        "User-Agent": "Escalator",
        "webhook-id": sending.message_id,
        "webhook-timestamp": str(int(sending.at.timestamp())),
        "webhook-signature": signature,
    }


def _signing(secret: str) -> Webhook:
    if not secret:
        raise Refused("there is no secret to sign it with: set ESCALATOR_WEBHOOK_SECRET")
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error:
        key = b""
    if len(key) < SHORTEST_SECRET:
        raise Refused(f"its secret is not whsec_ and base64 of {SHORTEST_SECRET} bytes or more")
    return Webhook(key)


def _made(url: Url, line: socket.socket, context: ssl.SSLContext) -> HTTPConnection:
    """A connection by the name in `url` (Host, SNI, certificate) over a line that leads to the checked address."""
    if url.tls:
        return _PinnedTls(url.host, url.port, line, ssl_context=context)
    return _Pinned(url.host, url.port, line)


class _Pinned(HTTPConnection):
    def __init__(self, host: str, port: int, line: socket.socket) -> None:
        super().__init__(host, port)
        self._line = line

    def _new_conn(self) -> socket.socket:
        return self._line


class _PinnedTls(HTTPSConnection):
    def __init__(self, host: str, port: int, line: socket.socket, ssl_context: ssl.SSLContext) -> None:
        super().__init__(host, port, ssl_context=ssl_context)
        self._line = line

    def _new_conn(self) -> socket.socket:
        return self._line


def _post(connection: HTTPConnection, url: Url, headers: dict[str, str], payload: bytes, wall: "_Wall") -> int:
    connection.request("POST", url.target, body=payload, headers=headers, preload_content=False, decode_content=False)
    response = connection.getresponse()
    if wall.is_reached:
        raise TimeoutError  # what was cut off in its headers looks complete
    # The code says all; some of the rest is taken so that the receiver sees no broken connection.
    with suppress(OSError, HTTPException, HTTPError):
        response.read(MOST_BYTES, decode_content=False)
    return response.status


class _Wall:
    """A bound over everything: sockets have timeouts for each step only, and a slow drip makes many small ones."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds, at least a few: what begins too late fails by itself at once."""
        return max(self._until - time.monotonic(), 0.01)

    @property
    def is_reached(self) -> bool:
        return time.monotonic() >= self._until

    @contextmanager
    def watching(self, line: socket.socket) -> Iterator[None]:
        """Cuts `line` when the time is over, whoever reads from it then; TLS takes the socket over, so by a copy."""
        line.settimeout(self.left)
        copy = line.dup()
        cut = threading.Timer(self.left, _cut, (copy,))
        cut.daemon = True
        cut.start()
        try:
            yield
        finally:
            cut.cancel()
            cut.join()
            copy.close()


def _cut(line: socket.socket) -> None:
    with suppress(OSError):  # it is gone already
        line.shutdown(socket.SHUT_RDWR)
