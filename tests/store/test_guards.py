"""Every guard of the file attacked by somebody who speaks SQL."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.funds import TODAY, on, problems
from tests.store.attack import raw, sha256, tamper
from wangfund.store.books import Books
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import open_for_reading, open_fund
from wangfund.store.guards import GUARDS

# The busy fund: November 2026 is period 1 and closed, December is period 2 and a draft.
_CLOSED, _OPEN = "2026-11-15", "2026-12-02"


def draft(entry: int = 900, day: str = _OPEN, kind: str = "grant", more: str = "", values: str = "") -> str:
    month = day[:4] + day[5:7]
    return (
        f"INSERT INTO entry (id, date, month, kind, state, salt{more}) "
        f"VALUES ({entry}, '{day}', {month}, '{kind}', 'draft', zeroblob(16){values})"
    )


def line(number: int, account: str, pool: str, debit: int, credit: int, entry: int = 900) -> str:
    return f"INSERT INTO line VALUES ({entry}, {number}, '{account}', {pool}, {debit}, {credit})"


_BALANCED = (line(1, "1100", "NULL", 100, 0), line(2, "3400", "'welfare'", 0, 100))
_POST = "UPDATE entry SET state = 'posted' WHERE id = 900"
_REVERSAL = draft(
    kind="reversal",
    more=", reverses_id, reason",
    values=", (SELECT min(id) FROM entry WHERE kind = 'grant'), 'x'",
)


def numbered(table: str, number: str, rest: str) -> str:
    """Another row of a numbered table with a number of one's own choosing."""
    columns, values = zip(*(part.split("=", 1) for part in rest.split(";")), strict=True)
    return (
        f'INSERT INTO "{table}" (id, fiscal_year, number, salt, {", ".join(columns)}) VALUES '
        f"(900, 2026, {number}, zeroblob(16), {', '.join(values)})"
    )


_RECEIPT = "book=99;leaf=1;date='2026-12-01';entry_id=900;payer='x';amount_satang=1;credit_satang=0"
_VOUCHER = "date='2026-12-01';entry_id=900;payee='x';amount_satang=1"
_ROUND = "token='t';month=202612;village_id=1;returned_on='2026-12-01';sheet_satang=0;counted_satang=0"
_CLAIM = (
    "member_id=1;benefit='HOSP';facts='{}';event_on='2026-12-01';claimed_on='2026-12-01';state='requested'"
)
_BEFORE = (
    "INSERT INTO past_benefit SELECT 900, member_id, benefit, NULL, 2025, 1, 0, once_key, '',"
    " (SELECT id FROM import_batch WHERE kind = 'past_benefits'), zeroblob(16) FROM claim"
    " WHERE once_key IS NOT NULL AND {} LIMIT 1"
)
_NEXT = '(SELECT max(number) + 1 FROM "{}" WHERE fiscal_year = 2026)'
_DECIDED_AGAIN = (
    "INSERT INTO decision SELECT 900, claim_id, rulebook_id, {0}, 'OK', {1}, 0, {1}, units, '{{}}', 'x', decided_on,"
    " zeroblob(16), NULL FROM decision WHERE claim_id IN (SELECT id FROM claim WHERE {2}) LIMIT 1"
)
_PAID_AGAIN = (
    "INSERT INTO payment SELECT 900, claim_id, share_no, payee, gross_satang, net_satang, {}, NULL, zeroblob(16),"
    " 'x', NULL, NULL, NULL, NULL FROM payment WHERE reversed_by IS NOT NULL"
)
_HOLE = '(SELECT max(number) + 2 FROM "{}" WHERE fiscal_year = 2026)'

