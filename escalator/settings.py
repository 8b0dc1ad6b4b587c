"""Settings from the environment, read once, typed and frozen; a missing secret is an error, never a default."""

from dataclasses import dataclass
from pathlib import Path

from environs import Env, EnvError, FileAwareEnv

from escalator.core.errors import EscalatorError


class SettingsError(EscalatorError):
    """The environment does not say what is needed; the message names the variable and the remedy."""

    code = "settings"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says. A variable may be given as NAME_FILE: the path of a file that holds its value."""

    database_url: str
    redis_url: str
    smtp_url: str
    base_url: str
    secret_key: str
    desk_file: Path | None
    log_level: str


def read_settings() -> Settings:
    """Reads the environment; raises `SettingsError` with a sentence that names the variable."""
    env = FileAwareEnv()
    return Settings(
        database_url=_needed(env, "DATABASE_URL", "postgresql://user:password@host/escalator"),
        redis_url=_needed(env, "REDIS_URL", "redis://host:6379/0"),
        smtp_url=_needed(env, "SMTP_URL", "smtp://user:password@host:587?tls=starttls"),
        base_url=_needed(env, "BASE_URL", "https://support.example.org").rstrip("/"),
        secret_key=_needed(env, "SECRET_KEY", "64 random characters"),
        desk_file=env.path("DESK_FILE", None),
        log_level=env.str("ESCALATOR_LOG_LEVEL", "INFO"),
    )


def _needed(env: Env, name: str, example: str) -> str:
    try:
        value: str = env.str(name)
    except EnvError:
        raise SettingsError(f"{name} is not set; give it in the environment, for instance {name}={example}") from None
    if not value.strip():
        raise SettingsError(f"{name} is empty; give it a value, for instance {name}={example}")
    return value.strip()
