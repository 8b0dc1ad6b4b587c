"""An algebra of half-open spans of time: unite, intersect, subtract.

Every result is in order, disjoint and without empty spans. Instants are aware and in UTC.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import chain

Span = tuple[datetime, datetime]

_BEGINNING = datetime.min.replace(tzinfo=UTC)
_END = datetime.max.replace(tzinfo=UTC)


def unite(spans: Iterable[Span]) -> list[Span]:
    """What lies in any of `spans`, given in any order; those that touch become one."""
    united: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def intersect(ones: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """What lies in both; each side is already in order and disjoint, as `unite` leaves it."""
    common: list[Span] = []
    one = other = 0
    while one < len(ones) and other < len(others):
        start = max(ones[one][0], others[other][0])
        end = min(ones[one][1], others[other][1])
        if start < end:
            common.append((start, end))
        if ones[one][1] < others[other][1]:
            one += 1
        else:
            other += 1
    return common


def subtract(spans: Sequence[Span], holes: Iterable[Span]) -> list[Span]:
    """What of `spans` (in order and disjoint) lies in none of `holes` (in any order)."""
    edges = [_BEGINNING, *chain.from_iterable(unite(holes)), _END]
    return intersect(spans, list(zip(edges[::2], edges[1::2], strict=True)))
