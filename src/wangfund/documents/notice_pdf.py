"""The month for a wall: one page of sums a passer-by can read, without any person's name."""

from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.month_pack.shares import hundredths
from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.fingerprint_box import groups_of_four
from wangfund.documents.typeset.mark import draw_mark
from wangfund.documents.typeset.measures import MM, THIN
from wangfund.documents.typeset.page import DRAFT, Footer, Paper
from wangfund.documents.typeset.page_ink import Pen
from wangfund.documents.typeset.run import Run, as_line, fit_line
from wangfund.documents.typeset.style import BODY, FOOTER, INDIGO, INK, NOTICE_FIGURE, TITLE, WHITE, Style
from wangfund.domain.accounts import CASH, is_bank
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.text.paper_words import plain_baht
from wangfund.text.terms import pool_name
from wangfund.thai.dates import long_date, short_date
from wangfund.thai.money_text import format_baht

_TITLE: Final = "ฐานะกองทุนของเรา"
_MARK: Final = 30 * MM
_ROW: Final = 18.2 * MM
_BAR: Final = 12.5 * MM
_LEAST_LABELLED: Final = 5  # a narrower part has no room for its own words
_LABEL: Final = BODY.sized(15)
_TEXT: Final = BODY.sized(17)
_ROW_WORDS: Final = BODY.sized(21)
_ROW_FIGURE: Final = TITLE.sized(27)


