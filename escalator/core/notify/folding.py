"""Catching up is quiet: of all that one unit of work has to say to somebody about a ticket, the last word counts."""

from collections.abc import Sequence

from .customers import CustomerNotice
from .notices import Notice, NoticeKind

Told = Notice | CustomerNotice


def fold(told: Sequence[Told]) -> list[Told]:
    """One notice a person of the desk, the latest; to the customer one of each kind.

    A warning is dropped when anything stronger is said to anybody of the desk (D6).
    """
    latest = {notice.to: notice for notice in told if isinstance(notice, Notice)}
    to_staff = list(latest.values())
    stronger = [notice for notice in to_staff if notice.kind is not NoticeKind.WARNING]
    to_customers = {notice.kind: notice for notice in told if isinstance(notice, CustomerNotice)}
    return [*(stronger or to_staff), *to_customers.values()]
