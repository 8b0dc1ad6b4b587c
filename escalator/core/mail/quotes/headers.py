"""Find the headers (From, Sent, To, Subject) that a mail program copies above the text it answers."""

import re
from collections.abc import Sequence

from escalator.core.mail.quotes.words import HEADER_KINDS, SENDER, SENT, SUBJECT, bare

LONGEST = 600  # characters of headers on one line
BETWEEN = 4  # lines that a long header, or a blank line after each, may put between two names

_NAME = re.compile(r"(\w{1,20})\*{0,2} ?[:：]")


def header_kinds(line: str) -> set[str]:
    """Which headers `line`, bare, can be: "A:" is one thing in Spanish and another in Italian."""
    name, colon, _ = line[:60].replace("：", ":").partition(":")
    return HEADER_KINDS.get(name.strip("*_ \t").casefold(), set()) if colon else set()


def is_headers_in_a_row(line: str) -> bool:
    """Whether `line`, bare, has the headers of a mail behind each other, as HTML that lost its lines leaves them."""
    if SENDER not in header_kinds(line):
        return False
    names = [kinds for name in _NAME.findall(line[:LONGEST]) if (kinds := HEADER_KINDS.get(name.casefold()))]
    return _heads_a_mail(names, "@" in line)


def header_block(lines: Sequence[str], kinds: Sequence[str], first: int) -> tuple[int, bool]:
    """Where the run of headers that starts at `first` ends (exclusive), and whether it heads a copied mail."""
    names: list[set[str]] = []
    last, at = first, first
    addressed = False
    while at < len(kinds) and at - last <= BETWEEN and kinds[at] in "het":
        if kinds[at] == "h":
            last = at
            names.append(header_kinds(bare(lines[at])))
            addressed = addressed or "@" in lines[at][:400]
        at += 1
    return last + 1, _heads_a_mail(names, addressed)


def _heads_a_mail(names: Sequence[set[str]], addressed: bool) -> bool:
    """A travel form has From, To and Date, too; a mail has a subject or an address."""
    found = set().union(*names)
    if len(names) == 2 and addressed and SENDER in names[0]:
        return SENT in names[1]
    many = len(names) >= 3 and len(found) >= 3 and SENDER in found
    return many and (SUBJECT in found or (SENT in found and addressed))
