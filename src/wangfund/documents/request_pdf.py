"""The request form for a benefit: the facts as told, the papers, the decision with its clauses, and who signs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, form_head
from wangfund.documents.typeset.measures import MM, THIN
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.page_ink import Pen
from wangfund.documents.typeset.run import Run, Text, as_line, fit_line
from wangfund.documents.typeset.signature import (
    SIGNATURE_HEIGHT,
    Signature,
    draw_signatures,
    signatures_height,
)
from wangfund.documents.typeset.style import BODY, HEADING, NOTE, TABLE
from wangfund.documents.typeset.table import Column, Row, RowKind, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.documents.typeset.table_layout import column_width
from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.errors import Severity
from wangfund.domain.papers.request_form import RequestForm
from wangfund.text.claim_words import fact_label, fact_value, finding_words, step_row
from wangfund.text.paper_words import (
    NOT_FOR_WALLS,
    fund_place,
    plain_baht,
    resolution_words,
    village_words,
    year_words,
)
from wangfund.thai.dates import long_date, short_date
from wangfund.thai.money_text import baht_text, format_baht

_TITLE: Final = "แบบคำขอรับสวัสดิการ"
_LABEL: Final = 62 * MM
_BOX: Final = 3.6 * MM
_PER_ROW: Final = 3
_PAPERS: Final = 2
_ROW: Final = 5.9 * MM


def render(forms: Sequence[RequestForm], path: Path, made_on: date) -> None:
    """Write the forms, each in a section of its own.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    author = forms[0].head.name if forms else ""
    footer = Footer(f"พิมพ์ {short_date(made_on)} · {NOT_FOR_WALLS}")
    paper = Paper(DocumentInfo(_TITLE, author, made_on), footer)
    if not forms:
        paper.write("ไม่มีคำขอในรายการที่เลือก")
    for place, form in enumerate(forms):
        if place:
            paper.next_section(footer)
        _draw(paper, form)
    paper.save(path)


def _draw(paper: Paper, form: RequestForm) -> None:
    head = form.head
    number: Text = [
        Run("คำขอที่ ", BODY),
        Run(f"{form.number}/{year_words(form.fiscal_year)}", BODY.bold),
    ]
    draw_head(paper, form_head(head.name, fund_place(head), _TITLE, number, 17 * MM, 18.0))
    paper.rule(paper.y)
    paper.skip(2 * MM)
    _draw_who(paper, form)
    _draw_facts(paper, form)
    _draw_papers(paper, form)
    _draw_asker(paper, form)
    _draw_decision(paper, form)
    _draw_approval(paper, form)


def _draw_who(paper: Paper, form: RequestForm) -> None:
    paper.text(paper.right, paper.y - 5.4 * MM, f"วันที่ {long_date(form.claimed_on)}", BODY, "right")
    age = f" อายุ {form.age} ปี" if form.age is not None else ""
    if form.payee and form.payee != form.name:
        paper.write([Run("ข้าพเจ้า ", BODY), Run(form.payee, BODY.bold), Run(" ขอรับสวัสดิการของสมาชิกรายนี้", BODY)])
    whose = "ข้าพเจ้า " if form.payee == form.name else "สมาชิก "
    paper.write([Run(whose, BODY), Run(form.name, BODY.bold.sized(14)), Run(age, BODY)])
    house = f"บ้านเลขที่ {form.house_no}" if form.house_no else ""
    where = " ".join(part for part in (house, village_words(form.moo, form.village)) if part)
    identity = f"เลขประจำตัวประชาชน {form.national_id}" if form.national_id else ""
    phone = f"โทร. {form.phone}" if form.phone else ""
    for parts in ((f"สมาชิกเลขที่ {form.member_no}", where), (identity, phone)):
        if any(parts):
            paper.write("   ".join(part for part in parts if part), BODY)
    paper.write([Run("ขอรับสวัสดิการเรื่อง ", BODY), Run(form.benefit_name, BODY.bold.sized(14))])


def _draw_facts(paper: Paper, form: RequestForm) -> None:
    rows = [Row((fact_label(fact), fact_value(fact))) for fact in form.facts]
    rows.append(Row(("ผู้รับเงิน", form.payee or "ยังไม่ได้ระบุ")))
    columns = (
        Column(width=_LABEL, style=BODY.grey, wraps=True, most_lines=3),
        Column(width=None, style=BODY, wraps=True, most_lines=4),
    )
    draw_table(paper, Table(columns, rows, least_row=_ROW, headless=True))


def _draw_papers(paper: Paper, form: RequestForm) -> None:
    """The papers asked, two to a line, those that are there ticked."""
    if not form.papers:
        return
    paper.skip(1.5 * MM)
    paper.write("หลักฐานที่แนบ", BODY.bold)
    indent = _BOX + 2.5 * MM
    column = paper.width / _PAPERS
    for start in range(0, len(form.papers), _PAPERS):
        paper.need(7 * MM)
        baseline = paper.y - 5 * MM
        for place, (words, there) in enumerate(form.papers[start : start + _PAPERS]):
            x = paper.left + 2 * MM + place * column
            paper.checkbox(x, baseline, _BOX)
            if there:
                _tick(paper, x, baseline)
            said = as_line(words if there else f"{words} (ยังไม่มี)", BODY)
            paper.text(x + indent, baseline, fit_line(said, column - indent - 4 * MM, 0.6))
        paper.skip(6.6 * MM)


