"""What a desk promises, read from it as desk.yaml has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.proof.minutes import Walk, always, open_minutes

# Every metric, with the statuses in which its clock stands still by default.
PAUSES: Mapping[str, tuple[str, ...]] = {
    "first_reply": (),
    "next_reply": (),
    "update": ("pending",),
    "resolution": (),
    "requester_wait": ("pending",),
    "agent_work": ("pending", "on_hold"),
    "age": (),
}
NEVER_PAUSED = ("first_reply", "age")


@dataclass(frozen=True)
class Promise:
    """A target in open minutes, with the statuses that pause it and the amounts at which warnings fall."""

    openness: bytes
    target: int
    pauses: tuple[str, ...]
    warnings: Mapping[str, int]


class Promises:
    """What the desk (as desk.yaml has it) promises a ticket of some priority: the first policy that matches."""

    def __init__(self, desk: Mapping[str, Any], walk: Walk) -> None:
        self.walk, self._policies, self._always = walk, desk["sla"], always(walk)
        self._openness = {name: open_minutes(said, walk) for name, said in desk["calendars"].items()}
        self.of = cache(self._of)

    def _of(self, metric: str, priority: str) -> Promise | None:
        matching = (policy for policy in self._policies if _matches(policy, priority))
        policy = next(matching, None)
        targets = policy["targets"] if policy else {}
        written = targets.get(priority, targets.get("any", {})).get(metric)
        if policy is None or written is None:
            return None
        target = _minutes(written)
        return Promise(
            self._always if metric == "age" else self._openness[policy["calendar"]],
            target,
            () if metric in NEVER_PAUSED else tuple(policy.get("pauses", {}).get(metric, PAUSES[metric])),
            # Choice: a warning that would come with every ticket, because so much never is left, comes with none.
            {label: least for label in policy.get("warnings", ()) if (least := _consumed(label, target)) > 0},
        )


def _matches(policy: Mapping[str, Any], priority: str) -> bool:
    asked = policy.get("when", {}).get("priority")
    return bool(policy.get("default")) if asked is None else priority in asked


def _minutes(text: str) -> int:
    return int(text.removesuffix("m"))


def _consumed(label: str, target: int) -> int:
    """How much is consumed when the warning falls."""
    if label.endswith(" left"):
        return target - _minutes(label.removesuffix(" left"))
    minutes, rest = divmod(target * int(label.removesuffix("%")), 100)
    assert not rest, f"{label} of {target} minutes is no whole minute"
    return minutes
