"""The ticket machine against the table of workflow.md, written down once more by hand."""

from collections.abc import Iterator

import pytest

from escalator.core.ticket.workflow import TRANSITIONS, IllegalMove, Status, Trigger, allowed, fire

LAW = """
begin             new                                      open
ask               new open                                 pending
hold              new open                                 on_hold
resume            pending on_hold                          open
customer_replied  pending on_hold resolved                 open
escalate          new open pending on_hold                 escalated
acknowledge       new open pending on_hold escalated       open
resolve           new open pending on_hold escalated       resolved
reopen            resolved                                 open
close             resolved                                 closed
merge             new open pending on_hold escalated resolved  closed
spam              new open                                 closed
"""


def _legal() -> Iterator[tuple[str, str, str]]:
    for line in LAW.strip().splitlines():
        trigger, *sources, dest = line.split()
        for source in sources:
            yield source, trigger, dest
    for source in ("new", "open", "escalated"):
        yield source, "customer_replied", source


MOVES = {(source, trigger): dest for source, trigger, dest in _legal()}


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("trigger", list(Trigger))
def test_every_pair_of_status_and_trigger_does_what_the_law_says(status: Status, trigger: Trigger) -> None:
    if (status, trigger) in MOVES:
        assert fire(status, trigger) == MOVES[status, trigger]
    else:
        with pytest.raises(IllegalMove) as refused:
            fire(status, trigger)
        assert refused.value.allowed == allowed(status)


def test_the_published_table_is_the_law() -> None:
    assert {(row["source"], row["trigger"]): row["dest"] for row in TRANSITIONS} == MOVES


@pytest.mark.parametrize(("status", "trigger"), [("lost", "resolve"), ("open", "vanish"), ("open", "to_closed")])
def test_unknown_words_are_illegal_moves_too(status: str, trigger: str) -> None:
    with pytest.raises(IllegalMove):
        fire(status, trigger)


def test_a_refusal_says_what_can_be_done_instead() -> None:
    with pytest.raises(IllegalMove, match="a ticket that is closed cannot reopen; it can: nothing"):
        fire("closed", "reopen")