def _tick(paper: Paper, x: float, baseline: float) -> None:
    pen = Pen(1.1)
    paper.ink.rule(x + 0.7 * MM, baseline + 1.7 * MM, x + 1.5 * MM, baseline + 0.7 * MM, pen)
    paper.ink.rule(x + 1.5 * MM, baseline + 0.7 * MM, x + 3.0 * MM, baseline + 2.9 * MM, pen)


def _draw_asker(paper: Paper, form: RequestForm) -> None:
    paper.need(SIGNATURE_HEIGHT)
    third = paper.width / 3
    paper.text(paper.left, paper.y - 6.5 * MM, "ข้าพเจ้าขอรับรองว่าข้อความข้างต้นเป็นความจริง", BODY)
    signer = Signature(form.payee, "ผู้ขอรับสวัสดิการ")
    draw_signatures(paper, [signer], left=paper.right - third - 6 * MM)
    paper.skip(1.5 * MM)


def _draw_decision(paper: Paper, form: RequestForm) -> None:
    said = form.assessment
    rows = []
    amounts = [step for step in said.steps if step.amount_satang]
    figures = [format_baht(step.amount_satang) for step in amounts]
    total = format_baht(said.net_satang)
    width = column_width([*figures, total], TABLE.bold, 26 * MM)
    for step in (*form.checks, *said.steps):
        what, why = step_row(step, form.benefit)
        figure = format_baht(step.amount_satang) if step.amount_satang else ""
        rows.append(Row(([Run(what, TABLE.semibold), Run(f"  {why}", NOTE)], step.clause, figure)))
    for finding in said.findings:
        if finding.severity is not Severity.NOTE:
            words = finding_words(finding, form.benefit)
            rows.append(Row(([Run(words.message, TABLE.semibold)], finding.clause, "")))
    paper.need((len(rows) + 2) * _ROW)
    version = f"ระเบียบฉบับที่ {form.rulebook_version}" if form.rulebook_version else ""
    title = [Run("ผลตรวจตามระเบียบ  ", HEADING), Run(version, NOTE)]
    paper.rule(paper.y, THIN)
    paper.skip(1.5 * MM)
    paper.write(title)
    if said.gross_satang:
        net: Text = [Run("จ่ายสุทธิ  ", TABLE.bold), Run(f"({baht_text(said.net_satang)})", TABLE)]
        rows.append(Row((net, None, total), RowKind.SUBTOTAL))
    columns = (
        Column(width=None, wraps=True, most_lines=4),
        Column(width=26 * MM, style=TABLE.grey),
        Column(width=width, align="right"),
    )
    draw_table(paper, Table(columns, rows, least_row=_ROW, headless=True))
    for line in _answer_lines(form):
        paper.paragraph(line, BODY)


def _answer_lines(form: RequestForm) -> list[str]:
    said = form.assessment
    if said.result is Result.REFUSE:
        first = finding_words(said.findings[0], form.benefit) if said.findings else None
        advice = f" {first.advice}" if first is not None and first.advice else ""
        day = f" มีสิทธิสำหรับเหตุตั้งแต่วันที่ {long_date(form.first_day)}" if form.first_day else ""
        return [f"ครั้งนี้ยังจ่ายให้ไม่ได้ตามระเบียบ{day}{advice}"]
    if said.result is Result.PENDING:
        return ["ยังรอข้อมูลหรือมติตามที่แสดงไว้ข้างบน"]
    return []


def _draw_approval(paper: Paper, form: RequestForm) -> None:
    approvers = [] if form.by_resolution else list(range(1, form.approvers + 1))
    height = 16 * MM + signatures_height(len(approvers), _PER_ROW) + SIGNATURE_HEIGHT
    paper.need(height)
    paper.skip(1 * MM)
    clause = f" ({form.approval_clause})" if form.approval_clause else ""
    if approvers:
        paper.write([Run(f"กรรมการหมู่ {form.moo} รับรอง ", BODY.bold), Run(_limit(form, clause), NOTE)])
        draw_signatures(paper, [Signature("", f"กรรมการคนที่ {place}") for place in approvers], _PER_ROW)
    elif form.by_resolution and form.assessment.result is not Result.REFUSE:
        paper.write([Run("เสนอที่ประชุมคณะกรรมการกองทุน ", BODY.bold), Run(_limit(form, clause), NOTE)])
    _draw_verdict(paper, form)
    half = paper.left + paper.width / 2
    draw_signatures(paper, [Signature("", "เหรัญญิก"), Signature("", "ประธานกรรมการ")], 2, half - 40 * MM)


def _limit(form: RequestForm, clause: str) -> str:
    limit = plain_baht(form.limit_satang)
    return f"เกิน {limit} บาท{clause}" if form.by_resolution else f"ไม่เกิน {limit} บาท{clause}"


def _draw_verdict(paper: Paper, form: RequestForm) -> None:
    """The boxes of the meeting; what was decided is ticked only once it is decided."""
    baseline = paper.y - 6.5 * MM
    x = paper.left + 2 * MM
    result = form.assessment.result if form.decided else None
    for words, ticked in (("อนุมัติ", result is Result.PAY), ("ไม่อนุมัติ เพราะ", result is Result.REFUSE)):
        paper.checkbox(x, baseline, _BOX)
        if ticked:
            _tick(paper, x, baseline)
        x += _BOX + 2 * MM
        x += paper.text(x, baseline, words, BODY) + 8 * MM
    told = resolution_words(form.resolution) if form.decided else ""
    if told and result is Result.REFUSE:
        told = f"ผลตรวจข้างบน {told}"
    x -= 6 * MM
    if told:
        paper.text(x, baseline, [Run(told, BODY)])
    else:
        paper.dotted(x, paper.right, baseline - 1)
    paper.skip(8.5 * MM)
