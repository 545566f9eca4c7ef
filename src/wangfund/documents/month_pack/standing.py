"""Under the statement: footnotes, where the money lies, its pools, whether it foots, and who signs."""

from typing import Final

from wangfund.documents.month_pack.footnotes import promise_mark, setoff_mark, share_mark
from wangfund.documents.month_pack.money_list import MoneyEntry, draw_money_list, money_list_height
from wangfund.documents.typeset.fingerprint_box import FINGERPRINT_HEIGHT, FINGERPRINT_WIDTH, draw_fingerprint
from wangfund.documents.typeset.measures import HAIR, MM
from wangfund.documents.typeset.page import Paper
from wangfund.documents.typeset.page_ink import Pen
from wangfund.documents.typeset.run import Run, as_line, fit_line, line_width
from wangfund.documents.typeset.signature import Signature, draw_signatures, signatures_height
from wangfund.documents.typeset.style import BODY, INK, INK2, NOTE, TABLE
from wangfund.domain.accounts import CASH
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.text.accounts import account_name
from wangfund.text.terms import pool_name
from wangfund.thai.dates import MONTHS_SHORT
from wangfund.thai.money_text import MINUS, format_baht

_GAP: Final = 9 * MM
_BOX: Final = 7.8 * MM
_SIGN_AIR: Final = 3 * MM
_BOLD: Final = TABLE.bold


def standing_height(paper: Paper, pack: MonthPack) -> float:
    """The height of everything drawn here, in points."""
    lists = max(money_list_height(_half(paper), _places(pack)), money_list_height(_half(paper), _pools(pack)))
    return len(_notes(pack)) * 5.2 * MM + 3 * MM + lists + 2 * MM + _BOX + _SIGN_AIR + _signing_height(pack)


def draw_standing(paper: Paper, pack: MonthPack) -> None:
    """Draw it at the cursor, whole on one page, the signatures at the page's foot."""
    paper.need(standing_height(paper, pack))
    for note in _notes(pack):
        paper.write(note, NOTE, leading=1.42)
    paper.skip(2 * MM)
    _draw_lists(paper, pack)
    _draw_footing(paper, pack)
    paper.y = min(paper.y - _SIGN_AIR, paper.bottom + _signing_height(pack))
    _draw_signing(paper, pack)


def _notes(pack: MonthPack) -> list[str]:
    notes = []
    if pack.setoff_month_satang:
        kept = f"{format_baht(pack.setoff_month_satang)} บาท {pack.setoff_month_cases} ราย"
        notes.append(f"{setoff_mark(pack)} รวมเงินสมทบที่หักจากสวัสดิการ {kept} ซึ่งไม่มีเงินสดเคลื่อนไหว")
    share = f"{pack.admin_permille // 10}.{pack.admin_permille % 10}"
    promises = pack.promises
    ahead, approved = (
        format_baht(one) for one in (promises.paid_ahead_satang, promises.approved_unpaid_satang)
    )
    notes.append(
        f"{share_mark(pack)} ส่วนที่จ่ายจากกองบริหารเป็นร้อยละ {share} ของรายรับปีนี้ (เกณฑ์ไม่เกิน 20) "
        f" {promise_mark(pack)} รับล่วงหน้า {ahead} และอนุมัติแล้วรอจ่าย {approved}"
    )
    return notes


def _places(pack: MonthPack) -> list[MoneyEntry]:
    rows: list[MoneyEntry] = []
    for place in pack.places:
        name = account_name(place.account, place.name)
        if place.account != CASH:
            rows.append(MoneyEntry(name, place.satang))
            continue
        rows.append(MoneyEntry(f"{name} {_counted(pack)}", place.satang))
        counted, day = pack.counted_cash_satang, pack.counted_on
        # A count of a later day was compared with the book of that day.
        if counted is not None and day is not None and day <= pack.month.last_day and counted != place.satang:
            rows.append(MoneyEntry(f"– นับได้จริง ต่าง {format_baht(counted - place.satang)}", counted))
    rows.append(MoneyEntry("รวม", sum(place.satang for place in pack.places), is_sum=True))
    rows.append(MoneyEntry(f"ผูกพันไว้แล้ว {promise_mark(pack)}", pack.promises.total_satang))
    return rows


