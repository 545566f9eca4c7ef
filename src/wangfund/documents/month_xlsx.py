"""The meeting pack as a workbook: the same frozen month as the PDF, figure for figure.

Every figure is a plain number; formulas stand only in cells that check (each stores its result too). So a reader
that computes nothing still sees every figure, and a figure changed by hand shows as a difference beside it, where a
total that is itself a formula would quietly follow the change.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from wangfund.documents.workbook.cells import Baht, Check, Content, Count, Day, Month, Recomputed
from wangfund.documents.workbook.list_sheet import Column, write_list
from wangfund.documents.workbook.looks import Look
from wangfund.documents.workbook.ranges import at, sum_of
from wangfund.documents.workbook.sheet import Sheet
from wangfund.documents.workbook.statement_sheet import (
    MONTH_COLUMN,
    PLACE_COLUMN,
    POOL_COLUMN,
    YEAR_COLUMN,
    StatementPlaces,
    write_statement,
)
from wangfund.documents.workbook.workbook import Book
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.text import workbook_words as words
from wangfund.text.terms import CLAIM_STATES, MEMBER_MOVES
from wangfund.thai.dates import long_month, short_date, short_month

_C = words.COLUMNS


def render(pack: MonthPack, path: Path, made_on: date) -> None:
    """Write the month's workbook. `made_on` is printed at the foot and stands in the file's properties.

    Raises:
        OSError: the disk refused.
    """
    month = long_month(pack.month)
    book = Book(f"{pack.head.name} {month}", pack.head.name, made_on)
    made = words.STATEMENT["made"].format(day=short_date(made_on))
    statement = _begin(book, pack, "statement")
    places = write_statement(statement, pack)
    statement.finish(landscape=False, warning="", made=made)
    for name, columns, rows in (
        _paid(pack),
        _moves(pack),
        _arrears(pack),
        _waiting(pack),
        _voids(pack),
        _bars(pack),
    ):
        sheet = _begin(book, pack, name)
        write_list(sheet, columns, rows)
        named = name in {"paid", "moves", "waiting", "voids"}
        sheet.finish(landscape=len(columns) > 6, warning=words.NOT_FOR_WALL if named else "", made=made)
    sheet = _begin(book, pack, "footings")
    _footings(sheet, pack, places, statement.name)
    sheet.finish(landscape=False, warning="", made=made)
    book.save(path)


_List = tuple[str, Sequence[Column], Sequence[Sequence[Content]]]


def _begin(book: Book, pack: MonthPack, name: str) -> Sheet:
    say = words.STATEMENT
    sheet = book.sheet(words.SHEETS[name])
    sheet.row([pack.head.name], Look.FUND)
    sheet.row([words.TITLES[name]], Look.TITLE)
    period = say["period"].format(month=long_month(pack.month))
    if pack.draft or pack.closed_on is None:
        state = [words.DRAFT]
    else:
        closed = say["closed"].format(day=short_date(pack.closed_on), resolution=pack.resolution)
        state = [closed, say["fingerprint"].format(fingerprint=pack.fingerprint)]
    sheet.row([" · ".join((period, *state, words.UNIT))], Look.NOTE)
    sheet.gap()
    return sheet


def _paid(pack: MonthPack) -> _List:
    columns = (
        Column(words.DATE), Column(words.DATE_TEXT), Column(_C["voucher"]), Column(words.MEMBER_NO),
        Column(words.NAME), Column(words.MOO), Column(words.BENEFIT), Column(_C["units"]),
        Column(_C["gross"], total=True), Column(_C["setoff"], total=True), Column(_C["net"], total=True),
        Column(_C["one_hand"]),
    )  # fmt: skip
    rows = [
        (
            Day(p.date), short_date(p.date), Count(p.voucher_number), p.member_no, p.name, Count(p.moo),
            p.benefit_name, Count(p.units), Baht(p.gross_satang), Baht(p.setoff_satang), Baht(p.net_satang),
            p.one_hand,
        )
        for p in pack.paid
    ]  # fmt: skip
    return "paid", columns, rows


def _moves(pack: MonthPack) -> _List:
    heads = (words.DATE, words.DATE_TEXT, words.MEMBER_NO, words.NAME, words.MOO, _C["move"])
    rows = [
        (Day(m.date), short_date(m.date), m.member_no, m.name, Count(m.moo), MEMBER_MOVES.get(m.kind, m.kind))
        for m in pack.moves
    ]
    return "moves", [Column(head) for head in heads], rows


def _arrears(pack: MonthPack) -> _List:
    counted = ("members", "owing", "suspended", "lapsed", "unknown", "owed_months", "owed")
    columns = (
        Column(words.MOO),
        Column(words.VILLAGE),
        *(Column(_C[name], total=True) for name in counted),
    )
    rows = [
        (
            Count(v.moo), v.village, Count(v.members), Count(v.owing), Count(v.suspended), Count(v.lapsed),
            Count(v.unknown), Count(v.owed_months), Baht(v.owed_satang),
        )
        for v in pack.arrears
    ]  # fmt: skip
    return "arrears", columns, rows


def _waiting(pack: MonthPack) -> _List:
    columns = (
        Column(_C["claim"]), Column(words.MEMBER_NO), Column(words.NAME), Column(words.BENEFIT),
        Column(_C["event"]), Column(_C["event_text"]), Column(_C["claimed"]), Column(_C["claimed_text"]),
        Column(_C["state"]), Column(_C["claim_net"], total=True),
    )  # fmt: skip
    rows = [
        (
            f"{w.number}/{w.fiscal_year + 543}", w.member_no, w.name, w.benefit_name,
            Day(w.event_on), short_date(w.event_on), Day(w.claimed_on), short_date(w.claimed_on),
            CLAIM_STATES.get(w.state, w.state), Baht(w.net_satang),
        )
        for w in pack.waiting
    ]  # fmt: skip
    return "waiting", columns, rows


def _voids(pack: MonthPack) -> _List:
    names = ("paper", "fiscal_year", "number", "book", "leaf", "who", "amount", "reason")
    rows = [
        (
            words.PAPERS.get(v.paper, v.paper), str(v.fiscal_year + 543), Count(v.number), Count(v.book),
            Count(v.leaf), v.who, Baht(v.amount_satang), v.reason,
        )
        for v in pack.voids
    ]  # fmt: skip
    return "voids", [Column(_C[name]) for name in names], rows


def _bars(pack: MonthPack) -> _List:
    columns = (
        Column(words.MONTH),
        Column(words.MONTH_TEXT),
        Column(_C["received"], total=True),
        Column(_C["paid"], total=True),
    )
    rows = [
        (Month(b.month), short_month(b.month), Baht(b.received_satang), Baht(b.paid_satang))
        for b in pack.bars
    ]
    return "bars", columns, rows


def _footings(sheet: Sheet, pack: MonthPack, where: StatementPlaces, statement: str) -> None:
    """The pack's footings, then the closing balance computed again from the statement's own lines."""
    sheet.head([words.ITEM, _C["left"], _C["right"], _C["difference"]])
    for foot in pack.footings:
        _compared(
            sheet,
            words.FOOTINGS.get(foot.code, foot.code),
            Baht(foot.left_satang),
            foot.left_satang,
            foot.right_satang,
        )
    paid_month, paid_year = pack.paid_month_satang, pack.paid_year_satang
    again = {
        "month": (
            where.closing_again(MONTH_COLUMN, statement),
            pack.opening_month_satang + pack.received_month_satang - paid_month,
        ),
        "year": (
            where.closing_again(YEAR_COLUMN, statement),
            pack.opening_year_satang + pack.received_year_satang - paid_year,
        ),
        "places": (
            sum_of(where.places, PLACE_COLUMN, statement),
            sum(place.satang for place in pack.places),
        ),
        "pools": (
            sum_of(where.pools, POOL_COLUMN, statement),
            sum(pool.closing_satang for pool in pack.pools),
        ),
    }
    for name, (formula, satang) in again.items():
        computed = Recomputed(formula, satang)
        _compared(sheet, words.RECOMPUTED[name], computed, satang, pack.closing_satang)


def _compared(sheet: Sheet, label: str, left: Content, left_satang: int, right_satang: int) -> None:
    row = sheet.next_row
    check = Check(f"ROUND({at(row, 1)}-{at(row, 2)},2)", left_satang - right_satang)
    sheet.row([label, left, Baht(right_satang), check])
