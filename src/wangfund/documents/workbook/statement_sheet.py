"""The month's statement as a sheet: page one of the meeting pack with the same figures, and its footings as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wangfund.documents.workbook.cells import Baht, Content, Count
from wangfund.documents.workbook.looks import Look
from wangfund.documents.workbook.ranges import at, differs, sum_of
from wangfund.documents.workbook.sheet import Sheet
from wangfund.domain import accounts
from wangfund.domain.papers.month_pack import MonthPack, StatementLine
from wangfund.text.accounts import account_name
from wangfund.text.terms import pool_name
from wangfund.text.workbook_words import CASES, ITEM, STATEMENT, TOTAL
from wangfund.thai.dates import MONTHS_LONG, month_span, short_date

MONTH_COLUMN, YEAR_COLUMN = 2, 4
PLACE_COLUMN, POOL_COLUMN = 2, 4


@dataclass(frozen=True, slots=True)
class StatementPlaces:
    """Where the figures stand on the sheet, for formulas of other sheets."""

    opening: int
    receipts: range
    benefits: range
    expenses: range
    closing: int
    places: range
    pools: range

    def closing_again(self, column: int, sheet: str) -> str:
        """The formula of the closing balance from the lines of the month's or the year's column."""
        paid = f"{sum_of(self.benefits, column, sheet)}-{sum_of(self.expenses, column, sheet)}"
        return f"{at(self.opening, column, sheet)}+{sum_of(self.receipts, column, sheet)}-{paid}"


def write_statement(sheet: Sheet, pack: MonthPack) -> StatementPlaces:
    """Write the statement below what stands on the sheet, with places, pools, promises and signatures."""
    words = STATEMENT
    month_head = words["month"].format(month=MONTHS_LONG[pack.month.month - 1])
    year_head = month_span(pack.year_first, pack.month)
    checks = (words["check_month"], words["check_year"])
    sheet.head([ITEM, CASES, month_head, CASES, year_head, *checks])
    opening = sheet.row(
        [words["opening"], None, Baht(pack.opening_month_satang), None, Baht(pack.opening_year_satang)],
        Look.TOTAL,
    )
    receipts, _ = _section(sheet, "receipts", pack.receipts, cases=False)
    benefits, benefit_total = _section(sheet, "benefits", pack.benefits, cases=True)
    expenses, expense_total = _section(sheet, "expenses", pack.expenses, cases=False)
    month, year = pack.paid_month_satang, pack.paid_year_satang
    row = sheet.next_row
    sheet.row(
        [
            words["paid_total"], None, Baht(month), None, Baht(year),
            *(
                differs(satang, f"({at(benefit_total, c)}+{at(expense_total, c)})", row, c, satang)
                for c, satang in ((MONTH_COLUMN, month), (YEAR_COLUMN, year))
            ),
        ],
        Look.TOTAL,
    )  # fmt: skip
    closing = sheet.next_row
    where = StatementPlaces(opening, receipts, benefits, expenses, closing, range(0), range(0))
    again_month = pack.opening_month_satang + pack.received_month_satang - month
    again_year = pack.opening_year_satang + pack.received_year_satang - year
    sheet.row(
        [
            words["closing"].format(day=short_date(pack.month.last_day)),
            None, Baht(pack.closing_satang), None, Baht(pack.closing_satang),
            *(
                differs(pack.closing_satang, f"({where.closing_again(c, '')})", closing, c, satang)
                for c, satang in ((MONTH_COLUMN, again_month), (YEAR_COLUMN, again_year))
            ),
        ],
        Look.GRAND,
    )  # fmt: skip
    sheet.gap()
    places = _places(sheet, pack)
    sheet.gap()
    pools = _pools(sheet, pack)
    sheet.gap()
    _promises(sheet, pack)
    sheet.gap()
    _notes(sheet, pack)
    _signatures(sheet, pack)
    return StatementPlaces(opening, receipts, benefits, expenses, closing, places, pools)


def _section(sheet: Sheet, name: str, lines: Sequence[StatementLine], *, cases: bool) -> tuple[range, int]:
    sheet.row([STATEMENT[name]], Look.GROUP)
    first = sheet.next_row
    for line in lines:
        counts = (Count(line.month_cases), Count(line.year_cases)) if cases else (None, None)
        label = account_name(line.account, line.name)
        sheet.row([label, counts[0], Baht(line.month_satang), counts[1], Baht(line.year_satang)])
    rows = range(first, sheet.next_row)
    month, year = sum(line.month_satang for line in lines), sum(line.year_satang for line in lines)
    total = sheet.next_row
    sheet.row(
        [
            STATEMENT[f"{name}_total"],
            Count(sum(line.month_cases for line in lines)) if cases else None,
            Baht(month),
            Count(sum(line.year_cases for line in lines)) if cases else None,
            Baht(year),
            differs(month, sum_of(rows, MONTH_COLUMN), total, MONTH_COLUMN, month),
            differs(year, sum_of(rows, YEAR_COLUMN), total, YEAR_COLUMN, year),
        ],
        Look.TOTAL,
    )
    return rows, total


def _places(sheet: Sheet, pack: MonthPack) -> range:
    sheet.row([STATEMENT["places"]], Look.GROUP)
    first = sheet.next_row
    for place in pack.places:
        sheet.row([account_name(place.account, place.name), None, Baht(place.satang)])
    rows, total = range(first, sheet.next_row), sum(place.satang for place in pack.places)
    check = differs(total, sum_of(rows, PLACE_COLUMN), sheet.next_row, PLACE_COLUMN, total)
    sheet.row([TOTAL, None, Baht(total), None, None, check], Look.TOTAL)
    if pack.counted_on is None or pack.counted_cash_satang is None:
        sheet.row([STATEMENT["not_counted"]], Look.NOTE)
        return rows
    label = STATEMENT["counted"].format(day=short_date(pack.counted_on))
    cash = [(row, p.satang) for row, p in zip(rows, pack.places, strict=True) if p.account == accounts.CASH]
    counted = pack.counted_cash_satang
    checks: list[Content] = [
        differs(counted, at(row, PLACE_COLUMN), sheet.next_row, PLACE_COLUMN, satang) for row, satang in cash
    ]
    sheet.row([label, None, Baht(counted), None, None, *checks])
    return rows


def _pools(sheet: Sheet, pack: MonthPack) -> range:
    heads = [STATEMENT[f"pool_{part}"] for part in ("opening", "received", "paid", "closing")]
    sheet.row([STATEMENT["pools"], *heads, STATEMENT["check_month"]], Look.HEAD)
    first = sheet.next_row
    for pool in pack.pools:
        row = sheet.next_row
        again = pool.opening_satang + pool.received_satang - pool.paid_satang
        formula = f"({at(row, 1)}+{at(row, 2)}-{at(row, 3)})"
        sheet.row(
            [
                pool_name(pool.pool),
                Baht(pool.opening_satang),
                Baht(pool.received_satang),
                Baht(pool.paid_satang),
                Baht(pool.closing_satang),
                differs(pool.closing_satang, formula, row, POOL_COLUMN, again),
            ]
        )
    rows = range(first, sheet.next_row)
    totals = (
        sum(p.opening_satang for p in pack.pools),
        sum(p.received_satang for p in pack.pools),
        sum(p.paid_satang for p in pack.pools),
        sum(p.closing_satang for p in pack.pools),
    )
    check = differs(totals[3], sum_of(rows, POOL_COLUMN), sheet.next_row, POOL_COLUMN, totals[3])
    sheet.row([TOTAL, *(Baht(satang) for satang in totals), check], Look.TOTAL)
    return rows


def _promises(sheet: Sheet, pack: MonthPack) -> None:
    p = pack.promises
    sheet.row([STATEMENT["promises"]], Look.GROUP)
    first = sheet.row(
        [STATEMENT["approved_unpaid"], Count(p.approved_unpaid_cases), Baht(p.approved_unpaid_satang)]
    )
    sheet.row([STATEMENT["paid_ahead"], Count(p.paid_ahead_months), Baht(p.paid_ahead_satang)])
    total, rows = p.total_satang, range(first, sheet.next_row)
    check = differs(total, sum_of(rows, MONTH_COLUMN), sheet.next_row, MONTH_COLUMN, total)
    sheet.row([TOTAL, None, Baht(total), None, None, check], Look.TOTAL)


def _notes(sheet: Sheet, pack: MonthPack) -> None:
    sheet.row([STATEMENT["notes"]], Look.GROUP)
    sheet.row([STATEMENT["setoff"], Count(pack.setoff_month_cases), Baht(pack.setoff_month_satang)])
    sheet.row([STATEMENT["members_now"], Count(pack.members_now)])
    sheet.row([STATEMENT["members_ever"], Count(pack.members_ever)])
    percent = f"{pack.admin_permille // 10}.{pack.admin_permille % 10}"
    sheet.row([STATEMENT["admin"].format(percent=percent)], Look.NOTE)
    sheet.row([STATEMENT["honest"]], Look.NOTE)


def _signatures(sheet: Sheet, pack: MonthPack) -> None:
    for signature in pack.signatures:
        sheet.gap()
        sheet.row([STATEMENT["signed"]], Look.NOTE)
        name = f"({signature.name}) " if signature.name else ""
        sheet.row([f"{name}{signature.role}"], Look.NOTE)
