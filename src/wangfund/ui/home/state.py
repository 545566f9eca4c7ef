"""What the first page says: the work of the day in the order of its weight, the money, what is not right, what comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from wangfund.thai.dates import long_month, short_date, short_month
from wangfund.thai.era import OFFSET
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period
from wangfund.ui.frame.status import backup_age
from wangfund.ui.words import baht, day_month
from wangfund.usecases.home_view import ClaimsWaiting, HomeArrears, HomeView

_HALF_TYPED: Final = {
    "collect/counter": ("การรับเงินที่โต๊ะ", "collect"),
    "collect/hand-in": ("การรับเงินจากผู้เก็บ", "collect"),
    "collect/": ("ใบเก็บเงิน", "collect"),
    "books.": ("รายการบัญชี", "books"),
    "decide ": ("มติของคำขอสวัสดิการ", "claims"),
    "pay ": ("การจ่ายสวัสดิการ", "claims"),
    "withdraw ": ("การถอนคำขอสวัสดิการ", "claims"),
    "refuse ": ("มติไม่จ่ายสวัสดิการ", "claims"),
    "heirs ": ("ส่วนแบ่งของผู้รับผลประโยชน์", "claims"),
    "payday": ("รอบจ่ายสวัสดิการ", "claims"),
    "claims": ("คำขอสวัสดิการ", "claims"),
    "member.new": ("ใบสมัครสมาชิก", "members"),
    "member.again ": ("ใบสมัครกลับเข้าเป็นสมาชิก", "members"),
    "member.edit ": ("การแก้ไขทะเบียน", "members"),
    "member.": ("เรื่องของสมาชิก", "members"),
    "past.new": ("สวัสดิการก่อนใช้โปรแกรม", "past"),
    "past:": ("สวัสดิการก่อนใช้โปรแกรม", "members"),
    "settings.fund": ("ข้อมูลกองทุน", "settings"),
    "settings.officer": ("คณะกรรมการ", "settings"),
    "settings.village": ("หมู่บ้าน", "settings"),
    "settings.bank": ("บัญชีธนาคาร", "settings"),
    "settings.opening": ("ยอดยกมา", "settings"),
    "close/": ("การปิดงวด", "close"),
    "import": ("การนำเข้าทะเบียน", "import"),
    "bylaw": ("ร่างระเบียบ", "bylaw"),
}
"""Where a half-typed form is taken up again, by how its draft's name begins."""
_SECTIONS: Final = {"officer": "committee", "village": "villages", "bank": "banks"}
"""The sections of the settings that are called otherwise than their drafts."""
_SHEET: Final = re.compile(r"collect/(\d{4})-(\d{2})/(\d+)")
_LINES_RIGHT: Final = 5
"""Lines of what is not right and what comes together, under the money."""


@dataclass(frozen=True, slots=True)
class Task:
    """Work to do: icon, what, the facts of it, and the verb.

    `page` is where it is done, with what that page should show; 'backup' is done here.
    """

    icon: str
    what: str
    facts: str
    verb: str
    page: str
    argument: object = None
    short: str = ""
    short_verb: str = ""
    short_facts: str = ""
    """In place of `what`, `verb` and `facts` where there is little room."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a panel: icon, words, figure; `tone` colours the icon, `short` stands where there is little room."""

    icon: str
    words: str
    figure: str
    tone: str = "pri"
    short: str = ""


@dataclass(frozen=True, slots=True)
class CashBar:
    """How full the cash box is: share of the limit, 0 to 1, the words, and whether it is over."""

    share: float
    words: str
    over: bool


@dataclass(slots=True)
class HomeState:
    """Keeps what was read, so that coming back shows it at once."""

    view: HomeView | None = None
    arrears: HomeArrears | None = None
    chosen: int = 0
    stale: bool = True
    tasks: tuple[Task, ...] = field(default=())

    def take(
        self,
        view: HomeView,
        last_backup: datetime | None,
        now: datetime,
        *,
        wrote: bool,
        half_typed: Sequence[str] = (),
    ) -> None:
        """New figures; `half_typed` names the forms in which something was typed and not saved."""
        self.view = view
        self.tasks = tasks_of(view, last_backup, now, wrote=wrote, half_typed=half_typed)
        self.chosen = min(self.chosen, max(0, len(self.tasks) - 1))
        self.stale = False


