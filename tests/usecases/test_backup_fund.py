"""Backups: made when something changed, verified, never over one another, thinned with age, put back."""

from __future__ import annotations

import errno
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.funds import TODAY, money, on, problems, young_bytes
from tests.store.another import held_open, power_cut
from tests.store.attack import beside, sha256, tamper
from wangfund.domain.clock import FixedClock
from wangfund.domain.errors import FundError
from wangfund.store.backup import copy_database
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import open_for_reading, open_fund
from wangfund.usecases.backup_fund import backup_into, backup_to, restore, to_thin
from wangfund.usecases.take_payment import TakePayment, take_payment


def pay(path: Path, member: int = 1) -> None:
    with open_fund(path, on(TODAY)) as books:
        take_payment(books, TakePayment(f"{member:04d}", 3000, TODAY))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "สำรอง"
    made.mkdir()
    return made


def test_a_copy_is_whole_and_the_file_untouched(young: Path, folder: Path) -> None:
    before = sha256(young)
    made = backup_to(young, folder / "สำเนา.wangfund", on(TODAY))
    assert (made.ok, made.made, len(made.fingerprint)) == (True, True, 14)
    with open_for_reading(made.path, on(TODAY)) as books:
        assert problems(books) == []
    assert (sha256(young), beside(made.path)) == (before, {"สำเนา.wangfund"})


