"""What a telephone number looks like: written as people do, to be dialed by people."""

import re

EXAMPLE = "+49 30 1234567 or +1 (555) 0100 x12"

_NUMBER = re.compile(
    r"(?=.{5,30}\Z)(?=(?:[^0-9]*[0-9]){3})[0-9 ()./+-]+(?: ?(?:x|ext\.?) ?[0-9]{1,8})?", re.IGNORECASE
)


def is_number(text: str) -> bool:
    """Whether somebody could dial it: digits with what people write between them, perhaps an extension."""
    return _NUMBER.fullmatch(text) is not None
