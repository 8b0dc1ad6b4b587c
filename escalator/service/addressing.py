"""Where a letter goes: its person's mailbox, or what the desk in use and the settings say of its channel.

The outbox knows persons and kinds of channels only; addresses are secrets and stand nowhere but in the desk.
"""

from collections.abc import Mapping
from datetime import datetime

from escalator.adapters.channels import Sending
from escalator.core.desk.channels import MAIL, Channel, filled
from escalator.core.desk.model import Desk
from escalator.store.outbox import Letter


def addressed(letter: Letter, desk: Desk, settings: Mapping[str, str], at: datetime) -> Sending:
    """The letter as its channel takes it; raises LookupError with a sentence when its address is not to be had."""
    if letter.channel == MAIL.label:
        return Sending(letter.recipient, letter.payload, at, letter.message_id, letter.sender)
    channel = _channel(letter, desk)
    secret = filled(channel.secret, settings)
    return Sending(filled(channel.address, settings), letter.payload, at, letter.message_id, secret=secret)


def _channel(letter: Letter, desk: Desk) -> Channel:
    """Of a webhook of the desk, or of a person: no name of a webhook can be an e-mail address."""
    if letter.recipient in desk.webhooks:
        return desk.webhooks[letter.recipient]
    agent = desk.agents.get(letter.recipient)
    for channel in agent.channels if agent else ():
        if channel.label == letter.channel:
            return channel
    raise LookupError("the desk does not name this channel any more")
