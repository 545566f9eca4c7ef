"""A by-law as the table a committee knows: a row for the version, for what members pay and keep, and for each benefit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from wangfund.domain.rulebook.model import NEVER, Benefit, Rulebook
from wangfund.text.rule_short import short_amount
from wangfund.text.rule_words import amount_lines as benefit_amounts
from wangfund.text.rule_words import (
    baht,
    ceiling_words,
    condition_lines,
    contribution_lines,
    deadline_words,
    limit_lines,
    membership_lines,
    name_of,
    papers_words,
    payee_words,
    wait_length,
    who_words,
)
from wangfund.text.terms import pool_name
from wangfund.thai.dates import short_date

VERSION: Final = "rulebook"
CONTRIBUTION: Final = "contribution"
MEMBERSHIP: Final = "membership"
POOLS: Final = "pools"
LIMITS: Final = "limits"
CEILING: Final = "yearly_ceiling"
OWN_ROWS: Final = (VERSION, CONTRIBUTION, MEMBERSHIP, CEILING, LIMITS, POOLS)
"""The rows that are no benefit; a benefit's row has its code for key."""


class Said(NamedTuple):
    """One thing a row says: its name, and its lines."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A row: `short` is the cell of the amount, `below` the quiet line under the name, `said` everything in words."""

    key: str
    clause: str
    name: str
    short: str
    below: str
    said: tuple[Said, ...]


def rule_rows(rules: Rulebook) -> tuple[RuleRow, ...]:
    """The version, the fund's own rules, the benefits in the by-law's order, the yearly ceiling, limits and pools."""
    ceiling = (_ceiling(rules),) if rules.yearly_ceiling is not None else ()
    return (
        _version(rules),
        _contribution(rules),
        _membership(rules),
        *(_benefit(rules, benefit) for benefit in rules.benefits),
        *ceiling,
        _limits(rules),
        _pools(rules),
    )


def short_clause(clause: str) -> str:
    """'ข้อ 15.2' as its number, for a narrow column."""
    return clause.removeprefix("ข้อ").strip() or "–"


def _version(rules: Rulebook) -> RuleRow:
    resolution = rules.resolution.strip() or "ยังไม่ได้ระบุมติ"
    since = short_date(rules.effective_from)
    said = (
        Said("ชื่อ", (rules.name,)),
        Said("ฉบับ", (f"ฉบับที่ {rules.version}",)),
        Said("ใช้กับเหตุตั้งแต่", (since,)),
        Said("มติ", (resolution,)),
    )
    return RuleRow(VERSION, "", f"ฉบับที่ {rules.version}", since, resolution, said)


def _contribution(rules: Rulebook) -> RuleRow:
    c = rules.contribution
    lines = contribution_lines(rules)
    said = (Said("จ่าย", lines), Said("เดือนที่ค้าง", (f"เดือนละ {baht(c.month_price_satang)}",)))
    short = f"เดือนละ {baht(c.month_price_satang).removesuffix(' บาท')}"
    below = f"{lines[0]} · ส่งได้ {len(c.cadences)} แบบ"
    return RuleRow(CONTRIBUTION, c.clause, "เงินสมทบ", short, below, said)


def _membership(rules: Rulebook) -> RuleRow:
    m = rules.membership
    waits = m.waiting.days or m.waiting.months
    short = f"รอ {wait_length(m.waiting)}" if waits else "ไม่ต้องรอ"
    lines = membership_lines(rules)
    below = " · ".join(
        (
            f"ค้าง {m.suspend_at} เดือนระงับ"
            if m.suspend_at < NEVER
            else f"เกิน {m.suspend_after_days or 0} วันระงับ",
            f"{m.lapse_at} เดือนพ้นสภาพ" if m.lapse_at < NEVER else f"{m.lapse_after_days or 0} วันพ้นสภาพ",
        )
    )
    return RuleRow(MEMBERSHIP, m.clause, "การเป็นสมาชิกและสิทธิ", short, below, (Said("สมาชิกและสิทธิ", lines),))


def _benefit(rules: Rulebook, benefit: Benefit) -> RuleRow:
    conditions, limits = condition_lines(rules, benefit), limit_lines(rules, benefit)
    said = (
        Said("ชื่อ", (benefit.name,)),
        Said("ข้อ", (benefit.clause or "–",)),
        Said("ได้รับ", benefit_amounts(rules, benefit)),
        Said("เงื่อนไข", conditions),
        Said("ไม่เกิน", limits),
        Said("ยื่น", (deadline_words(benefit),)),
        Said("เอกสาร", (papers_words(benefit),)),
        Said("ผู้มีสิทธิ", (f"เหตุของ{who_words(benefit)} จ่ายให้{payee_words(benefit)}",)),
    )
    below = " · ".join(
        (*limits[:1], conditions[0]) if limits[:1] and "ไม่เกิน" in limits[0] else conditions[:2]
    )
    return RuleRow(benefit.code, benefit.clause, benefit.name, short_amount(rules, benefit), below, said)


def _ceiling(rules: Rulebook) -> RuleRow:
    ceiling = rules.yearly_ceiling
    assert ceiling is not None
    words = ceiling_words(rules)
    without = " ".join(name_of(rules, code) for code in ceiling.except_benefits)
    below = f"ไม่นับ{without}" if without else "นับทุกเรื่อง"
    short = baht(ceiling.amount_satang).removesuffix(" บาท")
    return RuleRow(CEILING, ceiling.clause, "เพดานเงินรวมต่อปี", short, below, (Said("ไม่เกิน", (words,)),))


def _limits(rules: Rulebook) -> RuleRow:
    limits = rules.limits
    lines = (
        f"กรรมการอนุมัติได้ไม่เกิน {baht(limits.approval_limit_satang)} ลงชื่อ {limits.committee_signatures} คน",
        "เกินกว่านั้นใช้มติ" if limits.above_by_resolution else "เกินกว่านั้นไม่ต้องใช้มติ",
        f"ถือเงินสดได้ไม่เกิน {baht(limits.cash_in_hand_max_satang)}",
        f"จ่ายเงินสดได้ครั้งละไม่เกิน {baht(limits.cash_payment_max_satang)}",
        f"ฝากธนาคารภายใน {limits.bank_within_working_days} วันทำการ ลงชื่อ {limits.bank_sign_any} ใน {limits.bank_signatories} คน",
    )
    short = baht(limits.approval_limit_satang).removesuffix(" บาท")
    return RuleRow(LIMITS, limits.clause, "การอนุมัติและเงินสด", short, lines[2], (Said("กำหนด", lines),))


def _pools(rules: Rulebook) -> RuleRow:
    pools = rules.pools
    lines = tuple(
        f"{_SOURCES.get(source, source)}: "
        + " ".join(f"{pool_name(pool)} {percent} %" for pool, percent in shares if percent)
        for source, shares in pools.shares
    )
    most = f"บริหารไม่เกิน {pools.admin_max_percent} %"
    below = next(iter(lines), "")
    return RuleRow(
        POOLS, pools.clause, "การแบ่งเงินเข้ากอง", most, below, (Said("แบ่ง", lines), Said("ไม่เกิน", (most,)))
    )


_SOURCES: Final = {
    "member_contribution": "เงินสมทบสมาชิก",
    "state_grant": "เงินอุดหนุนรัฐ",
    "lao_grant": "เงินอุดหนุน อปท.",
    "entry_fee": "ค่าสมัคร",
    "bank_interest": "ดอกเบี้ย",
    "donation": "เงินบริจาค",
}
