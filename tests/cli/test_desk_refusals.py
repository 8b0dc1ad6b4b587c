"""`escalator desk check` refuses what no clock could keep, by file, line and path, with a remedy."""

from pathlib import Path

import pytest

from tests.core.desk_texts import line_of, small_desk

from .conftest import Run

WEEK = """\
      mon-thu: ["09:00-12:00", "13:00-17:00"]
      fri: "09:00-15:00"
"""
HOLIDAYS = "    holidays: {{{}}}\nagents:\n"
MORE = "{}\nmail:\n"

# What stands in the small desk, what is written instead, the text on whose line the problem is, and the answer.
REFUSED = {
    "a week that is closed": (
        WEEK,
        "      mon-sun: closed\n",
        "    weekly_hours:",
        "calendars.office.weekly_hours: there is no open time. Open at least one interval.",
    ),
    "a week without days": (
        f"weekly_hours:\n{WEEK}",
        "weekly_hours: {}\n",
        "    weekly_hours:",
        "calendars.office.weekly_hours: there is no open time. Open at least one interval.",
    ),
    "intervals that overlap": (
        "13:00-17:00",
        "11:00-17:00",
        "11:00-17:00",
        "calendars.office.weekly_hours.mon-thu: 09:00-12:00 and 11:00-17:00 overlap. Make them one",
    ),
    "a night that runs into the next morning's hours": (
        WEEK,
        '      mon: "22:00-06:00"\n      tue: "05:00-09:00"\n',
        "      mon:",
        "overlap",
    ),
    "an unknown zone": (
        "Europe/Berlin",
        "Europe/Berln",
        "Europe/Berln",
        'calendars.office.tz: there is no time zone "Europe/Berln". Did you mean "Europe/Berlin"?',
    ),
    "a target of zero": (
        "1h}",
        "0h}",
        "0h}",
        'sla[0].targets.urgent.first_reply: "0h" is zero. Write it like 30m',
    ),
    "a target below zero": (
        "1h}",
        "-5m}",
        "-5m}",
        'sla[0].targets.urgent.first_reply: "-5m" is negative. Write it like 30m',
    ),
    "a target beyond ten years": (
        "1h}",
        "522w}",
        "522w}",
        'sla[0].targets.urgent.first_reply: "522w" is too large: at most ten years (3653d) fit. Write it like 30m',
    ),
    "a target that takes ten years of office hours": (
        "1h}",
        "200w}",
        "200w}",
        'sla[0].targets.urgent.first_reply: 33600h of open time of "office" take more than ten years. Make',
    ),
    "an unknown country": (
        "agents:\n",
        HOLIDAYS.format("country: Germany"),
        "country: Germany",
        'calendars.office.holidays.country: there is no country "Germany". Did you mean "DE"?',
    ),
    "an unknown subdivision": (
        "agents:\n",
        HOLIDAYS.format("country: DE, subdivision: by"),
        "subdivision: by",
        'calendars.office.holidays.subdivision: "DE" has no subdivision "by". Did you mean "BY"?',
    ),
    "a tier that is no name": (
        "mail:\n",
        MORE.format("organizations: {City of Fuchsberg: {tier: g*ld}}"),
        "g*ld",
        'organizations.City of Fuchsberg.tier: "g*ld" is not a name. Use at most 60 letters',
    ),
    "a reopen window of zero": (
        "mail:\n",
        MORE.format("tickets: {reopen_window: 0d}"),
        "0d",
        'tickets.reopen_window: "0d" is zero. Write it like 30m',
    ),
    "a reopen window beyond ten years": (
        "mail:\n",
        MORE.format("tickets: {reopen_window: 600w}"),
        "600w",
        'tickets.reopen_window: "600w" is too large: at most ten years (3653d) fit. Write it like 30m',
    ),
    "a priority that is none of ours": (
        "{Active: open}",
        "{Active: open}\n  priorities: {1 - Critical: critical}",
        "1 - Critical",
        'import.priorities.1 - Critical: there is no priority "critical". Known are: high, low, normal, urgent.',
    ),
}


@pytest.mark.parametrize(("old", "new", "place", "answer"), REFUSED.values(), ids=REFUSED)
def test_what_no_clock_could_keep_is_refused(
    bare: Run, tmp_path: Path, old: str, new: str, place: str, answer: str
) -> None:
    text = small_desk(old, new)
    (tmp_path / "desk.yaml").write_text(text, encoding="utf-8")
    result = bare("desk", "check", "desk.yaml")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"desk.yaml:{line_of(text, place)} ")
    assert answer in line
    assert line.endswith((".", "?"))


def test_a_tier_that_no_organization_has_is_only_doubted(bare: Run, tmp_path: Path) -> None:
    text = small_desk("{priority: urgent,", "{priority: urgent, organization_tier: golden,")
    (tmp_path / "desk.yaml").write_text(f"{text}organizations: {{Fuchsberg: {{tier: gold}}}}\n", encoding="utf-8")
    result = bare("desk", "check", "desk.yaml")
    doubt = 'warning: no organization has the tier "golden". Did you mean "gold"?'
    assert (result.exit_code, result.stdout) == (0, f"desk.yaml:22 sla[0].when.organization_tier[0]: {doubt}\n")
