"""The log of another helpdesk runs through clocks, ladders and outbox on its own time, once, and touches nobody."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from escalator.bootstrap import importing
from escalator.core.reports.imports import ImportReport
from escalator.core.simulation.timelines import Log, read
from escalator.service.imports import Imported, lane_of
from escalator.store.tables import deadlines, events, internal_notes, messages, outbox, tickets
from tests.servers.databases import Databases
from tests.story import KIM, LEE, MIA, NOOR, WITHOUT_SILENCE, Story, principal

# A Monday and the days behind it, in office time of the example desk; an imported case has 24 open hours.
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)

Case = dict[str, Any]


def entry(hours: float, type: str, **fields: object) -> dict[str, object]:
    return {"at": (MONDAY + timedelta(hours=hours)).isoformat(), "type": type, "actor": "Updated by 9"} | fields


def case(ticket_id: str, *entries: dict[str, object]) -> Case:
    return {"ticket_id": ticket_id, "events": list(entries)}


# Begun, and then forgotten until the Friday: its 24 hours are over on Thursday at 10:00 in Berlin.
FORGOTTEN = case(
    "INC1",
    entry(0, "created", to="New"),
    entry(1, "state_changed", to="Active"),
    entry(4 * 24, "resolved", to="Resolved"),
)
BREACHED_AT = datetime(2026, 3, 5, 9, tzinfo=UTC)
SWIFT = case("INC2", entry(0.5, "created", to="New"), entry(2, "resolved"), entry(3, "closed"))


class Stopped(Exception):
    """The process is killed here."""


class Importing:
    """Imports cases into a database whose desk is in use; `live` is the desk as everybody else sees it."""

    def __init__(self, live: Story, database_url: str) -> None:
        self.live, self._url = live, database_url
        self.lane = ""

    def plays(self, *cases: Case, stop_at: int | None = None) -> Imported:
        text = "\n".join(json.dumps(case) for case in cases)
        self.lane = lane_of([text.encode()])

        def stops(done: int, _: int) -> None:
            if done == stop_at:
                raise Stopped

        with importing(self._url) as service:
            return service.play(read(text.splitlines(), "log"), self.lane, stops)

    def plays_log(self, log: Log, lane: str) -> Imported:
        self.lane = lane
        with importing(self._url) as service:
            return service.play(log, lane, lambda *_: None)

    @property
    def report(self) -> ImportReport:
        with importing(self._url) as service:
            return service.report(self.lane)

    def rows(self, *columns: Any) -> list[tuple[Any, ...]]:
        with self.live.app.database.reading() as tx:
            return [tuple(row) for row in tx.conn.execute(select(*columns).order_by(*columns[:1]))]

    def happened(self, key: str, *kinds: str) -> list[tuple[datetime, str, dict[str, Any]]]:
        """The timeline of a case, or what is of `kinds` in it."""
        query = (
            select(events.c.at, events.c.kind, events.c.data)
            .join(tickets, tickets.c.id == events.c.ticket_id)
            .where(tickets.c.import_key == key)
            .order_by(events.c.seq)
        )
        with self.live.app.database.reading() as tx:
            return [tuple(row) for row in tx.conn.execute(query) if not kinds or row.kind in kinds]

    def ticket(self, key: str) -> Any:
        with self.live.app.database.reading() as tx:
            return tx.conn.execute(select(tickets).where(tickets.c.import_key == key)).one()


@contextmanager
def on_a_fresh_database(databases: Databases) -> Iterator[Importing]:
    url = databases.fresh()
    with Story(url) as live:
        yield Importing(live, url)


@pytest.fixture
def importer(databases: Databases) -> Iterator[Importing]:
    with on_a_fresh_database(databases) as importer:
        yield importer


def test_a_forgotten_case_breaks_its_promise_and_climbs_until_it_is_resolved(importer: Importing) -> None:
    importer.live.applies(WITHOUT_SILENCE)
    importer.plays(FORGOTTEN, SWIFT)
    report = importer.report
    assert report.tickets == {"resolved": 1, "closed": 1}
    assert report.clocks == {"resolution": {"met": 1, "breached": 1}}
    assert report.runs == {("warning", "ended: its steps are done"): 1, ("breach", "ended: resolved"): 1}
    # Twice up the ladder: the team, Lee, Kim, Mia.
    assert report.steps["climb", 2, "hand_off"] == report.steps["climb", 3, "hand_off"] == 2
    assert report.mails.keys() >= {LEE, KIM, MIA}


def test_every_deadline_is_noticed_at_its_own_time(importer: Importing) -> None:
    importer.live.applies(WITHOUT_SILENCE)
    importer.plays(FORGOTTEN)
    [(at, _, breach)] = importer.happened("INC1", "clock_breached")
    assert datetime.fromisoformat(breach["breached_at"]) == BREACHED_AT
    assert timedelta(0) < at - BREACHED_AT < timedelta(milliseconds=1)
    asked = [at for at, _, _ in importer.happened("INC1", "step_asked")]
    # The warning on Wednesday, then the windows of the ladder: 15 and three times 30 minutes, twice.
    minutes = [round((at - BREACHED_AT) / timedelta(minutes=1)) for at in asked[1:]]
    assert minutes == [0, 15, 45, 75, 105, 120, 150, 180]


def test_nobody_gets_mail_and_the_live_desk_sees_none_of_it(importer: Importing) -> None:
    importer.plays(case("INC1", entry(0, "created"), entry(24 * 30, "internal_note")))
    letters = importer.rows(outbox.c.state, outbox.c.reason)
    assert letters
    assert set(letters) == {("superseded", "imported")}
    live = importer.live
    assert live.app.deadlines.next_due() is None
    live.passes(days=400)
    assert live.channel.mails == []


def everything(importer: Importing) -> list[list[tuple[Any, ...]]]:
    # Links and keys of letters are random; what happened is not.
    return [
        importer.rows(events.c.id, events.c.ticket_id, events.c.seq, events.c.at, events.c.kind, events.c.data),
        importer.rows(deadlines.c.id, deadlines.c.due_at, deadlines.c.state, deadlines.c.fired_at),
        importer.rows(outbox.c.id, outbox.c.key, outbox.c.created_at),
        importer.rows(tickets.c.id, tickets.c.version, tickets.c.status),
        importer.rows(messages.c.id, messages.c.body),
    ]


def test_importing_twice_imports_nothing_twice(importer: Importing) -> None:
    first = importer.plays(FORGOTTEN, SWIFT)
    before = everything(importer)
    again = importer.plays(FORGOTTEN, SWIFT)
    assert (first.entries, first.cases_known) == (6, 0)
    assert (again.entries, again.cases_known) == (0, 2)
    assert everything(importer) == before


TALKATIVE = case(
    "INC3",
    entry(0, "created", requester="dana@city.example", actor="dana@city.example", body="the page is gone"),
    entry(1, "state_changed", to="Active"),
    entry(2, "state_changed", to="Active"),
    entry(3, "agent_message", body="which page?"),
    entry(5, "state_changed", to="Awaiting User Info"),
    entry(30, "customer_message", body="ours!"),
    entry(24 * 5, "state_changed", to="Active"),
    entry(24 * 6, "state_changed", to="Active"),
)


def test_an_import_that_was_killed_goes_on_where_it_stopped(databases: Databases) -> None:
    cases = (FORGOTTEN, SWIFT, TALKATIVE)
    with on_a_fresh_database(databases) as importer:
        assert importer.plays(*cases).entries == 14
        whole = [importer.happened(case["ticket_id"]) for case in cases]
    for stop_at in (0, 1, 4, 8, 11, 13):
        with on_a_fresh_database(databases) as importer:
            with pytest.raises(Stopped):
                importer.plays(*cases, stop_at=stop_at)
            assert importer.plays(*cases).entries == 14 - stop_at
            assert [importer.happened(case["ticket_id"]) for case in cases] == whole


def test_a_deadline_that_the_killed_run_had_claimed_fires_in_the_next(importer: Importing) -> None:
    with pytest.raises(Stopped):
        importer.plays(FORGOTTEN, stop_at=2)
    with importer.live.app.database.transaction() as tx:
        claimed = {"claim": "dead", "claimed_until": MONDAY + timedelta(days=400)}
        tx.conn.execute(update(deadlines).where(deadlines.c.state == "pending").values(**claimed))
    importer.plays(FORGOTTEN)
    [(at, _, _)] = importer.happened("INC1", "clock_breached")
    assert at - BREACHED_AT < timedelta(milliseconds=1)


def test_a_case_of_another_file_is_known_by_its_name(importer: Importing) -> None:
    importer.plays(SWIFT)
    other = importer.plays(SWIFT, FORGOTTEN)
    assert (other.cases_known, other.entries) == (1, 3)
    assert importer.report.tickets == {"resolved": 1}


def test_an_earlier_import_is_not_swept_by_a_later_one(importer: Importing) -> None:
    importer.plays(case("INC1", entry(0, "created")))
    before = importer.happened("INC1")
    importer.plays(case("INC2", entry(24 * 60, "created")))
    assert importer.happened("INC1") == before


def test_the_words_are_kept_and_notes_stay_internal(importer: Importing) -> None:
    importer.plays(TALKATIVE, case("INC4", entry(0, "created"), entry(1, "internal_note", body="rude")))
    assert [body for _, body in importer.rows(messages.c.id, messages.c.body)] == [
        "the page is gone",
        "which page?",
        "ours!",
    ]
    assert importer.rows(internal_notes.c.body) == [("rude",)]


def test_the_answer_of_a_customer_wakes_the_case(importer: Importing) -> None:
    importer.plays(TALKATIVE)
    woken = [
        data for _, _, data in importer.happened("INC3", "state_changed") if data["trigger"] == "customer_replied"
    ]
    assert [(data["from"], data["to"]) for data in woken] == [("pending", "open")]


def test_whoever_works_on_an_escalated_case_has_taken_it(importer: Importing) -> None:
    late = entry(24 * 3 + 1.1, "state_changed", to="Awaiting User Info")
    importer.plays(case("INC1", entry(0, "created"), late))
    kinds = [kind for _, kind, _ in importer.happened("INC1")]
    assert kinds.index("clock_breached") < kinds.index("acknowledged")
    assert (importer.ticket("INC1").status, importer.ticket("INC1").owner) == ("pending", "Updated by 9")


def test_an_entry_without_effect_stands_as_a_note_and_is_counted(importer: Importing) -> None:
    odd = entry(1, "state_changed", to="Limbo")
    imported = importer.plays(
        case("INC1", entry(0, "created"), odd, entry(2, "closed"), entry(3, "assigned", team="x"))
    )
    assert imported.passed_over == {
        'state "Limbo" is not in the desk\'s import.states': 1,
        "came after the ticket was closed, and closed stays closed": 1,
    }
    notes = importer.happened("INC1", "internal_note")
    assert [data["log"]["type"] for _, _, data in notes] == ["state_changed", "assigned"]
    assert importer.ticket("INC1").status == "closed"


MERGED = (
    case("INC1", entry(1, "created", actor="ben"), entry(1.5, "assigned", team="Group 70")),
    case(
        "INC2",
        entry(0, "created", actor="dana", body="the page is gone"),
        entry(2, "merged", into="INC1"),
        entry(3, "customer_message", actor="dana", body="and now?"),
        entry(4, "assigned", team="Group 71"),
    ),
)


def test_words_to_a_merged_case_are_heard_where_it_went(importer: Importing) -> None:
    imported = importer.plays(*MERGED)
    survivor, merged = importer.ticket("INC1"), importer.ticket("INC2")
    assert (merged.status, merged.merged_into) == ("closed", survivor.id)
    assert survivor.created_at == merged.created_at
    assert ("and now?", survivor.id) in importer.rows(messages.c.body, messages.c.ticket_id)
    assert survivor.team == "Group 70"
    assert imported.passed_over == {"came after the ticket was closed, and closed stays closed": 1}


def test_a_case_merged_into_nothing_that_is_open_only_ends(importer: Importing) -> None:
    shut = case("INC2", entry(0, "created"), entry(1, "closed"))
    into_shut, into_none, into_itself = (
        case(f"INC{number}", entry(0, "created"), entry(2, "merged", into=f"INC{into}"))
        for number, into in ((3, 2), (4, 9), (5, 5))
    )
    imported = importer.plays(shut, into_shut, into_none, into_itself)
    assert [importer.ticket(f"INC{number}").status for number in (3, 4, 5)] == ["closed", "closed", "new"]
    assert imported.passed_over == {
        "merged into a case that is closed or not there, which inherits nothing": 2,
        "merged into itself": 1,
    }


def test_a_resolved_case_inherits_too_and_owes_it_when_it_comes_back(importer: Importing) -> None:
    solved = case("INC1", entry(1, "created"), entry(1.5, "resolved"), entry(3, "reopened"))
    asked = case("INC2", entry(0, "created", actor="dana"), entry(2, "merged", into="INC1"))
    assert importer.plays(solved, asked).passed_over == {}
    survivor, merged = importer.ticket("INC1"), importer.ticket("INC2")
    assert (survivor.status, merged.merged_into) == ("open", survivor.id)
    assert survivor.created_at == survivor.waiting_since == MONDAY


def test_what_is_no_word_stays_with_the_case_though_its_follow_up_was_merged(importer: Importing) -> None:
    gone = case(
        "INC2",
        entry(0, "created"),
        entry(1, "closed"),
        entry(2, "customer_message", actor="dana"),
        entry(3, "merged", into="INC1"),
        entry(3, "closed"),
    )
    importer.plays(MERGED[0], gone)
    assert importer.ticket("INC1").status == "new"


def test_a_machine_merges_nothing(importer: Importing) -> None:
    imported = importer.plays(
        MERGED[0], case("INC2", entry(0, "created"), entry(2, "merged", into="INC1", machine=True))
    )
    assert importer.ticket("INC2").status == "new"
    assert imported.passed_over == {"machine mail, which triggers nothing": 1}


def test_a_case_of_an_earlier_import_inherits_nothing(importer: Importing) -> None:
    importer.plays(MERGED[0])
    imported = importer.plays(case("INC2", entry(0, "created"), entry(2, "merged", into="INC1")), MERGED[0])
    assert (importer.ticket("INC2").status, importer.ticket("INC2").merged_into) == ("closed", None)
    assert imported.passed_over == {"merged into a case that is closed or not there, which inherits nothing": 1}


BACK = case(
    "INC6",
    entry(0, "created", actor="dana", body="the page is gone"),
    entry(1, "closed"),
    entry(24 * 7, "customer_message", actor="dana", body="gone again"),
    entry(24 * 7 + 1, "agent_message", body="we look"),
    entry(24 * 7 + 2, "closed"),
    entry(24 * 9, "reopened"),
)


def test_what_comes_back_after_the_close_is_a_follow_up_in_which_the_case_goes_on(importer: Importing) -> None:
    imported = importer.plays(BACK)
    first, second, third = importer.rows(tickets.c.id, tickets.c.follow_up_of, tickets.c.status)
    assert (first[1:], second[1:], third[1:]) == ((None, "closed"), (first[0], "closed"), (second[0], "open"))
    said = importer.rows(messages.c.id, messages.c.ticket_id, messages.c.body)
    assert [row[1:] for row in said[1:]] == [(second[0], "gone again"), (second[0], "we look")]
    assert imported.passed_over == {}


def test_a_log_of_states_reopens_a_closed_case_by_a_state_that_is_under_way(importer: Importing) -> None:
    back = entry(24 * 9, "state_changed", to="Awaiting User Info", **{"from": "Resolved"})
    imported = importer.plays(case("INC7", entry(0, "created"), entry(1, "resolved"), back))
    first, second = importer.rows(tickets.c.id, tickets.c.follow_up_of, tickets.c.status)
    assert (first[1:], second[1:]) == ((None, "closed"), (first[0], "pending"))
    assert imported.passed_over == {}


def test_an_import_of_merges_and_follow_ups_goes_on_where_it_stopped(databases: Databases) -> None:
    cases = (*MERGED, BACK)
    with on_a_fresh_database(databases) as importer:
        assert importer.plays(*cases).entries == 12
        whole = everything(importer)
        assert importer.plays(*cases).entries == 0
    for stop_at in (4, 6, 9, 11):
        with on_a_fresh_database(databases) as importer:
            with pytest.raises(Stopped):
                importer.plays(*cases, stop_at=stop_at)
            assert importer.plays(*cases).entries == 12 - stop_at
            assert everything(importer) == whole


def test_a_priority_of_the_log_is_mapped_by_the_desk(importer: Importing) -> None:
    importer.plays(
        case("INC1", entry(0, "created", priority="1 - Critical")),
        case("INC2", entry(0, "created"), entry(1, "priority_changed", to="4 - low")),
    )
    assert [importer.ticket(key).priority for key in ("INC1", "INC2")] == ["urgent", "low"]


def test_machine_mail_opens_no_case(importer: Importing) -> None:
    imported = importer.plays(case("INC1", entry(0, "created", machine=True), entry(1, "internal_note", body="odd")))
    assert (imported.entries, imported.passed_over.total()) == (2, 1)
    assert importer.ticket("INC1").created_at == MONDAY + timedelta(hours=1)


def test_the_words_of_a_machine_are_kept_as_such_and_move_nothing(importer: Importing) -> None:
    away = {"machine": True, "actor": "dana@city.example", "body": "I am away."}
    receipt = entry(0.1, "agent_message", actor="system", body="We got your mail.")
    imported = importer.plays(
        case("INC1", entry(0, "created"), receipt, entry(1, "resolved"), entry(2, "customer_message", **away))
    )
    assert importer.ticket("INC1").status == "resolved"
    assert importer.rows(messages.c.id, messages.c.author_kind, messages.c.author, messages.c.body) == [
        (1, "machine", "system", "We got your mail."),
        (2, "machine", "dana@city.example", "I am away."),
    ]
    noted = importer.happened("INC1", "machine_message")
    assert [(data["message"], data["side"]) for _, _, data in noted] == [(1, "agent"), (2, "customer")]
    assert imported.passed_over == {"machine mail, which triggers nothing": 2}


def test_a_log_that_begins_in_the_middle_opens_the_case_there(importer: Importing) -> None:
    importer.plays(case("INC1", entry(5, "assigned", team="Group 70"), entry(6, "resolved")))
    ticket = importer.ticket("INC1")
    assert (ticket.created_at, ticket.team, ticket.status) == (MONDAY + timedelta(hours=5), "Group 70", "resolved")


def test_a_case_begins_in_the_queue_that_the_log_names(importer: Importing) -> None:
    importer.plays(case("INC1", entry(0, "created", team="Group 70"), entry(1, "closed"), entry(2, "reopened")))
    [(_, _, begun)] = importer.happened("INC1", "created", "assigned")
    assert (begun["team"], begun["level"]) == ("Group 70", 1)
    # Nobody named a queue for what follows, and this desk has no such team.
    assert [team for _, team in importer.rows(tickets.c.id, tickets.c.team)] == ["Group 70", "first-line"]


def test_characters_that_no_database_keeps_are_replaced(importer: Importing) -> None:
    odd = entry(0, "created", body="a\0b", subject="\ud800", tags=["\0"], requester={"email": "\0@x.example"})
    importer.plays(case("INC\0", odd))
    assert importer.ticket("INC\ufffd").subject == "\ufffd"
    assert importer.rows(messages.c.body) == [("a\ufffdb",)]


def test_what_no_calendar_reckons_with_is_counted_and_stops_nothing(importer: Importing) -> None:
    far = entry(0, "created", priority="urgent", at="2199-12-31T16:30:00Z")
    imported = importer.plays(case("INC1", far), SWIFT)
    assert imported.passed_over == {"its clocks would fall due beyond what a calendar reckons with": 1}
    assert [key for (key,) in importer.rows(tickets.c.import_key)] == ["INC2"]


def test_people_of_the_log_need_not_be_of_the_desk(importer: Importing) -> None:
    """Somebody unknown owns the case when it breaks its promise, hands it on, and lets their lease end."""
    entries: Sequence[dict[str, object]] = (
        entry(0, "created", team="Group 70"),
        entry(24 * 3 + 1.2, "state_changed", to="Active"),
        entry(24 * 3 + 1.3, "priority_changed", to="urgent"),
        entry(24 * 3 + 1.4, "assigned", team="Group 23", to="Group 23"),
        entry(24 * 9, "resolved"),
    )
    imported = importer.plays(case("INC1", *entries))
    assert imported.passed_over == {}
    assert imported.failed == 0
    assert importer.ticket("INC1").status == "resolved"


def test_an_owner_whom_the_desk_does_not_know_is_told_nothing(importer: Importing) -> None:
    """They took it an hour before the case is a month old, so age is told to the owner and starts no ladder."""
    taken, later = entry(24 * 30 - 1, "state_changed", to="Active"), entry(24 * 30 + 1, "resolved")
    imported = importer.plays(case("INC1", entry(0, "created"), taken, later))
    assert (imported.failed, imported.passed_over) == (0, {})
    assert len(importer.happened("INC1", "owner_told")) == 1


def test_who_is_away_today_was_there_in_the_days_of_the_log(importer: Importing) -> None:
    importer.live.app.people.set_away(principal(MIA), NOOR, datetime(2027, 1, 1, tzinfo=UTC))
    importer.plays(FORGOTTEN)
    verdicts = [dict(data["verdicts"]) for _, _, data in importer.happened("INC1", "step_asked")]
    assert "is away" not in {said for verdict in verdicts for said in verdict.values()}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["uci498", "bpic2013"])
def test_real_cases_run_through_all_of_it(importer: Importing, shared_data: Path, name: str) -> None:
    with (shared_data / "timelines" / f"{name}.sample300.jsonl").open() as lines:
        cases = read(lines, name, "Europe/Berlin").timelines
    # Cases of up to a week: those of months have thousands of reminders and tell nothing new.
    short = [case for case in cases if case.events[-1].at - case.events[0].at < timedelta(days=7)][:25]
    log = Log(tuple(short))
    imported = importer.plays_log(log, "import:real")
    assert imported.failed == 0
    assert not [why for why in imported.passed_over if why.startswith("could not")]
    keys = [key for (key,) in importer.rows(tickets.c.import_key)]
    assert sorted(key for key in keys if key is not None) == sorted(case.ticket_id for case in short)
    assert importer.plays_log(log, "import:real").entries == 0
