"""To whom we do not write any more: how that comes about, what it keeps back, who sees it, and what ends it."""

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from escalator.cli import main
from escalator.core.errors import Forbidden
from escalator.core.mail.suppressing import Cause, Scope
from escalator.core.mail.unsubscribing import token_for
from escalator.service.suppressed import SuppressedService
from escalator.store import suppressions
from escalator.store.tables import outbox
from tests.post import Mail, Post
from tests.story import DANA, LEE, MIA, SAM, Requester, Story, principal

ERIN = Requester("erin@city.example", "Erin Vale")


def letters(story: Story) -> list[tuple[str, str, str]]:
    """What was written to customers: its kind, how it stands and why."""
    with story.app.database.reading() as tx:
        query = select(outbox.c.kind, outbox.c.state, outbox.c.reason).where(outbox.c.kind.like("customer_%"))
        return [tuple(row) for row in tx.conn.execute(query.order_by(outbox.c.id))]


def suppress(story: Story, address: str, cause: Cause, why: str = "for a test") -> None:
    with story.app.database.transaction() as tx:
        suppressions.suppress(tx, address, cause, why)


def scope_of(story: Story, address: str) -> Scope | None:
    with story.app.database.reading() as tx:
        known = suppressions.among(tx, [address])
        return known[address].scope if known else None


def office(story: Story) -> SuppressedService:
    return SuppressedService(story.app.database)


def causes(story: Story) -> set[Cause]:
    return {one.cause for one in office(story).listing(principal(MIA), 10)}


@pytest.fixture
def refused(story: Story) -> str:
    """A ticket whose customer's server has refused the first reply."""
    ref = story.opened("a page under our name")
    story.channel.bounces.add(DANA.email)
    story.replies(ref, by=SAM)
    story.drains()
    assert story.told == [LEE]  # whoever leads the queue, for nobody has the case
    return ref


def test_who_is_refused_gets_nothing_more_and_the_ticket_says_so_once(story: Story, refused: str) -> None:
    story.replies(refused, by=SAM, body="are you there?")
    story.does(refused, "call_back", by=SAM, phone="+49 30 1")
    why = "unreachable at rcpt: 550"
    assert letters(story) == [
        ("customer_reply", "dead", why),
        ("customer_reply", "dead", f"suppressed (all): {why}"),
        ("customer_call_back", "dead", f"suppressed (all): {why}"),
    ]
    assert story.facts(refused, "customer_unreached") == [{"address": DANA.email, "why": why}]
    [said] = [line for line in story.app.tickets.explain(principal(SAM), refused) if "no mail reaches" in line]
    assert said.startswith(f"no mail reaches {DANA.email} since 2026-11-16 08:00:00 UTC: {why}")


def test_each_of_their_tickets_says_it_when_there_is_something_to_write(story: Story, refused: str) -> None:
    other = story.opened("another page")
    assert "customer_unreached" not in story.happened(other)
    story.replies(other, by=SAM)
    assert story.happened(other)[-1] == "customer_unreached"


def test_what_was_waiting_for_them_stands_with_the_dead_at_once(story: Story) -> None:
    ref = story.opened("a page under our name")
    story.channel.bounces.add(DANA.email)
    story.replies(ref, by=SAM)
    story.replies(ref, by=SAM)
    story.drains()
    assert [state for _, state, _ in letters(story)] == ["dead", "dead"]
    assert story.told == [LEE]


def test_what_was_waiting_for_the_same_mailbox_in_other_letters_is_dead_too(story: Story) -> None:
    refused = story.opened("a page under our name")
    waiting = story.opened("another page", by=Requester("Dana@City.Example", "Dana Fox"))
    story.channel.bounces.add(DANA.email)
    story.replies(refused, by=SAM)
    story.replies(waiting, by=SAM)
    story.drains()
    assert [state for _, state, _ in letters(story)] == ["dead", "dead"]
    assert story.told == [LEE]


def test_the_version_that_a_caller_gets_is_that_after_all_that_followed(story: Story, refused: str) -> None:
    other = story.opened("another page")
    _, seen = story.app.tickets.say(principal(LEE), other, None, "hello?", "public", "agent")
    assert seen is not None
    assert seen.version == story.ticket(other).version


