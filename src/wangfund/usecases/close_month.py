"""Closing a month: cash counted, banks compared, a draft to sign, then sealed for ever by resolution."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.errors import Finding, NotFound, Refused
from wangfund.domain.fingerprint import fingerprint
from wangfund.store.books import Books, Reader, Writer
from wangfund.store.ledger import balances_at, balances_on, entry_after, moved, newest_entry_id
from wangfund.store.periods import (
    BalanceRow,
    PeriodRow,
    bank_statements,
    first_period_month,
    open_periods,
    period_row,
    reopen_draft,
    seal_period,
    sealing_links,
    write_count,
)
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.open_months import open_until


@dataclass(frozen=True, slots=True)
class CloseMonth:
    """A month's count. `banks` is what each bank book says, satang by the bank's name.

    `counted_on` None: today, or the month's last day when that is past. With a resolution the month is sealed.
    """

    month: Period
    counted_cash_satang: int
    banks: Mapping[str, int]
    counted_on: date | None = None
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class CloseResult:
    """The closing money by account, the findings (differences), and the fingerprint once sealed ("" for a draft)."""

    month: Period
    fingerprint: str
    closing_satang: Mapping[str, int]
    findings: tuple[Finding, ...]


def close_month(books: Books, command: CloseMonth, who: str = "") -> CloseResult:
    """Draft a month's close, and seal it when a resolution is given. Writes.

    The draft is stored with its differences; it may be done again. Sealing refuses any difference.

    Raises:
        NotFound: PERIOD_UNKNOWN, PLACE_UNKNOWN.
        Refused: PERIOD_CLOSED, EARLIER_MONTH_OPEN, COUNT_DIFFERS, BANK_DIFFERS, BANK_MISSING, COUNTED_IN_FUTURE,
            COUNT_STALE (money moved in the month after the day counted, 9.11 rule 18).
    """
    today = books.clock.today()
    counted_on = command.counted_on or min(today, command.month.last_day)
    if counted_on > today:
        raise Refused("COUNTED_IN_FUTURE", {"counted_on": counted_on.isoformat()})
    with books.write("month.drafted", who) as w:
        desk = desk_on(w, min(today, command.month.last_day))
        row = _closable(w, command.month, today)
        if entry_after(w, counted_on, command.month):
            raise Refused("COUNT_STALE", {"period": command.month.iso, "counted_on": counted_on.isoformat()})
        balances = month_balances(w, command.month)
        banks = _banks(desk, command.banks)
        book = _cash_book(w, command.month, counted_on)
        findings = _differences(desk, balances, book, command.counted_cash_satang, banks)
        newest = newest_entry_id(w, max(counted_on, command.month.last_day))
        stated = [(key, banks[account]) for key, _, account in desk.banks if account in banks]
        write_count(w, row, counted_on, command.counted_cash_satang, newest, stated, balances)
        if command.resolution.strip():
            if findings:
                raise Refused(findings[0].code, findings[0].values, findings)
            _seal(w, row, command.resolution.strip(), today)
        w.commit()
        printed = dict(sealing_links(w)).get(command.month)
    closing = {b.account: b.balance_satang for b in balances if accounts.is_asset(b.account)}
    return CloseResult(command.month, fingerprint(printed) if printed else "", closing, findings)


def seal_draft(books: Books, month: Period, resolution: str, who: str = "") -> str:
    """Seal a month as it was drafted and signed; gives its fingerprint. Writes.

    Raises:
        NotFound: PERIOD_UNKNOWN.
        Refused: RESOLUTION_MISSING, NOT_DRAFTED, COUNT_STALE (an entry came after the count: count again, 9.11
            rule 18), COUNT_DIFFERS, BANK_DIFFERS, BANK_MISSING, PERIOD_CLOSED, EARLIER_MONTH_OPEN.
    """
    if not resolution.strip():
        raise Refused("RESOLUTION_MISSING", {"act": "month.closed"})
    with books.write("month.closed", who) as w:
        row = _closable(w, month, books.clock.today())
        if row.state != "draft" or row.counted_cash_satang is None:
            raise Refused("NOT_DRAFTED", {"period": month.iso})
        counted_on = row.counted_on or month.last_day
        if newest_entry_id(w, max(counted_on, month.last_day)) != row.last_entry_id:
            raise Refused("COUNT_STALE", {"period": month.iso, "counted_on": counted_on.isoformat()})
        today = books.clock.today()
        desk = desk_on(w, min(today, month.last_day))
        stated = _stated(w, desk, month)
        book = _cash_book(w, month, counted_on)
        findings = _differences(desk, month_balances(w, month), book, row.counted_cash_satang, stated)
        if findings:
            raise Refused(findings[0].code, findings[0].values, findings)
        _seal(w, row, resolution.strip(), today)
        w.commit()
        printed = dict(sealing_links(w))[month]
    return fingerprint(printed)


def take_back_draft(books: Books, month: Period, who: str = "") -> None:
    """Take a draft close back; the month is open as before. Writes.

    Raises:
        NotFound: PERIOD_UNKNOWN.
        Refused: PERIOD_CLOSED, EARLIER_MONTH_OPEN, NOT_DRAFTED.
    """
    with books.write("month.reopened", who) as w:
        row = _closable(w, month, books.clock.today())
        if row.state != "draft":
            raise Refused("NOT_DRAFTED", {"period": month.iso})
        reopen_draft(w, row)
        w.commit()


def month_balances(r: Reader, month: Period) -> list[BalanceRow]:
    """Every account and pool that moved in a month or stands at its end, by account and pool. Reads only."""
    standing = balances_at(r, month)
    movement = {(b.account, b.pool): b for b in moved(r, month, month)}
    blank = BalanceRow("", "", 0, 0, 0)
    found = []
    for key in sorted(standing.keys() | movement.keys()):
        there = movement.get(key, blank)
        if standing.get(key, 0) or there.moved_debit_satang or there.moved_credit_satang:
            found.append(replace(there, account=key[0], pool=key[1], balance_satang=standing.get(key, 0)))
    return found


def _closable(w: Writer, month: Period, today: date) -> PeriodRow:
    if first_period_month(w) <= month <= Period.of(today):
        # A month in which no money moved has not been opened by anyone; nor has today's when nothing was posted yet.
        open_until(w, Period.of(today))
    row = period_row(w, month)
    if row is None:
        raise NotFound("PERIOD_UNKNOWN", {"period": month.iso})
    if row.state == "closed":
        raise Refused("PERIOD_CLOSED", {"period": month.iso, "first_open": month.plus(1).iso})
    first = open_periods(w)[0]
    if first.month < month:
        raise Refused("EARLIER_MONTH_OPEN", {"period": month.iso, "earlier": first.month.iso})
    return row


def _banks(desk: Desk, told: Mapping[str, int]) -> dict[str, int]:
    return {desk.place(name): amount for name, amount in told.items()}


def _stated(w: Writer, desk: Desk, month: Period) -> dict[str, int]:
    by_id = bank_statements(w, month)
    return {account: by_id[key] for key, _, account in desk.banks if key in by_id}


def _cash_book(r: Reader, month: Period, counted_on: date) -> int:
    """What the books say was in the box when it was counted: at the month's end, or on the later day of the count."""
    return balances_on(r, max(counted_on, month.last_day)).get((accounts.CASH, ""), 0)


