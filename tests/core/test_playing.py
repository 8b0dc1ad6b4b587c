"""What an entry of a foreign log does to a ticket here."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from escalator.core.desk.reader import read
from escalator.core.simulation import playing
from escalator.core.simulation.playing import PassedOver
from escalator.core.simulation.timelines import LoggedEvent
from escalator.core.ticket.events import Actor, Event, Kind
from escalator.core.ticket.ticket import Requester, Ticket, evolve
from escalator.core.ticket.workflow import Status
from tests.core.desk_texts import EXAMPLE

DESK = read(EXAMPLE)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TICKET = Ticket(id=7, requester=Requester("dana@city.example"), team="first-line", resolved_by="sam@harbour.example")


def logged(kind: Kind, **fields: object) -> LoggedEvent:
    return LoggedEvent(**{"index": 3, "at": NOON, "kind": kind, "actor": "Updated by 9"} | fields)  # type: ignore[arg-type]


def way(status: Status, entry: LoggedEvent) -> list[str]:
    """The triggers by which a ticket in `status` gets where the entry has it."""
    ticket, triggers = replace(TICKET, status=status), []
    while (event := playing.move(ticket, entry, DESK)) is not None:
        triggers.append(event.data.get("trigger", str(event.kind)))
        ticket = evolve(ticket, event)
    return triggers


def facts(ticket: Ticket, entry: LoggedEvent) -> list[Event]:
    return playing.facts(ticket, entry, DESK, None, None)


@pytest.mark.parametrize(
    ("status", "state", "triggers"),
    [
        (Status.NEW, "Active", ["begin"]),
        (Status.NEW, "Awaiting User Info", ["ask"]),
        (Status.PENDING, "Awaiting Vendor", ["resume", "hold"]),
        (Status.ON_HOLD, "Active", ["resume"]),
        (Status.ESCALATED, "Active", ["acknowledged"]),
        (Status.ESCALATED, "Awaiting User Info", ["acknowledged", "ask"]),
        (Status.RESOLVED, "Awaiting User Info", ["reopen", "ask"]),
        (Status.RESOLVED, "Escalated", ["reopen", "escalate"]),
        (Status.PENDING, "escalated", ["escalate"]),
        (Status.NEW, "On hold", ["hold"]),
        (Status.NEW, "ON-HOLD", ["hold"]),
        (Status.PENDING, " new ", ["resume"]),
        (Status.OPEN, "Closed", ["resolve", "close"]),
        (Status.OPEN, "Active", []),
    ],
)
def test_a_state_of_the_log_is_reached_by_the_shortest_way_by_hand(
    status: Status, state: str, triggers: list[str]
) -> None:
    assert way(status, logged(Kind.STATE_CHANGED, to=state)) == triggers


def test_back_in_a_queue_is_no_longer_waiting_but_stays_begun() -> None:
    queued = logged(Kind.STATE_CHANGED, to="Queued/Awaiting Assignment")
    assert way(Status.PENDING, queued) == ["resume"]
    assert way(Status.OPEN, queued) == way(Status.ESCALATED, queued) == way(Status.NEW, queued) == []


def test_a_state_that_the_desk_does_not_map_is_not_guessed() -> None:
    with pytest.raises(PassedOver, match=r'state "Limbo" is not in the desk\'s import\.states'):
        playing.move(TICKET, logged(Kind.STATE_CHANGED, to="Limbo"), DESK)


def test_the_desks_word_for_a_state_goes_before_ours() -> None:
    theirs = replace(DESK, import_states={"Pending": Status.ON_HOLD})
    hold = playing.move(TICKET, logged(Kind.STATE_CHANGED, to="Pending"), theirs)
    assert hold is not None
    assert hold.data["to"] == Status.ON_HOLD


def test_resolved_reopened_and_closed_need_no_known_state() -> None:
    assert way(Status.ESCALATED, logged(Kind.RESOLVED, to="Fixed")) == ["resolve"]
    assert way(Status.RESOLVED, logged(Kind.REOPENED, to="Again")) == ["reopen"]
    assert way(Status.PENDING, logged(Kind.CLOSED, to="Gone")) == ["resolve", "close"]


def test_a_case_is_created_in_its_state_and_its_queue() -> None:
    created = logged(Kind.CREATED, to="Accepted/In Progress", team="D7")
    assert way(Status.NEW, created) == ["begin"]
    assert [(event.kind, event.data["team"]) for event in facts(TICKET, created)] == [(Kind.ASSIGNED, "D7")]


def test_closed_stays_closed_whatever_the_log_says() -> None:
    closed = replace(TICKET, status=Status.CLOSED)
    for kind in (Kind.REOPENED, Kind.STATE_CHANGED, Kind.CUSTOMER_MESSAGE, Kind.ASSIGNED, Kind.MERGED):
        with pytest.raises(PassedOver, match="closed stays closed"):
            facts(closed, logged(kind, to="Active"))
        assert playing.move(closed, logged(kind, to="Active"), DESK) is None


def test_whoever_works_on_an_escalated_ticket_takes_it() -> None:
    ticket = replace(TICKET, status=Status.ESCALATED, team="Group 70", level=2)
    taken = playing.move(ticket, logged(Kind.STATE_CHANGED, to="Active"), DESK)
    assert taken is not None
    assert taken.actor == Actor("agent", "Updated by 9")
    assert (taken.data["owner"], taken.data["team"], taken.data["level"]) == ("Updated by 9", "Group 70", 2)


def test_a_reopening_counts_against_who_resolved_it() -> None:
    back = playing.move(replace(TICKET, status=Status.RESOLVED), logged(Kind.REOPENED), DESK)
    assert back is not None
    assert (back.data["failed"], back.data["failed_tier"]) == ("sam@harbour.example", 1)


def test_a_foreign_team_keeps_its_name_and_our_own_brings_its_level() -> None:
    foreign, ours = (facts(TICKET, logged(Kind.ASSIGNED, team=team, to=team)) for team in ("G97", "second-line"))
    assert [(event.data["team"], event.data["level"], event.data["assignee"]) for event in foreign] == [
        ("G97", 1, None)
    ]
    assert [(event.data["team"], event.data["level"]) for event in ours] == [("second-line", 2)]


def test_an_assignment_to_a_person_names_them() -> None:
    entry = logged(Kind.ASSIGNED, team="second-line", to="ravi@harbour.example")
    assert facts(TICKET, entry)[0].data["assignee"] == "ravi@harbour.example"


def test_an_assignment_to_where_it_is_changes_nothing() -> None:
    assert facts(TICKET, logged(Kind.ASSIGNED, team="first-line", to="first-line")) == []


@pytest.mark.parametrize("said", ["High", "high", "2 - High", "P2", "p2 "])
def test_a_priority_is_the_desks_or_ours_by_its_name(said: str) -> None:
    desk = replace(DESK, import_priorities={"P2": "high"})
    changed = playing.facts(TICKET, logged(Kind.PRIORITY_CHANGED, to=said), desk, None, None)
    assert changed[0].data == {"from": "normal", "to": "high"}


def test_the_desks_word_for_a_priority_goes_before_ours() -> None:
    desk = replace(DESK, import_priorities={"High": "urgent"})
    changed = playing.facts(TICKET, logged(Kind.PRIORITY_CHANGED, to="HIGH"), desk, None, None)
    assert changed[0].data["to"] == "urgent"


def test_a_priority_of_another_scale_is_not_guessed() -> None:
    with pytest.raises(PassedOver, match='priority "9 - Odd"'):
        facts(TICKET, logged(Kind.PRIORITY_CHANGED, to="9 - Odd"))


@pytest.mark.parametrize(
    "mail", [logged(Kind.CUSTOMER_MESSAGE, machine=True), logged(Kind.AGENT_MESSAGE, actor="System")]
)
def test_machine_mail_triggers_nothing(mail: LoggedEvent) -> None:
    with pytest.raises(PassedOver, match="machine mail"):
        facts(replace(TICKET, status=Status.RESOLVED), mail)
    assert not playing.is_public(mail)


def test_a_system_may_move_a_case_all_the_same() -> None:
    assert way(Status.OPEN, logged(Kind.RESOLVED, actor="system")) == ["resolve"]


def test_what_a_log_says_twice_is_counted() -> None:
    with pytest.raises(PassedOver, match="resolved a case that was resolved"):
        facts(replace(TICKET, status=Status.RESOLVED), logged(Kind.RESOLVED))
    with pytest.raises(PassedOver, match="reopened a case that was open"):
        facts(replace(TICKET, status=Status.OPEN), logged(Kind.REOPENED))
    assert facts(replace(TICKET, status=Status.OPEN), logged(Kind.REOPENED, to="Awaiting User Info")) == []


def test_a_reopening_ends_open_whatever_state_the_log_gives_it() -> None:
    assert way(Status.RESOLVED, logged(Kind.REOPENED, to="Closed")) == ["reopen"]
    assert way(Status.PENDING, logged(Kind.REOPENED)) == ["resume"]


def test_a_customer_speaks_as_themselves() -> None:
    spoke = facts(TICKET, logged(Kind.CUSTOMER_MESSAGE, actor=""))[0]
    assert spoke.actor == Actor("customer", "dana@city.example")


def test_a_merged_case_ends_where_it_went() -> None:
    [merged] = playing.facts(TICKET, logged(Kind.MERGED, into="INC9"), DESK, None, 9)
    assert evolve(TICKET, merged).merged_into == 9
    assert evolve(TICKET, merged).status is Status.CLOSED
