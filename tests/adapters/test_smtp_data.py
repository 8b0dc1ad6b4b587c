"""Where a mail ends on the wire, and what it says: the same however it was cut in pieces."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalator.adapters.smtp_data import MailData
from escalator.adapters.smtp_room import SMALL, Room

MOST = 1000


def taken(pieces: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """The mail, and what came behind it; None while it has not ended."""
    data = MailData(MOST, Room(MOST))
    for number, piece in enumerate(pieces):
        rest = data.feed(piece)
        if rest is not None:
            return data.mail(), rest + b"".join(pieces[number + 1 :])
    return None


def sent(mail: bytes) -> bytes:
    """As a mail client puts a mail of whole lines on the wire."""
    lines = mail.split(b"\r\n")[:-1]
    return b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines) + b".\r\n"


_LINES = st.lists(st.text(alphabet="ab.\r\n", max_size=6).map(str.encode), max_size=8)
_MAILS = _LINES.map(lambda lines: b"".join(line.replace(b"\r\n", b"") + b"\r\n" for line in lines))


@given(_MAILS, st.binary(max_size=6), st.data())
def test_a_mail_is_the_same_in_whatever_pieces_it_comes(mail: bytes, behind: bytes, data: st.DataObject) -> None:
    wire, pieces = sent(mail) + behind, []
    while wire:
        cut = data.draw(st.integers(1, len(wire)))
        pieces.append(wire[:cut])
        wire = wire[cut:]
    assert taken(pieces) == (mail, behind)


@pytest.mark.parametrize("no_end", [b"hello\r\n", b"a\n.\nb\r\n", b"a\r.\rb", b"a\n.\r\nb", b"..\r\n", b"a.\r\n"])
def test_only_a_dot_on_a_line_of_its_own_between_whole_line_ends_is_the_end(no_end: bytes) -> None:
    assert taken([no_end]) is None


def test_an_empty_mail_is_one() -> None:
    assert taken([b"\r\n.", b"\r\nQUIT\r\n"]) == (b"\r\n", b"QUIT\r\n")
    assert taken([b".", b"\r", b"\n"]) == (b"", b"")


def test_what_is_too_large_is_not_kept_and_its_end_is_still_found() -> None:
    data = MailData(MOST, Room(MOST))
    for _ in range(100):
        assert data.feed(b"a line that never ends " * 100) is None
        assert len(data._kept) <= MOST * 1.02
    assert data.feed(b"\r\n.\r\nQUIT\r\n") == b"QUIT\r\n"
    assert data.is_too_large
    assert data.mail() == b""


def test_mails_share_the_room_and_a_small_one_always_fits() -> None:
    room = Room(1000)
    large, second, small = (MailData(2 * SMALL, room) for _ in range(3))
    large.feed(b"x" * (SMALL + 1000))
    second.feed(b"x" * (SMALL + 1))
    small.feed(b"x" * SMALL)
    assert [mail.is_crowded_out for mail in (large, second, small)] == [False, True, False]
    assert second.feed(b"\r\n.\r\nQUIT\r\n") == b"QUIT\r\n"
    assert second.mail() == b""
    assert not room.has(SMALL + 1)
    large.drop()
    assert room.has(SMALL + 1000)
