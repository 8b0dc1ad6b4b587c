"""The actions on a ticket, one function and one line in `ACTIONS` each; the API and its schema read the table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from escalator.core.access import Principal, Role
from escalator.core.dossier import Dossier, World
from escalator.core.errors import Invalid, NotAllowedNow
from escalator.core.escalation.repinning import repinned
from escalator.core.participants import add_participant
from escalator.core.reviewing import refuse_while_held
from escalator.core.ticket import commands
from escalator.core.ticket.events import Event, Kind
from escalator.core.ticket.participants import Participant
from escalator.core.ticket.ticket import Ticket
from escalator.core.ticket.workflow import Status, Trigger
from escalator.core.undoing import undone
from escalator.store import events
from escalator.store.tickets import newest_follow_up

from . import call_backs, reviews
from .asking import ask
from .linking import link
from .merging import merge
from .unlinking import unlink
from .working import Unit

Options = Mapping[str, Any]
Deed = Callable[[Unit, Ticket, Options], Dossier]
Deciding = Callable[[Dossier, World, Principal, Options], list[Event]]

_LONGEST_SNOOZE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Action:
    """What `do` does to a ticket that is locked and caught up; it gives the ticket afterwards.

    `needs` are the options that it cannot do without, `takes` those that may be given beside them. `changes` is the
    option among them that names another ticket, which changes too and is locked with the first.
    """

    do: Deed
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    changes: str | None = None

    @property
    def options(self) -> tuple[str, ...]:
        return self.needs + self.takes


def _alone(decide: Deciding) -> Deed:
    """What changes this one ticket only: `decide` says what happens to it."""

    def do(unit: Unit, ticket: Ticket, options: Options) -> Dossier:
        return unit.apply(ticket, lambda dossier, world: decide(dossier, world, unit.principal, options))

    return do


def tier_of(email: str | None, world: World) -> int | None:
    """The tier of a person's team; None for who is in no team."""
    team = world.desks.active.team_of(email) if email else None
    return team.tier if team else None


def _end(trigger: Trigger) -> Action:
    """A move that ends the case; what should still go out is settled before."""

    def decide(dossier: Dossier, world: World, principal: Principal, _: Options) -> list[Event]:
        refuse_while_held(dossier.ticket, dossier.held)
        return [commands.move(dossier.ticket, trigger, principal.actor, world.now)]

    return Action(_alone(decide))


def _move(trigger: Trigger) -> Action:
    def decide(dossier: Dossier, world: World, principal: Principal, _: Options) -> list[Event]:
        return [commands.move(dossier.ticket, trigger, principal.actor, world.now)]

    return Action(_alone(decide))


def _acknowledge(dossier: Dossier, world: World, principal: Principal, _: Options) -> list[Event]:
    """The caller takes the ticket; what somebody owns is handed on by them or a lead, not taken away."""
    person = _person(principal)
    owner = dossier.ticket.owner
    if owner == person:
        raise NotAllowedNow(f"{dossier.ticket.ref} is yours already")
    if owner is not None and principal.role is Role.AGENT:
        raise NotAllowedNow(f"{owner} has {dossier.ticket.ref}; they or a lead can assign it to you")
    return [take(dossier.ticket, world, principal)]


def take(ticket: Ticket, world: World, principal: Principal) -> Event:
    """`principal` acknowledges: the ticket moves to their team and level."""
    name, level = world.desks.active.place_of(_person(principal), ticket.team, ticket.level)
    return commands.acknowledge(ticket, principal.actor, world.now, name, level)


def _person(principal: Principal) -> str:
    if principal.agent is None:
        raise Invalid("only a named person can take a ticket; use a key that was made with --agent EMAIL")
    return principal.agent


def _reopen(dossier: Dossier, world: World, principal: Principal, _: Options) -> list[Event]:
    ticket = dossier.ticket
    tier = tier_of(ticket.resolved_by, world)
    return [commands.reopening(ticket, Trigger.REOPEN, principal.actor, world.now, tier)]


def _assign(dossier: Dossier, world: World, principal: Principal, options: Options) -> list[Event]:
    """Puts the ticket on somebody's desk or into a team's queue."""
    ticket, desk = dossier.ticket, world.desks.active
    assignee, name = options.get("assignee"), options.get("team")
    _require_handing_on(ticket, principal)
    if assignee is not None and assignee not in desk.agents:
        raise Invalid("unknown agent", {"assignee": [f"{assignee} is not an agent of the desk"]})
    if name is not None and name not in desk.teams:
        raise Invalid("unknown team", {"team": [f"must be one of {', '.join(desk.teams)}"]})
    if assignee is None and name is None:
        raise Invalid("assign to whom?", {"assignee": ["give an assignee, a team, or both"]})
    team = desk.teams.get(name or "")
    to, level = (team.name, team.tier) if team else desk.place_of(assignee or "", ticket.team, ticket.level)
    return commands.assign(ticket, principal.actor, world.now, to, assignee, level)


def _require_handing_on(ticket: Ticket, principal: Principal) -> None:
    """What somebody owns leaves their hands by them or a lead only."""
    if ticket.owner not in (None, principal.agent) and principal.role is Role.AGENT:
        raise NotAllowedNow(f"{ticket.owner} has {ticket.ref}; only they or a lead can hand it on")


