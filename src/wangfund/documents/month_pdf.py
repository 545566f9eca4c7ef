"""The meeting's pack of a month as one PDF: the statement to sign, then what stands behind it."""

from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from wangfund.documents.month_pack.arrears import draw_arrears
from wangfund.documents.month_pack.benefits import draw_benefits
from wangfund.documents.month_pack.claims import draw_claims
from wangfund.documents.month_pack.footings import draw_footings
from wangfund.documents.month_pack.members import JOINED, draw_members
from wangfund.documents.month_pack.pools import draw_pools
from wangfund.documents.month_pack.section import running_head
from wangfund.documents.month_pack.standing import draw_standing, standing_height
from wangfund.documents.month_pack.statement import draw_statement
from wangfund.documents.month_pack.twelve_months import draw_twelve_months
from wangfund.documents.month_pack.voids import draw_voids
from wangfund.documents.typeset.document import DocumentInfo
from wangfund.documents.typeset.head import draw_head, report_head
from wangfund.documents.typeset.page import Footer, Paper
from wangfund.documents.typeset.run import Run, Text
from wangfund.documents.typeset.style import BODY
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.text.paper_words import NOT_FOR_WALLS, resolution_words
from wangfund.thai.dates import long_month, short_date

_TITLE: Final = "รายงานรับ–จ่ายและฐานะกองทุน"


def render(pack: MonthPack, path: Path, made_on: date) -> None:
    """Write the pack. A sealed month is dated by its closing, so that a reprint is the same file.

    Raises:
        OSError: the folder is missing, full or forbidden; what stood at `path` is as it was.
    """
    day = made_on if pack.draft or pack.closed_on is None else pack.closed_on
    info = DocumentInfo(f"{_TITLE} {long_month(pack.month)}", pack.head.name, day)
    paper = Paper(info, _first_footer(pack), draft=pack.draft)
    paper.on_next_page = partial(running_head, pack=pack)
    draw_head(paper, report_head(pack.head.name, _TITLE, _subtitle(pack, day)))
    draw_statement(paper, pack, paper.room - standing_height(paper, pack))
    draw_standing(paper, pack)
    paper.next_page(Footer(f"เอกสารใช้ในที่ประชุม {NOT_FOR_WALLS}"))
    draw_benefits(paper, pack)
    draw_members(paper, pack)
    draw_arrears(paper, pack)
    draw_claims(paper, pack)
    draw_voids(paper, pack)
    draw_pools(paper, pack)
    draw_twelve_months(paper, pack)
    draw_footings(paper, pack)
    paper.save(path)


def _subtitle(pack: MonthPack, day: date) -> Text:
    if pack.draft:
        rest = f" · พิมพ์ {short_date(day)}"
    else:
        rest = f" · ปิดงวด {short_date(day)} {resolution_words(pack.resolution)}".rstrip()
    return [
        Run("ประจำเดือน ", BODY.grey),
        Run(long_month(pack.month), BODY.bold),
        Run(rest, BODY.grey),
    ]


def _first_footer(pack: MonthPack) -> Footer:
    kinds = Counter(move.kind for move in pack.moves)
    came = kinds.pop(JOINED, 0)
    people = f"สมาชิก {pack.members_now:,} คน เดือนนี้เข้า {came:,} ออก {kinds.total():,}"
    if pack.draft:
        return Footer(f"{people} · ตัวเลขยังเปลี่ยนได้จนกว่าจะปิดงวด")
    return Footer(f"{people} · หากมีการแก้รายการย้อนหลัง รหัสยืนยันงวดจะไม่ตรงกับใบนี้")
