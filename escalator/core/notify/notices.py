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
    UNREACHED = "unreached"
    YOURS = "yours"
    LOST = "lost"
    CALL_NOW = "call_now"
    REPLY_HELD = "reply_held"
    REPLY_RETURNED = "reply_returned"
    REVIEW_OVERDUE = "review_overdue"
    MAIL_HELD = "mail_held"
    MAIL_REFUSED = "mail_refused"
    ANSWERED = "answered"
    UNDELIVERED = "undelivered"

    @property
    def offers_case(self) -> bool:
        """Whether it asks its reader to take the case; the others ask for one thing, and taking it is none."""
        return self not in _ASKS_FOR_ONE_THING

    @property
    def may_be_answered(self) -> bool:
        """Whether its reader may have to answer the customer: they are offered the case, or have it."""
        return self.offers_case or self in (NoticeKind.YOURS, NoticeKind.ANSWERED)


_ASKS_FOR_ONE_THING = frozenset(
    {
        *(NoticeKind.CALL_NOW, NoticeKind.REPLY_HELD, NoticeKind.REPLY_RETURNED, NoticeKind.REVIEW_OVERDUE),
        # To look at the desk, since the case has gone on to somebody else; and to answer what they have taken.
        *(NoticeKind.UNREACHED, NoticeKind.YOURS, NoticeKind.LOST),
        # To look at a mail that waits, or at what became of their own.
        *(NoticeKind.MAIL_HELD, NoticeKind.MAIL_REFUSED),
        # To go on with what they have.
        *(NoticeKind.ANSWERED, NoticeKind.UNDELIVERED),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message to one person about one ticket.

    `key` is unique per intended effect, so that nothing is told twice. Instants are aware UTC; `tz` is the IANA
    zone in which this person reads them. `asked_before` lists the names of those who were asked and did not
    take it, `failed` of those who had it and did not answer or solve it; `also` the reasons that were added while the
    ladder ran; `detail` what exactly broke (a metric).
    `phone` is the customer's number; when it is to be called, they know `answer_by` in the zone `their_tz`. `call` is
    the one that they are promised; `linked` are the other tickets of the matter, `tried` says who replied how often,
    and `shown` what shows that the case goes in circles; `words` are the numbers of the newest messages that do, and
    `said` what the customer wrote in them, once the letter is written.
    `run` and `turn` name the ladder's move that this notice belongs to (0: none), so that an old one is known.
    `author` is the name of who wrote the held reply number `reply`, `note` the number of the note with which it was
    returned, and `quote` what stands in that note, else in the reply, once the letter is written: no event holds it.
    A mail to `note_to` becomes a note on the ticket, one to `answer_to` an answer to the customer (empty: none does).
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
    failed: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    call: str = ""
    words: tuple[int, ...] = ()
    said: tuple[str, ...] = ()
    phone: str = ""
    their_tz: str = ""
    author: str = ""
    reply: int = 0
    note: int = 0
    quote: str = ""
    note_to: str = ""
    answer_to: str = ""
