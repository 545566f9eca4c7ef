"""What follows from a half-filled form of money: the balance after it, limits, the share of costs, what is promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wangfund.domain import accounts
from wangfund.domain.money import split_by_percent
from wangfund.text.accounts import account_name
from wangfund.text.terms import pool_name
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period
from wangfund.ui.words import baht
from wangfund.usecases.money_desk import MoneyDesk


class Fact(NamedTuple):
    """A line under a field; `caution` when it wants attention, `short` where there is little room."""

    words: str
    caution: bool = False
    short: str = ""


Facts = Mapping[str, Fact]
"""By the field they stand under."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a form now; what cannot be read is None or ""."""

    on: date | None = None
    account: str = ""
    amount_satang: int | None = None
    out_of: str = ""
    into: str = ""
    pool: str = ""
    to_pool: str = ""
    resolution: str = ""


def place_name(desk: MoneyDesk, account: str) -> str:
    """A place as people call it."""
    own = next((name for code, name, _ in desk.places if code == account), "")
    return account_name(account, own)


def receive_facts(desk: MoneyDesk, told: Draft) -> Facts:
    """Where the money goes: into which pools, and what the place holds after it."""
    found: dict[str, Fact] = {}
    if told.account:
        shares = ((told.pool, 100),) if told.pool else desk.shares.get(told.account, ())
        found["account"] = Fact(_cut(shares, told.amount_satang))
    if told.into:
        found["into"] = _after_in(desk, told.into, told.amount_satang)
    return found


def spend_facts(desk: MoneyDesk, told: Draft) -> Facts:
    """What is left at the place and in the pool, and what the rules say of the costs."""
    found: dict[str, Fact] = {}
    amount = told.amount_satang or 0
    if told.out_of:
        found["out_of"] = _after_out(desk, told.out_of, amount)
    pool = told.pool or desk.admin
    found["pool"] = _share(desk, told, amount) if pool == desk.admin else _other_pool(desk, pool, amount)
    left = desk.money_satang - amount
    if amount and left < desk.promised_satang:
        words = f"เหลือ {baht(max(0, left))} บาท น้อยกว่าที่ผูกพันไว้ {baht(desk.promised_satang)} บาท"
        found["amount"] = Fact(f"เป็นเงินที่ผูกพันไว้ · {words}", caution=True, short="เป็นเงินที่ผูกพันไว้")
    return found


def move_facts(desk: MoneyDesk, told: Draft) -> Facts:
    """What stands at both places after it."""
    found: dict[str, Fact] = {}
    if told.out_of:
        found["out_of"] = _after_out(desk, told.out_of, told.amount_satang or 0, limited=False)
    if told.into and told.into != told.out_of:
        found["into"] = _after_in(desk, told.into, told.amount_satang)
    elif told.into:
        found["into"] = Fact("ต้นทางกับปลายทางเป็นที่เดียวกัน", caution=True)
    return found


def transfer_facts(desk: MoneyDesk, told: Draft) -> Facts:
    """What both pools hold after it."""
    amount, found = told.amount_satang or 0, {}
    if told.pool:
        found["pool"] = _pool_after(desk, told.pool, amount)
    if told.to_pool and told.to_pool != told.pool:
        found["to_pool"] = Fact(f"หลังโอนมี {format_baht(desk.pool(told.to_pool) + amount)} บาท")
    elif told.to_pool:
        found["to_pool"] = Fact("ต้นทางกับปลายทางเป็นกองเดียวกัน", caution=True)
    return found


def left_for_costs(desk: MoneyDesk, month: Period) -> int | None:
    """What may still be spent from the admin pool in a month's year under the ceiling, satang; None: not worked out."""
    if month not in desk.costs:
        return None
    costs, receipts = desk.costs[month]
    return max(0, receipts) * desk.admin_max_percent // 100 - costs


