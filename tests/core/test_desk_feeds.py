"""A calendar feed is read for the whole days it names; what else it holds is said, and costs no time."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalator.core.desk.feeds import MOST_BYTES, Proposal, proposal
from escalator.core.errors import Invalid


def event(*lines: str, start: str = "20261224", name: str = "Eve") -> str:
    """A whole-day event on `start` with some more lines."""
    return "\r\n".join(("BEGIN:VEVENT", f"DTSTART;VALUE=DATE:{start}", f"SUMMARY:{name}", *lines, "END:VEVENT", ""))


def feed(*events: str) -> bytes:
    return "".join(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", *events, "END:VCALENDAR\r\n")).encode()


def proposed(*events: str, first: int = 2026, last: int = 2028) -> Proposal:
    return proposal(feed(*events), first, last)


def taken(*events: str) -> list[str]:
    """The days taken, as `2026-12-24 Eve`; nothing may be left."""
    found = proposed(*events)
    assert found.left == []
    return [f"{day} {', '.join(names)}" for day, names in found.days.items()]


def only_left(*events: str) -> str:
    """Why the only event was not taken."""
    found = proposed(*events)
    assert found.days == {}
    (sentence,) = found.left
    return sentence


def test_a_whole_day_is_taken_with_its_name() -> None:
    assert taken(event()) == ["2026-12-24 Eve"]
    assert taken(event("DTEND;VALUE=DATE:20261225")) == ["2026-12-24 Eve"]
    assert taken(event("DTEND;VALUE=DATE:20261224")) == ["2026-12-24 Eve"]


def test_an_event_of_several_days_is_taken_as_each_of_them() -> None:
    two = ["2026-12-24 Eve", "2026-12-25 Eve"]
    assert taken(event("DTEND;VALUE=DATE:20261226")) == two
    assert taken(event("DURATION:P2D")) == two


def test_a_day_that_is_named_twice_is_taken_once_with_its_names_in_the_order_of_the_year() -> None:
    found = taken(event(start="20261226"), event(), event(), event(name="Heiligabend"))
    assert found == ["2026-12-24 Eve, Heiligabend", "2026-12-26 Eve"]


def test_a_recurring_day_is_taken_in_every_year_that_is_asked_for() -> None:
    yearly = event("RRULE:FREQ=YEARLY", start="19701224")
    assert taken(yearly) == ["2026-12-24 Eve", "2027-12-24 Eve", "2028-12-24 Eve"]
    last_monday = event("RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20271231", start="20200525", name="Memorial")
    assert taken(last_monday) == ["2026-05-25 Memorial", "2027-05-31 Memorial"]
    assert taken(event("RRULE:FREQ=DAILY;COUNT=2")) == ["2026-12-24 Eve", "2026-12-25 Eve"]
    assert taken(event("RRULE:FREQ=DAILY;UNTIL=20261225")) == ["2026-12-24 Eve", "2026-12-25 Eve"]


def test_a_day_that_is_taken_out_of_a_recurrence_is_not_taken() -> None:
    yearly = event("UID:1", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20261224", start="20201224")
    cancelled = event("UID:1", "RECURRENCE-ID;VALUE=DATE:20281224", "STATUS:CANCELLED", start="20281224")
    found = proposed(yearly, cancelled)
    assert [day.year for day in found.days] == [2027]
    assert found.left == ["2028-12-24 Eve: it is cancelled"]


def test_a_day_of_a_recurrence_that_is_moved_to_an_hour_is_left() -> None:
    moved = "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;VALUE=DATE:20271224\r\nDTSTART:20271224T120000\r\nEND:VEVENT\r\n"
    found = proposed(event("UID:1", "RRULE:FREQ=YEARLY", start="20201224"), moved)
    assert [day.year for day in found.days] == [2026, 2028]
    assert found.left == ["2027-12-24 12:00 without a name: it has hours, and a holiday is a whole day"]


def test_what_is_nested_in_an_event_is_no_part_of_it() -> None:
    alarm = "BEGIN:VALARM\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:Alarm\r\nEND:VALARM"
    assert taken(event(alarm)) == ["2026-12-24 Eve"]


def test_a_name_cannot_break_out_of_its_line() -> None:
    assert taken(event(name="Eve\\n- 2026-01-01 \x1b[31m")) == ["2026-12-24 Eve - 2026-01-01 ?[31m"]
    assert taken(event(name="Heilig\r\n abend")) == ["2026-12-24 Heiligabend"]
    assert len(taken(event(name="x" * 10_000))[0]) < 100


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("STATUS:CANCELLED", "it is cancelled"),
        ("DTEND;VALUE=DATE:20200101", "it ends before it starts"),
        ("DTEND;VALUE=DATE:99991231", "it lasts longer than three months"),
        ("DURATION:P1000000000D", "its dates cannot be reckoned"),
        ("DTEND:20261225T120000", "its dates cannot be reckoned"),
        ("RRULE:FREQ=DAILY", "it recurs daily for more than a year"),
        ("RRULE:FREQ=DAILY;COUNT=1000000000", "it recurs daily for more than a year"),
        ("RRULE:FREQ=SECONDLY", "it recurs in a way that no holiday does"),
        ("RRULE:FREQ=YEARLY;BYHOUR=1,2,3;BYSECOND=1", "it recurs in a way that no holiday does"),
        ("RRULE:what is this", "it recurs in a way that no holiday does"),
        ("RRULE:FREQ=YEARLY;INTERVAL=0", "its recurrence never comes to pass"),
        ("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "its recurrence never comes to pass"),
        ("RRULE:FREQ=YEARLY\r\nRRULE:FREQ=MONTHLY", "it recurs by more than one simple rule"),
        ("RRULE:FREQ=YEARLY;BYMONTHDAY=" + ",".join(["1"] * 1000), "it recurs by more than one simple rule"),
    ],
    ids=lambda part: part[:40],
)
def test_what_cannot_be_a_holiday_is_left_with_the_reason(line: str, reason: str) -> None:
    assert only_left(event(line)) == f"2026-12-24 Eve: {reason}"


def test_what_has_hours_is_left() -> None:
    meeting = "BEGIN:VEVENT\r\nDTSTART;TZID=Nowhere:20260504T090000\r\nSUMMARY:All hands\r\nEND:VEVENT\r\n"
    assert only_left(meeting) == "2026-05-04 09:00 All hands: it has hours, and a holiday is a whole day"


@pytest.mark.parametrize("start", ["20261332", "", "10", "20261224\r\nDTSTART;VALUE=DATE:20261225"])
def test_an_event_that_cannot_be_read_is_left_by_its_line(start: str) -> None:
    assert only_left(event(start=start)) == "the event on line 3: it cannot be read"


def test_what_lies_in_other_years_is_neither_taken_nor_told() -> None:
    meeting = "BEGIN:VEVENT\r\nDTSTART:20190504T090000Z\r\nSUMMARY:All hands\r\nEND:VEVENT\r\n"
    found = proposed(event(start="20191224"), event(start="20290101"), meeting)
    assert (found.days, found.left) == ({}, [])


def test_days_over_new_year_are_cut_to_the_years_asked_for() -> None:
    found = proposed(event("DURATION:P3D", start="20251231"), event("DURATION:P3D", start="20281231"))
    assert [str(day) for day in found.days] == ["2026-01-01", "2026-01-02", "2028-12-31"]


@pytest.mark.parametrize(
    ("junk", "message"),
    [
        (b"", "does not start with BEGIN:VCALENDAR"),
        (b"<html>", "does not start with BEGIN:VCALENDAR"),
        (bytes(range(256)), "not text in UTF-8"),
        (b"\0" * (MOST_BYTES + 1), "larger than 1 MB"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224", "line 2 has no end"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 70_000, "line 2 has no end"),
        (feed(*[event()] * 3_001), "more than 3000 events"),
        (feed(*[event("RRULE:FREQ=YEARLY")] * 101), "more than 100 recurring events"),
        (feed(*[event("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", start="20000101")]), "more than 5000 days"),
    ],
    ids=lambda part: repr(part)[:40],
)
def test_what_is_no_feed_of_holidays_is_refused_in_one_sentence(junk: bytes, message: str) -> None:
    with pytest.raises(Invalid, match=message):
        proposal(junk, 2000, 2100)


ENDLESS_ZONE = "BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\n"


@pytest.mark.parametrize(
    "hostile",
    [
        feed(f"{ENDLESS_ZONE}END:STANDARD\r\nEND:VTIMEZONE\r\n", event()),
        feed(event("RDATE;VALUE=DATE:" + ",".join(["20261224"] * 50_000))),
        feed(event("RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:" + ",".join(["20261224"] * 50_000))),
        feed(event("X-A" + ';A="b"' * 50_000 + ":x")),
        feed(*[event("RRULE:FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", start="19000101")] * 30),
        feed(*[event("DURATION:P90D")] * 500),
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nSUMMARY:x" + b"\r\n a" * 200_000,
    ],
    ids=range(7),
)
def test_a_hostile_feed_is_answered_within_seconds(hostile: bytes) -> None:
    began = perf_counter()
    try:
        found = proposal(hostile, 2000, 2100)
    except Invalid:
        found = Proposal()
    assert perf_counter() - began < 10
    assert len(found.days) < 200


LINES = st.sampled_from(
    [
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VALARM",
        "END:VALARM",
        "END:VCALENDAR",
        "DTSTART;VALUE=DATE:20261224",
        "DTSTART:20261224T090000Z",
        "DTSTART:P1D",
        "DTEND;VALUE=DATE:20261226",
        "DURATION:P2D",
        "RRULE:FREQ=YEARLY",
        "RRULE:FREQ=MONTHLY;COUNT=3",
        "RRULE:FREQ=YEARLY,MONTHLY;UNTIL=x",
        "RDATE;VALUE=PERIOD:20260101T000000Z/P9999D",
        "EXDATE:20261224",
        "UID:1",
        "RECURRENCE-ID;VALUE=DATE:20261224",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261224T000000Z",
        "SEQUENCE:x",
        "STATUS:CANCELLED",
        "SUMMARY:Eve",
        " folded",
        ";:,",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=30))
def test_any_feed_is_answered(lines: list[str]) -> None:
    text = "\r\n".join(["BEGIN:VCALENDAR", *lines])
    try:
        found = proposal(text.encode(errors="surrogatepass"), 2026, 2028)
    except Invalid:
        return
    assert all(2026 <= day.year <= 2028 for day in found.days)
    assert all(sentence.isprintable() for sentence in found.left)


@given(st.binary())
def test_any_bytes_are_answered(junk: bytes) -> None:
    with pytest.raises(Invalid):
        proposal(junk, 2026, 2028)
