"""The mailer: at least once, by the server's answer, with the same bytes; who cannot be reached is passed over."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from escalator.adapters.channels import Delivery, Outcome, Sending
from escalator.core.errors import Unavailable
from escalator.service.mailbag import LEASE
from escalator.store import settling
from escalator.store.tables import outbox
from tests.servers.processes import eventually
from tests.story import KIM, LEE, MIA, NOOR, RAVI, SAM, Story, principal


class Scripted:
    """A channel that answers as told, then accepts."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes, self.payloads = list(outcomes), list[bytes]()

    def deliver(self, sending: Sending) -> Delivery:
        self.payloads.append(sending.payload)
        outcome = self.outcomes.pop(0) if self.outcomes else Outcome.SENT
        return Delivery(outcome, "rcpt", 450, "said so")


@pytest.fixture
def letter(story: Story) -> str:
    """A ticket with one letter waiting: the warning to Lee."""
    ref = story.opened("a question")
    story.sleeps(hours=2, minutes=1)
    story.app.deadlines.sweep()
    return ref


def _answers(story: Story, *outcomes: Outcome) -> Scripted:
    channel = Scripted(*outcomes)
    story.app.delivery._channels = {"mail": channel}  # type: ignore[dict-item]
    return channel


def _state(story: Story) -> list[tuple[str, str]]:
    with story.app.database.reading() as tx:
        return [tuple(row) for row in tx.conn.execute(select(outbox.c.state, outbox.c.reason).order_by(outbox.c.id))]


def test_a_temporary_failure_is_tried_again_later_with_the_same_bytes(story: Story, letter: str) -> None:
    channel = _answers(story, Outcome.TEMPORARY, Outcome.AMBIGUOUS)
    for _ in range(3):
        story.app.delivery.deliver()
        assert story.app.delivery.deliver().sent == 0
        story.sleeps(minutes=5)
    assert len(channel.payloads) == 3
    assert len(set(channel.payloads)) == 1
    assert _state(story) == [("sent", "")]


def test_a_temporary_failure_is_given_up_after_five_days(story: Story, letter: str) -> None:
    _answers(story, *[Outcome.TEMPORARY] * 9)
    story.app.delivery.deliver()
    story.sleeps(days=5, minutes=1)
    story.app.delivery.deliver()
    # Whom it asked was not reached, so the case went on to others.
    (state, reason), *_ = _state(story)
    assert (state, reason[:19]) == ("dead", "given up after 5 da")
    assert story.app.outbox.replay([1]) == 1
    _answers(story)
    assert story.app.delivery.deliver().sent
    assert _state(story)[0][0] == "sent"


def test_a_refused_letter_is_dead_and_not_tried_again(story: Story, letter: str) -> None:
    channel = _answers(story, Outcome.REJECTED)
    story.app.delivery.deliver()
    story.sleeps(hours=1)
    story.app.delivery.deliver()
    to = [payload.splitlines()[1] for payload in channel.payloads]
    assert to == [b"To: Lee Brandt <lee@harbour.example>", b"To: Mia Lorenz <mia@harbour.example>"]
    assert _state(story)[0] == ("dead", "rejected at rcpt: 450")


def test_somebody_whom_mail_cannot_reach_is_passed_over_at_once(story: Story) -> None:
    ref = story.opened("a question")
    story.passes(hours=3, minutes=59)
    assert story.told == [LEE, LEE]
    story.channel.bounces.add(SAM)

    story.passes(minutes=1, seconds=1)

    assert story.told == [LEE, MIA]  # whoever runs the desk hears that a step reaches nobody
    assert story.ticket(ref).assignee == LEE
    unreached = story.facts(ref, "step_unreached")[0]
    assert unreached["verdicts"] == [[SAM, "cannot be reached"]]
    # The next case does not ask Sam any more.
    other = story.opened("another question")
    story.passes(hours=5)
    assert SAM not in [fact["person"] for fact in story.facts(other, "step_asked")]
    assert story.told


