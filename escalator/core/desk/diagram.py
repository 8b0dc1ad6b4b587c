"""The ladders as a Mermaid picture: who is asked, after how long, and where each ladder ends."""

from collections.abc import Iterator

from .model import Desk, Ladder, Reason, Step, Target, Whom
from .spans import shown

_ALONE = {Target.MANAGER: "the manager", Target.TIER_ABOVE: "the tier above"}
_VERBS = {"notify": "tell", "hand_off": "hand to", "assign": "assign to"}


def diagram(desk: Desk) -> str:
    """A Mermaid flowchart of the desk: each ladder from what starts it to the last resort."""
    last_resort = _person(desk, desk.escalation.last_resort)
    lines = ["flowchart TD", f"  last_resort([{_quoted(f'last resort: {last_resort}')}])"]
    for number, ladder in enumerate(desk.ladders.values()):
        lines += _ladder(desk, ladder, f"l{number}")
    return "\n".join(lines) + "\n"


def _ladder(desk: Desk, ladder: Ladder, ident: str) -> Iterator[str]:
    yield f"  subgraph {ident} [{_quoted(ladder.name)}]"
    yield f"    {ident}_start({_quoted(', '.join(_starts(desk, ladder.name)) or 'nothing starts it')})"
    for number, step in enumerate(ladder.steps):
        yield f"    {ident}_{number}[{_quoted(_deed(desk, step))}]"
    yield "  end"
    yield from _arrows(ladder, ident, ends=_only_warns(desk, ladder.name))


def _arrows(ladder: Ladder, ident: str, ends: bool) -> Iterator[str]:
    """The way up; a ladder that only warns `ends` with its last step, every other one at the last resort."""
    above = f"{ident}_start"
    for number, step in enumerate(ladder.steps):
        yield f"  {above} -->|{_quoted(_when(ladder.steps[number - 1] if number else None, step))}| {ident}_{number}"
        above = f"{ident}_{number}"
    if ladder.repeat:
        yield f"  {above} -.->|{_quoted(f'again, {ladder.repeat} more')}| {ident}_0"
    if not ends:
        yield f"  {above} -->|{_quoted(_when(ladder.steps[-1], None))}| last_resort"


def _only_warns(desk: Desk, name: str) -> bool:
    reasons = {reason for policy in desk.policies for reason, ladder in policy.ladders.items() if ladder == name}
    return reasons == {Reason.WARNING} and name not in desk.escalation.ladders.values()


def _when(before: Step | None, step: Step | None) -> str:
    """What has to pass before the step: the window of the one before it, if that asks somebody, and its own wait."""
    parts = [f"nobody within {shown(before.window)}"] if before and before.whom else []
    if step and step.after:
        parts.append(f"after {shown(step.after)}")
    return ", ".join(parts) or "at once"


def _starts(desk: Desk, name: str) -> Iterator[str]:
    for reason, ladder in desk.escalation.ladders.items():
        if ladder == name:
            yield reason.value
    for policy in desk.policies:
        for reason, ladder in policy.ladders.items():
            if ladder == name:
                yield f"{reason.value} of {policy.name}"


def _deed(desk: Desk, step: Step) -> str:
    verb = _VERBS.get(step.action, step.action.replace("_", " "))
    return f"{verb} {_addressee(desk, step.whom) if step.whom else step.setting}".rstrip()


def _addressee(desk: Desk, whom: Whom) -> str:
    if whom.target is Target.AGENT:
        return _person(desk, whom.name or "")
    if whom.target in _ALONE:
        return _ALONE[whom.target]
    if whom.target is Target.ONCALL:
        return f"who is on call for {whom.name}"
    if whom.name is None:
        return "the team" if whom.target is Target.TEAM else "the lead of the team"
    if whom.target is Target.TEAM:
        return whom.name
    return f"{_person(desk, desk.teams[whom.name].lead)}, lead of {whom.name}"


def _person(desk: Desk, email: str) -> str:
    return desk.agents[email].name


def _quoted(text: str) -> str:
    """A label as Mermaid wants it: what it would read as markup stands as an entity."""
    entities = {"&": "#amp;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", ";": "#59;"}
    return '"' + "".join(entities.get(char, char) for char in text) + '"'
