"""Members complained about mass mail, and each complaint stood for dozens who stayed silent. Here: a complaint has a
weight, a pattern of them moves a case up, and whoever runs the desk says how much. (Budgets and digests: issue 5.)
"""

from tests.story import EXAMPLE_DESK, LEE, SAM, Story

DESK = EXAMPLE_DESK.read_text(encoding="utf-8")


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
