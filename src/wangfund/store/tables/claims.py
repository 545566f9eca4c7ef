"""Claims, what was decided about them, what was paid, and what was paid before the books."""

from __future__ import annotations

import sqlalchemy as sa

from wangfund.store.columns import day, id_column, number, one_of, ref, salt_column, text, where
from wangfund.store.tables.metadata import metadata

CLAIM_STATES = ("requested", "pending", "approved", "refused", "paid", "reversed", "withdrawn")

claim = sa.Table(
    "claim",
    metadata,
    id_column(),
    number("fiscal_year"),
    number("number"),
    ref("member_id", "member"),
    ref("spell_id", "spell", required=False),
    text("benefit"),
    text("facts"),
    day("event_on"),
    day("claimed_on"),
    text("once_key", required=False),
    text("state"),
    salt_column(),
    one_of("state", CLAIM_STATES, "state"),
    sa.UniqueConstraint("fiscal_year", "number"),
    sa.Index("ix_claim_member_id", "member_id", "event_on"),
    sa.Index("ix_claim_state", "state"),
    sa.Index(
        "ix_claim_once_key",
        "once_key",
        unique=True,
        **where("once_key IS NOT NULL AND state IN ('approved', 'paid')"),
    ),
    sqlite_strict=True,
)

decision = sa.Table(
    "decision",
    metadata,
    id_column(),
    ref("claim_id", "claim"),
    ref("rulebook_id", "rulebook", required=False),
    text("result"),
    text("reason"),
    number("gross_satang"),
    number("setoff_satang"),
    number("net_satang"),
    number("units"),
    text("assessment"),
    text("resolution"),
    day("decided_on"),
    salt_column(),
    text("approver", required=False),
    one_of("result", ("PAY", "REFUSE", "PENDING"), "result"),
    sa.CheckConstraint("net_satang >= 0 AND net_satang = gross_satang - setoff_satang", name="net"),
    sa.Index("ix_decision_claim_id", "claim_id"),
    sqlite_strict=True,
)

payment = sa.Table(
    "payment",
    metadata,
    id_column(),
    ref("claim_id", "claim"),
    number("share_no"),
    text("payee"),
    number("gross_satang"),
    number("net_satang"),
    ref("entry_id", "entry"),
    ref("reversed_by", "entry", required=False),
    salt_column(),
    text("payer", required=False),
    text("slip", required=False),
    text("proxy", required=False),
    text("proxy_papers", required=False),
    text("one_hand_reason", required=False),
    sa.UniqueConstraint("entry_id"),
    sa.CheckConstraint("net_satang >= 0 AND gross_satang >= net_satang", name="amount"),
    sa.Index("ix_payment_share", "claim_id", "share_no", unique=True, **where("reversed_by IS NULL")),
    sqlite_strict=True,
)

past_benefit = sa.Table(
    "past_benefit",
    metadata,
    id_column(),
    ref("member_id", "member"),
    text("benefit"),
    day("event_on", required=False),
    number("year"),
    number("gross_satang"),
    number("units"),
    text("once_key", required=False),
    text("note"),
    ref("batch_id", "import_batch"),
    salt_column(),
    sa.CheckConstraint("gross_satang >= 0 AND units >= 0", name="amount"),
    sa.CheckConstraint("event_on IS NULL OR CAST(substr(event_on, 1, 4) AS INTEGER) = year", name="year"),
    sa.Index("ix_past_benefit_member_id", "member_id"),
    sa.Index("ix_past_benefit_batch_id", "batch_id"),
    sa.Index("ix_past_benefit_once_key", "once_key", unique=True, **where("once_key IS NOT NULL")),
    sqlite_strict=True,
)
