"""Whether the parts of an embedded desk answer, asked over HTTP as anybody else would ask."""

import urllib.request
from collections.abc import Mapping

ANSWER_SECONDS = 2.0
# Flower asks all workers and waits for a second.
INSPECT_SECONDS = 5.0


def still_silent(addresses: Mapping[str, str]) -> list[str]:
    """The names of those whose address does not answer yet."""
    return [name for name, address in addresses.items() if not answers(address)]


def answers(address: str, seconds: float = ANSWER_SECONDS) -> bool:
    """Whether `address` says that all is well."""
    try:
        with urllib.request.urlopen(address, timeout=seconds) as answer:  # noqa: S310 - our own address
            return int(answer.status) == 200
    except OSError:
        return False


def let_flower_look(address: str) -> None:
    """Flower looks for workers when it starts, and ours were not there yet."""
    answers(f"{address}/api/workers?refresh=true", INSPECT_SECONDS)
