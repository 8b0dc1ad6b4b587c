"""Read mails in the limited child, and simply where even that fails: every mail that came is answered for."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from escalator.adapters.mail_reader import MailReader
from escalator.core.mail.incoming import IncomingMail
from escalator.core.mail.limits import Unreadable
from escalator.core.mail.reading import read_simply


class MailReading:
    """Reads any bytes. `own` are our addresses."""

    def __init__(self, reader: MailReader, own: Collection[str]) -> None:
        self._reader, self._own = reader, own

    def read(self, raw: bytes) -> IncomingMail:
        """The mail; of one that could not be read the header, by its lines, and a remark that says why."""
        try:
            return self._reader.read(raw)
        except Unreadable as error:
            return read_simply(raw, self._own, str(error))


@contextmanager
def mail_reading(own: Collection[str]) -> Iterator[MailReading]:
    """For as long as the block lasts."""
    reader = MailReader(own)
    try:
        yield MailReading(reader, own)
    finally:
        reader.close()
