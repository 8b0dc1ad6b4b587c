"""The round of digests: what has waited for a person becomes one letter, in one transaction for each of them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from escalator.adapters.digest_rendering import DigestTemplates
from escalator.core.desk.channels import MAIL
from escalator.core.desk.model import Desk
from escalator.core.mail.compose import compose
from escalator.core.notify.digests import KIND, Digest, Waited, by_case
from escalator.core.notify.notices import NoticeKind
from escalator.store import digests, heartbeats, links, outbox
from escalator.store.database import Database, Transaction
from escalator.store.links import Link
from escalator.store.outbox import Letter, Posted

from .desk import DeskShelf
from .letters import LINK_LIFE, digest
from .mailbag import OUTBOUND_HOLD
from .stamps import Stamps

PEOPLE_A_ROUND = 100
# What is beyond it makes a second digest: no mail grows without end.
MOST_IN_ONE = 500

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DigestService:
    """Writes the digests that are due."""

    database: Database
    shelf: DeskShelf
    templates: DigestTemplates
    stamps: Stamps

    def fold(self) -> int:
        """One round; gives how many letters may go out now. While all mail is held, what waits goes on waiting.

        So a hold of two days ends in one digest for each person, without all that was overtaken.
        """
        with self.database.reading() as tx:
            held = heartbeats.thrown(tx, OUTBOUND_HOLD) is not None
            people = [] if held else digests.due(tx, PEOPLE_A_ROUND)
        return sum(self._fold_for(person) for person in people)

    def _fold_for(self, person: str) -> bool:
        """Whether something goes out; one person whose digest fails does not keep the others from theirs."""
        try:
            with self.database.transaction() as tx:
                waiting = digests.locked(tx, person, MOST_IN_ONE)
                if len(waiting) == 1:
                    digests.let_go(tx, waiting[0].id)
                elif waiting:
                    self._write(tx, person, waiting)
        except Exception as failure:  # noqa: BLE001 - they wait, are counted as late, and the next round tries again
            log.error("digest_failed", error=type(failure).__name__)
            return False
        return bool(waiting)

    def _write(self, tx: Transaction, person: str, waiting: Sequence[Posted]) -> None:
        letter = self._letter(tx, person, waiting, self.shelf.desks(tx).active)
        outbox.post(tx, [letter])
        digests.fold(tx, [posted.id for posted in waiting], letter.key)

    def _letter(self, tx: Transaction, person: str, waiting: Sequence[Posted], desk: Desk) -> Letter:
        # Each letter goes into one digest, so the newest of them names it.
        key, newest = f"digest/{waiting[-1].id}/{person}", waiting[-1].letter
        identity = self.stamps.message_id(desk, key)
        agent = desk.agents.get(person)
        said = [Waited(f"T-{one.letter.ticket_id}", one.created_at, one.letter.headline) for one in waiting]
        told = Digest(
            to=person,
            to_name=agent.name if agent else "",
            at=tx.now,
            tz=desk.zone_of(person),
            cases=by_case(said, self._take_urls(tx, person, waiting)),
        )
        rendered = self.templates.render(told, desk.own_templates)
        payload = compose(
            sender=desk.mail,
            to=person,
            to_name=told.to_name,
            subject=rendered.subject,
            body=rendered.text,
            html=rendered.html,
            message_id=identity,
            at=tx.now,
        )
        return Letter(
            key=key,
            kind=KIND,
            channel=MAIL.label,
            sender=self.stamps.envelope(desk, key),
            recipient=person,
            # It is about several tickets, and a row names one.
            ticket_id=newest.ticket_id,
            run=0,
            turn=0,
            message_id=identity,
            payload=payload,
            headline=rendered.subject,
        )

    def _take_urls(self, tx: Transaction, person: str, waiting: Sequence[Posted]) -> dict[str, str]:
        """A new link for each case that is offered, as its newest letter offers it; nobody has a copy of the old."""
        offering = {one.letter.ticket_id: one.letter for one in waiting if NoticeKind(one.letter.kind).offers_case}
        tokens = {number: secrets.token_urlsafe(24) for number in offering}
        expires = tx.now + LINK_LIFE
        links.add(
            tx,
            [
                Link(digest(tokens[number]), number, person, letter.run, letter.turn, expires)
                for number, letter in offering.items()
            ],
        )
        return {f"T-{number}": f"{self.stamps.base_url}/take/{token}" for number, token in tokens.items()}
