"""Small funds for tests: made once through the program itself, then copied byte for byte."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from wangfund.domain.clock import FixedClock
from wangfund.domain.past.told import PastTold
from wangfund.domain.profile import Bank, Officer, Profile, Village
from wangfund.domain.register.grid import Sheet
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.store.ledger import current_balances
from wangfund.store.verify import verify
from wangfund.thai.period import Period
from wangfund.usecases.close_month import CloseMonth, close_month
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.enrol_many import OldMember, enrol_many
from wangfund.usecases.enrol_member import EnrolMember, enrol_member
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.import_register import ImportRegister, import_register
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.opening import Opening, bring_forward
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.record_past_benefits import RecordPastBenefits, keyed, record_past_benefits
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.request_claim import RequestClaim, request_claim
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.spend_money import SpendMoney, spend_money
from wangfund.usecases.take_payment import TakePayment, take_payment
from wangfund.usecases.transfer_pool import TransferPool, transfer_pool

OCTOBER = Period(2026, 10)
NOVEMBER = Period(2026, 11)
DECEMBER = Period(2026, 12)
TODAY = date(2026, 11, 20)
PRICE = 3000
BANK = "ธ.ก.ส. นาสุข"
_EIGHT = ["มานี", "ปิติ", "ชูใจ", "วีระ", "ดวงใจ", "สมคิด", "เพชร", "จันทร"]


def on(day: date) -> FixedClock:
    """A clock that stands at nine in the morning in Thailand."""
    return FixedClock(day, datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC))


def even_salt() -> Callable[[], bytes]:
    """Salts that are the same in every run."""
    numbers = count(1)
    return lambda: next(numbers).to_bytes(16, "big")


def profile(**changes: Any) -> Profile:
    """A fund of three villages and one bank, whose books begin in November 2026."""
    values: dict[str, Any] = {
        "name": "กองทุนสวัสดิการชุมชนตำบลทดสอบ",
        "tambon": "ทดสอบ",
        "amphoe": "เมือง",
        "province": "ตัวอย่าง",
        "founded_on": date(2012, 1, 1),
        "books_from": NOVEMBER,
        "rulebook": "nasuk",
        "villages": (Village(1, "บ้านเหนือ", "ยายแก้ว"), Village(2, "บ้านใต้", "ตาคำ"), Village(3, "บ้านกลาง")),
        "banks": (Bank(BANK, "020-1-23456-7"),),
        "committee": (Officer("ประธาน", "นายสมมติ ทดลอง"), Officer("เหรัญญิก", "นางตัวอย่าง ทดลอง")),
    }
    return Profile(**{**values, **changes})


def add_people(
    books: Books,
    moo: int,
    how_many: int,
    *,
    starts_on: date = date(2015, 3, 10),
    through: Period | None = OCTOBER,
    cadence: str = "M",
) -> list[int]:
    """Members of a village who have paid through a month (None: unknown); gives their ids."""
    people = [
        OldMember(
            "นาง",
            f"{_EIGHT[at % 8]}{at // 8 or ''}",
            f"ทดสอบ{moo}",
            moo,
            starts_on,
            through,
            cadence,
            birth_date=date(1970, 1, 1 + at % 28),
            house_no=f"{at + 1}",
            heir_name="ทายาท ทดสอบ",
            heir_relation="บุตร",
        )
        for at in range(how_many)
    ]
    made = enrol_many(books, people, "ผู้ทดสอบ")
    return [made.first_member_id + at for at in range(how_many)]


@lru_cache
def young_bytes() -> bytes:
    """24 members, 8 a village, paid through October 2026, one who owes it; 3,000 in cash and 100,000 in the bank."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "young.wangfund"
        with found_fund(path, on(TODAY), profile(), rulebook_source("nasuk"), salt=even_salt()) as books:
            for moo in (1, 2, 3):
                add_people(books, moo, 8)
            add_people(books, 3, 1, through=Period(2026, 9))
            bring_forward(
                books,
                Opening(
                    cash_satang=3_000_00,
                    banks={BANK: 100_000_00},
                    sources=(("3100", "", 90_000_00), ("3400", "", 20_000_00)),
                ),
            )
        return path.read_bytes()


