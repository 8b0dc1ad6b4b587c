"""Read the addresses in a header: one pass over its characters, for what people and programs really send."""

import re
from collections.abc import Iterator

from .compose import NAME_LENGTH, one_line
from .incoming import Mailbox
from .words import decoded_words

ADDRESS_LENGTH = 254
_SPECIAL = re.compile(r'[\\"()<>,;:]')


def mailboxes(value: str) -> tuple[Mailbox, ...]:
    """The addresses in `value`, undecoded as it stood, each with its name: `Sam <sam@x>, kim@x (Kim)`, groups too."""
    return tuple(found for piece in _Split(value).pieces() if (found := piece.mailbox()))


class _Piece:
    """One address while it is read: what stands outside, in angles, and in comments."""

    def __init__(self) -> None:
        self.outside: list[str] = []
        self.angle: list[str] = []
        self.comment: list[str] = []
        self.has_angle = False

    def mailbox(self) -> Mailbox | None:
        outside, comment = "".join(self.outside).strip(), "".join(self.comment)
        if self.has_angle:
            # A route (<@a,@b:sam@x>) has no meaning any more (RFC 5322, 4.4); only its end counts.
            address, name = "".join(self.angle).rpartition(":")[2], outside or comment
        else:
            words = [word for word in outside.split() if "@" in word] or outside.split()[-1:]
            address, name = (words[0] if words else ""), comment
        shown = one_line(_unquoted(decoded_words(name).strip()), NAME_LENGTH)
        clean = one_line("".join(address.split()).strip("'\" \t"), ADDRESS_LENGTH)
        return Mailbox(clean, shown) if clean or shown else None


def _unquoted(name: str) -> str:
    """Some programs put quotes around what is in quotes already."""
    return name[1:-1] if len(name) > 1 and name[0] in "'\"" and name[0] == name[-1] else name


class _Split:
    """Goes through a header character by character, and knows whether it is in quotes, a comment or angles."""

    def __init__(self, value: str) -> None:
        self._value = value
        self._quoted, self._comments, self._angle = False, 0, False

    def pieces(self) -> Iterator[_Piece]:
        piece, at = _Piece(), 0
        while at < len(self._value):
            special = _SPECIAL.search(self._value, at)
            stop = special.start() if special else len(self._value)
            self._into(piece).append(self._value[at:stop])
            at = stop + 1
            if special is None:
                break
            if special[0] == "\\":
                self._into(piece).append(self._value[at : at + 1])
                at += 1
            elif self._ends_here(piece, special[0]):
                yield piece
                piece, self._angle = _Piece(), False
        yield piece

    def _into(self, piece: _Piece) -> list[str]:
        if self._comments:
            return piece.comment
        return piece.angle if self._angle else piece.outside

    def _is_route(self, piece: _Piece) -> bool:
        return "".join(piece.angle).lstrip().startswith("@")

    def _ends_here(self, piece: _Piece, special: str) -> bool:
        """Takes in one special character; True if an address ends with it."""
        if special == '"' and not self._comments:
            self._quoted = not self._quoted
        elif special in "()" and not self._quoted:
            self._comments = max(0, self._comments + (1 if special == "(" else -1))
        elif self._quoted or self._comments:
            self._into(piece).append(special)
        elif special in "<>":
            self._angle = special == "<"
            piece.has_angle = True
        elif special in ",;" and not (self._angle and self._is_route(piece)):
            return True
        elif special == ":" and not self._angle:
            piece.outside.clear()  # the name of a group (RFC 5322, 3.4)
        else:
            piece.angle.append(special)
        return False
