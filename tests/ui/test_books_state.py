"""What the page of the books decides, without a window: lines, folds, searches, words, facts beside the forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.funds import BANK, DECEMBER, NOVEMBER, PRICE, TODAY, busy_bytes, on
from tests.thai.hostile import HOSTILE
from wangfund.domain.errors import NotFound, Refused
from wangfund.store.books import Books
from wangfund.store.errors import StoreError
from wangfund.store.fund_file import open_fund
from wangfund.thai.period import Period
from wangfund.ui.books.detail_words import detail_of_account, detail_of_entry, detail_of_round
from wangfund.ui.books.entry_search import read_wanted
from wangfund.ui.books.entry_words import amount_of, money_of, what
from wangfund.ui.books.money_dialog import at_field
from wangfund.ui.books.money_facts import (
    Draft,
    left_for_costs,
    move_facts,
    receive_facts,
    spend_facts,
    transfer_facts,
)
from wangfund.ui.books.sentences import (
    ask_move,
    ask_receive,
    ask_reverse,
    ask_spend,
    ask_transfer,
    done_words,
)
from wangfund.ui.books.state import (
    BooksState,
    Row,
    empty_words,
    found_words,
    head_facts,
    help_line,
    loaded,
    lock_words,
)
from wangfund.usecases.entries_of_month import entries_of_month
from wangfund.usecases.entry_view import entry_view
from wangfund.usecases.money_desk import MoneyDesk, money_desk
from wangfund.usecases.move_money import MoveMoney
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.spend_money import SpendMoney
from wangfund.usecases.transfer_pool import TransferPool

THIRD = date(2026, 12, 3)


@pytest.fixture
def busy_books(tmp_path: Path) -> Iterator[Books]:
    path = tmp_path / "busy.wangfund"
    path.write_bytes(busy_bytes())
    with open_fund(path, on(THIRD)) as opened:
        yield opened


@pytest.fixture
def state(busy_books: Books) -> BooksState:
    made = BooksState()
    made.take(loaded(entries_of_month(busy_books, NOVEMBER)))
    return made


@pytest.fixture
def desk(busy_books: Books) -> MoneyDesk:
    return money_desk(busy_books)


def names(state: BooksState) -> list[str]:
    return [row.what for row in state.rows]


def row_named(state: BooksState, word: str) -> Row:
    return next(row for row in state.rows if word in row.what)


def test_a_round_is_one_line_with_its_sum_and_opens_to_its_receipts(state: BooksState) -> None:
    folded = row_named(state, "หมู่ 1")
    assert (folded.money.received, len(folded.entries)) == (8 * PRICE, 8)
    assert folded.second.startswith("8 ใบ")
    before, total = len(state.rows), state.total
    assert folded.round is not None
    state.toggle_round(folded.round.id)
    assert len(state.rows) == before + 8
    assert [row.inside for row in state.rows].count(True) == 8
    assert state.total == total
    state.toggle_round(folded.round.id)
    assert len(state.rows) == before


def test_lines_are_newest_first_and_add_up_to_the_months_figures(state: BooksState) -> None:
    assert state.view is not None
    days = [row.entry.date if row.entry else row.entries[-1].date for row in state.rows]
    assert days == sorted(days, reverse=True)
    assert state.total.money == (state.view.received_satang, state.view.paid_satang)
    assert state.total.entries == len(state.view.entries)


def test_the_entries_of_a_place_add_up_to_its_card(state: BooksState) -> None:
    assert state.view is not None
    for place in state.view.places:
        state.only_account(place.account)
        assert state.total.money == (place.received_satang, place.paid_satang)
    for account in state.view.accounts:
        state.only_account(account.account)
        assert abs(state.total.money.received - state.total.money.paid) == abs(
            account.debit_satang - account.credit_satang
        )


def test_filters_part_what_came_in_went_out_and_moved(state: BooksState) -> None:
    assert state.view is not None
    everything = state.total.entries
    counts = {}
    for show in ("in", "out", "move"):
        state.show = show
        counts[show] = state.total.entries
        assert all(row.money.received for row in state.rows) or show != "in"
    # A benefit with arrears set off both came in and went out.
    both = sum(1 for e in state.view.entries if all(money_of(e)))
    assert sum(counts.values()) - both == everything
    assert any("ฝากเข้า" in name for name in names(state))
    state.show = "accounts"
    assert [row.key[0] for row in state.rows] == ["account"] * len(state.view.accounts)
    assert state.total.money == (state.view.received_satang, state.view.paid_satang)


@pytest.mark.parametrize("text", ["500", "500.00", "๕๐๐", "ผู้บริจาค", "บริจาค 500", "ผูบริจาค", "z^h[ib0k8"])
def test_search_finds_a_donation_however_it_is_typed(state: BooksState, text: str) -> None:
    state.look(text)
    assert "รับเงินบริจาค" in names(state)


@pytest.mark.parametrize(
    ("text", "count"), [("50,000", 1), ("50000", 1), ("จ 0001", 1), ("0020", 1), ("5400", 0)]
)
def test_search_by_amount_and_number_finds_just_that(state: BooksState, text: str, count: int) -> None:
    state.look(text)
    assert state.total.entries == count, names(state)


def test_search_finds_a_whole_round_or_one_of_its_receipts(state: BooksState) -> None:
    state.look("หมู่ 2")
    assert [row.what for row in state.rows if row.round is not None] == ["รับเงินสมทบ หมู่ 2"]
    state.look("0003")
    members = [
        row.entry.member_no for row in state.rows if row.entry is not None and row.entry.voucher is None
    ]
    assert members == ["0003"]


def test_search_for_an_account_finds_its_entries(state: BooksState) -> None:
    state.look("เครื่องเขียน")
    assert names(state) == ["จ่ายค่าเอกสาร/เครื่องเขียน"]
    state.show = "accounts"
    assert names(state) == ["ค่าเอกสาร/เครื่องเขียน"]


@pytest.mark.parametrize(
    "text", [*HOSTILE, "<b>", "=1+1", "9" * 10_000, "1.2.3", "/", "฿", ",", "31/4", "😀"]
)
def test_search_takes_anything(state: BooksState, text: str) -> None:
    state.look(text)
    assert isinstance(state.rows, tuple)
    assert state.total.entries >= 0
    assert isinstance(help_line(state), str)


def test_a_number_is_read_the_same_however_it_is_written() -> None:
    assert {read_wanted(text) for text in ("1500", "1,500", "๑๕๐๐", "฿1500", " 1500 ")} == {
        read_wanted("1500")
    }
    assert read_wanted("จ 0107").numbers == read_wanted("จ.0107").numbers == ("จ0107",)
    assert read_wanted("  ").empty


def test_words_of_the_month(state: BooksState, busy_books: Books) -> None:
    assert state.view is not None
    assert head_facts(state.view).endswith("ปิดงวดแล้ว · ตามมติ 6/2569")
    assert "กลับรายการ" in lock_words(state.view)
    assert help_line(state) == lock_words(state.view)
    state.look("ไม่มีอะไรแบบนี้")
    assert (found_words(state), help_line(state)) == ("พบ 0 รายการ", "ไม่พบในเดือนนี้")
    assert empty_words(state) == "ไม่พบรายการตามที่พิมพ์"
    december = BooksState()
    december.take(loaded(entries_of_month(busy_books, DECEMBER)))
    assert december.view is not None
    assert lock_words(december.view) == ""
    assert "ร่าง" in head_facts(december.view)
    before = entries_of_month(busy_books, Period(2026, 10))
    assert "ยอดยกมา" in lock_words(before)


def test_a_new_month_folds_what_was_open_and_the_filter_stays(state: BooksState, busy_books: Books) -> None:
    state.open_rounds.add(1)
    state.show = "out"
    state.turn(DECEMBER)
    assert (state.stale, state.chosen) == (True, None)
    state.take(loaded(entries_of_month(busy_books, DECEMBER)))
    assert (state.open_rounds, state.show, state.stale) == (set(), "out", False)


def test_an_entry_of_a_round_opens_it(state: BooksState) -> None:
    folded = row_named(state, "หมู่ 1")
    wanted = folded.entries[3].id
    assert state.row_of_entry(wanted) == ("entry", wanted)
    assert ("entry", wanted) in [row.key for row in state.rows]


def test_every_entry_has_words_an_amount_and_a_detail(busy_books: Books) -> None:
    for month in (Period(2026, 10), NOVEMBER, DECEMBER):
        view = entries_of_month(busy_books, month)
        for entry in view.entries:
            assert what(entry, view.names)
            assert amount_of(entry) > 0
            detail = detail_of_entry(entry_view(busy_books, entry.id))
            assert detail.figure not in {"0.00", ""}
            assert detail.total
            assert len(detail.sides) == sum(1 for _ in entry_view(busy_books, entry.id).lines)
            assert all(fact.words for fact in detail.facts)
            assert "ผู้ลงรายการ" in [fact.name for fact in detail.facts]
            assert bool(detail.cannot_print) == (entry.receipt is None and entry.voucher is None)


def test_detail_of_a_benefit_with_arrears_set_off(busy_books: Books) -> None:
    view = entries_of_month(busy_books, NOVEMBER)
    entry = next(e for e in view.entries if e.voucher is not None and e.receipt is not None)
    detail = detail_of_entry(entry_view(busy_books, entry.id))
    assert detail.direction == "จ่ายสุทธิ"
    assert any("หักเงินสมทบค้าง" in fact.words for fact in detail.facts)
    assert {link.page for link in detail.links} >= {"claims", "members", "books"}


def test_detail_of_a_round_names_what_is_missing(state: BooksState) -> None:
    detail = detail_of_round(row_named(state, "หมู่ 2"))
    assert ("ผลต่าง", "เงินขาด 30.00 บาท") in [(fact.name, fact.words) for fact in detail.facts]
    assert detail.cannot_reverse
    assert not detail.cannot_print


def test_detail_of_a_place_shows_what_stands_there(state: BooksState) -> None:
    assert state.view is not None
    state.show = "accounts"
    detail = detail_of_account(state.rows[0], state.view)
    assert detail.direction == "คงเหลือ"
    assert [fact.name for fact in detail.facts] == ["เดือน", "ยกมา", "เข้า", "ออก"]


def test_receiving_shows_the_cut_and_the_box_over_its_limit(desk: MoneyDesk) -> None:
    told = Draft(account="4200", amount_satang=9_000_00, into="1100")
    facts = receive_facts(desk, told)
    assert facts["account"].words == "เข้ากองสวัสดิการ"
    assert facts["into"].caution
    assert not receive_facts(desk, replace(told, into="1201"))["into"].caution
    assert receive_facts(desk, replace(told, pool="admin"))["account"].words == "เข้ากองบริหาร"
    cut = replace(desk, shares={"4200": (("welfare", 80), ("reserve", 20))})
    assert receive_facts(cut, replace(told, amount_satang=100_01))["account"].words == (
        "เข้า กองสวัสดิการ 80.01 · กองสำรอง 20.00"
    )
    assert receive_facts(desk, Draft()) == {}


def test_spending_shows_what_is_left_of_the_fifth_and_what_is_missing(desk: MoneyDesk) -> None:
    left = left_for_costs(desk, DECEMBER)
    assert left is not None
    usual = Draft(on=THIRD, account="5400", amount_satang=100, out_of="1201", pool="admin")
    assert "เหลืออีก" in spend_facts(desk, usual)["pool"].words
    rich = replace(desk, pools=(("welfare", 10**9), ("admin", 10**9)))
    over = spend_facts(rich, replace(usual, amount_satang=left + 1))["pool"]
    assert over.caution
    assert "ต้องมีมติ" in over.words
    assert "มีมติแล้ว" in spend_facts(rich, replace(usual, amount_satang=left + 1, resolution="1"))["pool"].words
    assert not spend_facts(rich, replace(usual, amount_satang=0))["pool"].caution
    short = spend_facts(desk, replace(usual, amount_satang=desk.balance("1201") + 5))
    assert "ขาดอีก 0.05" in short["out_of"].words
    assert (
        "ครั้งละไม่เกิน"
        in spend_facts(desk, replace(usual, amount_satang=5_000_01, out_of="1100"))["out_of"].words
    )
    assert "ต้องมีมติ" in spend_facts(desk, replace(usual, pool="reserve"))["pool"].words
    assert "ขาดอีก" in spend_facts(desk, replace(usual, pool="reserve", amount_satang=10**12))["pool"].words
    assert left_for_costs(desk, Period(2020, 1)) is None
    assert spend_facts(desk, replace(usual, on=date(2020, 1, 1)))["pool"].words.startswith("กองบริหารมี")


def test_spending_what_is_promised_is_said(desk: MoneyDesk) -> None:
    promised = replace(desk, promised_satang=desk.money_satang)
    told = Draft(amount_satang=1, out_of="1201")
    assert spend_facts(promised, told)["amount"].words.startswith("เป็นเงินที่ผูกพันไว้")
    assert "amount" not in spend_facts(promised, replace(told, amount_satang=0))


def test_moving_shows_both_ends(desk: MoneyDesk) -> None:
    facts = move_facts(desk, Draft(amount_satang=100, out_of="1100", into="1201"))
    assert "เหลือ" in facts["out_of"].words
    assert "จะเป็น" in facts["into"].words
    assert move_facts(desk, Draft(amount_satang=1, out_of="1100", into="1100"))["into"].caution
    pools = transfer_facts(desk, Draft(amount_satang=100, pool="welfare", to_pool="reserve"))
    assert not any(fact.caution for fact in pools.values())
    assert transfer_facts(desk, Draft(amount_satang=1, pool="welfare", to_pool="welfare"))["to_pool"].caution


def test_questions_name_amount_person_and_place(desk: MoneyDesk, busy_books: Books) -> None:
    spend = ask_spend(desk, SpendMoney(THIRD, "5400", 120_50, "1100", "ร้าน <b>ก</b>", resolution="3/2569"))
    assert spend.verb == "จ่าย 120.50 บาท"
    for word in ("120.50", "ร้าน <b>ก</b>", "เงินสดในมือ", "กองบริหาร", "3 ธ.ค. 2569", "มติ 3/2569"):
        assert word in spend.sentence
    receive = ask_receive(desk, ReceiveMoney(THIRD, "4200", 500_00, "1201", "=1+1", pool="admin"))
    assert BANK in receive.sentence
    assert "=1+1" in receive.sentence
    assert BANK in ask_move(desk, MoveMoney(THIRD, 100, "1100", "1201", "")).sentence
    assert "ไม่เปลี่ยน" in ask_transfer(TransferPool(THIRD, 100, "welfare", "reserve", "4")).sentence
    kept = next(e for e in entries_of_month(busy_books, NOVEMBER).entries if e.kind == "expense")
    reverse = ask_reverse(entry_view(busy_books, kept.id), "พิมพ์ผิด", "3 ธ.ค. 2569")
    for word in ("120.00", "ร้านเครื่องเขียน", "พิมพ์ผิด", "เงินสดในมือ เพิ่ม 120.00", "ไม่ถูกลบ", "ใบสำคัญจ่ายเดิมยกเลิก"):
        assert word in reverse.sentence


def test_after_an_act_its_paper_is_named(books: Books) -> None:
    done = receive_money(books, ReceiveMoney(TODAY, "4200", 500_00, "cash", "ผู้ให้"))
    assert done_words("รับ", done) == "รับแล้ว ใบเสร็จเล่ม 1 เลขที่ 1 · F7 พิมพ์ · Ctrl Z เลิกทำ"


def test_refusals_stand_beside_the_field_they_are_about(desk: MoneyDesk) -> None:
    told = at_field(Refused("MONEY_SHORT", {"account": "1201", "there_satang": 1, "missing_satang": 2}), desk)
    (finding,) = told.findings
    assert (finding.field, finding.values["account"]) == ("out_of", BANK)
    for error in (NotFound("PLACE_UNKNOWN"), StoreError("DISK_FULL"), Refused("BANK_CLOSED", {"bank": "x"})):
        assert at_field(error, desk) is error
