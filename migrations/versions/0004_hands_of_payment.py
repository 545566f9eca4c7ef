"""0004: who approved a claim, who paid it and by which slip, and who fetched the money for the payee."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

# PostgreSQL's INTEGER ends at 21 million baht.
SATANG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PAYMENT = ("payer", "slip", "proxy", "proxy_papers", "one_hand_reason")


def upgrade() -> None:
    """Give decisions their approver and payments their hands; columns that are NULL leave every digest true."""
    if op.get_context().dialect.name != "sqlite":
        op.add_column("decision", sa.Column("approver", sa.Text(), nullable=True))
        for name in PAYMENT:
            op.add_column("payment", sa.Column(name, sa.Text(), nullable=True))
        return
    # Made anew by hand, as in 0002: the new columns stand among the columns, and a fund is the same file every time.
    _new_decision()
    _new_payment()


def _new_decision() -> None:
    op.drop_index("ix_decision_claim_id", "decision")
    op.create_table(
        "_new_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("rulebook_id", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("gross_satang", SATANG, nullable=False),
        sa.Column("setoff_satang", SATANG, nullable=False),
        sa.Column("net_satang", SATANG, nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("resolution", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("approver", sa.Text(), nullable=True),
        sa.CheckConstraint("result IN ('PAY', 'REFUSE', 'PENDING')", name=op.f("ck_decision_result")),
        sa.CheckConstraint(
            "net_satang >= 0 AND net_satang = gross_satang - setoff_satang", name=op.f("ck_decision_net")
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_decision_claim_id"),
        sa.ForeignKeyConstraint(["rulebook_id"], ["rulebook.id"], name="fk_decision_rulebook_id"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO _new_decision (id, claim_id, rulebook_id, result, reason, gross_satang, setoff_satang, net_satang,"
        " units, assessment, resolution, decided_on, salt) SELECT id, claim_id, rulebook_id, result, reason,"
        " gross_satang, setoff_satang, net_satang, units, assessment, resolution, decided_on, salt FROM decision"
    )
    op.drop_table("decision")
    op.rename_table("_new_decision", "decision")
    op.create_index("ix_decision_claim_id", "decision", ["claim_id"], unique=False)


def _new_payment() -> None:
    op.drop_index("ix_payment_share", "payment")
    op.create_table(
        "_new_payment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("share_no", sa.Integer(), nullable=False),
        sa.Column("payee", sa.Text(), nullable=False),
        sa.Column("gross_satang", SATANG, nullable=False),
        sa.Column("net_satang", SATANG, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("reversed_by", sa.Integer(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in PAYMENT),
        sa.CheckConstraint("net_satang >= 0 AND gross_satang >= net_satang", name=op.f("ck_payment_amount")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_payment_claim_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_payment_entry_id"),
        sa.ForeignKeyConstraint(["reversed_by"], ["entry.id"], name="fk_payment_reversed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_payment"),
        sa.UniqueConstraint("entry_id", name="uq_payment_entry_id"),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO _new_payment (id, claim_id, share_no, payee, gross_satang, net_satang, entry_id, reversed_by, salt)"
        " SELECT id, claim_id, share_no, payee, gross_satang, net_satang, entry_id, reversed_by, salt FROM payment"
    )
    op.drop_table("payment")
    op.rename_table("_new_payment", "payment")
    op.create_index(
        "ix_payment_share",
        "payment",
        ["claim_id", "share_no"],
        unique=True,
        sqlite_where=sa.text("reversed_by IS NULL"),
        postgresql_where=sa.text("reversed_by IS NULL"),
    )
