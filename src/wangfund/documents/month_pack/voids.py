"""Receipts and vouchers taken back in the month; their numbers stay."""

from wangfund.documents.month_pack.section import LIST, draw_list, money_column, open_section
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.table import Column, Row
from wangfund.domain.papers.month_pack import MonthPack, VoidedPaper
from wangfund.text.paper_words import PAPERS, year_words
from wangfund.thai.money_text import format_baht


def draw_voids(paper: Paper, pack: MonthPack) -> None:
    """With who it was for and why it was taken back."""
    voids = pack.voids
    open_section(paper, "ใบที่ยกเลิกในเดือน", f"{len(voids):,} ใบ" if voids else "")
    columns = (
        Column("ใบ", 26 * MM, style=LIST),
        Column("เลขที่", 34 * MM, style=LIST),
        Column("ชื่อ", None, style=LIST, wraps=True, most_lines=3),
        money_column("บาท", (one.amount_satang for one in voids), least=24 * MM),
        Column("เหตุผล", 48 * MM, style=LIST, wraps=True, most_lines=4),
    )
    rows = [
        Row(
            (
                PAPERS.get(one.paper, one.paper),
                _number(one),
                one.who,
                format_baht(one.amount_satang),
                one.reason,
            )
        )
        for one in voids
    ]
    draw_list(paper, columns, rows)


def _number(one: VoidedPaper) -> str:
    if one.book:
        return f"เล่ม {one.book} เลขที่ {one.leaf}"
    return f"จ {one.number:04d}/{year_words(one.fiscal_year)}"
