"""What must be true before a month can be closed, each with its facts and where it is mended (accounting practice 5.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from wangfund.domain import accounts
from wangfund.domain.fiscal_year import fiscal_year
from wangfund.domain.profile import Officer
from wangfund.store.books import Books, Reader
from wangfund.store.claims import claims_waiting
from wangfund.store.close_facts import every_number, numbers_of_year, papers_dated
from wangfund.store.ledger import balances_at, entry_after, newest_entry_id
from wangfund.store.members import MemberRow, all_members
from wangfund.store.month_events import VoidRow, benefits_paid, voids
from wangfund.store.periods import PeriodRow, bank_statements, open_periods, period_row
from wangfund.store.rounds import RoundRow, rounds_of_month
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.place_book import PlaceBook, place_book
from wangfund.usecases.round_sheet import sheet_of

MOST_MISSING = 20
"""Numbers that are missing are named up to so many."""


@dataclass(frozen=True, slots=True)
class VillageReturn:
    """A village's collection of the month: when its sheet came back (None: not yet), and money in satang.

    `asked_satang` is what the sheets posted asked, or what the sheet still asks of `people` while none came back.
    """

    moo: int
    name: str
    collector: str
    returned_on: date | None
    asked_satang: int
    counted_satang: int
    people: int

    @property
    def missing(self) -> bool:
        """Whether money is still to be collected there."""
        return self.returned_on is None and self.asked_satang > 0


@dataclass(frozen=True, slots=True)
class PaperRun:
    """A kind of numbered paper: 'receipt' or 'voucher'; its numbers of the month, and those the year lacks."""

    paper: str
    count: int
    first: int
    last: int
    amount_satang: int
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClaimAtClose:
    """A claim that waits at the month's end: 'requested' not decided, 'pending' for papers, 'approved' for its pay."""

    claim_id: int
    fiscal_year: int
    number: int
    member_no: str
    member: str
    benefit: str
    claimed_on: date
    state: str
    net_satang: int


@dataclass(frozen=True, slots=True)
class BankAtClose:
    """A bank: its book at the month's end, and what its passbook was told to say in the draft (None: not told)."""

    book: PlaceBook
    stated_satang: int | None


@dataclass(frozen=True, slots=True)
class CloseChecklist:
    """A month on its way to be closed. `state` is open, draft or closed; `counted_on` the day cash is counted as of.

    `drafted_*` are what the stored draft holds (None without one). `stale`: an entry came after the draft's count.
    `uncounted`: money of the month is dated after `counted_on`. `earlier`: a month that must be closed first.
    """

    today: date
    month: Period
    state: str
    earlier: Period | None
    counted_on: date
    drafted_on: date | None
    drafted_cash_satang: int | None
    stale: bool
    uncounted: bool
    villages: tuple[VillageReturn, ...]
    collectors_satang: int
    papers: tuple[PaperRun, ...]
    voids: tuple[VoidRow, ...]
    cash: PlaceBook
    cash_limit_satang: int
    banks: tuple[BankAtClose, ...]
    claims: tuple[ClaimAtClose, ...]
    paid_claims: int
    paid_satang: int
    committee: tuple[Officer, ...]


def close_checklist(books: Books, month: Period, counted_on: date | None = None) -> CloseChecklist:
    """Everything the close of a month looks at, from one moment of the file. Reads only.

    `counted_on` None is the day of the stored draft, else today: cash is counted as it lies there now. A village that has not returned its sheet is asked what it still has to collect. A day to come counts as today.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        row = period_row(r, month)
        desk = desk_on(r, min(today, month.last_day))
        day = counted_on or (None if row is None else row.counted_on) or today
        day = min(day, today)
        until = max(day, month.last_day)
        balances = balances_at(r, month)
        stated = bank_statements(r, month)
        at_end = partial(place_book, r, month=month, until=month.last_day)
        earlier = next((p.month for p in open_periods(r) if p.month < month), None)
        paid = [b for b in benefits_paid(r, month.first_day, month.last_day) if b.month == month]
        people = {m.id: m for m in all_members(r)}
        return CloseChecklist(
            today=today,
            month=month,
            state="open" if row is None else row.state,
            earlier=earlier,
            counted_on=day,
            drafted_on=None if row is None else row.counted_on,
            drafted_cash_satang=None if row is None else row.counted_cash_satang,
            stale=_stale(r, row),
            uncounted=entry_after(r, day, month),
            villages=_villages(r, desk, month, today),
            collectors_satang=balances.get((accounts.COLLECTOR_RECEIVABLE, ""), 0),
            papers=tuple(
                _run(r, paper, month, desk.profile.fiscal_year_starts) for paper in ("receipt", "voucher")
            ),
            voids=voids(r, month),
            cash=place_book(r, "", accounts.CASH, month, until),
            cash_limit_satang=desk.rulebook.rules.limits.cash_in_hand_max_satang,
            banks=tuple(
                BankAtClose(at_end(name, account), stated.get(key)) for key, name, account in desk.banks
            ),
            claims=_claims(r, desk, people, month.last_day),
            paid_claims=len(paid),
            paid_satang=sum(b.gross_satang for b in paid),
            committee=desk.profile.committee,
        )


def _stale(r: Reader, row: PeriodRow | None) -> bool:
    """Whether sealing the draft would be refused because something came after its count (9.11 rule 18)."""
    if row is None or row.state != "draft":
        return False
    return (
        newest_entry_id(r, max(row.counted_on or row.month.last_day, row.month.last_day)) != row.last_entry_id
    )


def _villages(r: Reader, desk: Desk, month: Period, today: date) -> tuple[VillageReturn, ...]:
    back: dict[int, list[RoundRow]] = {}
    for row in rounds_of_month(r, month):
        back.setdefault(row.moo, []).append(row)
    found = []
    for village in desk.profile.villages:
        rounds = back.get(village.moo, [])
        if rounds:
            found.append(
                VillageReturn(
                    village.moo,
                    village.name,
                    rounds[-1].collector or village.collector,
                    max(row.returned_on for row in rounds),
                    sum(row.sheet_satang for row in rounds),
                    sum(row.counted_satang for row in rounds),
                    0,
                )
            )
            continue
        sheet = sheet_of(r, desk, village.moo, month, today).sheet
        asked = sum(1 for row in sheet.rows if row.total_satang > 0)
        found.append(
            VillageReturn(village.moo, village.name, village.collector, None, sheet.total_satang, 0, asked)
        )
    return tuple(found)


def _run(r: Reader, paper: str, month: Period, starts: int) -> PaperRun:
    year = fiscal_year(month.first_day, starts)
    dated = papers_dated(r, paper, month.first_day, month.last_day)
    of_year = numbers_of_year(r, paper, year)
    missing: tuple[int, ...] = ()
    if of_year.count != of_year.highest:
        there = set(every_number(r, paper, year))
        missing = tuple(n for n in range(1, of_year.highest) if n not in there)[:MOST_MISSING]
    return PaperRun(paper, dated.count, dated.first, dated.last, dated.amount_satang, missing)


def _claims(r: Reader, desk: Desk, people: dict[int, MemberRow], on: date) -> tuple[ClaimAtClose, ...]:
    def name(code: str) -> str:
        benefit = desk.rulebook.rules.benefit(code)
        return code if benefit is None else benefit.name

    return tuple(
        ClaimAtClose(
            c.id,
            c.fiscal_year,
            c.number,
            people[c.member_id].member_no,
            people[c.member_id].name,
            name(c.benefit),
            c.claimed_on,
            c.state,
            c.net_satang,
        )
        for c in claims_waiting(r, on)
    )
