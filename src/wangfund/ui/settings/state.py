"""What the page ตั้งค่า knows and how it says it: sections, dates in office, backups in words. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, NamedTuple

from wangfund.domain.errors import Finding
from wangfund.thai.dates import short_date, short_month, table_date
from wangfund.thai.money_text import format_baht
from wangfund.ui.frame.status import when_words
from wangfund.ui.theme.colours import Ground
from wangfund.ui.theme.sizes import FACTORS
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.words import DASH
from wangfund.usecases.backup_list import BackupLine
from wangfund.usecases.settings_view import BankRow, OfficerRow, SettingsView, VillageRow


class SectionWords(NamedTuple):
    """A section of the page: its name, its words, its icon."""

    name: str
    words: str
    icon: str


SECTIONS: Final = (
    SectionWords("fund", "ข้อมูลกองทุน", "building-2"),
    SectionWords("committee", "คณะกรรมการ", "users"),
    SectionWords("villages", "หมู่บ้าน", "map-pin"),
    SectionWords("banks", "บัญชีธนาคาร", "landmark"),
    SectionWords("opening", "ยอดยกมา", "scale"),
    SectionWords("rules", "ระเบียบ", "book-open-text"),
    SectionWords("backup", "สำรองข้อมูล", "shield-check"),
    SectionWords("look", "หน้าจอ", "a-large-small"),
    SectionWords("about", "เกี่ยวกับ", "info"),
)
GROUNDS: Final = (
    ("", "ตามระบบของเครื่อง"),
    (str(Ground.LIGHT), "พื้นสว่าง"),
    (str(Ground.DARK), "พื้นมืด"),
    (str(Ground.CONTRAST), "ตัดกันชัดที่สุด (ดำบนขาว)"),
)
SIZES: Final = tuple(
    (str(percent), f"{percent} %" + (" ปกติ" if percent == 100 else "")) for percent in FACTORS
)


class SectionLine(NamedTuple):
    """A row of the list at the left: the section and one fact about it."""

    name: str
    words: str
    fact: str


@dataclass(slots=True)
class SettingsState:
    """Lives as long as the fund is open; `typed` is what stands in the fund's form and is not saved."""

    section: str = "fund"
    view: SettingsView | None = None
    chosen: dict[str, object] = field(default_factory=dict)

    def turn_to(self, argument: object) -> None:
        """The section another page asks for; what is no section is let be."""
        if isinstance(argument, str) and any(section.name == argument for section in SECTIONS):
            self.section = argument


def section_lines(view: SettingsView | None, last_backup: str, look: str) -> tuple[SectionLine, ...]:
    """The sections, each with what it holds now; without a view nothing is claimed."""
    facts = {"backup": last_backup, "look": look, "about": "รุ่น แฟ้ม และการตรวจ"}
    if view is not None:
        serving = len(view.profile.committee)
        closed = sum(1 for bank in view.banks if bank.closed_on is not None)
        facts |= {
            "fund": f"ตำบล{view.profile.tambon} จังหวัด{view.profile.province}",
            "committee": f"{serving} คนอยู่ในวาระ" if serving else "ยังไม่ได้ใส่ชื่อกรรมการ",
            "villages": f"{len(view.villages)} หมู่",
            "banks": f"{len(view.banks) - closed} บัญชี" + (f" · ปิดแล้ว {closed}" if closed else ""),
            "rules": "ยังไม่มีระเบียบ" if view.rules_from is None else f"ใช้ตั้งแต่ {short_date(view.rules_from)}",
            "opening": {"OPENING_TWICE": "ลงแล้ว", "OPENING_TOO_LATE": "ปิดงวดแรกแล้ว"}.get(
                view.opening, "ยังไม่ได้ลง"
            ),
        }
    return tuple(SectionLine(s.name, s.words, facts.get(s.name, "")) for s in SECTIONS)


def office_words(row: OfficerRow) -> str:
    """From when to when somebody serves: '1/1/68 – 31/12/69', '1/1/68 – …'."""
    if row.since is None and row.until is None:
        return "–"
    since = "…" if row.since is None else table_date(row.since)
    return f"{since} – {'…' if row.until is None else table_date(row.until)}"


