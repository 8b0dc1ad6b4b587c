"""Whether what may wait waits too long, comes too often, or is held back from who gets no mail anyway."""

from collections.abc import Iterator
from datetime import timedelta

from .channels import ChannelKind
from .model import Agent, Desk
from .notifying import Quiet
from .problems import Finding, Path
from .spans import in_hours

LONGEST_QUIET = timedelta(hours=16)
LONGEST_BETWEEN, SHORTEST_BETWEEN = timedelta(days=1), timedelta(minutes=5)


def notification_faults(desk: Desk) -> Iterator[Finding]:
    """Warnings only: whatever the desk says here, the first notice of a case goes out at once."""
    rules = desk.notifications
    path: Path = ("notifications",)
    yield from _quiet(rules.quiet, (*path, "quiet"))
    if rules.digest_every > LONGEST_BETWEEN:
        message = f"a digest comes every {in_hours(rules.digest_every)} only, so what may wait waits for days"
        yield _warn((*path, "digest_every"), message, "Make it a day at most.")
    if rules.digest_every < SHORTEST_BETWEEN:
        message = "digests that come every few minutes are read no more than letters are"
        yield _warn((*path, "digest_every"), message, "Make it 5m at least; an hour is usual.")
    for agent in desk.agents.values():
        yield from _agent(agent)


def _agent(agent: Agent) -> Iterator[Finding]:
    path = ("agents", agent.email)
    if agent.quiet is not None:
        yield from _quiet(agent.quiet, (*path, "quiet"))
    has_mail = any(channel.kind is ChannelKind.MAIL for channel in agent.channels)
    for key, said in (("budget", agent.budget), ("quiet", agent.quiet)):
        if said is not None and not has_mail:
            message = f"{agent.name} gets no mail, and only mail is held back"
            yield _warn((*path, key), message, "Remove the line, or give them the channel mail.")


def _quiet(quiet: Quiet, path: Path) -> Iterator[Finding]:
    if quiet.lasts > LONGEST_QUIET:
        message = f"the quiet hours last {in_hours(quiet.lasts)} of 24"
        yield _warn(path, message, "Look whether `from` and `to` have changed places.")


def _warn(path: Path, message: str, remedy: str) -> Finding:
    return Finding(path, message, remedy, "warning")