def _differences(
    desk: Desk, balances: list[BalanceRow], book_satang: int, cash_satang: int, banks: Mapping[str, int]
) -> tuple[Finding, ...]:
    booked = {b.account: b.balance_satang for b in balances if accounts.is_asset(b.account)}
    findings: list[Finding] = []
    if cash_satang != book_satang:
        difference = cash_satang - book_satang
        values = {"counted_satang": cash_satang, "book_satang": book_satang, "difference_satang": difference}
        findings.append(Finding("COUNT_DIFFERS", "counted_cash", values=values))
    for _, name, account in desk.banks:
        book = booked.get(account, 0)
        if account not in banks:
            if book:
                findings.append(Finding("BANK_MISSING", name, values={"bank": name, "book_satang": book}))
        elif banks[account] != book:
            stated = banks[account]
            findings.append(
                Finding(
                    "BANK_DIFFERS",
                    name,
                    values={
                        "bank": name,
                        "stated_satang": stated,
                        "book_satang": book,
                        "difference_satang": stated - book,
                    },
                )
            )
    return tuple(findings)


def _seal(w: Writer, row: PeriodRow, resolution: str, today: date) -> None:
    # The draft's links come first, so that the sealing link is the month's own and the last of the act.
    w.code = "month.drafted"
    head = w.seal()
    w.code = "month.closed"
    seal_period(w, row, resolution, today, head)
