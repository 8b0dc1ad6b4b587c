"""A receiver of webhooks on 127.0.0.1 that behaves as it is told, and remembers what it was sent."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

Behaviour = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Call:
    """One request, as it came."""

    line: str
    headers: Mapping[str, str]
    body: bytes


class Receiver:
    """Answers each request with the `behaviour`; use it as a context."""

    def __init__(self, behaviour: Behaviour, tls: ssl.SSLContext | None = None) -> None:
        self._behaviour, self._tls = behaviour, tls
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.calls: list[Call] = []
        self.connections = 0
        self._ends = threading.Event()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.place}/hook"

    def __enter__(self) -> Self:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._ends.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)  # wakes who accepts
        self._listening.close()

    def _serve(self) -> None:
        while not self._ends.is_set():
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with suppress(OSError), line, self._tls.wrap_socket(line, server_side=True) if self._tls else line as wired:
            self.calls.append(_read(wired))
            self._behaviour(wired)


def _read(line: socket.socket) -> Call:
    with line.makefile("rb") as file:
        first = file.readline().decode().strip()
        headers = {}
        while (header := file.readline().decode().strip()) != "":
            name, _, value = header.partition(": ")
            headers[name.lower()] = value
        return Call(first, headers, file.read(int(headers.get("content-length", 0))))


def answers(code: int, *headers: str, body: bytes = b"") -> Behaviour:
    """One answer, complete."""
    head = "\r\n".join([f"HTTP/1.1 {code} So", *headers, f"Content-Length: {len(body)}", "", ""])
    return lambda line: line.sendall(head.encode() + body)


def says_nothing(line: socket.socket) -> None:
    line.recv(1)


def drips(line: socket.socket) -> None:
    """A header a byte at a time, for longer than anybody should wait."""
    line.sendall(b"HTTP/1.1 200 OK\r\n")
    for _ in range(400):
        line.sendall(b"x")
        time.sleep(0.05)


def never_ends(head: bytes, chunk: bytes) -> Behaviour:
    """Sends the same for ever; `volume` says how much of it was taken."""

    def behaviour(line: socket.socket) -> None:
        line.sendall(head)
        while True:
            line.sendall(chunk)
            behaviour.volume += len(chunk)  # type: ignore[attr-defined]

    behaviour.volume = 0  # type: ignore[attr-defined]
    return behaviour
