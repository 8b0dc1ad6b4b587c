"""The desk as values: everything that desk.yaml says, checked and ready to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from escalator.core.calendar import Calendar
from escalator.core.ticket.ticket import Requester
from escalator.core.ticket.workflow import Status

from .asking import AskingRules
from .call_backs import CallBackRules
from .channels import MAIL, Channel
from .letters import Templates
from .loops import LoopRules, Topic
from .mailing import MailRules
from .notifying import Allowance, NotificationRules, Quiet
from .review import ReviewRules
from .rotations import Schedule
from .spans import Warning

OTHERWISE = "any"
"""What stands in the targets for all priorities that are not named."""


class Reason(StrEnum):
    """Why a ladder runs, strongest first (workflow.md, "One run a ticket")."""

    GUARDED_TOPIC = "guarded_topic"
    INCIDENT = "incident"
    PERSON_REQUESTED = "person_requested"
    LOOP = "loop"
    BREACH = "breach"
    MAX_AGE = "max_age"
    REQUESTED = "requested"
    WARNING = "warning"

    def is_stronger_than(self, other: "Reason") -> bool:
        order = list(Reason)
        return order.index(self) < order.index(other)


class Target(StrEnum):
    """Whom a step asks. A named person is asked at any hour; a team, or the tier above, only on its shift."""

    AGENT = "agent"
    TEAM = "team"
    LEAD = "lead"
    MANAGER = "manager"
    ONCALL = "on_call"
    TIER_ABOVE = "tier_above"


@dataclass(frozen=True, slots=True)
class Agent:
    """A person at the desk. `calendar` names their working hours (None: their team's); no `channels`: unreachable.

    `budget` and `quiet` are their own in place of the desk's `notifications`.
    """

    email: str
    name: str
    manager: str | None = None
    calendar: str | None = None
    phone: str = ""
    skills: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = (MAIL,)
    budget: int | None = None
    quiet: Quiet | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """People who share a queue. `tier` is 1 for the first line; `lead` and `members` are e-mail addresses."""

    name: str
    tier: int
    lead: str
    members: tuple[str, ...]
    calendar: str


@dataclass(frozen=True, slots=True)
class Organization:
    """A customer firm: its contract's `tier`, and the mail `domains` by which its people are known."""

    name: str
    tier: str = ""
    domains: tuple[str, ...] = ()


def is_of(email: str, domain: str) -> bool:
    """Whether an address is of `domain` (in small letters) or of one below it."""
    return f".{email.lower().rpartition('@')[2]}".endswith(f".{domain}")


@dataclass(frozen=True, slots=True)
class TicketRules:
    """What holds for every ticket: one that is resolved can come back for `reopen_window` (wall clock)."""

    reopen_window: timedelta = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Conditions:
    """When a policy applies; an empty tuple asks nothing. All that is asked must hold.

    `organization` holds names, `organization_tier` tiers, `requester` addresses and domains (`@city.example`).
    """

    priority: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    organization: tuple[str, ...] = ()
    organization_tier: tuple[str, ...] = ()
    requester: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutingRule:
    """Tickets for which `when` holds begin with `team` (None: as other rules say) and need all `skills`."""

    when: Conditions
    team: str | None = None
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """One SLA: targets in open time of `calendar`, per priority and metric.

    `pauses` lists, per metric, the statuses in which its clock stands still; `ladders` names the ladder that
    starts at a breach or a warning of this policy. `written` are the targets as they stand in the desk, with `any`.
    """

    name: str
    calendar: str
    targets: Mapping[str, Mapping[str, timedelta]]
    when: Conditions = Conditions()
    default: bool = False
    pauses: Mapping[str, tuple[Status, ...]] = field(default_factory=dict)
    warnings: tuple[Warning, ...] = ()
    ladders: Mapping[Reason, str] = field(default_factory=dict)
    written: Mapping[str, Mapping[str, timedelta]] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Whom:
    """A step's addressee: `name` is an e-mail for `agent`, a schedule for `on_call`, a team for `team` and `lead`.

    Without one, `team` and `lead` are the ticket's.
    """

    target: Target
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: `after` this long, do `action` to `whom`, who has `window` to acknowledge and `lease` to act.

    Spans are wall clock unless the step names a `calendar`; the lease is always wall clock. `action` is a name of
    `core/desk/actions.ACTIONS`; one that asks nobody has no `whom`, and `setting` is what it needs instead.
    """

    action: str
    whom: Whom | None = None
    after: timedelta = timedelta(0)
    window: timedelta = timedelta(minutes=30)
    lease: timedelta = timedelta(hours=4)
    calendar: str | None = None
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps in order; the whole is climbed `1 + repeat` times before it is exhausted."""

    name: str
    steps: tuple[Step, ...]
    repeat: int = 0


@dataclass(frozen=True, slots=True)
class EscalationRules:
    """What holds for all ladders of the desk.

    `last_resort` holds a case whose ladder is exhausted and is told again every `remind_every`
    (of open time of the calendar `remind_in`; None: wall clock). `quiet` is how
    long after a settled lease a new breach is told to the owner instead of starting a run. A ticket that stays
    open for `max_age` (and each further `max_age`) is brought up whatever its clocks say.
    """

    last_resort: str
    remind_every: timedelta = timedelta(hours=1)
    remind_in: str | None = None
    quiet: timedelta = timedelta(hours=4)
    max_age: timedelta = timedelta(days=30)
    ladders: Mapping[Reason, str] = field(default_factory=dict)

    def ladder_for(self, reason: Reason) -> str:
        """The ladder of a reason; one that names none climbs that of whoever asks for help."""
        return self.ladders.get(reason, self.ladders[Reason.REQUESTED])


@dataclass(frozen=True, slots=True)
class MailIdentity:
    """Who our mail is from."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The whole configuration, immutable; `version` is its number in the database (0: not stored yet).

    `public_holidays` are those that its calendars took from outside, by region; they are stored with it.
    """

    name: str
    calendars: Mapping[str, Calendar]
    teams: Mapping[str, Team]
    agents: Mapping[str, Agent]
    policies: tuple[Policy, ...]
    ladders: Mapping[str, Ladder]
    escalation: EscalationRules
    default_team: str
    mail: MailIdentity
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    schedules: Mapping[str, Schedule] = field(default_factory=dict)
    routing_rules: tuple[RoutingRule, ...] = ()
    webhooks: Mapping[str, Channel] = field(default_factory=dict)
    tickets: TicketRules = TicketRules()
    asking: AskingRules = field(default_factory=AskingRules)
    call_backs: CallBackRules | None = None
    review: ReviewRules = field(default_factory=ReviewRules)
    import_states: Mapping[str, Status] = field(default_factory=dict)
    import_priorities: Mapping[str, str] = field(default_factory=dict)
    public_holidays: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    loops: LoopRules = field(default_factory=LoopRules)
    mailing: MailRules = field(default_factory=MailRules)
    own_templates: Templates = field(default_factory=dict)
    notifications: NotificationRules = field(default_factory=NotificationRules)
    topics: tuple[Topic, ...] = ()
    owner: str = ""
    version: int = 0

    def topic(self, name: str) -> Topic | None:
        """The guarded topic of that name; None when the desk does not list it any more."""
        return next((topic for topic in self.topics if topic.name == name), None)

    @property
    def mailboxes(self) -> tuple[str, ...]:
        """The addresses to which people write to us, that of today first."""
        return (self.mail.address, *self.mailing.formerly)

    @property
    def caretaker(self) -> str:
        """Who is told when a step of a ladder reaches nobody: the owner that the desk names, else its last resort."""
        return self.owner or self.escalation.last_resort

    def policy(self, name: str) -> Policy:
        return next(policy for policy in self.policies if policy.name == name)

    def organization_of(self, requester: Requester) -> Organization | None:
        """The customer's firm: by the name they come with, else by their address; the closest domain wins."""
        named = requester.organization.casefold()
        firms = self.organizations.values()
        by_name = next((firm for firm in firms if firm.name.casefold() == named), None)
        claims = [(own, firm) for firm in firms for own in firm.domains if is_of(requester.email, own)]
        return by_name or max(claims, key=lambda claim: len(claim[0]), default=("", None))[1]

    def channels_of(self, email: str) -> tuple[Channel, ...]:
        """How a person is reached; who has left the desk, by mail."""
        agent = self.agents.get(email)
        return agent.channels if agent else (MAIL,)

    def allowance_of(self, email: str) -> Allowance:
        """How many letters a person gets, and when nothing but what cannot wait; who left has the desk's own."""
        agent, rules = self.agents.get(email), self.notifications
        budget = rules.budget if agent is None or agent.budget is None else agent.budget
        quiet = rules.quiet if agent is None or agent.quiet is None else agent.quiet
        return Allowance(budget, rules.digest_every, quiet, self.zone_of(email))

    def team_of(self, email: str) -> Team | None:
        """The team a person answers for: the one they lead, else the first they are a member of."""
        led = next((team for team in self.teams.values() if team.lead == email), None)
        return led or next((team for team in self.teams.values() if email in team.members), None)

    def place_of(self, email: str, team: str | None, level: int) -> tuple[str | None, int]:
        """The team and level that a ticket gets with this person: theirs, or `team` and `level` if they have none."""
        own = self.team_of(email)
        return (own.name, own.tier) if own else (team, level)

    def zone_of(self, email: str) -> str:
        """The zone in which a person reads times: of their own hours, else of their team's, else UTC."""
        agent, team = self.agents.get(email), self.team_of(email)
        calendar = (agent.calendar if agent else None) or (team.calendar if team else None)
        return self.calendars[calendar].tz if calendar else "UTC"
