"""Which cases of a log have to be played together: those that were merged, directly or through others."""

from collections.abc import Sequence

from escalator.core.ticket.events import Kind

from .timelines import Timeline


def families(timelines: Sequence[Timeline]) -> list[list[Timeline]]:
    """Every case once, beside its kin; families by their first case, and all within one as they stand in the log."""
    heads: dict[str, str] = {}
    for timeline in timelines:
        for logged in timeline.events:
            if logged.kind is Kind.MERGED and logged.into:
                heads[_head(heads, timeline.ticket_id)] = _head(heads, logged.into)
    found: dict[str, list[Timeline]] = {}
    for timeline in timelines:
        found.setdefault(_head(heads, timeline.ticket_id), []).append(timeline)
    return list(found.values())


def _head(heads: dict[str, str], name: str) -> str:
    """The case that stands for the family of `name`; the way to it is made shorter for who asks next."""
    while (above := heads.get(name, name)) != name:
        heads[name] = heads.get(above, above)
        name = above
    return name
