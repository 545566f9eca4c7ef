"""The sheet a pay day is signed on: everybody whole with a line for the hand, the sums, those set aside."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.documents.paper_checks import bare, ink_outside, overlapping, page_texts, unembedded
from tests.documents.paper_samples import HEAD, HOSTILE, MADE_ON
from wangfund.documents import pay_day_pdf
from wangfund.domain.papers.fund_head import Signature
from wangfund.domain.papers.pay_day_sheet import PayDayLine, PayDaySheet

LONG = ("นางสาวแก้วตา ไพรใจบุญ", "นางบุญเรือน ชัยแสงทอง", "นายมานะ ปัญญาก้าวหน้า")
LINES = tuple(
    PayDayLine(f"{at:04d}", name, 1 + at % 3, "21/3", 50_000, 6_000 if at == 2 else 0, 44_000 if at == 2 else 50_000, f"{at:04d}")
    for at, name in enumerate((*LONG, "นายถวิล นาผ่องใส"), 1)
)  # fmt: skip
SHEET = PayDaySheet(
    HEAD, "ผู้สูงอายุ", "ข้อ 15.3", date(2026, 4, 13), LINES, (("0009", "นางคำปุ่น ใจงาม", "ย้ายไปอยู่กับลูก"),),
    "ประชุมคณะกรรมการ ครั้งที่ 4/2569", (Signature("นางสมพร ทองดี", "เหรัญญิก"), Signature("", "ประธาน")),
)  # fmt: skip


def _render(tmp_path: Path, sheet: PayDaySheet) -> bytes:
    path = tmp_path / "pay-day.pdf"
    pay_day_pdf.render(sheet, path, MADE_ON)
    return path.read_bytes()


def test_sheet_says_who_gets_how_much_and_who_not(tmp_path: Path) -> None:
    text = bare("".join(page_texts(_render(tmp_path, SHEET))))
    for words in (
        "บัญชีจ่ายสวัสดิการผู้สูงอายุ",
        "วันจ่าย 13 เมษายน 2569 · ข้อ 15.3",
        "ตามมติ ประชุมคณะกรรมการ ครั้งที่ 4/2569",
        "รวม 4 ราย เป็นเงิน 1,940.00 บาท",
        "2,000.00",
        "60.00",
        "งดจ่าย 1 ราย",
        "นางคำปุ่น ใจงาม",
        "ย้ายไปอยู่กับลูก",
        "ห้ามติดประกาศ",
        *(line.name for line in LINES),
    ):
        assert bare(words) in text, words


@pytest.mark.parametrize("name", LONG)
def test_a_family_name_is_never_broken(tmp_path: Path, name: str) -> None:
    given, family = name.split()
    shown = "".join(page_texts(_render(tmp_path, SHEET))).splitlines()
    lines = [bare(line) for line in shown]
    assert any(bare(family) in line for line in lines), family
    assert any(bare(given) in line for line in lines), given


def test_sum_and_hands_stand_together_and_on_the_same_page_where_there_is_room(tmp_path: Path) -> None:
    short = replace(LINES[0], name="นายถวิล นาผ่องใส")
    pages = {}
    for people in range(1, 40):
        sheet = replace(SHEET, lines=(short,) * people, set_aside=())
        texts = [bare(text) for text in page_texts(_render(tmp_path, sheet))]
        assert ("รวม" + str(people) + "ราย") in texts[-1].replace(",", ""), people
        assert bare("เหรัญญิก") in texts[-1], people
        pages[people] = len(texts)
    assert pages[17] == 1
    assert max(pages.values()) >= 2


def test_whatever_the_names_are_the_sheet_stays_inside_its_margins(tmp_path: Path) -> None:
    for name in (name for name in HOSTILE if "่้" not in name):
        lines = tuple(replace(line, name=name) for line in LINES)
        data = _render(tmp_path, replace(SHEET, lines=lines, resolution=name))
        assert ink_outside(data) == []
        assert overlapping(data) == []
    assert unembedded(_render(tmp_path, SHEET)) == []
    assert _render(tmp_path, SHEET) == _render(tmp_path, SHEET)


def test_a_long_day_goes_on_with_its_head_and_ends_with_the_sum_once(tmp_path: Path) -> None:
    texts = [bare(text) for text in page_texts(_render(tmp_path, replace(SHEET, lines=LINES * 40)))]
    assert len(texts) > 5
    assert all("ลงชื่อผู้รับ" in text for text in texts[:-1])
    assert sum("เป็นเงิน" in text for text in texts) == 1
    assert "77,600.00" in texts[-1]


def test_the_number_of_the_hundredth_stands_whole(tmp_path: Path) -> None:
    lines = tuple(replace(LINES[0], member_no=f"{at:04d}", voucher="") for at in range(2001, 2161))
    shown = "\n".join(page_texts(_render(tmp_path, replace(SHEET, lines=lines))))
    assert "…" not in shown
    assert "160" in shown.split()
