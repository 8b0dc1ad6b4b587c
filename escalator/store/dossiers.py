"""Dossiers as rows: loaded under lock, many at once, and written back set-wise."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, and_, func, select

from escalator.core.dossier import Dossier
from escalator.core.escalation.run import Run, evolve
from escalator.core.loops import conversation as conversations
from escalator.core.ticket import asking, call_backs, participants, reviews
from escalator.core.ticket.asking import Asked
from escalator.core.ticket.call_backs import CallBack
from escalator.core.ticket.ticket import Requester, Ticket
from escalator.core.ticket.workflow import Status

from . import runs, setwise
from .codec import cycles_from_json, cycles_to_json, stays_from_json, stays_to_json
from .database import Transaction
from .events import Stamped, append
from .tables import LIVE, escalation_runs, tickets

TICKETS = select(tickets, *runs.COLUMNS).outerjoin(
    escalation_runs,
    and_(escalation_runs.c.ticket_id == tickets.c.id, escalation_runs.c.number == tickets.c.run_number),
)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written for one ticket: where it stood, where it stands, and all that happened between."""

    before: Dossier
    after: Dossier
    events: Sequence[Stamped]


def load(tx: Transaction, ids: Iterable[int], *, lock: bool = False, lane: str = LIVE) -> dict[int, Dossier]:
    """The dossiers of the tickets that exist, in the order of their numbers.

    `lock` keeps other writers away until the transaction ends; locks are taken in id order, so that two chunks
    never wait for each other in a ring. What is read then is read by a statement of its own: the one that waited
    for the lock still sees the other tables as they were before it waited. The lock is FOR NO KEY UPDATE: rows that
    refer to the ticket may be written before it is taken. (SQLite has one writer at a time.)
    """
    numbers = list(ids)
    if lock and tx.on_postgres:
        wanted = select(tickets.c.id).where(tickets.c.id.in_(numbers)).order_by(tickets.c.id)
        tx.conn.execute(wanted.with_for_update(key_share=True)).all()
    query = TICKETS.where(tickets.c.id.in_(numbers), tickets.c.lane == lane).order_by(tickets.c.id)
    return {row.id: dossier_of(row) for row in tx.conn.execute(query).all()}


_UNCLOSED = (tickets.c.lane == LIVE, tickets.c.status != str(Status.CLOSED))


def unclosed(tx: Transaction, after: int, limit: int) -> list[int]:
    """The next live tickets that can still change, in the order of their numbers."""
    query = select(tickets.c.id).where(*_UNCLOSED, tickets.c.id > after).order_by(tickets.c.id).limit(limit)
    return list(tx.conn.execute(query).scalars())


def count_unclosed(tx: Transaction) -> int:
    count: int = tx.conn.execute(select(func.count()).select_from(tickets).where(*_UNCLOSED)).scalar_one()
    return count


@dataclass(frozen=True, slots=True)
class Place:
    """Where some tickets are and who has them."""

    team: str | None
    assignee: str | None
    owner: str | None
    tickets: int


def places(tx: Transaction) -> list[Place]:
    """The places of all live tickets that are open."""
    columns = (tickets.c.team, tickets.c.assignee, tickets.c.owner)
    query = select(*columns, func.count()).where(*_UNCLOSED, tickets.c.status != str(Status.RESOLVED))
    return [Place(*row) for row in tx.conn.execute(query.group_by(*columns))]


def after(tx: Transaction, last: int, limit: int) -> list[int]:
    """The next tickets of all lanes, in the order of their numbers."""
    query = select(tickets.c.id).where(tickets.c.id > last).order_by(tickets.c.id).limit(limit)
    return list(tx.conn.execute(query).scalars())


def lanes(tx: Transaction, ids: Sequence[int]) -> dict[str, list[int]]:
    """The same tickets by their lanes."""
    found: dict[str, list[int]] = {}
    query = select(tickets.c.id, tickets.c.lane).where(tickets.c.id.in_(ids)).order_by(tickets.c.lane, tickets.c.id)
    for row in tx.conn.execute(query):
        found.setdefault(row.lane, []).append(row.id)
    return found


def count(tx: Transaction) -> int:
    """How many tickets there are, in all lanes."""
    return int(tx.conn.execute(select(func.count()).select_from(tickets)).scalar_one())


def dossier_of(row: Row[Any]) -> Dossier:
    """A row of `TICKETS` as a dossier."""
    return Dossier(
        ticket=_ticket(row),
        cycles=cycles_from_json(row.cycles),
        run=runs.run_of(row) if row.run_number else None,
        conversation=replace(
            conversations.from_json(row.conversation), events=row.version, customer=row.requester_email
        ),
        call_back=None if row.call_back is None else call_backs.of_data(row.call_back),
        held=tuple(reviews.of_data(held) for held in row.held),
        asked=None if row.asked is None else asking.of_data(row.asked),
    )


