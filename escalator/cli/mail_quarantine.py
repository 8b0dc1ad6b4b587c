"""`escalator mail list`, `show`, `release` and `discard`: mail that came in, and what a person says about it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from escalator.bootstrap import Application, build
from escalator.core.errors import Unavailable
from escalator.core.mail.incoming import IncomingMail, MailClass
from escalator.service.incoming import Kept, State
from escalator.settings import adopt, read_embedded_settings, read_settings

from .office import OPERATOR
from .tables import show as show_table
from .tables import table


@contextmanager
def _desk() -> Iterator[Application]:
    """All use cases: what lets a mail in may open a ticket, and that writes letters."""
    adopt(read_embedded_settings().home / "env")
    app = build(read_settings())
    try:
        if not app.health.schema_is_current():
            raise Unavailable("the database does not have the schema of this release; run `escalator migrate`")
        yield app
    finally:
        app.close()


@click.command("list")
@click.option(
    "--state", "states", type=click.Choice([str(state) for state in State]), multiple=True, help="Only these."
)
@click.option("--kind", type=click.Choice([str(kind) for kind in MailClass]), help="Only mails of this kind.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="How many at most.")
def list_(states: tuple[str, ...], kind: str | None, limit: int) -> None:
    """Show mails that came in, the newest first, and how many stand where."""
    with _desk() as app:
        mails = app.incoming.listing(OPERATOR, [State(state) for state in states], limit, kind=kind)
        counts = app.incoming.counts(OPERATOR)
    columns = ("id", "state", "kind", "from", "subject", "ticket", "came", "by", "reason")
    show_table(table("Mails that came in", columns, map(_row, mails)))
    click.echo(", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "no mail yet")


def _row(kept: Kept) -> tuple[object, ...]:
    ticket = f"T-{kept.ticket_id}" if kept.ticket_id else ""
    came = f"{kept.received_at:%Y-%m-%d %H:%M:%S}"
    return (
        kept.id,
        kept.state,
        kept.kind,
        _plain(kept.sender),
        _plain(kept.subject)[:60],
        ticket,
        came,
        kept.door,
        _plain(kept.reason),
    )


@click.command()
@click.argument("id_", metavar="ID", type=int)
@click.option("--raw", is_flag=True, help="As it came, and nothing else.")
def show(id_: int, raw: bool) -> None:
    """Show the mail with this ID: how it stands, its headers and its text."""
    with _desk() as app:
        shown = app.incoming.show(OPERATOR, id_)
    if raw:
        sys.stdout.buffer.write(shown.raw)
        return
    kept = shown.kept
    click.echo(f"Mail {kept.id}: {kept.state}, {kept.size:,} octets, by {kept.door} at {kept.received_at:%F %T} UTC")
    if kept.reason:
        click.echo(f"Reason: {_plain(kept.reason)}")
    if shown.read is None:
        click.echo(f"It cannot be read; `escalator mail show {kept.id} --raw` gives it as it came.")
        return
    for line in _told(shown.read):
        click.echo(line)


def _told(mail: IncomingMail) -> Iterator[str]:
    yield f"Kind: {mail.kind} ({mail.why})" if mail.why else f"Kind: {mail.kind}"
    for name, people in (("From", (mail.sender,)), ("To", mail.to), ("Cc", mail.cc)):
        if addresses := ", ".join(_plain(f"{each.name} <{each.address}>".strip()) for each in people if each):
            yield f"{name}: {addresses}"
    yield f"Subject: {_plain(mail.subject)}"
    for enclosed in mail.attachments:
        yield f"Attachment: {_plain(enclosed.name)} ({_plain(enclosed.type)}, {enclosed.size:,} octets)"
    yield from (f"Remark: {_plain(remark)}" for remark in mail.remarks)
    yield ""
    yield from map(_plain, mail.text.splitlines())


def _plain(text: str) -> str:
    """One line in which nothing speaks to the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


@click.command()
@click.argument("id_", metavar="ID", type=int)
@click.option("--ticket", metavar="TICKET", help="Where it belongs, like T-12; else where it was held, or a new one.")
def release(id_: int, ticket: str | None) -> None:
    """Let the mail with this ID in after all, as its sender's words."""
    with _desk() as app:
        kept = app.incoming.release(OPERATOR, id_, ticket)
    where = f"is in T-{kept.ticket_id}" if kept.ticket_id else f"is {kept.state}"
    click.echo(f"Mail {kept.id} {where}.")


@click.command()
@click.argument("id_", metavar="ID", type=int)
@click.option("--why", required=True, help="Why; whoever looks at the mail will read it.")
def discard(id_: int, why: str) -> None:
    """Say that the mail with this ID is nobody's business. It stays, and nothing follows."""
    with _desk() as app:
        kept = app.incoming.discard(OPERATOR, id_, why)
    click.echo(f"Mail {kept.id} is discarded.")
