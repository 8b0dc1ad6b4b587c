"""`escalator people test`: a message through each channel, by real sockets, and words about how it went."""

from pathlib import Path

import pytest
from standardwebhooks import Webhook

from tests.adapters.receivers import Receiver, answers
from tests.service.test_channels import LEES, desk
from tests.service.test_channels import SECRET as CHANNEL_SECRET
from tests.story import LEE, SAM, Story

from .conftest import Run

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def whole(escalator: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command with all that the service needs; nobody listens where it would mail to."""
    for name, value in {
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "SMTP_URL": "smtp://127.0.0.1:1?tls=none",
        "BASE_URL": "https://support.harbour.example",
        "SECRET_KEY": "not a secret in a test",
        "ESCALATOR_WEBHOOK_SECRET": SECRET,
    }.items():
        monkeypatch.setenv(name, value)
    return escalator


def test_it_says_for_each_channel_how_it_went(whole: Run, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Receiver(answers(200)) as receiver, Receiver(answers(410)) as gone:
        monkeypatch.setenv("ESCALATOR_WEBHOOK_ALLOW", f"{receiver.place},{gone.place}")
        monkeypatch.setenv("ESCALATOR_CHANNEL_HOOK", receiver.url)
        ways = f'[{{webhook: "${{HOOK}}"}}, {{webhook: "{gone.url}"}}, {{apprise: "${{PAGER}}"}}, mail]'
        with Story(database_url, desk({SAM: ways})):
            result = whole("people", "test", SAM)
    assert result.stdout.splitlines() == [
        "webhook: it was taken (200)",
        "webhook-2: it was refused for good (410)",
        "apprise: ESCALATOR_CHANNEL_PAGER is not set",
        "mail: it was not taken this time",
    ]
    assert result.exit_code == 1
    [call] = receiver.calls
    assert Webhook(SECRET).verify(call.body, dict(call.headers))["type"] == "test"


def test_a_listener_that_this_process_may_not_call_is_refused_with_the_setting_that_allows_it(
    whole: Run, database_url: str
) -> None:
    with Story(database_url, desk({SAM: '[{webhook: "http://127.0.0.1:8080/hook"}]'})):
        said = whole("people", "test", SAM).stdout
    assert "ESCALATOR_WEBHOOK_ALLOW of this process does not name 127.0.0.1:8080" in said


def test_it_ends_well_when_all_went_well(whole: Run, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Receiver(answers(204)) as receiver:
        monkeypatch.setenv("ESCALATOR_WEBHOOK_ALLOW", receiver.place)
        with Story(database_url, desk({SAM: f'[{{webhook: "{receiver.url}"}}]'})):
            assert whole("people", "test", SAM).exit_code == 0
            again = whole("people", "test", SAM)
    assert (again.exit_code, "less than a minute ago" in again.output) == (1, True)
    assert len(receiver.calls) == 1


def test_the_list_of_letters_shows_channels_and_people_and_no_address(escalator: Run, database_url: str) -> None:
    with Story(database_url, desk({LEE: LEES})) as story:
        story.opened("a page under our name")
        story.passes(hours=4, minutes=16)
        assert story.told
    listed = escalator("outbox", "list").stdout
    assert "apprise" in listed
    assert "webhook" in listed
    assert CHANNEL_SECRET not in listed


def test_who_has_no_channel_is_told_so(whole: Run, database_url: str) -> None:
    with Story(database_url, desk({SAM: "[]"})):
        result = whole("people", "test", SAM)
    assert (result.exit_code, result.stdout) == (1, f"{SAM} has no channel: nothing reaches them.\n")
