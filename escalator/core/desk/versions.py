"""The desk's versions that a decision may need: the active one, and those with which clocks and runs started."""

from collections.abc import Mapping
from dataclasses import dataclass

from .model import Desk


@dataclass(frozen=True, slots=True)
class Desks:
    """The active desk and the stored versions by number; versions never change once stored."""

    active: Desk
    versions: Mapping[int, Desk]

    def at(self, version: int) -> Desk:
        return self.versions[version]
