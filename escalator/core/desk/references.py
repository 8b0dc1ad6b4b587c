"""Whether what the desk names exists: every reference is followed, every promise and reason has its ladder."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from escalator.core.ticket.ticket import PRIORITIES

from .actions import ACTIONS, HOOK
from .channels import repeated
from .loops import GUARDED, Topic
from .metrics import METRICS
from .model import Desk, Ladder, Policy, Reason, Target, Team, Whom
from .problems import Finding, Path, did_you_mean
from .rotations import Schedule
from .spans import TEN_YEARS, in_hours

# Any decade would do: it is the weekly hours that decide how much open time ten years hold.
_A_DECADE = datetime(2026, 1, 1, tzinfo=UTC)

_NEEDED = {
    Reason.REQUESTED: "an agent or a program that asks for escalation",
    Reason.MAX_AGE: "a ticket that has grown old (every desk has a `max_age`: 30d, unless it says another)",
}


def references(desk: Desk) -> Iterator[Finding]:
    """Everything that is named but not there, missing or impossible: errors only."""
    yield from _known("agent", desk.owner or None, desk.agents, ("owner",))
    yield from _people(desk)
    for team in desk.teams.values():
        yield from _team(desk, team)
    for schedule in desk.schedules.values():
        yield from _schedule(desk, schedule)
    yield from _routing(desk)
    for number, policy in enumerate(desk.policies):
        yield from _policy(desk, policy, ("sla", number))
    yield from _named_twice(desk)
    yield from _organizations(desk)
    yield from _default(desk)
    for ladder in desk.ladders.values():
        yield from _ladder(desk, ladder)
    yield from _escalation(desk)
    yield from _call_backs(desk)
    yield from _review(desk)
    yield from _loops(desk)
    for topic in desk.topics:
        yield from _topic(desk, topic)
    yield from _asking(desk)


def people_in_teams(desk: Desk) -> set[str]:
    """The addresses of all leads and members."""
    return {email for team in desk.teams.values() for email in (team.lead, *team.members)}


def _known(kind: str, name: str | None, known: Iterable[str], path: Path) -> Iterator[Finding]:
    if name is not None and name not in known:
        yield Finding(path, f'there is no {kind} "{name}"', did_you_mean(name, known))


def _people(desk: Desk) -> Iterator[Finding]:
    placed = people_in_teams(desk)
    for agent in desk.agents.values():
        path = ("agents", agent.email)
        yield from _known("agent", agent.manager, desk.agents, (*path, "manager"))
        yield from _known("calendar", agent.calendar, desk.calendars, (*path, "calendar"))
        if agent.calendar is None and agent.email not in placed:
            message = f"{agent.name} is in no team and has no calendar, so nobody knows their hours and their zone"
            yield Finding(path, message, "Give them a calendar, or add them to a team.")
        yield from repeated(agent.channels, (*path, "channels"))


def _team(desk: Desk, team: Team) -> Iterator[Finding]:
    path = ("teams", team.name)
    yield from _known("agent", team.lead, desk.agents, (*path, "lead"))
    yield from _known("calendar", team.calendar, desk.calendars, (*path, "calendar"))
    for number, member in enumerate(team.members):
        yield from _known("agent", member, desk.agents, (*path, "members", number))


def _schedule(desk: Desk, schedule: Schedule) -> Iterator[Finding]:
    for number, rotation in enumerate(schedule.rotations):
        path = ("schedules", schedule.name, "rotations", number)
        yield from _known("calendar", rotation.during, desk.calendars, (*path, "during"))
        for place, person in enumerate(rotation.people):
            yield from _known("agent", person, desk.agents, (*path, "people", place))


def _routing(desk: Desk) -> Iterator[Finding]:
    yield from _known("team", desk.default_team, desk.teams, ("routing", "team"))
    for number, rule in enumerate(desk.routing_rules):
        path = ("routing", "rules", number)
        yield from _known("team", rule.team, desk.teams, (*path, "team"))
        for place, team in enumerate(rule.when.team):
            yield from _known("team", team, desk.teams, (*path, "when", "team", place))


def _policy(desk: Desk, policy: Policy, path: Path) -> Iterator[Finding]:
    yield from _known("calendar", policy.calendar, desk.calendars, (*path, "calendar"))
    for number, team in enumerate(policy.when.team):
        yield from _known("team", team, desk.teams, (*path, "when", "team", number))
    for reason, ladder in policy.ladders.items():
        yield from _known("ladder", ladder, desk.ladders, (*path, "ladders", reason.value))
    if Reason.BREACH not in policy.ladders:
        message = f'nothing happens when the policy "{policy.name}" is breached'
        yield Finding((*path, "ladders"), message, "Add `breach:` with the name of a ladder.")
    yield from _missing_targets(policy, path)
    for priority, metrics in policy.written.items():
        for metric, target in metrics.items():
            calendar = None if METRICS[metric].wall_clock else policy.calendar
            yield from _fits(desk, calendar, target, (*path, "targets", priority, metric))


def _missing_targets(policy: Policy, path: Path) -> Iterator[Finding]:
    """No silent fallback: a priority without a target would be a promise that nobody made or broke."""
    missing = [name for name in policy.when.priority or PRIORITIES if not policy.targets.get(name)]
    if missing:
        message = f'the policy "{policy.name}" promises nothing for the priority {" and ".join(missing)}'
        remedy = "Add the targets, or `any:` for all priorities that are not named."
        yield Finding((*path, "targets"), message, remedy)


def _fits(desk: Desk, name: str | None, amount: timedelta, path: Path) -> Iterator[Finding]:
    """No amount that its calendar would refuse, months later, in the middle of a case."""
    calendar = desk.calendars.get(name or "")
    if calendar is not None and amount > calendar.within(_A_DECADE, _A_DECADE + TEN_YEARS):
        message = f'{in_hours(amount)} of open time of "{name}" take more than ten years'
        yield Finding(path, message, "Make it shorter, or name a calendar with more open hours.")


def _named_twice(desk: Desk) -> Iterator[Finding]:
    count = Counter(policy.name for policy in desk.policies)
    for number, policy in enumerate(desk.policies):
        if count[policy.name] > 1:
            message = f'{count[policy.name]} policies are named "{policy.name}"'
            yield Finding(("sla", number, "name"), message, "Give each policy a name of its own.")


def _organizations(desk: Desk) -> Iterator[Finding]:
    """A name (whatever its case) and a domain lead to one organization, so that a ticket has one contract."""
    names, owners = dict[str, str](), dict[str, str]()
    for firm in desk.organizations.values():
        path = ("organizations", firm.name)
        if names.setdefault(firm.name.casefold(), firm.name) != firm.name:
            message = f'"{firm.name}" and "{names[firm.name.casefold()]}" are the same name'
            yield Finding(path, message, "Large and small letters make no difference; keep one of the two.")
        for number, domain in enumerate(firm.domains):
            if owners.setdefault(domain, firm.name) != firm.name:
                message = f'"{owners[domain]}" claims the domain "{domain}" too'
                yield Finding((*path, "domains", number), message, "Keep it at one of the two.")


def _default(desk: Desk) -> Iterator[Finding]:
    if not any(policy.default for policy in desk.policies):
        message = "no policy is the default, so a ticket that fits none would have no clock"
        yield Finding(("sla",), message, "Add `default: true` to the last policy.")
    for number, policy in enumerate(desk.policies):
        conditional = any(getattr(policy.when, asked) for asked in policy.when.__slots__)
        if conditional and policy.default:
            message = f'the policy "{policy.name}" is the default, so its `when` is never asked'
            yield Finding(("sla", number), message, "Remove `when` or `default`.")
        if not conditional and not policy.default:
            message = f'the policy "{policy.name}" does not say which tickets it is for'
            yield Finding(("sla", number), message, "Add `when:` with a condition, or `default: true`.")


def _ladder(desk: Desk, ladder: Ladder) -> Iterator[Finding]:
    for number, step in enumerate(ladder.steps):
        path = ("ladders", ladder.name, "steps", number)
        yield from _known("calendar", step.calendar, desk.calendars, (*path, "calendar"))
        if step.whom is not None:
            yield from _addressee(desk, step.whom, (*path, "whom"))
        if ACTIONS[step.action].setting == HOOK:
            yield from _known("webhook", step.setting, desk.webhooks, (*path, HOOK))
        yield from _fits(desk, step.calendar, step.after, (*path, "after"))
        yield from _fits(desk, step.calendar, step.window, (*path, "acknowledge_within"))


def _addressee(desk: Desk, whom: Whom, path: Path) -> Iterator[Finding]:
    kind, known = {
        Target.AGENT: ("agent", desk.agents.keys()),
        Target.ONCALL: ("schedule", desk.schedules.keys()),
    }.get(whom.target, ("team", desk.teams.keys()))
    yield from _known(kind, whom.name, known, (*path, whom.target.value))


def _escalation(desk: Desk) -> Iterator[Finding]:
    rules = desk.escalation
    yield from _known("agent", rules.last_resort, desk.agents, ("escalation", "last_resort"))
    yield from _known("calendar", rules.remind_in, desk.calendars, ("escalation", "remind_in"))
    yield from _fits(desk, rules.remind_in, rules.remind_every, ("escalation", "remind_every"))
    for reason, ladder in rules.ladders.items():
        yield from _known("ladder", ladder, desk.ladders, ("escalation", "ladders", reason.value))
    for reason, who in _NEEDED.items():
        if reason not in rules.ladders:
            message = f"{who} finds no ladder"
            remedy = f"Add `{reason.value}:` with the name of a ladder."
            yield Finding(("escalation", "ladders"), message, remedy)


def _call_backs(desk: Desk) -> Iterator[Finding]:
    rules = desk.call_backs
    if rules is not None:
        yield from _known("calendar", rules.calendar, desk.calendars, ("call_backs", "calendar"))
        yield from _known("ladder", rules.ladder, desk.ladders, ("call_backs", "ladder"))


def _review(desk: Desk) -> Iterator[Finding]:
    yield from _known("calendar", desk.review.calendar, desk.calendars, ("review", "calendar"))
    yield from _fits(desk, desk.review.calendar, desk.review.within, ("review", "within"))
    for number, rule in enumerate(desk.review.rules):
        path = ("review", "rules", number)
        yield from _says_something(rule.words, (*path, "words"))
        for place, topic in enumerate(rule.topics):
            yield from _known("topic", topic, [known.name for known in desk.topics], (*path, "topics", place))
        for place, agent in enumerate(rule.agents):
            yield from _known("agent", agent, desk.agents, (*path, "agents", place))


def _loops(desk: Desk) -> Iterator[Finding]:
    rules = desk.loops
    yield from _known("calendar", rules.calendar, desk.calendars, ("loops", "calendar"))
    calendar = rules.calendar or getattr(desk.teams.get(desk.default_team), "calendar", None)
    for name in ("silence", "silence_of_others", "silence_of_customer"):
        yield from _fits(desk, calendar, getattr(rules, name), ("loops", name))
    for meaning, phrases in rules.phrases.items():
        yield from _says_something(phrases, ("loops", "phrases", meaning))


def _topic(desk: Desk, topic: Topic) -> Iterator[Finding]:
    path = ("topics", topic.name)
    yield from _known("ladder", topic.ladder, desk.ladders, (*path, "ladder"))
    yield from _known("team", topic.team, desk.teams, (*path, "team"))
    yield from _says_something(topic.words, (*path, "words"))
    if not topic.words and not (topic.shipped_words and topic.name in GUARDED):
        message = f'no words mean the topic "{topic.name}", so no ticket is ever about it'
        yield Finding(path, message, f"Add `words:`; words are shipped for {', '.join(GUARDED)}.")


def _says_something(phrases: Iterable[str], path: Path) -> Iterator[Finding]:
    for number, phrase in enumerate(phrases):
        if not any(character.isalnum() for character in phrase):
            yield Finding((*path, number), f'"{phrase}" has no word in it', "Write words as customers do.")


def _asking(desk: Desk) -> Iterator[Finding]:
    rules = desk.asking
    yield from _known("calendar", rules.calendar, desk.calendars, ("asking", "calendar"))
    for number, after in enumerate(rules.remind_after):
        yield from _fits(desk, rules.calendar, after, ("asking", "remind_after", number))
    if rules.close_after is not None:
        yield from _fits(desk, rules.calendar, rules.close_after, ("asking", "close_after"))