# Guard → attacks; of each attack the last statement must be the one refused, by that guard.
ATTACKS: dict[str, list[tuple[str, ...]]] = {
    "entry_born_draft": [(draft().replace("'draft'", "'posted'"),)],
    "entry_only_posted": [
        ("UPDATE entry SET note = 'x' WHERE id = 1",),
        ("UPDATE entry SET state = 'draft' WHERE id = 1",),
        ("UPDATE entry SET state = 'posted' WHERE id = 1",),
        ("UPDATE OR REPLACE entry SET id = 2 WHERE id = 1",),
        ("UPDATE OR IGNORE entry SET date = '2026-12-01' WHERE id = 1",),
        (draft(), *_BALANCED, "UPDATE entry SET state = 'posted', note = 'x' WHERE id = 900"),
        (draft(), *_BALANCED, "UPDATE entry SET id = 901, state = 'posted' WHERE id = 900"),
    ],
    "entry_balanced": [
        (draft(), _POST),
        (draft(), _BALANCED[0], _POST),
        (draft(), _BALANCED[0], line(2, "3400", "'welfare'", 0, 99), _POST),
    ],
    "entry_period_open": [
        (draft(day=_CLOSED), *_BALANCED, _POST),
        (draft(day="2026-10-31", kind="opening"), *_BALANCED, _POST),
        (draft(day="2027-05-01"), *_BALANCED, _POST),
    ],
    "entry_month_of_date": [(draft().replace("202612", "202611"),), (draft(day=_CLOSED).replace("202611", "202612"),)],
    "entry_mirror": [
        (_REVERSAL, *_BALANCED, _POST),
        (
            draft(kind="reversal", more=", reverses_id, reason", values=", (SELECT max(id) FROM entry WHERE kind = 'reversal'), 'x'"),
            "INSERT INTO line SELECT 900, line_no, account, pool, credit_satang, debit_satang FROM line"
            " WHERE entry_id = (SELECT max(id) FROM entry WHERE kind = 'reversal')",
            _POST,
        ),
    ],
    "entry_never_deleted": [
        ("DELETE FROM entry WHERE id = 1",),
        (draft(1).replace("INSERT", "INSERT OR REPLACE"),),
        (draft(1).replace("INSERT", "REPLACE"),),
        (draft(), "DELETE FROM entry WHERE id = 900"),
    ],
    "line_under_draft": [
        (line(9, "1100", "NULL", 1, 0, 1),),
        (line(1, "1100", "NULL", 1, 0, 1).replace("INSERT", "INSERT OR REPLACE"),),
        (line(1, "1100", "NULL", 1, 0, 1) + " ON CONFLICT DO UPDATE SET debit_satang = 1",),
        (line(1, "1100", "NULL", 1, 0, 12345),),
        (draft(), *_BALANCED, _POST, line(3, "1100", "NULL", 1, 0)),
    ],
    "line_never_changed": [
        ("UPDATE line SET debit_satang = debit_satang + 1 WHERE debit_satang > 0",),
        ("UPDATE OR REPLACE line SET line_no = 1 WHERE line_no = 2",),
        ("UPDATE line SET entry_id = 2 WHERE entry_id = 1",),
        (draft(), *_BALANCED, _BALANCED[0] + " ON CONFLICT DO UPDATE SET debit_satang = 1"),
    ],
    "line_never_deleted": [
        ("DELETE FROM line",),
        (draft(), *_BALANCED, _BALANCED[0].replace("INSERT", "INSERT OR REPLACE")),
    ],
    "receipt_number_gapless": [
        (numbered("receipt", _HOLE.format("receipt"), _RECEIPT),),
        (numbered("receipt", "1", _RECEIPT),),
        (numbered("receipt", "1", _RECEIPT).replace("INSERT", "INSERT OR REPLACE"),),
        ("INSERT OR REPLACE INTO receipt SELECT * FROM receipt WHERE id = 1",),
    ],
    "receipt_never_changed": [
        ("UPDATE receipt SET amount_satang = 1",),
        ("UPDATE OR REPLACE receipt SET number = 2, leaf = 2 WHERE id = 1",),
    ],
    "receipt_never_deleted": [
        ("DELETE FROM receipt WHERE id = (SELECT max(id) FROM receipt)",),
        (
            numbered("receipt", _HOLE.format("receipt").replace("+ 2", "+ 1"), _RECEIPT)
            .replace("900, 2026", "1, 2026")
            .replace("INSERT", "REPLACE"),
        ),
    ],
    "receipt_line_never_changed": [
        ("UPDATE receipt_line SET last_month = 202912",),
        ("INSERT INTO receipt_line SELECT * FROM receipt_line WHERE true ON CONFLICT DO UPDATE SET amount_satang = 1",),
    ],
    "receipt_line_never_deleted": [
        ("DELETE FROM receipt_line WHERE receipt_id = 1",),
        ("INSERT OR REPLACE INTO receipt_line SELECT * FROM receipt_line",),
    ],
    "voucher_number_gapless": [
        (numbered("voucher", _HOLE.format("voucher"), _VOUCHER),),
        ("INSERT OR REPLACE INTO voucher SELECT * FROM voucher WHERE id = 1",),
    ],
    "voucher_never_changed": [("UPDATE voucher SET payee = 'x' WHERE id = 1",)],
    "voucher_never_deleted": [
        ("DELETE FROM voucher WHERE id = (SELECT max(id) FROM voucher)",),
        (
            numbered("voucher", _HOLE.format("voucher").replace("+ 2", "+ 1"), _VOUCHER)
            .replace("900, 2026", "1, 2026")
            .replace("INSERT", "INSERT OR REPLACE"),
        ),
    ],
    "round_number_gapless": [(numbered("round", _HOLE.format("round"), _ROUND),)],
    "round_never_changed": [("UPDATE round SET counted_satang = counted_satang - 1",)],
    "round_never_deleted": [("DELETE FROM round WHERE id = 3",)],
    "coverage_no_overlap": [
        ("INSERT INTO coverage SELECT 900, spell_id, last_month, last_month, kind, covered_on, entry_id, resolution,"
         " NULL, salt FROM coverage WHERE reversed_by IS NULL LIMIT 1",),
        ("INSERT OR REPLACE INTO coverage SELECT * FROM coverage WHERE id = 1",),
    ],
    "coverage_only_reversed": [
        ("UPDATE coverage SET last_month = 203012 WHERE id = 1",),
        ("UPDATE coverage SET reversed_by = 5 WHERE kind = 'payment'",),
        ("UPDATE coverage SET reversed_by = NULL WHERE reversed_by IS NOT NULL",),
        ("UPDATE coverage SET spell_id = 2 WHERE id = 1",),
    ],
    "coverage_money_stays": [("DELETE FROM coverage WHERE kind = 'payment'",)],
    "claim_number_gapless": [(numbered("claim", _HOLE.format("claim"), _CLAIM),)],
    "claim_never_deleted": [("DELETE FROM claim WHERE id = 1",)],
    "claim_facts_stay": [
        ("UPDATE claim SET number = 99 WHERE id = 1",),
        ("UPDATE claim SET facts = '{}' WHERE state = 'paid'",),
        ("UPDATE claim SET member_id = 2 WHERE id = 1",),
        ("UPDATE claim SET event_on = '2020-01-01' WHERE state = 'refused'",),
        ("UPDATE claim SET once_key = NULL WHERE state = 'paid'",),
        ("UPDATE claim SET claimed_on = '2020-01-01' WHERE state = 'requested'",),
    ],
    "claim_born_requested": [
        (numbered("claim", _NEXT.format("claim"), _CLAIM.replace("'requested'", "'approved'")),),
        (numbered("claim", _NEXT.format("claim"), _CLAIM.replace("'requested'", "'paid'")),),
    ],
    "claim_goes_its_way": [
        # Back to where its facts could be changed, or paid although the money came back, or taken back although paid.
        ("UPDATE claim SET state = 'requested' WHERE state = 'paid'",),
        ("UPDATE claim SET state = 'approved' WHERE state = 'paid'",),
        ("UPDATE claim SET state = 'withdrawn' WHERE state = 'paid'",),
        ("UPDATE claim SET state = 'pending' WHERE state = 'approved'",),
        ("UPDATE claim SET state = 'paid' WHERE state = 'approved'",),
        ("UPDATE claim SET state = 'approved' WHERE state = 'refused'",),
        ("UPDATE claim SET state = 'paid' WHERE state = 'requested'",),
    ],
    "decision_once": [
        (_DECIDED_AGAIN.format("'PAY'", "gross_satang * 2", "state = 'approved'"),),
        (_DECIDED_AGAIN.format("'PAY'", "99900", "state = 'refused'"),),
        (_DECIDED_AGAIN.format("'PENDING'", "0", "state = 'paid'"),),
    ],
    "payment_of_its_entry": [
        # The share that came back, booked once more without money, with another's money, or with money of another sort.
        (_PAID_AGAIN.format("(SELECT max(id) FROM entry WHERE kind = 'grant')"),),
        (_PAID_AGAIN.format("(SELECT entry_id FROM payment WHERE reversed_by IS NULL LIMIT 1)"),),
        (_PAID_AGAIN.format("99999"),),
        (_PAID_AGAIN.format("entry_id").replace("gross_satang, net", "gross_satang - 1, net"),),
    ],
    "decision_never_changed": [("UPDATE decision SET gross_satang = 1, net_satang = 1, setoff_satang = 0",)],
    "decision_never_deleted": [
        ("DELETE FROM decision WHERE id = 1",),
        ("INSERT OR REPLACE INTO decision SELECT * FROM decision WHERE id = 1",),
    ],
    "payment_within_decision": [
        ("INSERT INTO payment SELECT 900, claim_id, 2, payee, 1, 1, 1, NULL, salt, NULL, NULL, NULL, NULL, NULL FROM payment WHERE reversed_by IS NULL",),
        ("INSERT INTO payment SELECT 900, id, 1, 'x', 1, 1, 1, NULL, zeroblob(16), NULL, NULL, NULL, NULL, NULL FROM claim WHERE state = 'refused'",),
        ("INSERT INTO payment SELECT 900, id, 1, 'x', 1, 1, 1, NULL, zeroblob(16), NULL, NULL, NULL, NULL, NULL FROM claim WHERE state = 'requested'",),
        ("INSERT INTO payment SELECT 900, claim_id, 1, payee, gross_satang + 1, 1, 1, NULL, salt, NULL, NULL, NULL, NULL, NULL FROM payment"
         " WHERE reversed_by IS NOT NULL",),
    ],
    "payment_only_reversed": [
        ("UPDATE payment SET payee = 'x' WHERE id = 2",),
        ("UPDATE payment SET slip = 'x' WHERE id = 2",),
        ("UPDATE payment SET one_hand_reason = NULL, payer = 'x' WHERE id = 2",),
        ("UPDATE payment SET reversed_by = 1 WHERE reversed_by IS NULL",),
        ("UPDATE payment SET reversed_by = NULL WHERE reversed_by IS NOT NULL",),
    ],
    "payment_never_deleted": [("DELETE FROM payment WHERE id = 1",)],
    "past_benefit_never_changed": [
        ("UPDATE past_benefit SET gross_satang = 1",),
        ("UPDATE past_benefit SET member_id = 2, once_key = NULL WHERE id = 1",),
        ("UPDATE OR REPLACE past_benefit SET batch_id = 1 WHERE id = 1",),
    ],
    "past_benefit_only_undone": [
        ("DELETE FROM past_benefit",),
        ("UPDATE import_batch SET state = 'undone' WHERE kind <> 'past_benefits'", "DELETE FROM past_benefit WHERE id = 1"),
        ("INSERT OR REPLACE INTO past_benefit SELECT * FROM past_benefit",),
    ],
    "past_benefit_not_claimed": [
        (_BEFORE.format("state = 'paid'"),),
        ("UPDATE import_batch SET state = 'undone'", _BEFORE.format("state = 'requested'")),
    ],
    "claim_not_paid_before": [
        (_BEFORE.format("state = 'requested'"), "UPDATE claim SET state = 'approved' WHERE state = 'requested'"),
        (
            "INSERT INTO past_benefit SELECT 900, 1, 'X', NULL, 2025, 1, 0, 'fund:X', '', batch_id, salt FROM past_benefit",
            "UPDATE claim SET once_key = 'fund:X', state = 'approved' WHERE state = 'requested'",
        ),
    ],
    "period_closed_stays": [
        ("UPDATE period SET state = 'open' WHERE id = 1",),
        ("UPDATE period SET resolution = 'x' WHERE id = 1",),
        ("UPDATE OR REPLACE period SET month = 202612 WHERE id = 1",),
    ],
    "period_in_order": [
        (
            "INSERT INTO period (id, month, state, salt) VALUES (3, 202701, 'open', zeroblob(16))",
            "UPDATE period SET state = 'closed', resolution = 'x', head_no = 1, head_hash = zeroblob(32) WHERE id = 3",
        )
    ],
    "period_never_deleted": [
        ("DELETE FROM period WHERE id = 1",),
        ("INSERT OR REPLACE INTO period (id, month, state, salt) VALUES (1, 202611, 'open', zeroblob(16))",),
        ("REPLACE INTO period (id, month, state, salt) VALUES (9, 202611, 'open', zeroblob(16))",),
    ],
    "period_born_open": [
        ("INSERT INTO period (month, state, salt) VALUES (202701, 'draft', zeroblob(16))",),
        ("INSERT OR REPLACE INTO period SELECT * FROM period WHERE id = 1",),
    ],
    "period_balance_sealed_insert": [
        ("INSERT INTO period_balance VALUES (1, '5900', 'admin', 1, 0, 1)",),
        ("INSERT OR REPLACE INTO period_balance SELECT * FROM period_balance WHERE period_id = 1",),
    ],
    "period_balance_sealed_update": [
        ("UPDATE period_balance SET balance_satang = 0 WHERE period_id = 1",),
        ("UPDATE period_balance SET period_id = 2 WHERE period_id = 1",),
    ],
    "period_balance_sealed_delete": [("DELETE FROM period_balance",)],
    "bank_statement_sealed_insert": [
        ("INSERT INTO bank_statement VALUES (1, 1, 5) ON CONFLICT DO UPDATE SET stated_satang = 5",),
        ("INSERT OR REPLACE INTO bank_statement VALUES (1, 1, 5)",),
    ],
    "bank_statement_sealed_update": [("UPDATE bank_statement SET stated_satang = 5",)],
    "bank_statement_sealed_delete": [("DELETE FROM bank_statement",)],
    "rulebook_never_changed": [("UPDATE rulebook SET source = ''",)],
    "rulebook_never_deleted": [
        ("DELETE FROM rulebook",),
        ("INSERT OR REPLACE INTO rulebook SELECT * FROM rulebook",),
    ],
    "link_never_changed": [("UPDATE link SET who = 'x' WHERE no = 3",), ("UPDATE link SET hash = zeroblob(32)",)],
    "link_never_deleted": [("DELETE FROM link WHERE no = (SELECT max(no) FROM link)",)],
    "link_next_number": [
        ("INSERT INTO link SELECT max(no) + 2, at_utc, who, code, table_name, row_id, digest, hash FROM link",),
        ("INSERT OR REPLACE INTO link SELECT * FROM link WHERE no = 5",),
    ],
}  # fmt: skip


