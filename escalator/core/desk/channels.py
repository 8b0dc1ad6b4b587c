"""How a person is reached, and where the desk's webhooks lead. Addresses are secrets: nothing here quotes one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from .problems import Finding, Path
from .urls import read_url

MOST = 8
"""So many channels are enough to reach anybody."""

_NAME = re.compile(r"\$\{([A-Z][A-Z0-9_]{0,59})\}")


class ChannelKind(StrEnum):
    """What carries a notice."""

    MAIL = "mail"
    WEBHOOK = "webhook"
    APPRISE = "apprise"


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to a person or a program. `address` and `secret` may hold `${NAME}`; `number` counts those of a kind.

    `secret` is what a webhook is signed with (empty: the secret for all of them).
    """

    kind: ChannelKind
    address: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    number: int = 1

    @property
    def label(self) -> str:
        """What may be shown of it, and how the outbox knows it: `mail`, `webhook`, `apprise-2`."""
        return str(self.kind) if self.number == 1 else f"{self.kind}-{self.number}"


MAIL = Channel(ChannelKind.MAIL)


_MANY = tuple(kind for kind in ChannelKind if kind is not ChannelKind.MAIL)
# Every label that a channel may have.
LABELS = (MAIL.label, *(Channel(kind, number=number).label for kind in _MANY for number in range(1, MOST + 1)))


def kind_of(label: str) -> ChannelKind:
    return ChannelKind(label.partition("-")[0])


def filled(text: str, settings: Mapping[str, str]) -> str:
    """`text` with each `${NAME}` replaced; raises LookupError with a sentence that names the one that is not set."""

    def setting(match: re.Match[str]) -> str:
        if match[1] not in settings:
            raise LookupError(f"ESCALATOR_CHANNEL_{match[1]} is not set")
        return settings[match[1]]

    return _NAME.sub(setting, text)


def is_name(text: object) -> bool:
    """Whether the whole text is one `${NAME}`."""
    return isinstance(text, str) and _NAME.fullmatch(text) is not None


def filled_for_looks(text: str) -> str:
    """`text` with something harmless for each `${NAME}`, so that its shape can be looked at."""
    return _NAME.sub("x.example", text)


def repeated(channels: Sequence[Channel], path: Path) -> Iterator[Finding]:
    """An error for each channel that stands there twice: its person would be told twice."""
    seen = set[tuple[ChannelKind, str]]()
    for number, channel in enumerate(channels):
        if (channel.kind, channel.address) in seen:
            yield Finding((*path, number), f"this {channel.kind} is listed twice", "Keep one of the two.")
        seen.add((channel.kind, channel.address))


def on_this_machine(channel: Channel) -> bool:
    """Whether a webhook leads to the machine that calls it, which only a developer means."""
    if channel.kind is not ChannelKind.WEBHOOK or is_name(channel.address):
        return False
    return read_url(filled_for_looks(channel.address)).is_here