@lru_cache
def busy_bytes() -> bytes:
    """A fund with rows of every kind in its tables: November 2026 closed, December open."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "busy.wangfund"
        path.write_bytes(young_bytes())
        with open_fund(path, on(TODAY), salt=_later_salt(1)) as books:
            work_in_november(books)
        with open_fund(path, on(date(2026, 12, 3)), salt=_later_salt(2)) as books:
            work_in_december(books)
        return path.read_bytes()


def register_sheet(*names: str) -> Sheet:
    """A register of people of village 1 as a spreadsheet's cells."""
    head = ("เลขที่สมาชิก", "ชื่อ", "นามสกุล", "หมู่ที่", "วันที่เป็นสมาชิก", "สถานะ")
    rows = [(f"{901 + at:04d}", name, "นำเข้า", 1, date(2020, 1, 5), "ปกติ") for at, name in enumerate(names)]
    return Sheet("ทะเบียน", (head, *rows))


def work_in_november(books: Books) -> None:
    """A month with an import, rounds, joining, counter payments, two claims, grants, expenses and a bank deposit."""
    import_register(books, ImportRegister([register_sheet("กล้า", "ขวัญ")], "ทะเบียน.xlsx", "00" * 32))
    # As a person keys it: what was given before the program, in a year of which the day is not known.
    before = PastTold("0010", "TRADITION", None, 2024, 300_00, key="WEDDING", note="สมุดเดิม")
    record_past_benefits(books, RecordPastBenefits(keyed(before)))
    day = date(2026, 11, 5)
    record_round(
        books,
        RecordRound(
            NOVEMBER,
            day,
            [
                VillageRound(1),
                VillageRound(2, counted_satang=7 * PRICE),
                VillageRound(3, {17: PRICE, 18: 12 * PRICE}, counted_satang=13 * PRICE + 100),
            ],
        ),
        "เหรัญญิก",
    )
    move_money(books, MoveMoney(date(2026, 11, 6), PRICE, "1400", "cash", "ตาคำ"), "เหรัญญิก")
    enrol_member(
        books,
        EnrolMember("นาย", "ใหม่", "ทดสอบ", 1, date(2026, 11, 7), date(2026, 11, 7), amount_satang=PRICE),
        "เหรัญญิก",
    )
    take_payment(books, TakePayment("0019", 1000, date(2026, 11, 8)))
    take_payment(books, TakePayment("0020", 36500, date(2026, 11, 8), "Y"))
    end_membership(books, EndMembership("0024", "resigned", date(2026, 11, 9)))
    claim, _ = request_claim(books, stay("0025", date(2026, 11, 2), 3, date(2026, 11, 9)))
    decide_claim(books, DecideClaim(claim, "มติ 1/2569", on=date(2026, 11, 10)))
    pay_claim(books, PayClaim(claim, "cash", date(2026, 11, 10)))
    kept, _ = request_claim(books, stay("0021", date(2026, 11, 4), 2, date(2026, 11, 9)))
    decide_claim(books, DecideClaim(kept, "มติ 1/2569", on=date(2026, 11, 10)))
    pay_claim(books, PayClaim(kept, "cash", date(2026, 11, 10)))
    receive_money(
        books, ReceiveMoney(date(2026, 11, 11), "3400", 50_000_00, BANK, "พม.", "สมทบ", "มติ 2/2569")
    )
    receive_money(books, ReceiveMoney(date(2026, 11, 11), "4200", 500_00, "cash", "ผู้บริจาค", pool="admin"))
    spend_money(books, SpendMoney(date(2026, 11, 12), "5400", 120_00, "cash", "ร้านเครื่องเขียน", "กระดาษ"))
    move_money(books, MoveMoney(date(2026, 11, 13), 1_000_00, "cash", BANK, "เหรัญญิก"))
    transfer_pool(books, TransferPool(date(2026, 11, 14), 1_000_00, "welfare", "reserve", "มติ 3/2569"))
    died, _ = request_claim(books, RequestClaim("0023", "DEATH", {"event": "2026-11-15"}, date(2026, 11, 16)))
    decide_claim(books, DecideClaim(died, "มติ 4/2569", on=date(2026, 11, 17)))
    pay_claim(books, PayClaim(died, BANK, date(2026, 11, 17)))
    refused, _ = request_claim(books, stay("0001", date(2026, 11, 3), 0, date(2026, 11, 9)))
    decide_claim(books, DecideClaim(refused, "มติ 5/2569"))
    close(books, NOVEMBER, "มติ 6/2569")


