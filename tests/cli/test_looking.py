"""`info`, `verify`, `backup`, `restore`: looking at a fund and keeping copies of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from tests.cli.commands_run import Typed
from tests.funds import on
from wangfund.store.fund_file import open_fund

DECEMBER = date(2026, 12, 3)


def test_info_gives_every_key_of_the_contract(typed: Typed, busy: Path) -> None:
    found = typed.json("info", busy, today=DECEMBER)
    assert {
        "fund",
        "members",
        "balances_satang",
        "pools_satang",
        "promises_satang",
        "periods",
    } <= found.keys()
    assert set(found["members"]) >= {"ever", "current", "full_year_on_30_sep"}
    assert (
        found["balances_satang"]["total"]
        == found["balances_satang"]["cash"] + found["balances_satang"]["bank"]
    )
    everything = found["balances_satang"]["total"] + found["balances_satang"]["other"]
    assert sum(found["pools_satang"].values()) == everything
    assert set(found["promises_satang"]) == {"approved_unpaid", "paid_ahead"}
    assert found["periods"] == {"open": "2026-12", "last_closed": "2026-11"}
    assert len(found["fingerprint"]) == 14
    assert found["schema"] >= 1


def test_info_for_a_person_is_thai_with_be_years(typed: Typed, busy: Path) -> None:
    said = typed("info", busy, today=DECEMBER)
    assert said.code == 0
    assert "งวดที่เปิดอยู่ ธันวาคม 2569 · ปิดแล้วถึง พฤศจิกายน 2569" in said.out
    assert "2026" not in said.out


def test_reading_commands_work_while_the_file_is_open_elsewhere(
    typed: Typed, busy: Path, tmp_path: Path
) -> None:
    with open_fund(busy, on(DECEMBER), desk="หน้าต่าง"):
        assert typed("info", busy, today=DECEMBER).code == 0
        assert typed("verify", busy, today=DECEMBER).code == 0
        assert typed("ledger", busy, "--out", tmp_path / "l.journal", today=DECEMBER).code == 0
        assert typed("network", busy, "--out", tmp_path / "n.xlsx", today=DECEMBER).code == 0
        said = typed.refused(
            "FILE_LOCKED", "pay", busy, "--member", "0001", "--amount", "30", today=DECEMBER, exit_code=2
        )
    assert "หน้าต่าง" in said.err


def test_verify_matches_a_printed_fingerprint_however_it_is_typed(typed: Typed, busy: Path) -> None:
    printed = typed.json("info", busy, today=DECEMBER)["fingerprint"]
    found = typed.json("verify", busy, "--fingerprint", printed.lower().replace("-", " "))
    assert found["fingerprint"] == {"period": "2026-11", "match": True}
    assert set(found) >= {"ok", "problems", "entries", "seconds"}
    unknown = typed("verify", busy, "--fingerprint", "0000-0000-0000", "--json")
    assert unknown.code == 1
    assert unknown.json["fingerprint"] == {"period": None, "match": False}
    assert "[FINGERPRINT_UNKNOWN]" in unknown.err


def test_verify_of_a_changed_row_says_which(typed: Typed, busy: Path) -> None:
    with closing(sqlite3.connect(busy)) as raw:
        guards = list(raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE entry SET who = 'ใครก็ไม่รู้' WHERE id = 2")
        for _, sql in guards:
            raw.execute(sql)
        raw.commit()
    said = typed("verify", busy, "--json")
    assert said.code == 1
    assert {"code": "ROW_CHANGED", "where": "entry/2", "detail": ""} in said.json["problems"]
    assert "[ROW_CHANGED]" in said.err


def test_verify_of_a_file_without_a_guard_says_which(typed: Typed, busy: Path) -> None:
    with closing(sqlite3.connect(busy)) as raw:
        raw.execute("DROP TRIGGER line_never_changed")
        raw.commit()
    said = typed("verify", busy, "--json")
    assert said.code == 1
    assert {"code": "GUARD_WRONG", "where": "line_never_changed", "detail": ""} in said.json["problems"]
    typed.refused("GUARDS_MISSING", "info", busy, exit_code=2)


def test_backup_and_restore_bring_the_same_fund_back(typed: Typed, busy: Path, tmp_path: Path) -> None:
    before = typed.json("info", busy, today=DECEMBER)
    copy = tmp_path / "copy.wangfund"
    made = typed.json("backup", busy, copy, today=DECEMBER)
    assert (made["file"], made["ok"], len(made["fingerprint"])) == (str(copy), True, 14)
    typed.refused("FILE_EXISTS", "backup", busy, copy, today=DECEMBER)
    typed("pay", busy, "--member", "0001", "--amount", "30", today=DECEMBER)
    back = typed.json("restore", copy, busy, today=DECEMBER)
    assert back["ok"] is True
    assert typed.json("info", busy, today=DECEMBER) == before
    (kept,) = tmp_path.glob("*.before-restore-*")
    assert typed.json("info", kept, today=DECEMBER)["balances_satang"] != before["balances_satang"]


def test_backup_into_a_folder_names_the_copy(typed: Typed, busy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sticks"
    folder.mkdir()
    first = typed.json("backup", busy, folder, today=DECEMBER)["file"]
    typed.json("pay", busy, "--member", "0001", "--amount", "30", today=DECEMBER)
    second = typed.json("backup", busy, folder, today=DECEMBER)["file"]
    assert first != second
    assert Path(first).parent == folder


def test_files_that_are_no_fund_cannot_be_opened(typed: Typed, busy: Path, tmp_path: Path) -> None:
    empty, foreign, cut = tmp_path / "e.wangfund", tmp_path / "f.wangfund", tmp_path / "c.wangfund"
    empty.write_bytes(b"")
    foreign.write_text("not a database", encoding="utf-8")
    cut.write_bytes(busy.read_bytes()[:20_000])
    for file, code in (
        (empty, "FILE_EMPTY"),
        (foreign, "NOT_A_FUND"),
        (cut, "FILE_DAMAGED"),
        (tmp_path / "none.wangfund", "FILE_NOT_FOUND"),
        (tmp_path, "NOT_A_FUND"),
        (tmp_path / ("ก" * 300), "FILE_NOT_FOUND"),
    ):
        said = typed.refused(code, "info", file, exit_code=2)
        assert "ไม่" in said.err
        typed.refused(
            code, "collect", file, "--period", "2569-11", "--village", "1", "--pay", "due", exit_code=2
        )
        typed.refused(code, "backup", file, tmp_path / "copy.wangfund", exit_code=2)
        typed.refused(code, "restore", file, busy, exit_code=2)
