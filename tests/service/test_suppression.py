"""To whom we do not write any more: how that comes about, what it keeps back, who sees it, and what ends it."""

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from escalator.cli import main
from escalator.core.mail.suppressing import COMPLAINT, Scope
from escalator.store import suppressions
from escalator.store.tables import outbox
from tests.story import DANA, LEE, MIA, SAM, Requester, Story, principal

ERIN = Requester("erin@city.example", "Erin Vale")


def letters(story: Story) -> list[tuple[str, str, str]]:
    """What was written to customers: its kind, how it stands and why."""
    with story.app.database.reading() as tx:
        query = select(outbox.c.kind, outbox.c.state, outbox.c.reason).where(outbox.c.kind.like("customer_%"))
        return [tuple(row) for row in tx.conn.execute(query.order_by(outbox.c.id))]


def suppress(story: Story, address: str, scope: Scope, why: str = "for a test") -> None:
    with story.app.database.transaction() as tx:
        suppressions.suppress(tx, address, scope, why)


def scope_of(story: Story, address: str) -> str | None:
    with story.app.database.reading() as tx:
        known = suppressions.among(tx, [address])
        return str(known[address].scope) if known else None


@pytest.fixture
def refused(story: Story) -> str:
    """A ticket whose customer's server has refused the first reply."""
    ref = story.opened("a page under our name")
    story.channel.bounces.add(DANA.email)
    story.replies(ref, by=SAM)
    story.drains()
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


def test_the_version_that_a_caller_gets_is_that_after_all_that_followed(story: Story, refused: str) -> None:
    other = story.opened("another page")
    _, seen = story.app.tickets.say(principal(LEE), other, None, "hello?", "public", "agent")
    assert seen is not None
    assert seen.version == story.ticket(other).version


@pytest.mark.parametrize(
    ("scope", "kept"),
    [
        (Scope.ALL, ["dead", "dead", "dead"]),
        (Scope.AUTOMATIC, ["dead", "sent", "dead"]),
        (Scope.OPTIONAL, ["dead", "sent", "sent"]),
    ],
)
def test_each_scope_keeps_back_what_it_says(story: Story, scope: Scope, kept: list[str]) -> None:
    """An acknowledgement, a reply, and a call that is promised."""
    suppress(story, DANA.email, scope)
    ref = story.opened("a page under our name", channel="email")
    story.replies(ref, by=SAM)
    story.does(ref, "call_back", by=SAM, phone="+49 30 1")
    story.drains()
    assert [state for _, state, _ in letters(story)] == kept
    assert story.told == (["dana@city.example"] if scope is Scope.OPTIONAL else [])
    assert ("customer_unreached" in story.happened(ref)) == (scope is Scope.ALL)


def test_a_wider_scope_replaces_a_narrower_one_and_not_the_other_way_round(story: Story) -> None:
    suppress(story, DANA.email, Scope.OPTIONAL)
    suppress(story, DANA.email.upper(), Scope.ALL)
    suppress(story, DANA.email, Scope.AUTOMATIC)
    assert scope_of(story, DANA.email) == "all"


@pytest.mark.parametrize(
    ("scope", "why", "left"),
    [
        (Scope.ALL, "unreachable at rcpt: 550", None),
        (Scope.AUTOMATIC, "their machine answers everything", None),
        (Scope.AUTOMATIC, COMPLAINT, "automatic"),
        (Scope.OPTIONAL, "unsubscribed", "optional"),
    ],
)
def test_a_mail_from_a_human_ends_what_was_a_fault_and_not_what_they_wish(
    story: Story, scope: Scope, why: str, left: str | None
) -> None:
    suppress(story, DANA.email, scope, why)
    with story.app.database.transaction() as tx:
        suppressions.lift_by_mail(tx, "Dana@City.example")
    assert scope_of(story, DANA.email) == left


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
    shown = CliRunner().invoke(main, ["mail", "suppressed"])
    assert (shown.exit_code, DANA.email in shown.output, "550" in shown.output) == (0, True, True), shown.output
    assert CliRunner().invoke(main, ["mail", "lift", "DANA@city.example"]).exit_code == 0
    assert CliRunner().invoke(main, ["mail", "lift", DANA.email]).exit_code == 1
    assert scope_of(story, DANA.email) is None
