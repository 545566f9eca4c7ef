"""What a member may claim today in words: a line for each benefit, and why not yet, said so that it can be read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.eligibility.entitlement_room import Measure, Room
from wangfund.domain.errors import Finding
from wangfund.text.messages import say_finding
from wangfund.text.paper_words import UNITS
from wangfund.text.rights_words import STANDING, weightiest, why_words
from wangfund.thai.dates import short_date
from wangfund.ui.words import DASH, baht
from wangfund.usecases.entitlements_today import Claimable, Entitlement, EntitlementsToday


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One benefit as shown: icon and tone, its name, what stands below it, and how much at the right."""

    icon: str
    tone: str
    name: str
    note: str
    amount: str


@dataclass(frozen=True, slots=True)
class Claimables:
    """All of it: `over` is one sentence above the lines ("" for none) with its tone; `year` what the year has used."""

    lines: tuple[ClaimLine, ...]
    over: str = ""
    tone: str = "pri"
    year: str = ""


def claimables(found: EntitlementsToday, *, left: bool, died: bool, heir: str = "") -> Claimables:
    """The lines of a member; of one who left there is only the sentence. `heir` says who is paid after her death."""
    if left and not died:
        return Claimables((), "พ้นจากสมาชิกแล้ว ขอรับได้เฉพาะเหตุที่เกิดขณะเป็นสมาชิก")
    lines = tuple(_line(one, heir if one.benefit in found.to_heir else "") for one in found.rows)
    if died:
        over = f"เสียชีวิต {short_date(found.on)} · {heir}" if heir else f"เสียชีวิต {short_date(found.on)}"
        return Claimables(lines, over if lines else "ระเบียบไม่มีสวัสดิการที่จ่ายให้ผู้รับผลประโยชน์", "ink2")
    year = ""
    if found.ceiling_satang:
        year = f"ปีนี้ได้รับแล้ว {baht(found.used_satang)} จาก {baht(found.ceiling_satang)} บาท"
    stopped = next((f for one in found.rows for f in one.findings[:1] if f.code in STANDING), None)
    if stopped is not None:
        return Claimables(lines, _standing_words(stopped), "bad", year)
    return Claimables(lines, year=year)


def shown_lines(told: Claimables, most: int) -> tuple[ClaimLine, ...]:
    """The lines for the member's own eyes: what she may claim now or from a day, no more than there is room for."""
    return tuple(line for line in told.lines if line.icon in {"circle-check", "calendar-days"})[:most]


def names_now(told: Claimables, most: int) -> str:
    """The names alone of what she may claim now, where there is no room for amounts."""
    names = [line.name for line in told.lines if line.icon == "circle-check"]
    if not names:
        return "วันนี้ยังไม่มีสวัสดิการที่ขอได้"
    return "ขอได้วันนี้: " + " · ".join(names[:most]) + (" …" if len(names) > most else "")


def plain_line(line: ClaimLine) -> str:
    """A line in one sentence: the name, the amount, and for a day to come the day."""
    words = f"{line.name} {line.amount} บาท" if line.amount != DASH else line.name
    return words if line.icon == "circle-check" else f"{line.name}: {line.note}"


def _line(one: Entitlement, heir: str) -> ClaimLine:
    amount = _amount(one)
    if one.claimable is Claimable.NOW:
        return ClaimLine("circle-check", "ok", one.name, _what_is_left(one, heir), amount)
    finding = weightiest(one.findings)
    if one.claimable is Claimable.LATER and one.first_day is not None:
        return ClaimLine("calendar-days", "pri", one.name, _later(finding, one.first_day), amount)
    if one.claimable is Claimable.UNKNOWN:
        return ClaimLine("circle-alert", "warn", one.name, say_finding(finding).message, amount)
    if finding.code in STANDING:
        return ClaimLine("ban", "bad", one.name, "พักไว้จนกว่าสิทธิจะกลับมา", DASH)
    return ClaimLine("circle-x", "pri", one.name, _clause(why_words(finding), finding), DASH)


def _amount(one: Entitlement) -> str:
    if one.amount_satang is not None:
        return baht(one.amount_satang)
    return f"ไม่เกิน {baht(one.up_to_satang)}" if one.up_to_satang else DASH


def _later(finding: Finding, first_day: date) -> str:
    if finding.code == "WRONG_PAY_DAY":
        return _clause(f"จ่ายครั้งต่อไป {short_date(first_day)}", finding)
    return _clause(f"ขอได้ตั้งแต่ {short_date(first_day)} · {why_words(finding)}", finding)


def _clause(words: str, finding: Finding) -> str:
    return f"{words} ({finding.clause})" if finding.clause else words


def _what_is_left(one: Entitlement, heir: str) -> str:
    """The rate, what the year has used and what is left of it; the next step of a table."""
    unit = UNITS.get(one.unit, one.unit)
    parts = [f"{unit}ละ {baht(one.rate_satang)}"] if unit and one.rate_satang else []
    room = _narrowest(one.rooms)
    if room is not None:
        counted = unit if room.measure is Measure.UNITS and unit else "ครั้ง"
        parts.append(f"ปีนี้ใช้ {room.limit - room.left} จาก {room.limit} {counted} เหลือ {room.left} {counted}")
    if heir:
        parts.append(heir)
    elif one.rises_on is not None and one.rises_to_satang is not None:
        parts.append(f"เพิ่มเป็น {baht(one.rises_to_satang)} เมื่อ {short_date(one.rises_on)}")
    if not parts and one.documents:
        parts.append("ใช้" + _documents(one.documents))
    return " · ".join(parts) or "ขอได้วันนี้"


def _documents(documents: tuple[str, ...]) -> str:
    return documents[0] + (f" และอีก {len(documents) - 1} อย่าง" if len(documents) > 1 else "")


def _narrowest(rooms: tuple[Room, ...]) -> Room | None:
    """The limit of a year in units or times that leaves least."""
    yearly = [room for room in rooms if room.per == "year" and room.measure is not Measure.SATANG]
    return min(yearly, key=lambda room: room.left, default=None)


def _standing_words(finding: Finding) -> str:
    """What is owed, and the day rights would be back if it were paid now."""
    values = finding.values
    owed = values.get("owed_satang")
    words = f"พักสิทธิไว้ เพราะค้าง {values.get('arrears_months')} เดือน"
    if isinstance(owed, int) and owed:
        words += f" รวม {baht(owed)} บาท"
    back = values.get("first_day_if_paid")
    if isinstance(back, str) and back:
        words += f" ถ้าชำระวันนี้ มีสิทธิตั้งแต่ {short_date(date.fromisoformat(back))}"
    return _clause(words, finding)
