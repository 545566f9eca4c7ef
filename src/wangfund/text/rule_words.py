"""A rulebook in the words of a by-law: who, how much, how often, by when. From the same data the engine decides by."""

from __future__ import annotations

from typing import Final

from wangfund.domain.rulebook.duration import Duration
from wangfund.domain.rulebook.model import (
    NEVER,
    AmountPart,
    Benefit,
    Cap,
    Condition,
    DueDate,
    FactType,
    Heir,
    MonthsCounted,
    OncePer,
    Operator,
    PartKind,
    Per,
    Rulebook,
    Scope,
    Start,
    TierBase,
    Waiting,
    WaitingTime,
    YearBasis,
)
from wangfund.thai.money_text import format_baht
from wangfund.thai.month_names import MONTHS_LONG

_PEOPLE: Final = {
    "member": "ตัวสมาชิก",
    "spouse": "คู่สมรส",
    "child": "บุตร",
    "parent": "บิดามารดา",
    "household": "ครัวเรือนของสมาชิก",
}
_UNITS: Final = {"night": "คืน", "day": "วัน", "visit": "ครั้ง", "meal": "มื้อ", "": "หน่วย"}
_YEARS: Final = {
    YearBasis.CALENDAR: "ปีปฏิทิน",
    YearBasis.FISCAL: "ปีบัญชีของกองทุน",
    YearBasis.ANNIVERSARY: "รอบปีของการเป็นสมาชิก",
}
_PER: Final = {
    Per.EVENT: "ครั้ง",
    Per.ADMISSION: "ครั้งที่เข้ารักษา",
    Per.KEY: "เหตุการณ์เดียวกัน",
    Per.LIFE: "ตลอดชีวิต",
}
_STARTS: Final = {
    Start.APPLICATION: "นับจากวันสมัคร",
    Start.APPROVAL: "นับจากวันที่คณะกรรมการรับเข้า",
    Start.FIRST_RECEIPT: "นับจากวันที่ตามใบเสร็จแรก",
}
_BASES: Final = {
    TierBase.MEMBERSHIP: "เป็นสมาชิก",
    TierBase.AGE: "อายุ",
    TierBase.PAID: "ส่งเงินสมทบแล้ว",
}
_OPEN: Final = "ยังไม่ได้กำหนด"
_NO_WAIT: Final = "ไม่ต้องรอสิทธิ"


def who_words(benefit: Benefit) -> str:
    """Whose event it may be: 'ตัวสมาชิก บุตร'."""
    return " ".join(_PEOPLE[who] for who in benefit.who)


def amount_lines(rules: Rulebook, benefit: Benefit) -> tuple[str, ...]:
    """How much, a line for each part of the amount or tier of it."""
    lines = [line for part in benefit.parts for line in _part_lines(benefit, part)]
    if not benefit.parts or rules.leaves_open(f"benefits.{benefit.code}.amounts"):
        lines = [_OPEN]
    if benefit.shared_by:
        word = benefit.fact(benefit.shared_by)
        lines.append(f"แบ่งเท่ากันตาม{word.label if word else benefit.shared_by}")
    if not benefit.cash:
        lines.append("ให้เป็นสิ่งของ ไม่จ่ายเป็นเงิน")
    return tuple(lines)


def limit_lines(rules: Rulebook, benefit: Benefit) -> tuple[str, ...]:
    """The most of it: caps of its own and shared ones, once-rules, and what another benefit takes away.

    The yearly ceiling over all benefits is said by `ceiling_words`.
    """
    lines = [_cap_line(rules, benefit, cap) for cap in rules.caps_of(benefit)]
    lines += [_ONCE[once.per] + _AMONG[once.scope] for once in benefit.once]
    if benefit.exclusion is not None:
        others = " ".join(name_of(rules, code) for code in benefit.exclusion.benefits)
        stretch = _STRETCH[benefit.exclusion.per]
        lines.append(
            f"ถ้าได้รับ{others} {stretch}แล้ว จ่ายเพิ่มให้ครบ {baht(benefit.exclusion.up_to_satang)}"
            if benefit.exclusion.top_up
            else f"ไม่จ่ายซ้ำกับ{others} {stretch}".rstrip()
        )
    return tuple(dict.fromkeys(lines))


