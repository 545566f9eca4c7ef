"""`info`: who the fund is and how much it has."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli.answer import Answer, money
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session
from wangfund.store.sqlite_header import read_header
from wangfund.text.terms import pool_name
from wangfund.thai.dates import long_month, short_date
from wangfund.usecases.info import FundInfo, fund_info


def info_options(parser: CommandParser) -> None:
    """The options of `info`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")


def info(told: Namespace, session: Session) -> Answer:
    """The fund as it stands now. Reads only."""
    with session.reading(told.file) as books:
        found = fund_info(books)
    data = {
        "fund": {
            "name": found.profile.name,
            "tambon": found.profile.tambon,
            "amphoe": found.profile.amphoe,
            "province": found.profile.province,
            "founded_on": found.profile.founded_on,
            "villages": len(found.profile.villages),
        },
        "members": {
            "ever": found.members_ever,
            "current": found.members_now,
            "full_year_on_30_sep": found.members_full_year,
            "full_year_day": found.full_year_day,
        },
        "balances_satang": {
            "cash": found.cash_satang,
            "bank": found.bank_satang,
            "total": found.total_satang,
            "other": found.other_satang,
        },
        "pools_satang": dict(found.pools),
        "promises_satang": {
            "approved_unpaid": found.promises.approved_unpaid_satang,
            "paid_ahead": found.promises.paid_ahead_satang,
        },
        "periods": {"open": _iso(found.open_period), "last_closed": _iso(found.last_closed)},
        "fingerprint": found.fingerprint or None,
        "schema": read_header(told.file).schema,
    }
    return Answer(data, _lines(found))


def _iso(month: object) -> str | None:
    return None if month is None else str(month)


def _lines(found: FundInfo) -> list[str]:
    p, promises = found.profile, found.promises
    lines = [
        p.name,
        f"ตำบล{p.tambon} อำเภอ{p.amphoe} จังหวัด{p.province} · {len(p.villages)} หมู่บ้าน",
        f"สมาชิก {found.members_now:,} คน (เคยเป็นสมาชิกทั้งหมด {found.members_ever:,} คน"
        f" · ครบ 1 ปี ณ {short_date(found.full_year_day)} {found.members_full_year:,} คน)",
        f"เงินสด {money(found.cash_satang)} · ธนาคาร {money(found.bank_satang)} · รวม {money(found.total_satang)}",
    ]
    if found.other_satang:
        lines.append(f"เงินลงทุนและลูกหนี้ผู้เก็บเงิน {money(found.other_satang)}")
    lines.append(" · ".join(f"{pool_name(name)} {money(satang)}" for name, satang in found.pools))
    lines.append(
        f"ผูกพันไว้แล้ว {money(promises.total_satang)}"
        f" (อนุมัติแล้วรอจ่าย {money(promises.approved_unpaid_satang)}"
        f" · ชำระล่วงหน้า {money(promises.paid_ahead_satang)})"
    )
    still_open = "ไม่มี" if found.open_period is None else long_month(found.open_period)
    closed = "ยังไม่มี" if found.last_closed is None else long_month(found.last_closed)
    lines.append(f"งวดที่เปิดอยู่ {still_open} · ปิดแล้วถึง {closed}")
    if found.fingerprint:
        lines.append(f"รหัสยืนยันงวดล่าสุด {found.fingerprint}")
    return lines