def _share(desk: MoneyDesk, told: Draft, amount: int) -> Fact:
    month = Period.of(told.on or desk.today)
    left = left_for_costs(desk, month)
    held = desk.pool(desk.admin)
    if amount > held:
        return _pool_after(desk, desk.admin, amount)
    if left is None:
        return Fact(f"{pool_name(desk.admin)}มี {format_baht(held)} บาท")
    costs, receipts = desk.costs[month]
    percent = f"ร้อยละ {desk.admin_max_percent} ของรายรับปีนี้"
    if amount > left:
        told_so = "มีมติแล้ว" if told.resolution.strip() else "ต้องมีมติที่ประชุม"
        words = f"เกิน{percent} เหลือจ่ายได้ {baht(max(0, left))} บาท {told_so}"
        return Fact(words, caution=True, short=f"เกินร้อยละ {desk.admin_max_percent} {told_so}")
    near = receipts > 0 and (costs + amount) * 100 > receipts * desk.admin_warn_percent
    words = f"เกณฑ์ไม่เกิน{percent} หลังจ่ายเหลืออีก {baht(left - amount)} บาท"
    return Fact(words, near and amount > 0, f"เหลือจ่ายได้อีก {baht(left - amount)} บาท")


def _other_pool(desk: MoneyDesk, pool: str, amount: int) -> Fact:
    after = _pool_after(desk, pool, amount)
    return after if after.caution else Fact(f"{after.words} · ต้องมีมติที่ประชุม", short="ต้องมีมติที่ประชุม")


def _pool_after(desk: MoneyDesk, pool: str, amount: int) -> Fact:
    there = desk.pool(pool)
    if amount > there:
        missing = f"ขาดอีก {format_baht(amount - there)} บาท"
        return Fact(f"{pool_name(pool)}มี {format_baht(there)} บาท {missing}", caution=True, short=missing)
    return _left(there, amount)


def _after_out(desk: MoneyDesk, account: str, amount: int, *, limited: bool = True) -> Fact:
    there, most = desk.balance(account), desk.cash_payment_max_satang
    if limited and account == accounts.CASH and amount > most:
        words = f"จ่ายเงินสดได้ครั้งละไม่เกิน {baht(most)} บาท ให้จ่ายผ่านธนาคาร"
        return Fact(words, caution=True, short=f"เงินสดไม่เกิน {baht(most)} บาท")
    if amount > there:
        missing = f"ขาดอีก {format_baht(amount - there)} บาท"
        return Fact(f"มี {format_baht(there)} บาท {missing}", caution=True, short=missing)
    return _left(there, amount)


def _left(there: int, amount: int) -> Fact:
    if not amount:
        return Fact(f"มี {format_baht(there)} บาท")
    left = f"เหลือ {format_baht(there - amount)} บาท"
    return Fact(f"มี {format_baht(there)} บาท {left}", short=left)


def _after_in(desk: MoneyDesk, account: str, amount: int | None) -> Fact:
    there, most = f"มี {format_baht(desk.balance(account))} บาท", desk.cash_in_hand_max_satang
    if not amount:
        return Fact(there)
    after = desk.balance(account) + amount
    if account == accounts.CASH and 0 < most < after:
        words = f"จะมี {format_baht(after)} บาท เกินที่ถือได้ {baht(most)} บาท ควรนำฝาก"
        return Fact(words, caution=True, short=f"เกินที่ถือได้ {baht(most)} บาท")
    will = f"จะเป็น {format_baht(after)} บาท"
    return Fact(f"{there} {will}", short=will)


def _cut(shares: tuple[tuple[str, int], ...], amount: int | None) -> str:
    if not shares:
        return ""
    if len(shares) == 1:
        return f"เข้า{pool_name(shares[0][0])}"
    if not amount:
        return "เข้า " + " · ".join(f"{pool_name(pool)} {percent} %" for pool, percent in shares)
    return "เข้า " + " · ".join(
        f"{pool_name(pool)} {format_baht(part)}" for pool, part in split_by_percent(amount, shares)
    )
