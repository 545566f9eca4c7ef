"""The month pack: every figure of a month in one frozen object, read in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.errors import NotFound
from wangfund.domain.fingerprint import fingerprint
from wangfund.domain.fiscal_year import fiscal_year
from wangfund.domain.papers.fund_head import Signature
from wangfund.domain.papers.month_pack import (
    BenefitPaid,
    ClaimWaiting,
    Footing,
    MemberMove,
    MoneyPlace,
    MonthBar,
    MonthPack,
    PoolLine,
    StatementLine,
    VoidedPaper,
)
from wangfund.store.books import Books, Reader
from wangfund.store.claims import claims_waiting
from wangfund.store.ledger import moved
from wangfund.store.members import MemberRow, all_members, count_members
from wangfund.store.month_events import BenefitRow, benefits_paid, moves, setoff_of, voids
from wangfund.store.periods import PeriodRow, first_period_month, period_row, sealing_links
from wangfund.thai.period import Period
from wangfund.usecases.arrears import arrears_by_village
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.info import promises
from wangfund.usecases.month_figures import Balances, Stretch, money_total, month_moves, stretch, year_start

_SIGNERS = (("เหรัญญิก",), ("กรรมการตรวจสอบภายใน", "กรรมการตรวจสอบ"), ("ประธาน",))


def month_pack(books: Books, month: Period) -> MonthPack:
    """Everything the meeting sees of a month, drawn from one moment of the file. Reads only.

    Raises:
        NotFound: PERIOD_UNKNOWN.
    """
    with books.read() as r:
        row = period_row(r, month)
        if row is None:
            raise NotFound("PERIOD_UNKNOWN", {"period": month.iso})
        desk = desk_on(r, min(month.last_day, books.clock.today()))
        return _pack(r, desk, row, books.clock.today())


def _pack(r: Reader, desk: Desk, row: PeriodRow, today: date) -> MonthPack:
    month, starts = row.month, desk.profile.fiscal_year_starts
    first = year_start(r, month, starts)
    of_month, of_year = stretch(r, month, month), stretch(r, first, month)
    people = {m.id: m for m in all_members(r)}
    paid_year = benefits_paid(r, first.first_day, month.last_day)
    paid = tuple(b for b in paid_year if b.month == month)
    cases_month, cases_year = _cases(paid), _cases(paid_year)
    day = min(month.last_day, max(today, month.first_day))
    ever, now, _ = count_members(r, day, day.replace(month=9, day=30))
    setoff_satang, setoff_cases = setoff_of(r, month)
    seal = dict(sealing_links(r)).get(month)
    receipts = _lines(of_month, of_year, accounts.is_source, -1)
    benefits = _lines(of_month, of_year, accounts.is_welfare, 1, cases_month, cases_year)
    expenses = _lines(of_month, of_year, accounts.is_running_cost, 1)
    places, pools = _places(desk, of_month), _pools(r, desk, of_month)
    opening_month, closing = money_total(of_month.before), money_total(of_month.after)
    pack = MonthPack(
        head=desk.head,
        month=month,
        year_first=first,
        fiscal_year=fiscal_year(month.first_day, starts),
        draft=row.state != "closed",
        fingerprint=fingerprint(seal) if seal is not None and row.state == "closed" else "",
        resolution=row.resolution or "",
        closed_on=row.closed_on,
        counted_on=row.counted_on,
        counted_cash_satang=row.counted_cash_satang,
        opening_month_satang=opening_month,
        opening_year_satang=money_total(of_year.before),
        receipts=receipts,
        benefits=benefits,
        expenses=expenses,
        closing_satang=closing,
        setoff_month_satang=setoff_satang,
        setoff_month_cases=setoff_cases,
        admin_permille=_admin_permille(desk, of_year),
        places=places,
        pools=pools,
        promises=promises(r, desk, month, month.last_day),
        paid=tuple(_paid(desk, people, b) for b in paid),
        moves=tuple(_move(people, m.date, m.member_id, m.kind) for m in moves(r, month)),
        arrears=arrears_by_village(r, desk, month.last_day, month.plus(1).first_day),
        waiting=_waiting(r, desk, people, month.last_day),
        voids=tuple(
            VoidedPaper(v.paper, v.fiscal_year, v.number, v.book, v.leaf, v.who, v.amount_satang, v.reason)
            for v in voids(r, month)
        ),
        bars=_bars(r, month),
        members_ever=ever,
        members_now=now,
        footings=(),
        signatures=signers(desk),
    )
    return _footed(r, pack)


def _cases(rows: tuple[BenefitRow, ...]) -> dict[str, int]:
    # Heirs who share one claim are one case.
    return dict(Counter(account for account, _ in {(row.account, row.claim_id) for row in rows}))


def _lines(
    of_month: Stretch,
    of_year: Stretch,
    which: Callable[[str], bool],
    sign: int,
    cases_month: dict[str, int] | None = None,
    cases_year: dict[str, int] | None = None,
) -> tuple[StatementLine, ...]:
    codes = sorted({account for account, _ in (*of_month.moved, *of_year.moved) if which(account)})
    codes = sorted({*codes, *(c for c in (cases_year or {}) if which(c))})
    return tuple(
        StatementLine(
            code,
            "",
            sign * of_month.of_account(code),
            sign * of_year.of_account(code),
            (cases_month or {}).get(code, 0),
            (cases_year or {}).get(code, 0),
        )
        for code in codes
        if of_month.of_account(code) or of_year.of_account(code) or (cases_year or {}).get(code)
    )


def _places(desk: Desk, of_month: Stretch) -> tuple[MoneyPlace, ...]:
    names = {account: name for _, name, account in desk.banks}
    standing = {account: satang for (account, pool), satang in of_month.after.items() if not pool}
    wanted = {
        accounts.CASH,
        *names,
        *(a for a, satang in standing.items() if satang and accounts.is_asset(a)),
    }
    return tuple(MoneyPlace(a, names.get(a, ""), standing.get(a, 0)) for a in sorted(wanted))


def _pools(r: Reader, desk: Desk, of_month: Stretch) -> tuple[PoolLine, ...]:
    received: Counter[str] = Counter()
    paid: Counter[str] = Counter()
    for row in month_moves(r, of_month.first):
        if row.pool:
            received[row.pool] += row.moved_credit_satang
            paid[row.pool] += row.moved_debit_satang
    names = dict.fromkeys(
        (*desk.rulebook.rules.pools.names, *sorted({pool for _, pool in of_month.after if pool}))
    )

    def held(balances: Balances, pool: str) -> int:
        return -sum(satang for (_, of), satang in balances.items() if of == pool)

    return tuple(
        PoolLine(p, held(of_month.before, p), received[p], paid[p], held(of_month.after, p)) for p in names
    )


def _admin_permille(desk: Desk, of_year: Stretch) -> int:
    admin = desk.rulebook.rules.pools.admin
    costs = sum(s for (a, pool), s in of_year.moved.items() if accounts.is_running_cost(a) and pool == admin)
    receipts = -sum(s for (a, _), s in of_year.moved.items() if accounts.is_source(a))
    return costs * 1000 // receipts if receipts > 0 else 0


def _paid(desk: Desk, people: dict[int, MemberRow], row: BenefitRow) -> BenefitPaid:
    m = people[row.member_id]
    return BenefitPaid(
        row.voucher_number,
        row.date,
        m.member_no,
        m.name,
        m.moo,
        row.benefit,
        _benefit_name(desk, row.benefit),
        row.units,
        row.gross_satang,
        row.gross_satang - row.net_satang,
        row.net_satang,
        f"{row.payer or ''}: {row.one_hand_reason}" if row.one_hand_reason else "",
    )


def _move(people: dict[int, MemberRow], on: date, member_id: int, kind: str) -> MemberMove:
    m = people[member_id]
    return MemberMove(on, m.member_no, m.name, m.moo, kind)


def _waiting(r: Reader, desk: Desk, people: dict[int, MemberRow], on: date) -> tuple[ClaimWaiting, ...]:
    rows = claims_waiting(r, on)
    return tuple(
        ClaimWaiting(
            c.fiscal_year,
            c.number,
            people[c.member_id].member_no,
            people[c.member_id].name,
            c.benefit,
            _benefit_name(desk, c.benefit),
            c.event_on,
            c.claimed_on,
            c.state,
            c.net_satang,
        )
        for c in rows
    )


def _benefit_name(desk: Desk, code: str) -> str:
    benefit = desk.rulebook.rules.benefit(code)
    return code if benefit is None else benefit.name


def _bars(r: Reader, month: Period) -> tuple[MonthBar, ...]:
    bars = []
    first = first_period_month(r)
    for back in range(11, -1, -1):
        of = month.plus(-back)
        received = paid = 0
        # What was brought forward stands in the month before the books and is no receipt.
        for row in month_moves(r, of) if of >= first else ():
            net = row.moved_debit_satang - row.moved_credit_satang
            if accounts.is_source(row.account):
                received -= net
            elif row.account.startswith("5"):
                paid += net
        bars.append(MonthBar(of, received, paid))
    return tuple(bars)


def signers(desk: Desk) -> tuple[Signature, ...]:
    """Who signs for the committee, as they are named today; who is not named stands with the post alone."""
    found = []
    for roles in _SIGNERS:
        name = desk.profile.officer(*roles)
        role = next((o.role for o in desk.profile.committee if o.name == name), roles[0])
        found.append(Signature(name, role))
    return tuple(found)


def _footed(r: Reader, pack: MonthPack) -> MonthPack:
    """The checks of the footings, each figure computed on its own way."""
    month = pack.month
    ledger_month = moved(r, month, month)
    assets = sum(row.balance_satang for row in ledger_month if accounts.is_asset(row.account))
    footings = (
        Footing(
            "MONTH_FOOTS",
            pack.opening_month_satang + pack.received_month_satang - pack.paid_month_satang,
            pack.closing_satang,
        ),
        Footing(
            "YEAR_FOOTS",
            pack.opening_year_satang + pack.received_year_satang - pack.paid_year_satang,
            pack.closing_satang,
        ),
        Footing("PLACES_FOOT", sum(p.satang for p in pack.places), pack.closing_satang),
        Footing("POOLS_FOOT", sum(p.closing_satang for p in pack.pools), pack.closing_satang),
        Footing("LEDGER_FOOTS", pack.opening_month_satang + assets, pack.closing_satang),
        Footing(
            "BENEFITS_FOOT",
            sum(line.month_satang for line in pack.benefits),
            sum(row.balance_satang for row in ledger_month if accounts.is_welfare(row.account)),
        ),
    )
    return replace(pack, footings=footings)
