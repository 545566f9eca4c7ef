"""`payday`: listed first, then all paid with one sheet to sign."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.commands_run import Typed

_DAY = ("--benefit", "elder", "--date", "2569-04-13", "--today", "2026-04-20")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    from datetime import date

    from wangfund.usecases.practice.make import make_practice_fund

    path = tmp_path_factory.mktemp("practice") / "a.wangfund"
    make_practice_fund(path, date(2026, 4, 20), members=60, years=2)
    return path.read_bytes()


@pytest.fixture
def fund(practice: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "b.wangfund"
    path.write_bytes(practice)
    return path


def test_list_changes_nothing_and_what_is_paid_is_what_was_listed(
    typed: Typed, fund: Path, tmp_path: Path
) -> None:
    before = fund.read_bytes()
    listed = typed.json("payday", fund, *_DAY)
    assert fund.read_bytes() == before
    assert listed["members"]
    out = tmp_path / "บัญชีจ่าย.pdf"
    paid = typed.json("payday", fund, *_DAY, "--decide", "มติ 4/2569", "--pay", "ธ.ก.ส.", "--out", out)
    assert paid["members"] == listed["members"]
    words = subprocess.run(
        ["pdftotext", "-layout", str(out), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert all(member["member_no"] in words for member in paid["members"])
    assert "ลงชื่อผู้รับ" in words
    assert typed.json("payday", fund, *_DAY)["members"] == []
    assert typed.json("verify", fund)["ok"]


def test_exclusion_and_choice_are_by_member_number(typed: Typed, fund: Path) -> None:
    listed = typed.json("payday", fund, *_DAY)["members"]
    first, second = listed[0]["member_no"], listed[1]["member_no"]
    told = typed.json("payday", fund, *_DAY, "--exclude", f"{first}=ไม่มารับ", "--only", second)
    assert [member["member_no"] for member in told["members"]] == [second]
    assert typed("payday", fund, *_DAY, "--exclude", "9999=ไม่มี").code == 1


def test_one_who_is_not_paid_that_day_is_told_why_and_the_list_is_of_those_chosen(
    typed: Typed, fund: Path, tmp_path: Path
) -> None:
    listed = typed.json("payday", fund, *_DAY)
    first, second = (row["member_no"] for row in listed["members"][:2])
    out = tmp_path / "a.pdf"
    typed.json("payday", fund, *_DAY, "--only", second, "--out", out)
    words = subprocess.run(["pdftotext", str(out), "-"], check=True, capture_output=True, text=True).stdout
    assert second in words
    assert first not in words
    typed.json("payday", fund, *_DAY, "--only", first, "--decide", "มติ 4/2569", "--pay", "ธ.ก.ส.")
    again = typed("payday", fund, *_DAY, "--only", first, "--decide", "มติ 4/2569", "--pay", "ธ.ก.ส.")
    assert again.code == 1
    assert "[NOT_PAID_THAT_DAY]" in again.err
    assert "ได้รับสวัสดิการไปแล้ว" in again.err


@pytest.mark.parametrize(("facts", "code"), [("[1]", 2), ("{", 2), ('{"x": 1}', 1)])
def test_facts_that_are_no_facts_are_refused(typed: Typed, fund: Path, facts: str, code: int) -> None:
    assert typed("payday", fund, *_DAY, "--facts", facts).code == code
