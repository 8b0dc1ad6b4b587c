"""Whether a ticket keeps its promises when its priority changes: what is named takes nothing from `any`."""

from collections.abc import Iterator

from .model import OTHERWISE, Desk, Policy
from .problems import Finding, Path


def lost_promises(desk: Desk) -> Iterator[Finding]:
    """Warnings for priorities that are promised less than others of their policy, mostly by oversight."""
    for number, policy in enumerate(desk.policies):
        for priority in policy.written:
            if priority != OTHERWISE:
                yield from _lost(policy, priority, ("sla", number, "targets", priority))


def _lost(policy: Policy, priority: str, path: Path) -> Iterator[Finding]:
    for metric, other in _promised(policy).items():
        if metric not in policy.written[priority]:
            message = f"{priority} is promised no {metric}, though {other} is"
            consequence = f"a ticket that becomes {priority} loses that clock"
            remedy = f"Add `{metric}:` to {priority}; a priority that is named takes nothing from `{OTHERWISE}`."
            yield Finding(path, f"{message}: {consequence}", remedy, "warning")


def _promised(policy: Policy) -> dict[str, str]:
    """The metrics that the policy knows, each with one for whom it is promised; `any` is the better example."""
    any_last = sorted(policy.written, key=lambda priority: priority == OTHERWISE)
    return {metric: priority for priority in any_last for metric in policy.written[priority]}
