"""What a ticket's life leaves on its row: answers, stays, resolves, ages, snoozes, follow-ups, and its desk version.

The rows of old tickets say nothing of it yet; they are rebuilt from the timelines (`service/rebuilding.py`).
"""

import sqlalchemy as sa
from alembic import op

from escalator.store.types import Id, Json, UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_COLUMNS = ("answered_at", "stays", "resolves", "aged_at", "snoozes", "snoozed_until", "follow_up_of", "desk")
_SNOOZED = sa.text("snoozed_until IS NOT NULL")


def upgrade() -> None:
    op.add_column("tickets", sa.Column("answered_at", UtcDateTime(), nullable=True))
    op.add_column("tickets", sa.Column("stays", Json, server_default="[]", nullable=False))
    op.add_column("tickets", sa.Column("resolves", sa.Integer(), server_default="0", nullable=False))
    op.add_column("tickets", sa.Column("aged_at", UtcDateTime(), nullable=True))
    op.add_column("tickets", sa.Column("snoozes", sa.Integer(), server_default="0", nullable=False))
    op.add_column("tickets", sa.Column("snoozed_until", UtcDateTime(), nullable=True))
    op.add_column("tickets", sa.Column("follow_up_of", Id, nullable=True))
    op.add_column("tickets", sa.Column("desk", Id, server_default="0", nullable=False))
    op.create_index("ix_tickets_follow_up_of", "tickets", ["follow_up_of"])
    op.create_index("ix_tickets_snoozed", "tickets", ["id"], sqlite_where=_SNOOZED, postgresql_where=_SNOOZED)


def downgrade() -> None:
    op.drop_index("ix_tickets_snoozed", "tickets")
    op.drop_index("ix_tickets_follow_up_of", "tickets")
    for name in _COLUMNS:
        op.drop_column("tickets", name)
