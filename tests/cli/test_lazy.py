"""Commands are imported when they are named: all are listed, and taking in a mail waits for nothing else."""

import subprocess
import sys
from collections.abc import Iterator

import click

from escalator.cli import main

HEAVY = ("celery", "kombu", "redis", "jinja2", "flask", "escalator.bootstrap")
INGEST = (
    "import sys; from escalator.cli import main\n"
    "main(['mail', 'ingest', '--help'], standalone_mode=False)\n"
    f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
)


def commands(group: click.Group) -> Iterator[tuple[str, click.Command | None]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield name, command
        if isinstance(command, click.Group):
            yield from commands(command)


def test_every_command_that_is_listed_is_there_under_its_name_and_says_what_it_does() -> None:
    found = list(commands(main))
    assert {"up", "desk", "apply", "holidays", "mail", "classify", "ingest", "listen", "lift"} <= dict(found).keys()
    for name, command in found:
        assert command is not None, name
        assert command.name == name
        assert command.get_short_help_str(), name


def test_who_takes_in_a_mail_does_not_wait_for_what_others_need() -> None:
    done = subprocess.run([sys.executable, "-c", INGEST], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == "[]\n"
    assert "Keep the mail on standard input" in done.stdout