@pytest.mark.parametrize(
    ("cause", "kept"),
    [
        (Cause.BOUNCE, ["dead", "dead", "dead"]),
        (Cause.COMPLAINT, ["dead", "sent", "dead"]),
        (Cause.MACHINE, ["dead", "sent", "dead"]),
        (Cause.WISH, ["dead", "sent", "sent"]),
    ],
)
def test_each_cause_keeps_back_what_it_must(story: Story, cause: Cause, kept: list[str]) -> None:
    """An acknowledgement, a reply, and a call that is promised."""
    suppress(story, DANA.email, cause)
    ref = story.opened("a page under our name", channel="email")
    story.replies(ref, by=SAM)
    story.does(ref, "call_back", by=SAM, phone="+49 30 1")
    story.drains()
    assert [state for _, state, _ in letters(story)] == kept
    assert (DANA.email in story.told) == (cause is Cause.WISH)
    assert ("customer_unreached" in story.happened(ref)) == (cause is Cause.BOUNCE)


def test_the_widest_cause_holds_until_it_is_lifted_and_then_the_next(story: Story) -> None:
    for cause in (Cause.WISH, Cause.BOUNCE, Cause.MACHINE):
        suppress(story, DANA.email.upper(), cause)
    for scope, widest in ((Scope.ALL, Cause.BOUNCE), (Scope.AUTOMATIC, Cause.MACHINE), (Scope.OPTIONAL, Cause.WISH)):
        assert scope_of(story, DANA.email) is scope
        assert office(story).lift(principal(MIA), DANA.email, [widest])
    assert scope_of(story, DANA.email) is None


def test_what_holds_already_keeps_the_day_since_when_it_does(story: Story) -> None:
    suppress(story, DANA.email, Cause.BOUNCE, "550")
    since = story.clock.now
    story.sleeps(hours=1)
    suppress(story, DANA.email, Cause.BOUNCE, "551")
    [known] = office(story).listing(principal(MIA), 10)
    assert (known.why, known.since) == ("550", since)


@pytest.mark.parametrize("order", [list(Cause), list(reversed(Cause))])
def test_a_mail_from_a_human_ends_what_was_a_fault_and_not_what_they_wish(story: Story, order: list[Cause]) -> None:
    for cause in order:
        suppress(story, DANA.email, cause)
    with story.app.database.transaction() as tx:
        suppressions.lift_by_mail(tx, "Dana@City.example")
    assert causes(story) == {Cause.COMPLAINT, Cause.WISH}


def test_an_unsubscribe_outlives_whatever_else_kept_mail_from_them(story: Story) -> None:
    suppress(story, DANA.email, Cause.MACHINE)
    story.app.unsubscribing.end(token_for(DANA.email, "not a secret in a test"))
    Post(story).brings(Mail())
    story.drains()
    assert [state for _, state, _ in letters(story)] == ["dead"]
    assert causes(story) == {Cause.WISH}


def test_the_dead_are_not_replayed_to_whom_we_do_not_write(story: Story, refused: str) -> None:
    [dead] = story.app.outbox.listing(principal(MIA), "dead", 10)
    assert story.app.outbox.replay([dead.id]) == 0
    story.channel.bounces.clear()
    with story.app.database.transaction() as tx:
        assert suppressions.lift(tx, DANA.email)
    assert story.app.outbox.replay([dead.id]) == 1
    assert [address for address, _ in story.answers] == [DANA.email]


def test_an_operator_sees_them_and_lifts_one(
    story: Story, refused: str, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    suppress(story, DANA.email, Cause.WISH)
    shown = CliRunner().invoke(main, ["mail", "suppressed"])
    assert (shown.exit_code, DANA.email in shown.output, "550" in shown.output) == (0, True, True), shown.output
    assert all(cause in shown.output for cause in ("bounce", "wish")), shown.output
    assert CliRunner().invoke(main, ["mail", "lift", DANA.email, "--cause", "bounce"]).exit_code == 0
    assert causes(story) == {Cause.WISH}
    assert CliRunner().invoke(main, ["mail", "lift", DANA.email, "--cause", "bounce"]).exit_code == 1
    assert CliRunner().invoke(main, ["mail", "lift", "DANA@city.example"]).exit_code == 0
    assert CliRunner().invoke(main, ["mail", "lift", DANA.email]).exit_code == 1
    assert scope_of(story, DANA.email) is None


def test_only_who_changes_the_desk_lifts_what_is_kept_from_somebody(story: Story) -> None:
    suppress(story, DANA.email, Cause.COMPLAINT)
    for person in (SAM, LEE):
        with pytest.raises(Forbidden):
            office(story).lift(principal(person), DANA.email)
    assert causes(story) == {Cause.COMPLAINT}
