"""How days, months and choices lie in the file: TEXT and INTEGER only, because the tables are STRICT."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa

from wangfund.thai.period import Period


class IsoDay(sa.types.TypeDecorator[date]):
    """A civil day as ISO text in C.E."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: sa.Dialect) -> str | None:
        """Day to text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> date | None:
        """Text to day."""
        return None if value is None else date.fromisoformat(value)


class MonthCode(sa.types.TypeDecorator[Period]):
    """A month as the readable integer YYYYMM in C.E. (202611), so that SQL can count months."""

    impl = sa.Integer
    cache_ok = True

    def process_bind_param(self, value: Period | None, dialect: sa.Dialect) -> int | None:
        """Month to code."""
        return None if value is None else value.code

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Period | None:
        """Code to month."""
        return None if value is None else Period.from_code(value)


class Flag(sa.types.TypeDecorator[bool]):
    """Yes or no as 1 or 0; the column carries a CHECK."""

    impl = sa.Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: sa.Dialect) -> int | None:
        """Truth to number."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> bool | None:
        """Number to truth."""
        return None if value is None else bool(value)


# PostgreSQL's INTEGER ends at 21 million baht; SQLite's does not, and STRICT tables know no other word.
SATANG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def id_column() -> sa.Column[int]:
    """The key of a table."""
    return sa.Column("id", sa.Integer, primary_key=True)


def salt_column() -> sa.Column[bytes]:
    """Sixteen bytes that keep a row's digest from being guessed after the row is erased."""
    return sa.Column("salt", sa.LargeBinary, nullable=False)


def day(name: str, *, required: bool = True) -> sa.Column[date]:
    """A civil day."""
    return sa.Column(name, IsoDay, nullable=not required)


def month(name: str, *, required: bool = True) -> sa.Column[Period]:
    """A month."""
    return sa.Column(name, MonthCode, nullable=not required)


def text(name: str, *, required: bool = True) -> sa.Column[str]:
    """Words."""
    return sa.Column(name, sa.Text, nullable=not required)


def number(name: str, *, required: bool = True) -> sa.Column[int]:
    """A whole number; money when the name ends in _satang."""
    return sa.Column(name, SATANG if name.endswith("_satang") else sa.Integer, nullable=not required)


def ref(name: str, target: str, *, required: bool = True) -> sa.Column[int]:
    """A reference to the id of another table."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{target}.id"), nullable=not required)


def one_of(column: str, values: Iterable[str], name: str) -> sa.CheckConstraint:
    """Only these words may stand in the column."""
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=name)


def where(condition: str) -> dict[str, Any]:
    """A partial index. The migrations say the same for PostgreSQL; here it would load that dialect at every start."""
    return {"sqlite_where": sa.text(condition)}
