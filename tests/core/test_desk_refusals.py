"""What does not fit is refused with the place, the line and a remedy."""

import pytest

from .desk_texts import SMALL, line_of, only_problem, problems, small_desk

# What stands in the small desk, what is written instead, and the path, message and remedy that follow.
SHAPES = [
    ("repeat: 1", "repat: 1", "ladders.climb.repat", '"repat" is not known here', 'Did you mean "repeat"?'),
    ("tier: 1", "tier: first", "teams.first-line.tier", "this must be a whole number", "Write digits"),
    ("tier: 1", "tier: 0", "teams.first-line.tier", "Must be greater than or equal to 1", "See the example"),
    ("tier: 1", "tier:", "teams.first-line.tier", "nothing stands here", "Fill it in"),
    ("default: true", "default: maybe", "sla[1].default", "this must be true or false", "Write true"),
    (
        "name: Small desk",
        "name: [a, b]",
        "name",
        "this must be one line of text, not a list",
        "Write at most",
    ),
    ("name: Small desk", r'name: "a\rb"', "name", '"a?b" is not one line of text', "Write at most"),
    ("lead: lee@harbour", "lead: Lee@harbour", "teams.first-line.lead", "is not an e-mail", "small letters"),
    (
        "  sam@harbour",
        "  sam at harbour",
        "agents.sam at harbour.example",
        "is not an e-mail",
        "small letters",
    ),
    ("Sam,", "Sam, phone: call me,", "agents.sam@harbour.example.phone", "not a phone number", "+49 30"),
    ("  office:", "  off/ice:", "calendars.off/ice", '"off/ice" is not a name', "letters, digits"),
    ("Europe/Berlin", "Europe/Berln", "calendars.office.tz", "no time zone", 'Did you mean "Europe/Berlin"'),
    ("Europe/Berlin", "../etc/passwd", "calendars.office.tz", "no time zone", "Write it like Europe/Berlin"),
    ("fri: ", "fry: ", "calendars.office.weekly_hours.fry", "no day of the week", "a range like mon-fri"),
    ("fri: ", "fri-mon: ", "calendars.office.weekly_hours.fri-mon", "no day of the week", "mon-fri"),
    (
        "09:00-15:00",
        "9 to 5",
        "calendars.office.weekly_hours.fri[0]",
        "not an interval of hours",
        "09:00-17:00",
    ),
    ("09:00-15:00", "09:00-25:00", "calendars.office.weekly_hours.fri[0]", "not a time of day", "HH:MM"),
    ("13:00-17:00", "11:00-17:00", "calendars.office.weekly_hours.mon-thu", "overlap", "Make them one"),
    (
        "1h}",
        "soon}",
        "sla[0].targets.urgent.first_reply",
        '"soon" is not a span of time',
        "Write it like 30m",
    ),
    ("1h}", "0m}", "sla[0].targets.urgent.first_reply", '"0m" is zero', "Write it like 30m"),
    ("1h}", "-1h}", "sla[0].targets.urgent.first_reply", '"-1h" is negative', "Write it like 30m"),
    ("1h}", "600w}", "sla[0].targets.urgent.first_reply", "at most ten years (3653d) fit", "Write it like 30m"),
    ("{urgent: {", "{urgnt: {", "sla[0].targets.urgnt", 'no priority "urgnt"', 'Did you mean "urgent"?'),
    ("first_reply: 1h", "first_answer: 1h", "sla[0].targets.urgent.first_answer", "no metric", "first_reply"),
    ("resolution: pending", "first_reply: pending", "sla[1].pauses.first_reply", "may pause", "Did you mean"),
    (
        "resolution: pending",
        "resolution: open",
        "sla[1].pauses.resolution[0]",
        'pause, "open"',
        "on_hold, pending",
    ),
    ("[80%,", "[120%,", "sla[1].warnings[0]", '"120%" is too large', "80% or 30m left"),
    ("[80%,", "[0%,", "sla[1].warnings[0]", "would come with every ticket", "80% or 30m left"),
    ("breach: climb,", "requested: climb,", "sla[1].ladders.requested", "no such reason", "breach, warning"),
    ("whom: team", "whom: everybody", "ladders.climb.steps[0].whom", 'no addressee "everybody"', "{on_call: ...}"),
    ("whom: team", "whom: {manager: sam}", "ladders.climb.steps[0].whom", "no addressee", "tier_above"),
    ("whom: team", "whom: [team]", "ladders.climb.steps[0].whom", "must name one addressee", "Write lead"),
    (
        "hand_off",
        "handoff",
        "ladders.climb.steps[1].action",
        'no action "handoff"',
        'Did you mean "hand_off"?',
    ),
    ("lease: 2h", "lease: 0h", "ladders.climb.steps[1].lease", '"0h" is zero', "Write it like"),
    ("after: 5m", "after: -5m", "ladders.climb.steps[1].after", "negative", "Write it like"),
    (
        "{requested:",
        "{reqested:",
        "escalation.ladders.reqested",
        "no such reason",
        'Did you mean "requested"',
    ),
    ("<help@harbour.example>", "help", "mail.from", "not a name with an address", "Harbour Support <"),
    ("<help@harbour.example>", "<help>", "mail.from", '"help" is not an e-mail address', "small letters"),
    ("Active: open", "Active: opened", "import.states.Active", 'no status "opened"', 'Did you mean "open"?'),
    ("{priority: urgent,", "{priority: now,", "sla[0].when.priority[0]", 'no priority "now"', "low"),
    (
        "{priority: urgent,",
        "{requester: dana, ",
        "sla[0].when.requester[0]",
        "not an e-mail address or a domain",
        "@city.example for all",
    ),
    (
        "{priority: urgent,",
        "{organization_tier: g/d, ",
        "sla[0].when.organization_tier[0]",
        '"g/d" is not a name',
        "60 letters",
    ),
    ("mail:\n", "tickets: {reopen_window: 0d}\nmail:\n", "tickets.reopen_window", '"0d" is zero', "Write it like"),
    ("mail:\n", "tickets: {reopen_window: -7d}\nmail:\n", "tickets.reopen_window", "is negative", "Write it"),
    ("mail:\n", "tickets: {reopen_window: 522w}\nmail:\n", "tickets.reopen_window", "ten years", "Write it"),
    ("mail:\n", "tickets: {reopen_window: a week}\nmail:\n", "tickets.reopen_window", "not a span", "Write it"),
    ("mail:\n", "organizations: {Fuchsberg: {tier: [a]}}\nmail:\n", "organizations.Fuchsberg.tier", "a name", "60"),
    (
        "mail:\n",
        'organizations: {Fuchsberg: {domains: "@city.example"}}\nmail:\n',
        "organizations.Fuchsberg.domains[0]",
        "is not a domain",
        "like city.example",
    ),
    (
        "{Active: open}",
        "{Active: open}\n  priorities: {1 - Critical: urgnt}",
        "import.priorities.1 - Critical",
        'no priority "urgnt"',
        'Did you mean "urgent"?',
    ),
    (
        "{Active: open}",
        "{Active: open}\n  priorities: {2 - High: 7}",
        "import.priorities.2 - High",
        'no priority "7"',
        "Known are: high, low, normal, urgent",
    ),
]


