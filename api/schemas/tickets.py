"""The shapes of tickets, their clocks, messages and timelines."""

from typing import Any

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from api.fields import Address, Instant, Language, Line, Phone, Seconds, Shape, Words, Zone, choice, count
from api.schemas.call_backs import CallBackSchema, wishes
from api.schemas.conversation import LONGEST_BODY
from api.schemas.reviews import HeldSchema
from escalator.core.loops.verdict import ESCALATE, WATCH
from escalator.core.ticket.ticket import PRIORITIES, Requester
from escalator.core.ticket.workflow import Status
from escalator.service.actions import ACTIONS
from escalator.service.opening import NewTicket
from escalator.service.tickets import Filters

_SUBJECT = 300


def _tags() -> fields.List[str]:
    few = validate.Length(max=50, error="must have at most {max} tags")
    return fields.List(Line(50), validate=few, metadata={"description": "Labels for policies and lists."})


def ticket_name(**settings: Any) -> fields.String:
    shape = validate.Regexp(r"T-[1-9][0-9]{0,17}\Z", error="must be the name of a ticket, like T-1042")
    return fields.String(validate=shape, **settings)


class RequesterSchema(Shape):
    """The customer who waits."""

    email = Address(required=True)
    name = Line(200, least=0, load_default="")
    phone = Phone(least=0, load_default="")
    organization = Line(200, least=0, load_default="")
    timezone = Zone(load_default="", metadata={"description": "Their time zone, like Europe/Berlin."})
    language = Language(
        load_default="", metadata={"description": "Theirs, like de; letters are in English until it is added."}
    )

    @post_load
    def make(self, data: Any, **_: Any) -> Requester:
        return Requester(**data)


class ParticipantSchema(Shape):
    """Somebody else on the ticket, who gets the public replies and may answer them."""

    email = Address()
    name = fields.String()


class NewTicketSchema(Shape):
    """A customer's request."""

    subject = Line(_SUBJECT, required=True)
    body = Words(LONGEST_BODY, required=True)
    requester = fields.Nested(RequesterSchema, required=True)
    priority = choice(PRIORITIES, load_default="normal")
    tags = _tags()
    channel = fields.String(
        load_default="api",
        validate=validate.Regexp(
            r"[a-z][a-z0-9_-]{0,29}\Z", error="must be a short word in small letters, like chat"
        ),
        metadata={"description": "Where the customer spoke to us; policies can depend on it."},
    )

    @post_load
    def make(self, data: Any, **_: Any) -> NewTicket:
        return NewTicket(**(data | {"tags": tuple(data.get("tags", ()))}))


class TicketChangesSchema(Shape):
    """What is given is changed, the rest stays."""

    subject = Line(_SUBJECT)
    priority = choice(PRIORITIES)
    tags = _tags()

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return data | ({"tags": tuple(data["tags"])} if "tags" in data else {})


class FiltersSchema(Shape):
    """Which tickets; all that is given must hold. Newest first."""

    status = choice(Status)
    priority = choice(PRIORITIES)
    team = Line(60)
    assignee = Line(254)
    verdict = choice((WATCH, ESCALATE), metadata={"description": "Whose conversation goes in circles, and how far."})
    breaching_before = Instant(metadata={"description": "Some promise breaks before this time."})
    snoozed = fields.Boolean(
        load_default=False,
        metadata={
            "description": "Those that are snoozed; else they are left out, unless breaching_before or q is given."
        },
    )
    q = Line(200, metadata={"description": "Words in the subject, the requester's address or public messages."})
    before = ticket_name(load_default=None, metadata={"description": "Only tickets older than this one."})
    limit = count(1, 100, load_default=50)

    @post_load
    def make(self, data: Any, **_: Any) -> tuple[Filters, str | None, int]:
        before, limit = data.pop("before"), data.pop("limit")
        return Filters(**data), before, limit


class WarnedSchema(Shape):
    """A warning that fell, and when."""

    label = fields.String(metadata={"description": "How much of the promise was gone, or left: 80% or 30m left."})
    at = Instant()


class ClockSchema(Shape):
    """One cycle of a promise. Spans are open time of the policy's calendar."""

    metric = fields.String()
    cycle = fields.Integer()
    policy = fields.String()
    state = fields.String(metadata={"description": "running, paused, met, breached or cancelled; breached wins."})
    elapsed_seconds = Seconds(attribute="elapsed")
    paused_seconds = Seconds(attribute="paused")
    target_seconds = Seconds(attribute="target")
    started_at = Instant()
    due_at = Instant(allow_none=True)
    met_at = Instant(allow_none=True)
    breached_at = Instant(allow_none=True, metadata={"description": "When the promise broke: its deadline."})
    detected_at = Instant(allow_none=True, metadata={"description": "When that was noticed."})
    cause = fields.String(metadata={"description": "Why it was breached, else why it was cancelled."})
    warned = fields.List(fields.Nested(WarnedSchema))
    why = fields.String(metadata={"description": "All of it in a sentence."})


