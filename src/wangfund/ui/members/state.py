"""What the members page knows: the list, what is looked for, who is chosen, and how each stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from wangfund.domain.eligibility.standing import Standing
from wangfund.text.terms import CAUSES, FIELDS
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.member_search import Found, MemberSearch
from wangfund.ui.words import LEFT, standing_mark
from wangfund.usecases.enrol_member import Enrolled
from wangfund.usecases.find_members import MemberLine

Standings = Callable[[Sequence[MemberLine]], Mapping[int, Standing]]

HELP: Final = (
    "พิมพ์ชื่อ เลขที่ บ้านเลขที่ หรือเลขบัตรในช่องค้นหา รายชื่อจะเหลือเฉพาะที่ตรง ไม่ต้องใส่วรรณยุกต์",
    "กดลูกศรขึ้นลงเลือกคน ด้านขวาบอกว่าชำระถึงเดือนใด ขอรับอะไรได้วันนี้ และยังขาดอะไร",
    "F5 รับเงินจากคนที่เลือก F6 ขอสวัสดิการให้ F7 พิมพ์ใบแจ้งสิทธิหรือใบเสร็จตามรายการที่ดูอยู่ F8 หันจอให้เจ้าตัวดู",
    "F2 รับสมัครสมาชิกใหม่ กรอกตามใบสมัคร ถ้าเคยเป็นสมาชิก โปรแกรมจะบอกจากเลขบัตรและรับกลับในเลขที่เดิม",
    "F3 แก้ไขทะเบียน ถ้าแก้ชื่อหรือเลขบัตรต้องบอกเหตุผล ใบเสร็จที่ออกไปแล้วไม่เปลี่ยน",
    "F10 ลาออก เสียชีวิต ย้ายออก พ้นสภาพ ยกเว้นหรือผ่อนผันเงินสมทบ ถ้าบันทึกผิดคน กด Ctrl Z ในวันเดียวกัน",
)
"""What F1 says of the page."""

NOBODY: Final = "ยังไม่ได้เลือกใคร"
"""Why nothing can be done with a member while nobody is found."""

_WAITING = Mark("circle-dashed", "", "ink3", filled=False)


@dataclass(slots=True)
class MembersState:
    """Lives as long as the fund is open: coming back to the page shows the same search and the same member.

    `facts` is the quiet line of the head, counted once a reading; `said` the line about what was just done, until
    somebody else is looked at; `done_with` whom it was done with, until she was brought under the mark; `undo` the number of the member whose leaving was recorded last, "" for none.
    """

    search: MemberSearch = field(default_factory=MemberSearch)
    loaded: bool = False
    text: str = ""
    chosen: int | None = None
    tab: str = "claimable"
    detail_open: bool = False
    said: str = ""
    undo: str = ""
    done_with: int | None = None
    facts: str = ""
    standings: dict[int, Standing] = field(default_factory=dict)

    def take(self, rows: Sequence[MemberLine]) -> None:
        """A new reading of the register."""
        self.search.rows = rows
        self.standings.clear()
        self.facts = self._count()
        self.loaded = True

    def look(self, text: str) -> Found:
        """What a text finds."""
        self.text = text
        return self.search.find(text)

    def keep_in_sight(self) -> None:
        """Give up a search that no longer finds whom something was just done with: nobody else takes her place."""
        wanted, self.done_with = self.done_with, None
        if wanted is not None and self.text and all(m.id != wanted for m in self.search.find(self.text).rows):
            self.text = ""

    def prepare(self, rows: Sequence[MemberLine], ask: Standings) -> None:
        """See that the standing of some rows is known."""
        wanted = [m for m in rows if m.id not in self.standings and m.ended_on is None]
        if wanted:
            self.standings.update(ask(wanted))

    def mark(self, m: MemberLine) -> Mark:
        """How a member stands; one who left shows why without being asked."""
        if m.ended_on is not None:
            return LEFT[m.cause or "lapsed"]
        standing = self.standings.get(m.id)
        return _WAITING if standing is None else standing_mark(standing, m.cause)

    def _count(self) -> str:
        now = [m for m in self.search.rows if m.ended_on is None]
        villages = len({m.moo for m in now})
        return f"{len(now):,} คน · {villages} หมู่บ้าน"


def enrolled_words(done: Enrolled, *, again: bool) -> str:
    """What was done, with the number and the receipt, and how to print it."""
    what = "รับกลับเข้าเป็นสมาชิกแล้ว" if again else "รับสมาชิกแล้ว"
    words = f"{what} เลขที่ {done.member_no}"
    if done.receipt is None:
        return words
    return f"{words} ใบเสร็จ {done.receipt.book}/{done.receipt.leaf} · F7 พิมพ์ใบเสร็จ"


def left_words(name: str, cause: str) -> str:
    """What was recorded, and the step that follows a death."""
    words = f"บันทึกแล้ว {name} {CAUSES.get(cause, 'พ้นจากสมาชิก')}"
    return f"{words} · F6 ขอสวัสดิการ" if cause == "died" else f"{words} · Ctrl Z เลิกทำ"


def edited_words(changed: tuple[str, ...]) -> str:
    """Which facts were changed."""
    return f"แก้ไขแล้ว: {', '.join(FIELDS.get(name, name) for name in changed)}"


def found_words(found: Found, everyone: int) -> str:
    """How many were found; nothing while nothing is looked for."""
    return f"พบ {len(found.rows):,} คน" if len(found.rows) != everyone or found.wanted_key else ""


def help_words(found: Found) -> str:
    """The line under the search."""
    if found.meant:
        return f"ไม่พบตามที่พิมพ์ แสดงผลของ “{found.meant}” (แป้นพิมพ์เป็นภาษาอังกฤษ)"
    if found.wanted_key and not found.rows:
        return "ไม่พบใครตามนี้ ลองพิมพ์ให้สั้นลง หรือใช้เลขที่สมาชิก"
    return "ค้นด้วยชื่อ เลขสมาชิก บ้านเลขที่ หรือเลขบัตร ไม่ต้องใส่วรรณยุกต์ก็พบ"
