"""What operators and their machines ask: alive, ready, and the numbers; open, since no customer stands in them."""

from typing import Any

from flask import Response

from escalator.service.health import Health

from . import examples
from .access import OPEN, services
from .errors import NotReady
from .routes import Routes
from .schemas.operation import AliveSchema, ReadySchema

routes = Routes("operation", "Whether the service is alive and does its work.")


@routes.route("GET", "/healthz", needs=OPEN, answers=AliveSchema, example={"alive": True})
def is_alive() -> Any:
    """Say that this process answers; looks at nothing else."""
    return {"alive": True}


@routes.route("GET", "/readyz", needs=OPEN, answers=ReadySchema, example=examples.READY)
def is_ready() -> Any:
    """Say whether the service does its work; 503 lists in `troubles` what keeps it from that."""
    health = services().health.look()
    if not health.ready:
        raise NotReady(health.troubles)
    mails = health.inbound
    return {"ready": True, "held_mails": mails.get("held", 0), "quarantined_mails": mails.get("quarantined", 0)}


@routes.route("GET", "/metrics", needs=OPEN, kind="text/plain", example=examples.METRICS)
def read_metrics() -> Response:
    """The numbers of health, for Prometheus."""
    return Response(_exposition(services().health.look()), content_type="text/plain; version=0.0.4; charset=utf-8")


def _exposition(health: Health) -> str:
    oldest = health.oldest_overdue.timestamp() if health.oldest_overdue else 0
    lines = [
        *_gauge("ready", "1 when nothing keeps the service from its work.", int(health.ready)),
        *_gauge("deadlines_overdue", "Deadlines that are due and have not fired.", health.overdue),
        *_gauge("deadlines_oldest_overdue_timestamp_seconds", "When the oldest of them was due; 0: none.", oldest),
        *_gauge("deadlines_quarantined", "Deadlines that failed too often.", health.quarantined),
        "# HELP escalator_outbox_letters Letters by state.",
        "# TYPE escalator_outbox_letters gauge",
        *(f'escalator_outbox_letters{{state="{state}"}} {letters}' for state, letters in health.outbox.items()),
        "# HELP escalator_inbound_mails Mails that came in, by state; held and quarantined ones wait for a person.",
        "# TYPE escalator_inbound_mails gauge",
        *(f'escalator_inbound_mails{{state="{state}"}} {mails}' for state, mails in health.inbound.items()),
    ]
    return "\n".join(lines) + "\n"


def _gauge(name: str, about: str, value: float) -> list[str]:
    full = f"escalator_{name}"
    return [f"# HELP {full} {about}", f"# TYPE {full} gauge", f"{full} {value}"]
