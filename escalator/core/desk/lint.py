"""Whether the desk will do what its author hopes: steps that reach nobody, ladders without an end, dead rules."""

from collections import Counter
from collections.abc import Iterable, Iterator

from .actions import ACTIONS
from .channels import Channel, on_this_machine
from .closures import closures
from .coverage import coverage
from .loops import WEIGHTS, LoopRules
from .model import Desk, Ladder, Policy, Reason, Target, Team, Whom
from .problems import Finding, Path
from .promises import lost_promises
from .reach import unreached
from .references import people_in_teams
from .spans import in_hours


def lint(desk: Desk) -> Iterator[Finding]:
    """What is well formed and still wrong (errors) or odd (warnings); dangling names are skipped."""
    for team in desk.teams.values():
        yield from _team(team)
    yield from _forgotten_people(desk)
    yield from _channels(desk)
    yield from unreached(desk)
    for number, policy in enumerate(desk.policies):
        yield from _warnings(desk, policy, ("sla", number))
    yield from lost_promises(desk)
    for ladder in desk.ladders.values():
        yield from _ladder(desk, ladder)
    yield from _unused_ladders(desk)
    yield from _loops(desk.loops)
    yield from closures(desk)
    yield from coverage(desk)


def _warn(path: Path, message: str, remedy: str) -> Finding:
    return Finding(path, message, remedy, "warning")


def _team(team: Team) -> Iterator[Finding]:
    path = ("teams", team.name, "members")
    if not team.members:
        message = f'the team "{team.name}" is empty, so a step that asks it reaches nobody'
        yield Finding(path, message, "Add a member; the lead may be one.")
    for member, times in Counter(team.members).items():
        if times > 1:
            yield _warn(path, f"{member} is listed {times} times", "List each member once.")


def _forgotten_people(desk: Desk) -> Iterator[Finding]:
    asked = {step.whom.name for ladder in desk.ladders.values() for step in ladder.steps if step.whom}
    asked |= {agent.manager for agent in desk.agents.values()} | {desk.escalation.last_resort}
    placed = people_in_teams(desk).union(*(schedule.people for schedule in desk.schedules.values()))
    for agent in desk.agents.values():
        if agent.email not in asked and agent.email not in placed:
            message = f"{agent.name} is in no team and no rule ever asks them"
            yield _warn(("agents", agent.email), message, "Add them to a team, or remove them.")


def _channels(desk: Desk) -> Iterator[Finding]:
    remedy = "Give them a channel: mail, a webhook, or an address of a chat, SMS or pager service."
    for agent in desk.agents.values():
        path = ("agents", agent.email, "channels")
        if not agent.channels and agent.email == desk.escalation.last_resort:
            message = f"{agent.name} is the last resort and has no channel, so the last call reaches nobody"
            yield Finding(path, message, remedy)
        elif not agent.channels:
            yield _warn(path, f"{agent.name} is a person with no channel: no step reaches them", remedy)
        yield from _development(agent.channels, path)
    for name, webhook in desk.webhooks.items():
        yield from _development((webhook,), ("webhooks", name))


def _development(channels: Iterable[Channel], path: Path) -> Iterator[Finding]:
    if any(map(on_this_machine, channels)):
        message = "this webhook leads to the machine that calls it, and is refused unless ESCALATOR_WEBHOOK_ALLOW"
        yield _warn(path, f"{message} names it", "Name a public address; this one is for development.")


def _warnings(desk: Desk, policy: Policy, path: Path) -> Iterator[Finding]:
    ladder = desk.ladders.get(policy.ladders.get(Reason.WARNING, ""))
    if policy.warnings and Reason.WARNING not in policy.ladders:
        message = f'nobody hears the warnings of the policy "{policy.name}"'
        yield _warn((*path, "warnings"), message, "Add `warning:` with a ladder under `ladders:`.")
    if Reason.WARNING in policy.ladders and not policy.warnings:
        message = f'the policy "{policy.name}" has a ladder for warnings but gives none'
        yield _warn((*path, "ladders", "warning"), message, "Add `warnings: [80%]`, or remove the line.")
    if ladder and any(ACTIONS[step.action].moves for step in ladder.steps):
        message = f'a warning only notifies, but the ladder "{ladder.name}" hands the case off'
        yield Finding((*path, "ladders", "warning"), message, "Name a ladder whose steps all say notify.")
    yield from _immediate_warnings(policy, path)


