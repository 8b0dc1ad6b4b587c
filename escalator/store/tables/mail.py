"""The rows of mail: what came in as it came, what came along with it, what goes out, and to whom nothing does."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from escalator.store.types import Id, Json, UtcDateTime

from .base import metadata

_PENDING = text("state = 'pending'")
_WAITING = text("state = 'waiting'")
_UNDECIDED = text("state IN ('held', 'quarantined')")
_NAMED = text("message_id <> ''")
_TO_CUSTOMERS = text("kind LIKE 'customer_%'")
_COUNTED = text("counted_as IS NOT NULL")
_IN_DIGEST = text("state = 'pending' AND digest_at IS NOT NULL")

# Every mail that came in, as it came. UNIQUE (mailbox, identity): fetched twice, it is one mail.
incoming_mail = Table(
    "incoming_mail",
    metadata,
    Column("id", Id, primary_key=True),
    Column("mailbox", Text, nullable=False),
    Column("identity", Text, nullable=False),
    Column("door", Text, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("envelope_from", Text),
    Column("envelope_to", Json, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("kind", Text, nullable=False, server_default=""),
    Column("why", Text, nullable=False, server_default=""),
    Column("sender", Text, nullable=False, server_default=""),
    Column("subject", Text, nullable=False, server_default=""),
    Column("message_id", Text, nullable=False, server_default=""),
    Column("ticket_id", Id, ForeignKey("tickets.id"), index=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_try_at", UtcDateTime, nullable=False),
    Column("claim", Text),
    Column("claimed_until", UtcDateTime),
    Column("settled_at", UtcDateTime),
    Column("settled_by", Text, nullable=False, server_default=""),
    UniqueConstraint("mailbox", "identity"),
    CheckConstraint("state IN ('waiting', 'settled', 'held', 'aside', 'quarantined', 'discarded')", name="state"),
    Index("ix_incoming_mail_due", "next_try_at", sqlite_where=_WAITING, postgresql_where=_WAITING),
    Index("ix_incoming_mail_looked_for", "state", "id", sqlite_where=_UNDECIDED, postgresql_where=_UNDECIDED),
    Index("ix_incoming_mail_sender", "sender", "received_at"),
    Index("ix_incoming_mail_message_id", "message_id", sqlite_where=_NAMED, postgresql_where=_NAMED),
    sqlite_autoincrement=True,
)


# What came along with mails, by the hash of its bytes: a file that comes twice is kept once.
files = Table(
    "files",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)


attachments = Table(
    "attachments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False, index=True),
    Column("mail_id", Id, ForeignKey("incoming_mail.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("hash", Text, ForeignKey("files.hash"), nullable=False),
    sqlite_autoincrement=True,
)


# How far a mailbox of an IMAP server has been read: UIDs hold only while UIDVALIDITY stays the same.
mailbox_cursors = Table(
    "mailbox_cursors",
    metadata,
    Column("mailbox", Text, primary_key=True),
    Column("uidvalidity", Id, nullable=False),
    Column("last_uid", Id, nullable=False),
    Column("polled_at", UtcDateTime, nullable=False),
)


outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False),
    Column("run", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("created_at", UtcDateTime, nullable=False),
    Column("next_try_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("claim", Text),
    Column("claimed_until", UtcDateTime),
    Column("settled_at", UtcDateTime),
    Column("headline", Text, nullable=False, server_default=""),
    Column("digest_at", UtcDateTime),
    Column("ambiguous", Integer, nullable=False, server_default="0"),
    Column("counted_as", Text),
    CheckConstraint("state IN ('pending', 'sent', 'superseded', 'dead')", name="state"),
    Index("ix_outbox_message_id", "message_id"),
    Index("ix_outbox_sender", "sender"),
    Index("ix_outbox_recipient_created_at", "recipient", "created_at"),
    Index("ix_outbox_ticket_id_recipient", "ticket_id", "recipient"),
    Index("ix_outbox_to_customers", "created_at", sqlite_where=_TO_CUSTOMERS, postgresql_where=_TO_CUSTOMERS),
    Index("ix_outbox_counted", "counted_as", "created_at", sqlite_where=_COUNTED, postgresql_where=_COUNTED),
    Index("ix_outbox_digest", "digest_at", sqlite_where=_IN_DIGEST, postgresql_where=_IN_DIGEST),
    Index("ix_outbox_due", "next_try_at", sqlite_where=_PENDING, postgresql_where=_PENDING),
    Index("ix_outbox_ticket_pending", "ticket_id", sqlite_where=_PENDING, postgresql_where=_PENDING),
    sqlite_autoincrement=True,
)


# Whom we do not write to, and because of what; the cause says how much is kept from them.
suppressions = Table(
    "suppressions",
    metadata,
    Column("address", Text, primary_key=True),
    Column("cause", Text, primary_key=True),
    Column("why", Text, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    CheckConstraint("cause IN ('bounce', 'complaint', 'machine', 'wish')", name="cause"),
)
