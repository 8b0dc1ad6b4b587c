"""A ticket told to the detectors event by event, with what its words mean; no dossier, no clocks."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from escalator.core.calendar import Calendar
from escalator.core.desk.loops import LoopRules, Topic
from escalator.core.loops.conversation import EMPTY, Conversation, evolve, from_json, to_json
from escalator.core.loops.likeness import like
from escalator.core.loops.reading import read, topics_of
from escalator.core.loops.signals import Found, signals
from escalator.core.loops.silence import due
from escalator.core.loops.verdict import Verdict, verdict
from escalator.core.ticket.events import SYSTEM, Actor, Event, Kind, machine
from tests.core.case import BERLIN, DANA, LEE, SAM, agent, berlin

OFFICE = Calendar("Europe/Berlin", {day: [("09:00", "17:00")] for day in ("mon", "tue", "wed", "thu", "fri")})
MONDAY = "2026-11-23 09:00"
TOPICS = tuple(Topic(name) for name in ("privacy", "security", "safety", "legal", "payment"))


class Told:
    """One ticket; everything takes a minute unless time passes."""

    def __init__(
        self,
        at: str = MONDAY,
        rules: LoopRules | None = None,
        message: int = 0,
        by: Actor = DANA,
        **changes: object,
    ) -> None:
        self.rules = replace(rules or LoopRules(), **changes)  # type: ignore[arg-type]
        self.customer = by
        self.now, self.known, self.message = berlin(at), EMPTY, message
        self.replied: list[tuple[int, str]] = []
        self.linked: list[Told] = []

    # What happens.

    def passes(self, **span: float) -> "Told":
        self.now += timedelta(**span)
        return self

    def at(self, moment: str) -> "Told":
        self.now = datetime.fromisoformat(moment).replace(tzinfo=BERLIN).astimezone(UTC)
        return self

    def opened(self, text: str = "The page is not ours.", team: str = "first-line") -> "Told":
        requester = {"email": self.customer.name}
        return self.happens(Kind.CREATED, self.customer, team=team, requester=requester, **self._heard(text))

    def opened_by_staff(self, team: str = "first-line") -> "Told":
        return self.happens(Kind.CREATED, agent(SAM), team=team)

    def writes(self, text: str = "Is anything happening?") -> "Told":
        return self.happens(Kind.CUSTOMER_MESSAGE, DANA, **self._heard(text))

    def replies(self, text: str = "We are looking into it.", by: str = SAM) -> "Told":
        alike = like(text, self.replied, self.rules)
        self.message += 1
        self.replied.append((self.message, text))
        return self.happens(Kind.AGENT_MESSAGE, agent(by), message=self.message, like=list(alike))

    def machine_of_the_customer(self) -> "Told":
        return self.happens(Kind.MACHINE_MESSAGE, machine(DANA.name), message=self._next(), side="customer")

    def machine_of_ours(self) -> "Told":
        return self.happens(Kind.MACHINE_MESSAGE, machine("desk"), message=self._next(), side="agent")

    def calls(self, by: str = SAM) -> "Told":
        return self.happens(Kind.CALL_LOGGED, agent(by), message=None)

    def notes(self) -> "Told":
        return self.happens(Kind.INTERNAL_NOTE, agent(SAM), message=self._next())

    def goes_to(self, *teams: str, by: Actor | None = None) -> "Told":
        for team in teams:
            self.happens(Kind.ASSIGNED, by or agent(LEE), team=team)
        return self

    def becomes(self, status: str) -> "Told":
        return self.happens(Kind.STATE_CHANGED, agent(SAM), to=status)

    def resolved(self) -> "Told":
        return self.happens(Kind.RESOLVED, agent(SAM), to="resolved")

    def reopened(self) -> "Told":
        return self.happens(Kind.REOPENED, DANA, to="open")

    def breaches(self, metric: str) -> "Told":
        return self.happens(Kind.CLOCK_BREACHED, SYSTEM, metric=metric)

    def absorbs(self, other: "Told") -> "Told":
        stored = json.loads(json.dumps(to_json(other.known)))
        return self.happens(Kind.ABSORBED, agent(LEE), conversation=stored)

    def happens(self, kind: Kind, actor: Actor, **data: object) -> "Told":
        self.known = evolve(self.known, Event(kind, self.now, actor, data=data))
        self.now += timedelta(minutes=1)
        return self

    # What shows.

    @property
    def case(self) -> list[Conversation]:
        return [self.known, *(other.known for other in self.linked)]

    @property
    def found(self) -> dict[str, Found]:
        return {found.kind: found for found in signals(self.case, self.rules, self.now, OFFICE)}

    @property
    def verdict(self) -> Verdict:
        return verdict(list(self.found.values()), self.rules)

    @property
    def silent_at(self) -> datetime | None:
        return due(self.known, self.rules, OFFICE)

    @property
    def stored(self) -> Conversation:
        """What comes back out of the database."""
        return replace(from_json(json.loads(json.dumps(to_json(self.known)))), customer=self.known.customer)

    def _heard(self, text: str) -> dict[str, object]:
        says, topics = read(text, self.rules).says, topics_of(text, TOPICS)
        return {"message": self._next(), "says": list(says), "topics": list(topics)}

    def _next(self) -> int:
        self.message += 1
        return self.message
