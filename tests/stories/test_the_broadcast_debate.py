"""Members complained about mass mail, and each complaint stood for dozens who stayed silent. Here: a complaint has a
weight, a pattern of them moves a case up, and whoever runs the desk says how much. And whoever works at it gets few
mails: what is new comes at once, at any hour; what they know already waits, and comes in one.
"""

from collections import Counter
from datetime import timedelta

from tests.story import EXAMPLE_DESK, KIM, LEE, MIA, MONDAY, SAM, Story, text_of

DESK = EXAMPLE_DESK.read_text(encoding="utf-8")
# Every hour, day and night: that taught Mia to stop reading.
REMINDED = DESK.replace("  remind_every: 4h\n  remind_in: office\n", "  remind_every: 1h\n")
assert REMINDED != DESK
TEN_AT_NIGHT = MONDAY + timedelta(hours=13)
SEVEN_IN_THE_MORNING = MONDAY + timedelta(hours=22)


def test_one_complaint_is_noted_and_a_pattern_of_them_moves_the_case_up(story: Story) -> None:
    ref = story.opened("Your weekly mail", body="I get your weekly mail three times.")
    story.replies(ref, by=SAM, body="Please use the link at the foot of the mail to choose what you want to get.")
    story.writes(ref, "That did not help, I still get it three times.")
    assert story.ticket(ref).signals == ("no_help",)
    assert (story.ticket(ref).verdict, story.told) == ("", [])

    story.passes(hours=1)
    story.replies(ref, by=SAM, body="I have taken you off one of the lists, it takes a day until you see it.")
    story.writes(ref, "This did not solve my problem. I want to complain about this.")
    ticket = story.ticket(ref)
    assert {"no_help", "complaint"} <= set(ticket.signals)
    assert (ticket.verdict, ticket.escalation.reason, ticket.assignee) == ("escalate", "loop", LEE)
    assert LEE in story.told


def test_a_desk_that_takes_every_complaint_for_dozens_gives_it_the_weight(story: Story) -> None:
    story.applies(DESK.replace("  silence: 12h\n", "  silence: 12h\n  weights: {complaint: 4}\n"))
    ref = story.opened("Your weekly mail", body="I want to complain about your mass mails.")
    assert story.ticket(ref).verdict == "escalate"
    assert story.told


def test_who_asks_for_nothing_and_complains_of_nothing_moves_nothing(story: Story) -> None:
    ref = story.opened("Your weekly mail", body="Could you please send it on Mondays instead of Tuesdays?")
    story.replies(ref, by=SAM, body="Gladly, it is set.")
    story.writes(ref, "Wonderful, thank you very much!")
    assert (story.ticket(ref).signals, story.ticket(ref).verdict, story.told) == ((), "", [])


def test_at_night_what_is_new_wakes_people_and_what_they_know_waits_for_the_morning(story: Story) -> None:
    story.applies(REMINDED)
    story.comes(TEN_AT_NIGHT)
    known = [story.opened(f"forgotten {number}", tags=("drill",)) for number in (1, 2)]
    story.passes(minutes=45)
    # The ladder asks Lee, then Mia; then the cases are hers.
    assert Counter(story.told) == {LEE: 2, MIA: 4}

    story.passes(hours=4)
    assert story.told == []  # four reminders of each, of which the last is still true
    leak = story.opened("Somebody else's invoices are in my account", body="I can see private data of other people!")
    assert set(story.told) <= {LEE, KIM}
    story.passes(minutes=11)
    assert MIA in story.told  # five minutes each, and nobody took it: this one is new to her, and wakes her

    story.does(leak, "acknowledge", by=KIM)
    story.replies(leak, by=KIM, body="We have closed the page. I am looking into it now and write again by noon.")
    assert MIA not in story.told
    story.comes(SEVEN_IN_THE_MORNING + timedelta(minutes=1))
    assert story.told.count(MIA) == 1
    digest = story.channel.mails[-1]
    assert digest["Subject"] == "2 things about 2 cases"
    assert all(ref in text_of(digest) for ref in known)
