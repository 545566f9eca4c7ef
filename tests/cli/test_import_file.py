"""`import`: registers and matrices in, twice, and back out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands_run import Typed

FIELDS = (
    "member_no", "national_id", "title", "given_name", "family_name", "birth_date", "house_no", "moo",
    "joined_on", "status", "left_on", "phone", "heir_name", "heir_relation",
)  # fmt: skip


@pytest.fixture
def empty(typed: Typed, data: Path, tmp_path: Path) -> Path:
    file = tmp_path / "fund.wangfund"
    typed("new", file, "--profile", data / "profile.toml")
    return file


def truth(data: Path, name: str) -> list[dict[str, Any]]:
    members = json.loads((data / "registers" / f"{name}.truth.json").read_text(encoding="utf-8"))["members"]
    assert isinstance(members, list)
    return members


@pytest.mark.parametrize("name", ["clean", "villages"])
def test_preview_of_a_register_equals_its_truth(typed: Typed, empty: Path, data: Path, name: str) -> None:
    before = empty.read_bytes()
    found = typed.json("import", empty, data / "registers" / f"{name}.xlsx", "--preview")
    assert empty.read_bytes() == before
    expected = truth(data, name)
    assert len(found["rows"]) == len(expected)
    wrong = [
        (row["member"], want)
        for row, want in zip(found["rows"], expected, strict=True)
        if {field: row["member"][field] for field in FIELDS} != {field: want[field] for field in FIELDS}
    ]
    assert wrong == []
    assert sum(found["counts"].values()) == len(expected)
    assert all(sheet["columns"] and sheet["header_row"] for sheet in found["sheets"])


def test_commit_twice_changes_nothing_and_undo_takes_it_out(typed: Typed, empty: Path, data: Path) -> None:
    book = data / "registers" / "clean.xlsx"
    first = typed.json("import", empty, book, "--commit", "--paid-through", "2569-09")
    assert first == {"batch": 1, "counts": {"add": 700, "update": 0, "same": 0, "hold": 0}}
    again = typed.json("import", empty, book, "--commit", "--paid-through", "2569-09")
    assert again == {"batch": None, "counts": {"add": 0, "update": 0, "same": 700, "hold": 0}}
    assert typed.json("info", empty)["members"]["ever"] == 700
    assert typed.json("import", empty, "--undo", "1") == {"batch": 1, "removed": 700, "restored": 0}
    assert typed.json("info", empty)["members"]["ever"] == 0
    typed.refused("BATCH_ALREADY_UNDONE", "import", empty, "--undo", "1")
    typed.refused("BATCH_UNKNOWN", "import", empty, "--undo", "7")
    assert typed.json("verify", empty)["ok"] is True


def test_commit_without_paid_through_asks_nobody_for_money(typed: Typed, empty: Path, data: Path) -> None:
    typed.json("import", empty, data / "registers" / "clean.xlsx", "--commit")
    found = typed.json("collect", empty, "--period", "2569-11", "--village", "all", "--pay", "due")
    assert (found["receipts"], found["total_satang"]) == (0, 0)
    typed.refused("COVERAGE_UNKNOWN", "pay", empty, "--member", "0001", "--amount", "30")


def test_undo_with_money_on_it_is_refused(typed: Typed, empty: Path, data: Path) -> None:
    typed.json("import", empty, data / "registers" / "clean.xlsx", "--commit", "--paid-through", "2569-10")
    typed.json("pay", empty, "--member", "0001", "--amount", "30")
    typed.refused("BATCH_IN_USE", "import", empty, "--undo", "1")


def test_matrix_preview_speaks_baht_and_commit_gives_coverage(typed: Typed, empty: Path, data: Path) -> None:
    typed.json("import", empty, data / "registers" / "clean.xlsx", "--commit")
    book = ("import", empty, data / "registers" / "matrix.xlsx", "--contributions", "--year", "2568")
    found = typed.json(*book, "--preview")
    told = {row["member_no"]: (row["paid"], row["total"]) for row in found["rows"]}
    assert told == {m["member_no"]: (m["paid"], m["total"]) for m in truth(data, "matrix")}
    done = typed.json(*book, "--commit")
    assert done["counts"]["add"] > 0
    assert typed.json("info", empty)["balances_satang"]["total"] == 0
    assert typed.json(*book, "--commit")["batch"] is None


def test_files_that_are_no_register_are_refused_in_words(typed: Typed, empty: Path, tmp_path: Path) -> None:
    before = empty.read_bytes()
    nothing, text, picture = tmp_path / "0.xlsx", tmp_path / "t.csv", tmp_path / "p.xlsx"
    nothing.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    text.write_text("สวัสดี,ครับ\n1,2\n", encoding="utf-8")
    for book, code in (
        (nothing, "FILE_ZERO"),
        (picture, "FILE_NOT_SPREADSHEET"),
        (tmp_path / "none.xlsx", "FILE_MISSING"),
        (tmp_path, "FILE_UNREADABLE"),
    ):
        typed.refused(code, "import", empty, book, "--preview", exit_code=2)
        typed.refused(code, "import", empty, book, "--commit", exit_code=2)
    shown = typed("import", empty, text, "--preview", "--json")
    assert shown.code == 1
    assert shown.json["rows"] == []
    assert "[REGISTER_NOT_FOUND]" in shown.err
    typed.refused("REGISTER_NOT_FOUND", "import", empty, text, "--commit")
    assert empty.read_bytes() == before


def test_import_misused_says_how(typed: Typed, empty: Path, data: Path) -> None:
    book = data / "registers" / "clean.xlsx"
    typed.misused("--preview --commit --undo", "import", empty, book)
    typed.misused("--preview --commit --undo", "import", empty, book, "--preview", "--commit")
    typed.misused("REGISTER.xlsx", "import", empty, "--commit")
    typed.misused("--year", "import", empty, book, "--preview", "--contributions")
    typed.misused("YEAR_UNREADABLE", "import", empty, book, "--preview", "--contributions", "--year", "68")
    typed.misused(
        "--paid-through",
        "import",
        empty,
        book,
        "--commit",
        "--contributions",
        "--year",
        "2568",
        "--paid-through",
        "2568-01",
    )
