"""`escalator desk holidays`: a feed becomes lines that can be pasted; nothing is fetched or changed."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from escalator.cli import main
from tests.core.desk_texts import EXAMPLE, problems, small_desk
from tests.core.test_desk_feeds import event, feed

from .conftest import Run

MEETING = "BEGIN:VEVENT\r\nDTSTART:20260504T090000\r\nSUMMARY:All hands\r\nEND:VEVENT\r\n"
DAYS = feed(
    event("RRULE:FREQ=YEARLY", start="20201224"),
    event(start="20261225", name="Christmas"),
    event(start="20261226", name="A Saturday"),
    MEETING,
)


@pytest.fixture
def proposed(bare: Run, tmp_path: Path) -> Run:
    """Runs the command on a feed in a file, beside the example desk."""
    (tmp_path / "days.ics").write_bytes(DAYS)
    (tmp_path / "desk.yaml").write_text(EXAMPLE, encoding="utf-8")
    return lambda *options: bare("desk", "holidays", "days.ics", *options)


def test_a_feed_becomes_lines_for_a_desk(proposed: Run) -> None:
    result = proposed("--from", "2026", "--to", "2027")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "# whole days from 2026 to 2027: 4",
        "- 2026-12-24 # Eve",
        "- 2026-12-25 # Christmas",
        "- 2026-12-26 # A Saturday",
        "- 2027-12-24 # Eve",
        "# not taken: 2026-05-04 09:00 All hands: it has hours, and a holiday is a whole day",
    ]


def test_the_lines_can_be_pasted_as_they_are(proposed: Run) -> None:
    lines = proposed("--from", "2026", "--to", "2026").stdout
    assert len(yaml.safe_load(lines)) == 3
    pasted = "".join(f"      {line}\n" for line in lines.splitlines())
    assert problems(small_desk("agents:\n", f"    holidays:\n{pasted}agents:\n")) == ()


def test_what_is_closed_already_is_left_out(proposed: Run) -> None:
    result = proposed("--desk", "desk.yaml", "--calendar", "office", "--from", "2026", "--to", "2026")
    assert result.stdout.splitlines()[:3] == [
        "# whole days from 2026 to 2026: 1",
        "- 2026-12-24 # Eve",
        '# closed already in "office": 2 more',
    ]


def test_without_years_it_is_this_one_and_two_more(proposed: Run) -> None:
    words = proposed().stdout.splitlines()[0].split()
    assert int(words[6].rstrip(":")) - int(words[4]) == 2
    assert proposed("--from", "2030").stdout.startswith("# whole days from 2030 to 2032: 3\n")


def test_a_feed_may_come_from_a_pipe() -> None:
    result = CliRunner().invoke(main, ("desk", "holidays", "-", "--from", "2026", "--to", "2026"), input=DAYS)
    assert (result.exit_code, result.stdout.count("\n- ")) == (0, 3)


def test_what_is_no_feed_is_refused_in_a_sentence(proposed: Run, tmp_path: Path) -> None:
    (tmp_path / "days.ics").write_bytes(b"<html>not found</html>")
    result = proposed()
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: this is no iCalendar feed: it does not start with BEGIN:VCALENDAR\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--desk", "desk.yaml"), "--desk and --calendar go together"),
        (("--calendar", "office"), "--desk and --calendar go together"),
        (("--desk", "desk.yaml", "--calendar", "ofice"), 'Did you mean "office"?'),
        (("--from", "2028", "--to", "2026"), "--from 2028 is after --to 2026"),
        (("--from", "1800"), "not in the range"),
    ],
)
def test_a_wrong_usage_is_said_to_be_one(proposed: Run, options: tuple[str, ...], said: str) -> None:
    result = proposed(*options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_broken_desk_is_said_to_be_broken(proposed: Run, tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text("name: x\n", encoding="utf-8")
    result = proposed("--desk", "desk.yaml", "--calendar", "office")
    assert result.exit_code == 1
    assert "calendars: this is missing" in result.stderr
