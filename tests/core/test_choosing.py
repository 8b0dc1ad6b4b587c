"""Whom a step reaches: on shift, able, not who failed the case, least loaded; and what yields if nobody is left."""

from dataclasses import replace

import pytest

from escalator.core.desk.model import Conditions, Desk, RoutingRule, Target, Whom
from escalator.core.desk.reader import read
from escalator.core.routing.choosing import Choice, choose
from escalator.core.routing.oncall import Override
from escalator.core.routing.staff import Staff
from escalator.core.ticket.ticket import Ticket
from tests.core.case import DESK, LEE, MIA, SAM, berlin

NOOR, NIA = "noor@desk.example", "nia@desk.example"
NOON, NIGHT = berlin("2026-11-23 12:00"), berlin("2026-11-23 23:00")
TEAM, ABOVE, ON_CALL = Whom(Target.TEAM), Whom(Target.TIER_ABOVE), Whom(Target.ONCALL, "night")
GERMAN = RoutingRule(Conditions(tags=("german",)), skills=("german",))
BILLING = RoutingRule(Conditions(tags=("bill",)), skills=("billing",))


def _desk() -> Desk:
    text = (
        DESK.replace("members: [sam@desk.example]", f"members: [{SAM}, {NOOR}]")
        .replace("lead: mia@desk.example, members", f"lead: {NIA}, members")
        .replace("{name: Sam,", "{name: Sam, skills: [billing],")
        .replace(
            "teams:\n",
            f"  {NOOR}: {{name: Noor, manager: {LEE}, skills: [german]}}\n"
            f"  {NIA}: {{name: Nia, manager: {MIA}}}\nteams:\n"
            f"  management: {{tier: 4, calendar: office, lead: {MIA}, members: [{MIA}, {NIA}]}}\n",
        )
        .replace(
            "routing:",
            "schedules:\n  night:\n    tz: Europe/Berlin\n    rotations:\n"
            f"      - {{people: [{SAM}, {LEE}], every: daily, starts: 2026-11-23 09:00}}\nrouting:",
        )
    )
    return replace(read(text, 1), routing_rules=(GERMAN, BILLING))


DESK_NOW = _desk()
TICKET = Ticket(id=1, team="first-line")


def chosen(whom: Whom = TEAM, ticket: Ticket = TICKET, at: object = NOON, **staff: object) -> Choice:
    return choose(whom, ticket, DESK_NOW, Staff(**staff), at, DESK_NOW.agents)  # type: ignore[arg-type]


def test_the_least_loaded_of_the_team_is_asked_and_everybody_has_their_verdict() -> None:
    choice = chosen(loads={SAM: 3, NOOR: 1})
    assert (choice.person, choice.verdicts) == (NOOR, ((SAM, "3 open"), (NOOR, "1 open")))


def test_equal_loads_go_by_the_order_in_the_desk() -> None:
    assert chosen().person == SAM


def test_at_night_a_team_has_nobody_on_shift() -> None:
    assert chosen(at=NIGHT) == Choice(None, "nobody can be reached", ((SAM, "is off shift"), (NOOR, "is off shift")))


def test_who_is_on_call_is_asked_at_any_hour() -> None:
    choice = chosen(ON_CALL, at=NIGHT)
    assert (choice.person, choice.why) == (SAM, "you are on call for night (in turn)")


def test_who_is_on_call_but_away_is_stood_in_for_by_the_next_in_turn() -> None:
    choice = chosen(ON_CALL, at=NIGHT, away={SAM: berlin("2026-11-30 09:00")})
    assert (choice.person, choice.why) == (LEE, f"you are on call for night (in turn, in place of {SAM} (away))")


def test_an_override_is_asked_and_one_for_somebody_who_left_the_desk_is_not() -> None:
    stands = Override(1, NOOR, berlin("2026-11-23 20:00"), berlin("2026-11-24 06:00"), MIA)
    assert chosen(ON_CALL, at=NIGHT, overrides={"night": (stands,)}).person == NOOR
    gone = replace(stands, person="gone@desk.example")
    assert chosen(ON_CALL, at=NIGHT, overrides={"night": (gone,)}).person == SAM


