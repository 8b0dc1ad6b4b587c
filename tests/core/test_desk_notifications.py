"""What a desk may say of letters to its people, and what it is told when that makes little sense."""

from datetime import time, timedelta

import pytest

from escalator.core.desk import read
from escalator.core.desk.notifying import NEVER_QUIET, Allowance, Quiet

from .desk_texts import SMALL, only_problem, problems, small_desk

MIA, SAM, LEE = "mia@harbour.example", "sam@harbour.example", "lee@harbour.example"
OF_SAM = "sam@harbour.example: {name: Sam, "
NIGHT = Quiet(time(21), time(7))


def test_a_desk_that_says_nothing_lets_people_sleep_and_read() -> None:
    assert read(SMALL).allowance_of(MIA) == Allowance(12, timedelta(hours=1), NIGHT, "Europe/Berlin")


def test_a_person_may_have_a_budget_and_hours_of_their_own() -> None:
    text = small_desk(OF_SAM, f'{OF_SAM}budget: 3, quiet: {{from: "12:00", to: "13:30"}}, ')
    desk = read(f"{text}notifications: {{budget: 0, digest_every: 2h, quiet: none}}\n")
    assert desk.allowance_of(SAM) == Allowance(3, timedelta(hours=2), Quiet(time(12), time(13, 30)), "Europe/Berlin")
    assert (desk.allowance_of(LEE).budget, desk.allowance_of(LEE).quiet) == (0, NEVER_QUIET)
    assert desk.allowance_of("gone@harbour.example").tz == "UTC"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("budget: -1", "-1 is no number of letters an hour"),
        ("budget: 1001", "1001 is no number of letters an hour"),
        ("digest_every: 0m", '"0m" is zero'),
        ('quiet: {from: "21:00", to: "21:00"}', "the quiet hours begin when they end"),
        ('quiet: {from: "21:00", to: "24:00"}', '"24:00" is not a time of the day'),
        ('quiet: {from: "21:00"}', "this is missing"),
        ("quiet: never", "this must say from when until when"),
        ('quiet: {form: "21:00", from: "21:00", to: "07:00"}', '"form" is not known here'),
        # Odd, and taken.
        ('quiet: {from: "07:00", to: "06:00"}', "the quiet hours last 23h of 24"),
        ("digest_every: 2d", "a digest comes every 48h only, so what may wait waits for days"),
        ("digest_every: 1m", "digests that come every few minutes are read no more than letters are"),
    ],
)
def test_what_makes_no_sense_is_said(said: str, message: str) -> None:
    problem = only_problem(f"{SMALL}notifications: {{{said}}}\n")
    assert (problem.message, problem.path.partition(".")[0]) == (message, "notifications")


def test_who_gets_no_mail_has_nothing_held_back() -> None:
    pager = 'channels: ["apprise:x"], '.replace('"apprise:x"', '{apprise: "ntfy://sams-topic"}')
    found = [problem.message for problem in problems(small_desk(OF_SAM, f"{OF_SAM}budget: 3, {pager}"))]
    assert "Sam gets no mail, and only mail is held back" in found
