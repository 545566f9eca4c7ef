"""Claims that wait for papers, a resolution or their payment, with room for the meeting's answer."""

from typing import Final

from wangfund.documents.month_pack.section import (
    LIST,
    clipped,
    draw_list,
    money_column,
    open_section,
    total_row,
)
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.run import Run, Text
from wangfund.documents.typeset.style import BODY, NOTE, TABLE
from wangfund.documents.typeset.table import Cell, CheckBoxes, Column, Lines, Row, RowRules, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.domain.papers.month_pack import ClaimWaiting, MonthPack
from wangfund.text.paper_words import year_words
from wangfund.text.terms import CLAIM_STATES
from wangfund.thai.dates import short_date
from wangfund.thai.money_text import format_baht, format_baht_or_dash

_ANSWERS: Final = CheckBoxes(("อนุมัติ", "ไม่อนุมัติ", "รอข้อมูล"), stacked=True)
_APPROVED: Final = "approved"
_WELFARE: Final = "welfare"


def draw_claims(paper: Paper, pack: MonthPack) -> None:
    """By request; what is approved already has no boxes to tick. Under them the promises of 9.11 rule 20."""
    waiting = pack.waiting
    open_section(paper, "คำขอรับสวัสดิการที่รออยู่", f"{len(waiting):,} คำขอ" if waiting else "", 45 * MM)
    if waiting:
        columns = (
            Column("ที่", 9 * MM, "center", TABLE),
            Column("คำขอและข้อเท็จจริง", None, style=TABLE, wraps=True, most_lines=8),
            money_column("บาท", (one.net_satang for one in waiting), TABLE, 28 * MM),
            Column("มติ", 32 * MM, style=TABLE, wraps=True),
        )
        rows = [_row(place, one) for place, one in enumerate(waiting, 1)]
        total = format_baht(sum(one.net_satang for one in waiting))
        rows.append(total_row("", f"รวม {len(waiting):,} คำขอ", total))
        draw_table(paper, Table(columns, rows, RowRules.HAIR))
        _draw_pool(paper, pack)
    else:
        draw_list(paper, (), ())
    _draw_promises(paper, pack)


def _row(place: int, one: ClaimWaiting) -> Row:
    number = f"คำขอ {one.number}/{year_words(one.fiscal_year)}"
    facts = Lines(
        (
            [*clipped(one.benefit_name or one.benefit, TABLE.bold, 160 * MM), Run(f" {number}", NOTE)],
            [*clipped(one.name, TABLE, 160 * MM), Run(f" ({one.member_no})", TABLE)],
            Run(f"เกิดเหตุ {short_date(one.event_on)} · ยื่น {short_date(one.claimed_on)}", LIST.grey),
        )
    )
    state = CLAIM_STATES.get(one.state, one.state)
    answer: Cell = state if one.state == _APPROVED else _ANSWERS
    return Row((str(place), facts, Run(format_baht_or_dash(one.net_satang), TABLE.bold), answer))


def _draw_pool(paper: Paper, pack: MonthPack) -> None:
    """The welfare pool before and after all of them, when there is one of that name and every amount is known."""
    pool = next((one for one in pack.pools if one.pool == _WELFARE), None)
    if pool is None or any(not one.net_satang for one in pack.waiting):
        return
    after = pool.closing_satang - sum(one.net_satang for one in pack.waiting)
    line: Text = [
        Run(f"กองสวัสดิการ {short_date(pack.month.last_day)} ", BODY),
        Run(format_baht(pool.closing_satang), BODY.bold),
        Run(" · หลังจ่ายทั้งหมด ", BODY),
        Run(format_baht(after), BODY.bold),
    ]
    paper.write(line)


def _draw_promises(paper: Paper, pack: MonthPack) -> None:
    promises = pack.promises
    paper.skip(2 * MM)
    paper.need(28 * MM)
    columns = (
        Column("ผูกพันไว้แล้ว", None, style=LIST),
        Column("จำนวน", 34 * MM, "right", LIST),
        money_column("บาท", (promises.approved_unpaid_satang, promises.paid_ahead_satang), least=34 * MM),
    )
    rows = [
        Row(
            (
                "อนุมัติแล้ว รอจ่าย",
                f"{promises.approved_unpaid_cases:,} ราย",
                format_baht_or_dash(promises.approved_unpaid_satang),
            )
        ),
        Row(
            (
                "เงินสมทบรับล่วงหน้า",
                f"{promises.paid_ahead_months:,} เดือน",
                format_baht_or_dash(promises.paid_ahead_satang),
            )
        ),
    ]
    draw_list(paper, columns, rows, total_row("รวม", None, format_baht(promises.total_satang)))