def test_a_relay_that_refuses_everybody_is_our_trouble_not_theirs(story: Story) -> None:
    everybody = {SAM, NOOR, LEE, KIM, RAVI, MIA}
    story.channel.bounces = set(everybody)
    story.opened("a question")
    story.passes(hours=5)
    assert story.told == []
    troubles = " ".join(story.app.health.look().troubles)
    assert "outgoing mail is held (the mail server refuses 3 people)" in troubles
    assert re.search(r"mail does not reach \d of our people", troubles)
    assert "@" not in troubles

    story.channel.bounces.clear()
    for person in everybody:
        story.app.people.set_reachable(principal(MIA), person)
    story.app.outbox.release()
    story.drains()
    # The case itself is one mail to Mia; beside it she hears which steps have reached nobody.
    subjects = sorted({mail["Subject"].partition("] ")[2] for mail in story.unread})
    assert subjects == [
        "A step of a ladder has reached nobody",
        "Dana Fox has waited 4 h 15 min, and nobody has taken it yet",
    ]
    assert set(story.told) == {MIA}


def test_our_own_wrong_configuration_holds_everything_and_says_so(story: Story, letter: str) -> None:
    channel = _answers(story, Outcome.MISCONFIGURED)
    story.app.delivery.deliver()
    story.sleeps(minutes=10)
    story.app.delivery.deliver()
    assert len(channel.payloads) == 1
    assert any("outgoing mail is held" in trouble for trouble in story.app.health.look().troubles)

    assert story.app.outbox.release() == 1
    assert story.app.delivery.deliver().sent == 1


def test_a_hold_stops_mail_and_nothing_else(story: Story) -> None:
    story.app.outbox.hold("a release is under way", "mia")
    ref = story.opened("a question")
    story.passes(hours=4, minutes=20)
    assert story.ticket(ref).status == "escalated"
    assert story.told == []
    story.app.outbox.release()
    assert story.told == [LEE]  # what was overtaken meanwhile is not sent any more


def test_what_waits_is_not_sent_once_somebody_took_the_case(story: Story) -> None:
    story.app.outbox.hold("busy", "mia")
    ref = story.opened("a question")
    story.passes(hours=4, minutes=1)
    story.does(ref, "acknowledge", by=SAM)
    story.app.outbox.release()
    assert story.told == []
    assert {state for state, _ in _state(story)} == {"superseded"}


def test_letters_of_a_dead_mailer_are_free_after_its_lease(story: Story, letter: str) -> None:
    with story.app.database.transaction() as tx:
        tx.conn.execute(update(outbox).values(claim="dead", claimed_until=tx.now + LEASE))
    assert story.app.delivery.deliver().sent == 0
    story.clock.now += LEASE * 2
    assert story.app.delivery.deliver().sent == 1
    assert story.told == [LEE]


def test_letters_behind_one_that_stops_the_round_are_given_back_untried(story: Story) -> None:
    for number in range(3):
        story.opened(f"question {number}")
    story.sleeps(hours=2, minutes=1)
    story.app.deadlines.sweep()
    _answers(story, Outcome.MISCONFIGURED)
    story.app.delivery.deliver()
    with story.app.database.reading() as tx:
        attempts = tx.conn.execute(select(outbox.c.attempts).order_by(outbox.c.id)).scalars().all()
    assert attempts == [1, 0, 0]
    story.app.outbox.release()
    story.sleeps(minutes=1)
    assert story.app.delivery.deliver().sent == 3


