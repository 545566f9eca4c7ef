"""Which tables the chain holds, and which child rows belong to a row's digest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChainedTable:
    """A table whose every change makes a link; `parts` are (child table, its column naming our row)."""

    name: str
    key: str = "id"
    parts: tuple[tuple[str, str], ...] = ()


# The digest of an entry holds its lines, of a receipt its lines, of a month its balances and bank statements.
CHAINED = {
    table.name: table
    for table in (
        ChainedTable("setting"),
        ChainedTable("village"),
        ChainedTable("bank"),
        ChainedTable("officer"),
        ChainedTable("rulebook"),
        ChainedTable("import_batch", parts=(("import_member", "batch_id"),)),
        ChainedTable("member"),
        ChainedTable("spell"),
        ChainedTable("round"),
        ChainedTable("entry", parts=(("line", "entry_id"),)),
        ChainedTable("receipt", parts=(("receipt_line", "receipt_id"),)),
        ChainedTable("voucher"),
        ChainedTable("coverage"),
        ChainedTable("claim"),
        ChainedTable("decision"),
        ChainedTable("payment"),
        ChainedTable("past_benefit"),
        ChainedTable("period", parts=(("period_balance", "period_id"), ("bank_statement", "period_id"))),
    )
}
