"""Which channels a notice takes to a person: all if it asks them to take a case, else the quiet one."""

from collections.abc import Sequence

from escalator.core.desk.channels import Channel, ChannelKind

from .notices import NoticeKind

# Somebody waits for this very person.
_CALLS = frozenset({NoticeKind.ESCALATION, NoticeKind.LAST_RESORT, NoticeKind.CALL_NOW})


def channels_for(kind: NoticeKind, channels: Sequence[Channel], mail_comes_back: bool) -> tuple[Channel, ...]:
    """The channels in order; none if the person has none. Mail that comes back is tried where nothing else is.

    Who has no mail reads what is no call on their first channel.
    """
    mail = [channel for channel in channels if channel.kind is ChannelKind.MAIL]
    if mail_comes_back and len(channels) > len(mail):
        channels, mail = [channel for channel in channels if channel not in mail], []
    return tuple(channels) if kind in _CALLS else tuple(mail or channels[:1])
