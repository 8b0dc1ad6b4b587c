"""`escalator mail list`, `show`, `release` and `discard`, on mail that waits for somebody's word."""

from collections.abc import Iterator

import pytest

from tests.api.house import HOPELESS_MAIL
from tests.cli.conftest import Run
from tests.servers.crew import ADMIN
from tests.story import Story

ODD = b"From: dana@city.example\r\nSubject: =?utf-8?q?=07=1B[31mred?=\r\nMessage-ID: <9@x>\r\n\r\nHello \x1b[2J\r\n"


@pytest.fixture
def desk(escalator: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command with all settings."""
    for name, value in (
        ("REDIS_URL", "redis://127.0.0.1:1/0"),
        ("SMTP_URL", "smtp://127.0.0.1:1?tls=none"),
        ("BASE_URL", "http://127.0.0.1:8000"),
        ("SECRET_KEY", "not a secret in a test"),
    ):
        monkeypatch.setenv(name, value)
    return escalator


@pytest.fixture
def story(database_url: str) -> Iterator[Story]:
    with Story(database_url) as story:
        yield story


def came(story: Story, mail: bytes) -> int:
    """The number of a mail that came in and was looked at."""
    receipt = story.app.receiving.accept(ADMIN, mail, "http")
    while story.app.incoming.work().tried:
        pass
    return receipt.id


def test_quarantine_is_listed_shown_and_let_in(desk: Run, story: Story) -> None:
    id_ = came(story, HOPELESS_MAIL % 1)
    listed = desk("mail", "list", "--state", "quarantined", "--state", "held")
    assert listed.exit_code == 0, listed.stderr
    assert f"{id_}" in listed.stdout
    assert listed.stdout.endswith("1 quarantined\n")
    assert "no mail" not in desk("mail", "list", "--kind", "human").stdout

    assert f"Mail {id_}: quarantined" in desk("mail", "show", str(id_)).stdout
    assert desk("mail", "show", str(id_), "--raw").stdout_bytes == HOPELESS_MAIL % 1

    assert desk("mail", "release", str(id_)).stdout == f"Mail {id_} is in T-1.\n"
    assert story.ticket("T-1").subject == "many"
    again = desk("mail", "discard", str(id_), "--why", "spam")
    assert (again.exit_code, again.stderr.startswith("Error: mail 1 is settled")) == (1, True)


def test_a_mail_goes_into_the_ticket_that_is_named(desk: Run, story: Story) -> None:
    ref = story.opened("the page")
    id_ = came(story, HOPELESS_MAIL % 1)
    assert desk("mail", "release", str(id_), "--ticket", "T-99").exit_code == 1
    assert desk("mail", "release", str(id_), "--ticket", ref).stdout == f"Mail {id_} is in {ref}.\n"


def test_what_is_discarded_is_still_there(desk: Run, story: Story) -> None:
    id_ = came(story, HOPELESS_MAIL % 1)
    assert desk("mail", "discard", str(id_), "--why", "an advertisement").stdout == f"Mail {id_} is discarded.\n"
    assert "an advertisement" in desk("mail", "list", "--state", "discarded").stdout
    assert desk("mail", "discard", str(id_)).exit_code == 2


def test_nothing_in_a_mail_speaks_to_the_terminal(desk: Run, story: Story) -> None:
    id_ = came(story, ODD)
    for said in (desk("mail", "list"), desk("mail", "show", str(id_))):
        assert said.exit_code == 0
        assert "\x1b" not in said.stdout
        assert "\x07" not in said.stdout
    assert "Hello" in desk("mail", "show", str(id_)).stdout


def test_a_mail_that_is_not_there_is_said_in_one_sentence(desk: Run) -> None:
    said = desk("mail", "show", "7")
    assert (said.exit_code, said.stderr.count("\n")) == (1, 1)