def test_every_guard_is_attacked() -> None:
    assert sorted(ATTACKS) == sorted(GUARDS)


@pytest.mark.parametrize("guard", sorted(ATTACKS))
def test_an_attack_is_refused_and_changes_nothing(busy: Path, guard: str) -> None:
    before = sha256(busy)
    for attack in ATTACKS[guard]:
        assert _refused_by(busy, attack) in GUARDS
        assert sha256(busy) == before


@pytest.mark.parametrize("guard", sorted(ATTACKS))
def test_each_guard_refuses_alone(busy: Path, guard: str) -> None:
    with raw(busy) as connection:
        for other in GUARDS.keys() - {guard}:
            connection.execute(f"DROP TRIGGER {other}")
    assert {_refused_by(busy, attack) for attack in ATTACKS[guard]} == {guard}


def _refused_by(path: Path, attack: tuple[str, ...]) -> str:
    *first, last = attack
    with raw(path) as connection:
        connection.execute("BEGIN")
        for statement in first:
            connection.execute(statement)
        with pytest.raises(sqlite3.IntegrityError) as refused:
            connection.execute(last)
        connection.execute("ROLLBACK")
    assert refused.value.sqlite_errorname == "SQLITE_CONSTRAINT_TRIGGER"
    return str(refused.value)


