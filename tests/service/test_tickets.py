"""What people do with tickets: who may, what a stale version changes, and what stands in the timeline afterwards."""

from datetime import timedelta

import pytest

from escalator.core.access import Principal, Role
from escalator.core.errors import Forbidden, ForeignTicket, Invalid, NotAllowedNow, NotFound, StaleVersion
from escalator.service.tickets import TicketService
from escalator.store.tables import deadlines
from escalator.store.tickets import Filters
from tests.story import KIM, LEE, MIA, NOOR, RAVI, SAM, Story, principal


def test_a_new_ticket_stands_in_the_first_queue_with_its_clocks_running(story: Story) -> None:
    ticket = story.ticket(story.opened("a question"))
    assert (ticket.id, ticket.status, ticket.team, ticket.level) == ("T-1", "new", "first-line", 1)
    assert {clock.metric: clock.state for clock in ticket.clocks} == {
        "first_reply": "running",
        "resolution": "running",
    }


def test_a_stale_version_is_refused_and_changes_nothing(story: Story) -> None:
    ref = story.opened("a question")
    version = story.ticket(ref).version
    story.notes(ref, by=SAM)
    with pytest.raises(StaleVersion, match="you read version 3, it is at 4"):
        story.app.tickets.act(principal(SAM), ref, version, "resolve", {})
    assert story.ticket(ref).status == "new"


def test_a_move_that_the_status_does_not_allow_says_what_can_be_done(story: Story) -> None:
    ref = story.opened("a question")
    with pytest.raises(NotAllowedNow, match="a ticket that is new cannot reopen; it can: begin, ask"):
        story.does(ref, "reopen", by=SAM)


def test_an_agent_of_another_team_neither_sees_nor_changes_a_ticket(story: Story) -> None:
    ref = story.opened("a question")
    with pytest.raises(ForeignTicket):
        story.app.tickets.get(principal(RAVI), ref)
    with pytest.raises(ForeignTicket):
        story.app.tickets.act(principal(RAVI), ref, 3, "resolve", {})
    assert story.app.tickets.listing(principal(RAVI), Filters(), 10) == []
    assert [ticket.id for ticket in story.app.tickets.listing(principal(SAM), Filters(), 10)] == [ref]
    assert story.app.tickets.get(principal(KIM), ref).id == ref  # a lead sees all


def test_a_key_for_intake_creates_and_appends_and_reads_nothing(story: Story) -> None:
    form = Principal(Role.INGEST, "form")
    ref = story.opened("a question")
    story.writes(ref)
    for refused in (
        lambda: story.app.tickets.get(form, ref),
        lambda: story.app.tickets.timeline(form, ref),
        lambda: story.app.tickets.say(form, ref, None, "hello", "public", "agent"),
        lambda: story.app.tickets.act(form, ref, 4, "resolve", {}),
    ):
        with pytest.raises(Forbidden):
            refused()


@pytest.mark.parametrize("ref", ["T-99", "T-0", "T-01", "99", "T-", "T-9999999999999999999", "T-١", "'; drop table"])
def test_a_ticket_that_does_not_exist_is_not_found(story: Story, ref: str) -> None:
    with pytest.raises(NotFound):
        story.app.tickets.get(principal(MIA), ref)


def test_a_customer_who_writes_wakes_a_waiting_ticket_and_reopens_a_resolved_one(story: Story) -> None:
    ref = story.opened("a question")
    story.replies(ref, by=SAM)
    story.does(ref, "ask", by=SAM)
    story.writes(ref)
    assert story.ticket(ref).status == "open"
    story.does(ref, "resolve", by=SAM)
    story.writes(ref)
    assert story.ticket(ref).status == "open"
    assert "reopened" in story.happened(ref)


def test_an_agent_has_nothing_more_to_say_publicly_in_a_closed_ticket(story: Story) -> None:
    ref = story.opened("a question")
    story.does(ref, "resolve", by=SAM)
    story.does(ref, "close", by=SAM)
    with pytest.raises(NotAllowedNow, match="only internal notes"):
        story.replies(ref, by=SAM)
    story.notes(ref, by=SAM)
    assert story.happened(ref)[-1] == "internal_note"


def test_words_stand_in_the_timeline_for_staff_and_nowhere_in_the_events(story: Story) -> None:
    ref = story.opened("a question")
    story.notes(ref, by=SAM, body="do not tell them")
    story.replies(ref, by=SAM, body="hello Dana")
    said = {event.type: event.message for event in story.app.tickets.timeline(principal(SAM), ref) if event.message}
    assert said["internal_note"].body == "do not tell them"
    assert said["internal_note"].visibility == "internal"
    assert said["agent_message"].body == "hello Dana"
    assert "do not tell them" not in str([event.data for event in story.app.tickets.timeline(principal(SAM), ref)])


def test_what_somebody_owns_is_handed_on_by_them_or_a_lead_only(story: Story) -> None:
    ref = story.opened("a question")
    story.does(ref, "acknowledge", by=SAM)
    with pytest.raises(NotAllowedNow, match="has T-1"):
        story.does(ref, "acknowledge", by=NOOR)
    with pytest.raises(NotAllowedNow, match="only they or a lead"):
        story.does(ref, "assign", by=NOOR, assignee=NOOR)
    with pytest.raises(NotAllowedNow, match="yours already"):
        story.does(ref, "acknowledge", by=SAM)
    story.does(ref, "assign", by=LEE, assignee=NOOR)
    assert (story.ticket(ref).assignee, story.ticket(ref).owner) == (NOOR, None)


