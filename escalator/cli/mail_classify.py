"""`escalator mail classify`: who speaks in a mail and what it says, for mails that lie in files."""

import json
from pathlib import Path
from typing import Any

import click

from escalator.core.mail.incoming import IncomingMail
from escalator.service.mail_reading import mail_reading

_FILE_OR_STDIN = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


@click.command()
@click.option("--own", metavar="ADDRESS", multiple=True, help="An address of ours; may be given several times.")
@click.argument("files", type=_FILE_OR_STDIN, nargs=-1, required=True)
def classify(own: tuple[str, ...], files: tuple[Path, ...]) -> None:
    """Say of each raw mail in FILES (- is stdin), as a line of JSON, who speaks and what it says.

    No mail is kept, and no database is needed. What cannot be read is told as far as its header goes.
    """
    with mail_reading(own) as reading:
        for file in files:
            click.echo(json.dumps(_told(str(file), reading.read(_raw(file)))))


def _raw(file: Path) -> bytes:
    with click.open_file(str(file), "rb") as stream:
        return bytes(stream.read())


def _told(file: str, read: IncomingMail) -> dict[str, Any]:
    bounces = [{"recipient": one.recipient, "status": one.status, "permanent": one.permanent} for one in read.bounced]
    return {
        "file": file,
        "class": read.kind.value,
        "why": read.why,
        "from": read.sender.address if read.sender else "",
        "subject": read.subject,
        "date": read.date.isoformat() if read.date else None,
        "message_id": read.message_id,
        "reply_text": read.reply,
        "attachments": [{"name": each.name, "type": each.type, "size": each.size} for each in read.attachments],
        "bounce": bounces[0] if bounces else None,
        "bounces": bounces,
        "complains": read.complains,
        "remarks": list(read.remarks),
    }
