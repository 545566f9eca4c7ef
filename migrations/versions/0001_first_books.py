"""0001: the first file — people, books, claims, and the chain that holds them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# PostgreSQL's INTEGER ends at 21 million baht.
SATANG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make every table and index of the first schema."""
    op.create_table(
        "account",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("code", name="pk_account"),
        sqlite_strict=True,
    )
    op.create_table(
        "bank",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_bank"),
        sa.UniqueConstraint("account", name="uq_bank_account"),
        sa.UniqueConstraint("name", name="uq_bank_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_sha256", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("state IN ('done', 'undone')", name=op.f("ck_import_batch_state")),
        sa.PrimaryKeyConstraint("id", name="pk_import_batch"),
        sqlite_strict=True,
    )
    op.create_table(
        "link",
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("no", name="pk_link"),
        sqlite_strict=True,
    )
    op.create_index("ix_link_table_name", "link", ["table_name", "row_id", "no"], unique=False)
    op.create_table(
        "officer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_officer"),
        sqlite_strict=True,
    )
    op.create_table(
        "period",
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("counted_on", sa.Text(), nullable=True),
        sa.Column("counted_cash_satang", SATANG, nullable=True),
        sa.Column("last_entry_id", sa.Integer(), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("head_no", sa.Integer(), nullable=True),
        sa.Column("head_hash", sa.LargeBinary(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "state <> 'closed' OR (resolution IS NOT NULL AND head_hash IS NOT NULL)",
            name=op.f("ck_period_sealed"),
        ),
        sa.CheckConstraint("state IN ('open', 'draft', 'closed')", name=op.f("ck_period_state")),
        sa.PrimaryKeyConstraint("id", name="pk_period"),
        sa.UniqueConstraint("month", name="uq_period_month"),
        sqlite_strict=True,
    )
    op.create_table(
        "printing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_printing"),
        sqlite_strict=True,
    )
    op.create_index("ix_printing_paper", "printing", ["paper", "row_id"], unique=False)
    op.create_table(
        "rulebook",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rulebook"),
        sa.UniqueConstraint("identity", "version", name="uq_rulebook_identity_version"),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.UniqueConstraint("key", name="uq_setting_key"),
        sqlite_strict=True,
    )
    op.create_table(
        "village",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("moo", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("collector", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_village"),
        sa.UniqueConstraint("moo", name="uq_village_moo"),
        sqlite_strict=True,
    )
    op.create_table(
        "bank_statement",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("stated_satang", SATANG, nullable=False),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"], name="fk_bank_statement_bank_id"),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name="fk_bank_statement_period_id"),
        sa.PrimaryKeyConstraint("period_id", "bank_id", name="pk_bank_statement"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "import_member",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name="fk_import_member_batch_id"),
        sa.PrimaryKeyConstraint("batch_id", "member_id", name="pk_import_member"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_no", sa.Text(), nullable=False),
        sa.Column("national_id", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("name_sort", sa.Text(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Text(), nullable=True),
        sa.Column("house_no", sa.Text(), nullable=True),
        sa.Column("house_sort", sa.Text(), nullable=False),
        sa.Column("village_id", sa.Integer(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("heir_name", sa.Text(), nullable=True),
        sa.Column("heir_relation", sa.Text(), nullable=True),
        sa.Column("cadence", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["village_id"], ["village.id"], name="fk_member_village_id"),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.UniqueConstraint("member_no", name="uq_member_member_no"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_member_national_id",
        "member",
        ["national_id"],
        unique=True,
        sqlite_where=sa.text("national_id IS NOT NULL"),
        postgresql_where=sa.text("national_id IS NOT NULL"),
    )
    op.create_index("ix_member_village_id", "member", ["village_id", "house_sort", "name_sort"], unique=False)
    op.create_table(
        "period_balance",
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("pool", sa.Text(), nullable=False),
        sa.Column("moved_debit_satang", SATANG, nullable=False),
        sa.Column("moved_credit_satang", SATANG, nullable=False),
        sa.Column("balance_satang", SATANG, nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.code"], name="fk_period_balance_account"),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name="fk_period_balance_period_id"),
        sa.PrimaryKeyConstraint("period_id", "account", "pool", name="pk_period_balance"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("village_id", sa.Integer(), nullable=False),
        sa.Column("collector", sa.Text(), nullable=True),
        sa.Column("returned_on", sa.Text(), nullable=False),
        sa.Column("sheet_satang", SATANG, nullable=False),
        sa.Column("counted_satang", SATANG, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["village_id"], ["village.id"], name="fk_round_village_id"),
        sa.PrimaryKeyConstraint("id", name="pk_round"),
        sa.UniqueConstraint("fiscal_year", "number", name="uq_round_fiscal_year_number"),
        sa.UniqueConstraint("token", name="uq_round_token"),
        sqlite_strict=True,
    )
    op.create_index("ix_round_month", "round", ["month", "village_id"], unique=False)
    op.create_table(
        "story",
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["no"], ["link.no"], name="fk_story_no"),
        sa.PrimaryKeyConstraint("no", name="pk_story"),
        sqlite_strict=True,
    )
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("reverses_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "(reverses_id IS NULL) = (kind <> 'reversal')", name=op.f("ck_entry_reversal_names_entry")
        ),
        sa.CheckConstraint(
            "kind IN ('opening', 'contribution', 'grant', 'donation', 'interest', 'other_income', 'expense', 'benefit', 'bank_transfer', 'hand_in', 'cash_difference', 'pool_transfer', 'reversal')",
            name=op.f("ck_entry_kind"),
        ),
        sa.CheckConstraint("state IN ('draft', 'posted')", name=op.f("ck_entry_state")),
        sa.CheckConstraint(
            "reverses_id IS NULL OR length(trim(reason)) > 0", name=op.f("ck_entry_reversal_has_reason")
        ),
        sa.CheckConstraint("reverses_id IS NULL OR reverses_id < id", name=op.f("ck_entry_reverses_earlier")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_entry_member_id"),
        sa.ForeignKeyConstraint(["reverses_id"], ["entry.id"], name="fk_entry_reverses_id"),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name="fk_entry_round_id"),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_entry_member_id",
        "entry",
        ["member_id", "date"],
        unique=False,
        sqlite_where=sa.text("member_id IS NOT NULL"),
        postgresql_where=sa.text("member_id IS NOT NULL"),
    )
    op.create_index("ix_entry_month", "entry", ["month", "date", "id"], unique=False)
    op.create_index(
        "ix_entry_reverses_id",
        "entry",
        ["reverses_id"],
        unique=True,
        sqlite_where=sa.text("reverses_id IS NOT NULL"),
        postgresql_where=sa.text("reverses_id IS NOT NULL"),
    )
    op.create_index(
        "ix_entry_round_id",
        "entry",
        ["round_id"],
        unique=False,
        sqlite_where=sa.text("round_id IS NOT NULL"),
        postgresql_where=sa.text("round_id IS NOT NULL"),
    )
    op.create_table(
        "spell",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Text(), nullable=False),
        sa.Column("applied_on", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("coverage_known", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("coverage_known IN (0, 1)", name=op.f("ck_spell_known")),
        sa.CheckConstraint(
            "cause IN ('resigned', 'died', 'lapsed', 'moved', 'unqualified')", name=op.f("ck_spell_cause")
        ),
        sa.CheckConstraint("(ended_on IS NULL) = (cause IS NULL)", name=op.f("ck_spell_ended_with_cause")),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= starts_on", name=op.f("ck_spell_ends_after_start")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_spell_member_id"),
        sa.PrimaryKeyConstraint("id", name="pk_spell"),
        sqlite_strict=True,
    )
    op.create_index("ix_spell_member_id", "spell", ["member_id", "starts_on"], unique=False)
    op.create_index(
        "ix_spell_open",
        "spell",
        ["member_id"],
        unique=True,
        sqlite_where=sa.text("ended_on IS NULL"),
        postgresql_where=sa.text("ended_on IS NULL"),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("spell_id", sa.Integer(), nullable=True),
        sa.Column("benefit", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("event_on", sa.Text(), nullable=False),
        sa.Column("claimed_on", sa.Text(), nullable=False),
        sa.Column("once_key", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "state IN ('requested', 'pending', 'approved', 'refused', 'paid', 'reversed', 'withdrawn')",
            name=op.f("ck_claim_state"),
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_claim_member_id"),
        sa.ForeignKeyConstraint(["spell_id"], ["spell.id"], name="fk_claim_spell_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.UniqueConstraint("fiscal_year", "number", name="uq_claim_fiscal_year_number"),
        sqlite_strict=True,
    )
    op.create_index("ix_claim_member_id", "claim", ["member_id", "event_on"], unique=False)
    op.create_index(
        "ix_claim_once_key",
        "claim",
        ["once_key"],
        unique=True,
        sqlite_where=sa.text("once_key IS NOT NULL AND state IN ('approved', 'paid')"),
        postgresql_where=sa.text("once_key IS NOT NULL AND state IN ('approved', 'paid')"),
    )
    op.create_index("ix_claim_state", "claim", ["state"], unique=False)
    op.create_table(
        "coverage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("spell_id", sa.Integer(), nullable=False),
        sa.Column("first_month", sa.Integer(), nullable=False),
        sa.Column("last_month", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("covered_on", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("reversed_by", sa.Integer(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "(kind IN ('payment', 'setoff')) = (entry_id IS NOT NULL)",
            name=op.f("ck_coverage_money_has_entry"),
        ),
        sa.CheckConstraint(
            "kind IN ('payment', 'setoff', 'exempt', 'waiver', 'declared')", name=op.f("ck_coverage_kind")
        ),
        sa.CheckConstraint("first_month <= last_month", name=op.f("ck_coverage_order")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_coverage_entry_id"),
        sa.ForeignKeyConstraint(["reversed_by"], ["entry.id"], name="fk_coverage_reversed_by"),
        sa.ForeignKeyConstraint(["spell_id"], ["spell.id"], name="fk_coverage_spell_id"),
        sa.PrimaryKeyConstraint("id", name="pk_coverage"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_coverage_entry_id",
        "coverage",
        ["entry_id"],
        unique=False,
        sqlite_where=sa.text("entry_id IS NOT NULL"),
        postgresql_where=sa.text("entry_id IS NOT NULL"),
    )
    op.create_index("ix_coverage_last_month", "coverage", ["last_month"], unique=False)
    op.create_index(
        "ix_coverage_spell_id",
        "coverage",
        ["spell_id", "first_month", "last_month", "covered_on", "reversed_by"],
        unique=False,
    )
    op.create_table(
        "line",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("pool", sa.Text(), nullable=True),
        sa.Column("debit_satang", SATANG, nullable=False),
        sa.Column("credit_satang", SATANG, nullable=False),
        sa.CheckConstraint(
            "(substr(account, 1, 1) = '1') = (pool IS NULL)", name=op.f("ck_line_pool_but_for_assets")
        ),
        sa.CheckConstraint("(debit_satang = 0) <> (credit_satang = 0)", name=op.f("ck_line_one_side")),
        sa.CheckConstraint("debit_satang >= 0 AND credit_satang >= 0", name=op.f("ck_line_positive")),
        sa.ForeignKeyConstraint(["account"], ["account.code"], name="fk_line_account"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_line_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", "line_no", name="pk_line"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("book", sa.Integer(), nullable=False),
        sa.Column("leaf", sa.Integer(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("spell_id", sa.Integer(), nullable=True),
        sa.Column("payer", sa.Text(), nullable=False),
        sa.Column("amount_satang", SATANG, nullable=False),
        sa.Column("credit_satang", SATANG, nullable=False),
        sa.Column("paid_through", sa.Integer(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("amount_satang > 0", name=op.f("ck_receipt_amount")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_receipt_entry_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_receipt_member_id"),
        sa.ForeignKeyConstraint(["spell_id"], ["spell.id"], name="fk_receipt_spell_id"),
        sa.PrimaryKeyConstraint("id", name="pk_receipt"),
        sa.UniqueConstraint("entry_id", name="uq_receipt_entry_id"),
        sa.UniqueConstraint("fiscal_year", "book", "leaf", name="uq_receipt_fiscal_year_book_leaf"),
        sa.UniqueConstraint("fiscal_year", "number", name="uq_receipt_fiscal_year_number"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_receipt_credit",
        "receipt",
        ["spell_id"],
        unique=False,
        sqlite_where=sa.text("credit_satang <> 0"),
        postgresql_where=sa.text("credit_satang <> 0"),
    )
    op.create_index("ix_receipt_member_id", "receipt", ["member_id", "date"], unique=False)
    op.create_table(
        "voucher",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("payee", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("amount_satang", SATANG, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("amount_satang >= 0", name=op.f("ck_voucher_amount")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_voucher_entry_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_voucher_member_id"),
        sa.PrimaryKeyConstraint("id", name="pk_voucher"),
        sa.UniqueConstraint("entry_id", name="uq_voucher_entry_id"),
        sa.UniqueConstraint("fiscal_year", "number", name="uq_voucher_fiscal_year_number"),
        sqlite_strict=True,
    )
    op.create_table(
        "decision",
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
        sa.CheckConstraint("result IN ('PAY', 'REFUSE', 'PENDING')", name=op.f("ck_decision_result")),
        sa.CheckConstraint(
            "net_satang >= 0 AND net_satang = gross_satang - setoff_satang", name=op.f("ck_decision_net")
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_decision_claim_id"),
        sa.ForeignKeyConstraint(["rulebook_id"], ["rulebook.id"], name="fk_decision_rulebook_id"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sqlite_strict=True,
    )
    op.create_index("ix_decision_claim_id", "decision", ["claim_id"], unique=False)
    op.create_table(
        "payment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("share_no", sa.Integer(), nullable=False),
        sa.Column("payee", sa.Text(), nullable=False),
        sa.Column("gross_satang", SATANG, nullable=False),
        sa.Column("net_satang", SATANG, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("reversed_by", sa.Integer(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("net_satang >= 0 AND gross_satang >= net_satang", name=op.f("ck_payment_amount")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_payment_claim_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_payment_entry_id"),
        sa.ForeignKeyConstraint(["reversed_by"], ["entry.id"], name="fk_payment_reversed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_payment"),
        sa.UniqueConstraint("entry_id", name="uq_payment_entry_id"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_payment_share",
        "payment",
        ["claim_id", "share_no"],
        unique=True,
        sqlite_where=sa.text("reversed_by IS NULL"),
        postgresql_where=sa.text("reversed_by IS NULL"),
    )
    op.create_table(
        "receipt_line",
        sa.Column("receipt_id", sa.Integer(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount_satang", SATANG, nullable=False),
        sa.Column("first_month", sa.Integer(), nullable=True),
        sa.Column("last_month", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('entry_fee', 'contribution', 'part_payment', 'setoff', 'grant', 'donation', 'interest', 'other')",
            name=op.f("ck_receipt_line_kind"),
        ),
        sa.ForeignKeyConstraint(["receipt_id"], ["receipt.id"], name="fk_receipt_line_receipt_id"),
        sa.PrimaryKeyConstraint("receipt_id", "line_no", name="pk_receipt_line"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
