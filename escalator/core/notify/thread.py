"""The Message-IDs that hold a ticket's mails together in the reader of everybody on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from escalator.core.mail.compose import message_id


@dataclass(frozen=True, slots=True)
class Part:
    """Public message number `message`: a customer's mail by its Message-ID, or (empty) a reply of ours."""

    message: int
    message_id: str = ""


def reply_key(ticket: str, message: int) -> str:
    """What the Message-ID of a reply is made from: it is the same for all who get it."""
    return f"{ticket}/reply/{message}"


def references(ticket: str, parts: Sequence[Part], domain: str, before: int | None = None) -> list[str]:
    """What a letter about `ticket` answers, the nearest last; `parts` are its thread so far, oldest first.

    Where no customer's mail is the root, all our letters share one that was never sent: readers thread by it too.
    """
    earlier = [part for part in parts if before is None or part.message < before]
    ids = [part.message_id or message_id(reply_key(ticket, part.message), domain) for part in earlier]
    began_by_mail = bool(earlier) and bool(earlier[0].message_id)
    return ids if began_by_mail else [message_id(f"{ticket}/thread", domain), *ids]
