"""Payment vouchers, one to a page: to whom, what for, how the amount was found, and who signs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.item_table import Item, draw_items
from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, form_head
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run, Text, as_line, fit_line, line_width
from wangfund.documents.typeset.signature import (
    SIGNATURE_HEIGHT,
    Signature,
    draw_signatures,
    signatures_height,
)
from wangfund.documents.typeset.stamp import draw_stamp
from wangfund.documents.typeset.style import BODY, FOOTER, FORM_NAME, HEADING, TABLE
from wangfund.documents.typeset.table import Column, Row, RowKind, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.documents.typeset.table_layout import column_width
from wangfund.domain.papers.voucher_paper import VoucherLine, VoucherPaper
from wangfund.text.accounts import account_name
from wangfund.text.paper_words import (
    copy_words,
    fund_place,
    resolution_words,
    step_words,
    village_words,
    voucher_line_words,
    year_words,
)
from wangfund.text.terms import pool_name
from wangfund.thai.dates import long_date, short_date
from wangfund.thai.money_text import format_baht

_TITLE: Final = "ใบสำคัญจ่าย"
_BODY: Final = 40 * MM
_ROW: Final = 9.6 * MM
_ROOMY_LINES: Final = 4
_AIR: Final = 6 * MM
_STEP: Final = 6.6 * MM
_MOST_ROOMY_STEPS: Final = 6


def render(papers: Sequence[VoucherPaper], path: Path, made_on: date) -> None:
    """Write the vouchers in their order, each on a page of its own (or more, when it has much to say).

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    author = papers[0].head.name if papers else ""
    footers = [_footer(voucher, made_on) for voucher in papers]
    paper = Paper(DocumentInfo(_TITLE, author, made_on), footers[0] if footers else None)
    if not papers:
        paper.write("ไม่มีใบสำคัญจ่ายในรายการที่เลือก")
    for place, (voucher, footer) in enumerate(zip(papers, footers, strict=True)):
        if place:
            paper.next_section(footer)
        _draw_voucher(paper, voucher)
    paper.save(path)


def _footer(voucher: VoucherPaper, made_on: date) -> Footer:
    rest = f" · พิมพ์ {short_date(made_on)} · {copy_words(voucher.copy)}"
    return Footer([Run("ตรวจใบสำคัญ ", FOOTER), Run(voucher.check_code, FOOTER.bold), Run(rest, FOOTER)])


def _draw_voucher(paper: Paper, voucher: VoucherPaper) -> None:
    head = voucher.head
    number: Text = [
        Run("เลขที่ ", BODY),
        Run(f"จ {voucher.number:04d}/{year_words(voucher.fiscal_year)}", BODY.bold),
    ]
    draw_head(paper, form_head(head.name, fund_place(head), _TITLE, number, 17 * MM, 18.0))
    paper.rule(paper.y)
    paper.skip(2 * MM)
    _draw_payee(paper, voucher)
    stamp_at = paper.y - _BODY / 2 - 7 * MM
    unit = next((str(value) for step in voucher.steps for name, value in step.values if name == "unit"), "")
    items = [Item(*voucher_line_words(line, unit), line.amount_satang) for line in voucher.lines]
    row = _ROW if len(items) <= _ROOMY_LINES else 0.0
    draw_items(paper, items, voucher.amount_satang, "รวมจ่าย", _BODY, row)
    if voucher.voided:
        draw_stamp(paper, paper.right - 72 * MM, stamp_at, "ยกเลิก")
        reason: Text = [Run("ยกเลิกแล้ว ", BODY.bold), Run(voucher.void_reason, BODY)]
        paper.skip(1.5 * MM)
        paper.write(reason)
    if voucher.steps:
        _draw_steps(paper, voucher.steps)
    _draw_basis(paper, voucher)
    _draw_signatures(paper, voucher)


