"""What is remembered of one ticket: all that a loop could show in, small however long the ticket grows."""

from dataclasses import dataclass
from datetime import datetime

from escalator.core.ticket.workflow import Status

from .course import START, Course
from .talk import SILENT, Talk

OURS, THE_CUSTOMERS, OTHERS = "ours", "customer", "others"


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said and which way it went. `events` is the number of the last event, the ticket's version; `customer`
    is the address of who waits, which a row has in a column of its own.
    """

    events: int = 0
    talk: Talk = SILENT
    course: Course = START
    customer: str = ""

    @property
    def turn(self) -> str:
        """Whose turn it is: OURS while a question is open or nobody else is awaited."""
        if self.talk.unanswered.times:
            return OURS
        if self.talk.last_by == "agent" and self.course.status is not Status.ON_HOLD:
            return THE_CUSTOMERS
        return OTHERS if self.course.waits else OURS

    @property
    def quiet_since(self) -> datetime | None:
        """Since when nothing came of it. A customer who asks again does not make our silence any shorter."""
        course, talk = self.course, self.talk
        if not course.is_open or course.begun_at is None:
            return None
        said = talk.asked_at or (talk.last_word.at if talk.last_word else course.begun_at)
        return max(said, course.moved.at) if course.moved else said


EMPTY = Conversation()
