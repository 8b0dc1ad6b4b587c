"""How spans, warnings and hours are written."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalator.core.desk import spans


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("90s", timedelta(seconds=90)),
        ("30m", timedelta(minutes=30)),
        ("4h", timedelta(hours=4)),
        ("1h30m", timedelta(minutes=90)),
        ("1h 30m", timedelta(minutes=90)),
        ("1d", timedelta(hours=24)),
        ("2w", timedelta(days=14)),
        ("1w2d3h4m5s", timedelta(days=9, hours=3, minutes=4, seconds=5)),
        ("-1h30m", timedelta(minutes=-90)),
    ],
)
def test_a_span_is_read(text: str, amount: timedelta) -> None:
    assert spans.span(text) == amount


@pytest.mark.parametrize("text", ["", "4", "h", "4 h", "30m1h", "4H", "1.5h", "-", "1h-30m", "٤h", "4h\n4h"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a span of time"):
        spans.span(text)


@pytest.mark.parametrize("text", ["9999999w", "99999999999999999999d", "1h99999999m"])
def test_a_span_that_no_desk_outlives_is_too_large(text: str) -> None:
    with pytest.raises(ValueError, match=rf'"{text}" is too large: at most ten years \(3653d\) fit'):
        spans.span(text)


@pytest.mark.parametrize("text", ["100%", "150%", "100.5 %", "9999999999999999999999%"])
def test_a_warning_comes_before_the_deadline(text: str) -> None:
    with pytest.raises(ValueError, match=rf'"{text}" is too large: .* below 100%'):
        spans.warning(text)


def test_a_span_that_hides_behind_spaces_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="is not a span of time"):
        spans.span(f"1w{' ' * 100_000}x")


@given(st.timedeltas(timedelta(0), spans.TEN_YEARS))
def test_a_span_that_is_shown_can_be_read_again(amount: timedelta) -> None:
    whole = timedelta(seconds=amount // timedelta(seconds=1))
    assert spans.span(spans.shown(whole)) == whole


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (timedelta(hours=40), "40h"),
        (timedelta(days=14), "336h"),
        (timedelta(minutes=90), "1h30m"),
        (timedelta(seconds=90), "1m30s"),
        (timedelta(0), "0s"),
    ],
)
def test_open_time_is_told_in_hours_because_a_day_of_it_has_no_length(amount: timedelta, text: str) -> None:
    assert spans.in_hours(amount) == text
    assert spans.span(text) == amount


def test_a_warning_keeps_its_words_as_a_label() -> None:
    assert spans.warning(" 80 % ").label == "80 %"
    assert spans.warning("12.5%").share == 0.125
    assert spans.warning("1h  left").remaining == timedelta(hours=1)


@pytest.mark.parametrize("text", ["0%", "-5%", "%", "80", "left", "0m left", "-5m left", "600w left", "5m"])
def test_what_is_no_warning_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"warning|span of time|ten years"):
        spans.warning(text)


def test_hours_are_two_ends_of_an_interval() -> None:
    assert spans.hours("9:00-17:00") == ("09:00", "17:00")
    assert spans.hours("22:00 – 24:00") == ("22:00", "24:00")
