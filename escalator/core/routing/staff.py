"""What is known of the people right now: who is away, whom nothing reaches, who has how much to do, who stands in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from escalator.core.desk.channels import ChannelKind
from escalator.core.desk.model import Desk

from .oncall import Override


@dataclass(frozen=True, slots=True)
class Staff:
    """Runtime facts beside the desk. `away` maps a person to when they are back; `loads` counts open tickets.

    `bounced` are those whose mail comes back, `unreachable` those whom no channel of theirs reaches; `overrides` are
    the stand-ins by on-call schedule.
    """

    away: Mapping[str, datetime] = field(default_factory=dict)
    bounced: frozenset[str] = frozenset()
    unreachable: frozenset[str] = frozenset()
    loads: Mapping[str, int] = field(default_factory=dict)
    overrides: Mapping[str, Sequence[Override]] = field(default_factory=dict)

    def is_away(self, email: str, now: datetime) -> bool:
        back = self.away.get(email)
        return back is not None and now < back


def unreachable(desk: Desk, mail_comes_back: Collection[str]) -> frozenset[str]:
    """Who has no channel at all, and those whose mail comes back and who have no other."""
    nobody = {email for email, agent in desk.agents.items() if not agent.channels}
    bounced = {email for email in mail_comes_back if email not in desk.agents or _has_only_mail(desk, email)}
    return frozenset(nobody | bounced)


def _has_only_mail(desk: Desk, email: str) -> bool:
    return all(channel.kind is ChannelKind.MAIL for channel in desk.agents[email].channels)
