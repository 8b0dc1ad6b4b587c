"""What a template sets apart from its paragraphs: blocks, as lines that nobody else can write."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

# Whatever people wrote loses its control characters here, whoever forgot it before.
_MARK, _FIELD = "\x02", "\x1f"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WEB_ADDRESS = re.compile(r"https?://[!#-;=?-~]{1,900}")


class Shape(StrEnum):
    """How a line is set; what has no mark belongs to a paragraph, and a gap ends one."""

    PARAGRAPH = "paragraph"
    GAP = "gap"
    LEAD = "lead"
    HEADING = "heading"
    SMALL = "small"
    QUOTE = "quote"
    ITEMS = "items"
    FACT = "fact"
    BUTTON = "button"
    LINK = "link"


_SHAPES: Mapping[str, Shape] = {shape.value: shape for shape in Shape}

Line = tuple[Shape, tuple[str, ...]]
"""A line and its parts: the lines of a quote or a list; of a fact label and value; of the rest text and address."""


def lead(text: object) -> str:
    """The sentence that must be read if nothing else is."""
    return _marked(Shape.LEAD, text)


def heading(text: object) -> str:
    return _marked(Shape.HEADING, text)


def small(text: object) -> str:
    """What is good to know and may be overlooked."""
    return _marked(Shape.SMALL, text)


def quote(lines: Iterable[object]) -> str:
    """What somebody else said; nothing if they said nothing."""
    return _several(Shape.QUOTE, lines)


def items(lines: Iterable[object]) -> str:
    return _several(Shape.ITEMS, lines)


def fact(label: object, value: object) -> str:
    """One line of a table; nothing when there is no value."""
    return _marked(Shape.FACT, label, value) if value else _MARK


def button(label: object, url: object) -> str:
    """The one thing to do."""
    return _marked(Shape.BUTTON, label, url)


def link(text: object, url: object) -> str:
    """Something else that can be done."""
    return _marked(Shape.LINK, text, url)


MARKS: Mapping[str, Callable[..., str]] = {
    mark.__name__: mark for mark in (lead, heading, small, quote, items, fact, button, link)
}
"""By the names under which templates call them."""


def is_web_address(url: str) -> bool:
    """Whether it may be what a link of ours leads to."""
    return _WEB_ADDRESS.fullmatch(url) is not None


def read(source: str) -> Iterator[Line]:
    """What a template has made, line by line; marks that had nothing to say have left no line."""
    # Each mark begins a line, also where a template has included another one without an end of line.
    for line in source.replace(f"\n{_MARK}", _MARK).replace(_MARK, f"\n{_MARK}").split("\n"):
        if line.startswith(_MARK):
            shape, *parts = line[len(_MARK) :].split(_FIELD)
            if shape:
                yield _SHAPES[shape], tuple(parts)
        elif said := _plain(line).rstrip():
            yield Shape.PARAGRAPH, (said,)
        else:
            yield Shape.GAP, ()


def _several(shape: Shape, said: Iterable[object]) -> str:
    # One text is one line: letter by letter, marks within marks could grow without end.
    each = [said] if isinstance(said, str) else list(said)
    return _marked(shape, *each) if each else _MARK


def _marked(shape: Shape, *parts: object) -> str:
    return _MARK + _FIELD.join((shape, *(_plain(str(part)) for part in parts)))


def _plain(line: str) -> str:
    return line if line.isprintable() else _CONTROL.sub(" ", line)
