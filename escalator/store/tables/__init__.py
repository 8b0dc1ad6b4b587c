"""Every table, its keys and its indexes. What the tables may not contain is written here as constraints."""

from .base import LIVE, metadata
from .desk import api_keys, desks, heartbeats, links, overrides, people, switches
from .mail import attachments, files, incoming_mail, mailbox_cursors, outbox, suppressions
from .ticket import deadlines, escalation_runs, events, held_replies, internal_notes, messages, tickets

__all__ = [
    "LIVE",
    "api_keys",
    "attachments",
    "deadlines",
    "desks",
    "escalation_runs",
    "events",
    "files",
    "heartbeats",
    "held_replies",
    "incoming_mail",
    "internal_notes",
    "links",
    "mailbox_cursors",
    "messages",
    "metadata",
    "outbox",
    "overrides",
    "people",
    "suppressions",
    "switches",
    "tickets",
]