def _immediate_warnings(policy: Policy, path: Path) -> Iterator[Finding]:
    shortest = min((target for metrics in policy.targets.values() for target in metrics.values()), default=None)
    for number, warning in enumerate(policy.warnings):
        if shortest is not None and warning.remaining is not None and warning.remaining >= shortest:
            message = f'"{warning.label}" is no shorter than the shortest target, so it warns at the start'
            yield _warn((*path, "warnings", number), message, "Make it shorter, or write a share like 80%.")
        if warning in policy.warnings[:number]:
            yield _warn((*path, "warnings", number), f'"{warning.label}" is listed twice', "Keep one.")


def _ladder(desk: Desk, ladder: Ladder) -> Iterator[Finding]:
    path = ("ladders", ladder.name, "steps")
    without_managers = not any(agent.manager for agent in desk.agents.values())
    for number, step in enumerate(ladder.steps):
        if step.whom and step.whom.target is Target.MANAGER and without_managers:
            message = f'step {number + 1} of "{ladder.name}" reaches nobody: no agent has a manager'
            yield Finding((*path, number, "whom"), message, "Give the agents a `manager`, or ask somebody else.")
    asking = [(number, step.whom) for number, step in enumerate(ladder.steps) if step.whom]
    if asking:
        number, whom = asking[-1]
        yield from _end(desk, ladder, whom, (*path, number, "whom"))
    else:
        message = f'the ladder "{ladder.name}" asks nobody, so its cases go straight to the last resort'
        yield Finding(path, message, "Add a step that asks a person, like `notify` or `hand_off`.")


def _end(desk: Desk, ladder: Ladder, whom: Whom, path: Path) -> Iterator[Finding]:
    if whom.target in (Target.TEAM, Target.TIER_ABOVE):
        message = f'the ladder "{ladder.name}" ends at a team, where everybody may think that another has it'
        yield Finding(path, message, "End it at a named person: an agent, a lead or a manager.")
    without = _without_manager(desk) if whom.target is Target.MANAGER else []
    if without:
        message = f'the ladder "{ladder.name}" ends at a manager, but {" and ".join(without[:3])} has none'
        yield Finding(path, message, "Give everybody in a team a `manager`, or end it at a named person.")


def _without_manager(desk: Desk) -> list[str]:
    """Who may hold a ticket but has nobody above; the last resort needs nobody."""
    below = people_in_teams(desk) - {desk.escalation.last_resort}
    return [agent.name for agent in desk.agents.values() if agent.manager is None and agent.email in below]


def _unused_ladders(desk: Desk) -> Iterator[Finding]:
    used = {*desk.escalation.ladders.values()}
    used |= {ladder for policy in desk.policies for ladder in policy.ladders.values()}
    used |= {topic.ladder for topic in desk.topics if topic.ladder}
    used |= {desk.call_backs.ladder} if desk.call_backs else set()
    for name in desk.ladders:
        if name not in used:
            message = f'nothing ever starts the ladder "{name}"'
            yield _warn(("ladders", name), message, "Name it in a policy or under `escalation:`, or remove it.")


def _loops(rules: LoopRules) -> Iterator[Finding]:
    if rules.escalate <= rules.watch:
        message = (
            f"a case is escalated from {rules.escalate} on and watched from {rules.watch} on, so none is watched"
        )
        yield _warn(("loops", "escalate"), message, "Make `escalate` larger than `watch`.")
    if rules.silence > min(rules.silence_of_others, rules.silence_of_customer):
        message = f"we may be silent for {in_hours(rules.silence)}, longer than those for whom we wait"
        yield _warn(("loops", "silence"), message, "Give others more time than ourselves.")
    heaviest = sum(rules.weight(signal) for signal in WEIGHTS)
    if heaviest < rules.escalate:
        message = f"all signals together weigh {heaviest}, so no case is ever escalated as a loop"
        yield _warn(("loops", "weights"), message, "Give the signals more weight, or make `escalate` smaller.")
