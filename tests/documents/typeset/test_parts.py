"""Head, mark, signatures, fingerprint, QR code and chart."""

import numpy as np
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.typeset.extractors import by_pdfium
from tests.documents.typeset.papers import FUND, blank
from tests.documents.typeset.raster import page_ink
from wangfund.documents.typeset.chart import ChartMonth, draw_month_chart
from wangfund.documents.typeset.fingerprint_box import draw_fingerprint, groups_of_four
from wangfund.documents.typeset.head import draw_head, form_head, report_head, sheet_head
from wangfund.documents.typeset.mark import draw_mark
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.qr import draw_qr
from wangfund.documents.typeset.signature import SIGNATURE_HEIGHT, Signature, draw_signatures
from wangfund.documents.typeset.stamp import draw_stamp

_LONG = "กองทุนสวัสดิการชุมชนองค์การบริหารส่วนตำบลบ้านนาสุขสวัสดิ์ประชารัฐ"


@pytest.mark.parametrize("draft", [False, True])
def test_head_shows_every_line_and_leaves_the_cursor_below(draft: bool) -> None:
    heads = (
        report_head(FUND, "รายงานรับ–จ่ายและฐานะกองทุน", "ประจำเดือน ตุลาคม 2569"),
        form_head(FUND, "อำเภอเมืองสมมุติ", "ใบเสร็จรับเงิน", "เล่มที่ 44 เลขที่ 45"),
        sheet_head(FUND, "ใบเก็บเงินสมทบ หมู่ 9", ("ตุลาคม 2569", "ผู้เก็บ นายพิชิต"), "รอบ 10/2569"),
    )
    for head in heads:
        paper = blank(draft=draft)
        draw_head(paper, head)
        text = by_pdfium(paper.to_bytes())
        lines = [line if isinstance(line, str) else line.text for line in (*head.left, *head.right)]  # type: ignore[union-attr]
        assert [line for line in lines if line not in text] == []
        assert ("ร่าง" in text) is draft
        assert paper.top - paper.y >= 15 * MM


def test_head_with_long_names_keeps_left_and_right_apart() -> None:
    paper = blank(draft=True)
    draw_head(paper, sheet_head(_LONG, f"ใบเก็บเงินสมทบ {_LONG}", ("ตุลาคม 2569", "ผู้เก็บ นายพิชิต ปั้นทอง"), "x"))
    assert "ตุลาคม 2569" in by_pdfium(paper.to_bytes())


def test_mark_is_a_ring_with_a_plant_standing_upright() -> None:
    paper = blank()
    draw_mark(paper.ink, 100, 100, 100)
    ink = page_ink(paper.to_bytes(), scale=4)[-800:-400, 400:800]
    assert ink[0:20, 200].any()  # ring at the top
    assert ink[200:340, 200].all()  # stem
    assert not ink[300, 60:150].any()  # white beside the stem
    assert (
        np.array_equal(ink[30:370, 30:199], ink[30:370, 370:201:-1])
        or np.mean(ink[30:370, 30:199] != ink[30:370, 370:201:-1]) < 0.02
    )


@pytest.mark.parametrize(("count", "rows"), [(0, 0), (1, 1), (3, 1), (4, 2), (6, 2)])
def test_signatures_stand_three_to_a_row(count: int, rows: int) -> None:
    paper = blank()
    before = paper.y
    draw_signatures(paper, [Signature(f"นางสมพร ทองดี {n}", "กรรมการ") for n in range(count)])
    assert before - paper.y == pytest.approx(rows * SIGNATURE_HEIGHT)
    assert by_pdfium(paper.to_bytes()).count("(นางสมพร ทองดี") == count


def test_signatures_stay_together_on_one_page() -> None:
    paper = blank()
    paper.skip(paper.room - 30 * MM)
    draw_signatures(paper, [Signature("", "กรรมการ")] * 6)
    assert paper.page_number == 2


def test_line_to_sign_has_white_above_it() -> None:
    paper = blank()
    draw_signatures(paper, [Signature("", "ประธาน")])
    ink = page_ink(paper.to_bytes(), scale=4)
    first = np.flatnonzero(ink.any(axis=1))[0] / 4
    assert first - 12.5 * MM >= 10 * MM


