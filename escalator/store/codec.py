"""Between the core's values and JSON: instants as ISO text, spans as seconds."""

from datetime import datetime, timedelta
from typing import Any

from cattrs.preconf.json import make_converter

from escalator.core.sla.cycle import Cycle, Cycles
from escalator.core.ticket.ticket import Stay

_converter = make_converter()
_converter.register_unstructure_hook(timedelta, lambda span: span.total_seconds())
_converter.register_structure_hook(timedelta, lambda seconds, _: timedelta(seconds=seconds))
_converter.register_unstructure_hook(datetime, lambda moment: moment.isoformat())
_converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))


def cycles_to_json(cycles: Cycles) -> list[dict[str, Any]]:
    return [_converter.unstructure(cycle) for cycle in cycles]


def cycles_from_json(rows: list[dict[str, Any]]) -> Cycles:
    return tuple(_converter.structure(row, Cycle) for row in rows)


def stays_to_json(stays: tuple[Stay, ...]) -> list[dict[str, Any]]:
    return [_converter.unstructure(stay) for stay in stays]


def stays_from_json(rows: list[dict[str, Any]]) -> tuple[Stay, ...]:
    return tuple(_converter.structure(row, Stay) for row in rows)
