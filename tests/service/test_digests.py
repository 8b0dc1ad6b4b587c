"""Digests: what may wait comes together; what opens a window, or is new, never waits; nothing is lost on the way."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import select

from escalator.store import digests as rows
from escalator.store import links, outbox
from escalator.store.tables import outbox as letters
from tests.service.racing import at_once
from tests.story import EXAMPLE_DESK, LEE, MIA, MONDAY, SAM, Story, principal, text_of

EXAMPLE = EXAMPLE_DESK.read_text(encoding="utf-8")
# A case that nobody takes is Mia's after half an hour; she is told again every hour, day and night.
DESK = EXAMPLE.replace("  remind_every: 4h\n  remind_in: office\n", "  remind_every: 1h\n")
assert DESK != EXAMPLE
_RULES = 'notifications:\n  budget: 12\n  digest_every: 1h\n  quiet: {from: "21:00", to: "07:00"}\n'
assert EXAMPLE.count(_RULES) == 1


def at(clock: str) -> datetime:
    """A time of the story's Monday in Berlin, which is an hour ahead of UTC."""
    hours, minutes = map(int, clock.split(":"))
    return MONDAY + timedelta(hours=hours - 9, minutes=minutes)


def desk(notifications: str) -> str:
    return DESK.replace(_RULES, f"notifications: {{{notifications}}}\n")


@pytest.fixture
def story(database_url: str) -> Iterator[Story]:
    with Story(database_url, desk("budget: 0")) as story:
        yield story


def forgotten(story: Story, cases: int = 1) -> list[str]:
    """Cases that Mia holds since 09:30, and of which she was told then, by two mails each."""
    refs = [story.opened(f"forgotten {number}", tags=("drill",)) for number in range(cases)]
    story.comes(at("09:45"))
    assert Counter(story.told) == {LEE: cases, MIA: 2 * cases}
    return refs


def standing(story: Story, person: str = MIA) -> Counter[str]:
    """How the letters to a person stand, the digest's number left out."""
    with story.app.database.reading() as tx:
        found = tx.conn.execute(select(letters.c.state, letters.c.reason).where(letters.c.recipient == person))
        return Counter(f"{state} {reason}".rstrip(" 0123456789") for state, reason in found)


def newest(story: Story) -> EmailMessage:
    return story.channel.mails[-1]


def test_reminders_come_together_with_a_button_for_each_case(story: Story) -> None:
    refs = forgotten(story, 3)
    story.comes(at("10:59"))
    assert story.told == []
    assert standing(story)["pending"] == 3

    story.comes(at("11:01"))
    assert story.told == [MIA]
    mail = newest(story)
    assert mail["Subject"] == "3 things about 3 cases"
    assert all(ref in text_of(mail) for ref in refs)
    assert standing(story) == {"sent": 7, "superseded in the digest": 3}

    tokens = re.findall(r"/take/(\S+)", text_of(mail))
    assert len(tokens) == 3
    assert story.app.taking.take(tokens[1]).can_take is False  # it is hers now
    assert [story.ticket(ref).owner for ref in refs] == [None, MIA, None]
    story.does(refs[0], "acknowledge", by=SAM)
    assert story.app.taking.take(tokens[0]).standing.startswith("Sam Seidel has this case")


def test_what_was_overtaken_meanwhile_is_left_out(story: Story) -> None:
    taken, *open_ = forgotten(story, 3)
    story.comes(at("10:40"))
    story.does(taken, "acknowledge", by=SAM)
    story.comes(at("11:01"))
    assert (story.told, newest(story)["Subject"]) == ([MIA], "2 things about 2 cases")
    assert taken not in text_of(newest(story))
    assert open_[0] in text_of(newest(story))


def test_a_digest_with_nothing_in_it_is_not_written(story: Story) -> None:
    refs = forgotten(story, 2)
    story.comes(at("10:40"))
    for ref in refs:
        story.does(ref, "acknowledge", by=SAM)
    story.comes(at("11:01"))
    assert story.told == []


def test_one_letter_that_has_waited_goes_out_as_it_is(story: Story) -> None:
    [ref] = forgotten(story)
    story.comes(at("11:01"))
    assert story.told == [MIA]
    assert newest(story)["Subject"].startswith(f"[{ref}] Dana Fox has waited")
    assert standing(story) == {"sent": 3}


def test_the_board_says_what_waits_and_until_when(story: Story) -> None:
    [ref] = forgotten(story)
    story.comes(at("10:40"))
    waiting = story.app.outbox.listing(principal(MIA), "pending", 10)
    assert [letter.held_until for letter in waiting] == [at("11:00")]
    why = "Mia Lorenz is told more of it in a digest at 2026-11-16 10:00:00 UTC"
    assert why in story.app.tickets.explain(principal(MIA), ref)
    story.comes(at("11:01"))
    assert [letter.held_until for letter in story.app.outbox.listing(principal(MIA), None, 10)] == [None] * 4
    assert story.told


def test_a_letter_that_waits_is_late_only_when_its_digest_is(story: Story) -> None:
    forgotten(story)
    story.comes(at("10:40"))
    assert not any("a letter of" in trouble for trouble in story.app.health.look().troubles)
    story.sleeps(minutes=23)
    assert any("a letter of" in trouble for trouble in story.app.health.look().troubles)
    story.drains()
    assert story.told == [MIA]


