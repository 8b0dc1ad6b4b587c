"""One ticket played in the pure core: people act, time moves, deadlines fire; no database, no mail."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from escalator.core.access import Principal, Role
from escalator.core.calendar import Calendar
from escalator.core.consequences import Played, play
from escalator.core.desk.model import Desk
from escalator.core.desk.reader import read
from escalator.core.desk.versions import Desks
from escalator.core.dossier import Dossier, World
from escalator.core.falling_due import catch_up, deadlines
from escalator.core.merging import merging
from escalator.core.notify.notices import Notice
from escalator.core.routing.staff import Staff
from escalator.core.sla.cycle import Cycle
from escalator.core.sla.terms import counting
from escalator.core.ticket import commands
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Trigger
from escalator.core.undoing import undone

BERLIN = ZoneInfo("Europe/Berlin")
DANA = Actor("customer", "dana@city.example")
SAM, LEE, MIA = (f"{name}@desk.example" for name in ("sam", "lee", "mia"))

# The desk of the worked examples in sla-semantics.md: Monday to Friday 09:00-17:00, Berlin.
DESK = """
name: Worked examples
calendars:
  office: {tz: Europe/Berlin, weekly_hours: {mon-fri: "09:00-17:00"}}
  always: {tz: Europe/Berlin, weekly_hours: {mon-sun: "00:00-24:00"}}
agents:
  sam@desk.example: {name: Sam, manager: lee@desk.example}
  lee@desk.example: {name: Lee, manager: mia@desk.example}
  mia@desk.example: {name: Mia, calendar: office}
teams:
  first-line: {tier: 1, calendar: office, lead: lee@desk.example, members: [sam@desk.example]}
  second-line: {tier: 2, calendar: office, lead: mia@desk.example, members: [lee@desk.example]}
routing: {team: first-line}
sla:
  - name: standard
    default: true
    calendar: office
    targets:
      any: {first_reply: 4h, next_reply: 2h, resolution: 16h, requester_wait: 16h, update: 8h}
      urgent: {first_reply: 1h, next_reply: 1h, resolution: 4h, update: 8h}
    warnings: [50%, 80%]
    ladders: {breach: climb}
ladders:
  climb:
    steps:
      - {action: notify, whom: {agent: sam@desk.example}, acknowledge_within: 15m}
      - {action: hand_off, whom: {agent: lee@desk.example}, acknowledge_within: 30m, after: 10m}
      - {action: notify, whom: {agent: mia@desk.example}, acknowledge_within: 1h}
escalation:
  last_resort: mia@desk.example
  max_age: 365d
  ladders: {requested: climb, max_age: climb}
mail: {from: Desk <desk@desk.example>}
"""


def berlin(text: str) -> datetime:
    """`2026-11-20 15:00` in Berlin, as an instant."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


