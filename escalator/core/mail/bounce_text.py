"""Find in the text of a bounce who was not reached and why, as the programs of thirty years have written it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from email import message_from_string

from flufl.bounce import all_failures

from .compose import MESSAGE_ID

NOTICE = 16_000  # characters: the notice itself; what follows is the mail that came back
OPINION_LINES, OPINION_LINE = 200, 160
NEAR = 6  # lines below an address that may tell its reason

_ADDRESS = r"[^\s<>()\[\]\",;:@']{1,64}@[^\s<>()\[\]\",;:@']{1,250}[^\s<>()\[\]\",;:@'.]"
_ANY_ADDRESS = re.compile(_ADDRESS)
_ALONE = re.compile(rf"[>\s*\"'|-]{{0,12}}(?:<|\")?({_ADDRESS})(?:>|\")?\)?:?\s*$")
_LEADING = re.compile(rf"[>\s*]{{0,12}}(?:<|\")?({_ADDRESS})(?:>|\")?(?::| \.\.\.|\.\.\.| {{1,8}}\(|\s+(?=\S))")
_RCPT = re.compile(
    rf"(?:rcpt to|recipient|intended recipient|error-for|final-recipient)\s?:\s?(?:rfc822;\s?)?<?({_ADDRESS})", re.I
)
_NAMED = re.compile(
    r"(?:undeliver|not (?:be )?deliver|unable to deliver|could not|cannot|fail|unknown|invalid|no such|reject"
    r"|return|error"
    r"|refused|full|quota|not listed|not found|does not exist|did not|to which your|target|address"
    r"|recipient|delivered to"
    r"|expanded from|доставлен|无法|配信|送信|届|エラー)",
    re.I,
)
# How the mail that came back is announced, behind a ruler or without one.
_AFTER_RULER = (
    *(
        "below",
        "begin",
        "message",
        "original",
        "unsent",
        "returned",
        "returned message",
        "a copy",
        "copy of",
        "start of",
    ),
    *(
        "text",
        "body",
        "forwarded",
        "header",
        "undelivered",
        "non-delivered mail",
        "this is a copy",
        "the message",
        "the",
    ),
    *("this is the", "attached", "mail", "ниже", "附件"),
)
_WITHOUT_RULER = (
    *("original message", "original mail", "old message:", "below is a copy of", "the header of the original"),
    *("the original message was:", "a copy of the original message", "your original message"),
    *("received: from", "received: by", "received: (", "received:from", "return-path:"),
)
# What flufl.bounce wants to see of a mail besides its text.
_ENVELOPE = "From: mailer-daemon@mail.invalid\nContent-Type: text/plain"
_RULER = "-=*_|#+ "
_NOT_ORIGINAL = re.compile(
    r"transcript|address|recipient|delivery status|reason|error|problem|notification|log follows|explanation", re.I
)
_EXPANDED = re.compile(rf"expanded from:? <?({_ADDRESS})", re.IGNORECASE)
_TO_FIELD = re.compile(r"^[>\s]{0,4}to:[ \t]([^\n]{3,400})", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,2}\.\d{1,3})(?![\d.]*\d)")
_CODE = re.compile(r"(?<![\d.])([45])[0-5]\d(?=[ -](?![\d/]))")
_ID_FIELD = re.compile(r"^[>\s]{0,6}message-id\s?:\s{0,4}(<[!-;=?-~]{1,900}>)", re.IGNORECASE | re.MULTILINE)
_DELAY = re.compile(
    r"will (?:be retried|keep trying|continue (?:to )?(?:try|retry|attempt)|be attempted|try again|retry)"
    r"|has been delayed"
    r"|delivery (?:is |has been |was )?(?:temporarily )?(?:delayed|deferred)|not yet been delivered"
    r"|still (?:being )?(?:try|attempt)"
    r"|do not need to resend|warning: (?:could not send|message .{0,60}delayed)|for (?:past|the last) \d"
    r"|no action is required"
    r"|wird weiterhin versucht|verzögert|sera (?:de nouveau|retent)|(?:seguirá|volverá a) intent"
    r"|continuar(?:á|emos) tent",
    re.IGNORECASE,
)
_TRANSIENT = re.compile(
    r"quota|mail ?(?:box|folder)[^.\n]{0,30}full|\bfull\b|exceed|storage"
    r"|too (?:large|big|long|many hops|many)|hop count|loop"
    r"|spam|block(?:ed|list)|blacklist|reputation|polic|prohibit|banned|virus|content|relay|denied"
    r"|not member|not a member|spf|dkim|dmarc"
    r"|temporar|time[d]? ?out|refused|try again|deferred|connection|unreachable|suspend|inactive"
    r"|greylist|rate|limit|いっぱい|容量",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(
    r"(?:user|recipient|address|account|mailbox|host|domain|name)[^.\n]{0,40}"
    r"(?:unknown|not (?:found|exist|listed|recognized|available)|invalid|disabled)"
    r"|(?:unknown|invalid|no such|bad|illegal|no) (?:local |or illegal )?"
    r"(?:user|recipient|address|mailbox|account|host|domain|alias)"
    r"|does(?: not|n't) exist|no longer|not a (?:known|valid)|unrouteable|unroutable|not our customer",
    re.IGNORECASE,
)
_MACHINES = (
    "mailer-daemon",
    "postmaster",
    "mailerdaemon",
    "mdaemon",
    "abuse@",
    "noreply",
    "no-reply",
    "support@",
    "hostmaster",
)


def recipients_in(text: str) -> list[tuple[str, str]]:
    """Addresses that were not reached, each with what is said about it: by the places where programs put them."""
    notice = _notice(text)
    lines = notice.split("\n")
    expanded = [found[1] for line in lines if (found := _EXPANDED.search(line[:400]))]
    for way in (_standing_alone, _at_servers):
        if addresses := _clean([*way(lines), *expanded]):
            return [(address, _about(lines, address)) for address in addresses]
    guessed = _second_opinion(lines) or _clean(_in_sentences(lines))
    return [(address, _about(lines, address)) for address in guessed]


def said_about(text: str, address: str) -> str:
    """What the notice says about one address."""
    return _about(_notice(text).split("\n"), address)


def original_recipient(text: str) -> str:
    """To whom the mail went that is quoted in `text`; empty unless it went to one."""
    to = _TO_FIELD.search(text[len(_notice(text)) : 4 * NOTICE])
    addresses = _ANY_ADDRESS.findall(to[1]) if to else []
    return str(addresses[0]) if len(addresses) == 1 else ""


def _clean(addresses: Iterable[str]) -> list[str]:
    bare = (address.lstrip("'\"").rstrip(".") for address in addresses)
    return list(dict.fromkeys(address for address in bare if address.isprintable() and not _is_machine(address)))


def _second_opinion(lines: Sequence[str]) -> list[str]:
    """What the flufl.bounce library finds. It takes time in the square of a line's length, so lines are cut."""
    few = "\n".join(line[:OPINION_LINE] for line in lines[:OPINION_LINES])
    try:
        temporary, lasting = all_failures(message_from_string(f"{_ENVELOPE}\n\n{few}"))
    except (LookupError, ValueError, AttributeError, TypeError):
        return []
    found = (octets.decode("utf-8", "replace") for octets in sorted(temporary | lasting))
    return _clean(address for address in found if _ANY_ADDRESS.fullmatch(address))


