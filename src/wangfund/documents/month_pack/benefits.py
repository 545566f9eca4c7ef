"""The benefits paid in the month, one line each, with names in full."""

from collections.abc import Sequence

from wangfund.documents.month_pack.section import (
    LIST,
    clipped,
    count_column,
    draw_list,
    money_column,
    open_section,
    total_row,
)
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.run import Run
from wangfund.documents.typeset.style import NOTE
from wangfund.documents.typeset.table import Column, Row
from wangfund.domain.papers.month_pack import BenefitPaid, MonthPack
from wangfund.thai.dates import MONTHS_SHORT
from wangfund.thai.money_text import format_baht, format_baht_or_dash


def draw_benefits(paper: Paper, pack: MonthPack) -> None:
    """By date and voucher; gross, what was set off, and what was paid out."""
    paid = pack.paid
    open_section(paper, "สวัสดิการที่จ่ายในเดือน", f"{len(paid):,} ราย" if paid else "")
    columns = (
        Column("วันที่", 15 * MM, style=LIST),
        count_column("ใบสำคัญ", 17.5 * MM),
        Column("ชื่อ–สกุล", None, style=LIST, wraps=True, most_lines=3),
        count_column("หมู่", 10 * MM, "center"),
        Column("สวัสดิการ", 36 * MM, style=LIST, wraps=True, most_lines=3),
        money_column("เต็มจำนวน", (one.gross_satang for one in paid)),
        money_column("หัก", (one.setoff_satang for one in paid), least=14 * MM),
        money_column("จ่ายจริง", (one.net_satang for one in paid)),
    )
    total = total_row(
        "รวม",
        None,
        None,
        None,
        None,
        format_baht(sum(one.gross_satang for one in paid)),
        format_baht_or_dash(sum(one.setoff_satang for one in paid)),
        format_baht(sum(one.net_satang for one in paid)),
    )
    draw_list(paper, columns, [_row(one) for one in paid], total)
    _draw_one_hand(paper, [one for one in paid if one.one_hand])


def _draw_one_hand(paper: Paper, paid: Sequence[BenefitPaid]) -> None:
    """Payments by one who had approved them; none is said of a month in which two people did each."""
    if not paid:
        return
    open_section(paper, "ผู้อนุมัติเป็นผู้จ่ายเงินเอง", f"{len(paid):,} ราย")
    columns = (
        count_column("ใบสำคัญ", 17.5 * MM),
        Column("จ่ายให้", 52 * MM, style=LIST, wraps=True, most_lines=3),
        money_column("บาท", (one.net_satang for one in paid)),
        Column("ผู้จ่าย: เหตุผล", None, style=LIST, wraps=True, most_lines=4),
    )
    rows = [
        Row((f"จ {one.voucher_number:04d}", one.name, format_baht(one.net_satang), one.one_hand))
        for one in paid
    ]
    draw_list(paper, columns, rows)


def _row(one: BenefitPaid) -> Row:
    counted = f" ({one.units})" if one.units > 1 else ""
    return Row(
        (
            f"{one.date.day} {MONTHS_SHORT[one.date.month - 1]}",
            f"จ {one.voucher_number:04d}",
            [*clipped(one.name, LIST, 100 * MM), Run(f" {one.member_no}", NOTE.sized(9.0))],
            str(one.moo or ""),
            f"{one.benefit_name or one.benefit}{counted}",
            format_baht(one.gross_satang),
            format_baht_or_dash(one.setoff_satang),
            format_baht(one.net_satang),
        )
    )