def office_mark(row: OfficerRow, today: date) -> Mark:
    """Whether she serves now, will, or did."""
    if row.since is not None and row.since > today:
        return Mark("calendar-days", "ยังไม่เริ่ม", "pri", filled=False)
    if row.until is not None and row.until < today:
        return Mark("history", "พ้นแล้ว", "ink2", filled=False)
    return Mark("circle-check", "อยู่ในวาระ", "ok", filled=False)


def village_words(row: VillageRow) -> str:
    """A village's name, or that it has none."""
    return row.name or DASH


def bank_mark(row: BankRow) -> Mark:
    """Whether an account is used."""
    if row.closed_on is not None:
        return Mark("lock", f"ปิด {short_date(row.closed_on)}", "ink2", filled=False)
    return Mark("circle-check", "ใช้อยู่", "ok", filled=False)


def backup_words(line: BackupLine, now: datetime) -> tuple[str, str]:
    """A backup for a person: when it was made, and what it holds."""
    when = "ไม่ทราบเวลา" if line.made_at is None else when_words(line.made_at, now)
    if line.trouble:
        return when, "เปิดอ่านไม่ได้ อย่าใช้สำเนานี้"
    closed = "ยังไม่ปิดงวดใด" if line.closed is None else f"ปิดงวดถึง {short_month(line.closed)}"
    return when, f"ตรวจแล้ว · {closed} · {line.members:,} คน"


def restore_words(line: BackupLine, now: datetime, fund_name: str) -> str:
    """What restoring will do, in a sentence."""
    when, what = backup_words(line, now)
    other = f"\nระวัง: สำเนานี้เป็นของ {line.name}" if line.name != fund_name else ""
    return (
        f"เอาสำเนา {when} ({what}) มาแทนแฟ้มที่เปิดอยู่ งานที่บันทึกหลังจากนั้นจะไม่อยู่ในบัญชี"
        f"\nแฟ้มปัจจุบันไม่ถูกลบ เก็บไว้ข้างกันในชื่อที่มีคำว่า before-restore{other}"
    )


@dataclass(frozen=True, slots=True)
class OpeningSums:
    """The opening balances as typed, in satang: money, where it came from, pools; `pools` None while none is typed."""

    money_satang: int
    sources_satang: int
    pools_satang: int | None

    @property
    def difference_satang(self) -> int:
        """What will stand as ผลต่างยกมา: money − sources."""
        return self.money_satang - self.sources_satang

    @property
    def pools_difference_satang(self) -> int:
        """What the pools lack (positive) or have too much (negative)."""
        return 0 if self.pools_satang is None else self.money_satang - self.pools_satang


def sums_of(
    money: Sequence[int | None],
    sources: Sequence[int | None],
    spent: Sequence[int | None],
    pools: Sequence[int | None],
) -> OpeningSums:
    """What typed amounts add up to; a field left empty is nothing."""
    return OpeningSums(
        sum(amount or 0 for amount in money),
        sum(amount or 0 for amount in sources) - sum(amount or 0 for amount in spent),
        None if all(amount is None for amount in pools) else sum(amount or 0 for amount in pools),
    )


def difference_words(sums: OpeningSums) -> tuple[str, str]:
    """The line of the difference and its tone."""
    difference = sums.difference_satang
    if not difference:
        return "ตรงกัน", "ok"
    if difference > 0:
        return f"เงินมากกว่าที่มา {format_baht(difference)} จะลงเป็นผลต่างยกมา", "warn"
    return f"เงินน้อยกว่าที่มา {format_baht(-difference)} จะลงเป็นผลต่างยกมา", "warn"


def pools_words(sums: OpeningSums) -> tuple[str, str]:
    """The line of the pools and its tone."""
    if sums.pools_satang is None:
        return "แบ่งตามระเบียบจากที่มาของเงิน", "ink2"
    difference = sums.pools_difference_satang
    if not difference:
        return "รวมกองเงินเท่ากับเงินทั้งหมด", "ok"
    way = "ขาด" if difference > 0 else "เกิน"
    return f"รวมกองเงิน {format_baht(sums.pools_satang)} {way}อยู่ {format_baht(abs(difference))}", "bad"


def opening_finding(sums: OpeningSums) -> Finding | None:
    """What keeps the balances from being brought forward."""
    if not sums.money_satang and not sums.sources_satang:
        return Finding("OPENING_EMPTY")
    if sums.pools_difference_satang:
        values = {"pools_satang": sums.pools_satang or 0, "assets_satang": sums.money_satang}
        return Finding("POOLS_DIFFER", values=values)
    return None
