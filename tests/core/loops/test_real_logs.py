"""The shipped rules on a real log, whose outcome is known: they were tuned on its even lines, the odd ones judge.

The outcome (`meta.made_sla`) scores here; no detector ever sees it.
"""

import json
from pathlib import Path
from statistics import median

import pytest

from escalator.core.desk.reader import read as read_desk
from escalator.core.reports.loops import LoopWatch, WatchedCase
from escalator.core.simulation.timelines import read
from escalator.embedded.first_run import EXAMPLE_DESK

LINES = {"tuned": 0, "held out": 1}


class Judged:
    """Half of the log: what was found, and which cases truly broke their promise."""

    def __init__(self, folder: Path, half: str) -> None:
        with (folder / "timelines" / "uci498.sample300.jsonl").open("rb") as log:
            lines = [line for number, line in enumerate(log) if number % 2 == LINES[half]]
        outcomes = (json.loads(line) for line in lines)
        self.broken = {case["ticket_id"] for case in outcomes if not case["meta"]["made_sla"]}
        timelines = read(lines, "uci498", "Europe/Berlin").timelines
        self.cases = list(LoopWatch(timelines, read_desk(EXAMPLE_DESK.read_bytes())).cases())

    @property
    def escalated(self) -> list[WatchedCase]:
        return [case for case in self.cases if case.verdict == "escalate"]

    def recall(self) -> float:
        return len(self.broken & {case.name for case in self.escalated}) / len(self.broken)

    def precision(self, cases: list[WatchedCase]) -> float:
        return sum(case.name in self.broken for case in cases) / len(cases)

    def lead(self, cases: list[WatchedCase], name: str) -> float:
        """Hours from the first flag to the end, which is when the case was resolved; median."""
        flags = [(case, case.reached.get(name) or case.found[name].at) for case in cases]
        return median((case.ended_at - at).total_seconds() / 3600 for case, at in flags if case.ended_at)

    def table(self) -> str:
        """Per signal and verdict: cases, breach rate among flagged and unflagged, hours before the end."""
        rows = [f"{'':14} cases  flagged breached  unflagged breached  hours before the end"]
        names = [*sorted({kind for case in self.cases for kind in case.found}), "escalate"]
        for name in names:
            flagged = [case for case in self.cases if name in case.found or name in case.reached]
            rest = [case for case in self.cases if case not in flagged]
            rows.append(
                f"{name:14} {len(flagged):5}  {self.precision(flagged):16.1%}  {self.precision(rest):18.1%}"
                f"  {self.lead(flagged, name):20.1f}"
            )
        return "\n".join(rows)


@pytest.mark.parametrize("half", LINES)
def test_most_broken_cases_are_seen_in_time_and_few_others(shared_data: Path, half: str) -> None:
    judged = Judged(shared_data, half)
    print(f"\n{half}: {len(judged.cases)} cases, {len(judged.broken)} breached, recall {judged.recall():.1%}")  # noqa: T201
    print(judged.table())  # noqa: T201
    assert judged.recall() >= 0.70
    assert judged.precision(judged.escalated) >= 0.85
    assert judged.lead(judged.escalated, "escalate") >= 24


def test_a_case_that_is_flagged_has_its_reasons(shared_data: Path) -> None:
    for case in Judged(shared_data, "held out").escalated:
        assert sum(found.weight for found in case.found.values()) >= case.score >= 4
        assert all(found.at <= case.ended_at for found in case.found.values() if case.ended_at)


def test_how_a_case_ended_is_never_looked_at(shared_data: Path) -> None:
    with (shared_data / "timelines" / "uci498.sample300.jsonl").open("rb") as log:
        cases = [json.loads(line) for line in log][:50]
    desk = read_desk(EXAMPLE_DESK.read_bytes())

    def watched(lines: list[str]) -> list[tuple[str, int]]:
        found = LoopWatch(read(lines, "log", "Europe/Berlin").timelines, desk).cases()
        return [(case.verdict, case.score) for case in found]

    other = [json.dumps(case | {"meta": {"made_sla": not case["meta"]["made_sla"]}}) for case in cases]
    assert watched(other) == watched([json.dumps(case) for case in cases])


def test_what_is_found_rests_only_on_what_had_happened(shared_data: Path) -> None:
    """A log that is cut off where a case was flagged says the same of it."""
    with (shared_data / "timelines" / "uci498.sample300.jsonl").open("rb") as log:
        timelines = read(log, "log", "Europe/Berlin").timelines
    desk = read_desk(EXAMPLE_DESK.read_bytes())
    flagged = {case.name: at for case in LoopWatch(timelines, desk).cases() if (at := case.reached.get("escalate"))}
    assert len(flagged) > 50
    for timeline in timelines:
        at = flagged.get(timeline.ticket_id)
        if at is not None:
            [case] = LoopWatch([timeline.until(at)], desk, until=at).cases()
            assert case.reached.get("escalate") == at
