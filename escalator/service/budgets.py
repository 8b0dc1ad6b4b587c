"""Holds back what may wait, before it is put into the outbox: beyond a person's budget, and in their quiet hours."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property

from escalator.core.desk.model import Desk
from escalator.core.notify.budgets import PERIOD, held_until, may_wait, repeats
from escalator.core.notify.notices import Notice
from escalator.store import budgets
from escalator.store.database import Transaction
from escalator.store.outbox import Letter

Written = tuple[Notice, Letter]


def within_budget(tx: Transaction, written: Sequence[Written], desk: Desk) -> list[Letter]:
    """The letters of these notices, those that are to wait with the instant of their digest.

    Asks the outbox twice at most, however many they are, and only when one of them may wait. Two units of work at the
    same time do not see each other's letters, so a budget may be overshot by what the other writes.
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
        self._tx, self._patient = tx, patient
        self._lately = Counter(budgets.lately(tx, self._people, tx.now - PERIOD))
        self._now_told = defaultdict[tuple[str, int], set[tuple[str, int]]](set)

    def entered(self, notice: Notice, letter: Letter, desk: Desk) -> Letter:
        """The letter as it goes into the outbox; from then on it counts."""
        person, about = letter.recipient, (letter.recipient, letter.ticket_id)
        if _may_wait(notice, letter):
            until = held_until(self._tx.now, self._lately[person], desk.allowance_of(person))
            if until is not None and repeats(notice, self._known.get(about, set()) | self._now_told[about]):
                letter = replace(letter, digest_at=until)
        if letter.state == "pending":
            self._now_told[about].add((letter.kind, letter.run))
            self._lately[person] += letter.is_mail and letter.digest_at is None
        return letter

    @cached_property
    def _known(self) -> dict[tuple[str, int], set[tuple[str, int]]]:
        """Asked for only when something would wait: on an ordinary day nothing does."""
        return budgets.known(self._tx, self._people, {letter.ticket_id for letter in self._patient})

    @property
    def _people(self) -> set[str]:
        return {letter.recipient for letter in self._patient}
