"""The desk's own words in letters, in place of ours: templates as text, by language and by kind of letter.

Whether there is such a letter and whether its template works is known on the floor above (service/own_templates.py).
"""

import re
from collections.abc import Mapping

from . import kinds
from .kinds import Named, Text, Written

LONGEST = 10_000
Templates = Mapping[str, Mapping[str, str]]

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}")
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def templates_field() -> Named:
    language = Text("a language", _LANGUAGE, "Write it in small letters, like de or de-at.")
    remedy = "Write the subject in the first line and the text below it, after `|`, as docs/desk.md shows."
    return Named(language, Named(kinds.name(), Written(_template, remedy), most=100), most=50)


def _template(text: str) -> str:
    if len(text) > LONGEST:
        raise ValueError(f"a template of {len(text)} characters is too long: at most {LONGEST} fit")
    if _ODD.search(text):
        raise ValueError("this template has control characters in it")
    return text
