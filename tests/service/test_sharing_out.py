"""Cases that are handed out at the very same moment are shared out evenly."""

from collections import Counter
from collections.abc import Callable

from escalator.core.ticket.ticket import Requester
from tests.service.racing import at_once
from tests.story import EXAMPLE_DESK, NOOR, SAM, Story, principal

# Asked for help, a case goes straight to somebody of the team.
DESK = EXAMPLE_DESK.read_text(encoding="utf-8").replace(
    "      - action: notify\n        whom: team\n", "      - action: hand_off\n        whom: team\n", 1
)


def test_twenty_hand_offs_at_once_to_a_team_of_two_are_ten_for_each(postgres_database_url: str) -> None:
    with Story(postgres_database_url, DESK) as story:
        refs = [story.opened(f"question {number}") for number in range(20)]
        assert at_once(*[_asking_for_help(story, ref) for ref in refs]) == ["done"] * 20
        assert Counter(story.ticket(ref).assignee for ref in refs) == {SAM: 10, NOOR: 10}
        assert len(story.told) == 20


def test_chunks_of_two_workers_at_once_are_shared_out_evenly(postgres_database_url: str) -> None:
    with Story(postgres_database_url, DESK) as story:
        refs = [story.opened(f"question {number}") for number in range(20)]
        story.sleeps(hours=4, seconds=1)
        claims = [story.app.deadlines.claim(10) for _ in range(2)]
        assert len({held.ticket_id for claim in claims for held in claim.deadlines}) == 20
        fired = [_firing(story, claim.token, [held.id for held in claim.deadlines]) for claim in claims]
        assert at_once(*fired) == ["done"] * 2
        story.app.deadlines.sweep()
        shares = Counter(story.ticket(ref).assignee for ref in refs)
        assert abs(shares[SAM] - shares[NOOR]) <= 1
        assert sum(shares.values()) == 20
        assert story.told


def test_who_is_only_asked_has_it_on_their_desk_too(story: Story) -> None:
    """A burst of breaches whose first step asks the team: nobody gets all the mails."""
    refs = [story.opened(f"question {number}", by=Requester(f"user{number}@example.net")) for number in range(10)]
    story.sleeps(hours=4, seconds=1)
    story.app.deadlines.sweep()
    asked = Counter(story.facts(ref, "step_asked")[-1]["person"] for ref in refs)
    assert asked == {SAM: 5, NOOR: 5}
    assert story.told
    # One by one, what was asked and committed before counts as well.
    later = [story.opened(f"another {number}", by=Requester(f"new{number}@example.net")) for number in range(4)]
    for ref in later:
        story.does(ref, "escalate", by=SAM)
    assert Counter(story.facts(ref, "step_asked")[-1]["person"] for ref in later) == {SAM: 2, NOOR: 2}
    assert story.told


def _asking_for_help(story: Story, ref: str) -> Callable[[], object]:
    version = story.ticket(ref).version
    return lambda: story.app.tickets.act(principal(SAM), ref, version, "escalate", {})


def _firing(story: Story, token: str, ids: list[int]) -> Callable[[], object]:
    return lambda: story.app.deadlines.fire(token, ids)
