"""What a mail server hears between DATA and the final dot: where the mail ends and what it says (RFC 5321, 4.5.2)."""

from .smtp_room import Room

_END = b"\r\n.\r\n"
# Dots at the beginning of lines come doubled, so a mail on the wire may be longer than it is.
_SLACK = 1.02


class MailData:
    """Takes the octets as they come, in pieces of any size, and keeps at most about `most` of them.

    Only CR LF ends a line here: who takes a bare LF for one can be made to see two mails where others see one.
    """

    def __init__(self, most: int, room: Room) -> None:
        self._most = int(most * _SLACK)
        self._room = room
        self._kept = bytearray()
        # The line end before the mail: its first line may be the final dot.
        self._tail = b"\r\n"
        self.is_too_large = False
        self.is_crowded_out = False

    def feed(self, octets: bytes) -> bytes | None:
        """None while the mail goes on; else what came behind its end."""
        window = self._tail + octets
        end = window.find(_END)
        if end < 0:
            self._keep(octets)
            self._tail = window[1 - len(_END) :]
            return None
        # The line end before the dot belongs to the mail.
        new = end + 2 - len(self._tail)
        self._keep(octets[: max(new, 0)])
        if new < 0:
            self._room.grown(len(self._kept), max(len(self._kept) + new, 0))
            del self._kept[new:]
        return window[end + len(_END) :]

    def mail(self) -> bytes:
        """The mail as its sender wrote it; nothing of one that was not kept."""
        whole = bytes(self._kept)
        return whole.removeprefix(b".").replace(b"\r\n.", b"\r\n")

    def drop(self) -> None:
        """Lets go of what was kept."""
        self._room.grown(len(self._kept), 0)
        self._kept.clear()

    def _keep(self, octets: bytes) -> None:
        had, has = len(self._kept), len(self._kept) + len(octets)
        self.is_too_large = self.is_too_large or has > self._most
        if not self.is_too_large and not self.is_crowded_out:
            self.is_crowded_out = not self._room.grown(had, has)
        if self.is_too_large or self.is_crowded_out:
            self.drop()
        else:
            self._kept += octets