def tasks_of(
    view: HomeView,
    last_backup: datetime | None,
    now: datetime,
    *,
    wrote: bool = False,
    half_typed: Sequence[str] = (),
) -> tuple[Task, ...]:
    """The work of the day, the most pressing first."""
    found: list[Task | None] = [
        _register(view),
        _half_typed(half_typed),
        *(_close(month, state) for month, state in view.unclosed[:1]),
        _round(view),
        _collectors(view),
        _claims(view.to_decide, decided=False),
        _claims(view.to_pay, decided=True),
        _backup(last_backup, now, wrote=wrote),
    ]
    return tuple(task for task in found if task is not None)


def money_lines(view: HomeView) -> tuple[Line, ...]:
    """Where the money lies; the total stands above."""
    lines = [Line("landmark", name, _two(satang)) for name, satang in view.banks]
    lines.append(Line("banknote", "เงินสดในมือ", _two(view.cash_satang)))
    return tuple(lines)


def cash_bar(view: HomeView) -> CashBar | None:
    """The cash box against what the rules let it hold; None without a limit."""
    limit = view.cash_limit_satang
    if limit <= 0:
        return None
    over = view.cash_satang > limit
    share = min(1.0, max(0.0, view.cash_satang / limit))
    words = f"ถือได้ไม่เกิน {baht(limit)} บาท"
    return CashBar(share, f"เกินกว่าที่ถือได้ {baht(limit)} บาท ควรนำฝาก" if over else words, over)


def promise_lines(view: HomeView) -> tuple[Line, ...]:
    """What is not in the box or is spoken for already."""
    lines = []
    if view.collectors_satang:
        lines.append(Line("hand-coins", "อยู่กับผู้เก็บ ยังไม่ส่ง", _two(view.collectors_satang), "warn", "อยู่กับผู้เก็บ"))
    if view.investments_satang:
        lines.append(Line("landmark", "เงินลงทุนอื่น", _two(view.investments_satang)))
    lines.append(Line("bookmark-check", "ผูกพันไว้แล้ว", _two(view.promises.total_satang)))
    return tuple(lines)


def promise_note(view: HomeView) -> str:
    """What the promises are made of."""
    ahead, approved = view.promises.paid_ahead_satang, view.promises.approved_unpaid_satang
    return f"รับล่วงหน้า {baht(ahead)} · อนุมัติรอจ่าย {baht(approved)}"


def arrears_lines(arrears: HomeArrears) -> tuple[Line, ...]:
    """Who owes, by how much it means for her."""
    suspend_at = arrears.suspend_at
    found = [
        (arrears.owing, Line("triangle-alert", f"ค้างเงินสมทบ 1–{suspend_at - 1} เดือน", _people(arrears.owing), "warn", f"ค้าง 1–{suspend_at - 1} เดือน")),
        (arrears.suspended, Line("ban", f"ระงับสิทธิ (ค้าง {suspend_at} เดือนขึ้นไป)", _people(arrears.suspended), "bad", "ระงับสิทธิ")),
        (arrears.lapsed, Line("ban", "ขาดสิทธิ รอมติพ้นสภาพ", _people(arrears.lapsed), "bad", "ขาดสิทธิ")),
        (arrears.unknown, Line("circle-alert", "ยังไม่รู้ว่าชำระถึงเดือนใด", _people(arrears.unknown), "warn", "ไม่รู้ยอดค้าง")),
    ]  # fmt: skip
    return tuple(line for count, line in found if count)


def coming_lines(view: HomeView, arrears: HomeArrears | None = None) -> tuple[tuple[str, str], ...]:
    """Days to come, with what happens; fewer where what is not right needs the room."""
    room = _LINES_RIGHT - (len(arrears_lines(arrears)) if arrears is not None else 2)
    return tuple(
        (
            day_month(c.day) if c.day.year == view.today.year else short_date(c.day),
            f"จ่ายสวัสดิการ{c.name}" if c.code == "pay_day" else "วันนับสมาชิกครบปี",
        )
        for c in view.coming[: max(1, room)]
    )


