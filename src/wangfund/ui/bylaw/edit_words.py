"""What of a by-law's row can be changed in a field: each with its words, its kind and its place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from wangfund.domain.rulebook.duration import Duration
from wangfund.domain.rulebook.edit_text import value_at
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.table_reader import OPEN
from wangfund.domain.rulebook.value_places import Path
from wangfund.text.rule_rows import CEILING, CONTRIBUTION, LIMITS, MEMBERSHIP, POOLS, VERSION
from wangfund.text.rule_words import condition_words, length_words, unit_name
from wangfund.text.terms import pool_name
from wangfund.thai.dates import be_year
from wangfund.thai.money_text import format_baht

SATANG_PER_BAHT: Final = 100
PER: Final = {"event": "ครั้ง", "admission": "ครั้ง", "key": "เหตุเดียวกัน", "year": "ปี", "life": "ตลอดชีวิต"}
_BOUNDS: Final = {"at_least": "ตั้งแต่", "at_most": "ไม่เกิน", "below": "ต่ำกว่า"}
KNOWN: Final = {
    "age": "อายุ",
    "age_at_joining": "อายุเมื่อสมัคร",
    "years": "ปีที่เป็นสมาชิก",
    "months_paid": "เดือนที่ส่ง",
}


class Kind(StrEnum):
    """What a field takes."""

    MONEY = "money"
    WHOLE = "whole"
    NUMBER = "number"
    TEXT = "text"
    TEXTS = "texts"
    DAY = "day"
    LENGTH = "length"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class EditWord:
    """A field: its words, where its value stands (`also`: places that say the same), and its text now.

    `group` is a heading over the fields of one part of an amount; an `optional` word may be left empty.
    """

    path: Path
    label: str
    kind: Kind
    text: str
    group: str = ""
    optional: bool = False
    also: tuple[Path, ...] = ()

    @property
    def name(self) -> str:
        """The field's name, as findings name it: 'benefits[3].amounts[0].baht'."""
        return path_name(self.path)


