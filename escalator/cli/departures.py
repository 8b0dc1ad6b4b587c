"""Who loses somebody by a new desk, in words for people and in JSON for scripts."""

from collections.abc import Iterator
from typing import Any

from escalator.service.departures import Departures


def words(gone: Departures) -> Iterator[str]:
    """One line for each key, and one for the tickets; none if nobody loses anything."""
    if gone.tickets:
        names = ", ".join(f"{count:,} {name}" for name, count in gone.by.most_common())
        yield (
            f"Open tickets whose team, assignee or owner is not at this desk: {gone.tickets:,} ({names});"
            " assign them to a team or a person that is."
        )
    for key in gone.keys:
        yield (
            f"The API key {key.prefix}… of {key.agent}: its person is not at this desk;"
            f" make another with `escalator key create --role {key.role} --agent EMAIL`."
        )


def reasons_to_ask(gone: Departures) -> Iterator[str]:
    if gone.keys:
        yield "API keys lose their person"
    if gone.tickets:
        yield "open tickets lose their team or their people"


def as_json(gone: Departures) -> dict[str, Any]:
    return {
        "keys_without_person": [{"prefix": key.prefix, "role": key.role, "agent": key.agent} for key in gone.keys],
        "tickets_without_place": gone.tickets,
    }
