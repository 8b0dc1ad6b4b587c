"""Catching up is quiet: of all that one unit of work has to say to somebody about a ticket, the last word counts."""

from collections.abc import Sequence

from .answers import Answer
from .customers import CustomerNotice
from .notices import Notice, NoticeKind

Told = Notice | CustomerNotice | Answer


def fold(told: Sequence[Told]) -> list[Told]:
    """One notice a person of the desk that offers them the case, the latest; to the customer one of each kind.

    A warning is dropped when anything stronger is said to anybody of the desk (D6). What asks for something else, a
    call, a second pair of eyes or a look at the desk, is said beside it. What an agent says is said.
    """
    to_staff = [notice for notice in told if isinstance(notice, Notice)]
    latest = list({notice.to: notice for notice in to_staff if notice.kind.offers_case}.values())
    stronger = [notice for notice in latest if notice.kind is not NoticeKind.WARNING]
    beside = [notice for notice in to_staff if not notice.kind.offers_case]
    to_customers = {notice.kind: notice for notice in told if isinstance(notice, CustomerNotice)}
    answers = [notice for notice in told if isinstance(notice, Answer)]
    return [*(stronger or latest), *beside, *to_customers.values(), *answers]
