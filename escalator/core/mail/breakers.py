"""How many mails our machine writes to customers before it stops: loops and bombs end here (mail.md, 8).

What people of the desk get is never counted, and neither is what an agent writes. A mailbox is counted without what
stands behind a plus (`addresses.base_of`): whoever makes up such addresses makes them up for one person to be bombed.
"""

from dataclasses import dataclass, field
from datetime import timedelta

HOUR = timedelta(hours=1)
ACKNOWLEDGED_WITHIN = timedelta(hours=24)

AUTOMATIC_AN_HOUR = 10
"""To one mailbox, whatever about; and about one ticket, to whomever."""
ACKNOWLEDGEMENTS = 1
"""To one mailbox in `ACKNOWLEDGED_WITHIN` (RFC 3834, 2, has an answer a week and sender as the usual)."""


@dataclass(slots=True)
class Wrote:
    """How much our machine wrote to one mailbox lately."""

    in_hour: int = 0
    acknowledgements: int = 0


@dataclass(slots=True)
class Brake:
    """Decides letter by letter, and counts what it lets through; `limit` is the desk's brake on all of them.

    `lately` is what each mailbox had, `about` what each ticket had said of it in the last hour, `everywhere` what all
    customers had in it; `held_all` says that this was too much for some letter. Acknowledgements to one mailbox are
    decided one after the other. Of all else, who writes at the same time counts for themselves: n of them may let n
    times as many through in that moment.
    """

    limit: int
    lately: dict[str, Wrote] = field(default_factory=dict)
    about: dict[int, int] = field(default_factory=dict)
    everywhere: int = 0
    held_all: bool = False

    def why_not(self, mailbox: str, ticket: int, acknowledges: bool, optional: bool) -> str:
        """Why this letter is not to be sent, as a clause; empty if it is, and then it is counted."""
        wrote = self.lately.setdefault(mailbox, Wrote())
        why = self._why(wrote, ticket, acknowledges, optional)
        if not why:
            wrote.in_hour += 1
            wrote.acknowledgements += acknowledges
            self.about[ticket] = self.about.get(ticket, 0) + 1
            self.everywhere += 1
        return why

    def _why(self, wrote: Wrote, ticket: int, acknowledges: bool, optional: bool) -> str:
        if acknowledges and wrote.acknowledgements >= ACKNOWLEDGEMENTS:
            return "brake: they had an acknowledgement in the last 24 hours"
        if wrote.in_hour >= AUTOMATIC_AN_HOUR:
            return f"brake: they had {AUTOMATIC_AN_HOUR} automatic mails in an hour"
        if self.about.get(ticket, 0) >= AUTOMATIC_AN_HOUR:
            return f"brake: customers had {AUTOMATIC_AN_HOUR} automatic mails about this ticket in an hour"
        if optional and self.everywhere >= self.limit:
            self.held_all = True
            return f"brake: customers had {self.limit} automatic mails in an hour"
        return ""
