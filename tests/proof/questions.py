"""Desks, tickets and moments to ask about: calendars around changes of the clocks, on whole minutes throughout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any

from hypothesis import strategies as st

from tests.proof.minutes import DAY, DAYS, Walk
from tests.proof.oracle import WINDOW, Event, expected
from tests.proof.promises import PAUSES, Promises

# Days around which clocks change, dates are left out, or nothing happens at all.
DATES = (
    ("UTC", date(2026, 12, 31)),
    ("Asia/Kathmandu", date(2026, 6, 8)),
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/Sao_Paulo", date(2017, 2, 19)),
    ("America/Sao_Paulo", date(2017, 10, 15)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
)
DANA, SAM = "dana@city.example", "sam@desk.example"
BEFORE, LIFE, WALKED = 6 * DAY, 14 * DAY, 40 * DAY
STATES = ("open", "pending", "on_hold")
MAY_PAUSE = tuple(metric for metric in PAUSES if metric not in ("first_reply", "age"))


@dataclass(frozen=True)
class Question:
    """What the clocks of a ticket with these `events` say at `at`, under `desk` as desk.yaml has it."""

    desk: Mapping[str, Any]
    walk: Walk
    events: Sequence[Event]
    at: datetime

    @cached_property
    def promises(self) -> Promises:
        return Promises(self.desk, self.walk)

    def asked_at(self, at: datetime) -> "Question":
        return replace(self, at=at)

    def told(self, *events: Event) -> "Question":
        """The same question with another timeline."""
        return replace(self, events=events)


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


# Calendars.

edges = st.integers(0, 24 * 6).map(lambda tens: tens * 10) | st.integers(0, DAY)
EVERY_DAY, WEEKDAYS, WEEKEND = DAYS, DAYS[:5], DAYS[4:]
USUAL = (
    (WEEKDAYS, ("09:00-17:00",)),
    (WEEKDAYS, ("08:30-12:00", "13:00-17:10")),
    (EVERY_DAY, ("00:00-24:00",)),
    (EVERY_DAY, ("22:00-02:30",)),
    (WEEKEND, ("06:00-07:10", "21:45-06:00")),
)
NEAR = tuple(range(-3, 7))


@st.composite
def day_hours(draw: st.DrawFn, first: int = 0, most: int = 2) -> list[str]:
    """Disjoint intervals of a date, none of which runs overnight."""
    found = sorted(draw(st.sets(edges.filter(lambda edge: edge >= first), max_size=2 * most)))
    return [f"{clock(opens)}-{clock(closes)}" for opens, closes in zip(found[::2], found[1::2], strict=False)]


@st.composite
def weekly_hours(draw: st.DrawFn) -> dict[str, list[str]]:
    usual = draw(st.sampled_from((*USUAL, None, None)))
    if usual is not None:
        return {day: list(usual[1]) for day in usual[0]}
    days: dict[str, list[str]] = draw(st.dictionaries(st.sampled_from(DAYS), day_hours(first=240), min_size=2))
    return days | {"wed": ["06:00-20:00"], draw(st.sampled_from(("fri", "sat"))): ["23:10-02:20"]}


@st.composite
def calendars(draw: st.DrawFn, tz: str, middle: date) -> dict[str, Any]:
    near = st.sampled_from([str(middle + timedelta(days=days)) for days in NEAR])
    return {
        "tz": tz,
        "weekly_hours": draw(weekly_hours()),
        "holidays": draw(st.lists(near, max_size=2, unique=True)),
        "breaks": {draw(near): draw(day_hours(most=1))},
        "date_overrides": {draw(near): draw(day_hours())},
    }


# Policies.

# Shares of such targets are whole minutes.
AMOUNTS = (10, 20, 30, 50, 60, 90, 120, 180, 240, 250, 300, 480, 490, 600, 720, 960, 970, 1440, 1450, 2400, 7200)
amounts = st.sampled_from((*AMOUNTS, *(len(AMOUNTS) // 2 * [0])))
targets = st.tuples(*(amounts for _ in PAUSES)).map(
    lambda drawn: (
        {metric: f"{amount}m" for metric, amount in zip(PAUSES, drawn, strict=True) if amount}
        or {"first_reply": "60m"}
    )
)
pauses = st.dictionaries(
    st.sampled_from(MAY_PAUSE),
    st.sampled_from(([], ["pending"], ["on_hold"], ["pending", "on_hold"])),
    max_size=3,
)
warnings = st.sampled_from(([], ["50%"], ["50%", "80%"], ["80%", "30m left"], ["90m left", "60%"]))


@st.composite
def policies(draw: st.DrawFn) -> list[dict[str, Any]]:
    """One policy with targets for two priorities, or two of which each is for one priority."""

    def policy(name: str, priorities: Sequence[str], **when: Any) -> dict[str, Any]:
        return when | {
            "name": name,
            "calendar": draw(st.sampled_from(("a", "a", "b"))),
            "targets": {priority: draw(targets) for priority in priorities},
            "pauses": draw(pauses),
            "warnings": draw(warnings),
        }

    shape = draw(st.sampled_from(("one", "two", "little for urgent")))
    if shape == "one":
        return [policy("standard", ("any", "urgent"), default=True)]
    if shape == "two":
        urgent = policy("urgent", ("any",), when={"priority": ["urgent"]})
        return [urgent, policy("standard", ("any",), default=True)]
    narrow = policy("standard", ("any",), default=True)
    narrow["targets"]["urgent"] = {"resolution": "240m"}
    return [narrow]


@st.composite
def desks(draw: st.DrawFn, tz: str, middle: date) -> dict[str, Any]:
    return {
        "calendars": {name: draw(calendars(tz, middle)) for name in ("a", "b")},
        "sla": draw(policies()),
    }


# Tickets.

# From a minute to days, many of them such that deadlines are hit exactly; and the window of a reopening.
GAPS = (*range(12), *range(10, 200, 10), *range(60, 24 * 60, 60), *range(DAY, 3 * DAY, 8 * 60))
gaps = st.sampled_from((*GAPS, *GAPS, 7, 77, 777, 1234, WINDOW - 1, WINDOW, WINDOW + 1))
PRIORITIES = [{"type": "priority_changed", "to": to, "actor": SAM} for to in ("urgent", "normal", "urgent")]
changes = st.sampled_from(PRIORITIES)
happenings = st.sampled_from(
    (
        *(3 * [{"type": "customer_message"}]),
        *(3 * [{"type": "agent_message", "actor": SAM}]),
        *(2 * [{"type": "resolved", "actor": SAM}]),
        *({"type": "state_changed", "to": to, "actor": SAM} for to in (*STATES, *STATES[1:])),
        *PRIORITIES,
        {"type": "call_logged", "actor": SAM},
        {"type": "internal_note", "actor": SAM},
        {"type": "assigned", "to": SAM, "team": "first-line", "actor": SAM},
        {"type": "reopened", "actor": SAM},
        {"type": "closed", "actor": SAM},
        {"type": "customer_message", "machine": True},
        {"type": "agent_message", "machine": True, "actor": "robot@desk.example"},
    )
)


@st.composite
def timelines(draw: st.DrawFn, walk: Walk) -> list[Event]:
    now = draw(st.integers(0, BEFORE))
    staff = {"actor": SAM} if draw(st.integers(0, 4)) == 4 else {}
    events: list[Event] = [{"at": walk.at(now).isoformat(), "type": "created", "requester": DANA} | staff]
    for gap, event in draw(st.lists(st.tuples(gaps, happenings), min_size=draw(st.integers(0, 8)), max_size=14)):
        now += gap
        if now < LIFE:
            events.append({"at": walk.at(now).isoformat()} | event)
    return without_follow_ups(events)


def without_follow_ups(events: Sequence[Event]) -> list[Event]:
    """Leaves out what a customer says to a closed ticket: that opens another one."""
    kept: list[Event] = []
    resolved: datetime | None = None
    closed = False
    for event in events:
        at = datetime.fromisoformat(event["at"])
        closed = closed or (resolved is not None and at > resolved + timedelta(minutes=WINDOW))
        if event.get("machine") or not closed:
            kept.append(event)
        if event.get("machine") or closed:
            continue
        closed = event["type"] == "closed"
        if event["type"] == "resolved":
            resolved = resolved or at
        elif event["type"] in ("customer_message", "reopened", "state_changed"):
            resolved = None
    return kept


@st.composite
def questions(draw: st.DrawFn, *places: tuple[str, date]) -> Question:
    """A question about one of these places and dates, or about any."""
    tz, middle = draw(st.sampled_from(places or DATES))
    walk = Walk(datetime(middle.year, middle.month, middle.day, tzinfo=UTC) - timedelta(minutes=BEFORE), WALKED)
    desk, events = draw(desks(tz, middle)), draw(timelines(walk))
    question = Question(desk, walk, events, datetime.fromisoformat(events[-1]["at"]))
    for _ in range(draw(st.integers(0, 2))):
        question = draw(just_in_time(question))
    return question.asked_at(draw(moments(walk, question.events)))


@st.composite
def just_in_time(draw: st.DrawFn, question: Question) -> Question:
    """One thing more happens, at the very instant at which a clock falls due, or a minute beside it.

    Or the priority changes when what the other one promises is just used up.
    """
    happens = draw(happenings | changes)
    ahead = _deadlines(question, [happens] if happens["type"] == "priority_changed" else [])
    if not ahead:
        return question
    at = draw(st.sampled_from(ahead)) + timedelta(minutes=draw(st.sampled_from((0, 0, -1, 1))))
    events = without_follow_ups([*question.events, {"at": at.isoformat()} | happens])
    return question.told(*events).asked_at(at)


def _deadlines(question: Question, changed: Sequence[Event]) -> list[datetime]:
    """When the clocks fall due, as it stands or with the priority `changed` now."""
    events = [*question.events, *({"at": question.at.isoformat()} | event for event in changed)]
    clocks = expected(question.promises, events, question.at)["clocks"]
    dues = {cycle["due_at"] for cycles in clocks.values() for cycle in cycles if cycle["due_at"]}
    return sorted(due for due in dues if question.at < due < question.walk.at(LIFE))


@st.composite
def moments(draw: st.DrawFn, walk: Walk, events: Sequence[Event]) -> datetime:
    """At an event, just before or after one, or some time later."""
    near = datetime.fromisoformat(draw(st.sampled_from(events[::-1]))["at"])
    later = timedelta(minutes=draw(st.sampled_from((-1, *GAPS))))
    return max(near + later, walk.at(0), datetime.fromisoformat(events[0]["at"]))
