"""The command line: one module for each group of commands; an error is one sentence on stderr, never a traceback."""

from typing import Any

import click

from escalator import logs
from escalator.core.errors import EscalatorError

from . import (
    applying,
    clocks,
    desk,
    holidays,
    imports,
    keys,
    loops,
    mail,
    mail_doors,
    mail_preview,
    mail_quarantine,
    mail_suppressed,
    oncall,
    outbox,
    people,
    running,
)


class _Sentences(click.Group):
    """Ends with 1 and a sentence when something is wrong; click itself ends with 2 when the command is."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except EscalatorError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Sentences, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="escalator", message="%(version)s")
def main() -> None:
    """Escalator keeps promises made to people who are waiting."""
    logs.keep_off_stdout()


for command in (applying.apply, holidays.holidays):
    desk.desk.add_command(command)
for command in (mail_doors.ingest, mail_doors.listen, mail_preview.preview):
    mail.mail.add_command(command)
for command in (
    mail_quarantine.list_,
    mail_quarantine.show,
    mail_quarantine.release,
    mail_quarantine.discard,
):
    mail.mail.add_command(command)
for command in (mail_suppressed.suppressed, mail_suppressed.lift):
    mail.mail.add_command(command)
for command in (
    running.up,
    running.migrate,
    running.wait,
    keys.key,
    desk.desk,
    oncall.oncall,
    outbox.outbox,
    people.people,
    imports.import_,
    clocks.clocks,
    loops.loops,
    mail.mail,
):
    main.add_command(command)
