"""The desk in use: checked before it is stored, versioned, and kept in memory as values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from escalator.core.access import ALLOWED, Act, Principal, require
from escalator.core.desk.hiding import without_addresses
from escalator.core.desk.model import Desk
from escalator.core.desk.problems import Problem
from escalator.core.desk.reader import read
from escalator.core.desk.versions import Desks
from escalator.core.errors import NotFound, StaleVersion
from escalator.store import desks as rows
from escalator.store.database import Database, Transaction

from .departures import Departures, departures
from .own_templates import examine, read_new


class DeskShelf:
    """Every stored version as values. Versions never change, so each is read once."""

    def __init__(self) -> None:
        self._known: dict[int, Desk] = {}

    def desks(self, tx: Transaction) -> Desks:
        """The desk as a unit of work sees it: the version that is active now, and those before it."""
        version = rows.active_version(tx)
        if version is None:
            raise NotFound("no desk is in use yet; apply one with `escalator desk apply FILE`")
        return Desks(self.version(tx, version), _Versions(self, tx))

    def with_draft(self, tx: Transaction, draft: Desk) -> Desks:
        """What a unit of work would see if `draft` were the version in use."""
        return Desks(draft, _Versions(self, tx, draft))

    def version(self, tx: Transaction, version: int) -> Desk:
        if version not in self._known:
            stored = rows.stored(tx, version)
            self._known[version] = read(stored.document, version, stored.holidays)
        return self._known[version]


class _Versions(Mapping[int, Desk]):
    """The versions by number, read on demand within one unit of work."""

    def __init__(self, shelf: DeskShelf, tx: Transaction, draft: Desk | None = None) -> None:
        self._shelf, self._tx, self._draft = shelf, tx, draft

    def __getitem__(self, version: int) -> Desk:
        if self._draft is not None and version == self._draft.version:
            return self._draft
        return self._shelf.version(self._tx, version)

    def __iter__(self) -> Iterator[int]:
        return iter(rows.versions(self._tx))

    def __len__(self) -> int:
        return len(rows.versions(self._tx))


@dataclass(frozen=True, slots=True)
class Applied:
    """The outcome of an application: the version in use now, and what the linter remarked."""

    version: int
    problems: tuple[Problem, ...]


class DeskService:
    """Use cases around the desk document."""

    def __init__(self, database: Database, shelf: DeskShelf) -> None:
        self._database, self._shelf = database, shelf

    def check(self, document: str) -> tuple[Problem, ...]:
        """Everything that is wrong or doubtful in `document`; changes nothing."""
        return examine(document).problems

    def apply(self, principal: Principal, document: str, in_place_of: int | None = None) -> Applied:
        """Puts a new version into use; raises `DeskProblems` and leaves the old one in use if it is not sound.

        What is in use already is not stored again, unless its public holidays are known differently by now. Clocks
        that run stay with their version until `RecalculationService` moves them. Who has weighed what it will do
        gives `in_place_of`, the version that was in use then (0: none); raises `StaleVersion` when it is no more.
        """
        require(principal, Act.DESK_CHANGE)
        desk = rows.Stored(document, read_new(document).public_holidays)
        with self._database.transaction() as tx:
            rows.lock(tx)
            version = rows.active_version(tx)
            _require(version or 0, in_place_of)
            if version is None or rows.stored(tx, version) != desk:
                version = rows.add(tx, desk, principal.actor.name)
        return Applied(version, self.check(document))

    def draft(self, document: str) -> Desk:
        """The desk that `apply` would put into use: the one that is, if this says the same, else the next version."""
        desk = rows.Stored(document, read_new(document).public_holidays)
        with self._database.reading() as tx:
            version = rows.active_version(tx)
            if version is not None and rows.stored(tx, version) == desk:
                return self._shelf.version(tx, version)
        return read(document, (version or 0) + 1, desk.holidays)

    def departures(self, draft: Desk) -> Departures:
        """Which keys and tickets would lose their people if `draft` were in use; none when no desk is."""
        with self._database.reading() as tx:
            if rows.active_version(tx) is None:
                return Departures()
            return departures(tx, self._shelf.desks(tx).active, draft)

    def current(self, principal: Principal) -> tuple[int, str]:
        """The version in use and its document, without the addresses of channels for who may not change it."""
        require(principal, Act.DESK_READ)
        with self._database.reading() as tx:
            desk = self._shelf.desks(tx).active
            document = rows.stored(tx, desk.version).document
        knows_all = principal.role in ALLOWED[Act.DESK_CHANGE]
        return desk.version, document if knows_all else without_addresses(document)

    def in_use(self) -> int:
        """The version in use; 0 when none is."""
        with self._database.reading() as tx:
            return rows.active_version(tx) or 0


def _require(version: int, in_place_of: int | None) -> None:
    if in_place_of not in (None, version):
        raise StaleVersion(
            f"somebody else has put version {version} of the desk into use meanwhile; nothing is changed. "
            "Run it again"
        )
