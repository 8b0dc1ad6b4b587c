"""Whether the desk will do what its author hopes: steps that reach nobody, ladders without an end, dead rules."""

from collections import Counter
from collections.abc import Iterable, Iterator

from .channels import Channel, on_this_machine
from .closures import closures
from .coverage import coverage
from .ladder_faults import ladder_faults
from .loops import WEIGHTS, LoopRules
from .mailing import mail_faults
from .model import Desk, Policy, Reason, Team
from .notification_faults import notification_faults
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
    yield from _circles(desk)
    yield from _channels(desk)
    yield from unreached(desk)
    for number, policy in enumerate(desk.policies):
        yield from _warnings(policy, ("sla", number))
    yield from lost_promises(desk)
    yield from ladder_faults(desk)
    yield from _loops(desk.loops)
    yield from mail_faults(desk.mail.address, desk.mailing)
    yield from notification_faults(desk)
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


def _circles(desk: Desk) -> Iterator[Finding]:
    """Each circle of managers once: who is above somebody cannot be below them too."""
    seen = set[str]()
    for start in desk.agents:
        line, person = list[str](), start
        while person in desk.agents and person not in seen:
            seen.add(person)
            line.append(person)
            person = desk.agents[person].manager or ""
        if person in line:
            names = [desk.agents[email].name for email in (*line[line.index(person) :], person)]
            message = f"the managers go in a circle: {', '.join(names)}"
            yield _warn(("agents", person, "manager"), message, "Whoever is at the top has no manager.")


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


def _warnings(policy: Policy, path: Path) -> Iterator[Finding]:
    if policy.warnings and Reason.WARNING not in policy.ladders:
        message = f'nobody hears the warnings of the policy "{policy.name}"'
        yield _warn((*path, "warnings"), message, "Add `warning:` with a ladder under `ladders:`.")
    if Reason.WARNING in policy.ladders and not policy.warnings:
        message = f'the policy "{policy.name}" has a ladder for warnings but gives none'
        yield _warn((*path, "ladders", "warning"), message, "Add `warnings: [80%]`, or remove the line.")
    yield from _immediate_warnings(policy, path)


def _immediate_warnings(policy: Policy, path: Path) -> Iterator[Finding]:
    shortest = min((target for metrics in policy.targets.values() for target in metrics.values()), default=None)
    for number, warning in enumerate(policy.warnings):
        if shortest is not None and warning.remaining is not None and warning.remaining >= shortest:
            message = f'"{warning.label}" is no shorter than the shortest target, so it warns at the start'
            yield _warn((*path, "warnings", number), message, "Make it shorter, or write a share like 80%.")
        if warning in policy.warnings[:number]:
            yield _warn((*path, "warnings", number), f'"{warning.label}" is listed twice', "Keep one.")


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
