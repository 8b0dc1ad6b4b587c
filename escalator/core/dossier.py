"""All that is known of one ticket, as the fold of its timeline, and what a decision about it may look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from escalator.core.desk.model import Reason
from escalator.core.desk.versions import Desks
from escalator.core.escalation import run as ladder_run
from escalator.core.escalation.run import Run
from escalator.core.loops import conversation
from escalator.core.loops.conversation import Conversation
from escalator.core.routing.staff import Staff
from escalator.core.sla import cycle
from escalator.core.sla.cycle import Cycles
from escalator.core.ticket import asking, call_backs, reviews
from escalator.core.ticket import ticket as tickets
from escalator.core.ticket.asking import Asked
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.events import Event
from escalator.core.ticket.reviews import Holds
from escalator.core.ticket.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of one ticket; the fold of its timeline."""

    ticket: Ticket
    cycles: Cycles = ()
    run: Run | None = None
    conversation: Conversation = conversation.EMPTY
    call_back: CallBack | None = None
    held: Holds = ()
    asked: Asked | None = None


_OF_THE_CASE = (Reason.GUARDED_TOPIC, Reason.PERSON_REQUESTED, Reason.LOOP)


@dataclass(frozen=True, slots=True)
class Linked:
    """What a ticket may know of another one of the same matter.

    `holder` is who has it, or is asked to take it, because its customer goes in circles or asked for a person.
    """

    conversation: Conversation
    call_back: CallBack | None = None
    holder: str | None = None

    @classmethod
    def of(cls, dossier: "Dossier") -> "Linked":
        run = dossier.run
        climbs = run is not None and run.is_active and run.reason in _OF_THE_CASE
        holder = (dossier.ticket.owner or run.asked) if climbs and run else None
        return cls(dossier.conversation, dossier.call_back, holder)


@dataclass(frozen=True, slots=True)
class World:
    """What a decision may look at: the moment, the desk's versions, the people, and the linked tickets.

    `cases` has for each case (named by its oldest ticket) what is known of its tickets, by their numbers.
    """

    now: datetime
    desks: Desks
    staff: Staff
    cases: Mapping[int, Mapping[int, Linked]] = field(default_factory=dict)

    def case_of(self, dossier: Dossier) -> list[Conversation]:
        """What was said in all tickets of the matter, this one's first."""
        return [dossier.conversation, *(other.conversation for other in self.linked(dossier).values())]

    def linked(self, dossier: Dossier) -> dict[int, Linked]:
        """The other tickets of the matter."""
        number = dossier.ticket.case
        known = self.cases.get(number, {}) if number is not None else {}
        return {ticket: other for ticket, other in known.items() if ticket != dossier.ticket.id}

    def holder(self, dossier: Dossier) -> tuple[int, str] | None:
        """The other ticket of the matter whose ladder has brought it to somebody, and that person."""
        held = ((number, other.holder) for number, other in self.linked(dossier).items())
        return next(((number, person) for number, person in held if person is not None), None)

    def promised_call(self, dossier: Dossier) -> CallBack | None:
        """The call that this customer is promised about the matter, in whichever of its tickets."""
        customer, linked = dossier.conversation.customer, self.linked(dossier).values()
        others = (other.call_back for other in linked if other.conversation.customer == customer)
        return next((call for call in (dossier.call_back, *others) if call is not None and call.stands), None)


def evolve(dossier: Dossier, event: Event) -> Dossier:
    """The dossier after one event. Folding a whole timeline gives the stored row (guarantees.md, S3)."""
    return Dossier(
        ticket=tickets.evolve(dossier.ticket, event),
        cycles=cycle.evolve(dossier.cycles, event),
        run=ladder_run.evolve(dossier.run, event),
        conversation=conversation.evolve(dossier.conversation, event),
        call_back=call_backs.evolve(dossier.call_back, event),
        held=reviews.evolve(dossier.held, event),
        asked=asking.evolve(dossier.asked, event),
    )
