"""The rows of tickets: what stands on them, what was said, what falls due, what happened, who is asked."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from escalator.store.types import Id, Json, UtcDateTime

from .base import LIVE, metadata

_OPEN = text("status NOT IN ('resolved', 'closed')")
_PENDING = text("state = 'pending'")
_WAITING = text("state = 'waiting'")
_LINKED = text("case_id IS NOT NULL")
_OF_A_FIRM = text("organization <> ''")
_SNOOZED = text("snoozed_until IS NOT NULL")

tickets = Table(
    "tickets",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lane", Text, nullable=False, server_default=LIVE),
    Column("import_key", Text, unique=True),
    Column("subject", Text, nullable=False),
    Column("requester_email", Text, nullable=False),
    Column("requester", Json, nullable=False),
    Column("channel", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("team", Text),
    Column("level", Integer, nullable=False),
    Column("assignee", Text),
    Column("owner", Text),
    Column("tags", Json, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("replied", Boolean, nullable=False),
    Column("waiting_since", UtcDateTime),
    Column("answered_at", UtcDateTime),
    Column("stays", Json, nullable=False, server_default="[]"),
    Column("resolves", Integer, nullable=False, server_default="0"),
    Column("resolved_at", UtcDateTime),
    Column("resolved_by", Text),
    Column("failed", Json, nullable=False),
    Column("failed_tiers", Json, nullable=False),
    Column("ages", Integer, nullable=False),
    Column("aged_at", UtcDateTime),
    Column("snoozes", Integer, nullable=False, server_default="0"),
    Column("snoozed_until", UtcDateTime),
    Column("changed_at", UtcDateTime),
    Column("merged_into", Id),
    Column("follow_up_of", Id),
    Column("desk", Id, nullable=False, server_default="0"),
    Column("case_id", Id),
    Column("verdict", Text, nullable=False, server_default=""),
    Column("signals", Json, nullable=False, server_default="[]"),
    Column("silences", Integer, nullable=False, server_default="0"),
    Column("silent_at", UtcDateTime),
    Column("organization", Text, nullable=False, server_default=""),
    Column("requester_domain", Text, nullable=False, server_default=""),
    Column("conversation", Json, nullable=False, server_default="{}"),
    Column("call_back", Json),
    Column("held", Json, nullable=False, server_default="[]"),
    Column("asked", Json),
    Column("participants", Json, nullable=False, server_default="[]"),
    Column("version", Integer, nullable=False),
    Column("cycles", Json, nullable=False),
    Column("run_number", Integer, nullable=False),
    Index("ix_tickets_open_assignee", "assignee", sqlite_where=_OPEN, postgresql_where=_OPEN),
    Index("ix_tickets_status_id", "status", "id"),
    Index("ix_tickets_team_id", "team", "id"),
    Index("ix_tickets_requester_email", "requester_email"),
    Index("ix_tickets_follow_up_of", "follow_up_of"),
    Index("ix_tickets_case_id", "case_id", sqlite_where=_LINKED, postgresql_where=_LINKED),
    Index("ix_tickets_organization", "organization", sqlite_where=_OF_A_FIRM, postgresql_where=_OF_A_FIRM),
    Index("ix_tickets_requester_domain_id", "requester_domain", "id"),
    Index("ix_tickets_snoozed", "id", sqlite_where=_SNOOZED, postgresql_where=_SNOOZED),
    sqlite_autoincrement=True,
)


# `whole` is the text of a mail with what it quotes, where that is more than `body`. One mail, at most one message.
messages = Table(
    "messages",
    metadata,
    Column("id", Id, primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("author_kind", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("whole", Text),
    Column("mail_id", Id, ForeignKey("incoming_mail.id"), unique=True),
    CheckConstraint("author_kind IN ('customer', 'agent', 'machine')", name="author_kind"),
    sqlite_autoincrement=True,
)


# A table of its own: no query for a customer's eyes can reach a note by forgetting a condition (C1).
internal_notes = Table(
    "internal_notes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("author", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("mail_id", Id, ForeignKey("incoming_mail.id"), unique=True),
    sqlite_autoincrement=True,
)


# Replies that wait for a second pair of eyes: they are in no table that a customer's page or mail reads (C1).
held_replies = Table(
    "held_replies",
    metadata,
    Column("id", Id, primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("author", Text, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_autoincrement=True,
)


deadlines = Table(
    "deadlines",
    metadata,
    Column("id", Id, primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("cycle", Integer, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("lane", Text, nullable=False, server_default=LIVE),
    Column("state", Text, nullable=False),
    Column("fired_at", UtcDateTime),
    Column("claim", Text),
    Column("claimed_until", UtcDateTime),
    Column("attempts", Integer, nullable=False, server_default="0"),
    UniqueConstraint("ticket_id", "kind", "cycle"),
    CheckConstraint("state IN ('pending', 'fired', 'cancelled', 'quarantined')", name="state"),
    Index("ix_deadlines_due", "lane", "due_at", sqlite_where=_PENDING, postgresql_where=_PENDING),
    Index("ix_deadlines_claim", "claim", sqlite_where=_PENDING, postgresql_where=_PENDING),
    sqlite_autoincrement=True,
)


# Append-only. UNIQUE (deadline_id) is the proof that a deadline fires once; UNIQUE (ticket_id, seq) that two
# writers never see the same version of a ticket.
events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", Text, nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("deadline_id", Id, ForeignKey("deadlines.id"), unique=True),
    Column("data", Json, nullable=False),
    UniqueConstraint("ticket_id", "seq"),
    sqlite_autoincrement=True,
)


escalation_runs = Table(
    "escalation_runs",
    metadata,
    Column("ticket_id", Id, ForeignKey("tickets.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("ladder", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("desk", Id, ForeignKey("desks.version"), nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("rung", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("due_at", UtcDateTime),
    Column("asked", Text),
    Column("lease", Integer, nullable=False),
    Column("settled_at", UtcDateTime),
    Column("missed", Json, nullable=False),
    Column("also", Json, nullable=False),
    Column("ended_because", Text, nullable=False),
    Index("ix_escalation_runs_asked", "asked", sqlite_where=_WAITING, postgresql_where=_WAITING),
    Index(
        "uq_escalation_runs_one_active",
        "ticket_id",
        unique=True,
        sqlite_where=text("state <> 'ended'"),
        postgresql_where=text("state <> 'ended'"),
    ),
)
