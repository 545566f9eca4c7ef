"""Backups told apart, funds brought out of synchronised folders, and what a restored file replaced."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.funds import OCTOBER, TODAY, on, problems
from tests.store.attack import sha256
from wangfund.domain.errors import FundError
from wangfund.store.fund_file import open_fund
from wangfund.usecases.backup_fund import backup_into, restore
from wangfund.usecases.backup_list import list_backups
from wangfund.usecases.move_fund import local_place, move_fund
from wangfund.usecases.take_payment import TakePayment, take_payment


def test_backups_are_listed_newest_first_with_what_they_hold(young: Path, tmp_path: Path) -> None:
    folder = tmp_path / "สำรอง"
    folder.mkdir()
    backup_into(young, folder, on(TODAY.replace(day=18)))
    with open_fund(young, on(TODAY)) as books:
        take_payment(books, TakePayment("0001", 3000, TODAY))
    backup_into(young, folder, on(TODAY))
    (folder / "young.20261119-020000.wangfund").write_bytes(b"SQLite format 3\0 half")
    (folder / ".young.20261121-020000.wangfund.unverified").write_bytes(b"half made")
    newest, damaged, oldest = list_backups(folder, "young", on(TODAY))
    assert newest.made_at == datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
    assert (newest.members, newest.closed, newest.trouble) == (25, None, "")
    assert damaged.trouble in {"NOT_A_FUND", "FILE_DAMAGED"}
    assert (oldest.made_at, oldest.name) == (datetime(2026, 11, 18, 2, 0, tzinfo=UTC), newest.name)
    assert list_backups(folder / "none", "young", on(TODAY)) == ()
    assert OCTOBER.month == 10


def test_a_restored_backup_says_where_the_old_file_lies(young: Path, tmp_path: Path) -> None:
    made = backup_into(young, tmp_path, on(TODAY))
    with open_fund(young, on(TODAY)) as books:
        take_payment(books, TakePayment("0001", 3000, TODAY))
    before = sha256(young)
    back = restore(made.path, young, on(TODAY))
    assert back.kept is not None
    assert sha256(back.kept) == before


def test_a_fund_is_copied_out_of_a_synchronised_folder_and_the_original_untouched(
    young: Path, tmp_path: Path
) -> None:
    cloud, here = tmp_path / "OneDrive", tmp_path / "เอกสาร"
    cloud.mkdir()
    here.mkdir()
    path = cloud / "กองทุน.wangfund"
    young.rename(path)
    before = sha256(path)
    there = move_fund(path, local_place(path, here), on(TODAY))
    assert (there, sha256(path)) == (here / "กองทุน.wangfund", before)
    with open_fund(there, on(TODAY)) as books:
        assert books.readonly is None
        assert problems(books) == []
    assert local_place(path, here) == here / "กองทุน-2.wangfund"
    for target, code in (
        (cloud / "b.wangfund", "FILE_SYNCED_FOLDER"),
        (there, "FILE_EXISTS"),
        (tmp_path / "ไม่มี" / "b.wangfund", "FILE_NOT_FOUND"),
    ):
        with pytest.raises(FundError) as refused:
            move_fund(path, target, on(TODAY))
        assert refused.value.code == code