def test_assigning_to_nobody_or_a_stranger_is_refused_with_the_field(story: Story) -> None:
    ref = story.opened("a question")
    for options, field in (
        ({}, "assignee"),
        ({"assignee": "who@else.example"}, "assignee"),
        ({"team": "nope"}, "team"),
    ):
        with pytest.raises(Invalid) as refused:
            story.does(ref, "assign", by=LEE, **options)
        assert list(refused.value.fields) == [field]


def test_only_a_person_can_take_a_ticket(story: Story) -> None:
    ref = story.opened("a question")
    robot = Principal(Role.ADMIN, "robot")
    with pytest.raises(Invalid, match="only a named person"):
        story.app.tickets.act(robot, ref, story.ticket(ref).version, "acknowledge", {})


def test_lists_are_filtered_and_paged_by_keyset(story: Story) -> None:
    refs = [story.opened(f"question {number}") for number in range(7)]
    story.changes(refs[2], by=SAM, priority="urgent")
    admin = principal(MIA)
    first = story.app.tickets.listing(admin, Filters(), 4)
    second = story.app.tickets.listing(admin, Filters(), 4, first[-1].id)
    assert [ticket.id for ticket in first + second] == refs[::-1]
    assert [t.id for t in story.app.tickets.listing(admin, Filters(priority="urgent"), 9)] == [refs[2]]
    assert [t.id for t in story.app.tickets.listing(admin, Filters(q="QUESTION 3"), 9)] == [refs[3]]
    assert [t.id for t in story.app.tickets.listing(admin, Filters(q="100%"), 9)] == []
    soon = story.clock.now.replace(hour=23)
    assert len(story.app.tickets.listing(admin, Filters(breaching_before=soon), 9)) == 7


def test_the_clocks_show_a_breach_before_the_sweep_has_seen_it(story: Story) -> None:
    ref = story.opened("a question")
    story.sleeps(hours=5)
    clock = story.clock_of(ref, "first_reply")
    assert (clock.state, clock.breached_at, clock.detected_at) == ("breached", clock.due_at, None)
    story.app.deadlines.sweep()
    assert story.clock_of(ref, "first_reply").detected_at == story.clock.now
    assert story.told


def test_an_agent_who_answers_late_cannot_hide_the_breach_by_being_faster_than_the_sweep(story: Story) -> None:
    ref = story.opened("a question")
    story.sleeps(hours=4, seconds=1)
    story.replies(ref, by=NOOR)
    clock = story.clock_of(ref, "first_reply")
    assert clock.breached_at == clock.due_at
    assert story.ticket(ref).status == "escalated"
    assert story.told


def test_what_the_sweep_gave_up_is_settled_before_a_command_all_the_same(story: Story) -> None:
    ref = story.opened("a question")
    with story.app.database.transaction() as tx:
        tx.conn.execute(deadlines.update().values(state="quarantined"))
    version = story.ticket(ref).version
    story.sleeps(hours=4, seconds=1)
    with pytest.raises(StaleVersion):
        story.app.tickets.act(principal(SAM), ref, version, "begin", {})
    assert story.ticket(ref).status == "escalated"
    assert story.told


def test_the_mailer_is_called_for_what_fell_due_even_when_the_caller_is_refused_as_stale(story: Story) -> None:
    rung: list[str] = []
    tickets = TicketService(story.app.database, story.app.handling, lambda: rung.append("ring"))
    ref, other = story.opened("a question"), story.opened("the same question")
    version = story.ticket(ref).version
    tickets.act(principal(SAM), other, story.ticket(other).version, "begin", {})
    assert rung == []
    story.sleeps(hours=4, seconds=1)
    with pytest.raises(StaleVersion):
        tickets.act(principal(SAM), ref, version, "begin", {})
    assert rung == ["ring"]
    tickets.say(principal(SAM), other, None, "we are on it", "public", "agent")
    assert rung == ["ring", "ring"]
    assert story.told


def test_time_does_not_run_backwards_on_a_ticket(story: Story) -> None:
    ref = story.opened("a question")
    story.passes(hours=1)
    story.replies(ref, by=SAM)
    story.clock.now -= timedelta(minutes=5)
    story.writes(ref)
    events = story.app.tickets.timeline(principal(SAM), ref)
    assert [event.at for event in events] == sorted(event.at for event in events)
    assert story.clock_of(ref, "next_reply").started_at == story.clock_of(ref, "first_reply").met_at


def test_explain_says_why_it_is_where_it_is(story: Story) -> None:
    ref = story.opened("a question")
    story.passes(hours=4, minutes=20)
    text = "\n".join(story.app.tickets.explain(principal(LEE), ref))
    assert "it lies with Lee Brandt, who has not taken it" in text
    assert "Sam Seidel was asked (notify): you are on shift in first-line" in text
    assert "the first reply was promised within 4h of office time by policy standard; broken at" in text
    assert "next: the time to take it ends at" in text
    assert len(story.told) == 4


def test_a_broken_desk_never_replaces_a_working_one(story: Story) -> None:
    before = story.app.desk.current(principal(MIA))
    with pytest.raises(Invalid) as refused:
        story.applies("name: Broken\nteams: {}\n")
    assert refused.value.code == "invalid_desk"
    assert story.app.desk.current(principal(MIA)) == before
    with pytest.raises(Forbidden):
        story.app.desk.apply(principal(SAM), before[1])


def test_what_climbs_keeps_the_desk_with_which_it_started(story: Story) -> None:
    ref = story.opened("a question")
    story.passes(hours=4, minutes=1)
    assert story.told
    document = story.app.desk.current(principal(MIA))[1]
    story.applies(document.replace("acknowledge_within: 15m", "acknowledge_within: 3h"))
    story.passes(minutes=15)
    assert story.told == [LEE]
    assert story.ticket(ref).assignee == LEE