def test_fingerprint_is_three_groups_of_four() -> None:
    assert groups_of_four("7k4r-2ms2-9bdp") == groups_of_four("7K4R 2MS2 9BDP") == ["7K4R", "2MS2", "9BDP"]
    paper = blank()
    draw_fingerprint(paper, paper.left, paper.y, "7K4R2MS29BDP")
    text = by_pdfium(paper.to_bytes())
    assert [part for part in ("รหัสยืนยันงวด", "7K4R", "2MS2", "9BDP") if part not in text] == []


@pytest.mark.parametrize("wrong", ["", "7K4R-2MS2", "7K4R-2MS2-9BDPX", "7K4R-2MS2-9BD!"])
def test_fingerprint_of_another_length_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="^" + wrong.replace("!", ".")):
        groups_of_four(wrong)


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=15, deadline=None)
def test_qr_code_on_paper_is_the_code_module_by_module(content: str) -> None:
    paper = blank()
    draw_qr(paper.ink, 100, 100, 200, content)
    ink = page_ink(paper.to_bytes(), scale=4)
    matrix = [list(row) for row in segno.make_qr(content, error="m").matrix]
    module = 200 / len(matrix)
    for down, row in enumerate(matrix):
        y = round((842 - 300 + (down + 0.5) * module) * 4)
        for across, value in enumerate(row):
            assert ink[y, round((100 + (across + 0.5) * module) * 4)] == bool(value)


def _chart(*pairs: tuple[int, int]) -> tuple[bytes, float]:
    paper = blank()
    before = paper.y
    months = [ChartMonth(f"ด{n}", received, paid) for n, (received, paid) in enumerate(pairs)]
    draw_month_chart(paper, months, 55 * MM)
    return paper.to_bytes(), before - paper.y


def test_chart_has_a_round_scale_from_zero_and_thai_labels() -> None:
    data, height = _chart(*[(12_600_000, 6_700_000)] * 12)
    text = by_pdfium(data)
    assert height == pytest.approx(55 * MM)
    for part in ("รับ", "จ่าย", "หน่วย พันบาท", "ด11", "126.0", "160", "120", "80", "40"):
        assert part in text, part


def test_bar_of_money_out_is_hatched_and_money_in_solid() -> None:
    data, _ = _chart((10_000_000, 10_000_000))
    ink = page_ink(data, scale=8)
    columns = np.flatnonzero(ink.any(axis=0))
    middle = int((columns[0] + columns[-1]) / 2)
    area = ink[(60 * 8) : (160 * 8)]
    band = area[:, middle - 500 : middle + 500]
    shares = sorted(band[:, x].mean() for x in range(band.shape[1]) if band[:, x].any())
    assert shares[-1] > 0.6  # a solid column
    assert any(0.1 < share < 0.5 for share in shares)  # a striped one


@pytest.mark.parametrize("pairs", [(), ((0, 0),) * 12, ((-5_000, -1),) * 3, ((1, 10**13),) * 12])
def test_chart_of_nothing_of_reversals_and_of_huge_sums_is_drawn(pairs: tuple[tuple[int, int], ...]) -> None:
    assert "หน่วย พันบาท" in by_pdfium(_chart(*pairs)[0])


def test_stamp_stands_across_and_leaves_what_is_under_it_to_be_read() -> None:
    paper = blank()
    paper.text(200, 400, "ค่าสมัครสมาชิก 20.00")
    before = page_ink(paper.to_bytes()).sum()
    stamped = blank()
    stamped.text(200, 400, "ค่าสมัครสมาชิก 20.00")
    draw_stamp(stamped, 240, 405, "ยกเลิก")
    data = stamped.to_bytes()
    assert "ยกเลิก" in by_pdfium(data)
    assert "ค่าสมัครสมาชิก 20.00" in by_pdfium(data)
    added = page_ink(data).sum() - before
    assert 2_000 < added < 12_000  # outlines, not a black bar


def test_lines_at_the_right_of_a_head_are_made_to_fit() -> None:
    paper = blank()
    draw_head(paper, sheet_head(FUND, "ใบเก็บเงินสมทบ", ("ตุลาคม 2569", "ผู้เก็บ " + "ก" * 500), "x"))
    data = paper.to_bytes()
    assert not page_ink(data)[:, : int(17 * MM * 2) - 2].any()
    assert "ใบเก็บเงินสมทบ" in by_pdfium(data)