def render(pack: MonthPack, path: Path, made_on: date) -> None:
    """Write the notice; a sealed month is dated by its closing.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    day = made_on if pack.draft or pack.closed_on is None else pack.closed_on
    paper = Paper(DocumentInfo(_TITLE, pack.head.name, day), _footer(pack, day), draft=pack.draft)
    _draw_head(paper, pack)
    _draw_money(paper, pack)
    _draw_rows(paper, pack)
    _draw_pools(paper, pack)
    _draw_foot(paper, pack)
    paper.save(path)


def _footer(pack: MonthPack, day: date) -> Footer:
    style = FOOTER.sized(10.5)
    seal = f"รหัสยืนยันงวด {' '.join(groups_of_four(pack.fingerprint))}" if pack.fingerprint else ""
    left = Run(f"ประกาศ {short_date(day)} · ไม่มีชื่อสมาชิกในประกาศนี้", style)
    return Footer(left, Run(seal if not pack.draft else "ยังไม่ปิดงวด", style))


def _draw_head(paper: Paper, pack: MonthPack) -> None:
    draw_mark(paper.ink, paper.left, paper.y - _MARK, _MARK)
    left = paper.left + _MARK + 6 * MM
    room = paper.right - left
    fund = fit_line(as_line(pack.head.name, BODY.sized(19)), room, 0.6)
    paper.ink.line(left, paper.y - 9 * MM, fund)
    title = [Run(_TITLE, TITLE.sized(34).indigo)]
    width = paper.text(left, paper.y - 24.5 * MM, title)
    if pack.draft:
        paper.text(left + width + 6 * MM, paper.y - 24.5 * MM, f"({DRAFT})", TITLE.sized(24))
    paper.skip(_MARK + 6 * MM)
    paper.ink.fill_boxes([(paper.left, paper.y, paper.width, 2.2 * MM)], INDIGO)
    paper.skip(2 * MM)


def _draw_money(paper: Paper, pack: MonthPack) -> None:
    """The balance, where it lies, and what of it is promised."""
    paper.skip(2 * MM)
    paper.write(f"ณ วันที่ {long_date(pack.month.last_day)} กองทุนมีเงิน", BODY.sized(19))
    paper.skip(2 * MM)
    figure = [Run(format_baht(pack.closing_satang), NOTICE_FIGURE), Run(" บาท", BODY.sized(24))]
    paper.write(figure, leading=1.22)
    bank = sum(place.satang for place in pack.places if is_bank(place.account))
    cash = sum(place.satang for place in pack.places if place.account == CASH)
    other = sum(place.satang for place in pack.places) - bank - cash
    rest = f" และที่อื่น {format_baht(other)} บาท" if other else ""
    join = " " if other else " และ"
    paper.write(
        f"อยู่ในธนาคาร {format_baht(bank)} บาท{join}เงินสด {format_baht(cash)} บาท{rest}", _TEXT, leading=1.42
    )
    promised = format_baht(pack.promises.total_satang)
    paper.write(f"ในนี้เป็นเงินรับล่วงหน้าและรอจ่าย {promised} บาท", _TEXT, leading=1.42)
    paper.skip(3 * MM)


def _draw_rows(paper: Paper, pack: MonthPack) -> None:
    helped = sum(line.month_cases for line in pack.benefits)
    helped_year = sum(line.year_cases for line in pack.benefits)
    rows = (
        ("เดือนนี้ รับเข้า", pack.received_month_satang),
        (f"เดือนนี้ ช่วยสมาชิก {helped:,} ราย", sum(line.month_satang for line in pack.benefits)),
        ("เดือนนี้ ค่าดำเนินงาน", sum(line.month_satang for line in pack.expenses)),
        (f"ปีนี้ ช่วยไปแล้ว {helped_year:,} ราย", sum(line.year_satang for line in pack.benefits)),
    )
    paper.rule(paper.y, THIN + 0.3, INDIGO)
    for words, satang in rows:
        baseline = paper.y - 11.8 * MM
        paper.text(paper.left, baseline, words, _ROW_WORDS)
        figure = [Run(plain_baht(satang), _ROW_FIGURE), Run(" บาท", BODY.sized(18))]
        paper.text(paper.right, baseline, figure, align="right")
        paper.skip(_ROW)
        paper.rule(paper.y, THIN + 0.3, INDIGO)


def _draw_pools(paper: Paper, pack: MonthPack) -> None:
    """How a hundred baht of the balance lie in the pools; nothing when there is no money or a pool is overdrawn."""
    pools = [pool for pool in pack.pools if pool.closing_satang]
    if not pools or any(pool.closing_satang < 0 for pool in pools):
        return
    paper.skip(6 * MM)
    paper.write("เงินทุก 100 บาท อยู่ใน", BODY.sized(19))
    paper.skip(1 * MM)
    parts = hundredths([pool.closing_satang for pool in pools])
    names = [pool_name(pool.pool).removeprefix("กอง") for pool in pools]
    roomy = min(parts) >= _LEAST_LABELLED
    x = paper.left
    paper.ink.box(paper.left, paper.y - _BAR, paper.width, _BAR, Pen(THIN, INDIGO))
    for place, (name, part) in enumerate(zip(names, parts, strict=True)):
        width = paper.width * part / 100
        if place == 0:
            paper.ink.fill_boxes([(x, paper.y - _BAR, width, _BAR)], INDIGO)
        else:
            paper.ink.rule(x, paper.y, x, paper.y - _BAR, Pen(THIN, INDIGO))
        if roomy:
            number = Style(TITLE.face, 18.0, INK if place else WHITE)
            paper.text(x + width / 2, paper.y - 8.2 * MM, str(part), number, "center")
            label = fit_line(as_line(name, _LABEL), width, 0.6)
            paper.text(x + width / 2, paper.y - _BAR - 6 * MM, label, align="center")
        x += width
    if not roomy:
        told = " · ".join(f"{name} {part}" for name, part in zip(names, parts, strict=True))
        paper.text(paper.left, paper.y - _BAR - 6 * MM, fit_line(as_line(told, _LABEL), paper.width, 0.6))
    paper.skip(_BAR + 8 * MM)


def _draw_foot(paper: Paper, pack: MonthPack) -> None:
    height = 27 * MM
    paper.y = min(paper.y - 4 * MM, paper.bottom + height)
    top = paper.y
    villages = f" ใน {len(pack.arrears):,} หมู่บ้าน" if pack.arrears else ""
    paper.text(paper.left, top - 7 * MM, f"สมาชิก {pack.members_now:,} คน{villages}", TITLE.sized(18))
    paper.text(paper.left, top - 16 * MM, "ขอดูบัญชีได้ที่ที่ทำการกองทุน ทุกวันทำการ", BODY.sized(18))
    start, end = paper.right - 46 * MM, paper.right
    paper.dotted(start, end, top - 12 * MM)
    paper.text((start + end) / 2, top - 18.5 * MM, "ประธานกรรมการ", BODY.sized(15), "center")
