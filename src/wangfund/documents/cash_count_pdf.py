"""The sheet of a cash count: piece by piece, against the books, signed by who counted and who saw."""

from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.month_pack.money_list import MoneyEntry, draw_money_list, money_list_height
from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, report_head
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run, Text
from wangfund.documents.typeset.signature import SIGNATURE_HEIGHT, Signature, draw_signatures
from wangfund.documents.typeset.style import BODY, HEADING
from wangfund.documents.typeset.table import Column, Row, RowKind, RowRules, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.documents.typeset.table_layout import column_width
from wangfund.domain.papers.cash_count import CashCountPaper, PieceLine
from wangfund.text.paper_words import plain_baht
from wangfund.thai.dates import long_month, short_date, weekday_date
from wangfund.thai.money_text import DASH, baht_text, format_baht

_TITLE: Final = "ใบตรวจนับเงินสด"
_LEAST_NOTE: Final = 2_000  # satang: pieces worth less are coins
_ROW: Final = 8.2 * MM
_GAP: Final = 9 * MM


def render(count: CashCountPaper, path: Path, made_on: date) -> None:
    """Write the sheet, one page. Nothing counted yet gives a sheet to fill in by hand.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    info = DocumentInfo(f"{_TITLE} {long_month(count.month)}", count.head.name, made_on)
    paper = Paper(info, Footer(f"เก็บไว้กับสมุดบัญชีของเดือน{long_month(count.month)} · พิมพ์ {short_date(made_on)}"))
    draw_head(paper, report_head(count.head.name, _TITLE, _subtitle(count)))
    _draw_pieces(paper, count)
    paper.skip(3 * MM)
    _draw_books(paper, count)
    _draw_words(paper, count)
    signers = (count.counter, count.witness)
    names = [(signer.name, signer.role) for signer in signers]
    posts = ("ผู้นับ", "ผู้เห็น")
    paper.skip(8 * MM)
    paper.need(SIGNATURE_HEIGHT)
    draw_signatures(
        paper,
        [Signature(name, f"{post} {role}".strip()) for post, (name, role) in zip(posts, names, strict=True)],
        per_row=2,
    )
    paper.save(path)


def _blank(count: CashCountPaper) -> bool:
    return not count.counted_satang and bool(count.expected_satang)


def _subtitle(count: CashCountPaper) -> Text:
    at = f" เวลา {count.counted_at} น." if count.counted_at and not _blank(count) else ""
    return [
        Run("ประจำเดือน ", BODY.grey),
        Run(long_month(count.month), BODY.bold),
        Run(f" · นับวัน{weekday_date(count.counted_on)}{at}", BODY.grey),
    ]


def _draw_pieces(paper: Paper, count: CashCountPaper) -> None:
    blank = _blank(count)
    total = format_baht(count.counted_satang)
    columns = (
        Column("ชนิด", None, style=BODY, ruled=True),
        Column("จำนวน", 42 * MM, "right", BODY, ruled=True),
        Column("เป็นเงิน (บาท)", column_width([total], BODY.bold, 54 * MM), "right", BODY),
    )
    rows = [_piece(line, blank=blank) for line in count.lines]
    rows.append(Row(("รวมนับได้", None, "" if blank else Run(total, BODY.bold.sized(13))), RowKind.TOTAL))
    draw_table(paper, Table(columns, rows, RowRules.HAIR, least_row=_ROW, closed=True))


def _piece(line: PieceLine, *, blank: bool) -> Row:
    note = line.piece_satang >= _LEAST_NOTE
    worth = (
        f"{plain_baht(line.piece_satang)} บาท" if line.piece_satang >= 100 else f"{line.piece_satang} สตางค์"
    )
    name = f"{'ธนบัตร' if note else 'เหรียญ'} {worth}"
    unit = "ฉบับ" if note else "เหรียญ"
    if blank:
        return Row((name, f"{unit}", ""))
    many = f"{line.pieces:,} {unit}" if line.pieces else DASH
    return Row((name, many, format_baht(line.satang) if line.pieces else DASH))


def _draw_books(paper: Paper, count: CashCountPaper) -> None:
    width = (paper.width - _GAP) / 2
    books, found = _books(count), _found(count)
    height = max(money_list_height(width, books), money_list_height(width, found))
    paper.need(height)
    draw_money_list(paper, paper.left, width, "เงินสดตามบัญชี", books)
    if _blank(count):
        _draw_blanks(paper, paper.left + width + _GAP)
    else:
        draw_money_list(paper, paper.left + width + _GAP, width, "ผลการตรวจนับ", found)
    paper.skip(height + 2 * MM)


def _books(count: CashCountPaper) -> list[MoneyEntry]:
    lines = [
        MoneyEntry(f"ยกมา {short_date(count.month.first_day)}", count.opening_satang),
        MoneyEntry("รับเงินสด", count.received_satang),
        MoneyEntry("จ่ายเงินสด", -count.paid_satang),
        MoneyEntry("นำฝากธนาคาร", -count.put_in_banks_satang),
    ]
    if count.taken_from_banks_satang:
        lines.append(MoneyEntry("ถอนจากธนาคาร", count.taken_from_banks_satang))
    if count.counted_on > count.month.last_day:
        lines.append(MoneyEntry(f"หลังสิ้นเดือนถึง {short_date(count.counted_on)}", count.after_satang))
    return [*lines, MoneyEntry("ควรมี", count.expected_satang, is_sum=True)]


def _found(count: CashCountPaper) -> list[MoneyEntry]:
    difference = count.difference_satang
    name = "ตรงกัน" if not difference else "เงินเกินอยู่" if difference > 0 else "เงินขาดอยู่"
    return [
        MoneyEntry("นับได้", count.counted_satang),
        MoneyEntry("ตามบัญชี", count.expected_satang),
        MoneyEntry(name, abs(difference), is_sum=True),
    ]


def _draw_blanks(paper: Paper, left: float) -> None:
    paper.text(left, paper.y - 5 * MM, "ผลการตรวจนับ", HEADING.sized(12))
    for down, words in enumerate(("นับได้", "เกิน", "ขาด")):
        baseline = paper.y - 13 * MM - down * 8 * MM
        paper.text(left, baseline, words, BODY)
        paper.dotted(left + 20 * MM, paper.right, baseline - 1)


def _draw_words(paper: Paper, count: CashCountPaper) -> None:
    if _blank(count):
        return
    paper.write([Run("จำนวนเงินที่นับได้  ", BODY.bold), Run(f"({baht_text(count.counted_satang)})", BODY)])
    if count.difference_satang:
        paper.skip(7 * MM)
        start = paper.left + paper.text(paper.left, paper.y, "สาเหตุและวิธีแก้", BODY) + 2 * MM
        paper.dotted(start, paper.right, paper.y - 1)
    if 0 < count.limit_satang < count.counted_satang:
        limit = plain_baht(count.limit_satang)
        paper.write(f"เกินกว่าที่ระเบียบให้ถือเงินสดได้ {limit} บาท ควรนำฝากธนาคาร", BODY.grey)
