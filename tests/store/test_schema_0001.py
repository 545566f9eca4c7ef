"""A file the first program made, as it lay on the disk then, opens in this one."""

from __future__ import annotations

import lzma
from datetime import date
from pathlib import Path

import pytest

from tests.funds import money, on, problems, rows_of
from tests.store.attack import beside, raw
from wangfund.domain.profile import Bank
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import open_for_reading, open_fund
from wangfund.store.profile import read_profile
from wangfund.store.sqlite_header import SCHEMA, read_header
from wangfund.usecases.change_banks import add_bank, close_bank

DAY = date(2026, 12, 5)
OLD = Path(__file__).parent.parent / "data" / "schema_0001.wangfund.xz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.wangfund"
    path.write_bytes(lzma.decompress(OLD.read_bytes()))
    return path


def test_it_is_backed_up_migrated_and_still_whole(old: Path) -> None:
    assert read_header(old).schema == 1 < SCHEMA
    with raw(old) as connection:
        was = list(connection.iterdump())
    with open_fund(old, on(DAY)) as books:
        # Every link, every sealed month and the tables themselves are as the new program wants them.
        assert problems(books) == []
        assert rows_of(books, "PRAGMA user_version") == [(SCHEMA,)]
        assert rows_of(books, "SELECT closed_on FROM bank") == [(None,)]
        assert money(books)["1201"] > 0
        with books.read() as r:
            assert read_profile(r, DAY).officer("เหรัญญิก") == "นางตัวอย่าง ทดลอง"
        add_bank(books, Bank("ออมสิน", ""))
        close_bank(books, "1202", DAY)
        assert problems(books) == []
    (kept,) = beside(old) - {old.name}
    assert ".before-upgrade-" in kept
    with raw(old.parent / kept) as connection:
        assert list(connection.iterdump()) == was


def test_it_is_not_read_beside_a_window_before_it_is_upgraded(old: Path) -> None:
    with pytest.raises(StoreError) as refused:
        open_for_reading(old, on(DAY))
    assert refused.value.code == "FILE_OLDER"
