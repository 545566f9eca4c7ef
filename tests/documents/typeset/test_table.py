"""Tables: nothing cut without a mark, nothing on a rule, totals with their lines, heads on every page."""

import re
from io import BytesIO

import pypdf
import pytest

from tests.documents.typeset.extractors import by_pdfium
from tests.documents.typeset.golden import SENTENCE
from tests.documents.typeset.papers import COLUMNS, blank
from tests.documents.typeset.raster import page_ink
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer
from wangfund.documents.typeset.run import Run
from wangfund.documents.typeset.style import BODY, NOTE, SHEET_NAME
from wangfund.documents.typeset.table import CheckBoxes, Column, Lines, Row, RowKind, RowRules, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.documents.typeset.table_layout import spans

_MONEY = (Column("รายการ"), Column("บาท", 40 * MM, "right"))


def _draw(table: Table) -> tuple[bytes, float]:
    paper = blank(Footer())
    draw_table(paper, table)
    return paper.to_bytes(), paper.top - paper.y


def _pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def test_columns_fill_the_paper() -> None:
    edges = spans((Column(width=10), Column(), Column(), Column(width=20)), 5, 135)
    assert edges == [(5, 15), (15, 65), (65, 115), (115, 135)]


def test_every_row_of_a_long_table_is_printed_under_heads_on_every_page() -> None:
    rows = [Row((f"นางน้ำผึ้ง ที่{number}", f"{number}.00")) for number in range(300)]
    pages = _pages(_draw(Table(_MONEY, rows))[0])
    assert len(pages) > 4
    assert all("รายการ" in page and "บาท" in page for page in pages)
    assert re.findall(r"น้ำผึ้ง ที่(\d+)", "\n".join(pages)) == [str(number) for number in range(300)]


def test_rows_may_come_from_a_generator() -> None:
    assert len(_pages(_draw(Table(_MONEY, (Row((str(n), "1.00")) for n in range(200))))[0])) > 2


def test_total_is_never_alone_on_a_page_nor_a_heading_last() -> None:
    for lines in range(40, 60):
        rows = [Row((f"แถว{number}", "1.00")) for number in range(lines)]
        rows += [
            Row(("หัวข้อ",), RowKind.SECTION),
            Row(("แถวท้าย", "1.00")),
            Row(("รวม", "2.00"), RowKind.FINAL),
        ]
        pages = _pages(_draw(Table(_MONEY, rows))[0])
        last = pages[-1]
        assert ("แถวท้าย" in last) == ("รวม" in last) == ("หัวข้อ" in last)


def test_table_without_rows_shows_its_heads() -> None:
    assert "รายการ" in by_pdfium(_draw(Table(_MONEY, ()))[0])


def test_text_wider_than_its_column_is_set_smaller_or_cut_with_a_mark() -> None:
    columns = (Column("ชื่อ", 40 * MM, style=SHEET_NAME, ruled=True), Column("หมายเหตุ", style=NOTE))
    data, _ = _draw(Table(columns, [Row(("นางสาวกตัญญู ปั้นทองสุขสวัสดิ์ภิญโญยิ่ง", "ต่อ"))]))
    text = by_pdfium(data)
    shown = re.search(r"นางสาว.*…", text)
    assert shown is not None
    assert "ต่อ" in text


def test_text_in_a_wrapping_column_is_whole() -> None:
    columns = (Column("ข้อ", 12 * MM), Column("เรื่อง", 60 * MM, wraps=True), Column("บาท", 30 * MM, "right"))
    data, height = _draw(Table(columns, [Row(("1", SENTENCE, "1,234.50"))]))
    assert re.sub(r"\s", "", SENTENCE) in re.sub(r"\s|1,234\.50$", "", by_pdfium(data))
    assert height > 60


def test_cell_of_few_lines_is_cut_after_them() -> None:
    columns = (Column("เรื่อง", 40 * MM, wraps=True, most_lines=2), Column("บาท", style=BODY))
    _, two = _draw(Table(columns, [Row(("ก" * 10_000, "1.00"))]))
    _, one = _draw(Table(columns, [Row(("ก", "1.00"))]))
    assert 10 < two - one < 20


def test_cell_no_page_could_hold_is_cut_and_marked() -> None:
    columns = (Column("เรื่อง", 40 * MM, wraps=True), Column("บาท"))
    data, _ = _draw(Table(columns, [Row((SENTENCE * 50, "1.00")), Row(("ต่อไป", "2.00"))]))
    assert "…" in by_pdfium(data)
    assert "ต่อไป" in by_pdfium(data)


