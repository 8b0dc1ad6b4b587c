"""What adding and measuring business time costs, for an hour and for a year, beside another library.

Run as `python -m bench.calendar`. The peer is `businesstimedelta`, which walks from day to day.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from time import process_time
from timeit import repeat
from zoneinfo import ZoneInfo

import pytz
from businesstimedelta import BusinessTimeDelta, HolidayRule, LunchTimeRule, Rules, WorkDayRule
from holidays import country_holidays

from escalator.core.calendar import Calendar

# An office as it is: a lunch break, and the public holidays of Berlin.
HOLIDAYS = country_holidays("DE", subdiv="BE", years=range(2026, 2029))
HALVES = [("09:00", "12:00"), ("13:00", "18:00")]
OFFICE = Calendar("Europe/Berlin", dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), HALVES), sorted(HOLIDAYS))
ZONE = pytz.timezone("Europe/Berlin")
PEER = Rules(
    [
        WorkDayRule(start_time=time(9), end_time=time(18), tz=ZONE),
        LunchTimeRule(start_time=time(12), end_time=time(13), tz=ZONE),
        HolidayRule(HOLIDAYS, tz=ZONE),
    ]
)
START = datetime(2026, 3, 2, 10, 30, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
SPANS = {"an hour": timedelta(hours=1), "a year": timedelta(hours=8 * 260)}
CALLS, CALLS_OF_PEER = 20_000, 20
GOAL, YEAR_GOAL, PEER_GOAL = 5.0, 2.0, 50.0

Call = Callable[[], object]


def line(what: str, figure: float, unit: str, goal: float, *, at_least: bool = False) -> str:
    """A figure beside its goal, and whether that is reached."""
    reached = figure >= goal if at_least else figure <= goal
    bound = "at least" if at_least else "at most"
    return f"{what:<48} {figure:9.2f} {unit:<2}   {bound:<8} {goal:g}   {'ok' if reached else 'missed'}"


def operations(amount: timedelta) -> dict[str, tuple[Call, Call]]:
    """Each operation for this amount of open time, ours and the peer's, which have to agree."""
    end, peers_amount = OFFICE.add(START, amount), BusinessTimeDelta(PEER, timedelta=amount)
    assert end == START + peers_amount
    assert OFFICE.within(START, end) == PEER.difference(START, end).timedelta == amount
    return {
        "add": (lambda: OFFICE.add(START, amount), lambda: START + peers_amount),
        "within": (lambda: OFFICE.within(START, end), lambda: PEER.difference(START, end)),
    }


def microseconds(call: Call, calls: int) -> float:
    """The best of five runs, in processor time, once the years in question are reckoned."""
    return min(repeat(call, timer=process_time, number=calls, repeat=5)) / calls * 1e6


def main() -> None:
    cost: dict[tuple[str, str], float] = {}
    for span, amount in SPANS.items():
        for operation, (ours, peers) in operations(amount).items():
            spent, spent_by_peer = microseconds(ours, CALLS), microseconds(peers, CALLS_OF_PEER)
            cost[operation, span] = spent
            print(line(f"{operation} {span}", spent, "us", GOAL))
            beside = f"  beside businesstimedelta's {spent_by_peer:.1f} us"
            print(line(beside, spent_by_peer / spent, "x", PEER_GOAL, at_least=True))
    for operation in ("add", "within"):
        ratio = cost[operation, "a year"] / cost[operation, "an hour"]
        print(line(f"{operation}: a year costs, in hours", ratio, "x", YEAR_GOAL))


if __name__ == "__main__":
    main()
