"""The mail server of `make run`: it delivers to nobody, keeps each mail as a file and prints a line about it."""

import argparse
import asyncio
import signal
from collections.abc import Sequence
from email.parser import BytesHeaderParser
from email.policy import default
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from escalator.core.mail.compose import one_line

HOST = "127.0.0.1"


class Folder:
    """Keeps mails as `0001.eml`, `0002.eml` and so on, in the order in which they came."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._count = max((int(file.stem) for file in path.glob("*.eml") if file.stem.isdecimal()), default=0)

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        self._count += 1
        file = self._path / f"{self._count:04}.eml"
        content = envelope.original_content or b""
        file.write_bytes(content)
        print(f"mail: {described(envelope.rcpt_tos, content)} ({file})", flush=True)  # noqa: T201 - what a sink is for
        return "250 kept"


def described(recipients: Sequence[str], content: bytes) -> str:
    """One line: to whom, and about what."""
    headers = BytesHeaderParser(policy=default).parsebytes(content)
    return f"to {one_line(', '.join(recipients))}: {one_line(headers.get('Subject', '(no subject)'))}"


async def serve(port: int, folder: Path) -> None:
    """Listen until SIGTERM or SIGINT."""
    loop, ended, handler = asyncio.get_running_loop(), asyncio.Event(), Folder(folder)
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    server = await loop.create_server(lambda: SMTP(handler, enable_SMTPUTF8=True, loop=loop), HOST, port)
    print(f"mail: listening on {HOST}:{port}, keeping mails in {folder}", flush=True)  # noqa: T201
    await ended.wait()
    server.close()  # and no waiting: a sender may keep its connection for ever


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m escalator.embedded.mail_sink", description=__doc__)
    parser.add_argument("--port", type=int, default=1025)
    parser.add_argument("--folder", type=Path, required=True, help="where mails are kept as .eml files")
    asked = parser.parse_args()
    asyncio.run(serve(asked.port, asked.folder))


if __name__ == "__main__":
    main()
