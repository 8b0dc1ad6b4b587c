"""Which letters may wait for a digest, and until when: what asks for nothing by a time, once its case is known.

No window ever depends on a letter that waits: what opens one goes out at once, at any hour, beyond any budget.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from escalator.core.calendar.local_time import instant
from escalator.core.desk.notifying import Allowance, Quiet

from .notices import Notice, NoticeKind

PERIOD = timedelta(hours=1)
"""A budget is so many letters in this time."""

Known = Collection[tuple[str, int]]
"""Kind and run of each letter about a ticket that has gone to a person, or is on its way."""

_GRID = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Patience:
    """Whether letters of a kind may wait, once their reader knows of the case, and why."""

    may_wait: bool
    why: str


PATIENCE: Mapping[NoticeKind, Patience] = {
    NoticeKind.ESCALATION: Patience(False, "opens a window to take the case, which must be whole"),
    NoticeKind.CALL_NOW: Patience(False, "opens the window of a call that the customer was promised"),
    NoticeKind.REPLY_HELD: Patience(False, "opens the time in which the reply is to be read"),
    NoticeKind.REPLY_RETURNED: Patience(False, "only its author can mend the reply, and the customer waits for it"),
    NoticeKind.REVIEW_OVERDUE: Patience(False, "hands a duty to somebody new, and the customer waits for the reply"),
    NoticeKind.MAIL_REFUSED: Patience(False, "was not done, and who ordered it believes that it was"),
    NoticeKind.UNDELIVERED: Patience(False, "the customer waits for an answer that its writer believes to have gone"),
    NoticeKind.YOURS: Patience(False, "is what they work from on the case that they have just taken"),
    # The first of a run hands the case over, see `repeats`.
    NoticeKind.LAST_RESORT: Patience(True, "reminds of a case that its reader holds; nobody is asked after them"),
    # One of a step that is not the last opens a window, see `may_wait`.
    NoticeKind.WARNING: Patience(True, "breaks no promise yet; a breach has a ladder of its own"),
    NoticeKind.OWNER_TOLD: Patience(True, "tells who has the case, or leads them, that more has come up on it"),
    NoticeKind.LOST: Patience(True, "the case has gone on already; nothing is asked of its reader"),
    NoticeKind.MAIL_HELD: Patience(
        True, "comes again for each stranger, and any of them could fill a mailbox with it"
    ),
    NoticeKind.ANSWERED: Patience(True, "comes for every mail of the customer to a case that its reader has"),
    NoticeKind.UNREACHED: Patience(True, "is about the desk and not the case, which has gone on already"),
}


def may_wait(notice: Notice) -> bool:
    """Whether it is one that may wait at all. A warning after which somebody else is asked opens a window."""
    patience = PATIENCE.get(notice.kind)
    if patience is None or not patience.may_wait:
        return False
    return not (notice.kind is NoticeKind.WARNING and notice.then)


def repeats(notice: Notice, known: Known) -> bool:
    """The first letter about a case never waits, nor the first with which a run leaves it to the last resort."""
    if notice.kind is NoticeKind.LAST_RESORT:
        return (str(notice.kind), notice.run) in known
    return bool(known)


def held_until(now: datetime, lately: int, allowance: Allowance) -> datetime | None:
    """When the digest comes into which a letter that may wait goes; None: it goes out now.

    `lately` is how many letters its person has got in the last hour.
    """
    quiet_until = end_of_quiet(now, allowance)
    if quiet_until is not None:
        return quiet_until
    return next_digest(now, allowance) if lately >= allowance.budget else None


def next_digest(now: datetime, allowance: Allowance) -> datetime:
    """The next full `digest_every`, the same for all that waits until then; the morning, if that is in the night."""
    every = allowance.digest_every
    due = now + every - (now - _GRID) % every
    return end_of_quiet(due, allowance) or due


def end_of_quiet(now: datetime, allowance: Allowance) -> datetime | None:
    """When the quiet hours end in which `now` lies; None: it lies in none."""
    quiet, zone = allowance.quiet, ZoneInfo(allowance.tz)
    today = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, fold=0)
    for day in (today - timedelta(days=1), today):
        opens, closes = _quiet_from(day, quiet, zone)
        if opens <= now < closes:
            return closes
    return None


def _quiet_from(day: datetime, quiet: Quiet, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The quiet hours that begin on a day, as instants: the night in which clocks change is as long as it is."""
    begin = datetime.combine(day, quiet.begin)
    return instant(begin, zone), instant(begin + quiet.lasts, zone)
