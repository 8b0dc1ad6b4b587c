"""`escalator people`: somebody whose mail came back is asked again once the address is mended."""

from tests.story import MIA, SAM, Story

from .conftest import Run


def test_a_mended_address_is_asked_again(escalator: Run, database_url: str) -> None:
    with Story(database_url) as story:
        story.channel.bounces.add(SAM)
        story.opened("a question")
        story.passes(hours=4, minutes=1)
        assert SAM not in story.told
        assert "came back" in escalator("people", "list").stdout

        assert escalator("people", "reachable", SAM).stdout == f"{SAM} is asked by mail again.\n"

        assert "came back" not in escalator("people", "list").stdout
        assert MIA in escalator("people", "list").stdout
    assert escalator("people", "reachable", "who@else.example").exit_code == 1
