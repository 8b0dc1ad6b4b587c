"""What an address does not get any more: all mail, what a machine writes, or what nobody needs."""

from enum import StrEnum

COMPLAINT = "complaint"
"""Why an address gets nothing automatic: its owner has told their provider that our mail is unwanted."""
UNSUBSCRIBED = "unsubscribed"
"""Why it gets nothing optional: its owner has said so."""


class Scope(StrEnum):
    """The widest first."""

    ALL = "all"
    AUTOMATIC = "automatic"
    OPTIONAL = "optional"

    def covers(self, other: "Scope") -> bool:
        """Whether who gets nothing of this gets nothing of `other` either."""
        order = list(Scope)
        return order.index(self) <= order.index(other)
