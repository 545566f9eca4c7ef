"""Files that are not as they should be: each its own code, the file itself untouched."""

from __future__ import annotations

import errno
import os
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.funds import TODAY, money, on, problems, profile, rows_of, young_bytes
from tests.store.another import being_written, held_open, power_cut
from tests.store.attack import beside, raw, sha256
from wangfund.domain.errors import Refused
from wangfund.store import fund_file
from wangfund.store.books import Books
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import create_fund, open_for_reading, open_fund
from wangfund.store.sqlite_header import SCHEMA
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.take_payment import TakePayment, take_payment


def _foreign(path: Path) -> None:
    path.unlink()
    with raw(path) as connection:
        connection.execute("CREATE TABLE note (words TEXT)")


def _patched(at: int, content: bytes) -> Callable[[Path], None]:
    def act(path: Path) -> None:
        old = path.read_bytes()
        path.write_bytes(old[:at] + content + old[at + len(content) :])

    return act


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


BROKEN: dict[str, tuple[str, Callable[[Path], object]]] = {
    "gone": ("FILE_NOT_FOUND", lambda p: p.unlink()),
    "a folder": ("NOT_A_FUND", _folder),
    "empty": ("FILE_EMPTY", lambda p: p.write_bytes(b"")),
    "one byte": ("NOT_A_FUND", lambda p: p.write_bytes(b"S")),
    "text": ("NOT_A_FUND", lambda p: p.write_text("ชื่อ,สกุล\n" * 100, encoding="utf-8")),
    "zeros": ("NOT_A_FUND", lambda p: p.write_bytes(b"\0" * 8192)),
    "a spreadsheet": ("NOT_A_FUND", lambda p: p.write_bytes(b"PK\x03\x04" + b"\0" * 4000)),
    "only the first words of a database": ("NOT_A_FUND", lambda p: p.write_bytes(b"SQLite format 3\0")),
    "another program's database": ("NOT_A_FUND", _foreign),
    "newer": ("FILE_TOO_NEW", _patched(60, struct.pack(">I", SCHEMA + 1))),
    "much newer": ("FILE_TOO_NEW", _patched(60, struct.pack(">I", 2**31 - 1))),
    "no schema": ("FILE_DAMAGED", _patched(60, struct.pack(">I", 0))),
    "cut in half": ("FILE_DAMAGED", lambda p: p.write_bytes(p.read_bytes()[: len(p.read_bytes()) // 2])),
    "cut by a byte": ("FILE_DAMAGED", lambda p: p.write_bytes(p.read_bytes()[:-1])),
    "only a header": ("FILE_DAMAGED", lambda p: p.write_bytes(p.read_bytes()[:100])),
    "no pages": ("FILE_DAMAGED", _patched(28, struct.pack(">I", 0))),
    "the schema's page spoilt": ("FILE_DAMAGED", _patched(100, b"\xff" * 200)),
}


@pytest.mark.parametrize("how", sorted(BROKEN))
@pytest.mark.parametrize("opening", [open_fund, open_for_reading])
def test_a_file_that_cannot_be_opened_says_why_and_stays_as_it_is(
    young: Path, how: str, opening: Callable[..., Books]
) -> None:
    code, spoil = BROKEN[how]
    spoil(young)
    before = sha256(young) if young.is_file() else ""
    there = beside(young)
    with pytest.raises(StoreError) as refused:
        opening(young, on(TODAY))
    assert (refused.value.code, refused.value.values["path"]) == (code, str(young))
    assert (sha256(young) if young.is_file() else "") == before
    assert beside(young) == there
    # Windows takes no file away that somebody still holds.
    assert str(young) not in {os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()}


def test_a_newer_file_tells_both_numbers(young: Path) -> None:
    BROKEN["newer"][1](young)
    with pytest.raises(StoreError) as refused:
        open_fund(young, on(TODAY))
    assert (refused.value.values["schema"], refused.value.values["known"]) == (SCHEMA + 1, SCHEMA)


def test_a_spoilt_middle_page_is_refused_when_it_is_met(young: Path) -> None:
    with raw(young) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'spell'").fetchone()
    _patched((page - 1) * 4096, b"\xa5" * 4096)(young)
    before = sha256(young)
    with open_fund(young, on(TODAY)) as books, pytest.raises(StoreError) as refused:
        take_payment(books, TakePayment("0001", 3000, TODAY))
    assert refused.value.code == "FILE_DAMAGED"
    with open_for_reading(young, on(TODAY)) as books:
        assert any(p.startswith("FILE_NOT_WHOLE") for p in problems(books))
    assert sha256(young) == before


def test_bytes_that_are_no_text_are_damage_not_a_bug(young: Path) -> None:
    with raw(young) as connection:
        connection.execute("UPDATE member SET given_name = CAST(x'A5A5' AS TEXT) WHERE id = 1")
    with open_fund(young, on(TODAY)) as books:
        with pytest.raises(StoreError) as refused:
            take_payment(books, TakePayment("0001", 3000, TODAY))
        assert refused.value.code == "FILE_DAMAGED"
        assert problems(books) == ["ROW_CHANGED member/1"]


def test_a_file_open_elsewhere_tells_who_has_it_and_may_still_be_read(young: Path) -> None:
    with held_open(young) as process:
        before = sha256(young)
        with pytest.raises(StoreError) as refused:
            open_fund(young, on(TODAY))
        assert refused.value.code == "FILE_LOCKED"
        assert refused.value.values["who"] == "นางสาวโต๊ะอื่น"
        assert refused.value.values["since"] == "2026-11-20T02:00:00+00:00"
        assert refused.value.values["process"] == process
        with open_for_reading(young, on(TODAY)) as books:
            assert money(books)["1100"] == 3_000_00
            with pytest.raises(StoreError) as refused:
                take_payment(books, TakePayment("0001", 3000, TODAY))
            assert refused.value.code == "FILE_OPEN_FOR_READING"
        assert sha256(young) == before
    open_fund(young, on(TODAY)).close()


def test_the_same_process_cannot_open_a_file_twice(young: Path) -> None:
    with open_fund(young, on(TODAY)):
        with pytest.raises(StoreError) as refused:
            open_fund(young, on(TODAY))
        assert refused.value.code == "FILE_LOCKED"


def test_reading_beside_a_writer_sees_what_was_there_before(young: Path) -> None:
    with being_written(young), open_for_reading(young, on(TODAY)) as books:
        assert rows_of(books, "SELECT count(*) FROM member WHERE phone IS NOT NULL") == [(0,)]
        assert problems(books) == []
    with open_for_reading(young, on(TODAY)) as books:
        assert rows_of(books, "SELECT count(*) FROM member WHERE phone = 'x'") == [(25,)]
        assert problems(books) == []


@pytest.mark.parametrize("opening", [open_fund, open_for_reading])
def test_after_a_power_cut_the_file_is_as_before(young: Path, opening: Callable[..., Books]) -> None:
    power_cut(young)
    assert young.with_name("young.wangfund-journal").exists()
    assert young.read_bytes() != young_bytes()
    with opening(young, on(TODAY)) as books:
        assert problems(books) == []
    assert young.read_bytes() == young_bytes()


def test_a_file_cut_short_where_nothing_may_be_written_says_so(
    young: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its journal must be carried along: without it half a write would stay in the copy."""
    power_cut(young)
    before = young.read_bytes()
    monkeypatch.setattr(fund_file, "is_writable", lambda _: False)
    with pytest.raises(StoreError) as refused:
        open_for_reading(young, on(TODAY))
    assert refused.value.code == "FILE_UNFINISHED"
    assert young.read_bytes() == before


def test_a_lock_goes_with_its_books(young: Path) -> None:
    for _ in range(3):
        open_fund(young, on(TODAY)).close()
    assert beside(young) == {"young.wangfund"}
    assert young.read_bytes() == young_bytes()


@pytest.mark.parametrize("what", ["file", "folder"])
def test_where_nothing_may_be_written_the_books_are_read_only(
    young: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    closed = young if what == "file" else young.parent
    usual = os.access
    monkeypatch.setattr(
        os, "access", lambda p, mode: usual(p, mode) and not (Path(p) == closed and mode & os.W_OK)
    )
    with open_fund(young, on(TODAY)) as books:
        assert problems(books) == []
        with pytest.raises(StoreError) as refused:
            take_payment(books, TakePayment("0001", 3000, TODAY))
    assert refused.value.code == "FILE_READ_ONLY"
    assert (young.read_bytes(), beside(young)) == (young_bytes(), {"young.wangfund"})


@pytest.mark.parametrize(
    "folder",
    ["OneDrive", "OneDrive - อบต", "Dropbox", "Google Drive", "My Drive", "MEGA", "Nextcloud", "iCloudDrive"],
)
def test_in_a_synchronised_folder_the_books_are_read_only(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "งาน" / "กองทุน.wangfund"
    path.parent.mkdir(parents=True)
    path.write_bytes(young_bytes())
    with open_fund(path, on(TODAY)) as books:
        assert money(books)["1100"] == 3_000_00
        with pytest.raises(StoreError) as refused:
            take_payment(books, TakePayment("0001", 3000, TODAY))
    assert refused.value.code == "FILE_SYNCED_FOLDER"
    assert refused.value.values["folder"] == str(path.parent)
    with pytest.raises(StoreError) as refused:
        create_fund(path.with_name("ใหม่.wangfund"), on(TODAY))
    assert refused.value.code == "FILE_SYNCED_FOLDER"
    assert (path.read_bytes(), beside(path)) == (young_bytes(), {"กองทุน.wangfund"})


def test_a_folder_marked_by_a_synchroniser_is_known(tmp_path: Path, young: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with open_fund(young, on(TODAY)) as books:
        assert books.readonly == "FILE_SYNCED_FOLDER"


@pytest.mark.parametrize("name", ["Megaphone", "boxes", "ondrive", "ของฉัน dropbox"])
def test_a_folder_that_only_sounds_alike_is_an_ordinary_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "a.wangfund"
    path.parent.mkdir()
    path.write_bytes(young_bytes())
    with open_fund(path, on(TODAY)) as books:
        assert books.readonly is None


def test_a_full_disk_says_so_and_leaves_the_books_as_they_were(young: Path) -> None:
    with open_fund(young, on(TODAY)) as books:
        before = money(books)
        with books.read() as r:
            pages = r.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            r.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StoreError) as refused:
            for _ in range(200):
                take_payment(books, TakePayment("0001", 100 * 3000, TODAY))
        assert refused.value.code == "DISK_FULL"
        assert problems(books) == []
        taken = rows_of(books, "SELECT count(*) FROM receipt")[0][0]
        assert money(books)["1100"] == before["1100"] + taken * 100 * 3000


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "DISK_FULL"), (errno.EDQUOT, "DISK_FULL"), (errno.EROFS, "FILE_READ_ONLY"),
        (errno.EACCES, "FILE_READ_ONLY"), (errno.EIO, "DISK_ERROR"), (errno.ENODEV, "DISK_ERROR"),
    ],
)  # fmt: skip
def test_what_the_system_says_about_the_disk_is_told_by_its_number(
    young: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(StoreError) as refused:
        open_fund(young, on(TODAY))
    assert (refused.value.code, refused.value.values["path"]) == (code, str(young))
    assert (young.read_bytes(), beside(young)) == (young_bytes(), {"young.wangfund"})


def test_a_new_fund_never_takes_another_files_name(young: Path) -> None:
    with pytest.raises(StoreError) as refused:
        found_fund(young, on(TODAY), profile(), rulebook_source("nasuk"))
    assert refused.value.code == "FILE_EXISTS"
    assert young.read_bytes() == young_bytes()


def test_a_new_fund_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        create_fund(tmp_path / "ไม่มี" / "a.wangfund", on(TODAY))
    assert refused.value.code == "FILE_NOT_FOUND"


def test_a_fund_that_could_not_be_founded_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ใหม่.wangfund"
    with pytest.raises(Refused):
        found_fund(path, on(TODAY), profile(), "[rulebook]\n")
    assert beside(path) == set()

    def full(*_: object) -> None:
        error = sqlite3.OperationalError("disk")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("wangfund.store.fund_file.upgrade", full)
        with pytest.raises(StoreError) as refused:
            found_fund(path, on(TODAY), profile(), rulebook_source("nasuk"))
    assert (refused.value.code, beside(path)) == ("DISK_FULL", set())
    with monkeypatch.context() as patch:
        patch.setattr("wangfund.usecases.found_fund.write_profile", full)
        with pytest.raises(StoreError):
            found_fund(path, on(TODAY), profile(), rulebook_source("nasuk"))
    assert beside(path) == set()


def test_a_file_with_a_strange_name_opens(tmp_path: Path) -> None:
    path = tmp_path / "กองทุน 100% #1?mode=memory&x.wangfund"
    path.write_bytes(young_bytes())
    with open_fund(path, on(TODAY)) as books:
        take_payment(books, TakePayment("0001", 3000, TODAY))
        assert problems(books) == []
    assert path.read_bytes() != young_bytes()


def test_a_file_is_kept_in_the_plainest_form_of_sqlite(young: Path) -> None:
    with open_fund(young, on(TODAY)) as books, books.read() as r:
        told = {
            name: r.connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "recursive_triggers",
                "trusted_schema",
                "application_id",
            )
        }
        strict = r.connection.exec_driver_sql(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'"
        ).scalars()
        assert list(strict) == ["alembic_version"]
    assert told == {
        "journal_mode": "delete",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "application_id": 0x57464E44,
    }


def test_a_write_block_that_forgets_to_commit_changes_nothing(young: Path) -> None:
    with open_fund(young, on(TODAY)) as books:
        with pytest.raises(RuntimeError), books.write("test") as w:
            w.connection.exec_driver_sql("UPDATE member SET phone = 'x'")
        with pytest.raises(ZeroDivisionError), books.write("test") as w:
            w.connection.exec_driver_sql("UPDATE member SET phone = 'x'")
            raise ZeroDivisionError
        assert rows_of(books, "SELECT count(*) FROM member WHERE phone IS NOT NULL") == [(0,)]
    assert young.read_bytes() == young_bytes()