def test_label_runs_on_over_the_empty_cells_after_it() -> None:
    data, _ = _draw(
        Table(
            (Column(width=15 * MM), Column(width=60 * MM), *COLUMNS[2:]),
            [Row((None, None, None)), Row(("ยอดยกไป 31 ตุลาคม 2569", None, "1.00"))],
        )
    )
    assert "ยอดยกไป 31 ตุลาคม 2569" in by_pdfium(data)


@pytest.mark.parametrize(("rules", "least"), [(RowRules.HAIR, 5), (RowRules.NONE, 4)])
@pytest.mark.parametrize("kind", [RowKind.SUBTOTAL, RowKind.TOTAL, RowKind.FINAL])
def test_no_mark_touches_a_rule(kind: RowKind, rules: RowRules, least: int) -> None:
    """Lines of the deepest and highest letters stand between rules with white on both sides of each rule."""
    deep, high = "ญู ฐู กตัญญู ผู้ ฐุ", "ซื้อ ปั้น ฝั่ง ที่ ฟื้น"
    rows = [Row((f"{deep} {high}", f"{n}.00")) for n in range(3)]
    data, _ = _draw(Table(_MONEY, [*rows, Row((f"{deep} {high}", "9.00"), kind)], rules, closed=True))
    ink = page_ink(data, scale=6, below=200)
    words = ink[:, (55 * 6) : (230 * 6)]
    full = words.mean(axis=1) > 0.95
    starts = [y for y in range(1, len(full)) if full[y] and not full[y - 1]]
    ends = [y for y in range(1, len(full)) if not full[y] and full[y - 1]]
    assert len(starts) >= least
    for start, end in zip(starts, ends, strict=True):
        assert not words[start - 4 : start - 1].any()
        assert not words[end + 1 : end + 3].any()


def test_fifth_lines_are_darker() -> None:
    rows = [Row((str(number), "")) for number in range(1, 16)]
    data, _ = _draw(Table(_MONEY, rows, RowRules.FIFTH, least_row=8 * MM, closed=True))
    column = page_ink(data, scale=4)[:, 400 * 4]
    # Pale hairlines are lighter than half; what is left are the two rules of the heads and every fifth.
    dark = [y for y in range(1, len(column)) if column[y] and not column[y - 1]]
    assert len(dark) == 5


def test_least_body_keeps_white_above_the_total() -> None:
    rows = (Row(("ค่าสมทบ", "30.00")), Row(("รวม", "30.00"), RowKind.TOTAL))
    _, low = _draw(Table(_MONEY, rows))
    _, high = _draw(Table(_MONEY, rows, least_body=40 * MM))
    assert high - low == pytest.approx(40 * MM - 11 * (1.28 + 0.36), abs=8)


def test_boxes_to_tick_and_cells_of_several_lines() -> None:
    facts = Lines((Run("เสียชีวิต", BODY.bold), "นายชุ่ม พรหมมา (0087) หมู่ 2", Run("หลักฐานครบ", NOTE)))
    row = Row(("1", facts, CheckBoxes(("อนุมัติ", "ไม่อนุมัติ", "รอข้อมูล"), stacked=True)))
    beside = Row(("2", "นาง", CheckBoxes(("ส่ง", "ขาด"))))
    columns = (Column("ที่", 10 * MM), Column("ข้อเท็จจริง"), Column("มติ", 32 * MM))
    data, height = _draw(Table(columns, (row, beside)))
    text = by_pdfium(data)
    assert [part for part in ("เสียชีวิต", "หลักฐานครบ", "ไม่อนุมัติ", "รอข้อมูล", "ขาด") if part not in text] == []
    assert height > 70


def test_two_tables_side_by_side_keep_to_their_sides() -> None:
    paper = blank()
    middle, top = (paper.left + paper.right) / 2, paper.y
    rows = (Row(("ธนาคาร", "1.00")), Row(("รวม", "1.00"), RowKind.SUBTOTAL))
    draw_table(paper, Table(_MONEY, rows, headless=True), right=middle - 10)
    paper.y = top
    draw_table(paper, Table(_MONEY, rows, headless=True), left=middle + 10)
    ink = page_ink(paper.to_bytes())
    assert not ink[:, int((middle - 9) * 2) : int((middle + 9) * 2)].any()
    assert ink[:, : int(middle * 2)].any()
    assert ink[:, int(middle * 2) :].any()
