"""What the decision says, line by line, before it is drawn: the same for a claim being typed and one long decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from wangfund.domain.eligibility.assessment import Assessment, Result, Step
from wangfund.domain.errors import Finding, Severity
from wangfund.domain.rulebook.model import Benefit, Heir
from wangfund.text.claim_sayings import last_day_words, saying
from wangfund.text.claim_words import finding_words, missing_words, step_row
from wangfund.text.paper_words import unit_words
from wangfund.thai.dates import month_span, short_date
from wangfund.thai.money_text import baht_text, format_baht
from wangfund.ui.words import baht
from wangfund.usecases.approval import Approval
from wangfund.usecases.claim_answer import ClaimAnswer
from wangfund.usecases.decide_claim import REFUSED_BY_MEETING

_STATES: Final = {
    "approved": ("อนุมัติแล้ว รอจ่าย", "circle-check", "ok"),
    "paid": ("จ่ายแล้วตามระเบียบ", "circle-check", "ok"),
    "reversed": ("จ่ายแล้ว แต่กลับรายการ", "undo-2", "warn"),
    "withdrawn": ("ถอนคำขอแล้ว ไม่ได้จ่าย", "circle-x", "warn"),
}
_STOPPED: Final = frozenset({"SUSPENDED", "LAPSED"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line: icon and its tone, what, why (in `why_tone`), the clause, and at the right an amount or a time."""

    icon: str
    tone: str
    what: str
    why: str = ""
    clause: str = ""
    right: str = ""
    why_tone: str = "ink2"


@dataclass(frozen=True, slots=True)
class Decision:
    """`figure` with its name and unit stands at the far right; `net` "" where no money comes out."""

    tone: str
    icon: str
    words: str
    details: tuple[str, ...]
    figure: str
    figure_name: str
    unit: str
    lines: tuple[Line, ...]
    net: str = ""
    net_name: str = "จ่ายสุทธิ"
    helps: tuple[Line, ...] = ()
    aloud: str = ""
    approval: str = ""


def decision_of(answer: ClaimAnswer) -> Decision:
    """What is shown of an answer."""
    said = answer.assessment
    if said.result is Result.PAY:
        return _pay(answer)
    if said.result is Result.PENDING:
        return _pending(answer)
    return _refuse(answer)


def in_state(decision: Decision, state: str) -> Decision:
    """The same answer where the claim has gone on: approved, paid, taken back."""
    if state not in _STATES or decision.tone == "pri":
        return decision
    words, icon, tone = _STATES[state]
    return replace(decision, words=words, icon=icon, tone=tone)


def step_lines(
    steps: tuple[Step, ...], benefit: Benefit | None, said: Assessment | None = None
) -> list[Line]:
    """The steps of an amount: plus for what is added, minus in turmeric for what is cut or set off."""
    lines = []
    for step in steps:
        what, why = step_row(step, benefit)
        if step.code == "SET_OFF" and said is not None and said.setoff.ranges:
            spans = ", ".join(month_span(first, last) for first, last in said.setoff.ranges[:2])
            why = f"{spans} {why}"
        amount = format_baht(step.amount_satang)
        if step.code.startswith("CHECK_"):
            lines.append(Line("circle-check", "ok", what, why, step.clause))
        elif step.amount_satang < 0:
            lines.append(Line("minus", "warn", what, why, step.clause, amount, "warn"))
        else:
            lines.append(Line("plus", "pri", what, why, step.clause, amount))
    return lines


def approval_words(approval: Approval | None, gross_satang: int, moo: int) -> str:
    """Whose approval the amount needs."""
    if approval is None:
        return ""
    clause = f" ({approval.clause})" if approval.clause else ""
    if approval.always:
        return f"สวัสดิการนี้ใช้มติคณะกรรมการกองทุนทุกครั้ง{clause}"
    limit = baht(approval.limit_satang)
    if gross_satang <= approval.limit_satang:
        return f"ไม่เกิน {limit} บาท: กรรมการหมู่ {moo} ลงชื่อ {approval.signatures} คน และเหรัญญิก{clause}"
    if approval.above_by_resolution:
        return f"เกิน {limit} บาท: ใช้มติคณะกรรมการกองทุน{clause}"
    return f"เกิน {limit} บาท: ดูผู้อนุมัติตามระเบียบ{clause}"


