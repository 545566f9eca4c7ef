"""Receipts, two to an A4 with a line to cut along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.item_table import Item, draw_items
from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, form_head
from wangfund.documents.typeset.measures import A4, BOTTOM, HAIR, MM, TOP
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.page_ink import DASHED, Pen
from wangfund.documents.typeset.run import Line, Run, Text, as_line, fit_line, line_width
from wangfund.documents.typeset.stamp import draw_stamp
from wangfund.documents.typeset.style import BODY, FORM_NAME, INK, INK2, NOTE
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.posting import ReceiptLine
from wangfund.text.paper_words import (
    copy_words,
    fund_place,
    post_words,
    receipt_line_words,
    village_words,
    year_words,
)
from wangfund.thai.dates import long_date, long_month, month_span

_TITLE: Final = "ใบเสร็จรับเงิน"
_MIDDLE: Final = A4[1] / 2
_BODY: Final = 35 * MM
_ROW: Final = 8.7 * MM
_ROOMY_LINES: Final = 4
_MOST_IN_HALF: Final = 7
_MOST_ON_PAGE: Final = 24
_SIGN_BASELINE: Final = 21 * MM  # over the end of the receipt
_SIGN_WIDTH: Final = 73 * MM
_CONTRIBUTIONS: Final = frozenset({"contribution", "part_payment", "setoff"})


@dataclass(frozen=True, slots=True)
class _Place:
    """The part of a page a receipt takes, margins taken off."""

    top: float
    bottom: float


_WHOLE: Final = _Place(A4[1] - TOP, BOTTOM)
_UPPER: Final = _Place(A4[1] - TOP, _MIDDLE + BOTTOM)
_LOWER: Final = _Place(_MIDDLE - TOP, BOTTOM)


def render(papers: Sequence[ReceiptPaper], path: Path, made_on: date) -> None:
    """Write the receipts in their order, two to a page; one of very many lines takes a page of its own.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    author = papers[0].head.name if papers else ""
    paper = Paper(DocumentInfo(_TITLE, author, made_on))
    if not papers:
        paper.write("ไม่มีใบเสร็จในรายการที่เลือก")
    place: _Place | None = None
    for receipt in papers:
        whole = len(receipt.lines) > _MOST_IN_HALF
        if place is _UPPER and not whole:
            place = _LOWER
        else:
            if place is not None:
                paper.next_page()
            place = _WHOLE if whole else _UPPER
            if not whole:
                _draw_cut(paper)
        _draw_receipt(paper, receipt, place)
    paper.save(path)


def _draw_cut(paper: Paper) -> None:
    edge = 8 * MM
    paper.ink.rule(edge, _MIDDLE, paper.page_width - edge, _MIDDLE, Pen(HAIR + 0.2, INK2, DASHED))


def _draw_receipt(paper: Paper, receipt: ReceiptPaper, place: _Place) -> None:
    paper.y = place.top
    number = [
        Run("เล่มที่ ", BODY),
        Run(str(receipt.book), BODY.bold),
        Run("   เลขที่ ", BODY),
        Run(str(receipt.leaf), BODY.bold),
    ]
    head = receipt.head
    draw_head(paper, form_head(head.name, fund_place(head), _TITLE, number))
    _draw_payer(paper, receipt)
    roomy = len(receipt.lines) <= _ROOMY_LINES
    items_middle = paper.y - _BODY / 2
    draw_items(paper, _items(receipt), receipt.amount_satang, "", _BODY, _ROW if roomy else 0.0)
    _draw_standing(paper, receipt)
    _draw_foot(paper, receipt, place.bottom)
    if receipt.voided:
        draw_stamp(paper, paper.right - 72 * MM, items_middle - 4 * MM, "ยกเลิก")


def _draw_payer(paper: Paper, receipt: ReceiptPaper) -> None:
    day = as_line(f"วันที่ {long_date(receipt.date)}", BODY)
    baseline = paper.y - 5.4 * MM
    paper.ink.line(paper.right - line_width(day), baseline, day)
    label = (Run("ได้รับเงินจาก ", BODY.sized(13)),)
    room = paper.width - line_width(label) - line_width(day) - 5 * MM
    name = fit_line(as_line(receipt.payer, FORM_NAME), room, 0.7)
    paper.ink.line(paper.left, baseline, (*label, *name))
    paper.skip(8 * MM)
    if receipt.member_no:
        paper.write(_member_words(receipt), BODY.grey, leading=1.4)
    paper.skip(2.5 * MM)


