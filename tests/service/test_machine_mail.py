"""The words of a machine stand in the timeline, and nobody takes them for the customer's."""

from datetime import timedelta

from sqlalchemy import select

from escalator.core.dossier import Dossier, World
from escalator.core.ticket.commands import machine_writes
from escalator.core.ticket.events import Event, machine
from escalator.core.ticket.ticket import Requester
from escalator.service.tickets import Filters
from escalator.service.views import EventView
from escalator.store import cases, messages
from escalator.store.tables import tickets
from tests.story import DANA, MIA, SAM, Story, principal

AWAY = "I am out of the office. I want to speak to a person, please write to my manager."


def machine_says(story: Story, ref: str, words: str = AWAY) -> int:
    """Her auto-responder writes to the ticket; gives the number of its message."""
    number = int(ref.removeprefix("T-"))
    with story.app.database.transaction() as tx:
        message = messages.add_public(tx, number, machine(DANA.email), words)

        def writes(dossier: Dossier, world: World) -> list[Event]:
            return machine_writes(dossier.ticket, DANA.email, world.now, message)

        story.app.handling.command(tx, number, writes)
    return message


def last(story: Story, ref: str) -> EventView:
    return story.app.tickets.timeline(principal(MIA), ref)[-1]


def test_its_words_stand_in_the_timeline_and_change_nothing_but_the_version(story: Story) -> None:
    ref = story.opened("a question")
    story.does(ref, "ask", by=SAM)
    before = story.ticket(ref)
    machine_says(story, ref)
    noted, after = last(story, ref), story.ticket(ref)
    assert (noted.type, noted.actor_kind, noted.actor) == ("machine_message", "machine", DANA.email)
    assert noted.message is not None
    assert (noted.message.author.kind, noted.message.body) == ("machine", AWAY)
    assert (after.version, after.status, after.clocks) == (before.version + 1, "pending", before.clocks)


def test_a_closed_ticket_takes_it_and_nothing_follows(story: Story) -> None:
    ref = story.opened("a question")
    story.does(ref, "spam", by=SAM)
    machine_says(story, ref)
    assert (story.ticket(ref).status, last(story, ref).type) == ("closed", "machine_message")
    assert len(story.app.tickets.listing(principal(MIA), Filters(), 10)) == 1


def test_two_machines_that_talk_are_told_without_taking_her_machine_for_her(story: Story) -> None:
    ref = story.opened("a question")
    for hours in (2, 3):
        story.does(ref, "call_back", by=SAM, to=story.clock.now + timedelta(hours=hours))
        number = machine_says(story, ref)
    [found] = story.facts(ref, "signal_found")
    assert found["kind"] == "machines"
    assert number in found["evidence"]  # type: ignore[operator]
    assert DANA.email in story.told
    letters = [mail.get_body(("plain",)).get_content() for mail in story.channel.mails]  # type: ignore[union-attr]
    assert any("two machines" in letter for letter in letters)
    assert not any("out of the office" in letter for letter in letters)


def test_a_matter_is_known_by_the_words_of_the_customer(story: Story) -> None:
    staff = story.opened("a question", author="agent")
    machine_says(story, staff, "The very same words")
    with story.app.database.transaction() as tx:
        near = cases.neighbours(tx, Requester(DANA.email), None, 99, tx.now)
    assert [neighbour.body for neighbour in near] == [""]


def test_it_is_no_reply_that_we_could_repeat(story: Story) -> None:
    ref = story.opened("a question")
    machine_says(story, ref)
    with story.app.database.reading() as tx:
        (number,) = tx.conn.execute(select(tickets.c.id)).scalars()
        assert messages.replies(tx, [number], 10, 100) == []