def _pay(answer: ClaimAnswer) -> Decision:
    said = answer.assessment
    return Decision(
        "ok",
        "circle-check",
        "จ่ายได้ตามระเบียบ",
        (baht_text(said.net_satang),),
        format_baht(said.net_satang),
        "",
        "บาท",
        (*_warnings(answer), *_working(answer, said)),
        format_baht(said.net_satang),
        approval=approval_words(answer.approval, said.gross_satang, answer.member.moo),
    )


def _working(answer: ClaimAnswer, said: Assessment) -> list[Line]:
    """What was passed, the amounts, the yearly ceiling just before what is set off: as the money was found."""
    before = tuple(step for step in answer.checks if step.code != "CHECK_CEILING")
    ceiling = tuple(step for step in answer.checks if step.code == "CHECK_CEILING")
    amounts = tuple(step for step in said.steps if step.code != "SET_OFF")
    kept = tuple(step for step in said.steps if step.code == "SET_OFF")
    return step_lines((*before, *amounts, *ceiling, *kept), answer.benefit, said)


def _warnings(answer: ClaimAnswer) -> list[Line]:
    """What should be known before it is decided, and stops nothing."""
    found = []
    for finding in answer.assessment.findings:
        if finding.severity is Severity.WARNING and finding.code != answer.assessment.reason:
            words = finding_words(finding, answer.benefit)
            found.append(
                Line("triangle-alert", "warn", words.message, words.advice, finding.clause, "", "warn")
            )
    return found


def _pending(answer: ClaimAnswer) -> Decision:
    said = answer.assessment
    reason = said.findings[0] if said.findings else Finding(said.reason)
    then = answer.if_complete
    payable = then if then is not None and then.result is Result.PAY else None
    amount = payable or (said if said.gross_satang else None)
    lines = [_waiting_line(one, answer.benefit) for one in said.findings if one.severity is not Severity.NOTE]
    working = _working(answer, amount) if amount is not None else step_lines(answer.checks, answer.benefit)
    words, name = _pending_words(reason, answer.benefit)
    return Decision(
        "warn",
        "clock",
        words,
        (_pending_detail(reason, answer.benefit),),
        format_baht(amount.net_satang) if amount is not None else "",
        name if amount is not None else "",
        "บาท" if amount is not None else "",
        (*lines, *working),
        format_baht(amount.net_satang) if amount is not None else "",
        "จ่ายสุทธิเมื่อครบ" if amount is not None else "",
        approval=approval_words(answer.approval, amount.gross_satang, answer.member.moo)
        if amount is not None
        else "",
    )


def _pending_words(reason: Finding, benefit: Benefit | None) -> tuple[str, str]:
    if reason.code == "DOC_MISSING":
        return "รอหลักฐาน", "เมื่อหลักฐานครบ จ่ายได้"
    if reason.code == "HEIR_RESOLUTION":
        return "รอมติเรื่องผู้รับเงิน", "เมื่อมีมติ จ่ายได้"
    if reason.code == "FACT_MISSING":
        return f"ยังไม่ทราบ{missing_words(reason, benefit)}", ""
    return "ยังพิจารณาไม่ได้", ""


def _pending_detail(reason: Finding, benefit: Benefit | None) -> str:
    if reason.code == "DOC_MISSING":
        return f"ยังขาด {missing_words(reason, benefit)}"
    return finding_words(reason, benefit).advice


def _waiting_line(finding: Finding, benefit: Benefit | None) -> Line:
    words = finding_words(finding, benefit)
    return Line("circle-alert", "warn", words.message, words.advice, finding.clause, "", "warn")


