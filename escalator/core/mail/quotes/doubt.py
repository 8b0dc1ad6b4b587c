"""Look whether lines that remain could be words of others: where in doubt, they are."""

import re
from collections.abc import Sequence

from escalator.core.mail.quotes.attributions import has_verb
from escalator.core.mail.quotes.headers import header_kinds
from escalator.core.mail.quotes.lines import LONGEST_LINE, is_marker, is_wrapped_in_dashes
from escalator.core.mail.quotes.words import SENDER, SUBJECT, bare

_FOREIGN = re.compile(r"[>＞|»]|\w{1,12}>|[-_=]{5}")
_ADDRESS_IN_BRACKETS = re.compile(r"[<(\[](?!cid:)(?:mailto:)?[^\s<>@]{1,80}@[^\s<>@]{1,120}[>)\]]|mailto:")
# A header in a language that we do not know; the writer's own address in a signature is none.
_HEADER = re.compile(
    r"(?![^:：]{0,30}(?:mail|post|correo|courriel|почта))[*_]*[^\W\d_][^:：]{0,30}[:：].{0,200}@", re.IGNORECASE
)
_DATED_OR_ADDRESSED = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d|@")


def may_quote(lines: Sequence[str]) -> bool:
    """Whether one of `lines` looks as if it quoted, headed or announced a text of others."""
    announces = bool(lines) and lines[-1].rstrip("*_-\u2013\u2014 ").endswith((":", "："))
    return announces or _heads(lines) or any(_is_suspicious(line) for line in dict.fromkeys(lines) if line)


def _heads(lines: Sequence[str]) -> bool:
    """Whether headers remain: a sender, a subject, or any two of them."""
    found = [kinds for line in lines if ":" in line[:60] or "：" in line[:60] if (kinds := header_kinds(bare(line)))]
    return len(found) >= 2 or any(SENDER in kinds or SUBJECT in kinds for kinds in found)


def _is_suspicious(line: str) -> bool:
    shown = bare(line[:LONGEST_LINE])
    if line.lstrip().startswith((">", "＞")) or _FOREIGN.match(shown):
        return True
    copied = _ADDRESS_IN_BRACKETS.search(shown) or _HEADER.match(shown)
    return bool(copied or _may_announce(shown) or is_marker(shown) or is_wrapped_in_dashes(shown))


def _may_announce(shown: str) -> bool:
    ends = shown.rstrip("*_- ").endswith((":", "："))
    return ends and bool(_DATED_OR_ADDRESSED.search(shown) or has_verb(shown))
