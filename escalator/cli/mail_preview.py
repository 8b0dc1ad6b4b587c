"""`escalator mail preview`: what a letter says and how it looks, without a database or anybody to get it."""

from pathlib import Path

import click

from escalator.service.previewing import KINDS
from escalator.service.previewing import preview as written

from .desk import sound


@click.command()
@click.argument("kind", default="")
@click.option("--language", default="en", show_default=True, help="Of the customer who reads it, like de or de-AT.")
@click.option("--html", "as_html", is_flag=True, help="Print the page of HTML; without it, the plain text.")
@click.option(
    "--desk",
    "desk_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A desk.yaml whose own templates are used.",
)
def preview(kind: str, language: str, as_html: bool, desk_file: Path | None) -> None:
    """Print the letter KIND about a case that never was; without KIND, list the kinds."""
    if not kind:
        for name, reader in KINDS.items():
            click.echo(f"{name:28}{reader}")
        return
    letter = written(kind, language, sound(desk_file) if desk_file else None)
    click.echo(letter.html if as_html else f"Subject: {letter.subject}\n\n{letter.text}", nl=False)