def work_in_december(books: Books) -> None:
    """A wrong receipt and a paid claim taken back, a claim waiting, and a drafted month."""
    (wrong,) = entries_where(books, "contribution", member_id=20)
    reverse_entry(books, ReverseEntry(wrong, "เก็บผิดคน"), "เหรัญญิก")
    (paid,) = entries_where(books, "benefit", member_id=25)
    reverse_entry(books, ReverseEntry(paid, "จ่ายผิดคน"), "เหรัญญิก")
    request_claim(books, stay("0002", date(2026, 12, 1), 2, date(2026, 12, 2)))
    close(books, DECEMBER)


def stay(member_no: str, left: date, nights: int, claimed_on: date) -> RequestClaim:
    """A stay in hospital that ended on a day."""
    came = date.fromordinal(left.toordinal() - nights)
    return RequestClaim(
        member_no, "HOSP", {"event": left.isoformat(), "admitted": came.isoformat()}, claimed_on
    )


def close(books: Books, month: Period, resolution: str = "") -> str:
    """Count what the books say and close the month; gives its fingerprint."""
    there = money(books)
    command = CloseMonth(month, there["1100"], {BANK: there["1201"]}, None, resolution)
    return close_month(books, command, "เหรัญญิก").fingerprint


def money(books: Books) -> dict[str, int]:
    """Balance (debit − credit) of every account that has one; pools as 'pool:NAME'."""
    with books.read() as r:
        balances = current_balances(r)
    found: dict[str, int] = {"1100": 0, "1201": 0, "1400": 0}
    for (account, pool), satang in balances.items():
        found[account] = found.get(account, 0) + satang
        if pool:
            found[f"pool:{pool}"] = found.get(f"pool:{pool}", 0) - satang
    return found


def entries_where(books: Books, kind: str, **columns: int) -> list[int]:
    """Ids of entries of a kind, oldest first."""
    condition = "".join(f" AND {name} = {value}" for name, value in columns.items())
    with books.read() as r:
        rows = r.connection.exec_driver_sql(
            f"SELECT id FROM entry WHERE kind = '{kind}'{condition} ORDER BY id"
        )
        return [row[0] for row in rows]


def rows_of(books: Books, sql: str) -> list[tuple[Any, ...]]:
    """What a query gives."""
    with books.read() as r:
        return [tuple(row) for row in r.connection.exec_driver_sql(sql)]


def problems(books: Books) -> list[str]:
    """What verify finds, as 'CODE where'."""
    with books.read() as r:
        return [f"{p.code} {p.where}" for p in verify(r)]


def _later_salt(series: int) -> Callable[[], bytes]:
    numbers = count(1)
    return lambda: next(numbers).to_bytes(15, "big") + bytes([series])


@pytest.fixture
def young(tmp_path: Path) -> Path:
    """A young fund's file (see `young_bytes`)."""
    path = tmp_path / "young.wangfund"
    path.write_bytes(young_bytes())
    return path


@pytest.fixture
def busy(tmp_path: Path) -> Path:
    """A fund's file with rows of every kind (see `busy_bytes`)."""
    path = tmp_path / "busy.wangfund"
    path.write_bytes(busy_bytes())
    return path


@pytest.fixture
def books(young: Path) -> Iterator[Books]:
    """A young fund, open for writing on 20 November 2026."""
    with open_fund(young, on(TODAY)) as opened:
        yield opened
