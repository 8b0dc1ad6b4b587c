"""Find the line above a quote, "On 3 May Kim wrote:", in any language and over up to six lines."""

import re
from collections.abc import Sequence

from escalator.core.mail.quotes.words import all_words, bare, one_of, touches

LONGEST = 400  # characters of the whole announcement
LINES = 6
WORDS_OF_A_NAME = 6
DASHES = "-‐‑‒–—*_ "

_VERBS = frozenset(all_words(lambda language: language.wrote))
_TOUCHING = tuple(verb for verb in _VERBS if touches(verb))
_WORD = re.compile(r"\w+")
_ON = one_of(all_words(lambda language: language.on))
_BEGINS = re.compile(
    # "On Mon, Feb 1", "2016-03-03", "wt., 1 sty", "понедельник, 6": what can only be the beginning
    rf"\W*(?:{_ON}\W[^\n]{{0,40}}?\d|\d{{1,4}}[^\w:]|\d{{4}}年|\w{{2,14}}[.,]{{1,2}} ?\d|\w{{2,3}} \d{{1,2}}\b)",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.h]\d\d|\d{1,2}[./-]\d{1,2}[./-]")
_ADDRESS = re.compile(r"[^\s<>@]{1,80}@[^\s<>@]{1,120}")
_MARKED_ADDRESS = re.compile(r"[<(\[] ?[^\s<>@]{1,80}@[^\s<>@]{1,120}[>)\]]")
_CUT_OFF = re.compile(r"(?:\d{1,2}[:.]\d\d|[<>]|mailto:|[^<]{1,120}>|[\"”»])")
_ISO_AND_SENDER = re.compile(
    r"\d{4}[-/]\d\d?[-/]\d\d? [^\n]{0,120}(?:GMT ?[+-]\d\d:\d\d [^\n]{1,80}|<\S{1,80}@\S{1,80}>)$"
)
_TORN_OFF = re.compile(r">{1,3} ?(?:\w{1,12} ?){0,3}[:：]$")


def may_end_attribution(line: str) -> bool:
    """Whether `line`, bare, can be the last (or only) line of an announcement."""
    shown = line.rstrip(DASHES)
    ends = shown.endswith((":", "：")) or _ends_with_verb(shown) or _is_iso_and_sender(line)
    return ends and len(line) <= LONGEST


def is_torn_off(line: str) -> bool:
    """Whether `line` is the tail of an announcement that was wrapped within "<address>": no quote, as it seems."""
    return bool(_TORN_OFF.match(line)) and (has_verb(line) or not _WORD.search(line))


def attribution_start(lines: Sequence[str], last: int, quote_follows: bool) -> int | None:
    """The first line of the announcement whose last line is `last`; none when it is no announcement."""
    end = _piece(lines[last], is_last=True)
    found = last if quote_follows and _is_name_and_verb(end) else None
    if _is_iso_and_sender(end) and (quote_follows or _stands_alone(lines, last)):
        return last
    if not _is_complete(lines[last], end, quote_follows):
        return found
    if _announces(end, quote_follows):
        if _BEGINS.match(end) or (_DATED.search(end) and not _CUT_OFF.match(end)):
            return last
        found = last
    return _first_line_above(lines, last, end, found)


def _first_line_above(lines: Sequence[str], last: int, end: str, found: int | None) -> int | None:
    """Where a sentence that ends with `end` begins, when it was wrapped; else `found`."""
    joined = first = end
    for at in range(last - 1, max(last - LINES, -1), -1):
        piece = _piece(lines[at])
        if not piece and not _CUT_OFF.match(first):
            break
        first, joined, before = piece or first, f"{piece} {joined}".strip(), joined
        if len(joined) > LONGEST or _is_other(lines, at, last) or _ends_a_sentence(piece, found is not None):
            break
        if piece and _announces(joined, quote_follows=False):
            if _BEGINS.match(piece):
                return at
            found = at if found is None or ("@" in piece and "@" not in before) else found
    return found


def _ends_a_sentence(piece: str, is_enough: bool) -> bool:
    """Whether the writer's own words end here; where a date is still wanted, a full stop may be its ("28.")."""
    return piece.endswith(("!", "?", ";", "。")) or (is_enough and piece.endswith("."))


def _is_complete(line: str, end: str, quote_follows: bool) -> bool:
    """Whether the sentence ends here: by a colon, by dashes, or by a verb right above a quote."""
    if end.rstrip(DASHES).endswith((":", "：")):
        return True
    return _ends_with_verb(end) and (quote_follows or line.rstrip("* ").endswith(("--", "—")))


def _is_other(lines: Sequence[str], at: int, last: int) -> bool:
    """Whether a line above belongs to another quote than the last one, so that they are no one sentence."""
    if is_torn_off(lines[last].strip()):
        return False
    return lines[at].lstrip().startswith(">") != lines[last].lstrip().startswith(">")


def _piece(line: str, is_last: bool = False) -> str:
    if is_last and is_torn_off(line.strip()):
        return line.strip()
    return bare(line[: LONGEST + 1]).strip("*_ ")


def _announces(text: str, quote_follows: bool) -> bool:
    """Whether `text` says who wrote when: by a verb, or by an address between brackets and a date."""
    shown = text.strip(DASHES)
    dated, addressed = _DATED.search(shown), "@" in shown and _ADDRESS.search(shown)
    if not (dated or addressed):
        return False
    if not has_verb(shown):
        return bool(dated and addressed and _MARKED_ADDRESS.search(shown))
    if not dated:
        return quote_follows or bool(_MARKED_ADDRESS.search(shown) or _ADDRESS.match(shown))
    return bool(addressed or quote_follows or _BEGINS.match(shown))


def _is_name_and_verb(text: str) -> bool:
    return text.count(" ") <= WORDS_OF_A_NAME and text.endswith((":", "：")) and _ends_with_verb(text)


def _ends_with_verb(text: str) -> bool:
    """Whether a verb is among the last words ("kirjoitti näin", "napisał(a)")."""
    tail = text[-40:].casefold()
    return not _VERBS.isdisjoint(_WORD.findall(tail)[-3:]) or any(verb in tail for verb in _TOUCHING)


def has_verb(text: str) -> bool:
    """Whether a word of `text` means "wrote" in one of the languages."""
    folded = text.casefold()
    return not _VERBS.isdisjoint(_WORD.findall(folded)) or any(verb in folded for verb in _TOUCHING)


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """Whether blank lines are around it: amid others a date and a name are a line of a log."""
    return not any(line.strip() for line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))


def _is_iso_and_sender(line: str) -> bool:
    return bool(_ISO_AND_SENDER.match(line))
