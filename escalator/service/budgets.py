"""Holds back what may wait, before it is put into the outbox: beyond a person's budget, and in their quiet hours."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from escalator.core.desk.model import Desk
from escalator.core.notify.budgets import PERIOD, held_until, may_wait, repeats
from escalator.core.notify.notices import Notice
from escalator.store import budgets
from escalator.store.database import Transaction
from escalator.store.outbox import Letter

Written = tuple[Notice, Letter]


def within_budget(tx: Transaction, written: Sequence[Written], desk: Desk) -> list[Letter]:
    """The letters of these notices, those that are to wait with the instant of their digest.

    Asks the outbox twice, however many they are, and only when one of them may wait. Two units of work at the same
    time do not see each other's letters, so a budget may be overshot by what the other writes.
    """
    once = list({letter.key: (notice, letter) for notice, letter in written}.values())
    patient = [letter for notice, letter in once if _may_wait(notice, letter)]
    if not patient:
        return [letter for _, letter in once]
    told = _Told(tx, patient)
    return [told.entered(notice, letter, desk) for notice, letter in once]


def _may_wait(notice: Notice, letter: Letter) -> bool:
    return letter.is_mail and letter.state == "pending" and may_wait(notice)


class _Told:
    """What the people of some letters have been told already; letters of one unit of work count among themselves."""

    def __init__(self, tx: Transaction, patient: Collection[Letter]) -> None:
        people = {letter.recipient for letter in patient}
        self._now = tx.now
        self._known = defaultdict(set, budgets.known(tx, people, {letter.ticket_id for letter in patient}))
        self._lately = Counter(budgets.lately(tx, people, tx.now - PERIOD))

    def entered(self, notice: Notice, letter: Letter, desk: Desk) -> Letter:
        """The letter as it goes into the outbox; from then on it counts."""
        person, known = letter.recipient, self._known[letter.recipient, letter.ticket_id]
        if _may_wait(notice, letter) and repeats(notice, known):
            letter = replace(letter, digest_at=held_until(self._now, self._lately[person], desk.allowance_of(person)))
        if letter.state == "pending":
            known.add((letter.kind, letter.run))
            self._lately[person] += letter.is_mail and letter.digest_at is None
        return letter
