"""Writes of many rows at once: on PostgreSQL one statement with an array for each column, on SQLite executemany.

Array parameters keep the statement's text the same whatever the number of rows, so that it is prepared once; they
were measured at more than twice the speed of row-wise parameters, and binary ones (`%b`) at five times that of text,
which has to be quoted (docs/decisions.md).
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Dialect, Table, bindparam
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from .database import Transaction
from .types import Json

Row = Mapping[str, Any]
Columns = tuple[str, ...]


def insert(tx: Transaction, table: Table, rows: Sequence[Row], once: str = "") -> None:
    """Inserts `rows`, which all have the same columns; one whose value of `once` is known already is left out."""
    if not rows:
        return
    if tx.on_postgres:
        known = f" ON CONFLICT ({once}) DO NOTHING" if once else ""
        _execute_arrays(tx, _insert_sql(table, tuple(rows[0])) + known, table, rows)
    else:
        statement = sqlite_insert(table)
        tx.conn.execute(statement.on_conflict_do_nothing(index_elements=[once]) if once else statement, list(rows))


def upsert(tx: Transaction, table: Table, key: Columns, rows: Sequence[Row], unless: str | None = None) -> None:
    """Inserts `rows` or updates those with the same `key`; one whose `state` is `unless` stays as it is."""
    if not rows:
        return
    columns = tuple(rows[0])
    changed = tuple(name for name in columns if name not in key)
    if tx.on_postgres:
        sets = ", ".join(f"{name} = excluded.{name}" for name in changed)
        guard = f" WHERE {table.name}.state <> '{unless}'" if unless else ""
        sql = f"{_insert_sql(table, columns)} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {sets}{guard}"
        _execute_arrays(tx, sql, table, rows)
        return
    tx.conn.execute(_sqlite_upsert(table, key, columns, unless), list(rows))


@lru_cache(maxsize=64)
def _sqlite_upsert(table: Table, key: Columns, columns: Columns, unless: str | None) -> Insert:
    # Kept, because making `excluded` anew for each call costs as much as the statement itself.
    statement = sqlite_insert(table)
    return statement.on_conflict_do_update(
        index_elements=list(key),
        set_={name: statement.excluded[name] for name in columns if name not in key},
        where=table.c.state != unless if unless else None,
    )


def update(tx: Transaction, table: Table, key: Columns, rows: Sequence[Row]) -> None:
    """Updates the rows named by `key` to the other values of each row."""
    if not rows:
        return
    columns = tuple(rows[0])
    if tx.on_postgres:
        _execute_arrays(tx, _update_sql(table, key, columns), table, rows)
        return
    statement = table.update().values({name: bindparam(name) for name in columns if name not in key})
    for name in key:
        statement = statement.where(table.c[name] == bindparam(f"key_{name}"))
    tx.conn.execute(statement, [_with_key(row, key) for row in rows])


def _with_key(row: Row, key: Columns) -> dict[str, Any]:
    return {f"key_{name}" if name in key else name: value for name, value in row.items()}


@lru_cache(maxsize=64)
def _insert_sql(table: Table, columns: Columns) -> str:
    names = ", ".join(columns)
    # The names are our own tables and columns, never input.
    return f"INSERT INTO {table.name} ({names}) SELECT {_casts(table, columns)} FROM {_unnest(table, columns)}"  # noqa: S608


@lru_cache(maxsize=64)
def _update_sql(table: Table, key: Columns, columns: Columns) -> str:
    sets = ", ".join(f"{name} = {_cast(table, name)}" for name in columns if name not in key)
    where = " AND ".join(f"{table.name}.{name} = r.{name}" for name in key)
    return f"UPDATE {table.name} SET {sets} FROM {_unnest(table, columns)} WHERE {where}"  # noqa: S608


def _unnest(table: Table, columns: Columns) -> str:
    arrays = ", ".join(f"%b::{_array_type(table.c[name])}[]" for name in columns)
    return f"unnest({arrays}) AS r({', '.join(columns)})"


def _casts(table: Table, columns: Columns) -> str:
    return ", ".join(_cast(table, name) for name in columns)


def _cast(table: Table, name: str) -> str:
    return f"r.{name}::jsonb" if table.c[name].type is Json else f"r.{name}"


def _array_type(column: Column[Any]) -> str:
    if column.type is Json:
        return "text"
    return column.type.compile(dialect=_POSTGRES)


_POSTGRES: Dialect = PGDialect()  # type: ignore[no-untyped-call]


def _execute_arrays(tx: Transaction, sql: str, table: Table, rows: Sequence[Row]) -> None:
    arrays = tuple(_array(table.c[name], [row[name] for row in rows]) for name in rows[0])
    tx.conn.exec_driver_sql(sql, arrays)


def _array(column: Column[Any], values: list[Any]) -> list[Any]:
    if column.type is Json:
        return [None if value is None else json.dumps(value) for value in values]
    return values
