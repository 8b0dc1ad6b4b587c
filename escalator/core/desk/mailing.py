"""What the desk says of mail with customers: what is acknowledged, when the brake holds, what our server can do."""

from collections.abc import Iterator
from dataclasses import dataclass

from marshmallow import fields

from escalator.core.mail.addresses import base_of, has_room

from . import kinds
from .problems import Finding

MOST_AN_HOUR = 1_000_000


@dataclass(frozen=True, slots=True)
class MailRules:
    """Tickets that come by one of the channels in `acknowledge` are acknowledged at once.

    Beyond `brake` automatic mails to customers in an hour those that may stay away do. `subaddresses`: our server
    hands us mail to `help+anything@`, so that what answers a letter can be told by its address. `formerly` are the
    mailboxes that we had before: people still write to them.
    """

    acknowledge: tuple[str, ...] = ("email",)
    brake: int = 500
    subaddresses: bool = True
    formerly: tuple[str, ...] = ()


def brake_field() -> fields.Integer:
    return fields.Integer(validate=_refuse_odd)


def formerly_field() -> kinds.Several:
    return kinds.Several(kinds.address(), validate=kinds.at_most(20), post_load=tuple)


def _refuse_odd(brake: int) -> None:
    if not 1 <= brake <= MOST_AN_HOUR:
        raise kinds.wrong(f"{brake} is no number of mails an hour", f"Write a number from 1 to {MOST_AN_HOUR}.")


def mail_faults(mailbox: str, rules: MailRules) -> Iterator[Finding]:
    """An address that has no room for what proves where an answer belongs; one that is said to be left and is not."""
    if rules.subaddresses and not has_room(mailbox):
        message = f"{mailbox} is too long for the addresses under it by which answers are known (help+c-42-...@)"
        yield Finding(("mail", "from"), message, "Take a shorter mailbox, or say `subaddresses: false`.")
    for number, left in enumerate(rules.formerly):
        if base_of(left) == base_of(mailbox):
            yield Finding(("mail", "formerly", number), f"{left} is the mailbox of today", "Remove the line.")
