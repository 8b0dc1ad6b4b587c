"""Know by its name a mailbox that nobody reads: what is written there is answered by no person."""

from unicodedata import normalize

# As they stand in a mailbox without its accents, dots, dashes and the like.
_NO_REPLIES = (
    *("noreply", "donotreply", "dontreply", "noresponse", "noanswer", "donotrespond", "dontrespond", "unattended"),
    *("autoreply", "autorespon", "nereply", "nepasrepond", "sansreponse", "keineantwort", "nichtantworten"),
    *("nichtbeantworten", "norespond", "naorespond", "nonrispond", "nietbeantwoorden", "nietantwoorden"),
    *("geenantwoord", "svarainte", "svarikke", "ikkesvar", "eivastaus", "nieodpowiada", "neodpovid"),
)
# A person may write from the second of these, and nobody is to be reached there in the matter of another.
_SERVERS = ("mailerdaemon", "postmaster")


def takes_no_replies(address: str) -> bool:
    """Whether the mailbox says of itself that nobody reads what comes back."""
    return _is_called(address, _NO_REPLIES)


def is_nobody(address: str) -> bool:
    """Whether no person is to be reached there: it takes no replies, or a mail server has it."""
    return _is_called(address, (*_NO_REPLIES, *_SERVERS))


def _is_called(address: str, names: tuple[str, ...]) -> bool:
    local = normalize("NFKD", address.rpartition("@")[0]).casefold()
    letters = "".join(filter(str.isalpha, local))
    return any(name in letters for name in names)
