"""Collection sheets of villages: twenty lines a page, totals carried on, the cash counted at the foot."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.sheet_rows import SheetFormat, format_of, height_of, row_of, totals_of
from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, sheet_head
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run, as_line, line_width
from wangfund.documents.typeset.style import BODY, HEADING, NOTE
from wangfund.documents.typeset.table import Row, RowKind, RowRules, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.domain.papers.collection_sheet import CollectionSheet, SheetRow
from wangfund.text.paper_words import plain_baht, village_words, year_words
from wangfund.thai.dates import long_month

_TITLE: Final = "ใบเก็บเงินสมทบ"
LINES_A_PAGE: Final = 20
_ROW: Final = 8.7 * MM
_NOTES_AND_COINS: Final = (("1,000", "500", "100"), ("50", "20", "10"), ("5", "2", "1"))
_COUNT_HEIGHT: Final = 37 * MM
_LINE: Final = 7.2 * MM
# What stands under the lines: heads and totals of the table, a note, and on page 1 the count.
_LATER_FOOT: Final = 42 * MM
_FIRST_FOOT: Final = 24 * MM + _COUNT_HEIGHT
_UNKNOWN_NOTE: Final = "ยังไม่ทราบ = ยังไม่รู้ว่าชำระถึงเดือนใด ขอดูสมุดประจำตัวสมาชิกก่อนรับเงิน"


def render(sheets: Sequence[CollectionSheet], path: Path, made_on: date) -> None:
    """Write the sheets in their order, each from a page 1 of its own.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    author = sheets[0].head.name if sheets else ""
    paper = Paper(DocumentInfo(_TITLE, author, made_on), _footer(sheets[0]) if sheets else None)
    if not sheets:
        paper.write("ไม่มีใบเก็บเงินในรายการที่เลือก")
    for place, sheet in enumerate(sheets):
        if place:
            paper.next_section(_footer(sheet))
        _draw_sheet(paper, sheet)
    paper.save(path)


def round_words(sheet: CollectionSheet) -> str:
    """``รอบที่ 10/2569 หมู่ 9``."""
    return f"รอบที่ {sheet.round_number}/{year_words(sheet.fiscal_year)} {village_words(sheet.moo)}".rstrip()


def _footer(sheet: CollectionSheet) -> Footer:
    whole = f"ทั้งใบ {len(sheet.rows)} คน ต้องเก็บ {plain_baht(sheet.total_satang)} บาท"
    return Footer(f"{round_words(sheet)} · {whole} · ขอให้ส่งเงินพร้อมใบนี้ทุกแผ่น")


def _draw_sheet(paper: Paper, sheet: CollectionSheet) -> None:
    wide = format_of(sheet)
    rows = sheet.rows
    start = 0
    while True:
        first = start == 0
        if not first:
            paper.next_page()
        _draw_head(paper, sheet)
        lines = _lines(wide, rows, start, paper.room - (_FIRST_FOOT if first else _LATER_FOOT))
        page = rows[start : start + len(lines)]
        lines += _totals(wide, page, rows[:start], last=start + len(page) == len(rows))
        if not rows:
            lines = [Row((None, None, "ไม่มีสมาชิกในหมู่บ้านนี้"))]
        table = Table(wide.columns, lines, RowRules.FIFTH, least_row=_ROW, closed=True)
        draw_table(paper, table)
        if any(not row.coverage_known for row in page):
            paper.write(_UNKNOWN_NOTE, NOTE, leading=1.4)
        if first:
            _draw_count(paper)
        else:
            paper.skip(1.5 * MM)
            paper.write("นับเงินและลงชื่อที่หน้า 1", NOTE)
        start += len(page)
        if start >= len(rows):
            return


def _lines(wide: SheetFormat, rows: Sequence[SheetRow], start: int, room: float) -> list[Row]:
    """The lines of one page: twenty, or fewer when long names need two lines."""
    lines: list[Row] = []
    for place, row in enumerate(rows[start : start + LINES_A_PAGE], start + 1):
        line = row_of(wide, place, row)
        room -= height_of(wide, line, _ROW)
        if room < 0 and lines:
            break
        lines.append(line)
    return lines


def _draw_head(paper: Paper, sheet: CollectionSheet) -> None:
    title = f"{_TITLE} {village_words(sheet.moo, sheet.village)}"
    right = (
        Run(long_month(sheet.month), HEADING),
        f"ผู้เก็บ {sheet.collector or '.' * 36}",
    )
    draw_head(paper, sheet_head(sheet.head.name, title, right, sheet.token))


def _totals(wide: SheetFormat, page: Sequence[SheetRow], before: Sequence[SheetRow], last: bool) -> list[Row]:
    rows = [totals_of(wide, f"รวมหน้านี้ {len(page)} คน", page, RowKind.TOTAL)]
    if before:
        both = (*before, *page)
        name = f"รวมทั้งใบ {len(both)} คน" if last else f"รวมถึงหน้านี้ {len(both)} คน"
        rows.append(totals_of(wide, f"ยกมาจากหน้าก่อน {len(before)} คน", before, RowKind.SUBTOTAL))
        rows.append(totals_of(wide, name, both, RowKind.TOTAL))
    return rows


def _draw_count(paper: Paper) -> None:
    """What the treasurer counts, and who hands the money over, for all pages of the sheet."""
    paper.need(_COUNT_HEIGHT)
    paper.skip(1.5 * MM)
    top = paper.y
    right = paper.left + 87 * MM
    paper.text(paper.left, top - 4.8 * MM, "นับเงินส่งเหรัญญิก (ทุกหน้า)", BODY.semibold)
    column = (right - paper.left + 3 * MM) / 3
    for down, line in enumerate(_NOTES_AND_COINS):
        baseline = top - 12.2 * MM - down * _LINE
        for place, value in enumerate(line):
            x = paper.left + place * column
            start = x + paper.text(x, baseline, f"{value} ×", BODY) + 1.6 * MM
            paper.dotted(start, x + column - 4 * MM, baseline - 1)
    baseline = top - 12.2 * MM - 3 * _LINE - 1 * MM
    start = paper.left + paper.text(paper.left, baseline, "รวมเงิน", BODY.semibold) + 2 * MM
    end = right - paper.text(right, baseline, "บาท", BODY.semibold, "right") - 2 * MM
    paper.dotted(start, end, baseline - 1)
    _draw_hands(paper, top, right + 8 * MM)
    paper.skip(_COUNT_HEIGHT - 1.5 * MM)


def _draw_hands(paper: Paper, top: float, left: float) -> None:
    middle = left + (paper.right - left) * 0.58
    lines = (
        (("ผู้เก็บ", left, paper.right),),
        (("เหรัญญิก", left, paper.right),),
        (("วันที่", left, middle), ("เวลา", middle + 2 * MM, paper.right)),
    )
    for down, line in enumerate(lines):
        baseline = top - 6.2 * MM - down * 9.2 * MM
        for word, start, end in line:
            width = line_width(as_line(word, BODY))
            paper.text(start, baseline, word, BODY)
            paper.dotted(start + width + 1.6 * MM, end, baseline - 1)
