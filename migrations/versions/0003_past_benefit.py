"""0003: benefits that were paid before the program."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# PostgreSQL's INTEGER ends at 21 million baht.
SATANG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table of what was paid before the books, which counts and posts no money."""
    op.create_table(
        "past_benefit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("benefit", sa.Text(), nullable=False),
        sa.Column("event_on", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("gross_satang", SATANG, nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("once_key", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("gross_satang >= 0 AND units >= 0", name=op.f("ck_past_benefit_amount")),
        sa.CheckConstraint(
            "event_on IS NULL OR CAST(substr(event_on, 1, 4) AS INTEGER) = year",
            name=op.f("ck_past_benefit_year"),
        ),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name="fk_past_benefit_batch_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_past_benefit_member_id"),
        sa.PrimaryKeyConstraint("id", name="pk_past_benefit"),
        sqlite_strict=True,
    )
    op.create_index("ix_past_benefit_batch_id", "past_benefit", ["batch_id"])
    op.create_index("ix_past_benefit_member_id", "past_benefit", ["member_id"])
    op.create_index(
        "ix_past_benefit_once_key",
        "past_benefit",
        ["once_key"],
        unique=True,
        sqlite_where=sa.text("once_key IS NOT NULL"),
        postgresql_where=sa.text("once_key IS NOT NULL"),
    )
