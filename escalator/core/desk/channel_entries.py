"""The channels of a desk.yaml, read: every shape that a person's channel or a webhook may have."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from marshmallow import fields

from . import schemes
from .channels import MAIL, MOST, Channel, ChannelKind, filled_for_looks, is_name
from .kinds import Several, at_most, wrong
from .problems import did_you_mean
from .urls import LONGEST, read_url

_APPRISE = re.compile(r"([a-z0-9]{1,30})://[!-~]+")
_SHAPE = "Write mail, {webhook: https://...} or {apprise: ntfy://...}."
_BY_NAME = 'Write it like "${OPS_HOOK}", and set ESCALATOR_CHANNEL_OPS_HOOK.'


class ChannelEntry(fields.Field[Channel]):
    """`mail`, or one of `{webhook: https://...}` (with a `secret` if it has its own) and `{apprise: ntfy://...}`."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Channel:
        if isinstance(value, str):
            if value != ChannelKind.MAIL:
                raise wrong("there is no such channel", _SHAPE)
            return MAIL
        return _channel(value, (ChannelKind.WEBHOOK, ChannelKind.APPRISE))


class WebhookEntry(fields.Field[Channel]):
    """The address of a program: `https://...`, or `{webhook: https://..., secret: ...}`."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Channel:
        said = {"webhook": value} if isinstance(value, str) else value
        return _channel(said, (ChannelKind.WEBHOOK,))


def channels_field() -> Several:
    """The channels of a person, in their order; none at all is allowed, and the linter speaks of it."""
    return Several(ChannelEntry(), validate=at_most(MOST), post_load=_numbered)


def _numbered(channels: Sequence[Channel]) -> tuple[Channel, ...]:
    count = Counter[ChannelKind]()
    numbered = []
    for channel in channels:
        count[channel.kind] += 1
        numbered.append(replace(channel, number=count[channel.kind]))
    return tuple(numbered)


def _channel(said: Any, kinds: Sequence[ChannelKind]) -> Channel:
    """Of all that is said, exactly one names the kind and holds the address."""
    named = [kind for kind in kinds if isinstance(said, Mapping) and kind in said]
    if len(named) != 1 or not set(said) <= {named[0], "secret"}:
        raise wrong("this must name one channel", _SHAPE)
    address, secret = said[named[0]], said.get("secret", "")
    if not isinstance(address, str):
        raise wrong("the address must be text", _SHAPE)
    if secret and (named[0] is not ChannelKind.WEBHOOK or not is_name(secret)):
        raise wrong("a secret of its own is for a webhook, and is not written down here", _BY_NAME)
    _CHECKS[named[0]](address)
    return Channel(named[0], address, secret)


def _check_webhook(address: str) -> None:
    if is_name(address):
        return
    try:
        url = read_url(filled_for_looks(address))
    except ValueError as error:
        raise wrong(str(error), "Write it like https://hooks.example/path.") from None
    if not (url.tls or url.is_here):
        raise wrong("a webhook without TLS can be read and changed on its way", "Write https://.")


def _check_apprise(address: str) -> None:
    if is_name(address):
        return
    plain = filled_for_looks(address)
    match = _APPRISE.fullmatch(plain) if len(address) <= LONGEST else None
    if match is None or "${" in plain:
        remedy = "Write it like ntfy://topic, in plain ASCII; see the list of apprise."
        raise wrong("this is no address of a chat, SMS or pager service", remedy)
    scheme = match[1]
    if scheme in schemes.REFUSED:
        raise wrong(f"{scheme}:// is no pager", schemes.REFUSED[scheme])
    if scheme not in schemes.KNOWN:
        raise wrong(f"no service is known by {scheme}://", did_you_mean(scheme, schemes.KNOWN))


_CHECKS = {ChannelKind.WEBHOOK: _check_webhook, ChannelKind.APPRISE: _check_apprise}
