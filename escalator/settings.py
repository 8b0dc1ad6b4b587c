"""Settings from the environment, read once, typed and frozen; a missing secret is an error, never a default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from environs import Env, EnvError, FileAwareEnv

from escalator.core.errors import EscalatorError

CHANNEL_PREFIX = "ESCALATOR_CHANNEL_"


class SettingsError(EscalatorError):
    """The environment does not say what is needed; the message names the variable and the remedy."""

    code = "settings"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says. A variable may be given as NAME_FILE: the path of a file that holds its value.

    `secret_keys_before` sign nothing any more, but what they signed is in people's mail and still holds.
    `imap_url` is the mailbox from which mail is fetched, empty for none.
    `webhook_allow` are places like `127.0.0.1:8080` that may be called though they are not public, for development.
    `channel_settings` are what the desk's channels name as `${NAME}`, without their prefix.
    """

    database_url: str
    redis_url: str
    smtp_url: str
    base_url: str
    secret_key: str
    desk_file: Path | None
    log_level: str
    webhook_secret: str = field(default="", repr=False)
    webhook_allow: tuple[str, ...] = ()
    imap_url: str = field(default="", repr=False)
    channel_settings: Mapping[str, str] = field(default_factory=dict, repr=False)
    secret_keys_before: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class EmbeddedSettings:
    """Where `escalator up` keeps its state, and the ports of 127.0.0.1 on which its parts listen."""

    home: Path
    web_port: int
    flower_port: int
    mail_port: int
    inbox_port: int


def read_embedded_settings() -> EmbeddedSettings:
    """Reads what concerns `escalator up` only; raises `SettingsError` for a port that is no number."""
    env = Env()
    try:
        return EmbeddedSettings(
            home=env.path("ESCALATOR_HOME", Path(".escalator")),
            web_port=env.int("ESCALATOR_WEB_PORT", 8000),
            flower_port=env.int("ESCALATOR_FLOWER_PORT", 5555),
            mail_port=env.int("ESCALATOR_MAIL_PORT", 1025),
            inbox_port=env.int("ESCALATOR_INBOX_PORT", 2525),
        )
    except EnvError as error:
        raise SettingsError(str(error)) from None


def fill_in(defaults: Mapping[str, str]) -> frozenset[str]:
    """Puts into the environment, for us and our children, what it does not say; the names that were missing."""
    missing = frozenset(name for name in defaults if name not in os.environ and f"{name}_FILE" not in os.environ)
    os.environ.update({name: defaults[name] for name in missing})
    return missing


def read_settings() -> Settings:
    """Reads the environment; raises `SettingsError` with a sentence that names the variable."""
    env = FileAwareEnv()
    return Settings(
        database_url=_needed(env, "DATABASE_URL", "postgresql://user:password@host/escalator"),
        redis_url=_needed(env, "REDIS_URL", "redis://host:6379/0"),
        smtp_url=_needed(env, "SMTP_URL", "smtp://user:password@host:587?tls=starttls"),
        base_url=read_base_url(),
        secret_key=_needed(env, "SECRET_KEY", "64 random characters"),
        desk_file=read_desk_file(),
        log_level=env.str("ESCALATOR_LOG_LEVEL", "INFO"),
        webhook_secret=_secret(env, "ESCALATOR_WEBHOOK_SECRET"),
        webhook_allow=tuple(map(str.strip, filter(None, env.str("ESCALATOR_WEBHOOK_ALLOW", "").split(",")))),
        imap_url=_secret(env, "IMAP_URL"),
        channel_settings=_channel_settings(env),
        secret_keys_before=tuple(filter(None, [_secret(env, "SECRET_KEY_BEFORE")])),
    )


def _channel_settings(env: Env) -> dict[str, str]:
    """All that begin with the prefix; each is a secret and may lie in a file."""
    names = {name.removesuffix("_FILE") for name in os.environ if name.startswith(CHANNEL_PREFIX)}
    return {name.removeprefix(CHANNEL_PREFIX): _secret(env, name) for name in sorted(names)}


def _secret(env: Env, name: str) -> str:
    """What may be missing; but a file that is named must be there."""
    try:
        value: str = env.str(name, "")
    except ValueError as error:
        raise SettingsError(str(error)) from None
    return value.strip()


def read_database_url() -> str:
    """The database alone, for commands that need nothing else; raises `SettingsError`."""
    return _needed(FileAwareEnv(), "DATABASE_URL", "postgresql://user:password@host/escalator")


def read_base_url() -> str:
    """Where links in letters lead, for commands that may write some; raises `SettingsError`."""
    return _needed(FileAwareEnv(), "BASE_URL", "https://support.example.org").rstrip("/")


def read_secret_key() -> str:
    """What signs the addresses in letters, for commands that may write some; without it they are not signed."""
    return _secret(FileAwareEnv(), "SECRET_KEY")


def read_desk_file() -> Path | None:
    """The desk for a database that has none yet."""
    return Env().path("DESK_FILE", None)


def adopt(file: Path) -> None:
    """Takes over what `escalator up` wrote into `file`, lines NAME=VALUE, if the environment names no database.

    So a command typed beside a running desk finds it; and one that is told of another takes nothing from this one.
    """
    given = "DATABASE_URL" in os.environ or "DATABASE_URL_FILE" in os.environ
    if not given and file.is_file():
        pairs = (line.partition("=") for line in file.read_text(encoding="utf-8").splitlines())
        fill_in({name: value for name, mark, value in pairs if mark})


def _needed(env: Env, name: str, example: str) -> str:
    try:
        value: str = env.str(name)
    except EnvError:
        raise SettingsError(f"{name} is not set; give it in the environment, for instance {name}={example}") from None
    if not value.strip():
        raise SettingsError(f"{name} is empty; give it a value, for instance {name}={example}")
    return value.strip()
