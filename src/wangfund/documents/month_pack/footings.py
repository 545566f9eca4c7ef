"""Every check of the figures: two amounts, each found its own way, and whether they are equal."""

from wangfund.documents.month_pack.section import LIST, draw_list, money_column, open_section
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.run import Run
from wangfund.documents.typeset.table import Column, Row
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.text.paper_words import footing_words
from wangfund.thai.money_text import format_baht, format_baht_or_dash


def draw_footings(paper: Paper, pack: MonthPack) -> None:
    """In words, so that it reads on any printer: ตรง or ไม่ตรง."""
    footings = pack.footings
    open_section(paper, "ตรวจยอด")
    columns = (
        Column("ข้อตรวจ", None, style=LIST, wraps=True, most_lines=3),
        money_column("คำนวณได้", (one.left_satang for one in footings), least=27 * MM),
        money_column("ต้องเท่ากับ", (one.right_satang for one in footings), least=27 * MM),
        money_column("ต่างกัน", (one.left_satang - one.right_satang for one in footings), least=24 * MM),
        Column("ผล", 18 * MM, style=LIST),
    )
    rows = [
        Row(
            (
                footing_words(one.code),
                format_baht(one.left_satang),
                format_baht(one.right_satang),
                format_baht_or_dash(one.left_satang - one.right_satang),
                "ตรง" if one.right else Run("ไม่ตรง", LIST.bold),
            )
        )
        for one in footings
    ]
    draw_list(paper, columns, rows)
