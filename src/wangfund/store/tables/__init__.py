"""The tables of a fund file. Made only through migrations/; a test holds the two equal."""

from wangfund.store.tables.claims import claim, decision, past_benefit, payment
from wangfund.store.tables.evidence import import_batch, import_member, link, printing, story
from wangfund.store.tables.metadata import metadata
from wangfund.store.tables.money import (
    account,
    bank_statement,
    coverage,
    entry,
    line,
    period,
    period_balance,
    receipt,
    receipt_line,
    round_,
    voucher,
)
from wangfund.store.tables.people import bank, member, officer, rulebook, setting, spell, village

__all__ = [
    "account",
    "bank",
    "bank_statement",
    "claim",
    "coverage",
    "decision",
    "entry",
    "import_batch",
    "import_member",
    "line",
    "link",
    "member",
    "metadata",
    "officer",
    "past_benefit",
    "payment",
    "period",
    "period_balance",
    "printing",
    "receipt",
    "receipt_line",
    "round_",
    "rulebook",
    "setting",
    "spell",
    "story",
    "village",
    "voucher",
]
