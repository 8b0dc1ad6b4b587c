"""What is remembered of one ticket: all that a loop could show in, small however long the ticket grows."""

from dataclasses import dataclass
from datetime import datetime

from .course import START, Course
from .talk import SILENT, Talk


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said and which way it went; `events` is the number of the last event, the ticket's version."""

    events: int = 0
    talk: Talk = SILENT
    course: Course = START

    @property
    def is_our_turn(self) -> bool:
        """Whether the next word or deed is ours: a question is open, or nobody else is awaited."""
        if not self.course.is_open:
            return False
        return bool(self.talk.unanswered.times) or (not self.course.waits and self.talk.last_by != "agent")

    @property
    def quiet_since(self) -> datetime | None:
        """Since when nothing came of it. A customer who asks again does not make our silence any shorter."""
        course, talk = self.course, self.talk
        if not course.is_open or course.begun_at is None or course.moved_at is None:
            return None
        said = talk.asked_at or (talk.last_word.at if talk.last_word else course.begun_at)
        return max(course.moved_at, said)


EMPTY = Conversation()
