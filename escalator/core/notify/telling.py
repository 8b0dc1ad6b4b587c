"""Who must be told when something happens: one entry for each kind of event that nobody may miss."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from escalator.core.desk.model import Desk, Reason
from escalator.core.desk.versions import Desks
from escalator.core.escalation.run import Run
from escalator.core.ticket.events import Event, Kind, instant
from escalator.core.ticket.ticket import Ticket

from .notices import Notice, NoticeKind

Facts = dict[str, Any]


def notices(ticket: Ticket, run: Run | None, event: Event, desks: Desks) -> list[Notice]:
    """The notices that `event` demands; `ticket` and `run` are as they stand after it."""
    telling = _TELLING.get(event.kind)
    return list(telling(ticket, run, event, desks)) if telling else []


def _asked(ticket: Ticket, run: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    if run is None:
        return
    data, desk = event.data, desks.active
    facts = _about_run(run, desks.at(run.desk)) | {
        "action": data["action"],
        "why_you": data["why"],
        "answer_by": instant(data["next_at"]),
        "then": "you again" if data["then"] == desk.agents[data["person"]].name else data["then"],
    }
    key = f"{ticket.ref}/run-{run.number}/turn-{run.turn}"
    kind = NoticeKind.WARNING if run.reason is Reason.WARNING else NoticeKind.ESCALATION
    yield _notice(kind, key, data["person"], ticket, event, desk, facts)


def _held(ticket: Ticket, run: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    if run is None:
        return
    desk = desks.active
    facts = _about_run(run, desks.at(run.desk)) | {
        "why_you": "the ladder is climbed to its end, and you are the desk's last resort",
        "answer_by": instant(event.data["next_at"]),
    }
    key = f"{ticket.ref}/run-{run.number}/turn-{run.turn}"
    yield _notice(NoticeKind.LAST_RESORT, key, event.data["holder"], ticket, event, desk, facts)


def _owner(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """A new breach on a case that somebody has is told to them and their lead; a warning only to them.

    An owner may be unknown to the desk: they left it, or stand in an imported log.
    """
    desk, data = desks.active, event.data
    team = desk.team_of(ticket.owner or "")
    since = instant(data["since"])
    lead = team.lead if team and data["reason"] != Reason.WARNING else None
    for person in dict.fromkeys((ticket.owner, lead)):
        if person in desk.agents:
            facts = {"reason": data["reason"], "detail": data["detail"], "due_at": since}
            why = "you own this case" if person == ticket.owner else "you lead the owner's team"
            key = f"{ticket.ref}/told/{ticket.version}"
            yield _notice(NoticeKind.OWNER_TOLD, key, str(person), ticket, event, desk, facts | {"why_you": why})


def _warned(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """A warning without a ladder of its own goes to whoever has the ticket, else to the lead of its team."""
    data, desk = event.data, desks.at(event.data["desk"])
    policy = desk.policy(data["policy"])
    team = desk.teams.get(ticket.team or "")
    person = ticket.owner or ticket.assignee or (team.lead if team else None)
    if Reason.WARNING in policy.ladders or person not in desk.agents:
        return
    facts = {"reason": str(Reason.WARNING), "detail": data["metric"], "due_at": instant(data["due_at"])}
    why = "you have this ticket" if person in (ticket.owner, ticket.assignee) else "nobody has this ticket yet"
    key = f"{ticket.ref}/warning/{data['metric']}-{data['cycle']}-{data['label']}"
    yield _notice(NoticeKind.WARNING, key, str(person), ticket, event, desk, facts | {"why_you": why})


def _about_run(run: Run, desk: Desk) -> Facts:
    names = [desk.agents[email].name for email in run.missed if email in desk.agents]
    return {
        "run": run.number,
        "turn": run.turn,
        "reason": str(run.reason),
        "detail": run.detail,
        "due_at": run.since,
        "asked_before": tuple(dict.fromkeys(names)),
        "also": run.also,
    }


def _notice(
    kind: NoticeKind, key: str, person: str, ticket: Ticket, event: Event, desk: Desk, facts: Facts
) -> Notice:
    agent = desk.agents[person]
    return Notice(
        key=f"{key}/{person}",
        kind=kind,
        to=person,
        to_name=agent.name,
        at=event.at,
        tz=desk.zone_of(person),
        ticket=ticket.ref,
        subject=ticket.subject,
        requester=ticket.requester.name or ticket.requester.email,
        organization=ticket.requester.organization,
        priority=ticket.priority,
        team=ticket.team or "",
        created_at=ticket.created_at or event.at,
        waiting_since=ticket.waiting_since,
        **facts,
    )


_TELLING: Mapping[Kind, Callable[[Ticket, Run | None, Event, Desks], Iterator[Notice]]] = {
    Kind.STEP_ASKED: _asked,
    Kind.LADDER_EXHAUSTED: _held,
    Kind.LADDER_REMINDED: _held,
    Kind.OWNER_TOLD: _owner,
    Kind.CLOCK_WARNED: _warned,
}
