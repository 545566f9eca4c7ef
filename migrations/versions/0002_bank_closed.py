"""0002: a bank account the fund has closed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give each bank account the day it was closed on; a column that is NULL leaves every digest true."""
    if op.get_context().dialect.name != "sqlite":
        op.add_column("bank", sa.Column("closed_on", sa.Text(), nullable=True))
        return
    # Made anew, so that the new column stands among the columns and not behind the constraints. By hand, because a
    # batch writes the constraints in any order, and the same fund would not be the same file twice.
    op.create_table(
        "_new_bank",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_bank"),
        sa.UniqueConstraint("account", name="uq_bank_account"),
        sa.UniqueConstraint("name", name="uq_bank_name"),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO _new_bank (id, name, number, account, salt) SELECT id, name, number, account, salt FROM bank"
    )
    op.drop_table("bank")
    op.rename_table("_new_bank", "bank")
