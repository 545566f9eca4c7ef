"""`join`, `leave`, `exempt`, `paid-through`: members come with first money, go, are spared months, are told of."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli import values
from wangfund.cli.answer import Answer
from wangfund.cli.numbers import receipt_data, receipt_words
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session
from wangfund.text.terms import CAUSES
from wangfund.thai.dates import month_span, short_date
from wangfund.thai.names import split_name
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.enrol_member import EnrolMember, enrol_member
from wangfund.usecases.grant_months import GrantMonths, grant_months
from wangfund.usecases.tell_paid_through import TellPaidThrough, tell_paid_through


def join_options(parser: CommandParser) -> None:
    """The options of `join`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--name", metavar="ชื่อ", required=True, help="คำนำหน้า ชื่อ และนามสกุล")
    parser.add("--village", metavar="N", type=values.whole(1, 99), required=True, help="หมู่ที่")
    parser.add("--date", metavar="D", type=values.day, help="วันที่รับเงินครั้งแรก (ไม่บอก: วันนี้)")
    parser.add("--applied-on", metavar="D", type=values.day, help="วันที่ยื่นใบสมัคร (ไม่บอก: วันที่รับเงิน)")
    parser.add("--amount", metavar="BAHT", type=values.baht, default=0, help="เงินสมทบที่จ่ายพร้อมค่าสมัคร")
    parser.add("--cadence", metavar="M/Q/H/Y", default="M", help="วิธีส่งเงิน")
    parser.add("--no-fee", action="store_true", help="ไม่เก็บค่าสมัคร")
    parser.add("--member", metavar="NO", type=values.member_no, default="", help="เลขที่สมาชิก (ไม่บอก: เลขถัดไป)")
    parser.add("--national-id", metavar="ID", default="", help="เลขประจำตัวประชาชน")
    parser.add("--birth-date", metavar="D", type=values.day, help="วันเกิด")
    parser.add("--house", metavar="NO", default="", help="บ้านเลขที่")
    parser.add("--phone", metavar="TEL", default="", help="โทรศัพท์")
    parser.add("--heir", metavar="ชื่อ", default="", help="ผู้รับผลประโยชน์")
    parser.add("--heir-relation", metavar="TEXT", default="", help="ความเกี่ยวข้องของผู้รับผลประโยชน์")
    parser.add("--to", metavar="cash/BANK", default="cash", help="รับเงินเข้าที่ใด")


def join(told: Namespace, session: Session) -> Answer:
    """Enter a new member with fee and first contribution. Writes."""
    name = split_name(told.name)
    on = told.date or session.clock.today()
    command = EnrolMember(
        title=name.title,
        given_name=name.given_name,
        family_name=name.family_name,
        moo=told.village,
        applied_on=told.applied_on or on,
        on=on,
        cadence=told.cadence.upper(),
        national_id=told.national_id,
        birth_date=told.birth_date,
        house_no=told.house,
        phone=told.phone,
        heir_name=told.heir,
        heir_relation=told.heir_relation,
        member_no=told.member,
        amount_satang=told.amount,
        fee=not told.no_fee,
        into=told.to,
    )
    with session.writing(told.file) as books:
        done = enrol_member(books, command)
    data = {"member_no": done.member_no, "starts_on": done.starts_on, **receipt_data(done.receipt)}
    lines = [f"รับสมาชิกเลขที่ {done.member_no} แล้ว เป็นสมาชิกตั้งแต่ {short_date(done.starts_on)}"]
    if done.receipt is not None:
        lines.append(receipt_words(done.receipt))
    return Answer(data, lines)


def leave_options(parser: CommandParser) -> None:
    """The options of `leave`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--member", metavar="NO", type=values.member_no, required=True, help="เลขที่สมาชิก")
    words = " ".join(f"{code} {thai}" for code, thai in CAUSES.items())
    parser.add("--cause", metavar="CAUSE", required=True, help=f"เหตุ: {words}")
    parser.add("--date", metavar="D", type=values.day, help="วันที่พ้นสภาพ หรือวันที่เสียชีวิต (ไม่บอก: วันนี้)")
    parser.add("--resolution", metavar="R", default="", help="มติที่ประชุม")


def leave(told: Namespace, session: Session) -> Answer:
    """End a member's spell. Writes."""
    command = EndMembership(told.member, told.cause, told.date or session.clock.today(), told.resolution)
    with session.writing(told.file) as books:
        ended = end_membership(books, command)
    data = {"member_no": told.member, "ended_on": ended}
    return Answer(data, [f"สมาชิกเลขที่ {told.member} พ้นจากสมาชิกแล้ว ไม่มีสิทธิตั้งแต่ {short_date(ended)}"])


def exempt_options(parser: CommandParser) -> None:
    """The options of `exempt`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--member", metavar="NO", type=values.member_no, required=True, help="เลขที่สมาชิก")
    parser.add("--from", dest="first", metavar="P", type=values.month, required=True, help="เดือนแรก")
    parser.add("--to", dest="last", metavar="P", type=values.month, required=True, help="เดือนสุดท้าย")
    parser.add("--resolution", metavar="R", required=True, help="มติที่ประชุม")
    parser.add("--waiver", action="store_true", help="เป็นการผ่อนผันเดือนที่ค้าง แทนการยกเว้น")


def exempt(told: Namespace, session: Session) -> Answer:
    """Cover months without money. Writes."""
    kind = "waiver" if told.waiver else "exempt"
    with session.writing(told.file) as books:
        grant_months(books, GrantMonths(told.member, told.first, told.last, kind, told.resolution))
    data = {"member_no": told.member, "kind": kind, "covers": {"from": told.first, "to": told.last}}
    words = "ผ่อนผัน" if told.waiver else "ยกเว้น"
    return Answer(
        data, [f"{words}เงินสมทบของสมาชิกเลขที่ {told.member} เดือน {month_span(told.first, told.last)} แล้ว"]
    )


def paid_through_options(parser: CommandParser) -> None:
    """The options of `paid-through`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--member", metavar="NO", type=values.member_no, required=True, help="เลขที่สมาชิก")
    parser.add("--through", metavar="P", type=values.month, required=True, help="เดือนสุดท้ายที่ชำระแล้ว")
    parser.add("--source", metavar="TEXT", required=True, help="รู้จากไหน เช่น สมุดเล่ม 2 หน้า 14")


def paid_through(told: Namespace, session: Session) -> Answer:
    """Tell how far a member has paid of whom nobody knew. Writes."""
    with session.writing(told.file) as books:
        tell_paid_through(books, TellPaidThrough(told.member, told.through, told.source))
    data = {"member_no": told.member, "through": told.through}
    return Answer(data, [f"สมาชิกเลขที่ {told.member} ชำระแล้วถึง {month_span(told.through, told.through)}"])
