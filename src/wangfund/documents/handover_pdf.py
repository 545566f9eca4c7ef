"""The slip of a round handed over, twice on an A4: a half for the collector, a half for the fund."""

from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, form_head
from wangfund.documents.typeset.measures import A4, BOTTOM, HAIR, MM, STRONG, THIN, TOP
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.page_ink import DASHED, Pen
from wangfund.documents.typeset.run import Run, Text, as_line, fit_line, line_width
from wangfund.documents.typeset.signature import SIGNATURE_HEIGHT, Signature, draw_signatures
from wangfund.documents.typeset.style import BODY, FORM_NAME, HEADING, INK, INK2, NOTE, TABLE
from wangfund.domain.papers.cash_count import PIECES
from wangfund.domain.papers.handover_slip import HandoverSlip
from wangfund.text.paper_words import fund_place, plain_baht, village_words, year_words
from wangfund.thai.dates import long_date, long_month
from wangfund.thai.money_text import baht_text, format_baht

_TITLE: Final = "ใบนำส่งเงินสมทบ"
_MIDDLE: Final = A4[1] / 2
_ROW: Final = 6.6 * MM
_COLUMNS: Final = 3
_COUNT_WIDTH: Final = 98 * MM


def render(slip: HandoverSlip, path: Path, made_on: date) -> None:
    """Write the slip.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    paper = Paper(DocumentInfo(_TITLE, slip.head.name, made_on))
    edge = 8 * MM
    paper.ink.rule(edge, _MIDDLE, paper.page_width - edge, _MIDDLE, Pen(HAIR + 0.2, INK2, DASHED))
    for top, whose in ((A4[1] - TOP, "ส่วนของผู้เก็บ"), (_MIDDLE - TOP, "ส่วนของกองทุน")):
        _draw_half(paper, slip, top, whose)
    paper.save(path)


def _draw_half(paper: Paper, slip: HandoverSlip, top: float, whose: str) -> None:
    paper.y = top
    number = [
        Run("รอบที่ ", BODY),
        Run(f"{slip.number}/{year_words(slip.fiscal_year)}", BODY.bold),
        Run(f"   {whose}", NOTE),
    ]
    draw_head(paper, form_head(slip.head.name, fund_place(slip.head), _TITLE, number))
    _draw_who(paper, slip)
    middle = paper.y
    low = min(_draw_sums(paper, slip, middle), _draw_count(paper, slip, middle))
    paper.y = low - 1.5 * MM
    paper.write(_receipts(slip), BODY)
    paper.y = top - (_MIDDLE - TOP - BOTTOM) + SIGNATURE_HEIGHT + 8 * MM
    signers = (Signature(slip.collector, "ผู้เก็บ ผู้ส่งเงิน"), Signature(slip.treasurer, "เหรัญญิก ผู้รับเงิน"))
    draw_signatures(paper, signers, per_row=2)
    check = f"ใบเก็บเงิน {slip.token[:4]} {slip.token[4:8]} · นับเงินต่อหน้ากันแล้วจึงลงชื่อ"
    paper.text(paper.left, top - (_MIDDLE - TOP - BOTTOM) + 0.8 * MM, check, NOTE)


def _draw_who(paper: Paper, slip: HandoverSlip) -> None:
    """Village and month at the left, the day at the right; under them who collected."""
    day = as_line(f"วันที่ส่ง {long_date(slip.returned_on)}", BODY)
    baseline = paper.y - 5.4 * MM
    paper.ink.line(paper.right - line_width(day), baseline, day)
    place = (
        Run(village_words(slip.moo, slip.village), FORM_NAME),
        Run(f"   เดือน{long_month(slip.month)}", BODY),
    )
    room = paper.width - line_width(day) - 5 * MM
    paper.ink.line(paper.left, baseline, fit_line(place, room, 0.7))
    paper.skip(8.4 * MM)
    who: Text = [Run("ผู้เก็บ ", BODY), Run(slip.collector or "." * 44, BODY.bold)]
    paper.ink.line(paper.left, paper.y - 4.6 * MM, fit_line(as_line(who, BODY), paper.width, 0.7))
    paper.skip(8 * MM)


def _draw_count(paper: Paper, slip: HandoverSlip, top: float) -> float:
    """The cash by its pieces at the left; gives how far down it reaches."""
    counts = dict(slip.counts)
    paper.text(paper.left, top - 4.6 * MM, "นับเงินสดได้", HEADING)
    column = _COUNT_WIDTH / _COLUMNS
    rows = -(-len(PIECES) // _COLUMNS)
    for at, piece in enumerate(PIECES):
        across, down = divmod(at, rows)
        x, baseline = paper.left + across * column, top - 12 * MM - down * _ROW
        name = plain_baht(piece) if piece >= 100 else f"{piece} สต."
        start = x + paper.text(x, baseline, f"{name} ×", TABLE) + 1.4 * MM
        end = x + column - 9 * MM
        if piece in counts:
            paper.text(end, baseline, f"{counts[piece]:,}", TABLE.bold, "right")
        elif slip.counts:
            paper.text(end, baseline, "–", TABLE, "right")
        else:
            paper.dotted(start, end, baseline - 1)
    return top - 12 * MM - rows * _ROW


def _draw_sums(paper: Paper, slip: HandoverSlip, top: float) -> float:
    """Written, counted and what lies between at the right; gives how far down it reaches."""
    left = paper.left + _COUNT_WIDTH + 6 * MM
    baseline = top - 4.6 * MM
    for words, satang in (
        (f"ตามใบเก็บเงิน {slip.payers} คน", slip.recorded_satang),
        ("เงินสดที่นับได้", slip.counted_satang),
    ):
        paper.text(left, baseline, words, BODY)
        paper.text(paper.right, baseline, format_baht(satang), BODY.bold, "right")
        baseline -= 7.4 * MM
    rule = baseline + 4.9 * MM
    paper.ink.rule(left, rule, paper.right, rule, Pen(STRONG, INK))
    baseline -= 1.2 * MM
    over = slip.over_satang
    words = "เงินเกิน" if over > 0 else "เงินขาด" if over < 0 else "ตรงกัน"
    paper.text(left, baseline, words, HEADING)
    paper.text(paper.right, baseline, format_baht(abs(over)) if over else "", HEADING, "right")
    baseline -= 7 * MM
    for line in _outcome(slip):
        fitted = fit_line(as_line(line, NOTE), paper.right - left, 0.8)
        paper.ink.line(left, baseline, fitted)
        baseline -= 5.4 * MM
    paper.ink.rule(left, baseline + 3 * MM, paper.right, baseline + 3 * MM, Pen(THIN, INK2))
    return baseline


def _outcome(slip: HandoverSlip) -> tuple[str, ...]:
    """What becomes of a difference, and the money in words."""
    text = f"({baht_text(slip.counted_satang)})"
    if slip.over_satang < 0:
        return (text, "ผู้เก็บจะนำส่วนที่ขาดมาส่งภายหลัง")
    if slip.over_satang > 0:
        return (text, "ลงเป็นเงินสดเกินจนกว่าจะทราบเหตุ")
    return (text,)


def _receipts(slip: HandoverSlip) -> str:
    if not slip.payers:
        return "รอบนี้ไม่มีใบเสร็จ"
    voided = f" ยกเลิกแล้ว {slip.voided} ใบ" if slip.voided else ""
    if slip.first_receipt == slip.last_receipt:
        return f"ใบเสร็จ 1 ใบ ใบที่ {slip.first_receipt}/{year_words(slip.fiscal_year)}{voided}"
    span = f"ใบที่ {slip.first_receipt}–{slip.last_receipt}/{year_words(slip.fiscal_year)}"
    return f"ใบเสร็จ {slip.payers} ใบ {span}{voided}"
