"""A log of another helpdesk is read as far as it can be understood, and what was left out is said."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from escalator.core.errors import Invalid
from escalator.core.simulation.timelines import Log, UnreadableTimeline, joined, read
from escalator.core.ticket.events import Kind
from escalator.core.ticket.ticket import Requester


def entry(at: str = "2026-03-02T10:00:00+01:00", type: str = "created", **fields: object) -> dict[str, object]:
    return {"at": at, "type": type, **fields}


def line(*entries: object, ticket_id: object = "INC1", **fields: object) -> str:
    return json.dumps({"ticket_id": ticket_id, "events": list(entries), **fields})


def only_case(*entries: dict[str, object], tz: str | None = None) -> list[datetime]:
    return [event.at for event in read([line(*entries)], "log", tz).timelines[0].events]


def test_a_case_is_read_in_the_words_of_its_log() -> None:
    opened = entry(requester={"email": "dana@city.example", "name": "Dana"}, subject="the page", body="please")
    moved = entry(type="state_changed", **{"from": "New", "to": "Active"}, team="Group 70", actor="Updated by 3")
    first, second = read([line(opened, moved)], "log").timelines[0].events
    assert (first.subject, first.body) == ("the page", "please")
    assert first.requester == Requester("dana@city.example", "Dana")
    assert (second.kind, second.before, second.to) == (Kind.STATE_CHANGED, "New", "Active")
    assert (second.team, second.actor, second.index) == ("Group 70", "Updated by 3", 1)


def test_times_become_utc() -> None:
    assert only_case(entry("2026-03-02T10:00:00+01:00")) == [datetime(2026, 3, 2, 9, tzinfo=UTC)]
    assert only_case(entry("2026-07-02T10:00:00"), tz="Europe/Berlin") == [datetime(2026, 7, 2, 8, tzinfo=UTC)]


def test_a_time_without_an_offset_asks_for_a_zone() -> None:
    with pytest.raises(UnreadableTimeline, match=r"^mylog:2 .*without an offset; .*--tz"):
        read([line(entry()), line(entry("2026-03-02T10:00:00"))], "mylog")


def test_entries_are_taken_by_time_and_at_equal_times_as_they_stand_in_the_file() -> None:
    late, early, beside = (
        entry("2026-03-02T12:00:00Z", "resolved"),
        entry("2026-03-02T10:00:00Z"),
        entry("2026-03-02T12:00:00Z", "closed"),
    )
    events = read([line(late, early, beside)], "log").timelines[0].events
    assert [event.kind for event in events] == [Kind.CREATED, Kind.RESOLVED, Kind.CLOSED]
    assert [event.index for event in events] == [0, 1, 2]


def test_a_case_is_created_once_and_before_all_else() -> None:
    early, created, again = (
        entry("2026-03-02T10:00:00Z", "assigned"),
        entry("2026-03-02T10:05:00Z", subject="the page"),
        entry("2026-03-02T11:00:00Z"),
    )
    log = read([line(early, created, again)], "log")
    events = log.timelines[0].events
    assert [(event.kind, event.at.minute, event.index) for event in events] == [("created", 0, 0), ("assigned", 0, 1)]
    assert events[0].subject == "the page"
    assert log.ignored == {
        "times of creation after something had happened": 1,
        "creations of a case that was there": 1,
    }


def test_at_one_time_the_creation_comes_first_and_nothing_is_said_of_it() -> None:
    log = read([line(entry(type="assigned"), entry())], "log")
    assert [event.kind for event in log.timelines[0].events] == ["created", "assigned"]
    assert log.ignored == {}


def test_what_is_known_of_the_customer_is_kept() -> None:
    def requester(said: object) -> Requester | None:
        return read([line(entry(requester=said))], "log").timelines[0].events[0].requester

    assert requester("dana@city.example") == Requester("dana@city.example")
    assert requester("Dana") == Requester("", "Dana")
    assert requester({"name": "Dana", "organization": "City"}) == Requester("", "Dana", organization="City")
    assert requester({"organization": "City"}) is None


def test_priority_tags_and_channel_are_read() -> None:
    read_event = read([line(entry(priority="P1", tags=["vip", 7], channel="email"))], "log").timelines[0].events[0]
    assert (read_event.priority, read_event.tags, read_event.channel) == ("P1", ("vip",), "email")


def test_what_is_not_known_is_left_out_and_counted() -> None:
    odd = line(
        entry(mood="bad"), entry(type="closed", mood="worse"), entry(type="flagged"), rank=1, meta={"made_sla": False}
    )
    log = read([odd], "log")
    assert len(log.timelines[0].events) == 2
    assert log.ignored == {'fields "mood"': 2, 'events of type "flagged"': 1, 'fields "rank"': 1}


ODD: dict[str, list[object]] = {
    "team": [7],
    "actor": [["sam"]],
    "channel": ["Phone!!", 5],
    "tags": [["vip", 7], 7, {"vip": True}],
    "machine": ["yes", 1],
    "requester": [5, ["x"], {"organization": "City"}, {"name": "Dana", "age": 40}, {"name": "Dana", "phone": 110}],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in ODD.items() for value in values])
def test_a_value_of_another_shape_is_counted(field: str, value: object) -> None:
    log = read([line(entry(**{field: value}))], "log")
    assert log.ignored == {f'values of "{field}"': 1}


@pytest.mark.parametrize("nothing", [None, ""])
def test_who_says_nothing_in_a_field_is_not_misunderstood(nothing: object) -> None:
    assert read([line(entry(**dict.fromkeys((*ODD, "from", "to"), nothing)))], "log").ignored == {}


def test_what_is_not_understood_is_as_good_as_absent() -> None:
    event = (
        read([line(entry(team=7, actor=None, requester=["x"], machine="yes", channel="?"))], "log")
        .timelines[0]
        .events[0]
    )
    assert (event.team, event.actor, event.requester, event.machine, event.channel) == ("", "", None, False, "")


def test_a_single_tag_may_stand_alone_and_a_channel_in_capitals() -> None:
    log = read([line(entry(tags="vip", channel=" Phone"))], "log")
    assert (log.timelines[0].events[0].tags, log.timelines[0].events[0].channel) == (("vip",), "phone")
    assert log.ignored == {}


def test_a_case_in_which_nothing_happened_is_counted() -> None:
    log = read([line(), line(entry(type="flagged"), ticket_id="INC2"), line(entry(), ticket_id="INC3")], "log")
    assert log.ignored == {"cases in which nothing happened": 2, 'events of type "flagged"': 1}


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("[1]", "is no case"),
        (line(entry(), ticket_id=None), "has no ticket_id"),
        (line(entry(), ticket_id="x" * 201), "has no ticket_id"),
        ('{"ticket_id": "a", "events": {}}', "has no events"),
        ('{"ticket_id": "a", "events": [1]}', "has no events"),
        (line(entry("yesterday")), "has a time 'yesterday'"),
        (line({"type": "created"}), "has a time"),
        (line({"type": "created", "at": 7}), "has a time"),
        (line(entry("0001-01-01T00:00:00+10:00")), "has a time"),
        (line(entry("1203-01-01T00:00:00Z")), "has a time '1203"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_the_remedy(bad: str, says: str) -> None:
    with pytest.raises(UnreadableTimeline, match=rf"^log:3 {says}.*; "):
        read([line(entry()), "", bad], "log")


def test_an_unknown_zone_is_refused() -> None:
    for zone in ("Europe/Berlim", "../../etc/passwd", ""):
        with pytest.raises(Invalid):
            read([line(entry("2026-03-02T10:00:00"))], "log", zone)


def test_a_case_that_stands_in_two_files_is_taken_once() -> None:
    one = read([line(entry()), line(entry(), ticket_id="INC2")], "one")
    two = read([line(entry(), entry(type="closed"))], "two")
    both = joined([one, two])
    assert [(case.ticket_id, len(case.events)) for case in both.timelines] == [("INC1", 1), ("INC2", 1)]
    assert both.ignored == {"cases that stand in the files twice": 1}


def real_log(folder: Path, name: str, tz: str | None = None) -> Log:
    with (folder / "timelines" / f"{name}.sample300.jsonl").open() as lines:
        return read(lines, name, tz)


def test_both_real_logs_are_read_whole(shared_data: Path) -> None:
    servicenow = real_log(shared_data, "uci498", "Europe/Berlin")
    volvo = real_log(shared_data, "bpic2013")
    assert [sum(len(case.events) for case in log.timelines) for log in (servicenow, volvo)] == [2237, 2860]
    assert servicenow.ignored == volvo.ignored == {}
