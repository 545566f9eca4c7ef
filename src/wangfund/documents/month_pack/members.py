"""Who came and who went in the month."""

from collections import Counter

from wangfund.documents.month_pack.section import LIST, count_column, draw_list, open_section
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.table import Column, Row
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.text.terms import MEMBER_MOVES
from wangfund.thai.dates import table_date

JOINED = "joined"


def draw_members(paper: Paper, pack: MonthPack) -> None:
    """By date, with the cause of each end."""
    kinds = Counter(move.kind for move in pack.moves)
    came = kinds.pop(JOINED, 0)
    went = kinds.total()
    note = f"เข้า {came:,} คน ออก {went:,} คน · สิ้นเดือนมี {pack.members_now:,} คน ตั้งแต่ตั้งกองทุน {pack.members_ever:,} คน"
    open_section(paper, "สมาชิกเข้าและออก", note)
    columns = (
        Column("วันที่", 24 * MM, style=LIST),
        count_column("เลขสมาชิก", 24 * MM, "left"),
        Column("ชื่อ–สกุล", None, style=LIST, wraps=True, most_lines=3),
        count_column("หมู่", 12 * MM, "center"),
        Column("เรื่อง", 46 * MM, style=LIST),
    )
    rows = [
        Row(
            (
                table_date(move.date),
                move.member_no,
                move.name,
                str(move.moo or ""),
                MEMBER_MOVES.get(move.kind, move.kind),
            )
        )
        for move in pack.moves
    ]
    draw_list(paper, columns, rows)