def test_a_letter_whose_ticket_cannot_be_computed_stops_no_other(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.opened("a question")
    story.opened("another")
    story.sleeps(hours=2, minutes=1)
    story.app.deadlines.sweep()

    def poison(*_: object, **__: object) -> object:
        raise ValueError("poison")

    with monkeypatch.context() as patch:
        patch.setattr("escalator.service.unreached.unreached", poison)
        _answers(story, Outcome.UNREACHABLE)
        assert (story.app.delivery.deliver().dead, [state for state, _ in _state(story)]) == (1, ["dead", "sent"])


def test_a_channel_that_raises_is_tried_again_later(story: Story, letter: str) -> None:
    class Broken:
        def deliver(self, sending: Sending) -> Delivery:
            raise RuntimeError("no such thing")

    story.app.delivery._channels = {"mail": Broken()}  # type: ignore[dict-item]
    assert story.app.delivery.deliver().again == 1
    story.sleeps(minutes=1)
    _answers(story)
    assert story.app.delivery.deliver().sent == 1


def test_reminders_that_waited_are_one_mail(story: Story) -> None:
    story.app.outbox.hold("busy", "mia")
    story.opened("a question")
    story.passes(days=5)
    story.app.outbox.release()
    assert story.told == [MIA]


def test_a_letter_that_was_sent_and_could_not_be_settled_is_not_sent_again_at_once(
    story: Story, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = _answers(story, Outcome.SENT)

    def unsettled(*_: object) -> None:
        raise RuntimeError("the database is gone")

    with monkeypatch.context() as patch:
        patch.setattr("escalator.store.settling.sent", unsettled)
        with pytest.raises(RuntimeError):
            story.app.delivery.deliver()
    assert story.app.delivery.deliver().tried == 0
    assert len(channel.payloads) == 1
    story.sleeps(minutes=2)  # its claim has ended: the same bytes go out once more, since nobody knows better
    assert story.app.delivery.deliver().sent == 1
    assert channel.payloads[0] == channel.payloads[1]


def _three_letters(story: Story) -> list[str]:
    refs = [story.opened(f"question {number}") for number in range(3)]
    story.sleeps(hours=2, minutes=1)
    story.app.deadlines.sweep()
    return refs


class Interrupted(Scripted):
    """Something happens while its first letter is on its way."""

    def __init__(self, happens: Callable[[], object]) -> None:
        super().__init__()
        self._happens = happens

    def deliver(self, sending: Sending) -> Delivery:
        if not self.payloads:
            self._happens()
        return super().deliver(sending)


def test_a_letter_overtaken_after_its_claim_is_not_sent(story: Story) -> None:
    refs = _three_letters(story)
    channel = Interrupted(lambda: story.does(refs[1], "acknowledge", by=SAM))
    story.app.delivery._channels = {"mail": channel}  # type: ignore[dict-item]
    assert story.app.delivery.deliver().sent == 2
    assert [state for state, _ in _state(story)] == ["sent", "superseded", "sent"]


def test_a_hold_stops_a_round_that_is_under_way(story: Story) -> None:
    _three_letters(story)
    channel = Interrupted(lambda: story.app.outbox.hold("stop", "mia"))
    story.app.delivery._channels = {"mail": channel}  # type: ignore[dict-item]
    assert story.app.delivery.deliver().sent == 1
    story.app.outbox.release()
    assert story.app.delivery.deliver().sent == 2


def test_letters_behind_a_slow_one_are_free_for_other_mailers(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    _three_letters(story)
    monkeypatch.setattr("escalator.service.mailbag.GIVE_BACK_AFTER", timedelta(milliseconds=10))

    def others_send_the_rest() -> None:
        channel.payloads.append(b"slow")
        assert eventually(lambda: story.app.delivery.deliver().sent > 0)

    channel = Interrupted(others_send_the_rest)
    story.app.delivery._channels = {"mail": channel}  # type: ignore[dict-item]
    assert story.app.delivery.deliver().sent == 1
    assert _state(story) == [("sent", "")] * 3
    assert len(set(channel.payloads)) == len(channel.payloads) == 4


def test_a_database_that_is_away_for_a_moment_costs_no_second_copy(
    story: Story, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel, settle, outages = _answers(story), settling.sent, [Unavailable("the database restarts")] * 2

    def sent(*args: Any) -> object:
        if outages:
            raise outages.pop()
        return settle(*args)

    monkeypatch.setattr("escalator.store.settling.sent", sent)
    monkeypatch.setattr("escalator.service.delivery.SETTLED_AGAIN_AFTER", [timedelta()] * 3)
    assert story.app.delivery.deliver().sent == 1
    story.sleeps(minutes=2)
    assert story.app.delivery.deliver().tried == 0
    assert len(channel.payloads) == 1


def test_a_lost_answer_is_counted(story: Story, letter: str) -> None:
    _answers(story, Outcome.AMBIGUOUS, Outcome.TEMPORARY, Outcome.AMBIGUOUS)
    for _ in range(4):
        story.app.delivery.deliver()
        story.sleeps(minutes=5)
    with story.app.database.reading() as tx:
        assert tx.conn.execute(select(outbox.c.state, outbox.c.ambiguous)).all() == [("sent", 2)]