def ceiling_words(rules: Rulebook) -> str:
    """The most a member may be given in a year over all benefits, "" when there is no ceiling."""
    ceiling = rules.yearly_ceiling
    if ceiling is None:
        return ""
    words = f"รวมทุกเรื่องไม่เกินคนละ {baht(ceiling.amount_satang)} ต่อ{_YEARS[ceiling.year]}"
    if ceiling.except_benefits:
        words += f" ไม่นับ{' '.join(name_of(rules, code) for code in ceiling.except_benefits)}"
    return _with_clause(words, ceiling.clause)


def condition_lines(rules: Rulebook, benefit: Benefit) -> tuple[str, ...]:
    """What must be so: waiting, years of membership, the benefit's own conditions, pay days."""
    lines = [waiting_words(rules, benefit)]
    if benefit.min_years:
        # Years of membership are a wait of their own: "no wait" beside them would say the opposite.
        lines = [line for line in lines if line != _NO_WAIT]
        lines.append(f"เป็นสมาชิกครบ {benefit.min_years} ปี")
    for at, condition in enumerate(benefit.conditions):
        is_open = rules.leaves_open(f"benefits.{benefit.code}.conditions[{at}]")
        words = condition_words(benefit, condition)
        lines.append(f"{_label(benefit, condition.fact)} ({_OPEN})" if is_open else words)
    if benefit.pay_days is not None:
        days = " ".join(f"{day} {MONTHS_LONG[month - 1]}" for month, day in benefit.pay_days.days)
        lines.append(f"จ่ายวันที่ {days}")
    if not benefit.needs_standing:
        lines.append("ค้างเงินสมทบอยู่ก็ได้รับ")
    return tuple(lines)


def waiting_words(rules: Rulebook, benefit: Benefit) -> str:
    """How long a member waits before this benefit."""
    if benefit.waiting is Waiting.NONE:
        return _NO_WAIT
    wait = rules.membership.waiting if benefit.waiting is Waiting.STANDARD else benefit.wait
    return f"เป็นสมาชิกครบ {wait_length(wait)}" if wait.days or wait.months else _NO_WAIT


def wait_length(wait: WaitingTime) -> str:
    """A waiting time: '180 วัน', '6 เดือนเต็ม'."""
    parts = []
    if wait.months:
        counted = {
            MonthsCounted.DATE: "",
            MonthsCounted.WHOLE: "เต็มตามปฏิทิน",
            MonthsCounted.WITH_JOINING: " นับเดือนที่สมัครด้วย",
        }[wait.counted]
        parts.append(f"{wait.months} เดือน{counted}")
    if wait.days:
        parts.append(f"{wait.days:,} วัน")
    return " ".join(parts)


def deadline_words(benefit: Benefit) -> str:
    """By when it must be asked for."""
    if benefit.deadline_days is None:
        return "ไม่กำหนดเวลายื่น"
    return f"ยื่นภายใน {benefit.deadline_days:,} วัน นับจาก{benefit.event}"


def papers_words(benefit: Benefit) -> str:
    """What to bring."""
    return " ".join(benefit.documents) if benefit.documents else "ไม่ต้องใช้เอกสาร"


def payee_words(benefit: Benefit) -> str:
    """Who is paid."""
    return "ผู้รับผลประโยชน์ที่ระบุชื่อไว้" if benefit.heir is Heir.NAMED else "สมาชิกผู้ยื่น"


def contribution_lines(rules: Rulebook) -> tuple[str, ...]:
    """What members pay: the entry fee, then each cadence."""
    c = rules.contribution
    lines = [f"ค่าสมัคร {baht(c.entry_fee_satang)}"] if c.entry_fee_satang else ["ไม่มีค่าสมัคร"]
    lines += [f"{one.name} {baht(one.amount_satang)}" for one in c.cadences]
    return tuple(lines)


