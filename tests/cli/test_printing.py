"""`month`, `paper`, `network`, `ledger`: papers out of a fund, each with the fund's own figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
from pypdf import PdfReader

from tests.cli.commands_run import Typed
from tests.funds import on
from wangfund.store.fund_file import open_fund

DECEMBER = date(2026, 12, 3)
NOVEMBER = ("--period", "2569-11")


def pages(path: str) -> int:
    return len(PdfReader(path).pages)


def test_month_of_a_sealed_month_gives_both_papers(typed: Typed, busy: Path, tmp_path: Path) -> None:
    found = typed.json("month", busy, *NOVEMBER, "--out", tmp_path / "papers", today=DECEMBER)
    pdf, book = found["files"]
    assert (Path(pdf).name, Path(book).name) == ("month-2569-11.pdf", "month-2569-11.xlsx")
    assert pages(pdf) >= 1
    assert openpyxl.load_workbook(book).sheetnames
    totals = found["totals_satang"]
    assert totals["opening"] + totals["received"] - totals["paid"] == totals["closing"]
    assert found["draft"] is False
    assert found["fingerprint"] == typed.json("info", busy, today=DECEMBER)["fingerprint"]


def test_month_of_an_open_month_is_a_draft(typed: Typed, busy: Path, tmp_path: Path) -> None:
    found = typed.json("month", busy, "--period", "2026-12", "--out", tmp_path, today=DECEMBER)
    assert found["draft"] is True
    assert found["fingerprint"] is None
    assert all("-draft." in name for name in found["files"])
    typed.refused("PERIOD_UNKNOWN", "month", busy, "--period", "2560-01", "--out", tmp_path, today=DECEMBER)


def test_papers_of_each_kind_are_printed(typed: Typed, busy: Path, tmp_path: Path) -> None:
    receipts = typed.json("paper", busy, "receipt", *NOVEMBER, "--out", tmp_path, today=DECEMBER)
    assert receipts["papers"] > 20
    assert pages(receipts["files"][0]) == (receipts["papers"] + 1) // 2
    vouchers = typed.json("paper", busy, "voucher", *NOVEMBER, "--out", tmp_path / "v.pdf", today=DECEMBER)
    assert vouchers["files"] == [str(tmp_path / "v.pdf")]
    assert vouchers["papers"] == 4
    one = typed.json("paper", busy, "voucher", *NOVEMBER, "--number", "1", "--out", tmp_path, today=DECEMBER)
    assert one["papers"] == 1
    sheets = ("paper", busy, "sheet", "--period", "2569-12")
    assert typed.json(*sheets, "--village", "all", "--out", tmp_path, today=DECEMBER)["papers"] == 3
    assert typed.json(*sheets, "--village", "2", "--out", tmp_path, today=DECEMBER)["papers"] == 1
    of_member = typed.json("paper", busy, "receipt", "--member", "0020", "--out", tmp_path, today=DECEMBER)
    assert of_member["papers"] >= 1


def test_second_print_of_a_receipt_is_a_copy(typed: Typed, busy: Path, tmp_path: Path) -> None:
    words = ("paper", busy, "receipt", *NOVEMBER, "--number", "1", "--out")
    texts = []
    for name in ("1.pdf", "2.pdf"):
        typed.json(*words, tmp_path / name, today=DECEMBER)
        texts.append(PdfReader(tmp_path / name).pages[0].extract_text())
    assert texts[0] != texts[1]


def test_papers_beside_an_open_window_are_copies(typed: Typed, busy: Path, tmp_path: Path) -> None:
    words = ("paper", busy, "receipt", *NOVEMBER, "--number", "1", "--out")
    before = busy.read_bytes()
    with open_fund(busy, on(DECEMBER)):
        typed.json(*words, tmp_path / "beside.pdf", today=DECEMBER)
        typed.json("paper", busy, "sheet", *NOVEMBER, "--village", "1", "--out", tmp_path, today=DECEMBER)
    assert busy.read_bytes() == before
    typed.json(*words, tmp_path / "original.pdf", today=DECEMBER)
    texts = [PdfReader(tmp_path / name).pages[0].extract_text() for name in ("beside.pdf", "original.pdf")]
    assert texts[0] != texts[1]


def test_nothing_to_print_is_said(typed: Typed, young: Path, tmp_path: Path) -> None:
    typed.refused("NOTHING_TO_PRINT", "paper", young, "receipt", *NOVEMBER, "--out", tmp_path)
    typed.refused("MEMBER_UNKNOWN", "paper", young, "receipt", "--member", "zz", "--out", tmp_path)
    typed.refused("VILLAGE_UNKNOWN", "paper", young, "sheet", *NOVEMBER, "--village", "9", "--out", tmp_path)


def test_papers_that_cannot_be_written_are_refused(typed: Typed, busy: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("x", encoding="utf-8")
    out = in_the_way / "b.pdf"
    typed.refused("OUTPUT_NOT_WRITTEN", "paper", busy, "sheet", *NOVEMBER, "--village", "1", "--out", out)
    typed.refused("OUTPUT_NOT_WRITTEN", "month", busy, *NOVEMBER, "--out", in_the_way, today=DECEMBER)
    typed.refused("OUTPUT_NOT_WRITTEN", "ledger", busy, "--out", out)
    typed.refused("OUTPUT_NOT_WRITTEN", "ledger", busy, "--out", tmp_path)
    typed.refused("OUTPUT_NOT_WRITTEN", "network", busy, "--out", in_the_way / "n.xlsx")


def test_network_and_ledger_speak_of_the_whole_fund(typed: Typed, busy: Path, tmp_path: Path) -> None:
    book = typed.json("network", busy, "--date", "2569-11-30", "--out", tmp_path / "n.xlsx", today=DECEMBER)
    assert book["file"] == str(tmp_path / "n.xlsx")
    assert book["fingerprint"] == typed.json("info", busy, today=DECEMBER)["fingerprint"]
    assert openpyxl.load_workbook(book["file"]).sheetnames
    ledger = typed.json("ledger", busy, "--out", tmp_path / "l.journal", today=DECEMBER)
    assert ledger["entries"] == typed.json("verify", busy, today=DECEMBER)["entries"]
    assert (tmp_path / "l.journal").read_text(encoding="utf-8").count("\n20") == ledger["entries"]
