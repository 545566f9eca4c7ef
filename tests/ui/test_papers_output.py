"""Keeping a paper: whole or not at all, and what the disk says in words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.ui.papers import written
from wangfund.store.errors import StoreError
from wangfund.text.messages import lines_of_error
from wangfund.ui.papers.draw import drawn
from wangfund.ui.papers.output import refusal, write_file


def test_a_file_is_written_whole_over_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "ใบเสร็จ.pdf"
    path.write_bytes(b"old")
    assert write_file(path, b"new paper") == path
    assert path.read_bytes() == b"new paper"
    assert written(tmp_path) == ["ใบเสร็จ.pdf"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "OUTPUT_FORBIDDEN"),
        (errno.EROFS, "OUTPUT_FORBIDDEN"),
        (errno.ENOSPC, "OUTPUT_FULL"),
        (errno.EBUSY, "OUTPUT_IN_USE"),
        (errno.ENOENT, "OUTPUT_MISSING"),
        (errno.EIO, "OUTPUT_NOT_WRITTEN"),
    ],
)
def test_what_the_disk_says_has_words_that_name_the_place(number: int, code: str) -> None:
    error = refusal(OSError(number, "x"), Path("/E/เอกสาร/ใบ.pdf"))
    assert error.code == code
    lines = lines_of_error(error)
    assert len(lines) == 2
    assert "ใบ.pdf" in lines[0] or "เอกสาร" in lines[0]
    assert "ข้อมูลกองทุนไม่เปลี่ยน" in lines[0]


def test_a_file_open_in_another_program_on_windows_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    error = OSError(errno.EACCES, "x")
    monkeypatch.setattr(error, "winerror", 32, raising=False)
    assert refusal(error, Path("x.xlsx")).code == "OUTPUT_IN_USE"


def test_when_the_disk_is_full_what_stood_there_stays_and_nothing_half_lies_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ใบ.pdf"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as caught:
        write_file(path, b"new")
    assert caught.value.code == "OUTPUT_FULL"
    assert path.read_bytes() == b"old"
    assert written(tmp_path) == ["ใบ.pdf"]


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="OUTPUT_MISSING"):
        write_file(tmp_path / "แฟลชไดรฟ์" / "ใบ.pdf", b"x")


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ห้ามเขียน"
    folder.mkdir()
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        # Who may do everything is refused by nobody: the disk's own word is put in.
        def forbidden(*_told: object) -> None:
            raise PermissionError(errno.EACCES, "no")

        monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(StoreError, match="OUTPUT_FORBIDDEN"):
        write_file(folder / "ใบ.pdf", b"x")


def test_drawn_gives_the_bytes_and_leaves_nothing() -> None:
    seen: list[Path] = []

    def render(path: Path) -> None:
        seen.append(path)
        path.write_bytes(b"paper")

    assert drawn(render) == b"paper"
    assert not seen[0].exists()


def test_drawn_says_when_the_machine_is_full() -> None:
    def render(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(StoreError, match="OUTPUT_FULL"):
        drawn(render)