def membership_lines(rules: Rulebook) -> tuple[str, ...]:
    """When membership begins, and what arrears do: (words with their clause at the end)."""
    m = rules.membership
    start = _STARTS[m.start]
    if m.first_money_within_days is not None:
        start += f" เมื่อส่งเงินงวดแรกภายใน {m.first_money_within_days} วัน"
    lines = [_with_clause(f"การเป็นสมาชิก{start}", m.clause)]
    if m.waiting.days or m.waiting.months:
        lines.append(_with_clause(f"สิทธิเริ่มเมื่อเป็นสมาชิกครบ {wait_length(m.waiting)}", m.waiting_clause))
    lines += [_with_clause(_due_words(due), m.arrears_clause) for due in m.due_dates]
    if m.suspend_at < NEVER:
        lines.append(_with_clause(f"ค้างเงินสมทบตั้งแต่ {m.suspend_at} เดือน ระงับสิทธิ", m.arrears_clause))
    if m.suspend_after_days is not None:
        lines.append(_with_clause(f"เกินกำหนดส่งกว่า {m.suspend_after_days:,} วัน ระงับสิทธิ", m.arrears_clause))
    if m.lapse_at < NEVER:
        lines.append(_with_clause(f"ค้างตั้งแต่ {m.lapse_at} เดือน พ้นสภาพโดยมติ", m.arrears_clause))
    if m.lapse_after_days is not None:
        lines.append(_with_clause(f"เกินกำหนดส่งกว่า {m.lapse_after_days:,} วัน พ้นสภาพโดยมติ", m.arrears_clause))
    if m.reinstate_wait_days:
        lines.append(_with_clause(f"ชำระครบแล้ว ได้สิทธิคืนเมื่อพ้น {m.reinstate_wait_days} วัน", m.arrears_clause))
    if m.set_off:
        lines.append(_with_clause("เงินสมทบที่ค้างอยู่หักจากสวัสดิการที่ได้รับ", m.arrears_clause))
    return tuple(lines)


def condition_words(benefit: Benefit, condition: Condition) -> str:
    """One condition: 'เกรดเฉลี่ย ตั้งแต่ 3.5'."""
    label = _label(benefit, condition.fact)
    if condition.operator is Operator.IS:
        return label if condition.yes else f"ไม่{label}"
    if condition.operator is Operator.ONE_OF:
        word = benefit.fact(condition.fact)
        names = dict(word.choices) if word is not None else {}
        chosen = " หรือ ".join(names.get(one, _PEOPLE.get(one, one)) for one in condition.wanted)
        return f"{label}: {chosen}"
    number = _number_words(benefit, condition)
    return {
        Operator.AT_LEAST: f"{label}ตั้งแต่ {number}",
        Operator.AT_MOST: f"{label}ไม่เกิน {number}",
        Operator.BELOW: f"{label}ต่ำกว่า {number}",
    }[condition.operator]


def _number_words(benefit: Benefit, condition: Condition) -> str:
    word = benefit.fact(condition.fact)
    if word is not None and word.type is FactType.BAHT:
        return baht(int(condition.number))
    number = f"{condition.number.normalize():f}" if condition.number else "0"
    if condition.fact in _UNITS_OF_KNOWN:
        return f"{number} {_UNITS_OF_KNOWN[condition.fact]}"
    unit = "" if word is None else _UNITS_OF_TYPE.get(word.type, "")
    if any(part.counted and part.fact == condition.fact for part in benefit.parts):
        unit = _UNITS.get(benefit.unit, unit)
    return f"{number} {unit}" if unit else number


def name_of(rules: Rulebook, code: str) -> str:
    """A benefit's name by its code."""
    found = rules.benefit(code)
    return found.name if found is not None else code


def unit_name(benefit: Benefit) -> str:
    """What the benefit counts: 'คืน'."""
    return _UNITS.get(benefit.unit, benefit.unit)


def baht(satang: int) -> str:
    """'1,500 บาท'; satang only when there are some."""
    return f"{format_baht(satang).removesuffix('.00')} บาท"


def length_words(length: Duration) -> str:
    """'2 ปี 6 เดือน'."""
    parts = [(length.years, "ปี"), (length.months, "เดือน"), (length.days, "วัน")]
    return " ".join(f"{number:,} {unit}" for number, unit in parts if number) or "0 ปี"


def _part_lines(benefit: Benefit, part: AmountPart) -> tuple[str, ...]:
    lines = _lines_of_kind(benefit, part)
    if part.when is None:
        return lines
    when = condition_words(benefit, part.when)
    return (f"{lines[0]} ({when})",) if len(lines) == 1 else (f"{when}:", *lines)


def _lines_of_kind(benefit: Benefit, part: AmountPart) -> tuple[str, ...]:
    amount = baht(part.amount_satang)
    if part.kind is PartKind.FIXED:
        return (amount,)
    if part.kind is PartKind.PER_UNIT:
        label = _label(benefit, part.fact)
        return (f"{unit_name(benefit)}ละ {amount}" if part.counted else f"{label} × {amount}",)
    if part.kind is PartKind.TIERS:
        return tuple(
            f"{_tier_span(part, at)} {baht(tier.amount_satang)}" for at, tier in enumerate(part.tiers)
        )
    if part.kind is PartKind.CHOICE:
        word = benefit.fact(part.fact)
        names = dict(word.choices) if word is not None else {}
        return tuple(f"{names.get(code, code)} {baht(satang)}" for code, satang in part.options)
    if part.kind is PartKind.ACTUAL:
        share = "ตามที่จ่ายจริง" if part.percent == 100 else f"ร้อยละ {part.percent} ของที่จ่ายจริง"
        return (f"{share} ไม่เกิน {amount}",)
    return (_per_year(part),)


