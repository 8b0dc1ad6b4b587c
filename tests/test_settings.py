"""Settings of channels: secrets by name, also from files, and never shown."""

from pathlib import Path

import pytest

from escalator.settings import SettingsError, read_settings

NEEDED = {
    "DATABASE_URL": "sqlite://",
    "REDIS_URL": "redis://127.0.0.1:1",
    "SMTP_URL": "smtp://127.0.0.1:1",
    "BASE_URL": "https://support.harbour.example",
    "SECRET_KEY": "not a secret in a test",
}


@pytest.fixture(autouse=True)
def needed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in NEEDED.items():
        monkeypatch.setenv(name, value)


def test_without_a_word_of_channels_nothing_is_known_and_nothing_allowed() -> None:
    settings = read_settings()
    assert (settings.webhook_secret, settings.webhook_allow, settings.channel_settings) == ("", (), {})


def test_what_channels_name_is_read_from_the_environment_and_from_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bot").write_text("123:abc\n")
    monkeypatch.setenv("ESCALATOR_CHANNEL_BOT_FILE", str(tmp_path / "bot"))
    monkeypatch.setenv("ESCALATOR_CHANNEL_MIAS_TOPIC", "mia-harbour")
    monkeypatch.setenv("ESCALATOR_WEBHOOK_SECRET_FILE", str(tmp_path / "bot"))
    monkeypatch.setenv("ESCALATOR_WEBHOOK_ALLOW", "127.0.0.1:8080, localhost:9000")
    settings = read_settings()
    assert settings.channel_settings == {"BOT": "123:abc", "MIAS_TOPIC": "mia-harbour"}
    assert settings.webhook_secret == "123:abc"
    assert settings.webhook_allow == ("127.0.0.1:8080", "localhost:9000")
    assert "123:abc" not in repr(settings)


def test_the_secret_before_may_lie_in_a_file_and_need_not_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert read_settings().secret_keys_before == ()
    (tmp_path / "before").write_text("of last year\n")
    monkeypatch.setenv("SECRET_KEY_BEFORE_FILE", str(tmp_path / "before"))
    assert read_settings().secret_keys_before == ("of last year",)
    assert "of last year" not in repr(read_settings())


def test_a_file_that_is_not_there_is_said_by_the_name_of_its_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESCALATOR_CHANNEL_BOT_FILE", "/nowhere/at/all")
    with pytest.raises(SettingsError, match="ESCALATOR_CHANNEL_BOT"):
        read_settings()
