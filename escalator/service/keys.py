"""API keys: shown once, stored hashed, with a role and, for people, the person they speak for."""

import secrets
from datetime import timedelta

from escalator.core.access import Principal, Role
from escalator.core.errors import Invalid, NotFound, Unauthorized
from escalator.store import keys
from escalator.store.database import Database
from escalator.store.keys import Key

from .desk import DeskShelf
from .letters import digest

_MARK = "esc_"


class KeyService:
    """Use cases around API keys."""

    def __init__(self, database: Database, shelf: DeskShelf) -> None:
        self._database, self._shelf = database, shelf

    def create(self, role: Role, agent: str | None = None, lifetime: timedelta | None = None) -> str:
        """A new key; this is the only time that it can be seen. Agents and leads must be people of the desk."""
        if agent is None and role in (Role.AGENT, Role.LEAD):
            raise Invalid(f"a key with role {role} speaks for a person; name one with --agent EMAIL")
        key = _MARK + secrets.token_urlsafe(32)
        with self._database.transaction() as tx:
            if agent is not None and agent not in self._shelf.desks(tx).active.agents:
                raise Invalid(f"{agent} is not an agent of the desk; add them to desk.yaml first")
            expires_at = tx.now + lifetime if lifetime else None
            keys.add(tx, key[: len(_MARK) + 6], digest(key), role, agent, expires_at)
        return key

    def authenticate(self, key: str | None) -> Principal:
        """Whose key this is; raises `Unauthorized` with what is wrong with it."""
        if not key or not key.startswith(_MARK):
            raise Unauthorized("no API key was given; send the header 'Authorization: Bearer esc_...'")
        with self._database.reading() as tx:
            # Looked up by the hash of 256 random bits: how long the comparison takes says nothing about the key.
            found = keys.find(tx, digest(key))
            if found is None or found.revoked_at is not None:
                raise Unauthorized("this API key is unknown or revoked; ask an admin for a new one")
            if found.expires_at is not None and found.expires_at <= tx.now:
                raise Unauthorized("this API key has expired; ask an admin for a new one")
            if found.agent is not None and found.agent not in self._shelf.desks(tx).active.agents:
                remedy = f"make another with `escalator key create --role {found.role} --agent EMAIL`"
                raise Unauthorized(f"{found.agent}, for whom this API key speaks, is not at the desk; {remedy}")
        return Principal(Role(found.role), f"key {found.prefix}", found.agent)

    def listing(self) -> list[Key]:
        with self._database.reading() as tx:
            return keys.listing(tx)

    def revoke(self, prefix: str) -> None:
        """Ends the life of the key that starts with `prefix`."""
        with self._database.transaction() as tx:
            if not keys.revoke(tx, prefix):
                raise NotFound(f"no valid key starts with {prefix}")
