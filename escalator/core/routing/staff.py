"""What is known of the people right now: who is away, whom nothing reaches, who has how much to do, who stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from .oncall import Override


@dataclass(frozen=True, slots=True)
class Staff:
    """Runtime facts beside the desk. `away` maps a person to when they are back; `loads` counts open tickets.

    `overrides` are the stand-ins by on-call schedule.
    """

    away: Mapping[str, datetime] = field(default_factory=dict)
    unreachable: frozenset[str] = frozenset()
    loads: Mapping[str, int] = field(default_factory=dict)
    overrides: Mapping[str, Sequence[Override]] = field(default_factory=dict)

    def is_away(self, email: str, now: datetime) -> bool:
        back = self.away.get(email)
        return back is not None and now < back