class Case:
    """A ticket under `DESK`, or under another text."""

    def __init__(self, at: str, desk: str = DESK, **changes: object) -> None:
        self.desk: Desk = replace(read(desk, 1), **changes)  # type: ignore[arg-type]
        self.versions = {1: self.desk}
        self.staff, self.now = Staff(), berlin(at)
        self.dossier, self.events, self.notices = Dossier(Ticket(id=1)), list[Event](), list[Notice]()

    @property
    def world(self) -> World:
        return World(self.now, Desks(self.desk, self.versions), self.staff)

    def applies(self, desk: str) -> None:
        """Puts another version of the desk into use."""
        self.desk = read(desk, len(self.versions) + 1)
        self.versions[self.desk.version] = self.desk

    def recalculates(self) -> "Case":
        """Moves the clocks to the desk that is in use."""
        return self.happens(Event(Kind.DESK_CHANGED, self.now, data={"desk": self.desk.version}))

    @property
    def ticket(self) -> Ticket:
        return self.dossier.ticket

    # Time.

    def at(self, moment: str) -> "Case":
        """Moves to a moment in Berlin; what falls due on the way fires a millisecond late."""
        return self.comes(berlin(moment))

    def passes(self, **span: float) -> "Case":
        return self.comes(self.now + timedelta(**span))

    def comes(self, moment: datetime) -> "Case":
        while due := [due.at for due in deadlines(self.dossier, self.world.desks) if due.at < moment]:
            self.now = max(self.now, min(due) + timedelta(milliseconds=1))
            self.sweeps()
        self.now = moment
        return self

    def sleeps_until(self, moment: str) -> "Case":
        """Nobody sweeps until then."""
        self.now = berlin(moment)
        return self

    def sweeps(self) -> "Case":
        for _, played in catch_up(self.dossier, self.world):
            self._record(played)
        return self

    # People.

    def opened(self, by: Actor = DANA, priority: str = "normal") -> "Case":
        facts = {"subject": "the page", "requester": {"email": DANA.name}, "channel": "api", "tags": [], "level": 1}
        facts |= {"desk": self.desk.version}
        return self.happens(
            Event(Kind.CREATED, self.now, by, data=facts | {"priority": priority, "team": "first-line"})
        )

    def writes(self, **marks: list[str]) -> "Case":
        """`marks` are what the words mean: `says` and `topics`."""
        return self.happens(*commands.customer_writes(self.ticket, DANA, self.now, 1, None, marks))

    def machine_writes(self, sender: str = DANA.name) -> "Case":
        """Her auto-reply, a bounce of her address, or a list that she reads through this address."""
        return self.happens(*commands.machine_writes(self.ticket, sender, self.now, 1))

    def says(self, meaning: str) -> "Case":
        return self.writes(says=[meaning])

    def touches(self, topic: str) -> "Case":
        return self.writes(topics=[topic])

    def replies(self, by: str = SAM, **marks: list[int]) -> "Case":
        return self.happens(*commands.agent_speaks(self.ticket, Kind.AGENT_MESSAGE, agent(by), self.now, 1, marks))

    def notes(self, by: str = SAM) -> "Case":
        return self.happens(*commands.agent_speaks(self.ticket, Kind.INTERNAL_NOTE, agent(by), self.now, 1))

    def moves(self, trigger: Trigger, by: str = SAM) -> "Case":
        if trigger is Trigger.REOPEN:
            return self.happens(commands.reopening(self.ticket, trigger, agent(by), self.now, 1))
        return self.happens(commands.move(self.ticket, trigger, agent(by), self.now))

    def undoes(self, by: str = LEE) -> "Case":
        principal = Principal(Role.AGENT if by == SAM else Role.LEAD, by, by)
        # What falls due before is settled before, as in a transaction.
        self.sweeps()
        return self.happens(undone(self.dossier, self.events, principal, self.now, self.world.desks))

    def takes(self, by: str) -> "Case":
        return self.happens(commands.acknowledge(self.ticket, agent(by), self.now, "first-line", 1))

    def assigned(self, to: str, by: str) -> "Case":
        return self.happens(*commands.assign(self.ticket, agent(by), self.now, "first-line", to, 1))

    def priority(self, to: str) -> "Case":
        return self.happens(*commands.edit(self.ticket, agent(SAM), self.now, {"priority": to}))

    def snoozes(self, minutes: int, by: str = SAM) -> "Case":
        return self.happens(commands.snooze(self.ticket, self.now + timedelta(minutes=minutes), agent(by), self.now))

    def merges_into(self, survivor: "Case", by: str = LEE) -> "Case":
        """Both cases stand at the same moment afterwards."""
        survivor.comes(self.now)
        source = replace(self.dossier, ticket=replace(self.ticket, id=survivor.ticket.id + 1))
        mine, theirs = merging(source, survivor.dossier, agent(by), self.now, self.world.desks)
        survivor.happens(*theirs)
        return self.happens(*mine)

    def absorbs(self, minutes: int) -> "Case":
        """Takes over another ticket that the customer opened so many minutes ago."""
        other = Case("2026-11-23 09:00")
        other.versions, other.desk = self.versions, self.desk
        other.now = self.now - timedelta(minutes=minutes)
        other.opened().comes(self.now).merges_into(self)
        return self

    def happens(self, *events: Event) -> "Case":
        self.sweeps()
        self._record(play(self.dossier, events, self.world))
        return self

    def _record(self, played: Played) -> None:
        self.dossier = played.dossier
        self.events += played.events
        self.notices += played.notices

    # What can be seen.

    def cycle(self, metric: str) -> Cycle:
        return [cycle for cycle in self.dossier.cycles if cycle.metric == metric][-1]

    def elapsed(self, metric: str) -> timedelta:
        cycle = self.cycle(metric)
        return cycle.elapsed(self.now, self.calendar(cycle))

    def calendar(self, cycle: Cycle) -> Calendar:
        return counting(cycle, self.world.desks)

    def warned_at(self, metric: str) -> list[datetime]:
        return [
            event.at.replace(microsecond=0)
            for event in self.events
            if event.kind is Kind.CLOCK_WARNED and event.data["metric"] == metric
        ]

    def of(self, kind: Kind) -> list[Event]:
        return [event for event in self.events if event.kind is kind]

    @property
    def asked(self) -> list[str]:
        return [event.data["person"] for event in self.of(Kind.STEP_ASKED)]


def agent(name: str) -> Actor:
    return Actor("agent", name)
