"""A case of a foreign log while it is replayed: what is known of it, and where it goes on."""

from dataclasses import dataclass, field
from datetime import datetime

from escalator.core.dossier import Dossier, Played
from escalator.core.ticket.events import Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status


@dataclass(slots=True, eq=False)
class LoggedCase:
    """A case of the log, or a follow-up of one, as far as it has come.

    `warned` has the labels and instants of the warnings of each metric and cycle.
    """

    name: str
    dossier: Dossier
    follow_up_of: "LoggedCase | None" = None
    follow_up: "LoggedCase | None" = None
    merged_into: "LoggedCase | None" = None
    warned: dict[tuple[str, int], list[tuple[str, datetime]]] = field(default_factory=dict)

    @property
    def ticket(self) -> Ticket:
        return self.dossier.ticket

    @property
    def has_begun(self) -> bool:
        return self.ticket.created_at is not None

    @property
    def is_closed(self) -> bool:
        return self.ticket.status is Status.CLOSED

    def take(self, played: Played) -> None:
        self.dossier = played.dossier
        for event in played.events:
            if event.kind is Kind.CLOCK_WARNED:
                cycle = (event.data["metric"], event.data["cycle"])
                self.warned.setdefault(cycle, []).append((event.data["label"], event.at))
