"""The books: accounts, periods, entries with lines, receipts, vouchers, coverage, rounds."""

from __future__ import annotations

import sqlalchemy as sa

from wangfund.store.columns import day, id_column, month, number, one_of, ref, salt_column, text, where
from wangfund.store.tables.metadata import metadata

account = sa.Table(
    "account",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    text("name", required=False),
    sqlite_strict=True,
)

PERIOD_STATES = ("open", "draft", "closed")

period = sa.Table(
    "period",
    metadata,
    month("month"),
    id_column(),
    text("state"),
    day("counted_on", required=False),
    number("counted_cash_satang", required=False),
    number("last_entry_id", required=False),
    text("resolution", required=False),
    day("closed_on", required=False),
    number("head_no", required=False),
    sa.Column("head_hash", sa.LargeBinary),
    salt_column(),
    one_of("state", PERIOD_STATES, "state"),
    sa.CheckConstraint(
        "state <> 'closed' OR (resolution IS NOT NULL AND head_hash IS NOT NULL)", name="sealed"
    ),
    sa.UniqueConstraint("month"),
    sqlite_strict=True,
)

period_balance = sa.Table(
    "period_balance",
    metadata,
    sa.Column("period_id", sa.Integer, sa.ForeignKey("period.id"), primary_key=True),
    sa.Column("account", sa.Text, sa.ForeignKey("account.code"), primary_key=True),
    sa.Column("pool", sa.Text, primary_key=True),
    number("moved_debit_satang"),
    number("moved_credit_satang"),
    number("balance_satang"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

bank_statement = sa.Table(
    "bank_statement",
    metadata,
    sa.Column("period_id", sa.Integer, sa.ForeignKey("period.id"), primary_key=True),
    sa.Column("bank_id", sa.Integer, sa.ForeignKey("bank.id"), primary_key=True),
    number("stated_satang"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

ENTRY_KINDS = (
    "opening",
    "contribution",
    "grant",
    "donation",
    "interest",
    "other_income",
    "expense",
    "benefit",
    "bank_transfer",
    "hand_in",
    "cash_difference",
    "pool_transfer",
    "reversal",
)

round_ = sa.Table(
    "round",
    metadata,
    id_column(),
    text("token"),
    number("fiscal_year"),
    number("number"),
    month("month"),
    ref("village_id", "village"),
    text("collector", required=False),
    day("returned_on"),
    number("sheet_satang"),
    number("counted_satang"),
    salt_column(),
    sa.UniqueConstraint("token"),
    sa.UniqueConstraint("fiscal_year", "number"),
    sa.Index("ix_round_month", "month", "village_id"),
    sqlite_strict=True,
)

entry = sa.Table(
    "entry",
    metadata,
    id_column(),
    day("date"),
    month("month"),
    text("kind"),
    text("state"),
    text("who", required=False),
    text("note", required=False),
    text("resolution", required=False),
    ref("member_id", "member", required=False),
    ref("round_id", "round", required=False),
    sa.Column("reverses_id", sa.Integer, sa.ForeignKey("entry.id")),
    text("reason", required=False),
    salt_column(),
    one_of("kind", ENTRY_KINDS, "kind"),
    one_of("state", ("draft", "posted"), "state"),
    sa.CheckConstraint("(reverses_id IS NULL) = (kind <> 'reversal')", name="reversal_names_entry"),
    sa.CheckConstraint("reverses_id IS NULL OR length(trim(reason)) > 0", name="reversal_has_reason"),
    sa.CheckConstraint("reverses_id IS NULL OR reverses_id < id", name="reverses_earlier"),
    sa.Index("ix_entry_month", "month", "date", "id"),
    sa.Index("ix_entry_member_id", "member_id", "date", **where("member_id IS NOT NULL")),
    sa.Index("ix_entry_reverses_id", "reverses_id", unique=True, **where("reverses_id IS NOT NULL")),
    sa.Index("ix_entry_round_id", "round_id", **where("round_id IS NOT NULL")),
    sqlite_strict=True,
)

line = sa.Table(
    "line",
    metadata,
    sa.Column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), primary_key=True),
    sa.Column("line_no", sa.Integer, primary_key=True),
    sa.Column("account", sa.Text, sa.ForeignKey("account.code"), nullable=False),
    text("pool", required=False),
    number("debit_satang"),
    number("credit_satang"),
    sa.CheckConstraint("debit_satang >= 0 AND credit_satang >= 0", name="positive"),
    sa.CheckConstraint("(debit_satang = 0) <> (credit_satang = 0)", name="one_side"),
    sa.CheckConstraint("(substr(account, 1, 1) = '1') = (pool IS NULL)", name="pool_but_for_assets"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

receipt = sa.Table(
    "receipt",
    metadata,
    id_column(),
    number("fiscal_year"),
    number("number"),
    number("book"),
    number("leaf"),
    day("date"),
    ref("entry_id", "entry"),
    ref("member_id", "member", required=False),
    ref("spell_id", "spell", required=False),
    text("payer"),
    number("amount_satang"),
    number("credit_satang"),
    month("paid_through", required=False),
    salt_column(),
    sa.CheckConstraint("amount_satang > 0", name="amount"),
    sa.UniqueConstraint("fiscal_year", "number"),
    sa.UniqueConstraint("fiscal_year", "book", "leaf"),
    sa.UniqueConstraint("entry_id"),
    # Few receipts leave a credit, and every sheet asks for those that do.
    sa.Index("ix_receipt_credit", "spell_id", **where("credit_satang <> 0")),
    sa.Index("ix_receipt_member_id", "member_id", "date"),
    sqlite_strict=True,
)

RECEIPT_LINE_KINDS = (
    "entry_fee",
    "contribution",
    "part_payment",
    "setoff",
    "grant",
    "donation",
    "interest",
    "other",
)

receipt_line = sa.Table(
    "receipt_line",
    metadata,
    sa.Column("receipt_id", sa.Integer, sa.ForeignKey("receipt.id"), primary_key=True),
    sa.Column("line_no", sa.Integer, primary_key=True),
    text("kind"),
    number("amount_satang"),
    month("first_month", required=False),
    month("last_month", required=False),
    text("note", required=False),
    one_of("kind", RECEIPT_LINE_KINDS, "kind"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

voucher = sa.Table(
    "voucher",
    metadata,
    id_column(),
    number("fiscal_year"),
    number("number"),
    day("date"),
    ref("entry_id", "entry"),
    text("payee"),
    ref("member_id", "member", required=False),
    number("amount_satang"),
    text("note", required=False),
    salt_column(),
    sa.UniqueConstraint("fiscal_year", "number"),
    sa.UniqueConstraint("entry_id"),
    sa.CheckConstraint("amount_satang >= 0", name="amount"),
    sqlite_strict=True,
)

COVERAGE_KINDS = ("payment", "setoff", "exempt", "waiver", "declared")

coverage = sa.Table(
    "coverage",
    metadata,
    id_column(),
    ref("spell_id", "spell"),
    month("first_month"),
    month("last_month"),
    text("kind"),
    day("covered_on"),
    ref("entry_id", "entry", required=False),
    text("resolution", required=False),
    ref("reversed_by", "entry", required=False),
    salt_column(),
    one_of("kind", COVERAGE_KINDS, "kind"),
    sa.CheckConstraint("first_month <= last_month", name="order"),
    sa.CheckConstraint("(kind IN ('payment', 'setoff')) = (entry_id IS NOT NULL)", name="money_has_entry"),
    sa.Index("ix_coverage_spell_id", "spell_id", "first_month", "last_month", "covered_on", "reversed_by"),
    sa.Index("ix_coverage_last_month", "last_month"),
    sa.Index("ix_coverage_entry_id", "entry_id", **where("entry_id IS NOT NULL")),
    sqlite_strict=True,
)
