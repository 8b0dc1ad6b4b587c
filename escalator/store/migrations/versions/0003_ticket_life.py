"""What a ticket's life leaves on its row: the last answer, its stays, resolves, snoozes, ages and its follow-ups."""

import sqlalchemy as sa
from alembic import op

from escalator.store.types import Id, Json, UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_COLUMNS = ("answered_at", "stays", "resolves", "aged_at", "snoozes", "snoozed_until", "follow_up_of")


def upgrade() -> None:
    op.add_column("tickets", sa.Column("answered_at", UtcDateTime(), nullable=True))
    op.add_column("tickets", sa.Column("stays", Json, server_default="[]", nullable=False))
    op.add_column("tickets", sa.Column("resolves", sa.Integer(), server_default="0", nullable=False))
    op.add_column("tickets", sa.Column("aged_at", UtcDateTime(), nullable=True))
    op.add_column("tickets", sa.Column("snoozes", sa.Integer(), server_default="0", nullable=False))
    op.add_column("tickets", sa.Column("snoozed_until", UtcDateTime(), nullable=True))
    op.add_column("tickets", sa.Column("follow_up_of", Id, nullable=True))
    op.create_index("ix_tickets_follow_up_of", "tickets", ["follow_up_of"])
    op.execute(
        "UPDATE tickets SET"
        " resolves = (SELECT count(*) FROM events WHERE ticket_id = tickets.id AND kind = 'resolved'),"
        " answered_at = (SELECT max(at) FROM events WHERE ticket_id = tickets.id"
        " AND kind IN ('agent_message', 'call_logged') AND actor_kind = 'agent')"
    )


def downgrade() -> None:
    op.drop_index("ix_tickets_follow_up_of", "tickets")
    for name in _COLUMNS:
        op.drop_column("tickets", name)
