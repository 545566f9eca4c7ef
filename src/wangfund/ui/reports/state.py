"""What the page รายงาน knows: which paper is chosen, what it was told, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wangfund.thai.dates import be_year
from wangfund.thai.period import Period
from wangfund.ui.reports.kinds import BY_CODE, KINDS, ONE_ALWAYS, ReportKind
from wangfund.ui.reports.report import Choice, Report
from wangfund.ui.reports.wanted import EVERY, NEWEST, Wanted
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.member_search import MemberSearch
from wangfund.ui.widgets.typed import typed_date
from wangfund.usecases.find_members import MemberLine
from wangfund.usecases.report_facts import ReportFacts

_BY = frozenset({"member", "day", "village"})


@dataclass(slots=True)
class ReportsState:
    """Lives as long as the fund is open.

    `asked` is what another page wanted before the facts were there; `stale`: the books have changed since then.
    """

    facts: ReportFacts | None = None
    stale: bool = False
    code: str = KINDS[0].code
    month: Period | None = None
    moo: int | None = None
    by: str = "member"
    member: MemberLine | None = None
    day_text: str = ""
    row_id: int = EVERY
    choices: tuple[Choice, ...] = ()
    search: MemberSearch = field(default_factory=MemberSearch)
    members_read: bool = False
    asked: Mapping[str, object] | None = None

    @property
    def kind(self) -> ReportKind:
        """The kind that is chosen."""
        return BY_CODE[self.code]

    @property
    def fields(self) -> tuple[str, ...]:
        """What the chosen kind asks for, in the order of the form."""
        if self.code != "receipt":
            return self.kind.needs
        more = {"member": ("member", "one"), "day": ("day", "one"), "village": ("month", "village")}
        return ("by", *more[self.by])

    def take(self, facts: ReportFacts, today: date) -> None:
        """The books were read; what was chosen stays where it still is."""
        self.facts, self.stale = facts, False
        if self.month is None:
            self.month = facts.last_closed or min(max(Period.of(today), facts.first), facts.last)
        moos = [moo for moo, _ in facts.villages]
        if self.moo is None or (self.moo != EVERY and self.moo not in moos):
            self.moo = moos[0] if moos else EVERY
        if self.asked is not None:
            asked, self.asked = self.asked, None
            self.ask(asked)
        first, last = self.months(today)
        self.month = min(max(self.month, first), last)

    def take_members(self, rows: tuple[MemberLine, ...]) -> None:
        """The register was read."""
        self.search.rows = rows
        self.members_read = True
        if self.asked is not None:
            asked, self.asked = self.asked, None
            self.ask(asked)
        if self.member is not None:
            number = self.member.id
            self.member = next((m for m in rows if m.id == number), None)

    def ask(self, wanted: Mapping[str, object]) -> None:
        """Another page wants a paper: {"kind": "receipt", "member": id} and the like; what is strange is let be."""
        code = wanted.get("kind")
        if isinstance(code, str) and code in BY_CODE:
            self.choose(code)
        month, moo, day, member = (wanted.get(name) for name in ("month", "moo", "day", "member"))
        if isinstance(month, Period):
            self.month = month
        if isinstance(moo, int):
            self.moo = moo
            self.by = "village"
        if isinstance(day, date):
            self.day_text, self.by = f"{day.day}/{day.month}/{be_year(day)}", "day"
        if isinstance(member, int):
            self.by = "member"
            self.member = next((m for m in self.search.rows if m.id == member), None)
            if self.member is None and not self.members_read:
                self.asked = wanted
        row = wanted.get("row")
        self.forget_row()
        if isinstance(row, int):
            self.row_id = row

    def choose(self, code: str) -> None:
        """Another kind of paper."""
        if code != self.code:
            self.code = code
            self.forget_row()

    def choose_by(self, by: str) -> None:
        """Ask for receipts another way."""
        if by in _BY and by != self.by:
            self.by = by
            self.forget_row()

    def forget_row(self) -> None:
        """No single receipt or voucher is chosen; of a member's receipts the newest is the one that is asked for."""
        newest = (self.code == "receipt" and self.by == "member") or self.code in ONE_ALWAYS
        self.row_id, self.choices = NEWEST if newest else EVERY, ()

    def take_made(self, report: Report) -> None:
        """A paper was made: the single receipts or vouchers there are, and which one it is."""
        self.choices = report.choices
        self.row_id = report.wanted.row_id

    def months(self, today: date) -> tuple[Period, Period]:
        """The first and last month the chosen kind can be asked for: a sheet may be printed a month ahead."""
        assert self.facts is not None
        last = self.facts.last
        return self.facts.first, max(last, Period.of(today).plus(1)) if self.code == "sheet" else last

    def village_choices(self) -> tuple[tuple[str, str], ...]:
        """The villages to choose, all of them last."""
        assert self.facts is not None
        every = ((str(EVERY), "ทุกหมู่บ้าน"),)
        return (*((str(moo), f"หมู่ {moo} {name}".rstrip()) for moo, name in self.facts.villages), *every)

    def row_choices(self) -> tuple[tuple[str, str], ...]:
        """The single receipts or vouchers to choose, all of them first."""
        single = tuple((str(c.row_id), c.words) for c in self.choices)
        if self.code in ONE_ALWAYS:
            return single
        return ((str(EVERY), f"ทุกใบ ({len(self.choices):,} ใบ)"), *single)

    def wanted(self, today: date) -> Wanted | None:
        """The paper as it is asked for now, None while something is missing (`missing` says what)."""
        if self.missing(today):
            return None
        fields = self.fields
        one = "one" in fields
        number = next((c.number for c in self.choices if c.row_id == self.row_id), "") if one else ""
        return Wanted(
            self.code,
            self.month if "month" in fields else None,
            self.moo if "village" in fields else None,
            self.member.member_no if "member" in fields and self.member is not None else "",
            typed_date(self.day_text, latest=today).value if "day" in fields else None,
            self.row_id if one else EVERY,
            number,
        )

    def missing(self, today: date) -> str:
        """What must be told first, "" when all is there."""
        if self.facts is None:
            return "กำลังอ่านกองทุน"
        fields = self.fields
        if "member" in fields and self.member is None:
            return f"พิมพ์ชื่อหรือเลขที่สมาชิกที่ต้องการ{'ใบเสร็จ' if self.code == 'receipt' else 'ใบแจ้งสิทธิ'}"
        if "day" in fields and (self.day_typed(today) is None):
            return "พิมพ์วันที่ออกใบเสร็จ"
        return ""

    def day_typed(self, today: date) -> date | None:
        """The day that was typed, None while there is none to be trusted."""
        typed = typed_date(self.day_text, latest=today)
        return None if typed.wrong else typed.value

    def month_mark(self, wanted: Wanted | None) -> Mark | None:
        """Whether the month of a month's paper is sealed; None for papers of no month's books."""
        if wanted is None or wanted.month is None or self.facts is None or wanted.code not in _MONTHLY:
            return None
        if self.facts.is_closed(wanted.month):
            return Mark("circle-check", "ปิดงวดแล้ว", "ok", filled=False)
        return Mark("circle-dashed", "ร่าง ยังไม่ปิดงวด", "warn")

    def fingerprint(self, wanted: Wanted | None) -> str:
        """The fingerprint of a sealed month's paper, "" for others."""
        if wanted is None or wanted.month is None or self.facts is None or wanted.code not in _MONTHLY:
            return ""
        return self.facts.fingerprints.get(wanted.month, "")


_MONTHLY = frozenset({"pack", "pack_xlsx", "notice"})
