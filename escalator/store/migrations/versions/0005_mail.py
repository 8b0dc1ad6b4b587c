"""Mail that comes in, what came along with it, who else is on a ticket, digests, and whom we do not write to."""

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

from escalator.store.types import Id, Json, UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_WAITING = sa.text("state = 'waiting'")
_UNDECIDED = sa.text("state IN ('held', 'quarantined')")
_NAMED = sa.text("message_id <> ''")
_TO_CUSTOMERS = sa.text("kind LIKE 'customer_%'")
_COUNTED = sa.text("counted_as IS NOT NULL")
_IN_DIGEST = sa.text("state = 'pending' AND digest_at IS NOT NULL")
_HAD_AUTHORS, _HAS_AUTHORS = ("customer", "agent"), ("customer", "agent", "machine")
_READ_LATER = ("reason", "kind", "why", "sender", "subject", "message_id")
_OUTBOX_INDEXES = {
    "ix_outbox_message_id": ["message_id"],
    "ix_outbox_sender": ["sender"],
    "ix_outbox_recipient_created_at": ["recipient", "created_at"],
    "ix_outbox_ticket_id_recipient": ["ticket_id", "recipient"],
}


def upgrade() -> None:
    _incoming()
    _files()
    _sides()
    op.add_column("tickets", sa.Column("participants", Json, server_default="[]", nullable=False))
    _messages_learn_of_mail()
    op.add_column("outbox", sa.Column("headline", sa.Text(), server_default="", nullable=False))
    op.add_column("outbox", sa.Column("digest_at", UtcDateTime(), nullable=True))
    op.add_column("outbox", sa.Column("ambiguous", sa.Integer(), server_default="0", nullable=False))
    op.add_column("outbox", sa.Column("counted_as", sa.Text(), nullable=True))
    for name, columns in _OUTBOX_INDEXES.items():
        op.create_index(name, "outbox", columns)
    op.create_index(
        "ix_outbox_counted",
        "outbox",
        ["counted_as", "created_at"],
        sqlite_where=_COUNTED,
        postgresql_where=_COUNTED,
    )
    op.create_index("ix_outbox_digest", "outbox", ["digest_at"], sqlite_where=_IN_DIGEST, postgresql_where=_IN_DIGEST)
    op.create_index(
        "ix_outbox_to_customers",
        "outbox",
        ["created_at"],
        sqlite_where=_TO_CUSTOMERS,
        postgresql_where=_TO_CUSTOMERS,
    )


