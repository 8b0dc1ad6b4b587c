"""A resolved ticket can come back for a while; then it is closed, and what the customer says opens a follow-up."""

from tests.story import DANA, LEE, MIA, NOOR, SAM, Story, principal


def test_inside_the_window_the_customer_reopens_the_ticket(story: Story) -> None:
    ref = story.opened("a question")
    story.replies(ref, by=SAM)
    story.does(ref, "resolve", by=SAM)
    story.passes(days=7)
    assert story.writes(ref) == ref
    assert story.ticket(ref).status == "open"


def test_after_the_window_it_closes_by_itself_and_a_follow_up_is_opened(story: Story) -> None:
    ref = story.opened("a question", priority="high", tags=("pages",))
    story.replies(ref, by=SAM)
    story.does(ref, "resolve", by=SAM)
    story.passes(days=7, seconds=1)
    assert story.ticket(ref).status == "closed"
    assert story.facts(ref, "closed")[0]["trigger"] == "close"

    follow_up = story.writes(ref, "it is back")
    ticket = story.ticket(follow_up)
    assert (ticket.follow_up_of, ticket.subject, ticket.requester) == (ref, "Re: a question", DANA)
    assert (ticket.status, ticket.priority, ticket.tags) == ("new", "high", ("pages",))
    assert story.clock_of(follow_up, "first_reply").state == "running"
    (created,) = [e for e in story.app.tickets.timeline(principal(MIA), follow_up) if e.type == "created"]
    assert created.message is not None
    assert created.message.body == "it is back"
    assert f"it was opened because the customer wrote to {ref}, which is closed" in story.app.tickets.explain(
        principal(MIA), follow_up
    )


def test_a_customer_who_is_faster_than_a_late_sweep_opens_a_follow_up_all_the_same(story: Story) -> None:
    ref = story.opened("a question")
    story.replies(ref, by=SAM)
    story.does(ref, "resolve", by=SAM)
    story.sleeps(days=7, seconds=1)
    assert story.writes(ref) != ref
    assert story.ticket(ref).status == "closed"


def test_words_to_a_closed_ticket_find_the_last_one_however_late_the_sweep_is(story: Story) -> None:
    first = _closed(story)
    second = story.writes(first)
    story.does(second, "resolve", by=SAM)
    story.sleeps(days=7, seconds=1)
    third = story.writes(first)
    assert (story.ticket(second).status, story.ticket(third).follow_up_of) == ("closed", second)
    assert story.writes(first) == third


def test_words_to_a_merged_ticket_open_a_follow_up_of_the_survivor_whose_window_has_passed(story: Story) -> None:
    source, survivor = story.opened("a question"), story.opened("the same question")
    story.does(source, "merge", by=SAM, into=survivor)
    story.replies(survivor, by=SAM)
    story.does(survivor, "resolve", by=SAM)
    story.sleeps(days=7, seconds=1)
    assert story.ticket(story.writes(source)).follow_up_of == survivor


def test_all_that_is_said_to_the_closed_ticket_goes_to_the_same_follow_up(story: Story) -> None:
    ref = _closed(story)
    first = story.writes(ref)
    assert story.writes(ref) == first
    story.replies(first, by=SAM)
    story.does(first, "resolve", by=SAM)
    assert story.writes(ref) == first  # it comes back, as any resolved ticket does
    story.does(first, "resolve", by=SAM)
    story.does(first, "close", by=SAM)
    second = story.writes(ref)
    assert second not in (ref, first)
    assert story.ticket(second).follow_up_of == first
    assert story.ticket(second).subject == "Re: a question"


def test_who_failed_the_case_has_failed_its_follow_up(story: Story) -> None:
    ref = story.opened("a question")
    story.replies(ref, by=SAM)
    story.does(ref, "resolve", by=SAM)
    story.writes(ref)  # a reopening after his own resolve
    story.does(ref, "resolve", by=NOOR)
    story.does(ref, "close", by=NOOR)
    explained = story.app.tickets.explain(principal(MIA), story.writes(ref))
    assert "the case was failed by Sam Seidel" in explained


def test_a_follow_up_of_a_team_that_is_gone_starts_in_the_desks_queue(story: Story) -> None:
    ref = story.opened("a question")
    story.does(ref, "assign", by=LEE, team="second-line")
    story.does(ref, "resolve", by=LEE)
    story.does(ref, "close", by=LEE)
    document = story.app.desk.current(principal(MIA))[1]
    story.applies(document.replace("second-line", "product"))
    assert story.ticket(story.writes(ref)).team == "first-line"


def _closed(story: Story) -> str:
    ref = story.opened("a question")
    story.replies(ref, by=SAM)
    story.does(ref, "resolve", by=SAM)
    story.does(ref, "close", by=SAM)
    return ref
