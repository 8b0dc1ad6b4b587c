"""A running ladder keeps its desk version until a lead lets it go on by today's."""

from dataclasses import replace

import pytest

from escalator.core.errors import NotAllowedNow
from escalator.core.escalation.repinning import repinned
from tests.core.case import DESK, LEE, MIA, SAM, Case, agent

SHORTER = DESK.replace("acknowledge_within: 30m, after: 10m", "acknowledge_within: 5m")
GONE = DESK.replace("climb:", "rise:").replace("breach: climb", "breach: rise").replace(": climb", ": rise")


def breached() -> Case:
    return Case("2026-11-23 09:00").opened().at("2026-11-23 13:00:01")


def repin(case: Case) -> None:
    case.happens(*repinned(case.dossier.run, case.ticket, case.world.desks, agent(LEE), case.now))


def test_a_running_ladder_goes_on_by_the_version_with_which_it_started() -> None:
    case = breached()
    case.applies(SHORTER)
    assert case.at("2026-11-23 13:24").asked == [SAM]
    assert case.at("2026-11-23 13:26").asked == [SAM, LEE]


def test_after_a_repinning_its_later_steps_are_those_of_today() -> None:
    case = breached()
    case.applies(SHORTER)
    repin(case)
    assert case.asked == [SAM]  # who is asked keeps their window
    assert case.at("2026-11-23 13:16").asked == [SAM, LEE]
    assert case.at("2026-11-23 13:21").asked == [SAM, LEE, MIA]


def test_what_cannot_be_repinned_says_why() -> None:
    case = breached()
    with pytest.raises(NotAllowedNow, match="runs by version 1 already"):
        repin(case)
    case.applies(GONE)
    with pytest.raises(NotAllowedNow, match='has no ladder "climb"'):
        repin(case)
    case.dossier = replace(case.dossier, run=None)
    with pytest.raises(NotAllowedNow, match="no ladder is running"):
        repin(case)
