"""`escalator mail listen`: the door at which a mail server knocks by SMTP or LMTP."""

import click

from escalator import logs
from escalator.bootstrap import build
from escalator.service.listening import Address
from escalator.service.listening import listen as keep_door
from escalator.settings import adopt, read_embedded_settings, read_settings


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
