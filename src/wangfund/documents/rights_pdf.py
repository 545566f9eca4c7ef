"""What a member may claim today, from when the rest, and what is left this year: large type, hers to take home."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, form_head
from wangfund.documents.typeset.measures import MM
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run, Text
from wangfund.documents.typeset.style import BODY, FOOTER, HEADING
from wangfund.documents.typeset.table import Column, Lines, Row, RowRules, Table
from wangfund.documents.typeset.table_draw import draw_table
from wangfund.domain.eligibility.entitlements import Claimable, Entitlement
from wangfund.domain.papers.rights_notice import RightsNotice
from wangfund.text import rights_words as say
from wangfund.text.paper_words import fund_place, plain_baht
from wangfund.thai.dates import long_date, long_month, short_date

_TITLE: Final = "ใบแจ้งสิทธิของสมาชิก"
_TEXT: Final = BODY.sized(14)
_SMALL: Final = BODY.sized(12)
_MOTTO: Final = "ให้อย่างมีคุณค่า รับอย่างมีศักดิ์ศรี"


def render(notice: RightsNotice, path: Path, made_on: date) -> None:
    """Write the notice of one member.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    footer = Footer(
        Run(f"เอกสารของสมาชิก · ตามระเบียบฉบับที่ {notice.version} · พิมพ์ {short_date(made_on)}", FOOTER)
    )
    head = notice.head
    paper = Paper(DocumentInfo(_TITLE, head.name, made_on), footer)
    draw_head(
        paper,
        form_head(head.name, fund_place(head), _TITLE, Run(long_date(notice.day), BODY), 17 * MM, 18.0),
    )
    paper.rule(paper.y)
    paper.skip(3 * MM)
    _draw_member(paper, notice)
    _draw_now(paper, notice)
    _draw_later(paper, notice)
    _draw_foot(paper, notice)
    paper.save(path)


def _draw_member(paper: Paper, notice: RightsNotice) -> None:
    village = f"หมู่ {notice.moo} {notice.village}".strip()
    paper.paragraph(f"เรียน  {notice.name}  สมาชิกเลขที่ {notice.member_no} {village}", _TEXT.bold)
    paid = f"ชำระเงินสมทบแล้วถึง {long_month(notice.paid_through)}" if notice.paid_through is not None else ""
    owed = f"ค้างชำระ {plain_baht(notice.owed_satang)} บาท" if notice.owed_satang else ""
    since = f"เป็นสมาชิกตั้งแต่วันที่ {long_date(notice.joined)}"
    paper.paragraph(" · ".join(part for part in (since, paid, owed) if part), _SMALL)
    stopped = say.standing_words([f for one in notice.rows for f in one.findings])
    if stopped:
        paper.skip(1.5 * MM)
        paper.paragraph(stopped, _TEXT.bold)
    paper.skip(3 * MM)


def _draw_now(paper: Paper, notice: RightsNotice) -> None:
    now = [one for one in notice.rows if one.claimable is Claimable.NOW]
    paper.write("ขอรับได้ตั้งแต่วันนี้", HEADING.sized(14))
    if not now:
        paper.paragraph("วันนี้ยังไม่มีสวัสดิการที่ขอได้", _TEXT)
    else:
        _draw_table(paper, [(one, _about_now(one, notice)) for one in now])
    paper.skip(3 * MM)


def _draw_later(paper: Paper, notice: RightsNotice) -> None:
    later = [one for one in notice.rows if one.claimable is not Claimable.NOW]
    if not later:
        return
    paper.need(28 * MM)
    paper.write("ขอรับได้ในวันข้างหน้า หรือยังไม่เข้าเงื่อนไข", HEADING.sized(14))
    _draw_table(paper, [(one, [say.when_words(one), *say.left_words(one)]) for one in later])
    paper.skip(3 * MM)


def _about_now(one: Entitlement, notice: RightsNotice) -> list[str]:
    counted = " · ".join(words for words in (say.rate_words(one), *say.left_words(one)) if words)
    lines = [counted, say.rises_words(one), say.papers_words(one)]
    if one.benefit in notice.to_heir:
        lines.insert(0, f"จ่ายให้ {notice.heir}" if notice.heir else "ยังไม่ได้แจ้งชื่อผู้รับผลประโยชน์ โปรดแจ้งกองทุน")
    return [line for line in lines if line]


def _draw_table(paper: Paper, rows: Sequence[tuple[Entitlement, Sequence[str]]]) -> None:
    columns = (
        Column("เรื่อง", 55 * MM, style=_SMALL, wraps=True),
        Column("จำนวน", 37 * MM, style=_SMALL, wraps=True),
        Column("รายละเอียด", None, style=_SMALL, wraps=True),
    )
    made = []
    for one, about in rows:
        what: Text = [Run(one.name, _TEXT.bold)]
        if one.clause:
            what = [Run(f"{one.name}  ", _TEXT.bold), Run(one.clause, _SMALL.sized(10.5).grey)]
        amount = say.amount_words(one)
        said: tuple[Text, ...] = tuple(Run(line, _SMALL) for line in about) or (Run("ขอได้วันนี้", _SMALL),)
        made.append(Row((Lines((what,)), Lines((Run(amount, _TEXT.sized(13)),)), Lines(said))))
    paper.skip(1 * MM)
    draw_table(paper, Table(columns, made, row_rules=RowRules.HAIR, headless=True))


def _draw_foot(paper: Paper, notice: RightsNotice) -> None:
    if notice.ceiling_satang:
        left = max(0, notice.ceiling_satang - notice.used_satang)
        paper.paragraph(
            f"รวมทุกเรื่องในปีนี้ ได้รับแล้ว {plain_baht(notice.used_satang)} บาท"
            f" ยังเหลือ {plain_baht(left)} บาท จากเพดาน {plain_baht(notice.ceiling_satang)} บาทต่อปี",
            _TEXT,
        )
        paper.skip(2 * MM)
    paper.paragraph(
        "สิทธินี้เป็นไปตามที่ทะเบียนมีอยู่ในวันนี้ และเมื่อชำระเงินสมทบต่อเนื่อง หากข้อใดไม่ตรงหรือสงสัย โปรดถามกรรมการกองทุน กองทุนยินดีดูให้ทุกครั้ง",
        _SMALL,
    )
    paper.need(14 * MM)
    paper.skip(1 * MM)
    signed = notice.signature
    paper.write(f"ผู้แจ้ง {signed.name} {signed.role}" if signed.name else "ผู้แจ้ง ……………………………", _SMALL, "right")
    paper.skip(1 * MM)
    paper.write(_MOTTO, HEADING, align="center")
