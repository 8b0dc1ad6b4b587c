"""What adding and measuring business time costs, for an hour and for a year: `python -m bench.calendar`."""

from datetime import UTC, datetime, timedelta
from timeit import repeat

from escalator.core.calendar import Calendar

OFFICE = Calendar("Europe/Berlin", {day: [("09:00", "17:00")] for day in ("mon", "tue", "wed", "thu", "fri")})
START = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
SPANS = {"an hour": timedelta(hours=1), "a year": timedelta(hours=8 * 260)}
CALLS = 50_000


def microseconds(operation: str, amount: timedelta) -> float:
    """The best of five runs, once the years in question are reckoned."""
    end = OFFICE.add(START, amount)
    calls = {"add": lambda: OFFICE.add(START, amount), "within": lambda: OFFICE.within(START, end)}
    return min(repeat(calls[operation], number=CALLS, repeat=5)) / CALLS * 1e6


def main() -> None:
    for operation in ("add", "within"):
        cost = {name: microseconds(operation, amount) for name, amount in SPANS.items()}
        for name, spent in cost.items():
            print(f"{operation:<7} {name:<8} {spent:6.2f} us   x {spent / cost['an hour']:.2f} of an hour's")


if __name__ == "__main__":
    main()
