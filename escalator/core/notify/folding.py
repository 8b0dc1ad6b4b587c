"""Catching up is quiet: of all that one unit of work has to say to a person about a ticket, the last word counts."""

from collections.abc import Sequence

from .notices import Notice, NoticeKind


def fold(notices: Sequence[Notice]) -> list[Notice]:
    """One notice a person, the latest; a warning is dropped when anything stronger is said to anybody (D6)."""
    latest = {notice.to: notice for notice in notices}
    told = list(latest.values())
    stronger = [notice for notice in told if notice.kind is not NoticeKind.WARNING]
    return stronger or told
