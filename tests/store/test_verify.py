"""What verify finds when somebody changed the file behind the program's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.funds import NOVEMBER, TODAY, on, problems, rows_of
from tests.prove.tampering import CHAIN_CODES, WATCHED, changed_cells, lost_rows
from tests.store.attack import NO_RULES, raw, sha256, tamper, without_guards
from wangfund.domain.fingerprint import fingerprint
from wangfund.store.books import Books
from wangfund.store.chain import GENESIS, link_hash
from wangfund.store.digest import row_digests
from wangfund.store.fund_file import open_for_reading, open_fund
from wangfund.store.periods import sealing_links
from wangfund.usecases.take_payment import TakePayment, take_payment
from wangfund.usecases.verify_fund import verify_fund


def found(path: Path) -> list[str]:
    with Books(path, on(TODAY), readonly="TEST") as books:
        return problems(books)


def test_a_whole_file_has_no_problems_and_verifying_changes_nothing(busy: Path, young: Path) -> None:
    before = sha256(busy)
    assert (found(busy), found(young)) == ([], [])
    assert sha256(busy) == before


def test_the_busy_fund_has_a_row_in_every_watched_table(busy: Path) -> None:
    with open_for_reading(busy, on(TODAY)) as books:
        assert [table for table in WATCHED if not rows_of(books, f'SELECT 1 FROM "{table}" LIMIT 1')] == []


def test_changing_any_one_column_is_found_by_the_chain(busy: Path) -> None:
    changes = list(changed_cells(busy, one_row_a_column=True))
    assert len(changes) > 180
    assert [f"{c.table}.{c.column}" for c in changes if not CHAIN_CODES & set(c.found)] == []


@pytest.mark.slow
def test_losing_any_row_is_found_by_the_chain(busy: Path) -> None:
    assert {change.table for change in lost_rows(busy) if not CHAIN_CODES & set(change.found)} == set()


def test_a_cell_changed_in_the_file_itself_is_found(busy: Path) -> None:
    tamper(busy, "UPDATE line SET debit_satang = debit_satang + 1 WHERE entry_id = 5 AND debit_satang > 0")
    assert {"ROW_CHANGED entry/5", "ENTRY_UNBALANCED entry/5", "TRIAL_BALANCE ledger"} <= set(found(busy))


@pytest.mark.parametrize(
    ("statements", "part"),
    [
        (["DROP INDEX ix_payment_share"], "index ix_payment_share"),
        (
            ["DROP INDEX ix_entry_reverses_id", "CREATE INDEX ix_entry_reverses_id ON entry (reverses_id)"],
            "index ix_entry_reverses_id",
        ),
        (["CREATE TABLE secret (x)"], "table secret"),
        (["CREATE VIEW shown AS SELECT 1"], "view shown"),
    ],
)
def test_a_promise_taken_out_of_the_tables_is_found(busy: Path, statements: list[str], part: str) -> None:
    tamper(busy, *statements)
    assert found(busy) == [f"SCHEMA_WRONG {part}"]


def test_a_row_put_in_is_found(busy: Path) -> None:
    tamper(
        busy,
        "INSERT INTO coverage SELECT 900, spell_id, 203001, 203012, kind, covered_on, entry_id, resolution, NULL, salt"
        " FROM coverage WHERE id = 1",
        "INSERT INTO receipt_line SELECT receipt_id, 9, kind, amount_satang, NULL, NULL, NULL FROM receipt_line WHERE receipt_id = 1",
        "INSERT INTO line SELECT 9999, line_no, account, pool, debit_satang, credit_satang FROM line WHERE entry_id = 1",
    )
    assert {"ROW_WITHOUT_LINK coverage/900", "ROW_CHANGED receipt/1", "ROW_WITHOUT_LINK line/9999"} <= set(
        found(busy)
    )


def test_two_rows_that_changed_places_are_found(busy: Path) -> None:
    tamper(
        busy,
        "UPDATE receipt SET payer = (SELECT payer FROM receipt WHERE id = 2) WHERE id = 1",
        "UPDATE spell SET salt = (SELECT salt FROM spell WHERE id = 3) WHERE id = 2",
    )
    assert {"ROW_CHANGED receipt/1", "ROW_CHANGED spell/2"} <= set(found(busy))


@pytest.mark.parametrize("which", ["1", "(SELECT max(no) FROM link)", "100"])
def test_a_link_taken_out_is_found_even_when_the_words_beside_it_are_erased(busy: Path, which: str) -> None:
    tamper(busy, "DELETE FROM story", f"DELETE FROM link WHERE no = {which}")
    assert any(p.split()[0] in CHAIN_CODES for p in found(busy))


def test_links_renumbered_over_a_gap_are_found(busy: Path) -> None:
    tamper(
        busy,
        "DELETE FROM story",
        "DELETE FROM link WHERE no = 50",
        "UPDATE link SET no = no - 1 WHERE no > 50",
    )
    assert any(p.startswith("LINK_BROKEN") for p in found(busy))


def test_words_erased_from_the_story_break_nothing(busy: Path) -> None:
    with raw(busy) as connection:
        connection.execute("UPDATE story SET facts = '{}' WHERE no < 100")
        connection.execute("DELETE FROM story WHERE no >= 100")
    assert found(busy) == []
    with open_fund(busy, on(TODAY)) as books:
        assert problems(books) == []


def test_the_newest_row_and_its_links_cut_off_together_leave_a_sealed_month_whole(busy: Path) -> None:
    """The chain cannot miss its own tail; what was sealed and printed it does hold."""
    tamper(busy, "DELETE FROM story", "DELETE FROM link WHERE no > (SELECT head_no FROM period WHERE id = 1)")
    assert any(p.startswith("ROW_CHANGED period/1") for p in found(busy))


def test_a_chain_forged_from_one_row_on_prints_another_fingerprint(busy: Path) -> None:
    """Whoever recomputes every hash passes the chain, but not the paper the committee signed."""
    with open_for_reading(busy, on(TODAY)) as books, books.read() as r:
        signed = {month: fingerprint(link) for month, link in sealing_links(r)}
    tamper(busy, "UPDATE receipt SET payer = 'ผู้อื่น' WHERE id = 1")
    _forge(busy)
    with open_for_reading(busy, on(TODAY)) as books:
        assert problems(books) == []
        assert verify_fund(books, signed[NOVEMBER]).fingerprint_period is None


def test_the_fingerprint_on_paper_names_its_month(busy: Path) -> None:
    with open_for_reading(busy, on(TODAY)) as books:
        with books.read() as r:
            ((month, link),) = sealing_links(r)
        printed = fingerprint(link)
        assert verify_fund(books, printed.lower().replace("-", " ")).fingerprint_period == month
        assert verify_fund(books, "0000-0000-0000").fingerprint_period is None
        assert verify_fund(books).problems == ()


def test_a_sealed_balance_rewritten_together_with_its_lines_is_found(busy: Path) -> None:
    tamper(
        busy,
        "UPDATE line SET debit_satang = debit_satang + 100 WHERE account = '5400'",
        "UPDATE line SET credit_satang = credit_satang + 100 WHERE account = '1100' AND entry_id ="
        " (SELECT entry_id FROM line WHERE account = '5400')",
    )
    told = found(busy)
    assert not any(p.startswith(("TRIAL", "ENTRY_UNBALANCED", "POOLS")) for p in told)
    assert "SEALED_BALANCE_DIFFERS period/202611" in told


def test_a_page_overwritten_is_told_without_a_crash(busy: Path) -> None:
    content = bytearray(busy.read_bytes())
    pages = len(content) // 4096
    for page in range(1, pages):
        spoilt = bytearray(content)
        spoilt[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
        busy.write_bytes(spoilt)
        try:
            told = found(busy)
        except Exception as error:  # noqa: BLE001 - the point of the test is which errors come
            assert type(error).__name__ == "StoreError", (page, error)
        else:
            assert told, page


def test_every_act_adds_links_and_the_words_beside_the_first(young: Path) -> None:
    with open_fund(young, on(TODAY)) as books:
        (before,) = rows_of(books, "SELECT max(no) FROM link")[0]
        take_payment(books, TakePayment("0001", 3000, TODAY), "นางเหรัญญิก")
        links = rows_of(
            books, f"SELECT table_name, who, code, at_utc FROM link WHERE no > {before} ORDER BY no"
        )
        assert {(who, code, at) for _, who, code, at in links} == {
            ("นางเหรัญญิก", "payment.taken", "2026-11-20T02:00:00+00:00")
        }
        assert [table for table, *_ in links] == ["entry", "receipt", "coverage"]
        assert rows_of(books, f"SELECT facts FROM story WHERE no = {before + 1}") == [
            ('{"amount_satang": 3000, "member_no": "0001"}',)
        ]


def _forge(path: Path) -> None:
    """Recompute every digest and hash, and the sealed head, as if nothing had been changed."""
    with Books(path, on(TODAY), readonly="TEST") as books, books.read() as r:
        now = row_digests(r.connection, "receipt", [1])[1]
    with raw(path, pragmas=NO_RULES) as connection, without_guards(connection):
        for _ in range(2):
            _rehash(connection, now)
            connection.execute(
                "UPDATE period SET head_hash = (SELECT hash FROM link WHERE no = head_no) WHERE id = 1"
            )
            with Books(path, on(TODAY), readonly="TEST") as books, books.read() as r:
                sealed = row_digests(r.connection, "period", [1])[1]
            connection.execute(
                "UPDATE link SET digest = ? WHERE no = (SELECT max(no) FROM link WHERE table_name = 'period' AND row_id = 1)",
                (sealed,),
            )
        _rehash(connection, now)


def _rehash(connection: sqlite3.Connection, receipt_1: bytes) -> None:
    connection.execute("UPDATE link SET digest = ? WHERE table_name = 'receipt' AND row_id = 1", (receipt_1,))
    previous = GENESIS
    for no, *rest in connection.execute(
        "SELECT no, at_utc, who, code, table_name, row_id, digest FROM link ORDER BY no"
    ).fetchall():
        previous = link_hash(previous, no, *rest)
        connection.execute("UPDATE link SET hash = ? WHERE no = ?", (previous, no))
