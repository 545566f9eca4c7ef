"""A claim in words: the facts as told, and each line of a decision as what it is and how it came about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from wangfund.domain.eligibility.assessment import Step
from wangfund.domain.eligibility.told_fact import ToldFact
from wangfund.domain.errors import Finding, Value
from wangfund.domain.rulebook.model import BETWEEN, Benefit, FactType
from wangfund.text.messages import Said, say, say_finding
from wangfund.text.paper_words import amount_words, plain_baht, unit_words
from wangfund.text.terms import EVENT_OF
from wangfund.thai.dates import short_date
from wangfund.thai.money_text import parse_baht

_STRETCHES: Final = {"event": "ครั้งละ", "admission": "ครั้งละ", "key": "เหตุละ", "year": "ปีละ", "life": "ตลอดชีพ "}
_YES_NO: Final = {"yes": "ใช่", "no": "ไม่ใช่"}
_MONTHS: Final = 12


def fact_label(fact: ToldFact) -> str:
    """What a fact is called."""
    return fact.label or "เป็นเหตุของ"


def fact_value(fact: ToldFact) -> str:
    """A fact's value as it is read; what cannot be understood stays as told."""
    if fact.type == "":
        return EVENT_OF.get(fact.value, fact.value)
    if fact.type == FactType.DATE.value:
        try:
            return short_date(date.fromisoformat(fact.value))
        except ValueError:
            return fact.value
    if fact.type == FactType.YES_NO.value:
        return _YES_NO.get(fact.value, fact.value)
    if fact.type == FactType.BAHT.value:
        return _baht(fact.value)
    return " ".join(fact.value.split())


def length_words(months: int) -> str:
    """Completed months as years and months."""
    years, rest = divmod(months, _MONTHS)
    if not years:
        return f"{rest} เดือน"
    return f"{years} ปี {rest} เดือน" if rest else f"{years} ปี"


def check_words(step: Step) -> tuple[str, str]:
    """What a claim has passed, and how it stands there."""
    values: dict[str, Value] = dict(step.values)
    months = _whole(values, "months")
    values["length"] = length_words(months) if months else "ไม่ถึง 1 เดือน"
    values["waited"] = _waited(values)
    values["arrears"] = _arrears(values)
    for name in ("limit", "used", "total"):
        values[name] = plain_baht(_whole(values, f"{name}_satang"))
    said = say(step.code, values)
    return said.message, said.advice


def step_row(step: Step, benefit: Benefit | None) -> tuple[str, str]:
    """A line of the working: what it is in a few words, and why in a few more ("" when that says it all)."""
    if step.code.startswith("CHECK_"):
        return check_words(step)
    values = step.values
    name = "" if benefit is None else benefit.name
    if step.code == "AMOUNT_PER_UNIT":
        return _per_unit(values, name, benefit)
    if step.code == "CAPPED":
        return _capped(values)
    if step.code == "CAPPED_ANNUAL":
        limit, used, paid = (
            plain_baht(_whole(values, f"{part}_satang")) for part in ("limit", "used", "paid")
        )
        return f"เกินเพดานเงินปีละ {limit} บาท", f"รับแล้ว {used} จ่ายได้อีก {paid}"
    if step.code == "TOP_UP":
        others, up_to = (plain_baht(_whole(values, f"{part}_satang")) for part in ("others", "up_to"))
        return "จ่ายเฉพาะส่วนที่ขาด", f"ปีนี้ได้รับอย่างอื่นแล้ว {others} จ่ายให้ครบ {up_to}"
    if step.code == "SET_OFF":
        price = plain_baht(_whole(values, "month_price_satang"))
        return "หักเงินสมทบที่ค้าง", f"{values.get('months')} เดือน เดือนละ {price} บาท"
    if step.code == "SHARED":
        return "แบ่งกันระหว่างผู้มีสิทธิ", f"{values.get('sharers')} คน"
    words = amount_words(step.code, values)
    return (name, words) if name else (words, "")


def finding_words(finding: Finding, benefit: Benefit | None) -> Said:
    """A finding about a claim; a reason only the rulebook knows is told by the fact it asks."""
    return say_finding(_relabelled(finding, benefit))


def missing_words(finding: Finding, benefit: Benefit | None) -> str:
    """The fact or the papers a claim waits for, in a few words."""
    if finding.code == "DOC_MISSING":
        return str(finding.values.get("documents", ""))
    said = _relabelled(finding, benefit)
    label = said.values.get("label")
    return str(label) if label else say_finding(said).message.rpartition(":")[2].strip()


def _relabelled(finding: Finding, benefit: Benefit | None) -> Finding:
    """A stretch of days that is not known lacks one of its days: that is what must be told."""
    word = None if benefit is None else benefit.fact(finding.field)
    if finding.code != "FACT_MISSING" or word is None or word.type not in BETWEEN or benefit is None:
        return finding
    since = benefit.fact(word.since)
    label = benefit.event if since is None else since.label
    values = {**finding.values, "label": label}
    return Finding(finding.code, finding.field, finding.clause, finding.severity, values)


def _per_unit(values: Mapping[str, Value], name: str, benefit: Benefit | None) -> tuple[str, str]:
    units, rate = values.get("units"), plain_baht(_whole(values, "rate_satang"))
    unit = unit_words(str(values.get("unit") or ""))
    if unit:
        return f"{name} {units} {unit}".strip(), f"{unit}ละ {rate} บาท"
    word = None if benefit is None else benefit.fact(str(values.get("fact")))
    return f"{word.label if word is not None else name} {units}", f"หน่วยละ {rate} บาท"


def _capped(values: Mapping[str, Value]) -> tuple[str, str]:
    stretch = _STRETCHES.get(str(values.get("per")), "")
    unit = unit_words(str(values.get("unit") or "")) or "หน่วย"
    if "limit_units" in values:
        limit, used, asked, paid = (
            _whole(values, f"{part}_units") for part in ("limit", "used", "asked", "paid")
        )
        spent = f"ใช้แล้ว {used} {unit} เหลือให้ {paid} {unit} " if used else ""
        return f"เกินเพดาน{stretch} {limit} {unit}".replace("  ", " "), f"{spent}ตัด {asked - paid} {unit}"
    limit_baht, used_baht, paid_baht = (
        plain_baht(_whole(values, f"{part}_satang")) for part in ("limit", "used", "paid")
    )
    spent = f"ใช้แล้ว {used_baht} " if _whole(values, "used_satang") else ""
    return f"เกินเพดาน{stretch} {limit_baht} บาท".replace("  ", " "), f"{spent}จ่ายได้ {paid_baht}"


def _waited(values: Mapping[str, Value]) -> str:
    parts = [(_whole(values, "waiting_months"), "เดือน"), (_whole(values, "waiting_days"), "วัน")]
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def _arrears(values: Mapping[str, Value]) -> str:
    owed, limit = _whole(values, "arrears_months"), _whole(values, "suspend_at")
    if not owed:
        return "ไม่มีเงินสมทบค้าง"
    if limit and owed >= limit:
        return f"ค้าง {owed} เดือน อยู่ระหว่างได้รับยกเว้น"
    return f"ค้าง {owed} เดือน ยังไม่ถึง {limit} เดือน" if limit else f"ค้าง {owed} เดือน"


def _baht(told: str) -> str:
    try:
        return f"{plain_baht(parse_baht(str(Decimal(told))))} บาท"
    except (InvalidOperation, ValueError):
        return told


def _whole(values: Mapping[str, Value], name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) else 0
