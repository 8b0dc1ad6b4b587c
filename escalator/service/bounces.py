"""Mail of ours that came back, or that somebody complained of: whom it does not reach is not written to again."""

from collections.abc import Sequence

from escalator.core.mail.addresses import OwnAddresses, base_of
from escalator.core.mail.incoming import Bounced, IncomingMail
from escalator.store import dossiers, outbox
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
    by_envelope = _of_envelopes(tx, own, kept, mail)
    named = [by_envelope] if by_envelope else list(outbox.of_messages(tx, mail.references).values())
    letters = [letter for found in named for letter in found]
    # As every command does: tickets are locked before what hangs on them, and in the order of their numbers.
    dossiers.load(tx, {letter.ticket_id for letter in letters}, lock=True)
    alone = len(letters) == 1
    for found in named:
        for letter in found:
            if by_envelope or _is_proof(letter, found):
                _note_failures(tx, handling, letter, mail.bounced, alone)
            if mail.complains and _complains(letter, mail.bounced, alone):
                unreached.complained(tx, letter)
    return letters[0].ticket_id if letters else None


def _of_envelopes(tx: Transaction, own: OwnAddresses, kept: Kept, mail: IncomingMail) -> list[Letter]:
    """The letters under whose envelopes it came back."""
    to = (*kept.envelope_to, *(box.address for box in mail.to))
    return [letter for envelope in own.envelopes(to, tx.now) for letter in outbox.of_envelope(tx, envelope)]


def _is_proof(letter: Letter, same: Sequence[Letter]) -> bool:
    """Whether its Message-ID alone, which is that of the letters `same`, proves that it came back.

    All who get a reply see the same one, and one of them could cut off another. So a letter to a customer counts by
    an envelope, which its own reader alone sees; without one of its own, if nobody else got it.
    """
    return not letter.is_for_customer or (len(same) == 1 and base_of(letter.sender) == letter.sender.casefold())


def _note_failures(
    tx: Transaction, handling: Handling, letter: Letter, failures: Sequence[Bounced], alone: bool
) -> None:
    for failure in failures:
        if failure.permanent and _is_about(failure, letter, alone and len(failures) == 1):
            unreached.came_back(tx, handling, letter, f"came back: {failure.status or 'no status'}")


def _complains(letter: Letter, complainers: Sequence[Bounced], alone: bool) -> bool:
    """Whether it was this letter's reader; where nobody is named, it was if it went to nobody else."""
    if not complainers:
        return alone
    return any(_is_about(one, letter, alone and len(complainers) == 1) for one in complainers)


def _is_about(failure: Bounced, letter: Letter, alone: bool) -> bool:
    """A mailbox that forwards reports the address behind it: the only one that failed is the one we wrote to."""
    return alone or failure.recipient.casefold() == letter.recipient.casefold()