def _counted(pack: MonthPack) -> str:
    day = pack.counted_on
    return "ยังไม่ได้นับ" if day is None else f"นับแล้ว {day.day} {MONTHS_SHORT[day.month - 1]}"


def _pools(pack: MonthPack) -> list[MoneyEntry]:
    rows: list[MoneyEntry] = [MoneyEntry(pool_name(pool.pool), pool.closing_satang) for pool in pack.pools]
    return [*rows, MoneyEntry("รวม", sum(pool.closing_satang for pool in pack.pools), is_sum=True)]


def _half(paper: Paper) -> float:
    return (paper.width - _GAP) / 2


def _draw_lists(paper: Paper, pack: MonthPack) -> None:
    half = _half(paper)
    places, pools = _places(pack), _pools(pack)
    draw_money_list(paper, paper.left, half, "เงินอยู่ที่", places)
    draw_money_list(paper, paper.right - half, half, "แบ่งเป็นกอง", pools)
    paper.skip(max(money_list_height(half, places), money_list_height(half, pools)) + 2 * MM)


def _draw_footing(paper: Paper, pack: MonthPack) -> None:
    """The month's equation in a box, and in words whether every check holds."""
    wrong = sum(not footing.right for footing in pack.footings)
    verdict = f"ไม่ตรง {wrong} ข้อ ดูตารางตรวจยอด" if wrong else "ตรงกันทุกทาง" if pack.footings else ""
    left = pack.opening_month_satang + pack.received_month_satang - pack.paid_month_satang
    sums = (
        f"ยกมา {format_baht(pack.opening_month_satang)} + รับ {format_baht(pack.received_month_satang)} "
        f"{MINUS} จ่าย {format_baht(pack.paid_month_satang)} = {format_baht(left)}"
    )
    pen = Pen(1.2, INK) if wrong else Pen(HAIR, INK2)
    paper.ink.box(paper.left, paper.y - _BOX, paper.width, _BOX, pen, 1.2 * MM)
    baseline = paper.y - _BOX / 2 - 1.4 * MM
    pad = 3 * MM
    end = paper.right - pad
    if verdict:
        end -= paper.text(end, baseline, verdict, _BOLD, "right") + pad
    label = (Run("ตรวจยอด  ", _BOLD),)
    room = end - paper.left - pad - line_width(label)
    paper.ink.line(paper.left + pad, baseline, (*label, *fit_line(as_line(sums, TABLE), room, 0.6)))
    paper.skip(_BOX)


def _signing_height(pack: MonthPack) -> float:
    return max(FINGERPRINT_HEIGHT, signatures_height(len(pack.signatures))) + 1.5 * MM


def _draw_signing(paper: Paper, pack: MonthPack) -> None:
    """Three signatures beside the fingerprint; a draft has none and says so."""
    left = paper.left + FINGERPRINT_WIDTH + 2 * MM
    if pack.fingerprint and not pack.draft:
        draw_fingerprint(paper, paper.left, paper.y, pack.fingerprint)
    else:
        box = (paper.left, paper.y - FINGERPRINT_HEIGHT, FINGERPRINT_WIDTH, FINGERPRINT_HEIGHT)
        paper.ink.box(*box, Pen(HAIR, INK2, (2.0, 1.6)), 1.5 * MM)
        middle = paper.left + FINGERPRINT_WIDTH / 2
        paper.text(middle, paper.y - 10.8 * MM, "ร่าง ยังไม่ปิดงวด", BODY.bold, "center")
        paper.text(middle, paper.y - 17 * MM, "จึงยังไม่มีรหัสยืนยันงวด", NOTE, "center")
    people = [Signature(one.name, one.role) for one in pack.signatures]
    draw_signatures(paper, people, left=left)
