"""What the loop detectors cost for one message more in a long case: `python -m bench.loops`.

A case of 200 messages, customer and agent in turn, half of the replies canned. Each figure is for one message: what
it means, how like it is to earlier replies, the fold, and every signal. The baseline is the whole case, read anew.
"""

from collections.abc import Callable
from time import process_time
from timeit import repeat

from escalator.core.desk.loops import LoopRules
from escalator.core.loops import likeness
from escalator.core.loops.conversation import EMPTY, Conversation, evolve, from_json, to_json
from escalator.core.loops.likeness import MOST_EARLIER, like
from escalator.core.loops.reading import read, topics_of
from escalator.core.loops.signals import signals
from escalator.core.loops.verdict import verdict
from escalator.core.ticket.events import Event, Kind
from tests.core.case import DANA, SAM, agent, berlin
from tests.core.loops.told import OFFICE, TOPICS

from .calendar import line

MESSAGES, CALLS, GOAL = 200, 200, 1000.0
RULES = LoopRules()
NOW = berlin("2026-11-23 09:00")
ASKS = (
    "We wrote on day {} about the page that was opened in our name. " + "It is still there, nobody can log in. " * 8
)
REPLIES = (
    "Hello Dana,\nthank you for your patience. Please use the form in our help area, where pages can be reported; "
    "our colleagues look at every report within a few days.\nBest regards, Sam",
    "Hello Dana,\nI looked at it again and asked the colleagues who know the answer of day {} to have a look at the "
    "page and at the account behind it, and will come back to you.\nBest regards, Sam",
)
TEXTS = [ASKS.format(n) if n % 2 == 0 else REPLIES[n // 2 % 2].format(f"{n} " * 20) for n in range(MESSAGES)]
REPLIED = [(n, TEXTS[n]) for n in range(1, MESSAGES, 2)]


def heard(number: int) -> Event:
    """A message as an event, with what it means."""
    text = TEXTS[number]
    if number % 2:
        before = [reply for reply in REPLIED if reply[0] < number][-MOST_EARLIER:]
        data: dict[str, object] = {"message": number, "like": like(text, before, RULES)}
        return Event(Kind.AGENT_MESSAGE, NOW, agent(SAM), data=data)
    data = {"message": number, "says": read(text, RULES).says, "topics": topics_of(text, TOPICS)}
    return Event(Kind.CUSTOMER_MESSAGE, NOW, DANA, data=data)


def judged(known: Conversation) -> object:
    return verdict(signals([known, known], RULES, NOW, OFFICE), RULES)


def anew() -> object:
    """The whole case from its first message on."""
    known = EMPTY
    for number in range(MESSAGES):
        known = evolve(known, heard(number))
    return judged(known)


def microseconds(call: Callable[[], object], calls: int = CALLS) -> float:
    return min(repeat(call, timer=process_time, number=calls, repeat=3)) / calls * 1e6


def cold_likeness() -> object:
    """As in a process that has not seen the case before."""
    likeness._core.cache_clear()
    return like(TEXTS[-1], REPLIED[-MOST_EARLIER - 1 : -1], RULES)


def main() -> None:
    events = [heard(number) for number in range(MESSAGES)]
    known = EMPTY
    for event in events[:-2]:
        known = evolve(known, event)
    asks, replies = events[-2:]
    stored = to_json(known)
    parts: dict[str, Callable[[], object]] = {
        "read what a customer's message means": lambda: read(TEXTS[-2], RULES),
        "find the guarded topics in it": lambda: topics_of(TEXTS[-2], TOPICS),
        "compare a reply with the fifty before it": lambda: like(TEXTS[-1], REPLIED[-MOST_EARLIER - 1 : -1], RULES),
        "the same in a process that saw none of them": cold_likeness,
        "fold a message": lambda: evolve(known, asks),
        "fold a reply": lambda: evolve(known, replies),
        "fold an event that says nothing": lambda: evolve(known, Event(Kind.CLOCK_MET, NOW)),
        "ask every signal, of two linked tickets": lambda: judged(known),
        "read the conversation from JSON": lambda: from_json(stored),
        "write it": lambda: to_json(known),
    }
    for name, call in parts.items():
        print(line(name, microseconds(call), "us", GOAL))
    one = microseconds(lambda: judged(evolve(from_json(stored), heard(MESSAGES - 2))))
    other = microseconds(lambda: judged(evolve(from_json(stored), heard(MESSAGES - 1))))
    print(line("all of it for a customer's message", one, "us", GOAL))
    print(line("all of it for a reply", other, "us", GOAL))
    print(f"{'the whole case read anew (baseline)':<48} {microseconds(anew, 1):9.2f} us")


if __name__ == "__main__":
    main()
