"""The algebra of spans against sets of seconds."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from escalator.core.calendar.spans import Span, intersect, subtract, unite

NOON = datetime(2026, 6, 8, 12, tzinfo=UTC)


def seconds(first: int, last: int) -> Span:
    return NOON + timedelta(seconds=first), NOON + timedelta(seconds=last)


def covered(spans: list[Span]) -> set[int]:
    """The whole seconds in `spans`: an independent reading of what they mean."""
    return {
        second
        for start, end in spans
        for second in range(int((start - NOON).total_seconds()), int((end - NOON).total_seconds()))
    }


some_spans = st.lists(st.builds(seconds, st.integers(0, 40), st.integers(0, 40)), max_size=8)


def is_tidy(spans: list[Span]) -> bool:
    in_order = all(earlier[1] <= later[0] for earlier, later in pairwise(spans))
    return in_order and all(start < end for start, end in spans)


@given(some_spans)
def test_a_union_has_what_any_span_has_and_joins_those_that_touch(spans: list[Span]) -> None:
    united = unite(spans)
    assert covered(united) == covered(spans)
    assert all(earlier[1] < later[0] for earlier, later in pairwise(united))
    assert is_tidy(united)


@given(some_spans, some_spans)
def test_an_intersection_has_what_both_have(ones: list[Span], others: list[Span]) -> None:
    common = intersect(unite(ones), unite(others))
    assert covered(common) == covered(ones) & covered(others)
    assert is_tidy(common)


@given(some_spans, some_spans)
def test_a_difference_has_what_no_hole_has(spans: list[Span], holes: list[Span]) -> None:
    rest = subtract(unite(spans), holes)
    assert covered(rest) == covered(spans) - covered(holes)
    assert is_tidy(rest)


def test_half_open_spans_that_touch_share_nothing() -> None:
    assert intersect([seconds(0, 5)], [seconds(5, 9)]) == []
    assert subtract([seconds(0, 5)], [seconds(5, 9)]) == [seconds(0, 5)]
    assert unite([seconds(5, 9), seconds(0, 5)]) == [seconds(0, 9)]
