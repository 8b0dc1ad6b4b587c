"""The token in the link with which somebody ends the mail that they do not need (RFC 8058): signed, and no row."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from hashlib import sha256

_SIGNED = 24  # characters of base64: 144 bits
_LONGEST = 600


def token_for(address: str, secret: str) -> str:
    """Names `address`, and nobody else can make one for it."""
    named = urlsafe_b64encode(address.casefold().encode("utf-8", "surrogatepass")).decode().rstrip("=")
    return f"{_signature(named, secret)}{named}"


def address_in(token: str, secret: str) -> str | None:
    """The address for which we made this token, in small letters; None for any other text."""
    signed, named = token[:_SIGNED], token[_SIGNED:]
    if not secret or len(token) > _LONGEST or not token.isascii():
        return None
    if not hmac.compare_digest(signed, _signature(named, secret)):
        return None
    try:
        return urlsafe_b64decode(named + "=" * (-len(named) % 4)).decode("utf-8", "surrogatepass")
    except (Error, UnicodeError):
        return None


def _signature(named: str, secret: str) -> str:
    digest = hmac.new(secret.encode(), f"unsubscribe/{named}".encode("utf-8", "surrogatepass"), sha256).digest()
    return urlsafe_b64encode(digest).decode()[:_SIGNED]
