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

AGAIN = "you again"
"""Who is asked next, when that is the same person."""

BY_MAIL = "mail:"
"""What the cause of an event begins with that a mail has brought about."""

BY_LINK = "link"
"""The cause of what somebody does with the button in a mail."""


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
        "then": AGAIN if data["then"] == desk.agents[data["person"]].name else data["then"],
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


def _taken(ticket: Ticket, run: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """Who takes a case that goes in circles without having been asked by mail gets the page that the mail has."""
    desk, owner = desks.active, event.data["owner"]
    knows = event.cause == BY_LINK or "by_reply" in event.data
    if run is None or not ticket.verdict or owner not in desk.agents or knows:
        return
    facts = _about_run(run, desks.at(run.desk)) | {"why_you": "you have taken this case", "answer_by": run.due_at}
    yield _notice(NoticeKind.YOURS, f"{ticket.ref}/yours/{ticket.version}", owner, ticket, event, desk, facts)


def _nobody(ticket: Ticket, run: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """A step that reaches nobody is a fault of the desk, not of the case: its owner hears of it once a day."""
    desk, data = desks.active, event.data
    if run is None:
        return
    facts = _about_run(run, desks.at(run.desk)) | {
        "why_you": f"step {data['rung'] + 1} of the ladder {run.ladder} has reached nobody: {data['why']}",
    }
    key = f"unreached/{run.ladder}/{data['rung']}/{event.at:%Y-%m-%d}"
    yield _notice(NoticeKind.UNREACHED, key, desk.caretaker, ticket, event, desk, facts)


def _owner(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """What comes up on a case that somebody has is told to them and their lead, a lead's to their manager; a warning
    only to them.

    An owner may be unknown to the desk: they left it, or stand in an imported log.
    """
    desk, data = desks.active, event.data
    if "person" in data:
        yield from _has_the_case(ticket, event, desk)
        return
    team = desk.team_of(ticket.owner or "")
    since = instant(data["since"])
    lead = team.lead if team and data["reason"] != Reason.WARNING else None
    if lead is not None and lead == ticket.owner:
        lead = desk.agents[lead].manager
    for person in dict.fromkeys((ticket.owner, lead)):
        if person in desk.agents:
            facts = {"reason": data["reason"], "detail": data["detail"], "due_at": since}
            why = "you own this case" if person == ticket.owner else "you lead whoever owns this case"
            key = f"{ticket.ref}/told/{ticket.version}"
            yield _notice(NoticeKind.OWNER_TOLD, key, str(person), ticket, event, desk, facts | {"why_you": why})


def _has_the_case(ticket: Ticket, event: Event, desk: Desk) -> Iterator[Notice]:
    """Whoever has another ticket of the matter has this one as well."""
    data, person = event.data, event.data["person"]
    if person in desk.agents:
        facts = {"reason": data["reason"], "detail": data["detail"], "due_at": instant(data["since"])}
        facts |= {"why_you": f"you have {data['ticket']}, which is the same matter"}
        yield _notice(
            NoticeKind.OWNER_TOLD, f"{ticket.ref}/told/{ticket.version}", person, ticket, event, desk, facts
        )


def _warned(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """A warning without a ladder of its own goes to whoever has the ticket, else to the lead of its team."""
    data, desk = event.data, desks.at(event.data["desk"])
    policy = desk.policy(data["policy"])
    person = _whose(ticket, desk)
    if Reason.WARNING in policy.ladders or person is None:
        return
    facts = {"reason": str(Reason.WARNING), "detail": data["metric"], "due_at": instant(data["due_at"])}
    why = "you have this ticket" if person in (ticket.owner, ticket.assignee) else "nobody has this ticket yet"
    key = f"{ticket.ref}/warning/{data['metric']}-{data['cycle']}-{data['label']}"
    yield _notice(NoticeKind.WARNING, key, person, ticket, event, desk, facts | {"why_you": why})


def _call_now(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """The window of a promised call opens; when it was missed unseen, nobody is told to call in it."""
    data, desk = event.data, desks.active
    if data["person"] is None:
        return
    closes = instant(data["closes"])
    facts = {"reason": "call_back", "detail": "", "due_at": closes, "answer_by": closes, "why_you": data["why"]}
    facts |= {"phone": data["phone"], "their_tz": data["tz"]}
    key = f"{ticket.ref}/call-back/{data['number']}"
    yield _notice(NoticeKind.CALL_NOW, key, data["person"], ticket, event, desk, facts)


def _to_be_read(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    data = event.data
    due_at = instant(data["due_at"])
    facts = {"due_at": due_at, "answer_by": due_at, **_about_reply(event.actor.name, event, desks.active)}
    key = f"{ticket.ref}/held/{data['reply']}"
    yield _notice(NoticeKind.REPLY_HELD, key, data["reviewer"], ticket, event, desks.active, facts)


def _not_read(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    data = event.data
    facts = {"due_at": event.at, **_about_reply(data["author"], event, desks.active)}
    key = f"{ticket.ref}/unread/{data['reply']}"
    yield _notice(NoticeKind.REVIEW_OVERDUE, key, data["person"], ticket, event, desks.active, facts)


def _returned(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """Who wrote the reply reads why it did not go out, unless they have left the desk."""
    data, desk = event.data, desks.active
    if data["author"] not in desk.agents:
        return
    facts = {"due_at": None, **_about_reply(event.actor.name, event, desk), "note": data["note"]}
    key = f"{ticket.ref}/returned/{data['reply']}"
    yield _notice(NoticeKind.REPLY_RETURNED, key, data["author"], ticket, event, desk, facts)


def _about_reply(who: str, event: Event, desk: Desk) -> Facts:
    """`who` wrote it, or returned it."""
    name = desk.agents[who].name if who in desk.agents else who
    return {"reason": "review", "detail": event.data.get("why", ""), "author": name, "reply": event.data["reply"]}


def _lost(ticket: Ticket, run: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """Who had the case and did not answer in time hears that it has gone on."""
    desk, person = desks.active, event.data["person"]
    if run is None or person not in desk.agents:
        return
    facts = _about_run(run, desks.at(run.desk)) | {"why_you": "your time to answer the customer has passed"}
    yield _notice(NoticeKind.LOST, f"{ticket.ref}/lost/{ticket.version}", person, ticket, event, desk, facts)


def _mail_waits(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """Somebody who is not on the ticket wrote to it: whoever has it decides; once a day for each such sender."""
    data, desk = event.data, desks.active
    person = _whose(ticket, desk)
    if person is None:
        return
    facts = {"reason": "mail", "detail": data["why"], "due_at": event.at, "author": data["from"]}
    facts |= {"why_you": "you have this ticket or lead its team", "reply": data["mail"]}
    key = f"{ticket.ref}/mail-held/{data['from']}/{event.at:%Y-%m-%d}"
    yield _notice(NoticeKind.MAIL_HELD, key, person, ticket, event, desk, facts)


def _whose(ticket: Ticket, desk: Desk) -> str | None:
    """Who has the ticket, else the lead of its team."""
    team = desk.teams.get(ticket.team or "")
    person = ticket.owner or ticket.assignee or (team.lead if team else None)
    return person if person in desk.agents else None


def _mail_refused(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """What a colleague ordered by mail was not done, or not all of it."""
    data, desk = event.data, desks.active
    if data["person"] in desk.agents:
        facts = {"reason": "mail", "detail": data["why"], "due_at": event.at, "why_you": "you wrote that mail"}
        key = f"{ticket.ref}/mail-refused/{ticket.version}"
        yield _notice(NoticeKind.MAIL_REFUSED, key, data["person"], ticket, event, desk, facts)


def _answered(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """Who has the case works from their mail client: what the customer mails comes there, too."""
    desk, owner = desks.active, ticket.owner
    if owner in desk.agents and event.cause.startswith(BY_MAIL):
        facts = {"reason": "mail", "detail": "", "due_at": event.at, "why_you": "you have this case"}
        facts |= {"words": (event.data["message"],)}
        yield _notice(
            NoticeKind.ANSWERED, f"{ticket.ref}/wrote/{ticket.version}", str(owner), ticket, event, desk, facts
        )


def _undelivered(ticket: Ticket, _: Run | None, event: Event, desks: Desks) -> Iterator[Notice]:
    """Our answer does not arrive, and the clock that it stopped says otherwise: whoever has the ticket must know."""
    data, desk = event.data, desks.active
    person = _whose(ticket, desk)
    if person is None:
        return
    facts = {"reason": "mail", "detail": data["why"], "due_at": event.at, "author": data["address"]}
    facts |= {"why_you": "you have this ticket or lead its team", "phone": ticket.requester.phone}
    key = f"{ticket.ref}/undelivered/{ticket.version}"
    yield _notice(NoticeKind.UNDELIVERED, key, person, ticket, event, desk, facts)


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
        failed=tuple(desk.agents[email].name for email in ticket.failed if email in desk.agents),
        waiting_since=ticket.waiting_since,
        **facts,
    )


_TELLING: Mapping[Kind, Callable[[Ticket, Run | None, Event, Desks], Iterator[Notice]]] = {
    Kind.STEP_ASKED: _asked,
    Kind.ACKNOWLEDGED: _taken,
    Kind.LEASE_ENDED: _lost,
    Kind.STEP_UNREACHED: _nobody,
    Kind.LADDER_EXHAUSTED: _held,
    Kind.LADDER_REMINDED: _held,
    Kind.OWNER_TOLD: _owner,
    Kind.CLOCK_WARNED: _warned,
    Kind.CALL_BACK_OPENED: _call_now,
    Kind.REPLY_HELD: _to_be_read,
    Kind.REVIEW_OVERDUE: _not_read,
    Kind.REPLY_RETURNED: _returned,
    Kind.MAIL_HELD: _mail_waits,
    Kind.MAIL_REFUSED: _mail_refused,
    Kind.CUSTOMER_MESSAGE: _answered,
    Kind.CUSTOMER_UNREACHED: _undelivered,
}
