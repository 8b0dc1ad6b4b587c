"""Who of the customers is told what: by name, in their zone, and never a word of what is internal."""

from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from escalator.core.notify.customers import CustomerNotice, CustomerNoticeKind, customer_notices
from escalator.core.ticket.events import Event, Kind, stamp
from escalator.core.ticket.ticket import Requester
from tests.core.case import SAM, Case, agent, berlin

NOON = "2026-11-23 12:00"


def case(**requester: str) -> Case:
    opened = Case(NOON).opened()
    asks = Requester(**{"email": "dana@city.example", "name": "Dana Fox"} | requester)
    opened.dossier = replace(opened.dossier, ticket=replace(opened.ticket, requester=asks))
    return opened


def told(case: Case, event: Kind, **data: object) -> list[CustomerNotice]:
    case.happens(Event(event, case.now, data=data))
    return [notice for notice in case.notices if isinstance(notice, CustomerNotice)]


def taken(case: Case, person: str = SAM) -> list[CustomerNotice]:
    return told(case, Kind.CUSTOMER_TOLD, kind="taken", person=person, by=stamp(berlin("2026-11-23 16:00")))


def test_who_waits_is_told_by_name_who_has_the_case() -> None:
    [notice] = taken(case())
    assert (notice.kind, notice.to, notice.person) == (CustomerNoticeKind.TAKEN, "dana@city.example", "Sam")
    assert notice.by == berlin("2026-11-23 16:00")


def test_somebody_who_left_the_desk_is_not_named() -> None:
    assert taken(case(), "ex@desk.example")[0].person == ""


def test_no_address_of_an_agent_is_in_what_a_customer_is_told() -> None:
    window = {"opens": stamp(berlin(NOON)), "closes": stamp(berlin(NOON)), "tz": "UTC"}
    call = window | {"number": 1, "desk": 1, "phone": "1", "person": SAM}
    notices = taken(case()) + told(case(), Kind.CALL_BACK_PROMISED, **call)
    assert len(notices) == 2
    assert "@desk.example" not in str([asdict(notice) for notice in notices])


def test_times_are_told_in_the_customers_zone_else_in_that_of_the_team() -> None:
    assert taken(case(timezone="America/New_York"))[0].tz == "America/New_York"
    assert taken(case())[0].tz == "Europe/Berlin"


@pytest.mark.parametrize(
    "address", ["case-7@import.invalid", "x@INVALID", "desk@desk.example", "Desk@Desk.example", "no address", ""]
)
def test_nothing_is_mailed_to_nobody_nor_to_ourselves(address: str) -> None:
    assert taken(case(email=address)) == []


def test_what_a_human_resolves_they_say_themselves() -> None:
    opened = case()
    by_hand = Event(Kind.RESOLVED, opened.now, agent(SAM), data={"because": "no_answer"})
    assert customer_notices(opened.ticket, by_hand, opened.desk) == []
    assert customer_notices(opened.ticket, replace(by_hand, data={}), opened.desk) == []


def test_what_the_rule_closes_can_come_back_for_the_desks_window() -> None:
    opened = case()
    data = {"because": "no_answer", "asked_at": stamp(opened.now), "question": 1}
    data["back_until"] = stamp(opened.now + timedelta(days=7))
    [notice] = customer_notices(opened.ticket, Event(Kind.RESOLVED, opened.now, data=data), opened.desk)
    assert notice.back_until == opened.now + timedelta(days=7)


def test_every_letter_of_a_ticket_has_a_key_of_its_own() -> None:
    opened = case()
    taken(opened)
    taken(opened.passes(hours=1))
    keys = [notice.key for notice in opened.notices]
    assert len(keys) == len(set(keys)) == 2
