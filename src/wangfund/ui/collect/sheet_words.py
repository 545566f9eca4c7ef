"""What the page says of a sheet being keyed: beside the line, of the difference, before posting and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from wangfund.domain.dues.allocation import Allocation
from wangfund.domain.dues.round_clues import RoundClue, round_clues
from wangfund.domain.errors import Refused
from wangfund.text.messages import say, say_finding
from wangfund.thai.dates import long_month
from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.sheet_entry import SheetEntry, SheetLine, numbers_of
from wangfund.ui.widgets.typed import typed_money
from wangfund.ui.words import DASH, baht, months_short
from wangfund.usecases.record_round import RoundResult


class Said(NamedTuple):
    """Words and their tone; `figure` stands at the right."""

    words: str
    tone: str = "ink2"
    figure: str = ""


_CLUES: Final = {
    "not_paid": "อาจบันทึกว่าขาด ทั้งที่จ่ายแล้ว ลองดูลำดับ {lines}",
    "all_not_paid": "เท่ากับที่ขาดส่งทุกคนรวมกัน ลองดูลำดับ {lines}",
    "swapped": "อาจพิมพ์ตัวเลขสลับกัน ลองดูลำดับ {lines}",
    "paid": "อาจบันทึกว่าจ่าย ทั้งที่ยังไม่ได้จ่าย ลองดูลำดับ {lines}",
}
_MANY: Final = {
    "not_paid": "อาจมีหนึ่งคนที่บันทึกว่าขาด ทั้งที่จ่ายแล้ว",
    "all_not_paid": "เท่ากับที่ขาดส่งทุกคนรวมกัน",
    "swapped": "อาจพิมพ์ตัวเลขสลับกันหนึ่งคน",
    "paid": "อาจมีหนึ่งคนที่บันทึกว่าจ่าย ทั้งที่ยังไม่ได้จ่าย",
}


def cell_words(entry: SheetEntry, line: SheetLine) -> str:
    """What stands in the last column of a line."""
    if not line.row.coverage_known:
        return "ไม่รู้ยอด"
    amount = entry.paid.get(line.row.member_id)
    if amount is None and line.row.total_satang:
        return ""
    if not amount:
        return "ขาด" if line.row.total_satang else DASH
    return format_baht(amount)


def line_words(entry: SheetEntry) -> Said:
    """The line under the table: what is wrong, or what would be written of the one under the mark."""
    line = entry.line
    if line is None:
        return Said("ไม่มีใครต้องเก็บในใบนี้แล้ว" if entry.again else "ไม่มีสมาชิกในหมู่บ้านนี้")
    if entry.wrong is not None:
        return Said(say_finding(entry.wrong).line, "bad")
    if entry.jumping:
        return Said(f"ไปลำดับที่ {entry.typed}", "pri")
    who = f"{line.no} {line.row.name}"
    if not line.row.coverage_known:
        return Said(f"{who}: ยังไม่รู้ว่าชำระถึงเดือนใด ขอดูสมุดก่อน กด Enter ข้ามไป", "warn")
    amount = entry.proposed_satang
    if amount is None:
        wrong = typed_money(entry.typed, required=True).finding
        return Said(f"{who}: {say_finding(wrong).line}" if wrong is not None else who, "bad")
    if amount == 0:
        return Said(f"{who}: " + ("ขาดส่งงวดนี้" if line.row.total_satang else "จ่ายล่วงหน้าไว้แล้ว ไม่ต้องเก็บ"))
    try:
        done = entry.lay(line, amount)
    except Refused as error:
        return Said(f"{who}: {say(error.code, error.values).line}", "bad")
    tone = "ink2" if amount == line.row.total_satang else "pri"
    return Said(f"{who}: {format_baht(amount)} {covers_words(done)}", tone)


def covers_words(done: Allocation) -> str:
    """Which months money covers, and what is left of it."""
    left = format_baht(done.credit_after_satang)
    if not done.months:
        return f"ยังไม่ครบหนึ่งเดือน เก็บไว้รวมกับครั้งหน้า ({left})"
    rest = f" เหลือ {left} รวมกับครั้งหน้า" if done.credit_after_satang else ""
    return f"จ่ายเดือน {months_short(done.ranges)} ({done.months} เดือน){rest}"


def difference_words(entry: SheetEntry, counted_satang: int | None) -> tuple[Said, str]:
    """The third line under counted and recorded, and where to look ("" when there is nothing to look for)."""
    blank = entry.blank
    if blank:
        return Said(f"ยังบันทึกไม่ครบ เหลือ {len(blank)} คน"), ""
    if counted_satang is None:
        return Said("ยังไม่ได้นับเงิน"), ""
    over = counted_satang - entry.recorded_satang
    if not over:
        return Said("ตรงกัน", "ok"), ""
    words = "เงินเกินอยู่" if over > 0 else "เงินขาดอยู่"
    return Said(words, "warn", format_baht(abs(over))), clue_words(round_clues(over, entry.as_lines))


def clue_words(clues: Sequence[RoundClue]) -> str:
    """Where to look, in two sentences at most."""
    if not clues:
        return "ลองนับเงินใหม่ แล้วดูยอดที่พิมพ์เองทีละคน"
    said = [
        _CLUES[clue.code].format(lines=", ".join(map(str, clue.lines))) if clue.lines else _MANY[clue.code]
        for clue in clues
    ]
    return " หรือ ".join(said[:2])


def post_words(entry: SheetEntry) -> str:
    """The verb of posting."""
    if not entry.payers and not entry.blank:
        return "บันทึกว่าไม่มีใครจ่าย"
    return f"ออกใบเสร็จ {entry.payers} ใบ"


READ_ONLY: Final = "เปิดดูอย่างเดียว จึงรับเงินและออกใบเสร็จไม่ได้"


def post_why(entry: SheetEntry, counted_satang: int | None) -> str:
    """The line under the button: what is missing first, or what becomes of a difference."""
    blank = entry.blank
    if blank:
        return f"ยังไม่ได้บันทึก {len(blank)} คน เริ่มที่ลำดับ {blank[0].no}"
    if counted_satang is None:
        return "นับเงินแล้วพิมพ์ยอดที่นับได้ก่อน"
    over = counted_satang - entry.recorded_satang
    if over > 0:
        return f"ถ้าหาไม่พบ ลงเป็นเงินสดเกิน {format_baht(over)}"
    if over < 0:
        return f"ถ้าหาไม่พบ ผู้เก็บต้องนำมาส่งอีก {format_baht(-over)}"
    return "เงินตรงกับที่บันทึก ออกใบเสร็จได้"


def question_words(entry: SheetEntry, counted_satang: int, day: str) -> str:
    """What posting will do: whose money, who paid, what was counted, and what becomes of a difference; a line each."""
    sheet = entry.view.sheet
    over = counted_satang - entry.recorded_satang
    who = sheet.collector or "ผู้เก็บ"
    said = (
        f"หมู่ {sheet.moo} {sheet.village} รอบเดือน{long_month(sheet.month)}\nรับเงินวันที่ {day}\n"
        f"จ่าย {entry.payers} คน รวม {format_baht(entry.recorded_satang)} บาท ขาดส่ง {len(entry.unpaid)} คน\n"
        f"นับเงินได้ {format_baht(counted_satang)} บาท"
    )
    if over > 0:
        return f"{said} เกิน {format_baht(over)} บาท\nส่วนที่เกินจะลงเป็นเงินสดเกินจนกว่าจะทราบเหตุ"
    if over < 0:
        return f"{said} ขาด {format_baht(-over)} บาท\nจะลงว่า{who}ยังไม่ส่งจนกว่าจะนำมาส่ง"
    return f"{said} ตรงกัน"


def posted_words(done: RoundResult, *, short: bool = False) -> str:
    """The quiet line after posting; `short` where there is little room (the page beneath tells the rest)."""
    if not done.round_ids:
        return "ใบนี้บันทึกไว้แล้ว ไม่ได้ลงซ้ำ"
    if not done.receipts:
        return "บันทึกแล้ว รอบนี้ไม่มีใครจ่าย"
    if short:
        return f"ออกใบเสร็จ {done.receipts} ใบแล้ว"
    numbers = f"{done.first_receipt}–{done.last_receipt}" if done.receipts > 1 else f"{done.first_receipt}"
    said = f"ออกใบเสร็จ {done.receipts} ใบ เลขที่ {numbers} รวม {format_baht(done.total_satang)} บาท"
    if done.short_satang:
        return f"{said} ผู้เก็บยังไม่ส่งอีก {format_baht(done.short_satang)}"
    if done.over_satang:
        return f"{said} เงินเกิน {format_baht(done.over_satang)}"
    return said


def changed_words(lines: Sequence[SheetLine]) -> str:
    """What is said when the amounts of some lines are others than when they were written."""
    return f"ยอดที่ต้องเก็บของ {len(lines)} คนเปลี่ยนไปหลังจากที่พิมพ์ไว้ ดูลำดับ {numbers_of(lines)} แล้วพิมพ์ใหม่"


def totals_words(entry: SheetEntry) -> str:
    """The foot of the sheet at the left."""
    blank = len(entry.blank)
    said = f"จ่าย {entry.payers} · ขาด {len(entry.unpaid)}"
    return f"{said} · เหลือ {blank}" if blank else said


def unpaid_words(entry: SheetEntry) -> tuple[str, str]:
    """The heading of the list of those who did not pay, and its sum."""
    unpaid = entry.unpaid
    owed = sum(line.row.total_satang for line in unpaid)
    return (f"ขาดส่ง {len(unpaid)} คน", f"{baht(owed)} บาท" if unpaid else "")
