"""The province's workbook: the book's figures for people and for machines, and a sum that finds a changed file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.documents.packs import DAY, drawn
from tests.documents.read_back import HOSTILE, Reckoner, opened, rows_of, satang, sheet_of
from tests.funds import busy_bytes
from wangfund.documents.network_xlsx import render
from wangfund.documents.workbook.machine_rows import machine_rows
from wangfund.documents.workbook.summary_sheet import party_of
from wangfund.domain import accounts
from wangfund.domain.papers.network_book import VERSION, MemberCount, NetworkBook, SourceTotal
from wangfund.text.accounts import account_name

BEGIN = 5


@pytest.fixture
def book() -> NetworkBook:
    return drawn()[2]


@pytest.fixture
def path(book: NetworkBook, tmp_path: Path) -> Path:
    render(book, tmp_path / "n.xlsx", DAY)
    return tmp_path / "n.xlsx"


def machine(path: Path) -> tuple[dict[str, object], dict[str, list[list[object]]]]:
    """The machine sheet as a program of the province would read it: keys, and tables without their heads."""
    keys: dict[str, object] = {}
    tables: dict[str, list[list[object]]] = {}
    table = ""
    for row in rows_of(path, "machine"):
        first = row[0]
        if isinstance(first, str) and (found := re.fullmatch(r"\[(\w+)\]", first)):
            table = found[1]
            tables[table] = []
        elif table and first is not None:
            tables[table].append(row)
        elif isinstance(first, str):
            keys[first] = row[1]
    return keys, tables


def checksum_of(path: Path) -> str:
    """The checksum computed from the sheet alone, as the rule beside it says."""
    text = ""
    for row in rows_of(path, "machine"):
        cells = ["" if v is None else f"{v:.0f}" if isinstance(v, float) else str(v) for v in row]
        line = "\t".join(cells).rstrip("\t")
        if line and cells[0] != "checksum_sha256":
            text += line + "\n"
    return hashlib.sha256(text.encode()).hexdigest()


def test_machine_sheet_gives_version_days_and_satang(book: NetworkBook, path: Path) -> None:
    keys, _ = machine(path)
    assert (keys["format"], keys["version"]) == ("wangfund-network", VERSION)
    assert (keys["as_of"], keys["founded_on"], keys["full_year_day"]) == (
        "2026-12-03", "2012-01-01", "2026-09-30",
    )  # fmt: skip
    assert (keys["last_closed"], keys["fingerprint"]) == ("2026-11", book.fingerprint)
    names = (
        "villages", "villages_with_members", "members_ever", "members_now", "members_full_year", "population",
        "cash_satang", "bank_satang", "total_satang", "approved_unpaid_satang", "paid_ahead_satang",
    )  # fmt: skip
    assert {name: keys[name] for name in names} == {name: getattr(book, name) for name in names}


def test_machine_sheet_has_every_row_of_every_table(book: NetworkBook, path: Path) -> None:
    _, tables = machine(path)
    assert {name: len(rows) - 1 for name, rows in tables.items()} == {
        "pools": len(book.pools),
        "members": len(book.members),
        "contributions": len(book.contributions),
        "benefits": len(book.benefits),
        "sources": len(book.sources),
    }
    assert tables["members"][1:] == [[m.moo, m.village, m.kind, m.ever, m.current] for m in book.members]
    assert [row[:3] for row in tables["contributions"][1:]] == [
        [c.month.iso, c.receipts, c.satang] for c in book.contributions
    ]
    assert [row[:4] for row in tables["benefits"][1:]] == [
        [b.month.iso, b.account, b.cases, b.satang] for b in book.benefits
    ]
    assert [row[:3] for row in tables["sources"][1:]] == [
        [s.account, s.name or None, s.satang] for s in book.sources
    ]


def test_checksum_is_that_of_the_sheet_and_finds_a_changed_cell(path: Path) -> None:
    keys, _ = machine(path)
    assert keys["checksum_sha256"] == checksum_of(path)
    changed = openpyxl.load_workbook(path)
    cell = next(c for c in sheet_of(changed, "machine")["B"] if c.value == 13_911_100)
    cell.value = 13_911_101
    changed.save(path)
    assert machine(path)[0]["checksum_sha256"] != checksum_of(path)


def test_checksum_holds_with_hostile_names(book: NetworkBook, tmp_path: Path) -> None:
    members = tuple(MemberCount(n, text, "general", n, n) for n, text in enumerate(HOSTILE, 1))
    hostile = replace(
        book,
        head=replace(book.head, name="=1+1\n&P", phone="\t"),
        members=members,
        sources=(SourceTotal("1201", "=cmd|' /C calc'!A0", 5), SourceTotal("3100", "", 5)),
    )
    render(hostile, tmp_path / "n.xlsx", DAY)
    assert machine(tmp_path / "n.xlsx")[0]["checksum_sha256"] == checksum_of(tmp_path / "n.xlsx")
    formulas = Reckoner(tmp_path / "n.xlsx").formulas()
    assert all(text.startswith("ROUND(") for text in formulas.values())


def test_machine_rows_do_not_depend_on_the_day_of_export(book: NetworkBook, tmp_path: Path) -> None:
    render(book, tmp_path / "a.xlsx", DAY)
    render(book, tmp_path / "b.xlsx", date(2027, 1, 1))
    assert rows_of(tmp_path / "a.xlsx", "machine") == rows_of(tmp_path / "b.xlsx", "machine")
    assert machine_rows(book) == machine_rows(replace(book))


def test_members_stand_by_village_and_kind_and_add_up(book: NetworkBook, path: Path) -> None:
    head, *rows = rows_of(path, "สมาชิกรายหมู่")[BEGIN - 1 :]
    assert head[-2:] == ["รวม สะสม", "รวม ปัจจุบัน"]
    total = next(row for row in rows if row[0] == "รวม")
    assert total[-2:] == [book.members_ever, book.members_now]
    assert [row[0] for row in rows if isinstance(row[0], float)] == sorted({m.moo for m in book.members})


def test_contributions_and_benefits_stand_by_month(book: NetworkBook, path: Path) -> None:
    paid_in = rows_of(path, "เงินสมทบรายเดือน")[BEGIN : BEGIN + len(book.contributions)]
    assert [(row[0], row[2], satang(row[3])) for row in paid_in] == [
        (c.month.first_day, c.receipts, c.satang) for c in book.contributions
    ]
    paid_out = rows_of(path, "สวัสดิการรายเดือน")[BEGIN : BEGIN + len(book.benefits)]
    assert [(row[0], row[2], row[4], satang(row[5])) for row in paid_out] == [
        (b.month.first_day, b.account, b.cases, b.satang) for b in book.benefits
    ]


def test_kinds_of_welfare_are_all_of_the_form_with_a_year_of_their_own(
    book: NetworkBook, tmp_path: Path
) -> None:
    old = replace(book.benefits[0], month=book.benefits[0].month.plus(-12))
    render(replace(book, benefits=(old, *book.benefits)), tmp_path / "n.xlsx", DAY)
    rows = {row[0]: row for row in rows_of(tmp_path / "n.xlsx", "สวัสดิการตามประเภท")[BEGIN:]}
    assert {a for a in rows if str(a).startswith("51")} == {
        a for a in accounts.CHART if accounts.is_welfare(a)
    }
    assert rows["5102"][1:6] == [account_name("5102"), 2, 400, 1, 200]


def test_position_of_both_halves_is_equal(path: Path) -> None:
    rows = {row[0]: row[1] for row in rows_of(path, "ฐานะการเงิน")}
    assert satang(rows["รวมยอดบัญชีรายรับ"]) == satang(rows["รวมยอดบัญชีรายจ่าย"]) == 15_443_000


def test_sources_fall_to_the_three_parties() -> None:
    parties = {account: party_of(account) for account in accounts.CHART if accounts.is_source(account)}
    assert parties == {
        "3100": "community", "3200": "community", "3300": "state", "3400": "state", "3500": "local", "3600": "state",
        "3900": "own", "4100": "community", "4200": "community", "4300": "own", "4900": "own",
    }  # fmt: skip


def test_network_formulas_computed_anew_equal_what_is_stored(path: Path) -> None:
    results, stored = Reckoner(path).results(), opened(path)
    assert len(results) > 20
    assert set(results.values()) == {0}
    for sheet, at in results:
        assert satang(sheet_of(stored, sheet)[at].value) == 0


def test_no_members_name_is_in_the_network_workbook(path: Path) -> None:
    names = {"มานี", "ปิติ", "ชูใจ", "วีระ", "ดวงใจ", "สมคิด", "เพชร"}
    assert names & {n for n in names if n.encode() in busy_bytes()} == names
    said = " ".join(str(v) for name in opened(path).sheetnames for row in rows_of(path, name) for v in row)
    assert [name for name in names if name in said] == []


def test_same_book_gives_the_same_bytes(book: NetworkBook, path: Path, tmp_path: Path) -> None:
    render(book, tmp_path / "again.xlsx", DAY)
    assert path.read_bytes() == (tmp_path / "again.xlsx").read_bytes()


def test_fund_without_any_closed_month_gives_a_workbook(book: NetworkBook, tmp_path: Path) -> None:
    young = replace(
        book,
        last_closed=None,
        fingerprint="",
        members=(),
        contributions=(),
        benefits=(),
        sources=(),
        pools=(),
    )
    render(young, tmp_path / "n.xlsx", DAY)
    assert machine(tmp_path / "n.xlsx")[0]["last_closed"] is None
    assert machine(tmp_path / "n.xlsx")[0]["checksum_sha256"] == checksum_of(tmp_path / "n.xlsx")


def test_kinds_count_what_was_paid_before_the_books(book: NetworkBook, tmp_path: Path) -> None:
    paid = book.benefits[0]
    long_ago = replace(paid, month=paid.month.plus(-60), cases=3, satang=900_00)
    lately = replace(paid, month=paid.month.plus(-2))
    render(replace(book, before=(long_ago, lately)), tmp_path / "n.xlsx", DAY)
    rows = {row[0]: row for row in rows_of(tmp_path / "n.xlsx", "สวัสดิการตามประเภท")[BEGIN:]}
    assert rows["5102"][2:6] == [5, 1_300, 2, 400]
    by_month = rows_of(tmp_path / "n.xlsx", "สวัสดิการรายเดือน")[BEGIN:]
    assert long_ago.month.first_day not in [row[0] for row in by_month]
    assert set(Reckoner(tmp_path / "n.xlsx").results().values()) == {0}
