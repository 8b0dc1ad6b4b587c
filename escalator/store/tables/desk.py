"""The rows of the desk: its versions, what is known of its people today, keys, links, and signs of life."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from escalator.store.types import Id, Json, UtcDateTime

from .base import metadata

desks = Table(
    "desks",
    metadata,
    Column("version", Id, primary_key=True),
    Column("document", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("holidays", Json),
)


people = Table(
    "people",
    metadata,
    Column("email", Text, primary_key=True),
    Column("away_until", UtcDateTime),
    Column("unreachable_since", UtcDateTime),
    Column("unreachable_why", Text, nullable=False, server_default=""),
    Column("tested_at", UtcDateTime),
)


# Who stands in for whoever a schedule would name; withdrawn ones are kept, so that it can be seen who was on call.
overrides = Table(
    "overrides",
    metadata,
    Column("id", Id, primary_key=True),
    Column("schedule", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("cancelled_at", UtcDateTime),
    Index("ix_overrides_schedule_ends_at", "schedule", "ends_at"),
    sqlite_autoincrement=True,
)


api_keys = Table(
    "api_keys",
    metadata,
    Column("id", Id, primary_key=True),
    Column("prefix", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("agent", Text),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    sqlite_autoincrement=True,
)


# Signed links are revocable rows (guarantees.md, "Keys and links"); only the hash of the token is kept.
links = Table(
    "links",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False, index=True),
    Column("person", Text, nullable=False),
    Column("run", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
)


heartbeats = Table(
    "heartbeats",
    metadata,
    Column("name", Text, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)


switches = Table(
    "switches",
    metadata,
    Column("name", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", Text, nullable=False),
)
