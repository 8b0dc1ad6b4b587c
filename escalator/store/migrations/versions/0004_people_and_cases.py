"""What is known of a conversation, of a promised call, of held replies, of questions asked; on-call overrides.

The rows of old tickets say nothing of it yet; they are rebuilt from the timelines (`service/rebuilding.py`).
"""

import sqlalchemy as sa
from alembic import op

from escalator.store.types import Id, Json, UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_COLUMNS = (
    *("case_id", "verdict", "signals", "silences", "silent_at", "organization", "requester_domain"),
    *("conversation", "call_back", "held", "asked"),
)
_TICKETS = sa.table(
    "tickets",
    sa.column("id", Id),
    sa.column("requester", Json),
    sa.column("organization", sa.Text()),
    sa.column("requester_domain", sa.Text()),
)
_BATCH = 1000
_WAITING = sa.text("state = 'waiting'")
_LINKED = sa.text("case_id IS NOT NULL")
_OF_A_FIRM = sa.text("organization <> ''")


def upgrade() -> None:
    op.add_column("tickets", sa.Column("case_id", Id, nullable=True))
    op.add_column("tickets", sa.Column("verdict", sa.Text(), server_default="", nullable=False))
    op.add_column("tickets", sa.Column("signals", Json, server_default="[]", nullable=False))
    op.add_column("tickets", sa.Column("silences", sa.Integer(), server_default="0", nullable=False))
    op.add_column("tickets", sa.Column("silent_at", UtcDateTime(), nullable=True))
    op.add_column("tickets", sa.Column("organization", sa.Text(), server_default="", nullable=False))
    op.add_column("tickets", sa.Column("requester_domain", sa.Text(), server_default="", nullable=False))
    op.add_column("tickets", sa.Column("conversation", Json, server_default="{}", nullable=False))
    op.add_column("tickets", sa.Column("call_back", Json, nullable=True))
    op.add_column("tickets", sa.Column("held", Json, server_default="[]", nullable=False))
    op.add_column("tickets", sa.Column("asked", Json, nullable=True))
    _name_organizations(op.get_bind())
    op.create_index("ix_tickets_case_id", "tickets", ["case_id"], sqlite_where=_LINKED, postgresql_where=_LINKED)
    op.create_index(
        "ix_tickets_organization", "tickets", ["organization"], sqlite_where=_OF_A_FIRM, postgresql_where=_OF_A_FIRM
    )
    op.create_index("ix_tickets_requester_domain_id", "tickets", ["requester_domain", "id"])
    op.add_column("people", sa.Column("tested_at", UtcDateTime(), nullable=True))
    op.create_table(
        "held_replies",
        sa.Column("id", Id, nullable=False),
        sa.Column("ticket_id", Id, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_held_replies_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_replies")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_held_replies_ticket_id"), "held_replies", ["ticket_id"])
    op.create_table(
        "overrides",
        sa.Column("id", Id, nullable=False),
        sa.Column("schedule", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("cancelled_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overrides")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_overrides_schedule_ends_at", "overrides", ["schedule", "ends_at"])
    op.create_index(
        "ix_escalation_runs_asked", "escalation_runs", ["asked"], sqlite_where=_WAITING, postgresql_where=_WAITING
    )


def _name_organizations(conn: sa.Connection) -> None:
    """As new tickets are given theirs: no database folds letters like Python does."""
    name = (
        sa.update(_TICKETS)
        .where(_TICKETS.c.id == sa.bindparam("number"))
        .values(organization=sa.bindparam("firm"), requester_domain=sa.bindparam("domain"))
    )
    ahead = sa.select(_TICKETS.c.id, _TICKETS.c.requester).order_by(_TICKETS.c.id).limit(_BATCH)
    last = 0
    while rows := conn.execute(ahead.where(_TICKETS.c.id > last)).all():
        last = rows[-1].id
        firms = [
            {
                "number": row.id,
                "firm": row.requester.get("organization", "").casefold(),
                "domain": row.requester["email"].lower().rpartition("@")[2],
            }
            for row in rows
        ]
        conn.execute(name, firms)


def downgrade() -> None:
    op.drop_index("ix_escalation_runs_asked", "escalation_runs")
    op.drop_table("overrides")
    op.drop_table("held_replies")
    op.drop_column("people", "tested_at")
    op.drop_index("ix_tickets_requester_domain_id", "tickets")
    op.drop_index("ix_tickets_organization", "tickets")
    op.drop_index("ix_tickets_case_id", "tickets")
    for name in _COLUMNS:
        op.drop_column("tickets", name)
