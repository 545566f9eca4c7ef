"""What the members page knows: the list, what is looked for, who is chosen, and how each stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from wangfund.domain.eligibility.standing import Standing
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.member_search import Found, MemberSearch
from wangfund.ui.words import LEFT, standing_mark
from wangfund.usecases.find_members import MemberLine

Standings = Callable[[Sequence[MemberLine]], Mapping[int, Standing]]

_WAITING = Mark("circle-dashed", "", "ink3", filled=False)


@dataclass(slots=True)
class MembersState:
    """Lives as long as the fund is open: coming back to the page shows the same search and the same member."""

    search: MemberSearch = field(default_factory=MemberSearch)
    loaded: bool = False
    text: str = ""
    chosen: int | None = None
    tab: str = "receipts"
    detail_open: bool = False
    standings: dict[int, Standing] = field(default_factory=dict)

    def take(self, rows: Sequence[MemberLine]) -> None:
        """A new reading of the register."""
        self.search.rows = rows
        self.standings.clear()
        self.loaded = True

    def look(self, text: str) -> Found:
        """What a text finds."""
        self.text = text
        return self.search.find(text)

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

    @property
    def facts(self) -> str:
        """The quiet line of the head."""
        now = [m for m in self.search.rows if m.ended_on is None]
        villages = len({m.moo for m in now})
        return f"{len(now):,} คน · {villages} หมู่บ้าน"


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
