"""Each village's members by standing, and what they owe."""

from operator import attrgetter

from wangfund.documents.month_pack.section import (
    LIST,
    count_column,
    draw_list,
    money_column,
    open_section,
    total_row,
)
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.table import Column, Row
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.text.paper_words import village_words
from wangfund.thai.dates import short_date
from wangfund.thai.money_text import DASH, format_baht, format_baht_or_dash

_COUNTS = ("members", "owing", "suspended", "lapsed", "unknown", "owed_months")


def draw_arrears(paper: Paper, pack: MonthPack) -> None:
    """By village number, with a total."""
    open_section(paper, "เงินสมทบค้างรายหมู่บ้าน", f"ณ {short_date(pack.month.last_day)}")
    columns = (
        Column("หมู่บ้าน", None, style=LIST, wraps=True, most_lines=2),
        count_column("สมาชิก"),
        count_column("ค้าง (คน)"),
        count_column("ระงับสิทธิ"),
        count_column("ถึงเกณฑ์พ้นสภาพ", 22 * MM),
        count_column("ยังไม่ทราบ"),
        count_column("เดือนที่ค้าง"),
        money_column("บาท", (one.owed_satang for one in pack.arrears), least=26 * MM),
    )
    rows = [
        Row(
            (
                village_words(one.moo, one.village),
                *(_count(attrgetter(name)(one)) for name in _COUNTS),
                format_baht_or_dash(one.owed_satang),
            )
        )
        for one in pack.arrears
    ]
    sums = (_count(sum(attrgetter(name)(one) for one in pack.arrears)) for name in _COUNTS)
    total = total_row("รวม", *sums, format_baht(sum(one.owed_satang for one in pack.arrears)))
    draw_list(paper, columns, rows, total)


def _count(number: int) -> str:
    return f"{number:,}" if number else DASH