def test_what_waits_is_sent_by_nobody_before_it_is_in_a_digest(story: Story) -> None:
    forgotten(story, 2)
    story.comes(at("10:59"))
    story.clock.now = at("11:01")
    assert story.app.delivery.deliver().tried == 0
    assert story.told == [MIA]


def test_a_pager_rings_at_once_whatever_mail_does(story: Story) -> None:
    pager = "    channels: [mail, {apprise:"
    story.applies(desk("budget: 0").replace(f"    # {pager.lstrip()}", pager))
    forgotten(story)
    story.comes(at("10:40"))
    with story.app.database.reading() as tx:
        told = select(letters.c.channel, letters.c.digest_at).where(letters.c.kind == "last_resort")
        found = Counter((row.channel, row.digest_at) for row in tx.conn.execute(told))
    calls = {channel for channel, _ in found} - {"mail"}
    assert (found["mail", None], found["mail", at("11:00")]) == (1, 1)
    assert [found[channel, None] for channel in calls] == [2]


def test_while_all_mail_is_held_no_digest_is_written_and_then_one(story: Story) -> None:
    refs = forgotten(story, 3)
    story.app.outbox.hold("a release is under way", "mia")
    story.comes(at("15:50"))
    assert standing(story) == {"sent": 6, "superseded the case moved on": 15, "pending": 3}
    waiting = story.app.outbox.waiting()
    assert (waiting.count, [one.letters for one in waiting.digested]) == (0, [3])

    story.does(refs[0], "acknowledge", by=SAM)
    story.app.outbox.release()
    story.comes(at("16:01"))
    assert (story.told, newest(story)["Subject"]) == ([MIA], "2 things about 2 cases")


class Killed(Exception):
    """What stands for the end of the process."""


@pytest.mark.parametrize(
    ("module", "step"), [(links, "add"), (outbox, "post"), (rows, "fold"), (rows, "locked")], ids=lambda x: str(x)
)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_round_that_dies_anywhere_loses_nothing_and_doubles_nothing(
    story: Story, monkeypatch: pytest.MonkeyPatch, module: object, step: str, when: str
) -> None:
    forgotten(story, 2)
    story.comes(at("10:59"))
    done: Callable[..., object] = getattr(module, step)

    def dying(*args: object) -> None:
        if when == "after":
            done(*args)
        raise Killed

    story.clock.now = at("11:01")
    with monkeypatch.context() as patch:
        patch.setattr(module, step, dying)
        assert story.app.digests.fold() == 0
    assert standing(story)["pending"] == 2
    assert (story.told, newest(story)["Subject"]) == ([MIA], "2 things about 2 cases")
    assert standing(story) == {"sent": 5, "superseded in the digest": 2}


def test_two_mailers_at_once_write_one_digest(story: Story) -> None:
    forgotten(story, 3)
    story.comes(at("10:59"))
    story.clock.now = at("11:01")
    assert at_once(*[story.app.digests.fold] * 4) == ["done"] * 4
    assert (story.told, newest(story)["Subject"]) == ([MIA], "3 things about 3 cases")


def test_tickets_that_fire_at_once_do_not_overshoot_a_budget_together(database_url: str) -> None:
    """The second warning about each comes for all in one unit of work; the first is the first notice of a case."""
    with Story(database_url, desk("budget: 5")) as story:
        for number in range(20):
            story.opened(f"question {number}")
        story.comes(at("11:30"))
        assert story.told == [LEE] * 20
        story.comes(at("12:30"))
        assert story.told == [LEE] * 5
        assert standing(story, LEE)["pending"] == 15
        story.comes(at("12:59"))
        assert story.told == []


def test_a_warning_whose_promise_broke_meanwhile_is_left_out(story: Story) -> None:
    ref = story.opened("a question")
    # The ladder of the warning came to its end at 12:42; what it said still holds.
    story.comes(at("12:50"))
    assert story.told == [LEE]
    assert standing(story, LEE)["pending"] == 1
    story.app.outbox.hold("so that it is not sent at one", "mia")
    story.comes(at("13:10"))
    assert standing(story, LEE) == {"sent": 1, "superseded the case moved on": 1}
    story.app.outbox.release()
    assert story.told == [SAM]
    assert story.ticket(ref).status == "escalated"


def test_sixty_reminders_an_hour_are_a_budget_and_a_digest(database_url: str) -> None:
    """The flood that taught Mia to stop reading: sixty cases, each brought up again every hour."""
    with Story(database_url, DESK) as story:
        for number in range(60):
            story.opened(f"forgotten {number}", tags=("drill",))
            if number % 10 == 9:
                story.passes(minutes=10)
        story.comes(at("11:01"))
        assert Counter(story.told)[MIA] > 120  # each case was new once, and hers once
        story.comes(at("12:01"))
        first = Counter(mail["Subject"].endswith("cases") for mail in story.unread)
        assert story.told
        story.comes(at("13:01"))
        second = Counter(mail["Subject"].endswith("cases") for mail in story.unread)
        assert set(story.told) == {MIA}
        assert first[True] <= 1
        assert (second[False] <= 12, second[True]) == (True, 1)
        with story.app.database.reading() as tx:
            digested = select(letters.c.reason).where(letters.c.reason.like("in the digest%"))
            told_of = Counter(tx.conn.execute(digested).scalars())
            kept = select(letters.c.id, letters.c.headline).where(letters.c.kind == "digest")
            said = {f"in the digest {row.id}": int(row.headline.split()[0]) for row in tx.conn.execute(kept)}
        assert said == told_of
