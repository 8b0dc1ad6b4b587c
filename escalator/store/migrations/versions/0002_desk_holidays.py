"""A stored desk remembers its public holidays; one from before remembers none."""

import sqlalchemy as sa
from alembic import op

from escalator.store.types import Json

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("desks", sa.Column("holidays", Json, nullable=True))


def downgrade() -> None:
    op.drop_column("desks", "holidays")