_ADDED_TO_ONLY = [
    "entry",
    "line",
    "receipt",
    "receipt_line",
    "voucher",
    "round",
    "decision",
    "payment",
    "past_benefit",
    "rulebook",
    "link",
]
_WAYS = (
    "UPDATE {0} SET {1} = {1}",
    "UPDATE OR REPLACE {0} SET {1} = {1}",
    "UPDATE OR IGNORE {0} SET {1} = {1}",
    "UPDATE OR ROLLBACK {0} SET {1} = {1}",
    "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
    "REPLACE INTO {0} SELECT * FROM {0}",
    "INSERT INTO {0} SELECT * FROM {0} WHERE true ON CONFLICT DO UPDATE SET {1} = excluded.{1}",
    "WITH x AS (SELECT 1) DELETE FROM {0}",
    "DELETE FROM {0}",
)


@pytest.mark.parametrize("table", _ADDED_TO_ONLY)
def test_no_way_of_sql_changes_what_is_only_added_to(busy: Path, table: str) -> None:
    before = sha256(busy)
    with raw(busy) as connection:
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        for way in _WAYS:
            for column in columns:
                with pytest.raises(sqlite3.IntegrityError):
                    connection.execute(way.format(f'"{table}"', column))
    assert sha256(busy) == before


def test_replace_slips_past_when_the_attacker_turns_recursive_triggers_off_but_verify_finds_it(
    busy: Path,
) -> None:
    with raw(busy, pragmas=("recursive_triggers=OFF", "foreign_keys=OFF")) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO receipt_line SELECT receipt_id, line_no, kind, amount_satang + 1, first_month,"
            " last_month, note FROM receipt_line WHERE receipt_id = 1"
        )
    with open_for_reading(busy, on(TODAY)) as books:
        assert "ROW_CHANGED receipt/1" in problems(books)


