"""The room in which templates run: plain data, a few words of ours, and nothing that a ticket could name or call."""

from pathlib import Path
from types import FunctionType
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from escalator.core.mail.marks import MARKS

Words = dict[str, object]
"""What a template knows, by name."""
_OURS = frozenset(MARKS.values())


class Room(ImmutableSandboxedEnvironment):
    """Templates from the files of a folder; `files` are their names."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=False,  # what becomes HTML is escaped when it does
            auto_reload=False,
            optimized=False,  # nothing is worked out before a desk's template is judged
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals = dict(MARKS)
        self.filters |= MARKS
        self.files = frozenset(self.list_templates())

    def call(self, context: Context, obj: Any, /, *args: Any, **named: Any) -> Any:
        # A letter calls our marks two dozen times: they need not be searched for harm each time. What is named comes
        # from Jinja itself; they have no use for it.
        if isinstance(obj, FunctionType) and obj in _OURS:
            return obj(*args)
        return super().call(context, obj, *args, **named)
