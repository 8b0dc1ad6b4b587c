"""YAML text as plain values in which every path has a line, and nothing else: no aliases, no tags, no surprises."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from .problems import Finding, Path, short

MOST_BYTES = 1_000_000
_DEEPEST = 16

# The C parser gives the same events and is thirty times as fast; some platforms have no build of it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Document:
    """What the text says, as dicts, lists, text and None; `lines` maps a path to its line, counted from 1."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


class _Refused(Exception):
    """The text cannot be read on from here."""

    def __init__(self, message: str, remedy: str, line: int = 1) -> None:
        super().__init__(message)
        self.message, self.remedy, self.line = message, remedy, line


def parse(text: str | bytes) -> Document:
    """The document in `text`; what stops the reading, and names said twice, are among its findings."""
    document = Document()
    try:
        decoded = _decoded(text)
        document.value = _Composer(yaml.parse(decoded, Loader=_LOADER), document).document()
    except _Refused as refused:
        document.lines = {(): refused.line}
        document.findings = [Finding((), refused.message, refused.remedy)]
    except yaml.YAMLError as error:
        document.lines = {(): min(_line_of(error), _lines(decoded))}
        document.findings = [_not_yaml(error)]
    return document


def _decoded(text: str | bytes) -> str:
    """The text, once it is known to be small enough and free of bytes that no editor would have written."""
    too_big = _Refused(
        f"the desk is larger than {MOST_BYTES // 1_000_000} MB",
        "A desk is written by people and far smaller; check that this is the right file.",
    )
    if len(text) > MOST_BYTES:
        raise too_big
    try:
        decoded = text.decode() if isinstance(text, bytes) else text
        if len(decoded.encode()) > MOST_BYTES:
            raise too_big
    except UnicodeError:
        raise _Refused("this is not text in UTF-8", "Save the file as UTF-8.") from None
    return decoded


class _Composer:
    """Builds values from parser events.

    Scalars stay text, because only the schema knows what they mean: YAML itself would read `no` as false
    and `17:00` as 1020. Depth is bounded, so that no nesting can exhaust the stack.
    """

    def __init__(self, events: Iterator[yaml.Event], document: Document) -> None:
        self._events = events
        self._document = document

    def document(self) -> Any:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise _Refused("the desk is empty", "Start from the example desk.")
        value = self._value(next(self._events), ())
        next(self._events)
        second = next(self._events)
        if not isinstance(second, yaml.StreamEndEvent):
            raise _Refused("a second document begins here", "Remove the `---` line.", _line_at(second))
        return value

    def _value(self, event: yaml.Event, path: Path) -> Any:
        _refuse_what_hides(event)
        self._document.lines.setdefault(path, _line_at(event))
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if len(path) >= _DEEPEST:
            raise _Refused("this is nested too deeply", "No part of a desk is that deep.", _line_at(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._mapping(path)

    def _list(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = _key(event)
            here = (*path, key)
            if key in values:
                self._said_twice(here, _line_at(event))
            self._document.lines[here] = _line_at(event)
            values[key] = self._value(next(self._events), here)
        return values

    def _said_twice(self, path: Path, line: int) -> None:
        before = self._document.lines[path]
        message = f'"{short(path[-1])}" is written twice: on line {before} and on line {line}'
        self._document.findings.append(Finding(path, message, "Keep one of the two."))


def _refuse_what_hides(event: yaml.Event) -> None:
    """Anchors, aliases and tags make a text say something other than what stands there."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        message = "anchors (&) and aliases (*) are not used in a desk"
        raise _Refused(message, "Write the text out, or put it in quotes if it is meant literally.", _line_at(event))
    if getattr(event, "tag", None) not in (None, "!"):
        raise _Refused("tags (!) are not used in a desk", "Remove the tag.", _line_at(event))


def _key(event: yaml.Event) -> str:
    _refuse_what_hides(event)
    if not isinstance(event, yaml.ScalarEvent):
        message = "a name must be text, not a list or a mapping"
        raise _Refused(message, "If braces or brackets are meant literally, quote them.", _line_at(event))
    return str(event.value)


def _scalar(event: yaml.ScalarEvent) -> str | None:
    # implicit[0] is true only of what stands without quotes: a quoted "null" is text.
    plain = event.implicit[0]
    return None if plain and event.value in ("", "~", "null") else str(event.value)


def _line_at(event: yaml.Event) -> int:
    return 1 if event.start_mark is None else int(event.start_mark.line) + 1


def _lines(text: str) -> int:
    return max(1, len(text.splitlines()))


def _line_of(error: yaml.YAMLError) -> int:
    """Where the parser stumbled, which for an unfinished text is the line after its last."""
    mark = getattr(error, "problem_mark", None)
    return 1 if mark is None else int(mark.line) + 1


def _not_yaml(error: yaml.YAMLError) -> Finding:
    reason = short(getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read")
    if "cannot start any token" in reason:
        return Finding(
            (),
            f"this is not YAML: {reason}",
            "Indent with spaces, not tabs, and quote text that starts with @, ` or %.",
        )
    return Finding(
        (),
        f"this is not YAML: {reason}",
        "Look for a missing colon, quote or bracket here or one line above.",
    )