def _log_call(dossier: Dossier, world: World, principal: Principal, _: Options) -> list[Event]:
    """A conversation by phone with the customer counts as an answer."""
    return commands.agent_speaks(dossier.ticket, Kind.CALL_LOGGED, principal.actor, world.now, None)


def _add_participant(dossier: Dossier, world: World, principal: Principal, options: Options) -> list[Event]:
    """They get every public reply from now on, and may answer; nothing that was said before."""
    who = Participant(options["email"], options.get("name", ""))
    return add_participant(dossier.ticket, who, principal.actor, world.now, world.desks.active)


def _remove_participant(dossier: Dossier, world: World, principal: Principal, options: Options) -> list[Event]:
    return [commands.remove_participant(dossier.ticket, options["email"], principal.actor, world.now)]


def _snooze(dossier: Dossier, world: World, principal: Principal, options: Options) -> list[Event]:
    """Hides the ticket from lists until then; its clocks go on."""
    until = options["until"]
    if until <= world.now:
        raise Invalid("snooze until when?", {"until": ["is past; give a time to come"]})
    if until - world.now > _LONGEST_SNOOZE:
        raise Invalid("too far away", {"until": [f"must be within {_LONGEST_SNOOZE.days} days"]})
    return [commands.snooze(dossier.ticket, until, principal.actor, world.now)]


def _wake(dossier: Dossier, world: World, principal: Principal, _: Options) -> list[Event]:
    return [commands.wake(dossier.ticket, principal.actor, world.now)]


def _merge(unit: Unit, source: Ticket, options: Options) -> Dossier:
    """Both are one matter of one customer: replies to either reach the same person afterwards."""
    survivor = unit.find(options["into"]).ticket
    _require_handing_on(source, unit.principal)
    if source.requester.email.casefold() != survivor.requester.email.casefold():
        raise NotAllowedNow(
            f"{source.ref} and {survivor.ref} are of different customers, and the answer to one would reach the "
            "other; keep both, and name each in an internal note of the other"
        )
    if not survivor.is_open:
        raise NotAllowedNow(
            f"{survivor.ref} is {survivor.status}; merge into a ticket that is open, or reopen it first"
        )
    came = merge(unit.tx, unit.handling, source.id, survivor.id, unit.principal.actor, unit.cause)
    for handled in came:
        unit.noted(handled)
    return came[-1].dossiers[source.id]


def _link(unit: Unit, ticket: Ticket, options: Options) -> Dossier:
    return link(unit, ticket, unit.find(options["ticket"]).ticket)


def _unlink(unit: Unit, ticket: Ticket, _: Options) -> Dossier:
    return unlink(unit, ticket)


def _undo(unit: Unit, ticket: Ticket, _: Options) -> Dossier:
    """Takes back that it was closed; where the customer has written since, the case goes on in what that opened."""
    follow_up = newest_follow_up(unit.tx, ticket.id)
    if ticket.status is Status.CLOSED and follow_up is not None:
        raise NotAllowedNow(f"{ticket.ref} goes on in T-{follow_up}, which the customer's answer opened; work there")
    timeline = [event for _, event in events.timeline(unit.tx, ticket.id)]
    return unit.apply(
        ticket, lambda dossier, world: [undone(dossier, timeline, unit.principal, world.now, world.desks)]
    )


def _repin(dossier: Dossier, world: World, principal: Principal, _: Options) -> list[Event]:
    """The case goes on climbing by today's desk; a lead decides that, and it stands in the timeline."""
    if principal.role is Role.AGENT:
        raise NotAllowedNow("only a lead can let a ladder go on by another version of the desk")
    return repinned(dossier.run, dossier.ticket, world.desks, principal.actor, world.now)


ACTIONS: Mapping[str, Action] = {
    "begin": _move(Trigger.BEGIN),
    "ask": Action(ask, takes=("template", "body")),
    "hold": _move(Trigger.HOLD),
    "resume": _move(Trigger.RESUME),
    "escalate": _move(Trigger.ESCALATE),
    "acknowledge": Action(_alone(_acknowledge)),
    "assign": Action(_alone(_assign), takes=("assignee", "team")),
    "log_call": Action(_alone(_log_call)),
    "call_back": Action(call_backs.promise, takes=("from", "to", "timezone", "phone")),
    "withdraw_call_back": Action(_alone(call_backs.withdraw)),
    "release": Action(reviews.release, needs=("reply",), takes=("body",)),
    "return": Action(reviews.give_back, needs=("reply", "note")),
    "snooze": Action(_alone(_snooze), needs=("until",)),
    "wake": Action(_alone(_wake)),
    "resolve": _end(Trigger.RESOLVE),
    "reopen": Action(_alone(_reopen)),
    "close": _move(Trigger.CLOSE),
    "spam": _end(Trigger.SPAM),
    "undo": Action(_undo),
    "merge": Action(_merge, needs=("into",), changes="into"),
    "link": Action(_link, needs=("ticket",), changes="ticket"),
    "unlink": Action(_unlink),
    "repin": Action(_alone(_repin)),
    "add_participant": Action(_alone(_add_participant), needs=("email",), takes=("name",)),
    "remove_participant": Action(_alone(_remove_participant), needs=("email",)),
}
