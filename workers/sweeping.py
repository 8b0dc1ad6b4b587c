"""The tasks of the sweep: claim what is due, and fire it where an operator can watch.

At ordinary load every deadline is a task of its own, so Flower shows each escalation by name. In a burst deadlines
go in chunks; the same call fires both. A task that is lost loses nothing: its claim ends and the next tick has it.
"""

import time
from collections.abc import Sequence

from escalator.bootstrap import Application
from escalator.service.deadlines import Claim, Claimed

from .app import task
from .process import application

CLAIM_LIMIT = 500
# Up to so many tickets at once, each deadline is a task of its own.
ORDINARY_LOAD = 20
CHUNK = 100
# So many chunks of a burst are given to other processes; more would only lie in the queue until their claim ends.
CHUNKS_GIVEN_AWAY = 4
SWEEP_SECONDS = 20.0


@task(name="sweep.tick")
def tick() -> None:
    """Notes that somebody sweeps, and hands out what is due until nothing is left or others should have a turn."""
    app, until = application(), time.monotonic() + SWEEP_SECONDS
    given_away = 0
    while time.monotonic() < until:
        app.deadlines.beat()
        claim = app.deadlines.claim(CLAIM_LIMIT)
        if len({deadline.ticket_id for deadline in claim.deadlines}) <= ORDINARY_LOAD:
            hand_out_singly(app, claim)
        else:
            given_away += hand_out_chunks(app, claim, CHUNKS_GIVEN_AWAY - given_away)
        if len(claim.deadlines) < CLAIM_LIMIT:
            return


@task(name="escalation.fire")
def fire(*_about: str | int, token: str, deadline: int) -> None:
    """Fires one deadline; its ticket, kind and cycle come along for whoever reads the list of tasks."""
    fire_and_ring(application(), token, [deadline])


@task(name="escalation.fire_chunk")
def fire_chunk(deadlines: list[int], *, token: str) -> None:
    """Fires many deadlines in one transaction."""
    fire_and_ring(application(), token, deadlines)


def hand_out_singly(app: Application, claim: Claim) -> None:
    """A task for each deadline; without Redis all that are left are fired here and now, one after the other."""
    rings = True
    for part in claim.parts(1):
        rings = rings and give_one(app, claim.token, part[0])
        if not rings:
            fire_and_ring(app, claim.token, [part[0].id])


def give_one(app: Application, token: str, deadline: Claimed) -> bool:
    """Publishes one deadline as a task that says what it is."""
    args = (f"T-{deadline.ticket_id}", deadline.kind, deadline.cycle)
    return app.doorbell.publish("escalation.fire", args, {"token": token, "deadline": deadline.id})


def hand_out_chunks(app: Application, claim: Claim, to_give: int) -> int:
    """Gives up to `to_give` chunks to other processes and fires the rest here; how many it gave."""
    given = 0
    for part in claim.parts(CHUNK):
        if given < to_give and give_chunk(app, claim.token, part):
            given += 1
        else:
            fire_and_ring(app, claim.token, [deadline.id for deadline in part])
    return given


def give_chunk(app: Application, token: str, part: Sequence[Claimed]) -> bool:
    """Publishes many deadlines as one task; what is tried again comes alone and says what it is."""
    if len(part) == 1:
        return give_one(app, token, part[0])
    ids = [deadline.id for deadline in part]
    words = f"({len(part)} deadlines, 'T-{part[0].ticket_id}' to 'T-{part[-1].ticket_id}')"
    return app.doorbell.publish("escalation.fire_chunk", (ids,), {"token": token}, argsrepr=words)


def fire_and_ring(app: Application, token: str, ids: Sequence[int]) -> None:
    """The one way in which a deadline is fired here: in one transaction, then the mailer is told."""
    if app.deadlines.fire(token, ids).letters:
        app.doorbell.ring_mailer()
