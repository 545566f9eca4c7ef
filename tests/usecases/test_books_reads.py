"""What the page of the books reads: the month, an entry, the desk, papers – against the ledger and the month pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.funds import BANK, DECEMBER, NOVEMBER, OCTOBER, PRICE, TODAY, busy_bytes, money, on, rows_of
from wangfund.domain.errors import NotFound
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.thai.period import Period
from wangfund.usecases.admin_share import admin_share
from wangfund.usecases.desk import desk_on
from wangfund.usecases.entries_of_month import entries_of_month, find_entries
from wangfund.usecases.entry_papers import receipt_of_entry, voucher_of_entry
from wangfund.usecases.entry_view import entry_view, last_act_today
from wangfund.usecases.money_desk import money_desk
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.take_payment import TakePayment, take_payment

THIRD = date(2026, 12, 3)


@pytest.fixture
def busy_books(tmp_path: Path) -> Iterator[Books]:
    path = tmp_path / "busy.wangfund"
    path.write_bytes(busy_bytes())
    with open_fund(path, on(THIRD)) as opened:
        yield opened


@pytest.mark.parametrize("month", [NOVEMBER, DECEMBER])
def test_a_months_figures_are_those_of_its_pack(busy_books: Books, month: Period) -> None:
    view, pack = entries_of_month(busy_books, month), month_pack(busy_books, month)
    assert (view.opening_satang, view.closing_satang) == (pack.opening_month_satang, pack.closing_satang)
    assert (view.received_satang, view.paid_satang) == (pack.received_month_satang, pack.paid_month_satang)
    standing = {p.account: p.satang for p in pack.places}
    # A place that was emptied in the month is shown for what went through it.
    assert {
        p.account: p.closing_satang for p in view.places if p.closing_satang or p.account in standing
    } == standing
    assert sum(p.closing_satang for p in view.places) == view.closing_satang
    assert view.opening_satang + view.received_satang - view.paid_satang == view.closing_satang


def test_a_month_has_every_entry_once_with_its_papers_and_lines(busy_books: Books) -> None:
    view = entries_of_month(busy_books, NOVEMBER)
    ids = [
        row[0] for row in rows_of(busy_books, "SELECT id FROM entry WHERE month = 202611 ORDER BY date, id")
    ]
    assert [e.id for e in view.entries] == ids
    sums = dict(rows_of(busy_books, "SELECT entry_id, sum(debit_satang) FROM line GROUP BY entry_id"))
    for entry in view.entries:
        assert sum(m.debit_satang for m in entry.moved) == sums[entry.id]
        assert sum(m.debit_satang - m.credit_satang for m in entry.moved) == 0
    papers = {e.receipt.id for e in view.entries if e.receipt} | {
        -e.voucher.id for e in view.entries if e.voucher
    }
    wanted = {row[0] for row in rows_of(busy_books, "SELECT id FROM receipt WHERE date LIKE '2026-11%'")}
    wanted |= {-row[0] for row in rows_of(busy_books, "SELECT id FROM voucher WHERE date LIKE '2026-11%'")}
    assert papers == wanted
    assert all(e.who for e in view.entries if e.kind in {"contribution", "benefit", "expense"})
    assert {e.round_id for e in view.entries if e.round_id} == set(view.rounds)


def test_months_go_from_what_was_brought_forward_to_today(busy_books: Books) -> None:
    view = entries_of_month(busy_books)
    assert (view.month, view.first, view.last) == (DECEMBER, OCTOBER, DECEMBER)
    assert (view.state, entries_of_month(busy_books, NOVEMBER).state) == ("draft", "closed")
    opening = entries_of_month(busy_books, OCTOBER)
    assert (opening.state, opening.opening_satang, len(opening.entries)) == ("", 0, 1)
    assert view.first_open == date(2026, 12, 1)
    for month in (Period(2026, 9), Period(2027, 1), Period(1, 2)):
        with pytest.raises(NotFound, match="PERIOD_UNKNOWN"):
            entries_of_month(busy_books, month)


def test_search_over_all_months_is_newest_first_and_can_stop(busy_books: Books) -> None:
    found = find_entries(busy_books, lambda _e, _n: True)
    assert [(e.date, e.id) for e in found] == sorted(((e.date, e.id) for e in found), reverse=True)
    assert len(found) == rows_of(busy_books, "SELECT count(*) FROM entry")[0][0]
    assert len(find_entries(busy_books, lambda _e, _n: True, most=3)) == 3
    assert find_entries(busy_books, lambda e, _n: e.who == "ผู้บริจาค")[0].kind == "donation"
    steps: list[Period] = []
    find_entries(busy_books, lambda _e, _n: False, step=steps.append)
    assert steps == [DECEMBER, NOVEMBER, OCTOBER]


def test_an_entry_tells_who_signed_it_and_what_hangs_on_it(busy_books: Books) -> None:
    (paid,) = rows_of(busy_books, "SELECT id FROM entry WHERE kind = 'benefit' AND member_id = 25")
    view = entry_view(busy_books, paid[0])
    assert view.claim is not None
    assert view.member is not None
    assert (view.claim.state, view.member.member_no) == ("approved", "0025")
    assert view.reversal is not None
    assert (view.reversal.kind_reversed, view.reversal.reason) == ("benefit", "จ่ายผิดคน")
    assert view.why_stays == ("ALREADY_REVERSED", {"entry": paid[0], "by": view.reversal.id})
    assert view.signed is not None
    assert (view.signed.code, view.signed.at.date()) == ("claim.paid", TODAY)
    back = entry_view(busy_books, view.reversal.id)
    assert back.signed is not None
    assert (back.signed.who, back.signed.code) == ("เหรัญญิก", "entry.reversed")
    assert back.original is not None
    assert (back.original.id, back.why_stays[0]) == (paid[0], "REVERSAL_STAYS")
    assert entry_view(busy_books, 1).why_stays[0] == "OPENING_TOO_LATE"
    for wrong in (0, -1, 99_999):
        with pytest.raises(NotFound, match="ENTRY_UNKNOWN"):
            entry_view(busy_books, wrong)


def test_why_an_entry_stays_is_what_the_verb_says(busy_books: Books) -> None:
    for (entry,) in rows_of(busy_books, "SELECT id FROM entry"):
        code = entry_view(busy_books, entry).why_stays[0]
        if code:
            with pytest.raises(Exception, match=code):
                reverse_entry(busy_books, ReverseEntry(entry, "ลอง"))


def test_the_last_act_of_today_that_stands(books: Books) -> None:
    # The young fund was made today: what was brought forward is its last act.
    first = last_act_today(books)
    assert first is not None
    assert first.entry.kind == "opening"
    paid = take_payment(books, TakePayment("0001", PRICE, date(2026, 11, 5)))
    last = last_act_today(books)
    assert last is not None
    assert (last.entry.id, last.together) == (paid.entry_id, 1)
    reverse_entry(books, ReverseEntry(paid.entry_id, "ผิดคน"))
    before = last_act_today(books)
    assert before is not None
    assert before.entry.kind == "opening"
    record_round(books, RecordRound(NOVEMBER, TODAY, [VillageRound(2)]))
    round_ = last_act_today(books)
    assert round_ is not None
    assert round_.together == 8


def test_yesterdays_acts_are_not_todays(young: Path) -> None:
    with open_fund(young, on(date(2026, 11, 21))) as later:
        assert last_act_today(later) is None


def test_the_papers_of_an_entry_are_its_own(busy_books: Books) -> None:
    for entry in entries_of_month(busy_books, NOVEMBER).entries:
        if entry.receipt is not None:
            (receipt,) = receipt_of_entry(busy_books, entry)
            assert (receipt.row_id, receipt.number) == (entry.receipt.id, entry.receipt.number)
            assert receipt.voided == (entry.reversed_by is not None)
        else:
            with pytest.raises(NotFound, match="NOTHING_TO_PRINT"):
                receipt_of_entry(busy_books, entry)
        if entry.voucher is not None:
            (voucher,) = voucher_of_entry(busy_books, entry)
            assert voucher.number == entry.voucher.number
        else:
            with pytest.raises(NotFound, match="NOTHING_TO_PRINT"):
                voucher_of_entry(busy_books, entry)


def test_the_desk_is_what_the_books_hold(busy_books: Books) -> None:
    desk, held = money_desk(busy_books), money(busy_books)
    assert [(name, satang) for _, name, satang in desk.places][:2] == [
        ("", held["1100"]),
        (BANK, held["1201"]),
    ]
    assert desk.balance("1400") == held["1400"]
    assert dict(desk.pools) == {name: held[f"pool:{name}"] for name in ("welfare", "reserve", "admin")}
    assert desk.first_day == date(2026, 12, 1)
    with busy_books.read() as r:
        assert desk.costs == {DECEMBER: admin_share(r, desk_on(r, THIRD), DECEMBER)}
    assert replace(desk).money_satang == held["1100"] + held["1201"]
