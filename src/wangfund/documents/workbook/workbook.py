"""The workbook around the sheets: what it says of itself, and the bytes that go to disk."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl

from wangfund.documents.workbook.looks import Styles
from wangfund.documents.workbook.package import settled_package
from wangfund.documents.workbook.sheet import Sheet


class Book:
    """A workbook in the making. `made_on` is the day it was asked for, not the machine's clock."""

    def __init__(self, title: str, author: str, made_on: date) -> None:
        self._book = openpyxl.Workbook()
        self._book.remove(self._book.worksheets[0])
        self._made_at = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC)
        about = self._book.properties
        about.title, about.creator, about.lastModifiedBy, about.language = title, author, "wangfund", "th-TH"
        about.created = self._made_at
        self._styles = Styles(self._book)
        self._computed: dict[tuple[str, str], str] = {}

    def sheet(self, name: str) -> Sheet:
        """A new sheet after the others."""
        return Sheet(self._book.create_sheet(name), self._styles, self._computed)

    def save(self, path: Path) -> None:
        """Write the file; the same data and day give the same bytes.

        Raises:
            OSError: the disk refused.
        """
        raw = BytesIO()
        self._book.save(raw)
        numbers = {name: number for number, name in enumerate(self._book.sheetnames, 1)}
        computed: dict[str, dict[str, str]] = {}
        for (name, cell), value in self._computed.items():
            computed.setdefault(f"xl/worksheets/sheet{numbers[name]}.xml", {})[cell] = value
        path.write_bytes(settled_package(raw.getvalue(), self._made_at, computed))
