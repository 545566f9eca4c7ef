"""An older file is brought up to date in one transaction, or stands byte for byte as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.funds import TODAY, money, on, problems, rows_of
from tests.store.attack import beside, raw, sha256
from wangfund.paths import bundled
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import create_fund, open_for_reading, open_fund
from wangfund.store.guards import GUARDS
from wangfund.store.sqlite_header import SCHEMA
from wangfund.usecases.take_payment import TakePayment, take_payment

_NEXT = SCHEMA + 1
_HEAD = f"""
import sqlalchemy as sa
from alembic import op
revision = "{_NEXT:04d}"
down_revision = "{SCHEMA:04d}"

def upgrade():
"""

# Batch mode makes a table anew, and with it drops every trigger on it; this is what a real one will look like.
GOOD = """
    for table in ("entry", "receipt", "member"):
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_strict": True}) as batch:
            batch.add_column(sa.Column("nickname", sa.Text(), nullable=True))
    op.create_table("house", sa.Column("id", sa.Integer(), nullable=False),
                    sa.PrimaryKeyConstraint("id", name="pk_house"), sqlite_strict=True)
"""
_HALF = GOOD + "    op.execute(\"UPDATE member SET phone = 'x'\")\n"
BAD = {
    "our own mistake": (_HALF + "    raise ZeroDivisionError\n", "ZeroDivisionError"),
    "the disk is full": (
        _HALF + "    import sqlite3\n    error = sqlite3.OperationalError('x')\n"
        "    error.sqlite_errorname = 'SQLITE_FULL'\n    raise error\n",
        "DISK_FULL",
    ),
    "SQL that does not run": (_HALF + '    op.execute("UPDATE nothing SET x = 1")\n', "OperationalError"),
    "a row is lost": (
        _HALF + '    op.execute("DELETE FROM receipt_line WHERE receipt_id = 1")\n',
        "MIGRATION_CHANGED_DATA",
    ),
    "money moves": (
        _HALF
        + "    op.execute(\"UPDATE line SET account = '1201' WHERE account = '1100' AND entry_id = 5\")\n",
        "MIGRATION_CHANGED_DATA",
    ),
    "a reference is lost": (
        _HALF + '    op.execute("UPDATE spell SET member_id = 9999 WHERE id = 1")\n',
        "MIGRATION_CHANGED_DATA",
    ),
}  # fmt: skip


def next_schema(folder: Path, patch: pytest.MonkeyPatch, body: str) -> None:
    """The program as it will be one schema later: its migrations with one more."""
    migrations = folder / "program" / "migrations"
    shutil.copytree(bundled("migrations"), migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / f"{_NEXT:04d}_next.py").write_text(_HEAD + body, encoding="utf-8")
    patch.setattr("wangfund.store.migrate.bundled", lambda _: migrations)
    for module in ("migrate", "fund_file", "sqlite_header"):
        patch.setattr(f"wangfund.store.{module}.SCHEMA", _NEXT)


def told(error: BaseException) -> str:
    return error.code if isinstance(error, StoreError) else type(error).__name__


@pytest.fixture
def old(busy: Path, tmp_path: Path) -> Path:
    path = tmp_path / "fund" / "กองทุน.wangfund"
    path.parent.mkdir()
    busy.rename(path)
    return path


def test_an_older_file_is_backed_up_and_upgraded_with_its_guards_and_its_money(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_for_reading(old, on(TODAY)) as books:
        before = (money(books), rows_of(books, "SELECT count(*) FROM member"))
    with raw(old) as connection:
        was = list(connection.iterdump())
    next_schema(tmp_path, monkeypatch, GOOD)
    with open_fund(old, on(TODAY)) as books:
        assert (money(books), rows_of(books, "SELECT count(*) FROM member")) == before
        assert rows_of(books, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == [(len(GUARDS),)]
        assert rows_of(books, "PRAGMA user_version") == [(_NEXT,)]
        # A column added later as NULL leaves every digest true.
        assert problems(books) == []
        assert rows_of(books, "SELECT strict FROM pragma_table_list WHERE name = 'entry'") == [(1,)]
    (kept,) = beside(old) - {old.name}
    assert kept == "กองทุน.before-upgrade-20261120-020000.wangfund"
    with raw(old.parent / kept) as connection:
        assert list(connection.iterdump()) == was


def test_a_fund_works_on_after_its_upgrade(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_schema(tmp_path, monkeypatch, GOOD)
    open_fund(old, on(TODAY)).close()
    clock = on(TODAY.replace(month=12))
    with open_fund(old, clock) as books:
        take_payment(books, TakePayment("0001", 3000, TODAY.replace(month=12)))
        assert problems(books) == []
    with create_fund(old.with_name("new.wangfund"), clock) as books:
        assert rows_of(books, "PRAGMA user_version") == [(_NEXT,)]


@pytest.mark.parametrize("how", sorted(BAD))
def test_an_upgrade_that_fails_half_way_leaves_the_file_byte_for_byte(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    body, code = BAD[how]
    before = sha256(old)
    with monkeypatch.context() as patch:
        next_schema(tmp_path, patch, body)
        for _ in range(2):
            with pytest.raises(Exception) as refused:
                open_fund(old, on(TODAY))
            assert told(refused.value) == code
            assert sha256(old) == before
    # One backup a try, never one over another, and nothing half made.
    assert beside(old) - {old.name} == {
        "กองทุน.before-upgrade-20261120-020000.wangfund",
        "กองทุน.before-upgrade-20261120-020000-2.wangfund",
    }
    with open_fund(old, on(TODAY)) as books:
        assert problems(books) == []
    assert sha256(old) == before


def test_an_older_file_cannot_be_read_beside_a_window(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sha256(old)
    next_schema(tmp_path, monkeypatch, GOOD)
    with pytest.raises(StoreError) as refused:
        open_for_reading(old, on(TODAY))
    assert (refused.value.code, sha256(old)) == ("FILE_OLDER", before)


def test_without_room_for_the_backup_there_is_no_upgrade(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("DISK_FULL", {"path": ""})

    before = sha256(old)
    next_schema(tmp_path, monkeypatch, GOOD)
    monkeypatch.setattr("wangfund.store.fund_file.copy_database", full)
    with pytest.raises(StoreError) as refused:
        open_fund(old, on(TODAY))
    assert (refused.value.code, sha256(old), beside(old)) == ("DISK_FULL", before, {old.name})
