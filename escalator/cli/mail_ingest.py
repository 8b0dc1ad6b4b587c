"""`escalator mail ingest`: the door at which a mail server starts a process for each mail, so it opens quickly."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

import click

from escalator.core.access import Principal, Role
from escalator.core.errors import EscalatorError, Invalid, TooLarge
from escalator.core.mail.limits import MAIL
from escalator.service.doorstep import doorstep
from escalator.settings import adopt, read_database_url, read_embedded_settings


@click.command()
@click.option("--from", "sender", metavar="ADDRESS", help="The envelope's sender; empty for a mail without one.")
@click.option("--to", "recipients", metavar="ADDRESS", multiple=True, help="An envelope's recipient.")
def ingest(sender: str | None, recipients: tuple[str, ...]) -> None:
    """Keep the mail on standard input, for a pipe from a mail server.

    \b
    Ends with  0  when the mail is durable,
              65  when it will never be taken (too large, or empty),
              75  when it cannot be taken now: the mail server tries again.
    """
    sys.exit(_code_of(lambda: _take_in(sender, recipients)))


def _take_in(sender: str | None, recipients: tuple[str, ...]) -> None:
    raw = sys.stdin.buffer.read(MAIL + 1)
    adopt(read_embedded_settings().home / "env")
    with doorstep(read_database_url()) as receiving:
        receiving.accept(Principal(Role.INGEST, "pipe"), raw, "pipe", sender, recipients)


def _code_of(work: Callable[[], None]) -> int:
    """Every other code than these makes a mail server give the mail back to its sender."""
    try:
        work()
    except (TooLarge, Invalid) as refused:
        return _said(str(refused), os.EX_DATAERR)
    except EscalatorError as failure:
        return _said(str(failure), os.EX_TEMPFAIL)
    except Exception as failure:  # noqa: BLE001 - whatever it is, the mail is still the mail server's
        return _said(f"the mail could not be kept ({type(failure).__name__})", os.EX_TEMPFAIL)
    return os.EX_OK


def _said(sentence: str, code: int) -> int:
    with suppress(OSError):
        click.echo(f"Error: {sentence}", err=True)
    return code
