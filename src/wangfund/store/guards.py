"""The promises that would cost money to break, kept by the file itself.

Triggers live here and nowhere else: batch migrations drop them, so they are put back after every migration
and verified by name and by words at every opening.
"""

from __future__ import annotations

import sqlalchemy as sa


def _refuse(name: str, table: str, event: str, when: str = "") -> tuple[str, str]:
    condition = f" WHEN {when}" if when else ""
    return (
        name,
        f"CREATE TRIGGER {name} BEFORE {event} ON \"{table}\"{condition} BEGIN SELECT RAISE(ABORT, '{name}'); END",
    )


_SAME_BUT_STATE = " AND ".join(
    f"NEW.{column} IS OLD.{column}"
    for column in (
        [
            "id",
            "date",
            "month",
            "kind",
            "who",
            "note",
            "resolution",
            "member_id",
            "round_id",
            "reverses_id",
            "reason",
            "salt",
        ]
    )
)

_PERIOD_OPEN = (
    "NOT EXISTS (SELECT 1 FROM period WHERE month = NEW.month AND state <> 'closed')"
    " AND NOT ((NEW.kind = 'opening' OR (SELECT kind FROM entry WHERE id = NEW.reverses_id) IS 'opening')"
    " AND NEW.month < (SELECT min(month) FROM period)"
    " AND NOT EXISTS (SELECT 1 FROM period WHERE state = 'closed'))"
)

_UNBALANCED = (
    "(SELECT coalesce(sum(debit_satang), 0) FROM line WHERE entry_id = NEW.id) <= 0"
    " OR (SELECT sum(debit_satang) - sum(credit_satang) FROM line WHERE entry_id = NEW.id) <> 0"
)

_NOT_MIRROR = (
    "NEW.reverses_id IS NOT NULL AND ("
    "(SELECT count(*) FROM line WHERE entry_id = NEW.id) <> (SELECT count(*) FROM line WHERE entry_id = NEW.reverses_id)"
    " OR (SELECT state FROM entry WHERE id = NEW.reverses_id) <> 'posted'"
    " OR (SELECT kind FROM entry WHERE id = NEW.reverses_id) = 'reversal'"
    " OR EXISTS (SELECT 1 FROM line a WHERE a.entry_id = NEW.id AND NOT EXISTS (SELECT 1 FROM line b"
    " WHERE b.entry_id = NEW.reverses_id AND b.line_no = a.line_no AND b.account = a.account AND b.pool IS a.pool"
    " AND b.debit_satang = a.credit_satang AND b.credit_satang = a.debit_satang)))"
)

_OVERLAP = (
    "EXISTS (SELECT 1 FROM coverage WHERE spell_id = NEW.spell_id AND reversed_by IS NULL"
    " AND first_month <= NEW.last_month AND last_month >= NEW.first_month)"
)

_COVERAGE_CHANGED = (
    "OLD.reversed_by IS NOT NULL OR NEW.reversed_by IS NULL OR NOT ("
    + " AND ".join(
        f"NEW.{c} IS OLD.{c}"
        for c in [
            "id",
            "spell_id",
            "first_month",
            "last_month",
            "kind",
            "covered_on",
            "entry_id",
            "resolution",
            "salt",
        ]
    )
    + ") OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.reversed_by AND reverses_id = OLD.entry_id)"
)

_PAYMENT_CHANGED = (
    "OLD.reversed_by IS NOT NULL OR NEW.reversed_by IS NULL OR NOT ("
    + " AND ".join(
        f"NEW.{c} IS OLD.{c}"
        for c in [
            "id",
            "claim_id",
            "share_no",
            "payee",
            "gross_satang",
            "net_satang",
            "entry_id",
            "salt",
            "payer",
            "slip",
            "proxy",
            "proxy_papers",
            "one_hand_reason",
        ]
    )
    + ") OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.reversed_by AND reverses_id = OLD.entry_id)"
)

_LAST_DECISION = "FROM decision WHERE claim_id = NEW.claim_id ORDER BY id DESC LIMIT 1"

_OVERPAID = (
    f"coalesce((SELECT result {_LAST_DECISION}), '') <> 'PAY'"
    " OR coalesce((SELECT sum(gross_satang) FROM payment WHERE claim_id = NEW.claim_id AND reversed_by IS NULL), 0)"
    f" + NEW.gross_satang > (SELECT gross_satang {_LAST_DECISION})"
)

_OTHER_ENTRY = (
    "NOT EXISTS (SELECT 1 FROM entry e JOIN claim c ON c.id = NEW.claim_id JOIN voucher v ON v.entry_id = e.id"
    " WHERE e.id = NEW.entry_id AND e.kind = 'benefit' AND e.state = 'posted' AND e.member_id = c.member_id"
    " AND v.amount_satang = NEW.net_satang AND NEW.gross_satang ="
    " (SELECT sum(debit_satang) FROM line WHERE entry_id = e.id))"
)

