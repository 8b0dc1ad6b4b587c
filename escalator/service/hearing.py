"""What the words of a message say: read once, when they come in, and kept with the event that tells of them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from escalator.core.desk.model import Desk
from escalator.core.loops.likeness import MOST_EARLIER, MOST_READ, like
from escalator.core.loops.reading import read, topics_of
from escalator.core.ticket.ticket import Ticket
from escalator.store import cases, messages
from escalator.store.database import Transaction

Marks = Mapping[str, Any]
NOTHING: Marks = MappingProxyType({})


def of_customer(words: str, desk: Desk) -> Marks:
    """What a customer asks for or complains of, and the guarded topics that they touch."""
    return _said(says=read(words, desk.loops).says, topics=topics_of(words, desk.topics))


def of_agent(tx: Transaction, ticket: Ticket, words: str, desk: Desk) -> Marks:
    """Which earlier replies in this case say nearly the same as this one, which is not yet among them."""
    numbers = [ticket.id, *(cases.members(tx, ticket.case) if ticket.case is not None else ())]
    return _said(like=like(words, messages.replies(tx, numbers, MOST_EARLIER, MOST_READ), desk.loops))


def _said(**found: Sequence[Any]) -> Marks:
    return {name: list(values) for name, values in found.items() if values}
