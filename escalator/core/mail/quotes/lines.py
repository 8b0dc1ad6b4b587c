"""Say of each line of a mail what it is, by itself and by its neighbours; one letter a line."""

import re
from collections.abc import Sequence

from escalator.core.mail.quotes.attributions import attribution_start, is_torn_off, may_end_attribution
from escalator.core.mail.quotes.headers import header_block, header_kinds, is_headers_in_a_row
from escalator.core.mail.quotes.words import all_words, bare, one_of

# The letters. Those of the second row are guesses of a single line, which its neighbours confirm or make text.
TEXT, EMPTY, QUOTE, MARKER, HEADER, RULE, SIGNATURE = "t", "e", "q", "b", "h", "d", "s"
MAY_QUOTE, MAY_ANNOUNCE, QUOTED_ANNOUNCE, MAY_SIGN, FENCE = "p", "a", "A", "w", "f"

LONGEST_MARKER = 150  # characters
LONGEST_ADVERTISEMENT = 90  # characters, without links
LONGEST_LINE = 1000  # nothing that a mail program writes is longer
MOST_ANNOUNCEMENTS = 1000  # looked at; a mail with more of them is hostile, and the first ones decide
LONGEST_SIGNATURE = 12  # lines of text below a rule

_RULE = re.compile(r"[-=_*~#+,‐‑‒–—―ᐧ]{1,2}$|[-=_*~#+‐‑‒–—―ᐧ]{3,1000}$")
_LONE_SIGNS = ("-", "*", "#", "+", ",", "=", "~", "_", "##", "++", ",,", "**")
_WRAPPED = re.compile(r"\W{0,12}?[-‐‑‒–—_=]{2,} ?\**([^\W_][^\n]{0,70}?)\**:? ?[-‐‑‒–—_=]{2,}\W{0,4}$")
_COPIED = one_of(all_words(lambda language: language.original + language.forwarded))
_COPIED_LINE = re.compile(rf"[*_ ]{{0,4}}[-‐‑‒–—_=]{{2,100}} ?{_COPIED}.{{0,80}}$", re.IGNORECASE)
_FORWARDED = tuple(all_words(lambda language: language.forwarded))
_ABOVE = tuple(all_words(lambda language: language.above))
_DRAWN = ("-", "#", "=", "*", "_", "~", "[", "(", "–", "—")
_BETWEEN_ARROWS = re.compile(r">{3} [^>]{1,80}<?\S{1,80}@\S{1,80}.{0,60}>{3}$")
_NAMED_QUOTE = re.compile(r"\w{1,12}>(?: |$)|\|")
_LINK = re.compile(r"\(?<?https?:[^\s<>()]{1,300}>?\)?|<[^<>\s]{1,200}>")
_SENT_WITH = tuple(all_words(lambda language: language.sent_with))
_SENT_AT_END = tuple(all_words(lambda language: language.sent_at_end))
_DEVICE = re.compile(
    "iphone|ipad|ipod|android|outlook|samsung|galaxy|huawei|blackberry|nokia|mobil|handy|phone|yahoo", re.IGNORECASE
)
_FROM_MOBILE = re.compile(
    r"(?:\S{1,30} ){0,3}(?:from|via) (?:my |a |an )?(?:mobile|phone|cell|smartphone)\W{0,2}$", re.IGNORECASE
)


def kinds_of(lines: Sequence[str]) -> list[str]:
    """One letter a line, as long as `lines`; linear in their length."""
    kinds = list(map(_Seen().__getitem__, lines))
    _keep_code(kinds)
    _settle_announcements(lines, kinds)
    _settle_headers(lines, kinds)
    _settle_named_quotes(kinds)
    _settle_signatures(kinds)
    _settle_rules(lines, kinds)
    return kinds


class _Seen(dict[str, str]):
    """The kinds of the lines seen so far: the same line is looked at once."""

    def __missing__(self, line: str) -> str:
        kind = self[line] = _alone(line)
        return kind


def _alone(line: str) -> str:
    if len(line) > LONGEST_LINE:
        start = line[:LONGEST_LINE].lstrip()
        return QUOTE if start.startswith((">", "＞")) else TEXT if start or line.strip() else EMPTY
    shown = bare(line)
    if line.lstrip().startswith((">", "＞")):
        return _alone_quoted(line.strip(), shown)
    return _alone_unquoted(shown)


def _alone_quoted(line: str, shown: str) -> str:
    if is_torn_off(line):
        return MAY_ANNOUNCE
    if _BETWEEN_ARROWS.match(line):
        return MARKER
    return QUOTED_ANNOUNCE if shown and may_end_attribution(shown) else QUOTE


def _alone_unquoted(shown: str) -> str:
    if not shown:
        return EMPTY
    if _RULE.match(shown):
        return RULE if shown not in _LONE_SIGNS else TEXT
    if shown.startswith("```"):
        return FENCE
    if is_marker(shown) or is_headers_in_a_row(shown):
        return MARKER
    if header_kinds(shown):
        return HEADER
    if may_end_attribution(shown):
        return MAY_ANNOUNCE
    if _NAMED_QUOTE.match(shown):
        return MAY_QUOTE
    return _signature(shown)


