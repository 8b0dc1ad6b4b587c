"""What the rules of classification look at: a mail's fields, parts, sender and the beginning of its text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .incoming import Mailbox

TEXT = 8_000  # characters of the text that a rule sees: what a machine has to say stands at the beginning
OPENING = 600

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """`headers` by name in small letters, decoded; `types` of all parts but those of a mail in the mail.

    `own` are our addresses in small letters.
    """

    headers: Mapping[str, tuple[str, ...]]
    types: frozenset[str] = frozenset()
    sender: Mailbox | None = None
    subject: str = ""
    text: str = ""
    own: frozenset[str] = field(default_factory=frozenset)

    def has(self, *names: str) -> bool:
        """Whether one of the fields is there, with anything in it."""
        return any(value.strip() for name in names for value in self.headers.get(name, ()))

    def says(self, name: str) -> str:
        """All that the fields `name` say, in small letters."""
        return " ".join(self.headers.get(name, ())).casefold().strip()

    @property
    def local_part(self) -> str:
        """Of the sender's address: small letters only, so that `Mailer-Daemon` and `mailer_daemon` are one."""
        address = self.sender.address if self.sender else ""
        return "".join(filter(str.isalpha, address.partition("@")[0].casefold()))

    @property
    def sender_name(self) -> str:
        """As the sender calls himself, in small letters."""
        return self.sender.name.casefold() if self.sender else ""

    @property
    def topic(self) -> str:
        """The subject in small letters, without what stands in front of it like `[list]` or `***`."""
        return _PREFIX.sub("", _SPACE.sub(" ", self.subject.casefold())).strip()

    @property
    def notice(self) -> str:
        """The beginning of the text in small letters, its white space as single spaces."""
        return _SPACE.sub(" ", self.text[:TEXT].casefold()).strip()

    @property
    def opening(self) -> str:
        """The very first words."""
        return self.notice[:OPENING]


_PREFIX = re.compile(r"^(?:\[[^\]]{0,60}\]|[*!{#~\s-]|spam:)+")
