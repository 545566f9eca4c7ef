"""Posting a round: the money a collector brought in, a receipt for each payer, all in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wangfund.domain import accounts, ledger
from wangfund.domain.errors import Refused
from wangfund.domain.papers.collection_sheet import CollectionSheet
from wangfund.domain.posting import Entry, Posted, Posting
from wangfund.store.books import Books, Writer
from wangfund.store.profile import village_ids
from wangfund.store.rounds import insert_round, round_with_token, rounds_of_month
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.dues import payment_posting
from wangfund.usecases.open_months import require_open
from wangfund.usecases.round_sheet import SheetState, sheet_of


@dataclass(frozen=True, slots=True)
class VillageRound:
    """What came back from a village: what each member paid, and the cash counted.

    `paid` is satang by member id; None: every member pays what is due. `counted_satang` None: the cash equals
    the sheet. `token` "" takes the sheet's own.
    """

    moo: int
    paid: Mapping[int, int] | None = None
    counted_satang: int | None = None
    token: str = ""


@dataclass(frozen=True, slots=True)
class RecordRound:
    """A month's round of one or more villages, brought in on a day."""

    month: Period
    on: date
    villages: Sequence[VillageRound]


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What a round became. `short_satang` stands as the collectors' receivable, `over_satang` as a difference.

    `already` counts sheets that had been posted before and were left alone.
    """

    round_ids: tuple[int, ...]
    receipts: int
    first_receipt: int
    last_receipt: int
    total_satang: int
    short_satang: int
    over_satang: int
    already: int


def record_round(books: Books, command: RecordRound, who: str = "") -> RoundResult:
    """Post a round: numbered receipts and one entry each, coverage, and any difference named. Writes.

    A sheet that was posted before (its token) posts nothing again: a double press is harmless. So is telling once
    more that everyone paid what was due.
    When the cash counted is short, the members' receipts stand and the collector owes the rest (9.11 rule 16).

    Raises:
        Refused: PERIOD_CLOSED, DATE_IN_FUTURE, DATE_BEFORE_BOOKS, ROUND_MONTH_AHEAD, NOT_ON_SHEET,
            COVERAGE_UNKNOWN, and what an amount is refused for.
        NotFound: VILLAGE_UNKNOWN.
    """
    today = books.clock.today()
    with books.write("round.recorded", who) as w:
        require_open(w, command.on, today)
        if command.month > Period.of(today).plus(1):
            raise Refused("ROUND_MONTH_AHEAD", {"period": command.month.iso})
        desk = desk_on(w, command.on)
        known = village_ids(w)
        returned: list[_Returned] = []
        postings: list[Posting] = []
        posted: list[Posted] = []
        sheets: set[int] = set()
        for village in command.villages:
            if village.moo in sheets:
                # The same village again: its second sheet must see what the first one paid.
                posted += desk.post(w, postings)
                postings, sheets = [], set()
            sheets.add(village.moo)
            returned.append(_village(w, desk, command, village, known, today))
            postings += returned[-1].postings
        posted += desk.post(w, postings)
        numbers = [p.receipt.number for p in posted if p.receipt is not None]
        total = RoundResult(
            tuple(one.round_id for one in returned if one.round_id),
            len(numbers),
            numbers[0] if numbers else 0,
            numbers[-1] if numbers else 0,
            sum(one.total_satang for one in returned),
            sum(max(0, one.total_satang - one.counted_satang) for one in returned),
            sum(max(0, one.counted_satang - one.total_satang) for one in returned),
            sum(1 for one in returned if not one.round_id),
        )
        w.facts.update(period=command.month.iso, receipts=total.receipts, total_satang=total.total_satang)
        w.commit()
        return total


@dataclass(frozen=True, slots=True)
class _Returned:
    """A village's sheet as it came back; `round_id` 0: nothing was posted (again)."""

    round_id: int = 0
    total_satang: int = 0
    counted_satang: int = 0
    postings: tuple[Posting, ...] = ()


def _village(
    w: Writer, desk: Desk, command: RecordRound, village: VillageRound, known: Mapping[int, int], today: date
) -> _Returned:
    if village.token and round_with_token(w, village.token) is not None:
        return _Returned()
    state = sheet_of(w, desk, village.moo, command.month, today)
    sheet = state.sheet
    if village.token and village.token != sheet.token:
        sheet = replace(sheet, token=village.token)
    amounts = _amounts(sheet, village)
    total = sum(amounts.values())
    counted = total if village.counted_satang is None else village.counted_satang
    if counted < 0:
        raise Refused("AMOUNT_NOT_POSITIVE", {"amount_satang": counted})
    everyone, keyed = village.paid is None, village.paid is not None and village.token != ""
    nothing = not amounts and not keyed
    if nothing and ((everyone and not counted) or _came_before(w, command.month, village.moo)):
        # Nothing to collect, or the same round told again. A sheet keyed under its token stands, and so does the
        # first one on which nobody is said to have paid.
        return _Returned()
    round_id = insert_round(
        w,
        token=sheet.token,
        fiscal_year=sheet.fiscal_year,
        month=command.month,
        village_id=known[village.moo],
        collector=sheet.collector,
        returned_on=command.on,
        sheet_satang=total,
        counted_satang=counted,
    )
    postings = [
        _payment(desk, state, member, amount, command.on, round_id) for member, amount in amounts.items()
    ]
    postings += _difference(desk, sheet, command.on, round_id, counted - total)
    return _Returned(round_id, total, counted, tuple(postings))


def _came_before(w: Writer, month: Period, moo: int) -> bool:
    return any(row.moo == moo for row in rounds_of_month(w, month))


def _payment(desk: Desk, state: SheetState, member_id: int, amount: int, on: date, round_id: int) -> Posting:
    m = state.members[member_id]
    covered, credit = state.covered.get(m.spell_id, []), state.credits.get(m.spell_id, 0)
    return payment_posting(desk, m, amount, covered, credit, on, accounts.CASH, round_id=round_id)


def _amounts(sheet: CollectionSheet, village: VillageRound) -> dict[int, int]:
    if village.paid is None:
        return {row.member_id: row.total_satang for row in sheet.rows if row.total_satang > 0}
    rows = {row.member_id: row for row in sheet.rows}
    for member, amount in village.paid.items():
        if member not in rows:
            raise Refused("NOT_ON_SHEET", {"member": member, "moo": sheet.moo})
        if amount and not rows[member].coverage_known:
            raise Refused(
                "COVERAGE_UNKNOWN", {"member_no": rows[member].member_no, "name": rows[member].name}
            )
        if amount < 0:
            raise Refused("AMOUNT_NOT_POSITIVE", {"amount_satang": amount})
    order = [row.member_id for row in sheet.rows]
    return {member: village.paid[member] for member in order if village.paid.get(member)}


def _difference(desk: Desk, sheet: CollectionSheet, on: date, round_id: int, over: int) -> list[Posting]:
    if over == 0:
        return []
    who = sheet.collector or sheet.village
    if over < 0:
        lines = ledger.move(accounts.CASH, accounts.COLLECTOR_RECEIVABLE, -over)
    else:
        lines = ledger.cash_over(over, desk.rulebook.rules.pools.admin)
    return [Posting(Entry(on, "cash_difference", lines, who=who, round_id=round_id))]
