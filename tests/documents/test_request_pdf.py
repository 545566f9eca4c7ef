"""The request form: facts, papers, steps with clauses, places to sign; one page, whatever is written in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.documents.paper_checks import bare, ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HOSTILE, MADE_ON
from tests.funds import TODAY, on, stay, young_bytes
from wangfund.documents import request_pdf
from wangfund.domain.papers.request_form import RequestForm
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.request_claim import RequestClaim, request_claim
from wangfund.usecases.request_form import request_form

ASKED = date(2026, 11, 9)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    path = tmp_path / "young.wangfund"
    path.write_bytes(young_bytes())
    with open_fund(path, on(TODAY)) as opened:
        yield opened


def _form(books: Books, command: RequestClaim, *, decided: bool = False) -> RequestForm:
    claim, _ = request_claim(books, command)
    if decided:
        decide_claim(books, DecideClaim(claim, "มติ 11/2569"))
    return request_form(books, claim)


def _render(tmp_path: Path, *forms: RequestForm) -> bytes:
    path = tmp_path / "request.pdf"
    request_pdf.render(forms, path, MADE_ON)
    return path.read_bytes()


def test_form_of_a_stay_says_everything_on_one_page(books: Books, tmp_path: Path) -> None:
    pdf = _render(tmp_path, _form(books, stay("0025", date(2026, 11, 2), 3, ASKED)))
    (text,) = page_texts(pdf)
    for words in (
        "แบบคำขอรับสวัสดิการ",
        "คำขอที่ 1/2569",
        "วันที่ 9 พฤศจิกายน 2569",
        "สมาชิกเลขที่ 0025",
        "วันเข้านอนโรงพยาบาล",
        "30 ต.ค. 2569",
        "ใบรับรองการนอนรักษาตัว",
        "ผลตรวจตามระเบียบ",
        "เป็นสมาชิกครบ 180 วัน",
        "ข้อ 15.2",
        "300.00",
        "\u221230.00",
        "(สองร้อยเจ็ดสิบบาทถ้วน)",
        "กรรมการคนที่ 3",
        "ไม่อนุมัติ เพราะ",
        "ประธานกรรมการ",
        "มีชื่อสมาชิก ห้ามติดประกาศ",
        "หน้า 1/1",
    ):
        assert bare(words) in bare(text), words
    assert "โรค" not in text
    assert (ink_outside(pdf), overlapping(pdf), unembedded(pdf)) == ([], [], [])


def test_form_of_a_refusal_says_from_when_and_is_ticked_once_decided(books: Books, tmp_path: Path) -> None:
    asked = RequestClaim("0001", "DISABLED", {"event": "2026-11-05", "disability_card": True}, ASKED)
    (text,) = page_texts(_render(tmp_path, _form(books, asked, decided=True)))
    assert bare("มีสิทธิสำหรับเหตุตั้งแต่วันที่ 3 ธันวาคม 2569") in bare(text)
    assert bare("ตามมติ 11/2569") in bare(text)
    assert "จ่ายสุทธิ" not in text


def test_form_of_a_death_is_signed_by_the_heir_and_goes_to_the_board(books: Books, tmp_path: Path) -> None:
    asked = RequestClaim("0002", "DEATH", {"event": "2026-11-08"}, date(2026, 11, 10))
    (text,) = page_texts(_render(tmp_path, _form(books, asked)))
    assert bare("ข้าพเจ้า ทายาท ทดสอบ ขอรับสวัสดิการของสมาชิกรายนี้") in bare(text)
    assert bare("เสนอที่ประชุมคณะกรรมการกองทุน") in bare(text)
    assert "กรรมการคนที่" not in text


def test_form_with_strange_words_stays_inside_its_margins(books: Books, tmp_path: Path) -> None:
    form = _form(books, stay("0001", date(2026, 11, 2), 3, ASKED))
    strange = [
        replace(
            form,
            name=words,
            payee=words,
            village=words,
            papers=tuple((words, at % 2 == 0) for at in range(7)),
            facts=tuple(replace(fact, label=words, value=words) for fact in form.facts),
        )
        for words in HOSTILE
    ]
    pdf = _render(tmp_path, *strange, form)
    assert ink_outside(pdf) == []
    assert len(page_texts(pdf)) >= 2


def test_no_form_still_makes_a_paper(tmp_path: Path) -> None:
    (text,) = page_texts(_render(tmp_path))
    assert bare("ไม่มีคำขอ") in bare(text)
