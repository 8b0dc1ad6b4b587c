"""API keys: only their hash is kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from .database import Transaction
from .tables import api_keys


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of a key; `prefix` is shown so that people can tell keys apart."""

    id: int
    prefix: str
    role: str
    agent: str | None
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None


def add(tx: Transaction, prefix: str, digest: str, role: str, agent: str | None, expires_at: datetime | None) -> None:
    row = {"prefix": prefix, "hash": digest, "role": role, "agent": agent}
    tx.conn.execute(api_keys.insert(), row | {"created_at": tx.now, "expires_at": expires_at})


def find(tx: Transaction, digest: str) -> Key | None:
    row = tx.conn.execute(select(api_keys).where(api_keys.c.hash == digest)).one_or_none()
    return _key(row) if row else None


def listing(tx: Transaction) -> list[Key]:
    return [_key(row) for row in tx.conn.execute(select(api_keys).order_by(api_keys.c.id))]


def revoke(tx: Transaction, prefix: str) -> int:
    """Revokes the key with this prefix; gives how many that were."""
    found = (api_keys.c.prefix == prefix, api_keys.c.revoked_at.is_(None))
    return tx.conn.execute(update(api_keys).where(*found).values(revoked_at=tx.now)).rowcount


def _key(row: Any) -> Key:
    return Key(row.id, row.prefix, row.role, row.agent, row.created_at, row.expires_at, row.revoked_at)
