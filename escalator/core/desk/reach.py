"""Whether policies and routing rules can be reached: none hidden by a wider one, none that waits for a stranger."""

from collections.abc import Collection, Iterator

from .model import Conditions, Desk, Organization, Policy, is_of
from .problems import Finding, Path, did_you_mean


def unreached(desk: Desk) -> Iterator[Finding]:
    """Warnings for policies and routing rules, or parts of their conditions, that no ticket will meet."""
    for number, policy in enumerate(desk.policies):
        yield from _hidden(desk, policy, number)
        if desk.organizations:
            yield from _strangers(desk, policy.when, ("sla", number, "when"))
    yield from _hidden_rules(desk)
    for number, rule in enumerate(desk.routing_rules if desk.organizations else ()):
        yield from _strangers(desk, rule.when, ("routing", "rules", number, "when"))


def _hidden(desk: Desk, policy: Policy, number: int) -> Iterator[Finding]:
    """Policies match from the top and the first match wins, so an earlier wider one hides a later one."""
    hiding = next((earlier for earlier in desk.policies[:number] if _hides(desk, earlier, policy)), None)
    if hiding is not None:
        message = f'the policy "{policy.name}" is never reached: "{hiding.name}" above it takes its tickets'
        yield Finding(("sla", number), message, f'Move it above "{hiding.name}".', "warning")


def _hidden_rules(desk: Desk) -> Iterator[Finding]:
    """The first rule with a team that fits gives the queue; the skills of a later one are needed all the same."""
    queues = [(number, rule) for number, rule in enumerate(desk.routing_rules) if rule.team]
    for place, (number, rule) in enumerate(queues):
        hiding = next((at for at, earlier in queues[:place] if _covers(desk, earlier.when, rule.when)), None)
        if hiding is not None:
            message = f"no ticket goes into this queue: rule {hiding + 1} above it takes them all"
            yield Finding(("routing", "rules", number, "team"), message, "Move it above that rule.", "warning")


def _hides(desk: Desk, earlier: Policy, later: Policy) -> bool:
    return earlier.default or (not later.default and _covers(desk, earlier.when, later.when))


def _covers(desk: Desk, wide: Conditions, narrow: Conditions) -> bool:
    """Whether `wide` surely takes every ticket that `narrow` would; in doubt it does not."""
    return (
        all(_within(getattr(narrow, asked), getattr(wide, asked)) for asked in ("priority", "team", "channel"))
        and _within(_folded(narrow.organization), _folded(wide.organization))
        and (not wide.organization_tier or _within(_tiers(desk, narrow), wide.organization_tier))
        and _covers_senders(wide.requester, narrow.requester)
        # Tags are compared as a whole, which holds however several of them are combined.
        and wide.tags in ((), narrow.tags)
    )


def _within(narrow: Collection[str], wide: Collection[str]) -> bool:
    return not wide or (bool(narrow) and set(narrow) <= set(wide))


def _folded(names: Collection[str]) -> list[str]:
    return [name.casefold() for name in names]


def _tiers(desk: Desk, when: Conditions) -> Collection[str]:
    """The tiers that a ticket may have under `when`; empty if any, or if a named organization is not known."""
    firms = [_known_as(desk, name) for name in when.organization]
    return when.organization_tier or {firm.tier if firm else "" for firm in firms}


def _known_as(desk: Desk, name: str) -> Organization | None:
    return next((firm for firm in desk.organizations.values() if firm.name.casefold() == name.casefold()), None)


def _covers_senders(wide: Collection[str], narrow: Collection[str]) -> bool:
    """A domain covers its addresses and the domains below it."""
    covered = (any(_is_in(sender, wanted) for wanted in wide) for sender in narrow)
    return not wide or (bool(narrow) and all(covered))


def _is_in(sender: str, wanted: str) -> bool:
    return sender == wanted or (wanted.startswith("@") and is_of(sender, wanted[1:]))


def _strangers(desk: Desk, when: Conditions, path: Path) -> Iterator[Finding]:
    tiers = {firm.tier for firm in desk.organizations.values() if firm.tier}
    for number, name in enumerate(when.organization):
        if _known_as(desk, name) is None:
            yield _stranger("organization", name, desk.organizations, (*path, "organization", number))
    for number, tier in enumerate(when.organization_tier):
        if tier not in tiers:
            yield _stranger("tier", tier, tiers, (*path, "organization_tier", number))


def _stranger(kind: str, name: str, known: Collection[str], path: Path) -> Finding:
    message = f'no organization has the tier "{name}"' if kind == "tier" else f'there is no organization "{name}"'
    return Finding(path, message, did_you_mean(name, known), "warning")