def test_a_strict_table_takes_no_value_of_another_kind(busy: Path) -> None:
    with raw(busy) as connection:
        for statement in (draft().replace("202612", "'dec'"), draft().replace("zeroblob(16)", "'salt'")):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)


@pytest.mark.parametrize("guard", sorted(GUARDS))
def test_a_guard_that_is_gone_is_found_at_opening_and_by_verify(busy: Path, guard: str) -> None:
    with raw(busy) as connection:
        connection.execute(f"DROP TRIGGER {guard}")
    before = sha256(busy)
    for opening in (open_fund, open_for_reading):
        with pytest.raises(StoreError) as refused:
            opening(busy, on(TODAY))
        assert (refused.value.code, refused.value.values["guards"]) == ("GUARDS_MISSING", guard)
    assert sha256(busy) == before
    with Books(busy, on(TODAY), readonly="TEST") as books:
        assert problems(books) == [f"GUARD_WRONG {guard}"]


def test_a_guard_made_harmless_and_one_not_ours_are_found(busy: Path) -> None:
    tamper(
        busy,
        "CREATE TRIGGER helpful AFTER INSERT ON entry BEGIN DELETE FROM story; END",
    )
    with raw(busy) as connection:
        connection.execute("DROP TRIGGER line_never_changed")
        connection.execute(GUARDS["line_never_changed"].replace("BEFORE UPDATE", "BEFORE UPDATE OF pool"))
    with pytest.raises(StoreError) as refused:
        open_fund(busy, on(TODAY))
    assert refused.value.values["guards"] == "helpful, line_never_changed"
