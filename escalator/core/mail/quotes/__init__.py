"""What somebody wrote in a reply, without what they quoted and without their signature (mail.md, rule 6)."""

from dataclasses import dataclass

from escalator.core.mail.quotes.cutting import cut
from escalator.core.mail.quotes.doubt import may_quote


@dataclass(frozen=True, slots=True)
class Reply:
    """The lines of a mail that are its writer's; they stand in the mail in this order.

    `sure` says that nobody else speaks in `text`: it is the top of the mail down to a clear cut, or the whole of a
    mail without any sign of a quote, and no line in it looks like a quote, a copied header or an announcement.
    """

    text: str
    sure: bool


def reply_of(text: str) -> Reply:
    """The reply in the plain text of a mail (Unicode, `\\n`); the whole when nothing would remain. Linear time."""
    found = cut(text)
    reply = "\n".join(found.lines)
    return Reply(reply, sure=found.top and not may_quote(found.lines) and _is_stable(reply))


def _is_stable(reply: str) -> bool:
    """Whether a second look finds nothing more to cut: otherwise the first one was a guess."""
    again = cut(reply)
    return again.top and "\n".join(again.lines) == reply
