"""The claims a meeting decides: each with its facts, clause and amount, and boxes to tick; then the pool after it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.month_pack.section import money_column
from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, report_head
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run, Text
from wangfund.documents.typeset.signature import Signature, draw_signatures, signatures_height
from wangfund.documents.typeset.style import BODY, HEADING, NOTE, TABLE
from wangfund.documents.typeset.table import CheckBoxes, Column, Lines, Row, RowKind, RowRules, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.errors import Severity
from wangfund.domain.papers.approval_sheet import ApprovalSheet
from wangfund.domain.papers.request_form import RequestForm
from wangfund.text.claim_words import fact_label, fact_value, finding_words, step_row
from wangfund.text.paper_words import NOT_FOR_WALLS, year_words
from wangfund.text.rights_words import room_words
from wangfund.text.terms import pool_name
from wangfund.thai.dates import long_date, short_date
from wangfund.thai.money_text import format_baht, format_baht_or_dash

_TITLE: Final = "คำขอรับสวัสดิการเสนอที่ประชุมพิจารณา"
_FOOT: Final = 40 * MM
_BOXES: Final = CheckBoxes(("อนุมัติ", "ไม่อนุมัติ", "รอข้อมูล"), stacked=True)


def render(sheet: ApprovalSheet, path: Path, made_on: date) -> None:
    """Write the sheet.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    footer = Footer(f"เอกสารใช้ในที่ประชุม · {NOT_FOR_WALLS}")
    paper = Paper(DocumentInfo(_TITLE, sheet.head.name, made_on), footer)
    when = Run("ประชุมครั้งที่ …………… วันที่ ……………………………… ระเบียบวาระที่ ……", BODY)
    draw_head(paper, report_head(sheet.head.name, _TITLE, when))
    paper.skip(2 * MM)
    if sheet.waiting:
        _draw_claims(paper, sheet)
    else:
        paper.write("ไม่มีคำขอรอพิจารณา", BODY)
    # The signatures never stand alone on a page.
    paper.need(_FOOT + signatures_height(2, 2))
    _draw_pool(paper, sheet)
    _draw_known(paper, sheet)
    paper.skip(3 * MM)
    draw_signatures(paper, [Signature(one.name, one.role) for one in sheet.signatures], 2)
    paper.save(path)


def _draw_claims(paper: Paper, sheet: ApprovalSheet) -> None:
    columns = (
        Column("ที่", 9 * MM, "right"),
        Column("คำขอและข้อเท็จจริง", None, wraps=True),
        Column("ระเบียบ", 17 * MM, wraps=True),
        money_column("บาท", [form.assessment.gross_satang for form in sheet.waiting], TABLE),
        Column("มติ", 25 * MM),
    )
    rows = [_row(at, form, _beside(sheet, at - 1)) for at, form in enumerate(sheet.waiting, 1)]
    total = (
        None,
        [Run(f"รวม {len(sheet.waiting):,} คำขอ", TABLE.bold)],
        None,
        format_baht(sheet.asked_satang),
        None,
    )
    draw_table(paper, Table(columns, [*rows, Row(total, RowKind.TOTAL)], row_rules=RowRules.HAIR))


def _beside(sheet: ApprovalSheet, place: int) -> str:
    """What another waiting claim changes about this one, "" where there is none."""
    same_event, same_member = sheet.same_event[place], sheet.same_member[place]
    if same_event is not None:
        year, number = same_event
        return f"เหตุเดียวกับคำขอ {number}/{year_words(year)} ที่รอพิจารณา จ่ายได้คำขอเดียว"
    if same_member is not None:
        year, number = same_member
        return f"คนเดียวกันมีคำขอ {number}/{year_words(year)} รอพิจารณาด้วย เพดานที่เหลือนับร่วมกัน"
    return ""


def _row(at: int, form: RequestForm, beside: str = "") -> Row:
    said = form.assessment
    title: Text = [
        Run(form.benefit_name, TABLE.bold),
        Run(f"  คำขอ {form.number}/{year_words(form.fiscal_year)} ยื่น {short_date(form.claimed_on)}", NOTE),
    ]
    missing = [paper for paper, there in form.papers if not there]
    evidence = f"ยังขาด {' '.join(missing)}" if missing else "หลักฐานครบ"
    who = Run(f"{form.name} ({form.member_no}) หมู่ {form.moo}", TABLE)
    lines: list[Text] = [title, [who, Run(f" · {evidence}", NOTE)]]
    facts = " · ".join(f"{fact_label(fact)} {fact_value(fact)}" for fact in form.facts)
    if facts:
        lines.append(Run(facts, NOTE))
    for step in said.steps:
        what, why = step_row(step, form.benefit)
        amount = f" {format_baht(step.amount_satang)}" if step.amount_satang and len(said.steps) > 1 else ""
        lines.append(Run(f"{what} {why}{amount}".strip(), NOTE))
    lines += [
        Run(finding_words(finding, form.benefit).message, NOTE)
        for finding in said.findings
        # What is missing stands with the papers.
        if finding.severity is not Severity.NOTE and not (missing and finding.code == "DOC_MISSING")
    ]
    unit = "" if form.benefit is None else form.benefit.unit
    rooms = [words for room in form.rooms if (words := room_words(room, unit))]
    if rooms and said.result is not Result.REFUSE:
        lines.append(Run("ก่อนครั้งนี้ " + " · ".join(rooms), NOTE))
    if beside:
        lines.append(Run(beside, TABLE.bold))
    if form.payee and form.payee != form.name:
        lines.append(Run(f"ผู้รับเงิน {form.payee}", NOTE))
    if said.setoff_satang:
        lines.append(
            Run(f"หักเงินค้าง {format_baht(said.setoff_satang)} จ่ายจริง {format_baht(said.net_satang)}", NOTE)
        )
    if said.result is Result.REFUSE:
        lines.append(Run("ตามระเบียบยังจ่ายไม่ได้", TABLE.bold))
    clause = said.clause or (form.benefit.clause if form.benefit is not None else "")
    return Row((str(at), Lines(tuple(lines)), clause, format_baht_or_dash(said.gross_satang), _BOXES))


def _draw_pool(paper: Paper, sheet: ApprovalSheet) -> None:
    paper.skip(2.5 * MM)
    after = sheet.pool_satang - sheet.asked_satang
    paper.write(
        [
            Run(f"{pool_name(sheet.pool)} ณ {short_date(sheet.day)} หลังกันเงินที่อนุมัติแล้ว ", BODY),
            Run(format_baht(sheet.pool_satang), BODY.bold),
            Run("    ถ้าจ่ายทั้งหมด เหลือ ", BODY),
            Run(format_baht(after), BODY.bold),
        ]
    )
    if after < 0:
        paper.write(f"เงินกองนี้ไม่พอ ขาดอยู่ {format_baht(-after)} บาท", BODY.bold)


def _draw_known(paper: Paper, sheet: ApprovalSheet) -> None:
    paper.skip(2 * MM)
    paper.need(20 * MM)
    paper.rule(paper.y)
    paper.skip(2 * MM)
    paper.write("แจ้งเพื่อทราบ", HEADING)
    since = f"ตั้งแต่ {long_date(sheet.since)}"
    count, satang = sheet.paid
    paper.write(f"จ่ายแล้ว{since} {count:,} ราย {format_baht(satang)} บาท", BODY)
    if sheet.refused:
        paper.write(f"ยังจ่ายไม่ได้ตามระเบียบ แจ้งสมาชิกแล้ว {sheet.refused:,} ราย", BODY)
