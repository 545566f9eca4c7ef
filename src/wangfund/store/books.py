"""An open fund file: read blocks that see one moment, write blocks that commit once and aloud."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeVar

import sqlalchemy as sa

from wangfund.domain.clock import Clock
from wangfund.domain.errors import Value
from wangfund.store.bulk_insert import bulk_insert, highest_id
from wangfund.store.chain import ChainHead, append_links
from wangfund.store.sqlite_engine import disk_errors, make_engine
from wangfund.store.sqlite_touch import watch_changes

Row = Mapping[str, Any]
AnyRow = sa.Row[*tuple[Any, ...]]
Salt = Callable[[], bytes]
Kept = TypeVar("Kept")


# Who the fund is and what its rules are.
_KEPT = frozenset({"setting", "village", "bank", "officer", "rulebook"})


def random_salt() -> bytes:
    """Sixteen bytes from the system."""
    return secrets.token_bytes(16)


class Reader:
    """One read transaction: everything asked of it is as of the same moment."""

    def __init__(self, connection: sa.Connection, kept: dict[str, Any] | None = None) -> None:
        self.connection = connection
        self._kept: dict[str, Any] = {} if kept is None else kept

    def keep(self, name: str, read: Callable[[], Kept]) -> Kept:
        """What `read` gives, asked of the file once in a transaction: for what every act wants and few acts change.

        Only for what lies in the tables of _KEPT: a writer forgets it when it touches one of them.
        """
        if name not in self._kept:
            self._kept[name] = read()
        found: Kept = self._kept[name]
        return found

    def rows(self, statement: sa.Executable, values: Mapping[str, Any] | None = None) -> Sequence[AnyRow]:
        """All rows of a statement."""
        return self.connection.execute(statement, dict(values or {})).fetchall()

    def first(self, statement: sa.Executable, values: Mapping[str, Any] | None = None) -> AnyRow | None:
        """The first row, or None."""
        return self.connection.execute(statement, dict(values or {})).first()

    def value(self, statement: sa.Executable, values: Mapping[str, Any] | None = None) -> Any:
        """The first column of the first row, or None."""
        return self.connection.execute(statement, dict(values or {})).scalar()


class Writer(Reader):
    """One write transaction; nothing stays unless `commit` is said."""

    def __init__(
        self,
        connection: sa.Connection,
        clock: Clock,
        salt: Salt,
        who: str,
        code: str,
        *,
        last: bool = True,
        kept: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(connection, kept)
        self._last = last
        self.committed = False
        self.facts: dict[str, Value] = {}
        self.head: ChainHead | None = None
        self.code = code
        self._clock, self._salt, self._who = clock, salt, who

    @property
    def now(self) -> datetime:
        """The instant of this act, UTC."""
        return self._clock.now()

    def insert(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """Write rows of one table; salts are added where the chain holds the table. All rows name the same columns."""
        if not rows:
            return
        self._forget(table)
        if "salt" in table.c:
            rows = [{**row, "salt": self._salt()} for row in rows]
        bulk_insert(self.connection, table, rows)

    def change(
        self, statement: sa.Executable, values: Mapping[str, Any] | Sequence[Row] | None = None
    ) -> int:
        """Run an UPDATE or DELETE; gives the number of rows it touched."""
        self._forget(getattr(statement, "table", None))
        result = self.connection.execute(statement, values)
        return int(result.rowcount)

    def next_id(self, table: sa.Table) -> int:
        """The id the next row of a table will have."""
        return highest_id(self.connection, table) + 1

    def _forget(self, table: sa.Table | None) -> None:
        if table is None or table.name in _KEPT:
            self._kept.clear()

    def seal(self) -> ChainHead:
        """Append the links of all changes so far; commit does it too. For the close, which stores the head before it."""
        self.head = append_links(self.connection, self.now, self._who, self.code, self.facts)
        return self.head

    def commit(self) -> ChainHead:
        """Append the links, then make everything stay at once; gives the chain's new head.

        Inside `Books.together` everything stays when that block ends.
        """
        head = self.seal()
        if self._last:
            self.connection.commit()
        self.committed = True
        return head


class Books:
    """A fund file that is open. `readonly` books refuse to write with a reason code."""

    def __init__(
        self, path: Path, clock: Clock, *, salt: Salt = random_salt, readonly: str | None = None
    ) -> None:
        self.path = path
        self.clock = clock
        self.salt = salt
        self.readonly = readonly
        self._engine = make_engine(path, read_only=readonly is not None)
        self._write_engine = self._engine.execution_options(write=True)
        self._on_close: list[Callable[[], None]] = []
        self._joined: sa.Connection | None = None
        self._kept: dict[str, Any] | None = None
        self._spoiled = False

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A block that reads one moment of the file and holds nothing afterwards."""
        if self._joined is not None:
            yield Reader(self._joined, self._kept)
            return
        with disk_errors(self.path), self._engine.connect() as connection:
            yield Reader(connection)

    @contextmanager
    def together(self) -> Iterator[None]:
        """A block whose acts stay when it ends, all or none: one transaction, every act with its own links.

        For work of many acts that is worth nothing half done, such as a month of a practice fund: the disk is
        asked once. Nothing inside is safe before the block has ended; an act refused inside undoes the block. A block
        inside another joins it: what is refused there undoes the outer one too.

        Raises:
            StoreError: the file may not be written, or the disk refused.
            RuntimeError: an act inside failed and the block went on all the same.
        """
        self._require_writable()
        if self._joined is not None:
            try:
                yield
            except BaseException:
                self._spoiled = True
                raise
            return
        with disk_errors(self.path), self._write_engine.connect() as connection:
            self._joined, self._spoiled, self._kept = connection, False, {}
            try:
                yield
                if self._spoiled:
                    raise RuntimeError("an act failed inside together")
                connection.commit()
            finally:
                self._joined = self._kept = None

    @contextmanager
    def write(self, code: str, who: str = "") -> Iterator[Writer]:
        """A block that writes: `code` names the act in the chain, `who` the person at the desk.

        Raises:
            StoreError: the file may not be written, or the disk or a guard refused.
            RuntimeError: the block ended without commit and without an error.
        """
        self._require_writable()
        with disk_errors(self.path), self._writing() as connection:
            watch_changes(connection)
            connection.exec_driver_sql("DELETE FROM touched")
            joined = self._joined is not None
            writer = Writer(
                connection,
                self.clock,
                self.salt,
                who,
                code,
                last=not joined,
                kept=self._kept if joined else None,
            )
            yield writer
            if not writer.committed:
                raise RuntimeError(f"write block '{code}' ended without commit")

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        if self._joined is None:
            with self._write_engine.connect() as connection:
                yield connection
            return
        try:
            yield self._joined
        except BaseException:
            # What the act had written lies beside what the others wrote: none of it may stay.
            self._spoiled = True
            raise

    def _require_writable(self) -> None:
        from wangfund.store.errors import StoreError

        if self.readonly is not None:
            raise StoreError(
                self.readonly, {"path": str(self.path), "folder": str(self.path.resolve().parent)}
            )

    def when_closed(self, act: Callable[[], None]) -> None:
        """Run an act after the file is closed (to let go of the lock)."""
        self._on_close.append(act)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        while self._on_close:
            self._on_close.pop()()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
