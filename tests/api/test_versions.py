"""Nobody overwrites what they have not seen."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from tests.api.house import Caller, House, refusal

CHANGES: dict[str, Callable[[Caller, dict[str, Any], Any], Any]] = {
    "PATCH": lambda caller, ticket, version: caller.calls(
        "PATCH", f"/v1/tickets/{ticket['id']}", version, json={"subject": "changed"}
    ),
    "action": lambda caller, ticket, version: caller.calls(
        "POST", f"/v1/tickets/{ticket['id']}/actions", version, json={"action": "hold"}
    ),
}


@pytest.fixture(params=list(CHANGES))
def change(request: pytest.FixtureRequest) -> Callable[[Caller, dict[str, Any], Any], Any]:
    return CHANGES[request.param]


def test_a_change_needs_the_version_that_was_read(house: House, change: Callable[..., Any]) -> None:
    ticket = house.sam.opens()
    for version in (None, "*", '"1", "2"'):
        assert refusal(change(house.sam, ticket, version)) == (428, "precondition_required")
    assert house.sam.gets(f"/v1/tickets/{ticket['id']}").json["version"] == ticket["version"]


def test_a_stale_or_nonsensical_version_is_refused_and_changes_nothing(
    house: House, change: Callable[..., Any]
) -> None:
    ticket = house.sam.opens()
    now = ticket["version"]
    for version in (now - 1, now + 1, f'W/"{now}"', str(now), '"seven"', '"' + "9" * 5000 + '"'):
        assert refusal(change(house.sam, ticket, version)) == (412, "stale_version")
    assert house.sam.gets(f"/v1/tickets/{ticket['id']}").json["version"] == now


def test_of_two_agents_at_once_one_wins_and_one_is_told(house: House, change: Callable[..., Any]) -> None:
    ticket, callers = house.sam.opens(), (house.sam, house.lee)
    start = Barrier(len(callers))

    def race(caller: Caller) -> int:
        start.wait(timeout=10)
        status: int = change(caller, ticket, ticket["version"]).status_code
        return status

    with ThreadPoolExecutor(len(callers)) as threads:
        assert sorted(threads.map(race, callers)) == [200, 412]


def test_a_reply_may_say_which_version_it_answers(house: House) -> None:
    sam, ticket = house.sam, house.sam.opens()
    path = f"/v1/tickets/{ticket['id']}/messages"
    assert sam.posts(path, {"body": "to the first words"}, version=ticket["version"]).status_code == 201
    assert refusal(sam.posts(path, {"body": "too late"}, version=ticket["version"])) == (412, "stale_version")
    assert refusal(sam.posts(path, {"body": "to anything"}, version="*")) == (428, "precondition_required")
    assert sam.posts(path, {"body": "without looking"}).status_code == 201
