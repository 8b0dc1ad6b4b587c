"""docs/desk.md names every section, key, word and default of desk.yaml, so that it cannot fall behind the schema."""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from marshmallow import Schema
from marshmallow.fields import Field, List, Nested

from escalator.core.desk import calendars, model, schema, spans
from escalator.core.desk.call_backs import CallBackRules
from escalator.core.desk.holidays import Almanac
from escalator.core.desk.kinds import Choice, Named
from escalator.core.desk.loops import WEIGHTS, LoopRules
from escalator.core.desk.metrics import METRICS
from escalator.core.desk.notifying import NotificationRules
from escalator.core.desk.review import ReviewRules

REFERENCE = (Path(__file__).parents[2] / "docs" / "desk.md").read_text(encoding="utf-8")
TOP = ""


def _sections() -> dict[str, str]:
    """The text under each heading that names a place in the desk, like `sla.when`."""
    parts = re.split(r"^#{2,3} (?:The whole|`([a-z_.]+)`)$", REFERENCE, flags=re.MULTILINE)
    return {name or TOP: text for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def _walk(section: Schema, path: str = TOP) -> Iterator[tuple[str, str, Field[Any]]]:
    """Every field with the section in which it stands and its key."""
    for name, field in section.fields.items():
        key = field.data_key or name
        yield path, key, field
        for inner in _inner(field):
            # Conditions are written in several places, and described once.
            if isinstance(inner, Nested) and (
                path == "sla" or not isinstance(inner.schema, schema.ConditionsSection)
            ):
                yield from _walk(inner.schema, f"{path}.{key}".removeprefix("."))


def _inner(field: Any) -> Iterator[Field[Any]]:
    """The field and all that it holds."""
    yield field
    if isinstance(field, List):
        yield from _inner(field.inner)
    if isinstance(field, Named):
        yield from _inner(field._key)
        yield from _inner(field._of)


def _row(section: str, key: str) -> str:
    return next((line for line in _sections()[section].splitlines() if line.startswith(f"| `{key}` |")), "")


FIELDS = [
    *_walk(schema.desk_section(Almanac())),
    *_walk(calendars.RegionSection(), "calendars.holidays"),
]


def test_the_walk_finds_what_is_deep_in_the_desk() -> None:
    found = {(path, key) for path, key, _ in FIELDS}
    deep = {(TOP, "sla"), ("sla.when", "tags"), ("ladders.steps", "acknowledge_within"), ("calendars", "holidays")}
    assert deep < found
    assert len(found) == len(FIELDS) > 50


@pytest.mark.parametrize(("section", "key"), [(path, key) for path, key, _ in FIELDS])
def test_every_key_has_its_row(section: str, key: str) -> None:
    assert _row(section, key)


@pytest.mark.parametrize(("section", "key", "field"), FIELDS)
def test_a_key_that_must_be_there_is_said_to_be_required(section: str, key: str, field: Field[Any]) -> None:
    assert section == "sla.when" or ("| required |" in _row(section, key)) is field.required


WORDS = [
    (path, word)
    for path, _, field in FIELDS
    for inner in _inner(field)
    if isinstance(inner, Choice)
    for word in inner._known
] + [("ladders.steps", str(target)) for target in model.Target]


@pytest.mark.parametrize(("section", "word"), WORDS)
def test_every_word_that_may_be_chosen_is_named(section: str, word: str) -> None:
    under = "\n".join(text for name, text in _sections().items() if f"{name}.".startswith(f"{section}."))
    assert re.search(rf"`[^`]*\b{word}\b[^`]*`", under)


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_every_metric_says_what_pauses_it(metric: Any) -> None:
    stands_still = _row("sla.targets", metric.name).split("|")[4]
    assert re.findall(r"`(\w+)`", stands_still) == [str(status) for status in metric.pauses or ()]
    assert ("no policy may pause it" in stands_still) is (metric.pauses is None)
    assert ("wall clock" in _row("sla.targets", metric.name)) is metric.wall_clock


@pytest.mark.parametrize(("signal", "weight"), WEIGHTS.items())
def test_every_signal_says_what_it_weighs(signal: str, weight: int) -> None:
    [row] = [
        line for line in _sections()["loops"].splitlines() if re.match(rf"\|[^|]*`{signal}`[^|]*\| `\d+` \|", line)
    ]
    assert row.split("|")[2].strip(" `") == str(weight)


RENAMED = {"window": "acknowledge_within"}
DEFAULTS = [
    (section, RENAMED.get(field.name, field.name), field.default)
    for section, holder in (
        ("tickets", model.TicketRules),
        ("escalation", model.EscalationRules),
        ("ladders.steps", model.Step),
        ("ladders", model.Ladder),
        ("loops", LoopRules),
        ("call_backs", CallBackRules),
        ("review", ReviewRules),
        ("notifications", NotificationRules),
    )
    for field in fields(holder)
    if isinstance(field.default, timedelta | int)
]


@pytest.mark.parametrize(("section", "key", "default"), DEFAULTS)
def test_every_default_is_the_one_that_holds(section: str, key: str, default: timedelta | int) -> None:
    said = _row(section, key).split("|")[3].strip(" `")
    assert (int(said) if isinstance(default, int) else spans.span(said)) == default