@pytest.mark.parametrize(("old", "new", "path", "message", "remedy"), SHAPES, ids=lambda part: part[:40])
def test_what_does_not_fit_is_refused(old: str, new: str, path: str, message: str, remedy: str) -> None:
    text = small_desk(old, new) if SMALL.count(old) == 1 else SMALL.replace(old, new, 1)
    problem = only_problem(text)
    assert (problem.path, problem.severity) == (path, "error")
    assert message in problem.message
    assert remedy in problem.remedy
    assert problem.line in range(line_of(text, new), line_of(text, new) + new.count("\n") + 1)


@pytest.mark.parametrize(
    ("old", "new", "path", "message"),
    [
        ("    lead: lee@harbour.example\n", "", "teams.first-line.lead", "this is missing"),
        ("routing:\n  team: first-line\n", "", "routing", "this is missing"),
        (
            "      - {action: notify, whom: lead}",
            "      []",
            "ladders.heads-up.steps",
            "Shorter than minimum",
        ),
    ],
)
def test_what_is_missing_is_named_on_the_line_of_its_section(old: str, new: str, path: str, message: str) -> None:
    text = small_desk(old, new)
    problem = only_problem(text)
    assert (problem.path, message in problem.message) == (path, True)
    section = {"teams.first-line.lead": "  first-line:", "routing": "name:"}.get(path, "steps:\n      []")
    assert problem.line == line_of(text, section)


def test_a_calendar_without_an_open_hour_is_refused() -> None:
    closed = small_desk('["09:00-12:00", "13:00-17:00"]', "closed").replace('"09:00-15:00"', "closed")
    problem = only_problem(closed)
    assert (problem.path, problem.line) == ("calendars.office.weekly_hours", 5)
    assert problem.message == "there is no open time"


def test_a_day_of_the_week_that_is_named_twice_is_refused() -> None:
    problem = only_problem(small_desk("fri: ", "thu-fri: "))
    assert (problem.path, problem.line) == ("calendars.office.weekly_hours", 5)
    assert problem.message == "thu is named twice"


def test_a_day_that_does_not_exist_is_refused() -> None:
    text = small_desk("agents:\n", "    holidays: [2026-12-25, 2026-02-30, 25.12.2026]\nagents:\n")
    first, second = problems(text)
    assert (first.path, first.message) == ("calendars.office.holidays[1]", "there is no day 2026-02-30")
    assert (second.path, second.message) == ("calendars.office.holidays[2]", '"25.12.2026" is not a day')


def test_all_that_does_not_fit_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = small_desk("tier: 1", "tier: one").replace("Europe/Berlin", "Mars").replace("handoff", "x")
    assert [problem.path for problem in problems(text)] == ["calendars.office.tz", "teams.first-line.tier"]


def test_more_than_anybody_could_read_is_refused() -> None:
    calendar = "{tz: UTC, weekly_hours: {tue: '08:00-09:00'}}"
    many = "".join(f"  c{number}: {calendar}\n" for number in range(100))
    problem = only_problem(small_desk("agents:\n", f"{many}agents:\n"))
    assert (problem.path, problem.message) == ("calendars", "101 entries are too many")
