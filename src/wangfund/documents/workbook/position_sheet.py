"""The fund's position in the province's two halves: where money came from, and where it is or went."""

from __future__ import annotations

from wangfund.documents.workbook.cells import Baht
from wangfund.documents.workbook.looks import Look
from wangfund.documents.workbook.ranges import differs, sum_of
from wangfund.documents.workbook.sheet import Sheet
from wangfund.domain import accounts
from wangfund.domain.papers.network_book import NetworkBook
from wangfund.text.accounts import account_name
from wangfund.text.workbook_words import BAHT, CHECK_ROW, ITEM, POSITION


def write_position(sheet: Sheet, book: NetworkBook) -> None:
    """Write the statement of position in the province's two halves; both add up to the same.

    Source: the province's status form, item 10 (receipts: capital and income; payments: assets, welfare, costs).
    """
    sheet.head([ITEM, BAHT, CHECK_ROW])
    receipts = {
        "capital": [s for s in book.sources if s.account.startswith("3")],
        "income": [s for s in book.sources if s.account.startswith("4")],
    }
    payments = {
        "assets": [s for s in book.sources if accounts.is_asset(s.account)],
        "welfare": [s for s in book.sources if accounts.is_welfare(s.account)],
        "costs": [s for s in book.sources if accounts.is_running_cost(s.account)],
    }
    totals = []
    for half, groups in (("receipts", receipts), ("payments", payments)):
        sheet.row([POSITION[half]], Look.GROUP)
        formulas = []
        for group, lines in groups.items():
            sheet.row([POSITION[group]], Look.GROUP)
            first = sheet.next_row
            for line in lines:
                sheet.row([account_name(line.account, line.name), Baht(line.satang)])
            formulas.append(sum_of(range(first, sheet.next_row), 1))
        total = sum(line.satang for lines in groups.values() for line in lines)
        check = differs(total, f"({'+'.join(formulas)})", sheet.next_row, 1, total)
        totals.append((sheet.row([POSITION[f"{half}_total"], Baht(total), check], Look.TOTAL), total))
    (upper, received), (lower, spent) = totals
    sheet.row([POSITION["check"], None, differs(spent, f"B{upper}", lower, 1, received)], Look.CHECK)
