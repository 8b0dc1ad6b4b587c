"""The shape of a ladder in desk.yaml: its steps, what each does, and whom it asks."""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from escalator.core.ticket.ticket import PRIORITIES

from . import kinds, model
from .actions import ACTIONS, SETTINGS, StepAction
from .kinds import Choice, Section, at_most, wrong
from .model import Target
from .problems import Finding, did_you_mean, short

_ALONE = (Target.TEAM, Target.LEAD, Target.MANAGER, Target.TIER_ABOVE)
_NAMED = (Target.AGENT, Target.TEAM, Target.LEAD, Target.ONCALL)
_ALL = f"Known are: {', '.join(_ALONE)}, and with a name {', '.join(f'{{{target}: ...}}' for target in _NAMED)}."

# How the attributes of a step are written.
_WRITTEN = {"window": "acknowledge_within"}


class Whom(fields.Field[model.Whom]):
    """`team`, `lead`, `manager` and `tier_above` are the ticket's; `{agent: ...}` and the like name one."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> model.Whom:
        if isinstance(value, str):
            return model.Whom(_target(value, _ALONE))
        if not isinstance(value, Mapping) or len(value) != 1:
            remedy = "Write lead, or for example {agent: mia@harbour.example}."
            raise wrong("this must name one addressee", remedy)
        ((target, said),) = value.items()
        addressee = _target(target, _NAMED)
        kind = kinds.address() if addressee is Target.AGENT else kinds.name()
        return model.Whom(addressee, kind.deserialize(said))


def _target(said: object, known: Sequence[Target]) -> Target:
    if said not in known:
        close = did_you_mean(str(said), known)
        raise wrong(f'there is no addressee "{short(said)}"', close if close.startswith("Did") else _ALL)
    return Target(str(said))


class StepSection(Section):
    after = kinds.wait()
    action = Choice("action", ACTIONS, str, required=True)
    whom = Whom()
    window = kinds.span(data_key="acknowledge_within")
    lease = kinds.span()
    calendar = kinds.name()
    to = Choice("priority", PRIORITIES, str)
    tag = kinds.line()
    hook = kinds.name()

    @validates_schema
    def fit_the_action(self, said: dict[str, Any], **_: Any) -> None:
        """What asks needs an addressee, what does not asks nobody; a setting belongs to its action."""
        action = ACTIONS[said["action"]]
        given = [_WRITTEN.get(name, name) for name in said]
        misfits = {key: _misplaced(key, said["action"]) for key in given if key in _not_of(action)}
        missing = {key: _missing(key, said["action"]) for key in _needed_by(action) if key not in said}
        if misfits or missing:
            raise ValidationError({key: [finding] for key, finding in (misfits | missing).items()})

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> model.Step:
        settings = [str(said.pop(key)) for key in SETTINGS if key in said]
        return model.Step(**said, setting="".join(settings))


def _needed_by(action: StepAction) -> tuple[str, ...]:
    return tuple(filter(None, ("whom" if action.asks else "", action.setting)))


def _not_of(action: StepAction) -> set[str]:
    asking = {"whom", "acknowledge_within", "lease"}
    return SETTINGS - {action.setting} | (set() if action.asks else asking)


def _misplaced(key: str, action: str) -> Finding:
    return Finding((), f"`{action}` has no use for `{key}`", "Remove the line, or choose another action.")


def _missing(key: str, action: str) -> Finding:
    return Finding((), f"`{action}` needs `{key}`", f"Add `{key}:`; docs/desk.md says what may stand there.")


class LadderSection(Section):
    steps = fields.List(
        fields.Nested(StepSection), required=True, validate=[validate.Length(1), at_most(50)], post_load=tuple
    )
    repeat = fields.Integer(validate=validate.Range(0, 20))
