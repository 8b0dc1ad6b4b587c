"""Logs of other helpdesks as nobody would write them: whatever may stand in one, in any order."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from escalator.core.simulation.timelines import KINDS, Log, read
from tests.core.case import berlin
from tests.core.test_timelines import line

START = berlin("2026-11-02 09:00")
DAYS = 20
NAMES = st.sampled_from(["a", "b", "c", "d"])
STATES = ("", "open", "Pending", "on hold", "resolved", "closed", "new", "urgent", "sam")


def logs(*more_states: str) -> st.SearchStrategy[dict[str, list[dict[str, Any]]]]:
    """A few cases by their names, with entries in any order; `more_states` are words that may stand there too."""
    words = st.sampled_from([*STATES, *more_states])
    entries = st.fixed_dictionaries(
        {"type": st.sampled_from([str(kind) for kind in KINDS]), "minutes": st.integers(0, 60 * 24 * DAYS)},
        optional={
            "from": words,
            "to": words,
            "team": st.sampled_from(["", "first-line", "second-line", "Group 70"]),
            "actor": st.sampled_from(["", "dana", "ben", "sam", "system", "customer"]),
            "priority": words,
            "into": NAMES,
            "machine": st.booleans(),
            "requester": st.sampled_from(["dana", "ben@city.example"]),
        },
    )
    return st.dictionaries(NAMES, st.lists(entries, max_size=10), max_size=4)


def log_of(cases: dict[str, list[dict[str, Any]]]) -> Log:
    lines = [line(*(_entry(**said) for said in entries), ticket_id=name) for name, entries in cases.items()]
    return read(lines, "log")


def _entry(minutes: int, **fields: Any) -> dict[str, Any]:
    return {"at": (START + timedelta(minutes=minutes)).isoformat(), **fields}
