"""The picture of the ladders shows who is asked, when, and where a case ends."""

from escalator.core.desk import diagram, read

from .desk_texts import EXAMPLE, SMALL, small_desk


def test_a_ladder_is_drawn_from_what_starts_it_to_the_last_resort() -> None:
    lines = [line.strip() for line in diagram(read(SMALL)).splitlines()]
    assert lines[:9] == [
        "flowchart TD",
        'last_resort(["last resort: Mia"])',
        'subgraph l0 ["climb"]',
        'l0_start("requested, max_age, breach of loud, breach of standard")',
        'l0_0["tell the team"]',
        'l0_1["hand to Lee, lead of first-line"]',
        'l0_2["tell Mia"]',
        "end",
        'l0_start -->|"at once"| l0_0',
    ]
    assert 'l0_0 -->|"nobody within 15m, after 5m"| l0_1' in lines
    assert 'l0_2 -.->|"again, 1 more"| l0_0' in lines
    assert 'l0_2 -->|"nobody within 30m"| last_resort' in lines
    assert 'l1_0["tell the lead of the team"]' in lines


def test_a_step_that_asks_nobody_is_left_at_once() -> None:
    steps = "      - {action: notify, whom: team, acknowledge_within: 15m}\n"
    marks = "      - {action: tag, tag: loud}\n      - {action: raise_priority, to: high, after: 1m}\n"
    end = "      - {action: notify, whom: {agent: mia@harbour.example}}\n"
    drawn = diagram(read(small_desk(steps, marks + steps).replace(end, f"{end}      - {{action: tag, tag: lost}}\n")))
    lines = [line.strip() for line in drawn.splitlines()]
    assert 'l0_0 -->|"after 1m"| l0_1' in lines
    assert 'l0_1 -->|"at once"| l0_2' in lines
    assert 'l0_4 -->|"nobody within 30m"| l0_5' in lines
    assert 'l0_5 -->|"at once"| last_resort' in lines


def test_every_ladder_of_the_example_but_the_warning_one_reaches_the_last_resort() -> None:
    desk = read(EXAMPLE)
    assert diagram(desk).count("| last_resort\n") == len(desk.ladders) - 1


def test_a_name_cannot_break_out_of_its_box() -> None:
    drawn = diagram(read(small_desk("{name: Mia,", "{name: '\"]; click x <b>',")))
    assert "tell #quot;]#59; click x #lt;b#gt;" in drawn


def test_a_ladder_that_nothing_starts_says_so() -> None:
    assert 'l1_start("nothing starts it")' in diagram(read(small_desk(", warning: heads-up", "")))
