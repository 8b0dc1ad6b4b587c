"""Whether each ladder does what its author hopes: it asks people, it ends at one, and something starts it."""

from collections.abc import Iterator

from .actions import ACTIONS
from .model import Desk, Ladder, Policy, Reason, Target, Whom
from .problems import Finding, Path
from .references import people_in_teams


def ladder_faults(desk: Desk) -> Iterator[Finding]:
    """Steps that reach nobody or can do nothing, ladders without an end, warnings that do more than notify."""
    for ladder in desk.ladders.values():
        yield from _steps(desk, ladder)
        yield from _asking(desk, ladder)
    for number, policy in enumerate(desk.policies):
        yield from _warning(desk, policy, ("sla", number, "ladders", Reason.WARNING.value))
    yield from _unused(desk)


def _steps(desk: Desk, ladder: Ladder) -> Iterator[Finding]:
    without_managers = not any(agent.manager for agent in desk.agents.values())
    for number, step in enumerate(ladder.steps):
        path = ("ladders", ladder.name, "steps", number)
        if step.whom and step.whom.target is Target.MANAGER and without_managers:
            message = f'step {number + 1} of "{ladder.name}" reaches nobody: no agent has a manager'
            yield Finding((*path, "whom"), message, "Give the agents a `manager`, or ask somebody else.")
        if ACTIONS[step.action].promises_calls and desk.call_backs is None:
            message = "this desk promises no calls, so the step is always left out"
            yield Finding((*path, "action"), message, "Add a section `call_backs:`, or remove the step.")


def _asking(desk: Desk, ladder: Ladder) -> Iterator[Finding]:
    path = ("ladders", ladder.name, "steps")
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


def _warning(desk: Desk, policy: Policy, path: Path) -> Iterator[Finding]:
    """Nothing is broken yet: whoever is warned hears of it, and that is all (workflow.md, "Warnings only notify")."""
    ladder = desk.ladders.get(policy.ladders.get(Reason.WARNING, ""))
    for number, step in enumerate(ladder.steps if ladder else (), 1):
        action = ACTIONS[step.action]
        if ladder and (action.moves or not action.asks):
            message = f'a warning only notifies, but step {number} of "{ladder.name}" {action.words}'
            yield Finding(path, message, "Name a ladder whose steps all say notify.")
            return


def _unused(desk: Desk) -> Iterator[Finding]:
    used = {*desk.escalation.ladders.values()}
    used |= {ladder for policy in desk.policies for ladder in policy.ladders.values()}
    used |= {topic.ladder for topic in desk.topics if topic.ladder}
    used |= {desk.call_backs.ladder} if desk.call_backs else set()
    for name in desk.ladders:
        if name not in used:
            remedy = "Name it in a policy or under `escalation:`, or remove it."
            yield Finding(("ladders", name), f'nothing ever starts the ladder "{name}"', remedy, "warning")
