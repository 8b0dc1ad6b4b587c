"""A case of a foreign log while it is replayed: what is known of it, and where it goes on."""

from dataclasses import dataclass

from escalator.core.dossier import Dossier
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status


@dataclass(slots=True, eq=False)
class LoggedCase:
    """A case of the log, or a follow-up of one, as far as it has come."""

    name: str
    dossier: Dossier
    follow_up_of: "LoggedCase | None" = None
    follow_up: "LoggedCase | None" = None
    merged_into: "LoggedCase | None" = None

    @property
    def ticket(self) -> Ticket:
        return self.dossier.ticket

    @property
    def has_begun(self) -> bool:
        return self.ticket.created_at is not None

    @property
    def is_closed(self) -> bool:
        return self.ticket.status is Status.CLOSED
