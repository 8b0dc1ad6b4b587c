"""Where a webhook leads, read strictly: what two programs could read in two ways is refused."""

import re
from dataclasses import dataclass, field
from ipaddress import IPv4Address, ip_address

LONGEST = 2000

# What RFC 3986 allows, without a fragment. Other letters of a name are written as punycode (xn--).
_REST = r"(?P<rest>[/?][a-z0-9._~:/?\[\]@!$&'()*+,;=%-]*)?"
_URL = re.compile(rf"(?P<scheme>https?)://(?P<place>[^/?#]+){_REST}", re.IGNORECASE)
_PLACE = re.compile(r"(?P<host>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?", re.IGNORECASE)
_HOST_NAME = re.compile(r"(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_HERE = ("localhost", "127.0.0.1", "::1")
_WELL_KNOWN = 1024


@dataclass(frozen=True, slots=True)
class Url:
    """Where to connect (`host`, without brackets, and `port`), whether by TLS, and what to ask for there."""

    tls: bool
    host: str
    port: int
    target: str = field(repr=False)

    @property
    def is_here(self) -> bool:
        """Whether it names this very machine, which only a developer means."""
        return self.host in _HERE

    @property
    def place(self) -> str:
        return f"{self.host}:{self.port}"


def read_url(text: str) -> Url:
    """Raises ValueError with a sentence that does not quote the address, which is a secret."""
    match = _URL.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        raise ValueError("this is no address of the form https://host/path in plain ASCII")
    if "@" in match["place"]:
        raise ValueError("a name or password stands before the host")
    place = _PLACE.fullmatch(match["place"])
    if place is None:
        raise ValueError("the host is not written plainly")
    tls = match["scheme"].lower() == "https"
    host = _host(place["host"].lower())
    port = int(place["port"] or (443 if tls else 80))
    rest = match["rest"] or "/"
    url = Url(tls, host, port, rest if rest.startswith("/") else f"/{rest}")
    if not _takes_webhooks(url):
        raise ValueError(f"nobody takes webhooks on port {url.port}")
    return url


def _takes_webhooks(url: Url) -> bool:
    """Below 1024 live mail, remote shells and the like: only the web's own two ports are for webhooks."""
    return url.port in (80, 443) or (1 if url.is_here else _WELL_KNOWN) <= url.port < 65536


def _host(said: str) -> str:
    """A name with a dot, or a number in its one canonical form: no octal, no single number, no trailing dot."""
    if said == "localhost" or _HOST_NAME.fullmatch(said):
        return said
    try:
        address = ip_address(said.strip("[]"))
    except ValueError:
        raise ValueError("the host is no public name and no plain number") from None
    if isinstance(address, IPv4Address) is said.startswith("["):
        raise ValueError("the host is not written plainly")
    return str(address)