def _draw_payee(paper: Paper, voucher: VoucherPaper) -> None:
    day = as_line(f"วันที่ {long_date(voucher.date)}", BODY)
    baseline = paper.y - 6 * MM
    paper.ink.line(paper.right - line_width(day), baseline, day)
    label = (Run("จ่ายให้ ", BODY),)
    room = paper.width - line_width(label) - line_width(day) - 5 * MM
    name = fit_line(as_line(voucher.payee, FORM_NAME), room, 0.7)
    paper.ink.line(paper.left, baseline, (*label, *name))
    paper.skip(8.6 * MM)
    house = f"บ้านเลขที่ {voucher.house_no}" if voucher.house_no else ""
    member = f"เลขสมาชิก {voucher.member_no}" if voucher.member_no else ""
    where = " ".join(part for part in (house, village_words(voucher.moo, voucher.village)) if part)
    identity = f"เลขประจำตัวประชาชน {voucher.national_id}" if voucher.national_id else ""
    source = f"จ่ายจาก {account_name(voucher.paid_from_account, voucher.paid_from)}"
    if voucher.slip:
        source += f" เลขที่ใบโอนหรือใบถอน {voucher.slip}"
    pool = pool_name(voucher.pool) if voucher.pool else ""
    proxy = f"รับแทนโดย {voucher.proxy} หลักฐาน {voucher.proxy_papers}" if voucher.proxy else ""
    for parts in ((member, where), (identity, source, pool), (proxy,)):
        if any(parts):
            paper.paragraph("   ".join(part for part in parts if part), BODY)
    paper.skip(3 * MM)


def _draw_steps(paper: Paper, steps: Sequence[VoucherLine]) -> None:
    figures = [format_baht(step.amount_satang) for step in steps]
    total = format_baht(sum(step.amount_satang for step in steps))
    columns = (
        Column(width=None, wraps=True, most_lines=4),
        Column(width=28 * MM, style=TABLE.grey),
        Column(width=column_width([*figures, total], TABLE.bold, 34 * MM), align="right"),
    )
    rows = [
        Row((step_words(step), step.words or "", figure)) for step, figure in zip(steps, figures, strict=True)
    ]
    rows.append(Row(("สุทธิ", None, total), RowKind.SUBTOTAL))
    paper.skip(4 * MM)
    paper.need(len(rows) * 6 * MM + 8 * MM)
    paper.write("ที่มาของจำนวนเงิน", HEADING)
    draw_table(
        paper,
        Table(columns, rows, least_row=_STEP if len(steps) <= _MOST_ROOMY_STEPS else 0.0, headless=True),
    )


def _draw_basis(paper: Paper, voucher: VoucherPaper) -> None:
    """The claim, the rules and the resolution the payment rests on."""
    village = f"หมู่ {voucher.moo} " if voucher.moo else ""
    parts = [
        f"คำขอที่ {voucher.claim_number}/{year_words(voucher.claim_year)}" if voucher.claim_number else "",
        f"ระเบียบฉบับที่ {voucher.rulebook_version}" if voucher.rulebook_version else "",
        resolution_words(voucher.resolution),
        f"อนุมัติโดยกรรมการ{village}จำนวน {voucher.approvers} คน" if voucher.approvers else "",
        f"ผู้อนุมัติเป็นผู้จ่ายเงินด้วย เพราะ{voucher.one_hand_reason}" if voucher.one_hand_reason else "",
    ]
    told = " · ".join(part for part in parts if part)
    if told:
        paper.skip(1.5 * MM)
        paper.paragraph(told, BODY.grey)
    if not voucher.voided:
        paper.skip(2.5 * MM)
        paper.write("ข้าพเจ้าได้รับเงินจำนวนนี้ครบถ้วนแล้ว", BODY)


def _draw_signatures(paper: Paper, voucher: VoucherPaper) -> None:
    named = (*voucher.approver_names, *("",) * voucher.approvers)[: max(voucher.approvers, 0)]
    approvers = [Signature(name, f"กรรมการคนที่ {place}") for place, name in enumerate(named, 1)]
    heading = 9 * MM if approvers else 0.0
    wanted = SIGNATURE_HEIGHT + heading + signatures_height(len(approvers))
    paper.need(wanted)
    air = max(0.0, min(_AIR, (paper.room - wanted) / 2))
    paper.skip(air)
    witnessed = (
        Signature(voucher.proxy, "ผู้รับเงินแทน") if voucher.proxy else Signature(voucher.payee, "ผู้รับเงิน"),
        Signature(voucher.payer, "ผู้จ่ายเงิน"),
        Signature("", "พยาน"),
    )
    draw_signatures(paper, witnessed)
    if approvers:
        paper.skip(2 * MM + air)
        village = f"หมู่ {voucher.moo} " if voucher.moo else ""
        paper.write(f"กรรมการ{village}ผู้อนุมัติ", BODY.bold)
        draw_signatures(paper, approvers)