def test_who_left_the_desk_since_is_passed_over_in_their_turn() -> None:
    here = DESK_NOW.agents.keys() - {SAM}
    assert choose(ON_CALL, TICKET, DESK_NOW, Staff(), NIGHT, here).person == LEE


def test_when_nobody_is_on_call_the_step_says_so() -> None:
    choice = chosen(ON_CALL, at=berlin("2026-11-20 12:00"))
    assert choice == Choice(None, "nobody is on call for night: a rotation begins only at 2026-11-23 09:00")


@pytest.mark.parametrize(("level", "person"), [(1, LEE), (2, MIA), (3, MIA)])
def test_the_tier_above_is_the_next_that_there_is(level: int, person: str) -> None:
    assert chosen(ABOVE, replace(TICKET, level=level)).person == person


def test_above_the_highest_tier_there_is_nobody() -> None:
    assert chosen(ABOVE, replace(TICKET, level=4)) == Choice(None, "there is no tier above 4")


@pytest.mark.parametrize(
    ("ticket", "person"),
    [
        (replace(TICKET, owner=NIA, assignee=SAM), MIA),
        (replace(TICKET, assignee=SAM), LEE),
        (replace(TICKET, owner="gone@desk.example", assignee=SAM), LEE),
        (TICKET, LEE),
    ],
)
def test_the_manager_is_the_owner_s_else_the_assignee_s_else_the_lead_s(ticket: Ticket, person: str) -> None:
    desk = replace(DESK_NOW, teams=DESK_NOW.teams | {"first-line": replace(DESK_NOW.teams["first-line"], lead=SAM)})
    assert choose(Whom(Target.MANAGER), ticket, desk, Staff(), NOON, desk.agents).person == person


def test_who_has_the_skill_is_asked_however_much_they_have_to_do() -> None:
    choice = chosen(ticket=replace(TICKET, tags=("german",)), loads={NOOR: 9})
    assert choice.person == NOOR
    assert choice.verdicts == ((SAM, "0 open, lacks german"), (NOOR, "9 open"))


def test_when_nobody_on_shift_has_the_skill_another_is_asked_and_it_is_said() -> None:
    choice = chosen(ticket=replace(TICKET, tags=("german",)), away={NOOR: NIGHT})
    assert choice.person == SAM
    assert choice.why.endswith("; nobody on shift has the skill german, so you are asked without it")


def test_of_several_skills_the_one_who_lacks_the_least_is_asked() -> None:
    choice = chosen(ticket=replace(TICKET, tags=("german", "bill")), loads={SAM: 1})
    assert choice.person == NOOR
    assert choice.why.endswith("nobody on shift has the skills german and billing, so you are asked without billing")


def test_a_person_who_is_named_is_asked_whatever_they_can() -> None:
    assert chosen(Whom(Target.AGENT, MIA), replace(TICKET, tags=("german",))).verdicts == ((MIA, "0 open"),)


def test_the_skill_yields_before_having_failed_the_case_does() -> None:
    choice = chosen(ticket=replace(TICKET, tags=("german",), failed=(NOOR,)))
    assert (choice.person, choice.verdicts[1]) == (SAM, (NOOR, "has already failed this case"))


def test_those_who_failed_are_left_out_and_named_for_the_case_that_nobody_else_is_left() -> None:
    choice = chosen(ticket=replace(TICKET, failed=(SAM,), failed_tiers=(1,)), loads={SAM: 2})
    tier = "tier 1 has already failed this case"
    assert (choice.person, choice.verdicts) == (None, ((SAM, "has already failed this case"), (NOOR, tier)))
    assert choice.at_last is not None
    assert choice.at_last.person == NOOR
    assert choice.at_last.why.endswith("; nobody else is left, so the case comes back")
    assert choice.at_last.verdicts == ((SAM, "2 open"), (NOOR, "0 open"))


def test_who_is_away_or_off_shift_or_gone_never_yields() -> None:
    failed = replace(TICKET, failed=(SAM, NOOR), failed_tiers=(1,))
    assert chosen(ticket=failed, at=NIGHT).at_last is None
    assert chosen(ticket=failed, away={SAM: NIGHT}, unreachable=frozenset({NOOR})).at_last is None
    assert choose(TEAM, failed, DESK_NOW, Staff(), NOON, {LEE}).at_last is None
