"""The files of a ticket, for those who see the ticket."""

from collections.abc import Sequence

from escalator.core.access import Act, Principal, require
from escalator.core.errors import NotFound
from escalator.store import files
from escalator.store.files import Attached

from .working import Workplace


class AttachmentService:
    """Use cases around what came along with mails."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def listing(self, principal: Principal, ref: str) -> Sequence[Attached]:
        """The files of a ticket, oldest first."""
        require(principal, Act.TICKET_READ)
        with self._workplace.reading(principal) as unit:
            return files.of_ticket(unit.tx, unit.find(ref).ticket.id)

    def content(self, principal: Principal, ref: str, id_: int) -> tuple[Attached, bytes]:
        """One of them, with its octets."""
        require(principal, Act.TICKET_READ)
        with self._workplace.reading(principal) as unit:
            found = [one for one in files.of_ticket(unit.tx, unit.find(ref).ticket.id) if one.id == id_]
            if not found:
                raise NotFound(f"{ref} has no attachment {id_}")
            return found[0], files.content(unit.tx, found[0].hash)
