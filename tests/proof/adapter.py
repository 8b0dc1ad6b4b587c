"""Asks the clocks themselves: the desk as values, the ticket as a neutral timeline, the answer as it is printed."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from escalator.core.calendar import Calendar
from escalator.core.desk import spans
from escalator.core.desk.model import Agent, Conditions, Desk, EscalationRules, MailIdentity, Policy, Team
from escalator.core.reports.clocks import clocks_of
from escalator.core.simulation.replaying import Replay
from escalator.core.simulation.timelines import read
from escalator.core.ticket.ticket import PRIORITIES
from escalator.core.ticket.workflow import Status
from tests.proof.questions import SAM, Question

INSTANTS = ("started_at", "due_at", "met_at", "breached_at")
COMPARED = (*INSTANTS, "cause", "elapsed_seconds", "paused_seconds", "state")


def desk_of(question: Question) -> Desk:
    """What the desk's reader would make of it; that takes ten times as long as all that is proved here."""
    return Desk(
        name="The desk of the proof",
        calendars={name: _calendar(said) for name, said in question.desk["calendars"].items()},
        teams={"first-line": Team("first-line", tier=1, lead=SAM, members=(SAM,), calendar="a")},
        agents={SAM: Agent(SAM, "Sam")},
        policies=tuple(_policy(said) for said in question.desk["sla"]),
        ladders={},
        escalation=EscalationRules(last_resort=SAM),
        default_team="first-line",
        mail=MailIdentity("desk@desk.example", "Desk"),
    )


def _calendar(said: Mapping[str, Any]) -> Calendar:
    def dated(hours: Mapping[str, list[str]]) -> dict[date, list[tuple[str, str]]]:
        return {date.fromisoformat(day): [spans.hours(text) for text in written] for day, written in hours.items()}

    weekly = {day: [spans.hours(text) for text in written] for day, written in said["weekly_hours"].items()}
    holidays = [date.fromisoformat(day) for day in said["holidays"]]
    return Calendar(said["tz"], weekly, holidays, dated(said["breaks"]), dated(said["date_overrides"]))


def _policy(said: Mapping[str, Any]) -> Policy:
    written = {priority: said["targets"].get(priority, said["targets"].get("any", {})) for priority in PRIORITIES}
    return Policy(
        said["name"],
        said["calendar"],
        targets={priority: _spans(metrics) for priority, metrics in written.items() if metrics},
        when=Conditions(priority=tuple(said.get("when", {}).get("priority", ()))),
        default=said.get("default", False),
        pauses={metric: tuple(Status(status) for status in statuses) for metric, statuses in said["pauses"].items()},
        warnings=tuple(spans.warning(label) for label in said["warnings"]),
    )


def _spans(metrics: Mapping[str, str]) -> dict[str, timedelta]:
    return {metric: spans.span(text) for metric, text in metrics.items()}


def reported(question: Question, desk: Desk | None = None) -> dict[str, Any]:
    """What `escalator clocks` says about the ticket, as the oracle would say it."""
    line = json.dumps({"ticket_id": "T", "events": question.events})
    replay = Replay(read([line], "proof").timelines, desk or desk_of(question), question.at)
    (case,) = replay.cases()
    said = json.loads(json.dumps(clocks_of(case, replay.desks, question.at)))
    return {"status": said["status"], "clocks": {metric: _read(cycles) for metric, cycles in said["clocks"].items()}}


def _read(cycles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    assert [cycle["cycle"] for cycle in cycles] == [*range(1, len(cycles) + 1)]
    return [
        {name: _instant(cycle[name]) if name in INSTANTS else cycle[name] for name in COMPARED}
        | {"cause": cycle["cause"] or None}
        | {"warned": {warning["label"]: datetime.fromisoformat(warning["at"]) for warning in cycle["warned"]}}
        for cycle in cycles
    ]


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
