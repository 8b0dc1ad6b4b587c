"""The Message-IDs that hold a ticket's mails together in the reader of everybody on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from escalator.core.mail.compose import root_id


@dataclass(frozen=True, slots=True)
class Part:
    """A mail in the thread with public message number `message`: a customer's, or (`ours`) a reply of an agent."""

    message: int
    message_id: str
    ours: bool = False


def reply_key(ticket: str, message: int) -> str:
    """What the Message-ID of a reply is made from: it is the same for all who get it."""
    return f"{ticket}/reply/{message}"


def message_in(key: str) -> int:
    """The message that a letter with this key carries: `reply_key`, and behind it to whom."""
    return int(key.split("/")[2])


def references(ticket: str, parts: Sequence[Part], domain: str, before: int | None = None) -> list[str]:
    """What a letter about `ticket` answers, the nearest last; `parts` are its thread so far, oldest first.

    Where no customer's mail is the root, all our letters share one that was never sent: readers thread by it too.
    """
    earlier = [part for part in parts if before is None or part.message < before]
    ids = [part.message_id for part in earlier]
    began_by_mail = bool(earlier) and not earlier[0].ours
    return ids if began_by_mail else [root_id(f"{ticket}/thread", domain), *ids]
