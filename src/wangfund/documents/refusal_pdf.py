"""The letter to a member whose claim cannot be paid: respectful, with the reason, the clause and what can still be done."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, form_head
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run
from wangfund.documents.typeset.signature import Signature, draw_signatures
from wangfund.documents.typeset.style import BODY
from wangfund.domain.errors import Severity
from wangfund.domain.papers.request_form import RequestForm
from wangfund.domain.rulebook.model import Heir
from wangfund.text.claim_sayings import letter_advice
from wangfund.text.claim_words import finding_words
from wangfund.text.paper_words import NOT_FOR_WALLS, fund_place, resolution_words, year_words
from wangfund.thai.dates import long_date
from wangfund.thai.names import same_person

_TITLE: Final = "แจ้งผลการพิจารณา"
_TEXT: Final = BODY.sized(14)
_LINE: Final = 2.2 * MM


def render(form: RequestForm, path: Path, made_on: date, chairman: str = "") -> None:
    """Write the letter of one claim that was refused.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    head = form.head
    paper = Paper(DocumentInfo(_TITLE, head.name, made_on), Footer(NOT_FOR_WALLS))
    number = Run(f"คำขอที่ {form.number}/{year_words(form.fiscal_year)}", BODY)
    draw_head(paper, form_head(head.name, fund_place(head), _TITLE, number, 17 * MM, 18.0))
    paper.rule(paper.y)
    paper.skip(6 * MM)
    paper.write(long_date(made_on), _TEXT, "right")
    paper.skip(4 * MM)
    for words in (
        f"เรื่อง  ผลการพิจารณาคำขอรับสวัสดิการ{form.benefit_name}",
        f"เรียน  {_reader(form)} สมาชิกเลขที่ {form.member_no}",
    ):
        paper.write(words, _TEXT)
        paper.skip(_LINE)
    for words in _body(form):
        paper.paragraph(words, _TEXT)
        paper.skip(_LINE)
    paper.skip(10 * MM)
    draw_signatures(paper, [Signature(chairman, "ประธานกรรมการ")], left=paper.left + paper.width / 2)
    paper.save(path)


def _of_death(form: RequestForm) -> bool:
    return form.died or (form.benefit is not None and form.benefit.heir is Heir.NAMED)


def _reader(form: RequestForm) -> str:
    """The member; of a death the one who asked, or whoever is left."""
    if not _of_death(form):
        return form.name
    other = form.payee and not same_person(form.payee, form.name)
    return f"{form.payee} ทายาทของ{form.name}" if other else f"ทายาทของ{form.name}"


def _body(form: RequestForm) -> list[str]:
    meeting = f" {resolution_words(form.resolution)}" if form.resolution else ""
    lines = ["คณะกรรมการขอแสดงความเสียใจกับครอบครัวของท่าน"] if _of_death(form) else []
    lines += [
        f"ตามที่ท่านยื่นคำขอรับสวัสดิการ{form.benefit_name} เมื่อวันที่ {long_date(form.claimed_on)}"
        f" คณะกรรมการได้พิจารณาแล้ว{meeting} เห็นว่าครั้งนี้ยังจ่ายให้ไม่ได้ เพราะ"
    ]
    for finding in form.assessment.findings:
        if finding.severity is Severity.ERROR:
            said = finding_words(finding, form.benefit)
            clause = f" ({finding.clause})" if finding.clause else ""
            lines.append(f"– {said.message}{clause}")
            advice = letter_advice(finding.code, said.advice, grief=_of_death(form))
            if advice:
                lines.append(f"   {advice}")
    if form.first_day is not None and not _of_death(form):
        lines.append(f"ท่านมีสิทธิสำหรับเหตุที่เกิดตั้งแต่วันที่ {long_date(form.first_day)} เป็นต้นไป")
    lines.append("หากท่านเห็นว่าข้อเท็จจริงไม่ตรง โปรดนำหลักฐานมาแจ้งกองทุน กองทุนยินดีพิจารณาให้ใหม่")
    lines.append("ขอแสดงความนับถือ และขอบคุณที่ร่วมดูแลกันเสมอมา")
    return lines