def _ticket(row: Row[Any]) -> Ticket:
    return Ticket(
        id=row.id,
        subject=row.subject,
        requester=Requester(**row.requester),
        channel=row.channel,
        status=Status(row.status),
        priority=row.priority,
        team=row.team,
        level=row.level,
        assignee=row.assignee,
        owner=row.owner,
        tags=tuple(row.tags),
        created_at=row.created_at,
        opened_by=row.opened_by,
        replied=row.replied,
        waiting_since=row.waiting_since,
        answered_at=row.answered_at,
        stays=stays_from_json(row.stays),
        resolves=row.resolves,
        resolved_at=row.resolved_at,
        resolved_by=row.resolved_by,
        failed=tuple(row.failed),
        failed_tiers=tuple(row.failed_tiers),
        ages=row.ages,
        aged_at=row.aged_at,
        snoozes=row.snoozes,
        snoozed_until=row.snoozed_until,
        changed_at=row.changed_at,
        merged_into=row.merged_into,
        follow_up_of=row.follow_up_of,
        desk=row.desk,
        case=row.case_id,
        verdict=row.verdict,
        signals=tuple(row.signals),
        silences=row.silences,
        silent_at=row.silent_at,
        participants=participants.of_data(row.participants),
        dismissed=participants.dismissed_of(row.participants),
        version=row.version,
    )


def save(tx: Transaction, changes: Sequence[Change]) -> None:
    """Writes tickets, runs and events of all `changes`, each kind in one statement."""
    names = [name for name in _COLUMNS if name == "id" or any(_differs(name, change) for change in changes)]
    if len(names) > 1:
        setwise.update(tx, tickets, ("id",), [_ticket_row(change.after, names) for change in changes])
    runs.save(tx, [(change.after.ticket.id, run) for change in changes for run in _runs_of(change)])
    append(tx, [(change.after.ticket.id, change.before.ticket.version, change.events) for change in changes])


def _runs_of(change: Change) -> list[Run]:
    """Every run that the events touched, as they left it: a superseded one and the one that follows."""
    before, after = change.before.run, change.after.run
    if after is None or after == before:
        return []
    runs, run = {after.number: after}, before
    for stamped in change.events:
        run = evolve(run, stamped.event)
        if run is not None:
            runs[run.number] = run
    return list(runs.values())


def _differs(name: str, change: Change) -> bool:
    read, _ = _COLUMNS[name]
    before, after = read(change.before), read(change.after)
    return before is not after and before != after


def _ticket_row(dossier: Dossier, names: Iterable[str]) -> dict[str, Any]:
    row = {}
    for name in names:
        read, written = _COLUMNS[name]
        value = read(dossier)
        row[name] = written(value) if written else value
    return row


Read = Callable[[Dossier], Any]
Written = Callable[[Any], Any]


def _of_ticket(name: str, written: Written | None = None) -> tuple[Read, Written | None]:
    return attrgetter(f"ticket.{name}"), written


def _call_back_to_json(call: CallBack | None) -> dict[str, Any] | None:
    return None if call is None else call_backs.to_data(call)


def _asked_to_json(asked: Asked | None) -> dict[str, Any] | None:
    return None if asked is None else asking.to_data(asked)


_PLAIN = (
    *("id", "subject", "channel", "priority", "team", "level", "assignee", "owner", "created_at", "opened_by"),
    *("replied", "waiting_since", "answered_at", "resolves", "resolved_at", "resolved_by", "ages", "aged_at"),
    *("snoozes", "snoozed_until", "changed_at", "merged_into", "follow_up_of", "desk", "version"),
    *("verdict", "silences", "silent_at"),
)

# How each column is read from a dossier, and what is written for that value if it is not the value itself.
_COLUMNS: Mapping[str, tuple[Read, Written | None]] = {
    **{name: _of_ticket(name) for name in _PLAIN},
    "status": _of_ticket("status", str),
    "requester": _of_ticket("requester", asdict),
    "requester_email": (attrgetter("ticket.requester.email"), None),
    "tags": _of_ticket("tags", list),
    "failed": _of_ticket("failed", list),
    "failed_tiers": _of_ticket("failed_tiers", list),
    "stays": _of_ticket("stays", stays_to_json),
    "participants": (attrgetter("ticket.participants", "ticket.dismissed"), lambda both: participants.to_data(*both)),
    "case_id": (attrgetter("ticket.case"), None),
    "signals": _of_ticket("signals", list),
    "organization": (lambda dossier: dossier.ticket.requester.organization.casefold(), None),
    "requester_domain": (lambda dossier: dossier.ticket.requester.domain, None),
    "cycles": (attrgetter("cycles"), cycles_to_json),
    # The number of its last event is the ticket's version: stored once, most events do not touch what was said.
    "conversation": (lambda dossier: replace(dossier.conversation, events=0), conversations.to_json),
    "call_back": (attrgetter("call_back"), _call_back_to_json),
    "held": (attrgetter("held"), lambda held: [reviews.to_data(one) for one in held]),
    "asked": (attrgetter("asked"), _asked_to_json),
    "run_number": (lambda dossier: dossier.run.number if dossier.run else 0, None),
}


def open_row(tx: Transaction, lane: str, import_key: str | None) -> int:
    """Draws the number of a new ticket by putting its still empty row down; `save` fills it."""
    row = _ticket_row(Dossier(Ticket(id=0, created_at=tx.now)), _COLUMNS) | {"lane": lane, "import_key": import_key}
    del row["id"]
    return int(tx.conn.execute(tickets.insert().returning(tickets.c.id), row).scalar_one())
