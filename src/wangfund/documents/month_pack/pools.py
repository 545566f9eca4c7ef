"""The pools over the month: what each had, received, paid and has."""

from wangfund.documents.month_pack.section import LIST, draw_list, money_column, open_section, total_row
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.table import Column, Row
from wangfund.domain.papers.month_pack import MonthPack, PoolLine
from wangfund.text.terms import pool_name
from wangfund.thai.money_text import format_baht, format_baht_or_dash


def draw_pools(paper: Paper, pack: MonthPack) -> None:
    """In the rulebook's order, with a total."""
    pools = pack.pools
    open_section(paper, "กองเงินในเดือน")
    columns = (
        Column("กอง", None, style=LIST, wraps=True, most_lines=2),
        money_column("ยกมา", (one.opening_satang for one in pools), least=31 * MM),
        money_column("รับเข้า", (one.received_satang for one in pools), least=31 * MM),
        money_column("จ่ายออก", (one.paid_satang for one in pools), least=31 * MM),
        money_column("คงเหลือ", (one.closing_satang for one in pools), least=31 * MM),
    )
    figures = [_figures(one) for one in pools]
    rows = [
        Row((pool_name(one.pool), *(format_baht_or_dash(satang) for satang in four)))
        for one, four in zip(pools, figures, strict=True)
    ]
    total = total_row("รวม", *(format_baht(sum(four[at] for four in figures)) for at in range(4)))
    draw_list(paper, columns, rows, total)


def _figures(one: PoolLine) -> tuple[int, int, int, int]:
    return one.opening_satang, one.received_satang, one.paid_satang, one.closing_satang
