"""The words of other systems in ours: states, priorities, and who is who. What is not known is not guessed at."""

import re

from escalator.core.desk.model import Desk
from escalator.core.ticket.ticket import PRIORITIES
from escalator.core.ticket.workflow import Status

_NOBODY = frozenset({"", "unknown", "anonymous"})
_CUSTOMER = frozenset(
    {"customer", "requester", "user", "client", "caller", "end-user", "enduser", "contact", "guest"}
)
_WAYS_IN = frozenset(
    {"web", "web-form", "webform", "form", "portal", "self-service", "widget", "api", "integration", "system"}
    | {"email", "e-mail", "mail", "chat", "phone", "telephone"}
)
_STAFF = frozenset({"agent", "staff", "operator", "support"})
_FOR_THE_CUSTOMER = _NOBODY | _CUSTOMER | _WAYS_IN
_OWN_STATUSES = {str(status): status for status in Status}
_GAPS = re.compile(r"[\s_-]+")
_NUMBERED = re.compile(r"\d+\s*-\s*")


def status_of(said: str, desk: Desk) -> Status | None:
    """As the desk maps it, else by our own name: `On hold` is on_hold."""
    return desk.import_states.get(said) or _OWN_STATUSES.get(_GAPS.sub("_", said.strip()).lower())


def priority_of(said: str, desk: Desk) -> str | None:
    """As the desk maps it, else by our own name: `High` and `2 - High` are high."""
    plain = said.strip().casefold()
    mapped = (ours for theirs, ours in desk.import_priorities.items() if theirs.casefold() == plain)
    own = _NUMBERED.sub("", plain, count=1)
    return next(mapped, own if own in PRIORITIES else None)


def means_customer(actor: str) -> bool:
    """Whether a log means the customer by this: nobody in particular, or the way on which their words came in."""
    return _plain(actor) in _FOR_THE_CUSTOMER


def means_staff(actor: str) -> bool:
    """Whether a log that names nobody means somebody of the desk by this."""
    return _plain(actor) in _STAFF


def _plain(actor: str) -> str:
    return _GAPS.sub("-", actor.strip()).casefold()
