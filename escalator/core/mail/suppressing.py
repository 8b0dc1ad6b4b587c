"""What an address does not get any more, and because of what: each cause stands and ends for itself."""

from enum import StrEnum


class Scope(StrEnum):
    """All mail, what a machine writes, or what nobody needs. The widest first."""

    ALL = "all"
    AUTOMATIC = "automatic"
    OPTIONAL = "optional"

    def covers(self, other: "Scope") -> bool:
        """Whether who gets nothing of this gets nothing of `other` either."""
        order = list(Scope)
        return order.index(self) <= order.index(other)


class Cause(StrEnum):
    """Our mail came back, its reader called it unwanted, a machine answers there, or its reader has ended it.

    The widest scope first.
    """

    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    MACHINE = "machine"
    WISH = "wish"

    @property
    def scope(self) -> Scope:
        return _SCOPES[self]

    @property
    def is_disproved_by_mail(self) -> bool:
        """Whether it is over when a person writes from there; what somebody wishes is not."""
        return self in (Cause.BOUNCE, Cause.MACHINE)


_SCOPES = {
    Cause.BOUNCE: Scope.ALL,
    Cause.COMPLAINT: Scope.AUTOMATIC,
    Cause.MACHINE: Scope.AUTOMATIC,
    Cause.WISH: Scope.OPTIONAL,
}
