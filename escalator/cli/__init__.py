"""The command line: one module for each group of commands; an error is one sentence on stderr, never a traceback."""

from typing import Any

import click

from escalator import logs
from escalator.core.errors import EscalatorError

from .lazy import LazyGroup

_COMMANDS = {
    "clocks": "clocks:clocks",
    "desk": "desk:desk",
    "import": "imports:import_",
    "key": "keys:key",
    "loops": "loops:loops",
    "mail": "mail:mail",
    "migrate": "running:migrate",
    "oncall": "oncall:oncall",
    "outbox": "outbox:outbox",
    "people": "people:people",
    "up": "running:up",
    "wait": "running:wait",
}


class _Sentences(LazyGroup):
    """Ends with 1 and a sentence when something is wrong; click itself ends with 2 when the command is."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except EscalatorError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Sentences, lazy=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="escalator", message="%(version)s")
def main() -> None:
    """Escalator keeps promises made to people who are waiting."""
    logs.keep_off_stdout()
