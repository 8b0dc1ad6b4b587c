"""Letters that are no mail: to the webhooks and pagers of people, and to the programs that the desk calls."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from escalator.core.desk.channels import Channel, ChannelKind
from escalator.core.desk.metrics import METRICS
from escalator.core.escalation.run import Run
from escalator.core.notify.notices import Notice
from escalator.core.notify.short import event, for_pager, for_webhook, short
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.ticket import Ticket
from escalator.store.outbox import Letter, key_through


@dataclass(frozen=True, slots=True, kw_only=True)
class HookCall:
    """What a program is told: `hook` is its name in the desk, `key` unique per intended effect.

    `type` says what happened (`escalation.step`), `data` about what: codes, times and the ticket's number, no words
    of customers. `run` and `turn` name the ladder's move.
    """

    key: str
    hook: str
    type: str
    at: datetime
    data: dict[str, str | int | None]
    run: int = 0
    turn: int = 0


def calls(ticket: Ticket, run: Run | None, events: Iterable[Event]) -> list[HookCall]:
    """What programs are told of the steps that were done: which ticket climbs which ladder, and why."""
    done = [event for event in events if event.kind is Kind.STEP_DONE and event.data["action"] == "webhook"]
    return [_of_step(ticket, run, event) for event in done if run is not None]


def _of_step(ticket: Ticket, run: Run, event: Event) -> HookCall:
    number, rung = event.data["run"], event.data["rung"]
    data: dict[str, str | int | None] = {
        "ticket": ticket.ref,
        "priority": ticket.priority,
        "team": ticket.team,
        "ladder": run.ladder,
        "step": rung + 1,
        "reason": str(run.reason),
        "detail": run.detail if run.detail in METRICS else None,
    }
    hook = event.data["setting"]
    key = f"{ticket.ref}/run-{number}/rung-{rung}/{hook}"
    return HookCall(key=key, hook=hook, type="escalation.step", at=event.at, data=data, run=number, turn=run.turn)


def hook_id(key: str) -> str:
    """The id by which a receiver knows a message again: the same for the same effect, silent about what it is."""
    return f"msg_{hashlib.sha256(key.encode()).hexdigest()[:40]}"


def to_person(ticket_id: int, notice: Notice, channel: Channel, take_url: str, born: str) -> Letter:
    """The short text of a notice, through one channel of its person."""
    said = short(notice, take_url)
    by_webhook = channel.kind is ChannelKind.WEBHOOK
    key = key_through(channel.label, notice.key)
    return Letter(
        key=key,
        kind=str(notice.kind),
        channel=channel.label,
        sender="",
        recipient=notice.to,
        ticket_id=ticket_id,
        run=notice.run,
        turn=notice.turn,
        message_id=hook_id(key),
        payload=for_webhook(notice, said, take_url) if by_webhook else for_pager(said),
        state="superseded" if born else "pending",
        reason=born,
    )


def to_program(ticket_id: int, call: HookCall, born: str) -> Letter:
    """A signed call of one of the desk's webhooks."""
    return Letter(
        key=call.key,
        kind=call.type,
        channel=str(ChannelKind.WEBHOOK),
        sender="",
        recipient=call.hook,
        ticket_id=ticket_id,
        run=call.run,
        turn=call.turn,
        message_id=hook_id(call.key),
        payload=event(call.type, call.at.isoformat(), call.data),
        state="superseded" if born else "pending",
        reason=born,
    )
