"""The province's summary of a fund: who, how many, how much, and from which of the three parties the money came."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from wangfund.documents.workbook.cells import Baht, Content, Count, Day, Month
from wangfund.documents.workbook.looks import Look
from wangfund.documents.workbook.ranges import differs, sum_of
from wangfund.documents.workbook.sheet import Sheet
from wangfund.domain import accounts
from wangfund.domain.papers.network_book import NetworkBook, SourceTotal
from wangfund.text.terms import pool_name
from wangfund.text.workbook_words import PARTIES, SUMMARY, TOTAL
from wangfund.thai.dates import short_date, short_month

# The three parties that carry a fund (mission, row 26), by the account group money came in on.
_PARTY_OF: Final = {
    "33": "state", "34": "state", "36": "state", "35": "local",
    "31": "community", "32": "community", "41": "community", "42": "community",
}  # fmt: skip


def party_of(account: str) -> str:
    """Which party a source of money belongs to; 'own' for interest, other income and the difference carried in."""
    return _PARTY_OF.get(account[:2], "own")


def write_summary(sheet: Sheet, book: NetworkBook) -> None:
    """Write the summary below what stands on the sheet. Amounts are of the day's end."""
    say, head = SUMMARY, book.head
    sheet.row([say["identity"]], Look.GROUP)
    for key, text in (
        ("name", head.name),
        ("tambon", head.tambon),
        ("amphoe", head.amphoe),
        ("province", head.province),
        ("phone", head.phone),
    ):
        sheet.row([say[key], None, text])
    sheet.row([say["founded"], Day(book.founded_on), short_date(book.founded_on)])
    if book.last_closed is not None:
        sheet.row([say["last_closed"], Month(book.last_closed), short_month(book.last_closed)])
        sheet.row([say["fingerprint"], None, book.fingerprint])
    sheet.row([say["members"]], Look.GROUP)
    for key, number in (("members_ever", book.members_ever), ("members_now", book.members_now)):
        sheet.row([say[key], Count(number)])
    sheet.row([say["members_full_year"], Count(book.members_full_year), short_date(book.full_year_day)])
    for key, number in (
        ("population", book.population),
        ("villages", book.villages),
        ("villages_with_members", book.villages_with_members),
    ):
        sheet.row([say[key], Count(number)])
    sheet.row([say["money"]], Look.GROUP)
    _added(sheet, [(say["cash"], book.cash_satang), (say["bank"], book.bank_satang)], say["cash_and_bank"])
    sheet.row([say["pools"]], Look.GROUP)
    _added(sheet, [(pool_name(pool), satang) for pool, satang in book.pools], TOTAL)
    sheet.row([say["promises"]], Look.GROUP)
    promises = [
        (say["approved_unpaid"], book.approved_unpaid_satang),
        (say["paid_ahead"], book.paid_ahead_satang),
    ]
    _added(sheet, promises, TOTAL)
    sheet.row([say["parties"]], Look.GROUP)
    sources = [source for source in book.sources if accounts.is_source(source.account)]
    _added(sheet, [(PARTIES[party], _of_party(sources, party)) for party in PARTIES], TOTAL)
    sheet.gap()
    sheet.row([say["no_names"]], Look.NOTE)


def _of_party(sources: Iterable[SourceTotal], party: str) -> int:
    return sum(source.satang for source in sources if party_of(source.account) == party)


def _added(sheet: Sheet, lines: list[tuple[str, int]], label: str) -> None:
    first = sheet.next_row
    for text, satang in lines:
        sheet.row([text, Baht(satang)])
    total = sum(satang for _, satang in lines)
    check = differs(total, sum_of(range(first, sheet.next_row), 1), sheet.next_row, 1, total)
    contents: list[Content] = [label, Baht(total), check]
    sheet.row(contents, Look.TOTAL)