_DECIDED = "EXISTS (SELECT 1 FROM decision WHERE claim_id = NEW.claim_id AND result <> 'PENDING')"

_STANDING = (
    "coalesce((SELECT sum(gross_satang) FROM payment WHERE claim_id = OLD.id AND reversed_by IS NULL), 0)"
)
_GROSS = "coalesce((SELECT gross_satang FROM decision WHERE claim_id = OLD.id ORDER BY id DESC LIMIT 1), 0)"
_WAYS = (
    ("requested", ("pending", "approved", "refused", "withdrawn"), ""),
    ("pending", ("approved", "refused", "withdrawn"), ""),
    ("approved", ("paid",), f"{_STANDING} = {_GROSS}"),
    ("approved", ("withdrawn",), f"{_STANDING} = 0"),
    ("paid", ("approved",), f"{_STANDING} < {_GROSS}"),
)
_WRONG_WAY = "NEW.state <> OLD.state AND NOT ({})".format(
    " OR ".join(
        f"(OLD.state = '{old}' AND NEW.state IN ({', '.join(repr(new) for new in news)})"
        + (f" AND {when})" if when else ")")
        for old, news, when in _WAYS
    )
)

_BATCH_STANDS = "(SELECT state FROM import_batch WHERE id = OLD.batch_id) IS NOT 'undone'"

_KEY_CLAIMED = (
    "(SELECT state FROM import_batch WHERE id = NEW.batch_id) IS NOT 'done'"
    " OR EXISTS (SELECT 1 FROM claim WHERE once_key = NEW.once_key AND state IN ('approved', 'paid'))"
)

_KEY_PAID_BEFORE = (
    "NEW.state = 'approved' AND OLD.state NOT IN ('approved', 'paid')"
    " AND EXISTS (SELECT 1 FROM past_benefit WHERE once_key = NEW.once_key)"
)

_PERIOD_CLOSED = "EXISTS (SELECT 1 FROM period WHERE id = {row}.period_id AND state = 'closed')"


def _numbered(table: str) -> tuple[str, str]:
    last = f'(SELECT coalesce(max(number), 0) FROM "{table}" WHERE fiscal_year = NEW.fiscal_year)'
    return _refuse(f"{table}_number_gapless", table, "INSERT", f"NEW.number <> {last} + 1")


