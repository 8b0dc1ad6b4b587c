"""`escalator mail preview` shows any letter without a database, in the desk's words if it has them."""

from pathlib import Path

from click.testing import CliRunner, Result

from escalator.cli import main
from tests.core.desk_texts import SMALL


def previewed(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["mail", "preview", *arguments])


def test_alone_it_lists_the_kinds() -> None:
    listed = previewed().output.splitlines()
    assert "escalation                  to a colleague" in listed
    assert "customer_reminder           to a customer" in listed


def test_it_prints_the_text_with_its_subject() -> None:
    assert previewed("escalation").output.startswith("Subject: [T-1042] Dana Fox has waited 5 h 12 min")
    assert "\n\nGuten Tag Dana Fox,\n" in previewed("customer_taken", "--language", "de-AT").output


def test_it_prints_the_page() -> None:
    page = previewed("escalation", "--html").output
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")


def test_it_uses_the_words_of_a_desk_that_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "desk.yaml"
    file.write_text(SMALL.replace("import:\n", '  templates: {en: {customer_taken: "On it\\nHello"}}\nimport:\n'))
    assert previewed("customer_taken", "--desk", str(file)).output == "Subject: On it [T-1042]\n\nHello\n"
    file.write_text("name: half a desk")
    assert previewed("customer_taken", "--desk", str(file)).exit_code == 1


def test_a_letter_that_there_is_none_of_is_refused_in_a_sentence() -> None:
    refused = previewed("nope")
    assert refused.exit_code == 1
    assert 'there is no letter "nope"' in refused.output
