"""A closed ticket stays closed: what the customer says later opens a linked follow-up of the same case (rule 15)."""

from collections.abc import Mapping
from typing import Any

from . import participants
from .ticket import Ticket

_RE = "Re: "


def inherited(closed: Ticket) -> Mapping[str, Any]:
    """What the follow-up takes over, as the facts of its `created` event: who has failed the case fails it still."""
    return {
        "subject": closed.subject if closed.subject.startswith(_RE) else f"{_RE}{closed.subject}",
        "priority": closed.priority,
        "tags": list(closed.tags),
        "team": closed.team,
        "level": closed.level,
        "follow_up_of": closed.id,
        "failed": list(closed.failed),
        "failed_tiers": list(closed.failed_tiers),
        "participants": participants.to_data(closed.participants, closed.dismissed),
    }
