"""The journal adds up to our balances in a program that is not ours."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.documents.packs import DAY, drawn
from tests.documents.read_back import HOSTILE
from tests.funds import busy_bytes, on
from wangfund.documents.journal import journal_account, write_journal
from wangfund.domain.posting import Line
from wangfund.store.fund_file import open_fund
from wangfund.store.ledger import EntryRow, current_balances
from wangfund.thai.period import Period
from wangfund.usecases.ledger_rows import LedgerRows, ledger_rows

UTF8 = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def hledger(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["hledger", "-f", str(path), *words],
        capture_output=True,
        text=True,
        check=False,
        env=UTF8,
        timeout=60,
    )


def balances(path: Path, *words: str) -> dict[str, int]:
    """What hledger says of every account, in satang."""
    done = hledger(path, "bal", "--flat", "-O", "json", *words)
    assert done.returncode == 0, done.stderr
    rows, _ = json.loads(done.stdout)
    return {
        name: sum(
            a["aquantity"]["decimalMantissa"] * 10 ** (2 - a["aquantity"]["decimalPlaces"]) for a in amounts
        )
        for name, _, _, amounts in rows
    }


def entry(number: int, text: str, *, pool: str | None = "welfare", account: str = "3100") -> EntryRow:
    return EntryRow(
        number, date(2026, 11, 5), Period(2026, 11), "contribution", text, text, text, 1, None, None, text, None,
        (Line("1100", None, 3000, 0), Line(account, pool, 0, 3000)),
    )  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> tuple[LedgerRows, dict[tuple[str, str], int]]:
    path = tmp_path_factory.mktemp("fund") / "busy.wangfund"
    path.write_bytes(busy_bytes())
    with open_fund(path, on(DAY)) as books:
        rows = ledger_rows(books)
        with books.read() as r:
            return rows, current_balances(r)


@pytest.fixture(scope="module")
def journal(
    ledger: tuple[LedgerRows, dict[tuple[str, str], int]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    path = tmp_path_factory.mktemp("journal") / "fund.journal"
    rows, _ = ledger
    assert write_journal(rows.entries, path, rows.names) == len(rows.entries) > 30
    return path


def test_ledger_rows_are_every_entry_in_order_with_the_banks_names(
    ledger: tuple[LedgerRows, dict[tuple[str, str], int]],
) -> None:
    rows, _ = ledger
    assert [(e.date, e.id) for e in rows.entries] == sorted((e.date, e.id) for e in rows.entries)
    assert sorted(e.id for e in rows.entries) == list(range(1, len(rows.entries) + 1))
    assert rows.names == {"1201": "ธ.ก.ส. นาสุข"}


def test_hledger_finds_nothing_wrong(journal: Path) -> None:
    for checks in (("--strict",), ("accounts", "commodities", "balancedwithautoconversion", "ordereddates")):
        done = hledger(journal, "check", *checks)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_hledger_balances_equal_ours_by_account_and_pool(
    journal: Path, ledger: tuple[LedgerRows, dict[tuple[str, str], int]]
) -> None:
    _, ours = ledger
    want = {
        journal_account(Line(a, pool or None, 0, 0)): satang for (a, pool), satang in ours.items() if satang
    }
    assert balances(journal) == want
    for pool, satang in drawn()[2].pools:
        assert -sum(balances(journal, f":{pool}$").values()) == satang


def test_hledger_balances_at_a_months_end_equal_the_packs(journal: Path) -> None:
    sealed, draft, _ = drawn()
    for pack in (sealed, draft):
        end = ("-e", pack.month.plus(1).first_day.isoformat())
        assert sum(balances(journal, "assets", *end).values()) == pack.closing_satang
        moved = ("-b", pack.month.first_day.isoformat(), *end)
        assert -sum(balances(journal, "equity", "income", *moved).values()) == pack.received_month_satang
        assert sum(balances(journal, "expenses", *moved).values()) == pack.paid_month_satang


def test_journal_says_where_each_entry_stands_in_the_books(journal: Path) -> None:
    text = journal.read_text(encoding="utf-8")
    assert "2026-10-31 (1) ยอดยกมา\n    ; kind:opening, entry:1\n" in text
    assert "account assets:bank:1201  ; ธ.ก.ส. นาสุข\n" in text
    assert "; เก็บผิดคน\n" in text
    assert hledger(journal, "print", "tag:reverses").stdout.count("(") >= 2


def test_same_ledger_gives_the_same_bytes(
    journal: Path, ledger: tuple[LedgerRows, dict[tuple[str, str], int]], tmp_path: Path
) -> None:
    rows, _ = ledger
    write_journal(iter(rows.entries), tmp_path / "again.journal", rows.names)
    assert (tmp_path / "again.journal").read_bytes() == journal.read_bytes()


def test_hostile_words_change_no_amount_and_break_nothing(tmp_path: Path) -> None:
    rows = [entry(n, text) for n, text in enumerate(HOSTILE, 1)]
    rows += [replace(entry(100 + n, text), who="", resolution="") for n, text in enumerate(HOSTILE)]
    path = tmp_path / "hostile.journal"
    assert write_journal(rows, path, {"1100": "; alias x=y\ninclude secret\n"}) == 2 * len(HOSTILE)
    assert hledger(path, "check", "--strict").stderr == ""
    assert balances(path) == {"assets:cash:1100": 3000 * len(rows), "equity:3100:welfare": -3000 * len(rows)}


def test_pools_and_accounts_of_the_funds_own_never_share_a_name(tmp_path: Path) -> None:
    pools = ["กอง  หนึ่ง", "กอง หนึ่ง", "a:b", "a%3Ab", "x;y", "x  ; y", "(v)", "[b]", '"q"', "*", "ก"]
    rows = [entry(n, "ปกติ", pool=pool, account="3410") for n, pool in enumerate(pools, 1)]
    rows.append(entry(99, "ปกติ", pool="welfare", account="2100"))
    path = tmp_path / "pools.journal"
    write_journal(rows, path, {})
    assert hledger(path, "check", "--strict").stderr == ""
    found = balances(path)
    assert len(found) == len(pools) + 2
    assert sorted(found.values()) == [-3000] * (len(pools) + 1) + [3000 * len(rows)]


def test_ledger_without_entries_gives_a_journal_that_checks(tmp_path: Path) -> None:
    assert write_journal([], tmp_path / "empty.journal", {}) == 0
    assert hledger(tmp_path / "empty.journal", "check", "--strict").returncode == 0
