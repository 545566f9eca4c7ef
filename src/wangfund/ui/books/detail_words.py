"""What the right side says of the line under the mark: an entry, a round, an account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import Final

from wangfund.domain import accounts
from wangfund.text.accounts import account_name
from wangfund.text.messages import say
from wangfund.text.paper_words import resolution_words
from wangfund.text.terms import pool_name
from wangfund.thai.dates import month_span, short_date
from wangfund.thai.era import OFFSET
from wangfund.thai.money_text import format_baht, format_baht_or_dash
from wangfund.ui.books.entry_words import (
    amount_of,
    money_of,
    receipt_no,
    round_what,
    short_account,
    voucher_no,
    what,
    year_of,
)
from wangfund.ui.books.state import Row
from wangfund.ui.words import baht
from wangfund.usecases.entries_of_month import BookEntry, BookNames, MonthEntries
from wangfund.usecases.entry_view import EntryView

_BANGKOK: Final = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the detail: its name, what it is, and its tone."""

    name: str
    words: str
    tone: str = "ink"


@dataclass(frozen=True, slots=True)
class Side:
    """A line of the auditor's view; amounts as shown."""

    account: str
    pool: str
    debit: str
    credit: str


@dataclass(frozen=True, slots=True)
class Link:
    """A way on: icon, words, the page and what it should show there ('books' is this page)."""

    icon: str
    words: str
    page: str
    argument: object


@dataclass(frozen=True, slots=True)
class Detail:
    """What is shown. `cannot_print` and `cannot_reverse` say why their buttons are grey ("" when they are not)."""

    heading: str
    second: str
    direction: str
    figure: str
    facts: tuple[Fact, ...]
    sides: tuple[Side, ...] = ()
    total: str = ""
    links: tuple[Link, ...] = ()
    cannot_print: str = ""
    cannot_reverse: str = ""
    banner: str = ""


def detail_of_entry(view: EntryView) -> Detail:
    """An entry, as the clerk and as the auditor reads it."""
    e, names = view.entry, view.names
    direction, figure = _figure(e)
    code, _values = view.why_stays
    return Detail(
        what(e, names),
        " · ".join(
            part for part in (short_date(e.date), _papers(e), f"รายการที่ {e.id:,}", _printed(view)) if part
        ),
        direction,
        format_baht(figure),
        tuple(fact for fact in _facts(view) if fact.words),
        tuple(
            Side(
                f"{line.account} {short_account(line.account, names)}",
                pool_name(line.pool) if line.pool else "",
                format_baht_or_dash(line.debit_satang),
                format_baht_or_dash(line.credit_satang),
            )
            for line in view.lines
        ),
        format_baht(sum(line.debit_satang for line in view.lines)),
        _links(view),
        "" if e.receipt or e.voucher else "รายการนี้ไม่มีใบเสร็จหรือใบสำคัญ",
        _why(code, view) if code else "",
        f"ถูกกลับรายการแล้วเมื่อ {short_date(view.reversal.date)}" if view.reversal is not None else "",
    )


def detail_of_round(row: Row) -> Detail:
    """A round: who brought how much, and what was counted."""
    round_ = row.round
    assert round_ is not None
    difference = round_.counted_satang - round_.sheet_satang
    told = "เงินเกิน" if difference > 0 else "เงินขาด"
    facts = (
        Fact("เก็บของเดือน", month_span(round_.month, round_.month)),
        Fact("ผู้เก็บเงิน", round_.collector),
        Fact("จำนวน", f"{len(row.entries):,} ใบ"),
        Fact("ตามใบเก็บเงิน", f"{format_baht(round_.sheet_satang)} บาท"),
        Fact("นับได้", f"{format_baht(round_.counted_satang)} บาท"),
        Fact("ผลต่าง", f"{told} {format_baht(abs(difference))} บาท" if difference else "ตรงกัน", "warn" if difference else "ok"),
    )  # fmt: skip
    return Detail(
        round_what(round_),
        f"รอบที่ {round_.number}/{round_.fiscal_year + OFFSET} · รับเงิน {short_date(round_.returned_on)}",
        "รับ",
        format_baht(row.money.received),
        tuple(fact for fact in facts if fact.words),
        links=(Link("hand-coins", f"เก็บเงิน หมู่ {round_.moo}", "collect", {"moo": round_.moo}),),
        cannot_reverse="เปิดรอบนี้ด้วย Enter แล้วเลือกใบที่จะกลับ",
    )


def detail_of_account(row: Row, view: MonthEntries) -> Detail:
    """An account over a month; a place of money also shows what was brought forward and what stands."""
    code = str(row.key[1])
    place = next((p for p in view.places if p.account == code), None)
    facts = [Fact("เดือน", month_span(view.month, view.month))]
    if place is None:
        direction = "รับ" if accounts.is_source(code) else "จ่าย"
        figure = row.money.received if accounts.is_source(code) else row.money.paid
    else:
        direction, figure = "คงเหลือ", place.closing_satang
        facts += [
            Fact("ยกมา", f"{format_baht(place.opening_satang)} บาท"),
            Fact("เข้า", f"{format_baht(place.received_satang)} บาท"),
            Fact("ออก", f"{format_baht(place.paid_satang)} บาท"),
        ]
    return Detail(
        row.what,
        f"บัญชี {code} · Enter ดูรายการที่รวมเป็นยอดนี้",
        direction,
        format_baht(figure),
        tuple(facts),
        cannot_print="เลือกรายการก่อน จึงดูใบเสร็จหรือใบสำคัญได้",
        cannot_reverse="เลือกรายการก่อน จึงกลับรายการได้",
    )


