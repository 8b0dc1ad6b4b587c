"""Look whether lines that remain could be words of others: where in doubt, they are."""

import re
from collections.abc import Sequence

from escalator.core.mail.quotes.lines import is_marker, is_wrapped_in_dashes
from escalator.core.mail.quotes.words import bare

_FOREIGN = re.compile(r"[>＞|»]|\w{1,12}>|[-_=]{5}")
_ADDRESS_IN_BRACKETS = re.compile(r"[<(\[](?:mailto:)?[^\s<>@]{1,80}@[^\s<>@]{1,120}[>)\]]|mailto:")
_HEADER = re.compile(r"[*_]*[^\W\d_][^:：\n]{0,30}[:：][^\n]{0,200}@")
_ANNOUNCES = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d|@")


def may_quote(lines: Sequence[str]) -> bool:
    """Whether one of `lines` looks as if it quoted, headed or announced a text of others."""
    return any(_is_suspicious(line) for line in dict.fromkeys(lines) if line)


def _is_suspicious(line: str) -> bool:
    shown = bare(line[:1000])
    if line.lstrip().startswith((">", "＞")) or _FOREIGN.match(shown):
        return True
    announces = shown.rstrip("*_- ").endswith((":", "：")) and _ANNOUNCES.search(shown)
    copied = _ADDRESS_IN_BRACKETS.search(shown) or _HEADER.match(shown)
    return bool(announces or copied or is_marker(shown) or is_wrapped_in_dashes(shown))
