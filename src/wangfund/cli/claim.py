"""`claim`: a benefit assessed, decided by the meeting, and paid."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wangfund.cli import values
from wangfund.cli.answer import Answer, money
from wangfund.cli.findings import finding_data, finding_line
from wangfund.cli.numbers import receipt_data, receipt_words, voucher_data, voucher_words
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import Session
from wangfund.domain.eligibility.assessment import Assessment, Result, Step
from wangfund.domain.errors import Finding, FundError
from wangfund.store.books import Books
from wangfund.text.messages import say
from wangfund.text.paper_words import amount_words
from wangfund.text.terms import RESULTS
from wangfund.usecases.amend_claim import AmendClaim, amend_claim
from wangfund.usecases.claim_facts import AssessedClaim
from wangfund.usecases.claim_view import claim_view
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.heir_shares import HeirShare, next_share
from wangfund.usecases.pay_claim import ClaimPaid, PayClaim, pay_claim
from wangfund.usecases.request_claim import RequestClaim, assess_claim, request_claim
from wangfund.usecases.withdraw_claim import WithdrawClaim, withdraw_claim

_MOST = 10**9 - 1


def claim_options(parser: CommandParser) -> None:
    """The options of `claim`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--member", metavar="NO", type=values.member_no, help="เลขที่สมาชิก")
    parser.add("--benefit", metavar="CODE", help="รหัสสวัสดิการตามระเบียบ เช่น HOSP DEATH")
    parser.add("--facts", metavar="JSON", help='ข้อเท็จจริง เช่น {"event":"2569-11-05","admitted":"2569-11-02"}')
    parser.add("--claimed-on", metavar="DATE", type=values.day, help="วันที่ยื่น (ไม่บอก: วันนี้)")
    parser.add("--claim", metavar="N", type=values.whole(1, _MOST), help="คำขอที่ยื่นไว้แล้ว แทนการยื่นใหม่")
    parser.add("--decide", metavar="RESOLUTION", help="มติที่ประชุม")
    parser.add("--pay", metavar="cash/BANK", help="จ่ายจากที่ใด")
    parser.add("--withdraw", metavar="เหตุผล", help="ถอนคำขอที่ยังไม่ได้จ่าย (ใช้กับ --claim)")
    parser.add(
        "--payee", metavar="ชื่อ", default="", help="ผู้รับเงิน (ไม่บอก: ตามที่อนุมัติ) ไม่มีผู้รับผลประโยชน์: ทายาทตามมติ"
    )
    parser.add(
        "--heir", metavar="ชื่อ=ส่วน", nargs="+", default=[], help="ทายาทตามมติ คนละใบสำคัญ เช่น นางกอ=2 นายขอ=1"
    )
    parser.add("--share", metavar="N", type=values.whole(1, 99), default=0, help="จ่ายส่วนของทายาทคนที่ N")
    parser.add(
        "--by", metavar="committee/meeting", choices=("committee", "meeting"), default="", help="ผู้อนุมัติ"
    )
    parser.add("--approver", metavar="ชื่อ", default="", help="ผู้ลงชื่ออนุมัติ หลายคนคั่นด้วย ,")
    parser.add("--refuse", metavar="เหตุผล", default="", help="ที่ประชุมไม่อนุมัติ พร้อมเหตุผล (ใช้กับ --decide)")
    parser.add("--slip", metavar="เลขที่", default="", help="เลขที่ใบโอนหรือใบถอน เมื่อจ่ายจากธนาคาร")
    parser.add("--payer", metavar="ชื่อ", default="", help="ผู้จ่ายเงิน (ไม่บอก: เหรัญญิก)")
    parser.add("--proxy", metavar="ชื่อ", default="", help="ผู้มารับแทน")
    parser.add("--proxy-papers", metavar="หลักฐาน", default="", help="หลักฐานของผู้มารับแทน")
    parser.add("--reason", metavar="เหตุผล", default="", help="เหตุผลที่ผู้อนุมัติเป็นผู้จ่ายเงินด้วย")
    parser.add("--on", metavar="DATE", type=values.day, help="วันที่จ่าย (ไม่บอก: วันนี้)")


def claim(told: Namespace, session: Session) -> Answer:
    """Assess a claim; with a resolution decide it, with a place pay it. Reads only without either."""
    if told.claim is not None:
        return _earlier(told, session)
    if told.withdraw is not None:
        raise WrongUsage("--withdraw ต้องมี --claim คำขอที่จะถอน")
    missing = [name for name in ("member", "benefit", "facts") if getattr(told, name) is None]
    if missing:
        raise WrongUsage("ยังไม่ได้บอก " + " ".join(f"--{name}" for name in missing))
    if told.pay is not None and told.decide is None:
        raise WrongUsage("--pay ต้องมี --decide มติที่ประชุม")
    command = RequestClaim(
        told.member, told.benefit.upper(), _facts(told.facts), told.claimed_on or session.clock.today()
    )
    if told.decide is None:
        with session.reading(told.file) as books:
            return _answer(assess_claim(books, command), None, None)
    with session.writing(told.file) as books:
        # Looked at first, so that a claim that cannot be understood or decided leaves no request behind.
        assess_claim(books, command)
        if not told.decide.strip():
            raise WrongUsage("--decide ต้องมีมติที่ประชุม")
        claim_id, _ = request_claim(books, command)
        decided = decide_claim(books, _decision(books, told, claim_id))
        paid = _paid(books, told, claim_id, session) if decided.assessment.result is Result.PAY else None
    return _answer(decided, claim_id, paid)


