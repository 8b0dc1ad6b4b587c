"""What must be told to whom: values that the desk's templates turn into words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class NoticeKind(StrEnum):
    """Each kind has a template of its name."""

    ESCALATION = "escalation"
    WARNING = "warning"
    OWNER_TOLD = "owner_told"
    LAST_RESORT = "last_resort"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message to one person about one ticket.

    `key` is unique per intended effect, so that nothing is told twice. Instants are aware UTC; `tz` is the IANA
    zone in which this person reads them. `asked_before` lists the names of those who were asked and did not
    take it; `also` the reasons that were added while the ladder ran; `detail` what exactly broke (a metric).
    `run` and `turn` name the ladder's move that this notice belongs to (0: none), so that an old one is known.
    """

    key: str
    kind: NoticeKind
    to: str
    to_name: str
    at: datetime
    tz: str
    ticket: str
    subject: str
    requester: str
    organization: str
    priority: str
    team: str
    created_at: datetime
    waiting_since: datetime | None
    reason: str
    detail: str
    due_at: datetime | None
    run: int = 0
    turn: int = 0
    action: str = ""
    why_you: str = ""
    answer_by: datetime | None = None
    then: str = ""
    asked_before: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
