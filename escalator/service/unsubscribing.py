"""How customers end the mail that they do not need, and get it again, by the signed link in each such mail."""

from dataclasses import dataclass

from escalator.core.errors import NotFound
from escalator.core.mail.suppressing import Cause
from escalator.core.mail.unsubscribing import address_in
from escalator.store import suppressions
from escalator.store.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Wish:
    """What holds for `address`: `ended` says that it gets nothing optional, for whatever reason."""

    address: str
    ended: bool


class UnsubscribingService:
    """Use cases of the link. Who holds it has read a mail to that address: nothing else is asked of them.

    Links are signed with one of `secrets`: that of today, or one before.
    """

    def __init__(self, database: Database, secrets: tuple[str, ...]) -> None:
        self._database, self._secrets = database, secrets

    def look(self, token: str) -> Wish:
        """Raises `NotFound` for a token that is not ours."""
        with self._database.reading() as tx:
            return _standing(tx, self._address(token))

    def end(self, token: str) -> Wish:
        """Acknowledgements and reminders stop; what people write and what is promised goes on. Twice is once."""
        address = self._address(token)
        with self._database.transaction() as tx:
            suppressions.suppress(tx, address, Cause.WISH, "they unsubscribed")
            return _standing(tx, address)

    def undo(self, token: str) -> Wish:
        address = self._address(token)
        with self._database.transaction() as tx:
            suppressions.lift(tx, address, [Cause.WISH])
            return _standing(tx, address)

    def _address(self, token: str) -> str:
        for secret in self._secrets:
            if address := address_in(token, secret):
                return address
        raise NotFound("this link is not complete; open it from your mail again")


def _standing(tx: Transaction, address: str) -> Wish:
    return Wish(address, bool(suppressions.among(tx, [address])))
