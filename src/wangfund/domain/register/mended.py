"""What mending one cell gives: a value that can be trusted or None, and the remarks about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from wangfund.domain.errors import Severity, Value, Values
from wangfund.domain.register.grid import Cell
from wangfund.thai.repair import repair

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Remark:
    """A code about one cell, without its place."""

    code: str
    severity: Severity = Severity.ERROR
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mended(Generic[T]):
    """A trusted value or None, and why."""

    value: T | None = None
    remarks: tuple[Remark, ...] = ()


def error(code: str, **values: Value) -> Mended[T]:
    """No value, and the row waits for a person."""
    return Mended(None, (Remark(code, Severity.ERROR, values),))


def warning(code: str, value: T | None = None, **values: Value) -> Mended[T]:
    """A value (or none) that goes on with a warning."""
    return Mended(value, (Remark(code, Severity.WARNING, values),))


def note(code: str, value: T | None = None, **values: Value) -> Mended[T]:
    """A value (or none) that goes on with a note."""
    return Mended(value, (Remark(code, Severity.NOTE, values),))


def cell_text(cell: Cell) -> str:
    """A cell as one repaired line of text: '' when blank, whole numbers plain, dates as day/month/year."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, str):
        return " ".join(repair(cell).split())
    if isinstance(cell, date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def is_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing: dashes, dots, 'ไม่มี', 'ไม่ทราบ'."""
    return text.strip(" -–—._/*?") in {"", "ไม่มี", "ไม่ทราบ", "ไม่ระบุ", "ไม่แน่ชัด", "n/a", "N/A", "#N/A", "#REF!"}
