"""The shape of desk.yaml: what may stand where, and what it becomes."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from marshmallow import Schema, fields, post_load, validate

from escalator.core.ticket.ticket import PRIORITIES
from escalator.core.ticket.workflow import Status

from . import kinds, model, spans
from .asking import AskingSection
from .calendars import calendar_section
from .call_backs import CallBacksSection
from .channel_entries import WebhookEntry, channels_field
from .holidays import Almanac
from .kinds import Choice, Named, Section, Several, Written, at_most
from .ladders import LadderSection
from .letters import templates_field
from .loops import LoopsSection, Topic, TopicSection
from .mailing import MailRules, brake_field, formerly_field
from .metrics import METRICS
from .model import Reason
from .notifying import NotificationsSection, QuietField, budget_field
from .review import ReviewSection
from .rotations import Schedule
from .schedules import ScheduleSection

_MAILBOX = re.compile(r'"?(?P<name>[^<>"@]{1,100}?)"? {0,3}<(?P<address>[^<>]+)>')
_OF_A_POLICY = (Reason.BREACH, Reason.WARNING)

_MAY_PAUSE = [metric.name for metric in METRICS.values() if metric.pauses is not None]

# A clock may stand still only while the ticket waits for somebody who is not us.
_WAITING = (Status.PENDING, Status.ON_HOLD)


class AgentSection(Section):
    name = kinds.line(required=True)
    manager = kinds.address()
    calendar = kinds.name()
    phone = kinds.phone()
    skills = Several(kinds.name(), validate=at_most(100), post_load=tuple)
    channels = channels_field()
    budget = budget_field()
    quiet = QuietField()


class TeamSection(Section):
    tier = fields.Integer(required=True, validate=validate.Range(1, 9))
    calendar = kinds.name(required=True)
    lead = kinds.address(required=True)
    members = Several(kinds.address(), required=True, post_load=tuple)


class OrganizationSection(Section):
    tier = kinds.name()
    domains = Several(kinds.domain(), validate=at_most(100), post_load=tuple)


class TicketsSection(Section):
    reopen_window = kinds.span()

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> model.TicketRules:
        return model.TicketRules(**said)


class ConditionsSection(Section):
    priority = Several(Choice("priority", PRIORITIES, str), post_load=tuple)
    team = Several(kinds.name(), post_load=tuple)
    channel = Several(kinds.name(), post_load=tuple)
    organization = Several(kinds.line(), post_load=tuple)
    organization_tier = Several(kinds.name(), post_load=tuple)
    requester = Several(kinds.sender(), post_load=tuple)
    tags = Several(kinds.line(), post_load=tuple)

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> model.Conditions:
        return model.Conditions(**said)


class RoutingRuleSection(Section):
    when = fields.Nested(ConditionsSection, required=True)
    team = kinds.name()
    skills = Several(kinds.name(), validate=at_most(100), post_load=tuple)

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> model.RoutingRule:
        return model.RoutingRule(**said)


class RoutingSection(Section):
    team = kinds.name(required=True)
    rules = fields.List(fields.Nested(RoutingRuleSection), validate=at_most(200), post_load=tuple)


def _started_ladders(*reasons: Reason, **settings: Any) -> Named:
    return Named(Choice("such reason", reasons, Reason), kinds.name(), **settings)


class PolicySection(Section):
    name = kinds.name(required=True)
    when = fields.Nested(ConditionsSection)
    default = fields.Boolean()
    calendar = kinds.name(required=True)
    targets = Named(
        Choice("priority", (*PRIORITIES, model.OTHERWISE), str),
        Named(Choice("metric", METRICS, str), kinds.span()),
        required=True,
    )
    pauses = Named(
        Choice("metric that may pause", _MAY_PAUSE, str),
        Several(Choice("status in which a clock may pause,", _WAITING, Status), post_load=tuple),
    )
    warnings = Several(Written(spans.warning, "Write it like 80% or 30m left."), post_load=tuple)
    ladders = _started_ladders(*_OF_A_POLICY)

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> model.Policy:
        return model.Policy(**said | {"targets": _every_priority(said["targets"]), "written": said["targets"]})


def _every_priority(
    targets: Mapping[str, Mapping[str, timedelta]],
) -> dict[str, Mapping[str, timedelta]]:
    """The targets with `any` written out for the priorities that are not named."""
    otherwise = targets.get(model.OTHERWISE)
    promised = {priority: targets.get(priority, otherwise) for priority in PRIORITIES}
    return {priority: metrics for priority, metrics in promised.items() if metrics is not None}


class EscalationSection(Section):
    last_resort = kinds.address(required=True)
    remind_every = kinds.span()
    remind_in = kinds.name()
    quiet = kinds.wait()
    max_age = kinds.span()
    ladders = _started_ladders(*(reason for reason in Reason if reason not in _OF_A_POLICY), required=True)

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> model.EscalationRules:
        return model.EscalationRules(**said)


def _mailbox(text: str) -> model.MailIdentity:
    match = _MAILBOX.fullmatch(text)
    if match is None or not text.isprintable():
        raise ValueError(f'"{text}" is not a name with an address')
    return model.MailIdentity(kinds.address().deserialize(match["address"]), match["name"].strip())


class MailSection(Section):
    identity = Written(
        _mailbox, "Write it like: Harbour Support <help@harbour.example>.", data_key="from", required=True
    )
    acknowledge = Several(kinds.name(), validate=at_most(20), post_load=tuple)
    brake = brake_field()
    subaddresses = fields.Boolean()
    formerly = formerly_field()
    templates = templates_field()


class ImportSection(Section):
    states = Named(kinds.line(), Choice("status", Status, Status), required=True)
    priorities = Named(kinds.line(), Choice("priority", PRIORITIES, str))


class DeskSection(Section):
    name = kinds.line(required=True)
    owner = kinds.address()
    agents = Named(
        kinds.address(),
        fields.Nested(AgentSection),
        lambda email, said: model.Agent(email=email, **said),
        required=True,
        most=5000,
    )
    teams = Named(
        kinds.name(),
        fields.Nested(TeamSection),
        lambda name, said: model.Team(name=name, **said),
        required=True,
        most=500,
    )
    organizations = Named(
        kinds.line(),
        fields.Nested(OrganizationSection),
        lambda name, said: model.Organization(name=name, **said),
    )
    schedules = Named(
        kinds.name(),
        fields.Nested(ScheduleSection),
        lambda name, said: Schedule(name=name, **said),
        most=200,
    )
    routing = fields.Nested(RoutingSection, required=True)
    tickets = fields.Nested(TicketsSection)
    asking = fields.Nested(AskingSection)
    policies = fields.List(
        fields.Nested(PolicySection), data_key="sla", required=True, validate=at_most(200), post_load=tuple
    )
    ladders = Named(
        kinds.name(),
        fields.Nested(LadderSection),
        lambda name, said: model.Ladder(name=name, **said),
        required=True,
        most=200,
    )
    escalation = fields.Nested(EscalationSection, required=True)
    mail = fields.Nested(MailSection, required=True)
    call_backs = fields.Nested(CallBacksSection)
    review = fields.Nested(ReviewSection)
    loops = fields.Nested(LoopsSection)
    notifications = fields.Nested(NotificationsSection)
    topics = Named(kinds.name(), fields.Nested(TopicSection), lambda name, said: Topic(name=name, **said), most=100)
    webhooks = Named(kinds.name(), WebhookEntry(), most=100)
    imports = fields.Nested(ImportSection, data_key="import")

    @post_load
    def make(self, said: dict[str, Any], **_: Any) -> model.Desk:
        routing, mail, imports = said.pop("routing"), said.pop("mail"), said.pop("imports", {})
        return model.Desk(
            default_team=routing["team"],
            routing_rules=routing.get("rules", ()),
            mail=mail.pop("identity"),
            own_templates=mail.pop("templates", {}),
            mailing=MailRules(**mail),
            topics=tuple(said.pop("topics", {}).values()),
            import_states=imports.get("states", {}),
            import_priorities=imports.get("priorities", {}),
            **said,
        )


def desk_section(almanac: Almanac) -> Schema:
    """All that may stand in a desk; its calendars take their public holidays from `almanac`."""
    calendars = Named(kinds.name(), fields.Nested(calendar_section(almanac)), required=True, most=100)
    return DeskSection.from_dict({"calendars": calendars})()