GUARDS: dict[str, str] = dict(
    (
        # Entries are born as drafts, posted once when they balance in an open month, and never change again.
        _refuse("entry_born_draft", "entry", "INSERT", "NEW.state <> 'draft'"),
        _refuse(
            "entry_only_posted",
            "entry",
            "UPDATE",
            f"OLD.state <> 'draft' OR NEW.state <> 'posted' OR NOT ({_SAME_BUT_STATE})",
        ),
        _refuse("entry_balanced", "entry", "UPDATE", _UNBALANCED),
        _refuse("entry_period_open", "entry", "UPDATE", _PERIOD_OPEN),
        _refuse(
            "entry_month_of_date",
            "entry",
            "INSERT",
            "NEW.month <> CAST(substr(NEW.date, 1, 4) || substr(NEW.date, 6, 2) AS INTEGER)",
        ),
        _refuse("entry_mirror", "entry", "UPDATE", _NOT_MIRROR),
        _refuse("entry_never_deleted", "entry", "DELETE"),
        _refuse(
            "line_under_draft",
            "line",
            "INSERT",
            "(SELECT state FROM entry WHERE id = NEW.entry_id) IS NOT 'draft'",
        ),
        _refuse("line_never_changed", "line", "UPDATE"),
        _refuse("line_never_deleted", "line", "DELETE"),
        # Receipts and vouchers keep their numbers, without holes.
        _numbered("receipt"),
        _refuse("receipt_never_changed", "receipt", "UPDATE"),
        _refuse("receipt_never_deleted", "receipt", "DELETE"),
        _refuse("receipt_line_never_changed", "receipt_line", "UPDATE"),
        _refuse("receipt_line_never_deleted", "receipt_line", "DELETE"),
        _numbered("voucher"),
        _refuse("voucher_never_changed", "voucher", "UPDATE"),
        _refuse("voucher_never_deleted", "voucher", "DELETE"),
        _numbered("round"),
        _refuse("round_never_changed", "round", "UPDATE"),
        _refuse("round_never_deleted", "round", "DELETE"),
        # A month is covered once; only a reversal of its money opens it again.
        _refuse("coverage_no_overlap", "coverage", "INSERT", _OVERLAP),
        _refuse("coverage_only_reversed", "coverage", "UPDATE", _COVERAGE_CHANGED),
        _refuse("coverage_money_stays", "coverage", "DELETE", "OLD.entry_id IS NOT NULL"),
        # A claim's number stays; what was decided never changes; a share is paid once and never above the decision.
        _numbered("claim"),
        _refuse("claim_never_deleted", "claim", "DELETE"),
        _refuse(
            "claim_facts_stay",
            "claim",
            "UPDATE",
            "OLD.id IS NOT NEW.id OR OLD.number IS NOT NEW.number OR OLD.fiscal_year IS NOT NEW.fiscal_year OR OLD.member_id IS NOT NEW.member_id OR OLD.claimed_on IS NOT NEW.claimed_on OR (OLD.state NOT IN ('requested', 'pending') AND (OLD.facts IS NOT NEW.facts OR OLD.benefit IS NOT NEW.benefit OR OLD.event_on IS NOT NEW.event_on OR OLD.once_key IS NOT NEW.once_key OR OLD.spell_id IS NOT NEW.spell_id))",
        ),
        # A claim is born asked for, goes its way forward, is paid when all is paid, and is withdrawn when nothing is.
        _refuse("claim_born_requested", "claim", "INSERT", "NEW.state <> 'requested'"),
        _refuse("claim_goes_its_way", "claim", "UPDATE", _WRONG_WAY),
        _refuse("decision_once", "decision", "INSERT", _DECIDED),
        _refuse("decision_never_changed", "decision", "UPDATE"),
        _refuse("decision_never_deleted", "decision", "DELETE"),
        _refuse("payment_within_decision", "payment", "INSERT", _OVERPAID),
        _refuse("payment_of_its_entry", "payment", "INSERT", _OTHER_ENTRY),
        _refuse("payment_only_reversed", "payment", "UPDATE", _PAYMENT_CHANGED),
        _refuse("payment_never_deleted", "payment", "DELETE"),
        # What was paid before the books stays as it was said until its batch is taken back, and stands for no claim.
        _refuse("past_benefit_never_changed", "past_benefit", "UPDATE"),
        _refuse("past_benefit_only_undone", "past_benefit", "DELETE", _BATCH_STANDS),
        _refuse("past_benefit_not_claimed", "past_benefit", "INSERT", _KEY_CLAIMED),
        _refuse("claim_not_paid_before", "claim", "UPDATE", _KEY_PAID_BEFORE),
        # A closed month stays closed, and months close in order.
        _refuse("period_closed_stays", "period", "UPDATE", "OLD.state = 'closed'"),
        _refuse(
            "period_in_order",
            "period",
            "UPDATE",
            "NEW.state = 'closed' AND EXISTS (SELECT 1 FROM period WHERE month < NEW.month AND state <> 'closed')",
        ),
        _refuse("period_never_deleted", "period", "DELETE"),
        _refuse("period_born_open", "period", "INSERT", "NEW.state <> 'open'"),
        _refuse("period_balance_sealed_insert", "period_balance", "INSERT", _PERIOD_CLOSED.format(row="NEW")),
        _refuse("period_balance_sealed_update", "period_balance", "UPDATE", _PERIOD_CLOSED.format(row="OLD")),
        _refuse("period_balance_sealed_delete", "period_balance", "DELETE", _PERIOD_CLOSED.format(row="OLD")),
        _refuse("bank_statement_sealed_insert", "bank_statement", "INSERT", _PERIOD_CLOSED.format(row="NEW")),
        _refuse("bank_statement_sealed_update", "bank_statement", "UPDATE", _PERIOD_CLOSED.format(row="OLD")),
        _refuse("bank_statement_sealed_delete", "bank_statement", "DELETE", _PERIOD_CLOSED.format(row="OLD")),
        # The rulebooks in force and the chain are only added to.
        _refuse("rulebook_never_changed", "rulebook", "UPDATE"),
        _refuse("rulebook_never_deleted", "rulebook", "DELETE"),
        _refuse("link_never_changed", "link", "UPDATE"),
        _refuse("link_never_deleted", "link", "DELETE"),
        _refuse(
            "link_next_number", "link", "INSERT", "NEW.no <> (SELECT coalesce(max(no), 0) FROM link) + 1"
        ),
    )
)


def drop_triggers(connection: sa.Connection) -> None:
    """Take every trigger out, before a migration: SQLite renames no table while a trigger elsewhere names it. Writes."""
    names = connection.exec_driver_sql("SELECT name FROM main.sqlite_master WHERE type = 'trigger'").scalars()
    for name in list(names):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def install_guards(connection: sa.Connection) -> None:
    """Put every guard in place, and nothing but them. Writes."""
    drop_triggers(connection)
    for sql in GUARDS.values():
        connection.exec_driver_sql(sql)


def wrong_guards(connection: sa.Connection) -> tuple[str, ...]:
    """Names of guards that are missing, altered, or not ours, in alphabetical order. Reads only."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'")
    there = {row[0]: row[1] for row in rows}
    wrong = {name for name, sql in GUARDS.items() if there.get(name) != sql}
    return tuple(sorted(wrong | (there.keys() - GUARDS.keys())))