class EscalationSchema(Shape):
    """Where the ladder stands."""

    state = fields.String(metadata={"description": "climbing, waiting, acknowledged, exhausted or ended."})
    ladder = fields.String()
    step = fields.Integer(metadata={"description": "Counted from 1."})
    reason = fields.String()
    detail = fields.String()
    asked = fields.String(allow_none=True)
    acknowledge_by = Instant(allow_none=True)


class TicketSchema(Shape):
    """A ticket as it stands now. Keys that may not read tickets get id, status and created_at only."""

    id = fields.String()
    subject = fields.String()
    status = fields.String()
    priority = fields.String()
    requester = fields.Nested(RequesterSchema)
    channel = fields.String()
    team = fields.String(allow_none=True)
    assignee = fields.String(allow_none=True, metadata={"description": "Where routing put it."})
    owner = fields.String(allow_none=True, metadata={"description": "The human who took it."})
    level = fields.Integer()
    tags = fields.List(fields.String())
    version = fields.Integer()
    created_at = Instant()
    waiting_since = Instant(allow_none=True, metadata={"description": "The oldest message without an answer."})
    snoozed_until = Instant(allow_none=True, metadata={"description": "Out of sight until then."})
    merged_into = fields.String(allow_none=True, metadata={"description": "Where the matter goes on."})
    follow_up_of = fields.String(allow_none=True, metadata={"description": "The closed ticket that it continues."})
    case = fields.String(allow_none=True, metadata={"description": "The oldest ticket of its matter."})
    verdict = fields.String(metadata={"description": "watch or escalate when the conversation goes in circles."})
    signals = fields.List(fields.String(), metadata={"description": "What has shown so far; the timeline has why."})
    clocks = fields.List(fields.Nested(ClockSchema))
    escalation = fields.Nested(EscalationSchema, allow_none=True)
    call_back = fields.Nested(CallBackSchema, allow_none=True)
    held = fields.List(
        fields.Nested(HeldSchema), metadata={"description": "Replies that wait for a second pair of eyes."}
    )
    participants = fields.List(
        fields.Nested(ParticipantSchema),
        metadata={"description": "Who gets the public replies beside the requester."},
    )


class ReceiptSchema(Shape):
    """What a key is told that may open tickets and not read them."""

    id = fields.String()
    status = fields.String()
    created_at = Instant()


class TicketsSchema(Shape):
    """A page of tickets, newest first."""

    items = fields.List(fields.Nested(TicketSchema))
    next = fields.String(allow_none=True, metadata={"description": "Where the next page is; also in Link."})


class _Deed(Shape):
    action = choice(ACTIONS, required=True)
    assignee = Line(254, metadata={"description": "With assign: on whose desk."})
    team = Line(60, metadata={"description": "With assign: into which team's queue."})
    into = ticket_name(metadata={"description": "With merge: the ticket in which the matter goes on."})
    ticket = ticket_name(metadata={"description": "With link: the other ticket of the same matter."})
    template = Line(60, metadata={"description": "With ask: which of the desk's questions."})
    until = Instant(metadata={"description": "With snooze: when it comes back into sight."})
    reply = count(1, 2**63 - 1, metadata={"description": "With release and return: the number of the held reply."})
    body = Words(LONGEST_BODY, metadata={"description": "With ask: the question; with release: better words."})
    note = Words(LONGEST_BODY, metadata={"description": "With return: what its author should know."})
    email = Address(metadata={"description": "With add_participant and remove_participant: whom."})
    name = Line(200, least=0, metadata={"description": "With add_participant: what they are called."})

    @validates_schema
    def ask_for_what_it_takes(self, data: Any, **_: Any) -> None:
        name = data["action"]
        action, given = ACTIONS[name], data.keys() - {"action"}
        problems = {option: [f"goes with {_takers(option)} only"] for option in sorted(given - {*action.options})}
        problems |= {option: [f"is missing: {name} needs it"] for option in action.needs if option not in given}
        if problems:
            raise ValidationError(problems)


def _takers(option: str) -> str:
    return " and ".join(name for name, action in ACTIONS.items() if option in action.options)


# `from` is no name that a class body can have.
ActionSchema = _Deed.from_dict(wishes(), name="Action")
ActionSchema.__doc__ = "Something that is done to a ticket."


class ClocksSchema(Shape):
    """Every cycle of every clock of the ticket."""

    items = fields.List(fields.Nested(ClockSchema))


class ExplanationSchema(Shape):
    """Why the ticket is where it is."""

    sentences = fields.List(fields.String())