def _incoming() -> None:
    op.create_table(
        "incoming_mail",
        sa.Column("id", Id, nullable=False),
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("envelope_from", sa.Text(), nullable=True),
        sa.Column("envelope_to", Json, nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), server_default="", nullable=False) for name in ("reason", "kind", "why")),
        *(
            sa.Column(name, sa.Text(), server_default="", nullable=False)
            for name in ("sender", "subject", "message_id")
        ),
        sa.Column("ticket_id", Id, nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_try_at", UtcDateTime(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=True),
        sa.Column("claimed_until", UtcDateTime(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("settled_by", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'settled', 'held', 'aside', 'quarantined', 'discarded')",
            name=op.f("ck_incoming_mail_state"),
        ),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_incoming_mail_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incoming_mail")),
        sa.UniqueConstraint("mailbox", "identity", name=op.f("uq_incoming_mail_mailbox_identity")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_incoming_mail_ticket_id"), "incoming_mail", ["ticket_id"])
    op.create_index("ix_incoming_mail_sender", "incoming_mail", ["sender", "received_at"])
    op.create_index(
        "ix_incoming_mail_message_id", "incoming_mail", ["message_id"], sqlite_where=_NAMED, postgresql_where=_NAMED
    )
    op.create_index(
        "ix_incoming_mail_due", "incoming_mail", ["next_try_at"], sqlite_where=_WAITING, postgresql_where=_WAITING
    )
    op.create_index(
        "ix_incoming_mail_looked_for",
        "incoming_mail",
        ["state", "id"],
        sqlite_where=_UNDECIDED,
        postgresql_where=_UNDECIDED,
    )


def _files() -> None:
    op.create_table(
        "files",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_files")),
    )
    op.create_table(
        "attachments",
        sa.Column("id", Id, nullable=False),
        sa.Column("ticket_id", Id, nullable=False),
        sa.Column("mail_id", Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_attachments_ticket_id")),
        sa.ForeignKeyConstraint(["mail_id"], ["incoming_mail.id"], name=op.f("fk_attachments_mail_id")),
        sa.ForeignKeyConstraint(["hash"], ["files.hash"], name=op.f("fk_attachments_hash")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attachments_ticket_id"), "attachments", ["ticket_id"])
    op.create_index(op.f("ix_attachments_mail_id"), "attachments", ["mail_id"])


def _sides() -> None:
    op.create_table(
        "mailbox_cursors",
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("uidvalidity", Id, nullable=False),
        sa.Column("last_uid", Id, nullable=False),
        sa.Column("polled_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("mailbox", name=op.f("pk_mailbox_cursors")),
    )
    op.create_table(
        "suppressions",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.CheckConstraint("cause IN ('bounce', 'complaint', 'machine', 'wish')", name=op.f("ck_suppressions_cause")),
        sa.PrimaryKeyConstraint("address", "cause", name=op.f("pk_suppressions")),
    )


def _messages_learn_of_mail() -> None:
    with op.batch_alter_table("messages", table_kwargs={"sqlite_autoincrement": True}) as messages:
        _let_write(messages, _HAS_AUTHORS)
        messages.add_column(sa.Column("whole", sa.Text(), nullable=True))
        _add_mail(messages, "messages")
    with op.batch_alter_table("internal_notes", table_kwargs={"sqlite_autoincrement": True}) as notes:
        _add_mail(notes, "internal_notes")


def _add_mail(table: BatchOperations, name: str) -> None:
    table.add_column(sa.Column("mail_id", Id, nullable=True))
    table.create_unique_constraint(op.f(f"uq_{name}_mail_id"), ["mail_id"])
    table.create_foreign_key(op.f(f"fk_{name}_mail_id"), "incoming_mail", ["mail_id"], ["id"])


def _let_write(messages: BatchOperations, kinds: tuple[str, ...]) -> None:
    name = op.f("ck_messages_author_kind")
    messages.drop_constraint(name, type_="check")
    messages.create_check_constraint(name, sa.column("author_kind").in_(kinds))


def downgrade() -> None:
    op.drop_index("ix_outbox_to_customers", "outbox")
    op.drop_index("ix_outbox_digest", "outbox")
    op.drop_index("ix_outbox_counted", "outbox")
    for name in _OUTBOX_INDEXES:
        op.drop_index(name, "outbox")
    for name in ("headline", "digest_at", "ambiguous", "counted_as"):
        op.drop_column("outbox", name)
    op.execute("DELETE FROM messages WHERE author_kind = 'machine'")
    with op.batch_alter_table("internal_notes", table_kwargs={"sqlite_autoincrement": True}) as notes:
        _drop_mail(notes, "internal_notes")
    with op.batch_alter_table("messages", table_kwargs={"sqlite_autoincrement": True}) as messages:
        _drop_mail(messages, "messages")
        messages.drop_column("whole")
        _let_write(messages, _HAD_AUTHORS)
    op.drop_column("tickets", "participants")
    for table in ("suppressions", "mailbox_cursors", "attachments", "files", "incoming_mail"):
        op.drop_table(table)


def _drop_mail(table: BatchOperations, name: str) -> None:
    table.drop_constraint(op.f(f"fk_{name}_mail_id"), type_="foreignkey")
    table.drop_constraint(op.f(f"uq_{name}_mail_id"), type_="unique")
    table.drop_column("mail_id")
