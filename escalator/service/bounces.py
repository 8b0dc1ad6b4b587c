"""Mail of ours that came back, or that somebody complained of: whom it does not reach is not written to again."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from escalator.core.mail.addresses import OwnAddresses, Way
from escalator.core.mail.incoming import Bounced, IncomingMail
from escalator.store import outbox
from escalator.store.database import Transaction
from escalator.store.incoming import Kept
from escalator.store.outbox import Letter

from . import unreached
from .handling import Handling


def note(tx: Transaction, handling: Handling, own: OwnAddresses, kept: Kept, mail: IncomingMail) -> int | None:
    """What a report says of letters of ours; gives the ticket of one of them, None if it speaks of no letter.

    Only what names a letter of ours counts: anybody can write a report about anybody (mail.md, 4). A temporary
    failure changes nothing, the server that reports it goes on trying.
    """
    letters = list(_named(tx, own, kept, mail))
    alone = len(letters) == len(mail.bounced) == 1
    for letter in letters:
        for failure in mail.bounced:
            if failure.permanent and _is_about(failure, letter, alone):
                unreached.came_back(tx, handling, letter, f"came back: {failure.status or 'no status'}")
        if mail.complains:
            unreached.complained(tx, letter)
    return letters[0].ticket_id if letters else None


def _named(tx: Transaction, own: OwnAddresses, kept: Kept, mail: IncomingMail) -> Iterator[Letter]:
    """By the envelope that it came back to, else by the Message-IDs in what came back."""
    to = (*kept.envelope_to, *(box.address for box in mail.to))
    envelopes = [address.casefold() for address in to if _is_envelope(own, address, tx.now)]
    by_envelope = [letter for envelope in envelopes for letter in outbox.of_envelope(tx, envelope)]
    yield from by_envelope or _all(outbox.of_messages(tx, mail.references).values())


def _is_envelope(own: OwnAddresses, address: str, now: datetime) -> bool:
    named = own.named(address, "", now)
    return named is not None and named.way is Way.BOUNCE


def _all(lists: Iterable[list[Letter]]) -> Iterator[Letter]:
    for letters in lists:
        yield from letters


def _is_about(failure: Bounced, letter: Letter, alone: bool) -> bool:
    """A mailbox that forwards reports the address behind it: the only one that failed is the one we wrote to."""
    return alone or failure.recipient.casefold() == letter.recipient.casefold()
