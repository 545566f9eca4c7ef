"""Papers made for the tests: one of every part, from data that never changes."""

from datetime import date

from wangfund.documents.typeset.chart import ChartMonth, draw_month_chart
from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.fingerprint_box import FINGERPRINT_WIDTH, draw_fingerprint
from wangfund.documents.typeset.head import draw_head, report_head
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run
from wangfund.documents.typeset.signature import Signature, draw_signatures
from wangfund.documents.typeset.style import BODY, NOTE, TABLE
from wangfund.documents.typeset.table import Column, Row, RowKind, Table
from wangfund.documents.typeset.table_draw import draw_table

FUND = "กองทุนสวัสดิการชุมชนตำบลบ้านนาสุข"
INFO = DocumentInfo("รายงานรับ–จ่าย", FUND, date(2026, 10, 30))
COLUMNS = (
    Column("หน่วย บาท"),
    Column(width=16 * MM, align="right"),
    Column("เดือนตุลาคม", 34 * MM, "right"),
)


def blank(footer: Footer | None = None, *, draft: bool = False) -> Paper:
    return Paper(INFO, footer, draft=draft)


def statement(*, draft: bool = False) -> Paper:
    """A page with a head, a table of every kind of row, a chart, the fingerprint and signatures."""
    paper = blank(Footer("มีชื่อสมาชิก ห้ามติดประกาศ"), draft=draft)
    period = (Run("ประจำเดือน ", BODY.grey), Run("ตุลาคม 2569", BODY.bold))
    draw_head(paper, report_head(FUND, "รายงานรับ–จ่ายและฐานะกองทุน", period))
    rows = (
        Row(("ยอดยกมา", None, "1,164,245.75"), RowKind.TOTAL),
        Row(("รับ", Run("ราย", NOTE)), RowKind.SECTION),
        Row(("เงินสมทบจากสมาชิก", "698", "20,680.00"), indent=4 * MM),
        Row(("ญาติผู้กู้ กตัญญู ฐู", Run("–", TABLE.grey), "580.00"), indent=4 * MM),
        Row(("รวมรับ", None, "21,260.00"), RowKind.SUBTOTAL, indent=4 * MM),
        Row(("ยอดยกไป 31 ต.ค. 2569", None, "1,172,480.75"), RowKind.FINAL),
    )
    draw_table(paper, Table(COLUMNS, rows))
    months = ["พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค."]
    bars = [
        ChartMonth(month, 2_000_000 + 700_000 * n, 900_000 + 350_000 * n) for n, month in enumerate(months)
    ]
    draw_month_chart(paper, bars)
    draw_fingerprint(paper, paper.left, paper.y, "7K4R-2MS2-9BDP")
    people = (
        Signature("นางสมพร ทองดี", "เหรัญญิก"),
        Signature("", "ผู้ตรวจสอบ"),
        Signature("นายประเสริฐ วงศ์คำ", "ประธาน"),
    )
    draw_signatures(paper, people, left=paper.left + FINGERPRINT_WIDTH)
    return paper
