"""What the API says of a ticket's clocks is what `escalator clocks` says of a log with the same history."""

import json
from datetime import datetime
from typing import Any

from escalator.core.desk.reader import read as read_desk
from escalator.core.reports.clocks import clocks_of
from escalator.core.simulation.replaying import Replay
from escalator.core.simulation.timelines import KINDS, read
from tests.api.house import House
from tests.story import EXAMPLE_DESK, LEE, SAM

DESK = EXAMPLE_DESK.read_text(encoding="utf-8")


def test_a_live_ticket_and_a_log_of_it_have_the_same_clocks(house: House) -> None:
    story = house.story
    ref = house.sam.opens()["id"]
    story.passes(hours=3)
    story.replies(ref, by=SAM)
    story.does(ref, "ask", by=SAM)
    story.passes(days=1)
    story.writes(ref)
    story.passes(minutes=90)
    story.does(ref, "resolve", by=SAM)
    story.passes(minutes=30)
    story.writes(ref)
    story.does(ref, "ask", by=SAM)
    story.passes(minutes=10)
    assert story.told == [LEE] * 3

    live = house.sam.gets(f"/v1/tickets/{ref}/clocks").json["items"]
    replay = Replay(_log(house, ref), read_desk(DESK, 2), story.clock.now)
    (logged,) = [clocks_of(case, replay.desks, story.clock.now)["clocks"] for case in replay.cases()]
    assert {clock["state"] for clock in live} >= {"met", "running", "paused"}
    assert [warning["label"] for clock in live for warning in clock["warned"]]
    for metric, cycles in logged.items():
        said = [clock for clock in live if clock["metric"] == metric]
        assert [_told(clock) for clock in said] == [_told(clock) for clock in cycles]
    assert sum(map(len, logged.values())) == len(live)


def _log(house: House, ref: str) -> Any:
    """What people did to a ticket, as a log of one case."""
    happened = house.sam.gets(f"/v1/tickets/{ref}/timeline").json["items"]
    events = [
        {"at": each["at"], "type": each["type"], "actor": each["name"], **_facts(each["data"])}
        for each in happened
        if each["type"] in KINDS and each["actor"] != "system"
    ]
    return read([json.dumps({"ticket_id": ref, "events": events})], "the ticket").timelines


def _facts(data: dict[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in ("from", "to", "channel", "priority") if name in data}


def _told(clock: dict[str, Any]) -> dict[str, Any]:
    """One clock with its times as instants, without what names its list."""
    said = {name: value for name, value in clock.items() if name not in ("metric", "policy")}
    instants = {name: _instant(value) for name, value in said.items() if name.endswith("_at")}
    warned = [{**warning, "at": _instant(warning["at"])} for warning in said["warned"]]
    return said | instants | {"warned": warned}


def _instant(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None
