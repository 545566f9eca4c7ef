"""The sheet a pay day is signed on: who gets how much, with a line for the hand of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.month_pack.section import LIST, money_column, total_row
from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, report_head
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run, as_line, fit_line, line_width
from wangfund.documents.typeset.signature import Signature, draw_signatures, signatures_height
from wangfund.documents.typeset.style import BODY, FOOTER, HEADING, NOTE
from wangfund.documents.typeset.table import Cell, Column, Lines, Row, RowRules, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.documents.typeset.table_layout import PAD, spans
from wangfund.domain.papers.pay_day_sheet import PayDayLine, PayDaySheet
from wangfund.text.paper_words import resolution_words
from wangfund.thai.dates import long_date, short_date
from wangfund.thai.money_text import baht_text, format_baht, format_baht_or_dash

_LINE: Final = 10 * MM
_LEAST_NAME: Final = 0.9
_MANY: Final = 100


def render(sheet: PayDaySheet, path: Path, made_on: date) -> None:
    """Write the sheet.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    title = f"บัญชีจ่ายสวัสดิการ{sheet.benefit}"
    footer = Footer(Run(f"มีชื่อสมาชิก ห้ามติดประกาศ · พิมพ์ {short_date(made_on)}", FOOTER))
    paper = Paper(DocumentInfo(title, sheet.head.name, made_on), footer)
    clause = f" · {sheet.clause}" if sheet.clause else ""
    draw_head(paper, report_head(sheet.head.name, title, Run(f"วันจ่าย {long_date(sheet.day)}{clause}", NOTE)))
    if sheet.resolution:
        paper.write(resolution_words(sheet.resolution), BODY)
    paper.skip(2 * MM)
    _draw_lines(paper, sheet)
    paper.skip(2 * MM)
    # The sum stands with the hands that sign for it.
    paper.need(12 * MM + signatures_height(len(sheet.signatures)))
    paper.write(
        f"รวม {len(sheet.lines):,} ราย เป็นเงิน {format_baht(sheet.net_satang)} บาท ({baht_text(sheet.net_satang)})",
        BODY,
    )
    if sheet.set_aside:
        paper.skip(2 * MM)
        paper.write(f"งดจ่าย {len(sheet.set_aside):,} ราย", HEADING)
        for number, name, reason in sheet.set_aside:
            paper.paragraph(f"{number} {name}{'  ' + reason if reason else ''}", BODY)
    paper.skip(4 * MM)
    draw_signatures(paper, [Signature(one.name, one.role) for one in sheet.signatures])
    paper.save(path)


def _draw_lines(paper: Paper, sheet: PayDaySheet) -> None:
    kept = any(line.setoff_satang for line in sheet.lines)
    columns = [
        Column("ที่", (8 if len(sheet.lines) < _MANY else 11) * MM, "right", LIST),
        Column("เลขที่", 13 * MM, "left", LIST),
        Column("ชื่อ–สกุล", None, "left", LIST, wraps=True, most_lines=3),
        Column("หมู่/บ้าน", 17 * MM, "left", LIST),
        money_column("ได้รับ", (line.gross_satang for line in sheet.lines), LIST),
    ]
    if kept:
        columns += [
            money_column("หักค้าง", (line.setoff_satang for line in sheet.lines), LIST),
            money_column("จ่ายจริง", (line.net_satang for line in sheet.lines), LIST),
        ]
    columns += [Column("ใบ จ", 12 * MM, "center", LIST), Column("ลงชื่อผู้รับ", 33 * MM)]
    name = spans(columns, 0.0, paper.width)[2]
    room = name.right - name.left - 2 * PAD
    rows = [_row(at, line, room, kept=kept) for at, line in enumerate(sheet.lines, 1)]
    sums = [format_baht(sheet.gross_satang)]
    if kept:
        sums += [format_baht(sheet.gross_satang - sheet.net_satang), format_baht(sheet.net_satang)]
    rows.append(total_row("", "", "รวม", "", *sums, "", ""))
    draw_table(paper, Table(tuple(columns), rows, row_rules=RowRules.HAIR, least_row=_LINE))


def _name(name: str, room: float) -> Cell:
    """The whole name; one too long for its column has the family name under the given one, never half of it."""
    line = as_line(name, LIST)
    given, _, family = name.strip().rpartition(" ")
    if not given or line_width(line) * _LEAST_NAME <= room:
        return fit_line(line, room, _LEAST_NAME) if given else name
    return Lines((given, family))


def _row(at: int, line: PayDayLine, room: float, *, kept: bool) -> Row:
    money = [format_baht(line.gross_satang)]
    if kept:
        money += [format_baht_or_dash(line.setoff_satang), format_baht(line.net_satang)]
    return Row(
        (
            str(at),
            line.member_no,
            _name(line.name, room),
            f"{line.moo}/{line.house_no or '–'}",
            *money,
            line.voucher,
            "",
        )
    )
