"""`payday`: a benefit that is paid on a fixed day, to everybody it is for."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from wangfund.cli import values
from wangfund.cli.answer import Answer, money
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import Session, output
from wangfund.domain.errors import NotFound, Refused
from wangfund.text.messages import say, say_finding
from wangfund.thai.dates import short_date
from wangfund.usecases.pay_day import PayDay, PayDayList, PayDayRow, pay_day, pay_day_list


def payday_options(parser: CommandParser) -> None:
    """The options of `payday`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--benefit", metavar="CODE", required=True, help="รหัสสวัสดิการ เช่น ELDER")
    parser.add("--date", metavar="DATE", type=values.day, required=True, help="วันจ่ายตามระเบียบ")
    parser.add("--facts", metavar="JSON", default="{}", help='ข้อเท็จจริงของทุกคน เช่น {"disability_card":true}')
    parser.add("--only", metavar="NO", type=values.member_no, nargs="+", help="จ่ายเฉพาะเลขที่เหล่านี้")
    parser.add("--exclude", metavar="NO=เหตุผล", nargs="+", default=[], help="งดจ่าย พร้อมเหตุผล")
    parser.add("--decide", metavar="RESOLUTION", help="มติที่ประชุม (ไม่บอก: ดูรายชื่อ ไม่บันทึก)")
    parser.add("--pay", metavar="cash/BANK", default="cash", help="จ่ายจากที่ใด")
    parser.add("--slip", metavar="เลขที่", default="", help="เลขที่ใบโอนหรือใบถอน เมื่อจ่ายจากธนาคาร")
    parser.add("--payer", metavar="ชื่อ", default="", help="ผู้จ่ายเงิน (ไม่บอก: เหรัญญิก)")
    parser.add("--reason", metavar="เหตุผล", default="", help="เหตุผลที่ประธานเป็นผู้จ่ายเงินด้วย")
    parser.add("--on", metavar="DATE", type=values.day, help="วันที่จ่ายเงิน (ไม่บอก: วันนี้)")
    parser.add("--out", metavar="PATH", type=Path, help="บัญชีลงชื่อรับเงิน (PDF)")


def payday(told: Namespace, session: Session) -> Answer:
    """List who is paid; with a resolution pay them all. Reads only without one."""
    try:
        facts = json.loads(told.facts)
    except (ValueError, RecursionError):
        facts = None
    if not isinstance(facts, dict):
        raise WrongUsage(f"[FACTS_NOT_JSON] {say('FACTS_NOT_JSON').line}")
    benefit = told.benefit.upper()
    with session.writing(told.file) if told.decide is not None else session.reading(told.file) as books:
        listed = pay_day_list(
            books, benefit, told.date, facts, lambda n, all_: session.progress("ตรวจสิทธิ", n, all_)
        )
        excluded = _excluded(listed, told.exclude)
        chosen = [row for row in listed.paid if row.member_id not in excluded]
        if told.only is not None:
            wanted = {_row(listed, number).member_id for number in told.only}
            chosen = [row for row in chosen if row.member_id in wanted]
        if told.decide is not None:
            command = PayDay(
                benefit, told.date, told.on or session.clock.today(), told.decide, told.pay,
                [row.member_id for row in chosen], facts, excluded, told.slip, told.payer, told.reason,
            )  # fmt: skip
            pay_day(books, command, "", lambda n, all_: session.progress("จ่าย", n, all_))
        session.done()
        if told.out is not None:
            from wangfund.documents import pay_day_pdf
            from wangfund.usecases.pay_day_sheet import paid_sheet, planned_sheet

            sheet = (
                planned_sheet(books, replace(listed, paid=tuple(chosen)))
                if told.decide is None
                else paid_sheet(books, benefit, told.date)
            )
            with output(told.out):
                pay_day_pdf.render(sheet, told.out, session.clock.today())
    return _answer(listed, chosen, told, paid=told.decide is not None)


def _answer(listed: PayDayList, chosen: list[PayDayRow], told: Namespace, *, paid: bool) -> Answer:
    net = sum(row.assessment.net_satang for row in chosen)
    data: dict[str, Any] = {
        "benefit": listed.benefit.code,
        "paid": paid,
        "members": [
            {"member_no": row.member_no, "gross_satang": row.assessment.gross_satang, "net_satang": row.assessment.net_satang}
            for row in chosen
        ],
        "refused": [{"member_no": row.member_no, "reason": row.assessment.reason} for row in listed.refused],
        "net_satang": net,
        "files": [] if told.out is None else [str(told.out)],
    }  # fmt: skip
    verb = "จ่ายแล้ว" if paid else "จะจ่าย"
    lines = [f"{listed.benefit.name} {short_date(listed.day)} {verb} {len(chosen):,} ราย รวม {money(net)}"]
    lines += [f"  {row.member_no} {row.name} {money(row.assessment.net_satang)}" for row in chosen]
    lines += [f"  ไม่ได้รับ {row.member_no} {row.name}: {_why(row)}" for row in listed.refused]
    return Answer(data, lines)


def _why(row: PayDayRow) -> str:
    deciding = next((f for f in row.assessment.findings if f.code == row.assessment.reason), None)
    return say_finding(deciding).message if deciding is not None else say(row.assessment.reason).message


def _excluded(listed: PayDayList, pairs: list[str]) -> dict[int, str]:
    found = {}
    for pair in pairs:
        number, _, reason = pair.partition("=")
        found[_row(listed, values.member_no(number)).member_id] = reason
    return found


def _row(listed: PayDayList, number: str) -> PayDayRow:
    for row in listed.paid:
        if row.member_no == number:
            return row
    for row in listed.refused:
        if row.member_no == number:
            raise Refused("NOT_PAID_THAT_DAY", {"member_no": number, "name": row.name, "why": _why(row)})
    raise NotFound("MEMBER_UNKNOWN", {"member_no": number})
