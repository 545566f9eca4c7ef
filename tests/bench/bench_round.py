"""A round of 3,000 members in twelve villages, and verifying the fund, against bare SQLite with a hash chain."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.bench.figure import Figure, best_of
from tests.funds import NOVEMBER, TODAY, add_people, even_salt, on, problems, profile
from wangfund.domain.profile import Village
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.store.sqlite_engine import PRAGMAS
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round

VILLAGES = 12
_ROUND = RecordRound(NOVEMBER, TODAY, [VillageRound(moo) for moo in range(1, VILLAGES + 1)])
_TABLES = ("round", "entry", "line", "receipt", "receipt_line", "coverage")
_CHAINED = ("round", "entry", "receipt", "coverage")
_LINK = "INSERT INTO link (no, at_utc, who, code, table_name, row_id, digest, hash) VALUES (?,?,?,?,?,?,?,?)"


def figures(members: int = 3000, runs: int = 3) -> list[Figure]:
    """The round and the verification, each with its floor."""
    with tempfile.TemporaryDirectory() as folder:
        path, bare = Path(folder) / "ours.wangfund", Path(folder) / "bare.wangfund"
        start = _start_bytes(members)
        opened: list[Books] = []

        def open_anew() -> None:
            close()
            path.write_bytes(start)
            opened.append(open_fund(path, on(TODAY)))

        def close() -> None:
            while opened:
                opened.pop().close()

        ours = best_of(runs, open_anew, lambda: record_round(opened[-1], _ROUND))
        checked = best_of(runs, lambda: None, lambda: problems(opened[-1]))
        close()
        rows = _new_rows(path, start)
        assert len(rows["receipt"]) == members, len(rows["receipt"])
        floor = best_of(runs, lambda: _without_guards(bare, start), lambda: _insert(bare, rows))
        read = best_of(runs, lambda: None, lambda: _read_and_hash(path))
    return [
        Figure(f"a round of {members:,} members", ours, floor, most_times=12, most_seconds=1.0),
        Figure("verifying that fund", checked, read),
    ]


@lru_cache
def _start_bytes(members: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "start.wangfund"
        villages = tuple(Village(moo, f"บ้านที่ {moo}") for moo in range(1, VILLAGES + 1))
        with found_fund(
            path, on(TODAY), profile(villages=villages), rulebook_source("nasuk"), salt=even_salt()
        ) as books:
            for moo in range(1, VILLAGES + 1):
                add_people(books, moo, members // VILLAGES)
        return path.read_bytes()


def _new_rows(path: Path, start: bytes) -> dict[str, list[Any]]:
    """The rows a round made, table by table."""
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before.wangfund"
        before.write_bytes(start)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("ATTACH ? AS old", (str(before),))
            return {
                table: connection.execute(
                    f'SELECT * FROM main."{table}" EXCEPT SELECT * FROM old."{table}"'
                ).fetchall()
                for table in _TABLES
            }


def _without_guards(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with closing(_plain(path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (*PRAGMAS, "cache_spill=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _insert(path: Path, rows: dict[str, list[Any]]) -> None:
    """The same rows and as many links, by hand: no rule is asked and nothing is looked up."""
    with closing(_plain(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for table, new in rows.items():
            marks = ",".join("?" * len(new[0]))
            connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', new)
        connection.executemany(_LINK, _links(connection, rows))
        connection.execute("COMMIT")


def _links(connection: sqlite3.Connection, rows: dict[str, list[Any]]) -> list[Sequence[Any]]:
    no, previous = connection.execute("SELECT no, hash FROM link ORDER BY no DESC LIMIT 1").fetchone()
    links: list[Sequence[Any]] = []
    for table in _CHAINED:
        for row in rows[table]:
            no += 1
            digest = hashlib.sha256(repr(row).encode()).digest()
            previous = hashlib.sha256(previous + digest).digest()
            links.append((no, "2026-11-20T02:00:00+00:00", "", "x", table, row[0], digest, previous))
    return links


def _read_and_hash(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for table in (*_TABLES, "member", "spell", "link"):
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                hashlib.sha256(repr(row).encode()).digest()