def test_a_copy_never_takes_another_files_name(young: Path, folder: Path) -> None:
    target = folder / "a.wangfund"
    target.write_text("ของสำคัญ", encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        backup_to(young, target, on(TODAY))
    assert (refused.value.code, target.read_text(encoding="utf-8")) == ("FILE_EXISTS", "ของสำคัญ")
    assert beside(target) == {"a.wangfund"}


def test_a_copy_can_be_made_on_a_stick_that_knows_no_links(
    young: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert backup_to(young, folder / "a.wangfund", on(TODAY)).ok
    with pytest.raises(StoreError) as refused:
        copy_database(young, folder / "a.wangfund")
    assert (refused.value.code, beside(folder / "a.wangfund")) == ("FILE_EXISTS", {"a.wangfund"})


def test_a_copy_refused_by_the_disk_says_so_and_leaves_nothing(
    young: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".a.wangfund.part-journal").write_bytes(b"x" * 512)
    backup_to(young, folder / "a.wangfund", on(TODAY))
    assert beside(folder / "a.wangfund") == {"a.wangfund"}

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StoreError) as refused:
        backup_to(young, folder / "b.wangfund", on(TODAY))
    assert refused.value.code == "FILE_READ_ONLY"


def test_a_copy_can_be_made_while_the_file_is_open_elsewhere(young: Path, folder: Path) -> None:
    with held_open(young):
        assert backup_to(young, folder / "a.wangfund", on(TODAY)).ok


def test_a_copy_after_a_power_cut_is_of_the_file_as_it_was(young: Path, folder: Path) -> None:
    power_cut(young)
    made = backup_to(young, folder / "a.wangfund", on(TODAY))
    with open_for_reading(made.path, on(TODAY)) as books:
        assert problems(books) == []
    assert young.read_bytes() == young_bytes()


def test_a_spoilt_file_gives_no_backup(young: Path, folder: Path) -> None:
    tamper(young, "UPDATE member SET phone = 'x'")
    with pytest.raises(FundError) as refused:
        backup_to(young, folder / "a.wangfund", on(TODAY))
    assert (refused.value.code, list(folder.iterdir())) == ("BACKUP_DAMAGED", [])


@pytest.mark.parametrize("content", [b"", b"text", young_bytes()[:5000]])
def test_what_is_no_fund_gives_no_backup(young: Path, folder: Path, content: bytes) -> None:
    young.write_bytes(content)
    with pytest.raises(StoreError):
        backup_to(young, folder / "a.wangfund", on(TODAY))
    assert list(folder.iterdir()) == []


def test_a_folder_gets_one_backup_for_each_change_and_never_one_over_another(
    young: Path, folder: Path
) -> None:
    first = backup_into(young, folder, on(TODAY))
    again = backup_into(young, folder, on(TODAY))
    assert (first.made, again.made, again.path) == (True, False, first.path)
    paths = {first.path}
    for member in range(1, 4):
        pay(young, member)
        made = backup_into(young, folder, on(TODAY))
        assert made.made
        paths.add(made.path)
    # All within one second of the clock, each under its own name.
    assert len(paths) == 4
    assert {p for p in folder.iterdir() if p.suffix == ".wangfund"} == paths


def test_a_spoilt_newest_backup_is_no_reason_to_make_no_other(young: Path, folder: Path) -> None:
    first = backup_into(young, folder, on(TODAY))
    for spoil in (b"", young_bytes()[:4096], b"x" * 9000):
        first.path.write_bytes(spoil)
        made = backup_into(young, folder, FixedClock(TODAY, datetime(2026, 11, 20, 5, tzinfo=UTC)))
        assert made.made and made.path != first.path
        made.path.unlink()


@given(st.lists(st.integers(0, 900 * 86400), min_size=1, max_size=120, unique=True))
def test_kept_are_the_last_ten_one_a_day_for_thirty_days_one_a_month_for_ever(ages: list[int]) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    made = {
        Path(f"a.{(now - timedelta(seconds=s)).strftime('%Y%m%d-%H%M%S')}.wangfund"): now
        - timedelta(seconds=s)
        for s in ages
    }
    kept = made.keys() - set(to_thin(list(made), now.date()))
    newest_first = sorted(made, key=lambda path: made[path], reverse=True)
    assert set(newest_first[:10]) <= kept
    assert {made[p].strftime("%Y%m") for p in kept} == {made[p].strftime("%Y%m") for p in made}
    month_ago = now.date() - timedelta(days=30)
    assert {made[p].date() for p in kept if made[p].date() >= month_ago} == {
        made[p].date() for p in made if made[p].date() >= month_ago
    }
    assert len(kept) <= 10 + 31 + len({made[p].strftime("%Y%m") for p in made})


def test_a_backup_is_put_back_and_what_stood_there_is_kept(young: Path, folder: Path) -> None:
    made = backup_to(young, folder / "a.wangfund", on(TODAY))
    pay(young)
    later = sha256(young)
    restore(made.path, young, on(date(2026, 12, 1)))
    with open_fund(young, on(TODAY)) as books:
        assert problems(books) == []
        assert money(books)["1100"] == 3_000_00
    (kept,) = beside(young) - {young.name, folder.name}
    assert kept == "young.before-restore-20261201-020000.wangfund"
    assert sha256(young.with_name(kept)) == later
    restore(young.with_name(kept), young, on(date(2026, 12, 1)))
    with open_for_reading(young, on(TODAY)) as books:
        assert money(books)["1100"] == 3_000_00 + 3000


def test_what_cannot_be_put_back_leaves_the_fund_as_it_is(young: Path, folder: Path) -> None:
    before = sha256(young)
    good = backup_to(young, folder / "good.wangfund", on(TODAY)).path
    bad = folder / "bad.wangfund"
    bad.write_bytes(young_bytes()[:8192])
    spoilt = folder / "spoilt.wangfund"
    spoilt.write_bytes(young_bytes())
    tamper(spoilt, "UPDATE setting SET value = 'x' WHERE key = 'name'")
    with held_open(young), pytest.raises(FundError) as refused:
        restore(good, young, on(TODAY))
    assert refused.value.code == "FILE_LOCKED"
    for backup, code in (
        (bad, "FILE_DAMAGED"),
        (spoilt, "BACKUP_DAMAGED"),
        (young, "RESTORE_ONTO_ITSELF"),
        (folder / "no", "FILE_NOT_FOUND"),
    ):
        with pytest.raises(FundError) as refused:
            restore(backup, young, on(TODAY))
        assert refused.value.code == code
    assert (sha256(young), beside(young)) == (before, {young.name, folder.name})


def test_a_backup_may_be_put_where_nothing_stands(young: Path, folder: Path) -> None:
    restore(young, folder / "ใหม่.wangfund", on(TODAY))
    with open_fund(folder / "ใหม่.wangfund", on(TODAY)) as books:
        assert problems(books) == []
    assert beside(folder / "ใหม่.wangfund") == {"ใหม่.wangfund"}