def chart_words(view: HomeView) -> tuple[str, str]:
    """What came in and went out in the twelve months."""
    return (
        _two(sum(bar.received_satang for bar in view.bars)),
        _two(sum(bar.paid_satang for bar in view.bars)),
    )


def _close(month: Period, state: str) -> Task:
    facts = "ร่างไว้แล้ว รอมติกรรมการ" if state == "draft" else "ยังไม่ได้นับเงิน"
    return Task("calendar-check-2", f"ปิดงวดเดือน{long_month(month)}", facts, "ทำต่อ", "close")


def _half_typed(names: Sequence[str]) -> Task | None:
    found = [
        (*taken_up, name)
        for name in names
        if (taken_up := next((to for begins, to in _HALF_TYPED.items() if name.startswith(begins)), None))
    ]
    if not found:
        return None
    words, page, name = found[0]
    argument: object = None
    kind, _, which = name.replace(":", " ").partition(" ")
    if page == "settings":
        kind = kind.removeprefix("settings.")
        argument = _SECTIONS.get(kind, kind)
    elif page == "members" and which:
        argument = which
        words = f"{words} เลขที่ {which}"
    sheet = _SHEET.fullmatch(name)
    if sheet is not None:
        year, month, moo = map(int, sheet.groups())
        argument = {"moo": moo, "month": Period(year - OFFSET, month)}
        words = f"{words} หมู่ {moo}"
    more = f" และอีก {len(found) - 1} เรื่อง" if len(found) > 1 else ""
    return Task("pencil", "มีสิ่งที่พิมพ์ค้างไว้ ยังไม่ได้บันทึก", words + more, "ทำต่อ", page, argument, short="พิมพ์ค้างไว้")


def _register(view: HomeView) -> Task | None:
    if view.members_now:
        return None
    return Task("file-input", "นำทะเบียนสมาชิกเข้าโปรแกรม", "ยังไม่มีสมาชิกในกองทุนนี้", "นำเข้าทะเบียน", "import")


def _round(view: HomeView) -> Task | None:
    if not view.members_now:
        return None
    left = view.villages - view.rounds_done
    if left <= 0:
        return None
    month = short_month(Period.of(view.today))
    facts = f"ลงแล้ว {view.rounds_done} จาก {view.villages} หมู่บ้าน"
    return Task(
        "hand-coins",
        f"รับเงินรอบเก็บ {month} อีก {left} หมู่บ้าน",
        facts,
        "บันทึกใบเก็บเงิน",
        "collect",
        short=f"รอบเก็บ {month}",
        short_verb="บันทึก",
        short_facts=f"ลงแล้ว {view.rounds_done}/{view.villages} หมู่",
    )


def _collectors(view: HomeView) -> Task | None:
    if view.collectors_satang <= 0:
        return None
    facts = f"รวม {baht(view.collectors_satang)} บาท"
    return Task("scale", "ผู้เก็บยังไม่ส่งเงิน", facts, "รับเงินส่ง", "collect")


def _claims(waiting: ClaimsWaiting, *, decided: bool) -> Task | None:
    if not waiting.count or waiting.oldest is None:
        return None
    if decided:
        facts = f"รวม {baht(waiting.net_satang)} บาท"
        return Task(
            "banknote", f"สวัสดิการอนุมัติแล้วรอจ่าย {waiting.count} ราย", facts, "เปิดดู", "claims",
            short=f"คำขอรอจ่าย {waiting.count} ราย",
        )  # fmt: skip
    facts = f"เก่าที่สุดยื่น {short_date(waiting.oldest)}"
    return Task(
        "heart-handshake", f"คำขอสวัสดิการรอตรวจ {waiting.count} คำขอ", facts, "เปิดดู", "claims",
        short=f"รอตรวจ {waiting.count} คำขอ",
    )  # fmt: skip


def _backup(last: datetime | None, now: datetime, *, wrote: bool) -> Task | None:
    age = backup_age(last, now, unsaved=wrote)
    if age.tone == "ok":
        return None
    return Task("usb", "สำรองข้อมูล", age.words, "สำรอง", "backup")


def _two(satang: int) -> str:
    return format_baht(satang)


def _people(count: int) -> str:
    return f"{count:,} คน"
