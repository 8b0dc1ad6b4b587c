"""A small desk as text, and ways to break it."""

from pathlib import Path

import escalator
from escalator.core.desk import Problem, check

EXAMPLE = (Path(escalator.__file__).parent / "example" / "desk.yaml").read_text()

SMALL = """\
name: Small desk
calendars:
  office:
    tz: Europe/Berlin
    weekly_hours:
      mon-thu: ["09:00-12:00", "13:00-17:00"]
      fri: "09:00-15:00"
agents:
  sam@harbour.example: {name: Sam, manager: lee@harbour.example}
  lee@harbour.example: {name: Lee, manager: mia@harbour.example}
  mia@harbour.example: {name: Mia, calendar: office}
teams:
  first-line:
    tier: 1
    calendar: office
    lead: lee@harbour.example
    members: [sam@harbour.example]
routing:
  team: first-line
sla:
  - name: loud
    when: {priority: urgent, team: first-line}
    calendar: office
    targets: {urgent: {first_reply: 1h}}
    ladders: {breach: climb}
  - name: standard
    default: true
    calendar: office
    targets: {any: {first_reply: 4h}, high: {first_reply: 2h}}
    pauses: {resolution: pending}
    warnings: [80%, 30m left]
    ladders: {breach: climb, warning: heads-up}
ladders:
  climb:
    steps:
      - {action: notify, whom: team, acknowledge_within: 15m}
      - {action: hand_off, whom: {lead: first-line}, after: 5m, lease: 2h, calendar: office}
      - {action: notify, whom: {agent: mia@harbour.example}}
    repeat: 1
  heads-up:
    steps:
      - {action: notify, whom: lead}
escalation:
  last_resort: mia@harbour.example
  ladders: {requested: climb, max_age: climb}
mail:
  from: Small desk <help@harbour.example>
import:
  states: {Active: open}
"""


def small_desk(old: str, new: str) -> str:
    """The small desk with one place changed; the place must be there, exactly once."""
    assert SMALL.count(old) == 1, f"{SMALL.count(old)} times: {old}"
    return SMALL.replace(old, new)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def problems(text: str | bytes) -> tuple[Problem, ...]:
    return check(text)[1]


def only_problem(text: str | bytes) -> Problem:
    found = problems(text)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]
