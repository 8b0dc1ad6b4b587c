"""A mail server on a real socket that answers each command as a test tells it to, or misbehaves."""

import socket
import threading
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Self

DROP = "drop"  # close the connection instead of answering
HANG = "hang"  # say nothing until the other side gives up
GONE = "354 go on"  # the same, after asking for the mail
DRIP = "drip"  # one byte each 0.2 s, and never a whole line
ANSWERS = {
    "banner": "220 desk.example",
    "EHLO": "250-desk.example\r\n250 AUTH PLAIN LOGIN",
    "AUTH": "235 welcome",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 end with a dot",
    ".": "250 queued",
    "RSET": "250 ok",
    "QUIT": "221 bye",
}


class ScriptedServer:
    """`answers` replaces what it says to a command ("banner" and "." are the greeting and the final dot).

    A list is said in turn, its last word again and again.

    `heard` lists the commands of all connections, `mails` what came between DATA and the final dot and was
    not refused then.
    """

    def __init__(self, answers: Mapping[str, str | list[str]] | None = None) -> None:
        self.answers = dict[str, str | list[str]](ANSWERS) | dict(answers or {})
        self.heard: list[str] = []
        self.mails: list[bytes] = []
        self.connections: list[socket.socket] = []
        self._done = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._accept)]

    @property
    def port(self) -> int:
        return self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?tls=none"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._done.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(timeout=5)

    def drop_idle(self) -> None:
        """Close every connection, as servers do with those that are silent for too long."""
        for connection in self.connections:
            connection.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while not self._done.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections.append(connection)
            self._threads.append(threading.Thread(target=self._talk, args=(connection,)))
            self._threads[-1].start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as lines:
            try:
                self._say(connection, "banner")
                while line := lines.readline():
                    command = line.decode(errors="replace").strip()
                    self.heard.append(command)
                    answer = self._say(connection, command.partition(" ")[0].upper())
                    if answer == GONE:
                        return
                    if answer.startswith("354"):
                        self._take_mail(connection, iter(lines.readline, b".\r\n"))
            except OSError:
                return

    def _take_mail(self, connection: socket.socket, lines: Iterator[bytes]) -> None:
        content = bytearray()
        for line in lines:
            if not line:
                return
            content += line.removeprefix(b".")
        if self._comes_next(".")[:1] not in ("4", "5"):
            self.mails.append(bytes(content))
        self._say(connection, ".")

    def _say(self, connection: socket.socket, command: str) -> str:
        answer = self._answer(command)
        if answer == DROP:
            raise ConnectionAbortedError
        if answer == HANG:
            self._done.wait(10)
        elif answer == DRIP:
            self._drip(connection)
        else:
            connection.sendall(f"{answer}\r\n".encode())
        return answer

    def _answer(self, command: str) -> str:
        said, answers = self._comes_next(command), self.answers.get(command)
        if isinstance(answers, list) and len(answers) > 1:
            answers.pop(0)
        return said

    def _comes_next(self, command: str) -> str:
        answers = self.answers.get(command, "500 what?")
        return answers if isinstance(answers, str) else answers[0]

    def _drip(self, connection: socket.socket) -> None:
        while not self._done.wait(0.2):
            connection.sendall(b"2")
