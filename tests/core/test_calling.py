"""When a call can be promised: in our hours and in the customer's, right across zones and changes of clocks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalator.core.calendar import Calendar
from escalator.core.desk.call_backs import CallBackRules
from escalator.core.desk.call_windows import next_window
from escalator.core.desk.calling import Wish, promise, propose
from escalator.core.desk.model import Desk
from escalator.core.desk.reader import read
from escalator.core.errors import Invalid, NotAllowedNow
from escalator.core.phones import is_number
from escalator.core.ticket.call_backs import evolve
from escalator.core.ticket.events import Actor, Event
from escalator.core.ticket.ticket import Requester, Ticket
from escalator.core.ticket.workflow import Status
from tests.core.case import DESK, berlin

OFFICE = Calendar("Europe/Berlin", dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), (("09:00", "17:00"),)))
RULES = CallBackRules(calendar="office", ladder="climb")
BERLIN, NEW_YORK, TOKYO = "Europe/Berlin", "America/New_York", "Asia/Tokyo"
SAM = Actor("agent", "sam@desk.example")
MONDAY = berlin("2026-11-16 10:00")


def desk(call_backs: str = "call_backs: {calendar: office, ladder: climb}") -> Desk:
    return read(DESK + call_backs, 1)


def ticket(**known: object) -> Ticket:
    dana = Requester("dana@city.example", phone="+1 555 0100")
    facts = {"id": 1, "requester": dana, "team": "first-line", "status": Status.OPEN, "version": 6}
    return Ticket(**facts | known)  # type: ignore[arg-type]


def window(now: str, tz: str, calendar: Calendar = OFFICE, **rules: object) -> tuple[str, str] | None:
    """The next window from a moment in Berlin on, as it reads in Berlin."""
    found = next_window(replace(RULES, **rules), calendar, berlin(now), tz)  # type: ignore[arg-type]
    return None if found is None else (_in_berlin(found[0]), _in_berlin(found[1]))


def _in_berlin(at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(BERLIN)):%a %d %H:%M}"


def test_a_customer_next_door_is_called_from_now_on() -> None:
    assert window("2026-11-16 10:00", BERLIN) == ("Mon 16 10:00", "Mon 16 14:00")


def test_a_window_ends_with_our_hours() -> None:
    assert window("2026-11-16 15:00", BERLIN) == ("Mon 16 15:00", "Mon 16 17:00")


def test_what_is_left_of_the_day_is_no_window_when_it_is_less_than_half_an_hour() -> None:
    assert window("2026-11-16 16:30", BERLIN) == ("Mon 16 16:30", "Mon 16 17:00")
    assert window("2026-11-16 16:31", BERLIN) == ("Tue 17 09:00", "Tue 17 13:00")


def test_nobody_in_new_york_is_called_before_it_is_nine_there() -> None:
    assert window("2026-11-16 10:00", NEW_YORK) == ("Mon 16 15:00", "Mon 16 17:00")


def test_nobody_in_tokyo_is_called_after_six() -> None:
    # It is 18:00 there: the next time is our Tuesday morning, which ends at ten.
    assert window("2026-11-16 10:00", TOKYO) == ("Tue 17 09:00", "Tue 17 10:00")


def test_a_week_in_which_only_one_side_has_changed_its_clocks_shifts_the_window() -> None:
    # New York goes forward on 8 March 2026, Berlin on 29 March: in between they are five hours apart.
    assert window("2026-03-06 10:00", NEW_YORK) == ("Fri 06 15:00", "Fri 06 17:00")
    assert window("2026-03-09 10:00", NEW_YORK) == ("Mon 09 14:00", "Mon 09 17:00")
    assert window("2026-03-30 10:00", NEW_YORK) == ("Mon 30 15:00", "Mon 30 17:00")


def test_a_window_over_the_change_of_clocks_is_as_long_as_it_says() -> None:
    always = Calendar(BERLIN, dict.fromkeys(("sat", "sun"), (("00:00", "24:00"),)))
    found = next_window(replace(RULES, customer_hours=("00:00", "24:00")), always, berlin("2026-03-29 01:00"), BERLIN)
    assert found is not None
    assert found[1] - found[0] == timedelta(hours=4)
    assert _in_berlin(found[1]) == "Sun 29 06:00"


def test_a_customer_may_be_called_on_their_weekend_if_we_work_then() -> None:
    saturday = Calendar(BERLIN, {"sat": (("09:00", "12:00"),)})
    assert window("2026-11-16 10:00", BERLIN, saturday) == ("Sat 21 09:00", "Sat 21 12:00")


def test_hours_that_never_meet_have_no_window() -> None:
    assert window("2026-11-16 10:00", "Pacific/Auckland", customer_hours=("12:00", "13:00")) is None


def test_a_calendar_that_is_closed_for_longer_than_two_weeks_has_no_window() -> None:
    late = Calendar(BERLIN, {}, date_overrides={datetime(2026, 12, 24, tzinfo=UTC).date(): (("09:00", "17:00"),)})
    assert window("2026-11-16 10:00", BERLIN, late) is None
    assert window("2026-12-12 10:00", BERLIN, late) == ("Thu 24 09:00", "Thu 24 13:00")
    assert window("2027-01-02 10:00", BERLIN, late) is None


@given(
    minutes=st.integers(0, 60 * 24 * 400),
    tz=st.sampled_from([BERLIN, NEW_YORK, TOKYO, "America/Santiago", "Asia/Kathmandu", "UTC"]),
    within=st.integers(1, 600),
)
def test_every_window_is_open_on_both_sides_from_its_beginning_to_its_end(minutes: int, tz: str, within: int) -> None:
    now, length = MONDAY + timedelta(minutes=minutes), timedelta(minutes=within)
    found = next_window(replace(RULES, within=length), OFFICE, now, tz)
    assert found is not None
    opens, closes = found
    theirs = Calendar(tz, {day: [("09:00", "18:00")] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")})
    assert now <= opens
    assert min(length, timedelta(minutes=30)) <= closes - opens <= length
    assert OFFICE.within(opens, closes) == theirs.within(opens, closes) == closes - opens


# What may be promised.


def promised(wish: Wish = Wish(), **known: object) -> Event:
    return promise(ticket(**known), None, wish, SAM, MONDAY, desk())


def _refusal(wish: Wish, **known: object) -> dict[str, list[str]]:
    with pytest.raises(Invalid) as refused:
        promised(wish, **known)
    return {name: list(sentences) for name, sentences in refused.value.fields.items()}


def _ahead(**span: float) -> datetime:
    return MONDAY + timedelta(**span)


def test_a_wish_without_a_time_is_met_as_soon_as_it_suits_both() -> None:
    data = promised(requester=Requester("dana@city.example", phone="+1 555 0100", timezone=NEW_YORK)).data
    assert (data["opens"], data["closes"]) == ("2026-11-16T14:00:00+00:00", "2026-11-16T16:00:00+00:00")
    assert (data["tz"], data["phone"], data["person"]) == (NEW_YORK, "+1 555 0100", None)


def test_whoever_owns_the_case_is_named_and_a_customer_without_a_zone_reads_ours() -> None:
    data = promised(owner=SAM.name).data
    assert (data["person"], data["tz"]) == (SAM.name, BERLIN)


def test_a_window_with_one_end_gets_the_other() -> None:
    assert promised(Wish(closes=_ahead(hours=2))).data["opens"] == MONDAY.isoformat()
    assert promised(Wish(opens=_ahead(hours=1))).data["closes"] == _ahead(hours=5).isoformat()


def test_a_window_of_which_only_the_end_is_named_lies_where_both_are_awake() -> None:
    # Until Wednesday 01:00 by our clock; in Tokyo it is 18:00 when ours has just begun.
    wednesday = Wish(closes=_ahead(hours=39), tz=TOKYO)
    assert _seen(promised(wednesday)) == ("Tue 17 09:00", "Tue 17 10:00")


def test_a_window_that_must_end_by_a_time_is_the_last_that_does() -> None:
    assert _seen(promised(Wish(closes=_ahead(hours=29)))) == ("Tue 17 11:00", "Tue 17 15:00")
    assert _seen(promised(Wish(closes=_ahead(hours=39)))) == ("Tue 17 13:00", "Tue 17 17:00")


def test_a_window_of_which_only_the_beginning_is_named_is_the_first_after_it() -> None:
    assert _seen(promised(Wish(opens=_ahead(hours=1), tz=TOKYO))) == ("Tue 17 09:00", "Tue 17 10:00")
    assert _seen(promised(Wish(opens=_ahead(hours=12)))) == ("Tue 17 09:00", "Tue 17 13:00")


def test_a_window_that_somebody_names_whole_is_their_wish() -> None:
    late = Wish(opens=_ahead(hours=2), closes=_ahead(hours=3), tz=TOKYO)
    assert _seen(promised(late)) == ("Mon 16 12:00", "Mon 16 13:00")


def test_no_window_by_the_end_that_is_named_is_refused_with_what_to_do() -> None:
    refused = _refusal(Wish(closes=_ahead(hours=6), tz=TOKYO))
    assert list(refused) == ["to"]
    assert "name both ends" in refused["to"][0]
    assert list(_refusal(Wish(closes=_ahead(minutes=20)))) == ["to"]


def _seen(event: Event) -> tuple[str, str]:
    return tuple(_in_berlin(datetime.fromisoformat(event.data[end])) for end in ("opens", "closes"))  # type: ignore[return-value]


def test_a_number_that_nobody_knows_is_asked_for() -> None:
    refused = _refusal(Wish(), requester=Requester("dana@city.example"))
    assert refused == {"phone": ["is not known of this customer; give the number to call"]}
    assert promised(Wish(phone="+49 30 1"), requester=Requester("dana@city.example")).data["phone"] == "+49 30 1"


@pytest.mark.parametrize(
    "number", ["12345", "+49 30 1", "(030) 123-45", "030/12.34", "+1 (555) 0100 x12", "555 01 EXT. 9"]
)
def test_a_number_may_be_written_as_people_do(number: str) -> None:
    assert is_number(number)


@pytest.mark.parametrize("said", ["", "1234", "hello", "call 555 0100", "+-+-+-", "555 01 x", "٠١٢٣٤٥", "1" * 31])
def test_what_nobody_can_dial_is_no_number(said: str) -> None:
    assert not is_number(said)


def test_what_is_no_number_is_not_promised_to_be_called() -> None:
    imported = Requester("dana@city.example", phone="ask my secretary")
    assert list(_refusal(Wish(), requester=imported)) == ["phone"]
    assert promised(Wish(phone="(030) 123-45 ext. 6"), requester=imported).data["phone"] == "(030) 123-45 ext. 6"


@pytest.mark.parametrize(
    ("wish", "wrong"),
    [
        (Wish(opens=_ahead(minutes=-1), closes=_ahead(hours=1)), "from"),
        (Wish(opens=_ahead(hours=2), closes=_ahead(hours=2)), "to"),
        (Wish(closes=_ahead(hours=-1)), "to"),
        (Wish(opens=_ahead(days=29), closes=_ahead(days=30, seconds=1)), "to"),
        (Wish(opens=_ahead(hours=8), closes=_ahead(hours=12)), "from"),  # Monday evening: nobody calls.
        (Wish(tz="Europe/Atlantis"), "timezone"),
    ],
)
def test_what_cannot_be_kept_is_not_promised(wish: Wish, wrong: str) -> None:
    assert list(_refusal(wish)) == [wrong]


def test_a_window_that_only_touches_our_hours_is_none_of_them() -> None:
    assert list(_refusal(Wish(opens=_ahead(hours=7), closes=_ahead(hours=12)))) == ["from"]
    assert promised(Wish(opens=_ahead(hours=6, minutes=59), closes=_ahead(hours=12)))


def test_a_desk_that_promises_no_calls_says_so() -> None:
    with pytest.raises(NotAllowedNow, match="call_backs"):
        promise(ticket(), None, Wish(), SAM, MONDAY, desk(""))


def test_a_rule_promises_what_it_can_and_says_why_it_cannot() -> None:
    first = propose(ticket(), desk(), MONDAY)
    assert isinstance(first, Event)
    assert propose(ticket(version=9), desk(), MONDAY, evolve(None, first)) == "a call is promised already"
    assert propose(ticket(requester=Requester("dana@city.example")), desk(), MONDAY) == "no number is known"
    hello = Requester("dana@city.example", phone="hello")
    assert propose(ticket(requester=hello), desk(), MONDAY) == "what is known as their number is none"
    far = Requester("dana@city.example", phone="+64 9 1234", timezone="Pacific/Auckland")
    noon = desk('call_backs: {calendar: office, ladder: climb, customer_hours: "12:00-13:00"}')
    assert "no time in the next two weeks" in str(propose(ticket(requester=far), noon, MONDAY))
    assert "promises no calls" in str(propose(ticket(), desk(""), MONDAY))


def test_a_second_promise_says_which_one_it_replaces() -> None:
    standing = evolve(None, promised())
    second = promise(ticket(version=9), standing, Wish(closes=_ahead(hours=1)), SAM, MONDAY, desk())
    assert (second.data["number"], second.data["replaces"]) == (10, 7)
