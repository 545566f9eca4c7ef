"""The workbook a fund gives the provincial network: counts and sums for people, and the same for machines.

Figures are plain numbers and formulas only check, as in the month's workbook. No member's name or row is in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.workbook.cells import Baht, Content, Count, Month
from wangfund.documents.workbook.list_sheet import Column, write_list
from wangfund.documents.workbook.looks import Look
from wangfund.documents.workbook.machine_rows import machine_rows
from wangfund.documents.workbook.position_sheet import write_position
from wangfund.documents.workbook.sheet import Sheet
from wangfund.documents.workbook.summary_sheet import write_summary
from wangfund.documents.workbook.workbook import Book
from wangfund.domain import accounts
from wangfund.domain.papers.network_book import NetworkBook
from wangfund.text import workbook_words as words
from wangfund.text.accounts import account_name
from wangfund.text.terms import MEMBER_KINDS
from wangfund.thai.dates import short_date, short_month
from wangfund.thai.period import Period

_C: Final = words.COLUMNS
_List = tuple[str, Sequence[Column], Sequence[Sequence[Content]]]
# The province's form lists thirteen kinds of welfare and the others, paid or not.
_WELFARE: Final = [account for account in accounts.CHART if accounts.is_welfare(account)]
_YEAR_MONTHS: Final = 12


def render(book: NetworkBook, path: Path, made_on: date) -> None:
    """Write the province's workbook. `made_on` is printed at the foot; the machine sheet does not depend on it.

    Raises:
        OSError: the disk refused.
    """
    made = words.STATEMENT["made"].format(day=short_date(made_on))
    out = Book(f"{book.head.name} {short_date(book.day)}", book.head.name, made_on)
    summary = _begin(out, book, "summary")
    write_summary(summary, book)
    summary.finish(landscape=False, warning="", made=made)
    for name, columns, rows in (_members(book), _contributions(book), _benefits(book), _kinds(book)):
        sheet = _begin(out, book, name)
        write_list(sheet, columns, rows)
        sheet.finish(landscape=len(columns) > 6, warning="", made=made)
    position = _begin(out, book, "position")
    write_position(position, book)
    position.finish(landscape=False, warning="", made=made)
    machine = out.sheet(words.SHEETS["machine"])
    for row in machine_rows(book):
        machine.row(row)
    machine.finish(landscape=False, warning="", made=made)
    out.save(path)


def _begin(out: Book, book: NetworkBook, name: str) -> Sheet:
    sheet = out.sheet(words.SHEETS[name])
    sheet.row([book.head.name], Look.FUND)
    sheet.row([words.TITLES[name]], Look.TITLE)
    day = words.SUMMARY["as_of"].format(day=short_date(book.day))
    sheet.row([f"{day} · {words.UNIT}"], Look.NOTE)
    sheet.gap()
    return sheet


def _members(book: NetworkBook) -> _List:
    """One row a village; two columns a kind (ever, current), then both for all kinds."""
    kinds = [kind for kind in MEMBER_KINDS if any(m.kind == kind for m in book.members)]
    kinds += sorted({m.kind for m in book.members} - {*kinds})
    counts: Counter[tuple[int, str, str]] = Counter()
    villages: dict[int, str] = {}
    for m in book.members:
        villages[m.moo] = m.village
        for kind in (m.kind, ""):
            counts[m.moo, kind, words.EVER] += m.ever
            counts[m.moo, kind, words.CURRENT] += m.current
    columns = [Column(words.MOO), Column(words.VILLAGE)]
    for kind in (*kinds, ""):
        label = MEMBER_KINDS.get(kind, kind) or words.TOTAL
        columns += [Column(f"{label} {which}", total=True) for which in (words.EVER, words.CURRENT)]
    rows: list[Sequence[Content]] = [
        (
            Count(moo), village,
            *(Count(counts[moo, kind, which]) for kind in (*kinds, "") for which in (words.EVER, words.CURRENT)),
        )
        for moo, village in sorted(villages.items())
    ]  # fmt: skip
    return "members", columns, rows


def _contributions(book: NetworkBook) -> _List:
    columns = (
        Column(words.MONTH),
        Column(words.MONTH_TEXT),
        Column(_C["receipts"], total=True),
        Column(_C["contribution"], total=True),
    )
    rows = [
        (Month(c.month), short_month(c.month), Count(c.receipts), Baht(c.satang)) for c in book.contributions
    ]
    return "contributions", columns, rows


def _benefits(book: NetworkBook) -> _List:
    columns = (
        Column(words.MONTH), Column(words.MONTH_TEXT), Column(_C["account"]), Column(words.KIND),
        Column(words.CASES, total=True), Column(words.BAHT, total=True),
    )  # fmt: skip
    rows = [
        (
            Month(b.month), short_month(b.month), b.account, account_name(b.account),
            Count(b.cases), Baht(b.satang),
        )
        for b in book.benefits
    ]  # fmt: skip
    return "benefits", columns, rows


def _kinds(book: NetworkBook) -> _List:
    """The form's kinds of welfare: in all, also before the books, and in the twelve months that end with the day's."""
    since = Period.of(book.day).plus(1 - _YEAR_MONTHS)
    cases: Counter[tuple[str, bool]] = Counter()
    satang: Counter[tuple[str, bool]] = Counter()
    given = (*book.before, *book.benefits)
    for b in given:
        for recent in (False, True) if b.month >= since else (False,):
            cases[b.account, recent] += b.cases
            satang[b.account, recent] += b.satang
    found = sorted({*_WELFARE, *(b.account for b in given)})
    names = ("cases_ever", "baht_ever", "cases_year", "baht_year")
    columns = [
        Column(_C["account"]),
        Column(words.KIND),
        *(Column(_C[name], total=True) for name in names),
    ]
    rows = [
        (
            account, account_name(account), Count(cases[account, False]), Baht(satang[account, False]),
            Count(cases[account, True]), Baht(satang[account, True]),
        )
        for account in found
    ]  # fmt: skip
    return "kinds", columns, rows
