"""One sheet being written from the top down: exact figures, safe text, Thai widths, print set-up."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from wangfund.documents.workbook.cells import (
    FORMATS,
    Baht,
    Check,
    Content,
    Count,
    Day,
    Month,
    Recomputed,
    decimal_text,
)
from wangfund.documents.workbook.looks import ROW_HEIGHT, Look, Styles
from wangfund.documents.workbook.safe_text import looks_like_formula, safe_text, text_width
from wangfund.text.workbook_words import PAGE_FOOT
from wangfund.thai.money_text import format_baht

_A4: Final = 9
_WIDEST: Final = 46
_NARROWEST: Final = 7
# Column widths count digits of the workbook's default face; ours is wider.
_FACE_FACTOR: Final = 1.2
_DAY_WIDTH: Final = 13
# Excel refuses rows taller than 409 points.
_MOST_LINES: Final = 18
_TITLES: Final = (Look.FUND, Look.TITLE, Look.NOTE)
_LEFT: Final = (str, type(None))


class Sheet:
    """A worksheet with a pen that stands on the next empty row; rows count from 1, columns from 0 (A)."""

    def __init__(self, worksheet: Worksheet, styles: Styles, computed: dict[tuple[str, str], str]) -> None:
        self._ws = worksheet
        self._styles = styles
        self._computed = computed
        self._widths: dict[int, int] = {}
        self.next_row = 1

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self._ws.title

    def row(self, contents: Sequence[Content], look: Look = Look.BODY) -> int:
        """Write a row; gives its number."""
        number, lines = self.next_row, 1
        for at, content in enumerate(contents):
            lines = max(lines, self._cell(number, at, content, look))
        self._ws.row_dimensions[number].height = ROW_HEIGHT * (lines + (look is Look.TITLE) * 0.3)
        self.next_row += 1
        return number

    def gap(self) -> None:
        """Leave a row empty."""
        self._ws.row_dimensions[self.next_row].height = ROW_HEIGHT / 2
        self.next_row += 1

    def head(self, contents: Sequence[Content]) -> int:
        """Write the table's head: it stays in sight and is printed again on every page."""
        number = self.row(contents, Look.HEAD)
        self._ws.freeze_panes = f"A{number + 1}"
        self._ws.print_title_rows = f"{number}:{number}"
        return number

    def filter(self, head: int, last: int, columns: int) -> None:
        """Let the reader filter the rows from the head to the last one."""
        if last > head:
            self._ws.auto_filter.ref = f"A{head}:{get_column_letter(columns)}{last}"

    def finish(self, *, landscape: bool, warning: str, made: str) -> None:
        """Set widths and the page: A4, as wide as the paper, page numbers; `warning` and `made` stand at its foot."""
        for at, width in self._widths.items():
            columns = self._ws.column_dimensions[get_column_letter(at + 1)]
            columns.width = round(min(max(width + 2, _NARROWEST), _WIDEST) * _FACE_FACTOR, 1)
        ws = self._ws
        ws.sheet_format.defaultRowHeight = ROW_HEIGHT
        ws.sheet_format.customHeight = True
        ws.sheet_view.showGridLines = False
        ws.page_setup.paperSize = _A4
        ws.page_setup.orientation = "landscape" if landscape else "portrait"
        ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
        ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        ws.page_margins.left = ws.page_margins.right = 0.6
        ws.page_margins.top, ws.page_margins.bottom, ws.page_margins.footer = 0.5, 0.7, 0.3
        ws.oddFooter = HeaderFooterItem(
            left=_HeaderFooterPart(text=warning or None),
            center=_HeaderFooterPart(text=PAGE_FOOT),
            right=_HeaderFooterPart(text=made),
        )

    def _cell(self, row: int, at: int, content: Content, look: Look) -> int:
        """Write a cell; gives the lines it takes."""
        cell = self._ws.cell(row, at + 1)
        assert isinstance(cell, Cell)
        text = safe_text(content) if isinstance(content, str) else ""
        lines = 1
        if content is not None and look not in _TITLES:
            shown = text_width(text) if isinstance(content, str) else _figure_width(content)
            width = shown if look is Look.BODY else ceil(shown * 1.08)
            self._widths[at] = max(self._widths.get(at, 0), width)
            lines = min(ceil((width + 2) / _WIDEST), _MOST_LINES)
        left = at == 0 if look is Look.HEAD else isinstance(content, _LEFT)
        number_format = FORMATS.get(type(content), "General")
        cell.style = self._styles.name_of(look, number_format, left=left, wrap=lines > 1)
        if content is not None:
            self._put(cell, text if isinstance(content, str) else content)
        return lines

    def _put(self, cell: Cell, content: str | int | Baht | Count | Day | Month | Check | Recomputed) -> None:
        match content:
            case str() as text:
                cell.value = text
                # openpyxl takes a leading '=' for a formula; the type says text, the prefix keeps it text when retyped.
                cell.data_type = "s"
                if looks_like_formula(text):
                    cell.quotePrefix = True
            case Baht(satang):
                cell.value, cell.data_type = decimal_text(satang), "n"
            case int():
                cell.value = content
            case Count(number):
                cell.value = number
            case Day(day):
                cell.value = day
            case Month(month):
                cell.value = month.first_day
            case Check(formula, satang) | Recomputed(formula, satang):
                cell.value = f"={formula}"
                self._computed[self.name, cell.coordinate] = decimal_text(satang)


def _figure_width(content: int | Baht | Count | Day | Month | Check | Recomputed) -> int:
    """The letters a figure shows."""
    match content:
        case Baht(satang) | Recomputed(_, satang) | Check(_, satang):
            return len(format_baht(satang))
        case Count(number):
            return len(f"{number:,}")
        case int():
            return len(str(content))
        case Day() | Month():
            return _DAY_WIDTH
