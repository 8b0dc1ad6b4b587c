"""How much of the door anybody may take up: connections, by whom they are, and memory for mails on their way in."""

from ipaddress import ip_address
from typing import Protocol

# Each may hold a whole mail in memory; a mail server that hands in more at once waits its turn.
MOST_CONNECTIONS = 20
MOST_FROM_ONE = 5
MOST_OCTETS = 100_000_000
# So much each mail may always have: whoever hands in large ones keeps no ordinary one out.
SMALL = 1_000_000


class Guest(Protocol):
    """A connection."""

    host: str

    @property
    def is_idle(self) -> bool:
        """Whether it has not begun a mail."""
        ...

    def turn_away(self) -> None: ...


class Crowd:
    """Who is at the door; those first whose last mail, or else whose coming, was longest ago."""

    def __init__(self) -> None:
        self._guests: list[Guest] = []

    def lets_in(self, guest: Guest) -> bool:
        """Whether there is room, if need be after the one that has been idle longest was turned away."""
        if self._has_enough_from(guest.host):
            return False
        if len(self._guests) >= MOST_CONNECTIONS and not self._makes_room():
            return False
        self._guests.append(guest)
        return True

    def is_done(self, guest: Guest) -> None:
        """It has handed in a mail: nobody has been idle for less long."""
        if guest in self._guests:
            self.leaves(guest)
            self._guests.append(guest)

    def leaves(self, guest: Guest) -> None:
        if guest in self._guests:
            self._guests.remove(guest)

    def _has_enough_from(self, host: str) -> bool:
        # A mail server on this machine speaks for everybody.
        same = sum(guest.host == host for guest in self._guests)
        return same >= MOST_FROM_ONE and not ip_address(host or "::").is_loopback

    def _makes_room(self) -> bool:
        idle = next((guest for guest in self._guests if guest.is_idle), None)
        if idle is not None:
            self._guests.remove(idle)
            idle.turn_away()
        return idle is not None


class Room:
    """The memory that all mails on their way in share, beyond what each may always have."""

    def __init__(self, octets: int) -> None:
        self._free = octets

    def has(self, mail: int) -> bool:
        """Whether a mail of so many octets would fit now."""
        return mail - SMALL <= self._free

    def grown(self, had: int, has: int) -> bool:
        """Whether a mail of `had` octets may have `has`; if so it has them. Fewer always may."""
        more = max(has - SMALL, 0) - max(had - SMALL, 0)
        if more > max(self._free, 0):
            return False
        self._free -= more
        return True
