"""What the source of an article says of its licence."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of the articles there already nothing is known."""
    column = sa.Column("licence", sa.Text(), nullable=False, server_default="")
    op.add_column("articles", column)
