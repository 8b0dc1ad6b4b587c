"""`escalator mail`: what can be done with single mails by hand."""

import click

from .lazy import LazyGroup

_COMMANDS = {
    "classify": "mail_classify:classify",
    "discard": "mail_quarantine:discard",
    "ingest": "mail_ingest:ingest",
    "lift": "mail_suppressed:lift",
    "list": "mail_quarantine:list_",
    "listen": "mail_doors:listen",
    "preview": "mail_preview:preview",
    "release": "mail_quarantine:release",
    "show": "mail_quarantine:show",
    "suppressed": "mail_suppressed:suppressed",
}


@click.group(cls=LazyGroup, lazy=_COMMANDS)
def mail() -> None:
    """Look at mails, take them in, and see to those that nobody could place."""