def signed_words(view: EntryView) -> str:
    """Who entered it and when, by the clock in Thailand."""
    if view.signed is None:
        return ""
    at = view.signed.at.astimezone(_BANGKOK)
    return f"{view.signed.who or 'ไม่ได้บอกชื่อ'} · {short_date(at.date())} {at:%H.%M} น."


def place_words(entry: BookEntry, names: BookNames) -> str:
    """Where the money went in or came from."""
    moved = [m for m in entry.moved if accounts.is_asset(m.account)]
    if len(moved) == 1:
        return account_name(moved[0].account, names.accounts.get(moved[0].account, ""))
    out_of = [m.account for m in moved if m.credit_satang]
    into = [m.account for m in moved if m.debit_satang]
    if len(out_of) == 1 and len(into) == 1:
        first, last = (account_name(a, names.accounts.get(a, "")) for a in (out_of[0], into[0]))
        return f"{first} ไป {last}"
    return ""


def _facts(view: EntryView) -> Sequence[Fact]:
    e = view.entry
    money = money_of(e)
    return (
        Fact("จ่ายให้" if money.paid else "จาก", _who(view)),
        Fact(_place_name(e), place_words(e, view.names)),
        Fact("กองเงิน", _pools(view)),
        Fact("เพื่อ", _purpose(view)),
        Fact("มติ", resolution_words(e.resolution).removeprefix("ตามมติ").removeprefix("ตาม").strip()),
        Fact("เหตุผล", e.reason),
        Fact("ผู้ลงรายการ", signed_words(view)),
    )


def _printed(view: EntryView) -> str:
    return f"พิมพ์แล้ว {view.printed:,} ครั้ง" if view.printed else ""


def _figure(entry: BookEntry) -> tuple[str, int]:
    money = money_of(entry)
    if money.paid and money.received:
        # Arrears set off: what was handed over is the difference.
        return "จ่ายสุทธิ", money.paid - money.received
    if money.received:
        return "รับ", money.received
    if money.paid:
        return "จ่าย", money.paid
    return "ย้าย", amount_of(entry)


def _papers(e: BookEntry) -> str:
    parts = [f"{voucher_no(e.voucher)}/{year_of(e.voucher)}"] if e.voucher is not None else []
    if e.receipt is not None:
        parts.append(f"{receipt_no(e.receipt)} ปี {year_of(e.receipt)}")
    return " · ".join(parts)


def _who(view: EntryView) -> str:
    e = view.entry
    return f"{e.who} ({e.member_no})" if e.who and e.member_no else e.who or e.member_no


def _place_name(e: BookEntry) -> str:
    assets = [m for m in e.moved if accounts.is_asset(m.account)]
    if len(assets) != 1:
        return "ย้าย"
    return "เข้า" if assets[0].debit_satang else "ออกจาก"


def _pools(view: EntryView) -> str:
    found: dict[str, int] = {}
    for line in view.lines:
        if line.pool:
            found[line.pool] = found.get(line.pool, 0) + line.credit_satang - line.debit_satang
    parts = [(pool_name(pool), satang) for pool, satang in found.items() if satang]
    if len(parts) == 1:
        return parts[0][0]
    return " · ".join(f"{name} {baht(satang)}" for name, satang in parts)


def _purpose(view: EntryView) -> str:
    e = view.entry
    months = [(line.first_month, line.last_month) for line in view.receipt_lines]
    firsts = [first for first, _ in months if first is not None]
    lasts = [last for _, last in months if last is not None]
    span = f"เดือน {month_span(min(firsts), max(lasts))}" if firsts and lasts else ""
    setoff = f"หักเงินสมทบค้าง {format_baht(money_of(e).received)} บาท" if e.voucher and e.receipt else ""
    return " · ".join(part for part in (e.note, setoff, span) if part)


def _links(view: EntryView) -> tuple[Link, ...]:
    e, found = view.entry, list[Link]()
    if view.claim is not None:
        number = f"{view.claim.number}/{view.claim.fiscal_year + OFFSET}"
        found.append(Link("heart-handshake", f"คำขอ {number}", "claims", {"claim": view.claim.id}))
    if e.voucher is not None and e.receipt is not None:
        found.append(Link("receipt-text", receipt_no(e.receipt), "books", {"receipt": e.id}))
    if view.member is not None:
        found.append(Link("users", f"สมาชิก {view.member.member_no}", "members", view.member.member_no))
    if view.round is not None:
        found.append(Link("hand-coins", f"รอบหมู่ {view.round.moo}", "books", {"round": view.round.id}))
    if view.reversal is not None:
        found.append(Link("undo-2", f"รายการกลับ {view.reversal.id}", "books", {"entry": view.reversal.id}))
    if view.original is not None:
        found.append(Link("undo-2", f"รายการเดิม {view.original.id}", "books", {"entry": view.original.id}))
    return tuple(found)


def _why(code: str, view: EntryView) -> str:
    if code == "ALREADY_REVERSED" and view.reversal is not None:
        return f"กลับรายการไปแล้ว เป็นรายการที่ {view.reversal.id}"
    if code == "REVERSAL_STAYS":
        return "เป็นรายการกลับอยู่แล้ว ลงรายการที่ถูกต้องใหม่แทน"
    return say(code, view.why_stays[1]).message
