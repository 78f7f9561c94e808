"""What the visit under way compares with is kept for every process and device of a person."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("last_look", sa.Column("before", sa.JSON(), nullable=True))