def is_marker(shown: str) -> bool:
    """Whether a program wrote this line above a text of others: "-----Original Message-----" and the like."""
    if len(shown) > LONGEST_MARKER:
        return False
    folded = shown.casefold().strip("*_ ")
    if folded.endswith((":", "：")) and folded.startswith(_FORWARDED):
        return True
    return bool(_COPIED_LINE.match(shown)) or (shown.startswith(_DRAWN) and any(words in folded for words in _ABOVE))


def is_wrapped_in_dashes(shown: str) -> bool:
    """Whether words stand between dashes, as above a copied mail in a language that we do not know."""
    return bool(_WRAPPED.match(shown[:200]))


def _signature(shown: str) -> str:
    words = _LINK.sub("", shown[: 4 * LONGEST_ADVERTISEMENT]).casefold().strip("<>()[]*_.!~‐‑‒–—- ")
    if len(words) > LONGEST_ADVERTISEMENT:
        return TEXT
    if words.startswith(_SENT_WITH) or (words.endswith(_SENT_AT_END) and _DEVICE.search(words)):
        return SIGNATURE
    return MAY_SIGN if _FROM_MOBILE.match(words) else TEXT


def _keep_code(kinds: list[str]) -> None:
    """Between a pair of ``` fences everything is the writer's; a fence without its end is a line of text."""
    fences = [at for at, kind in enumerate(kinds) if kind == FENCE] if FENCE in kinds else []
    for start, end in zip(fences[::2], fences[1::2], strict=False):
        kinds[start : end + 1] = [TEXT] * (end + 1 - start)
    if len(fences) % 2:
        kinds[fences[-1]] = TEXT


def _settle_announcements(lines: Sequence[str], kinds: list[str]) -> None:
    guesses = [match.start() for match in re.finditer("[aA]", "".join(kinds))]
    for last in guesses[:MOST_ANNOUNCEMENTS]:
        quoted = kinds[last] == QUOTED_ANNOUNCE
        follows = next((kind for kind in kinds[last + 1 : last + 4] if kind != EMPTY), "")
        start = attribution_start(lines, last, quote_follows=follows in ("q", "A"))
        if start is None:
            kinds[last] = QUOTE if quoted else TEXT
        else:
            kinds[start : last + 1] = [MARKER] * (last + 1 - start)
    for last in guesses[MOST_ANNOUNCEMENTS:]:
        kinds[last] = QUOTE if kinds[last] == QUOTED_ANNOUNCE else TEXT


def _settle_headers(lines: Sequence[str], kinds: list[str]) -> None:
    pattern, at = "".join(kinds), 0
    while (at := pattern.find(HEADER, at)) >= 0:
        end, heads = header_block(lines, kinds, at)
        if heads:
            kinds[at:end] = [HEADER] * (end - at)
            _settle_line_above(lines, kinds, at)
        else:
            kinds[at:end] = [TEXT if kind == HEADER else kind for kind in kinds[at:end]]
        at = end


def _settle_line_above(lines: Sequence[str], kinds: list[str], first: int) -> None:
    """Words between dashes right above copied headers belong to them, in whatever language they are."""
    above = next((at for at in range(first - 1, max(first - 3, -1), -1) if kinds[at] != EMPTY), None)
    if above is not None and is_wrapped_in_dashes(bare(lines[above][:200])):
        kinds[above] = MARKER


def _settle_named_quotes(kinds: list[str]) -> None:
    """Below an announcement "Kim> text" and "| text" quote; elsewhere they are prompts and tables."""
    pattern = "".join(kinds)
    if MAY_QUOTE not in pattern:
        return
    announced = pattern.find(MARKER)
    for at, kind in enumerate(pattern):
        if kind == MAY_QUOTE:
            kinds[at] = QUOTE if 0 <= announced < at else TEXT


def _settle_signatures(kinds: list[str]) -> None:
    """Among the last lines, beside one that surely signs, "Kim from mobile" signs, too; elsewhere it is text."""
    pattern = "".join(kinds)
    if MAY_SIGN not in pattern:
        return
    tail = len(pattern.rstrip("swe"))
    signs = SIGNATURE if SIGNATURE in pattern[tail:] else TEXT
    for at, kind in enumerate(pattern):
        if kind == MAY_SIGN:
            kinds[at] = signs if at >= tail else TEXT


def _settle_rules(lines: Sequence[str], kinds: list[str]) -> None:
    """A rule ends the reply unless it underlines or boxes, stands amid lines of text, or heads a long text."""
    pattern = "".join(kinds)
    first = max(pattern.find(TEXT), 0)
    opened = {line.strip() for line, kind in zip(lines[:first], pattern[:first], strict=True) if kind == RULE}
    at = pattern.find(RULE, first)
    while at >= 0:
        rule = lines[at].strip()
        if not (rule in opened or _is_amid_text(rule, pattern, at) or _heads_long(pattern, at + 1)):
            break
        kinds[at] = TEXT
        at = pattern.find(RULE, at + 1)


def _is_amid_text(rule: str, pattern: str, at: int) -> bool:
    # Outlook and list servers draw underscores, and they never stand in what people paste.
    around = pattern[max(at - 1, 0) : at] + pattern[at + 1 : at + 2]
    return len(rule) >= 3 and "_" not in rule and around == "tt"


def _heads_long(pattern: str, below: int) -> bool:
    """Whether more text than a signature has follows, before anything that quotes."""
    following = re.split("[bhq]", pattern[below : below + 4 * LONGEST_SIGNATURE], maxsplit=1)[0]
    return following.count(TEXT) > LONGEST_SIGNATURE