def _refuse(answer: ClaimAnswer) -> Decision:
    said = answer.assessment
    first = said.findings[0] if said.findings else Finding(said.reason)
    unit = f" {said.units} {unit_words(answer.unit)}" if said.units and answer.unit else ""
    m = answer.member
    figure, name = _first_day(first, answer.first_day)
    lines = [_refusal_line(one, answer) for one in said.findings if one.severity is not Severity.NOTE]
    by_meeting = said.reason == REFUSED_BY_MEETING
    if not by_meeting:
        lines.append(Line("minus", "ink3", "ข้ออื่น", "ไม่ต้องตรวจต่อ คำขอครั้งนี้จึงไม่มียอดเงิน"))
    helps = [
        Line("circle-check", "ok", help_.name, f"ไม่เกิน {baht(help_.most_satang)} บาท ทำได้ทันที", help_.clause)
        for help_ in answer.helps
    ]
    of_death = answer.benefit is not None and answer.benefit.heir is Heir.NAMED
    grief = of_death or answer.member.cause == "died"
    # Nobody dies again: to those who are left no day to come is spoken of.
    to_come = None if grief else answer.first_day
    if to_come is not None:
        helps.append(Line("circle-check", "ok", "จดวันเริ่มมีสิทธิไว้ในสมุดประจำตัวสมาชิก"))
    return Decision(
        "pri",
        "calendar-days",
        "ที่ประชุมยังไม่อนุมัติ" if by_meeting else "ครั้งนี้ยังจ่ายให้ไม่ได้ตามระเบียบ",
        (f"{m.name} · เลขที่ {m.member_no} · {answer.name}{unit}",),
        figure,
        name,
        "",
        tuple(lines),
        helps=tuple(helps),
        aloud=saying(first, to_come, grief=grief),
    )


def _first_day(first: Finding, day: date | None) -> tuple[str, str]:
    """The first day as a figure with its name; where only a debt stands in the way, the day if it were paid."""
    if day is not None:
        return short_date(day), "มีสิทธิสำหรับเหตุตั้งแต่"
    late = last_day_words(first)
    if late:
        return late, "วันสุดท้ายที่ยื่นได้"
    if_paid = first.values.get("first_day_if_paid")
    if first.code in _STOPPED and isinstance(if_paid, str):
        return short_date(date.fromisoformat(if_paid)), "ถ้าชำระในวันยื่น มีสิทธิตั้งแต่"
    return "", ""


def _refusal_line(finding: Finding, answer: ClaimAnswer) -> Line:
    words = finding_words(finding, answer.benefit)
    icon, tone = ("ban", "bad") if finding.code in _STOPPED else ("calendar-days", "pri")
    if finding.severity is Severity.WARNING:
        icon, tone = "circle-alert", "warn"
    if finding.code == "WAITING":
        return Line(icon, tone, _waiting_what(finding), _waiting_why(finding), finding.clause, _left(finding))
    return Line(icon, tone, words.message, words.advice, finding.clause)


def _waiting_what(finding: Finding) -> str:
    years, days = finding.values.get("min_years"), finding.values.get("waiting_days")
    if isinstance(years, int) and years:
        return f"เป็นสมาชิกครบ {years} ปี"
    return f"เป็นสมาชิกครบ {days} วัน" if days else "เป็นสมาชิกครบตามขั้นของตาราง"


def _waiting_why(finding: Finding) -> str:
    joined, event = (finding.values.get(name) for name in ("joined", "event"))
    if not isinstance(joined, str) or not isinstance(event, str):
        return ""
    days = finding.values.get("days")
    return (
        f"{short_date(date.fromisoformat(joined))} – {short_date(date.fromisoformat(event))} ได้ {days:,} วัน"
    )


def _left(finding: Finding) -> str:
    first, event = (finding.values.get(name) for name in ("first_day", "event"))
    if not isinstance(first, str) or not isinstance(event, str):
        return ""
    return f"ขาด {(date.fromisoformat(first) - date.fromisoformat(event)).days:,} วัน"
