"""The letter of a refusal: respectful, with the reason, its clause, the first day, and what can still be done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.documents.paper_checks import bare, ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HOSTILE, MADE_ON
from tests.funds import TODAY, on, stay, young_bytes
from wangfund.documents import refusal_pdf
from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.errors import Finding, Value
from wangfund.domain.papers.request_form import RequestForm
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.text.claim_sayings import saying
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.request_claim import RequestClaim, request_claim
from wangfund.usecases.request_form import request_form


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    path = tmp_path / "young.wangfund"
    path.write_bytes(young_bytes())
    with open_fund(path, on(TODAY)) as opened:
        yield opened


@pytest.fixture
def form(books: Books) -> RequestForm:
    """A stay of one who claimed too late."""
    claim, _ = request_claim(books, stay("0025", date(2026, 1, 5), 3, date(2026, 11, 9)))
    decide_claim(books, DecideClaim(claim, "ประชุมคณะกรรมการ ครั้งที่ 11/2569"))
    made = request_form(books, claim)
    assert made.assessment.result is Result.REFUSE
    return made


def _render(tmp_path: Path, form: RequestForm) -> bytes:
    path = tmp_path / "refusal.pdf"
    refusal_pdf.render(form, path, MADE_ON, "นายประเสริฐ วงศ์คำ")
    return path.read_bytes()


def test_letter_says_what_why_and_what_can_be_done(form: RequestForm, tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, form))
    shown = bare(text)
    for words in (
        "แจ้งผลการพิจารณา",
        "สมาชิกเลขที่ 0025",
        "ตามมติ ประชุมคณะกรรมการ ครั้งที่ 11/2569",
        "ครั้งนี้ยังจ่ายให้ไม่ได้",
        "โปรดนำหลักฐานมาแจ้งกองทุน",
        "(นายประเสริฐ วงศ์คำ)",
        "ประธานกรรมการ",
    ):
        assert bare(words) in shown, words
    assert any(finding.clause and bare(finding.clause) in shown for finding in form.assessment.findings)
    assert "ตามประชุม" not in shown


def test_letter_tells_the_first_day_where_there_is_one(form: RequestForm, tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path, replace(form, first_day=date(2027, 1, 4))))
    assert bare("ตั้งแต่วันที่ 4 มกราคม 2570 เป็นต้นไป") in bare(text)


@pytest.mark.parametrize(
    ("code", "desk", "member"),
    [
        ("DUPLICATE", "เปิดดูคำขอเดิมได้", "หากเป็นคนละเหตุ ขอดูเอกสารด้วยกันอีกครั้ง"),
        ("NOT_MEMBER_AT_EVENT", "ตรวจวันที่สมัครและวันที่สิ้นสุดในทะเบียน", "ขอดูสมุดประจำตัวด้วยกัน"),
        ("WRONG_PAY_DAY", "บันทึกเป็นวันจ่าย", "จ่ายเฉพาะวันที่กำหนด"),
        ("NO_DISABILITY_CARD", "บันทึกใหม่ได้", "นำบัตรมาแสดง แล้วยื่นใหม่ได้"),
    ],
)
def test_letter_tells_the_member_what_she_can_do_not_what_the_desk_does(
    form: RequestForm, tmp_path: Path, code: str, desk: str, member: str
) -> None:
    said = replace(form.assessment, findings=(Finding(code, clause="ข้อ 16"),))
    (text,) = page_texts(_render(tmp_path, replace(form, assessment=said)))
    assert bare(desk) not in bare(text)
    assert bare(member) in bare(text)


@pytest.mark.parametrize("code", ["SUSPENDED", "LAPSED", "REINSTATE_WAIT"])
def test_a_family_in_grief_reads_nothing_of_paying_up_or_of_a_next_time(
    books: Books, tmp_path: Path, code: str
) -> None:
    claim, _ = request_claim(books, RequestClaim("0025", "DEATH", {"event": "2026-11-08"}, TODAY))
    asked = request_form(books, claim)
    values: dict[str, Value] = {
        "event": "2026-11-08",
        "arrears_months": 4,
        "owed_satang": 12000,
        "reinstate_wait_days": 30,
    }
    refused = Finding(
        code, clause="ข้อ 10", values={**values, "reinstated": "2026-11-01", "first_day": "2026-12-01"}
    )
    said = replace(asked.assessment, findings=(refused,))
    (text,) = page_texts(_render(tmp_path, replace(asked, assessment=said)))
    aloud = saying(refused, None, grief=True)
    assert bare("แสดงความเสียใจ") in bare(text)
    for words in ("เมื่อชำระ", "สมัครใหม่", "การชำระ", "จะกลับมา", "ขอบคุณที่ชำระ", "ครั้งต่อไป"):
        assert bare(words) not in bare(text)
        assert words not in aloud


def test_letter_about_a_funeral_is_read_by_the_family_of_the_one_who_died(
    books: Books, tmp_path: Path
) -> None:
    end_membership(books, EndMembership("0003", "died", date(2026, 9, 8)))
    claim, _ = request_claim(books, RequestClaim("0003", "FUNERAL", {"event": "2026-09-08"}, TODAY))
    decide_claim(books, DecideClaim(claim, "มติ 11/2569"))
    form = request_form(books, claim)
    assert form.assessment.result is Result.REFUSE
    shown = bare(page_texts(_render(tmp_path, form))[0])
    assert bare(f"ทายาทของ{form.name}") in shown
    assert bare("แสดงความเสียใจกับครอบครัว") in shown
    assert bare("สมัครใหม่") not in shown


def test_letter_stays_inside_its_margins_whatever_the_name_is(form: RequestForm, tmp_path: Path) -> None:
    for name in (name for name in HOSTILE if "่้" not in name):
        data = _render(tmp_path, replace(form, name=name[:200], benefit_name=name[:200]))
        assert ink_outside(data) == []
        assert overlapping(data) == []
    assert unembedded(_render(tmp_path, form)) == []