def path_name(path: Path) -> str:
    """A path as findings say it."""
    name = ""
    for part in path:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def words_of_row(rules: Rulebook, tables: Mapping[str, Any], key: str) -> tuple[EditWord, ...]:
    """The fields of a row, in the order of the by-law; none for a row the text does not have."""
    if rules.benefit(key) is None:
        return tuple(_OWN[key](_Reader(tables, ())))
    at = next((at for at, one in enumerate(tables["benefits"]) if one.get("code") == key), None)
    return () if at is None else tuple(_benefit(rules, key, _Reader(tables, ("benefits", at))))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes the words of one table."""

    tables: Mapping[str, Any]
    home: Path
    group: str = ""

    def at(self, *path: str | int) -> Any:
        return value_at(self.tables, (*self.home, *path))

    def inside(self, *path: str | int, group: str = "") -> _Reader:
        return _Reader(self.tables, (*self.home, *path), group or self.group)

    def word(
        self, key: str, label: str, kind: Kind, *, optional: bool = False, also: tuple[Path, ...] = ()
    ) -> Iterator[EditWord]:
        """One word where it stands, or where it may be written."""
        value = self.at(key)
        if value is not None or optional:
            path = (*self.home, key)
            yield EditWord(path, label, kind, text_of(kind, value), self.group, optional, also)

    def each(self, key: str) -> Iterator[_Reader]:
        """The tables of a list."""
        found = self.at(key)
        for at in range(len(found) if isinstance(found, list) else 0):
            yield self.inside(key, at)


def text_of(kind: Kind, value: object) -> str:
    """A value as its field shows it; "" where the text leaves it open."""
    if value is None or value == OPEN:
        return ""
    if kind is Kind.MONEY:
        return format_baht(int(Decimal(str(value)) * SATANG_PER_BAHT))
    if kind is Kind.YES_NO:
        return "1" if value else ""
    if kind is Kind.LENGTH:
        return length_words(
            Duration(years=value) if isinstance(value, int) else Duration.parse(str(value).strip())
        )
    if kind is Kind.DAY and isinstance(value, date):
        return f"{value.day}/{value.month}/{be_year(value)}"
    if kind is Kind.TEXTS and isinstance(value, list):
        return separator(value).join(map(str, value))
    return str(value)


def separator(texts: Sequence[object]) -> str:
    """What stands between the items of a list: a comma, or a semicolon where an item has a comma itself."""
    return "; " if any("," in str(one) for one in texts) else ", "


def _benefit(rules: Rulebook, code: str, of: _Reader) -> Iterator[EditWord]:
    benefit = rules.benefit(code)
    assert benefit is not None
    several = len(benefit.parts) > 1
    for number, (part, amount) in enumerate(zip(of.each("amounts"), benefit.parts, strict=True), 1):
        said = condition_words(benefit, amount.when) if amount.when is not None else f"ส่วนที่ {number}"
        yield from _amount(rules, code, part.inside(group=said) if several else part)
    yield from _caps(of, "caps", unit_name(benefit), "")
    for cap in _Reader(of.tables, ()).each("shared_caps"):
        if code in (cap.at("benefits") or ()):
            yield from _cap(cap, unit_name(benefit), " นับรวมกัน")
    for condition in of.each("conditions"):
        fact = str(condition.at("fact"))
        asked = benefit.fact(fact)
        for bound, words in _BOUNDS.items():
            label = f"{asked.label if asked else KNOWN.get(fact, fact)} {words}"
            yield from condition.word(bound, label, Kind.NUMBER)
    for unit, words in (("days", "รอสิทธิ (วัน)"), ("months", "รอสิทธิ (เดือน)")):
        yield from of.inside("wait").word(unit, words, Kind.WHOLE)
    yield from of.word("min_years", "เป็นสมาชิกครบ (ปี)", Kind.WHOLE, optional=True)
    yield from of.word("deadline_days", "ยื่นภายใน (วัน)", Kind.WHOLE, optional=True)
    yield from of.inside("exclusive_with").word("up_to_baht", "จ่ายเพิ่มให้ครบ (บาท)", Kind.MONEY)
    yield from of.inside("pay_days").word("days", "วันจ่าย (เดือน-วัน)", Kind.TEXTS)
    yield from of.word("documents", "เอกสาร", Kind.TEXTS, optional=True)
    yield from of.word("name", "ชื่อสวัสดิการ", Kind.TEXT)
    yield from of.word("clause", "ข้อของระเบียบ", Kind.TEXT, optional=True)


def _amount(rules: Rulebook, code: str, part: _Reader) -> Iterator[EditWord]:
    benefit = rules.benefit(code)
    assert benefit is not None
    kind = part.at("kind")
    fact = benefit.fact(str(part.at("fact")))
    if kind == "tiers":
        yield from _tiers(part)
    elif kind == "choice":
        names = dict(fact.choices) if fact is not None else {}
        options = part.inside("options")
        for choice in part.at("options") or {}:
            yield from options.word(choice, f"{names.get(choice, choice)} (บาท)", Kind.MONEY)
    else:
        counted = (
            f"{unit_name(benefit)}ละ (บาท)"
            if part.at("counted")
            else f"ต่อ{fact.label if fact else 'หน่วย'} (บาท)"
        )
        words = {"per_unit": counted, "actual": "ตามจริงไม่เกิน (บาท)", "per_year": "ปีละ (บาท)"}
        yield from part.word("baht", words.get(str(kind), "ได้รับ (บาท)"), Kind.MONEY)
    if kind == "actual":
        yield from part.word("percent", "ร้อยละของที่จ่ายจริง", Kind.WHOLE, optional=True)
    if kind == "per_year":
        yield from part.word("above_years", "เฉพาะส่วนที่เกิน (ปี)", Kind.WHOLE, optional=True)
        yield from part.word("floor_baht", "ไม่น้อยกว่า (บาท)", Kind.MONEY, optional=True)
        yield from part.word("ceiling_baht", "ไม่เกิน (บาท)", Kind.MONEY, optional=True)


def _tiers(part: _Reader) -> Iterator[EditWord]:
    """Each tier begins where the one before ends: the two bounds are one field while they agree."""
    tiers = list(part.each("tiers"))
    for number, tier in enumerate(tiers, 1):
        before = tiers[number - 2] if number > 1 else None
        joined = before is not None and before.at("to") == tier.at("from")
        also = ((*before.home, "to"),) if before is not None and joined else ()
        yield from tier.word("from", f"ขั้นที่ {number} ตั้งแต่", Kind.LENGTH, also=also)
        yield from tier.word("baht", f"ขั้นที่ {number} (บาท)", Kind.MONEY)
        after = tiers[number] if number < len(tiers) else None
        if after is None or after.at("from") != tier.at("to"):
            yield from tier.word("to", f"ขั้นที่ {number} ไม่ถึง", Kind.LENGTH)


def _caps(of: _Reader, key: str, unit: str, more: str) -> Iterator[EditWord]:
    for cap in of.each(key):
        yield from _cap(cap, unit, more)


def _cap(cap: _Reader, unit: str, more: str) -> Iterator[EditWord]:
    span = PER.get(str(cap.at("per")), "")
    yield from cap.word("units", f"ไม่เกินกี่{unit}ต่อ{span}{more}", Kind.WHOLE)
    yield from cap.word("times", f"ไม่เกินกี่ครั้งต่อ{span}{more}", Kind.WHOLE)
    yield from cap.word("baht", f"ไม่เกินต่อ{span} (บาท){more}", Kind.MONEY)


def _version(top: _Reader) -> Iterator[EditWord]:
    head = top.inside("rulebook")
    yield from head.word("effective_from", "ใช้กับเหตุตั้งแต่วันที่", Kind.DAY)
    yield from head.word("resolution", "มติที่ประชุม", Kind.TEXT, optional=True)
    yield from head.word("version", "ฉบับที่", Kind.WHOLE)
    yield from head.word("name", "ชื่อระเบียบ", Kind.TEXT)


def _contribution(top: _Reader) -> Iterator[EditWord]:
    paid = top.inside("contribution")
    yield from paid.word("month_price_baht", "เดือนละ (บาท)", Kind.MONEY)
    yield from paid.word("entry_fee_baht", "ค่าสมัคร (บาท)", Kind.MONEY, optional=True)
    for cadence in paid.each("cadences"):
        yield from cadence.word("amount_baht", f"{cadence.at('name')} (บาท)", Kind.MONEY)
        yield from cadence.word("months", f"{cadence.at('name')} ได้กี่เดือน", Kind.WHOLE)
    yield from paid.word("clause", "ข้อของระเบียบ", Kind.TEXT, optional=True)


def _membership(top: _Reader) -> Iterator[EditWord]:
    member = top.inside("membership")
    waiting, arrears = member.inside("waiting"), member.inside("arrears")
    yield from waiting.word("days", "รอสิทธิ (วัน)", Kind.WHOLE)
    yield from waiting.word("months", "รอสิทธิ (เดือน)", Kind.WHOLE)
    yield from member.word("first_money_within_days", "ส่งงวดแรกภายใน (วัน)", Kind.WHOLE, optional=True)
    yield from arrears.word("suspend_at_months", "ค้างกี่เดือนระงับสิทธิ", Kind.WHOLE)
    yield from arrears.word("suspend_after_days", "เกินกำหนดกี่วันระงับสิทธิ", Kind.WHOLE)
    yield from arrears.word("lapse_at_months", "ค้างกี่เดือนพ้นสภาพ", Kind.WHOLE)
    yield from arrears.word("lapse_after_days", "เกินกำหนดกี่วันพ้นสภาพ", Kind.WHOLE)
    yield from arrears.word("reinstate_wait_days", "ชำระครบแล้วรออีก (วัน)", Kind.WHOLE)
    yield from arrears.word("set_off", "หักเงินที่ค้างจากสวัสดิการ", Kind.YES_NO)
    for table, words in ((member, "สมาชิก"), (waiting, "รอสิทธิ"), (arrears, "ค้างเงิน")):
        yield from table.word("clause", f"ข้อเรื่อง{words}", Kind.TEXT, optional=True)


def _pools(top: _Reader) -> Iterator[EditWord]:
    pools = top.inside("pools")
    yield from pools.word("admin_max_percent", "บริหารไม่เกิน (%)", Kind.WHOLE)
    yield from pools.word("admin_warn_percent", "เตือนเมื่อบริหารถึง (%)", Kind.WHOLE)
    shares = pools.at("shares") or {}
    for source in shares:
        cut = pools.inside("shares", source)
        for pool in shares[source] if isinstance(shares[source], dict) else ():
            if source == "member_contribution":
                yield from cut.word(pool, f"เงินสมทบเข้า{pool_name(pool)} (%)", Kind.WHOLE)
    yield from pools.word("clause", "ข้อของระเบียบ", Kind.TEXT, optional=True)


def _limits(top: _Reader) -> Iterator[EditWord]:
    limits = top.inside("limits")
    cash = limits.inside("cash")
    yield from limits.word("committee_up_to_baht", "กรรมการอนุมัติได้ไม่เกิน (บาท)", Kind.MONEY)
    yield from limits.word("committee_signatures", "กรรมการลงชื่อ (คน)", Kind.WHOLE)
    yield from limits.word("above_by_resolution", "เกินวงเงินต้องมีมติ", Kind.YES_NO)
    yield from cash.word("in_hand_max_baht", "ถือเงินสดได้ไม่เกิน (บาท)", Kind.MONEY)
    yield from cash.word("payment_max_baht", "จ่ายเงินสดครั้งละไม่เกิน (บาท)", Kind.MONEY)
    yield from cash.word("bank_within_working_days", "ฝากธนาคารภายใน (วันทำการ)", Kind.WHOLE)
    yield from limits.word("clause", "ข้อเรื่องอนุมัติ", Kind.TEXT, optional=True)
    yield from cash.word("clause", "ข้อเรื่องเงินสด", Kind.TEXT, optional=True)


def _ceiling(top: _Reader) -> Iterator[EditWord]:
    ceiling = top.inside("yearly_ceiling")
    yield from ceiling.word("amount_baht", "ไม่เกินปีละ (บาท)", Kind.MONEY)
    yield from ceiling.word("clause", "ข้อของระเบียบ", Kind.TEXT, optional=True)


_OWN: Final = {
    VERSION: _version,
    CONTRIBUTION: _contribution,
    MEMBERSHIP: _membership,
    POOLS: _pools,
    LIMITS: _limits,
    CEILING: _ceiling,
}
