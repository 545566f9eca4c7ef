"""`demo`, `--smoke` and the month tour: a fund without a clerk."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from tests.cli.commands_run import Typed
from wangfund import app
from wangfund.cli import month_tour


def test_demo_makes_a_whole_practice_fund(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "d.wangfund"
    found = typed.json("demo", file, "--members", "24", "--years", "1", "--seed", "3")
    assert found["file"] == str(file)
    assert found["members"] > 12
    assert found["entries"] > 100
    info = typed.json("info", file)
    assert info["fund"]["name"] == "กองทุนสวัสดิการชุมชนตำบลบ้านนาสุข"
    assert info["periods"] == {"open": "2026-11", "last_closed": "2026-10"}
    assert typed.json("verify", file)["ok"] is True
    typed.refused("FILE_EXISTS", "demo", file)


def test_demo_beyond_its_bounds_is_refused(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "d.wangfund"
    typed.refused("PRACTICE_SIZE", "demo", file, "--members", "3")
    typed.refused("PRACTICE_YEARS", "demo", file, "--years", "90")
    typed.refused("FILE_NOT_FOUND", "demo", tmp_path / "no" / "d.wangfund", exit_code=2)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_smoke_draws_a_pack(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    from wangfund.cli.smoke import smoke

    assert smoke(app.SystemClock()) == 0
    assert "problems 0" in capfd.readouterr().out
    monkeypatch.setattr(sys, "argv", ["wangfund", "--version"])
    assert app.main(["--version"]) == 0


@pytest.mark.slow
def test_tour_leaves_every_paper_and_a_whole_fund_twice(
    typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert month_tour.main(["--out", str(out)]) == 0
    said = capsys.readouterr().out
    for name in (
        "sheet-2569-11.pdf",
        "receipt-2569-11.pdf",
        "voucher-2569-11.pdf",
        "month-2569-11-draft.pdf",
        "month-2569-11.pdf",
        "month-2569-11.xlsx",
        "network.xlsx",
        "ledger.journal",
        "sample.wangfund",
    ):
        assert (out / name).stat().st_size > 10_000
        assert str(out / name) in said.partition("เอกสารทั้งหมด")[2]
    for words in ("ลูกหนี้ผู้เก็บเงิน", "หักเงินสมทบที่ค้าง 1 เดือน", "ทำร่างปิดงวด", "ลงรายการกลับ", "รหัสยืนยันงวด"):
        assert words in said
    first = typed.json("info", out / "sample.wangfund", today=date(2026, 12, 8))
    assert typed.json("verify", out / "sample.wangfund", today=date(2026, 12, 8))["ok"] is True
    assert month_tour.main(["--out", str(out)]) == 0
    again = typed.json("info", out / "sample.wangfund", today=date(2026, 12, 8))
    assert {**first, "fingerprint": ""} == {**again, "fingerprint": ""}


def test_tour_misused_says_how(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert month_tour.main(["--today", "31/2/2569", "--out", str(tmp_path)]) == 2
    assert "DATE_NO_SUCH_DAY" in capsys.readouterr().err
