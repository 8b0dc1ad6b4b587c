"""Everyone on a ticket beside the customer who waits: who gets the public replies, and may give some."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

MOST = 20
"""On one ticket: a list of people that is longer is a mailing list, and we are none."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who came in Cc, or whom an agent brought in."""

    email: str
    name: str = ""


Participants = tuple[Participant, ...]


def with_all(known: Participants, more: Iterable[Participant]) -> Participants:
    """The first `MOST` of both, each address once."""
    by_address = {one.email.casefold(): one for one in reversed((*known, *more))}
    first = dict.fromkeys(one.email.casefold() for one in (*known, *more))
    return tuple(by_address[address] for address in first)[:MOST]


def without(known: Participants, email: str) -> Participants:
    return tuple(one for one in known if one.email.casefold() != email.casefold())


def to_data(people: Participants, dismissed: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Everyone as JSON; whom somebody took off the ticket stands behind, so that no Cc brings them back."""
    return [*map(asdict, people), *({"email": email, "dismissed": True} for email in dismissed)]


def of_data(said: Iterable[Mapping[str, Any]]) -> Participants:
    return tuple(Participant(one["email"], one["name"]) for one in said if not one.get("dismissed"))


def dismissed_of(said: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(one["email"] for one in said if one.get("dismissed"))