def _per_year(part: AmountPart) -> str:
    words = f"{_BASES[part.by]}ปีละ {baht(part.amount_satang)}"
    if part.above:
        words += f" ส่วนที่เกิน {part.above} ปี"
    if part.floor_satang:
        words += f" ไม่น้อยกว่า {baht(part.floor_satang)}"
    if part.ceiling_satang:
        words += f" ไม่เกิน {baht(part.ceiling_satang)}"
    return words


def _tier_span(part: AmountPart, at: int) -> str:
    tier, base = part.tiers[at], _BASES[part.by]
    if tier.end is None:
        return f"{base} {length_words(tier.start)} ขึ้นไป" if tier.start.about_days else f"{base} นานเท่าใดก็ตาม"
    if not tier.start.about_days:
        return f"{base}ไม่ถึง {length_words(tier.end)}"
    return f"{base} {length_words(tier.start)} ไม่ถึง {length_words(tier.end)}"


def _cap_line(rules: Rulebook, benefit: Benefit, cap: Cap) -> str:
    year = cap.year or benefit.year
    span = _YEARS[year or YearBasis.CALENDAR] if cap.per is Per.YEAR else _PER[cap.per]
    unit = unit_name(benefit)
    most = _OPEN
    if cap.units is not None:
        most = f"{cap.units:,} {unit}"
    elif cap.times is not None:
        most = f"{cap.times:,} ครั้ง"
    elif cap.amount_satang is not None:
        most = baht(cap.amount_satang)
    others = [name_of(rules, code) for code in cap.benefits if code != benefit.code]
    shared = f" นับรวมกับ{' '.join(others)}" if others else ""
    whose = {Scope.MEMBER: "", Scope.FAMILY: " ทั้งครอบครัว", Scope.FUND: " ทั้งกองทุน"}[cap.scope]
    joint = "" if cap.per is Per.LIFE else "ต่อ"
    return f"ไม่เกิน {most}{joint}{span}{whose}{shared}"


def _label(benefit: Benefit, fact: str) -> str:
    word = benefit.fact(fact)
    return word.label if word is not None else _KNOWN.get(fact, fact)


def _due_words(due: DueDate) -> str:
    """'เงินสมทบเดือนมกราคม–มิถุนายน ส่งภายใน 31 มีนาคม'."""
    last = (due.first_month + due.months - 2) % len(MONTHS_LONG)
    first = MONTHS_LONG[due.first_month - 1]
    months = first if due.months == 1 else f"{first}–{MONTHS_LONG[last]}"
    return f"เงินสมทบเดือน{months} ส่งภายใน {due.day} {MONTHS_LONG[due.month - 1]}"


def _with_clause(words: str, clause: str) -> str:
    return f"{words} ({clause})" if clause else words


_KNOWN: Final = {
    "age": "อายุ",
    "age_at_joining": "อายุเมื่อสมัคร",
    "years": "เป็นสมาชิก",
    "months_paid": "ส่งเงินสมทบแล้ว",
    "who": "เหตุของ",
    "event": "วันเกิดเหตุ",
}
_ONCE: Final = {
    OncePer.KEY: "เหตุเดียวกันรับได้ครั้งเดียว",
    OncePer.YEAR: "ปีละครั้ง",
    OncePer.DAY: "วันละครั้ง",
    OncePer.MEMBER: "ครั้งเดียว",
}
_AMONG: Final = {Scope.MEMBER: "", Scope.FAMILY: " ทั้งครอบครัว", Scope.FUND: " ไม่ว่าสมาชิกคนใดยื่น"}
_STRETCH: Final = {
    Per.EVENT: "ในวันเดียวกัน",
    Per.ADMISSION: "ในวันเดียวกัน",
    Per.KEY: "ในเหตุเดียวกัน",
    Per.YEAR: "ในปีเดียวกัน",
    Per.LIFE: "",
}
_UNITS_OF_KNOWN: Final = {"age": "ปี", "age_at_joining": "ปี", "years": "ปี", "months_paid": "เดือน"}
_UNITS_OF_TYPE: Final = {
    FactType.DAYS_BETWEEN: "วัน",
    FactType.YEARS_BETWEEN: "ปี",
    FactType.YEARS_WITHOUT_CLAIM: "ปี",
}
