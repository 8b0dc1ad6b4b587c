"""`escalator mail ingest` and `mail listen`: the doors that a mail server knocks at."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

import click

from escalator import logs
from escalator.bootstrap import build
from escalator.core.access import Principal, Role
from escalator.core.errors import EscalatorError, Invalid, TooLarge
from escalator.core.mail.limits import MAIL
from escalator.service.listening import Address
from escalator.service.listening import listen as keep_door
from escalator.service.receiving import ReceivingService
from escalator.settings import adopt, read_embedded_settings, read_settings

from .office import office


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
    with office() as opened:
        # Whoever reads looks by himself every few seconds; a mail server should not wait for a bell.
        receiving = ReceivingService(opened.database, opened.shelf, ring=lambda: None)
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


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65535), default=2525, show_default=True, help="On which port.")
@click.option("--lmtp", is_flag=True, help="Speak LMTP instead of SMTP.")
def listen(host: str, port: int, lmtp: bool) -> None:
    """Take mail from a mail server by SMTP, until told to end. Put it behind one: it speaks no TLS."""
    adopt(read_embedded_settings().home / "env")
    settings = read_settings()
    logs.configure(settings.log_level)
    app = build(settings)
    address = Address(host, port, lmtp)
    try:
        keep_door(app.receiving, app.health, address, lambda: _ready(address))
    except OSError as busy:
        raise click.ClickException(f"cannot listen on {host}:{port}: {busy.strerror}") from busy
    finally:
        app.close()


def _ready(address: Address) -> None:
    click.echo(f"Listening for {address.language.upper()} on {address.host}:{address.port}", err=True)
