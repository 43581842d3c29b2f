"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "first_tables"
down_revision = None


def upgrade() -> None:
    """Owners and their things, rooms and their seats, wrong tries."""
    op.create_table(
        "owners", sa.Column("id", sa.String(64), primary_key=True), sa.Column("kept", sa.Boolean, nullable=False)
    )
    op.create_table(
        "things",
        sa.Column("owner", sa.String(64), sa.ForeignKey("owners.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
    )
    op.create_index("things_expire", "things", ["expires"])
    op.create_table(
        "rooms",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("code", sa.String(8), unique=True),
        sa.Column("invite", sa.String(64), unique=True),
        sa.Column("invite_until", sa.BigInteger, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
    )
    op.create_index("rooms_expire", "rooms", ["expires"])
    op.create_table(
        "seats",
        sa.Column("owner", sa.String(64), primary_key=True),
        sa.Column("room", sa.String(32), sa.ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False),
        sa.Column("seat", sa.Integer, nullable=False),
        sa.Column("seen", sa.BigInteger, nullable=False),
    )
    op.create_index("seats_of_a_room", "seats", ["room", "seat"], unique=True)
    op.create_table(
        "tries",
        sa.Column("who", sa.String(64), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    """Back to an empty database."""
    for table in ("tries", "seats", "rooms", "things", "owners"):
        op.drop_table(table)