def _earlier(told: Namespace, session: Session) -> Answer:
    """Decide or pay a claim that was entered before."""
    if told.withdraw is not None:
        with session.writing(told.file) as books:
            number = withdraw_claim(books, WithdrawClaim(told.claim, told.withdraw))
        return Answer({"claim": told.claim, "withdrawn": True}, [f"ถอนคำขอที่ {number} แล้ว เลขคำขอยังอยู่"])
    if told.facts is not None and told.decide is None and told.pay is None:
        with session.writing(told.file) as books:
            benefit = told.benefit or claim_view(books, told.claim).answer.benefit_code
            amended = amend_claim(books, AmendClaim(told.claim, benefit.upper(), _facts(told.facts)))
        return _answer(amended, told.claim, None)
    if told.decide is None and told.pay is None:
        raise WrongUsage("--claim ต้องมี --facts --decide --pay หรือ --withdraw")
    with session.writing(told.file) as books:
        decided = decide_claim(books, _decision(books, told, told.claim)) if told.decide is not None else None
        if decided is not None and decided.assessment.result is not Result.PAY:
            return _answer(decided, told.claim, None)
        paid = _paid(books, told, told.claim, session)
    if decided is not None:
        return _answer(decided, told.claim, paid)
    assert paid is not None
    data = {
        "result": str(Result.PAY),
        "reason": "OK",
        "gross_satang": paid.setoff_satang + paid.net_satang,
        "setoff_satang": paid.setoff_satang,
        "net_satang": paid.net_satang,
        "findings": [],
        "claim": told.claim,
        **_paid_data(paid),
    }
    return Answer(data, _paid_lines(paid))


def _paid(books: Books, told: Namespace, claim_id: int, session: Session) -> ClaimPaid | None:
    if told.pay is None:
        return None
    on = told.on or session.clock.today()
    shares = claim_view(books, claim_id).shares
    command = PayClaim(
        claim_id,
        told.pay,
        on,
        told.payee,
        told.share or (next_share(shares) if len(shares) == 1 else 0),
        told.slip,
        told.payer,
        told.proxy,
        told.proxy_papers,
        told.reason,
    )
    try:
        return pay_claim(books, command)
    except FundError as error:
        if told.decide is not None:
            # The decision stands: the clerk must know by which number to pay it.
            error.findings += (Finding("CLAIM_DECIDED_UNPAID", values={"claim": claim_id}),)
        raise


def _decision(books: Books, told: Namespace, claim_id: int) -> DecideClaim:
    heirs = tuple(_heir(pair) for pair in told.heir)
    waits = claim_view(books, claim_id).answer.assessment.reason == "HEIR_RESOLUTION"
    if waits and not heirs and told.payee and not told.refuse:
        # One payee named with the resolution is the one heir it names.
        heirs = (HeirShare(told.payee),)
    return DecideClaim(claim_id, told.decide, heirs, by=told.by, approver=told.approver, refuse=told.refuse)


def _heir(pair: str) -> HeirShare:
    name, _, parts = pair.partition("=")
    try:
        return HeirShare(name, "", int(parts or 1))
    except ValueError as error:
        raise WrongUsage(f"--heir {pair}: ส่วนแบ่งเป็นจำนวนเต็ม เช่น นางกอ=2") from error


def _facts(text: str) -> Mapping[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WrongUsage(_not_json()) from error
    if not isinstance(found, dict):
        raise WrongUsage(_not_json())
    return found


def _not_json() -> str:
    return f"--facts: [FACTS_NOT_JSON] {say('FACTS_NOT_JSON').line}"


def _answer(assessed: AssessedClaim, claim_id: int | None, paid: ClaimPaid | None) -> Answer:
    answer = assessed.assessment
    data: dict[str, Any] = {
        "result": str(answer.result),
        "reason": answer.reason,
        "gross_satang": answer.gross_satang,
        "setoff_satang": answer.setoff_satang if paid is None else paid.setoff_satang,
        "net_satang": answer.net_satang if paid is None else paid.net_satang,
        "findings": [finding_data(finding) for finding in answer.findings],
        "claim": claim_id,
        "units": answer.units,
        "first_day": answer.first_day,
        "last_day": answer.last_day,
        "arrears_months": answer.arrears_months,
        "steps": [
            {"code": s.code, "clause": s.clause, "amount_satang": s.amount_satang} for s in answer.steps
        ],
        **_paid_data(paid),
    }
    return Answer(data, [*_lines(assessed, answer, claim_id), *_paid_lines(paid)])


def _lines(assessed: AssessedClaim, answer: Assessment, claim_id: int | None) -> list[str]:
    name = assessed.benefit.name if assessed.benefit is not None else assessed.claim.benefit
    number = f" คำขอรหัส {claim_id}" if claim_id is not None else ""
    lines = [f"{name} ของ {assessed.member.name}: {RESULTS[answer.result]}{number}"]
    for step in answer.steps:
        clause = f" ({step.clause})" if step.clause else ""
        lines.append(f"  {_step_words(step)}{clause} {money(step.amount_satang)}")
    if answer.result is not Result.REFUSE:
        lines.append(f"  จ่ายสุทธิ {money(answer.net_satang)}")
    return [*lines, *map(finding_line, answer.findings)]


def _step_words(step: Step) -> str:
    return amount_words(step.code, {"setoff_satang": -step.amount_satang, **step.values})


def _paid_data(paid: ClaimPaid | None) -> dict[str, Any]:
    if paid is None:
        return {}
    return {"entry": paid.entry_id, **voucher_data(paid.voucher), **receipt_data(paid.receipt)}


def _paid_lines(paid: ClaimPaid | None) -> list[str]:
    if paid is None:
        return []
    lines = [f"จ่ายแล้ว {money(paid.net_satang)} {voucher_words(paid.voucher)}"]
    if paid.receipt is not None:
        lines.append(f"หักเงินค้าง {money(paid.setoff_satang)} {receipt_words(paid.receipt)}")
    return lines