def first_status(said: str) -> str:
    """The first status like `5.1.1` in what was said; `5.0.0` for a bare 550; empty when there is none."""
    statuses = _STATUS.findall(said[:NOTICE])
    failing = [status for status in statuses if not status.startswith("2")]
    precise = [status for status in failing if status[1:] != ".0.0"]
    if precise or failing:
        return str((precise or failing)[0])
    code = _CODE.search(said[:NOTICE])
    return f"{code[1]}.0.0" if code else ""


def is_delay(said: str) -> bool:
    """Whether the server says that it goes on trying."""
    return bool(_DELAY.search(said[:NOTICE]))


def is_about_the_address(said: str) -> bool:
    """Whether the reason lies in the address, as far as one can read it."""
    notice = _notice(said)
    return bool(_NO_SUCH.search(notice)) or not _TRANSIENT.search(notice)


def returned_ids(text: str, fielded: bool = False) -> tuple[str, ...]:
    """The Message-IDs in `text`; `fielded` takes only those in a Message-ID field of a mail quoted in it."""
    found = _ID_FIELD.findall(text) if fielded else MESSAGE_ID.findall(text)
    return tuple(dict.fromkeys(found))[:20]


def _notice(text: str) -> str:
    """What the server wrote, without the mail that it sends back."""
    lines = text[:NOTICE].split("\n")
    for number, line in enumerate(lines):
        if number and _announces_the_original(line[:200].lower().strip("> \t")):
            return "\n".join(lines[:number])
    return "\n".join(lines)


def _announces_the_original(line: str) -> bool:
    said = line.strip(_RULER)
    ruled = line[:2] in ("--", "==", "**", "__", "|-", "##", "++")
    announced = line.startswith(_WITHOUT_RULER) or (ruled and said.startswith(_AFTER_RULER))
    return announced and not _NOT_ORIGINAL.search(line)


def _standing_alone(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        found = _ALONE.match(line) if len(line) <= 400 else None
        if found:
            yield found[1]


def _at_servers(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        leading = _LEADING.match(line) if len(line) <= 1000 else None
        if leading:
            yield leading[1]
        elif said := _RCPT.search(line[:1000]):
            yield said[1]


def _in_sentences(lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        near = f"{lines[number - 1] if number else ''} {line}"
        if "@" in line and _NAMED.search(near[:2000]):
            yield from _ANY_ADDRESS.findall(line[:2000])


def _about(lines: Sequence[str], address: str) -> str:
    """The line with the address and those below it, as far as they have a reason."""
    for number, line in enumerate(lines):
        if address in line:
            return "\n".join(lines[number : number + NEAR])
    return ""


def _is_machine(address: str) -> bool:
    return address.lower().startswith(_MACHINES)