def _member_words(receipt: ReceiptPaper) -> str:
    house = f"บ้านเลขที่ {receipt.house_no}" if receipt.house_no else ""
    place = " ".join(part for part in (house, village_words(receipt.moo, receipt.village)) if part)
    return " · ".join(part for part in (f"เลขสมาชิก {receipt.member_no}", place) if part)


def _items(receipt: ReceiptPaper) -> list[Item]:
    lines = list(receipt.lines)
    shown, rest = lines[:_MOST_ON_PAGE], lines[_MOST_ON_PAGE:]
    items = [Item(*receipt_line_words(line, receipt.date), line.amount_satang) for line in shown]
    if rest:
        spans = ", ".join(_span(line) for line in rest)
        items.append(Item(f"อีก {len(rest)} รายการ", spans, sum(line.amount_satang for line in rest)))
    return items


def _span(line: ReceiptLine) -> str:
    if line.first_month is None or line.last_month is None:
        return line.note or line.kind
    return month_span(line.first_month, line.last_month)


def _draw_standing(paper: Paper, receipt: ReceiptPaper) -> None:
    """What holds after this money: paid through, taken from a benefit, or voided and why."""
    baseline = paper.y - 6.2 * MM
    if receipt.voided:
        text: Line = (Run("ยกเลิกแล้ว ", FORM_NAME.sized(14)), Run(receipt.void_reason, BODY))
        paper.ink.line(paper.left, baseline, fit_line(as_line(text, BODY), paper.width, 0.8))
        return
    if receipt.paid_through is not None:
        through: Text = [
            Run("หลังรับเงินนี้ ชำระแล้วถึง ", BODY.sized(13)),
            Run(long_month(receipt.paid_through), FORM_NAME),
        ]
        paper.text(paper.left, baseline, through)
    if any(line.kind == "setoff" for line in receipt.lines):
        _draw_set_off(paper, baseline)


def _draw_set_off(paper: Paper, baseline: float) -> None:
    line = as_line("หักจากสวัสดิการ", BODY.bold)
    pad = 2 * MM
    x = paper.right - pad - line_width(line)
    paper.ink.line(x, baseline, line)
    width = line_width(line) + 2 * pad
    paper.ink.box(x - pad, baseline - 2 * MM, width, 7.6 * MM, Pen(0.7, INK), 1.2 * MM)


def _draw_foot(paper: Paper, receipt: ReceiptPaper, bottom: float) -> None:
    baseline = bottom - BOTTOM + _SIGN_BASELINE
    number = f"ใบที่ {receipt.number}/{year_words(receipt.fiscal_year)}"
    check: Text = [
        Run("ตรวจใบเสร็จ ", NOTE),
        Run(receipt.check_code, NOTE.bold),
        Run(f" · {copy_words(receipt.copy)} · {number}", NOTE),
    ]
    paper.text(paper.left, baseline - 0.6 * MM, check)
    if any(line.kind in _CONTRIBUTIONS for line in receipt.lines):
        paper.text(paper.left, baseline - 6.1 * MM, "เงินสมทบเป็นทุนของกองทุน ไม่ใช่เงินฝาก", NOTE)
    left = paper.right - _SIGN_WIDTH
    start = left + paper.text(left, baseline, "ลงชื่อ", BODY)
    end = paper.right - paper.text(paper.right, baseline, "ผู้รับเงิน", BODY, "right")
    paper.dotted(start, end, baseline - 0.5)
    dots = "." * 40
    signer = f"({receipt.receiver or dots}) {post_words(receipt.receiver_role)}".rstrip()
    fitted = fit_line(as_line(signer, BODY), _SIGN_WIDTH, 0.7)
    paper.text((left + paper.right) / 2, baseline - 6.3 * MM, fitted, BODY, "center")
