"""What the form of joining decides while it is typed: who it may be already, her age, and what the receipt will say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wangfund.domain.errors import Finding, FundError, Severity, Values
from wangfund.domain.register.alike import are_alike
from wangfund.text.messages import say
from wangfund.thai.date_reading import read_thai_date
from wangfund.thai.dates import month_span, short_date
from wangfund.thai.names import full_title
from wangfund.thai.period import Period
from wangfund.thai.search_key import search_key
from wangfund.ui.widgets.typed import Typed
from wangfund.ui.words import baht
from wangfund.usecases.find_members import MemberLine
from wangfund.usecases.joining_terms import FirstMoney, JoiningTerms


def whose_id(rows: Sequence[MemberLine], national_id: str) -> MemberLine | None:
    """The member, former ones too, who has a national ID."""
    return next((m for m in rows if m.national_id == national_id), None)


def id_finding(m: MemberLine | None) -> Finding | None:
    """What to say of an ID somebody has: a member's is refused, a former member may come back."""
    if m is None:
        return None
    values: Values = {"name": m.name, "member_no": m.member_no}
    if m.ended_on is None:
        return Finding("ID_TAKEN", "national_id", values=values)
    if m.cause == "died":
        return Finding("MEMBER_DIED", "national_id", values=values)
    told = {**values, "ended_on": m.ended_on.isoformat(), "cause": m.cause or ""}
    return Finding("ID_OF_FORMER", "national_id", severity=Severity.WARNING, values=told)


def may_return(m: MemberLine | None) -> bool:
    """Whether somebody is a former member who may come back."""
    return m is not None and m.ended_on is not None and m.cause != "died"


def alike_finding(rows: Sequence[MemberLine], given: str, family: str) -> Finding | None:
    """A warning naming somebody of the same or nearly the same name; None when there is nobody.

    Only rows that hold one of the two names are compared, so that 20,000 take a few milliseconds.
    """
    one, two = search_key(given), search_key(family)
    if not one or not two:
        return None
    for m in rows:
        if one in m.search or two in m.search:
            other_given, _, other_family = m.name.removeprefix(m.title).strip().partition(" ")
            if are_alike(given, family, other_given, other_family):
                values: Values = {
                    "name": m.name,
                    "member_no": m.member_no,
                    "moo": m.moo,
                    "house_no": m.house_no,
                }
                return Finding("NAME_ALIKE", "family_name", severity=Severity.WARNING, values=values)
    return None


def age_words(born: date, today: date) -> str:
    """The age in completed years; months for a child under one."""
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if years > 0:
        return f"อายุ {years} ปี · เกิด {short_date(born)}"
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    return f"อายุ {max(months, 0)} เดือน · เกิด {short_date(born)}"


def title_words(text: str) -> str:
    """A title in full where it was typed short."""
    full = full_title(text)
    return full if full != text.strip() else ""


def read_month(text: str) -> Typed[object]:
    """A month as typed: 11/2569, 2569-11, พ.ย. 69, ๑๑/๖๙."""
    plain = text.strip()
    if not plain:
        return Typed(None, Finding("PERIOD_UNREADABLE", "month"))
    try:
        month = Period.parse(plain)
    except ValueError as error:
        day = next(
            (d for d in (read_thai_date(f"1/{plain}").value, read_thai_date(f"1 {plain}").value) if d), None
        )
        if day is None:
            return Typed(None, Finding(str(error), "month"))
        month = Period.of(day)
    return Typed(month, fact=month_span(month, month))


def money_words(
    terms: JoiningTerms, applied_on: date | None, on: date | None, amount_satang: int | None, *, fee: bool
) -> tuple[str, str]:
    """What the receipt will be and from when membership counts, and its tone ('warn' while it cannot be)."""
    if applied_on is None or on is None or amount_satang is None:
        return "", "ink2"
    try:
        money = terms.first_money(applied_on, on, amount_satang, fee=fee)
    except FundError as error:
        return say(error.code, error.values).line, "warn"
    if money is None or not money.total_satang:
        return "ยังไม่มีเงินครั้งแรก จึงยังไม่นับเป็นสมาชิก", "warn"
    return _receipt_words(money), "ink"


def _receipt_words(money: FirstMoney) -> str:
    parts = [f"ค่าสมัคร {baht(money.fee_satang)}"] if money.fee_satang else []
    if money.amount_satang:
        months = (
            f" ({month_span(money.ranges[0][0], money.ranges[-1][1])})" if money.ranges else " (ชำระบางส่วน)"
        )
        parts.append(f"เงินสมทบ {baht(money.amount_satang)}{months}")
    total = f"ใบเสร็จ {baht(money.total_satang)} บาท"
    return f"{total}: {' + '.join(parts)} · เป็นสมาชิกตั้งแต่ {short_date(money.starts_on)}"
